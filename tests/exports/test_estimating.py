"""The verdict that votes together make likely, as a dataset gives it."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from sqlite_utils import Database

from annotator.model import Label, Verdict
from annotator.storage.filters import Filters
from corpus.model import Kind
from exports.catalog import exporter_named
from exports.deciding import Decision, Votes
from exports.selecting import Dataset, select_claims
from tests.desks import IDS, NOON, desk_in_memory, label, label_all

SUPPORTED, UNSUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED
ESTIMATE = Dataset(votes=Votes.ESTIMATE)


def decisions(labels: list[Label], dataset: Dataset = ESTIMATE) -> dict[str, Decision]:
    db = desk_in_memory()
    label_all(db, labels)
    with select_claims(db, dataset) as (claims, selection):
        return {claim.claim_id: selection.decide(claim) for claim in claims}


def test_a_claim_gets_its_likeliest_answer_with_how_likely_it_is() -> None:
    found = decisions(
        [
            label("k1", "cures", "Ada", SUPPORTED),
            label("k2", "cures", "Ben", SUPPORTED),
            label("k3", "cures", "Cy", CONTRADICTED),
            label("k4", "take", "Ada", UNSUPPORTED),
            label("k5", "take", "Ben", UNSUPPORTED),
            label("k6", "sum", "Ada", CONTRADICTED),
            label("k7", "sum", "Ben", CONTRADICTED),
        ]
    )

    assert found[IDS["cures"]].verdict is SUPPORTED
    assert found[IDS["take"]].verdict is UNSUPPORTED
    assert found[IDS["sum"]].verdict is CONTRADICTED
    assert {each.basis for each in found.values()} == {"estimate", "none"}
    assert all(0.5 < (found[IDS[name]].confidence or 0) <= 1 for name in ("cures", "take", "sum"))


@pytest.mark.parametrize(
    ("labels", "basis", "confidence"),
    [
        pytest.param([], "none", None, id="nobody saw it"),
        pytest.param([label("k1", "take", skipped=True)], "none", None, id="skipped"),
        pytest.param(
            [label("k1", "take", "Ada", SUPPORTED), label("k2", "take", "Ben", CONTRADICTED)],
            "estimate",
            0.5,
            id="equally likely",
        ),
    ],
)
def test_where_nothing_is_likeliest_there_is_no_verdict(
    labels: list[Label], basis: str, confidence: float | None
) -> None:
    found = decisions(labels)[IDS["take"]]

    assert (found.verdict, found.basis) == (None, basis)
    assert found.confidence == (None if confidence is None else pytest.approx(confidence, abs=0.01))


def test_what_is_likeliest_no_claim_has_no_verdict() -> None:
    labels = [
        label("k1", "take", "Ada", kind=Kind.OTHER),
        label("k2", "take", "Ben", kind=Kind.OTHER),
        label("k3", "take", "Cy", SUPPORTED),
        label("k4", "cures", "Ada", SUPPORTED),
        label("k5", "cures", "Ben", SUPPORTED),
    ]

    found = decisions(labels)[IDS["take"]]

    assert found.verdict is None
    assert (found.confidence or 0) > 0.5


def test_a_filter_narrows_the_claims_and_not_what_is_known_of_the_reviewers() -> None:
    labels = [
        label(f"k{n}", claim, who, SUPPORTED)
        for n, (claim, who) in enumerate(
            [("cures", "Ada"), ("cures", "Ben"), ("take", "Ada"), ("take", "Ben"), ("row", "Ada"), ("row", "Cy")]
        )
    ]

    whole = decisions(labels)
    narrow = decisions(labels, Dataset(Filters(articles=("zinc",)), Votes.ESTIMATE))

    assert narrow == {IDS["row"]: whole[IDS["row"]]}


def test_a_verdict_filter_compares_the_estimates() -> None:
    labels = [label("k1", "cures", "Ada", SUPPORTED), label("k2", "take", "Ada", CONTRADICTED)]

    found = decisions(labels, Dataset(Filters(verdicts=(CONTRADICTED,)), Votes.ESTIMATE))

    assert list(found) == [IDS["take"]]


def test_as_of_knows_no_later_vote() -> None:
    labels = [label("k1", "cures", "Ada", SUPPORTED), label("k90", "cures", "Ben", CONTRADICTED)]
    before = Dataset(Filters(as_of=NOON.replace(minute=30)), Votes.ESTIMATE)

    assert decisions(labels, before)[IDS["cures"]].verdict is SUPPORTED


def written(db: Database, name: str) -> bytes:
    file = BytesIO()
    with select_claims(db, ESTIMATE) as (claims, selection):
        exporter_named(name).write_to(claims, file, selection)
    return file.getvalue()


def test_the_estimate_and_its_confidence_are_written_and_are_the_same_again() -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Ada", SUPPORTED), label("k2", "cures", "Ben", SUPPORTED)])

    lines = written(db, "jsonl")

    final = next(each["final"] for each in map(json.loads, lines.splitlines()) if each["claim"]["id"] == IDS["cures"])
    assert (final["verdict"], final["basis"]) == ("supported", "estimate")
    assert 0.5 < final["confidence"] <= 1
    assert b",estimate," in written(db, "csv").replace(b'"', b"")
    assert lines == written(db, "jsonl")
