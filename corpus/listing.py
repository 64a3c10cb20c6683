"""Lists: how deep an item stands, and which rows without a marker are one: plain lists, contents, badges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.cell_looks import has_cells
from corpus.heading_looks import is_caption, is_prose, looks_like_heading
from corpus.lines import HEADING, TEXT, Line
from corpus.patterns import ENDS_OF_NOTES, asks, without_note

_INTRO_END = (":", ":**", ":*", ":__")
_MAY_END_INTRO = ENDS_OF_NOTES | set(":*_")
_MAX_ITEM = 100
_MAX_LONG_ITEM = 250
_INNER = re.compile(r"[a-z)]{2}[.!?]\s+[A-Z]")
_MAX_BADGE_WORDS = 4
_GOES_ON = re.compile(r";(?: (?:and|or))?\Z")  # one more item of the list comes
_ENDED = re.compile(r"[.!?:;…]\W*\Z|[a-z)][.!?] ")
# Words that head a section so often that one after a list without markers is a heading and not its last item.
_SECTION_WORDS = re.compile(
    r"(?:overview|outlook|symptoms?|diagnosis|treatments?|prevention|causes|summary|conclusions?|complications|prognosis|"
    r"risk factors|side effects|dosage|warnings?|interactions|precautions|takeaways?|(?:the )?bottom line|key points?|"
    r"research|references|sources|background|introduction|methods|results|discussion|recovery|benefits|risks|tests|"
    r"exams and tests|when to .*|living with .*|how to .*|what (?:is|are) .*)\Z",
    re.IGNORECASE,
)


class Nesting:
    """The indents of the lists that are open, outermost first."""

    def __init__(self) -> None:
        self._columns: list[int] = []

    def depth(self, column: int) -> int:
        """How deep an item at ``column`` stands, from 1; the item is open from then on."""
        while self._columns and self._columns[-1] > column:
            self._columns.pop()
        if not self._columns or self._columns[-1] < column:
            self._columns.append(column)
        return len(self._columns)

    def depth_of_text(self, column: int) -> int:
        """How deep a paragraph at ``column`` stands: that of the item it is indented under, or 0."""
        return sum(column > item for item in self._columns) if self._columns else 0

    def close(self) -> None:
        """No list is open any more."""
        self._columns.clear()


def is_intro(line: str) -> bool:
    """Whether a line announces what follows: it ends in a colon."""
    return line[-1] in _MAY_END_INTRO and (line.endswith(_INTRO_END) or without_note(line)[-1] == ":")


def is_plain_list(rows: Sequence[Line]) -> bool:
    """Whether one group is a heading or an intro, and right under it at least two short lines: its list."""
    head, items = rows[0], rows[1:]
    if len(items) < 2 or any(row.role is not TEXT for row in rows) or not all(map(_is_short, items)):
        return False
    if any(map(has_cells, rows)) or is_caption(head.body) or not (is_intro(head.body) or looks_like_heading(head.body)):
        return False
    return not any(is_boilerplate_line(row.body) for row in items)


def is_unmarked_item(rows: Sequence[Line], i: int, *, begun: bool) -> bool:
    """Whether row ``i``, after "... include:" or (``begun``) after the first item of such a list, is an item."""
    row = rows[i]
    after = rows[i + 1] if i + 1 < len(rows) else None
    if _is_one_of_a_sentence(row, rows[i - 1] if begun else row):
        return True
    if row.role is not TEXT or not (_is_short(row) or (begun and _is_long_item(rows[i - 1], row))):
        return False
    if begun:
        if row.gap and not rows[i - 1].gap:  # a list without blank lines ends at one
            return False
        return not (_SECTION_WORDS.match(row.body) and after is not None)
    return after is not None and after.role is TEXT and (_is_short(after) or _is_long_item(row, after))


def contents_length(rows: Sequence[Line], i: int) -> int:
    """How many rows the table of contents takes whose label is row ``i``, with the label.

    It ends with its group, where a line comes back as the heading it names, or before the first running text.
    """
    seen: set[str] = set()
    alone = i + 1 < len(rows) and rows[i + 1].gap  # a blank line behind every entry, or behind the label
    j = i + 1
    while j < len(rows) and rows[j].role is not HEADING and _is_entry(rows[j]):
        words = rows[j].body.casefold()
        if words in seen or (rows[j].gap and j > i + 1 and not (alone and rows[j - 1].gap)):
            return j - i
        seen.add(words)
        j += 1
    heads_text = j > i + 1 and j < len(rows) and rows[j - 1].role is TEXT and is_prose(rows[j])
    return j - i - (1 if heads_text and not (rows[j].gap and not rows[j - 1].gap) else 0)


def is_preamble(rows: Sequence[Line], i: int, stop: int) -> bool:
    """Whether the group ``[i, stop)`` above the title is badges, ratings and dates: short lines, one of them plainly
    boilerplate, with something like a title below."""
    group = rows[i:stop]
    if len(group) < 2 or any(row.role is not TEXT or len(row.body) > 80 for row in group):
        return False
    known = [is_boilerplate_line(row.body) for row in group]
    if not known[0] and sum(known) * 2 <= len(group):
        return False
    if any(
        not is_known and len(row.body.split()) > _MAX_BADGE_WORDS for row, is_known in zip(group, known, strict=True)
    ):
        return False  # that is the title
    return any(row.gap and looks_like_heading(row.body) for row in rows[stop : stop + 6])


def is_link(row: Line) -> bool:
    """Whether ``row`` is the title of another article, perhaps a question, and no running text."""
    return not is_prose(row) or (len(row.body) <= _MAX_ITEM and not _INNER.search(row.body))


def _is_one_of_a_sentence(row: Line, before: Line) -> bool:
    """Whether ``row`` or the one before says that the list goes on: ``asthma; / kidney disease; or / gout.``"""
    return (row.role is TEXT and len(row.body) <= _MAX_ITEM and row.body[0].islower()) and (
        _GOES_ON.search(row.body) or _GOES_ON.search(before.body)
    ) is not None


def _is_long_item(before: Line, row: Line) -> bool:
    """Whether a long line is an item: it has no full stop, and stands to the one before as items do."""
    return len(row.body) <= _MAX_LONG_ITEM and before.role is TEXT and not _ENDED.search(row.body)


def _is_entry(row: Line) -> bool:
    return _is_short(row) or (asks(row.body) and len(row.body) <= _MAX_ITEM)


def _is_short(row: Line) -> bool:
    return len(row.body) <= _MAX_ITEM and not row.body.endswith(":") and not is_prose(row)
