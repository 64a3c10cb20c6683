"""A list of claims in a page's address, so that it can be sent as a link and found again by going back.

The Flagged page's widgets keep their values there themselves, as the words they show; this reads and writes the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.filters import Filters
from annotator.storage.listing import Listing, Order, Show
from annotator.ui.words import FLAG_WORDS, verdict_words

Query = dict[str, str | list[str]]
Value = TypeVar("Value")

SHOW_WORDS = {Show.FLAGGED: "Flagged", Show.LABELLED: "Labelled", Show.ALL: "All claims"}
SORTS = {
    (Order.FLAGS, True): "Worst first",
    (Order.FLAGS, False): "Worst last",
    (Order.PLACE, False): "Article order",
    (Order.PLACE, True): "Article order, backwards",
    (Order.CLAIM, False): "Claim, A to Z",
    (Order.CLAIM, True): "Claim, Z to A",
    (Order.VERDICTS, True): "Most contradicted",
    (Order.VERDICTS, False): "Least contradicted",
    (Order.CHANGED, True): "Newest change",
    (Order.CHANGED, False): "Oldest change",
}
FIRST_SORT = (Order.FLAGS, True)


def title_words(titles: Mapping[str, str]) -> dict[str, str]:
    """Each article's title by slug, told apart by the slug where two are the same."""
    many = [title for title in titles.values() if title]
    seen = {title for title in many if many.count(title) > 1} if len(set(many)) < len(many) else set()
    return {slug: f"{title} ({slug})" if title in seen or not title else title for slug, title in titles.items()}


def query_of(listing: Listing, titles: Mapping[str, str]) -> Query:
    """The listing as parameters of an address; what is as always is left out."""
    filters, words = listing.filters, title_words(titles)
    query: Query = {
        "article": [words[slug] for slug in filters.articles if slug in words],
        "section": list(filters.sections),
        "verdict": [verdict_words(verdict) for verdict in filters.verdicts],
        "flag": [FLAG_WORDS[flag] for flag in filters.flags],
        "reviewer": list(filters.reviewers),
        "words": filters.search,
        "show": "" if listing.show is Show.FLAGGED else SHOW_WORDS[listing.show],
        "sort": "" if _sort(listing) == FIRST_SORT else SORTS[_sort(listing)],
    }
    return {name: value for name, value in query.items() if value}


def listing_in_address(titles: Mapping[str, str], reviewers: Iterable[str]) -> Listing:
    """The listing that this page's address names. Words that name nothing here are passed over."""
    params = st.query_params
    known = set(reviewers)
    order, descending = (_meant(SORTS, params.get_all("sort")) or (FIRST_SORT,))[0]
    return Listing(
        Filters(
            articles=_meant(title_words(titles), params.get_all("article")),
            sections=tuple(params.get_all("section")),
            verdicts=_meant({verdict: verdict_words(verdict) for verdict in Verdict}, params.get_all("verdict")),
            flags=_meant({flag: FLAG_WORDS[flag] for flag in Flag}, params.get_all("flag")),
            reviewers=tuple(name for name in params.get_all("reviewer") if name in known),
            search=params.get("words", ""),
        ),
        (_meant(SHOW_WORDS, params.get_all("show")) or (Show.FLAGGED,))[0],
        order,
        descending,
    )


def _sort(listing: Listing) -> tuple[Order, bool]:
    return listing.order, listing.descending


def _meant(words: Mapping[Value, str], given: Sequence[str]) -> tuple[Value, ...]:
    values = {word: value for value, word in words.items()}
    return tuple(values[word] for word in given if word in values)
