"""Marks with no white space behind them, between two words: the end of a sentence, or part of an address or a name."""

from __future__ import annotations

import re

from corpus.patterns import words

_DOMAIN = re.compile(words("Com Net Org Edu Gov Mil Info Biz Co Io Uk Eu") + r"\b")
_SIGNS_OF_ADDRESS = ("/", "@", "www.")
_LOOK = 60


def stands_in_one_word(text: str, begin: int, stop: int) -> bool:
    """Whether the word around ``stop`` is an address (``www.Example.Org``, ``a.b@Example.org``, ``Example.Com``), not
    the ends of two sentences. Nothing before ``begin`` is looked at."""
    if _DOMAIN.match(text, stop):
        return True
    left = text[max(begin, stop - _LOOK) : stop].split()
    right = text[stop : stop + _LOOK].split()
    around = (left[-1] if left else "") + (right[0] if right else "")
    return any(sign in around for sign in _SIGNS_OF_ADDRESS)
