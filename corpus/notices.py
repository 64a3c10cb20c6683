"""Sentences of end matter and of talk with the reader, and the headings that stand over boilerplate or contents.

Each table is one pattern a line, tried at the start of a sentence or heading.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.openings import Opening
from corpus.patterns import listed, small, spelled, words, words_in

# Sentences of end matter and of talk with the reader, inside prose.
_THIS_TEXT = words(
    "article post page content information site website blog newsletter material leaflet publication booklet"
)
_NOTICE = Opening(
    r"(?:this|our) (?:web)?site uses cookies|we use cookies\b|as an amazon associate\b|free shipping\b|"
    r"accept (?:all )?cookies",
    r"get (?:the best|all the latest|the latest|our|more) .{0,60}\b(?:inbox|newsletter|e-?mail)\b",
    r"editor['’]?s?['’]? note\b|(?:mod|moderator|admin)(?: note)?\s?:|correction\s?:|corrections? and clarifications?",
    r"this (?:article|story|post|page|piece|report) was (?:amended|first|corrected|originally|edited|"
    r"adapted|republished|changed)\b",
    r"(?:(?:some|all|patients['’]) )?names (?:and [\w ]{2,40} )?(?:have|has) been changed\b",
    r"the (?:writer|author) (?:is|was|works|lives) an?\b|no part of this\b|prices? (?:is |are |"
    r"were )?correct\b|provenance and peer\b",
    r"all information (?:was|is|were)\b|please (?:keep|retain) this (?:leaflet|booklet|sheet)\b",
    r"if you (?:would like|need|require|want) (?:this|a copy of this|more copies of this) "
    r"(?:leaflet|information|booklet|document|page|factsheet)\b|we welcome (?:your )?(?:feedback|comments|"
    r"questions|letters)\b",
    r"the (?:trust|publisher|hospital|company|editor|editors|site) (?:does not|do not|cannot|accepts? no)\b|"
    r"please read the (?:forum|community|house|site) (?:rules|guidelines)\b",
    r"if you have any (?:\w+ )?(?:questions|queries|concerns|comments)\b[^.]{0,60}\b(?:call|contact|phone|ring|e-?mail|"
    r"telephone|speak to us|get in touch)\b[^.]{0,40}(?:\d{3}|@)|for (?:media|press) (?:inquiries|enquiries)\b",
    r"(?:this|the) (?:thread|topic|discussion|question) (?:has been|was|is) (?:now )?(?:closed|locked|"
    r"moved|merged|archived)\b",
    r"(?:medical|legal|health) disclaimers?\s?:|do not (?:print|copy|reproduce|distribute)\b",
    r"i have read (?:and (?:understood|understand|agree)|(?:all )?(?:these|this|the) \w+ and)\b",
    r"our (?:\w+ )?(?:e-?mail|newsletter)\b|we hope\b|happy reading|stay tuned|how this works|unsubscribe\b",
    r"\[?(?:open|report|file) an? (?:issue|mistake|error|bug)\b",
    r"thanks? (?:you )?for (?:reading|visiting|subscribing|your (?:support|time))",
    r"don['’]t forget to (?:check|subscribe|like|share|follow)",
    r"(?:please )?(?:subscribe|share this|click here|sign up|follow us)\b",
    rf"this {_THIS_TEXT} (?:is|was|has been|may|contains|does not|should not|cannot) (?:not |be )*"
    + words("""
        intended meant for originally provided written reviewed medically last published updated affiliate
        a_substitute sponsored contain constitute replace produced supported funded
        take_the_place copyrighted in_the_public_domain
    """)
    + r"\b",
    r"the (?:information|contents?|views?|opinions?)\b.{0,60}\b(?:not intended|informational|educational|"
    r"not a substitute|(?:is|are) those of|provided (?:as is|for)|does not (?:constitute|replace))",
    r"(?:all|some) rights reserved|copyright\b|©|\(c\)\s|(?:licensed|published|distributed) under\b",
    r"if you (?:buy|purchase|click|order) .{0,60}(?:link|commission)",
    r"we (?:may )?(?:earn|receive|get) (?:a )?(?:small )?(?:commission|compensation)",
    r"(?:it|this) (?:is|are) not (?:intended|meant) (?:as|to|for)\b|(?:the )?above information\b",
    r"(?:tell|let) (?:me|us) (?:know )?(?:(?:below|down)\b|in the comments)",
    r"(?:consumers|readers|customers|media|reporters|journalists|questions|comments|members of the \w+)\b[^.]{0,40}"
    r"\b(?:(?:can|may) (?:call|contact|e-?mail|reach|write)|"
    r"(?:can|may|should) be (?:directed|sent|addressed|e-?mailed))\b",
    r"in stock\b|ships (?:within|in|from)\b|your e-?mail address\b|required fields\b|"
    r"support (?:local|our|independent) (?:journalism|work|news|reporting)\b",
    r"(?:leave|drop|post) (?:a|your) (?:comment|question)s?\b|\(?(?:funded|sponsored|supported) by\b",
    r"(?:the|this|our) (?:study|work|trial|research|project|review) (?:was|is|has been) "
    r"(?:\w+ )?(?:funded|supported|sponsored|financed)\b",
    r"(?:readers|visitors|you) are (?:encouraged|welcome|free|permitted) to (?:duplicate|copy|reproduce|print)\b",
    r"(?:please )?(?:remember|bear in mind) that nothing (?:on |in )?(?:here|this)\b|(?:read|browse|visit) our\b",
    r"(?:please )?(?:consult|see|refer to) (?:the )?[\w-]+ section\b|see the (?:end|back|front|other side) of\b",
    r"always (?:consult|ask|check)\b.{0,80}\binformation (?:displayed|provided|on|in)\b",
    r"learn more (?:about|at|here)\b.{0,60}\Z|read more\b|find out more\b",
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
    r"(?:the )?(?:posts|comments|opinions|views)\b[^.]{0,40} (?:are|is) (?:the |those )?(?:\w+ )?of\b",
    r"this (?:reply|answer|response|advice|tool|calculator)\b[^.]{0,60}\b(?:does ?n[o'’]?t|not)\b[^.]{0,20}"
    r"(?:replace|constitute|substitute|medical advice)",
    r"we (?:independently|only) (?:choose|select|review|research|recommend)\b|learn more\W*\Z|terms (?:and "
    r"conditions )?apply",
    r"(?:take|complete|fill in) (?:our|the|this) (?:\w+ ){0,2}(?:survey|questionnaire)|help us improve|"
    r"can you (?:answer|take|spare)\b[^?]{0,40}\b(?:survey|minutes?)\b",
    r"save \d+ ?%|use (?:promo |coupon )?code\b|buy it:|shop now|our pick:|order (?:now|today|online)\b",
    r"see (?:section|page) \d+\W*\Z",
    r"comments (?:are|will be) (?:now )?closed\b",
    r"you (?:can|may) (?:also )?report side effects (?:directly|to|via|online)\b",
    r"forward (?:it|this|the \w+) to (?:a |your )?(?:friend|colleague)",
    r"for emergencies\b[^.]{0,30}\bdial\b|(?:for interviews|to arrange an interview|media enquiries)\b",
    r"the (?:other|remaining) authors? (?:declare|report|have|disclose)",
    r"was this (?:article|page|answer|information) helpful|did you find this",
    r"th(?:is|ese) (?:statements?|products?) (?:has|have|is|are) not (?:been evaluated|intended to (?:diagnose|treat))",
    r"this (?:table|chart|list|guide) (?:serves|is (?:intended|meant|provided)) as",
    in_small=True,
)
_TRADEMARK = re.compile(r"[\w®™-]+(?: and [\w®™-]+)? (?:is|are) (?:an? )?(?:registered )?trademarks?\b", re.IGNORECASE)
# Told by what stands inside them: who paid, who earns.
_FEEDBACK = Opening(
    r"\W*(?:was this|helpful|is this (?:page|article|information|answer|content|leaflet)|did (?:you|we)|"
    r"how (?:helpful|useful)|how (?:can|could|did) we|were you|"
    r"would you recommend)\b.{0,40}\b(?:helpful|useful|find this|like this|"
    r"enjoy this|improve|looking for|this page|answer your question)\b"
    r".{0,30}\Z",
    r"\W*(?:got|have|do you have|any|still have) (?:an?|any|more|other)? ?(?:health |medical )?"
    r"(?:questions?|comments?|feedback|stor(?:y|ies)|tips?)(?: for (?:us|our \w+|[^.?!]{2,30}))?\W*\Z",
    r"\W*not the answer you\b.{0,30}\Z",
    r"\W*(?:like|enjoyed|liked|love) (?:this|what you)\b.{0,30}\Z",
)
_MONEY = re.compile(
    r"\baffiliate (?:links?|commissions?|partners?|programs?)\b|"
    r"\b(?:sponsors?|funders?|funding (?:sources?|bod(?:y|ies)|agenc(?:y|ies))|manufacturer|"
    r"company)\b[^.]{0,60}\bno (?:role|part|"
    r"influence|involvement|say)\b|"
    r"\b(?:study|work|trial|research|project|review|survey|analysis)\b[^.]{0,20} (?:was|were|is|has been|received|got) "
    r"(?:\w+ ){0,2}(?:funded|supported|sponsored|financed|funding|paid for)\b|"
    r"\b(?:funding|financial support|grants?) (?:for [^.]{3,60} )?(?:was|were|came|is|has been) (?:provided|"
    r"received|from|given)\b|"
    r"\b(?:received|reports?|reported|declares?|declared|disclosed?) (?:receiving )?(?:\w+ ){0,4}"
    r"(?:fees|honoraria|competing|conflicts? of|"
    r"conflicting)\b",
    re.IGNORECASE,
)
# Told by an address in it, or by what only those who run a site or a paper say.
_MAILED = re.compile(r"\S@[\w-]+\.\w")
_ADDRESSED = small(
    r"\bp\. ?o\. box\b|\bmoney order\b|\bweeks for delivery\b|\bself-addressed\b|"
    r"\b(?:unable to|cannot|can['’]t) (?:answer|reply to|respond to) (?:individual|personal|all|every)\b|"
    r"\b(?:large print|braille|audio format|easy read)\b|"
    r"\bwherever you get your podcasts\b|\bleave (?:us )?a (?:review|rating|comment)\b|"
    r"^the [\w ]{2,40} (?:is|was) (?:produced|presented|hosted|edited) by\b|"
    r"\bcontributed to this (?:report|story|article|piece)\b|\btag (?:me|us)\b|"
    r"\bask your own question\b|"
    r"\bsubject to change\b|\bthis is not a (?:complete|full) list of\b",
)
# What writers sell, and what they do not write: "Her novel is out in paperback", "cannot enter into correspondence".
_OF_WRITERS = re.compile(
    r"\b(?:is|are) (?:now )?(?:out|available) (?:now )?in (?:paperback|hardback|bookshops)\b|"
    r"\b(?:enter into|personal) correspondence\b",
    re.IGNORECASE,
)
_SIGNS_OF_WRITERS = listed("paperback hardback bookshops correspondence")
_SIGNS_OF_ADDRESS = listed(
    """
        box money delivery addressed answer reply respond print braille audio easy podcasts leave produced presented
        hosted edited contributed tag question change list
    """
)
_BESIDE_ADDRESS = listed(  # one of which stands there too
    """
        box order weeks self individual personal all every large braille format read podcasts review rating comment by
        report story article piece me us own subject not
    """
)
_SIGNS_OF_MONEY = spelled(
    """
        affiliate sponsors? sponsored funders? funding funded manufacturer company supported financed financial paid
        grants? fees honoraria competing conflicts? conflicting
    """
)
_SIGNS_OF_TRADEMARK = spelled("trademarks?")
# Without one of these words, a sentence is a notice only by its opening.
SIGNS_OF_NOTICES = _SIGNS_OF_WRITERS | _SIGNS_OF_ADDRESS | _SIGNS_OF_MONEY | _SIGNS_OF_TRADEMARK | {"note"}
_LONGEST_FEEDBACK = 90
_NOTE = re.compile(r"(?:please )?note(?: that)?[*_]*\s?[:,–-]?[*_]*\s", re.IGNORECASE)
_WHOLE_NOTICE = Opening(r"\W*(?:disclaimer|disclosure|you(?:['’]re| are)? (?:get|getting|receive|receiving) this)")


_BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){2,4}is an? (?:[\w-]+ ){0,4}(?:writer|editor|journalist|author|reporter|blogger|"
    r"contributor|columnist|copywriter|podcaster|"
    r"(?:dietitian|nutritionist|pharmacist|nurse|physician|doctor|psychologist|therapist) (?:based|living|"
    r"working) in)\b|"
    r"(?:Dr\.? )?(?:[A-Z][\w.'’-]+ ?){2,4}, (?:[A-Z][A-Z.a-z-]*[A-Z]\b\.?,? ?){1,4}"
    r"(?:is|has (?:been|worked|written)|works|writes|practi[cs]es|teaches|lives|speciali[sz]es)\b"
)


def is_notice(sentence: str, said: Collection[str] | None = None) -> bool:
    """Whether a sentence talks with the reader about the article or the site, or is end matter. ``said``: its words,
    where they are at hand."""
    said = words_in(sentence) if said is None else said
    if sentence[0] in '*_(>"“':
        sentence = sentence.lstrip('*_[(>"“ ')
    if sentence[:4] in ("Note", "NOTE", "Plea"):
        sentence = _NOTE.sub("", sentence)
    if _NOTICE.match(sentence) or _tells_of_writer(sentence):
        return True
    return ("@" in sentence or not SIGNS_OF_NOTICES.isdisjoint(said)) and _is_notice_inside(sentence, said)


def opens_as_notice(sentence: str) -> bool:
    """``is_notice`` of a sentence that opens with a letter and holds none of ``SIGNS_OF_NOTICES`` and no ``@``."""
    return _NOTICE.match(sentence) is not None or _tells_of_writer(sentence)


def _is_notice_inside(sentence: str, said: Collection[str]) -> bool:
    """Whether a sentence is told for a notice by what stands inside it."""
    if not _SIGNS_OF_MONEY.isdisjoint(said) and _MONEY.search(sentence):
        return True
    if ("@" in sentence and _MAILED.search(sentence)) or (
        _may_be_addressed(said) and _ADDRESSED.search(sentence.lower())
    ):
        return True
    if not _SIGNS_OF_WRITERS.isdisjoint(said) and _OF_WRITERS.search(sentence):
        return True
    return not _SIGNS_OF_TRADEMARK.isdisjoint(said) and bool(_TRADEMARK.match(sentence))


def _may_be_addressed(said: Collection[str]) -> bool:
    return not (_SIGNS_OF_ADDRESS.isdisjoint(said) or _BESIDE_ADDRESS.isdisjoint(said))


def _tells_of_writer(sentence: str) -> bool:
    """Whether a sentence says who somebody is: "Ann Hale is a writer", "Ann Hale, RD, works in ..."."""
    return (" is a" in sentence[:60] or _has_degree(sentence)) and bool(_BIO.match(sentence))


def _has_degree(sentence: str) -> bool:
    """Whether capitals stand behind the first comma: "Ann Hale, RD, ..."."""
    comma = sentence.find(", ", 0, 40)
    return comma > 0 and sentence[comma + 2 : comma + 4].isupper()


def asks_for_feedback(question: str) -> bool:
    """Whether a question is the site's own: "Was this helpful?", "Have a question?"."""
    return len(question) <= _LONGEST_FEEDBACK and _FEEDBACK.match(question) is not None


def opens_notice(paragraph: str) -> bool:
    """Whether a paragraph opens as a notice, and so is one to its end: "Disclaimer: ...", "You get this letter"."""
    return _WHOLE_NOTICE.match(paragraph) is not None
