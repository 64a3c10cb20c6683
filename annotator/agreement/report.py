"""The agreement on a set of claims as people read it: overall, per pair, per kind and per article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from annotator.agreement.coefficients import Figure, cohen_kappa, confusion, fleiss_kappa, krippendorff_alpha
from annotator.agreement.ratings import Ratings, ratings_of
from annotator.model import LabelledClaim


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers and their Cohen's kappa."""

    first: str
    second: str
    kappa: Figure


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers of a set of claims agree.

    ``confusion`` is a symmetric table over ``categories``: how often two reviewers of one claim answered so.
    ``by_kind`` and ``by_article`` are alphas with their intervals, in the order of their names.
    """

    claims: int
    claims_with_two: int
    reviewers: tuple[str, ...]
    alpha: Figure
    fleiss: Figure
    pairs: tuple[Pair, ...]
    categories: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]
    by_kind: tuple[tuple[str, Figure], ...]
    by_article: tuple[tuple[str, Figure], ...]

    @property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs that share a claim. Of the others there is nothing to tell but how many they are."""
        return tuple(pair for pair in self.pairs if pair.kappa.claims)

    def without_names(self) -> Agreement:
        """The same, with reviewers as numbers: for datasets that do not tell who voted."""
        numbers = {name: f"reviewer {number}" for number, name in enumerate(self.reviewers, 1)}
        pairs = tuple(Pair(numbers[pair.first], numbers[pair.second], pair.kappa) for pair in self.pairs)
        return replace(self, reviewers=tuple(numbers.values()), pairs=pairs)


def agreement_on(claims: Iterable[LabelledClaim]) -> Agreement:
    """The agreement on ``claims``, over their votes as they are; read once, so that a stream will do."""
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    articles: defaultdict[str, list[int]] = defaultdict(list)

    def noted() -> Iterable[LabelledClaim]:
        for row, claim in enumerate(claims):
            kinds[claim.kind].append(row)
            articles[claim.article.slug].append(row)
            yield claim

    ratings = ratings_of(noted())
    return Agreement(
        claims=len(ratings.claims),
        claims_with_two=int((ratings.counts().sum(axis=1) >= 2).sum()),
        reviewers=ratings.reviewers,
        alpha=krippendorff_alpha(ratings),
        fleiss=fleiss_kappa(ratings),
        pairs=_pairs(ratings),
        categories=ratings.categories,
        confusion=tuple(tuple(int(number) for number in row) for row in confusion(ratings)),
        by_kind=_alphas(ratings, kinds),
        by_article=_alphas(ratings, articles),
    )


def _pairs(ratings: Ratings) -> tuple[Pair, ...]:
    count = len(ratings.categories)
    return tuple(
        Pair(first, second, cohen_kappa(ratings.codes[:, one], ratings.codes[:, other], count))
        for (one, first), (other, second) in combinations(enumerate(ratings.reviewers), 2)
    )


def _alphas(ratings: Ratings, rows: dict[str, list[int]]) -> tuple[tuple[str, Figure], ...]:
    return tuple((name, krippendorff_alpha(ratings.only(rows[name]))) for name in sorted(rows))
