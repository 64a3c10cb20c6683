"""Plain text -> text.

The words are kept one for one, but where all of it is HTML. Only a byte-order mark is dropped, and CRLF and CR are
read as LF. A few stray control characters stay, so that nothing moves; many of them mean that the file is no text.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.reading.decoding import decode
from corpus.reading.reading import Reading
from corpus.reading.tagged import untagged


def read(content: bytes, charset: str = "") -> Reading:
    """The text in ``content``, and how it was read: the encoding, with what was changed.

    UTF-16 counts only with its byte-order mark. Bytes that are neither UTF-8 nor in the ``charset`` that came with them
    are read as cp1252, and a warning says so. A text that is HTML throughout is read as such. Raises
    ``UnreadableArticle`` for bytes that are no text.
    """
    reading = read_as("plain text", content, charset)
    if said := untagged(reading.text):
        return replace(reading, text=said, how_read=f"{reading.how_read}; HTML")
    return reading


def read_as(what: str, content: bytes, charset: str) -> Reading:
    """As ``read``, for a text that is called ``what``."""
    text, encoding, warning = decode(content, [charset] if charset else [])
    notes = [encoding]
    if text.startswith("\ufeff"):
        text = text.removeprefix("\ufeff")
        notes.append("byte-order mark dropped")
    if "\r" in text:
        text = with_plain_line_ends(text)
        notes.append("line ends changed to LF")
    return Reading(text, f"{what}, {', '.join(notes)}", warnings=(warning,) if warning else ())


def holds_words(text: str) -> bool:
    """Whether there is a letter or a digit in ``text``: without one it has no unit."""
    return any(map(str.isalnum, text))


def with_plain_line_ends(text: str) -> str:
    """``text`` with CRLF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
