"""What was exported can be loaded into another desk, and comes out of it the same."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from sqlite_utils import Database

from annotator.model import Label
from annotator.storage.loading import load_labels
from exports.catalog import EXPORTERS
from exports.selecting import Dataset
from tests.desks import NOON, desk_in_memory, label_all, label_histories
from tests.exports.golden_desk import exported, golden_desk

LATER = NOON.replace(year=NOON.year + 1)


def carried_over(db: Database, name: str, folder: Path) -> tuple[bytes, bytes]:
    path = folder / f"labels{EXPORTERS[name].suffix}"
    before = exported(db, name, path, Dataset())
    fresh = desk_in_memory()

    report = load_labels(fresh, path, LATER)
    again = load_labels(fresh, path, LATER)

    assert (report.refused, report.known, report.new) == ([], 0, report.read)
    assert (again.refused, again.known, again.new) == ([], report.read, 0)
    return before, exported(fresh, name, path, Dataset())


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_full_desk_comes_out_of_another_one_the_same(name: str, tmp_path: Path) -> None:
    before, after = carried_over(golden_desk(), name, tmp_path)

    assert after == before


@pytest.mark.parametrize("name", EXPORTERS)
@given(labels=label_histories(most=5))
@settings(max_examples=40, deadline=None)
def test_any_labels_come_out_of_another_desk_the_same(name: str, labels: list[Label]) -> None:
    db = desk_in_memory()
    label_all(db, labels)

    with TemporaryDirectory() as folder:
        before, after = carried_over(db, name, Path(folder))

    assert after == before
