"""What editors decide: appended, never changed. A claim's newest decision holds until another one is made.

A decision is no vote. Nothing here reads or writes a label but to ask whether a reviewer says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from annotator.errors import InvalidDecision, RetiredClaim, UnknownClaim
from annotator.model import Adjudication, Person, Ruling, disagrees
from annotator.storage.connection import writing
from annotator.storage.labels import current_labels_on
from annotator.storage.people import person_named
from annotator.storage.recut_history import retired_by
from annotator.storage.recuts import Act, carried_key
from annotator.storage.revisions import goes_on_as
from annotator.storage.times import to_moment, to_text

ADJUDICATION_COLUMNS = (
    "decision.id, decision.key, decision.claim_id, editors.name, decision.decided_at, decision.answer,"
    " decision.rationale, decision.carried_from"
)
"""What ``adjudication_from`` reads, from ``adjudications AS decision`` joined with ``people AS editors``."""

_FROM = "FROM adjudications AS decision JOIN people AS editors ON editors.id = decision.editor"
_NEWEST = "decision.id = (SELECT max(id) FROM adjudications WHERE claim_id = decision.claim_id)"
_RULINGS = {ruling.value: ruling for ruling in Ruling}


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor does to a claim on their screen. Without ``answer`` they take back what holds there.

    ``key`` is made where the decision is made. ``seen`` is the key of the decision that held on that screen, "" where
    none did: another's, made meanwhile, is never overruled unseen.
    """

    key: str
    claim_id: str
    answer: Ruling | None
    rationale: str = ""
    seen: str = ""


def decide_claim(db: Database, editor: Person, decision: Decision, now: datetime) -> Adjudication:
    """Append an editor's decision; the same key twice is one. A claim whose article was revised meanwhile is decided
    where its words stand on, and where they changed, with the words it was about.

    Raises InvalidDecision where somebody decided since, where there is nothing to take back, and for want of a reason
    against a reviewer; UnknownClaim, or RetiredClaim where it was merged or split.
    """
    with writing(db):
        if known := _known(db, editor, decision):
            return known
        decision = replace(decision, claim_id=_claim_now(db, decision.claim_id))
        _check(db, decision)
        made = Adjudication(
            decision.key, decision.claim_id, editor.name, now, decision.answer, decision.rationale.strip()
        )
        insert_adjudication(db, editor, made)
        return made


def insert_adjudication(
    db: Database,
    editor: Person,
    made: Adjudication,
    carried_from: int | None = None,
    received_at: datetime | None = None,
) -> int:
    """Append a decision as it is and give its id, for a caller that is writing already. ``received_at`` is when one
    from a file reached the desk."""
    return int(
        db.execute(
            "INSERT INTO adjudications (key, claim_id, editor, answer, rationale, carried_from, decided_at,"
            " received_at) VALUES (?, ?, ?, ?, ?, ?, ?,"
            " coalesce(?, (SELECT received_at FROM adjudications WHERE id = ?))) RETURNING id",
            [
                made.key,
                made.claim_id,
                editor.id,
                made.answer,
                made.rationale,
                carried_from,
                to_text(made.decided_at),
                to_text(received_at) if received_at else None,
                carried_from,
            ],
        ).fetchone()[0]
    )


def adjudications_on(db: Database, claim_id: str) -> list[Adjudication]:
    """Every decision ever made on a claim, and taken back, oldest first."""
    return [made for _, made in _where(db, "decision.claim_id = ? ORDER BY decision.id", [claim_id])]


def adjudication_with_key(db: Database, key: str) -> Adjudication | None:
    """The decision of that key."""
    return next((made for _, made in _where(db, "decision.key = ?", [key])), None)


def current_adjudication(db: Database, claim_id: str) -> Adjudication | None:
    """The newest row on a claim: the decision that holds, or the one that took it back (without an answer)."""
    return next((made for _, made in _where(db, f"decision.claim_id = ? AND {_NEWEST}", [claim_id])), None)


