"""One label as a file holds it, checked field by field: the same checks whatever the file's format."""

from __future__ import annotations

import reprlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from annotator.citations.identifiers import parse_identifier
from annotator.errors import InvalidIdentifier, InvalidLabel
from annotator.model import (
    Adjudication,
    Answer,
    Change,
    Citation,
    Confidence,
    Evidence,
    Label,
    Ruling,
    Source,
    SourceType,
    Stance,
    Strength,
    Verdict,
)
from corpus.model import Kind

Fields = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


class BadRow(InvalidLabel):
    """A row that holds no label; the message is the reason, for the list of refused rows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row's claim stands: in the text with that ``sha256``, with these words.

    ``claim_id`` is the file's, and may differ from this desk's; ``line`` is the file's line, from 1.
    """

    line: int
    sha256: str
    start: int
    end: int
    text: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label from a file, and where its claim stands."""

    place: Place
    label: Label


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """An editor's decision from a file, and where its claim stands."""

    place: Place
    decision: Adjudication


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be loaded: its line, from 1, and the reason."""

    line: int
    reason: str


def label_row(line: int, sha256: str, claim: Fields, vote: Fields) -> LabelRow:
    """The label in ``vote`` on ``claim`` (``id start end text``). Raises BadRow with the reason."""
    with _as_bad_rows():
        return LabelRow(_place(line, sha256, claim), _label(claim, vote))


def decision_row(line: int, sha256: str, claim: Fields, decision: Fields) -> DecisionRow:
    """The editor's decision on ``claim``, as ``label_row`` gives a label."""
    with _as_bad_rows():
        return DecisionRow(_place(line, sha256, claim), _decision(claim, decision))


@contextmanager
def _as_bad_rows() -> Iterator[None]:
    try:
        yield
    except BadRow:
        raise
    except InvalidLabel as error:
        raise BadRow(str(error)) from error


def _place(line: int, sha256: str, claim: Fields) -> Place:
    return Place(line, sha256, whole(claim, "start"), whole(claim, "end"), text(claim, "text"), text(claim, "id"))


def text(fields: Fields, name: str) -> str:
    """The text in a field. Raises BadRow when it is missing or is something else."""
    value = fields.get(name)
    if not isinstance(value, str):
        raise BadRow(f"{name} is missing, or is not text")
    if not value.isascii():  # as nearly every field is
        try:
            value.encode()
        except UnicodeEncodeError:
            raise BadRow(f"{name} holds half a character (a lone surrogate)") from None
    return value


def whole(fields: Fields, name: str) -> int:
    """The whole number, 0 or more, in a field. Raises BadRow when it is missing or is something else."""
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadRow(f"{name} is missing, or is not a whole number")
    return value


def _label(claim: Fields, vote: Fields) -> Label:
    if not text(vote, "reviewer").strip():
        raise BadRow("the reviewer is missing: a label needs the name of who made it")
    labelled_at = _moment(vote, "labelled_at")
    if labelled_at is None:
        raise BadRow("labelled_at is missing: a label needs its time")
    return Label(
        key=text(vote, "key"),
        claim_id=text(claim, "id"),
        reviewer=text(vote, "reviewer"),
        labelled_at=labelled_at,
        answer=_answer(vote),
        evidence=_evidence(vote),
        guideline_version=whole(vote, "guideline_version"),
        seconds_spent=_seconds(vote),
        pressed_at=_moment(vote, "pressed_at"),
        change=Change.LOADED,
    )


def _decision(claim: Fields, decision: Fields) -> Adjudication:
    if not text(decision, "editor").strip():
        raise BadRow("the editor is missing: a decision needs the name of who made it")
    answer, decided_at = _choice(decision, "answer", Ruling), _moment(decision, "decided_at")
    if answer is None or decided_at is None:
        raise BadRow("a decision needs its answer and its time")
    return Adjudication(
        text(decision, "key"),
        text(claim, "id"),
        text(decision, "editor"),
        decided_at,
        answer,
        text(decision, "rationale"),
    )


def _answer(vote: Fields) -> Answer:
    skipped = vote.get("skipped")
    if not isinstance(skipped, bool):
        raise BadRow("skipped is missing, or is neither true nor false")
    return Answer(_choice(vote, "verdict", Verdict), _choice(vote, "kind", Kind), skipped)


def _evidence(vote: Fields) -> Evidence:
    cited = vote.get("citations")
    if not isinstance(cited, list):
        raise BadRow("citations are missing, or are no list")
    citations = tuple(_citation(fields) for fields in cited)
    confidence = _choice(vote, "confidence", Confidence)
    return Evidence(citations, text(vote, "rationale"), text(vote, "search_note"), confidence)


def _citation(fields: object) -> Citation:
    if not isinstance(fields, dict) or not isinstance(fields.get("source"), dict):
        raise BadRow("a citation is not an object with a source")
    stance = _choice(fields, "stance", Stance)
    if stance is None:
        raise BadRow("a citation has no stance")
    strength = _choice(fields, "strength", Strength) if "strength" in fields else None  # files of before have none
    return Citation(_source(fields["source"]), stance, text(fields, "quote"), text(fields, "place"), strength)


def _source(fields: Fields) -> Source:
    shown = text(fields, "shown")
    try:
        source = _parsed(shown)
    except InvalidIdentifier as error:
        raise BadRow(f"the source {shown[:60]!r} cannot be read: {error}") from error
    if (source.type, source.identifier) != (_choice(fields, "type", SourceType), text(fields, "identifier")):
        raise BadRow(f"the source {shown[:60]!r} is {source.type} {source.identifier}: its type or identifier differs")
    return source


@lru_cache(maxsize=4096)  # a source is cited on many claims; reading it costs more than the rest of its row
def _parsed(shown: str) -> Source:
    return parse_identifier(shown)


def _choice(fields: Fields, name: str, choices: type[Choice]) -> Choice | None:
    value: Any = fields.get(name)
    if value is None and name in fields:
        return None
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(choices)
        raise BadRow(f"{name} is {reprlib.repr(value)}: it must be one of {known}") from None


def _moment(fields: Fields, name: str) -> datetime | None:
    if fields.get(name) is None and name in fields:
        return None
    try:
        moment = datetime.fromisoformat(text(fields, name))
        if moment.utcoffset() is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise BadRow(f"{name} is {fields[name]!r:.60}: it must be a time like 2026-11-23T18:21:33.000000Z")


def _seconds(fields: Fields) -> float | None:
    seconds = fields.get("seconds_spent")
    if seconds is None and "seconds_spent" in fields:
        return None
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 <= seconds <= sys.float_info.max:
        raise BadRow("seconds_spent is missing, or is not a number of 0 or more")
    return float(seconds)
