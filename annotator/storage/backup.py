"""A copy of the desk's file, made while people work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.errors import DatabaseTrouble
from annotator.storage.connection import open_database, reading
from annotator.storage.placing import placed
from annotator.storage.trouble import COPY, clear_errors

PAGES = 2_000
"""How many pages (8 MB) are copied between two words about the progress."""

Progress = Callable[[int, int], None]


def backup_database(path: Path, to: Path, progress: Progress | None = None) -> None:
    """Copy the database at ``path`` as it is now, by SQLite's online backup, and check the copy for damage.

    ``to`` appears whole or not at all, and never over another file. ``progress`` is told how many pages are left, of
    how many. To restore, stop the desk, put the copy in the place of its file, and remove a ``-wal`` beside it.
    """
    if _is_there(to):
        raise DatabaseTrouble(f"{to} exists already: choose another name, a backup never overwrites")
    if not to.parent.is_dir():
        raise DatabaseTrouble(f"there is no folder {to.parent}: make it first, or choose another place")
    try:
        # One read transaction around all the steps: otherwise another program's write starts the copy over.
        with open_database(path) as db, placed(to) as part, reading(db):
            db.execute("SELECT 1 FROM settings").fetchone()  # a transaction begins with its first read
            with clear_errors(to), closing(sqlite3.connect(part)) as copy:
                db.conn.backup(copy, pages=PAGES, progress=lambda _, left, of: progress(left, of) if progress else None)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file to carry away, without a -wal beside it
                copy.execute(f"PRAGMA application_id = {COPY}")
                _check_copy(copy, path)
    except FileExistsError as error:
        raise DatabaseTrouble(f"{to} exists by now: choose another name, a backup never overwrites") from error
    except OSError as error:
        raise DatabaseTrouble(f"cannot write {to} ({error.strerror}): make room, or choose another place") from error


def _is_there(to: Path) -> bool:
    try:
        return to.exists()
    except OSError as error:
        raise DatabaseTrouble(f"cannot write {to} ({error.strerror}): choose another name") from error


def _check_copy(copy: sqlite3.Connection, path: Path) -> None:
    """SQLite copies damaged pages as they are: a backup that cannot be restored is refused while there is time."""
    try:
        (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        said = " ".join(found.split())
        raise DatabaseTrouble(f"{path} is damaged ({said}): keep it, and put an older backup in its place")
