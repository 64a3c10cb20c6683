"""Loading a reference file: what is in it, the button, then what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from annotator.citations.reference_files.model import FORMAT_WORDS, References
from annotator.citations.reference_files.reading import read_references
from annotator.citations.same_work import Origin
from annotator.model import Person
from annotator.storage.connection import open_database
from annotator.storage.works import Saved, save_works
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.session import desk_path, show_error
from annotator.ui.source_rows import refused_table
from corpus.errors import ClaimdeskError

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

SUFFIXES = ("ris", "nbib", "bib", "json", "txt", "enw", "ciw", "medline")
LARGEST_FILE = 50  # MB: it is in the server's memory as long as the page is open; the command takes larger ones
FILE, READ, SAVED, LISTED = "references_file", "references_read", "references_saved", 100


@dataclass(frozen=True)
class _Read:
    """A file as it was read; ``trouble`` says why it was not."""

    file_id: str
    found: References | None
    trouble: ClaimdeskError | None = None


def load_references_form(person: Person) -> None:
    """The form: the file, what it holds, the button; then how many were new."""
    file: UploadedFile | None = st.file_uploader(
        "A reference file: RIS, PubMed (NBIB), BibTeX or CSL-JSON",
        type=list(SUFFIXES),
        max_upload_size=LARGEST_FILE,
        key=FILE,
    )
    if file is None:
        st.caption(
            "As PubMed, Zotero, EndNote, Embase, Ovid and others export them."
            " Larger files: `python -m annotator add-sources`."
        )
        return
    read = _read(file)
    if read.found is None:
        if read.trouble is not None:
            show_error(read.trouble)
        return
    saved: tuple[str, Saved] | None = st.session_state.get(SAVED)
    if saved is not None and saved[0] == file.file_id:
        _tell(read.found, saved[1])
    else:
        st.text(f"{FORMAT_WORDS[read.found.format]}: {_records(read.found)}.")
        if st.button("Add to the library", type="primary", disabled=not read.found.records):
            _save(file.file_id, read.found, person)
            st.rerun()
    _show_odd(read.found)


def is_telling_what_came() -> bool:
    """Whether the form shows a file: it stays open then."""
    return st.session_state.get(FILE) is not None


def _read(file: UploadedFile) -> _Read:
    """The file read once."""
    kept: _Read | None = st.session_state.get(READ)
    if kept is None or kept.file_id != file.file_id:
        try:
            with st.spinner("Reading"):
                kept = _Read(file.file_id, read_references(file.getvalue(), file.name))
        except ClaimdeskError as error:
            kept = _Read(file.file_id, None, error)
        st.session_state[READ] = kept
    return kept


def _save(file_id: str, found: References, person: Person) -> None:
    with st.spinner("Adding"), open_database(desk_path()) as db:
        saved = save_works(db, found.works, Origin.FILE, person.name, datetime.now(UTC))
    st.session_state[SAVED] = (file_id, saved)


def _tell(found: References, saved: Saved) -> None:
    known = saved.known + saved.changed
    told = f", {known:,} in the library already" if known else ""
    bettered = f" ({saved.changed:,} of them know more now)" if saved.changed else ""
    with st.container(border=True, key="references_saved_told"):
        st.text(f"{saved.new:,} new{told}{bettered}, {len(found.refused):,} refused, of {_records(found)}")


def _records(found: References) -> str:
    return f"{found.read:,} record{'s' * (found.read != 1)} read"


def _show_odd(found: References) -> None:
    """What was refused and what could not be read of the others, by line."""
    for remark in found.remarks:
        st.text(f"{remark[:1].upper()}{remark[1:]}.")
    odd = [(each.line, each.reason) for each in found.refused]
    odd += [(remark.line, remark.text) for record in found.records for remark in record.remarks]
    if not odd:
        return
    more = f", the first {LISTED} here" if len(odd) > LISTED else ""
    st.text(f"Records to look at: {len(odd):,}{more}. {len(found.refused):,} of them cannot be added.")
    mount_sheet("references_odd", [refused_table(sorted(odd)[:LISTED])])
