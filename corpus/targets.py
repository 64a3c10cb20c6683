"""Which files are never written over, whatever a command is told: databases, and what it reads from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import WouldOverwrite

_DATABASE = b"SQLite format 3\0"
_LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite calls the files that belong to a database."""


def check_target(target: Path, own: Path | None = None) -> None:
    """Raise WouldOverwrite when ``target`` is a database, or a file that belongs to one; OSError out of reach.

    ``own`` is the database that this process works with. It is compared by path and never opened: closing it here
    would take away SQLite's locks (docs/decisions/0007).
    """
    if own is not None and is_one_of(target, with_its_logs(own)):
        raise WouldOverwrite(f"{target} is the desk's database: name another file to write")
    if any(_is_database(path) for path in (target, *_database_of(target))):
        raise WouldOverwrite(f"{target} belongs to a database, which is never written over: name another file")


def with_its_logs(database: Path) -> list[Path]:
    """The files of a database, also those that are not there now. A link's database has its logs beside the target."""
    whole = _whole(database)
    return [whole, *(whole.with_name(whole.name + ending) for ending in _BESIDE)]


def is_one_of(path: Path, others: Iterable[Path]) -> bool:
    """Whether ``path`` is one of these files, by whatever name: a link, a hard link, another way to the folder."""
    return any(_whole(path) == _whole(other) or _is_same_file(path, other) for other in others)


def _is_same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(len(_DATABASE))
    return start == _DATABASE or start.startswith(_LOGS)


def _database_of(path: Path) -> list[Path]:
    whole = _whole(path)
    return [
        whole.with_name(whole.name.removesuffix(end))
        for end in _BESIDE
        if whole.name.endswith(end) and whole.name != end
    ]


def _whole(path: Path) -> Path:
    """``path`` without links; ``Path.resolve`` would fail on links that lead to each other."""
    return Path(os.path.realpath(path))
