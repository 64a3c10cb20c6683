"""Disks that are full or may not be written to: one clear line, nothing half-written, and all is well afterwards."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.model import Person
from annotator.storage.articles import article_summaries
from annotator.storage.connection import open_database, reading
from annotator.storage.people import people
from annotator.storage.settings import desk_id
from tests.calling import call_in_a_process
from tests.folders import contents
from tests.programs import WITHOUT_ROOTS_RIGHTS, start

ROOM = 90_000
"""Bytes that may still be written where the disk is nearly full: less than any of the commands below needs."""

BIG = "\n\n".join(f"Zinc {number} stops colds {'and coughs ' * 100}in two days." for number in range(90))


@dataclass(frozen=True)
class NearlyFull:
    """A folder with a desk, and what has to stand before a program for the disk to be nearly full for it."""

    folder: Path
    before: tuple[str, ...]
    filler: Path | None = None

    @property
    def desk(self) -> Path:
        return self.folder / "desk.db"

    def make_room(self) -> None:
        if self.filler:
            self.filler.unlink()


def mounted(folder: Path) -> bool:
    """Whether we may mount a small disk of memory there, and did."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "none", str(folder)]
    return os.geteuid() == 0 and subprocess.run(mount, check=False, capture_output=True).returncode == 0


@pytest.fixture(params=["no file may grow", "the disk is full"])
def nearly_full(request: pytest.FixtureRequest, desk: Path, tmp_path: Path) -> Iterator[NearlyFull]:
    """Twice: once with a limit on the size of files; once on a small disk of its own, where we may mount one.

    Where we may not, both are the limit: there is no machine on which nothing is tried.
    """
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = request.param == "the disk is full" and mounted(folder)
    try:
        shutil.copy(desk, folder / "desk.db")
        (tmp_path / "big.txt").write_text(BIG)
        if not disk:
            yield NearlyFull(folder, ("prlimit", f"--fsize={ROOM}"))
            return
        filler = folder / "filler"
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
        filler.write_bytes(bytes(free - ROOM))
        yield NearlyFull(folder, (), filler)
    finally:
        if disk:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def sound(path: Path) -> list[str]:
    """The articles of a desk that SQLite finds whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_database(path) as db:
        return [summary.slug for summary in article_summaries(db)]


def test_a_command_that_finds_the_disk_full_says_so_and_writes_nothing_by_halves(nearly_full: NearlyFull) -> None:
    desk, folder, article = nearly_full.desk, nearly_full.folder, nearly_full.folder.parent / "big.txt"
    on_the_desk = ("--db", desk)
    lines: list[Sequence[object]] = [
        ("annotator", "add", article, *on_the_desk),
        ("annotator", "add", article, "--db", folder / "new.db"),
        ("annotator", "backup", folder / "copy.db", *on_the_desk),
        ("exports", "--format", "jsonl", "--to", folder / "out.jsonl", *on_the_desk),
        ("corpus", "split", article, "--text-to", folder / "out.txt"),
    ]
    before = contents(folder).keys()

    called = call_in_a_process(*lines, before=nearly_full.before)

    assert [bool(command.error) for command in called] == [True] * 5
    assert all("make room" in command.error for command in called[:3]), called
    assert contents(folder).keys() - {"new.db"} == before
    assert sound(desk) == ["magnesium_ms"]

    nearly_full.make_room()
    assert [command.status for command in call_in_a_process(*lines)] == [0] * 5
    assert sound(desk) == ["big", "magnesium_ms"]
    assert sound(folder / "new.db") == ["big"]


def answer(path: Path, person: Person, number: int) -> str:
    with open_database(path) as db:
        item = {
            "key": f"k{number:04}",
            "do": "answer",
            "desk": desk_id(db),
            "person": person.id,
            "claim_id": db.execute("SELECT id FROM queue ORDER BY start LIMIT 1 OFFSET ?", [number]).fetchone()[0],
            "at": "2026-11-23T12:00:00Z",
            "answer": {"verdict": "supported", "kind": None, "skipped": False},
        }
    return json.dumps([item])


def test_when_the_disk_runs_full_every_acknowledged_label_is_there_and_the_others_wait(
    nearly_full: NearlyFull,
) -> None:
    with open_database(nearly_full.desk) as db:
        person = people(db)[0]
    messages = [answer(nearly_full.desk, person, number) for number in range(60)]

    with (
        open_database(nearly_full.desk) as db,
        reading(db),  # somebody looks at the desk all the while: what is written has to stand beside what they see
        start("tests.annotator.answering", nearly_full.desk, person.name, before=nearly_full.before) as program,
    ):
        assert desk_id(db)
        replies = program.communicate("\n".join(messages), timeout=60)[0].splitlines()[1:]

    receipts = [json.loads(reply) for reply in replies]
    acknowledged = {ack["key"] for acks, _ in receipts for ack in acks}
    troubles = {trouble for _, trouble in receipts if trouble}
    assert len(receipts) == 60
    assert acknowledged
    assert troubles
    assert all("make room" in trouble for trouble in troubles)
    with open_database(nearly_full.desk) as db:
        assert {row["key"] for row in db["labels"].rows} == acknowledged
    assert sound(nearly_full.desk) == ["magnesium_ms"]


def test_where_nothing_may_be_written_each_command_says_so_and_nothing_is_made(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "zinc.txt").write_text("Zinc stops colds.")
    before = contents(desk.parent)
    desk.chmod(0o444)
    desk.parent.chmod(0o555)

    called = call_in_a_process(
        ("annotator", "add", tmp_path / "zinc.txt", "--db", desk),
        ("annotator", "add", tmp_path / "zinc.txt", "--db", desk.parent / "new.db"),
        ("annotator", "evidence-rule", "strict", "--db", desk),
        ("annotator", "progress", "--db", desk),
        ("annotator", "backup", desk.parent / "copy.db", "--db", desk),
        ("exports", "--format", "csv", "--to", desk.parent / "out.csv", "--db", desk),
        ("corpus", "split", tmp_path / "zinc.txt", "--text-to", desk.parent / "out.txt"),
        before=WITHOUT_ROOTS_RIGHTS,
    )

    assert [command.error for command in called if not command.error] == []
    assert contents(desk.parent) == before
