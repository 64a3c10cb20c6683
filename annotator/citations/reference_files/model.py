"""What comes of a reference file: its works, what was refused, and whether that is all there is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from annotator.citations.work import Work


class Format(StrEnum):
    """The formats of reference files. Which one a file is in shows in its content."""

    RIS = "ris"
    NBIB = "nbib"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


FORMAT_WORDS = {Format.RIS: "RIS", Format.NBIB: "PubMed (NBIB)", Format.BIBTEX: "BibTeX", Format.CSL_JSON: "CSL-JSON"}


class Remark(NamedTuple):
    """What of a record could not be used, and the line of the file that it is about."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record that was read: its number in the file, the line it begins in, and the work. ``remarks`` tell what of it
    could not be used."""

    number: int
    line: int
    work: Work
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that holds no work, by its number and the line it begins in; ``reason`` says what to do."""

    number: int
    line: int
    reason: str


@dataclass(slots=True)
class References:
    """All of a reference file. ``counted`` is how many records it has by another count than the reader's own."""

    format: Format
    counted: int = 0
    records: list[Record] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many records there are, with those refused."""
        return len(self.records) + len(self.refused)

    @property
    def works(self) -> list[Work]:
        """The works, in the order of the file."""
        return [record.work for record in self.records]
