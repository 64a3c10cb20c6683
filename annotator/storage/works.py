"""The library: publications with their abstracts, loaded from files or looked up, found by number or by words.

A cited source is described by the work that has its ``(type, identifier)``. Works are joined and bettered as more is
learnt of them; what people cited never changes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from sqlite_utils import Database

from annotator.citations.same_work import Origin, is_same, joined
from annotator.citations.work import Work
from annotator.model import Source, Strength
from annotator.storage.connection import writing
from annotator.storage.retraction_rows import weigh_sources
from annotator.storage.times import to_moment
from annotator.storage.work_rows import (
    WORK_COLUMNS,
    NewWork,
    insert_identifiers,
    insert_works,
    known_marks,
    known_names,
    new_work,
    update_work,
    work_from,
)

AT_ONCE = 200
"""Works in one transaction: others' writes go on between two of them."""

A_BREATH = 0.002
"""Seconds between two transactions, in which whoever waits for the lock gets it."""

TITLE_WEIGHTS = "10.0, 1.0, 5.0, 2.0, 2.0"
"""How much a word counts in the title, abstract, authors, journal and keywords where somebody searches for a work."""


@dataclass(frozen=True, slots=True)
class StoredWork:
    """A work as the desk keeps it. ``design`` is the strength that its type or title suggests."""

    id: int
    work: Work
    design: Strength | None
    origin: Origin
    added_by: str
    added_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of works that were saved: ``new``, ``known`` (nothing learnt), ``changed`` (more is known now).

    ``joined`` counts works that turned out to be another one and went into it. ``ids`` are the works' numbers, in
    the order they came. ``apart`` are identifiers that stayed with another work, whose title differs.
    """

    new: int = 0
    known: int = 0
    changed: int = 0
    joined: int = 0
    ids: tuple[int, ...] = ()
    apart: tuple[Source, ...] = ()


def save_works(db: Database, works: Iterable[Work], origin: Origin, by: str, now: datetime) -> Saved:
    """Keep ``works``, each joined with what the desk knows of it already. ``by`` is a person's name, or empty.

    In short transactions: whatever ends it leaves whole works only, and saving them again saves the rest.
    """
    saving = _Saving(db, origin, by, now)
    rest = iter(works)
    while part := list(islice(rest, AT_ONCE)):
        with writing(db):
            saving.save(part)
            weigh_sources(db, [source for work in part for source in work.identifiers])
        if len(part) == AT_ONCE and not db.conn.in_transaction:
            time.sleep(A_BREATH)
    return saving.saved()


def works_of(db: Database, sources: Iterable[Source]) -> dict[Source, StoredWork]:
    """The works that describe ``sources``; those the desk knows nothing of are left out."""
    found = {}
    for source in sources:
        number = _work_of(db, source)
        if number is not None:
            found[source] = stored_works(db, [number])[0]
    return found


def stored_works(db: Database, numbers: Sequence[int]) -> list[StoredWork]:
    """The works of those numbers, in that order; what is none any more is left out."""
    if not numbers:
        return []
    rows = db.query(
        f"SELECT {WORK_COLUMNS} FROM works WHERE id IN ({', '.join('?' * len(numbers))})",
        list(numbers),
    )
    found = {
        row["id"]: StoredWork(
            row["id"],
            work_from(row, _identifiers(db, row["id"])),
            Strength(row["design"]) if row["design"] else None,
            Origin(row["origin"]),
            row["added_by"],
            to_moment(row["added_at"]),
            to_moment(row["changed_at"]),
        )
        for row in rows
    }
    return [found[number] for number in numbers if number in found]


def count_works(db: Database) -> int:
    """How many works the library has."""
    return int(db.execute("SELECT count(*) FROM works").fetchone()[0])


def newest_works(db: Database, limit: int = 20) -> list[StoredWork]:
    """The works that came into the library last, newest first."""
    rows = db.execute("SELECT id FROM works ORDER BY id DESC LIMIT ?", [limit]).fetchall()
    return stored_works(db, [row[0] for row in rows])


def search_works(db: Database, text: str, limit: int = 20) -> list[StoredWork]:
    """Works that have all words of ``text`` in title, abstract, authors, journal or keywords, the best first.

    The last word may be the beginning of one. Without a word, there is nothing to find.
    """
    query = all_words(text)
    if not query:
        return []
    rows = db.execute(
        "SELECT rowid FROM works_search WHERE works_search MATCH ?"
        f" ORDER BY bm25(works_search, {TITLE_WEIGHTS}), rowid LIMIT ?",
        [query, limit],
    )
    return stored_works(db, [row[0] for row in rows.fetchall()])


def all_words(text: str) -> str:
    """What FTS5 is asked for every word of ``text``, the last perhaps not typed to its end; empty where it has none."""
    words = re.findall(r"\w+", text.replace("_", " "))[:40]
    return " ".join(f'"{word}"' for word in words) + (" *" if words else "")


def _work_of(db: Database, source: Source) -> int | None:
    row = db.execute(
        "SELECT work FROM work_identifiers WHERE type = ? AND identifier = ?", [source.type, source.identifier]
    ).fetchone()
    return row[0] if row else None


def _identifiers(db: Database, number: int) -> list[tuple[str, str, str, str]]:
    return db.execute("SELECT type, identifier, shown, url FROM work_identifiers WHERE work = ?", [number]).fetchall()


class _Saving:
    """Works on their way into the library, and what became of them so far."""

    def __init__(self, db: Database, origin: Origin, by: str, now: datetime) -> None:
        self._db, self._origin, self._by, self._now = db, origin, by, now
        self._new = self._known = self._changed = self._joined = 0
        self._ids: list[int] = []
        self._apart: list[Source] = []
        self._waiting: list[NewWork] = []
        self._names: set[tuple[str, str]] = set()
        self._marks: set[str | None] = set()

    def saved(self) -> Saved:
        """What became of the works."""
        return Saved(self._new, self._known, self._changed, self._joined, tuple(self._ids), tuple(self._apart))

    def save(self, works: Sequence[Work]) -> None:
        """Keep ``works``, for a caller that is writing already.

        Those that have nothing in common with what is there, and with those before them, wait and are kept together;
        any other is compared with what it may be, once all before it are kept.
        """
        part = list(map(new_work, works))
        self._names = known_names(self._db, part)
        self._marks = known_marks(self._db, part)
        for one in part:
            names = {(source.type.value, source.identifier) for source in one.sources}
            if one.mark in self._marks or not self._names.isdisjoint(names):
                self._keep_waiting()
                self._compare(one)
            else:
                self._waiting.append(one)
            self._names |= names
            self._marks |= {one.mark} - {None}
        self._keep_waiting()

    def _keep_waiting(self) -> None:
        self._ids += insert_works(self._db, self._waiting, self._origin, self._by, self._now)
        self._new += len(self._waiting)
        self._waiting.clear()

    def _compare(self, new: NewWork) -> None:
        """Keep a work that may be one that is there."""
        holders = {source: number for source in new.sources if (number := _work_of(self._db, source))}
        same, others = self._parted(new, sorted(set(holders.values())))
        self._apart += (source for source, number in holders.items() if number in others)
        free = [source for source in new.sources if source not in holders]
        if same:
            self._ids.append(self._join(same, new.work, free))
        else:
            self._waiting.append(replace(new, sources=free))
            self._keep_waiting()

    def _parted(self, new: NewWork, numbers: Sequence[int]) -> tuple[list[StoredWork], set[int]]:
        """Those that are the same work, and the numbers of those that only share an identifier."""
        same, others = [], set()
        for stored in stored_works(self._db, numbers):
            if is_same(stored.work, new.work):
                same.append(stored)
            else:
                others.add(stored.id)
        return same or self._nameless(new), others

    def _nameless(self, new: NewWork) -> list[StoredWork]:
        """A work known without an identifier that has this one's title, year and author; any, where this has none.
        Where too little is known of it, one of which the same is told."""
        if new.mark is None:
            return []
        free = "AND NOT EXISTS (SELECT 1 FROM work_identifiers WHERE work = works.id)" if new.sources else ""
        rows = self._db.execute(f"SELECT id FROM works WHERE fingerprint = ? {free} ORDER BY id LIMIT 1", [new.mark])
        return stored_works(self._db, [row[0] for row in rows.fetchall()])

    def _join(self, same: Sequence[StoredWork], work: Work, free: Sequence[Source]) -> int:
        """Make ``work`` and the stored ones that are the same into the oldest of them; its number."""
        first, *more = same
        whole, origin = first.work, first.origin
        for other in more:
            whole = joined(whole, origin, other.work, other.origin)
            origin = origin if origin is not Origin.FILE else other.origin
            self._db.execute("UPDATE work_identifiers SET work = ? WHERE work = ?", [first.id, other.id])
            self._db.execute("DELETE FROM works WHERE id = ?", [other.id])
        whole = joined(whole, origin, work, self._origin)
        origin = self._origin if self._origin is not Origin.FILE else origin
        insert_identifiers(self._db, first.id, free)
        known = new_work(whole)
        is_other = update_work(self._db, first.id, known, origin, self._now)
        is_changed = bool(more or free) or is_other
        self._marks |= {known.mark} - {None}
        self._joined += len(more)
        self._changed += is_changed
        self._known += not is_changed
        return first.id
