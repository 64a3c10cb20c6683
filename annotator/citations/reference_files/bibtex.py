"""BibTeX and BibLaTeX: bibtexparser finds the entries; what their values say in LaTeX is read as text here."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bibtexparser.library import Library
from bibtexparser.middlewares.names import parse_single_name_into_parts
from bibtexparser.model import Block, Entry, ParsingFailedBlock
from bibtexparser.splitter import Splitter

from annotator.citations.reference_files.dates import MONTHS, csl_date
from annotator.citations.reference_files.latex import text_of_latex, values_of, verbatim
from annotator.citations.reference_files.model import Format, References, Refused
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.records import record_of
from annotator.citations.work import Work
from annotator.errors import InvalidWork
from annotator.model import SourceType

CSL_TYPES = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    **dict.fromkeys(("book", "mvbook", "booklet", "proceedings", "collection", "periodical", "manual"), "book"),
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    "unpublished": "manuscript",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "inreference": "entry-encyclopedia",
}
"""The types of BibTeX and BibLaTeX in those of CSL; any other is a ``document``."""

_PLAIN_FIELDS = {
    "title": ("title",),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "abstract": ("abstract",),
    "language": ("langid", "language"),
    "edition": ("edition",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "title-short": ("shorttitle",),
    "ISSN": ("issn",),
    "collection-title": ("series",),
    "container-title-short": ("shortjournal",),
}
_ENTRY = re.compile(r"^[ \t]*@(?!(?:comment|string|preamble)\b)\w+\s*[{(]", re.MULTILINE | re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\\.|[{}]|(?P<and>(?:^|\s)and(?=\s|$))", re.IGNORECASE)
_READ_APART = ("author", "editor", "doi", "note", "annote")
_SUBTITLED = ("title", "journaltitle", "booktitle")
logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # each odd block is told by us


def read_bibtex(text: str) -> References:
    """The works of a BibTeX file. Entries that share a key are all read; broken ones are refused with their line."""
    found = References(Format.BIBTEX, len(_ENTRY.findall(text)))
    library = Splitter(text).split()
    names = _strings(library)
    for number, block in enumerate(_entries(library), 1):
        line = (block.start_line or 0) + 1
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if not isinstance(entry, Entry):
            found.refused.append(
                Refused(number, line, "the entry is broken: see that its braces and quotes are closed")
            )
            continue
        known = KnownBy()
        try:
            found.records.append(record_of(number, line, _work(entry, names, known), known))
        except InvalidWork as error:
            found.refused.append(Refused(number, line, f"{error}: give it a title or a DOI"))
    return found


def _entries(library: Library) -> Iterator[Block]:
    for block in library.blocks:
        if isinstance(block, Entry) or (
            isinstance(block, ParsingFailedBlock)
            and (isinstance(block.ignore_error_block, Entry) or _ENTRY.match(block.raw or ""))
        ):
            yield block


def _strings(library: Library) -> dict[str, str]:
    """What the file's own abbreviations stand for, and the months that every style knows."""
    names = {month: month for month in MONTHS}
    for string in library.strings:
        names[string.key.lower()] = values_of(str(string.value), names)
    return names


def _work(entry: Entry, names: Mapping[str, str], known: KnownBy) -> Work:
    raw: dict[str, str] = {}
    for one in entry.fields:
        key, value = one.key.lower(), values_of(str(one.value), names)
        raw.setdefault(key, value)
        if key == "doi" and value.strip():  # some have two
            known.add("doi", verbatim(value), SourceType.DOI)
    told = {key: plain(_text(key, value)) for key, value in raw.items() if key not in _READ_APART}
    for key in _SUBTITLED:
        if told.get(key) and (subtitle := told.get(key.replace("title", "subtitle"))):
            told[key] = f"{told[key]}: {subtitle}"
    kind = CSL_TYPES.get(entry.entry_type.lower(), "document")
    _identify(told, known)
    note = known.add_labelled("\n".join(map(text_of_latex, raw.get("note", raw.get("annote", "")).split("\n"))))
    csl: dict[str, Any] = {"type": kind, "author": _people(raw.get("author", ""))}
    csl |= {
        "editor": _people(raw.get("editor", "")),
        "issued": _issued(told),
        "accessed": csl_date(told.get("urldate", "")),
    }
    csl |= {name: _first(told, keys) for name, keys in _PLAIN_FIELDS.items()}
    csl |= {"container-title": _first(told, ("journaltitle", "journal", "booktitle", "eventtitle"))}
    csl |= {"page": re.sub(r"\s*[-–—]+\s*", "-", _first(told, ("pages", "eid", "article-number")))}
    csl |= {"keyword": _first(told, ("keywords",)), "note": plain(note)}
    csl |= {**known.variables(), "URL": known.address, "ISBN": told.get("isbn", "")}
    return Work({name: value for name, value in csl.items() if value}, known.sources())


def _text(key: str, latex: str) -> str:
    return verbatim(latex) if key in ("url", "howpublished") else text_of_latex(latex)


def _first(told: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((told[key] for key in keys if told.get(key)), "")


def _identify(told: dict[str, str], known: KnownBy) -> None:
    for key, label in (("pmid", "PMID"), ("pmcid", "PMCID"), ("pmc", "PMCID")):
        if told.get(key):
            known.add_number(label, told[key])
    if told.get("eprinttype", "").lower() == "pubmed" and told.get("eprint"):
        known.add_number("PMID", told["eprint"])
    if told.get("isbn"):
        known.add("isbn", told["isbn"], SourceType.ISBN)
    for key in ("url", "howpublished"):
        known.add_addresses(told.get(key, ""))


def _issued(told: Mapping[str, str]) -> dict[str, Any] | None:
    date = csl_date(told.get("date", ""))
    return date or csl_date(f"{told.get('year', '')} {told.get('month', '')} {told.get('day', '')}".strip())


def _people(raw: str) -> list[dict[str, str]]:
    people = []
    for name in _names(" ".join(raw.split())):
        person = _person(name.strip())
        if person and person.get("family") != "others" and person.get("literal") != "others":
            people.append(person)
    return people


def _names(raw: str) -> Iterator[str]:
    """The names between the words ``and`` that stand outside braces. (bibtexparser's own would lose the backslash of a
    name that begins with an accent.)"""
    start = depth = 0
    for found in _BETWEEN_NAMES.finditer(raw):
        depth = max(0, depth + (found[0] == "{") - (found[0] == "}"))
        if depth == 0 and found["and"]:
            yield raw[start : found.start()]
            start = found.end()
    yield raw[start:]


def _is_in_braces(name: str) -> bool:
    """Whether one pair of braces holds all of a name."""
    depth = 0
    for place, char in enumerate(name):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return place == len(name) - 1 and char == "}"
    return False


def _person(name: str) -> dict[str, str]:
    if _is_in_braces(name):
        return {"literal": plain(text_of_latex(name))}
    parts = parse_single_name_into_parts(name, strict=False)
    told = {
        "family": parts.last,
        "given": parts.first,
        "non-dropping-particle": parts.von,
        "suffix": parts.jr,
    }
    person = {part: plain(text_of_latex(" ".join(words))) for part, words in told.items() if words}
    if set(person) == {"family"} or "family" not in person:
        return {"literal": plain(text_of_latex(name))} if name.strip() else {}
    return person
