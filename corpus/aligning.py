"""Which unit of a revision is which unit of the next: same words first, then likeness between those.

Units that are alone with their words in both texts are found first; a longest run of pairs in order (patience sorting,
as in Bazaar's diff) then parts both texts into gaps, in which the others are looked for. No step compares everything
with everything: time grows with the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from corpus.patterns import listed

Pairs: TypeAlias = dict[int, int]
"""Old units to new units, by their numbers."""

LIKE_ENOUGH = 0.5
"""Likeness from which a unit is taken for the other, reworded. Below, a person would see two sentences."""
ALONE_ENOUGH = 0.3
"""The same, for two that are alone between the same neighbours."""
COMMON = 12
"""A word in more of a gap's units than that brings no two of them together."""
MOST_CANDIDATES = 6
ROUNDS = 8
"""How often gaps are looked through: each pair found in one parts it in two. What is left then is a person's to say."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SMALL_WORDS = listed("""
    a an and are as at be been by can cannot did do does for from had has have in is it its may never no not of on or
    that the their there these this to was were which with
""")
_SMALL = 0.25
_AGAIN = "#"
_COUNTS_LITTLE = frozenset(word + times * _AGAIN for word in _SMALL_WORDS for times in range(6))
_LONGEST = 60


class Gap(NamedTuple):
    """The units, old and new, between two pairs that stand in order, which have no pair yet."""

    old: list[int]
    new: list[int]


def pair_same(old: Sequence[str], new: Sequence[str], frames: tuple[Sequence[Hashable], Sequence[Hashable]]) -> Pairs:
    """Units of the same words whose place is beyond doubt: alone with their words in both; as many of them under the
    same frame in both, in their order; or as many between the same neighbours. ``frames`` are those of old and new."""
    pairs: Pairs = {}
    _pair_equals(pairs, old, new, range(len(old)), range(len(new)), most=1)
    framed_old, framed_new = list(zip(old, frames[0], strict=True)), list(zip(new, frames[1], strict=True))
    _pair_equals(pairs, framed_old, framed_new, *_without_pair(pairs, len(old), len(new)))
    for _ in range(ROUNDS):
        before = len(pairs)
        for gap in list(gaps(pairs, len(old), len(new))):
            _pair_equals(pairs, old, new, gap.old, gap.new)
        if len(pairs) == before:
            break
    return pairs


def in_order(pairs: Pairs) -> Pairs:
    """A largest part of ``pairs`` that stands in the same order in both texts: the others have moved."""
    tails: list[int] = []
    heads: list[int] = []
    before: dict[int, int] = {}
    for old in sorted(pairs):
        at = bisect_left(tails, pairs[old])
        if at:
            before[old] = heads[at - 1]
        tails[at : at + 1] = [pairs[old]]
        heads[at : at + 1] = [old]
    chain: Pairs = {}
    here = heads[-1] if heads else None
    while here is not None:
        chain[here] = pairs[here]
        here = before.get(here)
    return chain


def surely_in_order(pairs: Pairs) -> set[int]:
    """The old units of those pairs that are in every largest part of ``pairs`` that stands in order: whichever of
    several is chosen, these have not moved."""
    olds = sorted(pairs)
    ahead = _longest_to(pairs[old] for old in olds)
    behind = _longest_to(-pairs[old] for old in reversed(olds))[::-1]
    whole = max(ahead, default=0)
    longest = [(step, old) for old, step, rest in zip(olds, ahead, behind, strict=True) if step + rest - 1 == whole]
    alone = Counter(step for step, _ in longest)
    return {old for step, old in longest if alone[step] == 1}


def _longest_to(places: Iterable[int]) -> list[int]:
    """For each place, how many stand in the longest rising run that ends with it."""
    tails: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        lengths.append(at + 1)
    return lengths


def gaps(pairs: Pairs, old_count: int, new_count: int) -> Iterator[Gap]:
    """The gaps that hold units of both texts."""
    paired = set(pairs.values())
    old_at = new_at = 0
    walls = sorted((old, pairs[old]) for old in surely_in_order(pairs))  # any choice among equals would be arbitrary
    for old, new in [*walls, (old_count, new_count)]:
        gap = Gap(
            [number for number in range(old_at, old) if number not in pairs],
            [number for number in range(new_at, new) if number not in paired],
        )
        if gap.old and gap.new:
            yield gap
        old_at, new_at = old + 1, new + 1


def pair_alike(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Pairs:
    """Those left over that are alike enough, in order, gap by gap: the pairs of the greatest likeness in sum."""
    found: Pairs = {}
    for gap in gaps(pairs, len(old), len(new)):
        found |= _heaviest(_candidates(old, new, gap))
    return found


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of their words two units share, from 0 to 1 (Dice); small words count for little."""
    whole = weight(one) + weight(other)
    return 2 * weight(one & other) / whole if whole else 0.0


