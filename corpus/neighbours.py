"""What the sentences around one tell of its kind: orders stand among orders, and a story goes on.

A sentence that can be read in two ways ("Empty the buckets", "Lower slowly", "It was gone by Easter") is read as its
neighbours are. Pure rules on ``str``; each unit is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.advice.items import could_be_order, forbids_or_limits, may_be_order
from corpus.model import Kind

_CLAIM, _LIST_ITEM, _ADVICE = Kind.CLAIM, Kind.LIST_ITEM, Kind.ADVICE  # looking one up in its class takes longer
_SAID = frozenset({Kind.CLAIM, Kind.LIST_ITEM, Kind.ADVICE, Kind.OTHER})
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|can|may|might|could|will|would|should|must|does|did|do|[a-z]{2,}ed|knows|works|"
    r"helps|seems|happens|means|needs|makes|causes|gets)\b|n['’]t\b"
)
_ENOUGH_ORDERS = 2


def among_orders(kinds: list[Kind], listed: list[bool], words: Callable[[int], str]) -> list[int]:
    """Which units are orders because of those around them: the indices of what else can be read as one where, between
    two headings, at least two and two in five are orders. ``listed``: whether the unit stands in a list; ``words``
    gives the text of a unit."""
    found: list[int] = []
    begin = 0
    while begin < len(kinds):
        end = begin
        while end < len(kinds) and kinds[end] in _SAID and listed[end] == listed[begin]:
            end += 1
        orders = kinds[begin:end].count(_ADVICE)
        if orders >= _ENOUGH_ORDERS and 5 * orders >= 2 * (end - begin):
            found.extend(i for i in range(begin, end) if _is_one_more(kinds[i], listed[i], words, i))
        begin = max(end, begin + 1)
    return found


def _is_one_more(kind: Kind, listed: bool, words: Callable[[int], str], i: int) -> bool:
    if kind is _LIST_ITEM and listed:
        said = words(i)
        return forbids_or_limits(said) or (said[0].isupper() and may_be_order(said))
    if kind is not _CLAIM:
        return False
    said = words(i)
    return could_be_order(said) or (forbids_or_limits(said) and not _FINITE.search(said))
