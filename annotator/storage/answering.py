"""What a reviewer does to a claim: each act reads their current label on it and appends the next one.

Every function is one transaction, and saving the same key twice is harmless: the label that is there is returned.
An act that comes after its article was revised is not lost: it is done to the claim that goes on with the same words,
and where they changed it is kept with the words that it was about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.errors import InvalidLabel, RetiredClaim, UnknownClaim
from annotator.model import Answer, Change, Citation, Confidence, Evidence, Label, Person, Strength, Verdict
from annotator.storage.connection import writing
from annotator.storage.label_rows import labels_where
from annotator.storage.labels import current_label, insert_label
from annotator.storage.recut_history import Recut, retired_by
from annotator.storage.recuts import Act
from annotator.storage.revisions import goes_on_as
from annotator.storage.settings import evidence_is_strict, guideline_version
from corpus.model import Kind


@dataclass(frozen=True, slots=True)
class Press:
    """One act of a reviewer on one claim: its key, made where the act was, its moment, and the seconds before it."""

    key: str
    claim_id: str
    pressed_at: datetime | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class EvidenceEdit:
    """What changes in the evidence of a label; None leaves a part as it is.

    ``weigh`` gives the citation that says the same as its first another strength, in its place in the list.
    """

    add: Citation | None = None
    remove: Citation | None = None
    weigh: tuple[Citation, Strength | None] | None = None
    rationale: str | None = None
    search_note: str | None = None
    confidence: Confidence | None = None
    clear_confidence: bool = False

    def of(self, evidence: Evidence) -> Evidence:
        """``evidence`` with the edit made. A citation that is there already is not added twice."""
        citations = tuple(citation for citation in evidence.citations if not _same(citation, self.remove))
        if self.weigh is not None:
            weighed, strength = self.weigh
            citations = tuple(replace(one, strength=strength) if _same(one, weighed) else one for one in citations)
        if self.add is not None and not any(_same(citation, self.add) for citation in citations):
            citations = (*citations, self.add)
        return Evidence(
            citations,
            evidence.rationale if self.rationale is None else self.rationale,
            evidence.search_note if self.search_note is None else self.search_note,
            None if self.clear_confidence else self.confidence or evidence.confidence,
        )


@dataclass(frozen=True, slots=True)
class Undoable:
    """An act that can be taken back: its key, and a claim that shows it.

    Of an answer, ``before`` held before it and would hold again. Of a merge or a split (``act``), ``made`` are the
    claims that would go. Acts happened in the order of ``when``: the desk's time, then the browser's.
    """

    key: str
    claim_id: str
    before: Answer
    when: tuple[str, str] = ("", "")
    act: str = "answer"
    made: tuple[str, ...] = ()


def answer_claim(db: Database, person: Person, press: Press, answer: Answer, now: datetime) -> Label:
    """Append the reviewer's answer to a claim, with the evidence they hold on it already."""
    with writing(db):
        if known := _known(db, person, press):
            return known
        press = replace(press, claim_id=goes_on_as(db, press.claim_id))
        current = current_label(db, press.claim_id, person)
        evidence = current.evidence if current else Evidence()
        return _append(db, person, _label(db, person, press, answer, evidence, Change.ANSWER, now))


def edit_evidence(db: Database, person: Person, press: Press, edit: EvidenceEdit, now: datetime) -> Label:
    """Append a label with the reviewer's answer as it is and its evidence edited."""
    with writing(db):
        if known := _known(db, person, press):
            return known
        press = replace(press, claim_id=goes_on_as(db, press.claim_id))
        current = current_label(db, press.claim_id, person)
        answer = current.answer if current else Answer()
        evidence = edit.of(current.evidence if current else Evidence())
        return _append(db, person, _label(db, person, press, answer, evidence, Change.EVIDENCE, now))


def undo_answer(db: Database, person: Person, press: Press, undoes: str, now: datetime) -> Label:
    """Append a label that takes one answer back: the answer before it holds again, the evidence stays.

    Raises InvalidLabel where there is nothing of that key to undo, a newer answer stands on the claim, or the answer
    before needs evidence that is gone, on a desk whose evidence rule is strict.
    """
    with writing(db):
        if known := _known(db, person, press):
            return known
        press = replace(press, claim_id=goes_on_as(db, press.claim_id))
        undone = db.execute(
            "SELECT id FROM labels WHERE key = ? AND claim_id = ? AND reviewer = ? AND change = 'answer'",
            [undoes, press.claim_id, person.id],
        ).fetchone()
        if undone is None:
            raise InvalidLabel("there is no such answer of yours on this claim to undo")
        _check_newest(db, person, press.claim_id, undone[0])
        current = current_label(db, press.claim_id, person)
        before = labels_where(
            db,
            "label.claim_id = ? AND label.reviewer = ? AND label.id < ? ORDER BY label.id DESC LIMIT 1",
            [press.claim_id, person.id, undone[0]],
        )
        answer = before[0].answer if before else Answer()
        evidence = current.evidence if current else Evidence()
        label = _label(db, person, press, answer, evidence, Change.UNDO, now)
        return _append(db, person, label, undoes=undone[0])


