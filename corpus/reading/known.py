"""What trafilatura, which knows how many sites build their pages, takes for an article's words and for readers'
comments: counted in letters for each element of our own page, which still has the structure that it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

_WORD = re.compile(r"\w+")


class Letters(NamedTuple):
    """Letters of the words in an element: all of them, and those of the article, of comments and of links."""

    all: int
    article: int
    comments: int
    links: int

    @property
    def share_of_links(self) -> float:
        """From 0 to 1."""
        return self.links / max(self.all, 1)


def known_letters(body: HtmlElement, page: HtmlElement) -> dict[HtmlElement, Letters]:
    """The letters of ``body`` and each element in it; empty where trafilatura finds nothing to read. ``page``: a copy
    of all of it, from before anything was taken out, which is used up."""
    found = bare_extraction(page, favor_recall=True)
    if not isinstance(found, Document):
        return {}
    article, comments = _runs(found.body), _runs(found.commentsbody)
    words = [(owner, in_link, word) for owner, in_link, text in _texts(body) for word in _words(text)]
    said = [word for *_, word in words]
    counts = {element: [0, 0, 0, 0] for element in body.iter()}
    for (owner, in_link, word), known, comment in zip(
        words, _stand_in(said, article), _stand_in(said, comments), strict=True
    ):
        for kind, counted in enumerate((True, known, comment and not known, in_link)):
            counts[owner][kind] += len(word) * counted
    for element in reversed(counts):
        if element is not body:
            above = counts[element.getparent()]
            above[:] = map(sum, zip(above, counts[element], strict=True))
    return {element: Letters(*count) for element, count in counts.items()}


def _texts(body: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """Each text in order, with the element that it stands in, and whether that is a link or in one."""
    links = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            links += element.tag == "a"
            yield element, links > 0, element.text or ""
        else:
            links -= element.tag == "a"
            if element is not body:
                yield element.getparent(), links > 0, element.tail or ""


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _runs(element: HtmlElement | None) -> set[tuple[str, str, str]]:
    """All runs of three words in ``element``: what makes a place known, as a word alone would not."""
    words = [] if element is None else _words(" ".join(element.itertext()))
    return set(_threes(words))


def _threes(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return ((one, two, three) for (one, two), (_, three) in pairwise(pairwise(words)))


def _stand_in(words: list[str], runs: set[tuple[str, str, str]]) -> list[bool]:
    """For each word whether it stands in one of ``runs``."""
    known = [False] * len(words)
    for start, run in enumerate(_threes(words)):
        if run in runs:
            known[start : start + 3] = [True] * 3
    return known
