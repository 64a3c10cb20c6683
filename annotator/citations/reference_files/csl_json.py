"""CSL-JSON, as Zotero, Mendeley, Crossref and pandoc write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.citations.reference_files.dates import csl_date
from annotator.citations.reference_files.model import Format, References, Refused
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.records import record_of
from annotator.citations.work import Work
from annotator.errors import InvalidWork
from annotator.model import SourceType

_NAMES_IN_WORDS = """
author editor translator container-author collection-editor editorial-director composer director illustrator
interviewer original-author recipient reviewed-author chair compiler contributor curator guest host narrator
organizer performer producer script-writer series-creator executive-producer
"""
NAMES = frozenset(_NAMES_IN_WORDS.split())
_DATES_IN_WORDS = "issued accessed available-date event-date original-date submitted"
DATES = frozenset(_DATES_IN_WORDS.split())
_STRINGS_IN_WORDS = """
type abstract annote archive archive_location authority call-number citation-number collection-number
collection-title container-title container-title-short dimensions division DOI edition event-title
event-place genre ISBN ISSN issue jurisdiction keyword language license medium note number number-of-pages
number-of-volumes original-publisher original-publisher-place original-title page page-first part part-title
PMCID PMID printing publisher publisher-place references reviewed-genre reviewed-title scale section source
status supplement title title-short URL version volume volume-title year-suffix
"""
STRINGS = frozenset(_STRINGS_IN_WORDS.split())
"""The variables of CSL 1.0.2 that an item may have."""

_OLD_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short", "event": "event-title"}
_OF_A_NAME_IN_WORDS = "family given suffix dropping-particle non-dropping-particle literal"
_OF_A_NAME = frozenset(_OF_A_NAME_IN_WORDS.split())
_LIST = re.compile(r'\s*\{\s*(?:"[^"]*"\s*:\s*(?:"[^"]*"|[\w.-]+)\s*,\s*)*"(?:items|references)"\s*:\s*\[')
_NEXT = re.compile(r"\}[\s,]*(?=\{)")
_BETWEEN = re.compile(r"[\s,]*")
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]|[^][{}",:\s]+', re.DOTALL)
_DECODER = json.JSONDecoder()
TYPES = "publication types"


class _Broken(str):
    """Why what should be an item is no JSON."""


def read_csl_json(text: str) -> References:
    """The works of a CSL-JSON file: a list of items, an object with ``items`` or ``references``, or one item. Of a file
    that is cut off or broken, the items before and after the break are read."""
    start = _start(text)
    found = References(Format.CSL_JSON, _count(text, start))
    for number, (line, item) in enumerate(_items(text, start), 1):
        if not isinstance(item, Mapping):
            reason = item if isinstance(item, _Broken) else "this is no item: write an object with a title"
            found.refused.append(Refused(number, line, reason))
            continue
        known = KnownBy()
        try:
            found.records.append(record_of(number, line, work_from_csl(item, known), known))
        except InvalidWork as error:
            found.refused.append(Refused(number, line, f"{error}: give it a title or a DOI"))
    return found


def work_from_csl(item: Mapping[str, Any], known: KnownBy | None = None) -> Work:
    """The work an item describes, its values as plain text. Raises InvalidWork where it names none."""
    known = known or KnownBy()
    csl = plain_item(item)
    _identify(csl, known)
    known.add_addresses(csl.get("URL", ""))
    note = item.get("note")
    if isinstance(note, str):
        csl["note"] = plain(known.add_labelled(note.replace("\r\n", "\n")))
    csl |= known.variables()
    custom = item.get("custom")
    types = custom.get(TYPES) if isinstance(custom, Mapping) else None
    told = tuple(plain(each) for each in types if isinstance(each, str)) if isinstance(types, list) else ()
    return Work({name: value for name, value in csl.items() if value}, known.sources(), told)


def _identify(csl: Mapping[str, Any], known: KnownBy) -> None:
    """Take the numbers that have a variable."""
    if csl.get("DOI"):
        known.add("DOI", csl["DOI"], SourceType.DOI)
    if csl.get("ISBN"):
        known.add("ISBN", csl["ISBN"], SourceType.ISBN)
    for name in ("PMID", "PMCID"):
        if csl.get(name):
            known.add_number(name, csl[name])


def plain_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """The variables of CSL in an item, without its ``id``: plain text, whole dates, names with their parts."""
    csl: dict[str, Any] = {}
    for given, value in item.items():
        name = _OLD_NAMES.get(given, given)
        if name in STRINGS:
            csl.setdefault(name, _string(value))
        elif name in DATES:
            csl[name] = _date(value)
        elif name in NAMES and isinstance(value, list):
            csl[name] = [person for each in value if (person := _name(each))]
    return {name: value for name, value in csl.items() if value}


def _string(value: object) -> str:
    """A string, a number as one, or the first of a list."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_string, value[:1])))
    if isinstance(value, str):
        return plain(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _name(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"literal": plain(value)}
    if not isinstance(value, Mapping):
        return {}
    return {part: said for part in value if part in _OF_A_NAME and (said := _string(value[part]))}


def _date(value: object) -> dict[str, Any] | None:
    """A date of at most three whole numbers, or two of them; what is only words is read, else kept as ``literal``."""
    if isinstance(value, str):
        return csl_date(value)
    if not isinstance(value, Mapping):
        return None
    given = value.get("date-parts")
    parts = [_whole(part) for part in given[:2]] if isinstance(given, list) else []
    parts = [part for part in parts if part]
    if parts:
        return {"date-parts": parts}
    words = _string(value.get("raw")) or _string(value.get("literal"))
    return csl_date(words) or ({"literal": words} if words else None)


def _whole(part: object) -> list[int]:
    """Year, month and day as far as they are numbers."""
    numbers = []
    for number in part[:3] if isinstance(part, list) else ():
        if not isinstance(number, bool) and re.fullmatch(r"-?\d{1,4}", str(number)) and int(number):
            numbers.append(int(number))
        else:
            break
    return numbers


def _start(text: str) -> int:
    """Where the first item may begin."""
    found = _LIST.match(text) or re.match(r"\s*\[", text)
    return found.end() if found else 0


def _count(text: str, start: int) -> int:
    """How many values there are at the level of the first, by their braces alone."""
    depth = count = 0
    for found in _PIECE.finditer(text, start):
        piece = found[0]
        count += depth == 0 and piece not in "}]"
        if piece in "{[":
            depth += 1
        elif piece in "}]":
            depth -= 1
            if depth < 0:
                break
    return count


def _items(text: str, place: int) -> Iterator[tuple[int, object]]:
    """Each item with its line; of a broken one, why it is."""
    line, counted = 1, 0
    while True:
        found = _BETWEEN.match(text, place)
        place = found.end() if found else place
        line, counted = line + text.count("\n", counted, place), place
        if place >= len(text) or text[place] in "]}":
            return
        try:
            item, place = _DECODER.raw_decode(text, place)
        except json.JSONDecodeError as error:
            yield line, _Broken(f"this is no JSON ({error.msg} in line {error.lineno}): see that nothing is cut off")
            following = _NEXT.search(text, max(error.pos - 1, place))
            if following is None:
                return
            place = following.end()
        except RecursionError:
            yield line, _Broken("this is nested too deep: write one object for each item")
            return
        else:
            yield line, item
