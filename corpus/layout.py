"""Text -> blocks: title, heading, paragraph, list item, table, reference, boilerplate. Pure rules on ``str``.

The rows of the text (see ``rows``) are walked once. What a row is follows from its marks, its look, its neighbours
and the section it stands in. No word is ever dropped: every row becomes exactly one block.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from corpus import furniture, labels, listing, notices, opening, references, surroundings, tables
from corpus.boilerplate.data import email_headers, is_datum
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.boilerplate.people import is_attribution
from corpus.boilerplate.times import is_stamp, is_time
from corpus.faq import is_faq_question, opens_faq
from corpus.front_matter import front_matter_end
from corpus.heading_looks import is_prose, looks_like_heading
from corpus.headings import is_heading, may_be_heading, numbered_sections
from corpus.lines import Line, Role
from corpus.outline import Outline
from corpus.patterns import asks
from corpus.rows import group_ends, read_rows
from corpus.running import is_running_text


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


_MAY_ANNOUNCE = frozenset({Part.PARAGRAPH, Part.ITEM, Part.HEADING})
_OF_TEXT = frozenset({Section.BODY, Section.FAQ})
_MOST_FRONT_ROWS = 200
_LONGEST_DISCLOSURE = 600


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order. They never overlap; what stands between them is white space and markers."""
    return _Walk(read_rows(text)).blocks(front_matter_end(text))


