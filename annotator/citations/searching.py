"""Where to search for what a claim says: addresses of PubMed and Google Scholar made from its terms, and the note that
says where and when somebody searched.

The terms are the claim's own words that say what it is about (substances, diseases, groups, outcomes) and its amounts;
words that any claim may have are left out. They are shown, so that whoever opens the address knows what was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from annotator.citations.concepts import concepts_in
from corpus.amounts import find_amounts
from corpus.model import Measure

MOST_TERMS = 8
_LEAST_WEIGHT = 0.4
_TELLING = frozenset({Measure.DOSE, Measure.LEVEL})
PUBMED, SCHOLAR = "PubMed", "Google Scholar"
_ADDRESSES = {
    PUBMED: ("https://pubmed.ncbi.nlm.nih.gov/", "term"),
    SCHOLAR: ("https://scholar.google.com/scholar", "q"),
}
PLACES = tuple(_ADDRESSES)
"""Where can be searched with one click."""


def search_terms(claim: str, around: str = "", article: str = "") -> tuple[str, ...]:
    """What to search for, at most ``MOST_TERMS`` terms of one or more words, in the claim's order.

    ``around`` are the words the claim stands under, for one that says "it"; ``article`` the text that may say what an
    abbreviation stands for: then it is searched for in full.
    """
    found = [_name(concept.ways) for concept in concepts_in(claim, around, article) if concept.weight >= _LEAST_WEIGHT]
    amounts = [claim[one.start : one.end].strip() for one in find_amounts(claim) if one.amount.measures in _TELLING]
    terms: list[str] = []
    for term in (*found, *amounts):
        if not any(f" {term} " in f" {known} " for known in terms):
            terms.append(term)
    return tuple(terms[:MOST_TERMS])


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


def _name(ways: Sequence[Sequence[str]]) -> str:
    """A concept as the claim names it; an abbreviation in the words it stands for."""
    first = ways[0]
    if len(first) == 1 and len(first[0]) <= 4 and len(ways) > 1 and _is_short_for(first[0], ways[1]):
        return " ".join(ways[1])
    return " ".join(first)


def _is_short_for(short: str, words: Sequence[str]) -> bool:
    return len(words) > 1 and "".join(word[0] for word in words).startswith(short[: len(words)])
