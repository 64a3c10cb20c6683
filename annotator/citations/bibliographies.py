"""Bibliographies as medical journals and psychologists print them: AMA, Vancouver (NLM) and APA, through citeproc-py.

citeproc lets HTML in a field through and has slips of its own. So fields are made harmless before it sees them, each
work is set by itself, and what it is known to get wrong is put right behind it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from annotator.citations.linking import linked
from annotator.citations.work import Work, initials
from annotator.model import SourceType


class Style(StrEnum):
    """The styles a bibliography can be set in."""

    AMA = "ama"
    VANCOUVER = "vancouver"
    APA = "apa"


STYLE_WORDS = {Style.AMA: "AMA", Style.VANCOUVER: "Vancouver", Style.APA: "APA"}
_FILES = {
    Style.AMA: "american-medical-association.csl",
    Style.VANCOUVER: "nlm-citation-sequence.csl",
    Style.APA: "apa.csl",
}
_FOLDER = Path(__file__).with_name("styles")
_HARMLESS = str.maketrans({"<": "\ue000", ">": "\ue001", "&": "\ue002"})
"""Signs of HTML are other characters while citeproc works, and are put back as text."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_NUMBER = re.compile(r"^\s*1\.\s*")
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_Repair = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_REPAIRS: Mapping[Style, tuple[_Repair, ...]] = {
    Style.AMA: (),
    Style.VANCOUVER: (
        (
            re.compile(rf"(?<!\d)(\d{{4}})({_MONTH})(\d{{1,2}})?(?=[];.:)])"),
            lambda found: " ".join(filter(None, found.groups())),
        ),
    ),
    Style.APA: (
        (re.compile(r"\(ed\.\)"), "(Ed.)"),
        (re.compile(r"\(eds\.\)"), "(Eds.)"),
        (re.compile(r"\bRetrieved (?=https?:)"), ""),
    ),
}
"""What citeproc-py sets wrongly in these styles: dates without blanks, editors in small letters."""
_STOP_BEHIND_A_MARK: _Repair = (re.compile(r"([?!])(</i>)?\.(?= |$)"), r"\1\2")
_VARIABLES = frozenset(
    {
        *("title", "container-title", "container-title-short", "collection-title", "publisher", "publisher-place"),
        *("volume", "issue", "page", "edition", "DOI", "PMID", "PMCID", "URL", "ISBN", "genre", "number", "version"),
        *("event-title", "event-place", "status"),
    }
)
_LABELS = {SourceType.PMID: "PMID: ", SourceType.PMCID: "PMCID: ", SourceType.NCT: "ClinicalTrials.gov: "}
_PARTS_OF_A_NAME = ("family", "given", "suffix", "non_dropping_particle", "dropping_particle")
_NAMES, _DATES = ("author", "editor", "translator"), ("issued", "accessed")


def bibliography(works: Sequence[Work], style: Style, remarks: Sequence[str] = ()) -> str:
    """The works in ``style`` as plain text, an entry a line; those of AMA and Vancouver numbered in the order given,
    those of APA by author. ``remarks`` are put behind the works' entries, in brackets, where they are not empty."""
    entries = [_plain(entry) for entry in _entries(works, style, remarks)]
    if style is Style.APA:
        return "".join(f"{entry}\n" for entry in entries)
    return "".join(f"{number}. {entry}\n" for number, entry in enumerate(entries, 1))


def bibliography_html(works: Sequence[Work], style: Style, remarks: Sequence[str] = ()) -> str:
    """The same as a page of HTML, with italics and links. Whatever stands in a field is text in it."""
    entries = "".join(f"<li>{entry}</li>\n" for entry in _entries(works, style, remarks, with_links=True))
    kind = "ul" if style is Style.APA else "ol"
    head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Sources</title>\n'
    return f"{head}<{kind}>\n{entries}</{kind}>\n</html>\n"


def _entries(works: Sequence[Work], style: Style, remarks: Sequence[str], *, with_links: bool = False) -> list[str]:
    """Each work as safe HTML with no other tags than those of the style, and links where they are asked for."""
    rules = CitationStylesStyle(str(_FOLDER / _FILES[style]), validate=False)
    entries = [_with_number(_entry(work, style, rules), work) for work in works]
    if with_links:
        entries = [linked(entry, work.identifiers) for entry, work in zip(entries, works, strict=True)]
    for place, remark in enumerate(remarks[: len(entries)]):
        entries[place] += f" [{html.escape(remark, quote=False)}]" if remark else ""
    return sorted(entries, key=_in_order) if style is Style.APA else entries


