"""Opening the desk's SQLite file, and writing to it so that nothing is lost or half-written.

One file, in WAL mode with ``synchronous=FULL``: what was committed survives a power cut. A connection belongs to
one thread. Every write is one short transaction that begins as a writer, behind one lock per process: SQLite's own
waiting is unfair under load, and a deferred transaction fails at once where a writer would wait.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import filelock
from sqlite_utils import Database

from annotator.errors import DatabaseBusy, DatabaseTrouble
from annotator.storage.schema import MIGRATION_NAMES, migrations

DEFAULT_NAME = "claimdesk.db"
BUSY_SECONDS = 10.0
MAGIC = b"SQLite format 3\x00"

_writer = threading.RLock()


def database_path(given: str | os.PathLike[str] | None = None) -> Path:
    """The desk's file: the one given, else ``CLAIMDESK_DB``, else ``claimdesk.db`` in the working directory."""
    return Path(given or os.environ.get("CLAIMDESK_DB") or DEFAULT_NAME).expanduser()


def prepare_database(path: Path) -> None:
    """Make the desk's file if it is missing, and bring it to this program's schema.

    Runs at start-up and in commands, never in a page: a file lock lets one process at a time migrate.
    Raises DatabaseTrouble where the file cannot be one of ours.
    """
    if path.exists():
        _check_file(path)
    elif not path.parent.is_dir():
        raise DatabaseTrouble(f"there is no folder {path.parent}: make it first, or choose another place with --db")
    try:
        with filelock.FileLock(f"{path}.lock", timeout=BUSY_SECONDS):
            if path.exists():
                _migrate(path)
            else:  # made aside and renamed: a program killed half-way leaves no empty database behind
                new = path.with_name(f".{path.name}.new")
                new.unlink(missing_ok=True)
                _migrate(new)
                new.replace(path)
    except filelock.Timeout as error:
        raise DatabaseBusy(f"another program is preparing {path}: try again when it is done") from error
    except OSError as error:
        raise DatabaseTrouble(f"{path.parent} cannot be written to ({error.strerror}): choose another place") from error


@contextmanager
def open_database(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Iterator[Database]:
    """The prepared database at ``path``, closed at the end. One thread, one connection.

    Raises DatabaseTrouble where there is none, or it is not one this program can use.
    """
    if not path.exists():
        raise DatabaseTrouble(f"there is no database at {path}: start the desk or add an article to make one")
    _check_file(path)
    with clear_errors(path), closing(_connect(path, busy_seconds)) as connection:
        db = Database(connection)
        _check_version(db, path)
        yield db


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One write transaction: all of it is kept, or nothing. Inside another it is a part of that one.

    Raises DatabaseTrouble where the database is locked, full or read-only; nothing was written then.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    with _writer, clear_errors(_file_of(db)):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            db.rollback()  # does nothing where a full disk ended the transaction already
            raise


@contextmanager
def reading(db: Database) -> Iterator[Database]:
    """One consistent view of the database while other people write."""
    db.conn.execute("BEGIN")
    try:
        yield db
    finally:
        db.rollback()


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """SQLite's errors in a person's words, as DatabaseTrouble; a rule of the schema that was broken stays as it is."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise _in_words(error, path) from error


def backup_database(path: Path, to: Path) -> None:
    """Copy the database while people work, by SQLite's online backup. ``to`` appears whole or not at all."""
    if to.exists():
        raise DatabaseTrouble(f"{to} exists already: choose another name, a backup never overwrites")
    part = to.with_name(f".{to.name}.part")
    try:
        with open_database(path) as db, clear_errors(to), closing(sqlite3.connect(part)) as copy:
            db.conn.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file to carry away, without a -wal beside it
        part.replace(to)
    except OSError as error:
        raise DatabaseTrouble(f"cannot write {to}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=busy_seconds)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _file_of(db: Database) -> Path:
    return Path(db.conn.execute("PRAGMA database_list").fetchone()[2])


def _migrate(path: Path) -> None:
    with clear_errors(path), closing(_connect(path, BUSY_SECONDS)) as connection:
        db = Database(connection)
        _check_version(db, path)
        if not migrations.pending(db):
            return
        connection.execute("PRAGMA journal_mode = WAL")
        migrations.apply(db)
        connection.execute("PRAGMA optimize")


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise DatabaseTrouble(f"{path} is a folder: name a database file in it")
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise DatabaseTrouble(f"cannot read {path}: {error.strerror}") from error
    if not head:
        raise DatabaseTrouble(f"{path} is empty (0 bytes): put a backup in its place, or remove it to start anew")
    if head != MAGIC:
        raise DatabaseTrouble(f"{path} is not a SQLite database: name the desk's own file")


def _check_version(db: Database, path: Path) -> None:
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - MIGRATION_NAMES:
        raise DatabaseTrouble(
            f"{path} was made by a newer version of Claimdesk: update the program, then open it again"
        )
    if not applied and db.table_names():
        raise DatabaseTrouble(f"{path} is a SQLite database, but not one of Claimdesk's: name the desk's own file")


def _in_words(error: sqlite3.DatabaseError, path: Path) -> DatabaseTrouble:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy(f"{path} is locked by another program: close it there, then try again")
    if code.startswith("SQLITE_FULL"):
        return DatabaseTrouble(f"the disk of {path} is full: make room, then try again; nothing was half-written")
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return DatabaseTrouble(f"{path} cannot be written to: check the rights of the file and its folder")
    if code.startswith("SQLITE_IOERR"):
        return DatabaseTrouble(f"the disk of {path} failed or is full ({code}): nothing was half-written")
    if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return DatabaseTrouble(f"{path} is damaged or not a SQLite database: put a backup in its place")
    return DatabaseTrouble(f"{path}: {error}")
