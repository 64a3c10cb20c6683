"""A backup is whole, is made while people work, and can be put back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.errors import DatabaseTrouble
from annotator.storage.backup import backup_database
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.settings import desk_id
from tests.annotator.bad_databases import BAD_DATABASES, BadDatabase
from tests.annotator.conftest import SmallDesk
from tests.folders import contents
from tests.programs import start


def keys(path: Path) -> set[str]:
    """The keys of all labels in a database, after SQLite found it sound."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = [row[0] for row in connection.execute("SELECT key FROM labels")]
    assert len(found) == len(set(found))
    return set(found)


def test_a_backup_is_one_file_with_everything_in_it(small_desk: SmallDesk, tmp_path: Path) -> None:
    small_desk.send(small_desk.answer("k1", "supported"), small_desk.answer("k2", "contradicted", 1))
    folder = tmp_path / "backups"
    folder.mkdir()

    backup_database(small_desk.path, folder / "copy.db")

    assert list(contents(folder)) == ["copy.db"]
    assert keys(folder / "copy.db") == {"k1", "k2"}


def test_a_backup_put_in_place_is_the_desk_again(small_desk: SmallDesk, tmp_path: Path) -> None:
    small_desk.send(small_desk.answer("k1", "supported"))
    backup_database(small_desk.path, tmp_path / "copy.db")

    prepare_database(tmp_path / "copy.db")

    with open_database(tmp_path / "copy.db") as db:
        assert desk_id(db) == desk_id(small_desk.db)
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_backup_made_while_another_program_writes_has_all_that_was_acknowledged_before(
    small_desk: SmallDesk, tmp_path: Path
) -> None:
    with start("tests.annotator.answering", small_desk.path, "Dr A") as writer:
        assert writer.stdin
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
        for number in range(60):
            print(json.dumps([small_desk.answer(f"k{number}", "supported", number % 3)]), file=writer.stdin)
        writer.stdin.flush()
        acknowledged = {json.loads(writer.stdout.readline())[0][0]["key"] for _ in range(10)}

        backup_database(small_desk.path, tmp_path / "copy.db")

        writer.stdin.close()
        acknowledged_later = {json.loads(line)[0][0]["key"] for line in writer.stdout}
    assert len(acknowledged | acknowledged_later) == 60
    assert acknowledged <= keys(tmp_path / "copy.db") <= keys(small_desk.path)


def test_progress_is_told_up_to_the_last_page(small_desk: SmallDesk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    backup_database(small_desk.path, tmp_path / "copy.db", lambda left, of: told.append((left, of)))

    assert told[-1][0] == 0
    assert all(left <= of for left, of in told)


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = contents(folder)
    yield
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("taken.txt", "exists already", id="another file"),
        pytest.param("desk.db", "exists already", id="the desk itself"),
        pytest.param("folder", "exists already", id="a folder"),
        pytest.param("nowhere/copy.db", "there is no folder", id="a folder that is not there"),
        pytest.param("taken.txt/copy.db", "there is no folder", id="a file instead of a folder"),
        pytest.param("x" * 300, "cannot write", id="a name too long for the disk"),
    ],
)
def test_a_backup_to_where_it_cannot_be_changes_nothing(
    name: str, says: str, small_desk: SmallDesk, tmp_path: Path
) -> None:
    (tmp_path / "taken.txt").write_text("mine")
    (tmp_path / "folder").mkdir()

    with unchanged(tmp_path), pytest.raises(DatabaseTrouble, match=says):
        backup_database(small_desk.path, tmp_path / name)


@pytest.mark.parametrize("bad", BAD_DATABASES.values(), ids=BAD_DATABASES)
def test_what_is_no_database_of_ours_is_not_backed_up(bad: BadDatabase, tmp_path: Path) -> None:
    bad.make(tmp_path / "desk.db")

    with unchanged(tmp_path), pytest.raises(DatabaseTrouble) as told:
        backup_database(tmp_path / "desk.db", tmp_path / "copy.db")

    assert bad.says in str(told.value)


def test_damage_that_nobody_met_yet_is_found_by_the_backup(small_desk: SmallDesk, tmp_path: Path) -> None:
    small_desk.db.conn.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    (root,) = small_desk.db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'labels'").fetchone()
    (size,) = small_desk.db.execute("PRAGMA page_size").fetchone()
    small_desk.db.conn.close()
    with small_desk.path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)

    with unchanged(tmp_path), pytest.raises(DatabaseTrouble, match="is damaged"):
        backup_database(small_desk.path, tmp_path / "copy.db")