def share_in(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of ``part`` is in ``whole``, from 0 to 1."""
    all_of_it = weight(part)
    return weight(part & whole) / all_of_it if all_of_it else 0.0


def bag(words: str) -> frozenset[str]:
    """The words of a unit in small letters, without the ``s`` at their end. One that comes again counts again: it gets
    a mark for each time."""
    found: set[str] = set()
    for word in _WORD.findall(words.casefold()):
        each = word[:-1] if len(word) > 3 and word[-1] == "s" else word
        while each in found and len(each) < _LONGEST:
            each += _AGAIN
        found.add(each)
    return frozenset(found)


def _pair_equals(
    pairs: Pairs,
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    old_numbers: Iterable[int],
    new_numbers: Iterable[int],
    most: int | None = None,
) -> None:
    """Pair those that are equal, where there are as many of them on both sides (and no more than ``most``)."""
    places = _places(new, new_numbers)
    for words, numbers in _places(old, old_numbers).items():
        others = places.get(words, [])
        if len(others) == len(numbers) and (most is None or len(numbers) <= most):
            pairs.update(zip(numbers, others, strict=True))


def _places(units: Sequence[Hashable], numbers: Iterable[int]) -> Mapping[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        places[units[number]].append(number)
    return places


def _without_pair(pairs: Pairs, old_count: int, new_count: int) -> tuple[list[int], list[int]]:
    paired = set(pairs.values())
    return (
        [number for number in range(old_count) if number not in pairs],
        [number for number in range(new_count) if number not in paired],
    )


def _candidates(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterator[tuple[int, int, float]]:
    """Pairs of a gap that share a word, or two in a row, which are rare in it, and are alike enough, with their
    likeness."""
    bags = {number: bag(old[number]) for number in gap.old}
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in gap.old:
        for key in _keys(old[number]):
            places[key].append(number)
    in_small_gap = len(gap.old) <= COMMON
    enough = ALONE_ENOUGH if len(gap.old) == len(gap.new) == 1 else LIKE_ENOUGH
    for number in gap.new:
        words = bag(new[number])
        shared: Counter[int] = Counter()
        for key in _keys(new[number]):
            if in_small_gap or len(places.get(key, ())) <= COMMON:
                shared.update(places.get(key, ()))
        for other, _ in shared.most_common(MOST_CANDIDATES):
            if (alike := likeness(bags[other], words)) >= enough:
                yield other, number, alike


def _keys(words: str) -> set[Hashable]:
    found = _WORD.findall(words.casefold())
    return {*bag(words), *pairwise(found)}


def _heaviest(candidates: Iterable[tuple[int, int, float]]) -> Pairs:
    """Of ``candidates`` those that stand in order in both texts and weigh most together.

    One pass in the order of the old units; a Fenwick tree holds the heaviest chain that ends at or before each new one.
    """
    ordered = sorted(candidates, key=lambda candidate: (candidate[0], -candidate[1]))
    ranks = {new: rank for rank, new in enumerate(sorted({new for _, new, _ in ordered}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for at, (_, new, alike) in enumerate(ordered):
        weight, last = _best_until(best, ranks[new] - 1)
        before.append(last)
        _raise_from(best, ranks[new], (weight + alike, at))
    pairs: Pairs = {}
    _, at = _best_until(best, len(ranks))
    while at >= 0:
        old, new, _ = ordered[at]
        pairs[old] = new
        at = before[at]
    return pairs


def _best_until(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        found = max(found, best[rank], key=itemgetter(0))
        rank -= rank & -rank
    return found


def _raise_from(best: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], entry, key=itemgetter(0))
        rank += rank & -rank


def weight(words: frozenset[str]) -> float:
    """How many words these are; small ones count for little."""
    return len(words) - (1 - _SMALL) * len(words & _COUNTS_LITTLE)
