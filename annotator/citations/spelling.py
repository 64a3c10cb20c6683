"""Two ways to write the same words: what copying from a page, a PDF or a word processor changes without changing them.

``spelled`` unifies signs, ``folded`` also drops what a quotation may leave out. Both say where each of their
characters stands in the text they were given, so that what is found can be shown there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_SINGLE, _DOUBLE = "'‘’‚‛‹›`´′", '"“”„‟«»″'
_HYPHENS, _DASHES = "-‐‑–‒−", "—―"
_SIGNS = dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_HYPHENS, "-")
_SIGNS |= dict.fromkeys(_DASHES, "—") | {"…": "…"}
_FOOTNOTE = re.compile(r"(?<=[\w.,;:)])\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
_POINT = re.compile(r"(?<=\d)[·⋅∙‧](?=\d)")
"""The decimal point as some journals print it: 0·72."""
_CASED = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")


class Spelled(NamedTuple):
    """A text as it is compared: ``places[i]`` is where its i-th character stands in the text it was made from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the text it was made from."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=16)
def spelled(text: str) -> Spelled:
    """``text`` with single blanks and one sign for all quote marks, hyphens, dashes and decimal points of a kind.

    Ligatures and the like are taken apart (NFKC); soft hyphens, zero-width characters, footnote numbers in square
    brackets and a hyphen at the end of a line inside a word are gone.
    """
    kept: list[tuple[str, int]] = []
    for char, place in _characters(text):
        if char != " " or (kept and kept[-1][0] != " "):
            kept.append((char, place))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return Spelled("".join(char for char, _ in kept), tuple(place for _, place in kept))


@lru_cache(maxsize=16)
def folded(text: str) -> Spelled:
    """``text`` spelled, and without what does not count in a quotation: quote marks, a hyphen inside a word, accents,
    and blanks, which a PDF loses and adds ("effi cacy"); but not one between two numbers."""
    given = spelled(text)
    marked = [*_without_marks(given)]
    kept: list[tuple[str, int]] = []
    for at, (char, place) in enumerate(marked):
        after = marked[at + 1][0] if at + 1 < len(marked) else ""
        if char != " " or (kept and kept[-1][0].isdigit() and after.isdigit()):
            kept.append((char, place))
    return Spelled("".join(char for char, _ in kept), tuple(place for _, place in kept))


def _characters(text: str) -> Iterator[tuple[str, int]]:
    dropped = {
        at for found in (_FOOTNOTE, _BROKEN_WORD) for match in found.finditer(text) for at in range(*match.span())
    }
    for match in _CASED.finditer(text):
        dropped |= {match.start(), match.end() - 1}
    points = {match.start() for match in _POINT.finditer(text)}
    for place, char in enumerate(text):
        if place in dropped or unicodedata.category(char) == "Cf":
            continue
        if place in points:
            yield ".", place
            continue
        if char in _SIGNS:
            yield _SIGNS[char], place
        elif char.isascii():
            yield (" " if char.isspace() else char), place
        else:
            for part in unicodedata.normalize("NFKC", char):
                yield (" " if part.isspace() else _SIGNS.get(part, part)), place


def _without_marks(given: Spelled) -> Iterator[tuple[str, int]]:
    text = given.text
    for at, (char, place) in enumerate(zip(text, given.places, strict=True)):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char == '"' or (char == "'" and not (before.isalnum() and after.isalnum())):
            continue
        if char == "-" and before.isalpha() and after.isalpha():
            continue
        if char in "-—" and before == " " == after:
            char = "—"
        if char.isascii():
            yield char, place
            continue
        for part in unicodedata.normalize("NFKD", char):
            if not unicodedata.combining(part):
                yield part, place
