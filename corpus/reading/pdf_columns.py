"""Which column of its page each line of a PDF stands in, by place and by the order in which the page draws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.reading.pdf_lines import PdfLine

_GUTTER = 8  # sizes of its letters: how much further right than the one before a column begins
_FEWEST = 6  # lines under what stands over two columns: the cells of a table stand beside one another too
_MANY = 13  # lines of columns, under which one back at the left is of another


def in_columns(lines: Iterable[PdfLine]) -> list[PdfLine]:
    """The ``lines`` of one page, in the order in which it draws them, each with the number of its column.

    A line further up begins a column, and so does one back at the left under a column at the right. What stands above
    two columns over the width of both is one of its own: a title, an abstract.
    """
    columns = _without_bands(_drawn_columns(lines))
    return [line._replace(column=number) for number, column in enumerate(columns) for line in column]


def _drawn_columns(lines: Iterable[PdfLine]) -> list[list[PdfLine]]:
    columns: list[list[PdfLine]] = []
    for line in lines:
        if not columns or _is_above(columns[-1], line) or _is_back(columns, line):
            columns.append([])
        columns[-1].append(line)
    return columns


def _is_above(column: Sequence[PdfLine], line: PdfLine) -> bool:
    return line.y > column[-1].y + 2 * line.size


def _is_back(columns: Sequence[Sequence[PdfLine]], line: PdfLine) -> bool:
    """Whether ``line`` goes on below the columns, at the left edge of an earlier one."""
    *earlier, last = columns
    if len(last) < _MANY or line.x > _left(last) - _GUTTER * line.size:
        return False
    return any(abs(_left(column) - line.x) < 2 * line.size for column in earlier if len(column) >= _MANY)


def _without_bands(columns: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The columns, with what stands over two of them apart from the left one."""
    found = []
    for number, column in enumerate(columns):
        above = _above(column, columns[number + 1]) if number + 1 < len(columns) else 0
        found += [part for part in (column[:above], column[above:]) if part]
    return found


def _above(column: Sequence[PdfLine], after: Sequence[PdfLine]) -> int:
    """How many lines ``column`` has that stand higher than the column ``after`` it, and reach over it."""
    if _left(after) < _left(column) + _GUTTER * column[-1].size:
        return 0
    top = after[0].y + 1.2 * after[0].size
    count = next((number for number, line in enumerate(column) if line.y <= top), len(column))
    if len(column) - count < _FEWEST:
        return 0
    return count if any(line.right > _left(after) + 2 * line.size for line in column[:count]) else 0


def _left(column: Sequence[PdfLine]) -> float:
    return min(line.x for line in column)
