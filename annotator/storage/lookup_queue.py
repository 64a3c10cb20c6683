"""The sources that wait to be asked about: until somebody runs ``look-up``, or they are looked at again.

What waits is cited, or another name of a paper that is. An identifier that somebody only typed, perhaps half of one, is
here as long as it is not asked about again for a fault of the network, and then forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.services import SERVICES
from annotator.errors import BadAnswer, LookUpFailed
from annotator.model import Source, SourceType
from annotator.storage.connection import writing
from annotator.storage.times import to_moment, to_text

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(days=1)

_IS_CITED = """(
    EXISTS (SELECT 1 FROM sources WHERE sources.type = named.type AND sources.identifier = named.identifier)
    OR EXISTS (
        SELECT 1 FROM work_identifiers AS mine CROSS JOIN work_identifiers AS other ON other.work = mine.work
        CROSS JOIN sources ON sources.type = other.type AND sources.identifier = other.identifier
        WHERE mine.type = named.type AND mine.identifier = named.identifier
    )
)"""


@dataclass(frozen=True, slots=True)
class Queued:
    """A source that waits to be asked about, not before ``not_before``, and why it could not be the last time."""

    source: Source
    tries: int = 0
    not_before: datetime | None = None
    trouble: str = ""

    def is_put_off(self, now: datetime) -> bool:
        """Whether it could not be asked about, and is not to be asked about again yet."""
        return self.not_before is not None and self.not_before > now


def enqueue(db: Database, sources: Sequence[Source], now: datetime) -> None:
    """Let sources wait to be asked about; those that nobody cites, and that no service knows of, are left out."""
    new = [source for source in sources if source.type in SERVICES and not queued(db, source) and is_cited(db, source)]
    if not new:  # as nearly always when a page is drawn again: no write for that
        return
    with writing(db):
        for source in new:
            db.execute(
                "INSERT OR IGNORE INTO lookup_queue (type, identifier, shown, asked_at) VALUES (?, ?, ?, ?)",
                [source.type, source.identifier, source.shown, to_text(now)],
            )


def put_off(db: Database, source: Source, error: LookUpFailed, now: datetime) -> None:
    """Let a source wait that could not be asked about, cited or not: a minute, then longer each time, a day at most."""
    with writing(db):
        forget_uncited(db, now)
        waiting = queued(db, source)
        tries = waiting.tries + 1 if waiting else 1
        pause = LONGEST_PAUSE if isinstance(error, BadAnswer) else min(FIRST_PAUSE * 2 ** min(tries, 12), LONGEST_PAUSE)
        db.execute(
            "INSERT INTO lookup_queue (type, identifier, shown, asked_at, tries, not_before, trouble)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET tries = excluded.tries, not_before = excluded.not_before, trouble = excluded.trouble",
            [source.type, source.identifier, source.shown, to_text(now), tries, to_text(now + pause), str(error)],
        )


def dequeue(db: Database, source: Source) -> None:
    """Take a source out of the queue: all that can be asked about it was."""
    if queued(db, source):
        with writing(db):
            db.execute("DELETE FROM lookup_queue WHERE type = ? AND identifier = ?", [source.type, source.identifier])


def forget_uncited(db: Database, now: datetime) -> None:
    """Take out what nobody cites and may be asked about again: whoever types it again is told anew."""
    waiting = "FROM lookup_queue AS named WHERE not_before <= ? AND NOT"
    if db.execute(f"SELECT 1 {waiting} {_IS_CITED} LIMIT 1", [to_text(now)]).fetchone():
        with writing(db):
            db.execute(f"DELETE {waiting} {_IS_CITED}", [to_text(now)])


def is_cited(db: Database, source: Source) -> bool:
    """Whether a label cites the source, by this name or another of the paper's."""
    found = db.execute(
        f"WITH named (type, identifier) AS (VALUES (?, ?)) SELECT {_IS_CITED} FROM named",
        [source.type, source.identifier],
    )
    return bool(found.fetchone()[0])


def queued(db: Database, source: Source) -> Queued | None:
    """The source's place in the queue; None where it has none."""
    found = _queue(db, "WHERE type = ? AND identifier = ?", [source.type, source.identifier])
    return found[0] if found else None


def queue(db: Database) -> list[Queued]:
    """Everything that waits and is cited, the longest first."""
    return _queue(db, f"WHERE {_IS_CITED} ORDER BY asked_at, type, identifier", [])


def next_in_queue(db: Database, now: datetime, but: Collection[tuple[SourceType, str]] = ()) -> Source | None:
    """The newest that waits, is cited, was not put off and is none of ``but``: who cited it may still be there."""
    rows = db.execute(
        f"SELECT type, identifier, shown FROM lookup_queue AS named WHERE not_before <= ? AND {_IS_CITED}"
        " ORDER BY asked_at DESC, type, identifier",
        [to_text(now)],
    ).fetchall()
    left = (row for row in rows if (SourceType(row[0]), row[1]) not in but)
    return next((_source(*row) for row in left), None)


def _queue(db: Database, where: str, values: Sequence[str]) -> list[Queued]:
    rows = db.execute(
        f"SELECT type, identifier, shown, tries, not_before, trouble FROM lookup_queue AS named {where}", values
    )
    return [
        Queued(_source(kind, identifier, shown), tries, to_moment(until) if until else None, trouble)
        for kind, identifier, shown, tries, until, trouble in rows.fetchall()
    ]


def _source(kind: str, identifier: str, shown: str) -> Source:
    return replace(parse_identifier(shown), type=SourceType(kind), identifier=identifier)
