"""Text -> blocks: title, heading, paragraph, list item, table, reference, boilerplate. Pure rules on ``str``.

The rows of the text (see ``lines``) are walked once. What a row is follows from its marks, its look, its neighbours
and the section it stands in. No word is ever dropped: every row becomes exactly one block.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from corpus import boilerplate, headings, listing, notices, references, tables
from corpus.front_matter import front_matter_end
from corpus.lines import Line, Role, group_ends, join_rows, read_lines, wrap_width
from corpus.patterns import asks


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


class Section(StrEnum):
    """What the last heading says about the rows under it."""

    BODY = "body"
    FAQ = "faq"
    REFERENCES = "references"
    END_MATTER = "end matter"  # all of it is boilerplate
    LINKS = "links"  # titles of other articles


_LONGEST_DECK = 250
_MOST_FRONT_ROWS = 200
_LONGEST_NAME = 40


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order. They never overlap; what stands between them is white space and markers."""
    lines = read_lines(text)
    rows = join_rows(text, lines, wrap_width(lines))
    return _Walk(rows).blocks(front_matter_end(text))


class _Walk:
    """One walk over the rows of one text, with what it must remember."""

    def __init__(self, rows: list[Line]) -> None:
        self._rows = rows
        self._found: list[Block] = []
        self._outline = headings.Outline()
        self._nesting = listing.Nesting()
        self._section = Section.BODY
        self._titled = False
        self._intro = False  # the block before announces a list
        self._unmarked = False  # inside a list without markers
        self._prose = False  # running text was seen
        self._number = 0  # of the last numbered heading

    def blocks(self, begins: int = 0) -> list[Block]:
        """Every row as one block, in order. What stands before ``begins`` is front matter."""
        ends = group_ends(self._rows)
        i = self._add_all(Part.BOILERPLATE, 0, sum(row.start < begins for row in self._rows[:_MOST_FRONT_ROWS]))
        i += self._add_all(Part.BOILERPLATE, i, boilerplate.email_headers([row.body for row in self._rows[i : i + 40]]))
        while i < len(self._rows):
            i += self._take(i, ends[i])
        return self._found

    def _take(self, i: int, stop: int) -> int:
        """Turns the rows from ``i`` on into blocks, at most to ``stop``, where the group ends (a table or a list of
        contents whose lines all stand alone goes further); returns how many."""
        rows = self._rows
        if notices.is_contents_label(rows[i].body):
            return self._add_all(Part.BOILERPLATE, i, listing.contents_length(rows, i))
        if rows[i].gap and not (self._titled or self._prose) and listing.is_preamble(rows, i, stop):
            return self._add_all(Part.BOILERPLATE, i, stop - i)
        if self._section in (Section.BODY, Section.FAQ):
            if length := self._table_length(i, stop):
                self._add(Part.TABLE_HEADER, rows[i])
                self._add_all(Part.TABLE_ROW, i + 1, length - 1)
                return length
            if (
                (rows[i].gap and self._titled)
                and not tables.stands_over(rows, i, stop)
                and listing.is_plain_list(rows[i:stop])
            ):
                self._row(i)
                part = Part.BOILERPLATE if self._section in (Section.END_MATTER, Section.LINKS) else Part.ITEM
                return 1 + self._add_all(part, i + 1, stop - i - 1)
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
        if self._unmarked and not tables.is_celled(row.body):  # the list goes on
            return 0
        return tables.flat_length(self._rows, i, stop)

    def _row(self, i: int) -> None:
        """Adds row ``i`` as the block that it is."""
        row = self._rows[i]
        if self._section is Section.REFERENCES and not self._leaves_references(i):
            self._add(Part.REFERENCE, row)
        elif self._section is Section.END_MATTER and row.role is Role.TEXT and not row.gap:
            self._add(Part.NOTICE if headings.is_prose(row) else Part.BOILERPLATE, row)
        elif self._section is Section.LINKS and row.role is not Role.HEADING and not headings.is_prose(row):
            self._add(Part.BOILERPLATE, row)
        elif not (self._signs(i) or self._is_data(row)) and headings.is_heading(
            self._rows, i, in_list=self._unmarked_item(i), titled=self._titled, number=self._number
        ):
            self._heading(row, i)
        elif row.role is Role.ITEM:
            self._marked(row)
        else:
            self._text(i)

    def _heading(self, row: Line, i: int) -> None:
        words = row.body.strip("*_# ")
        if row.role is Role.ITEM and row.marker[:-1].isdigit():
            self._number = int(row.marker[:-1])
        if self._section is Section.FAQ and asks(words):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
            return
        self._enter(words, i)
        if not self._titled and self._section in (Section.BODY, Section.FAQ):
            self._add(Part.TITLE, row)
        else:
            under_heading = bool(self._found) and self._found[-1].part is Part.HEADING
            self._add(Part.HEADING, row, self._outline.depth(row, under_heading))
        self._titled = True

    def _enter(self, heading: str, i: int) -> None:
        """Remembers what section ``heading`` opens."""
        self._section = Section.BODY
        if notices.opens_links(heading):
            self._section = Section.LINKS
        elif notices.opens_end_matter(heading):
            self._section = Section.END_MATTER
        elif headings.opens_faq(heading):
            self._section = Section.FAQ
        elif references.is_references_heading(heading):
            below = self._rows[i + 1 : i + 4]
            if any(references.is_entry(row.body, row.marker) for row in below):
                self._section = Section.REFERENCES

    def _leaves_references(self, i: int) -> bool:
        """Whether row ``i`` stands after the bibliography: a new heading, a notice, prose that cites nothing."""
        row = self._rows[i]
        notice = row.gap and notices.is_notice(row.body)
        stray = boilerplate.is_boilerplate_line(row.body) and not references.has_entry_signs(row.body)
        ends = notice or stray or notices.opens_end_matter(row.body)
        if row.role is not Role.HEADING and not ends and references.is_entry(row.body, row.marker):
            return False
        leaves = row.role is Role.HEADING or ends
        if leaves or (row.gap and (headings.looks_like_heading(row.body) or headings.is_prose(row))):
            self._section = Section.END_MATTER if notice else Section.BODY
            return True
        return False

    def _marked(self, row: Line) -> None:
        """A row with a bullet or an enumerator."""
        if row.quoted and row.marker in "—–-" and boilerplate.is_attribution(row.body):
            self._add(Part.BOILERPLATE, row)
        elif references.is_stray_entry(row.body):
            self._add(Part.REFERENCE, row)
        elif self._section is Section.END_MATTER:
            self._add(Part.NOTICE, row)
        else:
            self._add(Part.ITEM, row, self._nesting.depth(row.column))

    def _text(self, i: int) -> None:
        """A row without a marker that is no heading."""
        row = self._rows[i]
        if references.is_stray_entry(row.body):
            self._add(Part.REFERENCE, row)
        elif boilerplate.is_boilerplate_line(row.body) or self._signs(i) or self._is_data(row):
            self._add(Part.BOILERPLATE, row)
            if notices.opens_links(row.body):
                self._section = Section.LINKS
        elif headings.is_faq_question(row, in_faq=self._section is Section.FAQ):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
        elif self._unmarked_item(i) or self._under_label(row):
            self._add(Part.ITEM, row, 1)
            self._unmarked = True
        elif self._is_deck(i):
            self._add(Part.HEADING, row, self._outline.depth(row, under_heading=False))
        elif row.body.startswith(("--", "—", "–")) and boilerplate.is_attribution(row.body.lstrip("-–— ")):
            self._add(Part.BOILERPLATE, row)
        elif self._section is Section.END_MATTER or notices.opens_notice(row.body):
            self._add(Part.NOTICE, row)
        else:
            self._add(Part.PARAGRAPH, row, self._nesting.depth_of_text(row.column))
            self._prose = True

    def _signs(self, i: int) -> bool:
        """Whether row ``i`` names who wrote the post below: a few words right over a time."""
        if not self._titled or i + 1 >= len(self._rows):
            return False
        row, after = self._rows[i], self._rows[i + 1]
        return (
            not after.gap
            and len(row.body) <= _LONGEST_NAME
            and row.body[-1] not in ".!?"
            and all(not word[0].islower() for word in row.body.split()[1:2])
            and boilerplate.is_time(after.body)
        )

    def _is_data(self, row: Line) -> bool:
        """Whether ``row`` says something about the article or its subject, between title and text: ``Editor: N. D.``"""
        return self._titled and not self._prose and row.role is Role.TEXT and boilerplate.is_datum(row.body)

    def _is_deck(self, i: int) -> bool:
        """Whether row ``i`` is the line between the title and the byline, which sums the article up."""
        rows = self._rows
        return (
            bool(self._found)
            and self._found[-1].part is Part.TITLE
            and len(rows[i].body) <= _LONGEST_DECK
            and i + 1 < len(rows)
            and boilerplate.is_boilerplate_line(rows[i + 1].body)
        )

    def _under_label(self, row: Line) -> bool:
        """Whether ``row`` is what stands under a label, in lower case and no sentence: ``Common / sleepiness``."""
        return (
            not row.gap
            and row.body[0].islower()
            and bool(self._found)
            and self._found[-1].part is Part.HEADING
            and not headings.is_prose(row)
        )

    def _unmarked_item(self, i: int) -> bool:
        return (self._intro or self._unmarked) and listing.is_unmarked_item(self._rows, i, begun=self._unmarked)

    def _add_all(self, part: Part, i: int, count: int) -> int:
        for row in self._rows[i : i + count]:
            self._add(part, row, 1 if part is Part.ITEM else 0)
        return count

    def _add(self, part: Part, row: Line, depth: int = 0) -> None:
        self._found.append(Block(part, row.start, row.end, depth))
        self._intro = listing.is_intro(row.body) and part in (Part.PARAGRAPH, Part.ITEM, Part.HEADING)
        self._unmarked = False
        if part is not Part.ITEM and not (part is Part.PARAGRAPH and depth):
            self._nesting.close()
