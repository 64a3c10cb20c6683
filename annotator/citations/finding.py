"""Identifiers found in what was pasted: one, several a line, or in the middle of a sentence.

A line that is one identifier is read as ``parse_identifier`` reads it. In any other, what looks like an identifier is
taken out and read alone, so that each is a source, or is refused for its own reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.citations.cleaning import LONGEST_IDENTIFIER, plain_characters
from annotator.citations.dois import DOI_PREFIX
from annotator.citations.identifiers import MOST_DIGITS, parse_identifier
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
    lines = [line for line in text.splitlines() if line.strip()]
    found = [each for line in lines for each in _in_line(line, alone=len(lines) == 1)]
    return found or [whole]


def _in_line(line: str, *, alone: bool) -> list[Found]:
    """What one line holds; prose without any holds nothing, unless it is short or all there is."""
    whole = _read(line)
    if whole.source is not None or whole.choices:
        return [whole]
    pieces = _listed(line) or list(_pieces(_visible(line)))
    if not pieces:
        is_entry = alone or (len(line.split()) <= _WORDS_OF_AN_ENTRY and line.rstrip()[-1] not in ".!?")
        return [whole] if is_entry else []
    if len(pieces) == 1 and pieces[0] == line.strip():
        return [whole]
    read: dict[object, Found] = {}
    for each in map(_read, pieces):
        read.setdefault((each.source.type, each.source.identifier) if each.source else each.given, each)
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


def _pieces(line: str) -> Iterator[str]:
    """What looks like an identifier, as it stands in the line, with a DOI's parts that a blank has parted."""
    end = 0
    for found in _LIKELY.finditer(line):
        if found.start() < end:
            continue
        piece, end = found[0], found.end()
        if found["many"] or found["pmid"] or found["pmcid"] or found["nct"]:
            more = _parted_number(line, piece, end)
            piece, end = piece + more, end + len(more)
        if found["many"] and not more:
            yield from (f"PMID {number}" for number in re.findall(r"\d+", piece))
        elif found["doi"] or found["address"]:
            parted = _parted(line, found.start(), end, is_doi=bool(found["doi"]))
            end += len(parted)
            yield piece + parted
        else:
            yield piece


def _parted(line: str, start: int, end: int, *, is_doi: bool) -> str:
    """What follows a DOI or an address and seems to belong to it: a blank, then the only other word of the line; behind
    a DOI also a word with a digit, or any where the DOI has no digit yet. Empty when it ends there."""
    rest = _NEXT_WORD.match(line, end)
    if line[end - 1] in ".,;:!?)]}>\"'”’»" or rest is None or _LIKELY.match(line, rest.start(1)):
        return ""
    word = rest[1].rstrip(".,;:!?)]")
    goes_on = any(map(str.isdigit, word)) and not _YEAR.fullmatch(word)
    goes_on = goes_on or not (any(map(str.isdigit, line[start:end].partition("/")[2])) or _SMALL_WORD.fullmatch(word))
    only_word = not line[:start].strip() and not line[rest.end() :].strip()
    return line[end : rest.end()] if only_word or (is_doi and goes_on) else ""


def _parted_number(line: str, piece: str, end: int) -> str:
    """The rest of a number that a blank has parted: what is left of it alone would be another paper."""
    number, rest = _NUMBER_AT_END.search(piece), _MORE_DIGITS.match(line, end)
    if number is None or rest is None or re.search(r"\d\D+\d", piece):
        return ""
    digits = len(number[0]) + sum(map(str.isdigit, rest[0]))
    return rest[0] if len(number[0]) <= _SHORT_NUMBER and digits <= MOST_DIGITS else ""


def _visible(line: str) -> str:
    """The line in plain characters and with single blanks, so that finding stumbles over nothing."""
    return re.sub(r"\s+", " ", line if line.isascii() else plain_characters(line))


_WORDS_OF_AN_ENTRY = 4
_DIGITS = re.compile(r"[\dXx–-]*\d[\dXx–-]*")
_NUMBER_LIST = re.compile(r"\d+(?:[\s,;|]+\d+)+[\s,;|]*")
_YEAR = re.compile(r"\(?(?:19|20)\d\d\)?")
_SMALL_WORD = re.compile(
    "and|or|&|in|by|for|is|was|were|has|had|which|that|with|to|on|at|from|the|as|but", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r"\d+$")
_MORE_DIGITS = re.compile(r"(?: \d+(?![\w/%-]|[.,]\d))+")
_SHORT_NUMBER = 6  # digits; nearly all PMIDs of today have more
_NEXT_WORD = re.compile(r" (\S+)")
_DOI_START = rf"(?:doi\s*[:=]?\s*)?{DOI_PREFIX[:-1]}(?:/|%2f)"
_ANOTHER = rf"(?:[,;|](?:{_DOI_START}|https?://|PMC\d|NCT\d|PMC?ID|ISBN)|[.,;|]?PMC?ID\s*:)"
_TO_THE_END = rf"(?:(?!{_ANOTHER})\S)*"
_NUMBERS = r"\d+(?:\s*(?:[,;&]|,?\s*\band\b)\s*\d{5,8}(?![\w/]))*"
_LIKELY = re.compile(
    rf"""
      (?P<address> https?://(?:(?!{_ANOTHER})[^\s"])* | www\.(?:(?!{_ANOTHER})[^\s"])+
        | \b(?:dx\.)?doi\.org/{_TO_THE_END} | \b(?:www\.)?(?:pubmed\.|pmc\.)?ncbi\.nlm\.nih\.gov/{_TO_THE_END}
        | \b(?:clinicaltrials\.gov|europepmc\.org)/{_TO_THE_END} )
    | (?P<doi> (?:\bdoi\s*[:=]?\s*)?(?<![\d.]){DOI_PREFIX[:-1]}(?:/|%2f){_TO_THE_END} )
    | (?P<pmcid> (?:\b|(?<=\d))PMC\s*(?:ID\b)?[\s:=\#]*(?:PMC\s*)?\d+(?:\.\d+)? )
    | (?P<many> (?:\bPMIDs\b[\s:=\#]*\d+(?:\s*(?:[,;&]|,?\s*\band\b|\s)\s*\d+)*
        | (?:\b|(?<=\d))PMID\b[\s:=\#]*{_NUMBERS}) )
    | (?P<pmid> \b(?:PMID|PubMed\s*(?:ID)?)[\s:=\#]*\d+ )
    | (?P<nct> \bNCT[\s-]?\d+ )
    | (?P<isbn> \be?-?ISBN(?:[\s-]?1[03](?=\D))?[\s:=\#]*(?:
          97[89](?:[\s–-]?\d){{10}}(?!\d) | (?:\d[\s–-]?){{9}}[\dXx](?![\dXx]) | \d[\d–-]*[Xx]? )
        | (?<![\w.–-])97[89](?:[\s–-]?\d){{10}}(?![\w–-]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What an identifier begins with, and how far it goes at most; its reader says what of it is one."""
