"""Which runs of rows are a table: pipe rows, rows with tabs, and flat tables, whose cell borders a copy has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.heading_looks import is_caption
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
_TERMINAL = tuple(".!?:;,…")
_SENTENCE_BREAK = re.compile(r"[.!?](?<=[a-z)]{2}.) [A-Z]")
_LOOK_AHEAD = 10  # rows that decide whether a run is a table: a run that is none is looked at again from its next row
_MAX_HEADER_WORDS = 20
_LONGEST_ROW = 300
_SHORT_TITLE = 40
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\D)")  # "2.1.1 Offer": the number of a paragraph
_AMOUNT = re.compile(r"(?<![\w.,])\d[\d.,]*")
_DIGIT = re.compile(r"\d")
# "30 to 59 mL/min 10 mg once daily", "Below 30 mL/min Not recommended": the first cell is a range.
_RANGE_CELL = re.compile(
    r"(?:(?:below|under|above|over|less than|more than|at least|up to|from)\s|[<>≥≤~]\s?)?\d[\d.,]*"
    r"(?:\s?(?:to|and|[–-])\s?\d[\d.,]*)?(?=\s)",
    re.IGNORECASE,
)
_COOKING = re.compile(r"\b(?:cups?|tablespoons?|teaspoons?|tbsp|tsp|cans?|ounces?|oz|cloves?|pounds?)\b")
_FOOTNOTE = re.compile(r"[*†‡§¶#]|(?:Note|Source|Abbreviations?|Data|Values?|CI)s?\b\s?[:=,]|[a-d]\s?[A-Z=]")
_TOLD = re.compile(r"; |[.!?](?<=[a-z)]{2}.) [A-Z]")  # in a cell of words, but not in a row that ends in an amount
_LABELLED = re.compile(r"[A-Z][\w /-]{1,28}:\s")
_MAX_AMOUNT_ROW_WORDS = 10


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


def bordered_length(rows: Sequence[Line], start: int, stop: int, mark: str) -> int:
    """How many rows from ``start`` on, before ``stop``, are one table with ``mark`` between its cells; 0 for none."""
    first = rows[start]
    if first.role is PIPE:
        return _run(rows, start, stop, lambda row: row.role is PIPE)
    if (mark != "\t" and first.body.endswith(_TERMINAL)) or is_boilerplate_line(first.body):
        return 0
    length = _run(rows, start, stop, lambda row: row.role is TEXT and mark_of_cells(row) == mark)
    return length if length >= 2 else 0


def flat_length(rows: Sequence[Line], start: int, stop: int) -> int:
    """How many rows from ``start`` on are a table without borders, the first being its header; 0 where none is.

    ``stop`` ends the group. A whole group may have sentences in its cells; a table in the middle of other lines may
    not; and where every line stands alone, only rows that end in an amount count.
    """
    if stop - start < 2:
        length = 1 + _run(rows, start + 1, len(rows), _is_lone_amount_row)
        return length if length >= 3 and _is_header(rows[start]) else 0
    if rows[start + 1].role is not TEXT or not _is_header(rows[start]) or stands_over(rows, start, stop):
        return 0
    if start and is_caption(rows[start - 1].body) and not rows[start].gap:
        length = 1 + _run(rows, start + 1, stop, _is_captioned_row)
        while length > 2 and _is_text_below(rows[start + length - 1].body):
            length -= 1
        return length if length >= 2 else 0
    if _may_be_whole(rows, start) and _is_whole_table(rows[start:stop]):
        return stop - start
    length = 1 + _run(rows, start + 1, min(stop, start + _LOOK_AHEAD), _is_plain_row)
    enough = length >= 3 or (length == 2 and begins_cell_inside(rows[start].body))
    if not enough or not _is_plausible(rows[start : start + length]):
        return 0
    return length + _run(rows, start + length, stop, _is_plain_row)


def stands_over(rows: Sequence[Line], i: int, stop: int) -> bool:
    """Whether row ``i`` is the heading of a table and the row below its header: words, then words in columns, then
    amounts."""
    if i + 2 >= stop or is_celled(rows[i].body):
        return False
    head, first = rows[i + 1].body, rows[i + 2].body
    return begins_cell_inside(head) and not _DIGIT.search(rows[i].body + head) and bool(_DIGIT.search(first))


def _is_text_below(line: str) -> bool:
    return line.endswith(_TERMINAL) and not is_celled(line)


def _is_captioned_row(row: Line) -> bool:
    """Under a caption and a header every line of the group is a row, also one with sentences in its cells; but not
    the notes at the table's foot."""
    return row.role is TEXT and len(row.body) <= _LONGEST_ROW and not _FOOTNOTE.match(row.body)


def _may_be_whole(rows: Sequence[Line], start: int) -> bool:
    """Whether nothing of the group stands above the table but its caption or intro."""
    return rows[start].gap or (
        rows[start - 1].gap
        and (
            rows[start - 1].body.endswith(":")
            or is_caption(rows[start - 1].body)
            or len(rows[start - 1].body) <= _SHORT_TITLE
        )
    )


