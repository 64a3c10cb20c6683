"""Structure -> text: the headings, paragraphs, items and tables of a page, written with marks that the cut knows.

``# Title``, ``## Heading``, ``- item``, ``1. item``, ``| cell | cell |``, ``> quoted``; blocks apart by a blank line,
the items of a list and the rows of a table right below one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
_BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*|[ \t\r\f]+")


class TextWriter:
    """Collects blocks in order; ``text()`` is the whole. Words come with a line end where the page breaks a line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._last = ""  # what the last block was: blocks of the same kind, list or table, stand together

    def heading(self, words: str, level: int, /) -> None:
        """A heading; level 1 is the title's."""
        if line := one_line(words):
            self._block("heading", [f"{'#' * min(level, 6)} {line}"])

    def paragraph(self, words: str, *, indent: int = 0, quoted: bool = False) -> None:
        """Running text. ``indent``: the column of the list item that it goes on with."""
        mark = "> " if quoted else " " * indent
        for part in _PARAGRAPH_END.split(words):
            if lines := [f"{mark}{line}" for line in map(one_line, part.split("\n")) if line]:
                self._block("item" if indent else "paragraph", lines, joined=indent > 0)

    def item(self, words: str, marker: str, *, indent: int = 0, quoted: bool = False) -> None:
        """An item of a list, with its marker (``-`` or ``3.``) at column ``indent``."""
        if lines := [line for line in map(one_line, words.split("\n")) if line]:
            quote, under = "> " if quoted else "", " " * (indent + len(marker) + 1)
            first = f"{quote}{' ' * indent}{marker} {lines[0]}"
            self._block("item", [first, *(f"{quote}{under}{line}" for line in lines[1:])], joined=True)

    def table(self, rows: Sequence[Sequence[str]], *, is_headed: bool = True) -> None:
        """A table, its header first; one without a header gets an empty one, as Markdown writes it."""
        filled = [cells for row in rows if any(cells := [one_line(cell).replace("|", "\\|") for cell in row])]
        if not filled:
            return
        width = max(len(row) for row in filled)
        if not is_headed:
            filled.insert(0, [])
        lines = [f"| {' | '.join((*row, *[''] * (width - len(row))))} |" for row in filled]
        lines.insert(1, f"|{'---|' * width}")
        self._block("table", lines)

    def apart(self) -> None:
        """A list is over: another one right behind it is not the same."""
        self._last = ""

    def text(self) -> str:
        """Everything written, with a line end at its end; empty where nothing was."""
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _block(self, kind: str, lines: list[str], *, joined: bool = False) -> None:
        if self._lines and not (joined and kind == self._last):
            self._lines.append("")
        self._lines.extend(lines)
        self._last = kind


def one_line(words: str) -> str:
    """``words`` with runs of blanks and line ends as one blank, none at the ends. A no-break space stays."""
    return _BLANKS.sub(" ", words).strip(" \n")
