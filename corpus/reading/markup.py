"""An element of a parsed page -> its structure, told to a ``Sink``: headings, paragraphs, items, tables.

Nothing is judged here: what should not be read was taken out before (see ``pruning``). lxml gives up at 255 levels, so
walking down by calls is safe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from lxml.html import HtmlElement

from corpus.reading.page_tables import is_data, read_table, whole_number
from corpus.reading.writing import one_line

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCK = re.compile(
    "address|article|aside|body|button|center|details|dialog|div|dd|dt|fieldset|figcaption|figure|footer|form|header|hgroup|"
    "html|legend|main|noscript|p|section|summary|tbody|td|tfoot|th|thead|tr"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARTED_CELL = re.compile(r"[.!?:;,]\Z")
_FOOTNOTE = re.compile(r"\[?(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z])\]?\Z")
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
# What a footnote's mark stands behind: a full stop, a bracket, a whole word. Behind "m" or "10" it is a power.
_MARKED = re.compile(r"(?:[.!?,;:)\]”\"’]|[a-z]{3,})\s?\Z")
_LONGEST_SUMMARY = 200


class Sink(Protocol):
    """What takes the structure in. Words come with a line end where the page breaks a line."""

    def heading(self, words: str, level: int, /) -> None:
        """A heading of a level from 1 to 6."""

    def paragraph(self, words: str, *, indent: int = 0, quoted: bool = False) -> None:
        """Running text, at the column of the item that it goes on with."""

    def item(self, words: str, marker: str, *, indent: int = 0, quoted: bool = False) -> None:
        """An item of a list, with its marker at a column."""

    def table(self, rows: Sequence[Sequence[str]], *, is_headed: bool = True) -> None:
        """A table, its header first where it has one."""

    def apart(self) -> None:
        """A list is over: another one right behind it is not the same."""


def tell(element: HtmlElement, sink: Sink) -> None:
    """Tell ``sink`` what stands in ``element``, in order."""
    walk = _Walk(sink)
    walk.block(element)


class _Walk:
    """One walk, with the words of the block that is open and the list that it stands in."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._words: list[str] = []
        self._marker = ""  # of the item whose first words are awaited
        self._lead = ""  # what these first words go on from: the term that they define
        self._indents: list[int] = []  # the columns of the markers of the open lists, outermost first
        self._text_indent = 0
        self._quotes = 0
        self._level = 1

    def block(self, element: HtmlElement) -> None:
        """An element that stands for itself: what was open ends before it, and it ends with its last word."""
        self._flush()
        self._content(element)
        self._flush()

    def _content(self, element: HtmlElement) -> None:
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._text(child.tail)

    def _element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _HEADINGS or (tag == "summary" and len(words_of(element)) <= _LONGEST_SUMMARY):
            self._heading(element)
        elif special := _SPECIAL.get(tag):
            special(self, element)
        elif _BLOCK.fullmatch(tag):
            self.block(element)
        else:
            self._content(element)

    def _text(self, text: str | None) -> None:
        if text:
            self._words.append(_SPACE.sub(" ", text))

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if not words.strip():
            return
        quoted = self._quotes > 0
        if self._marker:
            words, self._lead = f"{self._lead}{words.lstrip()}", ""
            self._sink.item(words, self._marker, indent=self._indents[-1], quoted=quoted)
            self._marker = ""
        else:
            self._sink.paragraph(words, indent=self._text_indent, quoted=quoted)

    def _heading(self, element: HtmlElement) -> None:
        self._flush()
        words = words_of(element).rstrip("¶§# ")
        if self._indents:  # inside an item a heading is its first words
            self._words.append(words)
            self._flush()
            return
        self._level = _HEADINGS.get(element.tag, min(self._level + 1, 6))
        self._sink.heading(words, self._level)
        if element.tag == "summary":
            self._level -= 1

    def _break(self, _: HtmlElement) -> None:
        self._words.append("\n")

    def _rule(self, _: HtmlElement) -> None:
        self._flush()

    def _list(self, element: HtmlElement) -> None:
        self._flush()
        number = whole_number(element.get("start")) if element.tag == "ol" else None
        outer = self._text_indent
        self._indents.append(outer)
        self._text(element.text)
        for child in element:
            if child.tag == "li":
                marker = "-"
                if number is not None:
                    number = whole_number(child.get("value"), number)
                    marker, number = f"{number}.", number + 1
                self._item(child, marker, outer)
            elif isinstance(child.tag, str):  # a list right in a list belongs to the item before
                self._element(child)
            self._text(child.tail)
        self._flush()
        self._close_list(outer)

    def _close_list(self, outer: int) -> None:
        self._indents.pop()
        self._text_indent = outer
        if not self._indents:
            self._sink.apart()

    def _item(self, element: HtmlElement, marker: str, indent: int) -> None:
        self._flush()
        self._marker = marker
        self._text_indent = indent + len(marker) + 1
        self.block(element)
        self._marker = ""  # an item without words

    def _definitions(self, element: HtmlElement) -> None:
        """``- term: what it is``, an item each. Further definitions of the term go on under it."""
        self._flush()
        outer = self._text_indent
        self._indents.append(outer)
        self._text_indent = outer + 2
        terms: list[str] = []
        for child in element.iter("dt", "dd"):
            if next(child.iterancestors("dl", "dt", "dd"), None) is not element:  # one nobody closed holds the next
                continue
            if child.tag == "dt":
                terms.append(words_of(child).rstrip(": "))
            else:
                self._define(", ".join(filter(None, terms)), child)
                terms.clear()
        if terms:
            self._define(", ".join(filter(None, terms)), None)
        self._close_list(outer)

    def _define(self, term: str, definition: HtmlElement | None) -> None:
        self._marker, self._lead = ("-", f"{term}: ") if term else ("", "")
        if definition is not None:
            self.block(definition)
        if self._marker:  # nothing defines it
            self._sink.item(term, self._marker, indent=self._indents[-1], quoted=self._quotes > 0)
        self._marker = self._lead = ""

    def _table(self, element: HtmlElement) -> None:
        if not is_data(element):
            self.block(element)
            return
        self._flush()
        for caption in element.findall("caption"):
            self.block(caption)
        table = read_table(element, words_of)
        for words in table.captions:
            self._sink.paragraph(words)
        self._sink.table(table.rows, is_headed=table.is_headed)
        for words in table.notes:
            self._sink.paragraph(words)

    def _quote(self, element: HtmlElement) -> None:
        self._flush()
        self._quotes += 1
        self.block(element)
        self._quotes -= 1

    def _preformatted(self, element: HtmlElement) -> None:
        self._flush()
        self._words.append("".join(element.itertext()))
        self._flush()

    def _raised(self, element: HtmlElement) -> None:
        """A footnote's mark in brackets, a power in raised digits, anything else as it is."""
        words = one_line("".join(element.itertext()))
        mark = _FOOTNOTE.match(words)
        linked = element.find(".//a") is not None or next(element.iterancestors("a"), None) is not None
        if mark and (linked or (mark[1][0].isdigit() and _MARKED.search("".join(self._words[-3:])))):
            words = f"[{mark[1]}]"
        elif words and not words.strip("0123456789+-−n"):
            words = words.translate(_RAISED)
        self._words.append(words)


