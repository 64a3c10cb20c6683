"""The one list of formats that an article can be read from, and the two ways in: a file, a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading import plain
from corpus.reading.files import read_bytes
from corpus.reading.naming import slug_for, title_of

# A reader gets the bytes of a file and returns its text and how it was read; it raises UnreadableArticle with a
# message that goes on from "NAME ".
Reader = Callable[[bytes], tuple[str, str]]
_READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def known_suffixes() -> tuple[str, ...]:
    """The suffixes that ``read_article`` can read, sorted, each with its dot."""
    return tuple(sorted(_READERS))


def read_article(path: str | Path, *, slug: str = "") -> Article:
    """The article in the file at ``path``, its text kept word for word.

    Raises ``UnreadableArticle``, with one line that says what to do, when the file is missing, is no ordinary file,
    may not be read, is empty, too large, not text, or of an unknown suffix.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    content = read_bytes(path)
    if reader is None:
        known = ", ".join(known_suffixes())
        raise UnreadableArticle(
            f"{path}: no reader for {path.suffix or 'a name without a suffix'}; save it as one of {known}"
        )
    try:
        text, how_read = reader(content)
    except UnreadableArticle as error:
        raise UnreadableArticle(f"{path}: {error}") from error
    if not text.strip():
        raise UnreadableArticle(f"{path}: the file is empty; save the article's text in it and try again")
    return Article(slug or slug_for(path.stem), title_of(text), text, str(path), how_read)


def article_from_text(text: str, title: str = "", *, slug: str = "", source_address: str = "") -> Article:
    """The article that someone pasted. Without a ``title`` it is the text's own; without a ``slug``, the title's.

    Raises ``UnreadableArticle`` when the text holds nothing but white space, or a NUL.
    """
    text = plain.with_plain_line_ends(text.removeprefix("\ufeff"))
    if not text.strip():
        raise UnreadableArticle("the text is empty; paste the article's words")
    if "\0" in text:
        raise UnreadableArticle("the text holds NUL characters; paste plain text")
    how_read = "pasted"
    if _SURROGATE.search(text):  # half a character, which no file and no database can hold
        text = _SURROGATE.sub("\ufffd", text)
        how_read = "pasted; broken characters replaced by \ufffd"
    title = " ".join(title.split()) or title_of(text)
    return Article(slug_for(slug or title), title, text, source_address, how_read)
