"""A table of a page -> its caption, its rows with the header first, and the notes at its foot.

Pages and Word files say little of which cells are names. What is taken for a header no longer counts as a claim, so
that a first row is one only where the others differ from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

_NO_DATA = ("h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "form")
_MOST_SPAN = 60
_MOST_LEVELS = 4  # of a header; a page that puts more rows into <thead> puts all of them there
_LONGEST_NAME = 80  # of a column, where nothing but bold letters says that it is one
_BOLD = re.compile(r"\bfont-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"[~≈<>≥≤$€£]?\s?\d[\d.,]*(?:\s?(?:to|[–-])\s?\d[\d.,]*)?\s?(%|[a-zA-Zµμ]+)")


class PageTable(NamedTuple):
    """What a table says: rows of as many cells as they have, the first their header where ``is_headed``."""

    captions: list[str]
    rows: list[list[str]]
    is_headed: bool
    notes: list[str]


class _Cell(NamedTuple):
    """What stands in one column of a row. ``spans``: columns of the cell that opens here; 0 where it opens further
    left."""

    words: str
    is_head: bool
    names_row: bool
    spans: int


_Row = list[_Cell]


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, and does not just lay the page out."""
    if table.get("role", "") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in _rows(table)]
    widest = max(map(len, rows), default=0)
    if widest < 2 or len(rows) < 2:
        return False
    if table.find(".//th") is not None or table.find("caption") is not None:
        return True
    if any(table.find(f".//{tag}") is not None for tag in _NO_DATA):
        return False
    return table.find(".//ul") is None or _names_columns(rows, widest)


def read_table(table: HtmlElement, words_of: Callable[[HtmlElement], str]) -> PageTable:
    """What ``table``, which holds data, says. ``words_of`` gives the words of a cell in one line."""
    elements = _rows(table)
    found = list(zip(_grid(elements, words_of), elements, strict=True))
    found = [(row, element) for row, element in found if any(cell.words for cell in row)]
    rows = [row for row, _ in found]
    width = max(map(len, rows), default=0)
    begins, ends = 0, len(rows)
    while begins + 1 < ends and _reaches_across(rows[begins], width):
        begins += 1
    while ends - begins > 2 and _reaches_across(rows[ends - 1], width):
        ends -= 1
    in_head = [element.getparent().tag == "thead" for _, element in found[begins:ends]]
    levels = _levels(rows[begins:ends], in_head, width)
    body = [[cell.words for cell in row] for row in rows[begins + levels : ends]]
    header = [_header(rows[begins : begins + levels], width)] if levels else []
    return PageTable(
        list(map(_all_words, rows[:begins])), header + body, bool(levels), list(map(_all_words, rows[ends:]))
    )


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _names_columns(rows: Sequence[Sequence[HtmlElement]], widest: int) -> bool:
    """Whether bold names of columns stand over rows that open with words and may have lists behind them."""
    begins = next(n for n, row in enumerate(rows) if len(row) > 1)
    header = rows[begins]
    return (
        len(header) == widest
        and all(_is_bold(cell) and len(cell.text_content()) <= _LONGEST_NAME for cell in header)
        and all(row[0].find(".//ul") is None for row in rows[begins:] if row)
    )


def _is_bold(element: HtmlElement) -> bool:
    """Whether ``element`` has words and all of them are bold."""
    if element.tag in ("b", "strong") or _BOLD.search(element.get("style") or ""):
        return bool(element.text_content().strip())
    if (element.text or "").strip():
        return False
    inner = [child for child in element.iterchildren() if "".join(child.itertext()).strip()]
    return bool(inner) and all(_is_bold(child) for child in inner) and not any((c.tail or "").strip() for c in element)


def _grid(rows: list[HtmlElement], words_of: Callable[[HtmlElement], str]) -> list[_Row]:
    """The cells of each row, by column. A cell that reaches over several rows is said in each of them, so that a row
    can be read alone; one that reaches over columns is followed by empty ones."""
    grid: list[_Row] = []
    reaching: dict[int, tuple[int, _Cell]] = {}  # column -> rows still to fill, with what
    for row in rows:
        cells: _Row = []
        due, reaching = reaching, {}
        for element in row.iterchildren("td", "th"):
            _fill(cells, due, reaching)
            more = min(whole_number(element.get("rowspan")) - 1, _MOST_SPAN)
            for cell in _columns(element, words_of):
                if more > 0:
                    reaching[len(cells)] = (more, cell)
                cells.append(cell)
        _fill(cells, due, reaching)
        grid.append(cells)
    return grid


