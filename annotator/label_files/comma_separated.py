"""Labels from our CSV or TSV: one vote a row. A file with one row a claim has no votes, and is refused as a whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import IO, Any

from annotator.errors import UnreadableLabels
from annotator.label_files.cells import restored
from annotator.label_files.rows import BadRow, DecisionRow, LabelRow, Refusal, decision_row, label_row

NEEDED = (
    *("claim_id", "article_sha256", "start", "end", "text"),
    *("key", "reviewer", "verdict", "vote_kind", "skipped", "citations", "rationale", "search_note", "confidence"),
    *("guideline_version", "seconds_spent", "pressed_at", "labelled_at"),
)
"""The columns that a label is read from; others are derived, and are not looked at."""
DECISION = {
    "adjudication": "answer",
    "adjudication_editor": "editor",
    "adjudication_rationale": "rationale",
    "adjudication_at": "decided_at",
    "adjudication_key": "key",
}
"""The columns that an editor's decision is read from, and what a decision calls them. Files of before have none."""

_LONGEST_CELL = 10_000_000
_EMPTY_IS_NONE = ("verdict", "confidence", "pressed_at")
_TRUTHS = {"true": True, "false": False}


def read_comma_separated(lines: IO[str]) -> Iterator[LabelRow | DecisionRow | Refusal]:
    """Every label in the file, and every row that holds none, with the reason and the line on which it ends; and the
    decision on each claim, which stands in all of its rows, once.

    ``lines`` must keep its line ends (``newline=""``): a note may hold any of them. Raises UnreadableLabels when the
    header shows that the file is not ours.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = _rows(lines)
    try:
        header: list[str] = next(filter(None, rows), [])
    except csv.Error as error:
        raise UnreadableLabels(f"this is no CSV file: {error}") from error
    _check_ours(header)
    has_decisions, told = all(name in header for name in DECISION), ""
    while (row := _next(rows)) is not None:
        if isinstance(row, Refusal):
            yield row
        elif row:
            yield _label(rows.line_num, header, row)
            if has_decisions and len(row) == len(header) and (key := row[header.index("adjudication_key")]) != told:
                told = key
                yield from _decision(rows.line_num, header, row)


def _rows(lines: IO[str]) -> Any:
    """A reader of the rows, parted by tabs where the header is."""
    start = [first := lines.readline()]
    while first and not first.strip():
        start.append(first := lines.readline())
    separator = "\t" if first.count("\t") > first.count(",") else ","
    return csv.reader(chain(start, lines), strict=True, delimiter=separator)


def _next(rows: Any) -> list[str] | Refusal | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        return Refusal(rows.line_num, f"this row is no CSV, or was cut short: {error}")


def _label(line: int, header: list[str], row: list[str]) -> LabelRow | Refusal:
    if len(row) != len(header):
        return Refusal(line, f"this row has {len(row)} cells, the header {len(header)}")
    cells = {name: restored(cell) for name, cell in zip(header, row, strict=True)}
    try:
        return label_row(line, cells["article_sha256"], _claim(cells), _vote(cells))
    except BadRow as error:
        return Refusal(line, str(error))


def _decision(line: int, header: list[str], row: list[str]) -> Iterator[DecisionRow | Refusal]:
    """The decision in a row, if it holds one."""
    cells = {name: restored(cell) for name, cell in zip(header, row, strict=True)}
    decision = {field: cells[column] for column, field in DECISION.items()}
    if not any(decision.values()):
        return
    try:
        yield decision_row(line, cells["article_sha256"], _claim(cells), decision)
    except BadRow as error:
        yield Refusal(line, str(error))


def _claim(cells: Mapping[str, str]) -> dict[str, Any]:
    return {"id": cells["claim_id"], "text": cells["text"]} | {n: _whole(cells, n) for n in ("start", "end")}


def _vote(cells: Mapping[str, str]) -> dict[str, Any]:
    vote: dict[str, Any] = dict(cells)
    vote |= {name: cells[name] or None for name in _EMPTY_IS_NONE}
    vote["kind"] = cells["vote_kind"] or None
    vote["skipped"] = _TRUTHS.get(cells["skipped"].lower())  # a spreadsheet writes TRUE
    vote["guideline_version"] = _whole(cells, "guideline_version")
    try:
        vote["citations"] = json.loads(cells["citations"] or "[]")
        vote["seconds_spent"] = float(cells["seconds_spent"]) if cells["seconds_spent"] else None
    except (ValueError, RecursionError):
        raise BadRow("citations are no JSON list, or seconds_spent is no number") from None
    return vote


def _whole(cells: Mapping[str, str], name: str) -> int:
    cell = cells[name]
    if not (cell.isascii() and cell.isdigit() and len(cell) < 16):
        raise BadRow(f"{name} is {cell!r:.60}: it must be a whole number")
    return int(cell)


def _check_ours(header: list[str]) -> None:
    missing = [name for name in NEEDED if name not in header]
    if len(missing) == len(NEEDED) or len(set(header)) != len(header):
        raise UnreadableLabels("this is no file of labels: give an export in JSONL, or in CSV with every vote")
    if "key" in missing and "final_verdict" in header:
        raise UnreadableLabels("this CSV has one row a claim, without the votes: export it again with --votes all")
    if missing:
        raise UnreadableLabels(f"this CSV lacks the columns {', '.join(missing)}: export it again with --votes all")
