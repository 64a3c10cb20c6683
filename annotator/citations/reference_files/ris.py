"""RIS: what EndNote, Zotero, Embase, Ovid, Scopus, Web of Science and Cochrane export, each in its own manner."""

from __future__ import annotations

import re
from typing import Any

from annotator.citations.reference_files.dates import csl_date
from annotator.citations.reference_files.model import Format, References
from annotator.citations.reference_files.names import csl_names
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.tagged import Dialect, TaggedRecord
from annotator.citations.reference_files.tagged_works import read_tagged
from annotator.citations.work import Work
from annotator.model import SourceType

CSL_TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "INPR", "JFULL", "ABST"), "article-journal"),
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "SER", "PAMP"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    "THES": "thesis",
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    **dict.fromkeys(("ELEC", "WEB", "ICOMM"), "webpage"),
    "BLOG": "post-weblog",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    **dict.fromkeys(("DATA", "AGGR", "DBASE"), "dataset"),
    "STAND": "standard",
    **dict.fromkeys(("STAT", "BILL", "UNBILL"), "legislation"),
    "CASE": "legal_case",
    "PAT": "patent",
    "COMP": "software",
    "DICT": "entry-dictionary",
    "ENCYC": "entry-encyclopedia",
    **dict.fromkeys(("VIDEO", "MPCT"), "motion_picture"),
    "PCOMM": "personal_communication",
}
"""The types of RIS in those of CSL; any other is a ``document``."""

_TAGS_IN_WORDS = """
TY ER A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ET ID IS J1
J2 JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PP PY RI RN RP SE SN SP ST T1 T2 T3 TA TI TT U1
U2 U3 U4 U5 UR VL VO Y1 Y2
"""
_TAGS = frozenset(_TAGS_IN_WORDS.split())
_NOISE = re.compile(r"\d+\.|<\d+>|Record #?\d+.*|(?:Provider|Database|Content)\s*:.*", re.IGNORECASE)
"""What some services put between records."""
_DIALECT = Dialect(
    strict=re.compile(r"([A-Z][A-Z0-9])  -(?= |$)(.*)"),
    loose=re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?=\s|$)(.*)"),
    tags=_TAGS,
    width=2,
    sign="  - ",
    begins="TY",
    ends="ER",
    noise=_NOISE,
)
_COUNTED = re.compile(r"\n[^\S\n]*(TY|ER)[ \t]{0,3}-")
_NUMBERED = frozenset({"AN", "C2", "C3", "C5"})
_PUBMED = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)
_PUBMED_NUMBER = re.compile(r"[1-9]\d{0,7}")
PARTS_OF_BOOKS = frozenset({"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"})
BOOKS = frozenset({"book", "report", "thesis"})
_BOOKS_AND_PARTS = BOOKS | PARTS_OF_BOOKS


def read_ris(text: str) -> References:
    """The works of a RIS file. Records are counted by their first tags, or by their last where those are more."""
    return read_tagged(text, References(Format.RIS, _count(text)), _DIALECT, _work, "a title (TI) or a DOI (DO)")


def _count(text: str) -> int:
    tags = _COUNTED.findall(f"\n{text}")
    return max(tags.count("TY"), tags.count("ER"))


def _work(record: TaggedRecord, known: KnownBy) -> Work:
    values = record.values
    kind = CSL_TYPES.get(record.first("TY").upper(), "document") if "TY" in values else "document"
    note = _identify(record, known, kind)
    csl: dict[str, Any] = {"type": kind, **_titles(record, kind)}
    csl |= {name: csl_names(told) for name, tags in _NAMES.items() if (told := record.all(*tags))}
    csl |= {name: plain(said) for name, tags in _PLAIN_FIELDS.items() if (said := record.first(*tags))}
    csl |= {"page": _pages(record), "issued": _issued(record), "accessed": csl_date(record.first("Y2"))}
    csl["keyword"] = ", ".join([plain(word) for value in values.get("KW", ()) for word in value.split("\n")])
    csl |= {"note": plain(note), **known.variables(), "URL": known.address}
    csl["ISBN" if kind in _BOOKS_AND_PARTS else "ISSN"] = plain(record.first("SN"))
    types = [plain(part) for value in values.get("M3", ()) for part in value.split(";") if "10." not in part]
    return Work(
        {name: value for name, value in csl.items() if value},
        known.sources(),
        tuple(dict.fromkeys(filter(None, types))),
    )