def _columns(element: HtmlElement, words_of: Callable[[HtmlElement], str]) -> _Row:
    """The cell ``element``, and an empty one for each further column that it reaches over."""
    spans = max(1, min(whole_number(element.get("colspan")), _MOST_SPAN))
    is_head = element.tag == "th" or _is_bold(element)
    first = _Cell(words_of(element), is_head, (element.get("scope") or "").lower() in ("row", "rowgroup"), spans)
    return [first, *[_Cell("", False, False, 0)] * (spans - 1)]


def _fill(cells: _Row, due: dict[int, tuple[int, _Cell]], reaching: dict[int, tuple[int, _Cell]]) -> None:
    """Add the cells that reach into this row from above, where they stand next; note those that reach further."""
    while len(cells) in due:
        left, cell = due[len(cells)]
        if left > 1:
            reaching[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _reaches_across(row: _Row, width: int) -> bool:
    """Whether ``row`` is one cell over the whole table."""
    return width > 1 and (len(row) == 1 or row[0].spans >= width)


def _all_words(row: _Row) -> str:
    return " ".join(cell.words for cell in row if cell.words)


def _levels(rows: Sequence[_Row], in_head: Sequence[bool], width: int) -> int:
    """How many of the first rows are the header."""
    if len(rows) < 2:
        return 0
    stated = next((n for n, is_inside in enumerate(in_head) if not is_inside), len(rows))
    if 0 < stated <= min(_MOST_LEVELS, len(rows) - 1):
        return stated
    if not _is_header(rows):
        return 0
    levels = 1
    while levels < min(_MOST_LEVELS, len(rows) - 1) and _goes_on(rows[levels - 1], rows[levels], width):
        levels += 1
    return levels


def _is_header(rows: Sequence[_Row]) -> bool:
    """Whether the first of ``rows`` names the columns."""
    first = rows[0]
    named = [cell for cell in first if cell.words]
    if any(cell.names_row for cell in named):
        return False
    if all(cell.is_head for cell in named):
        return True
    if first[0].words and all(row[0].is_head for row in rows if row and row[0].words):  # each row is named by itself
        return len(first) > 2 and all(_stands_over_amounts(rows, column) for column in range(1, len(first)))
    return not any(_is_amount_too(rows, column) for column in range(len(first)))


def _stands_over_amounts(rows: Sequence[_Row], column: int) -> bool:
    """Whether a column is words in the first row and has a digit in all others."""
    first, *others = (row[column].words if column < len(row) else "" for row in rows)
    return not _DIGIT.search(first) and all(map(_DIGIT.search, others))


def _is_amount_too(rows: Sequence[_Row], column: int) -> bool:
    """Whether a column's first cell is an amount as half of those below are, in the same unit."""
    first, *others = (_UNIT.match(row[column].words) if column < len(row) else None for row in rows)
    return first is not None and 2 * sum(found is not None and found[1] == first[1] for found in others) >= len(others)


def _goes_on(above: _Row, row: _Row, width: int) -> bool:
    """Whether ``row`` names the columns that a cell of the header ``above`` reaches over."""
    if _reaches_across(row, width) or not any(cell.spans > 1 for cell in above):
        return False
    under, column = [], 0
    while column < len(above):
        spans = max(1, above[column].spans)
        if spans > 1:
            under += row[column : column + spans]
        column += spans
    named = [cell for cell in under if cell.words]
    return bool(named) and (
        all(cell.is_head for cell in named) or not any(_DIGIT.search(cell.words) for cell in row if cell.words)
    )


def _header(levels: Sequence[_Row], width: int) -> list[str]:
    """The name of each column: of several levels, each name that stands over it, the widest first."""
    if len(levels) == 1:
        return [cell.words for cell in levels[0]]
    names: list[str] = []
    for column in range(width):
        parts = [_over(row, column) for row in levels]
        names.append(": ".join(dict.fromkeys(filter(None, parts))).replace(": (", " ("))
    return names


def _over(row: _Row, column: int) -> str:
    """The words of the cell that opens or reaches over ``column``."""
    while column < len(row) and row[column].spans == 0 and column > 0:
        column -= 1
    return row[column].words if column < len(row) else ""


def whole_number(value: str | None, otherwise: int = 1) -> int:
    """The number that an attribute holds; ``otherwise`` where it holds none."""
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
