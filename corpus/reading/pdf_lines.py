"""The pieces of text on the pages of a PDF -> its lines, each with its place, size and weight; running lines apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import hypot
from typing import Any, NamedTuple

from corpus.reading.pdf_pieces import Piece, places_of_cells
from corpus.reading.pdf_widths import Widths, width_of
from corpus.reading.writing import one_line


class Cell(NamedTuple):
    """A part of a line, with white space before the next one."""

    x: float
    text: str


class PdfLine(NamedTuple):
    """A line of a page. ``column`` counts the columns of the page in the order in which they are drawn; ``first`` is
    the width of its first word; ``has_bullet``: one is drawn before it, as a picture."""

    page: int
    column: int
    x: float
    y: float
    right: float
    size: float
    bold: bool
    cells: tuple[Cell, ...]
    first: float = 0.0
    has_bullet: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(cell.text for cell in self.cells)


Matrix = Sequence[float]
_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), 0xFB00))
_ODD = {**_LIGATURES, 0x7F: "•", 0x00A0: " ", 0x0000: ""}  # 0x7F: what is undefined in WinAnsiEncoding is a bullet
_BULLET = re.compile(r"[•‣◦▪●○■□–—*·\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-zA-Z])[.)]")
_FOOTNOTE = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
_MARGIN = 0.12  # of the page's height: where running lines stand
_OFTEN = 0.3  # of the pages: left and right pages can have their own
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*#\s*(?:(?:of|/|\|)\s*#)?|[-–—|]\s*#\s*[-–—|]|(?-i:[ivxl]{1,6})", re.IGNORECASE
)


def piece(text: str, cm: Matrix, tm: Matrix, font: Any, size: float, widths: Widths) -> Piece:
    """A piece as pypdf tells it: its text, the two matrices, the dictionary of its font, its size before scaling."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    size = size * hypot(tm[2], tm[3]) * hypot(cm[2], cm[3]) or 1.0
    name = str((font or {}).get("/BaseFont", "")).lower()
    bold = any(weight in name for weight in ("bold", "black", "heavy", "semib"))
    words = text.strip()  # pypdf puts a blank before a piece that stands apart
    width = widths.width(words, font, size)
    first = widths.width(words.split(" ", 1)[0], font, size)
    return Piece(text.translate(_ODD), x, y, size, bold, text.endswith("\n"), width, first)


def lines_of(page: int, pieces: Iterable[Piece]) -> list[PdfLine]:
    """The lines of a page in the order in which it draws them, which is that of its columns; all in column 0."""
    groups: list[list[Piece]] = []
    for part in pieces:
        if not part.text.strip():
            if groups and part.ends:
                groups[-1][-1] = groups[-1][-1]._replace(ends=True)
            continue
        for one in _rows(part):
            if groups and _is_same_line(groups[-1], one):
                groups[-1].append(one)
            else:
                groups.append([one])
    lines: list[PdfLine] = []
    for group, own in zip(groups, places_of_cells(groups), strict=True):
        above = [cell.x for cell in lines[-1].cells[1:]] if lines else []
        lines.append(_line(page, group, [*above, *own]))
    return lines


def _rows(part: Piece) -> list[Piece]:
    """A piece of several lines as one piece for each."""
    rows = [row for row in part.text.split("\n") if row.strip()]
    if len(rows) == 1:
        return [part._replace(text=rows[0])]
    return [
        part._replace(
            text=row,
            y=part.y - number * 1.2 * part.size,
            ends=part.ends or number + 1 < len(rows),
            width=width_of(row.rstrip(), part.size),
            first=width_of(row.split(" ", 1)[0], part.size),
        )
        for number, row in enumerate(rows)
    ]


def without_running_lines(lines: Sequence[PdfLine], heights: Sequence[float]) -> tuple[list[PdfLine], int]:
    """``lines`` without headers, footers and page numbers, and how many these were. ``heights``: of the pages."""

    def is_in_margin(line: PdfLine) -> bool:
        height = heights[line.page]
        return line.y > height * (1 - _MARGIN) or line.y < height * _MARGIN

    pages: dict[tuple[str, int], set[int]] = {}
    for line in filter(is_in_margin, lines):
        pages.setdefault(_key(line), set()).add(line.page)
    least = max(2, round(_OFTEN * len(heights)))
    running = {key for key, seen in pages.items() if len(seen) >= least or _PAGE_NUMBER.fullmatch(key[0])}
    kept = [line for line in lines if not (is_in_margin(line) and _key(line) in running)]
    return kept, len(lines) - len(kept)


def is_bullet(text: str) -> bool:
    """Whether ``text`` is the marker of an item and nothing else."""
    return bool(_BULLET.fullmatch(text.strip()))


def _is_same_line(group: Sequence[Piece], part: Piece) -> bool:
    first, last = group[0], group[-1]
    if part.x < last.x - 0.5 * last.size:
        return False
    rise = part.y - first.y
    if abs(rise) < 0.3 * max(first.size, part.size):
        return True
    raised = part.size < 0.9 * first.size and 0 < rise < 0.8 * first.size
    return raised and (not last.ends or abs(part.x - last.x - last.width) < first.size)


def _line(page: int, group: Sequence[Piece], places: Sequence[float]) -> PdfLine:
    """The line of these pieces. ``places`` is where cells begin: those of the line before too."""
    cells: list[Cell] = []
    size = max(part.size for part in group)
    right = group[0].x
    before: Piece | None = None
    for part in group:
        text = part.text
        raised = part.size < 0.9 * size and part.y > group[0].y + 0.1 * size
        if raised and cells and _FOOTNOTE.fullmatch(text.strip()):
            text = f"[{text.strip()}]"
        begins = any(abs(part.x - x) < 1 for x in places)
        apart = before is not None and not raised and (before.ends or begins or part.x - right > size)
        if len(cells) == 1 and is_bullet(cells[0].text):
            cells[0] = cells[0]._replace(text=f"{cells[0].text} {text}")
        elif cells and not apart:
            cells[-1] = cells[-1]._replace(text=cells[-1].text + text)
        else:
            cells.append(Cell(part.x, text))
        right = max(right, part.x + part.width)
        before = part
    whole = tuple(cell._replace(text=one_line(cell.text)) for cell in cells)
    bold = all(part.bold for part in group if part.text.strip())
    return PdfLine(page, 0, group[0].x, group[0].y, right, round(size, 1), bold, whole, group[0].first)


def _key(line: PdfLine) -> tuple[str, int]:
    """What running lines of all pages have alike: their words but for numbers, and their height."""
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.y / 3)
