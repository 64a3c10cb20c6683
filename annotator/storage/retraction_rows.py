"""What the desk knows of sources' retraction, read from its rows; and which cited sources are retracted, kept apart.

A work that is known by several identifiers is retracted when any of them is. Whoever adds a notice, a source or another
name of a work calls ``weigh_sources`` in the same transaction: the flags are read from ``retracted_sources`` alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlite_utils import Database

from annotator.citations.retraction import (
    Check,
    Nature,
    Origin,
    RetractionNotice,
    RetractionStatus,
    Standing,
    notices_in,
    status_of,
)
from annotator.citations.work import Work
from annotator.model import Source, SourceFacts, SourceType, Strength
from annotator.storage.times import to_moment
from annotator.storage.work_rows import notices_from

AT_ONCE = 1_000
"""Sources asked about in one query."""

NOTICE_COLUMNS = "nature, date, notice, origin, url, reason, record"

_NAMES = """
WITH asked AS (
    SELECT key AS place, value ->> 0 AS type, value ->> 1 AS identifier FROM json_each(?)
), names AS (
    SELECT place, type, identifier FROM asked
    UNION
    SELECT place, other.type, other.identifier
    FROM asked CROSS JOIN work_identifiers AS mine USING (type, identifier)
    CROSS JOIN work_identifiers AS other ON other.work = mine.work
)
"""
"""Every name of the sources in a JSON list of ``[type, identifier]``, by their place in it."""


def statuses(db: Database, sources: Sequence[Source]) -> list[RetractionStatus]:
    """What is known of each source's retraction, in their order; four queries for a thousand of them."""
    found: list[RetractionStatus] = []
    for first in range(0, len(sources), AT_ONCE):
        found += _statuses(db, sources[first : first + AT_ONCE])
    return found


def source_facts(db: Database, claim_id: str | None = None) -> SourceFacts:
    """What claims are flagged for: the cited sources that are known as retracted, and what the library says of those
    it describes; with ``claim_id``, of those that are cited on that claim."""
    rows = db.execute(
        "SELECT type, identifier, shown, url FROM retracted_sources JOIN sources ON sources.id = source"
    ).fetchall()
    where = (
        "WHERE sources.id IN (SELECT source_id FROM citations JOIN labels ON labels.id = label_id WHERE claim_id = ?)"
    )
    described = db.execute(
        "SELECT sources.type, sources.identifier, sources.shown, sources.url, design, year FROM sources"
        " CROSS JOIN work_identifiers AS known ON known.type = sources.type AND known.identifier = sources.identifier"
        f" CROSS JOIN works ON works.id = known.work {where if claim_id else ''}",
        [claim_id] if claim_id else [],
    ).fetchall()
    designs, years = {}, {}
    for kind, identifier, shown, url, design, year in described:
        source = Source(SourceType(kind), identifier, shown, url)
        if design:
            designs[source] = Strength(design)
        if year is not None:
            years[source] = year
    return SourceFacts(frozenset(Source(SourceType(row[0]), *row[1:]) for row in rows), designs, years)


def weigh_sources(db: Database, named: Iterable[Source] | None = None) -> None:
    """Keep which cited sources are retracted, for a caller that is writing: all of them, or those of the works that
    have one of the names ``named``."""
    if named is not None and not db.execute("SELECT 1 FROM sources LIMIT 1").fetchone():
        return  # nothing is cited yet, and a whole library may be on its way
    rows = _cited(db, None if named is None else list(named))
    if not rows:
        return
    known = statuses(db, [source for _, source in rows])
    before = {row[0] for row in db.execute("SELECT source FROM retracted_sources").fetchall()}
    now = {number for (number, _), status in zip(rows, known, strict=True) if status.nature is Standing.RETRACTED}
    weighed = {number for number, _ in rows}
    for number in now - before:
        db.execute("INSERT INTO retracted_sources (source) VALUES (?)", [number])
    for number in (before & weighed) - now:
        db.execute("DELETE FROM retracted_sources WHERE source = ?", [number])