def undoable_answers(db: Database, person: Person, limit: int = 200) -> list[Undoable]:
    """The newest answers of a reviewer that were not undone, on claims that are there still, oldest first, across
    articles."""
    rows = db.execute(
        """
        SELECT label.key, label.claim_id, before.verdict, before.kind, before.skipped,
               label.labelled_at, coalesce(label.pressed_at, '')
        FROM labels AS label CROSS JOIN claims ON claims.id = label.claim_id AND retired_at IS NULL
        LEFT JOIN labels AS before ON before.id = (
            SELECT max(id) FROM labels
            WHERE claim_id = label.claim_id AND reviewer = label.reviewer AND id < label.id)
        WHERE label.reviewer = ? AND label.change = 'answer'
          AND NOT EXISTS (SELECT 1 FROM labels WHERE undoes = label.id)
        ORDER BY label.id DESC LIMIT ?
        """,
        [person.id, limit],
    ).fetchall()
    return [
        Undoable(key, claim_id, Answer(verdict and Verdict(verdict), kind and Kind(kind), bool(skipped)), tuple(when))
        for key, claim_id, verdict, kind, skipped, *when in reversed(rows)
    ]


def _label(
    db: Database, person: Person, press: Press, answer: Answer, evidence: Evidence, change: Change, now: datetime
) -> Label:
    return Label(
        key=press.key,
        claim_id=press.claim_id,
        reviewer=person.name,
        labelled_at=now,
        answer=answer,
        evidence=evidence,
        guideline_version=guideline_version(db),
        seconds_spent=press.seconds,
        pressed_at=press.pressed_at,
        change=change,
    )


def _known(db: Database, person: Person, press: Press) -> Label | None:
    found = labels_where(db, "label.key = ?", [press.key])
    if not found:
        return None
    places = (press.claim_id, goes_on_as(db, press.claim_id))
    if found[0].claim_id not in places or found[0].reviewer != person.name:
        raise InvalidLabel(f"the key {press.key} belongs to another label: make a new one")
    return found[0]


def _check_newest(db: Database, person: Person, claim_id: str, undone: int) -> None:
    newer = db.execute(
        "SELECT 1 FROM labels AS label WHERE claim_id = ? AND reviewer = ? AND id > ?"
        " AND change IN ('answer', 'loaded') AND NOT EXISTS (SELECT 1 FROM labels WHERE undoes = label.id) LIMIT 1",
        [claim_id, person.id, undone],
    ).fetchone()
    if newer is not None:
        raise InvalidLabel("you answered this claim again since, perhaps in another tab: undo that answer first")
    if db.execute("SELECT 1 FROM labels WHERE undoes = ?", [undone]).fetchone() is not None:
        raise InvalidLabel("this answer was undone already")


def _append(db: Database, person: Person, label: Label, undoes: int | None = None) -> Label:
    row = db.execute("SELECT retired_at FROM claims WHERE id = ?", [label.claim_id]).fetchone()
    if row is None:
        raise UnknownClaim(f"there is no claim {label.claim_id} on this desk: reload the page")
    if row[0] is not None:
        recut = retired_by(db, label.claim_id)
        if recut is None or recut.act is not Act.REVISE:  # of an older revision it is kept, with the words it is about
            raise RetiredClaim(_what_became(recut))
    if evidence_is_strict(db):
        label.check_evidence()
    insert_label(db, person, label, undoes)
    return label


def _what_became(recut: Recut | None) -> str:
    who = f" by {recut.person}" if recut and recut.person else ""
    became = {
        Act.MERGE: f"was merged with another{who}",
        Act.SPLIT: f"was split{who}",
        Act.UNDO: f"is gone: what made it was undone{who}",
    }
    words = became.get(recut.act) if recut else None
    return f"this claim {words or 'was replaced by another'}. Answer what stands there now"


def _same(one: Citation, other: Citation | None) -> bool:
    """Whether two citations say the same: the source counts by its key, not by how it was typed."""
    return (
        other is not None
        and replace(one, source=other.source) == other
        and ((one.source.type, one.source.identifier) == (other.source.type, other.source.identifier))
    )
