"""What the Decision part of a claim's page is given, and what it sends, applied: plain functions on plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from annotator.errors import InvalidDecision
from annotator.model import Person, Ruling, disagrees
from annotator.storage.adjudications import Decision, decide_claim
from annotator.storage.records import Record
from annotator.storage.settings import desk_id
from corpus.errors import ClaimdeskError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision: the key it was sent with, and why it was not kept ("" where it was)."""

    key: str
    trouble: str = ""


def apply_decision(db: Database, person: Person, given: Mapping[str, Any], now: datetime) -> Outcome:
    """Keep what was pressed, on the claim that was on the screen then. The same key again changes nothing."""
    key = str(given.get("key", ""))
    try:
        decide_claim(db, person, _decision(db, person, given), now)
    except ClaimdeskError as error:
        return Outcome(key, f"Not kept. {str(error)[:1].upper()}{str(error)[1:]}.")
    except (KeyError, TypeError, ValueError):
        return Outcome(key, "Not kept: the page sent something unreadable. Reload it.")
    return Outcome(key)


def decision_data(db: Database, person: Person, record: Record, done: Outcome | None) -> dict[str, Any]:
    """What the Decision part shows of a claim: what holds, and who says otherwise than each ruling would."""
    claim, newest = record.labelled, record.decisions[-1] if record.decisions else None
    return {
        "desk": desk_id(db),
        "person": person.id,
        "claim_id": claim.claim_id,
        "seen": newest.key if newest else "",
        "answer": claim.adjudication.answer if claim.adjudication else None,
        "against": {
            ruling.value: [vote.reviewer for vote in claim.votes if disagrees(vote, ruling)] for ruling in Ruling
        },
        "done": {"key": done.key, "trouble": done.trouble} if done else None,
    }


def _decision(db: Database, person: Person, given: Mapping[str, Any]) -> Decision:
    if given["desk"] != desk_id(db):
        raise InvalidDecision("this was decided on another desk's page: reload the page")
    if given["person"] != person.id:
        raise InvalidDecision("this was decided under another name: pick that name to decide")
    answer = None if given["answer"] is None else Ruling(given["answer"])
    texts = [given[name] for name in ("key", "claim_id", "rationale", "seen")]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not a text")
    key, claim_id, rationale, seen = texts
    return Decision(key, claim_id, answer, rationale, seen)
