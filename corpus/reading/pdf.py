"""PDF -> text: what stands on its pages, put together again.

A PDF holds pieces of text at places on pages. Lines, paragraphs, headings, items and tables are found by place, size
and weight; headers, footers and page numbers, and hyphens of line ends, are taken back out. ``how_read`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from corpus.errors import UnreadableArticle
from corpus.reading.dates import iso_date, stated_date
from corpus.reading.pdf_blocks import write_blocks
from corpus.reading.pdf_bullets import Drawn
from corpus.reading.pdf_columns import in_columns
from corpus.reading.pdf_lines import PdfLine, lines_of, piece, without_running_lines
from corpus.reading.pdf_pieces import Piece
from corpus.reading.pdf_tables import with_rows_together
from corpus.reading.pdf_widths import Widths
from corpus.reading.reading import Reading
from corpus.reading.writing import TextWriter, one_line

MOST_PAGES = 500
_TAIL = 4096
_FEWEST_WORDS = 5  # on all pages together
_MANY_CUT, _OFTEN_CUT = 5, 0.25  # paragraphs, and their part of all
_DAMAGED = "the PDF is damaged or cut short; get it again, or print it to a new PDF"
_PROTECTED = "the PDF is protected by a password; save it without one"
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint) - .*|untitled.*|\(?anonymous\)?|.*\.(?:docx?|indd|pdf|qxd|tex|rtf)", re.IGNORECASE
)
_NO_AUTHOR = {"(anonymous)", "anonymous", "unknown", "user", "admin", "(unspecified)", "author"}


def read(content: bytes, charset: str = "") -> Reading:
    """The article in the PDF ``content``; its title, author and date from its first heading and its properties.

    Raises ``UnreadableArticle`` for a PDF that is protected, damaged, cut short, over 500 pages, blank, or pictures of
    pages.
    """
    del charset  # fonts say which letters they draw
    if b"%%EOF" not in content[-_TAIL:]:
        raise UnreadableArticle(_DAMAGED)
    try:
        reader = _open(content)
        pages = list(reader.pages)
        lines, heights, drawn = _lines(pages)
        properties = reader.metadata
        stated = {key: one_line(str(value)) for key, value in (properties or {}).items() if isinstance(value, str)}
    except UnreadableArticle:
        raise
    except DependencyError:  # a way to encrypt that needs another library
        raise UnreadableArticle(_PROTECTED) from None
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError) as error:
        raise UnreadableArticle(_DAMAGED) from error  # pypdf meets what it does not expect with any of these
    return _reading(lines, heights, drawn, stated)


def _open(content: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableArticle(_PROTECTED)
    if len(reader.pages) > MOST_PAGES:
        count = len(reader.pages)
        raise UnreadableArticle(f"the PDF has {count:,} pages, more than {MOST_PAGES}; split it into its articles")
    return reader


def _lines(pages: list[PageObject]) -> tuple[list[PdfLine], list[float], set[int]]:
    """The lines of all pages, the height of each, and the numbers of those that show a picture or a shape."""
    lines: list[PdfLine] = []
    pictured: set[int] = set()
    heights: list[float] = []
    widths = Widths()
    for number, page in enumerate(pages):
        pieces: list[Piece] = []
        drawn = Drawn()

        def take(text: str, cm: Any, tm: Any, font: Any, size: float, into: list[Piece] = pieces) -> None:
            if text:
                into.append(piece(text, cm, tm, font, size, widths))

        page.extract_text(visitor_text=take, visitor_operand_before=drawn.take)
        lines += in_columns(drawn.beside(line) for line in lines_of(number, pieces))
        heights.append(float(page.mediabox.top))
        if drawn.anything:
            pictured.add(number)
    return lines, heights, pictured


def _reading(lines: list[PdfLine], heights: list[float], pictured: set[int], stated: dict[str, str]) -> Reading:
    words = sum(len(line.text.split()) for line in lines)
    if words < _FEWEST_WORDS:
        raise UnreadableArticle(_without_text(words, is_pictured=bool(pictured)))
    kept, running = without_running_lines(lines, heights)
    writer = TextWriter()
    title, paragraphs, cut = write_blocks(with_rows_together(kept), writer) if kept else ("", 0, 0)
    empty = len(pictured - {line.page for line in lines})
    stated_title, author = stated.get("/Title", ""), stated.get("/Author", "")
    how_read = f"PDF, {len(heights)} {'page' if len(heights) == 1 else 'pages'}"
    if running:
        lines_or_line = "line" if running == 1 else "lines"
        how_read += f"; {running} {lines_or_line} left out: headers, footers and page numbers"
    return Reading(
        writer.text(),
        how_read,
        title or ("" if _NO_TITLE.fullmatch(stated_title) else stated_title[:300]),
        "" if author.lower() in _NO_AUTHOR else author[:300],
        stated_date(writer.text()) or iso_date(stated.get("/CreationDate", "")),
        warnings=tuple(_warnings(empty, len(heights), paragraphs, cut)),
    )


def _without_text(words: int, *, is_pictured: bool) -> str:
    if is_pictured:
        return "the PDF holds pictures of pages and no text; run text recognition (OCR) on it first"
    if words:
        return f"the PDF holds {words} {'word' if words == 1 else 'words'} and nothing else; check which file it is"
    return "the PDF is blank: its pages hold neither text nor pictures; check which file it is"


def _warnings(empty: int, pages: int, paragraphs: int, cut: int) -> Iterator[str]:
    if empty:
        yield f"{empty} of {pages} pages hold no text: they may be pictures"
    if cut >= _MANY_CUT and cut > _OFTEN_CUT * paragraphs:
        yield f"{cut} of {paragraphs} paragraphs end in mid-sentence: compare them with the PDF"
