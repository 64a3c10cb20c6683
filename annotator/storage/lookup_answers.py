"""What services said of sources, kept with its day, and whom to ask again.

A source is asked about when nobody was for a week (whether it was retracted), a day after a service did not know it,
and in full after 90 days.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from annotator.citations.lookups.services import SERVICES, Found, Service
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.model import Source
from annotator.storage.connection import writing
from annotator.storage.lookup_queue import dequeue, enqueue
from annotator.storage.retraction_rows import insert_notices, weigh_sources
from annotator.storage.times import to_moment, to_text
from annotator.storage.works import save_works

METADATA_DAYS = timedelta(days=90)
STATUS_DAYS = timedelta(days=7)
UNKNOWN_DAYS = timedelta(days=1)
_RETRACTED = "retracted publication"


class Asks(Protocol):
    """Who asks the services: ``annotator.citations.lookups.client.LookUps``."""

    def ask(self, service: Service, source: Source, seconds: float = ..., etag: str = ...) -> Found:
        """What ``service`` says of ``source``; raises LookUpFailed."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """When a service was asked about a source: ``fetched_at`` in full, ``checked_at`` at all; what it said last."""

    service: Service
    is_known: bool
    etag: str
    fetched_at: datetime
    checked_at: datetime

    def is_due(self, now: datetime) -> bool:
        """Whether to ask again."""
        return now - self.checked_at >= (STATUS_DAYS if self.is_known else UNKNOWN_DAYS)

    def etag_for(self, now: datetime) -> str:
        """What to name when asking again, so that only news are sent; empty when all of it is wanted."""
        return self.etag if self.is_known and now - self.fetched_at < METADATA_DAYS else ""


def ask_and_keep(db: Database, client: Asks, service: Service, source: Source, now: datetime, seconds: float) -> Found:
    """Ask one service and keep what it says: the work, the notices, the day. Raises LookUpFailed."""
    before = looked_up(db, source).get(service)
    found = client.ask(service, source, seconds, before.etag_for(now) if before else "")
    keep(db, found, now)
    return found


def keep(db: Database, found: Found, now: datetime) -> None:
    """Keep an answer, for every name of the paper that the service is asked about; its other names are queued.

    A work that a service does not know any more stays with what it said.
    """
    with writing(db):
        if found.is_unchanged:
            db.execute(
                "UPDATE lookups SET checked_at = ? WHERE type = ? AND identifier = ? AND service = ?",
                [to_text(now), found.source.type, found.source.identifier, found.service],
            )
            return
        _insert_answer(db, found, found.source, now)
        if found.work:
            _keep_work(db, found, found.work, now)
        elif found.also:
            names = (found.source, *found.also)
            save_works(db, [Work({}, names)], Origin(found.service), "", now)
            weigh_sources(db, names)
            for name in found.also:
                enqueue_due(db, name, now)


def looked_up(db: Database, source: Source) -> dict[Service, LookedUp]:
    """When each service was asked about a source by this very name."""
    rows = db.execute(
        "SELECT service, status, etag, fetched_at, checked_at FROM lookups WHERE type = ? AND identifier = ?",
        [source.type, source.identifier],
    ).fetchall()
    return {
        Service(service): LookedUp(Service(service), status == 200, etag, to_moment(fetched), to_moment(checked))
        for service, status, etag, fetched, checked in rows
    }


def due_services(db: Database, source: Source, now: datetime) -> tuple[Service, ...]:
    """The services that are to be asked about a source (again)."""
    asked = looked_up(db, source)
    return tuple(
        service for service in SERVICES.get(source.type, ()) if service not in asked or asked[service].is_due(now)
    )


def enqueue_due(db: Database, source: Source, now: datetime) -> None:
    """Let a cited source wait to be asked about, where that is due."""
    if due_services(db, source, now):
        enqueue(db, [source], now)


def _keep_work(db: Database, found: Found, work: Work, now: datetime) -> None:
    """Notices stand under every name of the paper that a list of retractions could have, those of before replaced."""
    own = (found.source.type, found.source.identifier)
    others = {(each.type, each.identifier): each for each in work.identifiers if each.type in SERVICES}
    names = [found.source, *(each for key, each in others.items() if key != own)]
    types = tuple(kind for kind in work.publication_types if kind.casefold() != _RETRACTED)
    save_works(db, [replace(work, notices=(), publication_types=types)], Origin(found.service), "", now)
    for name in names:
        if name is not found.source and found.service in SERVICES[name.type]:
            _insert_answer(db, replace(found, etag=""), name, now)
        db.execute(
            "DELETE FROM retraction_notices WHERE type = ? AND identifier = ? AND origin = ?",
            [name.type, name.identifier, found.service],
        )
        insert_notices(db, name, found.notices)
    weigh_sources(db, names)
    for name in names[1:]:  # the caller knows of the first whether somebody else is to be asked
        if due_services(db, name, now):
            enqueue(db, [name], now)
        else:
            dequeue(db, name)


def _insert_answer(db: Database, found: Found, name: Source, now: datetime) -> None:
    db.execute(
        "INSERT OR REPLACE INTO lookups (type, identifier, service, status, body, etag, fetched_at, checked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(name.type, name.identifier, found.service, 200 if found.work else 404),
            *(_body(found.work), found.etag, to_text(now), to_text(now)),
        ],
    )


def _body(work: Work | None) -> str:
    """The work as the service told it, for whoever wants to know later what it was."""
    if work is None:
        return ""
    told = {
        "csl": dict(work.csl),
        "identifiers": [[each.type, each.identifier] for each in work.identifiers],
        "publication_types": work.publication_types,
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()
