"""What is said of a claim's numbers beside its quote's: every slip in the table, and nothing of an ordinary pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.citations.amount_remarks import Slip, compare_amounts
from tests.annotator.quote_pairs import ORDINARY, SLIPS
from tests.annotator.silent_pairs import SILENT


@pytest.mark.parametrize(("claim", "quote"), ORDINARY.values(), ids=ORDINARY)
def test_nothing_is_said_of_an_ordinary_pair(claim: str, quote: str) -> None:
    assert compare_amounts(claim, quote) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        pytest.param(*pair, id=f"{kind} {number}")
        for kind, pairs in SILENT.items()
        for number, pair in enumerate(pairs, 1)
    ],
)
def test_no_remark_is_made_that_only_looks_like_one(claim: str, quote: str) -> None:
    assert compare_amounts(claim, quote) == []


@pytest.mark.parametrize(("slip", "claim", "quote"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_pointed_out(slip: Slip, claim: str, quote: str) -> None:
    assert slip in [remark.slip for remark in compare_amounts(claim, quote)]


@pytest.mark.parametrize(
    ("claim", "quote", "text"),
    [
        pytest.param(
            "Take 50 mg.", "The dose was 5 mg.", "10 times: the claim says 50 mg, the quote says 5 mg.", id="10"
        ),
        pytest.param(
            "Take 15 mg daily.",
            "The RDA is 15 \u00b5g.",
            "Other unit: the claim says 15 mg daily, the quote says 15 \u00b5g.",
            id="unit",
        ),
        pytest.param(
            "Take 400 a day.",
            "Take 400 mg a day.",
            "No unit: the claim says 400 a day, the quote says 400 mg a day.",
            id="no unit",
        ),
        pytest.param(
            "It cut LDL by 42%.",
            "It cut LDL by 24%.",
            "Other number: the claim says 42%, the quote says 24%.",
            id="number",
        ),
        pytest.param(
            "Take 400 mg twice daily.",
            "They took 400 mg daily.",
            "More often: the claim says 400 mg twice daily, the quote says 400 mg daily.",
            id="how often",
        ),
        pytest.param(
            "They took 2,5 mg of it.",
            "They took 25 mg of it.",
            "10 times: the claim says 2,5 mg, the quote says 25 mg.",
            id="a comma for a point is told as it is written",
        ),
        pytest.param(
            "It halves the risk of stroke.",
            "Risk fell from 2% to 1%.",
            "Relative risk alone: the quote also tells the absolute one (from 2% to 1%).",
            id="the absolute risk is at hand",
        ),
        pytest.param(
            "It halves the risk of stroke.",
            "Hazard ratio 0.5.",
            "Relative risk alone: neither tells how many in how many.",
            id="no absolute risk",
        ),
    ],
)
def test_a_remark_is_one_plain_line(claim: str, quote: str, text: str) -> None:
    assert [remark.text for remark in compare_amounts(claim, quote)] == [text]


PIECES = st.lists(
    st.sampled_from(
        [
            "5",
            "50",
            "0.5",
            "mg",
            "µg",
            "g",
            "%",
            "per",
            "day",
            "kg",
            "risk",
            "of",
            "stroke",
            "halves",
            "doubles",
            "up",
            "to",
            "1",
            "in",
            "100",
            "people",
            "RR",
            "=",
            "and",
        ]
    )
).map(" ".join)


@given(PIECES)
def test_a_sentence_beside_itself_has_no_number_to_point_at(text: str) -> None:
    assert {remark.slip for remark in compare_amounts(text, text)} <= {Slip.RELATIVE}


@given(st.one_of(PIECES, st.text()), st.one_of(PIECES, st.text()))
def test_any_two_texts_are_compared(claim: str, quote: str) -> None:
    for remark in compare_amounts(claim, quote):
        assert remark.text.endswith(".")
        assert "\n" not in remark.text
