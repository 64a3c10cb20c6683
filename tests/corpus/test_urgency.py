"""Urgency: which claims come first by their cues, and the words in which amounts are told."""

from __future__ import annotations

import pytest

from corpus.amounts import find_amounts
from corpus.model import CueName
from corpus.quantities.spoken import in_words
from corpus.urgency import RANKING, WEIGHTS, urgency


def test_harm_comes_before_everything_else_together() -> None:
    assert urgency([CueName.HARM]) > urgency(set(CueName) - {CueName.HARM})


def test_every_cue_has_its_place_in_the_ranking_and_its_own_bit() -> None:
    assert sorted(RANKING) == sorted(CueName)
    assert urgency(CueName) == sum(WEIGHTS.values()) == 2 ** len(CueName) - 1


def test_a_cue_that_comes_twice_counts_once() -> None:
    assert urgency([CueName.DOSE, CueName.DOSE]) == urgency([CueName.DOSE])
    assert urgency([]) == 0


WORDS = [
    ("400-420 mg a day", "400–420 mg a day"),
    ("up to 1000mg per day", "up to 1,000 mg a day"),
    ("at least two hours", "at least 2 hours"),
    ("0.5 mg twice a day", "0.5 mg, 2 times a day"),
    ("10 mg/kg/day", "10 mg per kg a day"),
    ("about 30%", "about 30%"),
    ("n = 120", "120 people"),
    ("one tablet", "1 tablet"),
    ("$9", "$9"),
    ("a 45-year-old", "45 years old"),
    ("three times a day", "3 times a day"),
    ("p < 0.05", "p < 0.05"),
    ("CI 1.10-1.50", "CI 1.1–1.5"),
    ("3-fold", "3×"),
    ("2.5 million people", "2,500,000 people"),
    ("millions of people", "millions of people"),
    ("hundreds of thousands of women", "hundreds of thousands of people"),
    ("thousands of reasons", "thousands"),
    ("about 400 mg or more a day", "400 mg or more a day"),
]


@pytest.mark.parametrize(("text", "words"), WORDS, ids=[text for text, _ in WORDS])
def test_an_amount_is_told_in_words(text: str, words: str) -> None:
    assert [in_words(amount) for _, _, amount in find_amounts(text)] == [words]
