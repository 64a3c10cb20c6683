"""Identifiers found in what was pasted: one, several a line, or in the middle of a sentence.

A line that is one identifier is read as ``parse_identifier`` reads it. In any other, what looks like an identifier is
taken out and read alone, so that each is a source, or is refused for its own reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.citations.cleaning import LONGEST_IDENTIFIER, plain_characters
from annotator.citations.identifiers import parse_identifier
from annotator.citations.likely import LIKELY
from annotator.citations.one_number import in_thousands
from annotator.citations.parted import rest_of_address, rest_of_doi, rest_of_number, with_parted_lines_joined
from annotator.errors import AmbiguousIdentifier, InvalidIdentifier
from annotator.model import Source

LONGEST_TEXT = 1_000_000
"""Code points looked at in one text: a bibliography of thousands of entries."""


@dataclass(frozen=True, slots=True)
class Found:
    """One identifier of a text: ``given`` is as it stood there; it is a ``source``, or ``reason`` says why not.

    ``choices`` are what an ambiguous one could be, in spellings that are not.
    """

    given: str
    source: Source | None = None
    reason: str = ""
    choices: tuple[str, ...] = ()


def find_identifiers(text: str) -> list[Found]:
    """All identifiers in ``text``, in their order, each source once a line. Never empty: a text that holds none is
    refused, with the reason."""
    if len(text) > LONGEST_TEXT:
        reason = f"it has {len(text):,} characters: paste at most {LONGEST_TEXT:,} at a time"
        return [Found(text[:80], reason=reason)]
    whole = _read(text)
    if whole.source is not None or whole.choices:
        return [whole]
    lines = [line for line in with_parted_lines_joined(text.splitlines()) if line.strip()]
    found = [each for line in lines for each in _in_line(line, alone=len(lines) == 1)]
    return found or [whole]


def _in_line(line: str, *, alone: bool) -> list[Found]:
    """What one line holds; prose without any holds nothing, unless it is short or all there is."""
    whole = _read(line)
    if whole.source is not None or whole.choices:
        return [whole]
    listed = [(word, word) for word in _listed(line)]
    pieces = listed or list(_pieces(_visible(line)))
    if not pieces:
        is_entry = alone or (len(line.split()) <= _WORDS_OF_AN_ENTRY and line.rstrip()[-1] not in ".!?")
        return [whole] if is_entry else []
    if len(pieces) == 1 and pieces[0][1] == line.strip():
        return [whole]
    read: dict[object, Found] = {}
    for given, identifier in pieces:
        each = replace(_read(identifier), given=given.strip()[:LONGEST_IDENTIFIER])
        read.setdefault((each.source.type, each.source.identifier) if each.source else identifier, each)
    return list(read.values())


def _read(given: str) -> Found:
    try:
        return Found(given.strip(), parse_identifier(given))
    except AmbiguousIdentifier as error:
        return Found(given.strip(), reason=str(error), choices=error.choices)
    except InvalidIdentifier as error:
        return Found(given.strip()[:LONGEST_IDENTIFIER], reason=str(error))


def _listed(line: str) -> list[str]:
    """The words of a line that is nothing but identifiers, each one word; empty for any other line.

    A bare number right behind a DOI is taken for a piece of it that a blank has parted, unless there is a comma.
    """
    words = line.split()
    if len(words) == 1 and not _NUMBER_LIST.fullmatch(line.strip()):
        return []
    if in_thousands(line.strip()):
        return []
    if _NUMBER_LIST.fullmatch(line.strip()):
        words = re.split(r"[\s,;|]+", line.strip())
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if not (_DIGITS.fullmatch(word.rstrip(",;|")) or _names_something(word)):
            return []
        if "10." in word and word[-1] not in ",;|" and _DIGITS.fullmatch(after.rstrip(",;|")):
            return []
    return [word.rstrip(",;|") for word in words if word.strip(",;|")]


def _names_something(word: str) -> bool:
    read = _read(word)
    return read.source is not None or bool(read.choices)


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """What looks like an identifier: as it stands in the line, with what a blank has parted from it, and as it is to
    be read."""
    end = 0
    for found in LIKELY.finditer(line):
        if found.start() < end:
            continue
        piece, more = found[0], ""
        if found["many"] or found["pmid"] or found["pmcid"] or found["nct"]:
            more = rest_of_number(line, piece, found.end())
        elif found["doi"]:
            more = rest_of_doi(line, found.start(), found.end())
        elif found["address"]:
            more = rest_of_address(line, found.start(), found.end())
        end = found.end() + len(more)
        listed = _LISTED_IN_ADDRESS.search(piece) if found["address"] and not more else None
        if (found["many"] and not more) or (listed and not in_thousands(listed[1])):
            yield from _numbers(piece[listed.start(1) :] if listed else piece)
        else:
            yield piece + more, piece + more


def _numbers(piece: str) -> Iterator[tuple[str, str]]:
    """The numbers behind one label, the first with the label as it stands there."""
    start = 0
    for number in _NUMBER.finditer(re.sub("%2c", ",", piece, flags=re.IGNORECASE)):
        yield piece[start : number.end()].lstrip(" ,;&") if not start else number[0], f"PMID {number[0]}"
        start = number.end()


def _visible(line: str) -> str:
    """The line in plain characters and with single blanks, so that finding stumbles over nothing."""
    return re.sub(r"\s+", " ", line if line.isascii() else plain_characters(line))


_WORDS_OF_AN_ENTRY = 4
_DIGITS = re.compile(r"[\dXx–-]*\d[\dXx–-]*")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+")  # one in thousands is one number, which its reader refuses
_LISTED_IN_ADDRESS = re.compile(r"\bpubmed(?:\.[a-z.]+)?/(?:\?term=)?(\d+(?:(?:,|%2C)\d+)+)/?[.,;:)]*$", re.IGNORECASE)
_NUMBER_LIST = re.compile(r"\d+(?:[\s,;|]+\d+)+[\s,;|]*")
