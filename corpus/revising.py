"""An article's units in one revision and the next: which stayed as they were, which changed, came or went.

What a reviewer said holds for words in their frame. So a unit is ``UNCHANGED`` only when its exact words stand in the
same frame, and there is no doubt which of the old ones it is; everything else is offered to a person. Each unit, old
and new, is in exactly one pairing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.aligning import Pairs, bag, in_order, likeness, pair_alike, pair_same, share_in, surely_in_order
from corpus.framing import Frame, frame_of, points_back, words_of
from corpus.model import Claim
from corpus.strays import pair_strays

MOST_UNCLEAR = 6
"""Of so many copies of a sentence each new one is offered with each old one; of more, in their order."""
_PART_OF = 0.6


class Fate(StrEnum):
    """What became of units from one revision to the next."""

    UNCHANGED = "unchanged"
    REFRAMED = "reframed"
    UNCLEAR = "unclear"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Pairing:
    """The old units that went on as the new ones, by their numbers in both lists.

    ``REFRAMED``: the same words under other headings, in another list or table, or after another sentence that they
    point back to. ``UNCLEAR``: the same words, but which of several. ``moved``: not in the order it was.
    """

    fate: Fate
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions side by side, as pairings in the order of the new text; what vanished stands where it was."""

    pairings: tuple[Pairing, ...]

    def of(self, *fates: Fate) -> list[Pairing]:
        """The pairings of these fates, in order."""
        return [pairing for pairing in self.pairings if pairing.fate in fates]


def compare(old: Sequence[Claim], new: Sequence[Claim]) -> Comparison:
    """What became of the units ``old`` of one revision in ``new``, those of the next."""
    return Comparison(tuple(_placed(_Comparing(old, new).pairings())))


