"""Which runs of rows are a table: pipe rows, rows with tabs, and flat tables, whose cell borders a copy has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.cell_looks import DIGIT, begins_cell_inside, cells_inside, ends_in_amount, is_celled, mark_of_cells
from corpus.heading_looks import is_caption
from corpus.lines import PIPE, TEXT, Line
from corpus.patterns import listed
from corpus.table_rows import (
    TERMINAL,
    is_captioned_row,
    is_header,
    is_lone_amount_row,
    is_plain_row,
    is_text_below,
    is_title_case,
    is_told_row,
    names_amounts,
)

_LOOK_AHEAD = 10  # rows that decide whether a run is a table: a run that is none is looked at again from its next row
_SHORT_TITLE = 40
_AMOUNT = re.compile(r"(?<![\w.,])\d[\d.,]*")
# "30 to 59 mL/min 10 mg once daily", "Below 30 mL/min Not recommended": the first cell is a range.
_RANGE_CELL = re.compile(
    r"(?:(?:below|under|above|over|less than|more than|at least|up to|from)\s|[<>≥≤~]\s?)?\d[\d.,]*"
    r"(?:\s?(?:to|and|[–-])\s?\d[\d.,]*)?(?=\s)",
    re.IGNORECASE,
)
_COOKING = re.compile(r"\b(?:cups?|tablespoons?|teaspoons?|tbsp|tsp|cans?|ounces?|oz|cloves?|pounds?)\b")
_LABELLED = re.compile(r"[A-Z][\w /-]{1,28}:\s")
_ASKING = listed(
    """
    is are was were do does did can could should would will may might has have had am how what which why when where who
    whose need want got
    """
)


def bordered_length(rows: Sequence[Line], start: int, stop: int, mark: str) -> int:
    """How many rows from ``start`` on, before ``stop``, are one table with ``mark`` between its cells; 0 for none."""
    first = rows[start]
    if first.role is PIPE:
        return _run(rows, start, stop, lambda row: row.role is PIPE)
    if (mark != "\t" and first.body.endswith(TERMINAL)) or is_boilerplate_line(first.body):
        return 0
    length = _run(rows, start, stop, lambda row: row.role is TEXT and mark_of_cells(row) == mark)
    return length if length >= 2 else 0


def flat_length(rows: Sequence[Line], start: int, stop: int) -> int:
    """How many rows from ``start`` on are a table without borders, the first being its header; 0 where none is.

    ``stop`` ends the group. A whole group may have sentences in its cells; a table in the middle of other lines may
    not; and where every line stands alone, only rows that end in an amount count.
    """
    if stop - start < 2:
        length = 1 + _run(rows, start + 1, len(rows), is_lone_amount_row)
        return length if length >= 3 and is_header(rows[start]) else 0
    if rows[start + 1].role is not TEXT:
        return 0
    if rows[start].body[-1] == "?":
        return _asked_length(rows, start, stop)
    if not is_header(rows[start]) or stands_over(rows, start, stop):
        return 0
    if start and is_caption(rows[start - 1].body) and not rows[start].gap:
        length = 1 + _run(rows, start + 1, stop, is_captioned_row)
        while length > 2 and is_text_below(rows[start + length - 1].body):
            length -= 1
        return length if length >= 2 else 0
    if _may_be_whole(rows, start):
        end = _end_of_cells(rows, start, stop)
        if _is_whole_table(rows[start:end]):
            return end - start
    length = 1 + _run_of_rows(rows, start + 1, min(stop, start + _LOOK_AHEAD))
    enough = length >= 3 or (length == 2 and begins_cell_inside(rows[start].body))
    if not enough or not _is_plausible(rows[start : start + length]):
        return 0
    return length + _run_of_rows(rows, start + length, stop)


def _run_of_rows(rows: Sequence[Line], start: int, stop: int) -> int:
    """How many rows from ``start`` on are plain, those with sentences in their last cell among them."""
    length = _run(rows, start, stop, is_plain_row)
    while start + length < stop:
        at = start + length
        if not is_told_row(rows[at], rows[at + 1] if at + 1 < stop else None):
            break
        length += 1 + _run(rows, at + 1, stop, is_plain_row)
    return length


def _end_of_cells(rows: Sequence[Line], start: int, stop: int) -> int:
    """Where the cells of a group end: sentences at its foot are text where they lack the numbers of all rows."""
    end = stop
    while end - start > 3 and is_text_below(rows[end - 1].body):
        end -= 1
    if end == stop:
        return stop
    body = [row.body for row in rows[start + 1 : end]]
    foot = [row.body for row in rows[end:stop]]
    if all(map(names_amounts, body)) and not any(map(names_amounts, foot)):
        return end
    plain = all(DIGIT.search(line) and not line.endswith(TERMINAL) for line in body)
    return end if plain and not any(map(DIGIT.search, foot)) else stop


def _asked_length(rows: Sequence[Line], start: int, stop: int) -> int:
    """How many rows from ``start`` on are a table whose header asks in its last column: ``Food Safe to eat?``."""
    header = rows[start].body
    if stop - start < 3 or not begins_cell_inside(header) or is_title_case(header):
        return 0
    if header.split(None, 1)[0].lower() in _ASKING or not _may_be_whole(rows, start):
        return 0
    end = _end_of_cells(rows, start, stop)
    body = rows[start + 1 : end]
    if not all(map(is_plain_row, body)) or any(is_boilerplate_line(row.body) for row in body):
        return 0
    numbered = sum(DIGIT.search(row.body) is not None for row in body)
    alike = sum(_with_common_cells([False] * len(body), body))
    return end - start if 2 * max(numbered, alike) >= len(body) else 0


def stands_over(rows: Sequence[Line], i: int, stop: int) -> bool:
    """Whether row ``i`` is the heading of a table and the row below its header: words, then words in columns, then
    amounts."""
    if i + 2 >= stop or is_celled(rows[i].body):
        return False
    head, first = rows[i + 1].body, rows[i + 2].body
    return begins_cell_inside(head) and not DIGIT.search(rows[i].body + head) and bool(DIGIT.search(first))


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
            not row.endswith(TERMINAL)
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
    plausible = sum(cell or not row.body.endswith(TERMINAL) for cell, row in zip(celled, body, strict=True))
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
    return all(len(_AMOUNT.findall(row.body)) >= 2 and not row.body.endswith(TERMINAL) for row in body)


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
    if all(is_title_case(row.body) and not ends_in_amount(row.body) for row in rows[1:]):
        return False
    return not any(is_boilerplate_line(row.body) for row in rows)


def _run(rows: Sequence[Line], start: int, stop: int, wanted: Callable[[Line], bool]) -> int:
    length = 0
    while start + length < stop and wanted(rows[start + length]):
        length += 1
    return length
