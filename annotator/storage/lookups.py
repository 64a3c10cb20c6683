"""What the desk knows of a source, and asking the services for more of it while somebody waits.

What cannot be asked now waits in a queue; the last answer is shown with its day meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from time import monotonic

from sqlite_utils import Database

from annotator.citations.lookups.contact import OFF
from annotator.citations.lookups.services import PAGE_SECONDS, Service, services_for
from annotator.citations.retraction import RetractionStatus
from annotator.errors import LookUpFailed, NoLookUp
from annotator.model import Source, SourceType
from annotator.storage.lookup_answers import Asks, LookedUp, ask_and_keep, due_services, looked_up
from annotator.storage.lookup_queue import dequeue, enqueue, put_off, queued
from annotator.storage.retraction_rows import statuses
from annotator.storage.works import StoredWork, works_of


class State(StrEnum):
    """How much of an answer there is."""

    FOUND = "found"
    UNKNOWN = "unknown"
    STALE = "stale"
    WAITING = "waiting"
    OFF = "off"
    NO_SERVICE = "no_service"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the desk can say of a source: the work, what is known of its retraction, as of when it was looked up.

    ``note`` is a sentence for a person. A ``STALE`` work is older than it should be, and nobody could be asked.
    ``is_put_off`` says that asking failed a while ago, for the reason in the note, and is not tried again just now.
    """

    source: Source
    state: State
    retraction: RetractionStatus
    work: StoredWork | None = None
    fetched_at: datetime | None = None
    note: str = ""
    is_put_off: bool = False


def known_of(db: Database, source: Source, now: datetime) -> Finding:
    """What the desk knows of a source without asking anybody."""
    try:
        first = services_for(source)[0]
    except NoLookUp as error:
        return _finding(db, source, State.NO_SERVICE, note=_sentence(str(error)))
    known = _last_known(db, source, first, now)
    waiting = queued(db, source) if known.state in (State.WAITING, State.STALE) else None
    return _not_now(known, waiting.trouble) if waiting and waiting.is_put_off(now) else known


def is_to_be_asked(db: Database, source: Source, now: datetime) -> bool:
    """Whether a service is to be asked about a source (again), and that was not put off."""
    waiting = queued(db, source)
    return bool(due_services(db, source, now)) and not (waiting and waiting.is_put_off(now))


def _last_known(db: Database, source: Source, first: Service, now: datetime) -> Finding:
    """What ``first``, the service that is asked about the source first, said of it last."""
    asked = looked_up(db, source).get(first)
    if asked is None:
        return _finding(db, source, State.WAITING, note="Not looked up yet.")
    if not asked.is_known and not _is_known_by_another_name(db, source):
        note = f"{first.words} did not know it on {asked.checked_at:%Y-%m-%d}: compare it sign by sign."
        return _finding(db, source, State.UNKNOWN, asked, note)
    state = State.STALE if asked.is_due(now) else State.FOUND
    return _finding(db, source, state, asked, f"Looked up on {asked.checked_at:%Y-%m-%d}.")


def _is_known_by_another_name(db: Database, source: Source) -> bool:
    """Whether a service knows the paper by another of its numbers: a PMCID without a PMID by its DOI, say."""
    return any(each.is_known for name in _other_names(db, source) for each in looked_up(db, name).values())


def _other_names(db: Database, source: Source) -> list[Source]:
    stored = works_of(db, [source]).get(source)
    own = (source.type, source.identifier)
    return [name for name in stored.work.identifiers if (name.type, name.identifier) != own] if stored else []


def look_up(
    db: Database,
    source: Source,
    client: Asks | None,
    now: datetime,
    seconds: float = PAGE_SECONDS,
    *,
    every_service: bool = False,
) -> Finding:
    """What is known of a source; asked of its first service where that is due, in ``seconds`` at most.

    ``every_service`` asks the others too, with the time that is left: PubMed tells a DOI's publication types, which
    Crossref does not know. Without it they are queued.
    Never raises for a network that is off, slow or wrong: what was known is told, with its day, and the source waits
    in the queue. Nobody is asked again about it for a minute then, longer each time. The caller is not writing.
    """
    known = known_of(db, source, now)
    due = due_services(db, source, now)
    wanted = due if every_service else tuple(each for each in due if each is services_for(source)[0])
    if not wanted:
        return known
    if client is None:
        enqueue(db, [source], now)
        is_off = known.state in (State.WAITING, State.UNKNOWN)
        return replace(known, state=State.OFF, note=_sentence(OFF)) if is_off else known
    waiting = queued(db, source)
    if waiting and waiting.is_put_off(now):
        return known
    until = monotonic() + seconds
    trouble = _ask_in_turn(db, client, wanted, source, now, until)
    if trouble is None and source.type is SourceType.PMCID:
        trouble = _ask_by_doi(db, client, source, now, until)
    if trouble:
        put_off(db, source, trouble, now)
        return _not_now(known_of(db, source, now), str(trouble))
    if due_services(db, source, now):
        enqueue(db, [source], now)
    else:
        dequeue(db, source)
    return known_of(db, source, now)


def _ask_in_turn(
    db: Database, client: Asks, services: Sequence[Service], source: Source, now: datetime, until: float
) -> LookUpFailed | None:
    """Ask services while there is time; what kept one from answering, and the rest from being asked."""
    for service in services:
        left = until - monotonic()
        if left <= 0:
            return LookUpFailed(f"there was no time left for {service.words}")
        try:
            ask_and_keep(db, client, service, source, now, left)
        except LookUpFailed as error:
            return error
    return None


def _ask_by_doi(db: Database, client: Asks, source: Source, now: datetime, until: float) -> LookUpFailed | None:
    """Ask Crossref about a paper that PubMed does not hold, where the source's other name is a DOI."""
    if looked_up(db, source)[Service.PUBMED].is_known:
        return None
    for name in _other_names(db, source):
        if Service.CROSSREF in due_services(db, name, now):
            return _ask_in_turn(db, client, (Service.CROSSREF,), name, now, until)
    return None


def _finding(db: Database, source: Source, state: State, asked: LookedUp | None = None, note: str = "") -> Finding:
    (status,) = statuses(db, [source])
    return Finding(source, state, status, works_of(db, [source]).get(source), asked.checked_at if asked else None, note)


def _not_now(known: Finding, trouble: str) -> Finding:
    """What is known, and why more is not; an answer that is not old needs no excuse."""
    if known.state is State.FOUND or known.is_put_off:
        return known
    known = replace(known, is_put_off=True)
    why = _sentence(trouble or "it was asked about a moment ago")
    if known.fetched_at:
        return replace(known, state=State.STALE, note=f"As it was on {known.fetched_at:%Y-%m-%d}. {why}")
    return replace(known, note=f"{why} It will be asked about again.")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
