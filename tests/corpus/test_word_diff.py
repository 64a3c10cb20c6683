"""Two wordings side by side: every word of both is there, and what changed is what a reader would mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.word_diff import MOST_WORDS, Aspect, Part, aspects_of, word_diff

_MARKS = {Part.BOTH: "{}", Part.OLD: "[-{}-]", Part.NEW: "[+{}+]"}


def marked(old: str, new: str) -> str:
    return "".join(_MARKS[piece.part].format(piece.text) for piece in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("Take 400 mg.", "Take 300 mg.", "Take[- 400-][+ 300+] mg.", id="number"),
        pytest.param("Take 4.5 mg.", "Take 4.2 mg.", "Take[- 4.5-][+ 4.2+] mg.", id="decimals are one number"),
        pytest.param("It cures flu.", "It does not cure flu.", "It[- cures-][+ does not cure+] flu.", id="negation"),
        pytest.param("It helps.", "It helps?", "It helps[-.-][+?+]", id="sign"),
        pytest.param("Eat\nfruit daily.", "Eat fruit daily.", "Eat fruit daily.", id="line break"),
        pytest.param("a", "a", "a", id="the same"),
        pytest.param("", "New words.", "[+New words.+]", id="nothing before"),
        pytest.param("Old words.", "", "[-Old words.-]", id="nothing left"),
        pytest.param(
            "Zinc is bad for men.",
            "Iron is good for men.",
            "[-Zinc is bad-][+Iron is good+] for men.",
            id="a small word between two changes",
        ),
        pytest.param("Don’t take it.", "Do take it.", "[-Don’t-][+Do+] take it.", id="apostrophe"),
        pytest.param("💊 helps", "💊 harms", "💊[- helps-][+ harms+]", id="emoji"),
    ],
)
def test_what_a_reader_would_mark(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        pytest.param("Take 400 mg.", "Take 300 mg.", [Aspect.NUMBERS], id="dose"),
        pytest.param("Take 400 mg.", "Take 4.00 mg.", [Aspect.NUMBERS], id="decimal point"),
        pytest.param("Take 400 mg.", "Take 400 mcg.", [Aspect.UNITS], id="unit"),
        pytest.param("Take 400mg.", "Take 400g.", [Aspect.UNITS], id="unit without a blank"),
        pytest.param("Take 400 mg.", "Take 400.", [Aspect.UNITS], id="no unit"),
        pytest.param("Take 400 mg.", "Take 0.4 g.", [Aspect.NUMBERS, Aspect.UNITS], id="number and unit"),
        pytest.param("Take 9 \u00b5g.", "Take 9 micrograms.", [], id="another way to write a unit"),
        pytest.param("L’eau de vie.", "De l’eau.", [], id="a letter that is no unit"),
        pytest.param("Zinc cures flu.", "Zinc does not cure flu.", [Aspect.NEGATION], id="not"),
        pytest.param("Don’t stop.", "Stop.", [Aspect.NEGATION], id="contracted"),
        pytest.param("It reduces pain.", "It increases pain.", [Aspect.DIRECTION], id="other way"),
        pytest.param("Take it with food.", "Take it without food.", [Aspect.NEGATION, Aspect.DIRECTION], id="without"),
        pytest.param("It is safe.", "It is unsafe above 5 mg.", [Aspect.NUMBERS, Aspect.DIRECTION], id="two of them"),
        pytest.param("It helps adults.", "It helps grown-ups.", [], id="other words"),
        pytest.param("It helps.", "It helps.", [], id="nothing"),
    ],
)
def test_what_a_change_is_about(old: str, new: str, aspects: list[Aspect]) -> None:
    assert [*aspects_of(word_diff(old, new))] == aspects


_TEXTS = st.lists(st.sampled_from(["zinc", "5", "4.5", "mg", ".", "not", "the", "\n", " ", "é", "💊"])).map(" ".join)


@given(_TEXTS | st.text(max_size=30), _TEXTS | st.text(max_size=30))
def test_no_word_of_either_is_lost(old: str, new: str) -> None:
    pieces = word_diff(old, new)

    assert "".join(piece.text for piece in pieces if piece.part is not Part.OLD) == new
    without_new = "".join(piece.text for piece in pieces if piece.part is not Part.NEW)
    assert "".join(without_new.split()) == "".join(old.split())
    assert all(piece.text for piece in pieces)


def test_wordings_beyond_measure_are_shown_whole() -> None:
    old, new = "a b " * MOST_WORDS, "b a " * MOST_WORDS

    assert [piece.part for piece in word_diff(old, new)] == [Part.OLD, Part.NEW]
    assert [piece.part for piece in word_diff(old, old)] == [Part.BOTH]
