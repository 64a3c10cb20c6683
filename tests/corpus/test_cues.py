"""Cues: which words of a claim ask for care. ``‹ ›`` marks the words that each row expects."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cues import find_cues
from corpus.model import CueName

ROWS: dict[CueName, list[str]] = {
    CueName.DOSE: [
        "Take ‹400-420 mg› or ‹310–320mg› with food.",
        "He took ‹1,000 mg per day› and ‹2 g/day› of it.",
        "It has ‹600 IU› and ‹0.5 mg twice a day› is enough.",
        "He took ‹500 mg t.i.d.› for pain.",
        "Two pills, or ‹2 tablets daily›, help.",
        "Potassium above 5.5 mmol/L and 40 mg/dL are levels.",
        "Vitamin B12 and omega-3 have no dose here.",
    ],
    CueName.NUMBER: [
        "It fell by ‹30%› in ‹1,000› people, ‹2.5 percent› more.",
        "‹Twice› as many, ‹one in ten›, ‹hundreds of› people, a ‹3-fold› rise.",
        "Vitamin B12, omega-3, H2 and COVID-19 have none.",
        "It ended in 2021 and costs ‹$9›.",
        "It helps [1] and [2].",
        "It was shown [^1] and ‹7› before.",
    ],
    CueName.NAMED_STUDY: [
        "‹Zeng et al. (2014)› found it.",
        "A study ‹published in the Journal of Neurology› in 2009 did not.",
        "A ‹2013 study› by the ‹Mayo Clinic› and the ‹CDC› did.",
        "‹Smith and colleagues› agree; see ‹PMID: 123456›.",
        "A study found it.",
    ],
    CueName.UNNAMED_SOURCE: [
        "‹Studies have shown› it.",
        "‹Some studies› suggest it, and ‹experts say› so.",
        "‹It is believed› to help.",
        "‹According to experts›, it works.",
        "‹One study› found it.",
        "Zeng found it.",
    ],
    CueName.CAUSAL: [
        "It ‹reduces› pain and ‹leads to› sleep ‹because› it ‹helps to relieve› it.",
        "Less sleep is ‹due to› stress.",
        "He was led by a friend.",
    ],
    CueName.HEDGED: [
        "It ‹may› help and ‹could› be ‹potentially› safe.",
        "‹May› I ask?",
        "It ended in May 2020.",
        "‹More research› is needed.",
    ],
    CueName.ABSOLUTE: [
        "It ‹always› ‹cures› it, ‹without any› doubt.",
        "‹No side› effects in ‹all patients›.",
        "It is ‹the best›.",
        "It works at times.",
    ],
    CueName.POPULATION: [
        "‹Pregnant› ‹women› and ‹people with› diabetes, ‹mice› and ‹in vitro› too.",
        "‹Older adults› sleep less.",
        "It is sold here.",
    ],
    CueName.HARM: [
        "It has ‹side effects›, is ‹toxic› and can ‹interact with› drugs.",
        "‹Stop taking› your pills; the ‹risk of› ‹death› is high.",
        "It was harmless.",
    ],
}
CASES = [(name, row) for name, rows in ROWS.items() for row in rows]


@pytest.mark.parametrize(("name", "marked"), CASES, ids=[f"{n}: {row}" for n, row in CASES])
def test_a_cue_spans_the_words_that_gave_it(name: CueName, marked: str) -> None:
    claim, wanted = _unmarked(marked)

    found = [claim[cue.span.start : cue.span.end] for cue in find_cues(claim) if cue.name is name]

    assert found == wanted


def _unmarked(marked: str) -> tuple[str, list[str]]:
    """The claim without the marks, and the words between them."""
    return re.sub("[‹›]", "", marked), re.findall("‹([^›]*)›", marked)


def test_spans_count_in_the_article() -> None:
    (cue,) = find_cues("It always ends.", offset=100)

    assert (cue.name, cue.span.start, cue.span.end) == (CueName.ABSOLUTE, 103, 109)


@given(st.text(st.sampled_from("aİŞ1٣ mg%.[](-studies have shown May"), max_size=60), st.integers(0, 9))
def test_cues_stay_inside_their_claim_and_those_of_one_name_never_overlap(claim: str, offset: int) -> None:
    cues = find_cues(claim, offset)

    assert all(offset <= cue.span.start < cue.span.end <= offset + len(claim) for cue in cues)
    assert list(cues) == sorted(cues, key=lambda cue: (cue.span.start, -cue.span.end))
    for name in CueName:
        spans = [cue.span for cue in cues if cue.name is name]
        assert all(a.end <= b.start for a, b in pairwise(spans))
