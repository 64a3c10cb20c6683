"""All that an article's claims repeat or contradict of each other, without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning, Source, leads, read_claim
from corpus.matching.model import Match
from corpus.matching.vocabulary import DIRECTIONS
from corpus.model import Claim

CANDIDATES = 40
"""With how many of the others a claim is compared: those that share its rarest words."""
_CROWD = 400  # a word in more claims than this says nothing of one; only the last of them are looked at


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the claims that were given, by their place in the list, and what they may be to each other."""

    left: int
    right: int
    match: Match


def read_article(title: str, text: str, claims: Sequence[Claim]) -> list[Meaning]:
    """Each of the article's claims, read with the title and the label of its line. All units, in order."""
    return [read_claim(claim, Source(title, lead)) for claim, lead in zip(claims, leads(text, claims), strict=True)]


def find_pairs(meanings: Sequence[Meaning]) -> Iterator[Pair]:
    """Each two of ``meanings`` that may repeat or contradict each other, in order. Time grows with their number."""
    for right, left in candidates(meanings):
        if match := judge(meanings[left], meanings[right]):
            yield Pair(left, right, match)


def candidates(meanings: Sequence[Meaning]) -> Iterator[tuple[int, int]]:
    """Each claim with those before it that share most, the rare words counting most."""
    often = Counter(stem for meaning in meanings for stem in set(meaning.stems))
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, meaning in enumerate(meanings):
        shared: Counter[int] = Counter()
        for key in _keys(meaning):
            worth = 1_000_000 // often.get(key, 1)
            for other in holding[key][-_CROWD:]:
                shared[other] += worth
            holding[key].append(number)
        for other, _ in nlargest(CANDIDATES, shared.items(), key=lambda pair: pair[1]):
            yield number, other


def _keys(meaning: Meaning) -> set[str]:
    """What may lead from one claim to another: its words, and for its amounts what each is of."""
    found = set(meaning.stems) - set(DIRECTIONS)
    found |= {f"{name} {one.role} {one.unit}" for one in meaning.quantities for name in meaning.names}
    if meaning.is_harmless or meaning.is_harm:
        found |= {f"{name} harm" for name in meaning.names}
    return found
