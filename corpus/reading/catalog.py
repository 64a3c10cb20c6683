"""The one list of formats that an article can be read from, and the ways in: a file, its bytes, a text."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path, PurePath

from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading import markdown, plain
from corpus.reading.apart import read_apart
from corpus.reading.files import check_size, read_bytes
from corpus.reading.naming import plainly, slug_for, title_of
from corpus.reading.reading import Reader
from corpus.reading.sniffing import other_format
from corpus.reading.tagged import untagged

_READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": partial(read_apart, "html"),
    ".htm": partial(read_apart, "html"),
    ".docx": partial(read_apart, "docx"),
    ".pdf": partial(read_apart, "pdf"),
}
SUFFIX_OF = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


def known_suffixes() -> tuple[str, ...]:
    """The suffixes that ``read_article`` can read, sorted, each with its dot."""
    return tuple(sorted(_READERS))


def read_article(path: str | Path, *, slug: str = "") -> Article:
    """The article in the file at ``path``. Plain text and Markdown are kept word for word.

    Its source address is the one that the file names, else the file's name without its folders, which say who has it
    where and would be in every dataset.

    Raises ``UnreadableArticle``, with one line that says what to do, when the file is missing, is no ordinary file,
    may not be read, is empty, too large, not what its name says, or of an unknown suffix.
    """
    path = Path(path)
    content = read_bytes(path)
    return _article(str(path), path.name, content, _suffix(str(path), path.name, ""), slug=slug)


def article_from_bytes(
    name: str, content: bytes, *, slug: str = "", media_type: str = "", source_address: str = ""
) -> Article:
    """The article in an uploaded or fetched file. ``name`` gives the format and the slug, and is never used as a path.

    ``media_type`` (``text/html; charset=utf-8``) gives the format where the name has no suffix we know, and the
    encoding where the file itself does not say. Without a ``source_address`` it is the one that the file names, else
    the name. Raises ``UnreadableArticle`` with one line that says what to do.
    """
    given = " ".join(PurePath(name.replace("\\", "/")).name.split()) or "this file"
    check_size(given, len(content))
    suffix = _suffix(given, given, media_type)
    charset = _CHARSET.search(media_type)
    return _article(
        given,
        given,
        content,
        suffix,
        slug=slug,
        charset=charset[1] if charset else "",
        source_address=source_address,
    )


def article_from_text(text: str, title: str = "", *, slug: str = "", source_address: str = "") -> Article:
    """The article that someone pasted. Without a ``title`` it is the text's own; without a ``slug``, the title's.

    Raises ``UnreadableArticle`` when the text holds no letter and no digit, or a NUL.
    """
    text = plain.with_plain_line_ends(text.removeprefix("\ufeff"))
    if not text.strip():
        raise UnreadableArticle("the text is empty; paste the article's words")
    if not plain.holds_words(text):
        raise UnreadableArticle("the text holds no letter and no digit; paste the article's words")
    if "\0" in text:
        raise UnreadableArticle("the text holds NUL characters; paste plain text")
    how_read = "pasted"
    warnings: tuple[str, ...] = ()
    if _SURROGATE.search(text):  # half a character, which no file and no database can hold
        text = _SURROGATE.sub("\ufffd", text)
        how_read = "pasted; broken characters replaced by \ufffd"
        warnings = ("broken characters were replaced by \ufffd",)
    if said := untagged(text):
        text, how_read = said, f"{how_read}; HTML"
    title = plainly(title) or title_of(text)
    return Article(slug_for(slug or title), title, text, source_address, how_read, warnings=warnings)


def _suffix(named: str, name: str, media_type: str) -> str:
    """The suffix to read ``name`` by; UnreadableArticle, about ``named``, where no reader fits."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _READERS:
        return suffix
    if by_type := SUFFIX_OF.get(media_type.partition(";")[0].strip().lower()):
        return by_type
    known = ", ".join(known_suffixes())
    raise UnreadableArticle(f"{named}: no reader for {suffix or 'a name without a suffix'}; save it as one of {known}")


def _article(
    named: str,
    name: str,
    content: bytes,
    suffix: str,
    *,
    slug: str = "",
    charset: str = "",
    source_address: str = "",
) -> Article:
    """The article in ``content``. ``named`` opens the message of every error; ``name`` is the file's own."""
    if refusal := other_format(content, suffix):
        raise UnreadableArticle(f"{named}: {refusal}")
    try:
        reading = _READERS[suffix](content, charset)
    except UnreadableArticle as error:
        raise UnreadableArticle(f"{named}: {error}") from error
    if not reading.text.strip():
        raise UnreadableArticle(f"{named}: the file is empty; save the article's text in it and try again")
    if not plain.holds_words(reading.text):
        raise UnreadableArticle(
            f"{named}: there is no letter and no digit in it; save the article's text in it and try again"
        )
    # A name of bytes that are no UTF-8 is a good name of a file, but nothing that a database keeps.
    address = source_address or reading.source_address or plainly(name.encode("utf-8", "replace").decode())
    return Article(
        slug or slug_for(PurePath(name).stem),
        plainly(reading.title) or title_of(reading.text),
        reading.text,
        address,
        reading.how_read,
        reading.author,
        reading.published,
        reading.warnings,
    )
