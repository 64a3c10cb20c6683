"""Lines that stand around an article and say nothing about health: bylines, dates, shares, subscriptions, notices.

Each table is one pattern a line, tried at the start of a line or sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.openings import Opening
from corpus.patterns import any_of, has_any, listed, rule, words

_DAY_AND_MONTH = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?),?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}"
)
_DATE = any_of(_DAY_AND_MONTH, r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", r"\d{4}-\d{2}-\d{2}")
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?"
_AGO = (
    r"(?:(?:\d{1,3}|an?|one|two|three)\s?(?:s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\.?"
    r"(?:,?\s(?:and\s)?\d{1,3}\s?(?:day|week|month|hour|minute)s?)?\sago|yesterday|just now)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# When somebody wrote: a day with its hour, or how long ago.
_STAMP = any_of(
    rf"(?:{_DATE}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|today|yesterday),?\s"
    rf"(?:at\s|[-–|·]\s)?{_TIME}",
    _AGO,
)
_POSTER = r"[\w.@’'-]{2,24}(?: [\w.@’'-]{1,20}){0,2}"
# What a forum or a comment box writes under every post.
_BUTTONS = r"(?:\d[\d.,]*k?\s)?" + words("""
        likes? reply repl(?:y|ies) report shares? save comments? quote edit permalink parent more follow upvotes?
        downvotes? votes? points? views? award flag hide link give_award helpful thanks answers? claps? followers?
    """)
# A line that holds nothing else.
_ALONE = frozenset(
    phrase.replace("_", " ")
    for phrase in listed(
        """
            medically_reviewed sponsored_content sponsored advert ad trending share print email leave_a_comment
            read_more see_also skip_to_main_content skip_to_content original_poster reply quote report permalink
            upvote downvote home menu search newsletter back_to_top continue_reading_below continue_reading
            follow_us breadcrumb accept_all_cookies accept_all accept_cookies accept cookie_settings
            privacy_settings jump_to_comments be_the_first_to_reply be_the_first_to_comment leave_a_reply solved
            pinned sticky locked thread_starter similar_threads report_this_post report_this_comment
            report_this_abuse report_post report_comment report_abuse ask_a_question submit_a_question find_a_doctor
            find_a_clinic find_a_location request_an_appointment book_an_appointment make_an_appointment
            schedule_an_appointment book_online cite_this_article cite_this_page file_photo file_image file_picture
            about_this_article about_this_page share_this_article share_this_page terms_of_use privacy_policy
            cookie_policy terms_and_conditions accessibility sitemap turn_over continued_overleaf yes_no open_in_app
            show_transcript top expand_all collapse_all show_all hide_all back_to_contents return_to_contents
            return_to_top jump_to_contents jump_to_top medical_disclaimer here's_how_you_know here’s_how_you_know
            view_profile send_private_message send_message post_a_reply post_reply new_topic transcript add_to_cart
            add_to_bag add_to_basket buy_it_now buy_now in_stock free_shipping next_article previous_article sign_up
        """
    )
)
_ALONE_LIKE = words(
    """
        fact[-_]checked evidence[-_]based peer[-_]reviewed advertisements? comments?
        (?:for_immediate_release|embargoed)(?:[_:].{0,80})? (?:press|news|media)_release(?:[_:].{0,60})?
        (?:this_)?thread_(?:is_|has_been_)?(?:now_)?(?:closed|locked|solved|resolved|archived)(?:_to.{0,40})?
        (?:this_)?(?:topic|discussion|post|question)_(?:is|has_been)_(?:now_)?(?:closed|locked|solved|resolved|archived)
        top_comments? (?:best|accepted|top)_answers? sort(?:ed)?_by.{0,40} verified_.{0,30} loading\\.*
        posted_in_.{1,40} in_partnership_with_.{1,50}
        (?:view|see|show|read)_(?:all_)?\\d+_(?:comments|replies|answers) enter_your_e-?mail.{0,30}
        click_to_(?:expand|enlarge|zoom|view).{0,10}
        (?:print|email|share|download|save)_(?:this_)?(?:page|pdf|article|leaflet)
        listen_(?:to_this_article|\\d+_min.{0,10}) back_to_(?:all_)?\\w+ upvote_?\\d* text_size.{0,20}
        sent_from_my_.{1,30} advertisement.{0,40}below
        (?:words|pictures|illustrations?|photographs?|photography|interview|text)_by_.{2,60}
        (?:spring|summer|autumn|fall|winter)_\\d{4}(?:_issue)? question_\\d+_of_\\d+ version_?:?_?\\d[\\d.]{0,5}
        e-?newsletter last_(?:reply|post|active)_.{2,40} already_a_(?:member|subscriber).{0,40} skip_to_.{2,30}
        you_are_here.{0,80} posted_by_.{2,60} log_?in sign_?in
    """
)
_MARKS = " *_#>|•·-–—:.!?()[]…«»\"'“”‘’,;/"
_LONGEST_ALONE = 34
# Labels before a colon and something more.
_LABEL = words(
    """
        sources? image photo(?:graph)?s? picture citation suggested_citation how_to_cite cite_this(?:_\\w+)?
        credits? video caption illustration keywords? key_words tags? categor(?:y|ies)
        filed_under topics? authors? editor reviewer correspondence contact phone tel(?:ephone)? fax e-?mail website
        web address pmid hashtags content_sources? our_standards funding isbn licen[cs]e
        (?:image|photo|picture)_(?:credit|source|by)s?
    """
)
_DONE_BY = words(
    """
        written reviewed medically_reviewed fact[-_]checked edited posted published updated authored compiled
        medical_review illustrated verified prepared produced developed
    """
)
_DATED = words(
    """
        updated reviewed revised modified published(?:_online)? posted date accessed received accepted
        first_published content_current originally_published
        review_due review_date publication_date version last_updated
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
_BEGINNINGS = (
    rf"\W*{_DONE_BY}\s+(?:and\s+\w+\s+)?(?:by|on|at)\b.{{0,150}}",
    rf"\W*{_DONE_BY}\s+by\s*:.{{0,380}}",
    rf"\W*{_ALONE_LIKE}\W*",
    # whose words stand below in a thread: "Reply from kneepain63", "Asked by Ann, 52"
    r"\W*(?:(?:repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?|asked|started|submitted|question|topic)\s+(?:from|by)"
    r"|repl(?:y|ying)\s+to)\s(?:[^.?!]|\.\s?(?=[A-Z(])){1,100}\W*",
    r"\W*(?:member since|joined|join date|posts|thread(?: starter)?|forum|board|location|reputation|"
    r"total posts)\s?:\s[^.?!]{1,40}",
    r"\W*by\s+(?:dr\.?\s+)?(?-i:[A-Z]).{0,100}",
    rf"\W*(?:this (?:leaflet|page|article) was |page |media )?(?:last\s+|next\s+)?{_DATED}\b"
    rf"\s*(?:as of)?\s*(?:on|in|:|-|–)?\s*"
    rf"(?:{_TIME}\s)?(?:{_DATE}|(?-i:[A-Z])[a-z]+ \d{{4}}).{{0,100}}",
    rf"\W*{_DATE}(?:,?\s+(?:at\s+|[-–|·]\s+)?{_TIME})?(?:\s?\(edited\))?\W*",
    rf"\W*{_AGO}\W*",
    # "asked Mar 6 at 21:14", "Modified 1 year ago", "Viewed 23k times"
    rf"(?:asked|answered|posted|modified|edited|commented|replied|started|created|submitted|active|last active)\s"
    rf"(?:on\s|by\s{_POSTER}[\s,]+)?(?:{_DATE}|{_STAMP}|today)\W*",
    rf"(?:asked|posted|started) {_AGO}\W+\d+ (?:users?|people|members) (?:is|are) \w+\W*",
    r"\d[\d,]* (?:likes?|repl(?:y|ies)|comments?|views?|votes?)(?:, \d[\d,]* \w+)+",
    r"for (?:health ?-?care|medical|health) (?:providers?|professionals?|practitioners?|workers?)\s?:\s.{2,80}",
    # "23 people found this helpful"
    r"\d+ (?:people|readers|users|customers|members) (?:found|liked|like|marked)\b.{0,30}",
    r"\W*(?:cited by|see all|view all|show all|show more|load more) ?\d*[^.?!]{0,40}",
    r"\W{0,3}\d{1,2}:\d\d(?::\d\d)?\W{0,3}[^.?!:]{0,30}",
    r"(?:viewed|read|asked|shared|downloaded) \d[\d.,]*k? times\W*",
    rf"\W*{_BUTTONS}(?:\s?[·•|/]\s?{_BUTTONS})+\W*",
    r"\W*\d[\d,]*\s(?:likes?|repl(?:y|ies)|comments?|views?|votes?|points?|upvotes?|shares?|claps?|followers?)\b\W*",
    r"\W*page \d+ of \d+\W*(?:\[.{0,40}\])?",
    r"last edited(?: by\b| on\b|:).{0,150}|#\d{1,5}\W*|quote from:? .{2,80}",
    r"(?:last |originally |first )?(?:medically )(?:reviewed|updated|published)\s(?:on|in)\s.{4,40}\d{4}\W*",
    r"(?:watch|listen|video|podcast|gallery|in pictures|in photos)(?: now)?\s?:\s.{3,140}",
    r"(?:who is online|users browsing|currently viewing|board index|an official (?:web)?site of)\b.{0,150}",
    r"\W*(?:log|sign) ?(?:in|up)\b (?:or|to|and)\b.{0,80}",
    r"you must (?:be|log|register)\b.{0,40}(?:comment|post|reply)\b.{0,20}",
    r"\W*(?:edit|update|edited)(?:\s?\d{1,2})?:\s.{0,60}\b(?:typos?|spelling|formatting|gold|award|wording|grammar)\b.{0,60}",
    r"\[(?:deleted|removed)\].{0,40}|(?:r|u)/\w+\W*|@\w+\W*",
    r"\W*(?:related|also read|read also|see also|read more|more|recommended|don['’]t miss|up next|next|previous)"
    r"(?: (?:article|story|reading|post|video))?:\s.{0,160}",
    r"\W*(?:serves|servings|yields?|makes|(?:prep|cook|total|hands-on|active|ready in)(?:\s?time)?)\s?:.{1,80}",
    r"\W*this (?:post|article|page) has \d+ (?:references|comments|sources).{0,30}",
    r"\W*home\s?[|/>»›:·].{0,120}",
    r"\W*(?:any |got |more |have )?(?:questions|comments|concerns|feedback)\?\s.{0,20}"
    r"(?:call|contact|e-?mail|visit|write|ring|phone)\b.{0,120}",
    r"\W*\d(?:\.\d)?\s*(?:/|out of)\s*(?:5|10)\b(?:\s*\(.{0,40}\))?\s*(?:stars?|rating)?",
    rf"\W*{_LABEL}\s*:\s*\S.{{0,400}}",
    r"\W*(?:photo|image|picture|illustration|photograph)s?\s+(?:by|courtesy|via|from)\b.{0,150}",
    r"[$€£]\s?\d[^?!]{0,60}(?:[$€£]|\bsave\b|%)[^?!]{0,30}",
    r"\[[\w ]{2,30}\]|[★☆⭐].{0,80}|\W*[$€£]\s?\d[\d.,]*(?:\s[$€£]\s?\d[\d.,]*)*\W*",
    r"!\[.*|\[(?:image|photo|video|advertisement|ad)\b.*",
    rf"\W*{_CALL}\b.{{0,150}}",
    r"\W*(?:©|\(c\)|copyright\b|all rights reserved|issn\b|isbn\b|doi\s*:).{0,200}",
    r"\W*(?:manufactur(?:er|ed (?:by|for))|marketing authori[sz]ation holder:|(?:distributed|made) by|made in)\b"
    r".{0,200}",
    r"\W*(?:(?:additional )?reporting by|editing by|story by)\b.{0,200}",
    r"(?:\d\s?)?(?:department|institute|school|faculty|division|college|university|hospital|centre|center) "
    r"(?:of|for)\b[^.]{0,60},.{0,120}",
    r"\W*(?:https?://|www\.)\S+\W*",
)
_BEGINNING = Opening(*_BEGINNINGS, whole=True, flags=re.DOTALL)
_PAPER = r"(?:health|news|letter|newsletter|weekly|monthly|daily|journal|bulletin|digest|pulse|update)"
_NUMBER = r"\b(?:no\.|issue|vol\.|volume)\s*\d+\b"


