"""The walk over the rows of a text, which makes every row one block."""

from __future__ import annotations

from corpus.boilerplate.data import email_headers
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.boilerplate.people import is_attribution
from corpus.boilerplate.times import is_stamp
from corpus.faq import is_faq_question, opens_faq
from corpus.front_matter import front_matter_end
from corpus.furniture import is_furniture
from corpus.heading_looks import is_prose
from corpus.headings import may_be_heading
from corpus.labels import is_contents_label, may_be_label, opens_links
from corpus.layout.blocks import Block, Part
from corpus.layout.standing import (
    belongs_to_site,
    goes_with_title,
    heads,
    heads_links,
    is_disclosure,
    is_one_more_link,
    is_under_label,
    section_behind_references,
    stands_apart,
    stands_in_list,
    table_length,
)
from corpus.layout.state import BODY, END_MATTER, FAQ, LINKS, REFERENCES, State
from corpus.lines import HEADING, ITEM, TEXT, UNNAMED, Line
from corpus.listing import contents_length, is_plain_list, is_preamble
from corpus.notices import opens_notice
from corpus.opening import find_title
from corpus.patterns import asks
from corpus.references import is_stray_entry
from corpus.rows import group_ends, read_rows
from corpus.running import is_running_text
from corpus.surroundings import is_deck, signs_letter, tells_picture
from corpus.tables import stands_over

