"""Where on a page its article is: the part that holds the words which trafilatura finds, read whole, with the headings,
lists and tables that it leaves out. See ``docs/decisions/0015``.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from corpus.reading.known import Letters
from corpus.reading.pruning import HEADINGS, is_bibliography

_NO_PARTS = frozenset((*HEADINGS, "p", "ul", "ol", "dl", "li", "dd", "pre", "blockquote"))  # they say how to read them
_MOST = 0.9  # of the known letters: what the article's part holds
_KNOWN = 0.8  # of a part's letters: what makes it the article's, wherever it stands
_MOSTLY_LINKS = 0.5
_FEWEST_LETTERS = 60  # of a part that stands apart


def narrow(body: HtmlElement, letters: Mapping[HtmlElement, Letters], title: HtmlElement | None) -> None:
    """Take out of ``body`` what stands around its article. ``title``: the article's heading, wherever it is."""
    article = body
    while (inner := _holds_most(article, letters)) is not None:
        article = inner
    if article is not body:
        _Cutting(article, title, letters, opened=_stands_outside(title, body)).cut(body)


def _stands_outside(title: HtmlElement | None, body: HtmlElement) -> bool:
    """Whether the title stands above a ``body`` that is but a part of the page: then it opens with the body."""
    if title is None:
        return False
    above = list(title.iterancestors())
    return body not in above and any(element in above for element in body.iterancestors())


def _holds_most(element: HtmlElement, letters: Mapping[HtmlElement, Letters]) -> HtmlElement | None:
    whole = letters[element].article
    return next(
        (child for child in element if child.tag not in _NO_PARTS and letters[child].article >= _MOST * whole), None
    )


class _Cutting:
    """Takes out of a page what stands around ``article``: all but what lies between the title and it, what trafilatura
    knows too, and a bibliography."""

    def __init__(
        self, article: HtmlElement, title: HtmlElement | None, letters: Mapping[HtmlElement, Letters], *, opened: bool
    ) -> None:
        self._article = article
        self._title = title
        self._letters = letters
        self._around = set(article.iterancestors())
        if title is not None:
            self._around |= set(title.iterancestors())
        self._open = opened  # between the title and the article

    def cut(self, element: HtmlElement) -> None:
        """Go through the children of an element that is not kept whole."""
        if not self._open:
            element.text = None
        listing = False  # under the heading of a bibliography
        for child in list(element):
            listing = _starts_bibliography(child) or (listing and child.tag not in HEADINGS)
            if child is self._article or child is self._title:
                self._open = child is self._title
            elif child in self._around or not (listing or self._is_kept(child)):
                self._cut_or_drop(child)
            if not self._open:
                child.tail = None

    def _cut_or_drop(self, child: HtmlElement) -> None:
        if child in self._around or self._letters[child].article >= _FEWEST_LETTERS or _has_bibliography(child):
            self.cut(child)
        else:
            child.drop_tree()

    def _is_kept(self, child: HtmlElement) -> bool:
        if self._open:
            return self._letters[child].share_of_links < _MOSTLY_LINKS
        letters = self._letters[child]
        return is_bibliography(child) or letters.article >= max(_FEWEST_LETTERS, _KNOWN * letters.all)


def _starts_bibliography(element: HtmlElement) -> bool:
    return element.tag in HEADINGS and is_bibliography(element)


def _has_bibliography(element: HtmlElement) -> bool:
    return any(map(is_bibliography, element.iterdescendants()))
