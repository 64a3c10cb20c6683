"""What is loaded or taken in later never stands in a past that was exported before: it counts from when it came."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import Choices
from annotator.label_files.elsewhere.readers import format_named, read_drafts
from annotator.model import Ruling, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.loading import load_labels
from annotator.storage.moments import newest_change
from annotator.storage.splits import claims_by_source
from annotator.storage.taking_in import take_in
from annotator.storage.times import to_text
from annotator.storage.works import save_works
from exports.reporting import KNOWN_NOW, NOT_KEPT
from exports.selecting import Dataset
from tests.desks import NOON, cited, decide_all, decision, desk_in_memory, label, label_all
from tests.exports.facts_desk import BOOK, facts_desk
from tests.exports.golden_desk import export_to, exported, golden_desk

LATER = NOON + timedelta(days=3)
BETWEEN = Dataset(Filters(as_of=NOON + timedelta(days=1)))


def desk_with_one() -> Database:
    db = desk_in_memory()
    label_all(db, [label("k1", "take", "Dr A", Verdict.SUPPORTED)])
    return db


def labels_of_elsewhere(tmp_path: Path, name: str) -> Path:
    """A file of labels and a decision that were given at noon or a little later, on another desk."""
    other = desk_in_memory()
    label_all(other, [label("k2", "cures", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS))])
    decide_all(other, [decision("d3", "cures", Ruling.CONTRADICTED, "Because.")])
    export_to(other, name, tmp_path / f"late.{name}", Dataset())
    return tmp_path / f"late.{name}"


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_labels_and_decisions_loaded_later_are_not_in_an_earlier_moment(name: str, tmp_path: Path) -> None:
    db = desk_with_one()
    before = exported(db, "jsonl", tmp_path / "before.jsonl", BETWEEN)
    sources = claims_by_source(db, BETWEEN.filters.as_of)

    report = load_labels(db, labels_of_elsewhere(tmp_path, name), LATER)

    assert (report.new, report.refused) == (2, [])
    assert exported(db, "jsonl", tmp_path / "after.jsonl", BETWEEN) == before
    assert claims_by_source(db, BETWEEN.filters.as_of) == sources == {}
    assert newest_change(db) == to_text(LATER)
    assert b"Dr B" in exported(db, "jsonl", tmp_path / "now.jsonl", Dataset(Filters(as_of=LATER)))


def test_a_label_taken_in_onto_a_claim_that_is_there_is_not_in_an_earlier_moment(tmp_path: Path) -> None:
    db, columns = (
        desk_in_memory(articles=False),
        {"claim": "claim", "label": "label", "reviewer": "who", "time": "when"},
    )
    rows = ["claim,label,who,when", "Garlic cures flu.,supported,Dr A,2026-11-23T12:01:00Z"]
    path = tmp_path / "votes.csv"
    take(db, path, rows, columns, NOON + timedelta(hours=1))
    before = exported(db, "jsonl", tmp_path / "before.jsonl", BETWEEN)

    take(db, path, [*rows, "Garlic cures flu.,contradicted,Dr B,2026-11-23T12:02:00Z"], columns, LATER)

    assert exported(db, "jsonl", tmp_path / "after.jsonl", BETWEEN) == before
    assert b"Dr A" in before
    assert b"Dr B" in exported(db, "jsonl", tmp_path / "now.jsonl", Dataset(Filters(as_of=LATER)))


def take(db: Database, path: Path, rows: list[str], columns: dict[str, str], now: datetime) -> None:
    path.write_text("\n".join(rows), "utf-8")
    with path.open("rb") as file:
        given = Given(path.name, file)
        report = take_in(db, read_drafts(given, format_named("table"), Choices(columns), ()), given.name, now)
    assert (report.labels, report.refused) == (1, [])


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_what_was_loaded_is_written_again_byte_for_byte(name: str, tmp_path: Path) -> None:
    written = exported(golden_desk(), name, tmp_path / f"first.{name}", Dataset())
    fresh = desk_in_memory()

    load_labels(fresh, tmp_path / f"first.{name}", LATER)

    assert exported(fresh, name, tmp_path / f"again.{name}", Dataset()) == written


def test_what_is_learned_of_a_source_counts_in_the_moment_of_a_dataset_and_no_past_of_it_is_claimed(
    tmp_path: Path,
) -> None:
    db = facts_desk()
    first = manifest_of(db, tmp_path / "first.jsonl", Dataset())

    save_works(db, [Work({"type": "book", "title": "Colds"}, (BOOK,))], Origin.FILE, "", LATER)

    second = manifest_of(db, tmp_path / "second.jsonl", Dataset())
    then = manifest_of(db, tmp_path / "then.jsonl", Dataset(Filters(as_of=LATER)))
    assert first["as_of"] < second["as_of"] == then["as_of"] == to_text(LATER)
    assert second["sources"] == KNOWN_NOW
    assert then["sources"] == NOT_KEPT
    assert "No past of it is kept" in " ".join((tmp_path / "second.jsonl.loss.txt").read_text("utf-8").split())


def manifest_of(db: Database, path: Path, dataset: Dataset) -> Any:
    export_to(db, "jsonl", path, dataset)
    return json.loads(path.with_name(f"{path.name}.manifest.json").read_bytes())
