"""Whether two descriptions are of one publication, and what is known of it by both.

Files name one study in many ways, and they err: a chapter carries its book's ISBN, a trial's papers its registry
number. So a shared DOI, PMID or PMCID makes two works one unless they contradict each other in such a number and in
the title too; any other shared identifier only where the titles agree.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from annotator.citations.work import Work
from annotator.model import Source, SourceType

LEAST_TITLE = 20
"""Letters and digits of a title that names a work by itself: "Editorial" and "In reply" are many works' titles."""

_OWN = (SourceType.DOI, SourceType.PMID, SourceType.PMCID)
_PARTS_OF_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
_SIGNS = re.compile(r"[\W_]+")


class Origin(StrEnum):
    """Who described a work: a reference file somebody loaded, or the service that was asked."""

    FILE = "file"
    CROSSREF = "crossref"
    PUBMED = "pubmed"


_TRUST = {Origin.FILE: 0, Origin.CROSSREF: 1, Origin.PUBMED: 1}


def own_identifiers(work: Work) -> tuple[Source, ...]:
    """The identifiers that are the work's own: not the ISBN of the book it is a chapter of, nor the registry number of
    the trial it is a paper about."""
    types = {source.type for source in work.identifiers}
    foreign = set()
    if not types.isdisjoint(_OWN):
        foreign.add(SourceType.NCT)
    if work.csl.get("type") in _PARTS_OF_BOOKS or not types.isdisjoint({SourceType.PMID, SourceType.PMCID}):
        foreign.add(SourceType.ISBN)
    return tuple(source for source in work.identifiers if source.type not in foreign)


def is_same(one: Work, other: Work) -> bool:
    """Whether two works that share an identifier are one publication."""
    ours, theirs = _numbers(one), _numbers(other)
    alike = _titles_agree(one.title, other.title)
    shares_its_own = any(ours[each] & theirs[each] for each in _OWN)
    differs = any(ours[each] and theirs[each] and not ours[each] & theirs[each] for each in _OWN)
    return alike if differs or not shares_its_own else True


def fingerprint(title: str, authors: str, year: int | None) -> str | None:
    """What names a work that has no identifier: its title, year and first author, as ``Work`` tells them; None where
    that is too little."""
    title = _letters(title)
    first = authors.partition(",")[0]
    if len(title) < LEAST_TITLE or not first or year is None:
        return None
    return hashlib.sha256(f"{title} {year} {_letters(first.rpartition(' ')[0] or first)}".encode()).hexdigest()[:32]


def exact_fingerprint(csl: Mapping[str, Any]) -> str:
    """What names a work of which too little is known for more: all that is told of it. A file that is loaded again adds
    no second one, and one that differs in anything stays apart."""
    told = json.dumps(_told(csl), sort_keys=True)
    return hashlib.sha256(f"all {told}".encode()).hexdigest()[:32]


def joined(old: Work, old_origin: Origin, new: Work, new_origin: Origin) -> Work:
    """What ``old`` and ``new`` tell together: of two tellings the service's, else the newer; the longer abstract."""
    first, second = (new, old) if _TRUST[new_origin] >= _TRUST[old_origin] else (old, new)
    csl: dict[str, Any] = _told(second.csl) | _told(first.csl)
    fuller = max(first, second, key=lambda work: len(work.abstract))
    if fuller.abstract:
        csl["abstract"] = fuller.csl["abstract"]
    keys = {(source.type, source.identifier) for source in old.identifiers}
    more = tuple(source for source in new.identifiers if (source.type, source.identifier) not in keys)
    order = list(SourceType)
    return replace(
        first,
        csl=csl,
        identifiers=tuple(sorted((*old.identifiers, *more), key=lambda source: order.index(source.type))),
        publication_types=_union(first.publication_types, second.publication_types),
        notices=_union(first.notices, second.notices),
    )


def _numbers(work: Work) -> Mapping[SourceType, set[str]]:
    return {kind: {one.identifier for one in work.identifiers if one.type is kind} for kind in _OWN}


def _titles_agree(one: str, other: str) -> bool:
    """Whether two titles are the same but for signs and case, or one of them lacks its subtitle, or is not known."""
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return short == long or not short or (len(short) >= LEAST_TITLE and long.startswith(short))


def _letters(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def _told(csl: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in csl.items() if value not in (None, "", [], {})}


def _union(first: Sequence[Any], second: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*first, *second)))
