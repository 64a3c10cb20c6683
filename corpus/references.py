"""Which lines are entries of a bibliography."""

from __future__ import annotations

import re

from corpus.patterns import any_of, has_any

_NUMBERED = re.compile(r"\[\^?[\w-]{1,12}\]:?\s|\^ ")
_WORDS_OF_ENTRIES = ("doi", "PM", "ISBN", "://", "www.", "et al", "Retrieved", "Accessed", "Available", "Epub", "J")
_STRONG_WORDS = re.compile(
    any_of(
        r"\bdoi\b|doi\.org|\bPMID\b|\bPMCID\b|\bISBN\b|https?://|www\.",
        r"\bet al\b|\bRetrieved\b|\bAccessed\b|\bAvailable (?:at|from)\b|\bEpub\b|\bJ\.? [A-Z][a-z]+",
    )
)
_STRONG_NUMBERS = re.compile(
    r"\b\d{4}\s?;\s?\d+|\b\d{1,9}\s?\(\d{1,9}\)\s?:\s?[\dA-Za-z]|"  # 2014;46  46(1):2
    r"\(\s?(?:19|20)\d\d[a-z]?\s?\)"
)
_MARKS_OF_NUMBERS = ("(", ";")
_LINK_TARGET = re.compile(r"(?<=\])\([^)\s]{0,500}\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AUTHORS = re.compile(r"[A-Z][\w'’-]+,? (?:[A-Z]\.? ?){1,3}(?:[,.&;]|and\b|et al)")
_ENTRY_SHAPE = re.compile(
    r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?\d+(?:\(\S+\))?:\s?\w+|\bdoi\s?:\s?10\.\d|https?://(?:dx\.)?doi\.org/10\."
)


def has_entry_signs(line: str) -> bool:
    """Whether a line has what only an entry has: its own number, an identifier, an address, volume and pages."""
    line = _without_targets(line)
    return bool(_NUMBERED.match(line) or _has_strong_signs(line))


def _without_targets(line: str) -> str:
    """``line`` without the addresses of its Markdown links."""
    return _LINK_TARGET.sub("", line) if "](" in line else line


def _has_strong_signs(line: str) -> bool:
    return (has_any(line, _WORDS_OF_ENTRIES) and _STRONG_WORDS.search(line) is not None) or (
        has_any(line, _MARKS_OF_NUMBERS) and _STRONG_NUMBERS.search(line) is not None
    )


def is_entry(line: str, marker: str = "") -> bool:
    """Whether a line under such a heading is an entry of the bibliography and not prose again."""
    return has_entry_signs(line) or looks_like_entry(line, marker)


def looks_like_entry(line: str, marker: str) -> bool:
    """Whether a line without such signs has a number, authors or a year, as most entries do."""
    line = _without_targets(line)
    return bool(_AUTHORS.match(line) or _YEAR.search(line) or marker.rstrip(".)").isdigit())


def is_stray_entry(line: str) -> bool:
    """Whether a line is an entry wherever it stands: it has its own number and a year, or the shape of a citation."""
    if line[0] == "[" and _NUMBERED.match(line):
        return bool(_YEAR.search(line) or _has_strong_signs(line))
    return ":" in line and len(line) <= 600 and bool(_AUTHORS.match(line) and _ENTRY_SHAPE.search(line))
