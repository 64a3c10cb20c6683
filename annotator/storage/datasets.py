"""Labelled claims, streamed in the order of the texts: five queries and flat memory, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.model import NO_FACTS, Adjudication, ArticleRevision, Label, LabelledClaim
from annotator.storage.adjudications import ADJUDICATION_COLUMNS, adjudication_from
from annotator.storage.articles import YEAR
from annotator.storage.claim_rows import CLAIM_COLUMNS, claim_in
from annotator.storage.connection import reading
from annotator.storage.filters import Filters, claims_condition, known_filters
from annotator.storage.label_rows import CITATION_COLUMNS, LABEL_COLUMNS, citation_from, label_from
from annotator.storage.retraction_rows import source_facts
from corpus.model import CHECKABLE_KINDS

Row = tuple[Any, ...]

_EVERYTHING = Filters()
_BATCH = 100
"""Claims are read so many at a time: a turn of reading and a turn of writing for each claim takes a quarter longer."""
_NO_ROW: Row = (None,)
_CLAIM_COLUMNS = f"claims.number, claims.id, claims.article, claims.revision, {CLAIM_COLUMNS}"
_FROM = "FROM claims CROSS JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
_LABELS = " CROSS JOIN labels AS label ON label.claim_id = claims.id CROSS JOIN people ON people.id = label.reviewer"
_CITATIONS = " CROSS JOIN citations ON citations.label_id = label.id CROSS JOIN sources ON sources.id = source_id"
_DECISIONS = (
    "FROM adjudications AS decision CROSS JOIN claims ON claims.id = decision.claim_id"
    " CROSS JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
    " CROSS JOIN people AS editors ON editors.id = decision.editor"
)
"""From the decisions to their claims: they are few, and looking for one on every claim takes longer than sorting."""
_IN_ORDER = "ORDER BY claims.article, claims.revision, claims.start, claims.number"


def labelled_claims(db: Database, filters: Filters = _EVERYTHING) -> Iterator[LabelledClaim]:
    """The claims in the queue that fit ``filters``, with every reviewer's current label and the editor's decision, by
    article and place.

    In the queue is what is check-worthy now, and what holds a verdict; ``filters`` may add the rest that holds a
    label or a decision. All of it is one consistent view of the desk,
    whatever is written meanwhile. Raises UnknownArticle and UnknownPerson at once, before the first claim.
    """
    return _stream(db, known_filters(db, filters))


def last_change(db: Database) -> tuple[int, ...]:
    """Numbers that change whenever an article, a label, a decision, a split or a recut is added, or a cited source
    becomes known as retracted, to know whether a count still holds."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM revisions), (SELECT coalesce(max(id), 0) FROM labels),"
        " (SELECT coalesce(max(id), 0) FROM adjudications),"
        " (SELECT count(*) FROM splits), (SELECT coalesce(max(id), 0) FROM recuts),"
        " (SELECT count(*) FROM retracted_sources), (SELECT coalesce(sum(source), 0) FROM retracted_sources)"
    ).fetchone()
    return tuple(row)


def is_in_queue(claim: LabelledClaim) -> bool:
    """Whether a claim waits for a verdict or has one: what the view ``queue`` holds, for votes of any time."""
    if claim.adjudication is not None and claim.adjudication.verdict is not None:
        return True
    if [vote for vote in claim.votes if vote.answer.kind is not None]:  # few; any() takes twice as long
        return claim.kind in CHECKABLE_KINDS or bool(claim.verdicts)
    return claim.claim.check_worthy or bool(claim.verdicts)


def _stream(db: Database, filters: Filters) -> Iterator[LabelledClaim]:
    with reading(db):
        read = _Reader(db, filters)
        while batch := read.batch():
            for claim in batch:
                wanted = is_in_queue(claim) or (
                    filters.every_label and (claim.has_votes or claim.adjudication is not None)
                )
                if wanted and filters.fit(claim):
                    yield claim


class _Reader:
    """Four queries whose rows come in the order of the texts, read in step."""

    def __init__(self, db: Database, filters: Filters) -> None:
        condition, values = claims_condition(filters)
        current = _current_condition(filters)
        self._revisions = _revisions(db)
        self._facts = NO_FACTS if filters.as_of else source_facts(db)  # what was known then is not kept
        self._claims = db.execute(f"SELECT {_CLAIM_COLUMNS} {_FROM} WHERE {condition} {_IN_ORDER}", values)
        self._labels = _InStep(db.execute(_labels_query(condition, current), values))
        self._citations = _InStep(db.execute(_citations_query(condition, current), values))
        self._decisions = _InStep(db.execute(_decisions_query(condition, filters), values))

    def batch(self) -> list[LabelledClaim]:
        """The next claims with their votes; an empty list after the last."""
        return [self._claim(*row) for row in self._claims.fetchmany(_BATCH)]

    def _claim(self, number: int, claim_id: str, article: str, revision: int, *claim: Any) -> LabelledClaim:
        votes = tuple([self._vote(row[1:]) for row in self._labels.of(number)])
        of, year = self._revisions[article, revision]
        decision = self._decision(number)
        return LabelledClaim(of, claim_id, claim_in(*claim), votes, self._facts, year, decision)

    def _decision(self, number: int) -> Adjudication | None:
        rows = self._decisions.of(number)
        return adjudication_from(rows[0][1:]) if rows else None

    def _vote(self, row: Row) -> Label:
        return label_from(row, tuple([citation_from(cited) for cited in self._citations.of(row[0])]))


class _InStep:
    """Rows in the order of the claims, or of the labels, whose number they begin with; taken number by number."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(rows, _NO_ROW)

    def of(self, number: int) -> list[Row]:
        """The rows that begin with that number; numbers are asked for in their order, each once."""
        row, found = self._next, []
        while row[0] == number:
            found.append(row)
            row = next(self._rows, _NO_ROW)
        self._next = row
        return found


def _current_condition(filters: Filters) -> str:
    until = "" if filters.as_of is None else " AND coalesce(received_at, labelled_at) <= :as_of"
    newest = f"SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer{until}"
    return f"label.id = ({newest})"


def _labels_query(condition: str, current: str) -> str:
    return (
        f"SELECT claims.number, {LABEL_COLUMNS} {_FROM} {_LABELS} WHERE {condition} AND {current}"
        f" {_IN_ORDER}, people.name"
    )


def _citations_query(condition: str, current: str) -> str:
    return (
        f"SELECT {CITATION_COLUMNS} {_FROM} {_LABELS} {_CITATIONS} WHERE {condition} AND {current}"
        f" {_IN_ORDER}, people.name, position"
    )


def _decisions_query(condition: str, filters: Filters) -> str:
    until = "" if filters.as_of is None else " AND coalesce(received_at, decided_at) <= :as_of"
    newest = f"SELECT max(id) FROM adjudications WHERE claim_id = decision.claim_id{until}"
    return (
        f"SELECT claims.number, {ADJUDICATION_COLUMNS} {_DECISIONS} WHERE {condition}"
        f" AND decision.id = ({newest}) AND decision.answer IS NOT NULL {_IN_ORDER}"
    )


def _revisions(db: Database) -> dict[tuple[str, int], tuple[ArticleRevision, int]]:
    """Every revision by its article and number, with the year it is of."""
    rows = db.execute(f"SELECT article, number, title, sha256, source_address, {YEAR} FROM revisions")
    return {row[:2]: (ArticleRevision(*row[:-1]), row[-1]) for row in rows}
