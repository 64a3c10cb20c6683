"""The Export page: choose claims, see how many and what the format loses, then take the file or its command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st

from annotator.agreement.report import Agreement
from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.connection import open_database
from annotator.storage.datasets import last_change
from annotator.storage.filters import Filters
from annotator.storage.reports import Choices, choices
from annotator.storage.splits import frozen_splits
from annotator.ui.agreement_tables import draw_agreement
from annotator.ui.listing_address import title_words
from annotator.ui.navigation import link_to
from annotator.ui.page import open_page
from annotator.ui.session import desk_path, require_person
from annotator.ui.words import FLAG_WORDS, cue_name_words, kind_words, verdict_words
from corpus.model import Kind
from corpus.urgency import RANKING
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.exporter import FolderExporter
from exports.preview import Preview, command_line, dataset_agreement, dataset_bytes, preview, reports_bytes
from exports.selecting import Dataset
from exports.selection import NO_LICENCE, counted, licence_named
from exports.splits import Split
from exports.web_addresses import site_named

Value = TypeVar("Value")

VOTES_WORDS = {
    Votes.ALL: "Every vote",
    Votes.FINAL: "Final verdicts",
    Votes.MAJORITY: "Majority",
    Votes.ESTIMATE: "Estimates",
}


_WIDTHS = {"claim": 226, "kind": 74, "verdict": 90, "flags": 178, "id": 130}
"""Pixels of the columns: together they fit a window of 800, and grow with a wider one."""
_ROW = 64
"""Pixels of a row: three lines of words, into which cells are broken."""
_LONGEST = 96
"""Code points of a claim that three lines hold."""


def render() -> None:
    """Draw the page for whoever is at the desk."""
    require_person()
    path = desk_path()
    open_page("Export", "Choose claims, see what is in the file, and take it.")
    with open_database(path) as db:
        offered = choices(db, st.session_state.get("export_article") or ())
        has_splits, stamp = bool(frozen_splits(db)), last_change(db)
    if not offered.articles:
        st.write("There is nothing to export yet. Add an article and label its claims; then take them with you here.")
        link_to("articles", "Add an article", icon=":material/add:")
        return
    filters = _filters(offered)
    try:
        dataset, format_name = _format(filters, has_splits)
        command = command_line(dataset, format_name)
        found = _counted(str(path), command, stamp, dataset, format_name)
    except CannotExport as error:
        st.warning(f"Nothing can be written: {error}")
        return
    _show(found, dataset)
    if found.claims:
        _warn_of_retracted(found)
        _tell_loss(found)
        if st.toggle("How far the reviewers agree", key="export_agreement"):
            draw_agreement(_agreement(str(path), command, stamp, dataset))
    _take(path, dataset, format_name, command, is_empty=not found.claims)


def _filters(offered: Choices) -> Filters:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input("Search", key="export_search", placeholder="Words in the claim", width=190)
        articles = _choose("Article", list(offered.articles), title_words(offered.articles).__getitem__)
        sections = _choose("Section", offered.sections)
        kinds = _choose("Kind", list(Kind), kind_words)
        verdicts = _choose("Verdict", list(Verdict), verdict_words)
        flags = _choose("Flag", list(Flag), FLAG_WORDS.__getitem__)
        cues = _choose("Cue", list(RANKING), cue_name_words)
        reviewers = _choose("Reviewer", offered.reviewers)
        day = st.date_input(
            "As of",
            None,
            max_value=datetime.now(UTC).date() - timedelta(days=1),  # today is not over
            key="export_as_of",
            format="DD.MM.YYYY",
            width=150,
            help="The desk as it was at the end of that day (UTC)",
        )
    return Filters(
        articles=tuple(articles),
        sections=tuple(sections),
        kinds=tuple(kinds),
        verdicts=tuple(verdicts),
        flags=tuple(flags),
        reviewers=tuple(reviewers),
        cues=tuple(cues),
        search=search.strip(),
        as_of=datetime.combine(day, time.max, UTC) if isinstance(day, date) else None,
    )


def _choose(name: str, options: Sequence[Value], words: Callable[[Value], str] = str) -> list[Value]:
    key = f"export_{name.lower()}"
    return st.multiselect(name, options, format_func=words, key=key, placeholder="All", width=180)


def _format(filters: Filters, has_splits: bool) -> tuple[Dataset, str]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        format_name = st.selectbox("Format", list(EXPORTERS), key="export_format", width=220)
        votes = st.segmented_control(
            "Labels",
            list(Votes),
            default=Votes.ALL,
            required=True,
            format_func=VOTES_WORDS.__getitem__,
            key="export_votes",
        )
        split = None
        if has_splits:
            split = st.selectbox(
                "Split", list(Split), None, key="export_split", placeholder="All", filter_mode=None, width=130
            )
        exporter, licence, site = EXPORTERS[format_name], "", ""
        if isinstance(exporter, FolderExporter):
            licence = st.text_input("Licence", key="export_licence", placeholder="cc-by-4.0", width=150).strip()
            if exporter.has_pages:
                site = st.text_input(
                    "Address of the pages", key="export_site", placeholder="https://example.org/facts", width=260
                ).strip()
    st.caption(exporter.description)
    named = licence_named(licence) if licence else NO_LICENCE
    return Dataset(filters, Votes(votes), split or "", named, site_named(site) if site else ""), format_name


@st.cache_data(max_entries=100, show_spinner="Counting the claims")
def _counted(path: str, command: str, stamp: tuple[int, ...], _dataset: Dataset, _format: str) -> Preview:
    """The preview, kept until the desk changes. The command says all there is to say of the dataset."""
    del command, stamp  # what the kept preview is found by
    return preview(Path(path), _dataset, _format)


@st.cache_data(max_entries=20, show_spinner="Comparing the votes")
def _agreement(path: str, command: str, stamp: tuple[int, ...], _dataset: Dataset) -> Agreement:
    """The agreement, kept until the desk changes."""
    del command, stamp  # what it is found by
    return dataset_agreement(Path(path), _dataset)


def _show(found: Preview, dataset: Dataset) -> None:
    if not found.claims:
        if dataset == Dataset():
            st.write("No claim waits for a verdict, and none has one. Add an article with claims to check.")
            link_to("articles", "Add an article", icon=":material/add:")
        else:
            st.write("No claim fits: take a filter off.")
        return
    st.write(_headline(found))
    st.caption("The first of them:" if found.written == found.claims else "The first of those chosen:")
    widths = {name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()}
    rows = [row | {"claim": _shortened(str(row["claim"]))} for row in found.rows]
    st.dataframe(pd.DataFrame(rows), hide_index=True, row_height=_ROW, column_config=widths)


def _headline(found: Preview) -> str:
    """How much the file has, and of how much that was chosen."""
    claims, is_whole = counted(found.claims, "claim"), found.written == found.claims
    if not found.is_all:
        told = "the file has them all" if is_whole else f"the file has {found.written:,} of the first {found.claims:,}"
        return f"**More than {claims}**: {told}."
    votes = f", {counted(found.votes, 'vote')}" if found.votes else ""
    return f"**{claims}{votes}**" if is_whole else f"**{claims} chosen, {found.written:,} in the file{votes}**"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(maxsplit=1)[0]}…"


def _take(path: Path, dataset: Dataset, format_name: str, command: str, *, is_empty: bool) -> None:
    exporter = EXPORTERS[format_name]
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            f"Download {format_name}",
            data=partial(dataset_bytes, path, dataset, format_name),
            file_name=f"claims{exporter.suffix}",
            mime=exporter.media_type,
            on_click="ignore",
            type="primary",
            icon=":material/download:",
            disabled=is_empty,
        )
        if not isinstance(exporter, FolderExporter):  # a folder's reports are in its ZIP file
            st.download_button(
                "Reports (zip)",
                data=partial(reports_bytes, path, dataset, format_name),
                file_name=f"claims{exporter.suffix}.reports.zip",
                mime="application/zip",
                on_click="ignore",
                disabled=is_empty,
                help="What the command writes beside the file: what it lacks and why, and its manifest",
            )
    st.caption("The same file from the command line, in the desk's folder:")
    st.code(command, language=None, wrap_lines=True)


def _warn_of_retracted(found: Preview) -> None:
    if found.retracted:
        st.warning("These claims cite work that is retracted or of concern, as known today:")
        for line in found.retracted:
            st.text(line)


def _tell_loss(found: Preview) -> None:
    st.write(
        "**What the file has and lacks**" if found.is_all else "**What the file has and lacks of the first claims**"
    )
    st.text(found.loss)
