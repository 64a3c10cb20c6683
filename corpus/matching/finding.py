"""All that an article's claims repeat or contradict of each other, without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning, Source, leads, read_claim
from corpus.matching.model import Match
from corpus.matching.vocabulary import DIRECTIONS
from corpus.model import Claim

CANDIDATES = 40
"""With how many of the others a claim is compared: those that share its rarest words."""
_CROWD = 400  # a word in more claims than this says little of each; only the last of them are looked at
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
    """Each two of ``meanings`` that may repeat or contradict each other. Time grows with their number.

    ``only`` asks for the pairs that one of these is in, by their place in ``meanings``.
    """
    for left, right in candidates(meanings, only):
        if match := judge(meanings[left], meanings[right]):
            yield Pair(left, right, match)


def candidates(meanings: Sequence[Meaning], only: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """The two claims of each comparison that is worth it, the earlier first: each claim with those that share most,
    the rare words counting most."""
    keys = [_keys(meaning) for meaning in meanings]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(keys):
        for key in found:
            holding[key].append(number)
    asked = range(len(meanings)) if only is None else sorted(only)
    done = frozenset(asked)
    for number in asked:
        shared: Counter[int] = Counter()
        for key in keys[number]:
            others = holding[key]
            for other in others[-_CROWD:]:
                if other < number or other not in done:
                    shared[other] += _WORTH // len(others)
        for other, _ in nlargest(CANDIDATES, shared.items(), key=lambda pair: pair[1]):
            yield min(number, other), max(number, other)


def _keys(meaning: Meaning) -> set[str]:
    """What may lead from one claim to another: its words, and for its amounts what each is of."""
    found = set(meaning.stems) - set(DIRECTIONS)
    found |= {f"{name} {one.role} {one.unit}" for one in meaning.quantities for name in meaning.names}
    if meaning.is_harmless or meaning.is_harm:
        found |= {f"{name} harm" for name in meaning.names}
    return found
