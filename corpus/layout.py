"""Text -> blocks: title, heading, paragraph, list item, table, reference, boilerplate. Pure rules on ``str``.

The rows of the text (see ``lines``) are walked once, group by group; a group is what stands between two blank lines.
What a row is follows from its marks, its look, its neighbours and the section it stands in. No word is ever dropped:
every row becomes exactly one block.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from corpus import boilerplate, headings, references, tables
from corpus.lines import Line, Role, group_ends, join_rows, read_lines, wrap_width


class Part(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"  # a whole line
    NOTICE = "notice"  # end matter in prose: cut into sentences
    QUESTION = "question"  # a question of an FAQ, asked on its own line and answered below


class Block(NamedTuple):
    """``text[start:end]`` is one block, without its marker. ``depth`` is how deep a heading or an item stands, from 1;
    0 for everything else."""

    part: Part
    start: int
    end: int
    depth: int = 0


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order. They never overlap; what stands between them is white space and markers."""
    lines = read_lines(text)
    rows = join_rows(text, lines, wrap_width(lines))
    return _Walk(rows).blocks()


_INTRO_END = (":", ":**", ":*", ":__")
_PROSE_END = re.compile(r"[.!?…。؟][\"'”’)\]*_]*(?:\s?\[[\d, –-]+\]|\d{1,3})?\Z")
# Words that head a section so often that one after an unmarked list is a heading and not the last entry.
_SECTION_WORDS = re.compile(
    r"(?:overview|outlook|symptoms?|diagnosis|treatments?|prevention|causes|summary|conclusions?|complications|prognosis|risk factors|"
    r"side effects|dosage|warnings?|interactions|precautions|takeaways?|the bottom line|bottom line|key points?|research|references|sources|"
    r"background|introduction|methods|results|discussion|recovery|benefits|risks|tests|exams and tests|when to .*|living with .*)\Z",
    re.IGNORECASE,
)


