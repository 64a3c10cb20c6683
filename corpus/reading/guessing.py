"""The author and the date of a page that does not state them for machines: what trafilatura finds in its words.

It also finds the day a script was changed, and "Account" as an author: an author is believed where the page's words
say "by" before the name, a date where they or the page's address show that day.
"""

from __future__ import annotations

import re
from datetime import date

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from corpus.reading.dates import MONTHS, iso_date
from corpus.reading.metadata import Facts
from corpus.reading.writing import one_line

_MOST_WORDS = 5
_BY = r"\b(?:by|par|por|von|di|door|av)\b[\s:]{1,3}(?:[\w.]+\s+){0,4}?"
_MONTH_BEHIND = re.compile(rf"\s+(?:{'|'.join(MONTHS)})[a-z]*\Z", re.IGNORECASE)
_OTHER_DAY = r"(?<!retrieved )(?<!accessed )(?<!retrieved on )(?<!accessed on )"


def guess(facts: Facts, page: HtmlElement) -> Facts:
    """``facts``, with an author and a date where there were none. ``page``, without scripts, is left as it was."""
    if facts.author and facts.published:
        return facts
    found = extract_metadata(page, extensive=False)
    words = one_line(" ".join(page.itertext()))
    published = iso_date(found.date or "")
    return facts._replace(
        author=facts.author or _said(found.author or "", words),
        published=facts.published or (published if _is_shown(published, words, facts.address) else ""),
    )


def _said(names: str, words: str) -> str:
    """Those of ``names``, which are parted by semicolons, that stand behind a "by" in ``words``."""
    parted = (_MONTH_BEHIND.sub("", name.strip()) for name in names.split(";"))
    return ", ".join(
        name
        for name in parted
        if 0 < len(name.split()) <= _MOST_WORDS and re.search(_BY + re.escape(name), words, re.IGNORECASE)
    )


def _is_shown(day: str, words: str, address: str) -> bool:
    """Whether ``day`` (``2024-05-17``) is shown, and not as the one on which somebody looked something up."""
    if len(day) != len("2024-05-17"):
        return False
    shown = date.fromisoformat(day)
    year, month, number = f"{shown.year}", f"{MONTHS[shown.month - 1]}[a-z]*", f"0?{shown.day}(?:st|nd|rd|th)?"
    if re.search(rf"\b{year}[/-]?{shown.month:02}[/-]?{shown.day:02}\b", address):
        return True
    forms = (
        rf"{month}\.?\s{number},?\s{year}",
        rf"{number}\.?\s{month}\.?,?\s{year}",
        rf"{year}[-/.]0?{shown.month}[-/.]0?{shown.day}",
        rf"0?{shown.month}/0?{shown.day}/(?:{year}|{year[2:]})",
        rf"0?{shown.day}[./]0?{shown.month}[./](?:{year}|{year[2:]})",
    )
    return bool(re.search(rf"{_OTHER_DAY}\b(?:{'|'.join(forms)})\b", words, re.IGNORECASE))
