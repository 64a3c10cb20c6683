"""What replaces claims by others, kept as history: a merge, a split, a new revision, or the undoing of one.

A claim keeps its words and its place for good. So a recut retires claims and makes others, or brings back a retired
one that stands in the very place wanted, with all its labels still on it. The functions here are for a caller that is
writing already: ``start_recut`` first, then what it does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from annotator.errors import InvalidRecut, UnknownClaim
from annotator.model import Change
from annotator.storage.claim_rows import claim_from, insert_claims
from annotator.storage.label_rows import labels_where
from annotator.storage.labels import insert_label
from annotator.storage.people import person_named
from annotator.storage.times import to_text
from corpus.framing import words_of
from corpus.model import Claim, claim_id


class Act(StrEnum):
    """What a recut is: two units made one, one made two, a new revision of the article, or one of these undone."""

    MERGE = "merge"
    SPLIT = "split"
    REVISE = "revise"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class NewRecut:
    """What a recut is before it has its number. ``person`` and ``undoes`` are rows' numbers in this database."""

    key: str
    act: Act
    article: str
    revision: int
    person: int | None = None
    undoes: int | None = None
    pressed_at: datetime | None = None


def start_recut(db: Database, new: NewRecut, now: datetime) -> int:
    """Enter a recut, and give its number."""
    return int(
        db.execute(
            "INSERT INTO recuts (key, act, article, revision, person, undoes, pressed_at, made_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [
                new.key,
                new.act,
                new.article,
                new.revision,
                new.person,
                new.undoes,
                to_text(new.pressed_at) if new.pressed_at else None,
                to_text(now),
            ],
        ).fetchone()[0]
    )


def retire_claims(db: Database, recut: int, claim_ids: Iterable[str], now: datetime) -> None:
    """Take claims out of their article's units. Their labels stay on them, and are the desk's history.

    Raises InvalidRecut for one that is not there or is retired already.
    """
    for each in claim_ids:
        retired = db.execute(
            "UPDATE claims SET retired_at = ? WHERE id = ? AND retired_at IS NULL", [to_text(now), each]
        )
        if not retired.rowcount:
            raise InvalidRecut(f"the claim {each} was cut anew since: reload the page")
        db.execute("INSERT INTO recut_claims (recut, claim_id, part) VALUES (?, ?, 'retired')", [recut, each])


def make_claims(db: Database, recut: int, claims: Sequence[Claim], origin: str = "cut") -> list[str]:
    """Put claims among the units of the recut's revision, and give their ids. One that stood in that very place
    before, and was retired, is brought back as it was; ``origin`` is that of the others."""
    slug, revision = db.execute("SELECT article, revision FROM recuts WHERE id = ?", [recut]).fetchone()
    ids = [claim_id(slug, revision, claim.span) for claim in claims]
    known = {each for each in ids if db.execute("SELECT 1 FROM claims WHERE id = ?", [each]).fetchone()}
    bring_back_claims(db, recut, [each for each in ids if each in known])
    new = [(each, claim) for each, claim in zip(ids, claims, strict=True) if each not in known]
    insert_claims(db, slug, revision, [claim for _, claim in new], origin)
    db.conn.executemany(
        "INSERT INTO recut_claims (recut, claim_id, part) VALUES (?, ?, 'made')", [(recut, each) for each, _ in new]
    )
    return ids


def bring_back_claims(db: Database, recut: int, claim_ids: Iterable[str]) -> None:
    """Make retired claims units of their article again. Raises InvalidRecut for one that is a unit already."""
    for each in claim_ids:
        back = db.execute("UPDATE claims SET retired_at = NULL WHERE id = ? AND retired_at IS NOT NULL", [each])
        if not back.rowcount:
            raise InvalidRecut(f"the claim {each} is there already: reload the page")
        db.execute("INSERT INTO recut_claims (recut, claim_id, part) VALUES (?, ?, 'made')", [recut, each])


def link_claims(db: Database, recut: int, links: Iterable[tuple[str, str, bool]]) -> None:
    """Keep which claim an earlier one went on as: (claim id, its predecessor's id, whether the words are the same).
    The first word on a pair holds: cutting to and fro says nothing new of it."""
    db.conn.executemany(
        "INSERT INTO predecessors (claim_id, predecessor, recut, same_words) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (claim_id, predecessor) DO NOTHING",
        [(claim, before, recut, int(same)) for claim, before, same in links],
    )


def carry_labels(db: Database, old_claim_id: str, new_claim_id: str) -> int:
    """Copy each reviewer's current label on the old claim to the new one, whole; give how many were.

    Only for the very same words: a verdict is never made by the program, and this is the same sentence of the same
    article. Raises InvalidRecut where more than white space differs. A reviewer who has a label on the new claim keeps
    that one, and what was withdrawn stays behind. Doing it again changes nothing.
    """
    if _words(db, old_claim_id) != _words(db, new_claim_id):
        raise InvalidRecut(f"{new_claim_id} has other words than {old_claim_id}: no label goes with it")
    current = db.execute(
        "SELECT id FROM current_labels AS label WHERE claim_id = ? AND NOT EXISTS"
        " (SELECT 1 FROM labels WHERE claim_id = ? AND reviewer = label.reviewer) ORDER BY id",
        [old_claim_id, new_claim_id],
    ).fetchall()
    carried = 0
    for (label_id,) in current:
        (label,) = labels_where(db, "label.id = ?", [label_id])
        if label.is_withdrawn:
            continue
        key = carried_key(label.key, new_claim_id)
        new = replace(label, key=key, claim_id=new_claim_id, change=Change.CARRIED)
        insert_label(db, person_named(db, label.reviewer), new, carried_from=label_id)
        carried += 1
    return carried


def carried_key(key: str, new_claim_id: str) -> str:
    """The key of the label that goes to ``new_claim_id`` from the one with ``key``: the same on every desk."""
    return hashlib.blake2b(f"{key} {new_claim_id}".encode(), digest_size=16).hexdigest()


def _words(db: Database, of: str) -> str:
    for row in db.query("SELECT * FROM claims WHERE id = ?", [of]):
        return words_of(claim_from(row))
    raise UnknownClaim(f"there is no claim {of} on this desk")
