"""Rows of a table whose cells are drawn one after the other, each over several lines: put side by side again."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.reading.hyphens import Joiner
from corpus.reading.pdf_lines import Cell, PdfLine

_MOST_LINES = 12  # of a cell; a column of the page has more


def with_rows_together(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """``lines``, with every row of such a table as one line with its cells."""
    joiner = Joiner(line.text for line in lines)
    stacks = _stacks(lines)
    found: list[PdfLine] = []
    bottom = 0.0
    i = 0
    while i < len(stacks):
        row = [stacks[i]]
        while i + len(row) < len(stacks) and _is_beside(row, stacks[i + len(row)]):
            row.append(stacks[i + len(row)])
        if len(row) > 1 and max(map(len, row)) > 1:
            found.append(_row(row, joiner))
        elif found and len(row) == 1 and _goes_on(found[-1], bottom, row[0][0]):
            found[-1] = _with_more(found[-1], row[0], joiner)
        else:
            found += [line for stack in row for line in stack]
        bottom = row[-1][-1].y
        i += len(row)
    return found


def _stacks(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """Lines right below one another that begin at one place."""
    stacks: list[list[PdfLine]] = []
    for line in lines:
        last = stacks[-1][-1] if stacks else None
        if (
            last is not None
            and len(line.cells) == len(last.cells) == 1
            and line.page == last.page
            and abs(line.x - last.x) < 0.5 * line.size
            and 0 < last.y - line.y <= 1.35 * line.size
        ):
            stacks[-1].append(line)
        else:
            stacks.append([line])
    return stacks


def _is_beside(row: Sequence[Sequence[PdfLine]], stack: Sequence[PdfLine]) -> bool:
    """Whether ``stack`` is the next cell of ``row``: right of it, and at one height by its top, middle or bottom."""
    before, size = row[-1], stack[0].size
    if before[0].page != stack[0].page or len(stack) > _MOST_LINES or len(before) > _MOST_LINES:
        return False
    if len(before[0].cells) > 1 or len(stack[0].cells) > 1 or stack[0].x < before[0].x + 2 * size:
        return False
    heights = [(part[0].y, (part[0].y + part[-1].y) / 2, part[-1].y) for part in (before, stack)]
    return any(abs(a - b) < 0.5 * size for a, b in zip(*heights, strict=True))


def _goes_on(row: PdfLine, bottom: float, line: PdfLine) -> bool:
    """Whether ``line`` goes on with a cell of ``row``, whose last line stands at ``bottom``: with any but the first."""
    if len(row.cells) < 2 or row.page != line.page or not 0 < bottom - line.y <= 1.35 * line.size:
        return False
    return all(any(abs(cell.x - above.x) < 1 for above in row.cells[1:]) for cell in line.cells)


def _with_more(row: PdfLine, stack: Sequence[PdfLine], joiner: Joiner) -> PdfLine:
    """``row`` with the words of ``stack`` in the cells that they stand under."""
    words = {cell.x: cell.text for cell in row.cells}
    for line in stack:
        for cell in line.cells:
            x = min(words, key=lambda place: abs(place - cell.x))
            words[x] = joiner.join(words[x], cell.text)
    return row._replace(cells=tuple(Cell(x, text) for x, text in words.items()))


def _row(row: Sequence[Sequence[PdfLine]], joiner: Joiner) -> PdfLine:
    cells = []
    for stack in row:
        words = stack[0].text
        for line in stack[1:]:
            words = joiner.join(words, line.text)
        cells.append(Cell(stack[0].x, words))
    everything = [line for stack in row for line in stack]
    top = max(line.y for line in everything)
    right = max(line.right for line in everything)
    return row[0][0]._replace(y=top, right=right, bold=all(line.bold for line in everything), cells=tuple(cells))
