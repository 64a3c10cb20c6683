"""Loading a list of retractions: the whole of it in the place of the one before, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path

from sqlite_utils import Database

from annotator.citations.retraction import Origin, Standing
from annotator.citations.retraction_watch import BadRow, ListedNotice, read_retractions
from annotator.errors import UnreadableRetractions
from annotator.storage.connection import writing
from annotator.storage.many_rows import insert_rows
from annotator.storage.retraction_rows import NOTICE_COLUMNS, weigh_sources
from annotator.storage.retractions import retraction_list, source_counts
from annotator.storage.times import to_text

_ORIGIN = str(Origin.RETRACTION_WATCH)
_EVERY = 5_000
"""Rows between two words about how far the reading is."""


@dataclass(slots=True)
class LoadedList:
    """What became of a list: rows read, kept, without a number to find a paper by, and refused with line and reason.

    ``remarks`` are the lines of rows that count although something of them could not be read. ``date`` is the day the
    list is of; ``retracted`` how many sources cited on the desk are known as retracted now.
    """

    date: date
    read: int = 0
    kept: int = 0
    unnamed: int = 0
    retracted: int = 0
    refused: list[BadRow] = field(default_factory=list)
    remarks: list[BadRow] = field(default_factory=list)

    def summary(self) -> str:
        """``read 70,000, kept 65,000, without a DOI or PMID 4,990, refused 10``."""
        named = f"read {self.read:,}, kept {self.kept:,}, without a DOI or PMID {self.unnamed:,}"
        return f"{named}, refused {len(self.refused):,}"


def load_list(
    db: Database,
    path: Path,
    now: datetime,
    day: date | None = None,
    *,
    smaller: bool = False,
    progress: Callable[[int], None] | None = None,
) -> LoadedList:
    """Load the CSV of Retraction Watch in the place of the list before. ``day`` is the day it is of: by default that
    of its newest row. A row of a day to come is mistyped: it tells nothing of the list, and is among the remarks.
    ``progress`` is told how many rows were read.

    Raises UnreadableRetractions and changes nothing where the file is not the list, has no good row, or has fewer than
    half the rows of the list before, unless ``smaller`` says that this is right.
    """
    loaded, rows = LoadedList(day or date.min), list[tuple[str, ...]]()
    newest = date.min.isoformat()
    for number, row in enumerate(read_retractions(path), 1):
        loaded.read = number
        if progress and number % _EVERY == 0:
            progress(number)
        if isinstance(row, BadRow):
            loaded.refused.append(row)
            continue
        rows += _rows(row, loaded)
        if row.notice.date > now.date().isoformat():
            loaded.remarks.append(BadRow(row.line, f"its day, {row.notice.date}, is yet to come: kept with it"))
        else:
            newest = max(newest, row.notice.date)
    loaded.date = day or date.fromisoformat(newest)
    _check(db, path, loaded, smaller=smaller)
    rows.sort(key=itemgetter(0, 1))  # as the index over them has them, which takes half the time to fill then
    with writing(db):
        db.execute("DELETE FROM retraction_notices WHERE origin = ?", [Origin.RETRACTION_WATCH])
        insert_rows(db, f"retraction_notices (type, identifier, {NOTICE_COLUMNS})", rows)
        db.execute(
            "INSERT INTO retraction_lists (date, loaded_at, rows) VALUES (?, ?, ?)",
            [loaded.date.isoformat(), to_text(now), loaded.kept],
        )
        weigh_sources(db)
        loaded.retracted = source_counts(db).by_standing[Standing.RETRACTED]
    return loaded


def _rows(row: ListedNotice, loaded: LoadedList) -> Iterator[tuple[str, ...]]:
    if row.remark:
        loaded.remarks.append(BadRow(row.line, row.remark))
    if not row.papers:
        loaded.unnamed += 1
        return
    loaded.kept += 1
    told = row.notice
    for kind, identifier in row.papers:
        yield kind, identifier, str(told.nature), told.date, told.notice, _ORIGIN, told.url, told.reason, told.record


def _check(db: Database, path: Path, loaded: LoadedList, *, smaller: bool) -> None:
    if loaded.kept and loaded.date == date.min:
        raise UnreadableRetractions(f"no row of {path} has a day that was: say which day the list is of with --date")
    if not loaded.kept:
        raise UnreadableRetractions(f"{path} names no paper by a DOI or PMID: the list on the desk stays as it was")
    before = retraction_list(db)
    if before and not smaller and 2 * loaded.kept < before.rows:
        raise UnreadableRetractions(
            f"{path} has {loaded.kept:,} rows, the list on the desk {before.rows:,}: it seems to be cut short. Fetch it"
            " again, or say --smaller to load it all the same"
        )
