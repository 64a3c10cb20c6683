"""The slug and the title of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import urlsplit

from corpus.model import Kind
from corpus.units import cut_units

_TITLE_WITHIN = 20_000
_TITLE_LENGTH = 200
_SLUG_LENGTH = 80
# Control characters, and what turns the direction of the words around it; what joins letters or emoji stays
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|[*_`])(?!\s)([^*_`]+)\1\Z")


def slug_for(name: str) -> str:
    """A name for ids, files and addresses: lower-case ASCII letters, digits, ``-`` and ``_``; 1 to 80 characters.

    Accents are dropped (``Café`` -> ``cafe``); what has no ASCII letter at all becomes ``article``.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")
    return slug[:_SLUG_LENGTH].rstrip("-_") or "article"


def plainly(words: str) -> str:
    """A name or a title on one line, without control characters and those that turn the direction of a text."""
    return " ".join(_UNSEEN.sub(lambda found: " " if any(map(str.isspace, found[0])) else "", words).split())


def is_of_the_web(address: str) -> bool:
    """Whether ``address`` is one of http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def has_scheme(address: str) -> bool:
    """Whether ``address`` begins like one, of whatever scheme: ``javascript:``, ``https:``."""
    return bool(_SCHEME.match(address.lstrip()))


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
    line = plainly(words)
    if emphasised := _EMPHASIS.match(line):
        line = emphasised[2]
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1].rstrip() + "…"
