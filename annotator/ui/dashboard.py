"""The Flagged page: how bad it is, where, and the claims in question, all narrowed by one filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.connection import open_database
from annotator.storage.filters import Filters
from annotator.storage.listing import ROWS_A_PAGE, Listing, Order, Show
from annotator.storage.reports import Choices, Report, choices, report
from annotator.ui.claims_table import claims_table
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.figures import figures_tree
from annotator.ui.listing_address import (
    FILTERS,
    SHOW_WORDS,
    SORTS,
    Query,
    claim_query,
    query_of,
    sections_named,
    take_up_listing,
    title_words,
)
from annotator.ui.navigation import go_to, link_to
from annotator.ui.page import open_page
from annotator.ui.session import desk_path, require_person
from annotator.ui.words import FLAG_WORDS, cue_name_words, section_words, verdict_words
from corpus.urgency import RANKING

Value = TypeVar("Value")

WIDTH = 156
"""Of a filter, in pixels: seven and a button in a row of a desk's screen, two in a telephone's."""

PURPOSE = "Claims that need an editor: what is wrong, where, and who says so."
FIGURES, TABLE = "flagged_figures", "flagged_table"


def render() -> None:
    """Draw the page for whoever is at the desk."""
    require_person()
    with open_database(desk_path()) as db:
        offered = choices(db, st.session_state.get("article") or ())
        if not offered.articles:
            _no_articles()
            return
        take_up_listing(offered.articles, offered.reviewers)
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            open_page("Flagged", PURPOSE)
            show = _show()
        filters = _filters(offered)
        figures, above_table = st.container(), st.container(horizontal=True, vertical_alignment="center")
        with above_table:
            counted = st.container(width="stretch")
            order, descending = _sorted()
        listing = Listing(filters, show, order, descending)
        found = report(db, listing, _page())
    with figures:
        mount_sheet(FIGURES, figures_tree(found, listing, title_words(offered.articles)), _narrow)
    if not found.rows:
        _no_rows(found, listing)
        return
    with counted:
        st.caption(_counted(found, listing))
    _table(found, listing, query_of(listing, offered.articles))


def _filters(offered: Choices) -> Filters:
    """The filter bar."""
    titles = title_words(offered.articles)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        words = st.text_input(
            "Search",
            key="words",
            bind="query-params",
            placeholder="Words in the claim",
            on_change=_first_page,
            width=WIDTH,
        )
        articles = _choose("Article", list(titles), titles.__getitem__)
        sections = _choose("Section", _with_chosen("section", offered.sections, sections_named), section_words)
        verdicts = _choose("Verdict", list(Verdict), verdict_words)
        flags = _choose("Flag", list(Flag), FLAG_WORDS.__getitem__)
        cues = _choose("Cue", list(RANKING), cue_name_words)
        reviewers = _choose("Reviewer", _with_chosen("reviewer", offered.reviewers, tuple), str)
        filters = Filters(
            tuple(articles),
            tuple(sections),
            (),
            tuple(verdicts),
            tuple(flags),
            tuple(reviewers),
            words.strip(),
            cues=tuple(cues),
        )
        st.button("Clear", on_click=_clear, disabled=filters == Filters(), help="Take all filters off")
    return filters


def _choose(name: str, options: Sequence[Value], words: Callable[[Value], str]) -> list[Value]:
    return st.multiselect(
        name,
        options,
        format_func=words,
        key=name.lower(),
        bind="query-params",
        placeholder="All",
        on_change=_first_page,
        width=WIDTH,
    )


def _show() -> Show:
    return st.segmented_control(
        "Show",
        list(Show),
        default=Show.FLAGGED,
        required=True,
        format_func=SHOW_WORDS.__getitem__,
        key="show",
        bind="query-params",
        label_visibility="collapsed",
        on_change=_first_page,
    )


def _sorted() -> tuple[Order, bool]:
    return st.selectbox(
        "Sort",
        list(SORTS),
        format_func=SORTS.__getitem__,
        key="sort",
        bind="query-params",
        label_visibility="collapsed",
        on_change=_first_page,
        filter_mode=None,
        width=200,
    )


def _table(found: Report, listing: Listing, query: Query) -> None:
    went = mount_sheet(TABLE, [claims_table(found.rows, listing, query, found.conflicts)], _sort, view=str(found.page))
    if found.pages > 1:
        if _page() != found.page:  # there are fewer pages by now
            st.session_state["page"] = found.page
        st.pagination(found.pages, key="page", bind="query-params")
    if isinstance(went, dict) and "claim" in went:
        go_to("claim", claim_query(str(went["claim"]), query))


def _counted(found: Report, listing: Listing) -> str:
    first, total = (found.page - 1) * ROWS_A_PAGE + 1, found.figures.shown(listing.show)
    return f"{first:,} to {first + len(found.rows) - 1:,} of {_count(total)}" if found.pages > 1 else _count(total)


def _count(total: int) -> str:
    return "1 claim" if total == 1 else f"{total:,} claims"


def _with_chosen(name: str, offered: Sequence[str], named: Callable[[Sequence[str]], tuple[str, ...]]) -> list[str]:
    """What is offered, and what is chosen already: a filter that came with a link is never dropped in silence."""
    chosen = [*named(st.query_params.get_all(name)), *(st.session_state.get(name) or ())]
    return [*offered, *dict.fromkeys(value for value in chosen if value not in offered)]


def _page() -> int:
    """The page of the table that is asked for: the widget's, or on the first run the address's."""
    asked = st.session_state.get("page") or st.query_params.get("page", "")
    return int(asked) if str(asked).isdecimal() else 1


def _narrow(went: Any) -> None:
    """Take the figure or bar that was clicked as a filter, or off again."""
    if not isinstance(went, dict) or went.get("filter") not in FILTERS:
        return
    name, value = went["filter"], Verdict(went["value"]) if went["filter"] == "verdict" else went["value"]
    chosen = list(st.session_state.get(name) or ())
    st.session_state[name] = [each for each in chosen if each != value] if value in chosen else [value]
    _first_page()


def _sort(went: Any) -> None:
    if isinstance(went, dict) and "sort" in went:
        order, descending = went["sort"]
        st.session_state["sort"] = (Order(order), bool(descending))
        _first_page()


def _first_page() -> None:
    st.session_state["page"] = 1


def _clear() -> None:
    for name in FILTERS:
        st.session_state[name] = []
    st.session_state["words"] = ""
    _first_page()


def _no_articles() -> None:
    open_page("Flagged", PURPOSE)
    st.write("There is no article on this desk yet. Add one, and its claims come up for review.")
    link_to("articles", "Add an article", icon=":material/add:")


def _no_rows(found: Report, listing: Listing) -> None:
    """Say why the table is empty, and what to do next."""
    if listing.filters != Filters():
        st.write(
            "No claim fits these filters."
            if not found.figures.claims
            else f"{_fitting(found, listing)} fit these filters."
        )
        st.button("Clear the filters", on_click=_clear)
    elif listing.show is Show.CONFLICTING:
        st.write(
            "No claim is known that may contradict another. `python -m annotator find-matches` looks at all of them."
        )
    elif not found.figures.labelled:
        st.write(
            "Nothing is labelled yet. Claims appear here when a reviewer gives a verdict that needs an editor's eye."
        )
        link_to("review", "Review", icon=":material/rule:")
    else:
        st.write("Nothing is flagged: every verdict so far is supported, has its evidence, and nobody differs.")


def _fitting(found: Report, listing: Listing) -> str:
    return f"{_count(found.figures.claims)}, none of them {listing.show.value},"