class _Walk:
    """One walk over the rows of one text, with what it must remember."""

    def __init__(self, rows: list[Line]) -> None:
        self._rows = rows
        self._found: list[Block] = []
        self._outline = Outline()
        self._nesting = listing.Nesting()
        self._section = Section.BODY
        self._asks = False  # the title says that the whole of it is questions and answers
        self._titled = False
        self._intro = False  # the block before announces a list
        self._unmarked = False  # inside a list without markers
        self._prose = False  # running text was seen
        self._label = False  # the row may be a label of links, contents or references
        self._number = 0  # of the last numbered heading
        self._sections = numbered_sections(rows)
        self._title: int | None = None  # the row that is the title, where several lines could be it

    def blocks(self, begins: int = 0) -> list[Block]:
        """Every row as one block, in order. What stands before ``begins`` is front matter."""
        ends = group_ends(self._rows)
        i = self._add_all(Part.BOILERPLATE, 0, sum(row.start < begins for row in self._rows[:_MOST_FRONT_ROWS]))
        i += self._add_all(Part.BOILERPLATE, i, email_headers([row.body for row in self._rows[i : i + 40]]))
        self._title = opening.find_title(self._rows, i)
        while i < len(self._rows):
            i += self._take(i, ends[i])
        return self._found

    def _take(self, i: int, stop: int) -> int:
        """Turns the rows from ``i`` on into blocks, at most to ``stop``, where the group ends (a table or a list of
        contents whose lines all stand alone goes further); returns how many."""
        rows = self._rows
        if self._title is not None and i <= self._title and not self._titled:
            return self._above_title(i)
        if self._titled and self._section in _OF_TEXT and self._takes_at_sight(i):
            return 1
        if self._is_furniture(i):
            return self._add_all(Part.BOILERPLATE, i, 1)
        self._label = labels.may_be_label(rows[i].body)
        if self._label and labels.is_contents_label(rows[i].body):
            return self._contents(i)
        if rows[i].gap and not (self._titled or self._prose) and listing.is_preamble(rows, i, stop):
            return self._add_all(Part.BOILERPLATE, i, stop - i)
        if self._section in _OF_TEXT:
            if length := self._table_length(i, stop):
                self._add(Part.TABLE_HEADER, rows[i])
                self._add_all(Part.TABLE_ROW, i + 1, length - 1)
                return length
            if (
                (rows[i].gap and self._titled)
                and stop - i > 2
                and listing.is_plain_list(rows[i:stop])
                and not tables.stands_over(rows, i, stop)
            ):
                self._row(i)
                part = Part.BOILERPLATE if self._section in (Section.END_MATTER, Section.LINKS) else Part.ITEM
                return 1 + self._add_all(part, i + 1, stop - i - 1)
        self._row(i)
        return 1

    def _above_title(self, i: int) -> int:
        """Row ``i``: the title itself, or what stands above it: a notice in prose, or names, dates and buttons."""
        row = self._rows[i]
        if i == self._title:
            self._enter(row.body.strip("*_# "), i)
            self._add(Part.TITLE, row)
            self._titled = True
        else:
            if row.body.startswith(("Dear ", "DEAR ")):
                self._add(Part.PARAGRAPH, row)
                return 1
            notice = is_prose(row) and not is_boilerplate_line(row.body)
            self._add(Part.NOTICE if notice else Part.BOILERPLATE, row)
        return 1

    def _contents(self, i: int) -> int:
        """A table of contents: its label heads it, its entries say nothing."""
        length = listing.contents_length(self._rows, i)
        if self._titled and length > 1:
            self._add(Part.HEADING, self._rows[i], self._outline.depth(self._rows[i], under_heading=False))
            return 1 + self._add_all(Part.BOILERPLATE, i + 1, length - 1)
        return self._add_all(Part.BOILERPLATE, i, length)

    def _takes_at_sight(self, i: int) -> bool:
        """Whether row ``i`` is running text or an item of a list; it is a block then. No table and no name begins
        there."""
        row = self._rows[i]
        if is_running_text(row):
            self._running_text(i)
        elif row.role is Role.ITEM and not labels.is_contents_label(row.body):
            self._row(i)
        else:
            return False
        return True

    def _running_text(self, i: int) -> None:
        """Row ``i``, running text under the title: a paragraph, if none of the few rules says otherwise that look at
        such a row. What ``_row`` would make of it, in a third of the time."""
        row = self._rows[i]
        body = row.body
        if ":" in body and references.is_stray_entry(body):
            self._add(Part.REFERENCE, row)
        elif (
            ("; " in body and furniture.is_furniture(body))
            or is_boilerplate_line(body)
            or surroundings.tells_picture(self._rows, i)
        ):
            self._add(Part.BOILERPLATE, row)
        elif is_faq_question(row, in_faq=self._section is Section.FAQ):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
        elif self._found[-1].part is Part.TITLE and surroundings.is_deck(self._rows, i):
            self._subtitle(row)
        elif notices.opens_notice(body):
            self._add(Part.NOTICE, row)
        else:
            self._add(Part.PARAGRAPH, row, self._nesting.depth_of_text(row.column))
            self._prose = True

    def _is_furniture(self, i: int) -> bool:
        """Whether row ``i`` belongs to the site: its masthead, its buttons, the line that tells who wrote a post."""
        row = self._rows[i]
        if row.role is not Role.TEXT or self._section is Section.REFERENCES:
            return False
        if furniture.is_furniture(row.body):
            return True
        if self._titled:
            if (" | " in row.body or "   " in row.body) and surroundings.stands_in_cells(self._rows, i):
                return True
            if not self._prose and self._is_imprint(i):
                return True
            if surroundings.names_writer(self._rows, i):
                return True
            apart = bool(self._found) and self._found[-1].part is Part.BOILERPLATE
            return surroundings.names_poster(self._rows, i, apart=apart)
        return surroundings.is_masthead(self._rows, i)

    def _is_imprint(self, i: int) -> bool:
        """Whether row ``i``, right under the title or a byline, says who publishes the article or where it stands."""
        row = self._rows[i]
        above = self._found[-1].part if self._found else None
        if is_prose(row) or not (above is Part.BOILERPLATE or (above is Part.TITLE and not row.gap)):
            return False
        after = self._rows[i + 1] if i + 1 < len(self._rows) else row
        between = above is Part.BOILERPLATE and not (row.gap or after.gap)
        if between and is_boilerplate_line(after.body):
            return True
        return opening.names_publisher(row.body)

    def _table_length(self, i: int, stop: int) -> int:
        row = self._rows[i]
        if row.role not in (Role.TEXT, Role.PIPE) or row.body.endswith(":"):
            return 0
        if self._label and (labels.opens_links(row.body) or labels.is_references_heading(row.body)):
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
        elif self._heads_links(i):
            self._section = Section.LINKS
            self._add(Part.HEADING, row, self._outline.depth(row, under_heading=False))
        elif self._section is Section.END_MATTER and row.role is Role.TEXT and not row.gap:
            whole = not is_prose(row) or is_boilerplate_line(row.body)
            self._add(Part.BOILERPLATE if whole else Part.NOTICE, row)
        elif self._section is Section.LINKS and row.role is not Role.HEADING and self._is_link(row):
            self._add(Part.BOILERPLATE, row)
        elif may_be_heading(row) and self._heads(i):
            self._heading(row, i)
        elif row.role is Role.ITEM:
            self._marked(i)
        else:
            self._text(i)

    def _heads(self, i: int) -> bool:
        """Whether row ``i`` is a heading where it stands."""
        return not (self._signs(i) or self._is_data(self._rows[i])) and is_heading(
            self._rows,
            i,
            in_list=self._unmarked_item(i),
            titled=self._titled,
            number=self._number,
            sections=self._sections,
        )

    @staticmethod
    def _is_link(row: Line) -> bool:
        """Whether ``row``, under such a heading, is one more title and not the heading of the references."""
        return listing.is_link(row) and not labels.is_references_heading(row.body)

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

    def _heads_links(self, i: int) -> bool:
        """Whether row ``i`` stands over titles of other articles: "Related articles"."""
        rows = self._rows
        return (
            self._label
            and self._titled
            and rows[i].role in (Role.TEXT, Role.HEADING)
            and labels.opens_links(rows[i].body)
            and i + 1 < len(rows)
            and listing.is_link(rows[i + 1])
        )

    def _enter(self, heading: str, i: int) -> None:
        """Remembers what section ``heading`` opens."""
        if not self._titled:
            self._asks = opens_faq(heading)
        self._section = Section.FAQ if self._asks else Section.BODY
        if labels.opens_links(heading):
            self._section = Section.LINKS
        elif labels.opens_end_matter(heading):
            self._section = Section.END_MATTER
        elif opens_faq(heading):
            self._section = Section.FAQ
        elif labels.is_references_heading(heading):
            below = self._rows[i + 1 : i + 4]
            if any(references.is_entry(row.body, row.marker) for row in below):
                self._section = Section.REFERENCES

    def _leaves_references(self, i: int) -> bool:
        """Whether row ``i`` stands after the bibliography: a new heading, a notice, prose that cites nothing."""
        row = self._rows[i]
        notice = row.gap and notices.is_notice(row.body)
        stray = not references.has_entry_signs(row.body) and is_boilerplate_line(row.body)
        ends = notice or stray or labels.opens_end_matter(row.body)
        if row.role is not Role.HEADING and not ends and references.is_entry(row.body, row.marker):
            return False
        leaves = row.role is Role.HEADING or ends
        if leaves or (row.gap and (looks_like_heading(row.body) or is_prose(row))):
            self._section = Section.END_MATTER if notice else Section.BODY
            return True
        return False

    def _marked(self, i: int) -> None:
        """A row with a bullet or an enumerator."""
        row = self._rows[i]
        if (
            surroundings.signs_letter(self._rows, i)
            or is_stamp(row.body)
            or (row.quoted and row.marker in "—–-" and is_attribution(row.body))
        ):
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
        elif self._stands_apart(i):
            self._add(Part.BOILERPLATE, row)
            if labels.opens_links(row.body):
                self._section = Section.LINKS
        elif is_faq_question(row, in_faq=self._section is Section.FAQ):
            self._add(Part.QUESTION, row, len(self._outline) + 1)
        elif self._goes_with_title(i):
            self._subtitle(row)
        elif self._unmarked_item(i) or self._under_label(row):
            self._add(Part.ITEM, row, 1)
            self._unmarked = True
        elif row.body.startswith(("--", "—", "–")) and is_attribution(row.body.lstrip("-–— ")):
            self._add(Part.BOILERPLATE, row)
        elif self._section is Section.END_MATTER or notices.opens_notice(row.body) or self._is_disclosure(row):
            self._add(Part.NOTICE, row)
        else:
            self._add(Part.PARAGRAPH, row, self._nesting.depth_of_text(row.column))
            self._prose = True
            if self._section is Section.LINKS:
                self._section = Section.BODY

    def _subtitle(self, row: Line) -> None:
        """Adds the line under the title, which may say that the whole page is questions and answers."""
        if opens_faq(row.body):
            self._asks, self._section = True, Section.FAQ
        self._add(Part.HEADING, row, self._outline.depth(row, under_heading=False))

    def _stands_apart(self, i: int) -> bool:
        """Whether row ``i`` belongs to no text: a byline, a date, what is under a picture."""
        row = self._rows[i]
        return (
            is_boilerplate_line(row.body)
            or self._signs(i)
            or self._is_data(row)
            or surroundings.tells_picture(self._rows, i)
        )

    def _goes_with_title(self, i: int) -> bool:
        """Whether row ``i`` is a deck or a subtitle."""
        above = self._found[-1].part if self._found else None
        if above is Part.TITLE and surroundings.is_deck(self._rows, i):
            return True
        return above in (Part.TITLE, Part.HEADING) and not self._prose and surroundings.is_subtitle(self._rows, i)

    def _is_disclosure(self, row: Line) -> bool:
        """Whether a paragraph above the title or under the links at the end is a notice from its first words on, or
        holds one."""
        if self._section is Section.LINKS:
            return notices.is_notice(row.body)
        if self._titled or self._prose or len(row.body) > _LONGEST_DISCLOSURE:
            return False
        return any(notices.is_notice(sentence) for sentence in row.body.split(". ") if sentence)

    def _signs(self, i: int) -> bool:
        """Whether row ``i`` names who wrote the post below, a few words right over a time, or the letter
        above."""
        row = self._rows[i]
        if not self._titled:
            return False
        if not row.gap and self._found[-1].part is Part.PARAGRAPH and surroundings.signs_post(self._rows, i):
            return True
        if i + 1 == len(self._rows):
            return False
        after = self._rows[i + 1]
        return (
            not after.gap
            and len(row.body) <= surroundings.LONGEST_NAME
            and row.body[-1] not in ".!?"
            and all(not word[0].islower() for word in row.body.split()[1:2])
            and is_time(after.body)
        )

    def _is_data(self, row: Line) -> bool:
        """Whether ``row`` says something about the article or its subject, between title and text: ``Editor: N. D.``"""
        return self._titled and not self._prose and row.role is Role.TEXT and is_datum(row.body)

    def _under_label(self, row: Line) -> bool:
        """Whether ``row`` is what stands under a label, in lower case and no sentence: ``Common / sleepiness``."""
        return (
            not row.gap
            and row.body[0].islower()
            and bool(self._found)
            and self._found[-1].part is Part.HEADING
            and not is_prose(row)
        )

    def _unmarked_item(self, i: int) -> bool:
        return (self._intro or self._unmarked) and listing.is_unmarked_item(self._rows, i, begun=self._unmarked)

    def _add_all(self, part: Part, i: int, count: int) -> int:
        for row in self._rows[i : i + count]:
            self._add(part, row, 1 if part is Part.ITEM else 0)
        return count

    def _add(self, part: Part, row: Line, depth: int = 0) -> None:
        self._found.append(Block(part, row.start, row.end, depth))
        self._intro = part in _MAY_ANNOUNCE and listing.is_intro(row.body)
        self._unmarked = False
        if part is not Part.ITEM and not (part is Part.PARAGRAPH and depth):
            self._nesting.close()
