"""What the votes together say when reviewers err differently: estimates after Dawid and Skene.

A. P. Dawid, A. M. Skene, Applied Statistics 28 (1979) 20-28: expectation maximisation over what is true of each claim
and how often each reviewer answers what. An estimate is arithmetic about votes, never a verdict: no label is changed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.agreement.ratings import MISSING, Ratings

Floats = npt.NDArray[np.float64]

MOST_ROUNDS = 500
_STILL = 1e-9
"""Estimates that move less than this from one round to the next have settled."""
_DECIMALS = 12
"""Each round keeps so many. Where two answers stand alike in the votes, what adding in another order leaves in the
sixteenth decimal would grow from round to round until it chose between them."""
_PRIOR = 0.01
"""Added to every count, so that an answer a reviewer never gave is rare, not impossible (else one vote decides)."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """What the votes together say. ``probabilities`` is claims x categories, each row adding up to 1; a claim without a
    vote has a row of zeros. ``answers`` is reviewers x true categories x answered categories, rows adding up to 1."""

    probabilities: Floats
    answers: Floats


@dataclass(frozen=True, slots=True)
class _Votes:
    """Every vote, in three columns: the claim's row, the reviewer's column, the code answered."""

    claims: int
    row: npt.NDArray[np.intp]
    column: npt.NDArray[np.intp]
    code: npt.NDArray[np.intp]


def estimate(ratings: Ratings, rounds: int = MOST_ROUNDS) -> Estimates:
    """Dawid-Skene estimates, started from the shares of the votes. The same votes give the same estimates in any order,
    and answers that stand alike in them the same chance. It ends once they are still, at the latest after ``rounds``.

    With one vote on a claim its estimate follows that vote, as far as its reviewer was right elsewhere.
    """
    shape = (len(ratings.reviewers), len(ratings.categories))
    row, column = np.nonzero(ratings.codes != MISSING)
    votes = _Votes(len(ratings.claims), row, column, ratings.codes[row, column].astype(np.intp))
    voted = np.bincount(row, minlength=votes.claims) > 0
    probabilities = _rows_to_one(ratings.counts().astype(np.float64))
    answers = _answers(votes, probabilities, shape)
    for _ in range(rounds):
        new = _probabilities(votes, answers, probabilities.sum(axis=0) + _PRIOR, voted).round(_DECIMALS)
        moved = np.abs(new - probabilities).max(initial=0.0)
        probabilities, answers = new, _answers(votes, new, shape)
        if moved < _STILL:
            break
    return Estimates(probabilities, answers)


def _probabilities(votes: _Votes, answers: Floats, priors: Floats, voted: npt.NDArray[np.bool_]) -> Floats:
    """What is true of each claim, by how likely its votes are if it were."""
    of_vote = np.log(answers)[votes.column, :, votes.code]
    likelihood = np.log(priors / priors.sum()) + _sums(votes.row, of_vote, votes.claims)
    likelihood -= likelihood.max(axis=1, keepdims=True)
    return _rows_to_one(np.exp(likelihood) * voted[:, np.newaxis])


def _answers(votes: _Votes, probabilities: Floats, shape: tuple[int, int]) -> Floats:
    """How often each reviewer answers what, by what is true: reviewers x true x answered."""
    reviewers, categories = shape
    sums = _sums(votes.column * categories + votes.code, probabilities[votes.row], reviewers * categories)
    counts = sums.reshape(reviewers, categories, categories).transpose(0, 2, 1) + _PRIOR
    shares: Floats = counts / counts.sum(axis=2, keepdims=True)
    return shares


def _sums(places: npt.NDArray[np.intp], values: Floats, length: int) -> Floats:
    """The sums of the rows of ``values`` that fall on each place: length x columns."""
    columns = [np.bincount(places, weights=column, minlength=length) for column in values.T]
    return np.stack(columns, axis=1)


def _rows_to_one(weights: Floats) -> Floats:
    totals = weights.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(weights, totals, out=np.zeros_like(weights), where=totals > 0)
    return shares
