"""Which runs of rows are a table: pipe rows, rows with tabs, and flat tables, whose cell borders a copy has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.cell_looks import DIGIT, begins_cell_inside, cells_inside, ends_in_amount, is_celled, mark_of_cells
from corpus.heading_looks import is_caption
from corpus.lines import PIPE, TEXT, Line

_TERMINAL = tuple(".!?:;,…")
_SENTENCE_BREAK = re.compile(r"[.!?](?<=[a-z)]{2}.) [A-Z]")
_LOOK_AHEAD = 10  # rows that decide whether a run is a table: a run that is none is looked at again from its next row
_MAX_HEADER_WORDS = 20
_LONGEST_ROW = 300
_SHORT_TITLE = 40
_AMOUNT = re.compile(r"(?<![\w.,])\d[\d.,]*")
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
    return begins_cell_inside(head) and not DIGIT.search(rows[i].body + head) and bool(DIGIT.search(first))


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
    celled = [is_celled(row.body) for row in body]
    return _are_enough(celled, body) or _are_enough(_with_common_cells(celled, body), body)


def _are_enough(celled: Sequence[bool], body: Sequence[Line]) -> bool:
    """Whether half of the rows have cells, and hardly another is a sentence."""
    plausible = sum(cell or not row.body.endswith(_TERMINAL) for cell, row in zip(celled, body, strict=True))
    return sum(celled) >= 0.5 * len(body) and plausible >= 0.7 * len(body)


def _with_common_cells(celled: Sequence[bool], body: Sequence[Line]) -> list[bool]:
    """``celled``, and the rows where a cell begins with a word as one does in another row."""
    found = [list(cells_inside(row.body)) for row in body]
    rows_with = Counter(word for words in found for word in set(words))
    common = {word for word, count in rows_with.items() if count >= 2}
    return [cell or not common.isdisjoint(words) for cell, words in zip(celled, found, strict=True)]


def _names_columns(header: Line) -> bool:
    return not DIGIT.search(header.body) and begins_cell_inside(header.body)


def _holds_amounts(body: Sequence[Line]) -> bool:
    """Whether each row has several amounts, under names in columns: ``Age Dose Maximum dose / Adults 5 mg 10 mg``."""
    return all(len(_AMOUNT.findall(row.body)) >= 2 and not row.body.endswith(_TERMINAL) for row in body)


def _opens_with_ranges(body: Sequence[Line]) -> bool:
    """Whether each row opens with a number or a range and most go on with an amount, under names in columns."""
    ranges = [_RANGE_CELL.match(row.body) for row in body]
    rest = [row.body[found.end() :] for row, found in zip(body, ranges, strict=True) if found]
    amounts = sum(DIGIT.search(cells) is not None for cells in rest)
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
