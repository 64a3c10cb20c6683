"""Which lines are entries of a bibliography, and which headings stand over one."""

from __future__ import annotations

import re

from corpus.openings import Opening
from corpus.patterns import any_of

_HEADING = Opening(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:(?:selected|key|main|scientific|article|list of|show|view|see) )?"
    r"(?:references?|sources|citations)"
    r"(?: (?:cited|list|used|and notes|and further reading|\(\d+\)))?\W*\Z",
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:bibliography|works cited|literature(?: cited)?|footnotes|end ?notes|notes|"
    r"further reading|resources|studies cited)\W*\Z",
)
_NUMBERED = re.compile(r"\[\^?[\w-]{1,12}\]:?\s|\^ ")
_STRONG = re.compile(
    any_of(
        r"\bdoi\b|doi\.org|\bPMID\b|\bPMCID\b|\bISBN\b|https?://|www\.",
        r"\bet al\b|\bRetrieved\b|\bAccessed\b|\bAvailable (?:at|from)\b|\bEpub\b",
        r"\b\d{4}\s?;\s?\d+|\b\d{1,9}\s?\(\d{1,9}\)\s?:\s?[\dA-Za-z]",  # 2014;46  46(1):2
        r"\bJ\.? [A-Z][a-z]+|\(\s?(?:19|20)\d\d[a-z]?\s?\)",
    )
)
_LINK_TARGET = re.compile(r"(?<=\])\([^)\s]{0,500}\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AUTHORS = re.compile(r"[A-Z][\w'’-]+,? (?:[A-Z]\.? ?){1,3}(?:[,.&;]|and\b|et al)")
_ENTRY_SHAPE = re.compile(
    r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?\d+(?:\(\S+\))?:\s?\w+|\bdoi\s?:\s?10\.\d|https?://(?:dx\.)?doi\.org/10\."
)


def is_references_heading(line: str) -> bool:
    """Whether a bibliography follows: ``References``, ``Works cited:``, ``NOTES``."""
    return len(line) <= 60 and _HEADING.match(line.removesuffix("[edit]")) is not None


def has_entry_signs(line: str) -> bool:
    """Whether a line has what only an entry has: its own number, an identifier, an address, volume and pages."""
    line = _LINK_TARGET.sub("", line)
    return bool(_NUMBERED.match(line) or _STRONG.search(line))


def is_entry(line: str, marker: str = "") -> bool:
    """Whether a line under such a heading is an entry of the bibliography and not prose again."""
    line = _LINK_TARGET.sub("", line)
    if _NUMBERED.match(line) or _STRONG.search(line):
        return True
    return bool(_AUTHORS.match(line) or _YEAR.search(line) or marker.rstrip(".)").isdigit())


def is_stray_entry(line: str) -> bool:
    """Whether a line is an entry wherever it stands: it has its own number and a year, or the shape of a citation."""
    if line[0] == "[" and _NUMBERED.match(line):
        return bool(_YEAR.search(line) or _STRONG.search(line))
    return ":" in line and len(line) <= 600 and bool(_AUTHORS.match(line) and _ENTRY_SHAPE.search(line))
