"""Which sentences open with an order: "Talk to ...", "If it lasts, stop taking it", "Slowly bend your knee"."""

from __future__ import annotations

import re
from itertools import filterfalse

from corpus.advice.order_words import BARE_VERBS, CONDITION, JOINT, NEVER_NOUNS, NO_VERB, NO_VERB_ENDINGS, OBJECT, VERB
from corpus.patterns import listed, rule, small

# "Lifting: nothing heavy": a label may stand before an order.
_LABEL = re.compile(r"[\w ’'-]{2,30}:[*_]*\s+")
# "Sleep time was longer", "Exercise programmes can help": the verb comes later, so this is its subject.
NOUN_FIRST = re.compile(
    r"[a-z]+(?: (?!(?:what|that|which|who|whom|if|when|where|how|it|you|your|the|"
    r"an?|any|as|until|unless|this|these|those|all|some|to|"
    r"because|since|while|before|after|so|but|though|although)\b)[a-z-]+){1,5} "
    r"(?:is|are|was|were|has|had|have|can|may|might|could|would|will|does|did)\b"
    # "Heat kills more people", "Rest helps"
    r"|[a-z]+ (?:helps|reduces|improves|causes|raises|lowers|prevents|kills|increases|affects|makes|takes|gives|leads|"
    r"seems|plays|works|means|does|keeps|comes|goes|needs|remains|becomes|provides|protects|boosts|eases|improved|"
    r"worsened|fell|rose|dropped|lasted|became|went|helped|got|stayed|seemed)\b"
)
# How or while doing what an order is carried out: "Slowly bend ...", "Keeping your back flat, lift ..."
MANNER = re.compile(
    r"(?!only|early|daily|family|likely|reply|apply|rely|supply)[a-z]{3,}ly,?\s+|[a-z]{3,}ing(?:\s[^,.;:?!]{3,80})?,\s+",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d+(?:\.\d+)+\.?\s+")
# "Have your creatinine checked", "Have a blood test"
_HAVE_DONE = re.compile(
    r"(?:have|get) (?:a|an|your|the|any|them|it|[a-z]+)\b[^.;:]{0,60}\b"
    r"(?:checked|tested|measured|removed|examined|looked at|reviewed|tests?|check-?up|scan|x-?ray|screening|biopsy)\b|"
    r"have (?:your|the) (?:child|baby|partner) [a-z]",
    re.IGNORECASE,
)
_NO_ORDER = (
    r"(?!\s+(?:of|is|are|was|were|can|could|may|might|will|would|has|have|had|in (?:blood|the body)|and|or|between|"
    r"among|rates?|levels?|tests?|groups?)\b|-|:|,\s+(?:which|and))"
)
_ORDER = small(rf"(?:{JOINT},?\s+)*{CONDITION}(?:{JOINT},?\s+)*(?P<verb>{VERB})\b{_NO_ORDER}")
_NOT_AN_ORDER = rule(
    r"see (?-i:(?!Dr|Your|GP|A |An )[A-Z\"“‘'])|see (?:full|section|page|www|http)",
    r"see you\b",
    r"see (?:the |also|\[|our|below|above|table|fig)",
    r"(?:but |so |and )?don['’]t (?:you )?(?:worry|fret|panic)\b|without further ado|(?:keep|continue) "
    r"(?:reading|scrolling)|"
    r"raise your hand|put\s+(?:another\s+way|simply|differently|bluntly)|take (?:\w+ ){1,3}for example|"
    r"(?:have|get)\b.{0,20}\b(?:been|had)\b",
    r"note that|remember,? that|let['’]s\b|let us\b",
    r"do\s+(?:you|they|we)\b",
    r"(?:set|cut|put|read|let|test|place|work|rest|sleep|exercise|look|plan|focus|report|check|measure|increase|reduce|"
    r"walk|drink|treat|return|add|spread|address|space|note|cover|cook|monitor)s?\s+(?:in|on|from|for|by)\s+(?:the\s+)?"
    r"(?:risk|patients|people|levels?)\b",
)
_SO_DO = small(rf"[,;] so (?:please |always )?{VERB} (?:a|an|the|your|it|them|any|some|for|with|up|sure)\b")

# "Lose weight and your pressure falls", "Stop it and you'll feel worse": no order, but what follows from doing it.
_FOLLOWS = small(
    r"[^.;]{4,120}\band\b,?(?: [^,]{2,40},)? (?:then )?"
    r"(?:you(?:['’]ll| will| may| might| get| make| have| feel| lose| end| run)"
    r"|your [^.]{2,30} (?:will|falls?|rises?|drops?|gets?))\b"
)
_PLEASE = re.compile(
    r"(?:^|[,;–] |\b(?:and|or|then|so) )[Pp]lease (?!note\b|see\b|read on\b|help\b|find\b)"
    r"(?:do not |don['’]t |also |always )?[a-z]+\b"
)
FIRST_WORD = re.compile(r"[A-Za-z]+")
_OPENING_WORDS = frozenset(FIRST_WORD.findall((VERB + JOINT + CONDITION.partition("[^")[0]).lower())) - listed(
    "a word chat quick back along around time"  # they stand behind the first word
)
# Verbs that a sentence can open with in no other way than as an order: no joint, no condition, no longer verb.
_PLAIN_VERBS = frozenset(filter(str.isalpha, BARE_VERBS)) - {
    FIRST_WORD.findall(other)[0]
    for other in (*filterfalse(str.isalpha, BARE_VERBS), *FIRST_WORD.findall(JOINT + CONDITION.partition("[^")[0]))
}
# Behind a condition a comma stands, but for the joints that open like one: "in addition take", "for now rest".
_CONDITIONS = listed("if when with before after while once unless until during to for in at next") - BARE_VERBS
_BEHIND_CONDITIONS = ("addition", "possible", "in doubt", "be safe", "now", "best results", "safety")
_BEHIND_VERB = re.compile(rf"\b{_NO_ORDER}")
_OF_MANNER = ("ly", "ing")
_LABEL_WITHIN = 34


def is_order(plain: str) -> bool:
    """Whether ``plain``, a sentence without quotation marks and brackets before it, is an order: by its opening,
    behind a label, by a "please", or behind "so"."""
    if " and" in plain and " you" in plain and _FOLLOWS.match(plain.lower()):
        return False
    if plain[:1].isdigit() and (number := _DECIMAL.match(plain)):
        plain = plain[number.end() :]
    if opens_with_order(plain):
        return True
    if ":" in plain[:_LABEL_WITHIN] and (label := _LABEL.match(plain)) and opens_with_order(plain[label.end() :]):
        return True
    if "lease " in plain and _PLEASE.search(plain):
        return True
    return " so " in plain and bool(_SO_DO.search(plain.lower()))


def opens_with_order(plain: str) -> bool:
    """Whether the first words of ``plain`` are an order, perhaps behind a condition or how it is carried out."""
    first = FIRST_WORD.match(plain)
    if first is not None and first[0] in ("Have", "have", "Get", "get") and _HAVE_DONE.match(plain):
        return True
    word = first[0].lower() if first else ""
    if word in _PLAIN_VERBS:
        lowered = plain.lower()
        if _BEHIND_VERB.match(lowered, len(word)) and not _NOT_AN_ORDER.match(plain):
            return word in NEVER_NOUNS or not NOUN_FIRST.match(lowered)
    elif word in _OPENING_WORDS and (word not in _CONDITIONS or _may_join(plain, word)):
        lowered = plain.lower()
        if (order := _ORDER.match(lowered)) and not _NOT_AN_ORDER.match(plain):
            return order["verb"] in NEVER_NOUNS or not NOUN_FIRST.match(lowered, order.start("verb"))
    elif word.endswith(_OF_MANNER) and (opened := MANNER.match(plain)):
        return opens_with_order(plain[opened.end() :])
    return _has_object(plain) and not _NOT_AN_ORDER.match(plain)


def behind_label(item: str) -> str:
    """``item`` without the label it opens with: "Lifting: nothing heavy" -> "nothing heavy"."""
    if ":" in item[:_LABEL_WITHIN] and (label := _LABEL.match(item)):
        return item[label.end() :]
    return item


def _may_join(plain: str, word: str) -> bool:
    """Whether an order may stand behind the condition that ``word`` opens."""
    return "," in plain or plain[len(word) :].lower().lstrip().startswith(_BEHIND_CONDITIONS)


def _has_object(plain: str) -> bool:
    """Whether a sentence opens with what can only be a verb: a plain word with "the", "your", "it" behind it."""
    first = plain.split(" ", 2)
    if len(first) < 2 or first[1] not in OBJECT or not (first[0].isalpha() and first[0][1:].islower()):
        return False
    verb = first[0].lower()
    return verb not in NO_VERB and (verb.endswith("ss") or not verb.endswith(NO_VERB_ENDINGS))
