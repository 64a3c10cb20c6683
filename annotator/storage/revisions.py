"""An article's revisions: who added each and when, the units it had last, and what its claims went on as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.storage.articles import StoredClaim
from annotator.storage.claim_rows import claim_from
from annotator.storage.times import to_moment


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision in the list of its article's: ``claims`` are its units to check, ``labels`` the labels on all of
    its units, of any time; those carried into it are not counted again."""

    number: int
    title: str
    added_at: datetime
    added_by: str
    claims: int
    labels: int


def revisions_of(db: Database, slug: str) -> list[RevisionRow]:
    """The revisions of an article, the newest first; an empty list where there is no such article."""
    rows = db.query(
        "SELECT number, title, added_at, added_by,"
        " (SELECT count(*) FROM claims WHERE article = revisions.article AND revision = number AND check_worthy"
        "  AND origin = 'cut') AS claims,"
        " (SELECT count(*) FROM labels JOIN claims ON claims.id = claim_id WHERE article = revisions.article"
        "  AND revision = revisions.number AND carried_from IS NULL) AS labels"
        " FROM revisions WHERE article = ? ORDER BY number DESC",
        [slug],
    )
    return [RevisionRow(**row | {"added_at": to_moment(row["added_at"])}) for row in rows]


def last_units_of(db: Database, slug: str, revision: int) -> list[StoredClaim]:
    """The units of a revision as they stand, or stood when the next one took its place, in the order of the text."""
    rows = db.query(
        "SELECT claims.* FROM claims WHERE article = ? AND revision = ? AND (retired_at IS NULL OR EXISTS ("
        " SELECT 1 FROM recut_claims JOIN recuts ON recuts.id = recut"
        " WHERE claim_id = claims.id AND part = 'retired' AND act = 'revise')) ORDER BY start",
        [slug, revision],
    )
    return [StoredClaim(row["id"], claim_from(row)) for row in rows]


def went_on_in(db: Database, slug: str, revision: int) -> list[tuple[str, str, bool]]:
    """What the claims of the revision before went on as in this one: (old, new, whether it is unchanged)."""
    rows = db.execute(
        "SELECT predecessor, claim_id, same_words FROM predecessors JOIN recuts ON recuts.id = recut AND act = 'revise'"
        " JOIN claims ON claims.id = claim_id WHERE claims.article = ? AND claims.revision = ? ORDER BY start",
        [slug, revision],
    )
    return [(old, new, bool(unchanged)) for old, new, unchanged in rows.fetchall()]


def goes_on_as(db: Database, claim_id: str) -> str:
    """The claim of the newest revision in which a claim's very words stand on in their place; the claim itself where
    they do not, or no revision followed."""
    row = db.execute(
        "WITH RECURSIVE after (id) AS (SELECT ? UNION SELECT claim_id FROM after"
        " JOIN predecessors ON predecessor = after.id AND same_words"
        " JOIN recuts ON recuts.id = predecessors.recut AND act = 'revise')"
        " SELECT claims.id FROM after JOIN claims ON claims.id = after.id ORDER BY revision DESC LIMIT 1",
        [claim_id],
    ).fetchone()
    return str(row[0]) if row else claim_id
