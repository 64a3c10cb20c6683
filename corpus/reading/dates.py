"""A date as it is written in a file -> ISO 8601, as far as it is known: ``2024``, ``2024-05`` or ``2024-05-17``."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of the months begin, in English."""
_ISO = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?)?(?=\D|\Z)")
_PACKED = re.compile(r"\s*(?:D:)?(\d{4})(\d{2})(\d{2})(?:\D|\d{2,6}|\Z)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b")

_PUBLISHED = re.compile(r"\b(?:published|posted|first published)(?:\s+online)?(?:\s+on)?\s*:?\s*", re.IGNORECASE)
_DATE_ALONE = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\.?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_BEGINNING, _FIRST_LINES, _LONGEST_BYLINE, _LONGEST_DATE = 3_000, 12, 200, 25


def iso_date(written: str) -> str:
    """The date in ``written``; empty where it holds none, or one that no calendar has. ``03/04/2024`` could be two
    days and is none."""
    if found := _PACKED.match(written) or _ISO.match(written):
        return _checked(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(written):
        return _checked(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.search(written):
        return _checked(found[3], _month(found[1]), found[2])
    return ""


def stated_date(text: str) -> str:
    """The date that the first lines of ``text`` give as that of the article: ``Published 3 May 2024``, ``By A. Weiss |
    3 May 2024``, or a line of its own. Empty where they give none."""
    for line in [line.strip(" *_#") for line in text[:_BEGINNING].splitlines() if line.strip()][:_FIRST_LINES]:
        if len(line) > _LONGEST_BYLINE:
            continue
        parts = [line[said.end() :][:_LONGEST_DATE] for said in _PUBLISHED.finditer(line)]
        parts += [part for part in re.split(r"\s[|·•–—-]\s", line) if _DATE_ALONE.fullmatch(part.strip())]
        for part in parts:
            if len(found := iso_date(part)) == len("2024-05-17"):
                return found
    return ""


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(MONTHS.index(short) + 1) if short in MONTHS else "0"


def _checked(year: str, month: str | None, day: str | None) -> str:
    if not 1800 <= int(year) <= 2200:
        return ""
    try:
        known = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return known.isoformat()[: 10 if day else 7 if month else 4]
