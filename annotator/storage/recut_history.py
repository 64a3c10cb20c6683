"""What became of claims, read back from the recuts: who cut what anew, what goes on as what, what can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.model import Person
from annotator.storage.recuts import Act
from annotator.storage.times import to_moment


@dataclass(frozen=True, slots=True)
class Recut:
    """One recut: the claims it retired, and those it made or brought back, each in the order of the text.

    ``person`` is the name of who did it, empty where no person did. ``undoes`` is the key of the recut that an undo
    takes back. ``id`` is the row's number: recuts happened in its order. ``pressed_at`` is the browser's time of the
    key press.
    """

    id: int
    key: str
    act: Act
    article: str
    revision: int
    person: str
    made_at: datetime
    retired: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    undoes: str | None = None
    pressed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A claim that another goes on from, and whether that has the very same words."""

    claim_id: str
    same_words: bool


def recuts_where(db: Database, condition: str, values: Sequence[str | int]) -> list[Recut]:
    """The recuts that ``condition`` chooses, oldest first: SQL of ours about ``recut``, never anybody's input."""
    rows = db.execute(
        "SELECT recut.id, recut.key, recut.act, recut.article, recut.revision, coalesce(people.name, ''),"
        " recut.made_at, (SELECT key FROM recuts WHERE id = recut.undoes), recut.pressed_at"
        f" FROM recuts AS recut LEFT JOIN people ON people.id = recut.person WHERE {condition} ORDER BY recut.id",
        values,
    ).fetchall()
    return [
        Recut(
            number,
            key,
            Act(act),
            article,
            revision,
            person,
            to_moment(made_at),
            _claims_in(db, number, "retired"),
            _claims_in(db, number, "made"),
            undoes,
            to_moment(pressed_at) if pressed_at else None,
        )
        for number, key, act, article, revision, person, made_at, undoes, pressed_at in rows
    ]


def recut_with_key(db: Database, key: str) -> Recut | None:
    """The recut of that key."""
    return next(iter(recuts_where(db, "recut.key = ?", [key])), None)


def recuts_of_claim(db: Database, claim_id: str) -> list[Recut]:
    """Every recut that retired the claim, made it or brought it back, oldest first."""
    return recuts_where(db, "recut.id IN (SELECT recut FROM recut_claims WHERE claim_id = ?)", [claim_id])


def undoable_recuts(db: Database, person: Person, limit: int = 200) -> list[Recut]:
    """The newest merges and splits of a person that can be undone: all they made is there still. Oldest first."""
    return recuts_where(
        db,
        "recut.id IN (SELECT id FROM recuts AS own WHERE person = ? AND act IN ('merge', 'split')"
        " AND NOT EXISTS (SELECT 1 FROM recuts WHERE undoes = own.id)"
        " AND NOT EXISTS (SELECT 1 FROM recut_claims JOIN claims ON claims.id = claim_id"
        " WHERE recut = own.id AND part = 'made' AND retired_at IS NOT NULL) ORDER BY id DESC LIMIT ?)",
        [person.id, limit],
    )


def predecessors_of(db: Database, claim_id: str) -> list[Predecessor]:
    """The claims that this one goes on from, in the order of their text."""
    rows = db.execute(
        "SELECT predecessor, same_words FROM predecessors JOIN claims ON claims.id = predecessor"
        " WHERE claim_id = ? ORDER BY article, revision, start",
        [claim_id],
    )
    return [Predecessor(claim, bool(same)) for claim, same in rows.fetchall()]


def successors_of(db: Database, claim_id: str) -> list[str]:
    """The claims that stand now where a retired one stood, or that its words went on as in a newer revision.

    Of its own revision only those that hold some of its place are followed: cut to and fro, a claim is not replaced
    by its former neighbour.
    """
    rows = db.execute(
        """
        WITH RECURSIVE after (id) AS (
            SELECT :claim UNION
            SELECT claims.id FROM after
            JOIN predecessors ON predecessor = after.id
            JOIN claims ON claims.id = predecessors.claim_id
            JOIN claims AS first ON first.id = :claim
            WHERE (claims.article, claims.revision) <> (first.article, first.revision)
               OR (claims.start < first."end" AND claims."end" > first.start)
        )
        SELECT claims.id FROM claims JOIN after ON after.id = claims.id
        WHERE retired_at IS NULL AND claims.id <> :claim ORDER BY revision, start
        """,
        {"claim": claim_id},
    )
    return [row[0] for row in rows.fetchall()]


def replaced_in(db: Database, slug: str, revision: int) -> dict[str, list[str]]:
    """The retired claims of a revision, each with what stands in its place now."""
    rows = db.execute(
        "SELECT id FROM claims WHERE article = ? AND revision = ? AND retired_at IS NOT NULL", [slug, revision]
    ).fetchall()
    return {claim_id: successors_of(db, claim_id) for (claim_id,) in rows}


def retired_by(db: Database, claim_id: str) -> Recut | None:
    """The recut that retired a claim last; None where none did."""
    condition = "recut.id = (SELECT max(recut) FROM recut_claims WHERE claim_id = ? AND part = 'retired')"
    return next(iter(recuts_where(db, condition, [claim_id])), None)


def _claims_in(db: Database, recut: int, part: str) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT claim_id FROM recut_claims JOIN claims ON claims.id = claim_id WHERE recut = ? AND part = ?"
        " ORDER BY revision, start",
        [recut, part],
    )
    return tuple(row[0] for row in rows.fetchall())