class _Walk:
    """One walk over the rows of one text, with what the walk must remember: the section it is in."""

    def __init__(self, rows: list[Line]) -> None:
        self._rows = rows
        self._found: list[Block] = []
        self._outline = headings.Outline()
        self._columns: list[int] = []  # the indents of the open list
        self._titled = False
        self._section = ""  # "", "references", "faq", "boilerplate", "contents"
        self._intro = False  # the block before announces a list
        self._unmarked = False  # inside a list without markers
        self._blocks_of_prose = 0

    def blocks(self) -> list[Block]:
        """Every row as one block, in order."""
        ends = group_ends(self._rows)
        i = self._email_headers()
        while i < len(self._rows):
            i += self._take(i, ends[i])
        return self._found

    def _take(self, i: int, stop: int) -> int:
        """Turns the rows from ``i`` on into blocks, at most to ``stop``, where the group ends (a table whose lines
        all stand alone goes further); returns how many."""
        rows = self._rows
        if rows[i].gap and self._is_preamble(i, stop):
            for row in rows[i:stop]:
                self._add(Part.BOILERPLATE, row)
            return stop - i
        if self._section not in ("references", "contents"):
            if length := self._table_length(i, stop):
                self._table(i, i + length)
                return length
            if self._is_plain_list(rows[i:stop]):
                self._row(i)
                for row in rows[i + 1 : stop]:
                    self._item(row)
                return stop - i
        self._row(i)
        return 1

    def _table_length(self, i: int, stop: int) -> int:
        row = self._rows[i]
        if row.role not in (Role.TEXT, Role.PIPE) or row.body.endswith(":"):
            return 0
        if tables.has_cells(row):
            return tables.bordered_length(self._rows, i, stop)
        if not self._found and row.gap:  # the title stands there
            return 0
        return tables.flat_length(self._rows, i, stop)

    def _is_plain_list(self, rows: list[Line]) -> bool:
        """A heading or an intro, and right under it at least two short lines: a list without markers."""
        if len(rows) < 3 or not self._titled or any(row.role is not Role.TEXT for row in rows):
            return False
        if not (rows[0].body.endswith(_INTRO_END) or headings.looks_like_heading(rows[0].body)):
            return False
        return all(_is_short_phrase(row) and not boilerplate.is_boilerplate_line(row.body) for row in rows[1:])

    def _is_preamble(self, start: int, stop: int) -> bool:
        """Badges, ratings, dates above the title: a group of short lines, one of them plainly boilerplate."""
        if self._titled or self._blocks_of_prose or stop - start < 2:
            return False
        rows = self._rows[start:stop]
        if any(row.role is not Role.TEXT or len(row.body) > 80 for row in rows):
            return False
        known = [boilerplate.is_boilerplate_line(row.body) for row in rows]
        later = self._rows[stop : stop + 6]
        return (known[0] or (sum(known) * 2 > len(rows))) and any(
            row.gap and headings.looks_like_heading(row.body) for row in later
        )

    def _email_headers(self) -> int:
        """Takes the header lines of an e-mail at the top of the text; returns where the rest starts."""
        i = 0
        while i < len(self._rows) and boilerplate.is_email_header(self._rows[i].body):
            i += 1
        if i < 2:
            return 0
        for row in self._rows[:i]:
            self._add(Part.BOILERPLATE, row)
        return i

    def _table(self, start: int, stop: int) -> None:
        self._add(Part.TABLE_HEADER, self._rows[start])
        for row in self._rows[start + 1 : stop]:
            self._add(Part.TABLE_ROW, row)

    # -- rows -----------------------------------------------------------------------------------------------

    def _row(self, i: int) -> None:
        row = self._rows[i]
        if self._section == "references" and not self._ends_references(i):
            self._add(Part.REFERENCE, row)
        elif self._section == "contents" and (row.role is Role.ITEM or not row.gap or len(row.body) < 60):
            if row.role is Role.HEADING or (row.role is Role.TEXT and row.gap and self._found[-1].depth == -1):
                self._section = ""
                self._row(i)
            else:
                self._add(Part.BOILERPLATE, row)
        elif self._is_heading(i):
            self._heading(i)
        elif row.role is Role.ITEM and not boilerplate.is_contents_label(row.body):
            self._marked(row)
        else:
            self._text(i)

    def _text(self, i: int) -> None:
        row = self._rows[i]
        if boilerplate.is_contents_label(row.body):
            self._add(Part.BOILERPLATE, row)
            self._section = "contents"
        elif references.is_stray_entry(row.body):
            self._add(Part.REFERENCE, row)
        elif boilerplate.is_boilerplate_line(row.body):
            self._add(Part.BOILERPLATE, row)
        elif self._section == "faq" and _is_lone_question(row):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
        elif headings.is_question_line(row.body) and row.body.rstrip("*_ ").endswith("?"):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
        elif self._is_unmarked_item(i):
            self._item(row)
            self._unmarked = True
        elif self._is_notice(row):
            self._add(Part.NOTICE, row)
        else:
            self._add(Part.PARAGRAPH, row, len(self._columns) if self._is_inside_item(row) else 0)
            self._blocks_of_prose += 1

    def _marked(self, row: Line) -> None:
        if row.quoted and row.marker in "—–-" and self._found and boilerplate.is_attribution(row.body):
            self._add(Part.BOILERPLATE, row)
        elif references.is_stray_entry(row.body):
            self._add(Part.REFERENCE, row)
        else:
            while self._columns and self._columns[-1] > row.column:
                self._columns.pop()
            if not self._columns or self._columns[-1] < row.column:
                self._columns.append(row.column)
            self._add(Part.ITEM, row, len(self._columns), keep_list=True)

    def _item(self, row: Line) -> None:
        self._add(Part.ITEM, row, 1, keep_list=True)

    def _add(self, part: Part, row: Line, depth: int = 0, *, keep_list: bool = False) -> None:
        self._found.append(Block(part, row.start, row.end, depth))
        self._intro = row.body.endswith(_INTRO_END) and part in (Part.PARAGRAPH, Part.ITEM, Part.HEADING)
        self._unmarked = False
        if not keep_list and not depth:
            self._columns.clear()

    # -- headings -------------------------------------------------------------------------------------------

    def _heading(self, i: int) -> None:
        row = self._rows[i]
        body = row.body.strip("*_# ")
        follows = bool(self._found) and self._found[-1].part is Part.HEADING
        if self._section == "faq" and body.endswith("?"):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
            return
        if boilerplate.opens_boilerplate_section(body) or boilerplate.is_contents_label(body):
            contents = boilerplate.is_contents_label(body)
            self._section = "contents" if contents else "boilerplate"
            self._add(Part.BOILERPLATE if contents else Part.HEADING, row, 0 if contents else self._outline.depth(row, follows))
            return
        self._section = "faq" if headings.opens_faq(body) else ""
        if references.is_references_heading(body) and self._has_entries_below(i):
            self._section = "references"
        if not self._titled and self._section == "":
            self._titled = True
            self._add(Part.TITLE, row)
            return
        self._titled = True
        self._add(Part.HEADING, row, self._outline.depth(row, follows))

    def _is_heading(self, i: int) -> bool:
        row = self._rows[i]
        if row.role is Role.HEADING:
            return True
        if row.role is Role.PIPE or row.quoted or headings.is_question_line(row.body):
            return False
        if not headings.looks_like_heading(row.body) or boilerplate.is_boilerplate_line(row.body):
            return False
        after = self._rows[i + 1] if i + 1 < len(self._rows) else None
        if row.role is Role.ITEM:
            return self._is_numbered_heading(i, after)
        if after is None:  # nothing stands under it
            return False
        if row.ruled and row.gap:
            return not (self._found and boilerplate.is_boilerplate_line(row.body))
        if self._is_unmarked_item(i):
            return False
        return row.gap or after.gap or not self._titled or _is_prose(after) or after.role is not Role.TEXT

    def _is_numbered_heading(self, i: int, after: Line | None) -> bool:
        """``1) Osteoarthritis`` with prose under it. In a list, the next row is the next item."""
        row = self._rows[i]
        if not row.marker[:-1].isdigit() or _PROSE_END.search(row.body.rstrip("?")) or after is None:
            return False
        if row.ruled and row.gap:
            return True
        before = self._rows[i - 1] if i else None
        in_list = before is not None and before.role is Role.ITEM and before.column == row.column and before.marker[-1] == row.marker[-1]
        if in_list and self._found[-1].part is Part.ITEM:
            return False
        return row.gap and after.role is Role.TEXT and (_is_prose(after) or after.gap)

    def _has_entries_below(self, i: int) -> bool:
        below = self._rows[i + 1 : i + 4]
        return any(references.is_entry(row.body, row.marker) for row in below)

    def _ends_references(self, i: int) -> bool:
        """Whether row ``i`` stands after the bibliography: a new heading, a notice, prose that cites nothing."""
        row = self._rows[i]
        notice = row.gap and boilerplate.is_notice(row.body)
        if references.is_entry(row.body, row.marker) and row.role is not Role.HEADING and not notice:
            return False
        if row.role is Role.HEADING or boilerplate.is_notice(row.body) or boilerplate.is_boilerplate_line(row.body):
            self._section = "" if row.role is Role.HEADING else "boilerplate"
            return True
        if row.gap and (headings.looks_like_heading(row.body) or _is_prose(row)):
            self._section = "after"
            return True
        return False

    # -- what a row of text is ------------------------------------------------------------------------------

    def _is_unmarked_item(self, i: int) -> bool:
        """A short line after "... include:", with no marker; or the next one of such a list."""
        row = self._rows[i]
        if not (self._intro or self._unmarked) or row.role is not Role.TEXT or not _is_short_phrase(row):
            return False
        after = self._rows[i + 1] if i + 1 < len(self._rows) else None
        if self._unmarked:
            return not (_SECTION_WORDS.match(row.body) and after is not None and _is_prose(after))
        return after is not None and after.role is Role.TEXT and _is_short_phrase(after)

    def _is_inside_item(self, row: Line) -> bool:
        return bool(self._columns) and row.column > self._columns[-1]

    def _is_notice(self, row: Line) -> bool:
        if self._section == "boilerplate":
            return True
        return self._section != "" and self._section != "faq" and boilerplate.is_notice(row.body) or _starts_as_notice(row.body)


def _starts_as_notice(body: str) -> bool:
    """A paragraph that opens as a notice is one to its end: disclaimers, "You get this letter because ..."."""
    return bool(re.match(r"\W*(?:disclaimer|disclosure|you(?:['’]re| are)? (?:get|getting|receive|receiving) this)", body, re.IGNORECASE))


def _is_prose(row: Line) -> bool:
    """Whether a row reads as running text: it ends like a sentence, or is too long for a heading."""
    return row.role is Role.TEXT and (bool(_PROSE_END.search(row.body)) or len(row.body) > headings.MAX_LENGTH)


def _is_short_phrase(row: Line) -> bool:
    return len(row.body) <= 100 and not _PROSE_END.search(row.body) and not row.body.endswith(":")


def _is_lone_question(row: Line) -> bool:
    return row.body.rstrip("*_\"”").endswith("?") and row.gap
