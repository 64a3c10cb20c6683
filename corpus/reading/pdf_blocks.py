"""The lines of a PDF -> its headings, paragraphs, items and tables, by size, weight, place and distance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.reading.hyphens import Joiner
from corpus.reading.pdf_lines import PdfLine, is_bullet, width_of
from corpus.reading.writing import TextWriter

_MARKED = re.compile(r"([•‣◦▪●○■□–—*·\uf0b7\uf0a7-]|(?!\(c\) \d)\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*(?:\[\d[\d, –-]*\])?\Z")
_LARGER = 1.12
_LONGEST_HEADING = 200
_LONGEST_BOLD = 100
_LONGEST_LIST = 60  # lines


def write_blocks(lines: Sequence[PdfLine], writer: TextWriter) -> str:
    """Write what ``lines`` say; returns the title where the largest words stand first."""
    return _Blocks(lines, writer).write()


class _Blocks:
    """The lines, with what is usual among them."""

    def __init__(self, lines: Sequence[PdfLine], writer: TextWriter) -> None:
        self._lines = lines
        self._writer = writer
        self._joiner = Joiner(line.text for line in lines)
        weights: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            weights[line.size, line.bold] += len(line.text)
        self._size, self._bold = max(weights, key=lambda style: weights[style])
        self._leading = self._usual_leadings()
        self._lefts: dict[tuple[int, int], float] = {}
        self._rights: dict[tuple[int, int], float] = {}
        for line in lines:
            key = line.page, line.column
            self._lefts[key] = min(self._lefts.get(key, line.x), line.x)
            self._rights[key] = max(self._rights.get(key, line.right), line.right)
        styles = sorted({(line.size, line.bold) for line in lines if self._is_heading_style(line)}, reverse=True)
        self._levels = {style: min(level, 6) for level, style in enumerate(styles, 1)}

    def write(self) -> str:
        title, headed = "", False
        i = 0
        while i < len(self._lines):
            if rows := self._table(i):
                self._writer.table(rows)
                i += len(rows)
                continue
            length, words = self._block(i)
            first = self._lines[i]
            if self._is_heading(i) and len(words) <= _LONGEST_HEADING:
                level = self._levels[first.size, first.bold]
                if level == 1 and not title and not headed and first.page == 0:
                    title = words
                headed = True
                self._writer.heading(words, level if title else level + 1)
            elif marked := _MARKED.match(words):
                marker = marked[1] if marked[1][-1] in ".)" else "-"
                self._writer.item(words[marked.end() :], marker, indent=self._indent(first))
            elif (depth := self._unmarked_depth(i)) > 0:
                self._writer.item(words, "-", indent=2 * depth - 2)
            else:
                self._writer.paragraph(words)
            i += length
        return title

    def _usual_leadings(self) -> dict[float, float]:
        gaps: dict[float, list[float]] = {}
        for a, b in pairwise(self._lines):
            gap = a.y - b.y
            if a.size == b.size and (a.page, a.column) == (b.page, b.column) and 0 < gap < 3 * a.size:
                gaps.setdefault(a.size, []).append(gap)
        # The least usual one: a text of short paragraphs has more gaps between these than inside them
        return {
            size: max(sorted(found)[len(found) // 10], 0.9 * size) for size, found in gaps.items() if len(found) >= 3
        }

    def _is_heading_style(self, line: PdfLine) -> bool:
        return line.size > _LARGER * self._size or (line.bold and not self._bold and line.size >= self._size)

    def _is_heading(self, i: int) -> bool:
        line = self._lines[i]
        if (
            (line.size, line.bold) not in self._levels
            or _MARKED.match(line.text)
            or not any(map(str.isalpha, line.text))
        ):
            return False
        if line.size > _LARGER * self._size:
            return True
        return len(line.text) <= _LONGEST_BOLD and not line.text.endswith((".", ",", ";"))

    def _block(self, i: int) -> tuple[int, str]:
        """How many lines from ``i`` on are one block, and its words."""
        words = self._lines[i].text
        heading = self._is_heading(i)
        j = i + 1
        while j < len(self._lines) and self._goes_on(self._lines[j - 1], self._lines[j], heading=heading):
            if heading != self._is_heading(j) and self._is_heading_style(self._lines[j]):
                break
            if not heading and self._table(j):
                break
            words = self._joiner.join(words, self._lines[j].text)
            j += 1
        return j - i, words

    def _goes_on(self, a: PdfLine, b: PdfLine, *, heading: bool) -> bool:
        """Whether line ``b`` goes on with the block that ``a`` stands in."""
        if _MARKED.match(b.text) or (heading and (a.size, a.bold) != (b.size, b.bold)):
            return False
        if abs(a.size - b.size) > 0.15 * a.size or (b.bold and not a.bold and self._is_heading_style(b)):
            return False
        ended = bool(_ENDED.search(a.text))
        if (a.page, a.column) != (b.page, b.column):
            return not heading and not ended and (b.text[:1].islower() or self._is_full(a, b))
        if not 0 < a.y - b.y <= 1.3 * self._leading.get(a.size, 1.25 * a.size):
            return False
        if heading:
            return b.text[:1].islower() or self._is_wide(a, b)
        if b.x > a.x + 0.8 * a.size and ended:
            return False
        if self._is_full(a, b):
            return True
        return not ended and b.text[:1].islower() and a.right - a.x > 0.5 * (self._right(a) - a.x)

    def _is_full(self, a: PdfLine, b: PdfLine) -> bool:
        """Whether the first word of ``b`` had no room at the end of ``a``."""
        first = b.text.split(" ", 1)[0]
        return a.right + (len(first) + 1) * 0.5 * a.size > 0.97 * self._right(a)

    def _is_wide(self, a: PdfLine, b: PdfLine) -> bool:
        """Whether a heading, which may stand in the middle, took all the room that there was."""
        first = width_of(b.text.split(" ", 1)[0], b.size)
        return a.right - a.x + first > 0.75 * (self._right(a) - self._left(a))

    def _left(self, line: PdfLine) -> float:
        return self._lefts[line.page, line.column]

    def _right(self, line: PdfLine) -> float:
        return self._rights[line.page, line.column]

    def _indent(self, line: PdfLine) -> int:
        """The column of an item: two for each list around it, by the places where items of the page begin."""
        places: list[float] = []
        beside = (other for other in self._lines if (other.page, other.column) == (line.page, line.column))
        for other in beside:
            if _MARKED.match(other.text) and not any(abs(other.x - place) < 0.8 * line.size for place in places):
                places.append(other.x)
        return 2 * sum(place < line.x - 0.8 * line.size for place in places)

    def _unmarked_depth(self, i: int) -> int:
        """How deep an item stands whose bullet is drawn and no text: under a line that announces it; 0 for others."""
        line = self._lines[i]
        places: list[float] = []
        for above in reversed(self._lines[max(0, i - _LONGEST_LIST) : i]):
            if (above.page, above.column) != (line.page, line.column) or self._is_heading_style(above):
                return 0
            if above.text.endswith(":") and line.x > above.x + 1.2 * line.size:
                if any(place <= above.x + 1.2 * line.size for place in places):
                    return 0
                return 1 + sum(place < line.x - 0.8 * line.size for place in places)
            if not any(abs(place - above.x) < 0.8 * line.size for place in places):
                places.append(above.x)
        return 0

    def _table(self, i: int) -> list[list[str]]:
        """The rows of the table that begins with line ``i``; empty where none does."""
        rows: list[PdfLine] = []
        for line in self._lines[i:]:
            if len(line.cells) < 2 or is_bullet(line.cells[0].text):
                break
            if rows and (line.page, line.column) != (rows[-1].page, rows[-1].column):
                break
            if rows and (rows[-1].y - line.y > 16 * line.size or not _is_aligned(rows[0], line)):
                break
            rows.append(line)
        if len(rows) < 2:
            return []
        columns = max(rows, key=lambda row: len(row.cells)).cells
        return [list(_in_columns(row, [cell.x for cell in columns])) for row in rows]


def _is_aligned(a: PdfLine, b: PdfLine) -> bool:
    """Whether a cell of ``b`` begins, but for the first, about where one of ``a`` does."""
    return any(abs(x.x - y.x) < 2.5 * a.size for x in a.cells[1:] for y in b.cells[1:])


def _in_columns(row: PdfLine, columns: Sequence[float]) -> Iterator[str]:
    """The cells of ``row``, each in the column that it stands nearest to."""
    filled = [""] * len(columns)
    for cell in row.cells:
        nearest = min(range(len(columns)), key=lambda column: abs(columns[column] - cell.x))
        filled[nearest] = f"{filled[nearest]} {cell.text}".strip()
    yield from filled
