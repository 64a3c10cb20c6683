"""Taking in labelled data from elsewhere: the files, how they are to be read, what would come of it, the button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import streamlit as st

from annotator.label_files.elsewhere.drafting import Drafts
from annotator.label_files.elsewhere.given import Given, entries
from annotator.label_files.elsewhere.model import Choices, Refused
from annotator.label_files.elsewhere.readers import (
    FORMATS,
    SUFFIXES,
    Format,
    read_drafts,
    sorted_out,
)
from annotator.label_files.elsewhere.table import columns_in
from annotator.model import Person
from annotator.storage.connection import open_database
from annotator.storage.taking_in import TakeInReport, take_in, try_out
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.looking_up import ask_about_cited
from annotator.ui.navigation import link_to
from annotator.ui.session import desk_path, show_line
from annotator.ui.take_in_choices import ask_columns, ask_how, ask_meanings
from annotator.ui.take_in_sheet import counts_line, first_claims, first_rows, losses_list, refused_csv, refused_table

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

LARGEST_FILE = 20  # MB: read and drafted while the page waits; the command takes larger ones
READ, DONE, FILES = "take_in_read", "take_in_done", "take_in_files"
FIRST_ROWS = 3


@dataclass(frozen=True)
class _Read:
    """A file as it was read with some choices, and what would come of it."""

    drafts: Drafts
    report: TakeInReport


def take_in_form(person: Person) -> None:
    """The form for labelled data; then what became of each file."""
    files: list[UploadedFile] = st.file_uploader(
        "Claims with what others said of them. SciFact's corpus.jsonl, FEVER's pages, or our ids.tsv go beside them",
        type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE,
        key=FILES,
    )
    if not files:
        titles = ", ".join(each.title for each in FORMATS.values() if each.name != "table")
        st.caption(
            f"{titles}, or any table as CSV, TSV, JSONL or a JSON list. Larger files: `python -m annotator take-in`."
        )
        return
    ids = {id(file): file.file_id for file in files}
    labelled, beside = sorted_out([Given(file.name, file) for file in files])
    if not labelled:
        show_line("these files hold only the sentences that claims point to: add the claims too")
        return
    given = labelled[0]
    if len(labelled) > 1:
        at = st.segmented_control(
            "File", range(len(labelled)), format_func=lambda at: labelled[at].name, default=0, required=True
        )
        given = labelled[at or 0]
    file_id = ids[id(given.file)]
    done: dict[str, TakeInReport] = st.session_state.setdefault(DONE, {})
    if file_id in done:
        _tell_done(done[file_id], given.name)
        if st.button("Read it again", help="With other choices: what is on the desk stays as it is."):
            done.pop(file_id)
            st.rerun()
        return
    _one_file(given, file_id, beside, person)


def is_telling_what_came() -> bool:
    """Whether the page shows what became of a file: the form stays open then."""
    return bool(st.session_state.get(DONE) and st.session_state.get(FILES))


def _one_file(given: Given, file_id: str, beside: Sequence[Given], person: Person) -> None:
    """How the file is read, the button, and what would come of it."""
    format_, choices = ask_how(given, file_id)
    if format_.name == "table":
        columns = columns_in(given, choices.encoding)
        rows = [each[1] for each in islice(entries(given, choices.encoding), 50) if not isinstance(each, Refused)]
        mount_sheet("take_in_rows", [first_rows(columns, rows[:FIRST_ROWS])])
        choices = replace(choices, columns=ask_columns(columns, file_id))
        if not choices.columns.get("claim"):
            st.text("Choose the column that holds the claim.")
            return
    read = _read(given, file_id, format_, choices, beside)
    chosen = ask_meanings(read.drafts.words.met, file_id)
    if chosen != dict(choices.meanings):
        choices = replace(choices, meanings=chosen)
        read = _read(given, file_id, format_, choices, beside)
    if st.button(f"Take in {given.name}", type="primary", disabled=not (read.report.claims or read.report.labels)):
        bar = st.progress(0.0, "Taking in")

        def tell(left: int, of: int) -> None:
            bar.progress(1 - left / of, f"{of - left:,} of {of:,} articles")

        with open_database(desk_path()) as db:
            report = take_in(db, read.drafts, given.name, datetime.now(UTC), person.name, tell)
        ask_about_cited(desk_path())
        st.session_state[DONE][file_id] = report
        st.session_state.pop(READ, None)
        st.rerun()
    _show(read)


def _read(given: Given, file_id: str, format_: Format, choices: Choices, beside: Sequence[Given]) -> _Read:
    """The file read and tried out on the desk, once for each way to read it."""
    key = repr((file_id, format_.name, choices, [each.name for each in beside]))
    kept: dict[str, _Read] = st.session_state.setdefault(READ, {})
    if key not in kept:
        with st.spinner("Reading"), open_database(desk_path()) as db:
            drafts = read_drafts(given, format_, choices, beside)
            while len(kept) > 1:  # the words are asked after a first reading: two are kept, not more
                kept.pop(next(iter(kept)))
            kept[key] = _Read(drafts, try_out(db, drafts, given.name, datetime.now(UTC)))
    return kept[key]


def _show(read: _Read) -> None:
    report = read.report
    st.text(counts_line(report, "would be taken in"))
    _tell_losses(report)
    if report.refused:
        st.text(f"What cannot be taken in: {len(report.refused):,}.")
        mount_sheet("take_in_refused", refused_table(report.refused))
    if read.drafts.claims:
        st.text("The first claims as they would be taken in:")
        mount_sheet("take_in_claims", [first_claims(read.drafts)])


def _tell_done(report: TakeInReport, name: str) -> None:
    with st.container(border=True, key="take_in_told", horizontal=True, vertical_alignment="center"):
        st.text(counts_line(report, f"taken in from {name}"))
        if report.articles:
            link_to("review", "Review", icon=":material/rule:", query={"article": report.articles[0]})
    _tell_losses(report)
    if report.refused:
        st.text(f"Not taken in: {len(report.refused):,}.")
        st.download_button(
            "Download them as CSV",
            lambda: refused_csv(report.refused),
            file_name=f"{name.rpartition('.')[0]}-refused.csv",
            mime="text/csv",
            on_click="ignore",
        )
        mount_sheet("take_in_refused", refused_table(report.refused))


def _tell_losses(report: TakeInReport) -> None:
    if losses := losses_list(report):  # an empty sheet leaves a gap
        mount_sheet("take_in_losses", losses)
