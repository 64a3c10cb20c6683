"""How far each reviewer is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ReviewerProgress:
    """What one reviewer's current labels say: verdicts given, those still open, claims skipped, and when last."""

    name: str
    verdicts: int
    open: int
    skipped: int
    last_labelled_at: str


def reviewer_progress(db: Database) -> list[ReviewerProgress]:
    """Every person on the desk by name; ``last_labelled_at`` is empty for who has not labelled yet."""
    rows = db.query(
        """
        SELECT name, count(label.verdict) AS verdicts,
               (SELECT count(*) FROM open_labels WHERE reviewer = people.id) AS open,
               coalesce(sum(label.skipped), 0) AS skipped,
               coalesce(max(label.labelled_at), '') AS last_labelled_at
        FROM people LEFT JOIN current_labels AS label ON label.reviewer = people.id
        GROUP BY people.id ORDER BY name
        """
    )
    return [ReviewerProgress(**row) for row in rows]
