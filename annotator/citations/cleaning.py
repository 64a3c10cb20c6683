"""What every identifier goes through first: the marks that copying and typing leave around and inside it.

Cleaning is idempotent, so that what we show can be pasted back and names the same source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from annotator.errors import InvalidIdentifier

LONGEST_IDENTIFIER = 2_000
"""Code points. Longer than any address that opens in a browser."""

_QUOTES = "\"'`“”„‟‘’‚‛«»‹›"
_PAIRS = {"<": ">", "(": ")", "[": "]", "{": "}"}
_OPENED_BY = {closing: opening for opening, closing in _PAIRS.items()}
_NOT_TEXT = {"Cc", "Cs", "Co", "Cn"}  # control characters, lone surrogates, private and unassigned code points
_SECOND_START = re.compile(
    r"[\s;,|](?:doi\s*:\s*)?(?:https?://|10\.[0-9]{4,9}(?:\.[0-9]+)*/)|PMC?ID\s*:|[;,|]\s*(?:PMC|NCT)[0-9]+\b",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """``text`` in NFKC, without zero-width characters and without blanks, quotes or brackets around it.

    Raises InvalidIdentifier when nothing is left, when it is too long, or when it holds what is no text.
    """
    check_length(text)
    cleaned = settle(_without_wrapping, text if text.isascii() else plain_characters(text))
    if not cleaned:
        raise InvalidIdentifier("nothing was typed: give a DOI, PMID, PMCID, NCT number, ISBN or web address")
    check_length(cleaned)
    if not cleaned.isprintable() and not all(map(_is_text, cleaned)):
        raise InvalidIdentifier("there are control characters in it: type the identifier instead of pasting it")
    return cleaned


def plain_characters(text: str) -> str:
    """``text`` in NFKC, without zero-width characters."""
    return _without_invisible(unicodedata.normalize("NFKC", _without_invisible(text)))


def trim_tail(text: str) -> str:
    """``text`` without the punctuation and quotes of the sentence it stood in; brackets go only when unbalanced."""
    return settle(_without_last_mark, text)


def settle(step: Callable[[str], str], text: str) -> str:
    """``step`` applied until it changes nothing more."""
    while (after := step(text)) != text:
        text = after
    return text


def check_length(text: str) -> None:
    """Raise InvalidIdentifier when ``text`` is longer than any identifier."""
    if len(text) > LONGEST_IDENTIFIER:
        raise InvalidIdentifier(
            f"it has {len(text):,} characters; an identifier has at most {LONGEST_IDENTIFIER:,}: paste it alone"
        )


def check_single(text: str) -> None:
    """Raise InvalidIdentifier when a second identifier begins inside ``text``."""
    if _SECOND_START.search(text):
        raise InvalidIdentifier("there are several sources in it: add them one at a time")


def has_foreign_digits(text: str) -> bool:
    """True when ``text`` holds digits other than 0 to 9, which no registry uses."""
    return not text.isascii() and any(char.isdigit() and not char.isascii() for char in text)


def _is_text(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _NOT_TEXT


def _without_invisible(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def _without_wrapping(text: str) -> str:
    text = text.strip().strip(_QUOTES)
    if text and _PAIRS.get(text[0]) == text[-1]:
        return text[1:-1]
    return text


def _without_last_mark(text: str) -> str:
    if not text:
        return text
    last = text[-1]
    if last in ".,;:!?…" or last in _QUOTES or last.isspace():
        return text[:-1]
    if last in _OPENED_BY and text.count(last) > text.count(_OPENED_BY[last]):
        return text[:-1]
    return text
