"""Opening the desk's SQLite file, and writing to it so that nothing is lost or half-written.

One file, in WAL mode with ``synchronous=FULL``: what was committed survives a power cut. A connection belongs to
one thread. Every write is one short transaction that begins as a writer, behind one lock per process: SQLite's own
waiting is unfair under load, and a deferred transaction fails at once where a writer would wait.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from annotator.errors import DatabaseBusy, DatabaseTrouble
from annotator.storage.placing import placed
from annotator.storage.schema import MIGRATION_NAMES, migrations
from annotator.storage.trouble import check_file, check_log, clear_errors, left_log

DEFAULT_NAME = "claimdesk.db"
BUSY_SECONDS = 10.0
LONGEST_WAIT = 3600.0
_LOG_PATIENCE, _LOG_PAUSE = 0.5, 0.025

_writer = threading.RLock()


def database_path(given: str | os.PathLike[str] | None = None) -> Path:
    """The desk's file: the one given, else ``CLAIMDESK_DB``, else ``claimdesk.db`` in the working directory."""
    if given is not None and not os.fspath(given):
        raise DatabaseTrouble("the database's path is empty: name a file, or leave --db out")
    return Path(os.path.expanduser(given or os.environ.get("CLAIMDESK_DB") or DEFAULT_NAME))  # noqa: PTH111 - Path's
    # own raises RuntimeError for a home that is not there, where this one leaves the path as it was typed.


def busy_seconds() -> float:
    """How long a write waits for another program's: ``CLAIMDESK_BUSY_SECONDS``, else 10 seconds."""
    typed = os.environ.get("CLAIMDESK_BUSY_SECONDS") or BUSY_SECONDS
    with suppress(ValueError):
        if 0 <= float(typed) <= LONGEST_WAIT:
            return float(typed)
    raise DatabaseTrouble(f"CLAIMDESK_BUSY_SECONDS is a number of seconds, 0 to {LONGEST_WAIT:.0f}, not {typed!r}")


def prepare_database(path: Path) -> None:
    """Make the desk's file if it is missing, and bring it to this program's schema.

    Runs at start-up and in commands, never in a page. Any number of programs may do it at once: a new file is made
    aside and placed once, and all that is missing of the schema comes in one write transaction.
    Raises DatabaseTrouble where the file cannot be one of ours.
    """
    if not check_file(path):
        _create(path)
    _bring_up(path, path)


@contextmanager
def open_database(path: Path, *, busy_seconds: float | None = None) -> Iterator[Database]:
    """The prepared database at ``path``, closed at the end. One thread, one connection.

    A write waits ``busy_seconds`` for another program's, by default as long as the setting says.
    Raises DatabaseTrouble where there is none, or it is not one this program can use.
    """
    if not check_file(path):
        raise DatabaseTrouble(f"there is no database at {path}: start the desk or add an article to make one")
    with clear_errors(path):
        check_log(path)
        connection = _connect(path, busy_seconds)
    with clear_errors(path), closing(connection):
        db = Database(connection)
        if _is_behind(db, path):
            raise DatabaseTrouble(f"{path} is from an older version of Claimdesk: start the desk again to update it")
        yield db


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One write transaction: all of it is kept, or nothing. Inside another it is a part of that one.

    Raises DatabaseTrouble where the database is locked, full or read-only, and DatabaseBusy where this process's
    other writes take longer than another program's may; nothing was written then.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    if not _writer.acquire(timeout=db.conn.execute("PRAGMA busy_timeout").fetchone()[0] / 1000):
        raise DatabaseBusy("the desk is busy with other writes: try again in a moment")
    try:
        with clear_errors(_file_of(db)):
            db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.conn.execute("COMMIT")
            except BaseException:
                db.rollback()  # does nothing where a full disk ended the transaction already
                raise
    finally:
        _writer.release()


@contextmanager
def reading(db: Database) -> Iterator[Database]:
    """One consistent view of the database while other people write. Inside another it is that one."""
    if db.conn.in_transaction:
        yield db
        return
    db.conn.execute("BEGIN")
    try:
        yield db
    finally:
        with suppress(sqlite3.ProgrammingError):  # closed already, under a reader that was left half-way: it ended
            db.rollback()


def _connect(path: Path, seconds: float | None = None, *, create: bool = False) -> sqlite3.Connection:
    """A connection that makes no file of its own accord: one that was removed just now stays removed."""
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    patience = busy_seconds() if seconds is None else seconds
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=patience)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")  # what a statement may have to undo; a file for it costs 20 us
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _file_of(db: Database) -> Path:
    return Path(db.conn.execute("PRAGMA database_list").fetchone()[2])


def _create(path: Path) -> None:
    if not path.parent.is_dir():
        raise DatabaseTrouble(f"there is no folder {path.parent}: make it first, or choose another place with --db")
    if log := left_log(path):
        raise DatabaseTrouble(f"{log} holds labels of a database that is gone: put that back, or remove {log.name}")
    try:
        with placed(path) as new:
            _bring_up(new, path, create=True)
    except FileExistsError:
        return  # another program was quicker, and its database is as good
    except OSError as error:
        raise DatabaseTrouble(
            f"cannot write in {path.parent} ({error.strerror}): choose another place with --db, or make it writable"
        ) from error


def _bring_up(file: Path, path: Path, *, create: bool = False) -> None:
    """Bring ``file`` to this program's schema; ``path`` is what its errors call it."""
    with clear_errors(path):
        check_log(file)
        with closing(_connect(file, create=create)) as connection:
            db = Database(connection)
            if _is_behind(db, path):
                with writing(db):
                    migrations.apply(db)
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                _start_log(connection)


def _start_log(connection: sqlite3.Connection) -> None:
    """Put a new file, or a backup, into WAL mode. First it is whole without a log, and no backup any more.

    Others may be looking at it this moment, when several programs start at once: it is tried for half a second. Where
    they go on using it, it stays as it is until the next start: as safe, only slower.
    """
    until = time.monotonic() + _LOG_PATIENCE
    while True:
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA application_id = 0")
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                return
        if time.monotonic() > until:
            return
        time.sleep(_LOG_PAUSE)


def _is_behind(db: Database, path: Path) -> bool:
    """Whether the database lacks some of the schema. Raises DatabaseTrouble where it is no desk's."""
    tables = db.table_names()  # before what was applied: another program may bring the database up between the two
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - MIGRATION_NAMES:
        raise DatabaseTrouble(
            f"{path} was made by a newer version of Claimdesk: update the program, then open it again"
        )
    if not applied and tables:
        raise DatabaseTrouble(f"{path} is a SQLite database, but not one of Claimdesk's: name the desk's own file")
    return applied < MIGRATION_NAMES
