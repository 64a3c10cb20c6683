"""Estimates from votes, held to a plain restatement of the method and to what was true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings

from annotator.agreement.dawid_skene import MOST_ROUNDS, estimate
from annotator.agreement.ratings import MISSING, Ratings
from tests.annotator.agreement.matrices import matrices, ratings, simulated


def plain_start(votes: Ratings) -> list[list[float]]:
    """The shares of the votes on each claim."""
    rows = [[code for code in row if code != MISSING] for row in votes.codes.tolist()]
    return [[row.count(j) / len(row) if row else 0.0 for j in range(len(votes.categories))] for row in rows]


def plain_round(votes: Ratings, truth: list[list[float]]) -> list[list[float]]:
    """One round of the same method claim by claim, as the paper writes it, in loops."""
    categories = range(len(votes.categories))
    reviewers = range(len(votes.reviewers))
    given_by = [[(r, code) for r, code in enumerate(row) if code != MISSING] for row in votes.codes.tolist()]
    prior = [sum(row[j] for row in truth) + 0.01 for j in categories]
    answers = [[[0.01 for _ in categories] for _ in categories] for _ in reviewers]
    for theirs, row in zip(given_by, truth, strict=True):
        for reviewer, code in theirs:
            for j in categories:
                answers[reviewer][j][code] += row[j]
    new = []
    for theirs in given_by:
        row = [prior[j] / sum(prior) if theirs else 0.0 for j in categories]
        for reviewer, code in theirs:
            for j in categories:
                row[j] *= answers[reviewer][j][code] / sum(answers[reviewer][j])
        total = sum(row)
        new.append([share / total if total else 0.0 for share in row])
    return new


ALIKE = ["cc", "cn", "cn", "cn", "nu", "ss", "uc", "uc", "uc"]
"""Two reviewers, of whom one says u wherever the other says n: nothing here chooses between u and n."""


@given(matrices())
@example(ratings(ALIKE))
@settings(max_examples=50)
def test_rounds_are_those_of_a_plain_restatement(votes: Ratings) -> None:
    """Not only at the end: where answers are all but alike, what no decimal shows decides in time."""
    truth = plain_start(votes)

    for rounds in range(4):
        assert estimate(votes, rounds).probabilities.tolist() == [pytest.approx(row, abs=1e-9) for row in truth]
        truth = plain_round(votes, truth)


@given(matrices())
@example(ratings(ALIKE))
@settings(max_examples=25)
def test_the_end_is_where_another_plain_round_changes_nothing_or_the_last_round(votes: Ratings) -> None:
    end, after = estimate(votes), estimate(votes, MOST_ROUNDS + 1)

    again = plain_round(votes, end.probabilities.tolist())
    assert after.probabilities.tolist() == [pytest.approx(row, abs=1e-7) for row in again]


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


@pytest.mark.parametrize("order", [ALIKE, ALIKE[::-1], sorted(ALIKE, key=lambda votes: votes[1])])
def test_answers_that_stand_alike_in_the_votes_stay_alike(order: list[str]) -> None:
    found = estimate(ratings(order)).probabilities[order.index("cc")]

    assert found[ratings(order).categories.index("unsupported")] == found[-1]


def test_no_claim_and_no_reviewer_give_no_estimate() -> None:
    assert estimate(Ratings((), (), np.empty((0, 0), dtype=np.int8))).probabilities.shape == (0, 4)
    assert estimate(ratings(["..", ".."])).probabilities.sum() == 0
