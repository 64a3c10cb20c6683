"""Which rows are headings where they stand: by their look, their numbers and the rows beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.faq import is_marked_question
from corpus.heading_looks import MAX_LENGTH, PROSE_END, is_caption, is_prose, looks_like_heading
from corpus.lines import HEADING, ITEM, PIPE, TEXT, Line
from corpus.patterns import asks

_LETTERED = re.compile(r"(?:[A-H]|[IVX]{1,4})[.)]\s[A-Z]")


def numbered_sections(rows: Sequence[Line]) -> frozenset[int]:
    """The rows that head the sections of a text without blank lines, as a leaflet has them: ``1. What it is`` with text
    under it, ``2. Before you take it`` with text under it, and so on, three or more."""
    found: set[int] = set()
    chain: list[int] = []
    for i, row in enumerate(rows):
        if row.role is not ITEM or row.column:
            continue
        number = row.marker[:-1]
        if not number.isdigit() or not looks_like_heading(row.body):
            continue
        if int(number) == 1:
            found.update(_sections(rows, chain))
            chain = [i]
        elif chain and int(number) == len(chain) + 1:
            chain.append(i)
    found.update(_sections(rows, chain))
    return frozenset(found)


def _sections(rows: Sequence[Line], chain: list[int]) -> list[int]:
    """``chain`` where each of its rows has prose under it, and is no item of a list."""
    ends = [*chain[1:], len(rows)] if chain else []
    under = [rows[start + 1 : end] for start, end in zip(chain, ends, strict=True)]
    return chain if len(chain) >= 3 and all(any(map(is_prose, below[:6])) for below in under) else []


def may_be_heading(row: Line) -> bool:
    """Whether ``row`` could be a heading somewhere: an item only by its number, or between rules."""
    return row.role is not ITEM or row.ruled or row.marker[:-1].isdigit()


def is_heading(
    rows: Sequence[Line],
    i: int,
    *,
    in_list: bool,
    titled: bool,
    number: int = 0,
    sections: frozenset[int] = frozenset(),
) -> bool:
    """Whether row ``i`` is a heading where it stands. ``in_list``: a list without markers may go on with it;
    ``titled``: the article has its title; ``number``: that of the last numbered heading, 0 where there is none;
    ``sections``: the rows that are headings by their numbers."""
    row = rows[i]
    if row.role is HEADING:
        return True
    if row.role is PIPE or row.quoted or is_marked_question(row.body):
        return False
    if i + 1 == len(rows):
        return False  # under the last line stands nothing
    heading = looks_like_heading(row.body)
    if not (heading or _asks_in_order(row, number)) or is_boilerplate_line(row.body) or _ends_what_was_told(rows, i):
        return False
    if not heading:
        return True
    if row.ruled and row.gap:
        return True
    if row.role is ITEM:
        return i in sections or _is_numbered_heading(rows, i, number)
    return (not in_list and (row.gap or not titled)) or _stands_over_text(row, rows[i + 1], in_list=in_list)


def _stands_over_text(row: Line, after: Line, *, in_list: bool) -> bool:
    """Whether the row below, ``after``, makes ``row``, which looks like a heading, one."""
    if (not in_list and after.gap) or is_caption(row.body) or _is_over_list(after):
        return True
    if _LETTERED.match(row.body) and not _LETTERED.match(after.body):
        return True
    return not in_list and (is_prose(after) or after.role is not TEXT)


def _ends_what_was_told(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i`` is a last word under running text: "Enjoy!"."""
    return rows[i].body[-1] == "!" and i > 0 and not rows[i].gap and rows[i + 1].gap and is_prose(rows[i - 1])


def _asks_in_order(row: Line, last: int) -> bool:
    """``5. I feel fine. Can I stop?`` after heading number 4: a question, though it holds a sentence."""
    return (
        (last > 0 and row.role is ITEM and row.gap and row.marker[:-1] == str(last + 1))
        and asks(row.body)
        and len(row.body) <= MAX_LENGTH
    )


def _is_over_list(after: Line) -> bool:
    """Whether the line below goes on in lower case but not with this one: ``Common (1 in 10) / sleepiness``."""
    return not after.gap and after.role is TEXT and after.body[0].islower() and not is_prose(after)


def _is_numbered_heading(rows: Sequence[Line], i: int, last: int) -> bool:
    """``1) Osteoarthritis`` with text under it. In a list, the next item stands there."""
    row, after = rows[i], rows[i + 1]
    number = row.marker[:-1]
    if not number.isdigit() or PROSE_END.search(row.body.rstrip("?")) or not row.gap:
        return False
    if last and int(number) == last + 1 and after.column <= row.column and not after.marker[:-1].isdigit():
        return True  # the numbers of the headings go on
    if after.role is not TEXT:
        return False
    before = rows[i - 1].marker if i else ""
    in_list = before[:-1].isdigit() and int(before[:-1]) + 1 == int(number) and rows[i - 1].column == row.column
    return not in_list and (is_prose(after) or after.gap or looks_like_heading(after.body))
