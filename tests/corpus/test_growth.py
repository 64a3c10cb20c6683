"""The work of the cut grows with the text and no faster, whatever the text. Calls are counted, not seconds; what one
call does inside (a search, a copy) is measured by ``python -m benchmarks.cut``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest

from corpus.units import split_text
from tests.corpus.hostile import HOSTILE

_LENGTH = 1_500  # at less, what is looked for in the first lines only weighs too much


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, and generators resumed, while ``work`` runs."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_of_twice_the_length_takes_twice_the_calls(make: Callable[[int], str]) -> None:
    short, long = make(_LENGTH), make(2 * _LENGTH)
    split_text(short)  # what is remembered from text to text is remembered now
    split_text(long)

    once, twice = _calls(lambda: split_text(short)), _calls(lambda: split_text(long))

    assert twice <= 2.4 * once + 500


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hostile_text_loses_order_or_words(make: Callable[[int], str]) -> None:
    text = make(_LENGTH)

    claims = split_text(text)

    assert all(claim.text == text[claim.span.start : claim.span.end] for claim in claims)
    assert all(a.span.end <= b.span.start for a, b in pairwise(claims))
