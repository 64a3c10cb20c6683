"""Lines that stand around an article and say nothing about health: bylines, dates, shares, subscriptions, notices.

Each table is a list of patterns with a reason to exist; a line or a sentence that one of them matches is boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
)
_DEGREE = r"(?:M\.?D\.?|Ph\.?\s?D\.?|R\.?D\.?N?\.?|R\.?N\.?|D\.?O\.?|M\.?P\.?H\.?|B\.?Sc\.?|M\.?Sc\.?|PharmD|LDN|MS|MBBS|FACP|NP|PA-C)"
_NAME = r"(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|del|la))*"

# A whole line that is boilerplate wherever it stands.
_LINE = re.compile(
    r"(?:"
    r"\W*(?:written|reviewed|medically reviewed|fact[- ]checked|edited|posted|published|updated|authored|compiled|"
    r"medical review|illustrated|verified)\s+(?:and\s+\w+\s+)?(?:by|on|at)\b.{0,150}"
    r"|\W*(?:medically reviewed|fact[- ]checked|evidence[- ]based|peer[- ]reviewed|sponsored|advertisement|advert|ad|"
    r"sponsored content|trending|share|print|email|comments?|leave a comment|related articles?|read more|see also|"
    r"related (?:posts?|stories|reading)|skip to (?:main )?content|home|menu|search|newsletter|back to top|"
    r"continue reading(?: below)?|loading\.*|table of contents|contents|in this article|on this page|jump to|follow us|"
    r"breadcrumb|next article|previous article|log ?in|sign ?in|sign up)\W*"
    r"|\W*by\s+(?:dr\.?\s+)?(?-i:[A-Z]).{0,100}"
    r"|\W*(?:last\s+)?(?:updated|reviewed|modified|published(?:\s+online)?|posted|date|accessed|received|accepted|"
    r"first published|originally published|publication date|version|revised)\b\s*(?:on|in|:|-|–)?\s*(?:" + _DATE + r"|(?-i:[A-Z])[a-z]+ \d{4}).{0,100}"
    r"|\W*(?:" + _DATE + r")\W*"
    r"|.{0,80}\b\d+\s*-?\s*min(?:ute)?s?\.?\s+read\b.{0,80}"
    r"|\W*this (?:post|article|page) has \d+ (?:references|comments|sources).{0,30}"
    r"|\W*\d(?:\.\d)?\s*(?:/|out of)\s*[510]{1,2}\b(?:\s*\(.{0,40}\))?\s*(?:stars?|rating)?"
    r"|\W*(?:sources?|image|photo|picture|credit|video|caption|illustration)(?:\s+(?:credits?|source|by))?\s*:\s*\S.{0,200}"
    r"|\W*(?:photo|image|picture|illustration|photograph)s?\s+(?:by|courtesy|via|from)\b.{0,150}"
    r"|!\[.*|\[(?:image|photo|video|advertisement|ad)\b.*"
    r"|\W*(?:click here|subscribe|sign up|share (?:this|on)|follow (?:us|me)|tweet|pin it|download (?:the|our)|"
    r"shop now|buy now|order now|get (?:the|our) (?:newsletter|app)|view (?:comments|all)|load more|was this (?:article|page|answer) helpful|"
    r"did you find this|rate this|join (?:our|the)|read (?:more|next|the full)\b|you (?:may|might) also like|"
    r"find (?:out )?more at|for more (?:information|details),? (?:visit|see|go to|contact|call)).{0,150}"
    r"|\W*(?:©|\(c\)|copyright\b|all rights reserved|issn\b|isbn\b|doi\s*:).{0,200}"
    r"|\W*(?:keywords?|key words|tags?|categor(?:y|ies)|filed under|topics?|author|authors|editor|reviewer|correspondence|"
    r"contact|phone|tel(?:ephone)?|fax|e-?mail|website|web|address|hashtags|funding|isbn|license|licence)\s*:\s*\S.{0,400}"
    r"|\W*(?:manufactur(?:er|ed (?:by|for))|marketing authori[sz]ation holder|distributed by|made by|made in|(?:additional )?reporting by|editing by|story by)\b.{0,200}"
    r"|[^.!?:]{2,40}(?:\s[>›»→]\s[^.!?:]{2,40})+"  # Health > Heart > Guide
    r"|(?:\d\s?)?(?:department|institute|school|faculty|division|college|university|hospital|centre|center) (?:of|for)\b[^.]{0,60},.{0,120}"
    r"|\W*(?:https?://|www\.)\S+\W*"
    r"|.{0,60}\b(?:no\.|issue|vol\.|volume)\s*\d+\b[^.]{0,80}\W(?:health|news|letter|weekly|monthly|daily|journal|bulletin|digest|pulse)\b.{0,80}"
    r")\Z",
    re.IGNORECASE | re.DOTALL,
)
_AUTHORS = re.compile(r"(?:(?:[A-Z]\.\s?){1,3}|[A-Z][\w'’-]+ (?:[A-Z]\.\s)?)(?:van |von |de |der |den )*[A-Z][\w'’-]+[\d,*†‡§ ]*(?:(?:,|;|\band\b|&)[\s\d,*]*(?:and )?(?:(?:[A-Z]\.\s?){1,3}|[A-Z][\w'’-]+ (?:[A-Z]\.\s)?)(?:van |von |de |der |den )*[A-Z][\w'’-]+[\d,*†‡§ ]*){1,}\Z")
_PERSON = re.compile(rf"\W*(?:Dr\.?\s+|Prof\.?\s+)?{_NAME}(?:,\s*{_DEGREE})+\W*(?:{_DEGREE})?\W*\Z")
_ATTRIBUTION = re.compile(rf"(?:[—–-]+\s*)?(?:Dr\.?\s+|Prof\.?\s+|Professor\s+)?{_NAME}(?:,\s.{{2,80}})?\Z")

# Sentences of end matter and of talk with the reader, inside prose.
_NOTICE = re.compile(
    r"(?:we hope|thanks? (?:you )?for (?:reading|visiting|subscribing|your (?:support|time))|don['’]t forget to (?:check|subscribe|like|share|follow)|"
    r"happy reading|stay tuned|(?:please )?(?:subscribe|share this|click here|sign up|follow us)|this (?:article|post|page|content|information|site|"
    r"website|blog|newsletter|material|leaflet) (?:is|was|has been|may|contains|does not|should not|cannot) (?:not |be )*(?:intended|meant|for|originally|"
    r"provided|written|reviewed|medically|last|published|updated|affiliate|a substitute|sponsored|contain|constitute|replace|produced|supported|funded)|"
    r"the (?:information|content|contents|views?|opinions?)\b.{0,60}\b(?:not intended|informational|educational|not a substitute|(?:is|are) those of|"
    r"provided (?:as is|for)|does not (?:constitute|replace))|"
    r"(?:all|some) rights reserved|copyright\b|©|\(c\)\s|(?:licensed|published|distributed) under|if you (?:buy|purchase|click|order) .{0,60}(?:link|commission)|"
    r"we (?:may )?(?:earn|receive|get) (?:a )?(?:small )?(?:commission|compensation)|how this works|learn more (?:about|at|here)\W*\Z|read more\b|find out more\b|"
    r"you(?:['’]re| are)? (?:get|getting|receive|receiving|received) this (?:letter|e-?mail|newsletter|message)|to (?:stop|unsubscribe|opt out)\b|unsubscribe|"
    r"nothing (?:here|in this \w+) (?:replaces|is meant|should be)|(?:the )?authors? (?:declare|report|have)s? (?:that )?(?:no|they|there)|"
    r"(?:conflicts? of interest|competing interests?|funding|disclaimer|disclosures?|acknowledge?ments?|author contributions|affiliate disclosure|"
    r"data availability|ethics statement)\s*[:.–—]|"
    r"(?:published|posted) online\b|(?:last )?(?:updated|reviewed|published)\s*(?:on|:)|for more (?:information|details|articles)\b.{0,80}(?:visit|see|call|contact|go to|www)|"
    r"(?:visit|see|go to) (?:our (?:web)?site|www\.|https?:)|was this (?:article|page|answer|information) helpful|did you find this|"
    r"have (?:a )?questions?\? |\[open an issue|\[edit this|this (?:table|chart|list|guide) (?:serves|is (?:intended|meant|provided)) as)",
    re.IGNORECASE,
)
# Headings whose whole section is boilerplate.
_SECTION = re.compile(
    r"\W*(?:disclaimers?|medical disclaimer|disclosures?|conflicts? of interests?|competing interests?|(?:declaration of )?(?:competing )?interests?|funding|"
    r"financial (?:support|disclosure)|acknowledge?ments?|author contributions?|about the authors?|author information|copyright|contact(?: us)?|advertisement|keywords?|data availability(?: statement)?|ethics(?: statement| approval)?|editorial (?:policy|process)|"
    r"share this(?: article)?|comments?|leave a (?:reply|comment))\W*\Z",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"\W*(?:(?:related|recommended|popular|recent|latest|more) (?:articles?|posts?|reading|content|stories|topics|news)|"
    r"(?:you )?(?:may|might) also like|trending(?: now)?|more from .{2,40}|read (?:next|more)|up next|keep reading)\W*\Z",
    re.IGNORECASE,
)
_WHOLE_NOTICE = re.compile(
    r"\W*(?:disclaimer|disclosure|you(?:['’]re| are)? (?:get|getting|receive|receiving) this)", re.IGNORECASE
)
_CONTENTS = re.compile(
    r"\W*(?:table of contents|contents|in this (?:article|page|section|guide|post)|on this page|jump to(?: section)?|what['’]?(?:s| is) (?:inside|in this \w+)|quick links|page contents)\W*\Z",
    re.IGNORECASE,
)
_EMAIL_HEADER = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+|Received|Return-Path|X-[\w-]+|MIME-Version|Content-[\w-]+)\s*:", re.IGNORECASE)


def is_boilerplate_line(line: str) -> bool:
    """Whether a whole line is a byline, a date, a share button, a contact, an image, a notice."""
    return len(line) <= 400 and bool(_LINE.match(line) or _PERSON.match(line) or _is_author_list(line))


def _is_author_list(line: str) -> bool:
    """``A. B. Carter1, J. Lee2,*, and M. van der Berg1,2``: names with initials or with footnote numbers."""
    return bool(_AUTHORS.match(line)) and bool(re.search(r"\b[A-Z]\.|[a-z]\d", line))


def is_attribution(line: str) -> bool:
    """Whether a line under a quotation names who said it: ``— Dr. Mireille Tchoumi, geriatrician``."""
    return len(line) <= 120 and bool(_ATTRIBUTION.match(line))


def is_notice(sentence: str) -> bool:
    """Whether a sentence talks with the reader about the article or the site, or is end matter."""
    return bool(_NOTICE.match(sentence.lstrip("*_[(>\"“ ")))


def opens_end_matter(heading: str) -> bool:
    """Whether all that stands under ``heading`` is boilerplate: ``Disclaimer``, ``About the author``."""
    return bool(_SECTION.match(heading))


def opens_links(heading: str) -> bool:
    """Whether titles of other articles stand under ``heading``: ``Related articles``."""
    return bool(_LINKS.match(heading))


def opens_notice(paragraph: str) -> bool:
    """Whether a paragraph opens as a notice, and so is one to its end: "Disclaimer: ...", "You get this letter"."""
    return bool(_WHOLE_NOTICE.match(paragraph))


def is_contents_label(line: str) -> bool:
    """Whether a line announces a table of contents."""
    return bool(_CONTENTS.match(line))


def email_headers(lines: Sequence[str]) -> int:
    """How many of the first ``lines`` of a text are the headers of an e-mail (``Subject: ...``); 0 for fewer than two."""
    count = 0
    while count < len(lines) and _EMAIL_HEADER.match(lines[count]):
        count += 1
    return count if count >= 2 else 0
