"""Plain text (and Markdown, which is kept as it is written) -> text.

The words are kept one for one. Only a byte-order mark is dropped, and CRLF and CR are read as LF. A few stray control
characters stay, so that nothing moves; many of them mean that the file is no text.
"""

from __future__ import annotations

import codecs
import re

from corpus.errors import UnreadableArticle
from corpus.reading.reading import Reading

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of all characters
_GUESSED = "the file is not UTF-8: it was read as cp1252, so check the accents and signs such as µ"
_NO_TEXT = "this is not a text file; save the article as plain text (UTF-8) first"


def read(content: bytes, charset: str = "") -> Reading:
    """The text in ``content``, and how it was read: ``utf-8``, ``utf-16`` or ``cp1252``, with what was changed.

    UTF-16 counts only with its byte-order mark. Bytes that are not UTF-8 are read as cp1252, and a warning says so.
    Raises ``UnreadableArticle`` for bytes that are no text.
    """
    del charset
    text, encoding = _decode(content)
    if "\0" in text or len(_CONTROL.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
        raise UnreadableArticle(_NO_TEXT)
    notes = [encoding]
    if text.startswith("\ufeff"):
        text = text.removeprefix("\ufeff")
        notes.append("byte-order mark dropped")
    if "\r" in text:
        text = with_plain_line_ends(text)
        notes.append("line ends changed to LF")
    warnings = (_GUESSED,) if encoding == "cp1252" else ()
    return Reading(text, f"plain text, {', '.join(notes)}", warnings=warnings)


def with_plain_line_ends(text: str) -> str:
    """``text`` with CRLF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(content: bytes) -> tuple[str, str]:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableArticle("the text is UTF-32; save it as UTF-8 first")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return "\ufeff" + content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise UnreadableArticle(_NO_TEXT) from None
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if b"\0" in content:
        raise UnreadableArticle(_NO_TEXT)
    try:
        return content.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        raise UnreadableArticle(_NO_TEXT) from None
