"""The list of Retraction Watch as Crossref gives it away (CSV): which papers, by which notice, when, and why.

Numbers stand in lists parted by ``;``. ``0`` and ``unavailable`` stand for none: they match nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import TextIOWrapper
from operator import itemgetter
from pathlib import Path
from typing import Any

from annotator.citations.identifiers import parse_identifier
from annotator.citations.retraction import Nature, Origin, RetractionNotice
from annotator.errors import InvalidIdentifier, UnreadableRetractions
from annotator.model import SourceType

COLUMNS = (
    *("Record ID", "Reason", "RetractionDate", "RetractionDOI", "RetractionPubMedID"),
    *("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature"),
)
"""What is read of a row; the other columns may be there or not."""

_LONGEST_CELL = 1_000_000
_NATURES = {
    "retraction": Nature.RETRACTION,
    "expression of concern": Nature.CONCERN,
    "correction": Nature.CORRECTION,
    "reinstatement": Nature.REINSTATEMENT,
}
_NO_NUMBER = frozenset({"", "0", "unavailable", "unavailalbe", "n/a", "na", "none"})
_PLAIN_DOI = re.compile(r"10\.[0-9]{4,9}/[!-$&-~]*[a-z0-9)]", re.ASCII)  # no percent sign, as nearly all of them
_BETWEEN_DOIS = re.compile(r"(?<!\.co);|;(?![0-9]-[0-9X#])", re.IGNORECASE)  # an old DOI may end in 3.0.CO;2-2
_PMID = re.compile(r"[1-9][0-9]{0,7}", re.ASCII)
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: [0-9:]+(?: [AP]M)?)?", re.ASCII)
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?", re.ASCII)
_DOI, _PMID_TYPE = SourceType.DOI.value, SourceType.PMID.value
_OWN_ADDRESS = {_DOI: "https://doi.org/", _PMID_TYPE: "https://pubmed.ncbi.nlm.nih.gov/"}

Paper = tuple[str, str]
"""``(type, identifier)``: a DOI or a PMID."""


@dataclass(frozen=True, slots=True)
class ListedNotice:
    """A row of the list: the notice, and the papers it is about, by every number they have; none where they have none.

    ``remark`` says what of the row could not be read, though the row counts.
    """

    line: int
    papers: tuple[Paper, ...]
    notice: RetractionNotice
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that says nothing we can use: the line on which it ends, from 1, and the reason."""

    line: int
    reason: str


def read_retractions(path: Path) -> Iterator[ListedNotice | BadRow]:
    """Every row of the list, in its order; signs that are no UTF-8 are replaced.

    Raises UnreadableRetractions where the file is missing, empty, or not this list.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with _opened(path) as file:
        rows = csv.reader(file)
        try:
            header = [name.strip() for name in next(filter(any, rows), [])]
        except csv.Error as error:
            raise UnreadableRetractions(f"{path} is no CSV file: {error}") from None
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise UnreadableRetractions(
                f"{path} is not the list of Retraction Watch: it lacks the columns {', '.join(missing)}"
            )
        cells = itemgetter(*map(header.index, COLUMNS))
        while (row := _next(rows)) is not None:
            if isinstance(row, BadRow):
                yield row
            elif len(row) != len(header):
                if any(row):
                    yield BadRow(rows.line_num, f"it has {len(row)} cells, the header {len(header)}")
            else:
                yield _listed(rows.line_num, *map(str.strip, cells(row)))


@lru_cache(4_096)  # many a day has many notices
def day_of(text: str) -> date | None:
    """The day in ``M/D/YYYY``, with or without a time, or in ISO 8601; None where there is none."""
    if found := _DAY.fullmatch(text):
        month, day, year = map(int, found.groups())
    elif found := _ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@contextmanager
def _opened(path: Path) -> Iterator[TextIOWrapper]:
    if path.exists() and not path.is_file():
        raise UnreadableRetractions(f"{path} is no file: name the CSV file of the list")
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            yield file
    except OSError as error:
        raise UnreadableRetractions(f"cannot read {path}: {error.strerror}") from error


def _next(rows: Any) -> list[str] | BadRow | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        return BadRow(rows.line_num, f"it is no CSV, or was cut short: {error}")


def _listed(
    line: int, record: str, reason: str, date: str, doi: str, pmid: str, paper_doi: str, paper_pmid: str, nature: str
) -> ListedNotice | BadRow:
    kind = _NATURES.get(nature.lower())
    if kind is None:
        return BadRow(line, f"its nature is {nature[:40]!r}: none that we know")
    day, remark = day_of(date), ""
    if day is None:
        remark = f"its day {date[:40]!r} is none: kept without it"
    shown, url = _notice_name(record, doi, pmid)
    notice = RetractionNotice(
        kind,
        day.isoformat() if day else "",
        shown,
        Origin.RETRACTION_WATCH,
        url,
        _reason(reason),
        record[:40],
    )
    papers = [*_dois(paper_doi), *_pmids(paper_pmid)]
    return ListedNotice(line, tuple(dict.fromkeys(papers)), notice, remark)


@lru_cache(4_096)  # there are a hundred, and the same few together
def _reason(text: str) -> str:
    return "; ".join(part.strip().lstrip("+") for part in text.split(";") if part.strip())[:1000]


def _notice_name(record: str, dois: str, pmids: str) -> tuple[str, str]:
    """How the notice is called, and where it opens."""
    for _, doi in _dois(dois):
        return doi, f"{_OWN_ADDRESS[_DOI]}{doi}" if _PLAIN_DOI.fullmatch(doi) else ""
    for _, pmid in _pmids(pmids):
        return f"PMID {pmid}", f"{_OWN_ADDRESS[_PMID_TYPE]}{pmid}/"
    return f"Retraction Watch record {record[:20]}" if record else "", ""


def _dois(cell: str) -> Iterator[Paper]:
    for part in _BETWEEN_DOIS.split(cell):
        doi = part.strip().lower()
        if doi in _NO_NUMBER:
            continue
        if _PLAIN_DOI.fullmatch(doi):
            yield _DOI, doi
            continue
        try:
            source = parse_identifier(part)  # with its address, or ending in an odd sign
        except InvalidIdentifier:
            continue
        if source.type is SourceType.DOI:
            yield _DOI, source.identifier


def _pmids(cell: str) -> Iterator[Paper]:
    for part in cell.split(";"):
        number = part.strip()
        if _PMID.fullmatch(number):
            yield _PMID_TYPE, number
