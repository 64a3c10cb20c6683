"""What the review pane sends, applied to the database: a plain function on plain values, no Streamlit.

The browser keeps every act of the reviewer in an outbox until this side has committed it. A message holds all that
is not acknowledged yet, in order; each item carries a random key, the desk, the person and the claim as they were on
the screen when the key was pressed. So an item that comes late, twice, or after a restart lands where it was meant,
once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.errors import DatabaseTrouble, InvalidLabel, RetiredClaim
from annotator.model import Answer, Citation, Confidence, Label, Person, Source, SourceType, Stance, Strength, Verdict
from annotator.storage.adjudications import current_adjudication
from annotator.storage.answering import EvidenceEdit, Press, answer_claim, edit_evidence, undo_answer
from annotator.storage.connection import writing
from annotator.storage.labels import current_label
from annotator.storage.recut_history import Recut
from annotator.storage.recutting import merge_claims, split_claim, undo_recut
from annotator.storage.settings import desk_id
from annotator.storage.suggestions import decide_match
from annotator.storage.times import to_moment
from annotator.ui.browser import decision_for_browser, is_answered, label_for_browser, recut_for_browser
from corpus.errors import ClaimdeskError
from corpus.matching.model import MatchKind
from corpus.model import Kind

Item = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)
UNREADABLE = (KeyError, TypeError, ValueError, OverflowError, RecursionError)
"""What reading a value raises that is not what the page sends: a time before the year 1, lists in lists without end."""
LONGEST_STAY = 86_400.0
"""Seconds on one claim beyond which the clock says nothing: the reviewer went home."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message: an acknowledgement for each item that is settled, or why nothing can be saved now."""

    acks: tuple[dict[str, Any], ...] = ()
    trouble: str = ""


def apply_outbox(db: Database, person: Person, items: Sequence[object], now: datetime) -> Receipt:
    """Commit ``items`` in order, as one transaction, and say what became of each.

    An item that breaks a rule, or is no item at all, is refused with its reason, and the others stand. When the
    database itself fails, nothing of the message is kept, and the browser sends it again.
    """
    try:
        with writing(db):
            desk = desk_id(db)
            return Receipt(tuple(_settle(db, desk, person, item, now) for item in items))
    except DatabaseTrouble as error:
        return Receipt(trouble=str(error))


def _settle(db: Database, desk: str, person: Person, item: object, now: datetime) -> dict[str, Any]:
    given: Item = item if isinstance(item, Mapping) else {}
    named = {"key": _printable(given.get("key")), "claim_id": _printable(given.get("claim_id"))}
    try:
        with writing(db):
            done = _apply(db, desk, person, given, now)
        return {**named, "ok": True, **_told(done), **_decided(db, done)}
    except DatabaseTrouble:
        raise
    except (ClaimdeskError, *UNREADABLE) as error:
        ours = isinstance(error, ClaimdeskError)
        reason = str(error) if ours else f"the page sent something unreadable ({type(error).__name__}): reload the page"
        label_now = current_label(db, named["claim_id"], person)
        kept = label_for_browser(label_now) if label_now else None
        gone = isinstance(error, RetiredClaim)
        return {**named, "ok": False, "reason": reason, "label": kept, "gone": gone}


def _told(done: Label | Recut | None) -> dict[str, Any]:
    if done is None:
        return {}
    return {"label": label_for_browser(done)} if isinstance(done, Label) else {"recut": recut_for_browser(done)}


def _decided(db: Database, done: Label | Recut | None) -> dict[str, Any]:
    """What an editor decided of a claim that was answered just now."""
    if not isinstance(done, Label) or not is_answered(done):
        return {}
    made = current_adjudication(db, done.claim_id)
    return {"decision": decision_for_browser(made)} if made is not None and made.answer else {}


def _apply(db: Database, desk: str, person: Person, item: Item, now: datetime) -> Label | Recut | None:
    if item["desk"] != desk:
        raise InvalidLabel("this was answered on another desk's page: reload the page")
    if item["person"] != person.id:
        raise InvalidLabel("this was answered under another name: pick that name to save it")
    press = Press(_text(item["key"]), _text(item["claim_id"]), to_moment(item["at"]), _seconds(item.get("seconds")))
    match item["do"]:
        case "answer":
            return answer_claim(db, person, press, _answer(item["answer"]), now)
        case "undo":
            return undo_answer(db, person, press, _text(item["undoes"]), now)
        case "cite" | "uncite" | "weigh" | "note":
            return edit_evidence(db, person, press, _edit(item), now)
        case "merge":
            return merge_claims(db, person, press, _text(item["next"]), now)
        case "split":
            return split_claim(db, person, press, _offset(item["point"]), now)
        case "unrecut":
            return undo_recut(db, person, press, _text(item["undoes"]), now)
        case "match":
            holds = None if item["holds"] is None else item["holds"] is True
            decide_match(db, person, press, _text(item["other"]), MatchKind(_text(item["kind"])), holds, now)
            return None
        case other:
            raise InvalidLabel(f"the page asked for something unknown ({other!r}): reload the page")


def _answer(given: Item) -> Answer:
    return Answer(_choice(Verdict, given["verdict"]), _choice(Kind, given["kind"]), bool(given["skipped"]))


def _edit(item: Item) -> EvidenceEdit:
    match item["do"]:
        case "cite":
            source = parse_identifier(_text(item["identifier"]))
            return EvidenceEdit(add=_citation(source, item))
        case "uncite":
            return EvidenceEdit(remove=_kept(item["citation"]))
        case "weigh":
            return EvidenceEdit(weigh=(_kept(item["citation"]), _choice(Strength, item["strength"])))
        case _:
            return EvidenceEdit(
                rationale=_edited(item.get("rationale")),
                search_note=_edited(item.get("search_note")),
                confidence=_choice(Confidence, item.get("confidence")),
                clear_confidence="confidence" in item and not item["confidence"],
            )


def _kept(given: Item) -> Citation:
    """A citation by its key as the desk gave it out: what it shows and where it opens do not matter here."""
    return _citation(Source(SourceType(given["type"]), _text(given["identifier"]), "", ""), given)


def _citation(source: Source, given: Item) -> Citation:
    quote, place = _text(given.get("quote") or ""), _text(given.get("place") or "")
    return Citation(source, Stance(given["stance"]), quote, place, _choice(Strength, given.get("strength")))


def _choice(choices: type[Choice], given: object) -> Choice | None:
    return choices(str(given)) if given else None


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError("not a text")
    return given


def _offset(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError("not an offset")
    return given


def _edited(given: object) -> str | None:
    return None if given is None else _text(given)


def _printable(given: object) -> str:
    """What an acknowledgement names, as it can be sent and looked up: half a character cannot."""
    return given.encode("utf-8", "replace").decode() if isinstance(given, str) else ""


def _seconds(given: object) -> float | None:
    if not isinstance(given, (int, float)) or not 0 <= given <= LONGEST_STAY:  # also what is no number, or endless
        return None
    return round(float(given), 3)
