"""What list an item is of: "headache" is a symptom of one thing here and a side effect of another there.

An item without a verb of its own says nothing but by the words above it. So two of them say the same only where the
intros, or the headings that stand for them, ask for the same, and name the same things.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.matching.stems import GENERIC_STEMS, is_condition, is_substance, stem_of, stems_around
from corpus.matching.vocabulary import DIRECTIONS
from corpus.model import Claim, Kind
from corpus.patterns import listed

_ASKS = frozenset(
    stem_of(word) for word in listed("sideeffect sign deficien overdose interact avoid prevent improve worsen dose")
)
"""Stems that say what a list is for; two lists that differ in one are not one list."""
_SAYS_NOTHING = frozenset(stem_of(word) for word in listed("include follow good best top list example kind type form"))


_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list: what it asks for, the things that its intro, heading and title name, and the other words of its intro.
    All in stems."""

    asks: frozenset[str]
    things: frozenset[str]
    words: frozenset[str]


def place_of(claim: Claim, title: str) -> ListPlace | None:
    """The list that ``claim`` is an item of; None where it says something itself."""
    if claim.kind is not Kind.LIST_ITEM:
        return None
    context = claim.context
    intro = stems_around(context.list_intro or context.section)
    things = _NOTHING
    for words in (intro, stems_around(context.section), stems_around(title)):  # the nearest that name something
        if things := frozenset(stem for stem in words if is_substance(stem) or is_condition(stem)):
            break
    said = frozenset(intro)
    asks = said & _ASKS or _ASKS.intersection(stems_around(context.section)).difference(DIRECTIONS)
    return ListPlace(asks, things, said - GENERIC_STEMS - _SAYS_NOTHING - _ASKS)


def is_for_same_list(left: ListPlace | None, right: ListPlace | None) -> bool:
    """Whether two items are of lists that may be one; what is no item is left to its own words."""
    if left is None or right is None:
        return True
    if left.asks != right.asks or (left.things - right.things and right.things - left.things):
        return False
    return bool(left.things & right.things or left.words & right.words) or not (left.words or right.words)