_NAMES = {"author": ("AU", "A1"), "editor": ("ED", "A2"), "collection-editor": ("A3",)}
_PLAIN_FIELDS = {
    "volume": ("VL", "VO"),
    "issue": ("IS", "CP"),
    "abstract": ("AB", "N2"),
    "language": ("LA",),
    "edition": ("ET",),
    "publisher": ("PB",),
    "publisher-place": ("CY", "PP"),
}


def _titles(record: TaggedRecord, kind: str) -> dict[str, str]:
    titles = record.all("TI", "T1", "CT") or (record.all("BT") if kind in BOOKS else [])
    full, short = record.all("JF", "T2", "JO"), record.all("JA", "J2", "J1", "JO")
    if kind in PARTS_OF_BOOKS:
        full = record.all("BT", "T2", "JF")
    inside = "collection-title" if kind in BOOKS else "container-title"
    names = {"title": titles, inside: full or short, "title-short": record.all("ST")}
    told = {name: plain(given[0]) for name, given in names.items() if given}
    brief = plain(short[0]) if short else ""
    if brief and brief != told.get(inside) and inside == "container-title":
        told["container-title-short"] = brief
    return told


def _identify(record: TaggedRecord, known: KnownBy, kind: str) -> str:
    """Take the record's identifiers; its note without them."""
    for value in record.all("DO", "DI"):
        known.add_lines("DO", value, SourceType.DOI)
    for value in record.all("M3", "C7"):
        known.add_if_any(value)
    for value in record.all("UR", "LK", "L2", "L3"):
        known.add_addresses(value)
    if not _NUMBERED.isdisjoint(record.values):
        _pubmed_numbers(record, known)
    if kind in _BOOKS_AND_PARTS:
        for value in record.all("SN"):
            known.add("SN", value, SourceType.ISBN)
    return known.add_labelled("\n".join(record.all("N1"))) if "N1" in record.values else ""


def _pubmed_numbers(record: TaggedRecord, known: KnownBy) -> None:
    """PubMed's numbers where EndNote (AN, C2), Ovid (AN), Embase (C5) and Cochrane (C3) put them."""
    where = " ".join(record.all("DB", "DP", "UR", "N1"))
    for value in record.all("AN"):
        if _PUBMED_NUMBER.fullmatch(value) and _PUBMED.search(where):
            known.add_number("PMID", value)
        known.add_labelled(value)
    for value in record.all("C2"):
        if re.fullmatch(r"PMC\d+", value, re.IGNORECASE):
            known.add_number("PMCID", value)
    for value in record.all("C3"):
        if found := re.fullmatch(r"PUBMED\s+(\d{1,8})", value, re.IGNORECASE):
            known.add_number("PMID", found[1])
    for value in record.all("C5"):
        if _PUBMED_NUMBER.fullmatch(value) and "embase" in where.lower():
            known.add_number("PMID", value)


def _pages(record: TaggedRecord) -> str:
    first, last = (plain(record.first(tag)).replace("–", "-") for tag in ("SP", "EP"))
    if not first:
        return last or plain(record.first("C7")) * (not re.search(r"\b10\.\d{4}", record.first("C7")))
    return first if not last or "-" in first or first == last else f"{first}-{last}"


def _issued(record: TaggedRecord) -> dict[str, Any] | None:
    """The fullest date among the fields for one; of two years that of PY."""
    values = record.all("PY", "Y1", "DA", "YR")
    if len(values) == 1:
        return csl_date(values[0])
    alone = [csl_date(value) for value in values]
    year = next((str(date["date-parts"][0][0]) for date in alone if date), "")
    told = (date or csl_date(value, year) for date, value in zip(alone, values, strict=True))
    dates = [date for date in told if date is not None]
    same = [date for date in dates if str(date["date-parts"][0][0]) == year]
    return max(same, key=lambda date: len(date["date-parts"][0]), default=None)
