"""The types check themselves: what exists is valid."""

from datetime import UTC, datetime

import pytest

from annotator.errors import InvalidLabel
from annotator.model import (
    LONGEST_NOTE,
    Answer,
    Citation,
    Evidence,
    Label,
    Source,
    SourceType,
    Stance,
    Verdict,
    final_verdict,
    missing_evidence,
)
from corpus.model import Kind

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TRIAL = Source(SourceType.NCT, "NCT01234567", "NCT01234567", "https://clinicaltrials.gov/study/NCT01234567")


def cited(*stances: Stance) -> Evidence:
    return Evidence(tuple(Citation(TRIAL, stance) for stance in stances))


def vote(reviewer: str, verdict: Verdict | None = None, kind: Kind | None = None) -> Label:
    return Label(f"key{reviewer}", "a/1@0-5", reviewer, NOW, Answer(verdict, kind))


@pytest.mark.parametrize(
    ("verdict", "evidence", "needed"),
    [
        pytest.param(None, Evidence(), None, id="nothing-is-needed-without-a-verdict"),
        pytest.param(Verdict.SUPPORTED, Evidence(), "a citation that supports it", id="supported-bare"),
        pytest.param(Verdict.SUPPORTED, cited(Stance.SUPPORTS), None, id="supported-cited"),
        pytest.param(
            Verdict.SUPPORTED, cited(Stance.CONTRADICTS), "a citation that supports it", id="supported-by-the-opposite"
        ),
        pytest.param(
            Verdict.SUPPORTED, cited(Stance.CONTEXT), "a citation that supports it", id="context-supports-nothing"
        ),
        pytest.param(Verdict.SUPPORTED, cited(Stance.CONTRADICTS, Stance.SUPPORTS), None, id="mixed-evidence-counts"),
        pytest.param(Verdict.CONTRADICTED, Evidence(), "a citation that contradicts it", id="contradicted-bare"),
        pytest.param(Verdict.CONTRADICTED, cited(Stance.CONTRADICTS), None, id="contradicted-cited"),
        pytest.param(Verdict.UNSUPPORTED, Evidence(), "a search note", id="unsupported-without-a-search"),
        pytest.param(Verdict.UNSUPPORTED, Evidence(search_note=" \n\t"), "a search note", id="blanks-are-no-search"),
        pytest.param(Verdict.UNSUPPORTED, Evidence(search_note="PubMed, today"), None, id="unsupported-searched"),
        pytest.param(
            Verdict.UNSUPPORTED, cited(Stance.SUPPORTS), "a search note", id="a-citation-is-not-a-search-note"
        ),
    ],
)
def test_a_verdict_says_what_evidence_it_lacks(verdict: Verdict | None, evidence: Evidence, needed: str | None) -> None:
    assert missing_evidence(verdict, evidence) == needed


@pytest.mark.parametrize(
    ("answer", "evidence", "withdrawn"),
    [
        pytest.param(Answer(), Evidence(), True, id="nothing"),
        pytest.param(Answer(Verdict.SUPPORTED), Evidence(), False, id="verdict"),
        pytest.param(Answer(kind=Kind.OTHER), Evidence(), False, id="kind"),
        pytest.param(Answer(skipped=True), Evidence(), False, id="skip"),
        pytest.param(Answer(), Evidence(rationale="Why"), False, id="evidence"),
    ],
)
def test_a_label_that_says_nothing_any_more_is_withdrawn(answer: Answer, evidence: Evidence, withdrawn: bool) -> None:
    assert Label("k1", "a/1@0-5", "Dr A", NOW, answer, evidence).is_withdrawn is withdrawn


@pytest.mark.parametrize(
    ("votes", "verdict", "basis"),
    [
        pytest.param([], None, "none", id="nobody"),
        pytest.param([vote("A")], None, "none", id="withdrawn"),
        pytest.param([vote("A", Verdict.SUPPORTED)], Verdict.SUPPORTED, "unanimous", id="one"),
        pytest.param(
            [vote("A", Verdict.SUPPORTED), vote("B", Verdict.SUPPORTED)], Verdict.SUPPORTED, "unanimous", id="two-agree"
        ),
        pytest.param([vote("A", Verdict.SUPPORTED), vote("B", Verdict.UNSUPPORTED)], None, "disputed", id="two-differ"),
        pytest.param([vote("A", Verdict.SUPPORTED), vote("B")], Verdict.SUPPORTED, "unanimous", id="one-is-silent"),
        pytest.param(
            [vote("A", Verdict.CONTRADICTED), vote("B", kind=Kind.OTHER)], None, "disputed", id="not-a-claim-is-a-vote"
        ),
        pytest.param([vote("B", kind=Kind.OTHER)], None, "none", id="not-a-claim-alone"),
        pytest.param(
            [vote("A", Verdict.SUPPORTED), vote("B", kind=Kind.CLAIM)],
            Verdict.SUPPORTED,
            "unanimous",
            id="raising-a-claim-is-no-dispute",
        ),
    ],
)
def test_the_final_verdict_is_the_one_all_share(votes: list[Label], verdict: Verdict | None, basis: str) -> None:
    final = final_verdict(votes)

    assert (final.verdict, final.basis) == (verdict, basis)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Answer(Verdict.SUPPORTED, skipped=True), id="skipped-with-a-verdict"),
        pytest.param(lambda: Evidence(rationale="x" * (LONGEST_NOTE + 1)), id="endless-rationale"),
        pytest.param(lambda: Evidence(search_note="x" * (LONGEST_NOTE + 1)), id="endless-search-note"),
        pytest.param(lambda: Citation(TRIAL, Stance.CONTEXT, quote="x" * (LONGEST_NOTE + 1)), id="endless-quote"),
        pytest.param(lambda: Citation(TRIAL, Stance.CONTEXT, place="x" * (LONGEST_NOTE + 1)), id="endless-place"),
        pytest.param(lambda: Label("", "a/1@0-5", "A", NOW), id="no-key"),
        pytest.param(lambda: Label("k" * 65, "a/1@0-5", "A", NOW), id="long-key"),
        pytest.param(lambda: Label("k'; --", "a/1@0-5", "A", NOW), id="key-with-punctuation"),
        pytest.param(lambda: Label("k", "a/1@0-5", "A", NOW.replace(tzinfo=None)), id="time-without-a-zone"),
    ],
)
def test_what_breaks_a_rule_cannot_be_made(make: object) -> None:
    with pytest.raises(InvalidLabel):
        make()  # type: ignore[operator]
