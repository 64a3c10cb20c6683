"""Bytes -> text: UTF-8, else a byte-order mark, else the encoding that is declared, else cp1252 with a warning.

Nothing is guessed from the bytes: guessing takes ``µg`` for Chinese.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.errors import UnreadableArticle

GUESSED = "the file is not UTF-8: it was read as cp1252, so check the accents and signs such as µ"
NO_TEXT = "this is not a text file; save the article as plain text (UTF-8) first"
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of all characters
# What browsers read these as: pages declare the narrower one and use the wider
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
_NO_ENCODING_OF_FILES = {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}


class Decoded(NamedTuple):
    """A text, the encoding it was in, and a warning where that is a guess. A byte-order mark is kept."""

    text: str
    encoding: str
    warning: str = ""


def decode(content: bytes, declared: Iterable[str] = ()) -> Decoded:
    """The text in ``content``. ``declared`` are encodings that it, or who sent it, names; the first that fits counts.

    Raises ``UnreadableArticle`` for bytes that are no text: no encoding fits, a NUL, or many control characters.
    """
    decoded = _decode(content, declared)
    text = decoded.text
    if "\0" in text or len(_CONTROL.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
        raise UnreadableArticle(NO_TEXT)
    return decoded


def _decode(content: bytes, declared: Iterable[str]) -> Decoded:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableArticle("the text is UTF-32; save it as UTF-8 first")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded("\ufeff" + content.decode("utf-16"), "utf-16")
        except UnicodeDecodeError:
            raise UnreadableArticle(NO_TEXT) from None
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in content:
        raise UnreadableArticle(NO_TEXT)
    for name in declared:
        if (encoding := _known_encoding(name)) and (text := _strictly(content, encoding)) is not None:
            return Decoded(text, encoding)
    if (text := _strictly(content, "cp1252")) is not None:
        return Decoded(text, "cp1252", GUESSED)
    raise UnreadableArticle(NO_TEXT)


def _known_encoding(name: str) -> str:
    """Python's name of an encoding that files are in; empty where it is none."""
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return ""
    known = found.name
    if not getattr(found, "_is_text_encoding", True) or known in _NO_ENCODING_OF_FILES or known.startswith("utf-16"):
        return ""
    return _READ_AS.get(known, known)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None
