"""The Sources page: what labels cite, to look through and to take along, and the library to cite from."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from annotator.citations.retraction import NEVER_CHECKED, RetractionStatus
from annotator.citations.source_lists import SOURCE_FORMATS
from annotator.model import Source, Verdict
from annotator.storage.cited_works import CitedWork, cited_works, counted_words, written_as
from annotator.storage.connection import open_database
from annotator.storage.datasets import last_change
from annotator.storage.filters import Filters
from annotator.storage.reports import choices
from annotator.storage.retractions import retraction_statuses
from annotator.storage.works import count_works, newest_works, search_works
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.listing_address import title_words
from annotator.ui.load_references import is_telling_what_came, load_references_form
from annotator.ui.page import open_page
from annotator.ui.session import desk_path, require_person
from annotator.ui.source_rows import cited_table, library_table
from annotator.ui.words import verdict_words

CITED, LIBRARY = "Cited", "Library"
ROWS, KEPT_SECONDS = 50, 60
"""Rows of a table; and how long a list is kept, while nobody labels: what look-ups find meanwhile waits so long."""


def render() -> None:
    """Draw the page for whoever is at the desk."""
    person = require_person()
    open_page("Sources", "What labels rest on, and the library to cite from.")
    with open_database(desk_path()) as db:
        in_library = count_works(db)
    is_loading = not in_library or is_telling_what_came()  # what is told of a file stays in view
    with st.expander("Load a reference file", expanded=is_loading, icon=":material/upload_file:"):
        load_references_form(person)
    with open_database(desk_path()) as db:
        in_library = count_works(db)  # some more, perhaps
    shown = st.segmented_control(
        "Show",
        (CITED, LIBRARY),
        default=CITED,
        required=True,
        key="show_sources",
        label_visibility="collapsed",
        format_func=lambda name: f"{name} ({in_library:,})" if name == LIBRARY else name,
    )
    if shown == LIBRARY:
        _library(in_library)
    else:
        _cited(in_library)


def _library(count: int) -> None:
    if not count:
        st.write("The library is empty. Load a reference file above; what is looked up comes here too.")
        return
    search = st.text_input("Search", key="library_search", placeholder="Words in title, abstract, authors", width=380)
    with open_database(desk_path()) as db:
        words = search.strip()
        found = search_works(db, words, ROWS) if words else newest_works(db, ROWS)
        sources = [source for each in found for source in each.work.identifiers[:1]]
        known = retraction_statuses(db, sources)
    if not found:
        st.write("Nothing in the library has all these words.")
        return
    if not words:
        st.caption(f"The newest {len(found):,}:" if count > ROWS else "All of them, the newest first:")
    elif len(found) == ROWS:
        st.caption(f"The best {ROWS}:")
    statuses = [_status(each.work.identifiers[:1], known) for each in found]
    mount_sheet("library", [library_table(found, statuses)], view=words)


def _status(sources: Sequence[Source], known: Mapping[Source, RetractionStatus]) -> RetractionStatus:
    return known[sources[0]] if sources else NEVER_CHECKED


def _cited(in_library: int) -> None:
    path = str(desk_path())
    with open_database(desk_path()) as db:
        offered, stamp = choices(db, ()), (*last_change(db), in_library)
    filters = _filters(offered.articles)
    found = _found(path, filters, stamp)
    if not found:
        narrowed = filters != Filters()
        st.write("No source fits: take a filter off." if narrowed else "No label cites a source yet.")
        return
    st.text(f"{counted_words(found)}.")
    _take(found, filters)
    page, pages = 1, -(-len(found) // ROWS)
    if pages > 1:
        page = st.pagination(pages, key="sources_page")
    mount_sheet("cited", [cited_table(found[(page - 1) * ROWS : page * ROWS])], view=f"{page}")


def _filters(articles: Mapping[str, str]) -> Filters:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        slugs = st.multiselect(
            "Article",
            list(articles),
            format_func=title_words(articles).__getitem__,
            key="sources_article",
            placeholder="All",
            width=300,
        )
        verdicts = st.multiselect(
            "Verdict", list(Verdict), format_func=verdict_words, key="sources_verdict", placeholder="All", width=220
        )
    return Filters(articles=tuple(slugs), verdicts=tuple(verdicts))


@st.cache_data(max_entries=50, ttl=KEPT_SECONDS, show_spinner="Gathering the sources")
def _found(path: str, filters: Filters, stamp: tuple[int, ...]) -> list[CitedWork]:
    """What labels cite, kept until somebody labels, or loads a file."""
    del path, stamp  # what it is kept by
    with open_database(desk_path()) as db:
        return cited_works(db, filters)


def _take(found: list[CitedWork], filters: Filters) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        name = st.segmented_control(
            "Take them along as",
            list(SOURCE_FORMATS),
            default=next(iter(SOURCE_FORMATS)),
            required=True,
            format_func=lambda name: SOURCE_FORMATS[name].words,
            key="sources_format",
        )
        chosen = SOURCE_FORMATS[name]
        st.download_button(
            f"Download {chosen.words}",
            partial(_file, found, name),
            file_name=f"sources{chosen.suffix}",
            mime=chosen.media_type,
            on_click="ignore",
            type="primary",
            icon=":material/download:",
        )
    with st.expander("The same from the command line"):
        st.code(command_line(name, filters), language=None, wrap_lines=True)


def _file(found: list[CitedWork], name: str) -> bytes:
    return written_as(found, name).encode()


def command_line(name: str, filters: Filters) -> str:
    """The command that writes the same file."""
    words = ["python", "-m", "annotator", "sources", "--format", name, "--to", f"sources{SOURCE_FORMATS[name].suffix}"]
    for option, values in (("--article", filters.articles), ("--verdict", filters.verdicts)):
        words += [word for value in values for word in (option, str(value))]
    return shlex.join(words)
