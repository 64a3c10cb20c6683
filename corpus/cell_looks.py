"""What a line is by its look alone: cells side by side, with their borders or after a copy has lost them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.lines import PIPE, TEXT, Line
from corpus.patterns import listed

# The last cell of many a table is an amount: "Spinach 157", "Magnesium Oxide 600mg", "Adults 10 (5%)"
_AMOUNT_CELL = re.compile(
    r"\s(?:(?<=\S\s)\s*[~≈<>≥≤$€£]?\d[\d.,–/-]*\s?(?:\(?[%\w./µμ]{1,12}\)?){0,2}(?:\s?[*†‡])?"
    r"|(?<=[a-z)] )[-–—])\Z"
)
# A capital in mid-line, behind a word in lower case or the first word, is where a cell began: "Fatigue Reduced energy".
# The pattern opens with the blank, which is found fast; the word before it is looked at by itself.
_CAPITAL_INSIDE = re.compile(r" (?<=[a-z0-9)%] )([A-Z][a-z]+)")
_MAY_END_CELL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789(")
_NEVER_END_CELL = listed("of in for the with and to by from on at a an or as than that between versus vs vs.")
_MOST_PARTS_OF_AMOUNT = 3  # "1 mg *"
_LONGEST_UNIT = 34  # what stands behind the number in an amount's cell, at most
_WIDE_GAP = re.compile(r"[^\s.!?:] {2,}\S|\S {3,}\S")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\D)")  # "2.1.1 Offer": the number of a paragraph
DIGIT = re.compile(r"\d")


def has_cells(row: Line) -> bool:
    """Whether the borders of the cells are still there: pipes, tabs, or wide gaps."""
    return bool(mark_of_cells(row))


def mark_of_cells(row: Line) -> str:
    """What stands between the cells of ``row``, where the borders are still there: pipes, tabs, or wide gaps."""
    if row.role is not TEXT:
        return row.marker if row.role is PIPE else ""
    if "\t" in row.body:
        return "\t"
    if " | " in row.body:
        return " | "
    return "  " if "  " in row.body and _WIDE_GAP.search(row.body) else ""


def is_celled(line: str) -> bool:
    """Whether a line looks like cells side by side: it ends in an amount, or a cell seems to begin inside."""
    if line[0].isdigit() and (number := _DECIMAL.match(line)):
        line = line[number.end() :]
    return ends_in_amount(line) or begins_cell_inside(line[:120])


def ends_in_amount(line: str) -> bool:
    """Whether a line ends in what could be the last cell of its row: ``Spinach 157``."""
    if line[-1] not in "-–—" and not DIGIT.search(line, max(0, len(line) - _LONGEST_UNIT)):
        return False
    before = line.rsplit(None, _MOST_PARTS_OF_AMOUNT)
    start = len(before[0]) if len(before) > _MOST_PARTS_OF_AMOUNT else 0
    return _AMOUNT_CELL.search(line, start) is not None


def begins_cell_inside(line: str) -> bool:
    """Whether a cell seems to begin inside ``line``: ``Fatigue Reduced energy``."""
    return next(cells_inside(line), None) is not None


def cells_inside(line: str) -> Iterator[str]:
    """The words with which a cell seems to begin inside ``line``."""
    begin = 0
    for found in _CAPITAL_INSIDE.finditer(line):
        *others, last = line[begin : found.start()].split()
        if not (begin or others) or (last[0] in _MAY_END_CELL and last not in _NEVER_END_CELL):
            yield found[1]
        begin = found.start()
