"""Claims that others marked in a text become its units, and nothing of the text is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.label_files.elsewhere.placing import cut_around, cut_lines
from corpus.model import Kind, Span
from tests.annotator.elsewhere.files import TEXT

S1, S2, S3 = TEXT[:42], TEXT[43:73], TEXT[76:]
PILL = f"{S2} 💊"
TITLED = f"Colds\n\n{TEXT}\n\nIs it safe?"


@pytest.mark.parametrize(
    ("spans", "units"),
    [
        pytest.param([], [S1, PILL, S3], id="none"),
        pytest.param([(Span(0, 42), True)], [S1, PILL, S3], id="a-unit"),
        pytest.param([(Span(43, 73), True)], [S1, S2, "💊", S3], id="without-the-signs-at-its-end"),
        pytest.param([(Span(56, 72), True)], [S1, "Studies show", "garlic cures flu", ". 💊", S3], id="within"),
        pytest.param([(Span(38, 55), True)], [S1[:37], TEXT[38:55], TEXT[56:75], S3], id="across"),
        pytest.param([(Span(0, 92), True)], [TEXT], id="all-of-it"),
    ],
)
def test_a_span_is_a_unit_and_what_is_left_stays(spans: list[tuple[Span, bool]], units: list[str]) -> None:
    assert [claim.text for claim in cut_around(TEXT, spans)] == units


@pytest.mark.parametrize(
    ("words", "is_claim", "kind", "worthy"),
    [
        pytest.param("Is it safe?", True, Kind.CLAIM, True, id="a-question-that-was-judged"),
        pytest.param("Is it safe?", False, Kind.QUESTION, False, id="a-question-said-to-be-none"),
        pytest.param("Studies show garlic cures flu.", True, Kind.CLAIM, True, id="a-claim"),
        pytest.param("cures flu", False, Kind.OTHER, False, id="a-part-said-to-be-none"),
    ],
)
def test_what_others_judged_is_to_be_checked(words: str, is_claim: bool, kind: Kind, worthy: bool) -> None:
    start = TITLED.index(words)
    (unit,) = (each for each in cut_around(TITLED, [(Span(start, start + len(words)), is_claim)]) if each.text == words)

    assert (unit.kind, unit.check_worthy) == (kind, worthy)


@given(st.data())
def test_nothing_is_lost_and_no_unit_overlaps_another(data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(TITLED)), max_size=12)))
    spans = [
        Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if TITLED[a:b].strip() == TITLED[a:b] != ""
    ]

    units = cut_around(TITLED, [(span, True) for span in spans])

    assert set(spans) <= {unit.span for unit in units}
    assert all(one.span.end <= other.span.start for one, other in pairwise(units))
    assert all(unit.span.cut(TITLED) == unit.text for unit in units)
    covered = {at for unit in units for at in range(unit.span.start, unit.span.end)}
    assert not [at for at, sign in enumerate(TITLED) if at not in covered and not sign.isspace()]


def test_claims_without_a_text_are_its_lines_and_each_is_one_unit() -> None:
    text = "Zinc helps. It cuts colds.\nIs it safe?\n- a 💊 list"
    claims = cut_lines(text)

    assert [claim.span.cut(text) for claim in claims] == text.split("\n")
    assert {(claim.kind, claim.check_worthy) for claim in claims} == {(Kind.CLAIM, True)}
