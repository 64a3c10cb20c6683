"""Files that are no desk's database, each made in a folder and with a word of what a person is told about it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.storage.backup import backup_database
from annotator.storage.connection import prepare_database


@dataclass(frozen=True)
class BadDatabase:
    """How to make it at a path, and what its error says."""

    make: Callable[[Path], object]
    says: str


def _another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE holidays (day TEXT)")


def _newer(path: Path) -> None:
    prepare_database(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('claimdesk', 'm999_later', '')"
        )


def _damaged(path: Path) -> None:
    prepare_database(path)
    path.write_bytes(path.read_bytes()[:100] + b"\xa5" * 20_000)


def _cut_short(path: Path) -> None:
    prepare_database(path)
    path.write_bytes(path.read_bytes()[:5_000])


def _backup_beside_an_old_log(path: Path) -> None:
    desk = path.with_name("before.db")
    prepare_database(desk)
    backup_database(desk, path)
    desk.unlink()
    path.with_name(f"{path.name}-wal").write_bytes(b"pages of the database that stood here before")


BAD_DATABASES = {
    "a folder": BadDatabase(Path.mkdir, "is a folder: name a database file"),
    "0 bytes": BadDatabase(Path.touch, "is empty (0 bytes)"),
    "text": BadDatabase(lambda path: path.write_text("Garlic cures flu.\n"), "is not a SQLite database"),
    "a picture": BadDatabase(lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300)), "is not a SQLite"),
    "a pipe": BadDatabase(os.mkfifo, "is not a file"),
    "of another program": BadDatabase(_another_program, "not one of Claimdesk's"),
    "of a newer version": BadDatabase(_newer, "newer version of Claimdesk: update the program"),
    "damaged": BadDatabase(_damaged, "is damaged"),
    "cut short": BadDatabase(_cut_short, "is damaged"),
    "a backup beside an old log": BadDatabase(_backup_beside_an_old_log, "remove desk.db-wal"),
}
