"""How deep headings stand, by how they are written and in which order."""

from __future__ import annotations

import re

from corpus.heading_looks import BOLD, is_caption
from corpus.lines import HEADING, ITEM, Line

_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+\S")
_ORDINAL = re.compile(
    r"(?:\d{1,3}|[IVX]+|[A-H])[.)]\s+\S|(?:step|tip|chapter|part|section|phase|myth|fact|day|week|method|reason) \d+",
    re.IGNORECASE,
)


def _style(row: Line) -> str:
    """How a heading is written; headings of one style stand at one depth."""
    line = row.body
    if row.role is HEADING:
        return row.marker
    if line[0].isdigit() and (decimal := _DECIMAL.match(line)):
        return "decimal" + "." * decimal[1].count(".")
    if row.role is ITEM or _ORDINAL.match(line):
        return "ordinal"
    if is_caption(line):
        return "caption"
    if line.endswith(":"):
        return "label"
    if line.isupper():
        return "capitals"
    return "bold" if line[0] in "*_" and BOLD.match(line) else "plain"


class Outline:
    """Gives each heading its depth, 1 for the outermost under the title, by the order in which styles appear.

    A style seen before goes back to its depth; a new one stands under the heading before it. A plain heading right
    under another one, with no text between them, stands one deeper.
    """

    def __init__(self) -> None:
        self._open: list[str] = []

    def __len__(self) -> int:
        return len(self._open)

    def depth(self, row: Line, under_heading: bool) -> int:
        """The depth of the heading ``row``."""
        name = _style(row)
        if name.startswith("#"):
            while self._open and not (self._open[-1].startswith("#") and len(self._open[-1]) < len(name)):
                self._open.pop()
        elif under_heading and self._open and self._open[-1] == name:
            name = f"{name} under {name}"
        elif name in self._open:
            del self._open[self._open.index(name) :]
        self._open.append(name)
        return len(self._open)
