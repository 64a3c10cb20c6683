"""Lines that stand around an article and say nothing about health: bylines, dates, shares, subscriptions, notices.

Each table is one pattern a line, tried at the start of a line or sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of, rule, words

_DAY_AND_MONTH = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}"
)
_DATE = any_of(_DAY_AND_MONTH, r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", r"\d{4}-\d{2}-\d{2}")
# A line that holds nothing else.
_ALONE = words(
    """
        medically_reviewed fact[-_]checked evidence[-_]based peer[-_]reviewed sponsored(?:_content)? advertisements?
        advert ad trending share print email comments? leave_a_comment read_more see_also skip_to_(?:main_)?content
        for_immediate_release embargoed
        home menu search newsletter back_to_top continue_reading(?:_below)? loading\\.* follow_us breadcrumb
        next_article previous_article log_?in sign_?in sign_up
        (?:related|recommended|popular|recent|latest|more)_(?:articles?|posts?|stories|reading|content|topics|news)
    """
)
# Labels before a colon and something more.
_LABEL = words(
    """
        sources? image photo picture credits? video caption illustration keywords? key_words tags? categor(?:y|ies)
        filed_under topics? authors? editor reviewer correspondence contact phone tel(?:ephone)? fax e-?mail website
        web address hashtags funding isbn licen[cs]e (?:image|photo|picture)_(?:credit|source|by)s?
    """
)
_DONE_BY = words(
    """
        written reviewed medically_reviewed fact[-_]checked edited posted published updated authored compiled
        medical_review illustrated verified
    """
)
_DATED = words(
    """
        updated reviewed revised modified published(?:_online)? posted date accessed received accepted
        first_published originally_published review_due publication_date version
    """
)
_CALL = words(
    """
        click_here subscribe sign_up share_this share_on follow_us follow_me tweet pin_it download_the download_our
        shop_now buy_now order_now get_(?:the|our)_(?:newsletter|app) view_comments view_all load_more
        was_this_(?:article|page|answer)_helpful did_you_find_this rate_this join_our join_the read_more read_next
        read_the_full you_(?:may|might)_also_like find_(?:out_)?more_at
        for_more_(?:information|details),?_(?:visit|see|go_to|contact|call)
    """
)
_LINE = re.compile(
    any_of(
        rf"\W*{_DONE_BY}\s+(?:and\s+\w+\s+)?(?:by|on|at)\b.{{0,150}}",
        rf"\W*{_ALONE}\W*",
        r"\W*by\s+(?:dr\.?\s+)?(?-i:[A-Z]).{0,100}",
        rf"\W*(?:this (?:leaflet|page|article) was |page |media )?(?:last\s+|next\s+)?{_DATED}\b\s*(?:on|in|:|-|–)?\s*"
        rf"(?:{_DATE}|(?-i:[A-Z])[a-z]+ \d{{4}}).{{0,100}}",
        rf"\W*{_DATE}\W*",
        r".{0,80}\b\d+\s*-?\s*min(?:ute)?s?\.?\s+read\b.{0,80}",
        r"\W*this (?:post|article|page) has \d+ (?:references|comments|sources).{0,30}",
        r"\W*\d(?:\.\d)?\s*(?:/|out of)\s*(?:5|10)\b(?:\s*\(.{0,40}\))?\s*(?:stars?|rating)?",
        rf"\W*{_LABEL}\s*:\s*\S.{{0,400}}",
        r"\W*(?:photo|image|picture|illustration|photograph)s?\s+(?:by|courtesy|via|from)\b.{0,150}",
        r"!\[.*|\[(?:image|photo|video|advertisement|ad)\b.*",
        rf"\W*{_CALL}\b.{{0,150}}",
        r"\W*(?:©|\(c\)|copyright\b|all rights reserved|issn\b|isbn\b|doi\s*:).{0,200}",
        r"\W*(?:manufactur(?:er|ed (?:by|for))|marketing authori[sz]ation holder|(?:distributed|made) by|made in)\b"
        r".{0,200}",
        r"\W*(?:(?:additional )?reporting by|editing by|story by)\b.{0,200}",
        r"[^.!?:>›»→]{2,40}(?:[>›»→][^.!?:>›»→]{2,40})+",  # Health > Heart > Guide
        r"(?:\d\s?)?(?:department|institute|school|faculty|division|college|university|hospital|centre|center) "
        r"(?:of|for)\b[^.]{0,60},.{0,120}",
        r"\W*(?:https?://|www\.)\S+\W*",
        r".{0,60}\b(?:no\.|issue|vol\.|volume)\s*\d+\b[^.]{0,80}\W"
        r"(?:health|news|letter|weekly|monthly|daily|journal|bulletin|digest|pulse)\b.{0,80}",
    )
    + r"\Z",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 400
# Every word that the patterns for whole lines name, so that most lines cost one look into a set.
_LINE_WORDS = frozenset(re.findall(r"[a-z]+", _LINE.pattern.lower()))
_INNER_SIGNS = (" min", " > ", " › ", " » ", "No. ", "ssue ", "ol. ", "olume ")
_FIRST_WORD = re.compile(r"[^\W\d_]+")

_DEGREE = words(
    r"M\.?D\.? Ph\.?\s?D\.? R\.?D\.?N?\.? R\.?N\.? D\.?O\.? M\.?P\.?H\.? B\.?Sc\.? M\.?Sc\.? PharmD LDN MS MBBS FACP "
    r"NP PA-C"
)
_TITLED = (
    r"\W*(?:Dr\.?\s+|Prof\.?\s+|Professor\s+)?(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|del|la))*"
)
_PERSON = re.compile(rf"{_TITLED}(?:,\s*{_DEGREE})+\W*(?:{_DEGREE})?\W*\Z")
_ATTRIBUTION = re.compile(rf"{_TITLED}(?:,\s.{{2,80}})?\Z")
_AUTHOR = re.compile(
    r"(?:(?:[A-Z]\.\s?){1,3}|[A-Z][\w'’-]+ (?:[A-Z]\.\s)?)(?:(?:van|von|de|der|den) ){0,2}[A-Z][\w'’-]+\Z"
)
_AUTHOR_BREAK = re.compile(r"[\s\d,;*†‡§]*(?:[,;&\d*†‡§]|\band\b)[\s\d,;*†‡§]*")
_AUTHOR_MARK = re.compile(r"\b[A-Z]\.|[a-z]\d")

# Sentences of end matter and of talk with the reader, inside prose.
_THIS_TEXT = words("article post page content information site website blog newsletter material leaflet")
_NOTICE = rule(
    r"we hope\b|happy reading|stay tuned|how this works|unsubscribe\b",
    r"\[?(?:open|report|file) an? (?:issue|mistake|error|bug)\b",
    r"thanks? (?:you )?for (?:reading|visiting|subscribing|your (?:support|time))",
    r"don['’]t forget to (?:check|subscribe|like|share|follow)",
    r"(?:please )?(?:subscribe|share this|click here|sign up|follow us)\b",
    rf"this {_THIS_TEXT} (?:is|was|has been|may|contains|does not|should not|cannot) (?:not |be )*"
    + words("""
        intended meant for originally provided written reviewed medically last published updated affiliate
        a_substitute sponsored contain constitute replace produced supported funded
    """)
    + r"\b",
    r"the (?:information|contents?|views?|opinions?)\b.{0,60}\b(?:not intended|informational|educational|"
    r"not a substitute|(?:is|are) those of|provided (?:as is|for)|does not (?:constitute|replace))",
    r"(?:all|some) rights reserved|copyright\b|©|\(c\)\s|(?:licensed|published|distributed) under\b",
    r"if you (?:buy|purchase|click|order) .{0,60}(?:link|commission)",
    r"we (?:may )?(?:earn|receive|get) (?:a )?(?:small )?(?:commission|compensation)",
    r"learn more (?:about|at|here)\W*\Z|read more\b|find out more\b",
    r"you(?:['’]re| are)? (?:get|getting|receive|receiving|received) this (?:letter|e-?mail|newsletter|message)",
    r"to (?:stop|unsubscribe|opt out)\b.{0,60}(?:e-?mail|reply|link|click|subject|letter)",
    r"nothing (?:here|in this \w+) (?:replaces|is meant|should be)",
    r"(?:the )?authors? (?:declare|report|have)s? (?:that )?(?:no|they|there)",
    words("""
        conflicts?_of_interests? competing_interests? funding disclaimer disclosures? acknowledge?ments?
        author_contributions affiliate_disclosure data_availability ethics_statement
    """)
    + r"\s*[:.–—]",
    r"(?:published|posted) online\b|(?:last )?(?:updated|reviewed|published)\s*(?:on|:)",
    r"for more (?:information|details|articles)\b.{0,80}(?:visit|see|call|contact|go to|www)",
    r"(?:visit|see|go to) (?:our (?:web)?site|www\.|https?:)",
    r"was this (?:article|page|answer|information) helpful|did you find this",
    r"th(?:is|ese) (?:statements?|products?) (?:has|have|is|are) not (?:been evaluated|intended to (?:diagnose|treat))",
    r"this (?:table|chart|list|guide) (?:serves|is (?:intended|meant|provided)) as",
)
_WHOLE_NOTICE = rule(r"\W*(?:disclaimer|disclosure|you(?:['’]re| are)? (?:get|getting|receive|receiving) this)")
_END_MATTER = rule(
    r"\W*"
    + words("""
        (?:medical_)?disclaimers? (?:financial_)?disclosures? conflicts?_of_interests?
        (?:declaration_of_)?(?:competing_)?interests? funding financial_support acknowledge?ments?
        author_contributions? about_the_authors? author_information copyright contact(?:_us)? advertisement
        keywords? data_availability(?:_statement)? ethics(?:_statement|_approval)? editorial_(?:policy|process)
        share_this(?:_article)? comments? leave_a_(?:reply|comment)
    """)
    + r"\W*\Z"
)
_LINKS = rule(
    r"\W*(?:related|recommended|popular|recent|latest|more) "
    r"(?:articles?|posts?|reading|content|stories|topics|news)\W*\Z",
    r"\W*(?:(?:you )?(?:may|might) also like|trending(?: now)?|more from .{2,40}|up next|keep reading)\W*\Z",
    r"\W*read (?:next|more)\W*\Z",
)
_CONTENTS = rule(
    r"\W*(?:table of contents|contents|page contents|quick links|on this page|jump to(?: section)?)\W*\Z",
    r"\W*in this (?:article|page|section|guide|post)\W*\Z",
    r"\W*what['’]?(?:s| is) (?:inside|in this \w+)\W*\Z",
)
_EMAIL_HEADER = rule(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+|Received|Return-Path|X-[\w-]+|MIME-Version|"
    r"Content-[\w-]+)\s*:"
)


def is_boilerplate_line(line: str) -> bool:
    """Whether a whole line is a byline, a date, a share button, a contact, an image, a notice."""
    if len(line) > _LONGEST:
        return False
    first = _FIRST_WORD.search(line)
    known = first is None or first[0].lower() in _LINE_WORDS or not line[0].isalpha()
    if (known or any(sign in line for sign in _INNER_SIGNS)) and _LINE.match(line):
        return True
    return line[0].isupper() and ("." in line or "," in line) and (bool(_PERSON.match(line)) or _is_author_list(line))


def _is_author_list(line: str) -> bool:
    """``A. B. Carter1, J. Lee2,*, and M. van der Berg1,2``: names with initials or with footnote numbers."""
    if line[-1] in ".!?:" or not _AUTHOR_MARK.search(line):
        return False
    names = [name for name in _AUTHOR_BREAK.split(line) if name]
    return len(names) >= 2 and all(_AUTHOR.match(name) for name in names)


def is_attribution(line: str) -> bool:
    """Whether a line under a quotation names who said it: ``— Dr. Mireille Tchoumi, geriatrician``."""
    return len(line) <= 120 and bool(_ATTRIBUTION.match(line))


def is_notice(sentence: str) -> bool:
    """Whether a sentence talks with the reader about the article or the site, or is end matter."""
    return bool(_NOTICE.match(sentence.lstrip('*_[(>"“ ') if sentence[0] in '*_(>"“' else sentence))


def opens_notice(paragraph: str) -> bool:
    """Whether a paragraph opens as a notice, and so is one to its end: "Disclaimer: ...", "You get this letter"."""
    return bool(_WHOLE_NOTICE.match(paragraph))


def opens_end_matter(heading: str) -> bool:
    """Whether all that stands under ``heading`` is boilerplate: ``Disclaimer``, ``About the author``."""
    return bool(_END_MATTER.match(heading))


def opens_links(heading: str) -> bool:
    """Whether titles of other articles stand under ``heading``: ``Related articles``."""
    return bool(_LINKS.match(heading))


def is_contents_label(line: str) -> bool:
    """Whether a line announces a table of contents."""
    return len(line) <= 60 and bool(_CONTENTS.match(line))


def email_headers(lines: Sequence[str]) -> int:
    """How many of the first ``lines`` of a text are the headers of an e-mail (``Subject: ...``); 0 for one alone."""
    count = 0
    while count < len(lines) and _EMAIL_HEADER.match(lines[count]):
        count += 1
    return count if count >= 2 else 0
