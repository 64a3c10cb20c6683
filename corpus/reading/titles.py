"""Which heading of a page is its article's title: many sites give the first to their own name, or to a section's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from corpus.reading.markup import words_of

_WORD = re.compile(r"\w+")
_ALIKE = 0.6
# What programs, templates and home pages are called: no article is
_NO_TITLE = re.compile(
    r"(?:home(?:\s?page)?|start|index|main|default|untitled(?: \w+)?|no title|title|(?:web ?)?page(?: \d+)?|new \w+|"
    r"document(?: \d+)?|articles?|blog|news|posts?|print|view|welcome(?: to .*)?|loading.*|react app|"
    r"localhost.*|https?:.*|[\w%-]+\.[a-z]{2,5})\W*",
    re.IGNORECASE,
)
_SHORTEST_WORD = 4
_MOST_WORDS_OF_NAME = 3  # "Allergy Center"
_IN_HEADLINES = re.compile(r"[\d?!:,]")
_SAID = 2 / 3


def title_heading(page: HtmlElement, stated: str) -> HtmlElement | None:
    """The heading that says the title which the page states, else the article's ``<h1>``; none where that is the name
    of the site or a section, which the article speaks less of than of what the page states."""
    wanted = _words(stated)
    firsts = [heading for part in ("article", "main", "body") for heading in page.xpath(f"//{part}//h1")]
    firsts = [heading for heading in firsts if words_of(heading)]
    for heading in (*firsts, *page.iter("h2", "h3")):
        if _likeness(_words(words_of(heading)), wanted) >= _ALIKE:
            return heading
    if not (firsts and wanted):
        return next(iter(firsts), None)
    alike = next((heading for heading in firsts if _words(words_of(heading)) & wanted), None)
    return _unlike(page, firsts, stated) if alike is None else alike


def _unlike(page: HtmlElement, firsts: Sequence[HtmlElement], stated: str) -> HtmlElement | None:
    """Which of ``firsts`` is the title of a page that states it in other words; none where it is what is stated."""
    told = _told(page)
    heading = max(firsts, key=lambda each: _share_told(words_of(each), told))  # the first of those that are as good
    words = words_of(heading)
    if _NO_TITLE.fullmatch(stated) or len(words.split()) > _MOST_WORDS_OF_NAME or _IN_HEADLINES.search(words):
        return heading
    of_heading, of_stated = _share_told(words, told), _share_told(stated, told)
    if of_stated < _SAID or of_heading > of_stated:
        return heading
    is_section = len(words.split()) == 1 and len(_long_words(stated)) > 2
    return None if of_heading < of_stated or is_section else heading


def _told(page: HtmlElement) -> set[str]:
    """The words of the page's text, without those of its titles."""
    found: set[str] = set()
    for element in page.iter():
        if isinstance(element.tag, str):
            if element.tag not in ("title", "h1", "a"):
                found |= _long_words(element.text or "")
            found |= _long_words(element.tail or "")
    return found


def _share_told(title: str, told: set[str]) -> float:
    """From 0 to 1, how many words of ``title`` are among those ``told``."""
    words = _long_words(title)
    return len(words & told) / max(1, len(words))


def _long_words(text: str) -> set[str]:
    """The words that say what a text is about, a plural as its singular."""
    return {word.removesuffix("s") for word in _words(text) if len(word) >= _SHORTEST_WORD}


def _words(title: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(title)}


def _likeness(one: set[str], other: set[str]) -> float:
    """2 x the words in both / the words of each: 1 for the same words, 0 for none in common (Dice 1945)."""
    return 2 * len(one & other) / max(1, len(one) + len(other))