_OF_TEXT = frozenset({BODY, FAQ})
_MOST_FRONT_ROWS = 200


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order. They never overlap; what stands between them is white space and markers."""
    return Walk(read_rows(text)).blocks(front_matter_end(text))


class Walk(State):
    """One walk over the rows of one text, with what it remembers."""

    def blocks(self, begins: int = 0) -> list[Block]:
        """Every row as one block, in order. What stands before ``begins`` is front matter."""
        ends = group_ends(self.rows)
        i = self.add_all(Part.BOILERPLATE, 0, sum(row.start < begins for row in self.rows[:_MOST_FRONT_ROWS]))
        i += self.add_all(Part.BOILERPLATE, i, email_headers([row.body for row in self.rows[i : i + 40]]))
        self.title = find_title(self.rows, i)
        while i < len(self.rows):
            i += self._take(i, ends[i])
        return self.found

    def _take(self, i: int, stop: int) -> int:
        """Turns the rows from ``i`` on into blocks, at most to ``stop``, where the group ends (a table or a list of
        contents whose lines all stand alone goes further); returns how many."""
        rows = self.rows
        if not self.titled and self.title is not None and i <= self.title:
            return self._above_title(i)
        if self.titled and self.section in _OF_TEXT and self._takes_at_sight(i):
            return 1
        if belongs_to_site(self, i):
            return self.add_all(Part.BOILERPLATE, i, 1)
        self.label = may_be_label(rows[i].body)
        if self.label and is_contents_label(rows[i].body):
            return self._contents(i)
        if not (self.titled or self.prose) and rows[i].gap and is_preamble(rows, i, stop):
            return self.add_all(Part.BOILERPLATE, i, stop - i)
        if self.section in _OF_TEXT:
            if length := table_length(self, i, stop):
                headers = int(rows[i].marker != UNNAMED)
                self.add_all(Part.TABLE_HEADER, i, headers)
                self.add_all(Part.TABLE_ROW, i + headers, length - headers)
                return length
            if (
                (rows[i].gap and self.titled)
                and stop - i > 2
                and is_plain_list(rows[i:stop])
                and not stands_over(rows, i, stop)
            ):
                self._row(i)
                part = Part.BOILERPLATE if self.section in (END_MATTER, LINKS) else Part.ITEM
                return 1 + self.add_all(part, i + 1, stop - i - 1)
        self._row(i)
        return 1

    def _above_title(self, i: int) -> int:
        """Row ``i``: the title itself, or what stands above it: a notice in prose, or names, dates and buttons."""
        row = self.rows[i]
        if i == self.title:
            self.enter(row.body.strip("*_# "), i)
            self.add(Part.TITLE, row)
            self.titled = True
        else:
            if row.body.startswith(("Dear ", "DEAR ")):
                self.add(Part.PARAGRAPH, row)
                return 1
            notice = is_prose(row) and not is_boilerplate_line(row.body)
            self.add(Part.NOTICE if notice else Part.BOILERPLATE, row)
        return 1

    def _contents(self, i: int) -> int:
        """A table of contents: its label heads it, its entries say nothing."""
        length = contents_length(self.rows, i)
        if self.titled and length > 1:
            self.add_heading(self.rows[i])
            return 1 + self.add_all(Part.BOILERPLATE, i + 1, length - 1)
        return self.add_all(Part.BOILERPLATE, i, length)

    def _takes_at_sight(self, i: int) -> bool:
        """Whether row ``i`` is running text or an item of a list; it is a block then. No table and no name begins
        there."""
        row = self.rows[i]
        if row.role is ITEM and not is_contents_label(row.body):
            self._row(i)
        elif is_running_text(row):
            self._running_text(i)
        else:
            return False
        return True

    def _running_text(self, i: int) -> None:
        """Row ``i``, running text under the title: a paragraph, if none of the few rules says otherwise that look at
        such a row. What ``_row`` would make of it, in a third of the time."""
        row = self.rows[i]
        body = row.body
        if ":" in body and is_stray_entry(body):
            self.add(Part.REFERENCE, row)
        elif ("; " in body and is_furniture(body)) or is_boilerplate_line(body) or tells_picture(self.rows, i):
            self.add(Part.BOILERPLATE, row)
        elif is_faq_question(row, in_faq=self.section is FAQ):
            self.add_question(row)
        elif self.above is Part.TITLE and is_deck(self.rows, i):
            self._subtitle(row)
        elif opens_notice(body):
            self.add(Part.NOTICE, row)
        else:
            self.add(Part.PARAGRAPH, row, self.nesting.depth_of_text(row.column))
            self.prose = True

    def _row(self, i: int) -> None:
        """Adds row ``i`` as the block that it is."""
        row = self.rows[i]
        if self.section is REFERENCES:
            opened = section_behind_references(row)
            if opened is None:
                self.add(Part.REFERENCE, row)
                return
            self.section = opened
        if self.label and heads_links(self, i):
            self.section = LINKS
            self.add_heading(row)
        elif self.section is END_MATTER and row.role is TEXT and not row.gap:
            whole = not is_prose(row) or is_boilerplate_line(row.body)
            self.add(Part.BOILERPLATE if whole else Part.NOTICE, row)
        elif self.section is LINKS and row.role is not HEADING and is_one_more_link(row):
            self.add(Part.BOILERPLATE, row)
        elif may_be_heading(row) and heads(self, i):
            self._heading(row, i)
        elif row.role is ITEM:
            self._marked(i)
        else:
            self._text(i)

    def _heading(self, row: Line, i: int) -> None:
        """Row ``i``, a heading: the title where none was yet, a question in an FAQ."""
        words = row.body.strip("*_# ")
        if row.role is ITEM and row.marker[:-1].isdigit():
            self.number = int(row.marker[:-1])
        if self.section is FAQ and asks(words):
            self.add_question(row)
            return
        self.enter(words, i)
        if not self.titled and self.section in (BODY, FAQ):
            self.add(Part.TITLE, row)
        else:
            self.add_heading(row, under_heading=self.above is Part.HEADING)
        self.titled = True

    def _marked(self, i: int) -> None:
        """A row with a bullet or an enumerator."""
        row = self.rows[i]
        if (
            signs_letter(self.rows, i)
            or is_stamp(row.body)
            or (row.quoted and row.marker in "—–-" and is_attribution(row.body))
        ):
            self.add(Part.BOILERPLATE, row)
        elif is_stray_entry(row.body):
            self.add(Part.REFERENCE, row)
        elif self.section is END_MATTER:
            self.add(Part.NOTICE, row)
        else:
            self.add(Part.ITEM, row, self.nesting.depth(row.column))

    def _text(self, i: int) -> None:
        """A row without a marker that is no heading."""
        row = self.rows[i]
        if is_stray_entry(row.body):
            self.add(Part.REFERENCE, row)
        elif stands_apart(self, i):
            self.add(Part.BOILERPLATE, row)
            if opens_links(row.body):
                self.section = LINKS
        elif is_faq_question(row, in_faq=self.section is FAQ):
            self.add_question(row)
        elif goes_with_title(self, i):
            self._subtitle(row)
        elif stands_in_list(self, i) or is_under_label(self, row):
            self.add(Part.ITEM, row, 1)
            self.unmarked = True
        elif row.body.startswith(("--", "—", "–")) and is_attribution(row.body.lstrip("-–— ")):
            self.add(Part.BOILERPLATE, row)
        elif self.section is END_MATTER or opens_notice(row.body) or is_disclosure(self, row):
            self.add(Part.NOTICE, row)
        else:
            self.add(Part.PARAGRAPH, row, self.nesting.depth_of_text(row.column))
            self.prose = True
            if self.section is LINKS:
                self.section = BODY

    def _subtitle(self, row: Line) -> None:
        """Adds the line under the title, which may say that the whole page is questions and answers."""
        if opens_faq(row.body):
            self.asks, self.section = True, FAQ
        self.add_heading(row)
