"""Crossref and NCBI as they answer, played by a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

import httpx
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.client import Addresses, LookUps
from annotator.citations.lookups.pace import Clock

EMAIL = "ada@example.org"
LANCET = parse_identifier("10.1016/S0140-6736(97)11096-0")
BNT = parse_identifier("10.1056/NEJMoa2034577")
PMID = parse_identifier("PMID 33301246")
PMCID = parse_identifier("PMC7745181")


class FakeTime:
    """A clock that moves only when somebody sleeps by it."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []
        self.clock = Clock(lambda: self.seconds, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.seconds += seconds


def addresses(server: HTTPServer) -> Addresses:
    base = server.url_for("").rstrip("/")
    return Addresses(f"{base}/crossref", f"{base}/eutils", f"{base}/idconv")


@contextmanager
def client_of(server: HTTPServer, clock: Clock | None = None) -> Iterator[LookUps]:
    with httpx.Client(trust_env=False) as http:
        yield LookUps(EMAIL, addresses(server), clock or FakeTime().clock, http)


def crossref_message(**more: Any) -> dict[str, Any]:
    """A work as Crossref tells it."""
    message: dict[str, Any] = {
        "DOI": "10.1016/s0140-6736(97)11096-0",
        "type": "journal-article",
        "title": ["Ileal-lymphoid-nodular <i>hyperplasia</i> &amp; CO<sub>2</sub>"],
        "author": [
            {"given": "AJ", "family": "Wakefield", "sequence": "first"},
            {"name": "The <b>Group</b>"},
        ],
        "container-title": ["The Lancet"],
        "short-container-title": ["Lancet"],
        "issued": {"date-parts": [[1998, 2]]},
        "volume": "351",
        "issue": "9103",
        "page": "637-641",
        "publisher": "Elsevier BV",
        "abstract": "<jats:title>Abstract</jats:title><jats:p>We looked.</jats:p><jats:p>p &lt; 0.05, n<5.</jats:p>",
    }
    return message | more


RETRACTED_BY = [
    {
        "DOI": "10.1016/S0140-6736(04)15715-2",
        "type": "correction",
        "label": "Correction",
        "source": "publisher",
        "updated": {"date-parts": [[2004, 3, 6]]},
    },
    {
        "DOI": "10.1016/S0140-6736(10)60175-4",
        "type": "retraction",
        "label": "Retraction",
        "source": "retraction-watch",
        "updated": {"date-parts": [[2010, 2, 6]], "timestamp": 1265414400000},
        "record-id": 3540,
    },
]


def crossref_json(**more: Any) -> str:
    return json.dumps({"status": "ok", "message-type": "work", "message": crossref_message(**more)})


def pubmed_xml(
    pmid: str = "33301246",
    doi: str = "10.1056/NEJMoa2034577",
    types: tuple[str, ...] = ("Journal Article", "Randomized Controlled Trial"),
    corrections: str = "",
    title: str = "Safety and Efficacy of the BNT162b2 mRNA <i>Covid-19</i> Vaccine.",
) -> str:
    """A record as efetch gives it, with its declaration and a reference list of other papers' numbers."""
    kinds = "".join(f'<PublicationType UI="D0">{escape(kind)}</PublicationType>' for kind in types)
    return f"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN"
 "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID><Article>
<Journal><ISSN IssnType="Electronic">1533-4406</ISSN><JournalIssue><Volume>383</Volume><Issue>27</Issue>
<PubDate><Year>2020</Year><Month>Dec</Month><Day>31</Day></PubDate></JournalIssue>
<Title>The New England journal of medicine</Title><ISOAbbreviation>N Engl J Med</ISOAbbreviation></Journal>
<ArticleTitle>{title}</ArticleTitle>
<Pagination><MedlinePgn>2603-2615</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">{doi}</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">Severe acute respiratory syndrome.</AbstractText>
<AbstractText Label="RESULTS">95% effective (95% CI, 90.3 to 97.6; P&lt;0.001).</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author><LastName>Polack</LastName><ForeName>Fernando P</ForeName></Author>
<Author><CollectiveName>C4591001 Clinical Trial Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList>{kinds}</PublicationTypeList></Article>
<CommentsCorrectionsList>{corrections}</CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId><ArticleId IdType="pmc">PMC7745181</ArticleId>
<ArticleId IdType="doi">{doi}</ArticleId></ArticleIdList>
<ReferenceList><Reference><Citation>Another.</Citation><ArticleIdList><ArticleId IdType="pubmed">111</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"""


RETRACTION_IN = """<CommentsCorrections RefType="RetractionIn"><RefSource>Lancet. 2010 Feb 6;375(9713):445</RefSource>
<PMID Version="1">20137807</PMID></CommentsCorrections>"""
RETRACTION_OF = RETRACTION_IN.replace("RetractionIn", "RetractionOf")


def play_crossref(server: HTTPServer, source: Any = LANCET, **more: Any) -> None:
    """Crossref knows of one DOI."""
    message = crossref_json(**more)
    server.expect_request(crossref_path(source)).respond_with_data(
        message, content_type="application/json", headers={"ETag": '"v1"'}
    )


def crossref_path(source: Any = LANCET) -> str:
    return f"/crossref/works/{source.identifier}"


def play_pubmed(server: HTTPServer, xml: str | None = None) -> None:
    """PubMed knows of one paper, by PMID, by PMCID and by DOI."""
    server.expect_request("/eutils/efetch.fcgi").respond_with_data(xml or pubmed_xml(), content_type="text/xml")
    server.expect_request("/eutils/esearch.fcgi").respond_with_json({"esearchresult": {"idlist": ["33301246"]}})
    server.expect_request("/idconv/").respond_with_json(
        {"status": "ok", "records": [{"pmcid": "PMC7745181", "pmid": 33301246, "doi": "10.1056/NEJMoa2034577"}]}
    )


def endless(size: int) -> Callable[[Request], Response]:
    """An answer that never ends, so many bytes at a time."""

    def content() -> Iterator[bytes]:
        while True:
            yield b" " * size

    return lambda _: Response(content(), content_type="application/json")
