"""Putting the articles of one file on the desk, thousands of them: in short transactions of a few whole articles.

Other people's work goes on between two of them, and whatever ends the work leaves whole articles only: adding the file
again adds the rest.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from annotator.errors import AlreadyThere
from annotator.storage.articles import add_article, has_article, slug_with_text
from annotator.storage.connection import writing
from corpus.bulk import CutRow, cut_batches
from corpus.reading.bulk import Refused, Row

MOST_ROWS = 8
MOST_CHARACTERS = 60_000
"""What is cut together."""

LONGEST_WRITE = 0.1
"""Seconds after which a transaction takes no further article: others wait for it."""

A_BREATH = 0.002
"""Seconds between two transactions, in which whoever waits for the lock gets it: a lock does not see to that itself."""

_MOST_ROWS_UNTOLD = 500


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of row ``number``: ``told`` is the slug of the article it is on the desk as, or why it is refused.

    ``remarks`` are lines on what is odd about the text of a new article.
    """

    number: int
    outcome: Outcome
    told: str
    remarks: tuple[str, ...] = ()
    to_check: int = 0


@dataclass
class BulkReport:
    """What became of a file, as far as it was read: ``done`` of it, from 0 to 1."""

    new: int = 0
    known: int = 0
    to_check: int = 0
    done: float = 0.0
    refused: list[RowResult] = field(default_factory=list)
    remarked: list[RowResult] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many rows that is."""
        return self.new + self.known + len(self.refused)

    def take(self, results: Iterable[RowResult], done: float) -> None:
        """Count what became of some more rows."""
        self.done = max(self.done, done)
        for result in results:
            if result.outcome is Outcome.REFUSED:
                self.refused.append(result)
            elif result.outcome is Outcome.KNOWN:
                self.known += 1
            else:
                self.new += 1
                self.to_check += result.to_check
            if result.remarks:
                self.remarked.append(result)

    def summary(self) -> str:
        """``read 9, new 6, known 2, refused 1``."""
        return f"read {self.read}, new {self.new}, known {self.known}, refused {len(self.refused)}"


def add_rows(
    db: Database, rows: Iterable[Row | Refused], now: datetime, added_by: str = "", *, programs: int = 1
) -> Generator[tuple[list[RowResult], float], None, None]:
    """Put the articles in ``rows`` on the desk; after each step, what became of some rows and how far the file is.

    ``programs`` cut texts meanwhile. Close the iterator to stop. Raises what ``read_rows`` does, DatabaseTrouble and
    CutStopped; the articles of the steps before are kept.
    """
    untold: list[RowResult] = []
    with closing(cut_batches(_batches(db, rows, untold), programs)) as cut:
        done = 0.0
        for batch in cut:
            if not batch:  # all that was read meanwhile is known or refused
                yield [*untold], done
                untold.clear()
            for kept, at in _keep(db, batch, now, added_by):
                done = max(done, at)
                results = [*untold, *kept]
                untold.clear()
                yield results, done
    if untold:
        yield list(untold), 1.0


def _batches(db: Database, rows: Iterable[Row | Refused], untold: list[RowResult]) -> Iterator[list[Row]]:
    """The rows that are worth cutting, in batches; what became of the others goes to ``untold``."""
    batch: list[Row] = []
    characters = 0
    for row in rows:
        if isinstance(row, Refused):
            untold.append(RowResult(row.number, Outcome.REFUSED, row.reason))
        elif known := slug_with_text(db, row.article.sha256):
            untold.append(RowResult(row.number, Outcome.KNOWN, known))
        else:
            batch.append(row)
            characters += len(row.article.text)
        if len(batch) == MOST_ROWS or characters > MOST_CHARACTERS or len(untold) >= _MOST_ROWS_UNTOLD:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _keep(
    db: Database, batch: Sequence[CutRow], now: datetime, added_by: str
) -> Iterator[tuple[list[RowResult], float]]:
    """Keep a batch in as many transactions as it takes, each told when it is there."""
    waiting = deque(batch)
    while waiting:
        kept: list[RowResult] = []
        at = 0.0
        with writing(db):
            begun = time.monotonic()
            while waiting and (not kept or time.monotonic() - begun < LONGEST_WRITE):
                cut = waiting.popleft()
                kept.append(_kept(db, cut, now, added_by))
                at = cut.row.done
        yield kept, at
        if waiting:
            time.sleep(A_BREATH)


def _kept(db: Database, cut: CutRow, now: datetime, added_by: str) -> RowResult:
    number, article = cut.row.number, cut.row.article
    try:
        if cut.row.has_id and not slug_with_text(db, article.sha256) and has_article(db, article.slug):
            reason = f"its id is that of {article.slug}, with another text: add it as the next revision of that article"
            return RowResult(number, Outcome.REFUSED, reason)
        added = add_article(db, article, cut.claims, now, added_by)
    except AlreadyThere:  # it came by another way while this row was being cut
        return RowResult(number, Outcome.KNOWN, slug_with_text(db, article.sha256) or article.slug)
    to_check = sum(claim.check_worthy for claim in cut.claims)
    return RowResult(number, Outcome.NEW, added.slug, cut.remarks, to_check)
