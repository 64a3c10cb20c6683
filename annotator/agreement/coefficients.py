"""Chance-corrected agreement on nominal categories, with votes missing where nobody gave one.

Krippendorff's alpha: K. Krippendorff, Content Analysis (2004), chapter 11. Cohen's kappa: J. Cohen, Educational and
Psychological Measurement 20 (1960) 37-46. Fleiss' kappa: J. L. Fleiss, Psychological Bulletin 76 (1971) 378-382, with
the pairs of each claim weighed alike however many voted on it.

A figure that is not defined is none, with the reason: never NaN, and never a flattering 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.agreement.ratings import MISSING, Codes, Counts, Ratings

Floats = npt.NDArray[np.float64]

DRAWS = 1000
"""Resamples of the bootstrap: the ends of a 95 % interval are then steady to about a hundredth."""

_SEED = 20261126
_AT_ONCE = 1_000_000
"""Claims drawn in one step: some megabytes."""
_FEWEST = 10
"""Claims with two votes below which resampling them says nothing of how far a figure could be off."""

NO_PAIRS = "no claim has votes of two reviewers"
ALL_ALIKE = "every vote is the same answer, so chance alone would agree too"
TOO_FEW = f"no interval below {_FEWEST} claims"
ONE_ANSWER = "no interval: most resamples hold one answer alone"


@dataclass(frozen=True, slots=True)
class Figure:
    """One coefficient: 1 is full agreement, 0 is what chance would give; None where it is not defined, and ``reason``
    says why. ``low`` and ``high`` are its 95 % interval where one was computed; ``no_interval`` says why none could be.
    ``claims`` is what it rests on."""

    value: float | None
    claims: int
    reason: str = ""
    low: float | None = None
    high: float | None = None
    no_interval: str = ""


def krippendorff_alpha(ratings: Ratings, *, draws: int = DRAWS) -> Figure:
    """Krippendorff's alpha over all claims with at least two votes, and its bootstrap interval.

    The interval is of the percentile kind, over ``draws`` resamples of the claims from a fixed seed: the same votes
    give the same interval. It is left out below ten claims, and with ``draws`` of 0.
    """
    counts = _paired(ratings.counts())
    claims = len(counts)
    if not claims:
        return Figure(None, 0, NO_PAIRS)
    parts = _alpha_parts(counts)
    found = _alphas(parts.sum(axis=0, keepdims=True))
    if not len(found):
        return Figure(None, claims, ALL_ALIKE)
    value = float(found[0])
    if claims < _FEWEST:
        return Figure(value, claims, no_interval=TOO_FEW if draws else "")
    low, high = _interval(parts, draws) if draws else (None, None)
    return Figure(value, claims, "", low, high, ONE_ANSWER if draws and low is None else "")


def fleiss_kappa(ratings: Ratings) -> Figure:
    """Fleiss' kappa over all claims with at least two votes; claims may have different numbers of them."""
    counts = _paired(ratings.counts()).astype(np.float64)
    claims = len(counts)
    if not claims:
        return Figure(None, 0, NO_PAIRS)
    votes = counts.sum(axis=1)
    observed = float(((counts**2).sum(axis=1) - votes).dot(1 / (votes * (votes - 1))) / claims)
    expected = float(((counts.sum(axis=0) / votes.sum()) ** 2).sum())
    if _is_one(expected):
        return Figure(None, claims, ALL_ALIKE)
    return Figure((observed - expected) / (1 - expected), claims)


def cohen_kappa(first: Codes, second: Codes, categories: int) -> Figure:
    """Cohen's kappa of two reviewers over the claims both answered; each a column of codes."""
    table = crossed(first, second, categories)
    claims = int(table.sum())
    if not claims:
        return Figure(None, 0, "they have no claim in common")
    observed = float(np.trace(table)) / claims
    expected = float(table.sum(axis=1).dot(table.sum(axis=0))) / claims**2
    if _is_one(expected):
        return Figure(None, claims, "both gave one and the same answer throughout, so chance alone would agree too")
    return Figure((observed - expected) / (1 - expected), claims)


def crossed(first: Codes, second: Codes, categories: int) -> Counts:
    """How often ``first`` answered the row's category and ``second`` the column's: categories x categories."""
    both = (first != MISSING) & (second != MISSING)
    pairs = first[both].astype(np.int64) * categories + second[both]
    return np.bincount(pairs, minlength=categories**2).reshape(categories, categories)


def confusion(ratings: Ratings) -> Counts:
    """How often two reviewers of one claim answered the row's and the column's category: categories x categories.

    Symmetric; each pair of reviewers of a claim counts once, on the diagonal when they agree, else in both its places.
    """
    counts = ratings.counts()
    table: Counts = counts.T @ counts
    same = (counts * (counts - 1) // 2).sum(axis=0)
    np.fill_diagonal(table, same)
    return table


def _paired(counts: Counts) -> Counts:
    paired: Counts = counts[counts.sum(axis=1) >= 2]
    return paired


def _alpha_parts(counts: Counts) -> Floats:
    """What each claim adds: its pairs that differ, weighed by 1 / (votes - 1), then its votes by category."""
    votes = counts.sum(axis=1)
    differing = (votes**2 - (counts**2).sum(axis=1)) / (votes - 1)
    return np.column_stack([differing, counts])


def _alphas(sums: Floats) -> Floats:
    """Alpha of each row of summed parts, without the rows that hold one answer alone, which have none."""
    differing, by_category = sums[:, 0], sums[:, 1:]
    votes = by_category.sum(axis=1)
    expected = votes**2 - (by_category**2).sum(axis=1)
    some = expected > 0
    found: Floats = 1 - (votes[some] - 1) * differing[some] / expected[some]
    return found


def _interval(parts: Floats, draws: int) -> tuple[float | None, float | None]:
    """The ends of the interval. Claims that add the same are counted together, so that many small sets of claims, such
    as those of each article, cost what one large set does."""
    dice = np.random.default_rng(_SEED)
    distinct, alike = np.unique(parts, axis=0, return_inverse=True)
    claims, sorts = len(parts), len(distinct)
    alike = alike.reshape(claims)
    values: list[float] = []
    at_once = max(1, _AT_ONCE // claims)
    for start in range(0, draws, at_once):
        size = min(at_once, draws - start)
        drawn = alike[dice.integers(0, claims, (size, claims))] + np.arange(size)[:, None] * sorts
        counts = np.bincount(drawn.ravel(), minlength=size * sorts).reshape(size, sorts)
        values.extend(_alphas(counts @ distinct))
    if len(values) < draws / 2:
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _is_one(expected: float) -> bool:
    return expected > 1 - 1e-12
