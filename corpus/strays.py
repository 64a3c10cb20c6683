"""Units that changed a little and moved a little: what order alone leaves over on both sides of a revision.

A sentence that stands before its neighbour now, with another number in it, is offered to a person as changed. Which one
it was must be plain: where two on either side could be meant, none is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from corpus.aligning import LIKE_ENOUGH, Pairs, bag, in_order, likeness, weight

FEW_PLACES = 4
"""How far from its place, counted from the pairs around it, a unit is looked for."""
SURELY_LIKE = 0.6
"""Likeness from which such a unit is taken; from ``LIKE_ENOUGH`` on it makes another one doubtful."""
LEAST_SHARED = 2.5
"""The weight of the words that both must have: two short sentences are soon alike."""


def pair_strays(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, free_old: Collection[int], free_new: Collection[int]
) -> Pairs:
    """Pairs among ``free_old`` and ``free_new``, the units left over beside ``pairs``, that are beyond doubt."""
    if not free_old or not free_new:
        return {}
    bags_new = {number: bag(new[number]) for number in free_new}
    alike: dict[tuple[int, int], float] = {}
    of_old: defaultdict[int, list[int]] = defaultdict(list)
    of_new: defaultdict[int, list[int]] = defaultdict(list)
    for one, others in _near(pairs, len(old), len(new), free_old):
        words = bag(old[one])
        for other in others & bags_new.keys():
            if (found := likeness(words, bags_new[other])) >= LIKE_ENOUGH:
                alike[one, other] = found if weight(words & bags_new[other]) >= LEAST_SHARED else 0.0
                of_old[one].append(other)
                of_new[other].append(one)
    return {
        one: other
        for (one, other), found in alike.items()
        if found >= SURELY_LIKE and of_old[one] == [other] and of_new[other] == [one]
    }


def _near(pairs: Pairs, old_count: int, new_count: int, free: Collection[int]) -> Iterator[tuple[int, set[int]]]:
    """Each free old unit with the places near its own in the new text, as the pairs before and behind it tell."""
    walls = [(-1, -1), *sorted(in_order(pairs).items()), (old_count, new_count)]
    olds = [old for old, _ in walls]
    for one in free:
        at = bisect_left(olds, one)
        yield (
            one,
            {
                new + one - old + step
                for old, new in walls[at - 1 : at + 1]
                for step in range(-FEW_PLACES, FEW_PLACES + 1)
            },
        )
