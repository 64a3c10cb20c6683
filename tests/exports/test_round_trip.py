"""What was exported can be loaded into another desk, and comes out of it the same."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from sqlite_utils import Database

from annotator.model import Adjudication, Label, Verdict
from annotator.storage.answering import Press
from annotator.storage.loading import load_labels
from annotator.storage.people import add_person
from annotator.storage.recuts import carry_labels
from annotator.storage.recutting import merge_claims
from annotator.storage.revising import add_revision
from exports.catalog import EXPORTERS
from exports.selecting import Dataset
from tests.annotator.test_recuts import revised
from tests.desks import GARLIC, IDS, NOON, desk_in_memory, garlic_claims, histories, keep_all, label, label_all
from tests.exports.golden_desk import LOADABLE, exported, golden_desk

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


@pytest.mark.parametrize("name", LOADABLE)
def test_a_full_desk_comes_out_of_another_one_the_same(name: str, tmp_path: Path) -> None:
    before, after = carried_over(golden_desk(), name, tmp_path)

    assert after == before


@pytest.mark.parametrize("name", LOADABLE)
@given(made=histories(most=5))
@settings(max_examples=40, deadline=None)
def test_any_labels_and_decisions_come_out_of_another_desk_the_same(
    name: str, made: list[Label | Adjudication]
) -> None:
    db = desk_in_memory()
    keep_all(db, made)

    with TemporaryDirectory() as folder:
        before, after = carried_over(db, name, Path(folder))

    assert after == before


@pytest.mark.parametrize("name", LOADABLE)
def test_labels_of_a_claim_that_was_cut_anew_since_are_known_and_no_new_one_is_taken(name: str, tmp_path: Path) -> None:
    db, fresh = desk_in_memory(), desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED), label("k2", "sum", "Dr A", Verdict.SUPPORTED)])
    path = tmp_path / f"labels{EXPORTERS[name].suffix}"
    exported(db, name, path, Dataset())
    for desk in (db, fresh):
        person = add_person(desk, "Dr A", NOON)
        merge_claims(desk, person, Press("m1", IDS["cures"]), IDS["take"], LATER)

    again, elsewhere = load_labels(db, path, LATER), load_labels(fresh, path, LATER)

    assert (again.known, again.new, again.refused) == (2, 0, [])
    assert (elsewhere.new, len(elsewhere.refused)) == (1, 1)
    assert "cut garlic/1@8-25 anew since" in elsewhere.refused[0][1]


@pytest.mark.parametrize("name", LOADABLE)
def test_carried_labels_come_out_of_another_desk_the_same(name: str, tmp_path: Path) -> None:
    desks = [golden_desk(), desk_in_memory()]
    for desk in desks:
        new_claim, _ = revised(desk)
    carry_labels(desks[0], IDS["cures"], new_claim)
    before = exported(desks[0], name, tmp_path / f"a{EXPORTERS[name].suffix}", Dataset())

    report = load_labels(desks[1], tmp_path / f"a{EXPORTERS[name].suffix}", LATER)
    again = load_labels(desks[0], tmp_path / f"a{EXPORTERS[name].suffix}", LATER)

    assert report.refused == again.refused == []
    assert (report.new, again.new) == (report.read, 0)
    assert b"garlic/2@" in before
    assert exported(desks[1], name, tmp_path / f"b{EXPORTERS[name].suffix}", Dataset()) == before


REVISED = GARLIC.text.replace("4,000", "2,000")


def revise(db: Database) -> None:
    """Give garlic a new version in which one dose is another."""
    claims = [replace(claim, text=claim.span.cut(REVISED), cues=()) for claim in garlic_claims()]
    add_revision(db, "garlic", replace(GARLIC, text=REVISED), claims, LATER, "rev")


@pytest.mark.parametrize("name", LOADABLE)
def test_a_revised_article_goes_out_in_its_newest_revision_and_comes_in_the_same(name: str, tmp_path: Path) -> None:
    db, fresh = golden_desk(), desk_in_memory()
    revise(db)
    revise(fresh)
    path = tmp_path / f"labels{EXPORTERS[name].suffix}"
    before = exported(db, name, path, Dataset())

    report = load_labels(fresh, path, LATER)

    assert (report.refused, report.known) == ([], 0)
    assert b"garlic/2@" in before
    assert b"garlic/1@" not in before
    assert exported(fresh, name, path, Dataset()) == before


@pytest.mark.parametrize("name", LOADABLE)
def test_labels_of_an_earlier_revision_go_to_the_same_words_and_the_others_are_listed(
    name: str, tmp_path: Path
) -> None:
    db, fresh = desk_in_memory(), desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED), label("k2", "take", "Dr A", Verdict.SUPPORTED)])
    path = tmp_path / f"labels{EXPORTERS[name].suffix}"
    exported(db, name, path, Dataset())
    revise(fresh)

    report, again = load_labels(fresh, path, LATER), load_labels(fresh, path, LATER)

    assert (report.new, again.new, again.known) == (1, 0, 1)
    assert [row["claim_id"] for row in fresh["labels"].rows] == ["garlic/2@8-25"]
    ((_, reason),) = report.refused
    assert reason == "garlic/1@26-50 has other words in revision 2 of its article: label it there"


@pytest.mark.parametrize("name", LOADABLE)
def test_a_desk_knows_its_own_labels_of_before_a_revision(name: str, tmp_path: Path) -> None:
    db = golden_desk()
    path = tmp_path / f"labels{EXPORTERS[name].suffix}"
    exported(db, name, path, Dataset())
    revise(db)

    report = load_labels(db, path, LATER)

    assert (report.new, report.known, report.refused) == (0, report.read, [])
