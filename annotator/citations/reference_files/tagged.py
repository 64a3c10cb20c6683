"""The records of files whose lines begin with a tag, as RIS and NBIB: cut apart with care for what exporters get wrong.

A byte-order mark, blank lines, a missing or doubled end, tags with one blank, lines that go on without a tag: none of
them loses a record or a line. The standard for RIS is that of Research Information Systems (2011), for NBIB PubMed's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Tagged = tuple[str, str, int]
"""One field: its tag, all its lines with ends of lines between, and the line of the file it begins in."""


@dataclass(slots=True)
class TaggedRecord:
    """A record's fields in their order. ``more`` are the lines of the file that a field goes on in, by its place."""

    number: int
    line: int
    fields: list[Tagged] = field(default_factory=list)
    more: dict[int, list[int]] = field(default_factory=dict)
    _by_tag: dict[str, list[str]] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, list[str]]:
        """The values of each tag, without empty ones. Asked of a whole record."""
        return self._by_tag or self._sorted_out()

    def all(self, *tags: str) -> list[str]:
        """The values of these tags, those of the first tag first; empty ones left out."""
        values = self._by_tag or self._sorted_out()
        found: list[str] = []
        for tag in tags:
            if tag in values:
                found += values[tag]
        return found

    def first(self, *tags: str) -> str:
        """The first value of the first of these tags that has one; empty when none has."""
        values = self._by_tag or self._sorted_out()
        for tag in tags:
            if tag in values:
                return values[tag][0]
        return ""

    def line_of(self, tag: str, words: str) -> int:
        """The line of the file that ``words`` stand in: in a field of that tag, else in any; else where such a field,
        or the record, begins."""
        own = [place for place, each in enumerate(self.fields) if each[0] == tag]
        for place in (*own, *range(len(self.fields))):
            _, value, line = self.fields[place]
            at = value.find(words)
            if at >= 0:
                number: int = [line, *self.more.get(place, ())][value.count("\n", 0, at)]
                return number
        return self.fields[own[0]][2] if own else self.line

    def _sorted_out(self) -> dict[str, list[str]]:
        values = self._by_tag
        for tag, value, _ in self.fields:
            if value:
                if tag in values:
                    values[tag].append(value)
                else:
                    values[tag] = [value]
        return values


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a tagged format is written: what a field looks like, which tag begins a record and which ends it.

    Most fields have the tag in the first ``width`` signs and ``sign`` behind them. ``goes_on`` is how a line begins
    that belongs to the field before it; ``noise`` is what some services put between records. ``loose`` takes a field
    whose tag is one of ``tags``, although its blanks are not as they should be.
    """

    strict: re.Pattern[str]
    loose: re.Pattern[str]
    tags: frozenset[str]
    width: int
    sign: str
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
    lines: list[tuple[int, str]] = []
    edges = (dialect.begins, dialect.ends)
    for place, tag, value in _lines(text, dialect):
        if not tag:
            if record is None or not dialect.goes_on.match(value):
                stray.append(place)
            else:
                lines.append((place, value.strip()))
            continue
        if lines and record is not None:
            _end_field(record, lines)
        if tag in edges:
            if record is not None:
                yield record
                record = None
            if tag == dialect.ends:
                continue
        if record is None:
            number += 1
            record = TaggedRecord(number, place)
        record.fields.append((tag, value, place))
    if record is not None:
        _end_field(record, lines)
        yield record


def stray_remark(stray: list[int]) -> str:
    """That some lines belong to no record; empty when all do."""
    if not stray:
        return ""
    if len(stray) == 1:
        return f"line {stray[0]} belongs to no record and is left out"
    return f"{len(stray):,} lines belong to no record and are left out, the first of them line {stray[0]}"


def _lines(text: str, dialect: Dialect) -> Iterator[tuple[int, str, str]]:
    """Each line that says something: its number, its tag and its value, or no tag and all of it."""
    width, sign, tags = dialect.width, dialect.sign, dialect.tags
    behind = width + len(sign)
    for place, line in enumerate(text.split("\n"), 1):
        if line.startswith(sign, width) and (tag := line[:width].rstrip()) in tags:  # as nearly all of them
            yield place, tag, line[behind:].strip()
        elif found := dialect.field_in(line):
            yield place, *found
        elif (said := line.strip()) and not dialect.noise.fullmatch(said):
            yield place, "", line


def _end_field(record: TaggedRecord, lines: list[tuple[int, str]]) -> None:
    """Give the lines that go on to the field before them."""
    if lines and record.fields:
        tag, value, line = record.fields[-1]
        record.more[len(record.fields) - 1] = [place for place, _ in lines]
        record.fields[-1] = (tag, "\n".join([value, *(said for _, said in lines)]), line)
    lines.clear()
