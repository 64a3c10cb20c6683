"""An article's revisions: who added each and when, the units it had last, and what its claims went on as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.flags import Flag
from annotator.storage.articles import StoredClaim
from annotator.storage.claim_rows import claim_from
from annotator.storage.times import to_moment

_STOOD_LAST = (
    "(retired_at IS NULL OR EXISTS (SELECT 1 FROM recut_claims JOIN recuts ON recuts.id = recut"
    " WHERE claim_id = claims.id AND part = 'retired' AND act = 'revise'))"
)
"""Whether a claim is a unit of its revision, or was one when the next revision took its place."""


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision in the list of its article's. ``labels`` counts each reviewer once on each unit they labelled; what
    was carried into it is not counted again. ``first_claim``, to read it from, is None where it has none to check."""

    number: int
    title: str
    added_at: datetime
    added_by: str
    labels: int
    first_claim: str | None


def revisions_of(db: Database, slug: str) -> list[RevisionRow]:
    """The revisions of an article, the newest first; an empty list where there is no such article."""
    rows = db.query(
        "SELECT number, title, added_at, added_by,"
        " (SELECT count(DISTINCT claim_id || ' ' || reviewer) FROM labels JOIN claims ON claims.id = claim_id"
        "  WHERE article = revisions.article AND revision = revisions.number AND carried_from IS NULL) AS labels,"
        " (SELECT id FROM claims WHERE article = revisions.article AND revision = revisions.number"
        f"  AND check_worthy AND {_STOOD_LAST} ORDER BY start LIMIT 1) AS first_claim"
        " FROM revisions WHERE article = ? ORDER BY number DESC",
        [slug],
    )
    return [RevisionRow(**row | {"added_at": to_moment(row["added_at"])}) for row in rows]


def last_units_of(db: Database, slug: str, revision: int) -> list[StoredClaim]:
    """The units of a revision as they stand, or stood when the next one took its place, in the order of the text."""
    rows = db.query(
        f"SELECT claims.* FROM claims WHERE article = ? AND revision = ? AND {_STOOD_LAST} ORDER BY start",
        [slug, revision],
    )
    return [StoredClaim(row["id"], claim_from(row)) for row in rows]


def flags_then(db: Database, slug: str, revision: int) -> dict[str, list[Flag]]:
    """The flags of a revision's claims by their ids, also of one that another has followed."""
    found: dict[str, list[Flag]] = {}
    for claim_id, flag in db.execute(
        "SELECT claim_id, flag FROM flagged_claims JOIN claims ON claims.id = claim_id"
        " WHERE article = ? AND revision = ? ORDER BY start, flag",
        [slug, revision],
    ):
        found.setdefault(claim_id, []).append(Flag(flag))
    return found


def went_on_in(db: Database, slug: str, revision: int) -> list[tuple[str, str, bool]]:
    """What the claims of the revision before went on as in this one: (old, new, whether it is unchanged)."""
    rows = db.execute(
        "SELECT predecessor, claim_id, same_words FROM predecessors JOIN recuts ON recuts.id = recut AND act = 'revise'"
        " JOIN claims ON claims.id = claim_id WHERE claims.article = ? AND claims.revision = ? ORDER BY start",
        [slug, revision],
    )
    return [(old, new, bool(unchanged)) for old, new, unchanged in rows.fetchall()]


def stands_now(db: Database, claim_id: str) -> str:
    """The unit that stands now where a claim stood, over all merges, splits and revisions since: the first of several;
    the claim itself where it stands, or nothing stands there."""
    row = db.execute(
        "WITH RECURSIVE after (id) AS (SELECT ? UNION SELECT claim_id FROM after"
        " JOIN predecessors ON predecessor = after.id)"
        " SELECT claims.id FROM after JOIN claims ON claims.id = after.id WHERE retired_at IS NULL"
        " ORDER BY revision DESC, start LIMIT 1",
        [claim_id],
    ).fetchone()
    return str(row[0]) if row else claim_id


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
