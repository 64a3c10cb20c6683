"""Adding the articles of one file, thousands of them: its columns are named, a few are shown, then all are added."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from annotator.label_files.cells import defused
from annotator.model import Person
from annotator.storage.bulk import BulkReport, RowResult, add_rows
from annotator.storage.connection import open_database
from annotator.ui.components.sheet import Node, mount_sheet, node
from annotator.ui.cut_preview import remark_list, short_cut_tree
from annotator.ui.session import desk_path, show_line
from corpus.bulk import CutRow, cut_batches
from corpus.errors import ClaimdeskError
from corpus.reading.bulk import (
    BULK_SUFFIXES,
    ENCODINGS,
    PARTS,
    Columns,
    Head,
    Refused,
    Row,
    look_into,
    place_word,
    read_rows,
)

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

LARGEST_FILE = 100  # MB: it is in the server's memory as long as the page is open; the command takes larger ones
RUN, PREVIEW = "add_many_run", "add_many_preview_of"
FIRST_ROWS, PREVIEWED, UNITS, LISTED = 3, 3, 8, 100
_LOOKED_AT = 200
LONGEST_CELL = 120
_WORDS = {"text": "Text", "title": "Title", "author": "Author", "date": "Date", "address": "Address", "id": "Id"}


@dataclass
class Run:
    """What became of a file so far. ``ended`` is False while it is being added, and stays so where it was stopped."""

    file_id: str
    name: str
    report: BulkReport = field(default_factory=BulkReport)
    ended: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class Preview:
    """The first ``rows`` rows of a file: some of the articles in them, cut, and each row that holds none."""

    rows: int
    cut: list[CutRow]
    bad: list[tuple[int, str]]


def add_many_form(person: Person) -> None:
    """The form: the file, its columns, what comes of them, the button; then what became of each row."""
    file: UploadedFile | None = st.file_uploader(
        "One file with a row for each article: JSONL, CSV or Parquet",
        type=[suffix.removeprefix(".") for suffix in BULK_SUFFIXES],
        max_upload_size=LARGEST_FILE,
        key="add_many_file",
    )
    if file is None:
        st.caption("Larger files: `python -m annotator add-bulk`, up to 1 GB.")
        return
    encoding = "utf-8"
    if PurePath(file.name).suffix.lower() in (".csv", ".tsv"):
        encoding = st.segmented_control("Letters are in", ENCODINGS, default="utf-8", required=True) or "utf-8"
    head = look_into(file, file.name, encoding, FIRST_ROWS)
    columns = _columns(head, file.file_id)
    run: Run | None = st.session_state.get(RUN)
    if run is not None and run.file_id == file.file_id:
        _tell(run)
        if not run.ended:
            _button("Add the rest", file, columns, encoding, person)
        return
    mount_sheet("add_many_head", [_head_table(head)])
    if not columns.text:
        st.text("Choose the column that holds the text.")
        return
    _button("Put them on the desk", file, columns, encoding, person)
    _show_preview(_preview(file, columns, encoding), file.name)


def _button(words: str, file: UploadedFile, columns: Columns, encoding: str, person: Person) -> None:
    if st.button(words, type="primary"):
        _add(file, columns, encoding, person)
        st.rerun()


def _columns(head: Head, file_id: str) -> Columns:
    """The columns as a person names them. Those whose names say what they are stand there already."""
    usual = head.usual()
    named = {}
    for part, place in zip(PARTS, st.columns(len(PARTS)), strict=True):
        given = usual.get(part)
        named[part] = place.selectbox(
            _WORDS[part],
            head.columns,
            index=head.columns.index(given) if given else None,
            placeholder="choose" if part == "text" else "none",
            key=f"{file_id} {part}",
        )
    return Columns(**{part: name or "" for part, name in named.items()})


def _head_table(head: Head) -> Node:
    rows = (node("tr", *(node("td", _start(row[name]), dir="auto") for name in head.columns)) for row in head.rows)
    return node(
        "div.wide",
        node(
            "table.head-rows",
            node("caption", "The first rows of the file"),
            node("thead", node("tr", *(node("th", name, scope="col", dir="auto") for name in head.columns))),
            node("tbody", *rows),
        ),
        tabindex="0",
        role="region",
        label="The first rows of the file",
    )


def _start(words: str) -> str:
    return words if len(words) <= LONGEST_CELL else f"{words[:LONGEST_CELL]}…"


def _preview(file: UploadedFile, columns: Columns, encoding: str) -> Preview:
    """The first rows read and cut, once for each choice of columns."""
    key = (file.file_id, columns, encoding)
    kept: tuple[object, Preview] | None = st.session_state.get(PREVIEW)
    if kept is None or kept[0] != key:
        with st.spinner("Cutting the first articles"):
            rows = list(islice(read_rows(file, file.name, columns, encoding), _LOOKED_AT))
            good = [row for row in rows if isinstance(row, Row)][:PREVIEWED]
            bad = [(row.number, row.reason) for row in rows if isinstance(row, Refused)]
            kept = (
                key,
                Preview(len(rows), [cut for batch in cut_batches([good] if good else []) for cut in batch], bad),
            )
        st.session_state[PREVIEW] = kept
    return kept[1]


def _show_preview(preview: Preview, name: str) -> None:
    if not preview.cut:
        show_line(f"none of the first {preview.rows:,} rows holds an article: is this the right column?")
    if preview.bad:
        st.text(f"Of the first {preview.rows:,} rows {len(preview.bad):,} will be refused, among them:")
        mount_sheet("add_many_bad", [_refused_table(preview.bad[:3], name)])
    if preview.cut:
        st.text("The first articles as they would be cut:")
        mount_sheet("add_many_preview", [node("div.previews", *map(_previewed, preview.cut))])


def _previewed(cut: CutRow) -> Node:
    article = cut.row.article
    about = " · ".join(filter(None, (article.author, article.published, article.source_address)))
    remarks = [remark_list(cut.remarks)] if cut.remarks else []
    return node(
        "section.previewed",
        node("h2", article.title, dir="auto"),
        node("p.quiet", about, dir="auto"),
        *remarks,
        *short_cut_tree(article.text, cut.claims, UNITS),
    )


def _add(file: UploadedFile, columns: Columns, encoding: str, person: Person) -> None:
    """Add what the file holds while a bar tells how far it is. Whatever ends it leaves whole articles, and the run
    says that it was stopped."""
    run = st.session_state[RUN] = Run(file.file_id, file.name)
    bar = st.progress(0.0, "Adding")
    st.button("Stop")  # any click on the page stops a run of it
    try:
        with open_database(desk_path()) as db:
            rows = read_rows(file, file.name, columns, encoding)
            with closing(add_rows(db, rows, datetime.now(UTC), person.name)) as steps:
                for results, done in steps:
                    run.report.take(results, done)
                    bar.progress(min(done, 1.0), f"{run.report.read:,} rows read, {run.report.new:,} articles added")
        run.ended = True
    except ClaimdeskError as error:
        run.trouble = str(error)


def _tell(run: Run) -> None:
    report = run.report
    if run.trouble:
        show_line(run.trouble)
    elif not run.ended:
        show_line("stopped: what was added is kept; add the rest, or leave it so")
    with st.container(border=True, key="added_many"):
        st.text(
            f"{report.new:,} added ({report.to_check:,} claims to check), {report.known:,} on the desk already,"
            f" {len(report.refused):,} refused, of {report.read:,} rows read"
        )
    told = [(result.number, result.told) for result in report.refused]
    told += [(result.number, f"{result.told}: {remark}") for result in report.remarked for remark in result.remarks]
    if not told:
        return
    more = f", the first {LISTED} here" if len(told) > LISTED else ""
    st.text(f"Rows to look at: {len(told):,}{more}.")
    st.download_button(
        "Download them as CSV",
        lambda: rows_to_look_at(report.refused, report.remarked, place_word(run.name)),
        file_name=f"{PurePath(run.name).stem}-rows.csv",
        mime="text/csv",
        on_click="ignore",
    )
    mount_sheet("add_many_refused", [_refused_table(told[:LISTED], run.name)])


def _refused_table(rows: Sequence[tuple[int, str]], name: str) -> Node:
    word = place_word(name)
    return node(
        "table.rows.refused",
        node("caption.unseen", "Rows to look at"),
        node("thead", node("tr", node("th", word.capitalize(), scope="col"), node("th", "What is wrong", scope="col"))),
        node(
            "tbody", *(node("tr", node("td", f"{number}"), node("td", reason, dir="auto")) for number, reason in rows)
        ),
    )


def rows_to_look_at(refused: Sequence[RowResult], remarked: Sequence[RowResult], word: str) -> bytes:
    """A CSV file of the rows that are refused or odd, in their order. No cell runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([word, "outcome", "article", "reason"])
    rows = [(each.number, "refused", "", each.told) for each in refused]
    rows += [(each.number, "remark", each.told, remark) for each in remarked for remark in each.remarks]
    for number, outcome, article, reason in sorted(rows):
        writer.writerow([number, outcome, defused(article), defused(reason)])
    return out.getvalue().encode("utf-8-sig")
