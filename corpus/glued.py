"""Marks with no white space behind them, between two words: the end of a sentence, or part of an address or a name."""

from __future__ import annotations

import re

from corpus.abbreviations import STARTERS
from corpus.patterns import words

_DOMAIN = re.compile(
    words("Com Net Org Edu Gov Mil Info Biz Co Io Uk Eu Tv Js Py Md Txt Pdf Doc Docx Csv Xls Xlsx Html Php Jpg Png Exe")
    + r"\b",
    re.IGNORECASE,
)
_SIGNS_OF_ADDRESS = ("/", "@", "www.")
_LOOK = 60
_FAR = 2000
_WORD = re.compile(r"(?:[A-Za-z]{3}|[A-Za-z%\d][)\]])\Z")
# "5mg", "10%", "$5m", "1,500 kcal/day" behind its last blank: a measure, behind which any capital opens a sentence.
_MEASURE = re.compile(r"[(~≈<>≤≥$€£+–-]*\d[\d,.–-]*(?:%|°[CF]?|[a-zA-Zµμ]{1,4}(?:/[a-z]{1,5})?)\Z")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_UNSURE_CLOSERS = frozenset("'*_`}")


def _stands_in_one_word(text: str, begin: int, stop: int) -> bool:
    """Whether the word around ``stop`` is an address (``www.Example.Org``, ``a.b@Example.org``, ``Example.Com``), not
    the ends of two sentences. Nothing before ``begin`` is looked at."""
    if _DOMAIN.match(text, stop):
        return True
    left = text[max(begin, stop - _LOOK) : stop].split()
    right = text[stop : stop + _LOOK].split()
    around = (left[-1] if left else "") + (right[0] if right else "")
    return any(sign in around for sign in _SIGNS_OF_ADDRESS) and not _MEASURE.search(left[-1].rstrip(".?!…"))


def may_end_glued(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a sentence that starts at ``begin`` may end at the mark that ``match`` found, with the next word glued
    to it. What stands before a full stop may still be an abbreviation."""
    after, closers = match.end(), match["close"]
    if match.start() == begin or text[after].islower() or _stands_in_one_word(text, begin, after):
        return False
    if closers:
        if not _UNSURE_CLOSERS.isdisjoint(closers):
            return False
        return (
            closers[-1] != '"'
            or text[after] == '"'
            or text.count('"', max(begin, match.start() - _FAR), match.start()) % 2 == 1
        )
    if match["cite"] or (match["mark"][-1] in "?!"):
        return True
    opens = _FIRST_WORD.match(text, after)
    if opens is None or opens[0] in STARTERS:
        return True
    word = text[max(begin, match.start() - _LOOK) : match.start()].split()[-1]
    return match["mark"] == "." and (_WORD.search(word) is not None or _MEASURE.match(word) is not None)
