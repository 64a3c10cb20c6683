"""Works as RIS, which every reference manager takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.citations.reference_files.carrying import carried_apart
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.ris import BOOKS, CSL_TYPES, PARTS_OF_BOOKS
from annotator.citations.work import Work
from annotator.model import SourceType

_RIS_TYPES = {csl: ris for ris, csl in reversed(CSL_TYPES.items())} | {"paper-conference": "CPAPER", "webpage": "ELEC"}
_RANGE = re.compile(r"([^\s-]+)-([^\s-]+)")
_OPENED = (SourceType.DOI, SourceType.PMID, SourceType.PMCID, SourceType.NCT)
_FIELDS = (
    ("VL", "volume"),
    ("IS", "issue"),
    ("AB", "abstract"),
    ("LA", "language"),
    ("ET", "edition"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("ST", "title-short"),
)


def to_ris(works: Iterable[Work]) -> str:
    """The works, a record each. What has no field of its own stands in notes (N1), as our reader finds it again."""
    return "".join(f"{tag}  - {plain(value)}\r\n" for work in works for tag, value in (*_fields(work), ("ER", "")))


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    csl, kind = work.csl, str(work.csl.get("type", ""))
    yield "TY", _RIS_TYPES.get(kind, "GEN")
    yield from _said("TI", work.title)
    for tag, role in (("AU", "author"), ("A2", "editor"), ("A3", "collection-editor")):
        yield from ((tag, name) for each in csl.get(role) or () if (name := ris_name(each)))
    yield from _said("T2", csl.get("collection-title") if kind in BOOKS else csl.get("container-title"))
    yield from _said("J2", csl.get("container-title-short"))
    yield from _dates(csl)
    yield from _pages(str(csl.get("page") or ""))
    for tag, name in _FIELDS:
        yield from _said(tag, csl.get(name))
    yield from (("KW", word) for word in str(csl.get("keyword") or "").split(", ") if word)
    in_books = kind in BOOKS | PARTS_OF_BOOKS
    yield from _said("SN", csl.get("ISBN" if in_books else "ISSN"))
    yield from _said("M3", "; ".join(work.publication_types))
    yield from _numbers(work, {SourceType.ISBN} if in_books and csl.get("ISBN") else set())
    yield from _said("N1", csl.get("note"))


def _numbers(work: Work, known: set[SourceType]) -> Iterator[tuple[str, str]]:
    dois = [source for source in work.identifiers if source.type is SourceType.DOI]
    yield from (("DO", source.shown) for source in dois[:1])
    address = next((source.url for source in work.identifiers if source.type is SourceType.URL), work.csl.get("URL"))
    opens = next((source.url for source in work.identifiers if source.type in _OPENED), "")
    yield from _said("UR", address or opens)
    pmid = next((source.identifier for source in work.identifiers if source.type is SourceType.PMID), "")
    if pmid:  # where reference managers have the number of a database
        yield from (("AN", pmid), ("DB", "PubMed"))
    yield from (("N1", line) for line in carried_apart(work, {SourceType.URL, *known}, dois[:1]))


def ris_name(name: Mapping[str, Any]) -> str:
    """``Polack, Fernando P., Jr``; an organisation's name with a comma behind it, as EndNote marks it."""
    if not name.get("family"):
        whole = plain(str(name.get("literal") or name.get("given") or "")).replace(";", ",")
        return f"{whole}," if whole else ""
    parts = (name.get("dropping-particle"), name.get("non-dropping-particle"), name["family"])
    family = " ".join(str(part) for part in parts if part).replace(",", " ")
    told = [family, name.get("given"), name.get("suffix")]
    return ", ".join(plain(str(part)) for part in told if part).replace(";", ",") if told[1] else f"{family},"


def _dates(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for tag, name in (("DA", "issued"), ("Y2", "accessed")):
        date = csl.get(name)
        parts = date.get("date-parts") if isinstance(date, Mapping) else None
        if parts and parts[0]:
            numbers = [f"{parts[0][0]:04}", *(f"{part:02}" for part in parts[0][1:3])]
            if name == "issued":
                yield "PY", numbers[0]
            if len(numbers) > 1 or name == "accessed":
                yield tag, "/".join([*numbers, *[""] * (4 - len(numbers))])


def _pages(page: str) -> Iterator[tuple[str, str]]:
    found = _RANGE.fullmatch(page)
    if found and found[1] != found[2]:
        yield from (("SP", found[1]), ("EP", found[2]))
    else:
        yield from _said("SP", page)


def _said(tag: str, value: object) -> Iterator[tuple[str, str]]:
    if value:
        yield tag, str(value)
