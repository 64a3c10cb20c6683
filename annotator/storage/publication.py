"""A database for publication, made anew from rows that are fit to be published: no table of the desk's is copied.

Two of the same rows are the same bytes on any machine: rows in the order they come, one page size, packed at the end,
and the header without the marks that SQLite leaves of its version and its writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import DatabaseTrouble
from annotator.storage.tables import publication
from annotator.storage.trouble import clear_errors

Cell = str | int | float | None

_TEXTS = {"claims": "adjudication_rationale", "votes": "rationale, search_note", "citations": "quote, place"}
_SETTINGS = ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = NONE", "journal_mode = OFF", "synchronous = OFF")
_CHANGES, _WRITER = slice(24, 28), slice(92, 100)
"""In the header of a file: how often it was changed; that count again and the version of the library that wrote it."""
_SETTLED = (1).to_bytes(4, "big")


@dataclass(frozen=True, slots=True)
class Question:
    """A query that goes with the database, with what stands for it on a page."""

    name: str
    title: str
    description: str
    sql: str


QUESTIONS = (
    Question(
        "flagged",
        "Flagged claims",
        "Claims an editor should look at; of one flag, or all.",
        publication.FLAGGED.strip(),
    ),
    Question(
        "by_source",
        "By source",
        "What was cited for which claim; of one source, by its id or its name, or all.",
        publication.BY_SOURCE.strip(),
    ),
    Question(
        "by_reviewer", "By reviewer", "What one reviewer answered, or everybody.", publication.BY_REVIEWER.strip()
    ),
    Question(
        "agreement",
        "Agreement",
        "Krippendorff's alpha over the claims with two votes or more: of all, by kind and by article.",
        publication.AGREEMENT.strip(),
    ),
)


class Publication:
    """A database that is being filled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, table: str, *row: Cell) -> None:
        """Add a row, with a cell for each column of the table."""
        self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def name_reviewers(self, names: Mapping[str, str]) -> None:
        """Write each reviewer by the name given for the one used so far, and list them with their votes."""
        numbers = dict(self._connection.execute("SELECT reviewer, count(*) FROM votes GROUP BY reviewer").fetchall())
        self._connection.executemany(
            "UPDATE votes SET reviewer = ? WHERE reviewer = ?", [(new, old) for old, new in names.items()]
        )
        for old, new in names.items():
            self.add("reviewers", new, numbers.get(old, 0))

    def texts(self) -> Iterator[str]:
        """What people wrote and quoted."""
        for table, columns in _TEXTS.items():
            for row in self._connection.execute(f"SELECT {columns} FROM {table}"):
                yield from filter(None, row)

    def columns(self) -> dict[str, Sequence[str]]:
        """The columns of each table, by its name."""
        tables = self._connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        return {
            name: [row[1] for row in self._connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in tables.fetchall()
        }


@contextmanager
def published(path: Path) -> Iterator[Publication]:
    """A database to be filled, whole at ``path`` when the block ends well; nothing may be there yet."""
    draft = path.with_name(f"{path.name}.part")
    try:
        with clear_errors(path), closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.execute("BEGIN")
            for statement in publication.TABLES.split(";\n"):
                connection.execute(statement)
            yield Publication(connection)
            for statement in publication.INDEXES.split(";\n"):
                connection.execute(statement)
            connection.execute("COMMIT")
            _check(connection)
            connection.execute("VACUUM INTO ?", [str(path)])
        _settle(path)
    finally:
        draft.unlink(missing_ok=True)


def _check(connection: sqlite3.Connection) -> None:
    """Stop where a row points to none: that is a fault of ours, and nothing to be published."""
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise DatabaseTrouble(f"rows of the publication point to none, so that it was not written: {broken[:3]}")


def _settle(path: Path) -> None:
    with path.open("r+b") as file:
        header = bytearray(file.read(100))
        header[_CHANGES] = _SETTLED
        header[_WRITER] = _SETTLED + bytes(4)
        file.seek(0)
        file.write(header)
