"""Estimates from votes, held to a plain restatement of the method and to what was true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from annotator.agreement.dawid_skene import estimate
from annotator.agreement.ratings import MISSING, Ratings
from tests.annotator.agreement.matrices import matrices, ratings, simulated


def plainly(votes: Ratings, rounds: int = 500) -> list[list[float]]:
    """The same method claim by claim, as the paper writes it, in loops."""
    claims, categories = len(votes.claims), len(votes.categories)
    reviewers = range(len(votes.reviewers))
    given_by = [[(r, int(votes.codes[i, r])) for r in reviewers if votes.codes[i, r] != MISSING] for i in range(claims)]
    truth = [
        [sum(code == j for _, code in theirs) / len(theirs) if theirs else 0.0 for j in range(categories)]
        for theirs in given_by
    ]
    for _ in range(rounds):
        prior = [sum(row[j] for row in truth) + 0.01 for j in range(categories)]
        answers = [[[0.01] * categories for _ in range(categories)] for _ in reviewers]
        for theirs, row in zip(given_by, truth, strict=True):
            for reviewer, code in theirs:
                for j in range(categories):
                    answers[reviewer][j][code] += row[j]
        new = []
        for theirs in given_by:
            row = [prior[j] / sum(prior) if theirs else 0.0 for j in range(categories)]
            for reviewer, code in theirs:
                for j in range(categories):
                    row[j] *= answers[reviewer][j][code] / sum(answers[reviewer][j])
            total = sum(row)
            new.append([share / total if total else 0.0 for share in row])
        moved = max((abs(a - b) for x, y in zip(new, truth, strict=True) for a, b in zip(x, y, strict=True)), default=0)
        truth = new
        if moved < 1e-9:
            break
    return truth


@given(matrices())
@settings(max_examples=25)
def test_estimates_are_those_of_a_plain_restatement(votes: Ratings) -> None:
    assert estimate(votes).probabilities.tolist() == [pytest.approx(row, abs=1e-6) for row in plainly(votes)]


@given(matrices())
def test_probabilities_add_up_to_one_or_are_none_without_a_vote(votes: Ratings) -> None:
    found = estimate(votes)

    voted = (votes.codes != MISSING).any(axis=1)
    assert np.allclose(found.probabilities.sum(axis=1), voted)
    assert np.allclose(found.answers.sum(axis=2), 1)
    assert np.isfinite(found.probabilities).all()


def test_one_good_reviewer_outweighs_two_who_guess() -> None:
    votes, truth = simulated(600, 5, [0.95, 0.95, 0.4, 0.4, 0.4], seed=3)

    found = estimate(votes)

    counts = votes.counts()
    voted = counts.sum(axis=1) > 0
    estimated = (found.probabilities.argmax(axis=1) == truth)[voted].mean()
    by_majority = (counts.argmax(axis=1) == truth)[voted].mean()
    assert estimated > by_majority + 0.05
    assert found.answers[0, 0, 0] > 0.85
    assert found.answers[4, 0, 0] < 0.6


def test_the_names_order_of_the_reviewers_changes_nothing() -> None:
    votes, _ = simulated(50, 4, [0.9, 0.8, 0.7, 0.6], seed=4)
    turned = Ratings(votes.claims, votes.reviewers[::-1], votes.codes[:, ::-1])

    assert np.allclose(estimate(votes).probabilities, estimate(turned).probabilities)


def test_no_claim_and_no_reviewer_give_no_estimate() -> None:
    assert estimate(Ratings((), (), np.empty((0, 0), dtype=np.int8))).probabilities.shape == (0, 4)
    assert estimate(ratings(["..", ".."])).probabilities.sum() == 0