class _Comparing:
    """One comparison: the words and frames of both sides, and which old unit is which new one so far."""

    def __init__(self, old: Sequence[Claim], new: Sequence[Claim]) -> None:
        self.old, self.new = old, new
        self.old_words, self.new_words = [words_of(claim) for claim in old], [words_of(claim) for claim in new]
        self.old_frames, self.new_frames = _frames(old), _frames(new)
        same = pair_same(self.old_words, self.new_words, (self.old_frames, self.new_frames))
        self.ordered = in_order(same)
        self.same = self._beyond_doubt(same)

    def pairings(self) -> Iterator[Pairing]:
        """Every unit in its pairing, in no order."""
        for old, new in self.same.items():
            yield Pairing(self._fate(old, new), (old,), (new,), moved=old not in self.ordered)
        unclear = list(self._unclear())
        yield from unclear
        taken_old = {*self.same, *(number for pairing in unclear for number in pairing.old)}
        taken_new = {*self.same.values(), *(number for pairing in unclear for number in pairing.new)}
        yield from self._reworded(taken_old, taken_new)

    def _beyond_doubt(self, same: Pairs) -> Pairs:
        """Without those that may have moved and have copies: one that was found between neighbours is in doubt again
        where a pair found later put it out of order."""
        stayed = surely_in_order(same)
        words = Counter(self.old_words), Counter(self.new_words)
        framed = (
            Counter(zip(self.old_words, self.old_frames, strict=True)),
            Counter(zip(self.new_words, self.new_frames, strict=True)),
        )

        def is_clear(old: int, new: int) -> bool:
            each, frame = self.old_words[old], self.old_frames[old]
            if words[0][each] == words[1][each] == 1:
                return True
            return self.new_frames[new] == frame and framed[0][each, frame] == framed[1][each, frame]

        return {old: new for old, new in same.items() if old in stayed or is_clear(old, new)}

    def _fate(self, old: int, new: int) -> Fate:
        same_frame = self.old_frames[old] == self.new_frames[new]
        if same_frame and (not points_back(self.new[new]) or self._follows_the_same(old, new)):
            return Fate.UNCHANGED
        return Fate.REFRAMED

    def _follows_the_same(self, old: int, new: int) -> bool:
        if not old or not new:
            return old == new
        return self.old_words[old - 1] == self.new_words[new - 1]

    def _unclear(self) -> Iterator[Pairing]:
        """Same words on both sides that found no pair."""
        olds = _left(self.old_words, self.same)
        news = _left(self.new_words, set(self.same.values()))
        for words, old in olds.items():
            new = news.get(words, [])
            if new and len(old) <= MOST_UNCLEAR and len(new) <= MOST_UNCLEAR:
                yield Pairing(Fate.UNCLEAR, tuple(old), tuple(new))
            else:
                for one, other in zip(old, new, strict=False):  # the rest vanished, or is new
                    yield Pairing(Fate.UNCLEAR, (one,), (other,))

    def _reworded(self, taken_old: set[int], taken_new: set[int]) -> Iterator[Pairing]:
        alike = self._alike(taken_old, taken_new)
        free_old = set(range(len(self.old))) - taken_old - set(alike)
        free_new = set(range(len(self.new))) - taken_new - set(alike.values())
        strays = pair_strays(self.old_words, self.new_words, self.same | alike, free_old, free_new)
        free_old -= strays.keys()
        free_new -= set(strays.values())
        alike |= strays
        for old, new in sorted(alike.items()):
            whole_old, whole_new = bag(self.old_words[old]), bag(self.new_words[new])
            parts = self._parts(whole_old, new, free_new, self.new_words)
            if len(parts) > 1:
                yield Pairing(Fate.SPLIT, (old,), parts, moved=old in strays)
                continue
            parts = self._parts(whole_new, old, free_old, self.old_words)
            yield Pairing(Fate.MERGED if len(parts) > 1 else Fate.CHANGED, parts, (new,), moved=old in strays)
        yield from (Pairing(Fate.NEW, new=(number,)) for number in free_new)
        yield from (Pairing(Fate.VANISHED, old=(number,)) for number in free_old)

    def _alike(self, taken_old: set[int], taken_new: set[int]) -> Pairs:
        """Pairs by likeness, of what is not taken: the same words elsewhere keep their place as a wall between gaps."""
        old = ["" if number in taken_old else words for number, words in enumerate(self.old_words)]
        new = ["" if number in taken_new else words for number, words in enumerate(self.new_words)]
        return pair_alike(old, new, self.same)

    def _parts(self, whole: frozenset[str], at: int, free: set[int], words: Sequence[str]) -> tuple[int, ...]:
        """``at`` with its free neighbours that are mostly made of words of ``whole`` too, and make it more like it.
        What joins is taken out of ``free``."""
        first = last = at
        joined = bag(words[at])
        for step in (-1, 1):
            beside = at + step
            while beside in free:
                more = bag(words[beside])
                together = bag(" ".join(words[min(first, beside) : max(last, beside) + 1]))
                if share_in(more, whole) < _PART_OF or likeness(together, whole) <= likeness(joined, whole):
                    break
                free.remove(beside)
                joined = together
                first, last = min(first, beside), max(last, beside)
                beside += step
        return tuple(range(first, last + 1))


def _frames(claims: Iterable[Claim]) -> list[Frame]:
    known: dict[object, Frame] = {}  # all units under one heading share theirs
    frames = []
    for claim in claims:
        if claim.context not in known:
            known[claim.context] = frame_of(claim)
        frames.append(known[claim.context])
    return frames


def _left(words: Sequence[str], taken: Iterable[int]) -> dict[str, list[int]]:
    taken = set(taken)
    left: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(words):
        if number not in taken:
            left[each].append(number)
    return left


def _placed(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Pairings in the order of the new text; what vanished comes after what went before it in the old one."""
    pairings = list(pairings)
    went_to = {old: pairing.new[-1] for pairing in pairings if pairing.new and not pairing.moved for old in pairing.old}
    places: dict[int, tuple[int, int]] = {}
    at = -1
    for old in sorted({number for pairing in pairings for number in pairing.old}):
        at = went_to.get(old, at)
        places[old] = (at, old + 1)
    return sorted(pairings, key=lambda pairing: (pairing.new[0], 0) if pairing.new else places[pairing.old[0]])
