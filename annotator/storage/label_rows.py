"""Labels read back from their rows, with their citations: two queries however many there are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from sqlite_utils import Database

from annotator.model import (
    Answer,
    Change,
    Citation,
    Confidence,
    Evidence,
    Label,
    Source,
    SourceType,
    Stance,
    Strength,
    Verdict,
)
from annotator.storage.times import to_moment
from corpus.model import Kind

Choice = TypeVar("Choice", bound=StrEnum)
Row = tuple[Any, ...]

LABEL_COLUMNS = (
    "label.id, label.key, label.claim_id, people.name, label.labelled_at, label.verdict, label.kind, label.skipped,"
    " label.rationale, label.search_note, label.confidence, label.guideline_version, label.seconds_spent,"
    " label.pressed_at, iif(label.carried_from IS NULL, label.change, 'carried')"
)
"""What ``label_from`` reads, from ``labels AS label`` joined with ``people``."""

CITATION_COLUMNS = "label_id, type, identifier, shown, url, stance, quote, place, strength"
"""What ``citation_from`` reads, from ``citations`` joined with ``sources``."""


def labels_where(db: Database, condition: str, values: Sequence[str | int]) -> list[Label]:
    """The labels that ``condition`` chooses, in its order: SQL of ours about ``label``, never anybody's input."""
    rows = db.execute(
        f"SELECT {LABEL_COLUMNS} FROM labels AS label JOIN people ON people.id = label.reviewer WHERE {condition}",
        values,
    ).fetchall()
    cited = citations_of(db, [row[0] for row in rows])
    return [label_from(row, cited.get(row[0], ())) for row in rows]


def citations_of(db: Database, label_ids: Sequence[int]) -> Mapping[int, tuple[Citation, ...]]:
    """The citations of labels, by label id, in their order. Labels without any are left out."""
    found: defaultdict[int, tuple[Citation, ...]] = defaultdict(tuple)
    limit = db.conn.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    for first in range(0, len(label_ids), limit):
        part = label_ids[first : first + limit]
        marks = ",".join("?" * len(part))
        for row in db.execute(
            f"SELECT {CITATION_COLUMNS} FROM citations JOIN sources ON sources.id = source_id"
            f" WHERE label_id IN ({marks}) ORDER BY label_id, position",
            part,
        ):
            found[row[0]] += (citation_from(row),)
    return found


def citation_from(row: Row) -> Citation:
    """The citation in a row of ``CITATION_COLUMNS``."""
    _, source_type, identifier, shown, url, stance, quote, place, strength = row
    source = _source(source_type, identifier, shown, url)
    return Citation(source, _STANCES[stance], quote, place, _STRENGTHS[strength] if strength else None)


def label_from(row: Row, citations: tuple[Citation, ...]) -> Label:
    """The label in a row of ``LABEL_COLUMNS``."""
    _, key, claim_id, reviewer, labelled_at, verdict, kind, skipped, rationale, search_note, *more = row
    confidence, guideline_version, seconds_spent, pressed_at, change = more
    return Label(
        key,
        claim_id,
        reviewer,
        to_moment(labelled_at),
        _answer(verdict, kind, skipped),
        Evidence(citations, rationale, search_note, _CONFIDENCES[confidence] if confidence else None),
        guideline_version,
        seconds_spent,
        to_moment(pressed_at) if pressed_at else None,
        _CHANGES[change],
    )


@lru_cache(maxsize=1024)  # there are a few dozen, each thousands of times
def _answer(verdict: str | None, kind: str | None, skipped: int) -> Answer:
    return Answer(_VERDICTS[verdict] if verdict else None, _KINDS[kind] if kind else None, bool(skipped))


@lru_cache(maxsize=4096)  # a source is cited more than once
def _source(source_type: str, identifier: str, shown: str, url: str) -> Source:
    return Source(_SOURCE_TYPES[source_type], identifier, shown, url)


def _by_value(choices: type[Choice]) -> dict[str, Choice]:
    """The members of an enumeration by what the database holds: quicker than calling it, for thousands of rows."""
    return {choice.value: choice for choice in choices}


_VERDICTS, _KINDS, _CONFIDENCES = _by_value(Verdict), _by_value(Kind), _by_value(Confidence)
_CHANGES, _STANCES, _SOURCE_TYPES = _by_value(Change), _by_value(Stance), _by_value(SourceType)
_STRENGTHS = _by_value(Strength)
