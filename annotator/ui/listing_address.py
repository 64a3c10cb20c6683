"""A list of claims in a page's address, so that it can be sent as a link and found again by going back.

The Flagged page's widgets keep their values there themselves, as the words they show; this reads and writes the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

import streamlit as st

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.filters import Filters
from annotator.storage.listing import Listing, Order, Show
from annotator.ui.words import FLAG_WORDS, cue_name_words, section_words, verdict_words
from corpus.urgency import RANKING

Query = dict[str, str | list[str]]
Value = TypeVar("Value")

FILTERS = ("article", "section", "verdict", "flag", "reviewer", "cue")
"""The Flagged page's filters with several choices, by the names of their widgets; ``words`` is its search."""

SHOW_WORDS = {Show.FLAGGED: "Flagged", Show.CONFLICTING: "Conflicts", Show.LABELLED: "Labelled", Show.ALL: "All claims"}
SORTS = {
    (Order.FLAGS, True): "Worst first",
    (Order.FLAGS, False): "Worst last",
    (Order.URGENCY, True): "Harm first",
    (Order.URGENCY, False): "Harm last",
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
        "section": [section_words(section) for section in filters.sections],
        "verdict": [verdict_words(verdict) for verdict in filters.verdicts],
        "flag": [FLAG_WORDS[flag] for flag in filters.flags],
        "reviewer": list(filters.reviewers),
        "cue": [cue_name_words(cue) for cue in filters.cues],
        "words": filters.search,
        "show": "" if listing.show is Show.FLAGGED else SHOW_WORDS[listing.show],
        "sort": "" if _sort(listing) == FIRST_SORT else SORTS[_sort(listing)],
    }
    return {name: value for name, value in query.items() if value}


def sections_named(words: Iterable[str]) -> tuple[str, ...]:
    """The sections that an address names."""
    return tuple("" if word == section_words("") else word for word in words)


def forget_filters() -> None:
    """On the way to the Flagged page: take off what was chosen there before."""
    for name in (*FILTERS, "words", "page"):
        st.session_state.pop(name, None)


def claim_query(claim_id: str, query: Query) -> Query:
    """The parameters of a claim's own page, with the listing it was opened from in one of them.

    A page's widgets own the names of their parameters, so those cannot be given again on the way out.
    """
    listed = urlencode(query, doseq=True)
    return {"claim": claim_id, "list": listed} if listed else {"claim": claim_id}


def listing_in_address(titles: Mapping[str, str], reviewers: Iterable[str]) -> Listing:
    """The listing that a claim's page was opened from. Words that name nothing here are passed over."""
    given = parse_qs(st.query_params.get("list", ""))
    known = set(reviewers)
    order, descending = (_meant(SORTS, given.get("sort", [])) or (FIRST_SORT,))[0]
    return Listing(
        Filters(
            articles=_meant(title_words(titles), given.get("article", [])),
            sections=sections_named(given.get("section", [])),
            verdicts=_meant({verdict: verdict_words(verdict) for verdict in Verdict}, given.get("verdict", [])),
            flags=_meant({flag: FLAG_WORDS[flag] for flag in Flag}, given.get("flag", [])),
            reviewers=tuple(name for name in given.get("reviewer", []) if name in known),
            search=given.get("words", [""])[0],
            cues=_meant({cue: cue_name_words(cue) for cue in RANKING}, given.get("cue", [])),
        ),
        (_meant(SHOW_WORDS, given.get("show", [])) or (Show.FLAGGED,))[0],
        order,
        descending,
    )


def take_up_listing(titles: Mapping[str, str], reviewers: Iterable[str]) -> None:
    """Set the Flagged page's widgets to the listing that came back with a claim's address.

    Going back from a claim in the browser leads to the Flagged page with the claim's parameters: Streamlit puts them
    into the history's older entry too.
    """
    if "list" not in st.query_params:
        return
    listing = listing_in_address(titles, reviewers)
    filters = listing.filters
    chosen = (filters.articles, filters.sections, filters.verdicts, filters.flags, filters.reviewers, filters.cues)
    st.session_state.update({name: list(values) for name, values in zip(FILTERS, chosen, strict=True)})
    st.session_state.update({"words": filters.search, "show": listing.show, "sort": _sort(listing)})
    st.query_params.clear()
    st.rerun()  # in a run that comes from the browser's history, widgets take their values from the address alone


def _sort(listing: Listing) -> tuple[Order, bool]:
    return listing.order, listing.descending


def _meant(words: Mapping[Value, str], given: Sequence[str]) -> tuple[Value, ...]:
    values = {word: value for value, word in words.items()}
    return tuple(values[word] for word in given if word in values)
