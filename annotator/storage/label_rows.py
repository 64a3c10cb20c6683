"""Labels read back from their rows, with their citations: two queries however many there are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

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
    Verdict,
)
from annotator.storage.times import to_moment
from corpus.model import Kind


def labels_where(db: Database, condition: str, values: Sequence[str | int]) -> list[Label]:
    """The labels that ``condition`` chooses, in its order: SQL of ours about ``label``, never anybody's input."""
    rows = list(
        db.query(
            "SELECT label.*, people.name AS reviewer_name FROM labels AS label"
            f" JOIN people ON people.id = label.reviewer WHERE {condition}",
            values,
        )
    )
    cited = citations_of(db, [row["id"] for row in rows])
    return [label_from(row, cited.get(row["id"], ())) for row in rows]


def citations_of(db: Database, label_ids: Sequence[int]) -> Mapping[int, tuple[Citation, ...]]:
    """The citations of labels, by label id, in their order. Labels without any are left out."""
    found: defaultdict[int, tuple[Citation, ...]] = defaultdict(tuple)
    limit = db.conn.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    for first in range(0, len(label_ids), limit):
        part = label_ids[first : first + limit]
        marks = ",".join("?" * len(part))
        for row in db.query(
            "SELECT label_id, stance, quote, place, sources.* FROM citations JOIN sources ON sources.id = source_id"
            f" WHERE label_id IN ({marks}) ORDER BY label_id, position",
            part,
        ):
            found[row["label_id"]] += (citation_from(row),)
    return found


def citation_from(row: Mapping[str, Any]) -> Citation:
    """The citation in a row of ``citations`` joined with ``sources``."""
    source = Source(SourceType(row["type"]), row["identifier"], row["shown"], row["url"])
    return Citation(source, Stance(row["stance"]), row["quote"], row["place"])


def label_from(row: Mapping[str, Any], citations: tuple[Citation, ...]) -> Label:
    """The label in a row of ``labels`` with its reviewer's name."""
    return Label(
        key=row["key"],
        claim_id=row["claim_id"],
        reviewer=row["reviewer_name"],
        labelled_at=to_moment(row["labelled_at"]),
        answer=Answer(
            Verdict(row["verdict"]) if row["verdict"] else None,
            Kind(row["kind"]) if row["kind"] else None,
            bool(row["skipped"]),
        ),
        evidence=Evidence(
            citations,
            row["rationale"],
            row["search_note"],
            Confidence(row["confidence"]) if row["confidence"] else None,
        ),
        guideline_version=row["guideline_version"],
        seconds_spent=row["seconds_spent"],
        pressed_at=to_moment(row["pressed_at"]) if row["pressed_at"] else None,
        change=Change(row["change"]),
    )
