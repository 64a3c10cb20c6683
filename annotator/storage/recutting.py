"""What a reviewer does where the cut went wrong: merge a unit with the next, split one, take either back.

Every function is one transaction, and doing the same key twice is harmless: the recut that is there is returned.
Labels are never moved: those of a unit that was cut anew stay on it, and the new ones wait for an answer of their own.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from annotator.errors import InvalidRecut, RetiredClaim, UnknownClaim
from annotator.model import Answer, Person
from annotator.storage.adjudications import current_adjudication
from annotator.storage.answering import Press, Undoable, undoable_answers
from annotator.storage.articles import StoredClaim, article_text
from annotator.storage.claim_rows import claim_from
from annotator.storage.connection import writing
from annotator.storage.labels import current_labels_on
from annotator.storage.recut_history import Recut, recut_with_key, recuts_where, undoable_recuts
from annotator.storage.recuts import (
    Act,
    NewRecut,
    bring_back_claims,
    link_claims,
    make_claims,
    retire_claims,
    start_recut,
)
from annotator.storage.times import to_text
from corpus.model import Claim, Span
from corpus.recutting import merge_units, split_spans, split_unit


def merge_claims(db: Database, person: Person, press: Press, with_next: str, now: datetime) -> Recut:
    """Make one unit of a unit and the next one. ``with_next`` is the next unit's id as it was on the screen.

    Raises InvalidRecut where they do not follow each other, RetiredClaim where one was cut anew.
    """
    with writing(db):
        if known := _known(db, person, press):
            return known
        left, right = _unit(db, press.claim_id), _unit(db, with_next)
        if _place(db, left.id) != _place(db, right.id) or _next(db, left.id) != right.id:
            raise InvalidRecut("these two units do not follow each other (any more): reload the page")
        slug, revision = _place(db, left.id)
        whole = merge_units(article_text(db, slug, revision), left.claim, right.claim)
        return _replace(db, person, press, Act.MERGE, [left.id, right.id], [whole], now)


def split_claim(db: Database, person: Person, press: Press, at: int, now: datetime) -> Recut:
    """Make two units of one, which is cut ``at`` that many code points from its start.

    Raises InvalidRecut where a part would have no word in it, RetiredClaim where the unit was cut anew.
    """
    with writing(db):
        if known := _known(db, person, press):
            return known
        unit = _unit(db, press.claim_id)
        slug, revision = _place(db, unit.id)
        text, span = article_text(db, slug, revision), unit.claim.span
        spans = split_spans(text, span, span.start + at, _first_cut(db, slug, revision, span))
        if spans is None:
            raise InvalidRecut("there is nothing to split off there: choose a point between two words")
        parts = split_unit(text, unit.claim, spans)
        return _replace(db, person, press, Act.SPLIT, [unit.id], parts, now)


def undo_recut(db: Database, person: Person, press: Press, undoes: str, now: datetime) -> Recut:
    """Take a merge or a split back: the units it retired are there again, with their labels on them.

    ``press.claim_id`` is a unit that it made. Raises RetiredClaim where what it made was cut anew since, InvalidRecut
    where there is no such recut of this person's, or somebody else has labelled it: their label would be out of sight.
    """
    with writing(db):
        if known := _known(db, person, press):
            return known
        undone = recut_with_key(db, undoes)
        if undone is None or undone.person != person.name or undone.act not in (Act.MERGE, Act.SPLIT):
            raise InvalidRecut("there is no such merge or split of yours to undo")
        if db.execute("SELECT 1 FROM recuts WHERE undoes = ?", [undone.id]).fetchone():
            raise InvalidRecut(f"this {undone.act} was undone already")
        for claim_id in undone.made:
            _unit(db, claim_id)
            _check_nobody_else(db, person, claim_id, undone)
        new = NewRecut(press.key, Act.UNDO, undone.article, undone.revision, person.id, undone.id, press.pressed_at)
        recut = start_recut(db, new, now)
        retire_claims(db, recut, undone.made, now)
        bring_back_claims(db, recut, undone.retired)
        _link_all(db, recut, undone.retired, undone.made)
        return _made(db, press.key)


def undoable_acts(db: Database, person: Person, limit: int = 200) -> list[Undoable]:
    """The newest answers, merges and splits of a person that can be undone, oldest first, across articles."""
    recuts = [
        Undoable(
            recut.key,
            recut.made[0],
            Answer(),
            (to_text(recut.made_at), to_text(recut.pressed_at) if recut.pressed_at else ""),
            recut.act,
            recut.made,
        )
        for recut in undoable_recuts(db, person, limit)
    ]
    acts = heapq.merge(undoable_answers(db, person, limit), recuts, key=lambda act: act.when)
    return list(acts)[-limit:]


def _replace(
    db: Database, person: Person, press: Press, act: Act, old: Sequence[str], new: Sequence[Claim], now: datetime
) -> Recut:
    slug, revision = _place(db, press.claim_id)
    recut = start_recut(db, NewRecut(press.key, act, slug, revision, person.id, None, press.pressed_at), now)
    retire_claims(db, recut, old, now)
    made = make_claims(db, recut, new, "merged" if act is Act.MERGE else "split")
    _link_all(db, recut, made, old)
    return _made(db, press.key)


def _link_all(db: Database, recut: int, claims: Iterable[str], predecessors: Sequence[str]) -> None:
    """Every claim of a merge or a split goes on from every one it replaces, in other words."""
    link_claims(db, recut, [(claim, before, False) for claim in claims for before in predecessors])


def _known(db: Database, person: Person, press: Press) -> Recut | None:
    known = recut_with_key(db, press.key)
    if known and (known.person != person.name or press.claim_id not in (*known.retired, *known.made)):
        raise InvalidRecut(f"the key {press.key} belongs to another recut: make a new one")
    return known


def _made(db: Database, key: str) -> Recut:
    return recuts_where(db, "recut.key = ?", [key])[0]


def _unit(db: Database, claim_id: str) -> StoredClaim:
    for row in db.query("SELECT * FROM claims WHERE id = ?", [claim_id]):
        if row["retired_at"] is not None:
            raise RetiredClaim("this unit was cut anew since: look at what stands there now")
        return StoredClaim(claim_id, claim_from(row))
    raise UnknownClaim(f"there is no claim {claim_id} on this desk: reload the page")


def _place(db: Database, claim_id: str) -> tuple[str, int]:
    slug, revision = db.execute("SELECT article, revision FROM claims WHERE id = ?", [claim_id]).fetchone()
    return slug, revision


def _next(db: Database, claim_id: str) -> str | None:
    row = db.execute(
        "SELECT after.id FROM claims AS here JOIN claims AS after ON after.article = here.article"
        " AND after.revision = here.revision AND after.start > here.start AND after.retired_at IS NULL"
        " WHERE here.id = ? ORDER BY after.start LIMIT 1",
        [claim_id],
    ).fetchone()
    return row[0] if row else None


def _first_cut(db: Database, slug: str, revision: int, span: Span) -> list[Span]:
    rows = db.execute(
        'SELECT start, "end" FROM claims WHERE article = ? AND revision = ? AND start < ? AND "end" > ?'
        " AND origin = 'cut'",
        [slug, revision, span.end, span.start],
    )
    return [Span(start, end) for start, end in rows.fetchall()]


def _check_nobody_else(db: Database, person: Person, claim_id: str, undone: Recut) -> None:
    for label in current_labels_on(db, claim_id):
        if label.reviewer != person.name and not label.is_withdrawn and label.labelled_at >= undone.made_at:
            way = "split" if undone.act is Act.MERGE else "merge"
            raise InvalidRecut(f"{label.reviewer} has labelled {claim_id} since: {way} it instead, if you must")
    made = current_adjudication(db, claim_id)
    if made is not None and made.answer and made.editor != person.name and made.decided_at >= undone.made_at:
        raise InvalidRecut(f"{made.editor} has decided on {claim_id} since: ask them to take it back first")
