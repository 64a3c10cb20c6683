"""Every export says what was known of its sources' retraction when it was made, and as of when."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from sqlite_utils import Database

from annotator.citations.lookups.services import Found, Service
from annotator.citations.retraction import Nature, Origin, RetractionNotice
from annotator.citations.work import Work
from annotator.flags import Flag
from annotator.model import Evidence, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.lookups import keep
from exports.deciding import Votes
from exports.selecting import Dataset
from tests.desks import NOON, SOURCES, cited, desk_in_memory, label, label_all
from tests.exports.golden_desk import exported
from tests.programs import ROOT

SCHEMA = json.loads((ROOT / "exports" / "schema" / "claims-1.schema.json").read_text("utf-8"))
DOI, PMID = SOURCES[:2]


@pytest.fixture
def db() -> Database:
    """A claim that rests on a retracted paper, which another source is cited beside."""
    db = desk_in_memory()
    both = cited(Stance.SUPPORTS, 1).citations + cited(Stance.CONTEXT, 0).citations
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=Evidence(both))])
    label_all(db, [label("k2", "take", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS))])
    notice = RetractionNotice(Nature.RETRACTION, "2010-02-06", "=PMID 1", Origin.PUBMED)
    keep(db, Found(Service.PUBMED, PMID, Work({"title": "A paper"}, (PMID,)), (notice,)), NOON)
    return db


@pytest.mark.parametrize("votes", Votes)
def test_jsonl_says_what_is_known_of_each_source(db: Database, votes: Votes, tmp_path: Path) -> None:
    lines = exported(db, "jsonl", tmp_path / "x.jsonl", Dataset(votes=votes)).decode().splitlines()

    record = json.loads(lines[0])
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert record["retractions"] == [
        {
            "type": "pmid",
            "identifier": PMID.identifier,
            "status": "retracted",
            "date": "2010-02-06",
            "notice": "=PMID 1",
            "checked_at": "2026-11-23T12:00:00.000000Z",
            "origin": "pubmed",
        },
        {
            "type": "doi",
            "identifier": DOI.identifier,
            "status": "never_checked",
            "date": None,
            "notice": None,
            "checked_at": None,
            "origin": None,
        },
    ]
    assert record["flags"] == ["retracted"]


@pytest.mark.parametrize("votes", Votes)
def test_csv_says_it_in_words(db: Database, votes: Votes, tmp_path: Path) -> None:
    table = exported(db, "csv", tmp_path / "x.csv", Dataset(votes=votes)).decode("utf-8-sig")

    row = next(csv.DictReader(io.StringIO(table, newline="")))
    assert row["retractions"] == (
        f"PMID 33301246: Retracted 2010-02-06 (=PMID 1); checked 2026-11-23; {DOI.shown}: Never checked for retraction"
    )
    assert row["flags"] == "retracted"


def test_a_dataset_may_be_of_the_claims_that_rest_on_retracted_work(db: Database, tmp_path: Path) -> None:
    lines = exported(db, "jsonl", tmp_path / "x.jsonl", Dataset(Filters(flags=(Flag.RETRACTED,)))).decode()

    assert [json.loads(line)["claim"]["text"] for line in lines.splitlines()] == ["Garlic cures flu."]
