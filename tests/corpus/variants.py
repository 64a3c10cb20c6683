"""Articles as they arrive by other ways: wrapped, on one line, without blank lines or bullets, with other white space.

A variant takes a text and its units and gives the changed text with the units where they stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate

from corpus.units import Unit

Edit = tuple[int, int, str]
Variant = Callable[[str, list[Unit]], tuple[str, list[Unit]]]
_LINE_START_MARKER = re.compile(r"^[^\S\n]*(?:[•*▪◦–—+✅✓➤-]|\d{1,2}[.)])[^\S\n]+(?=\S)", re.MULTILINE)


def edited(text: str, units: Iterable[Unit], edits: Iterable[Edit]) -> tuple[str, list[Unit]]:
    """``text`` with every ``(start, end, replacement)`` carried out, and the units moved along."""
    pieces: list[str] = []
    shifts = [0] * (len(text) + 1)
    last = 0
    for start, end, new in edits:
        pieces += [text[last:start], new]
        shifts[end] += len(new) - (end - start)
        last = end
    moved = list(accumulate(shifts))
    return "".join([*pieces, text[last:]]), [
        unit._replace(start=unit.start + moved[unit.start], end=unit.end + moved[unit.end]) for unit in units
    ]


def replaced(pattern: str, new: str, flags: int = 0) -> Variant:
    """A variant with ``new`` in place of every match of ``pattern``."""

    def change(text: str, units: list[Unit]) -> tuple[str, list[Unit]]:
        return edited(text, units, [(*m.span(), m.expand(new)) for m in re.finditer(pattern, text, flags)])

    return change


def unwrapped(text: str, units: list[Unit]) -> tuple[str, list[Unit]]:
    """Every unit on one line, and those of a wrapped paragraph on the same."""
    breaks = [m for unit in units for m in re.compile(r"\n[^\S\n]*").finditer(text, unit.start, unit.end)]
    return edited(text, units, [(*m.span(), " ") for m in breaks])


def wrapped(width: int, hanging: bool = False) -> Variant:
    """A variant with every line broken before ``width``; ``hanging`` indents what follows a bullet."""

    def change(text: str, units: list[Unit]) -> tuple[str, list[Unit]]:
        text, units = unwrapped(text, units)
        edits: list[Edit] = []
        for line in re.finditer(r"[^\n]+", text):
            marker = _LINE_START_MARKER.match(line[0])
            indent = " " * marker.end() if marker and hanging else ""
            if not line[0].startswith(("|", "#")):
                edits += [(at, at + 1, f"\n{indent}") for at in _breaks(line, width, len(indent))]
        return edited(text, units, edits)

    return change


def _breaks(line: re.Match[str], width: int, indent: int) -> list[int]:
    """The blanks of ``line`` that a program which wraps at ``width`` makes line breaks."""
    found, start = [], line.start()
    room = width
    while line.end() - start > room:
        blank = line.string.rfind(" ", start + 1, start + room + 1)
        if blank <= start or not line.string[line.start() : blank].strip():
            blank = line.string.find(" ", start + room, line.end())
        if blank == -1:
            break
        found.append(blank)
        start, room = blank + 1, width - indent
    return found


VARIANTS: dict[str, Variant] = {
    **{f"wrapped at {width}": wrapped(width) for width in (60, 72, 80, 100)},
    "wrapped at 76, hanging": wrapped(76, hanging=True),
    "blank lines removed": replaced(r"\n(?:[^\S\n]*\n)+", "\n"),
    "a blank line after every line": replaced(r"\n+", "\n\n"),
    "bullets lost": replaced(_LINE_START_MARKER.pattern, "", re.MULTILINE),
    "CRLF": replaced(r"\n", "\r\n"),
    "CR": replaced(r"\n", "\r"),
    "no-break spaces after full stops": replaced(r"(?<=[.!?]) (?=\S)", "\u00a0"),
    "no-break spaces everywhere": replaced(r"(?<=\S) (?=\S)", "\u00a0"),
    "two spaces after full stops": replaced(r"(?<=[a-z][.!?]) (?=[A-Z])", "  "),
    "blanks at line ends": replaced(r"\n", "  \n"),
    "every line indented": replaced(r"^(?=\S)", "    ", re.MULTILINE),
    "bullets indented with a tab": replaced(r"^(?=[•*-] )", "\t", re.MULTILINE),
    "smart quotes": replaced(r"(?<=\w)'(?=\w)", "’"),
    "straight quotes": replaced(r"[“”]", '"'),
}