def decisions_on(db: Database, claim_ids: Iterable[str]) -> dict[str, Adjudication]:
    """The decision that holds on each of these claims; those without one are left out."""
    found = {each: current_adjudication(db, each) for each in claim_ids}
    return {claim_id: made for claim_id, made in found.items() if made is not None and made.answer is not None}


def decided_in(db: Database, slug: str, revision: int) -> dict[str, Adjudication]:
    """The decisions that hold on a revision's claims, by claim id."""
    condition = (
        "decision.claim_id IN (SELECT id FROM claims WHERE article = ? AND revision = ?)"
        f" AND decision.answer IS NOT NULL AND {_NEWEST}"
    )
    return {made.claim_id: made for _, made in _where(db, condition, [slug, revision])}


def carry_adjudications(db: Database, pairs: Iterable[tuple[str, str]]) -> None:
    """Copy the decisions that hold on the first claims to the second ones, which have the very same words. What was
    taken back stays behind, and a claim that was decided on itself keeps that. Doing it again changes nothing."""
    for old, new in pairs:
        for number, made in _where(db, f"decision.claim_id = ? AND answer IS NOT NULL AND {_NEWEST}", [old]):
            if current_adjudication(db, new) is None:
                copy = replace(made, key=carried_key(made.key, new), claim_id=new)
                insert_adjudication(db, person_named(db, made.editor), copy, carried_from=number)


def adjudication_from(row: Sequence[Any]) -> Adjudication:
    """The decision in a row of ``ADJUDICATION_COLUMNS``."""
    _, key, claim_id, editor, decided_at, answer, rationale, carried_from = row
    ruling = _RULINGS[answer] if answer else None
    return Adjudication(key, claim_id, editor, to_moment(decided_at), ruling, rationale, carried_from is not None)


def _where(db: Database, condition: str, values: Sequence[str | int]) -> list[tuple[int, Adjudication]]:
    rows = db.execute(f"SELECT {ADJUDICATION_COLUMNS} {_FROM} WHERE {condition}", values).fetchall()
    return [(row[0], adjudication_from(row)) for row in rows]


def _known(db: Database, editor: Person, decision: Decision) -> Adjudication | None:
    known = adjudication_with_key(db, decision.key)
    if known is None:
        return None
    places = (decision.claim_id, goes_on_as(db, decision.claim_id))
    if known.claim_id not in places or known.editor != editor.name or known.answer is not decision.answer:
        raise InvalidDecision(f"the key {decision.key} belongs to another decision: reload the page")
    return known


def _claim_now(db: Database, claim_id: str) -> str:
    now = goes_on_as(db, claim_id)
    row = db.execute("SELECT retired_at FROM claims WHERE id = ?", [now]).fetchone()
    if row is None:
        raise UnknownClaim(f"there is no claim {now} on this desk: reload the page")
    if row[0] is not None:
        recut = retired_by(db, now)
        if recut is None or recut.act is not Act.REVISE:
            raise RetiredClaim("this claim was cut anew since: decide what stands there now")
    return now


def _check(db: Database, decision: Decision) -> None:
    holds = current_adjudication(db, decision.claim_id)
    seen = (decision.seen, carried_key(decision.seen, decision.claim_id))  # it came along with its claim since
    if holds is not None and holds.key not in seen:
        did = "took the decision back" if holds.answer is None else "decided this"
        raise InvalidDecision(f"{holds.editor} {did} meanwhile: look at it, then decide")
    if decision.answer is None:
        if holds is None or holds.answer is None:
            raise InvalidDecision("there is no decision on this claim to take back")
        return
    if decision.rationale.strip():
        return
    if against := [
        vote.reviewer for vote in current_labels_on(db, decision.claim_id) if disagrees(vote, decision.answer)
    ]:
        raise InvalidDecision(f"{_listed(against)}: say why")


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} says otherwise"
    return f"{', '.join(names[:-1])} and {names[-1]} say otherwise"
