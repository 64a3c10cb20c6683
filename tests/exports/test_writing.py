"""Datasets of several files are written whole or not at all, with reports that are true, and the same each time."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.model import ArticleRevision, LabelledClaim, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.filters import Filters
from annotator.storage.splits import freeze_splits
from corpus.model import Claim, Kind, Span
from corpus.version import VERSION
from exports.__main__ import cli
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.exporter import FolderExporter
from exports.reporting import LOSS, MANIFEST
from exports.selecting import Dataset, select_claims
from exports.selection import Selection, Tally
from tests.desks import GARLIC, NOON, desk_in_memory, garlic_claims, label, label_all, search_all
from tests.exports.golden_desk import exported, golden_desk
from tests.folders import contents

CLAIM = LabelledClaim(ArticleRevision("a", 1, "A", "0" * 64), "a/1@0-5", Claim(Span(0, 5), Kind.CLAIM, True, "Claim"))


def write_two(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """A folder of two files, one in a folder inside."""
    tally = Tally()
    (folder / "data").mkdir()
    with (folder / "data" / "ids.txt").open("w") as file:
        for claim in claims:
            file.write(f"{claim.claim_id}\n")
            tally.claims += 1
    (folder / "README.md").write_text("Read me")
    tally.left_out["odd"] = 2
    return tally


TWO = FolderExporter("two", "Two files.", "It loses nearly everything.", write_two)


def breaking_off() -> Iterable[LabelledClaim]:
    yield CLAIM
    raise ConnectionError("the disk went away")


def test_a_folder_is_written_with_its_reports_beside_it(tmp_path: Path) -> None:
    TWO.write([CLAIM], tmp_path / "out", Selection())

    assert [name for name, data in contents(tmp_path).items() if data is not None] == [
        "out/README.md",
        "out/data/ids.txt",
        f"out{LOSS}",
        f"out{MANIFEST}",
    ]
    assert "Left out:\n- 2 odd\nLost by the format: It loses nearly" in (tmp_path / f"out{LOSS}").read_text("utf-8")


def test_the_manifest_names_each_file_with_its_sha256(tmp_path: Path) -> None:
    TWO.write([CLAIM], tmp_path / "out", Selection(Votes.FINAL))

    record = json.loads((tmp_path / f"out{MANIFEST}").read_bytes())
    files = {file["name"]: file["sha256"] for file in record["files"]}
    places = {"README.md": "out/README.md", "data/ids.txt": "out/data/ids.txt", f"out{LOSS}": f"out{LOSS}"}
    assert files == {
        name: hashlib.sha256((tmp_path / place).read_bytes()).hexdigest() for name, place in places.items()
    }
    assert record["counts"] == {"claims": 1, "votes": 0, "left_out": {"odd": 2}, "lost": {}, "unsettled": {}}
    assert (record["program"], record["verdicts"]["rule"]) == ({"name": "Claimdesk", "version": VERSION}, "final")


def test_an_export_that_was_there_is_replaced_whole(tmp_path: Path) -> None:
    TWO.write([CLAIM], tmp_path / "out", Selection())
    (tmp_path / "again").mkdir()
    TWO.write([], tmp_path / "again", Selection())

    TWO.write([], tmp_path / "out", Selection())

    again = {name.replace("again", "out"): data for name, data in contents(tmp_path).items() if "again" in name}
    assert {name: data for name, data in contents(tmp_path).items() if name.startswith("out/")} == {
        name: data for name, data in again.items() if name.startswith("out/")
    }


def test_an_export_that_breaks_off_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    TWO.write([CLAIM], tmp_path / "out", Selection())
    before = contents(tmp_path)

    for name in ("out", "new", "new.zip"):
        with pytest.raises(CannotExport, match="cannot write"):
            TWO.write(breaking_off(), tmp_path / name, Selection())

    assert contents(tmp_path) == before


@pytest.mark.parametrize("foreign", ["out/mine.txt", "out/data/mine.txt", "out/.hidden"])
def test_a_folder_with_something_else_in_it_is_never_replaced(foreign: str, tmp_path: Path) -> None:
    TWO.write([CLAIM], tmp_path / "out", Selection())
    (tmp_path / foreign).write_text("years of work")
    before = contents(tmp_path)

    with pytest.raises(CannotExport, match=r"holds files that no export wrote \(.*(mine|hidden)"):
        TWO.write([], tmp_path / "out", Selection())

    assert contents(tmp_path) == before


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": 3}', '{"files": [{"n": 1}]}', "\udcff"])
def test_a_folder_whose_manifest_says_nothing_is_never_replaced(manifest: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.md").write_text("mine")
    (tmp_path / f"out{MANIFEST}").write_bytes(manifest.encode("utf-8", "surrogateescape"))

    with pytest.raises(CannotExport, match="holds files that no export wrote"):
        TWO.write([], tmp_path / "out", Selection())


@pytest.mark.parametrize("there", ["out", f"out{LOSS}", f"out{MANIFEST}", "out.zip"])
def test_what_is_in_the_way_is_told_before_anything_is_written(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("") if there == "out" else (tmp_path / there).mkdir()
    before = contents(tmp_path)

    with pytest.raises(CannotExport, match=r"is a file, and this format|is no file"):
        TWO.write([CLAIM], tmp_path / ("out.zip" if there == "out.zip" else "out"), Selection())

    assert contents(tmp_path) == before


def test_a_zip_file_is_the_same_wherever_and_under_whatever_name_it_is_written(tmp_path: Path) -> None:
    memory = io.BytesIO()
    TWO.write_to([CLAIM], memory, Selection())
    TWO.write([CLAIM], tmp_path / "first.zip", Selection())
    TWO.write([CLAIM], tmp_path / "second.ZIP", Selection())
    TWO.write([CLAIM], tmp_path / "claims", Selection())

    assert {memory.getvalue(), (tmp_path / "second.ZIP").read_bytes()} == {(tmp_path / "first.zip").read_bytes()}
    with zipfile.ZipFile(memory) as archive:
        assert archive.namelist() == [
            "claims.loss.txt",
            "claims.manifest.json",
            "claims/README.md",
            "claims/data/ids.txt",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(archive.read(name) == (tmp_path / name).read_bytes() for name in archive.namelist())


@pytest.mark.parametrize(
    ("name", "votes"),
    [
        pytest.param(name, votes, id=f"{votes}-{name}")
        for name in EXPORTERS
        for votes in Votes
        if (name, votes) != ("claimreview", Votes.ESTIMATE)  # it is refused
    ],
)
def test_two_exports_of_one_moment_are_the_same_also_when_the_desk_went_on(
    name: str, votes: Votes, tmp_path: Path
) -> None:
    db, suffix = golden_desk(), EXPORTERS[name].suffix
    then = Dataset(Filters(as_of=NOON + timedelta(hours=2)), votes)
    before = exported(db, name, tmp_path / f"a{suffix}", then)
    label_all(db, [label("k200", "take", "Dr C", Verdict.CONTRADICTED)])
    freeze_splits(db, {"garlic": "train"}, NOON + timedelta(hours=3))
    search_all(db)

    again = exported(db, name, tmp_path / f"a{suffix}", then)
    now = exported(db, name, tmp_path / f"a{suffix}", Dataset(votes=votes))

    assert again == before
    assert now != before


def test_without_a_moment_the_manifest_names_that_of_the_newest_change(tmp_path: Path) -> None:
    db = golden_desk()
    exported(db, "jsonl", tmp_path / "x.jsonl", Dataset())
    first = (tmp_path / f"x.jsonl{MANIFEST}").read_bytes()

    exported(db, "jsonl", tmp_path / "x.jsonl", Dataset())

    assert (tmp_path / f"x.jsonl{MANIFEST}").read_bytes() == first
    assert json.loads(first)["as_of"] == "2026-11-23T13:00:00.000000Z"
    with select_claims(desk_in_memory(articles=False), Dataset()) as (_, selection):
        assert selection.origin.as_of is None


def test_a_dataset_shows_one_view_of_the_desk_while_people_label(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    prepare_database(path)
    with open_database(path) as db, open_database(path) as other:
        add_article(db, GARLIC, garlic_claims(), NOON)
        label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED)])
        with select_claims(db, Dataset()) as (claims, selection):
            label_all(
                other, [label("k2", "cures", "Dr B", Verdict.CONTRADICTED), label("k3", "sum", "Dr B", skipped=True)]
            )
            freeze_splits(other, {"garlic": "test"}, NOON)
            seen = [len(claim.votes) for claim in claims]
            text = selection.text_of(ArticleRevision("garlic", 1, "", ""))

    assert (seen, selection.splits) == ([1, 0, 0], {})
    assert text == GARLIC.text
    assert selection.origin.as_of == "2026-11-23T12:01:00.000000Z"


def test_the_command_writes_a_zip_file_to_stdout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXPORTERS, "two", TWO)
    prepare_database(tmp_path / "desk.db")
    line = ["--db", str(tmp_path / "desk.db"), "--format", "two", "--to"]

    piped = CliRunner().invoke(cli, [*line, "-"])
    CliRunner().invoke(cli, [*line, str(tmp_path / "x.zip")])

    assert piped.stdout_bytes == (tmp_path / "x.zip").read_bytes()
