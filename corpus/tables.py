"""Which runs of rows are a table: pipe rows, rows with tabs, and flat tables, whose cell borders a copy has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.boilerplate import is_boilerplate_line
from corpus.lines import Line, Role

# The last cell of many a table is an amount: "Spinach 157", "Magnesium Oxide 600mg", "10 (5%)"
_AMOUNT_CELL = re.compile(r"\S\s+[~≈<>≥≤$€£]?\d[\d.,–/-]*\s?(?:\(?[%\w./µμ]{1,12}\)?){0,2}\Z")
# A capital in mid-line with no mark before it: "Fatigue Reduced energy levels"
_CELL_BREAK = re.compile(r"(?<=[a-z0-9)%] )[A-Z][a-z]+")
_WIDE_GAP = re.compile(r"\S {2,}\S")
_TERMINAL = tuple(".!?:;,…")


def has_cells(row: Line) -> bool:
    """Whether the borders of the cells are still there: pipes, tabs, or wide gaps."""
    return row.role is Role.PIPE or "\t" in row.body or bool(_WIDE_GAP.search(row.body))


def table_length(rows: Sequence[Line], start: int, stop: int) -> int:
    """How many of the rows from ``start`` on, before ``stop``, are one table with its borders; 0 when there is none."""
    first = rows[start]
    if first.role is Role.PIPE:
        return _run(rows, start, stop, lambda row: row.role is Role.PIPE)
    if first.role is not Role.TEXT:
        return 0
    for mark in ("\t", " | "):
        if mark in first.body:
            length = _run(rows, start, stop, lambda row, mark=mark: row.role is Role.TEXT and mark in row.body)
            return length if length >= 2 else 0
    if _WIDE_GAP.search(first.body):
        length = _run(rows, start, stop, lambda row: row.role is Role.TEXT and bool(_WIDE_GAP.search(row.body)))
        return length if length >= 2 and not first.body.endswith(_TERMINAL) else 0
    return 0


def is_flat_table(rows: Sequence[Line]) -> bool:
    """Whether the rows of one group, the first being the header, are a table without borders."""
    if len(rows) < 2 or any(row.role is not Role.TEXT for row in rows):
        return False
    header, body = rows[0], rows[1:]
    if not _is_header(header.body) or any(is_boilerplate_line(row.body) for row in rows):
        return False
    if len(body) == 1:
        row = body[0].body
        return bool(_CELL_BREAK.search(header.body) and _is_celled(row) and not row.endswith(_TERMINAL))
    breaks = Counter(word for row in body for word in set(_CELL_BREAK.findall(row.body)))
    common = {word for word, rows_with in breaks.items() if rows_with >= 2}
    cells = [_is_celled(row.body) or not common.isdisjoint(_CELL_BREAK.findall(row.body)) for row in body]
    celled = sum(cells)
    plausible = sum(cell or not row.body.endswith(_TERMINAL) for cell, row in zip(cells, body, strict=True))
    return celled >= 0.5 * len(body) and plausible >= 0.7 * len(body)


def _is_header(line: str) -> bool:
    words = line.split()
    return len(words) <= 20 and not line.endswith(_TERMINAL) and (line[0].isupper() or line[0].isdigit())


def _is_celled(line: str) -> bool:
    return bool(_AMOUNT_CELL.search(line) or _CELL_BREAK.search(line[:120]))


def _run(rows: Sequence[Line], start: int, stop: int, wanted: object) -> int:
    length = 0
    while start + length < stop and wanted(rows[start + length]):  # type: ignore[operator]
        length += 1
    return length
