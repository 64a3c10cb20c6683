"""Opening the desk's file and writing to it: what cannot be used is refused in a person's words and left as it is."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import DatabaseBusy, DatabaseTrouble
from annotator.storage.connection import database_path, open_database, prepare_database, reading, writing
from annotator.storage.labels import history
from annotator.storage.settings import desk_id, set_evidence_rule
from annotator.storage.trouble import check_log
from tests.annotator.bad_databases import BAD_DATABASES, BadDatabase
from tests.annotator.conftest import SmallDesk
from tests.folders import contents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a desk's database could be."""
    return tmp_path / "desk.db"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a busy database for long."""
    monkeypatch.setenv("CLAIMDESK_BUSY_SECONDS", "0.05")


@pytest.fixture
def locked(small_desk: SmallDesk) -> Iterator[SmallDesk]:
    """A desk that another program is writing to, for as long as the test lasts."""
    with closing(sqlite3.connect(small_desk.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield small_desk


@pytest.mark.parametrize("bad", BAD_DATABASES.values(), ids=BAD_DATABASES)
def test_what_is_no_database_of_ours_is_refused_and_left_as_it_is(bad: BadDatabase, path: Path) -> None:
    bad.make(path)
    before = contents(path.parent)

    with pytest.raises(DatabaseTrouble) as prepared:
        prepare_database(path)
    with pytest.raises(DatabaseTrouble) as opened, open_database(path):
        pass

    assert bad.says in str(prepared.value)
    assert bad.says in str(opened.value)
    assert str(path) in str(opened.value)
    assert contents(path.parent) == before


def test_opening_makes_no_database(path: Path) -> None:
    with pytest.raises(DatabaseTrouble, match="there is no database at"), open_database(path):
        pass

    assert contents(path.parent) == {}


def test_a_database_that_was_not_prepared_is_not_opened(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 7")

    with pytest.raises(DatabaseTrouble, match="older version"), open_database(path):
        pass
    prepare_database(path)

    with open_database(path) as db:
        assert desk_id(db)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseTrouble, match=r"there is no folder .*nowhere"):
        prepare_database(tmp_path / "nowhere" / "desk.db")

    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("given", "setting", "expected"),
    [
        pytest.param("a.db", "b.db", "a.db", id="what is given comes first"),
        pytest.param(None, "b.db", "b.db", id="then the setting"),
        pytest.param(None, "", "claimdesk.db", id="an empty setting is none"),
        pytest.param(None, None, "claimdesk.db", id="then the usual name"),
        pytest.param("~nobody-here/a.db", None, "~nobody-here/a.db", id="a home that is not there stays as typed"),
    ],
)
def test_where_the_database_is(
    given: str | None, setting: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMDESK_DB", raising=False)
    if setting is not None:
        monkeypatch.setenv("CLAIMDESK_DB", setting)

    assert database_path(given) == Path(expected)


def test_an_empty_path_is_refused_rather_than_taken_for_the_usual_one() -> None:
    with pytest.raises(DatabaseTrouble, match="empty"):
        database_path("")


def test_a_fresh_database_is_one_file_that_survives_a_power_cut(path: Path) -> None:
    prepare_database(path)

    assert list(contents(path.parent)) == ["desk.db"]
    with open_database(path) as db:
        pragmas = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert pragmas == PRAGMAS


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_preparing_again_changes_nothing(path: Path) -> None:
    prepare_database(path)
    before = contents(path.parent)

    prepare_database(path)

    assert contents(path.parent) == before


@pytest.mark.parametrize("name", ["100% & #1?.db", "ünï côdé 🩺.db", "-.db"])
def test_any_name_of_a_file_will_do(name: str, tmp_path: Path) -> None:
    prepare_database(tmp_path / name)

    with open_database(tmp_path / name) as db:
        assert desk_id(db)
    assert list(contents(tmp_path)) == [name]


def test_opening_the_database_again_leaves_the_locks_of_those_who_have_it_open(small_desk: SmallDesk) -> None:
    with open_database(small_desk.path):
        pass
    count_labels = (
        f"import sqlite3; desk = sqlite3.connect({str(small_desk.path)!r});"
        " print(desk.execute('SELECT count(*) FROM labels').fetchone()[0]); desk.close()"
    )
    other_program = [sys.executable, "-c", count_labels]
    subprocess.run(other_program, check=True)  # whoever closes a database last throws away its log

    small_desk.send(small_desk.answer("k1", "supported"))

    assert subprocess.run(other_program, check=True, capture_output=True, text=True).stdout == "1\n"


def test_a_database_whose_log_is_just_being_written_into_it_is_not_taken_for_damaged(path: Path) -> None:
    prepare_database(path)
    content = path.read_bytes()
    path.write_bytes(content[:28] + (1_000_000).to_bytes(4, "big") + content[32:])  # its head counts pages to come
    path.with_name("desk.db-wal").write_bytes(b"the pages to come")

    check_log(path)


def test_a_log_without_its_database_is_not_put_into_a_new_one(path: Path) -> None:
    log = path.with_name("desk.db-wal")
    log.write_bytes(b"labels of a database that was removed by mistake")

    with pytest.raises(DatabaseTrouble, match=r"desk\.db-wal"):
        prepare_database(path)

    assert list(contents(path.parent)) == ["desk.db-wal"]


def test_while_another_program_writes_we_still_read(locked: SmallDesk) -> None:
    prepare_database(locked.path)

    with open_database(locked.path) as db:
        assert desk_id(db)


def test_a_write_waits_no_longer_than_the_setting_says(locked: SmallDesk, impatient: None) -> None:
    with (
        pytest.raises(DatabaseBusy, match=r"desk\.db is locked by another program"),
        open_database(locked.path) as db,
    ):
        set_evidence_rule(db, "strict")


def test_a_write_goes_through_when_the_other_program_is_done_in_time(small_desk: SmallDesk) -> None:
    other = sqlite3.connect(small_desk.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.2, other.close).start()  # a closed connection takes its transaction back

    assert small_desk.send(small_desk.answer("k1", "supported")).acks[0]["ok"]


def test_a_database_held_by_one_program_alone_is_busy_even_for_readers(path: Path, impatient: None) -> None:
    prepare_database(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(DatabaseBusy, match="locked by another program"):
            prepare_database(path)
        with pytest.raises(DatabaseBusy, match="locked by another program"), open_database(path):
            pass


def test_a_write_behind_another_of_this_process_does_not_wait_for_ever(small_desk: SmallDesk, impatient: None) -> None:
    told: list[BaseException] = []

    def write() -> None:
        try:
            with open_database(small_desk.path) as db:
                set_evidence_rule(db, "strict")
        except DatabaseBusy as error:
            told.append(error)

    with writing(small_desk.db):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(timeout=5)

    assert [str(error) for error in told] == ["the desk is busy with other writes: try again in a moment"]


@pytest.mark.parametrize("wrong", ["soon", "-1", "nan", "inf", "1e9"])
def test_a_waiting_time_that_is_none_is_refused(wrong: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_BUSY_SECONDS", wrong)

    with pytest.raises(DatabaseTrouble, match="CLAIMDESK_BUSY_SECONDS"):
        prepare_database(path)


def test_a_write_that_fails_leaves_nothing_behind(small_desk: SmallDesk) -> None:
    def interrupted() -> None:
        with writing(small_desk.db):
            set_evidence_rule(small_desk.db, "strict")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert small_desk.db["settings"].count_where("name = 'evidence_rule'") == 0
    assert small_desk.send(small_desk.answer("k1", "supported")).acks[0]["ok"]


def test_a_reader_sees_one_moment_while_others_write(small_desk: SmallDesk) -> None:
    with open_database(small_desk.path) as db, reading(db):
        before = len(history(db, small_desk.claims[0]))
        small_desk.send(small_desk.answer("k1", "supported"))
        assert len(history(db, small_desk.claims[0])) == before

    assert len(history(small_desk.db, small_desk.claims[0])) == before + 1


def test_a_reader_left_half_way_may_outlive_its_connection(small_desk: SmallDesk) -> None:
    with open_database(small_desk.path) as db:
        left = reading(db)
        left.__enter__()

    left.__exit__(None, None, None)
