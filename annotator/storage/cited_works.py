"""The sources that labels rest on, as publications: what the library knows of each, and what of its retraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotator.citations.retraction import RetractionStatus, Standing
from annotator.citations.source_lists import SOURCE_FORMATS
from annotator.citations.work import Work
from annotator.model import LabelledClaim, Source, SourceType, Strength
from annotator.storage.connection import reading
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters, known_filters
from annotator.storage.retractions import retraction_statuses
from annotator.storage.works import works_of

_TYPES = {SourceType.URL: "webpage", SourceType.ISBN: "book", SourceType.NCT: "document"}


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A publication that is cited, what is known of its retraction, and the strength that its design suggests.
    ``is_described`` is False where the library has no more of it than its number."""

    work: Work
    status: RetractionStatus
    is_described: bool = True
    design: Strength | None = None

    @property
    def remark(self) -> str:
        """That it is retracted or under concern, with the day; empty otherwise."""
        is_bad = self.status.nature in (Standing.RETRACTED, Standing.CONCERN)
        return self.status.words if is_bad else ""


def cited_works(db: Database, filters: Filters) -> list[CitedWork]:
    """The publications cited in the current labels of the claims that fit ``filters``, each once, in the order they
    are first cited. With ``filters.reviewers`` only those that these reviewers cite.

    Raises UnknownArticle, UnknownSection and UnknownPerson for filters that name nothing.
    """
    with reading(db):
        known = known_filters(db, filters)
        sources = list(dict.fromkeys(_cited(labelled_claims(db, known), frozenset(known.reviewers))))
        described = works_of(db, sources)
        statuses = retraction_statuses(db, sources)
    found: dict[object, CitedWork] = {}
    for source in sources:
        stored = described.get(source)
        if stored:
            found.setdefault(stored.id, CitedWork(stored.work, statuses[source], design=stored.design))
        else:
            found.setdefault(source, CitedWork(known_by_number(source), statuses[source], is_described=False))
    return list(found.values())


def written_as(cited: Sequence[CitedWork], format_name: str, *, as_html: bool = False) -> str:
    """The text of a file of ``cited`` in one of ``SOURCE_FORMATS``; a bibliography as HTML where that is asked for."""
    chosen = SOURCE_FORMATS[format_name]
    write = chosen.write_html if as_html and chosen.write_html else chosen.write
    return write([each.work for each in cited], [each.remark for each in cited])


def counted_words(cited: Sequence[CitedWork]) -> str:
    """``12 sources, 2 known by number alone, 1 retracted or under concern``."""
    bare = sum(not each.is_described for each in cited)
    bad = sum(bool(each.remark) for each in cited)
    told = [f"{len(cited):,} source{'s' * (len(cited) != 1)}"]
    told += [f"{bare:,} known by number alone"] if bare else []
    told += [f"{bad:,} retracted or under concern"] if bad else []
    return ", ".join(told)


def known_by_number(source: Source) -> Work:
    """A source of which nothing else is known."""
    csl = {"type": _TYPES.get(source.type, "article-journal")}
    if source.type in (SourceType.DOI, SourceType.PMCID):
        csl[source.type.name] = source.shown
    elif source.type is SourceType.PMID:
        csl["PMID"] = source.identifier
    elif source.type is SourceType.ISBN:
        csl["ISBN"] = source.identifier
    else:
        csl["URL"] = source.url
    return Work(csl, (source,))


def _cited(claims: Iterable[LabelledClaim], reviewers: frozenset[str]) -> Iterator[Source]:
    for claim in claims:
        for vote in claim.votes:
            if not vote.is_withdrawn and (not reviewers or vote.reviewer in reviewers):
                yield from (citation.source for citation in vote.evidence.citations)
