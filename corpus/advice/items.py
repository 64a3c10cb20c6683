"""Which items of a list are orders, where a list, its intro or the orders around it ask for them."""

from __future__ import annotations

import re

from corpus.advice.order_words import (
    BARE_VERBS,
    BASE_VERBS,
    BEHIND_ORDERS,
    CONDITION,
    FORBIDS_OR_LIMITS,
    JOINT,
    NEVER_NOUNS,
    OFTEN_NOUNS,
)
from corpus.advice.orders import FIRST_WORD, MANNER, NOUN_FIRST, behind_label, opens_with_order

_MAY_ORDER = re.compile(
    rf"(?:{JOINT},?\s+)*{CONDITION}(?:{JOINT},?\s+)*(?P<verb>[a-z]+)\b"
    r"(?!\s+(?:of|is|are|was|were|can|may|has|have|and|or|in|on the)\b|[:,])"
)


def could_be_order(sentence: str) -> bool:
    """Whether a sentence among orders is one too, though it could be read as a statement: "Lower slowly."."""
    plain = sentence.lstrip("*_\"“'‘([ ").lower()
    if manner := MANNER.match(plain):
        plain = plain[manner.end() :]
    opened = _MAY_ORDER.match(plain)
    if opened is None:
        return False
    word = opened["verb"]
    return (word in BARE_VERBS or word in BASE_VERBS) and not NOUN_FIRST.match(plain, opened.start("verb"))


def may_be_order(item: str) -> bool:
    """Whether a list item that the line above asks for opens with a verb that can be an order: "rest and raise it"."""
    item = behind_label(item)
    first = FIRST_WORD.match(item.lstrip("*_"))
    word = first[0].lower() if first else ""
    return word in BARE_VERBS or word in BASE_VERBS


def is_plain_order(item: str) -> bool:
    """Whether a list item without a full stop is an order beyond doubt: "Dim the lights", but not "Sleep problems" and
    not "Kidney disease (ask your doctor)"."""
    item = behind_label(item)
    said = item.lstrip("*_").lower().split(None, 2)
    if len(said) < 2 or item[0].islower() or not opens_with_order(item.lstrip("*_")):
        return False
    return said[0] not in OFTEN_NOUNS or not said[1][0].isalpha() or said[1].strip(",") in BEHIND_ORDERS


def is_order_in_small(item: str) -> bool:
    """Whether an item in small letters, under an intro that is whole, is an order beyond doubt: "ask at the desk", but
    not "dry mouth"."""
    said = item.split(None, 2)
    return (
        len(said) > 1
        and (said[1] in BEHIND_ORDERS or said[0] in NEVER_NOUNS)
        and is_plain_order(item[0].upper() + item[1:])
    )


def forbids_or_limits(item: str) -> bool:
    """Whether an item among orders is one without a verb: "No baths for 2 weeks", "Lifting: nothing heavy"."""
    item = behind_label(item)
    first = FIRST_WORD.match(item.lstrip("*_"))
    return first is not None and first[0].lower() in FORBIDS_OR_LIMITS
