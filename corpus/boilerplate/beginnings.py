"""Lines told by how they begin: bylines, dates, calls to share or subscribe, credits, addresses."""

from __future__ import annotations

import re

from corpus.boilerplate.phrases import ALONE_LIKE
from corpus.boilerplate.times import AGO, DATE, POSTER, STAMP, TIME
from corpus.openings import Opening
from corpus.patterns import words

# What a forum or a comment box writes under every post.
_BUTTONS = r"(?:\d[\d.,]*k?\s)?" + words("""
        likes? reply repl(?:y|ies) report shares? save comments? quote edit permalink parent more follow upvotes?
        downvotes? votes? points? views? award flag hide link give_award helpful thanks answers? claps? followers?
    """)
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
    rf"\W*{ALONE_LIKE}\W*",
    # whose words stand below in a thread: "Reply from kneepain63", "Asked by Ann, 52"
    r"\W*(?:(?:repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?|asked|started|submitted|question|topic)\s+(?:from|by)"
    r"|repl(?:y|ying)\s+to)\s(?:[^.?!]|\.\s?(?=[A-Z(])){1,100}\W*",
    r"\W*(?:member since|joined|join date|posts|thread(?: starter)?|forum|board|location|reputation|"
    r"total posts)\s?:\s[^.?!]{1,40}",
    r"\W*by\s+(?:dr\.?\s+)?(?-i:[A-Z]).{0,100}",
    rf"\W*(?:this (?:leaflet|page|article) was |page |media )?(?:last\s+|next\s+)?{_DATED}\b"
    rf"\s*(?:as of)?\s*(?:on|in|:|-|–)?\s*"
    rf"(?:{TIME}\s)?(?:{DATE}|(?-i:[A-Z])[a-z]+ \d{{4}}).{{0,100}}",
    rf"\W*{DATE}(?:,?\s+(?:at\s+|[-–|·]\s+)?{TIME})?(?:\s?\(edited\))?\W*",
    rf"\W*{AGO}\W*",
    # "asked Mar 6 at 21:14", "Modified 1 year ago", "Viewed 23k times"
    rf"(?:asked|answered|posted|modified|edited|commented|replied|started|created|submitted|active|last active)\s"
    rf"(?:on\s|by\s{POSTER}[\s,]+)?(?:{DATE}|{STAMP}|today)\W*",
    rf"(?:asked|posted|started) {AGO}\W+\d+ (?:users?|people|members) (?:is|are) \w+\W*",
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
# The same patterns for lines in small letters, which take half the time: where these do not match, those do not.
_BEGINNING_IN_SMALL = Opening(
    *(re.sub(r"\(\?-i:(\[[^]]*\])\)", r"\1", pattern).replace("[A-Z", "[a-z") for pattern in _BEGINNINGS),
    whole=True,
    in_small=True,
    flags=re.DOTALL,
)


def begins_as_boilerplate(line: str) -> bool:
    """Whether a line begins, and goes on to its end, as one of these does."""
    return _BEGINNING_IN_SMALL.match(line) is not None and _BEGINNING.match(line) is not None
