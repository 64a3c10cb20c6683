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
_FEWEST = 10
"""Claims with two votes below which resampling them says nothing of how far a figure could be off."""

NO_PAIRS = "no claim has votes of two reviewers"
ALL_ALIKE = "every vote is the same answer, so chance alone would agree too"


@dataclass(frozen=True, slots=True)
class Figure:
    """One coefficient: 1 is full agreement, 0 is what chance would give; None where it is not defined, and ``reason``
    says why. ``low`` and ``high`` are its 95 % interval where one was computed. ``claims`` is what it rests on."""

    value: float | None
    claims: int
    reason: str = ""
    low: float | None = None
    high: float | None = None


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
    value = _alpha(parts.sum(axis=0))
    if value is None:
        return Figure(None, claims, ALL_ALIKE)
    low, high = _interval(parts, draws) if draws and claims >= _FEWEST else (None, None)
    return Figure(value, claims, "", low, high)


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


def _alpha(sums: Floats) -> float | None:
    differing, by_category = float(sums[0]), sums[1:]
    votes = float(by_category.sum())
    expected = votes**2 - float((by_category**2).sum())
    return None if expected == 0 else 1 - (votes - 1) * differing / expected


def _interval(parts: Floats, draws: int) -> tuple[float | None, float | None]:
    dice = np.random.default_rng(_SEED)
    claims = len(parts)
    values = []
    for _ in range(draws):
        drawn = np.bincount(dice.integers(0, claims, claims), minlength=claims)
        value = _alpha(drawn @ parts)
        if value is not None:  # a draw of one answer alone has no alpha, and says nothing
            values.append(value)
    if len(values) < draws / 2:
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _is_one(expected: float) -> bool:
    return expected > 1 - 1e-12
