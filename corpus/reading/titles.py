"""Which heading of a page is its article's title: many sites give the first to their own name, or to a section's."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from corpus.reading.markup import words_of

_WORD = re.compile(r"\w+")
_ALIKE = 0.6


def title_heading(page: HtmlElement, stated: str) -> HtmlElement | None:
    """The heading that says the title which the page states, else the article's ``<h1>``; none where no heading has a
    word of what the page states, and none where there is no heading."""
    wanted = _words(stated)
    firsts = [heading for part in ("article", "main", "body") for heading in page.xpath(f"//{part}//h1")]
    firsts = [heading for heading in firsts if words_of(heading)]
    for heading in (*firsts, *page.iter("h2", "h3")):
        if _likeness(_words(words_of(heading)), wanted) >= _ALIKE:
            return heading
    if not wanted:
        return next(iter(firsts), None)
    return next((heading for heading in firsts if _words(words_of(heading)) & wanted), None)


def _words(title: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(title)}


def _likeness(one: set[str], other: set[str]) -> float:
    """2 x the words in both / the words of each: 1 for the same words, 0 for none in common (Dice 1945)."""
    return 2 * len(one & other) / max(1, len(one) + len(other))
