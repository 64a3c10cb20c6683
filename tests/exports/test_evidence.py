"""One verdict a claim: by which rule, with which evidence, what is left out and why, and what others call it."""

import json
from pathlib import Path

import pytest

from annotator.model import Citation, Evidence, Label, LabelledClaim, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.splits import freeze_splits
from corpus.model import Kind
from exports.catalog import EXPORTERS
from exports.deciding import Votes, majority_decision
from exports.evidenced import DISPUTED, NOT_A_CLAIM, OPEN, SKIPPED, UNLABELLED, EvidencedClaim, evidenced_claims
from exports.grouping import UNSPLIT, WITHOUT_SPLIT, in_parts, part_of, parts_of
from exports.mapping import Scheme, mixed_in, name_in, verdict_named
from exports.reporting import LOSS, MANIFEST
from exports.selecting import Dataset, select_claims
from exports.selection import Tally
from tests.desks import IDS, NOON, SOURCES, cited, desk_in_memory, label, label_all, search_all

SUPPORTED, UNSUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED
PRO, CON = cited(Stance.SUPPORTS), cited(Stance.CONTRADICTS, 1)
SEARCHED = Evidence(search_note="PubMed, today")


def evidenced(labels: list[Label], votes: Votes = Votes.FINAL) -> tuple[list[EvidencedClaim], Tally]:
    db, tally = desk_in_memory(), Tally()
    label_all(db, labels)
    with select_claims(db, Dataset(votes=votes)) as (claims, selection):
        return list(evidenced_claims(claims, selection, tally)), tally


def one(labels: list[Label], votes: Votes = Votes.FINAL) -> EvidencedClaim:
    (claim,), _ = evidenced(labels, votes)
    return claim


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        pytest.param([], UNLABELLED, id="nobody saw it"),
        pytest.param([label("k1", "take", skipped=True)], SKIPPED, id="skipped"),
        pytest.param(
            [label("k1", "take", verdict=SUPPORTED), label("k2", "take", "Dr B", CONTRADICTED)], DISPUTED, id="disputed"
        ),
        pytest.param([label("k1", "take", verdict=SUPPORTED)], OPEN, id="no citation"),
        pytest.param([label("k1", "take", verdict=SUPPORTED, evidence=CON)], OPEN, id="a citation of the other stance"),
        pytest.param([label("k1", "take", verdict=UNSUPPORTED, evidence=PRO)], OPEN, id="no search note"),
    ],
)
def test_a_claim_without_an_evidenced_verdict_is_counted_with_the_reason(labels: list[Label], reason: str) -> None:
    claims, tally = evidenced(labels)

    expected = {UNLABELLED: 4} if reason == UNLABELLED else {UNLABELLED: 3, reason: 1}
    assert (claims, dict(tally.left_out)) == ([], expected)


@pytest.mark.parametrize("name", ["jsonl", "csv", "tsv", "xlsx", "parquet", "huggingface", "croissant"])
@pytest.mark.parametrize("votes", [Votes.FINAL, Votes.MAJORITY])
def test_what_other_formats_leave_out_is_counted_where_it_is_written(name: str, votes: Votes, tmp_path: Path) -> None:
    labels = [
        label("k1", "take", verdict=SUPPORTED),
        label("k2", "cures", verdict=UNSUPPORTED, evidence=SEARCHED),
        label("k3", "row", verdict=SUPPORTED),
        label("k4", "row", "Dr B", CONTRADICTED),
    ]
    _, left_out = evidenced(labels, votes)
    db = desk_in_memory()
    label_all(db, labels)

    with select_claims(db, Dataset(votes=votes)) as (claims, selection):
        tally = EXPORTERS[name].write(claims, tmp_path / "out", selection)

    assert tally.unsettled == left_out.left_out == {OPEN: 1, DISPUTED: 1, UNLABELLED: 1}
    assert "In it without a verdict that has its evidence:\n- 1 disputed" in (tmp_path / f"out{LOSS}").read_text(
        "utf-8"
    )
    assert json.loads((tmp_path / f"out{MANIFEST}").read_bytes())["counts"]["unsettled"] == dict(tally.unsettled)


def test_a_verdict_without_its_evidence_is_counted_where_a_classifier_learns_it(tmp_path: Path) -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "take", verdict=SUPPORTED)])

    with select_claims(db, Dataset(votes=Votes.FINAL)) as (claims, selection):
        tally = EXPORTERS["spacy"].write(claims, tmp_path / "out", selection)

    assert (tally.claims, tally.unsettled, tally.left_out) == (1, {OPEN: 1}, {UNLABELLED: 3})


def test_what_reviewers_took_for_no_claim_is_counted_where_every_vote_is_asked_for() -> None:
    _, tally = evidenced([label("k1", "take", kind=Kind.OTHER)], Votes.ALL)

    assert tally.left_out[NOT_A_CLAIM] == 1


def test_the_evidence_is_that_of_the_labels_that_hold_the_verdict_and_have_it() -> None:
    both = Evidence((*PRO.citations, Citation(SOURCES[2], Stance.CONTEXT)), " Because. ")
    claim = one(
        [
            label("k1", "take", "Dr A", SUPPORTED, evidence=both),
            label("k2", "take", "Dr B", SUPPORTED),
            label("k3", "take", "Dr C", SUPPORTED, evidence=Evidence(PRO.citations, "Because.")),
        ]
    )

    assert [each.reviewer for each in claim.labels] == ["Dr A", "Dr C"]
    assert claim.citations == both.citations
    assert claim.evidence == PRO.citations
    assert claim.rationales == ("Because.",)
    assert not claim.is_mixed