def _is_whole_table(rows: Sequence[Line]) -> bool:
    header, body = rows[0], rows[1:]
    if any(row.role is not TEXT or "\t" in row.body for row in rows):
        return False
    if len(body) == 1:
        row = body[0].body
        return (
            not row.endswith(_TERMINAL)
            and "; " not in row
            and begins_cell_inside(header.body)
            and is_celled(row)
            and _is_plausible(rows)
        )
    return _are_cells(header, body) and _is_plausible(rows)


def _are_cells(header: Line, body: Sequence[Line]) -> bool:
    """Whether the rows of ``body``, two or more, look like the cells of a table under ``header``."""
    if _names_columns(header) and (_holds_amounts(body) or _opens_with_ranges(body)):
        return True
    found = [list(_cells_inside(row.body)) for row in body]
    breaks = Counter(word for words in found for word in set(words))
    common = {word for word, rows_with in breaks.items() if rows_with >= 2}
    cells = [is_celled(row.body) or not common.isdisjoint(words) for row, words in zip(body, found, strict=True)]
    plausible = sum(cell or not row.body.endswith(_TERMINAL) for cell, row in zip(cells, body, strict=True))
    return sum(cells) >= 0.5 * len(body) and plausible >= 0.7 * len(body)


def _names_columns(header: Line) -> bool:
    return not _DIGIT.search(header.body) and begins_cell_inside(header.body)


def _holds_amounts(body: Sequence[Line]) -> bool:
    """Whether each row has several amounts, under names in columns: ``Age Dose Maximum dose / Adults 5 mg 10 mg``."""
    return all(len(_AMOUNT.findall(row.body)) >= 2 and not row.body.endswith(_TERMINAL) for row in body)


def _opens_with_ranges(body: Sequence[Line]) -> bool:
    """Whether each row opens with a number or a range and most go on with an amount, under names in columns."""
    ranges = [_RANGE_CELL.match(row.body) for row in body]
    rest = [row.body[found.end() :] for row, found in zip(body, ranges, strict=True) if found]
    amounts = sum(_DIGIT.search(cells) is not None for cells in rest)
    return len(rest) == len(body) and 2 * amounts > len(body) and not any(map(_COOKING.search, rest))


def _is_plausible(rows: Sequence[Line]) -> bool:
    """No line is a byline, and not all of them are written like headings."""
    if 2 * sum(_LABELLED.match(row.body) is not None for row in rows) > len(rows):
        return False  # "Name: ...", "Date: ...": labels, each with its value
    if all(_is_title_case(row.body) and not ends_in_amount(row.body) for row in rows[1:]):
        return False
    return not any(is_boilerplate_line(row.body) for row in rows)


def _is_header(row: Line) -> bool:
    line = row.body
    return (
        row.role is TEXT
        and not line.endswith(_TERMINAL)
        and (line[0].isupper() or line[0].isdigit())
        and len(line.split()) <= _MAX_HEADER_WORDS
        and not _SENTENCE_BREAK.search(line)
        and not is_caption(line)
    )


def is_celled(line: str) -> bool:
    """Whether a line looks like cells side by side: it ends in an amount, or a cell seems to begin inside."""
    if line[0].isdigit() and (number := _DECIMAL.match(line)):
        line = line[number.end() :]
    return ends_in_amount(line) or begins_cell_inside(line[:120])


def ends_in_amount(line: str) -> bool:
    """Whether a line ends in what could be the last cell of its row: ``Spinach 157``."""
    if line[-1] not in "-–—" and not _DIGIT.search(line, max(0, len(line) - _LONGEST_UNIT)):
        return False
    before = line.rsplit(None, _MOST_PARTS_OF_AMOUNT)
    start = len(before[0]) if len(before) > _MOST_PARTS_OF_AMOUNT else 0
    return _AMOUNT_CELL.search(line, start) is not None


def begins_cell_inside(line: str) -> bool:
    """Whether a cell seems to begin inside ``line``: ``Fatigue Reduced energy``."""
    return next(_cells_inside(line), None) is not None


def _cells_inside(line: str) -> Iterator[str]:
    """The words with which a cell seems to begin inside ``line``."""
    begin = 0
    for found in _CAPITAL_INSIDE.finditer(line):
        *others, last = line[begin : found.start()].split()
        if not (begin or others) or (last[0] in _MAY_END_CELL and last not in _NEVER_END_CELL):
            yield found[1]
        begin = found.start()


def _is_plain_row(row: Line) -> bool:
    line = row.body
    return row.role is TEXT and is_celled(line) and not line.endswith(_TERMINAL) and not _TOLD.search(line)


def _is_lone_amount_row(row: Line) -> bool:
    return row.gap and row.role is TEXT and ends_in_amount(row.body) and len(row.body.split()) <= _MAX_AMOUNT_ROW_WORDS


def _is_title_case(line: str) -> bool:
    return all(not word[0].islower() for word in line.split() if len(word) > 4)


def _run(rows: Sequence[Line], start: int, stop: int, wanted: Callable[[Line], bool]) -> int:
    length = 0
    while start + length < stop and wanted(rows[start + length]):
        length += 1
    return length
