"""HTML -> text: the page's article with its headings, lists and tables, written with marks that the cut knows.

The title stands first. What is around the article is left out (see ``pruning``, ``narrowing``, ``trimming``), and
``how_read`` says how much that was. libxml2 opens nothing else: no entity, no file, no address.
"""

from __future__ import annotations

import re
from copy import deepcopy

import lxml.html
from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement

from corpus.errors import UnreadableArticle
from corpus.reading.decoding import decode
from corpus.reading.guessing import guess
from corpus.reading.known import known_letters
from corpus.reading.markup import tell, words_of
from corpus.reading.metadata import facts_of
from corpus.reading.narrowing import narrow
from corpus.reading.pruning import prune, word_count
from corpus.reading.reading import Reading
from corpus.reading.titles import title_heading
from corpus.reading.trimming import trim
from corpus.reading.writing import TextWriter

MAX_BYTES = 2_000_000
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]{0,300}\[[^\]]*\]\s*>", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_FEWEST_LETTERS = 150  # of words that trafilatura finds too: with fewer it has found nothing
_MOST_ELEMENTS = 8_000  # trafilatura's time grows faster than the page; the largest of 84 real ones had 2,800


def read(content: bytes, charset: str = "") -> Reading:
    """The article of the page in ``content``. ``charset`` is what the server said, and goes before the page's own.

    Raises ``UnreadableArticle`` for a page over 2 MB, one nested too deep, one without words, and bytes of no encoding.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableArticle(
            f"the page is larger than {MAX_BYTES // 1_000_000} MB; save its article as text and add that"
        )
    declared = [name for found in _DECLARED.findall(content[:_DECLARED_WITHIN]) for name in found if name]
    text, encoding, warning = decode(content, [charset, *(name.decode("ascii") for name in declared)])
    page = _parse(text.removeprefix("\ufeff"))
    facts = facts_of(page)
    for element in list(page.iter("script", "style")):
        element.drop_tree()
    is_usual = sum(1 for _ in page.iter()) <= _MOST_ELEMENTS
    if is_usual:
        facts = guess(facts, page)
    heading = title_heading(page, facts.title)
    title = facts.title if heading is None else words_of(heading)
    article, left_out = _article(page, heading, is_usual)
    for repeated in [repeated for repeated in article.iter("h1", "h2", "h3") if words_of(repeated) == title]:
        repeated.drop_tree()
    body = written(article)
    if not body and heading is None:
        raise UnreadableArticle(
            "the page holds no words of an article (a browser may have to run it first): copy the text and paste it"
        )
    whole = TextWriter()
    whole.heading(title, 1)
    return Reading(
        f"{whole.text()}\n{body}" if title else body,
        f"HTML, {encoding}" + (f"; {left_out:,} words around the article left out" if left_out > 0 else ""),
        title,
        facts.author,
        facts.published,
        facts.address,
        (warning,) if warning else (),
    )


def read_tagged(text: str) -> str:
    """What HTML that stood in a text says, by its tags alone; empty where it says nothing, or is nested too deep. The
    title stands first where there is one."""
    try:
        page = _parse(text)
    except UnreadableArticle:
        return ""
    stated = facts_of(page).title
    firsts = page.findall(".//h1")
    heading = title_heading(page, stated) if stated or len(firsts) == 1 else None
    title = words_of(heading) if heading is not None else stated
    article, _ = prune(page)
    for repeated in [each for each in article.iter("h1", "h2", "h3") if title and words_of(each) == title]:
        repeated.drop_tree()
    whole = TextWriter()
    whole.heading(title, 1)
    return "\n".join(filter(None, (whole.text(), written(article))))


def written(element: HtmlElement) -> str:
    """The text of an element of a page."""
    writer = TextWriter()
    tell(element, writer)
    return writer.text()


def _article(page: HtmlElement, heading: HtmlElement | None, is_usual: bool) -> tuple[HtmlElement, int]:
    """What of ``page`` is its article, which ``heading`` is the title of, and how many words were left out."""
    whole = deepcopy(page) if is_usual else None
    article, words = prune(page)
    letters = {} if whole is None else known_letters(article, whole)
    if letters and letters[article].article >= _FEWEST_LETTERS:
        narrow(article, letters, heading)
        trim(article, letters)
    return article, words - word_count(article)


def _parse(text: str) -> HtmlElement:
    text = _OWN_ENTITIES.sub("", text, count=1)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise UnreadableArticle("the page is empty; save it again, or copy its text and paste it") from None
    except LxmlError as error:  # HTML has no faults that libxml2 would not forgive
        raise MemoryError(str(error)) from None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise UnreadableArticle("the page is nested too deep to be read; copy its text and paste it")
    return page
