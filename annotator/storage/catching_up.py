"""Asking about everything that waits or is due, one source after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from annotator.citations.lookups.services import Service, services_for
from annotator.citations.retraction import NEVER_CHECKED, RetractionStatus, Standing
from annotator.errors import LookUpFailed, NoLookUp
from annotator.model import Source
from annotator.storage.lookup_answers import Asks, ask_and_keep, due_services, looked_up
from annotator.storage.lookup_queue import dequeue, enqueue, forget_uncited, put_off, queue
from annotator.storage.retractions import cited_sources, other_names, retraction_statuses

SECONDS = 60.0
"""The longest that one question may take, with its waits and repetitions."""

GIVEN_UP_AFTER = 3
"""Sources in a row that a service cannot be asked about, before it is left alone until the next time."""


class Asked(StrEnum):
    """What became of a source."""

    FOUND = "found"
    UNKNOWN = "unknown"
    NO_SERVICE = "no_service"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Told:
    """A source that was asked about, and what is known of it since. ``trouble`` is why it could not be."""

    source: Source
    outcome: Asked
    retraction: RetractionStatus = NEVER_CHECKED
    trouble: LookUpFailed | NoLookUp | None = None

    @property
    def is_worth_a_line(self) -> bool:
        """Whether a person should see it among hundreds."""
        return self.outcome is not Asked.FOUND or self.retraction.nature in (Standing.RETRACTED, Standing.CONCERN)

    def line(self) -> str:
        """One line for a person."""
        if self.outcome is Asked.UNKNOWN:
            return f"{self.source.shown}: not known where we ask; compare it sign by sign"
        return f"{self.source.shown}: {self.retraction.words}"


def sources_to_ask(db: Database, now: datetime, *, everything: bool = False) -> list[Source]:
    """What waits, the longest first, and the cited sources that are due; with ``everything`` all cited ones. Where none
    is, the other names of the cited papers: a paper that was looked up before it was cited may have some."""
    waiting = queue(db)
    paused = {each.source for each in waiting if each.is_put_off(now) and not everything}
    sources = dict.fromkeys([each.source for each in waiting] + cited_sources(db))
    found = [
        source
        for source in sources
        if source not in paused and (due_services(db, source, now) or (everything and _has_service(source)))
    ]
    return found or [name for name in other_names(db) if name not in paused and due_services(db, name, now)]


def catch_up(
    db: Database, client: Asks, sources: Iterable[Source], clock: Callable[[], datetime], *, again: bool = False
) -> Iterator[Told]:
    """Ask each service about each of ``sources``, where that is due, or ``again``; what became of each, as it does.

    A service that cannot be asked about three sources in a row is left alone; they wait.
    """
    forget_uncited(db, clock())
    troubles: Counter[Service] = Counter()
    for source in sources:
        try:
            services = services_for(source)
        except NoLookUp as error:
            yield Told(source, Asked.NO_SERVICE, trouble=error)
            continue
        due = services if again else due_services(db, source, clock())
        yield _ask(db, client, source, due, clock, troubles)


def _ask(
    db: Database,
    client: Asks,
    source: Source,
    services: Iterable[Service],
    clock: Callable[[], datetime],
    troubles: Counter[Service],
) -> Told:
    trouble: LookUpFailed | None = None
    known = False
    for service in services:
        if troubles[service] >= GIVEN_UP_AFTER:
            trouble = trouble or LookUpFailed(f"{service.words} is left alone until the next time")
            enqueue(db, [source], clock())
            continue
        try:
            known |= ask_and_keep(db, client, service, source, clock(), SECONDS).is_known
            troubles[service] = 0
        except LookUpFailed as error:
            troubles[service] += 1
            trouble = error
            put_off(db, source, error, clock())
    if trouble:
        return Told(source, Asked.FAILED, trouble=trouble)
    dequeue(db, source)
    known = known or any(each.is_known for each in looked_up(db, source).values())  # the others were not due
    (status,) = retraction_statuses(db, [source]).values()
    return Told(source, Asked.FOUND if known else Asked.UNKNOWN, status)


def _has_service(source: Source) -> bool:
    try:
        return bool(services_for(source))
    except NoLookUp:
        return False
