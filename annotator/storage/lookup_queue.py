"""The sources that wait to be asked about: until somebody runs ``look-up``, or they are looked at again."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Let sources wait to be asked about; those that no service knows of are left out."""
    new = [source for source in sources if source.type in SERVICES and not queued(db, source)]
    if not new:  # as nearly always when a page is drawn again: no write for that
        return
    with writing(db):
        for source in new:
            db.execute(
                "INSERT OR IGNORE INTO lookup_queue (type, identifier, shown, asked_at) VALUES (?, ?, ?, ?)",
                [source.type, source.identifier, source.shown, to_text(now)],
            )


def put_off(db: Database, source: Source, error: LookUpFailed, now: datetime) -> None:
    """Let a source wait that could not be asked about: a minute, then longer each time, a day at most."""
    with writing(db):
        enqueue(db, [source], now)
        waiting = queued(db, source)
        tries = waiting.tries + 1 if waiting else 1
        pause = LONGEST_PAUSE if isinstance(error, BadAnswer) else min(FIRST_PAUSE * 2 ** min(tries, 12), LONGEST_PAUSE)
        db.execute(
            "UPDATE lookup_queue SET tries = ?, not_before = ?, trouble = ? WHERE type = ? AND identifier = ?",
            [tries, to_text(now + pause), str(error), source.type, source.identifier],
        )


def dequeue(db: Database, source: Source) -> None:
    """Take a source out of the queue: all that can be asked about it was."""
    if queued(db, source):
        with writing(db):
            db.execute("DELETE FROM lookup_queue WHERE type = ? AND identifier = ?", [source.type, source.identifier])


def queued(db: Database, source: Source) -> Queued | None:
    """The source's place in the queue; None where it has none."""
    found = _queue(db, "WHERE type = ? AND identifier = ?", [source.type, source.identifier])
    return found[0] if found else None


def queue(db: Database) -> list[Queued]:
    """Everything that waits, the longest first."""
    return _queue(db, "ORDER BY asked_at, type, identifier", [])


def _queue(db: Database, where: str, values: Sequence[str]) -> list[Queued]:
    rows = db.execute(f"SELECT type, identifier, shown, tries, not_before, trouble FROM lookup_queue {where}", values)
    return [
        Queued(_source(kind, identifier, shown), tries, to_moment(until) if until else None, trouble)
        for kind, identifier, shown, tries, until, trouble in rows.fetchall()
    ]


def _source(kind: str, identifier: str, shown: str) -> Source:
    return replace(parse_identifier(shown), type=SourceType(kind), identifier=identifier)
