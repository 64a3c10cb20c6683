"""Our coefficients against well-kept libraries, and where they are not defined."""

from __future__ import annotations

import math

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from sklearn.metrics import cohen_kappa_score, confusion_matrix
from statsmodels.stats import inter_rater

from annotator.agreement.coefficients import (
    ALL_ALIKE,
    NO_PAIRS,
    cohen_kappa,
    confusion,
    crossed,
    fleiss_kappa,
    krippendorff_alpha,
)
from annotator.agreement.ratings import MISSING, Ratings
from annotator.agreement.telling import figure_words
from tests.annotator.agreement.matrices import matrices, ratings, simulated

CLOSE = 1e-9


@given(matrices())
def test_alpha_is_the_one_of_the_krippendorff_library(votes: Ratings) -> None:
    ours = krippendorff_alpha(votes, draws=0)

    counts = votes.counts()
    answers_in_pairs = (counts[counts.sum(axis=1) >= 2].sum(axis=0) > 0).sum()
    if answers_in_pairs < 2:
        assert ours.value is None
        assert ours.reason in {NO_PAIRS, ALL_ALIKE}
        return
    theirs = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    assert ours.value == pytest.approx(theirs, abs=CLOSE)


@given(matrices("sucn"))
def test_fleiss_is_the_one_of_statsmodels_when_everybody_voted(votes: Ratings) -> None:
    ours = fleiss_kappa(votes)

    if len(set(votes.codes.flat)) < 2:
        assert (ours.value, ours.reason) == (None, ALL_ALIKE)
    else:
        assert ours.value == pytest.approx(inter_rater.fleiss_kappa(votes.counts()), abs=CLOSE)


@given(matrices())
def test_cohen_is_the_one_of_scikit_learn_on_what_both_answered(votes: Ratings) -> None:
    first, second = votes.codes[:, 0], votes.codes[:, 1]
    both = (first != MISSING) & (second != MISSING)

    ours = cohen_kappa(first, second, 4)

    assert ours.claims == both.sum()
    if len(set(first[both]) | set(second[both])) < 2:
        assert ours.value is None
        assert ours.reason
    else:
        assert ours.value == pytest.approx(cohen_kappa_score(first[both], second[both]), abs=CLOSE)


@given(matrices())
def test_the_crossed_table_of_two_reviewers_is_the_one_of_scikit_learn(votes: Ratings) -> None:
    first, second = votes.codes[:, 0], votes.codes[:, 1]
    both = (first != MISSING) & (second != MISSING)
    if both.any():
        theirs = confusion_matrix(first[both], second[both], labels=[0, 1, 2, 3])
        assert crossed(first, second, 4).tolist() == theirs.tolist()
    else:
        assert not crossed(first, second, 4).any()


@given(matrices())
def test_the_confusion_table_counts_each_pair_of_reviewers_once(votes: Ratings) -> None:
    columns = range(votes.codes.shape[1])
    tables = [crossed(votes.codes[:, a], votes.codes[:, b], 4) for a in columns for b in columns if a < b]
    summed = sum(tables, np.zeros((4, 4), dtype=np.int64))
    either_way = summed + summed.T
    np.fill_diagonal(either_way, np.diag(summed))

    assert confusion(votes).tolist() == either_way.tolist()


@given(matrices())
def test_no_figure_is_ever_nan_or_beyond_one(votes: Ratings) -> None:
    figures = [
        krippendorff_alpha(votes, draws=20),
        fleiss_kappa(votes),
        cohen_kappa(votes.codes[:, 0], votes.codes[:, 1], 4),
    ]

    for figure in figures:
        assert (figure.value is None) == bool(figure.reason)
        for number in (figure.value, figure.low, figure.high):
            assert number is None or (math.isfinite(number) and number <= 1 + CLOSE)


