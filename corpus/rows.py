"""Text -> rows: what the writer meant as one line each; hard-wrapped lines are joined again.

Pure rules on the ``lines`` of the text, linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.footnotes import OPENS_MARK, is_lone_mark
from corpus.lines import ITEM, PIPE, RULE, TERMINAL, TEXT, UNNAMED, Line, is_inside_table, read_lines
from corpus.soft_breaks import is_parted

_NARROWEST_WRAP, _WIDEST_WRAP = 30, 130
_ENOUGH_PAIRS = 5  # with fewer, a few list items that look wrapped by chance weigh less than one long line
_LISTED = -2  # in place of a width: each line is an item
_ENOUGH_RAGGED_PAIRS = 4
_RAGGED = 14  # a person who presses Enter by eye comes that near to the margin
_HAND_WRAP, _ONE_LONG_LINE = 40, 70  # shorter lines that go on in lower case are rather a list without markers
_OF_WORDS = frozenset({ITEM, TEXT})
_EMPTY_CELLS = "| \t\u00a0"
_INNER_END = re.compile(r"[.!?](?<=[a-z)\]].) ")  # opens with the mark, which is rare


def read_rows(text: str) -> list[Line]:
    """The rows of ``text``: its lines without the blank ones and the rules, hard-wrapped ones joined."""
    lines = read_lines(text)
    return _join_rows(text, lines, _wrap_width(lines))


def _wrap_width(lines: list[Line]) -> int:
    """The column at which the text is hard-wrapped; 0 where it is not, or by hand; -1 where a line is a paragraph.

    A line that starts in lower case goes on with the line before. Where most of these lines before are so full that
    the next word had no room, and hardly a line is longer, a program wrapped the text at the longest of them.
    Where they only come near to it, a person wrapped the text by eye, and the width given is the least that counts.
    """
    widths = [line.width for line in lines if line.role >= ITEM]
    unwrapped = -1 if sum(width > _WIDEST_WRAP for width in widths) * 10 > len(widths) else 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and _goes_on(a, b)]
    if len(pairs) < 2:
        return unwrapped
    width = sorted(a.width for a, _ in pairs)[ceil(0.95 * (len(pairs) - 1))]
    if 2 * sum(b.width > 0.6 * width or _ends_sentence(b) for _, b in pairs) < len(pairs):
        return unwrapped  # a few words under a label, again and again
    full = sum(a.width + 1 + _first_word_length(b) > width for a, b in pairs)
    longer = sum(w > 1.3 * width for w in widths)
    allowed = len(pairs) / 2 if len(pairs) >= _ENOUGH_PAIRS else 0
    if full >= 0.7 * len(pairs) and longer <= allowed:
        return width
    near = sum(a.width >= width - _RAGGED for a, _ in pairs)
    if len(pairs) >= _ENOUGH_RAGGED_PAIRS and near >= 0.8 * len(pairs) and longer <= 0.1 * len(pairs):
        return width - _RAGGED
    return unwrapped


def _goes_on(line: Line, after: Line) -> bool:
    """Whether ``after``, right under ``line``, goes on with it, and ``line`` is as wide as wrapped ones are."""
    return (
        after.body[0].islower()
        and after.role is TEXT
        and line.role >= ITEM
        and _NARROWEST_WRAP <= line.width <= _WIDEST_WRAP
        and not line.body.endswith(TERMINAL)
    )


def _ends_sentence(line: Line) -> bool:
    return line.body.endswith(TERMINAL) or _INNER_END.search(line.body) is not None


def _first_word_length(line: Line) -> int:
    return len(line.marker) or len(line.body.split(None, 1)[0])


def _join_rows(text: str, lines: list[Line], width: int) -> list[Line]:
    """The rows of the text: ``lines`` without the rules, hard-wrapped ones joined."""
    rows: list[Line] = []
    ends: list[int] = []  # where each row ends; its words are cut out once, when it is whole
    listed = False  # an intro stands above: without a program's wrapping, each line under it is an item of its own
    unnamed = False  # a header without words stands above
    last = lines[0] if lines else None
    for at, line in enumerate(lines):
        if line.role is RULE:
            if not (line.gap or is_inside_table(line)):
                rows[-1] = replace(rows[-1], ruled=True)
            elif line.gap and line.body[0] == "|":
                unnamed = unnamed or not line.body.strip(_EMPTY_CELLS)
            continue
        if unnamed:
            unnamed = False
            if line.role is PIPE and line.gap:
                line.marker = UNNAMED
        if last is not None and (line.gap or last.body.endswith(":")):
            listed = last.body.endswith(":")
        wrap = _LISTED if listed and width <= 0 else width
        if (
            last is not None
            and not line.gap
            and (
                _continues(rows, last, line, wrap)
                or (line.body[0] in OPENS_MARK and _is_its_mark(rows, last, line))
                or (0 >= wrap > _LISTED and line.body[0].islower() and _is_parted(rows, lines, at))
            )
        ):
            ends[-1] = line.end
        else:
            rows.append(line)
            ends.append(line.end)
        last = line
    return [
        row if row.end == end else replace(row, end=end, body=text[row.start : end])
        for row, end in zip(rows, ends, strict=True)
    ]


def _continues(rows: list[Line], last: Line, line: Line, width: int) -> bool:
    """Whether ``line`` goes on with the row that ``last`` ends. Of the last row, its first line is known."""
    row = rows[-1]
    lower = line.body[0].islower()
    if (width <= 0 and not lower) or row.role not in _OF_WORDS or line.role not in _OF_WORDS:
        return False
    if "\t" in line.body or _opens_entry(row, line):
        return False
    open_end = not last.body.endswith(TERMINAL)
    if lower and row.role is ITEM and line.role is TEXT and line.column > row.column:
        return True  # indented under its item
    if width == _LISTED:
        return False
    if width <= 0:  # prose starts with a capital: a row that does not is an item, and so is the next
        least = _HAND_WRAP if width == 0 else _ONE_LONG_LINE
        prose = row.role is ITEM or not row.body[0].islower()
        goes_on = line.width >= least or _ends_sentence(line)
        return (
            line.role is TEXT and open_end and lower and prose and last.width >= least and goes_on
        ) and not is_boilerplate_line(last.body)
    full = last.width + 1 + _first_word_length(line) > width
    if (last.width < width / 2 and not (full and open_end)) or (not lower and is_boilerplate_line(last.body)):
        return False
    if line.role is ITEM:
        return full and open_end and not _is_real_marker(rows, line)
    return full or (open_end and (lower or last.body.endswith((",", ";", "-", "–", "—"))))


def _is_parted(rows: list[Line], lines: list[Line], at: int) -> bool:
    """Whether the line at ``at`` ends the sentence that the one above it, the first of its paragraph, begins."""
    above = lines[at - 1]
    opens = above is rows[-1] and (above.gap or lines[at - 2].body.endswith(TERMINAL))
    below = lines[at + 1] if at + 1 < len(lines) else None
    return opens and is_parted(above, lines[at], below) and not is_boilerplate_line(above.body)


def _is_its_mark(rows: list[Line], last: Line, line: Line) -> bool:
    """Whether ``line`` is a footnote's mark that a copied page has put on a line of its own, behind the sentence that
    ``last`` ends, and not the number of the next entry of a list of references."""
    return (
        line.role is TEXT
        and is_lone_mark(line.body)
        and last.body.endswith(TERMINAL)
        and not (len(rows) > 1 and is_lone_mark(rows[-2].body))
    )


_ENTRY = re.compile(r"\[\^?\d{1,3}\]")


def _opens_entry(row: Line, line: Line) -> bool:
    """A reference that starts with its own number never goes on with another one."""
    return bool(_ENTRY.match(line.body) and _ENTRY.match(row.body))


def _is_real_marker(rows: list[Line], line: Line) -> bool:
    """Whether a marker inside wrapped prose opens an item, or is a number or a dash of the sentence itself."""
    number = line.marker.rstrip(".)")
    if number.isdigit():
        before = next((r.marker for r in reversed(rows[-40:]) if r.role is ITEM and r.column == line.column), "")
        return number == "1" or before.rstrip(".)") == str(int(number) - 1)
    if line.marker[0] in "-–—+":
        row = rows[-1]
        return (
            row.marker == line.marker or not line.body[0].islower() or (line.column > row.column and row.role is TEXT)
        )
    return True


def group_ends(rows: list[Line]) -> list[int]:
    """For each row, the index behind the last row of its group: the rows with no blank line between them."""
    ends = [len(rows)] * len(rows)
    for i in range(len(rows) - 2, -1, -1):
        ends[i] = i + 1 if rows[i + 1].gap else ends[i + 1]
    return ends
