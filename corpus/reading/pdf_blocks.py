"""The lines of a PDF -> its headings, paragraphs, items and tables, by size, weight, place and distance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.reading.hyphens import Joiner
from corpus.reading.pdf_lines import PdfLine, is_bullet
from corpus.reading.writing import TextWriter

_MARKED = re.compile(r"([•‣◦▪●○■□–—*·\uf0b7\uf0a7-]|(?!\(c\) \d)\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*(?:\[\d[\d, –-]*\])?\Z")
_UNFINISHED = re.compile(
    r"(?:[^\W\d_]-|,|\b(?:a|an|the|of|in|on|at|by|for|from|with|to|and|or|than|that|vs\.|e\.g\.|i\.e\.|approx\.))\Z",
    re.IGNORECASE,
)
_LARGER = 1.12
_FEWEST_WORDS = 5
_LONGEST_HEADING = 200
_LONGEST_BOLD = 100
_LONGEST_LIST = 60  # lines


class Written(NamedTuple):
    """What was written: the ``title`` where the largest words stand first, and how many of the ``paragraphs`` are
    ``cut``, which end in mid-sentence."""

    title: str
    paragraphs: int
    cut: int


def write_blocks(lines: Sequence[PdfLine], writer: TextWriter) -> Written:
    """Write what ``lines`` say."""
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

    def write(self) -> Written:
        title, headed = "", False
        paragraphs = cut = 0
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
                self._writer.item(words[marked.end() :], marker, indent=self._indent(i))
            elif first.has_bullet:
                self._writer.item(words, "-", indent=self._indent(i))
            elif (depth := self._unmarked_depth(i)) > 0:
                self._writer.item(words, "-", indent=2 * depth - 2)
            else:
                self._writer.paragraph(words)
                paragraphs += 1
                cut += is_cut(words)
            i += length
        return Written(title, paragraphs, cut)

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
        if (line.size, line.bold) not in self._levels or _is_marked(line) or not any(map(str.isalpha, line.text)):
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
        if _is_marked(b) or (heading and (a.size, a.bold) != (b.size, b.bold)):
            return False
        if abs(a.size - b.size) > 0.15 * a.size or (b.bold and not a.bold and self._is_heading_style(b)):
            return False
        unfinished = bool(_UNFINISHED.search(a.text))
        ended = bool(_ENDED.search(a.text)) and not unfinished
        if (a.page, a.column) != (b.page, b.column):
            return not heading and not ended and (unfinished or b.text[:1].islower() or self._is_full(a, b))
        if not 0 < a.y - b.y <= 1.3 * self._leading.get(a.size, 1.25 * a.size):
            return False
        if heading:
            return b.text[:1].islower() or self._is_wide(a, b)
        if b.x > a.x + 0.8 * a.size and ended:
            return False
        if self._is_full(a, b):
            return True
        if ended:
            return False
        least = 0.5 if b.text[:1].islower() else 0.7
        return unfinished or a.right - a.x > least * (self._right(a) - a.x)

    def _is_full(self, a: PdfLine, b: PdfLine) -> bool:
        """Whether the first word of ``b`` had no room at the end of ``a``."""
        return a.right + 0.25 * a.size + b.first > self._right(a) - 0.02 * (self._right(a) - self._left(a))

    def _is_wide(self, a: PdfLine, b: PdfLine) -> bool:
        """Whether a heading, which may stand in the middle, took all the room that there was."""
        return a.right - a.x + b.first > 0.75 * (self._right(a) - self._left(a))

    def _left(self, line: PdfLine) -> float:
        return self._lefts[line.page, line.column]

    def _right(self, line: PdfLine) -> float:
        return self._rights[line.page, line.column]

    def _indent(self, i: int) -> int:
        """The column of item ``i``: two for each list around it, by the places where the items above it begin."""
        line = self._lines[i]
        places = [line.x]
        for above in reversed(self._lines[max(0, i - _LONGEST_LIST) : i]):
            if (above.page, above.column) != (line.page, line.column) or self._is_heading_style(above):
                break
            if not _is_marked(above):
                if above.x < min(places) - 0.8 * line.size:  # a paragraph: what stands above it is another list
                    break
            elif not any(abs(above.x - place) < 0.8 * line.size for place in places):
                places.append(above.x)
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
            if rows and line.page != rows[-1].page:
                break
            if rows and (not 0 < rows[-1].y - line.y <= 16 * line.size or not _is_aligned(rows[0], line)):
                break
            rows.append(line)
        if len(rows) < 2:
            return []
        columns = max(rows, key=lambda row: len(row.cells)).cells
        return [list(_in_columns(row, [cell.x for cell in columns])) for row in rows]


def is_cut(words: str) -> bool:
    """Whether a paragraph ends in mid-sentence: one of a few words may be a name, a place, a caption."""
    return len(words.split()) >= _FEWEST_WORDS and bool(_UNFINISHED.search(words) or not _ENDED.search(words))


def _is_marked(line: PdfLine) -> bool:
    """Whether ``line`` begins an item."""
    return line.has_bullet or bool(_MARKED.match(line.text))


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
