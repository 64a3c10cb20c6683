"""Dates as reference files write them, as CSL dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_NUMERIC = re.compile(r"\s*(\d{4})(?!\d)(?:\s*[/.-]\s*(\d{1,2})?(?!\d)(?:\s*[/.-]\s*(\d{1,2})(?!\d))?)?")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20|21)\d\d(?!\d)")
_LONGEST = 1_000  # what is longer is no date
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\b\.?", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")


def csl_date(text: str, year: str = "") -> dict[str, Any] | None:
    """The date that ``text`` tells (``2020/12/31/``, ``2020 Dec 31``, ``31 December 2020``, ``2020-12``), as precise as
    it is; None where there is no year. ``year`` counts where the text gives a day and month alone.
    """
    parts = _parts(text[:_LONGEST], year) if text or year else ()
    return {"date-parts": [list(parts)]} if parts else None


@lru_cache(4_096)  # a library has few
def _parts(text: str, year: str) -> tuple[int, ...]:
    numeric = _NUMERIC.match(text)
    if numeric:
        return _date(*(int(part or 0) for part in numeric.groups())) if _named_month(text) is None else _worded(text)
    return _worded(text if _YEAR.search(text) else f"{text} {year}")


def _worded(text: str) -> tuple[int, ...]:
    found = _YEAR.search(text)
    if found is None:
        return ()
    rest = text[: found.start()] + " " + text[found.end() :]
    month = _named_month(rest)
    day = _DAY.search(rest) if month else None
    return _date(int(found[0]), month or 0, int(day[1]) if day else 0)


def _named_month(text: str) -> int | None:
    found = _MONTH.search(text)
    return MONTHS.index(found[1].lower()) + 1 if found else None


def _date(year: int, month: int = 0, day: int = 0) -> tuple[int, ...]:
    if not year:
        return ()
    if not 1 <= month <= 12:
        return (year,)
    return (year, month, day) if 1 <= day <= 31 else (year, month)
