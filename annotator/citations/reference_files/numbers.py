"""What a record is known by: the identifiers in its fields, wherever its exporter put them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from annotator.citations.cleaning import LONGEST_IDENTIFIER
from annotator.citations.finding import find_identifiers
from annotator.citations.identifiers import parse_identifier
from annotator.errors import InvalidIdentifier
from annotator.model import Source, SourceType

_ORDER = {kind: place for place, kind in enumerate(SourceType)}
_SESSIONS = re.compile(
    r"(?:^|\.)(?:ovid\.com|embase\.com|scopus\.com|webofscience\.com|webofknowledge\.com|proquest\.com|ebscohost\.com"
    r"|elicit\.com|covidence\.org)$"
)
"""Sites whose addresses in an export lead back into somebody's search."""
_LABELLED = re.compile(
    r"\s*((?:PMCID|PMID|DOI)\s*[:=]?\s*\S+|ISBN\s*[:=]?\s*[\dX –-]+|NCT\d{8}"
    r"|ClinicalTrials\.gov[:/\s]+(?:identifier[:\s]+)?NCT\d{8})[\s.;]*",
    re.IGNORECASE,
)
_BETWEEN_ADDRESSES = re.compile(r"(?<=[\s;])(?=https?:)|\n")
_LIKE_A_PART = re.compile(r"\S*\d\S*|.*\b10\..*")
_SHOWN = 60
_DOI_INSIDE = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/\S")


class LeftOut(NamedTuple):
    """What of a field could not be read as an identifier, and why; no reason for a line that is none of the field."""

    field: str
    given: str
    reason: str = ""

    @property
    def remark(self) -> str:
        """The same in words."""
        if not self.reason:
            return f"the line has no tag and belongs to no field, so it is left out: {self.given[:_SHOWN]}"
        return f"{self.field} is left out: {self.reason}"


class KnownBy:
    """Identifiers gathered from a record's fields, each once. ``left_out`` are those that could not be read."""

    __slots__ = ("_addresses", "_opened", "_sources", "left_out")

    def __init__(self) -> None:
        self._sources: dict[tuple[SourceType, str], Source] = {}
        self._opened: set[str] = set()
        self._addresses: list[Source] = []
        self.left_out: list[LeftOut] = []

    def add(self, field: str, text: str, kind: SourceType) -> None:
        """Take the identifiers of one kind that a field of its own holds; tell of what is none."""
        found = find_identifiers(text)
        for each in found:
            if each.source is not None and each.source.type is kind:
                self._take(each.source)
            elif each.source is None:
                self.left_out.append(LeftOut(field, each.given, each.reason))

    def add_lines(self, field: str, text: str, kind: SourceType) -> None:
        """The same for a field that should be one line: a line behind the first that is like no part of an identifier
        is malformed, and told as such."""
        first, *more = text.split("\n")
        kept = [first]
        for line in more:
            if _LIKE_A_PART.fullmatch(line):
                kept.append(line)
            else:
                self.left_out.append(LeftOut(field, line))
        self.add(field, "\n".join(kept), kind)

    def add_number(self, label: str, text: str) -> None:
        """Take a number whose field says what it is: ``label`` is ``PMID``, ``PMCID`` or ``ISBN``."""
        try:
            self._take(parse_identifier(f"{label} {text}"))
        except InvalidIdentifier as error:
            self.left_out.append(LeftOut(label, text, str(error)))

    def add_if_any(self, text: str) -> None:
        """Take a DOI from a field that is for something else, as ``M3``; what else it says is not told."""
        if _DOI_INSIDE.search(text):
            for each in find_identifiers(text):
                if each.source is not None and each.source.type is SourceType.DOI:
                    self._take(each.source)

    def add_labelled(self, text: str) -> str:
        """Take the identifiers of a note that stand on lines of their own with their label; the note without them.

        A number amid a sentence may be of another work, such as a comment on this one.
        """
        kept = []
        for line in text.split("\n"):
            found = _LABELLED.fullmatch(line) if len(line) <= LONGEST_IDENTIFIER else None
            source = _read(found[1]) if found else None
            if source is None:
                kept.append(line)
            else:
                self._take(source)
        return "\n".join(kept)

    def add_addresses(self, text: str) -> None:
        """Take what web addresses name: a DOI or PMID; else the page, where nothing better is known."""
        for word in map(str.strip, _BETWEEN_ADDRESSES.split(text)):
            if word in self._opened or not word.lower().startswith(("http:", "https:", "www.")):
                continue  # as often: it opens what the DOI beside it does
            source = _read(word.rstrip(";"))
            if source is not None and source.type is not SourceType.URL:
                self._take(source)
            elif source is not None and not _SESSIONS.search(urlsplit(source.url).hostname or ""):
                self._addresses.append(source)

    @property
    def address(self) -> str:
        """The first web address of a page; empty where there is none."""
        return self._addresses[0].url if self._addresses else ""

    def sources(self) -> tuple[Source, ...]:
        """All identifiers, DOI first; a page's address only where there is nothing else."""
        found = list(self._sources.values()) or self._addresses[:1]
        if len(found) > 1:
            found.sort(key=lambda source: _ORDER[source.type])
        return tuple(found)

    def variables(self) -> dict[str, str]:
        """CSL's variables for the identifiers that have one; empty where there is none of a kind."""
        told = dict.fromkeys(("DOI", "PMID", "PMCID"), "")
        for source in self._sources.values():
            if not told.get(source.type.name, "-"):
                told[source.type.name] = source.shown
        told["PMID"] = told["PMID"].removeprefix("PMID ")
        return told

    def first(self, kind: SourceType) -> str:
        """The first identifier of a kind, as it is shown; empty where there is none."""
        return next((source.shown for source in self._sources.values() if source.type is kind), "")

    def _take(self, source: Source) -> None:
        self._sources.setdefault((source.type, source.identifier), source)
        self._opened.add(source.url)


def _read(text: str) -> Source | None:
    try:
        return parse_identifier(text)
    except InvalidIdentifier:
        return None
