"""All that an article's claims repeat or contradict of each other, without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning, Source, leads, read_claim
from corpus.matching.model import Match, MatchKind
from corpus.matching.vocabulary import DIRECTIONS
from corpus.model import Claim

CANDIDATES = 40
"""With how many of the others a claim is compared: those that share its rarest words."""
MOST_OF_A_KIND = 10
"""How many repeats, or conflicts, one claim is given: in a text made from one template each claim would have hundreds,
and nobody reads those. A claim that others are given, too, may come to twice as many."""
_CROWD = 400  # a word in more claims than this says little of each; only those nearest in the text are looked at
_LOOKS = 2_000  # so many shared words are counted for a claim, from the rarest on
_WORTH = 1_000_000  # of a word in one claim; of one in n claims, an nth of it


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the claims that were given, by their place in the list, and what they may be to each other."""

    left: int
    right: int
    match: Match


def read_article(title: str, text: str, claims: Sequence[Claim]) -> list[Meaning]:
    """Each of the article's claims, read with the title and the label of its line. All units, in order."""
    return [read_claim(claim, Source(title, lead)) for claim, lead in zip(claims, leads(text, claims), strict=True)]


def find_pairs(meanings: Sequence[Meaning], only: Collection[int] | None = None) -> Iterator[Pair]:
    """Each two of ``meanings`` that may repeat or contradict each other, as ``Finder`` finds them.

    ``only`` asks for the pairs that one of these is in, by their place in ``meanings``.
    """
    asked = range(len(meanings)) if only is None else sorted(only)
    return Finder(meanings, asked).pairs(asked)


def candidates(meanings: Sequence[Meaning], only: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """The two claims of each comparison that is worth it, the earlier first."""
    asked = range(len(meanings)) if only is None else sorted(only)
    finder = Finder(meanings, asked)
    for number in asked:
        for other in finder.candidates(number):
            yield min(number, other), max(number, other)


class Finder:
    """Finds what an article's claims are to each other. Time grows with their number, however alike they are.

    ``asked`` are the claims that are searched for, now or later, by their place: of two of them, the later one looks
    for the earlier. ``told`` says how often claims are in a pair of a kind already.
    """

    def __init__(
        self,
        meanings: Sequence[Meaning],
        asked: Collection[int],
        told: Counter[tuple[int, MatchKind]] | None = None,
    ) -> None:
        self._meanings = meanings
        self._asked = frozenset(asked)
        self._told = Counter[tuple[int, MatchKind]]() if told is None else told
        self._keys = [_keys(meaning) for meaning in meanings]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._keys):
            for key in found:
                self._holding[key].append(number)

    def pairs(self, numbers: Iterable[int]) -> Iterator[Pair]:
        """The pairs of these claims, the likeliest first, until one has as many of a kind as it is given."""
        for number in numbers:
            given = Counter[MatchKind]()
            for other in self.candidates(number):
                left, right = min(number, other), max(number, other)
                match = judge(self._meanings[left], self._meanings[right])
                if match is None or self._told[other, match.kind] >= 2 * MOST_OF_A_KIND:
                    continue
                self._told.update([(number, match.kind), (other, match.kind)])
                given[match.kind] += 1
                yield Pair(left, right, match)
                if given[match.kind] == MOST_OF_A_KIND:
                    break

    def candidates(self, number: int) -> list[int]:
        """The claims that this one is compared with: those that share most, the rare words counting most, and the
        nearest in the text among equals."""
        shared: Counter[int] = Counter()
        looks = 0
        for held in sorted((self._holding[key] for key in self._keys[number]), key=len):
            near = _nearest(held, number)
            worth = _WORTH // len(held)
            for other in near:
                if other < number or other not in self._asked:
                    shared[other] += worth
            looks += len(near)
            if looks >= _LOOKS:
                break
        shared.pop(number, None)
        best = nsmallest(CANDIDATES, shared.items(), key=lambda pair: (-pair[1], abs(pair[0] - number), pair[0]))
        return [other for other, _ in best]


def _nearest(held: Sequence[int], number: int) -> Sequence[int]:
    """The claims next to this one among ``held``, which are in order."""
    if len(held) <= _CROWD:
        return held
    at = bisect_left(held, number)
    first = min(max(0, at - _CROWD // 2), len(held) - _CROWD)
    return held[first : first + _CROWD]


def _keys(meaning: Meaning) -> set[str]:
    """What may lead from one claim to another: its words, and for its amounts what each is of."""
    found = set(meaning.stems) - set(DIRECTIONS)
    found |= {f"{name} {one.role} {one.unit}" for one in meaning.quantities for name in meaning.names}
    if meaning.is_harmless or meaning.is_harm:
        found |= {f"{name} harm" for name in meaning.names}
    return found
