"""DOCX -> text: headings, lists, tables, footnotes and text boxes, written with marks that the cut knows.

mammoth makes HTML of it, by the styles of its paragraphs, which is then written as a page is. Deleted and hidden text,
comments, headers and footers are not part of the article.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import lxml.html
import mammoth
from lxml import etree
from lxml.html import HtmlElement

from corpus.errors import UnreadableArticle
from corpus.reading.archive import open_archive, read_part
from corpus.reading.dates import iso_date, stated_date
from corpus.reading.hidden_text import without_hidden
from corpus.reading.html import written
from corpus.reading.markup import words_of
from corpus.reading.reading import Reading
from corpus.reading.writing import one_line

_DOCUMENT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""
_TOO_DEEP = "its tables or boxes are nested too deep to be read; copy its text and paste it"
_DEEPEST = 240  # lxml gives up at 255, without a word
_TAG = re.compile(r"<(/?)[a-z][a-z0-9]*(?:\s[^<>]*)?(?<!/)>")
# What programs write where a person said nothing
_NO_AUTHOR = {
    "python-docx",
    "microsoft office user",
    "windows user",
    "user",
    "admin",
    "administrator",
    "unknown",
    "author",
}
_NO_DATE = "2013-12-23T23:15"  # of the empty file that python-docx begins with
_NO_TITLE = {"word document", "document", "untitled", "title"}


def read(content: bytes, charset: str = "") -> Reading:
    """The article in the Word file ``content``; its title, author and date from the file's properties.

    Raises ``UnreadableArticle`` for a file that is damaged, protected, no Word file, without words, nested too deep, or
    a bomb.
    """
    del charset  # XML says its own
    archive = open_archive(content)
    if _DOCUMENT not in archive.namelist():
        raise UnreadableArticle("this is a ZIP archive, not a Word file; check what it is")
    try:
        page = _page(without_hidden(archive, content))
    except RecursionError:
        raise UnreadableArticle(_TOO_DEEP) from None
    _name_footnotes(page)
    text = written(page)
    if not text:
        raise UnreadableArticle("the file holds no words (pictures alone?); type them out first")
    properties = _properties(archive)
    heading = page.find(".//h1")
    title = properties.get("title", "")
    author, created = properties.get("creator", ""), properties.get("created", "")
    return Reading(
        text,
        "Word file",
        (words_of(heading) if heading is not None else "") or ("" if title.lower() in _NO_TITLE else title),
        "" if author.lower() in _NO_AUTHOR else author,
        stated_date(text) or ("" if created.startswith(_NO_DATE) else iso_date(created)),
    )


def _page(content: bytes) -> HtmlElement:
    """The file as mammoth makes HTML of it: without pictures, and with no style map of its own."""
    try:
        made = mammoth.convert_to_html(
            BytesIO(content),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda _: [],
            ignore_empty_paragraphs=True,
        )
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # mammoth has no errors of its own: any of Python's tells of a part it did not expect
        raise UnreadableArticle("the file is damaged; open it in Word and save it again") from error
    if _depth(made.value) > _DEEPEST:
        raise UnreadableArticle(_TOO_DEEP)
    return lxml.html.fragment_fromstring(made.value, create_parent="div")


def _depth(page: str) -> int:
    """How many elements of a page, as mammoth writes it, stand in one another at most."""
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _name_footnotes(page: HtmlElement) -> None:
    """The notes stand in a last list without a heading; give it one, and take its links back out."""
    for link in page.xpath(".//a[starts-with(@href, '#footnote-ref-') or starts-with(@href, '#endnote-ref-')]"):
        link.drop_tree()
    notes = page.xpath("./ol[li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]]")
    for listed in notes[:1]:
        heading = lxml.html.Element("h2")
        heading.text = "Footnotes"
        listed.addprevious(heading)


def _properties(archive: ZipFile) -> dict[str, str]:
    """The core properties by their name without its namespace."""
    if _PROPERTIES not in archive.namelist():
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(read_part(archive, _PROPERTIES), parser)
    except etree.XMLSyntaxError:
        return {}
    return {
        etree.QName(child).localname: one_line(child.text or "")[:300] for child in root if isinstance(child.tag, str)
    }
