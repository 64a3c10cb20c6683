"""What stands around each unit: the headings over it, the line that announces its list, the header of its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.cells import named_cells
from corpus.heading_looks import is_caption
from corpus.model import Context, Kind

if TYPE_CHECKING:
    from corpus.units import Unit

_LINE_REST = re.compile(r"[^\r\n]*")
_HEADER, _ROW, _HEADING, _INTRO = Kind.TABLE_HEADER, Kind.TABLE_ROW, Kind.HEADING, Kind.LIST_INTRO
_OF_TABLE = frozenset({_HEADER, _ROW})
# What stands between the last row of a table, or its caption, and the first of one whose header is empty
_UNNAMED_TABLE = re.compile(r"[^\S\n]*\|?[^\S\n]*\n[^\S\n]*\n[^\S\n]*\|[|\s]*\n[^\S\n]*\|\s*:?-")


def with_context(text: str, units: Iterable[Unit]) -> Iterator[tuple[Unit, Context]]:
    """Each of ``units``, cut from ``text`` in order, with what stands around it."""
    return _Reading(text).all(units)


class _Reading:
    """One reading of a text from its start, with what stands over the unit in hand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headings: list[tuple[int, str]] = []
        self._context = Context()
        self._header = ""  # the line of the table's header
        self._before = 0  # where the unit above ends
        self._marked = False  # headings of this text have a "#" before them
        self._caption = False  # the heading above heads no more than the table below, if one stands there
        self._captioned = False  # it does

    def all(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, Context]]:
        """Each unit with its context."""
        for unit in units:
            if unit.kind in _OF_TABLE:
                yield unit, self._in_table(unit)
            else:
                opens = unit.kind is _HEADING or (unit.kind is Kind.QUESTION and unit.depth > 0)
                yield unit, self._outside(unit, opens)
                self._pass(unit, opens)
            self._before = unit.end

    def _outside(self, unit: Unit, opens: bool) -> Context:
        """The context of a unit that is of no table."""
        self._close_caption()
        if opens:
            while self._headings and self._headings[-1][0] >= unit.depth:
                self._headings.pop()
            self._under_headings()
        elif self._context.table_header or (self._context.list_intro and not unit.depth):
            intro = self._context.list_intro if unit.depth else ""
            self._context = replace(self._context, list_intro=intro, table_header="")
        return self._context

    def _in_table(self, unit: Unit) -> Context:
        """The context of a table's header or row."""
        text, is_header = self._text, unit.kind is _HEADER
        if is_header or _UNNAMED_TABLE.match(text, self._before, unit.start):
            self._header = ""
            self._close_caption()
            self._context = replace(self._context, table_header="")
        self._captioned = self._captioned or self._caption
        self._caption = False
        line, context = _whole_line(text, unit, self._before), self._context
        if not is_header:
            return replace(context, cells=named_cells(self._header, line))
        self._header = line
        self._context = replace(context, table_header=_one_line(text[unit.start : unit.end]))
        return context

    def _pass(self, unit: Unit, opens: bool) -> None:
        """Remember what ``unit``, of no table, says of what comes below."""
        text = self._text
        self._header = ""
        self._caption = False
        if opens:
            words = _one_line(text[unit.start : unit.end])
            self._headings.append((unit.depth, words))
            self._under_headings()
            self._caption = unit.kind is _HEADING and self._may_be_caption(unit, words)
        elif unit.kind is Kind.TITLE:
            self._marked = self._has_mark(unit)
        elif unit.kind is _INTRO:
            self._context = replace(self._context, list_intro=_one_line(text[unit.start : unit.end]))

    def _may_be_caption(self, unit: Unit, words: str) -> bool:
        """Whether a heading says that it is of a table, or has no mark where those of sections have one."""
        if self._has_mark(unit):
            self._marked = True
            return False
        return is_caption(words) or (self._marked and words[0] not in "*_")

    def _has_mark(self, unit: Unit) -> bool:
        return self._text[self._before : unit.start].rstrip(" \t").endswith("#")

    def _close_caption(self) -> None:
        """The table that the heading above was the caption of is over."""
        if self._captioned:
            self._headings.pop()
            self._captioned = False
            self._under_headings()

    def _under_headings(self) -> None:
        self._context = Context(tuple(words for _, words in self._headings))


def _whole_line(text: str, unit: Unit, before: int) -> str:
    """The line of a table that ``unit`` stands in, with what opens and closes it. The unit above ends at ``before``."""
    breaks = (text.rfind("\n", before, unit.start), text.rfind("\r", before, unit.start), before - 1)
    rest = _LINE_REST.match(text, unit.end)
    return text[max(breaks) + 1 : rest.end() if rest else unit.end]


def _one_line(words: str) -> str:
    return " ".join(words.split())