def _inside(signs: str, *patterns: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Signs, separated by ``~``, and what a line may be that has one of them."""
    return tuple(signs.split("~")), re.compile(any_of(*patterns) + r"\Z", re.IGNORECASE | re.DOTALL)


# "Leaflet number: 1243/v2", "Messages: 344"
_COUNTED = re.compile(
    any_of(
        r"(?:leaflet|form|document|publication|reference|ref|product|order|item|batch|catalogue|stock)"
        r"\s?(?:number|no\.?|code|id|ref)?\s?[.:#]\s?\S*\d\S{0,20}(?: .{0,20})?",
        r"(?:messages|reactions?(?: score)?|likes received|posts|points|karma|threads)\s?:\s?[\d.,km]{1,9}",
    )
    + r"\Z",
    re.IGNORECASE,
)
_LONGEST_COUNTED = 50
# Lines told by what stands inside them, tried only where one of the signs does.
_INSIDE = (
    _inside(
        " · ~ • ~ | ",
        rf"[^.!?·•|]{{1,50}}(?:[^.!?·•|]\.)?\s[·•|]\s(?:[^.!?·•|]{{1,30}}\s[·•|]\s)?(?:{_DATE}|{_AGO})(?:,?\s+(?:at\s+)?{_TIME})?"
        r"(?:\s[·•|]\s.{0,30}){0,4}",
        rf"\W*[\w .]{{2,40}} [·|•] {_DATE}(?:,?\s+(?:at\s+|[-–|·]\s+)?{_TIME})?(?:\s?\(edited\))?\W*",
    ),
    # "PE-2216 Rev. 08/21"
    _inside(" Rev~(Rev", r"(?:[a-z]{1,8}[\s-])?[a-z\d]{1,6}-?\w{0,6}\W{1,2}rev\.?\s?\d.{0,20}"),
    _inside(" ago", rf"\w*[\d_A-Z]\w*[\s,|·•-]+{_AGO}\W*"),
    # "[–] user 88 points 2 days ago"
    _inside(
        " ago~sterday~ust now",
        rf"\W{{0,5}}{_POSTER}(?: \[\w+\])?[\s,|·•-]+\d[\d.,]*k? (?:points?|votes?|likes?|karma)[\s,|·•-]+{_AGO}\W*",
    ),
    # "5 stars by Linda M. on April 2, 2022"
    _inside("by ", rf"[^.?!]{{0,60}}\bby {_POSTER}\.? (?:on )?(?:{_DATE}|{_STAMP})\W*"),
    _inside("© ", r".{0,150}©\s?\d{4}\b.{0,150}"),
    _inside("(PDF", r"[^.?!]{3,120}\(PDF\b[^()]{0,30}\)\W*"),
    _inside("Getty~Shutter~iStock~Unsplash~/AFP", r".{0,120}\b(?:getty images|shutterstock|istock\w*|unsplash|afp)\W*"),
    _inside(" to share ", r"\W*[\w-]+(?: [\w-]+)? to share (?:this )?(?:on|via|by)\b.{0,60}"),
    _inside(" min~ MIN", r".{0,80}\b\d+\s*-?\s*min(?:ute)?s?\.?\s+read\b.{0,80}"),
    _inside(
        "No. ~no. ~ssue ~ol. ~olume ",
        rf".{{2,60}}\b{_PAPER}\b,?\W{{1,4}}{_NUMBER}.{{0,60}}",
        rf".{{0,60}}{_NUMBER}[^.]{{0,80}}\W{_PAPER}\b.{{0,80}}",
    ),
    _inside("last ~next ", r".{0,100}\b(?:last|next) (?:updated|reviewed|modified|review(?: due)?)\b\s*:?.{0,40}"),
    _inside("eserved", r".{0,150}(?:©|\(c\)|copyright)\s?\d{4}.{0,150}\ball rights reserved\W*"),
    _inside(" > ~ › ~ » ~ → ", r"[^.!?:>›»→]{2,40}(?:[>›»→][^.!?:>›»→]{2,40})+"),  # Health > Heart > Guide
)
# "Ann wrote:", "Nurse_Jo Mar 6 at 21:40"
_SAID_BY = _inside(
    "rote~eplied~osted~ommented~esponded~nswered~ROTE~EPLIED~OSTED~OMMENTED~ESPONDED~NSWERED",
    rf"{_POSTER} (?:wrote|replied|posted|commented|responded|answered)\b[^.?!]{{0,50}}:",
)
_SAID_AT = re.compile(rf"{_POSTER}[\s,|·•-]+{_STAMP}\W*\Z", re.IGNORECASE)
_SIGNS_INSIDE = tuple(sign for signs, _ in _INSIDE for sign in signs)
_WHEN = re.compile(
    rf"(?:[\w .]{{2,40}} [·|•] )?\W*(?:posted:? |asked |answered |edited |commented |replied |on )*"
    rf"(?:{_STAMP}|{_DATE}(?:,?\s+(?:at\s+|[-–|"
    rf"·]\s+)?{_TIME})?|{_AGO})"
    r"(?:\s?\(edited\))?\W*\Z",
    re.IGNORECASE,
)
_STAMPED = re.compile(rf"{_POSTER}[\s,|·•-]+{_STAMP}\Z", re.IGNORECASE)
_DATUM = re.compile(
    r"(?!(?:Step|Part|Myth|Fact|Chapter|Section \d|Table|Figure|Box|Day|Week|Tip|Q|A|Warning|Note|Key|Question|"
    r"Answer)\b)(?!.*[a-z]{2}[.!?] [A-Z])"
    r"[A-Z][a-z]+(?: (?:[A-Z][\w.]*|of|the|for|and|[a-z]+)){0,3}:\s+[A-Z\d]\S*(?: {1,9}\S+){0,9}\Z"
)
_DRUGS_DATUM = re.compile(
    words("""
        (?:generic|brand|trade|chemical|common|other)_names? (?:drug|therapeutic)_class(?:es)? (?:dosage|dose)_forms?
        (?:active_|inactive_)?ingredients? (?:available_)?strengths? routes?(?:_of_administration)? indications?
        half-life bioavailability pregnancy_category applies_to(?:_\\w+){0,3}
    """)
    + r": \S",
    re.IGNORECASE,
)
# The same patterns for lines in small letters, which take half the time: where these do not match, those do not.
_BEGINNING_IN_SMALL = Opening(
    *(re.sub(r"\(\?-i:(\[[^]]*\])\)", r"\1", pattern).replace("[A-Z", "[a-z") for pattern in _BEGINNINGS),
    whole=True,
    in_small=True,
    flags=re.DOTALL,
)
_LONGEST = 400

_DEGREE = words(
    r"M\.?D\.? Ph\.?\s?D\.? R\.?D\.?N?\.? R\.?N\.? D\.?O\.? M\.?P\.?H\.? B\.?Sc\.? M\.?Sc\.? PharmD LDN MS MBBS FACP "
    r"NP PA-C"
)
_TITLED = (
    r"\W*(?:Dr\.?\s+|Prof\.?\s+|Professor\s+)?(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|del|la))*"
)
_DEGREE_BEHIND = re.compile(r",\s*[MPRDBLNF]")
_PERSON = re.compile(rf"{_TITLED}(?:,\s*{_DEGREE})+\W*(?:{_DEGREE})?\W*\Z")
_ATTRIBUTION = re.compile(rf"(?:(?:[A-Z]\.){{1,3}}|{_TITLED})(?:,\s.{{2,80}})?\Z")
_AUTHOR = re.compile(
    r"(?:(?:[A-Z]\.[\s-]?){1,3}|[A-Z][\w'’-]+ (?:[A-Z]\.\s)?)(?:(?:van|von|de|der|den) ){0,2}[A-Z][\w'’-]+\Z"
    r"|(?!Vitamin|Hepatitis|Type|Group|Part|Table|Figure)[A-Z][\w'’-]+ (?:[A-Z]\.?[- ]?){1,3}\Z"
)
_FIRST_AUTHOR = re.compile(r"[A-Z](?:\.|[\w'’-]+ (?:van |von |de |der |den |[A-Z]))")
_AUTHOR_BREAK = re.compile(r"[\s\d,;*†‡§]*(?:[,;&\d*†‡§]|\band\b)[\s\d,;*†‡§]*")
_AUTHOR_MARK = re.compile(r"\b[A-Z]\.|[a-z]\d|\b[A-Z]{1,3} \d")

_EMAIL_HEADER = rule(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+|Received|Return-Path|X-[\w-]+|MIME-Version|"
    r"Content-[\w-]+)\s*:"
)


def is_time(line: str) -> bool:
    """Whether a line says when somebody wrote, and no more: ``14 March 2023, 22:41``, ``3 days ago``."""
    return len(line) <= 60 and bool(_WHEN.match(line))


def is_stamp(line: str) -> bool:
    """Whether a line says who wrote and when, and no more: ``Nurse_Jo Mar 6 at 21:40``."""
    return len(line) <= 60 and line[-1].isdigit() and ":" in line[-6:] and bool(_STAMPED.match(line))


def is_drugs_datum(line: str) -> bool:
    """Whether a line says what a medicine is: ``Drug class: Urinary anti-infectives``."""
    return len(line) <= 160 and ": " in line[:30] and bool(_DRUGS_DATUM.match(line))


def is_datum(line: str) -> bool:
    """Whether a line is a label and a short value: ``Section editor: N. Dalton``, ``Approved: 2014``."""
    return len(line) <= 90 and line[-1] not in ".?!:" and bool(_DATUM.match(line)) and not is_drugs_datum(line)


def is_boilerplate_line(line: str) -> bool:
    """Whether a whole line is a byline, a date, a share button, a contact, an image, a notice."""
    return len(line) <= _LONGEST and _is_known(line)


@lru_cache(maxsize=64)  # the rules ask several times about the same line
def _is_known(line: str) -> bool:
    if len(line) <= _LONGEST_ALONE and line.strip(_MARKS).lower() in _ALONE:
        return True
    if ":" in line and len(line) <= _LONGEST_COUNTED and _COUNTED.match(line):
        return True
    if _BEGINNING_IN_SMALL.match(line) and _BEGINNING.match(line):
        return True
    if has_any(line, _SIGNS_INSIDE) and _is_known_inside(line):
        return True
    if ":" in line and _is_over_words(line):
        return True
    if not line[0].isupper():
        return False
    return (_DEGREE_BEHIND.search(line) is not None and _PERSON.match(line) is not None) or _is_author_list(line)


def _is_known_inside(line: str) -> bool:
    for signs, pattern in _INSIDE:  # noqa: SIM110 - as in has_any
        if has_any(line, signs) and pattern.match(line):
            return True
    return False


def _is_over_words(line: str) -> bool:
    """Whether a line with a colon says who wrote the words below, or when: ``Ann wrote:``."""
    signs, said_by = _SAID_BY
    if line[-1] == ":" and has_any(line, signs) and said_by.match(line):
        return True
    return _SAID_AT.match(line) is not None


def _is_author_list(line: str) -> bool:
    """``A. B. Carter1, J. Lee2,*, and M. van der Berg1,2``: names with initials or with footnote numbers."""
    if line[-1] in ".!?:" or not ("," in line or "." in line):
        return False
    if not _FIRST_AUTHOR.match(line) or not _AUTHOR_MARK.search(line):
        return False
    names = [name for name in _AUTHOR_BREAK.split(line) if name]
    return len(names) >= 2 and all(_AUTHOR.match(name) for name in names)


def is_attribution(line: str) -> bool:
    """Whether a line under a quotation names who said it: ``— Dr. Mireille Tchoumi, geriatrician``."""
    return len(line) <= 120 and bool(_ATTRIBUTION.match(line))


def email_headers(lines: Sequence[str]) -> int:
    """How many of the first ``lines`` of a text are the headers of an e-mail (``Subject: ...``); 0 for one alone."""
    count = 0
    while count < len(lines) and _EMAIL_HEADER.match(lines[count]):
        count += 1
    return count if count >= 2 else 0
