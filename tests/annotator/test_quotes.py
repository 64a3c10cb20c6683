"""A quote that was copied is found word for word, one that was changed is told with the change, others are absent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.citations.quotes import QuoteMatch, check_quote
from annotator.citations.spelling import folded, spelled
from corpus.word_diff import Aspect, Part

VERBATIM, NEAR, ABSENT = QuoteMatch
ABSTRACT = """\
BACKGROUND: Magnesium is often recommended. METHODS: We randomly assigned 1,204 adults to 400 mg of magnesium daily \
or placebo. RESULTS: Magnesium did not reduce the frequency of cramps (rate ratio 0.98; 95% CI, 0.90\u20131.07; \
P\u2009=\u20090.62).[12, 13] There is no evidence that magnesium cures multiple sclerosis. It is not known whether \
older adults benefit. E\ufb03cacy was modest: the dose\u2013response curve \u201cflattened\u201d after 300 mg. \
CONCLUSIONS: In this double-blind trial, treat\u00adment was well tol-
erated and the participants\u2019 quality of life improved by 12.5%."""


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        pytest.param("We randomly assigned 1,204 adults", "We randomly assigned 1,204 adults", id="as it stands"),
        pytest.param("randomly\n  assigned\t1,204\u00a0adults", "randomly assigned 1,204 adults", id="white space"),
        pytest.param("we randomly assigned", "We randomly assigned", id="a small first letter"),
        pytest.param("Frequency of cramps", "frequency of cramps", id="a capital first letter"),
        pytest.param("[F]requency of cramps", "frequency of cramps", id="a first letter in brackets"),
        pytest.param("\u201cfrequency of cramps.\u201d", "frequency of cramps", id="in quote marks, with a full stop"),
        pytest.param("0.90-1.07; P=0.62", "0.90\u20131.07; P\u2009=\u20090.62", id="dashes and thin spaces"),
        pytest.param("Efficacy was modest", "E\ufb03cacy was modest", id="a ligature"),
        pytest.param("Ef\ufb01 cacy was modest", "E\ufb03cacy was modest", id="a ligature that broke the word"),
        pytest.param(
            "curve 'flattened' after 300mg", "curve \u201cflattened\u201d after 300 mg", id="other quote marks"
        ),
        pytest.param("treatment was well tolerated", "treat\u00adment was well tol-\nerated", id="hyphens of the line"),
        pytest.param("participants' quality of life", "participants\u2019 quality of life", id="an apostrophe"),
        pytest.param("double blind trial", "double-blind trial", id="a hyphen left out"),
        pytest.param("P = 0.62). There is no", "P\u2009=\u20090.62).[12, 13] There is no", id="a footnote left out"),
        pytest.param("300 m\u200bg", "300 mg", id="a zero-width space"),
        pytest.param("improved by 12\u00b75%", "improved by 12.5%", id="a middle dot for a point"),
        pytest.param("improved by 12.5 %.", "improved by 12.5%", id="a space before the sign"),
    ],
)
def test_a_copied_quote_is_found_word_for_word(quote: str, stands: str) -> None:
    found = check_quote(quote, ABSTRACT)

    assert (found.match, [ABSTRACT[start:end] for start, end in found.spans]) == (VERBATIM, [stands])
    assert (found.changes, found.left_out) == ((), "")


@pytest.mark.parametrize("dots", ["...", " ... ", "[...]", "[\u2026]", "\u2026", " . . . ", "....", "(...)"])
def test_an_ellipsis_joins_parts_in_their_order(dots: str) -> None:
    joined = check_quote(f"We randomly assigned 1,204 adults{dots}or placebo", ABSTRACT)
    turned = check_quote(f"or placebo{dots}We randomly assigned 1,204 adults", ABSTRACT)

    assert joined.match is VERBATIM
    assert [ABSTRACT[start:end] for start, end in joined.spans] == ["We randomly assigned 1,204 adults", "or placebo"]
    assert turned.match is not VERBATIM


@pytest.mark.parametrize(
    ("quote", "changes", "alters"),
    [
        pytest.param("quality of life improved by 21.5%", (("12.5%", "21.5%"),), (Aspect.NUMBERS,), id="digits"),
        pytest.param("to 400 mcg of magnesium daily", (("mg", "mcg"),), (Aspect.UNITS,), id="a unit"),
        pytest.param(
            "assigned 1,204 adults to 400 g of it", (("mg of magnesium", "g of it"),), (Aspect.UNITS,), id="g"
        ),
        pytest.param("assigned 1,204 adults to 400 milligrams", (("mg", "milligrams"),), (), id="a unit in full"),
        pytest.param("improved by 12", (("12.5%", "12"),), (Aspect.NUMBERS,), id="half a number"),
        pytest.param("We randomly assigned 204 adults", (("1,204", "204"),), (Aspect.NUMBERS,), id="the end of one"),
        pytest.param(
            "Magnesium reduced the frequency of cramps",
            (("did not reduce", "reduced"),),
            (Aspect.NEGATION,),
            id="a denial lost",
        ),
        pytest.param(
            "Magnesium did not increase the frequency of cramps",
            (("reduce", "increase"),),
            (Aspect.DIRECTION,),
            id="the other way",
        ),
        pytest.param("We randomly assigned 1,204 grown adults", (("", "grown"),), (), id="a word more"),
        pytest.param("We randomly 1,204 adults to 400 mg", (("assigned", ""),), (), id="a word less"),
        pytest.param("MAGNESIUM did not reduce the frequency", (("Magnesium", "MAGNESIUM"),), (), id="capitals"),
        pytest.param(
            "randomly assigned 1,204 adults \u2026 to placebo", (("or", "to"),), (), id="a part behind an ellipsis"
        ),
    ],
)
def test_a_changed_quote_is_near_and_the_change_is_told(
    quote: str, changes: tuple[tuple[str, str], ...], alters: tuple[Aspect, ...]
) -> None:
    found = check_quote(quote, ABSTRACT)

    assert (found.match, found.changes, found.alters) == (NEAR, changes, alters)


@pytest.mark.parametrize(
    ("quote", "text", "change"),
    [
        pytest.param("of 20 adults", "Of 200 adults, half took part.", ("200", "20"), id="a number, behind a capital"),
        pytest.param(
            "Of 20 adults", "Half of 200 adults took part.", ("200", "20"), id="a number, behind a small letter"
        ),
        pytest.param("a ratio of 2.1", "There was a ratio of 1\u00b72 in all.", ("1.2", "2.1"), id="a middle dot"),
    ],
)
def test_a_short_quote_with_another_number_is_near(quote: str, text: str, change: tuple[str, str]) -> None:
    found = check_quote(quote, text)

    assert (found.match, found.changes, found.alters) == (NEAR, (change,), (Aspect.NUMBERS,))


def test_a_number_with_a_middle_dot_is_the_same_with_a_point() -> None:
    source = "Risk fell (hazard ratio 0\u00b772, 95% CI 0\u00b760\u20130\u00b787)."

    assert check_quote("hazard ratio 0.72, 95% CI 0.60-0.87", source).match is VERBATIM
    assert check_quote("hazard ratio 0.27, 95% CI 0.60-0.87", source).changes == (("0.72", "0.27"),)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("Garlic cures the common cold and influenza", id="other words"),
        pytest.param("There was a clear benefit in older people with cramps", id="a paraphrase"),
        pytest.param("", id="nothing"),
        pytest.param(" \u00ad\u200b ", id="nothing to see"),
        pytest.param("...", id="only an ellipsis"),
        pytest.param("\U0001f48a \u05d0\u05d1", id="none of its letters"),
    ],
)
def test_what_does_not_stand_there_is_absent(quote: str) -> None:
    assert check_quote(quote, ABSTRACT).match is ABSENT
    assert check_quote(quote, "").match is ABSENT


@pytest.mark.parametrize(
    ("quote", "left_out"),
    [
        pytest.param("magnesium cures multiple sclerosis", "no evidence that", id="before it: no evidence that"),
        pytest.param("older adults benefit", "not known whether", id="before it: not known whether"),
        pytest.param("reduce the frequency of cramps", "not", id="before it: not"),
        pytest.param("Magnesium did ... reduce the frequency", "not", id="between: not"),
        pytest.param("Magnesium did not reduce ... cramps", "", id="nothing that denies it"),
        pytest.param("We randomly assigned ... cramps", "", id="whole sentences"),
        pytest.param("Efficacy was modest", "", id="a denial in the sentence before"),
    ],
)
def test_a_denial_that_was_left_out_is_told(quote: str, left_out: str) -> None:
    found = check_quote(quote, ABSTRACT)

    assert (found.match, found.left_out) == (VERBATIM, left_out)


WORDS = st.lists(
    st.sampled_from(
        ["The", "dose", "of", "400", "mg", "did", "not", "help", "1.5%", "adults,", "it’s", "(safe)", "ﬁne"]
    ),
    min_size=1,
)


@given(WORDS, WORDS, WORDS)
def test_what_was_cut_from_a_text_is_found_in_it(before: list[str], quote: list[str], after: list[str]) -> None:
    found = check_quote("  ".join(quote), " ".join([*before, *quote, *after]))

    assert found.match is VERBATIM


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_two_texts_are_compared_and_what_is_told_stands_there(quote: str, text: str) -> None:
    found = check_quote(quote, text)

    assert all(0 <= start < end <= len(text) for start, end in found.spans)
    assert (found.match is ABSENT) == (not found.spans)
    if found.match is NEAR:
        old = "".join(piece.text for piece in found.difference if piece.part is not Part.NEW)
        assert old.strip()


@given(st.text())
def test_each_character_comes_from_a_place_in_order(text: str) -> None:
    for made in (spelled(text), folded(text)):
        assert len(made.text) == len(made.places)
        assert list(made.places) == sorted(made.places)
        assert all(0 <= place < len(text) for place in made.places)
