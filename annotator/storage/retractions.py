"""What is known of sources' retraction, from everybody who was asked and from the list that was loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from annotator.citations.retraction import RetractionStatus, Standing
from annotator.model import Source, SourceType
from annotator.storage.retraction_rows import statuses


@dataclass(frozen=True, slots=True)
class RetractionList:
    """The list of retractions that was loaded last: the day it is of, and how many rows of it are kept."""

    date: date
    rows: int


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """How many sources are cited on the desk, how many by what is known of them."""

    cited: int
    by_standing: Mapping[Standing, int]


def retraction_statuses(db: Database, sources: Iterable[Source]) -> dict[Source, RetractionStatus]:
    """What is known of each source now. A work known by several identifiers is retracted when any of them is."""
    asked = list(dict.fromkeys(sources))
    return dict(zip(asked, statuses(db, asked), strict=True))


def cited_statuses(db: Database) -> dict[Source, RetractionStatus]:
    """What is known of every source that is cited on this desk."""
    return retraction_statuses(db, cited_sources(db))


def cited_sources(db: Database) -> list[Source]:
    """Every source that is cited on this desk, in the order they were first."""
    rows = db.execute("SELECT type, identifier, shown, url FROM sources ORDER BY id").fetchall()
    return [Source(SourceType(row[0]), *row[1:]) for row in rows]


def other_names(db: Database) -> list[Source]:
    """What else the papers are known by that are cited on this desk."""
    rows = db.execute(
        "SELECT DISTINCT other.type, other.identifier, other.shown, other.url FROM sources"
        " CROSS JOIN work_identifiers AS mine ON mine.type = sources.type AND mine.identifier = sources.identifier"
        " CROSS JOIN work_identifiers AS other ON other.work = mine.work"
        " WHERE (other.type, other.identifier) NOT IN (SELECT type, identifier FROM sources)"
        " ORDER BY sources.id, other.type, other.identifier"
    ).fetchall()
    return [Source(SourceType(row[0]), *row[1:]) for row in rows]


def source_counts(db: Database) -> SourceCounts:
    """How many sources are cited, and how many of each standing; all of them are there, also with none."""
    known = cited_statuses(db)
    counts = dict.fromkeys(Standing, 0)
    for status in known.values():
        counts[status.nature] += 1
    return SourceCounts(len(known), counts)


def retraction_list(db: Database) -> RetractionList | None:
    """The list of retractions that was loaded last; None where there never was one."""
    row = db.execute("SELECT date, rows FROM retraction_lists ORDER BY id DESC LIMIT 1").fetchone()
    return RetractionList(date.fromisoformat(row[0]), row[1]) if row else None
