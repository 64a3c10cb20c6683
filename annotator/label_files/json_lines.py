"""Labels from our JSONL, ``claims/1``: one claim a line, with every vote on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from annotator.errors import UnreadableLabels
from annotator.label_files.rows import BadRow, DecisionRow, LabelRow, Refusal, decision_row, label_row, text

SCHEMA = "claims/1"
"""The name that each line carries."""
_OF_VOTES = ("unanimous", "majority", "estimate", "disputed")
"""What a claim's one verdict, or that it has none, can rest on only where there are votes."""


def read_json_lines(lines: IO[str]) -> Iterator[LabelRow | DecisionRow | Refusal]:
    """Every label and every decision in the file, and every row that holds none, with the reason.

    Raises UnreadableLabels when the first line shows that the file is not ours, or is of a newer version, and at its
    end when the votes are known to be left out of it.
    """
    without_votes = _WithoutVotes()
    written = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for place, (number, line) in enumerate(written):
        if place == 0:
            _check_ours(line)
        yield from _labels(number, line, without_votes)
    without_votes.check()


class _WithoutVotes:
    """Whether a file leaves out the votes: none is in it, and some claim has a verdict that only votes give."""

    def __init__(self) -> None:
        self._has_votes, self._are_missed = False, False

    def see(self, record: dict[str, Any], votes: list[Any]) -> None:
        """Take note of a line."""
        final = record.get("final")
        self._has_votes |= bool(votes)
        self._are_missed |= isinstance(final, dict) and final.get("basis") in _OF_VOTES

    def check(self) -> None:
        """Raise UnreadableLabels if so."""
        if self._are_missed and not self._has_votes:
            raise UnreadableLabels(
                "this JSONL has one verdict a claim, without the votes: export it again with --votes all"
            )


def _labels(number: int, line: str, without_votes: _WithoutVotes) -> Iterator[LabelRow | DecisionRow | Refusal]:
    try:
        record = _record(line)
        claim, votes = _part(record, "claim", dict), _part(record, "votes", list)
        sha256 = text(_part(record, "article", dict), "sha256")
    except BadRow as error:
        yield Refusal(number, str(error))
        return
    without_votes.see(record, votes)
    for vote in votes:
        try:
            if not isinstance(vote, dict):
                raise BadRow("a vote is no object")
            yield label_row(number, sha256, claim, vote)
        except BadRow as error:
            yield Refusal(number, str(error))
    if (decision := record.get("adjudication")) is not None:  # files of before have none
        try:
            if not isinstance(decision, dict):
                raise BadRow("an adjudication is no object")
            yield decision_row(number, sha256, claim, decision)
        except BadRow as error:
            yield Refusal(number, str(error))


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRow("this line is no JSON, or was cut short") from None
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise BadRow(f"this line is no {SCHEMA} record")
    return record


def _part(record: dict[str, Any], name: str, kind: type) -> Any:
    if not isinstance(record.get(name), kind):
        raise BadRow(f"this line has no {name}")
    return record[name]


def _check_ours(line: str) -> None:
    try:
        schema = json.loads(line)["schema"]
    except (ValueError, RecursionError, TypeError, KeyError, IndexError):
        raise UnreadableLabels(f"this is no file of labels: each line of our JSONL is a {SCHEMA} record") from None
    if schema != SCHEMA:
        raise UnreadableLabels(f"its lines are {schema!r:.40}, this program reads {SCHEMA}: update it, or export again")
