"""The slug and the title of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.model import Kind
from corpus.units import cut_units

_TITLE_WITHIN = 20_000
_TITLE_LENGTH = 200
_SLUG_LENGTH = 80
_EMPHASIS = re.compile(r"(\*\*|__|[*_`])(?!\s)([^*_`]+)\1\Z")


def slug_for(name: str) -> str:
    """A name for ids, files and addresses: lower-case ASCII letters, digits, ``-`` and ``_``; 1 to 80 characters.

    Accents are dropped (``Café`` -> ``cafe``); what has no ASCII letter at all becomes ``article``.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")
    return slug[:_SLUG_LENGTH].rstrip("-_") or "article"


def title_of(text: str) -> str:
    """The article's title unit, else its first line with words; one line, at most 200 characters, no marks of
    Markdown around it."""
    start = text[:_TITLE_WITHIN]
    return title_among([(unit.kind, start[unit.start : unit.end]) for unit in cut_units(start)], start)


def title_among(units: Sequence[tuple[Kind, str]], text: str) -> str:
    """``title_of(text)`` where it is cut already into ``units``, each its kind and its words."""
    words = next((words for kind, words in units if kind is Kind.TITLE), "")
    if not words:
        words = units[0][1] if units else text.strip().partition("\n")[0]
    line = " ".join(words.split())
    if emphasised := _EMPHASIS.match(line):
        line = emphasised[2]
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1].rstrip() + "…"
