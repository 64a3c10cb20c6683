"""Labels as they are kept: appended, never changed. ``answering`` makes a reviewer's next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from annotator.model import Change, Citation, Label, Person
from annotator.storage.connection import writing
from annotator.storage.label_rows import labels_where
from annotator.storage.lookup_answers import enqueue_due
from annotator.storage.retraction_rows import weigh_sources
from annotator.storage.times import to_text


def current_label(db: Database, claim_id: str, person: Person) -> Label | None:
    """The reviewer's newest label on a claim."""
    found = labels_where(
        db,
        "label.claim_id = ? AND label.reviewer = ? ORDER BY label.id DESC LIMIT 1",
        [claim_id, person.id],
    )
    return found[0] if found else None


def current_labels_on(db: Database, claim_id: str) -> list[Label]:
    """Each reviewer's newest label on a claim, in the order of their making."""
    newest = "SELECT max(id) FROM labels WHERE claim_id = ? GROUP BY reviewer"
    return labels_where(db, f"label.id IN ({newest}) ORDER BY label.id", [claim_id])


def current_labels_in(db: Database, slug: str, revision: int, person: Person) -> dict[str, Label]:
    """The reviewer's current labels on a revision's claims, by claim id."""
    found = labels_where(
        db,
        "label.id IN (SELECT max(mine.id) FROM labels AS mine JOIN claims ON claims.id = mine.claim_id"
        " WHERE claims.article = ? AND claims.revision = ? AND mine.reviewer = ? GROUP BY mine.claim_id)",
        [slug, revision, person.id],
    )
    return {label.claim_id: label for label in found}


def labelled_by_others(db: Database, slug: str, revision: int, person: Person) -> set[str]:
    """The claims of a revision on which somebody else than ``person`` holds a label that says something."""
    rows = db.execute(
        "SELECT DISTINCT claims.id FROM claims CROSS JOIN current_labels AS label ON label.claim_id = claims.id"
        " WHERE article = ? AND revision = ? AND reviewer <> ? AND (verdict IS NOT NULL OR label.kind IS NOT NULL"
        " OR skipped OR rationale <> '' OR search_note <> '' OR confidence IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM citations WHERE label_id = label.id))",
        [slug, revision, person.id],
    )
    return {row[0] for row in rows.fetchall()}


def history(db: Database, claim_id: str) -> list[Label]:
    """Every label ever given to a claim, oldest first."""
    return labels_where(db, "label.claim_id = ? ORDER BY label.id", [claim_id])


def last_article(db: Database, person: Person) -> str | None:
    """The slug of the article that the reviewer labelled last."""
    row = db.execute(
        "SELECT article FROM claims JOIN labels ON claim_id = claims.id WHERE reviewer = ?"
        " ORDER BY labels.id DESC LIMIT 1",
        [person.id],
    ).fetchone()
    return str(row[0]) if row else None


def record_label(db: Database, person: Person, label: Label) -> int:
    """Append a label as it is, with its citations, and return its id; earlier labels stay as the claim's history."""
    with writing(db):
        return insert_label(db, person, label)


def insert_label(
    db: Database,
    person: Person,
    label: Label,
    undoes: int | None = None,
    carried_from: int | None = None,
    received_at: datetime | None = None,
) -> int:
    """As ``record_label``, for a caller that is writing already: 10,000 labels need no savepoint each.

    ``undoes`` and ``carried_from`` are the numbers of the labels that an undo takes back, or a carried one comes from.
    ``received_at`` is when a label from a file reached the desk: that of an earlier moment does without it.
    What it cites waits to be looked up, where that is due then, or when the label was given.
    """
    answer, evidence = label.answer, label.evidence
    label_id: int = db.execute(
        "INSERT INTO labels (key, claim_id, reviewer, change, undoes, carried_from, verdict, kind, skipped, rationale,"
        " search_note, confidence, guideline_version, seconds_spent, pressed_at, labelled_at, received_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " coalesce(?, (SELECT received_at FROM labels WHERE id = ?))) RETURNING id",
        [
            label.key,
            label.claim_id,
            person.id,
            Change.LOADED if label.change is Change.CARRIED else label.change,
            undoes,
            carried_from,
            answer.verdict,
            answer.kind,
            int(answer.skipped),
            evidence.rationale,
            evidence.search_note,
            evidence.confidence,
            label.guideline_version,
            label.seconds_spent,
            to_text(label.pressed_at) if label.pressed_at else None,
            to_text(label.labelled_at),
            to_text(received_at) if received_at else None,
            carried_from,
        ],
    ).fetchone()[0]
    _insert_citations(db, label_id, evidence.citations)
    for source in dict.fromkeys(citation.source for citation in evidence.citations):
        enqueue_due(db, source, received_at or label.labelled_at)
    return label_id


def _insert_citations(db: Database, label_id: int, citations: Iterable[Citation]) -> None:
    for position, citation in enumerate(citations):
        if not _insert_citation(db, label_id, position, citation):
            source = citation.source
            db.execute(
                "INSERT INTO sources (type, identifier, shown, url) VALUES (?, ?, ?, ?)",
                [source.type, source.identifier, source.shown, source.url],
            )
            weigh_sources(db, [source])
            _insert_citation(db, label_id, position, citation)


def _insert_citation(db: Database, label_id: int, position: int, citation: Citation) -> bool:
    """Whether there was the source to cite: it nearly always is, and is not asked for first."""
    source = citation.source
    added = db.execute(
        "INSERT INTO citations (label_id, position, source_id, stance, quote, place, strength)"
        " SELECT ?, ?, id, ?, ?, ?, ? FROM sources WHERE type = ? AND identifier = ?",
        [label_id, position, *_of(citation), source.type, source.identifier],
    )
    return added.rowcount > 0


def _of(citation: Citation) -> tuple[str | None, ...]:
    return citation.stance, citation.quote, citation.place, citation.strength
