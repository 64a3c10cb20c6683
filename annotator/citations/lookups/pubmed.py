"""What PubMed says of a paper (E-utilities: efetch's XML, esearch's and the id converter's JSON)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from lxml import etree

from annotator.citations.identifiers import parse_identifier
from annotator.citations.limits import within_limits
from annotator.citations.retraction import MONTHS, day_in
from annotator.citations.work import Notice, Work
from annotator.errors import BadAnswer, InvalidIdentifier
from annotator.model import Source, SourceType

XML_MEDIA = ("text/xml", "application/xml")
JSON_MEDIA = ("application/json",)

_PREFIXES = {"pubmed": "PMID ", "doi": "doi:", "pmc": ""}
_ORDER = tuple(SourceType)


def read_articles(content: bytes) -> list[Work]:
    """The works in an answer of efetch. Raises BadAnswer for what is cut short, no XML, or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise BadAnswer("PubMed's answer is cut short, or is no XML") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise BadAnswer("PubMed's answer declares entities, which none of its records does")
    if root.tag != "PubmedArticleSet":
        raise BadAnswer("PubMed's answer has no list of articles")
    return [_work(article) for article in root if article.tag in ("PubmedArticle", "PubmedBookArticle")]


def read_search(content: bytes) -> list[str]:
    """The PMIDs in an answer of esearch."""
    found = _json(content, "esearchresult").get("idlist")
    if not isinstance(found, list):
        raise BadAnswer("PubMed's answer has no list of numbers")
    return [number for number in found if isinstance(number, str) and re.fullmatch("[1-9][0-9]{0,7}", number)]


@dataclass(frozen=True, slots=True)
class Converted:
    """What the id converter has for a PMCID: the PMID, empty where there is none, and the DOI, or None."""

    pmid: str = ""
    doi: Source | None = None


def read_conversion(content: bytes) -> Converted:
    """The other numbers of a paper in an answer of the id converter; none where the paper is not known."""
    try:
        record = json.loads(content)["records"][0]
        pmid, doi = str(record.get("pmid", "")), record.get("doi", "")
    except (ValueError, RecursionError, TypeError, KeyError, IndexError, AttributeError):
        raise BadAnswer("the id converter's answer is cut short, or is no JSON") from None
    named = None
    if isinstance(doi, str) and doi:
        with suppress(InvalidIdentifier):
            named = parse_identifier(f"doi:{doi}")
    is_doi = named is not None and named.type is SourceType.DOI
    return Converted(pmid if re.fullmatch("[1-9][0-9]{0,7}", pmid) else "", named if is_doi else None)


def _json(content: bytes, part: str) -> dict[str, Any]:
    try:
        found = json.loads(content)[part]
    except (ValueError, RecursionError, TypeError, KeyError):
        raise BadAnswer("PubMed's answer is cut short, or is no JSON") from None
    if not isinstance(found, dict):
        raise BadAnswer("PubMed's answer is no object")
    return found


def _work(article: Any) -> Work:
    types = tuple(dict.fromkeys(filter(None, map(_said, article.iterfind(".//PublicationTypeList/PublicationType")))))
    if article.tag == "PubmedBookArticle":
        types = types or tuple(filter(None, map(_said, article.iterfind("./BookDocument/PublicationType"))))
    identifiers = tuple(sorted(_identifiers(article), key=lambda source: _ORDER.index(source.type)))
    work, _ = within_limits(Work(_csl(article), identifiers, types, tuple(_notices(article))))
    return work


def _csl(article: Any) -> dict[str, Any]:
    is_book = article.tag == "PubmedBookArticle"
    title = _text(article, ".//ArticleTitle") or _text(article, ".//BookTitle")
    csl: dict[str, Any] = {"type": "chapter" if is_book else "article-journal"}
    csl["title"] = title.removesuffix(".") if not is_book else title
    for field, path in _FIELDS.items():
        csl[field] = _text(article, path)
    csl["abstract"] = "\n".join(_abstract(article))
    csl = {name: value for name, value in csl.items() if value}
    if people := list(_people(article)):
        csl["author"] = people
    if parts := _issued(article):
        csl["issued"] = {"date-parts": [parts]}
    return csl


_FIELDS = {
    "container-title": ".//Journal/Title",
    "container-title-short": ".//Journal/ISOAbbreviation",
    "volume": ".//JournalIssue/Volume",
    "issue": ".//JournalIssue/Issue",
    "page": ".//Pagination/MedlinePgn",
    "ISSN": ".//Journal/ISSN",
    "PMID": "./MedlineCitation/PMID",
    "DOI": "./PubmedData/ArticleIdList/ArticleId[@IdType='doi']",
    "PMCID": "./PubmedData/ArticleIdList/ArticleId[@IdType='pmc']",
    "language": ".//Article/Language",
}


def _abstract(article: Any) -> Iterator[str]:
    for part in article.iterfind(".//Abstract/AbstractText"):
        label = part.get("Label", "").strip().capitalize()
        if words := _said(part):
            yield f"{label}: {words}" if label and label.lower() != "unlabelled" else words


def _people(article: Any) -> Iterator[dict[str, str]]:
    for author in article.iterfind(".//AuthorList/Author"):
        if family := _text(author, "LastName"):
            given = _text(author, "ForeName") or _text(author, "Initials")
            named = {"family": family, "given": given, "suffix": _text(author, "Suffix")}
            yield {part: value for part, value in named.items() if value}
        elif name := _text(author, "CollectiveName"):
            yield {"literal": name}


def _issued(article: Any) -> list[int]:
    for path in (".//JournalIssue/PubDate", ".//Article/ArticleDate", ".//Book/PubDate"):
        date = article.find(path)
        if date is None:
            continue
        month = _text(date, "Month")
        said = f"{_text(date, 'Year')} {_MONTHS.get(month.lstrip('0'), month)} {_text(date, 'Day')}"
        if day := day_in(said) or day_in(_text(date, "MedlineDate")):
            return [int(part) for part in day.split("-")]
    return []


_MONTHS = {str(number): name.capitalize() for name, number in MONTHS.items()}


def _identifiers(article: Any) -> Iterator[Source]:
    """The article's own numbers: those of its references stand in lists of their own."""
    said = {f"PMID {_text(article, './MedlineCitation/PMID') or _text(article, './BookDocument/PMID')}"}
    for listed in article.iterfind("./*/ArticleIdList/ArticleId"):
        kind = listed.get("IdType", "")
        if kind in _PREFIXES:
            said.add(_PREFIXES[kind] + _said(listed))
    for listed in article.iterfind(".//Article/ELocationID[@EIdType='doi']"):
        if listed.get("ValidYN", "Y") == "Y":
            said.add("doi:" + _said(listed))
    found: dict[tuple[str, str], Source] = {}
    for text in sorted(said):
        with suppress(InvalidIdentifier):  # a record with a mistyped DOI is a record all the same
            source = parse_identifier(text)
            found.setdefault((source.type, source.identifier), source)  # the same DOI in other letters is one
    yield from found.values()


def _notices(article: Any) -> Iterator[Notice]:
    for linked in article.iterfind("./MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        source, pmid = None, _text(linked, "PMID")
        with suppress(InvalidIdentifier):
            source = parse_identifier(f"PMID {pmid}") if pmid else None
        yield Notice(linked.get("RefType", ""), _text(linked, "RefSource"), source)


def _text(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else _said(found)


def _said(element: Any) -> str:
    """The words in an element, also those inside of italics and subscripts."""
    return " ".join("".join(element.itertext()).split())
