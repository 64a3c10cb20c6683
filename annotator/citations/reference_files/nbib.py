"""NBIB, the format of PubMed ("MEDLINE display format"): with the DOI wherever it stands, and the links to notices."""

from __future__ import annotations

import re
from typing import Any

from annotator.citations.finding import find_identifiers
from annotator.citations.reference_files.dates import csl_date
from annotator.citations.reference_files.model import Format, References
from annotator.citations.reference_files.names import csl_name
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.tagged import Dialect, TaggedRecord
from annotator.citations.reference_files.tagged_works import read_tagged
from annotator.citations.work import Notice, Work
from annotator.model import Source, SourceType

RELATIONS = {
    "RIN": "RetractionIn",
    "ROF": "RetractionOf",
    "PRIN": "PartialRetractionIn",
    "PROF": "PartialRetractionOf",
    "ECI": "ExpressionOfConcernIn",
    "ECF": "ExpressionOfConcernFor",
    "EIN": "ErratumIn",
    "EFR": "ErratumFor",
    "RPI": "RetractedandRepublishedIn",
    "RPF": "RetractedandRepublishedFrom",
    "CRI": "CorrectedandRepublishedIn",
    "CRF": "CorrectedandRepublishedFrom",
    "UIN": "UpdateIn",
    "UOF": "UpdateOf",
}
"""The tags of notices, and what PubMed's XML calls the same link. Comments are no notices."""

_TAGS_IN_WORDS = """
PMID OWN STAT DCOM LR IS VI IP DP TI PG LID AB CI FAU AU AUID AD CN FIR IR LA PT DEP PL TA JT JID SB MH OT
OTO PMC PMCR COIS EDAT MHDA CRDT PHST AID PST SO SI GR RN BTI CTI FED ED TT PB EN ISBN CDAT CIN CON NM OAB
OABL OCI OID PS FPS RF SFM SPIN DRIN DDIN GN MID VTI CP
"""
_TAGS = frozenset(_TAGS_IN_WORDS.split()) | frozenset(RELATIONS)
_DIALECT = Dialect(
    strict=re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}(?<=....)-(?= |$)(.*)"),
    loose=re.compile(r"\s?([A-Z][A-Z0-9]{1,3})\s{0,3}-(?=\s|$)(.*)"),
    tags=_TAGS,
    width=4,
    sign="- ",
    begins="PMID",
    goes_on=re.compile(r"\s"),
)
_COUNTED = re.compile(r"\n[^\S\n]?PMID[^\S\n]{0,3}-")
_TYPES = {"preprint": "article", "book": "book", "news": "article-newspaper", "dataset": "dataset"}
_REGISTRY = re.compile(r"ClinicalTrials\.gov\s*/\s*(NCT\d{8})", re.IGNORECASE)
_LOCATED = re.compile(r"(\S.*?)\s*\[(doi|pii)\]")


def read_nbib(text: str) -> References:
    """The works of a PubMed file, with their publication types and the notices about them."""
    found = References(Format.NBIB, len(_COUNTED.findall(f"\n{text}")))
    return read_tagged(text, found, _DIALECT, _work, "a title (TI) or a PMID")


def _work(record: TaggedRecord, known: KnownBy) -> Work:
    _identify(record, known)
    types = tuple(dict.fromkeys(map(plain, record.all("PT"))))
    book = record.first("BTI")
    title = record.first("TI", "BTI", "TT")
    csl: dict[str, Any] = {"type": _type(types, is_part=bool(book and record.first("TI"))), "title": _sentence(title)}
    csl |= {"author": _people(record, "FAU", "AU"), "editor": _people(record, "FED", "ED")}
    csl |= {"container-title": _sentence(book) if book and book != title else plain(record.first("JT", "TA"))}
    csl |= {"container-title-short": plain(record.first("TA")), "collection-title": _sentence(record.first("CTI"))}
    csl |= {name: plain(record.first(tag)) for name, tag in _PLAIN_FIELDS.items()}
    csl |= {"issued": csl_date(record.first("DP")) or csl_date(record.first("DEP", "EDAT"))}
    csl |= {"keyword": ", ".join(plain(word).lstrip("*") for word in record.all("OT")), "ISSN": _issn(record)}
    csl |= known.variables()
    return Work({name: value for name, value in csl.items() if value}, known.sources(), types, tuple(_notices(record)))


_PLAIN_FIELDS = {
    "volume": "VI",
    "issue": "IP",
    "page": "PG",
    "abstract": "AB",
    "language": "LA",
    "publisher": "PB",
    "publisher-place": "PL",
    "edition": "EN",
}


def _identify(record: TaggedRecord, known: KnownBy) -> None:
    for value in record.all("PMID"):
        known.add_number("PMID", value)
    for value in record.all("PMC"):
        known.add_number("PMCID", value)
    for value in record.all("LID", "AID"):
        located = _LOCATED.fullmatch(" ".join(value.split()))
        if located and located[2] == "doi":
            known.add("LID", located[1], SourceType.DOI)
    if not known.first(SourceType.DOI) and (said := re.search(r"\bdoi:\s*(10\.\S+)", record.first("SO"))):
        known.add("SO", said[1], SourceType.DOI)
    for value in record.all("SI"):
        if registered := _REGISTRY.search(value):
            known.add("SI", registered[1], SourceType.NCT)
    for value in record.all("ISBN"):
        known.add_number("ISBN", value.partition("(")[0].strip())


def _people(record: TaggedRecord, full: str, short: str) -> list[dict[str, str]]:
    """Names in full where they are given so, with the organisations among them in their place."""
    tag = full if record.first(full) else short
    tags = (tag, "CN") if full == "FAU" else (tag,)
    told = [(given, value) for given, value, _ in record.fields if given in tags]
    names = [{"literal": plain(value)} if given == "CN" else csl_name(value) for given, value in told]
    return [name for name in names if name and any(name.values())]


def _type(types: tuple[str, ...], *, is_part: bool) -> str:
    if is_part:
        return "chapter"
    return next((_TYPES[each.lower()] for each in types if each.lower() in _TYPES), "article-journal")


def _sentence(title: str) -> str:
    """A title without PubMed's full stop."""
    title = plain(title)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _issn(record: TaggedRecord) -> str:
    return next((value.partition("(")[0].strip() for value in record.all("IS") if "SBN" not in value), "")


def _notices(record: TaggedRecord) -> list[Notice]:
    return [
        Notice(RELATIONS[tag], text, _opened_by(text))
        for tag, value, _ in record.fields
        if tag in RELATIONS and (text := plain(value))
    ]


def _opened_by(text: str) -> Source | None:
    """The PMID in a reference to a notice; where it has none, its DOI."""
    sources = [each.source for each in find_identifiers(text) if each.source is not None]
    for kind in (SourceType.PMID, SourceType.DOI, SourceType.PMCID):
        for source in sources:
            if source.type is kind:
                return source
    return None