def insert_notices(db: Database, paper: Source, notices: Iterable[RetractionNotice]) -> None:
    """Keep notices on ``paper``, for a caller that is writing already and weighs the sources after."""
    key = (paper.type, paper.identifier)
    db.conn.executemany(
        f"INSERT INTO retraction_notices (type, identifier, {NOTICE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*key, each.nature, each.date, each.notice, each.origin, each.url, each.reason, each.record)
            for each in notices
        ),
    )


def _cited(db: Database, named: list[Source] | None) -> list[tuple[int, Source]]:
    """The cited sources, by their number; of those only that have one of the names, or share a work with it."""
    if named is None:
        rows = db.execute("SELECT id, type, identifier, shown, url FROM sources").fetchall()
    else:
        rows = db.execute(
            f"{_NAMES} SELECT DISTINCT sources.id, sources.type, sources.identifier, shown, url"
            " FROM names CROSS JOIN sources USING (type, identifier)",
            [_told(named)],
        ).fetchall()
    return [(row[0], Source(SourceType(row[1]), *row[2:])) for row in rows]


def _statuses(db: Database, sources: Sequence[Source]) -> list[RetractionStatus]:
    told = _told(sources)
    notices: defaultdict[int, list[RetractionNotice]] = defaultdict(list)
    checks: defaultdict[int, list[Check]] = defaultdict(list)
    for place, *row in db.execute(
        f"{_NAMES} SELECT place, {NOTICE_COLUMNS} FROM names CROSS JOIN retraction_notices USING (type, identifier)",
        [told],
    ).fetchall():
        notices[place].append(_notice(row))
    for place, notice_rows, types in db.execute(
        f"{_NAMES} SELECT DISTINCT place, notices, publication_types FROM asked"
        " CROSS JOIN work_identifiers USING (type, identifier) CROSS JOIN works ON works.id = work"
        " WHERE notices <> '[]' OR publication_types LIKE '%retracted publication%'",
        [told],
    ).fetchall():
        notices[place] += _of_work(notice_rows, types)
    unknown: set[int] = set()
    for place, service, checked_at in db.execute(
        f"{_NAMES} SELECT place, service, max(iif(status = 200, checked_at, '')) FROM names"
        " CROSS JOIN lookups USING (type, identifier) GROUP BY place, service",
        [told],
    ).fetchall():
        if checked_at:
            checks[place].append(Check(Origin(service), to_moment(checked_at)))
        else:
            unknown.add(place)
    for place, check in _listed(db, told):
        if checks[place] or place not in unknown:  # that a list does not name what does not exist says nothing
            checks[place].append(check)
    return [status_of(notices[place], checks[place]) for place in range(len(sources))]


def _listed(db: Database, told: str) -> list[tuple[int, Check]]:
    """The list of retractions as a check of every source that it could name: by a DOI or a PMID."""
    newest = db.execute("SELECT date FROM retraction_lists ORDER BY id DESC LIMIT 1").fetchone()
    if newest is None:
        return []
    check = Check(Origin.RETRACTION_WATCH, datetime.fromisoformat(newest[0]).replace(tzinfo=UTC))
    rows = db.execute(f"{_NAMES} SELECT DISTINCT place FROM names WHERE type IN ('doi', 'pmid')", [told]).fetchall()
    return [(row[0], check) for row in rows]


def _told(sources: Iterable[Source]) -> str:
    return json.dumps([[source.type, source.identifier] for source in sources])


def _notice(row: Sequence[str]) -> RetractionNotice:
    nature, date, notice, origin, url, reason, record = row
    return RetractionNotice(Nature(nature), date, notice, Origin(origin), url, reason, record)


def _of_work(notices: str, types: str) -> tuple[RetractionNotice, ...]:
    """What a reference file told of a work. What services tell is kept apart, and asked again."""
    return notices_in(Work({"title": "-"}, (), tuple(json.loads(types)), notices_from(notices)), Origin.FILE)