def test_unsupported_has_no_evidence_and_its_search_note_for_a_reason() -> None:
    claim = one([label("k1", "take", "Dr A", UNSUPPORTED, evidence=Evidence(PRO.citations, "", "PubMed "))])

    assert (claim.evidence, claim.citations, claim.rationales) == ((), PRO.citations, ("PubMed",))


@pytest.mark.parametrize(
    ("evidence", "is_mixed"),
    [
        pytest.param(PRO, False, id="one stance"),
        pytest.param(Evidence(PRO.citations + CON.citations), True, id="both"),
        pytest.param(Evidence((*PRO.citations, Citation(SOURCES[1], Stance.CONTEXT))), False, id="and context"),
    ],
)
def test_mixed_is_derived_from_citations_of_both_stances(evidence: Evidence, is_mixed: bool) -> None:
    assert one([label("k1", "take", verdict=SUPPORTED, evidence=evidence)]).is_mixed is is_mixed


def test_mixed_looks_at_every_reviewer_who_holds_a_verdict() -> None:
    labels = [
        label("k1", "take", "Dr A", SUPPORTED, evidence=PRO),
        label("k2", "take", "Dr B", SUPPORTED, evidence=PRO),
        label("k3", "take", "Dr C", CONTRADICTED, evidence=CON),
    ]

    claim = one(labels, Votes.MAJORITY)

    assert (claim.verdict, claim.citations, claim.is_mixed) == (SUPPORTED, PRO.citations, True)


@pytest.mark.parametrize(
    ("votes", "verdict", "basis"),
    [
        pytest.param([], None, "none", id="nobody"),
        pytest.param(["skip", "skip"], None, "none", id="skips"),
        pytest.param(["no claim"], None, "none", id="no claim"),
        pytest.param([SUPPORTED, "skip"], SUPPORTED, "unanimous", id="a skip says nothing"),
        pytest.param([SUPPORTED, SUPPORTED, CONTRADICTED], SUPPORTED, "majority", id="two of three"),
        pytest.param([SUPPORTED, CONTRADICTED], None, "disputed", id="a tie"),
        pytest.param([SUPPORTED, SUPPORTED, CONTRADICTED, UNSUPPORTED], None, "disputed", id="just half"),
        pytest.param([SUPPORTED, SUPPORTED, "no claim"], SUPPORTED, "majority", id="one says no claim"),
        pytest.param([SUPPORTED, "no claim", "no claim"], None, "disputed", id="most say no claim"),
    ],
)
def test_the_majority_is_more_than_half_of_who_said_something(
    votes: list[object], verdict: Verdict | None, basis: str
) -> None:
    db = desk_in_memory()
    for number, vote in enumerate(votes):
        kind = Kind.OTHER if vote == "no claim" else None
        given = vote if isinstance(vote, Verdict) else None
        label_all(db, [label(f"k{number}", "take", f"Dr {number}", given, kind=kind, skipped=vote == "skip")])
    with select_claims(db, Dataset(votes=Votes.ALL)) as (claims, _):
        (claim,) = [claim for claim in claims if claim.claim_id == IDS["take"]]

    decision = majority_decision(claim)

    assert (decision.verdict, decision.basis, decision.confidence) == (verdict, basis, None)


def test_claims_go_to_the_frozen_part_of_their_article_and_others_are_counted() -> None:
    db, tally = desk_in_memory(), Tally()
    with select_claims(db, Dataset()) as (claims, selection):
        assert parts_of(selection) == (UNSPLIT,)
        assert {part_of(claim, selection) for claim in in_parts(claims, selection, tally)} == {UNSPLIT}
    freeze_splits(db, {"garlic": "test"}, NOON)
    search_all(db)

    with select_claims(db, Dataset()) as (claims, selection):
        parts = [part_of(claim, selection) for claim in in_parts(claims, selection, tally)]
    with select_claims(db, Dataset(split="test")) as (_, only_test):
        assert parts_of(only_test) == ("test",)

    assert (parts_of(selection), parts) == (("train", "dev", "test"), ["test"] * 3)
    assert tally.left_out == {WITHOUT_SPLIT: 1}


def test_each_scheme_has_words_of_its_own_that_read_back() -> None:
    table = {scheme.value: [name_in(scheme, verdict) for verdict in Verdict] + [mixed_in(scheme)] for scheme in Scheme}

    assert table == {
        "fever": ["SUPPORTS", "NOT ENOUGH INFO", "REFUTES", None],
        "scifact": ["SUPPORT", None, "CONTRADICT", None],
        "healthver": ["Supports", "Neutral", "Refutes", None],
        "averitec": ["Supported", "Not Enough Evidence", "Refuted", "Conflicting Evidence/Cherrypicking"],
    }
    for scheme in Scheme:
        for verdict in Verdict:
            name = name_in(scheme, verdict)
            assert name is None or verdict_named(scheme, f" {name.lower()} ") is verdict
        assert verdict_named(scheme, "mostly false") is None


def test_a_verdict_filter_compares_with_the_rule_of_the_dataset() -> None:
    db = desk_in_memory()
    label_all(db, [label(f"k{n}", "take", f"Dr {n}", SUPPORTED if n else CONTRADICTED) for n in range(3)])

    def found(votes: Votes, verdict: Verdict) -> list[LabelledClaim]:
        with select_claims(db, Dataset(Filters(verdicts=(verdict,)), votes)) as (claims, _):
            return list(claims)

    assert [len(found(votes, SUPPORTED)) for votes in (Votes.ALL, Votes.FINAL, Votes.MAJORITY)] == [1, 0, 1]
    assert [len(found(votes, CONTRADICTED)) for votes in (Votes.ALL, Votes.FINAL, Votes.MAJORITY)] == [1, 0, 0]
