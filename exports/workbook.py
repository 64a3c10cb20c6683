"""XLSX: claims, votes, citations, sources and a codebook, a sheet each. Every cell is a text, a number or a truth.

No cell is ever a formula or a link: texts are written as texts, whatever they begin with. Times are texts in ISO 8601,
since Excel's own have no time zone and lose microseconds.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from annotator.model import LabelledClaim, Source
from annotator.storage.times import to_text
from exports.errors import CannotExport
from exports.evidenced import count_written
from exports.exporter import Exporter
from exports.reporting import UNSUPPORTED
from exports.selection import Selection, Tally
from exports.tables import (
    LOSES,
    TABLES,
    Cell,
    Row,
    citation_rows,
    claim_row,
    source_row,
    sources_of,
    vote_row,
)

LONGEST_TEXT = 32_767
"""UTF-16 units in a cell. Excel cuts off what is longer."""
MOST_ROWS = 1_048_576
_SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day: the file must not say when it was written
_WIDTHS = {"text": 70, "title": 30, "rationale": 40, "search_note": 40, "quote": 40, "meaning": 80, "headings": 30}


def write_workbook(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection) -> Tally:
    """Write the workbook. Raises CannotExport, which names the claim, for a text that no cell holds."""
    tally, sources = Tally(), dict[str, Source]()
    with TemporaryDirectory(prefix="claimdesk-") as made:
        path = Path(made) / "whole.xlsx"
        with xlsxwriter.Workbook(path, {**_SAFE, "tmpdir": made}) as book:
            book.set_properties({"created": _MADE, "title": "Labelled claims", "comments": _told(selection)})
            sheets = {name: _Sheet(book.add_worksheet(name)) for name in (*TABLES, "codebook")}
            for name, columns in TABLES.items():
                sheets[name].begin([column.name for column in columns])
            for claim in claims:
                sheets["claims"].add(claim_row(claim, selection), claim.claim_id)
                count_written(claim, selection, tally)
                for vote in selection.votes_of(claim):
                    sheets["votes"].add(vote_row(vote), claim.claim_id)
                    tally.votes += 1
                    sources |= sources_of(vote.evidence.citations)
                    for row in citation_rows(vote):
                        sheets["citations"].add(row, claim.claim_id)
            for key in sorted(sources):
                sheets["sources"].add(source_row(sources[key]), key)
            _write_codebook(sheets["codebook"], selection)
        with path.open("rb") as whole:
            shutil.copyfileobj(whole, file, 1 << 20)
    return tally


WORKBOOK = Exporter(
    name="xlsx",
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    description="A workbook with sheets for claims, votes, citations, sources, and a codebook of their columns.",
    loses=f"{LOSES} Times are texts, and a number has 15 digits. A text of more than 32,767 characters, or more than"
    " 1,048,575 rows, cannot be written: then there is no file.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence: the sheets of votes,"
    " citations and sources have their headers alone.",
    write_to=write_workbook,
    is_text=False,
)


class _Sheet:
    """A sheet that is written from above to below."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._row = sheet, 0

    def begin(self, names: list[str]) -> None:
        """Write the header, which stays in sight, and give the columns their widths."""
        self._sheet.freeze_panes(1, 0)
        for number, name in enumerate(names):
            self._sheet.set_column(number, number, _WIDTHS.get(name, 14))
        self.add(tuple(names), "")

    def add(self, row: Row, whose: str) -> None:
        """Write a row. Raises CannotExport where Excel has no room for it; ``whose`` is the claim it belongs to."""
        if self._row == MOST_ROWS:
            raise CannotExport(
                f"a sheet has {MOST_ROWS:,} rows, and this dataset has more: choose csv, parquet or jsonl"
            )
        for number, cell in enumerate(row):
            self._write(number, cell, whose)
        self._row += 1

    def _write(self, number: int, cell: Cell, whose: str) -> None:
        if isinstance(cell, bool):
            self._sheet.write_boolean(self._row, number, cell)
        elif isinstance(cell, int | float):
            self._sheet.write_number(self._row, number, cell)
        elif cell is not None and (text := _text(cell)):
            self._write_text(number, text, whose)

    def _write_text(self, number: int, text: str, whose: str) -> None:
        is_long = len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT
        if is_long or self._sheet.write_string(self._row, number, _as_plain(text)) != 0:
            raise CannotExport(
                f"{whose} has a text of {len(text):,} characters, and a cell of a workbook holds {LONGEST_TEXT:,}:"
                " leave the claim out, or choose csv, parquet or jsonl"
            )


def _text(cell: str | tuple[str, ...] | datetime) -> str:
    if isinstance(cell, datetime):
        return to_text(cell)
    return "; ".join(cell) if isinstance(cell, tuple) else cell


def _as_plain(text: str) -> str:
    """``text`` so that it is written as it is. xlsxwriter takes one between ``<r>`` and ``</r>`` for markup of its own,
    unescaped; such a text is given to it as what it takes it for, escaped."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{html.escape(text, quote=False)}</t></r>'
    return text


def _write_codebook(sheet: _Sheet, selection: Selection) -> None:
    sheet.begin(["sheet", "column", "holds", "meaning"])
    for name, columns in TABLES.items():
        for column in columns:
            sheet.add((name, column.name, column.holds.value, column.meaning), "")
    for name, meaning in (
        ("verdicts", selection.votes.description),
        ("unsupported", UNSUPPORTED),
        ("offsets", "start and end count Unicode code points of the article's text; end is exclusive"),
        ("lists", "the texts of a list stand in one cell, with ; between"),
        ("the desk as of", selection.origin.as_of or "its beginning"),
    ):
        sheet.add(("", name, "", meaning), "")


def _told(selection: Selection) -> str:
    return f"{selection.votes.description} {UNSUPPORTED}"
