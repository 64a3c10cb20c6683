"""Where to search for what a claim says: addresses of PubMed and Google Scholar made from its terms, and the note that
says where and when somebody searched.

The terms are few, for PubMed joins them with AND: the claim's own words that name what it is about (a substance, a
condition, an outcome), and whom. They are shown, so that whoever opens the address knows what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from annotator.citations.concepts import abbreviations_in, is_name
from annotator.citations.search_words import WHOLE, Worth, without_journals, worth_of
from corpus.amounts import find_amounts

MOST_WORDS = 5
_FEW = 3
"""What is vague is asked for only until there are so many terms."""
_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
_GAP = re.compile(r"\.?\s")
_LONGEST_NAME = 5
_NEAR = 60
"""Characters around a word that may say what it is worth."""
_EFFECTS = ("effect", "effects", "events")
_IT = (
    r"it\b(?! (?:is|has been|was) (?:\w+ )?"
    r"(?:that|to|important|essential|recommended|believed|possible|crucial|known|clear))"
)
_BEGINS_BACK = re.compile(rf"\s*(?:{_IT}|(?:its|they|their|this|these|both|such|one such)\b)", re.IGNORECASE)
_POINTS_BACK = re.compile(rf"\b(?:{_IT}|(?:they|this|these|such)\b)", re.IGNORECASE)
PUBMED, SCHOLAR = "PubMed", "Google Scholar"
_ADDRESSES = {
    PUBMED: ("https://pubmed.ncbi.nlm.nih.gov/", "term"),
    SCHOLAR: ("https://scholar.google.com/scholar", "q"),
}
PLACES = tuple(_ADDRESSES)
"""Where can be searched with one click."""


class _Term(NamedTuple):
    """What may be searched for: its words, and what they are worth."""

    words: str
    worth: Worth


def search_terms(claim: str, around: str = "", article: str = "") -> tuple[str, ...]:
    """What to search for: terms of ``MOST_WORDS`` words in all, in the claim's order; each of one or more words.

    ``around`` are the words the claim stands under, for one that says "it"; ``article`` the text that may say what an
    abbreviation stands for: then it is searched for in full.
    """
    meant = abbreviations_in(f"{article}\n{claim}")
    above = _terms(around, meant)
    topics = {term.words for term in above}
    own = [
        _Term(each.words, Worth.NAME) if each.words in topics and each.worth is Worth.TELLING else each
        for each in _terms(claim, meant)
    ]
    own += [term for term in above if term.worth >= Worth.TELLING and term not in own][: _missing(claim, own)]
    return tuple(term.words for term in _best(own))


def _missing(claim: str, terms: Sequence[_Term]) -> int:
    """How many terms to take from what the claim stands under: some where it says "it", or nothing of its own."""
    telling = [term for term in terms if term.worth >= Worth.TELLING and not term.words.endswith(_EFFECTS)]
    if not telling:
        return _FEW
    if _BEGINS_BACK.match(claim):
        return 1 if sum(term.worth >= Worth.SETTING for term in terms) > 1 else 2
    return 1 if len(telling) < 2 and _POINTS_BACK.search(claim) else 0


def _terms(text: str, meant: Mapping[str, str]) -> list[_Term]:
    """Everything in ``text`` that is worth something in a search, each once."""
    text = without_journals(text)
    spans = [(one.start, one.end) for one in find_amounts(text)]
    found: dict[str, _Term] = {}
    at = 0
    while word := _WORD.search(text, at):
        whole = WHOLE.match(text, word.start()) or word
        at = max(whole.end(), _end_of_name(text, word))
        term = _term(text, word.start(), at, meant)
        is_amount = any(start <= word.start() < end for start, end in spans)
        if term.worth and (not is_amount or term.worth is Worth.SETTING):
            found.setdefault(term.words, term)
    return [*found.values()]


def _end_of_name(text: str, first: re.Match[str]) -> int:
    """Where the longest known name ends that begins with the word ``first``; where that ends, if there is none."""
    ends = [first.end()]
    while len(ends) < _LONGEST_NAME and (gap := _GAP.match(text, ends[-1])) and (word := _WORD.match(text, gap.end())):
        ends.append(word.end())
    return next((end for end in reversed(ends[1:]) if is_name(text[first.start() : end])), ends[0])


def _term(text: str, start: int, end: int, meant: Mapping[str, str]) -> _Term:
    words = " ".join(text[start:end].lower().split())
    if long := meant.get(words) or meant.get(words.removesuffix("s")):
        return _Term(long.lower(), Worth.NAME)
    if words.endswith(("'s", "’s")) and not is_name(words):
        words = words[:-2]
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _Term(words, Worth.NAME if " " in words else worth_of(words, before, behind))


def _best(terms: Sequence[_Term]) -> list[_Term]:
    """The terms that tell most, as many as there is room for, in the order they have."""
    chosen: list[_Term] = []
    room = MOST_WORDS
    for term in sorted(terms, key=lambda term: -term.worth):
        size = len(term.words.split())
        is_enough = term.worth is Worth.VAGUE and sum(one.worth is not Worth.SETTING for one in chosen) >= _FEW
        is_enough |= any(one.words in re.split("[-‑]", term.words) for one in terms if one is not term)
        if not chosen or (size <= room and not is_enough):
            chosen.append(term)
            room -= size
    return [term for term in terms if term in chosen]


def search_address(place: str, terms: Sequence[str]) -> str:
    """The address at which one of ``PLACES`` lists what it has for ``terms``, percent-encoded."""
    address, name = _ADDRESSES[place]
    return f"{address}?{urlencode({name: ' '.join(terms)})}"


def search_note(place: str, terms: Sequence[str], day: date) -> str:
    """``PubMed: magnesium leg cramps, 2026-11-26``: a line of a search note."""
    return f"{place}: {' '.join(terms)}, {day.isoformat()}"


def noted(note: str, line: str) -> str:
    """``note`` with ``line`` at its end, unless it is there already."""
    lines = note.splitlines()
    return note if line in lines else "\n".join([*(lines if note.strip() else []), line])