def _in_order(entry: str) -> str:
    plain = unicodedata.normalize("NFKD", _plain(entry)).casefold()
    return "".join(char for char in plain if char.isalnum() or char == " ")


def _entry(work: Work, style: Style, rules: CitationStylesStyle) -> str:
    item = _item(work)
    source = CiteProcJSON([item])
    made = CitationStylesBibliography(rules, source, formatter.html)
    made.register(Citation([CitationItem("1")]))
    try:
        entry = str(made.bibliography()[0])
    except (
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
    ):  # of citeproc, on what a style does not foresee
        entry = ". ".join(filter(None, (str(item.get(name, "")) for name in ("title", "container-title", "URL"))))
    entry = " ".join(_NUMBER.sub("", entry).split())
    if not any(item.get(role) for role in _NAMES):
        entry = _once(entry, str(item["title"]))
    for wrong, right in (*_REPAIRS[style], _STOP_BEHIND_A_MARK):
        entry = wrong.sub(right, entry)
    return entry.strip().replace("\ue000", "&lt;").replace("\ue001", "&gt;").replace("\ue002", "&amp;")


def _with_number(entry: str, work: Work) -> str:
    """An entry in a style that prints no number but a DOI, with the first number the work is known by, where it has
    neither a DOI nor an address."""
    printed = _plain(entry).casefold()
    known = [(one.type, one.shown.removeprefix("PMID ")) for one in work.identifiers]
    if any(shown.casefold() in printed for kind, shown in known if kind in (SourceType.DOI, SourceType.URL)):
        return entry
    for kind, number in known:
        if kind in _LABELS:
            before = r"(?:\bpmid:? ?|/)" if kind is SourceType.PMID else ""
            is_there = re.search(rf"{before}{number}(?!\d)", printed, re.IGNORECASE)
            return entry if is_there else f"{entry}{'' if entry.endswith('.') else '.'} {_LABELS[kind]}{number}."
    return entry


def _once(entry: str, title: str) -> str:
    """An entry whose title stands twice, for want of an author, with the first alone."""
    words = r"[^\S\n]*".join(map(re.escape, title.rstrip(".")))
    found = re.compile(rf"(?:(?<=\s)|^)(?:<i>)?{words}(?:</i>)?[.?!]*(?:</i>)?\s*", re.IGNORECASE)
    places = list(found.finditer(entry))
    if len(places) < 2:
        return entry
    return entry[: places[1].start()] + entry[places[1].end() :]


def _item(work: Work) -> dict[str, Any]:
    """The work as citeproc takes it: known variables alone, harmless, with a title; of a range of dates the first."""
    csl = work.csl
    item: dict[str, Any] = {"id": "1", "type": str(csl.get("type") or "document")}
    item |= {name: _harmless(value) for name, value in csl.items() if name in _VARIABLES and isinstance(value, str)}
    item |= {role: people for role in _NAMES if (people := [*map(_person, csl.get(role) or ())])}
    item |= {name: date for name in _DATES if (date := _date(csl.get(name)))}
    first = next(iter(work.identifiers), None)
    pmid = next((one.identifier for one in work.identifiers if one.type is SourceType.PMID), "")
    if pmid:
        item.setdefault("PMID", pmid)
    if not work.title and first is not None:
        item["title"] = _harmless(first.shown)
        if "DOI" not in item:
            item.setdefault("URL", _harmless(first.url))
    return item


def _person(name: Mapping[str, Any]) -> dict[str, str]:
    parts = {part.replace("-", "_"): _harmless(value) for part, value in name.items() if value}
    if "family" not in parts:
        return {"literal": parts.get("literal") or parts.get("given", "")}
    given = parts.get("given", "")
    if (
        given.isupper() and len(given) > 1 and initials(given) == given
    ):  # ``FP`` is two names to PubMed, and one to citeproc
        parts["given"] = " ".join(given)
    return {part: value for part, value in parts.items() if part in _PARTS_OF_A_NAME}


def _date(date: object) -> dict[str, Any] | None:
    if not isinstance(date, Mapping):
        return None
    parts = date.get("date-parts")
    if parts and parts[0]:
        return {"date-parts": [list(parts[0])]}
    return {"literal": _harmless(date["literal"])} if date.get("literal") else None


def _harmless(text: object) -> str:
    return _PRIVATE.sub("\ufffd", str(text)).translate(_HARMLESS)


def _plain(entry: str) -> str:
    return html.unescape(_TAG.sub("", entry))
