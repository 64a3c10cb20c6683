"""Labelled claims, streamed in the order of the texts: four queries and flat memory, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.model import ArticleRevision, Citation, Label, LabelledClaim
from annotator.storage.articles import claim_from
from annotator.storage.connection import reading
from annotator.storage.filters import Filters, claims_condition, known_filters
from annotator.storage.label_rows import citation_from, label_from
from corpus.model import CHECKABLE_KINDS

Row = Any
"""An ``sqlite3.Row``, which reads like a mapping and is none."""

_EVERYTHING = Filters()
_FROM = "FROM claims CROSS JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
_LABELS = " CROSS JOIN labels AS label ON label.claim_id = claims.id CROSS JOIN people ON people.id = label.reviewer"
_CITATIONS = " CROSS JOIN citations ON citations.label_id = label.id CROSS JOIN sources ON sources.id = source_id"
_IN_ORDER = "ORDER BY claims.article, claims.revision, claims.start, claims.number"


def labelled_claims(db: Database, filters: Filters = _EVERYTHING) -> Iterator[LabelledClaim]:
    """The claims in the queue that fit ``filters``, with every reviewer's current label, by article and place.

    In the queue is what is check-worthy now, and what holds a verdict; ``filters`` may add the rest that holds a
    label. All of it is one consistent view of the desk,
    whatever is written meanwhile. Raises UnknownArticle and UnknownPerson at once, before the first claim.
    """
    return _stream(db, known_filters(db, filters))


def last_change(db: Database) -> tuple[int, int, int]:
    """Numbers that change whenever an article, a label or a split is added, to know whether a count still holds."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM revisions), (SELECT coalesce(max(id), 0) FROM labels),"
        " (SELECT count(*) FROM splits)"
    ).fetchone()
    return (row[0], row[1], row[2])


def is_in_queue(claim: LabelledClaim) -> bool:
    """Whether a claim waits for a verdict or has one: what the view ``queue`` holds, for votes of any time."""
    if any(vote.answer.kind is not None for vote in claim.votes):
        return claim.kind in CHECKABLE_KINDS or bool(claim.verdicts)
    return claim.claim.check_worthy or bool(claim.verdicts)


class _InStep:
    """Rows that are ordered like the claims, taken claim by claim."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, number: int) -> list[Row]:
        """The rows of the claim with that number; claims are asked for in their order, each once."""
        found = []
        while self._next is not None and self._next["claim_number"] == number:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def _stream(db: Database, filters: Filters) -> Iterator[LabelledClaim]:
    condition, values = claims_condition(filters)
    current = _current_condition(filters)
    with reading(db):
        revisions = _revisions(db)
        claims = _rows(db, f"SELECT claims.* {_FROM} WHERE {condition} {_IN_ORDER}", values)
        labels = _InStep(_rows(db, _labels_query(condition, current), values))
        citations = _InStep(_rows(db, _citations_query(condition, current), values))
        for row in claims:
            votes = _votes(labels.of(row["number"]), citations.of(row["number"]))
            claim = LabelledClaim(revisions[row["article"], row["revision"]], row["id"], claim_from(row), votes)
            wanted = is_in_queue(claim) or (filters.every_label and votes)
            if wanted and filters.fit(claim):
                yield claim


def _rows(db: Database, query: str, values: dict[str, str]) -> Iterator[Row]:
    """Rows by name, without the dict for each that ``db.query`` makes: a third less time for a whole desk."""
    cursor = db.conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(query, values)


def _current_condition(filters: Filters) -> str:
    until = "" if filters.as_of is None else " AND labelled_at <= :as_of"
    newest = f"SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer{until}"
    return f"label.id = ({newest})"


def _labels_query(condition: str, current: str) -> str:
    columns = "claims.number AS claim_number, label.*, people.name AS reviewer_name"
    return f"SELECT {columns} {_FROM} {_LABELS} WHERE {condition} AND {current} {_IN_ORDER}, people.name"


def _citations_query(condition: str, current: str) -> str:
    columns = "claims.number AS claim_number, label_id, stance, quote, place, type, identifier, shown, url"
    return (
        f"SELECT {columns} {_FROM} {_LABELS} {_CITATIONS} WHERE {condition} AND {current}"
        f" {_IN_ORDER}, label_id, position"
    )


def _revisions(db: Database) -> dict[tuple[str, int], ArticleRevision]:
    rows = db.execute(
        "SELECT slug, number, title, sha256, source_address FROM revisions JOIN articles ON slug = article"
    )
    return {row[:2]: ArticleRevision(*row) for row in rows}


def _votes(labels: list[Row], citations: list[Row]) -> tuple[Label, ...]:
    if not labels:
        return ()
    cited: dict[int, list[Citation]] = {}
    for row in citations:
        cited.setdefault(row["label_id"], []).append(citation_from(row))
    return tuple([label_from(row, tuple(cited.get(row["id"], ()))) for row in labels])
