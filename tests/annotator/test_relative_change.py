"""A change of a risk or a number of events that is told alone is pointed out; shares, amounts and both ends are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.citations.amount_remarks import Slip, compare_amounts
from annotator.citations.relative_change import relative_alone


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        pytest.param("With vitamin D, relapses fell by 30 %.", "relapses fell by 30 %", id="fell-by"),
        pytest.param("It means 30 % fewer relapses.", "30 % fewer relapses", id="fewer"),
        pytest.param("Riboflavin cut attacks by a third.", "cut attacks by a third", id="cut-by-a-third"),
        pytest.param("It cut migraine attacks by half.", "cut migraine attacks by half", id="cut-by-half"),
        pytest.param(
            "It reduced the annual number of severe asthma attacks by about 40%.",
            "reduced the annual number of severe asthma attacks by about 40%",
            id="number-of",
        ),
        pytest.param("Hip fractures were reduced by 25 percent.", "fractures were reduced by 25 percent", id="passive"),
        pytest.param("Hospital admissions dropped 20%.", "admissions dropped 20%", id="without-by"),
        pytest.param("Hospitalisation fell by half.", "Hospitalisation fell by half", id="singular"),
        pytest.param("A 40% reduction in seizures was seen.", "40% reduction in seizures", id="reduction-in"),
        pytest.param("It led to a reduction in falls of 20%.", "reduction in falls of 20%", id="reduction-of"),
        pytest.param("Users had twice as many infections.", "twice as many infections", id="twice-as-many"),
        pytest.param("It halves the number of colds.", "halves the number of colds", id="halves"),
        pytest.param("Flare-ups doubled after the diet.", "Flare-ups doubled", id="doubled"),
        pytest.param(
            "Relapses in the treated group fell by 30%.", "Relapses in the treated group fell by 30%", id="in"
        ),
        pytest.param("It halves the risk of stroke.", "halves the risk", id="a-risk"),
    ],
)
def test_a_change_that_is_told_alone_is_found(claim: str, words: str) -> None:
    found = relative_alone(claim, "")

    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Relapses occurred in 30 % of patients.", id="a-share-of-patients"),
        pytest.param("30 % of patients had relapses.", id="a-share-first"),
        pytest.param("Falls happened to 30% of them.", id="falls-happened"),
        pytest.param("LDL fell by 30 mg.", id="an-amount"),
        pytest.param("After relapses the dose fell by 30 mg.", id="an-amount-after-events"),
        pytest.param("Relapses fell from 40 % to 28 %.", id="both-ends-in-shares"),
        pytest.param("Relapses fell by 30 %, from 1.2 to 0.8 a year.", id="both-ends-in-numbers"),
        pytest.param("Attacks fell by a third, from six to four a month.", id="both-ends-in-words"),
        pytest.param("There were 30% fewer relapses (28 versus 40).", id="with-and-without"),
        pytest.param("It cut relapses by 30%: 12 out of 100 rather than 17.", id="out-of-a-hundred"),
        pytest.param("Blood pressure falls by 30%.", id="falls-is-a-verb"),
        pytest.param("It reduced the duration of colds by 40%.", id="how-long-not-how-many"),
        pytest.param("It lowers the severity of migraines by half.", id="how-bad-not-how-many"),
        pytest.param("People with migraines cut their sugar intake by half.", id="another-thing-is-cut"),
        pytest.param("Relapses were rarer and pain fell by 30%.", id="another-thing-fell"),
        pytest.param("Relapse-free survival rose by 30%.", id="relapse-free"),
        pytest.param("Fewer relapses were seen in 30% of centres.", id="fewer-without-how-many"),
        pytest.param("Attacks last twice as long.", id="twice-as-long"),
        pytest.param("It cut relapses.", id="no-number"),
        pytest.param("Half of all strokes can be prevented.", id="a-share-of-events"),
    ],
)
def test_no_other_number_is_taken_for_one(claim: str) -> None:
    assert relative_alone(claim, "") is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        pytest.param(
            "The relapse rate was lower by 30%.",
            "Relative number alone: neither tells how many in how many.",
            id="nothing",
        ),
        pytest.param(
            "Relapses: 28 versus 40.",
            "Relative number alone: the quote also tells the absolute one (28 versus 40).",
            id="with-and-without",
        ),
        pytest.param(
            "The yearly number fell from 1.2 to 0.8.",
            "Relative number alone: the quote also tells the absolute one (from 1.2 to 0.8).",
            id="before-and-after",
        ),
        pytest.param(
            "The dose went from 200 to 400 mg.",
            "Relative number alone: neither tells how many in how many.",
            id="a-dose",
        ),
    ],
)
def test_the_quote_s_own_numbers_are_shown_beside_it(quote: str, text: str) -> None:
    remarks = compare_amounts("It means 30% fewer relapses.", quote)

    assert [remark.text for remark in remarks if remark.slip is Slip.RELATIVE] == [text]


@given(
    st.lists(
        st.sampled_from(
            [
                "relapses",
                "fell",
                "by",
                "30",
                "%",
                "cut",
                "fewer",
                "the",
                "from",
                "to",
                "40",
                "and",
                "attacks",
                "half",
                "of",
            ]
        )
    )
)
def test_what_is_found_stands_in_the_claim(words: list[str]) -> None:
    claim = " ".join(words)
    found = relative_alone(claim, claim)

    assert found is None or (found.words in claim and found.absolute in claim)


def test_a_long_claim_is_read_at_once() -> None:
    assert relative_alone("reduced the number of " * 5_000 + "attacks " * 5_000, "") is None
