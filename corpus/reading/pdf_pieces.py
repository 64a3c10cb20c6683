"""The pieces of text that a page of a PDF draws, and which of them are cells of a table whose cells stand close."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of text as a page draws it. ``x`` and ``y`` (upwards) are where it begins, in points, as is its
    ``width``, and that of its ``first`` word; ``ends``: the page begins a new line behind it."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    ends: bool
    width: float
    first: float


def places_of_cells(groups: Sequence[Sequence[Piece]]) -> list[list[float]]:
    """For each line, which is a group of pieces, where those begin that stand right below or above others.

    A browser prints a table with no more between its cells than between words, but each cell is drawn by itself. So
    are the words of some texts: hence every piece of a row has to stand in line with one of the next row.
    """
    parts = [_parts(group) for group in groups]
    found: list[list[float]] = [[] for _ in groups]
    begin = 0
    for end in range(1, len(groups) + 1):
        if end < len(groups) and _is_below(groups, parts, end):
            continue
        rows = list(range(begin, end))
        if parts[begin] and begin and _is_header(groups, parts, begin - 1):
            rows.insert(0, begin - 1)
        has_header = len(rows) > 1 and len(parts[begin]) >= _FEWEST_CELLS and _is_header(groups, parts, rows[0])
        if len(rows) >= _FEWEST_ROWS or has_header:
            for row in rows:
                found[row] = [part.x for part in parts[row]]
        begin = end
    return found


_FEWEST_ROWS = 3
_FEWEST_CELLS = 2  # after the first, for a header with one row


def _parts(group: Sequence[Piece]) -> list[Piece]:
    """The pieces after the first that do not go on with a word."""
    size = group[0].size
    return [b for a, b in pairwise(group) if b.x > a.x + a.width + 0.15 * size and abs(b.y - a.y) < 0.1 * size]


def _is_below(groups: Sequence[Sequence[Piece]], parts: Sequence[Sequence[Piece]], row: int) -> bool:
    above, below = parts[row - 1], parts[row]
    if not above or len(above) != len(below) or not _is_near(groups, row):
        return False
    return all(abs(a.x - b.x) < 1 or abs(a.x + a.width - b.x - b.width) < 1 for a, b in zip(above, below, strict=True))


def _is_header(groups: Sequence[Sequence[Piece]], parts: Sequence[Sequence[Piece]], row: int) -> bool:
    """Whether line ``row`` is bold, has as many cells as the one below it, and that is not bold."""
    if len(parts[row]) != len(parts[row + 1]) or not _is_near(groups, row + 1):
        return False
    return all(part.bold for part in groups[row]) and not any(part.bold for part in parts[row + 1])


def _is_near(groups: Sequence[Sequence[Piece]], row: int) -> bool:
    first = groups[row][0]
    return 0 < groups[row - 1][0].y - first.y < 4 * first.size
