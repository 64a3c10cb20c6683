"""What the review pane asks as a person works: what an identifier names, how a quote stands, what may settle a claim.

Questions are read-only and travel with the answers and verdicts. One that breaks keeps nothing from being saved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from annotator.citations.finding import Found, find_identifiers
from annotator.citations.identifiers import parse_identifier
from annotator.errors import AmbiguousIdentifier
from annotator.model import SourceType
from annotator.storage.articles import text_around
from annotator.storage.works import works_of
from annotator.ui.offering import offers_for_claim, offers_for_words, searches_for
from annotator.ui.told_source import told_finding, told_late, told_quote, told_source
from annotator.ui.unforeseen import unforeseen_words
from corpus.errors import ClaimdeskError

LONGEST_TYPED = 5_000
"""Characters of a text that identifiers are sought in: several of them, or a passage that was pasted."""
MOST_CITED = 40
MOST_REFUSED = 3
"""Reasons that are told of one text; how many more there are is counted."""
LONGEST_NAMED = 40


@dataclass(frozen=True, slots=True)
class _Question:
    """A question as it came, and the desk it is asked of: its database, the file that is in, the time."""

    fields: Mapping[str, Any]
    db: Database
    path: Path
    now: datetime

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def each(self, name: str) -> list[Any]:
        value = self.fields.get(name)
        return value if isinstance(value, list) else []


def answer_asks(db: Database, path: Path, asks: Sequence[object], now: datetime) -> list[dict[str, Any]]:
    """An answer to each question, with its number ``n``; ``failed`` where there is none. ``path`` is the database's."""
    return [_answer(_Question(ask, db, path, now)) for ask in asks if isinstance(ask, Mapping)]


def _answer(question: _Question) -> dict[str, Any]:
    answer = {"cited": _cited, "claim": _for_claim, "late": _late}.get(question.text("topic"), _named)
    number = {"n": question.fields.get("n")}
    try:
        return number | answer(question)
    except ClaimdeskError:
        return number | {"failed": True}
    except Exception as error:
        unforeseen_words(error, question.now)
        return number | {"failed": True}


def _named(question: _Question) -> dict[str, Any]:
    """What a typed identifier names and what is known of that, or why it names nothing and what it could mean."""
    typed = question.text("text")[:LONGEST_TYPED]
    quote, claim, pasted = question.text("quote"), question.text("claim"), question.text("pasted")
    try:
        source = parse_identifier(typed)
    except AmbiguousIdentifier as error:
        told = {"ok": False, "reason": str(error), "choices": list(error.choices)}
    except ClaimdeskError as error:
        told = _told_several(typed) or {"ok": False, "reason": str(error), "choices": []}
    else:
        known = works_of(question.db, [source]).get(source)
        is_half = question.fields.get("typing") is True
        return {
            "ok": True,
            "source": told_source(source),
            "about": told_finding(question.db, question.path, source, question.now, is_half_typed=is_half),
            "offers": offers_for_words(question.db, typed, source),
            "quote": told_quote(claim, quote, known.work if known else None, pasted),
        }
    return told | {"offers": offers_for_words(question.db, typed), "quote": told_quote(claim, quote, None, pasted)}


def _told_several(typed: str) -> dict[str, Any] | None:
    """The sources that stand in a text of more than one, or among other words, and why what stands beside them cannot
    be read; None where there is no source."""
    found = find_identifiers(typed)
    sources = [each.source for each in found if each.source][:MOST_CITED]
    if not sources:
        return None
    refused = [_refusal(each) for each in found if not each.source]
    told = [told_source(source) for source in sources]
    return {
        "ok": False,
        "reason": _how_many(len(sources), len(refused)),
        "choices": [_worded(each) for each in told],
        "several": told,
        "refused": _first_of(refused),
    }


def _how_many(sources: int, refused: int) -> str:
    which = "choose one" if sources > 1 else "is it this one?"
    if refused:
        return f"{sources} of {sources + refused} can be read: {which}"
    return f"{sources} sources are in it: {which}" if sources > 1 else which.capitalize()


def _refusal(found: Found) -> str:
    """Why it cannot be read, in words that say what."""
    given = found.given if len(found.given) <= LONGEST_NAMED else f"{found.given[:LONGEST_NAMED]}…"
    return found.reason if found.given in found.reason else f"{given}: {found.reason}"


def _first_of(refused: Sequence[str]) -> list[str]:
    more = len(refused) - MOST_REFUSED
    return [*refused[:MOST_REFUSED], *([f"and {more} more that cannot be read"] if more > 0 else [])]


def _worded(told: Mapping[str, str]) -> str:
    """A source in words that name it alone, as the page writes it."""
    return f"DOI {told['shown']}" if told["type"] == SourceType.DOI else told["shown"]


def _cited(question: _Question) -> dict[str, Any]:
    """What is known of the sources that a claim's citations name, and how each quote stands in its source."""
    given = [cited for cited in question.each("cited") if isinstance(cited, Mapping)][:MOST_CITED]
    return {"cited": [_told_cited(question, cited) for cited in given]}


def _late(question: _Question) -> dict[str, Any]:
    """What is known against sources that were cited, in their order, and whether more may come."""
    given = [cited for cited in question.each("cited") if isinstance(cited, Mapping)][:MOST_CITED]
    return {"late": [_told_late(replace(question, fields=fields)) for fields in given]}


def _told_late(cited: _Question) -> dict[str, Any] | None:
    try:
        source = parse_identifier(cited.text("text"))
    except ClaimdeskError:
        return None
    return told_late(cited.db, source, cited.now)


def _told_cited(question: _Question, fields: Mapping[str, Any]) -> dict[str, Any] | None:
    cited = replace(question, fields=fields)
    try:
        source = parse_identifier(cited.text("text"))
    except ClaimdeskError:  # a source from a file of another desk: shown as it is
        return None
    known = works_of(cited.db, [source]).get(source)
    check = told_quote(question.text("claim"), cited.text("quote"), known.work if known else None)
    return {"about": told_finding(cited.db, cited.path, source, cited.now), "check": check}


def _for_claim(question: _Question) -> dict[str, Any]:
    """What may settle a claim: sources to offer for it before anything is typed, and searches to make."""
    claim = question.text("claim")
    around = " ".join(each for each in question.each("around") if isinstance(each, str))
    claim_id = question.text("claim_id")
    article = text_around(question.db, claim_id)
    return {
        "claim_id": claim_id,
        "offers": offers_for_claim(question.db, claim_id, claim, around, article),
        "searches": searches_for(claim, around, question.now.date(), article),
    }
