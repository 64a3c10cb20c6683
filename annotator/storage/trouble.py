"""What can be wrong with the desk's file, in a person's words."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from annotator.errors import DatabaseBusy, DatabaseTrouble

COPY = 0x43444350
"""The ``application_id`` of a backup ("CDCP"), until it is put to work as a desk's database."""


def check_file(path: Path) -> bool:
    """Whether there is a file at ``path``. Raises DatabaseTrouble where what is there cannot be a database.

    Looks at the file from outside: opening and closing it here, beside SQLite, would take away the locks of every
    connection of this process, and let another program throw away the log they write to (sqlite.org/howtocorrupt.html).
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise DatabaseTrouble(f"cannot look at {path} ({error.strerror}): check its path and rights") from error
    if stat.S_ISDIR(status.st_mode):
        raise DatabaseTrouble(f"{path} is a folder: name a database file in it")
    if not stat.S_ISREG(status.st_mode):
        raise DatabaseTrouble(f"{path} is not a file: name the desk's own file")
    if not status.st_size:
        raise DatabaseTrouble(f"{path} is empty (0 bytes): put a backup in its place, or remove it to start anew")
    return True


def check_log(path: Path) -> None:
    """Raises DatabaseTrouble where a backup was put beside the log of the database that stood there before.

    SQLite cannot tell, and would write the log's pages into the backup.
    """
    if not (log := left_log(path)):
        return
    alone, mark = f"{path.absolute().as_uri()}?immutable=1", None
    # Without its log the file looks cut short while the log is being written into it: then it is no new backup.
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(alone, uri=True)) as connection:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark == COPY:
        raise DatabaseTrouble(f"{path} is a backup, and {log} belongs to the database before it: remove {log.name}")


def left_log(path: Path) -> Path | None:
    """SQLite's log beside ``path``, if it holds anything."""
    log = path.with_name(f"{path.name}-wal")
    try:
        return log if log.stat().st_size else None
    except FileNotFoundError:  # none, or another program closed the database this moment
        return None


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """SQLite's errors in a person's words, as DatabaseTrouble; a rule of the schema that was broken stays as it is."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise _in_words(error, path) from error


def _in_words(error: sqlite3.DatabaseError, path: Path) -> DatabaseTrouble:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy(f"{path} is locked by another program: close it there, then try again")
    if code.startswith("SQLITE_FULL"):
        return DatabaseTrouble(f"the disk of {path} is full: make room, then try again; nothing was half-written")
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return DatabaseTrouble(f"{path} cannot be opened for writing: check the rights of the file and its folder")
    if code.startswith("SQLITE_IOERR"):
        return DatabaseTrouble(
            f"the disk of {path} is full or failed ({code}): make room or mend it, then try again;"
            " nothing was half-written"
        )
    if code.startswith("SQLITE_NOTADB"):
        return DatabaseTrouble(f"{path} is not a SQLite database: name the desk's own file")
    if code.startswith("SQLITE_CORRUPT"):
        return DatabaseTrouble(f"{path} is damaged: put a backup in its place")
    return DatabaseTrouble(f"{path}: {error}")
