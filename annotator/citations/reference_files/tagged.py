"""The records of files whose lines begin with a tag, as RIS and NBIB: cut apart with care for what exporters get wrong.

A byte-order mark, blank lines, a missing or doubled end, tags with one blank, lines that go on without a tag: none of
them loses a record or a line. The standard for RIS is that of Research Information Systems (2011), for NBIB PubMed's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Tagged(NamedTuple):
    """One field: its tag, all its lines, ends of lines between, and the line of the file it begins in."""

    tag: str
    value: str
    line: int


@dataclass(slots=True)
class TaggedRecord:
    """A record's fields in their order."""

    number: int
    line: int
    fields: list[Tagged] = field(default_factory=list)
    _by_tag: dict[str, list[str]] = field(default_factory=dict)

    def all(self, *tags: str) -> list[str]:
        """The values of these tags, those of the first tag first; empty ones left out. Asked of a whole record."""
        values = self._by_tag or self._sorted_out()
        return [value for tag in tags if tag in values for value in values[tag]]

    def first(self, *tags: str) -> str:
        """The first value of the first of these tags that has one; empty when none has."""
        values = self._by_tag or self._sorted_out()
        for tag in tags:
            if tag in values:
                return values[tag][0]
        return ""

    def _sorted_out(self) -> dict[str, list[str]]:
        for each in self.fields:
            if each.value and not each.value.isspace():
                self._by_tag.setdefault(each.tag, []).append(each.value)
        return self._by_tag


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a tagged format is written: what a field looks like, which tag begins a record and which ends it.

    ``goes_on`` is how a line begins that belongs to the field before it; ``noise`` is what some services put between
    records. ``loose`` takes a field whose tag is one of ``tags``, although its blanks are not as they should be.
    """

    strict: re.Pattern[str]
    loose: re.Pattern[str]
    tags: frozenset[str]
    begins: str
    ends: str = ""
    noise: re.Pattern[str] = re.compile(r"(?!)")
    goes_on: re.Pattern[str] = re.compile(r"")

    def field_in(self, line: str) -> tuple[str, str] | None:
        """The tag and the value of a line that begins a field."""
        found = self.strict.match(line)
        if found is None:
            found = self.loose.match(line)
            if found is None or found[1] not in self.tags:
                return None
        tag, value = found.groups()
        return tag, value.strip()


def tagged_records(text: str, dialect: Dialect, stray: list[int]) -> Iterator[TaggedRecord]:
    """The records of ``text``. A record ends with its end tag, or where the next begins. The numbers of lines that
    belong to no field go into ``stray``."""
    record, number = None, 0
    lines: list[str] = []
    for place, line in enumerate(text.split("\n"), 1):
        found = dialect.field_in(line)
        if found is None:
            if not line.strip() or dialect.noise.fullmatch(line.strip()):
                continue
            if record is None or not dialect.goes_on.match(line):
                stray.append(place)
            else:
                lines.append(line.strip())
            continue
        tag, value = found
        if record is not None and tag in (dialect.begins, dialect.ends):
            yield _closed(record, lines)
            record = None
        if tag == dialect.ends:
            continue
        if record is None:
            number += 1
            record = TaggedRecord(number, place)
        if lines:
            _end_field(record, lines)
        record.fields.append(Tagged(tag, value, place))
    if record is not None:
        yield _closed(record, lines)


def stray_remark(stray: list[int]) -> str:
    """That some lines belong to no record; empty when all do."""
    if not stray:
        return ""
    if len(stray) == 1:
        return f"line {stray[0]} belongs to no record and is left out"
    return f"{len(stray):,} lines belong to no record and are left out, the first of them line {stray[0]}"


def _closed(record: TaggedRecord, lines: list[str]) -> TaggedRecord:
    _end_field(record, lines)
    return record


def _end_field(record: TaggedRecord, lines: list[str]) -> None:
    """Give the lines that go on to the field before them."""
    if lines and record.fields:
        last = record.fields[-1]
        record.fields[-1] = Tagged(last.tag, "\n".join([last.value, *lines]), last.line)
    lines.clear()
