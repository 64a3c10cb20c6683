"""Asking the services about a source. One client a program: the paces are those of all its threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from http.cookiejar import DefaultCookiePolicy
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar
from urllib.parse import quote

import httpx

from annotator.citations.lookups import crossref, pubmed
from annotator.citations.lookups.asking import Asker
from annotator.citations.lookups.contact import contact
from annotator.citations.lookups.pace import Clock, Pace
from annotator.citations.lookups.services import PAGE_SECONDS, Found, Service, services_for
from annotator.citations.retraction import Origin, notices_in
from annotator.citations.work import Work
from annotator.errors import BadAnswer, LookUpFailed, NoLookUp
from annotator.model import Source, SourceType

Result = TypeVar("Result")

_CROSSREF = "https://api.crossref.org"
_EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_CONVERTER = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles"
_TOOL = "claimdesk"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the services are."""

    crossref: str = _CROSSREF
    eutils: str = _EUTILS
    converter: str = _CONVERTER


class LookUps:
    """Asks Crossref and PubMed, saying who asks: ``email``.

    Crossref takes ten questions a second and three at once from who says so, NCBI three a second.
    """

    def __init__(
        self,
        email: str,
        addresses: Addresses | None = None,
        clock: Clock | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        where, self.clock = addresses or Addresses(), clock or Clock()
        http = http or httpx.Client(follow_redirects=False)
        http.headers.update({"User-Agent": f"Claimdesk (mailto:{email})", "Accept-Encoding": "identity"})
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # none is kept
        ncbi = Pace("PubMed", 1 / 3, 3, self.clock)
        politeness = {"tool": _TOOL, "email": email}
        self._crossref = Asker(where.crossref, Pace("Crossref", 1 / 10, 3, self.clock), http, {"mailto": email})
        self._eutils = Asker(where.eutils, ncbi, http, politeness)
        self._converter = Asker(where.converter, ncbi, http, politeness)

    def ask(self, service: Service, source: Source, seconds: float = PAGE_SECONDS, etag: str = "") -> Found:
        """What ``service`` says of ``source``, in ``seconds`` at the latest, whatever the network does.

        Raises LookUpFailed where it cannot be asked now, BadAnswer for an answer that is no good, and NoLookUp for
        a source that it is not asked about.
        """
        if service not in services_for(source):
            raise NoLookUp(f"{service.value} is not asked about {source.shown}")
        ends = self.clock.now() + 0.95 * seconds  # what goes on is told why it ends before it is left alone
        if service is Service.CROSSREF:
            return _in_time(lambda: self._ask_crossref(source, ends, etag), seconds, "Crossref")
        return _in_time(lambda: self._ask_pubmed(source, ends), seconds, "PubMed")

    def _ask_crossref(self, source: Source, ends: float, etag: str) -> Found:
        path = f"/works/{quote(source.identifier, safe='')}"
        answer = self._crossref.get(path, {}, crossref.MEDIA, ends, etag)
        if answer.status == 304:
            return Found(Service.CROSSREF, source, etag=etag, is_unchanged=True)
        if answer.status == 404:
            return Found(Service.CROSSREF, source)
        work, notices = crossref.read_message(answer.content, source)
        return Found(Service.CROSSREF, source, work, notices, answer.etag)

    def ask_together(self, sources: Sequence[Source], seconds: float) -> list[Found]:
        """What PubMed says of many PMIDs, in one question. Raises LookUpFailed and BadAnswer as ``ask`` does."""
        ends = self.clock.now() + 0.95 * seconds
        return _in_time(lambda: self._ask_together(sources, ends), seconds, "PubMed")

    def _ask_together(self, sources: Sequence[Source], ends: float) -> list[Found]:
        works = self._fetched([source.identifier for source in sources], ends)
        return [
            _about(source, works[source.identifier]) if source.identifier in works else Found(Service.PUBMED, source)
            for source in sources
        ]

    def _ask_pubmed(self, source: Source, ends: float) -> Found:
        pmid, doi = self._numbers(source, ends)
        if not pmid:
            return Found(Service.PUBMED, source, also=(doi,) if doi else ())
        works = self._fetched([pmid], ends)
        return _about(source, works[pmid]) if works else Found(Service.PUBMED, source)

    def _fetched(self, pmids: Sequence[str], ends: float) -> dict[str, Work]:
        """The records of ``pmids`` that PubMed has, by the PMID. Raises BadAnswer where it gives another."""
        query = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml"}
        answer = self._eutils.get("/efetch.fcgi", query, pubmed.XML_MEDIA, ends)
        works = pubmed.read_articles(answer.content) if answer.status == 200 else []
        found = {each.identifier: work for work in works for each in work.identifiers if each.type is SourceType.PMID}
        if found.keys() - set(pmids) or len(found) < len(works):
            asked = f"PMID {pmids[0]}" if len(pmids) == 1 else "the PMIDs it was asked about"
            raise BadAnswer(f"PubMed answers with another paper than {asked}")
        return found

    def _numbers(self, source: Source, ends: float) -> tuple[str, Source | None]:
        """The source's number in PubMed, empty where it has none, and the DOI of a PMCID that has none."""
        if source.type is SourceType.PMID:
            return source.identifier, None
        if source.type is SourceType.PMCID:
            answer = self._converter.get("/", {"ids": source.identifier, "format": "json"}, pubmed.JSON_MEDIA, ends)
            named = pubmed.read_conversion(answer.content) if answer.status == 200 else pubmed.Converted()
            return named.pmid, named.doi
        return self._pmid_of_doi(source, ends), None

    def _pmid_of_doi(self, source: Source, ends: float) -> str:
        """The one number that PubMed finds for a DOI; empty where it finds none, or several."""
        term = source.identifier.replace('"', " ")
        query = {"db": "pubmed", "term": f'"{term}"[AID]', "retmode": "json"}
        answer = self._eutils.get("/esearch.fcgi", query, pubmed.JSON_MEDIA, ends)
        numbers = pubmed.read_search(answer.content) if answer.status == 200 else []
        return numbers[0] if len(numbers) == 1 else ""


def _about(source: Source, work: Work) -> Found:
    """A record that PubMed gave for ``source``. Of a search by DOI it must be the record's own: PubMed guesses."""
    same = any((each.type, each.identifier) == (source.type, source.identifier) for each in work.identifiers)
    if not same and source.type is SourceType.DOI:
        return Found(Service.PUBMED, source)
    if not same:
        work = replace(work, identifiers=(*work.identifiers, source))
    return Found(Service.PUBMED, source, work, notices_in(work, Origin.PUBMED))


def _in_time(work: Callable[[], Result], seconds: float, name: str) -> Result:
    """What ``work`` returns or raises. What hangs, in a name server say, is left alone when the time is up."""
    results: SimpleQueue[Result | Exception] = SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except Exception as error:
            results.put(error)

    Thread(target=run, daemon=True, name=f"ask {name}").start()
    try:
        result = results.get(timeout=seconds)
    except Empty:
        raise LookUpFailed(f"{name} takes too long") from None
    if isinstance(result, Exception):
        raise result
    return result


def look_ups() -> LookUps | None:
    """The program's client; None while there is no contact address, and nobody is asked.

    ``CLAIMDESK_LOOKUP_BASE`` names another server that plays all services under ``/crossref``, ``/eutils`` and
    ``/idconv``, for tests. Raises InvalidContact for an address that is none.
    """
    email = contact()
    return _client(email, os.environ.get("CLAIMDESK_LOOKUP_BASE", "")) if email else None


@cache
def _client(email: str, base: str) -> LookUps:
    base = base.rstrip("/")
    where = Addresses(f"{base}/crossref", f"{base}/eutils", f"{base}/idconv") if base else Addresses()
    return LookUps(email, where)
