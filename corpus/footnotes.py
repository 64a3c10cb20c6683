"""Footnote marks behind a sentence: ``.[1]-[3]``, ``.²``, ``?†``, ``.3``, ``.[note 1]``; they belong to what they
close."""

from __future__ import annotations

import re

_SUPERSCRIPT = "[¹²³⁰⁴⁵⁶⁷⁸⁹]++"
_NUMBERS = r"\d{1,3}(?:[,–-]\s?\d{1,3})*"
_IN_BRACKETS = r"\^?\d[\d,;–\- ]*"
_WORDS_IN_BRACKETS = r"[a-z]|[ivx]{1,4}|(?:note|nb|n|ref)\.?\s\d{1,3}|[a-z ]{3,40}\sneeded"
_ANY_IN_BRACKETS = rf"\[(?:{_IN_BRACKETS}|{_WORDS_IN_BRACKETS})\]"
MARK = (
    r"(?:"
    rf"\s?\[{_IN_BRACKETS}\](?:[-–,]?\s?\[{_IN_BRACKETS}\])*+(?:{_ANY_IN_BRACKETS})*+"  # .[1]  .[1]-[3]  . [4, 5]
    rf"|(?:{_ANY_IN_BRACKETS})++"  # .[a]  .[iv]  .[note 1]
    rf"|\s{_SUPERSCRIPT}(?:[,⁻–-]\s?{_SUPERSCRIPT})*+(?:\s{_SUPERSCRIPT})*+(?!\w)"
    rf"|{_SUPERSCRIPT}(?:[,⁻–-]{_SUPERSCRIPT})*+(?:,?\s{_SUPERSCRIPT}(?!\w))*+"
    r"|[†‡§¶]++"
    r"|\^\d{1,3}(?:[,–-]\d{1,3})*+"
    rf"|\({_NUMBERS}\)"  # .(1)  .(2, 3)
    rf"|(?:(?<=[a-z)\"”%A-Z][.?!])|(?<=[.?!][\"”)])){_NUMBERS}(?=\s+[\"“‘'(\[]?[A-Z]|\s*\Z)"  # .1 Next  .2,3 Next
    r"|(?<=[a-z]{3}\.)[ivx]{1,4}(?=\s+[A-Z])"  # disease.i A
    r")"
)
"""A pattern for the marks behind the end of a sentence and the quotation marks and brackets that close there."""

_MERE_MARK = re.compile(rf"(?:{_ANY_IN_BRACKETS}|\({_NUMBERS}\)|\^\d{{1,3}}|[\W¹²³⁰⁴⁵⁶⁷⁸⁹])++\Z")
_SHORT = 12  # characters of the longest number that may be a mark
_MERE_NUMBER = re.compile(_NUMBERS + r"\Z")

_LONE_MARK = re.compile(
    rf"(?:{_ANY_IN_BRACKETS}|{_SUPERSCRIPT}|[†‡§]++|\^\d{{1,3}})(?:[,;–-]?\s?(?:{_ANY_IN_BRACKETS}|{_SUPERSCRIPT}))*+\Z"
)
_LONGEST_MARK = 16
OPENS_MARK = frozenset("[¹²³⁰⁴⁵⁶⁷⁸⁹†‡§^")
"""What a line opens with that is nothing but a footnote's mark: a cheap look before ``is_lone_mark``."""


def is_lone_mark(line: str) -> bool:
    """Whether a whole line is nothing but the mark of a footnote: "[1]", "³", "†". Numbers alone may be a page's."""
    return len(line) <= _LONGEST_MARK and _LONE_MARK.match(line) is not None


def is_mere_mark(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, behind a sentence, says nothing of its own: a footnote's mark, stars, an emoji
    ("³", "[1]"), or at the end of a text a number that was one ("It fell. 3")."""
    if end - start < _SHORT and _MERE_NUMBER.match(text, start, end):
        return text[max(0, start - 3) : start].rstrip().endswith(".")
    return _MERE_MARK.match(text, start, end) is not None
