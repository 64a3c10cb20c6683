"""Whom a desk may ask about which sources, and what an answer comes to. Nothing here asks anybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.citations.retraction import Origin, RetractionNotice
from annotator.citations.work import Work
from annotator.errors import NoLookUp
from annotator.model import Source, SourceType

PAGE_SECONDS = 8.8
"""The longest a service is waited for, so that a page has its answer within 10 seconds of the question."""


class Service(StrEnum):
    """Whom we ask."""

    CROSSREF = "crossref"
    PUBMED = "pubmed"

    @property
    def origin(self) -> Origin:
        """The service as the origin of notices."""
        return Origin(self.value)

    @property
    def words(self) -> str:
        """The service as people know it."""
        return self.origin.words


SERVICES = {
    SourceType.DOI: (Service.CROSSREF, Service.PUBMED),
    SourceType.PMID: (Service.PUBMED,),
    SourceType.PMCID: (Service.PUBMED,),
}
"""Who knows of a source, by its type: the first is asked as somebody types, the others when there is time."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a service said: the work and the notices on it; ``work`` is None where it knows of no such source.

    ``is_unchanged`` says that nothing is new since the answer with ``etag``; there is no work then either. ``also`` are
    other names of a source of which the service knows nothing but these, to be asked about elsewhere.
    """

    service: Service
    source: Source
    work: Work | None = None
    notices: tuple[RetractionNotice, ...] = ()
    etag: str = ""
    is_unchanged: bool = False
    also: tuple[Source, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the service knows of the source."""
        return self.is_unchanged or self.work is not None


def services_for(source: Source) -> tuple[Service, ...]:
    """The services that know of sources of this type. Raises NoLookUp where there is none."""
    if source.type not in SERVICES:
        raise NoLookUp(f"there is no look-up for {_TYPE_WORDS[source.type]}: check it where it is published")
    return SERVICES[source.type]


_TYPE_WORDS = {SourceType.NCT: "trial numbers", SourceType.ISBN: "books", SourceType.URL: "web addresses"}
