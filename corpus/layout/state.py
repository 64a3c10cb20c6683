"""What a walk over the rows of a text remembers: the blocks it found, and the section that it is in."""

from __future__ import annotations

from enum import StrEnum

from corpus.faq import opens_faq
from corpus.headings import numbered_sections
from corpus.labels import is_references_heading, may_be_label, opens_end_matter, opens_links
from corpus.layout.blocks import Block, Part
from corpus.lines import Line
from corpus.listing import Nesting, is_intro
from corpus.outline import Outline
from corpus.references import is_entry


class Section(StrEnum):
    """What the last heading says about the rows under it."""

    BODY = "body"
    FAQ = "faq"
    REFERENCES = "references"
    END_MATTER = "end matter"  # all of it is boilerplate
    LINKS = "links"  # titles of other articles


BODY, FAQ, REFERENCES, END_MATTER, LINKS = Section  # by themselves: see ``Role``
_MAY_ANNOUNCE = frozenset({Part.PARAGRAPH, Part.ITEM, Part.HEADING})
_IN_LISTS = frozenset({Part.PARAGRAPH, Part.ITEM})


class State:
    """The rows of one text, and what a walk over them has come to know."""

    def __init__(self, rows: list[Line]) -> None:
        self.rows = rows
        self.found: list[Block] = []
        self.above: Part | None = None  # of the block before
        self.outline = Outline()
        self.nesting = Nesting()
        self.section = BODY
        self.asks = False  # the title says that the whole of it is questions and answers
        self.titled = False
        self.intro = False  # the block before announces a list
        self.unmarked = False  # inside a list without markers
        self.prose = False  # running text was seen
        self.label = False  # the row may be a label of links, contents or references
        self.number = 0  # of the last numbered heading
        self.sections = numbered_sections(rows)
        self.title: int | None = None  # the row that is the title, where several lines could be it

    def add(self, part: Part, row: Line, depth: int = 0) -> None:
        """Makes ``row`` the next block."""
        self.found.append(Block(part, row.start, row.end, depth))
        self.above = part
        self.intro = part in _MAY_ANNOUNCE and is_intro(row.body)
        self.unmarked = False
        if not (depth and part in _IN_LISTS):
            self.nesting.close()

    def add_all(self, part: Part, i: int, count: int) -> int:
        """Makes ``count`` rows from ``i`` on a block each; returns ``count``."""
        for row in self.rows[i : i + count]:
            self.add(part, row, 1 if part is Part.ITEM else 0)
        return count

    def add_heading(self, row: Line, *, under_heading: bool = False) -> None:
        """Makes ``row`` a heading, as deep as its looks say. ``under_heading``: it stands right under another one."""
        self.add(Part.HEADING, row, self.outline.depth(row, under_heading))

    def add_question(self, row: Line) -> None:
        """Makes ``row`` a question of an FAQ, one deeper than the heading above it."""
        self.add(Part.QUESTION, row, len(self.outline) + 1)

    def enter(self, heading: str, i: int) -> None:
        """Remembers what section ``heading``, the words of row ``i``, opens."""
        if not self.titled:
            self.asks = opens_faq(heading)
        self.section = FAQ if self.asks else BODY
        label = may_be_label(heading)
        if label and opens_links(heading):
            self.section = LINKS
        elif opens_end_matter(heading):
            self.section = END_MATTER
        elif opens_faq(heading):
            self.section = FAQ
        elif label and is_references_heading(heading):
            below = self.rows[i + 1 : i + 4]
            if any(is_entry(row.body, row.marker) for row in below):
                self.section = REFERENCES
