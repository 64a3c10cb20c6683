"""Every export says what was known of its sources' retraction when it was made, and as of when."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from sqlite_utils import Database

from annotator.citations.lookups.services import Found, Service
from annotator.citations.retraction import NEVER_CHECKED, Nature, Origin, RetractionNotice
from annotator.citations.work import Work
from annotator.flags import Flag
from annotator.model import Evidence, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.lookup_answers import keep
from annotator.storage.retractions import cited_statuses
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.retracted import RetractedSources
from exports.selecting import Dataset, select_claims
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


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_dataset_of_a_moment_is_the_same_whatever_is_learned_of_its_sources_later(
    db: Database, name: str, tmp_path: Path
) -> None:
    dataset = Dataset(Filters(as_of=NOON + timedelta(days=1)))
    before = exported(db, name, tmp_path / "before.zip", dataset)

    notice = RetractionNotice(Nature.RETRACTION, "2011-01-01", "gone", Origin.CROSSREF)
    keep(db, Found(Service.CROSSREF, DOI, Work({"title": "Another"}, (DOI,)), (notice,)), NOON + timedelta(days=9))

    assert exported(db, name, tmp_path / "after.zip", dataset) == before


def test_a_dataset_of_a_moment_says_that_what_was_known_of_its_sources_is_not_kept(
    db: Database, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    record = json.loads(exported(db, "jsonl", path, Dataset(Filters(as_of=NOON + timedelta(days=1)))).splitlines()[0])

    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert (record["retractions"], record["flags"]) == (None, [])
    assert "is not kept" in path.with_name("x.jsonl.loss.txt").read_text("utf-8").replace("\n  ", " ")


def test_whoever_takes_a_dataset_of_any_moment_is_told_which_retracted_work_it_cites(db: Database) -> None:
    told = RetractedSources(cited_statuses(db))
    with select_claims(db, Dataset(Filters(as_of=NOON + timedelta(days=1)))) as (claims, _):
        passed = len(list(told.in_claims(claims)))

    assert passed == 4
    assert told.lines() == ["PMID 33301246 is cited by 1 claim. Retracted 2010-02-06 (=PMID 1); checked 2026-11-23"]


def test_nothing_is_told_while_no_cited_work_is_retracted() -> None:
    told = RetractedSources(dict.fromkeys(SOURCES, NEVER_CHECKED))

    assert list(told.in_claims(())) == []
    assert told.lines() == []