@pytest.mark.parametrize(
    ("rows", "alpha", "reason"),
    [
        pytest.param([], None, NO_PAIRS, id="no-claim"),
        pytest.param(["s.", ".c"], None, NO_PAIRS, id="nobody-twice"),
        pytest.param(["ss", "ss"], None, ALL_ALIKE, id="one-answer-throughout"),
        pytest.param(["ss", "cc"], 1.0, "", id="full-agreement"),
        pytest.param(["sc", "cs"], -0.5, "", id="never-the-same"),
        pytest.param(["ss", "cc", "u."], 1.0, "", id="single-votes-say-nothing-of-agreement"),
        pytest.param(["sn", "ss", "nn"], 4 / 9, "", id="not-a-claim-is-an-answer"),
    ],
)
def test_alpha_says_how_far_reviewers_agree_or_why_it_cannot(rows: list[str], alpha: float | None, reason: str) -> None:
    votes = ratings(rows) if rows else Ratings((), (), np.empty((0, 0), dtype=np.int8))

    figure = krippendorff_alpha(votes)

    assert figure.value == (None if alpha is None else pytest.approx(alpha))
    assert figure.reason == reason


def test_fleiss_weighs_claims_alike_however_many_voted() -> None:
    # by hand: agreement (1 + 0 + 1/3) / 3, and 3 of 7 votes "s", 3 "c", 1 "u"
    figure = fleiss_kappa(ratings(["ss.", "sc.", "ccu"]))

    expected = (3**2 + 3**2 + 1) / 49
    assert figure.value == pytest.approx(((1 + 0 + 1 / 3) / 3 - expected) / (1 - expected))


def test_the_interval_holds_the_figure_narrows_with_more_claims_and_is_the_same_again() -> None:
    few, _ = simulated(40, 3, [0.8, 0.8, 0.8], seed=1)
    many, _ = simulated(2000, 3, [0.8, 0.8, 0.8], seed=1)

    small, large = krippendorff_alpha(few), krippendorff_alpha(many)

    for figure in (small, large):
        assert figure.low is not None
        assert figure.high is not None
        assert figure.value is not None
        assert figure.low < figure.value < figure.high
    assert (large.high or 0) - (large.low or 0) < ((small.high or 0) - (small.low or 0)) / 4
    assert krippendorff_alpha(many) == large


@pytest.mark.parametrize("claims", [20, 300, 3000])
def test_the_interval_is_that_of_alpha_over_claims_drawn_again(claims: int) -> None:
    votes, _ = simulated(claims, 4, [0.9, 0.8, 0.8, 0.6], seed=claims)
    ours = krippendorff_alpha(votes, draws=60)

    paired = np.flatnonzero(votes.counts().sum(axis=1) >= 2)
    dice = np.random.default_rng(20261126)
    again = [votes.only(paired[dice.integers(0, len(paired), len(paired))].tolist()) for _ in range(60)]
    values = [value for drawn in again if (value := krippendorff_alpha(drawn, draws=0).value) is not None]

    assert (ours.low, ours.high) == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])), abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        pytest.param(["ss", "sc", "cc"], "no interval below 10 claims", id="few-claims"),
        pytest.param(["ss"] * 40 + ["sc"], "", id="one-that-differs"),
        pytest.param(["ss"] * 400 + ["sc"] + ["s."] * 9, "", id="single-votes-beside"),
        pytest.param(["ss", "sc", "cc"] * 4, "", id="enough-claims"),
        pytest.param(["ss", "ss"], "", id="no-figure-either"),
    ],
)
def test_where_there_is_no_interval_it_is_told_why(rows: list[str], why: str) -> None:
    figure = krippendorff_alpha(ratings(rows))

    assert figure.no_interval == why
    assert (figure.low is None) == (figure.value is None or bool(why))
    assert (why in figure_words(figure)) is True


def test_a_handful_of_claims_has_no_interval() -> None:
    figure = krippendorff_alpha(ratings(["ss", "sc", "cc"]))

    assert figure.value is not None
    assert (figure.low, figure.high) == (None, None)