_SPECIAL: dict[str, Callable[[_Walk, HtmlElement], None]] = {
    "br": _Walk._break,
    "hr": _Walk._rule,
    "ul": _Walk._list,
    "ol": _Walk._list,
    "menu": _Walk._list,
    "dl": _Walk._definitions,
    "table": _Walk._table,
    "blockquote": _Walk._quote,
    "pre": _Walk._preformatted,
    "sup": _Walk._raised,
}


class _Words:
    """A sink that keeps the words alone: for what has to be one line."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def heading(self, words: str, _: int, /) -> None:
        self._add(words)

    def paragraph(self, words: str, **_: object) -> None:
        self._add(words)

    def item(self, words: str, marker: str, **_: object) -> None:
        self._add(words if marker == "-" else f"{marker} {words}")

    def table(self, rows: Sequence[Sequence[str]], **_: object) -> None:
        for row in rows:
            self._add(", ".join(filter(None, map(one_line, row))))

    def apart(self) -> None:
        """Every block stands apart here."""

    def line(self) -> str:
        """All of it: blocks that end without a mark are parted by a semicolon."""
        parts = [part if _PARTED_CELL.search(part) else f"{part};" for part in self._parts[:-1]]
        return " ".join([*parts, *self._parts[-1:]])

    def _add(self, words: str) -> None:
        if line := one_line(words):
            self._parts.append(line)


def words_of(element: HtmlElement) -> str:
    """The words of ``element`` in one line. Blocks in it that end without a mark are parted by a semicolon."""
    words = _Words()
    tell(element, words)
    return words.line()
