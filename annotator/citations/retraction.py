"""What is known of a source's retraction, and on what day. Absence of a check is never good news.

A retraction, a concern and a reinstatement are told by notices, from several origins and of several days. What stands
on the paper counts; what stands on the notice itself (Crossref's ``update-to``, PubMed's ``RetractionOf``) is about
another paper.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from annotator.citations.work import Work


class Nature(StrEnum):
    """What a notice says of a paper."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"


class Origin(StrEnum):
    """Who told us of a notice, or was asked for one. ``file`` is a reference file, which tells but is not asked."""

    CROSSREF = "crossref"
    PUBMED = "pubmed"
    RETRACTION_WATCH = "retraction_watch"
    FILE = "file"

    @property
    def words(self) -> str:
        """The name as people know it."""
        return {Origin.CROSSREF: "Crossref", Origin.PUBMED: "PubMed"}.get(self, "Retraction Watch list")


class Standing(StrEnum):
    """What is known of a source now."""

    RETRACTED = "retracted"
    CONCERN = "concern"
    NONE_KNOWN = "none_known"
    NEVER_CHECKED = "never_checked"


@dataclass(frozen=True, slots=True)
class RetractionNotice:
    """One notice about a paper. ``date`` is ISO 8601 as far as it is known (``2010``, ``2010-02-06``, or empty);
    ``notice`` names it as a reader would, ``url`` is where it opens; ``record`` is its number at Retraction Watch."""

    nature: Nature
    date: str
    notice: str
    origin: Origin
    url: str = ""
    reason: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """That ``origin`` was asked about a source, and as of when its answer holds."""

    origin: Origin
    as_of: datetime


@dataclass(frozen=True, slots=True)
class RetractionStatus:
    """What is known of a source: ``nature``, with the ``date`` and name of the notice that says so.

    ``as_of`` is when it was last checked, by ``origin``; None where nobody was ever asked; ``checks`` are the last of
    each. ``notices`` are all there are, corrections too, oldest first.
    """

    nature: Standing
    date: str = ""
    notice: str = ""
    url: str = ""
    as_of: datetime | None = None
    origin: Origin | None = None
    notices: tuple[RetractionNotice, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def words(self) -> str:
        """The status in a few words, always with its day."""
        if self.nature is Standing.NONE_KNOWN:
            return self._none_known()
        day = self.as_of.date().isoformat() if self.as_of else ""
        checked = f"; checked {day}" if day else ""
        when = f" {self.date}" if self.date else ""
        by = f" ({self.notice})" if self.notice else ""
        return {
            Standing.RETRACTED: f"Retracted{when}{by}{checked}",
            Standing.CONCERN: f"Expression of concern{when}{by}{checked}",
            Standing.NEVER_CHECKED: "Never checked for retraction",
        }[self.nature]

    def _none_known(self) -> str:
        """Who was asked, and when: a list that does not name a paper says less than whoever knows the paper."""
        said = [(each.origin, each.as_of.date().isoformat()) for each in self.checks]
        if all(origin is Origin.RETRACTION_WATCH for origin, _ in said):
            return f"Not in the Retraction Watch list of {said[0][1]}; not looked up yet"
        days = ", ".join(
            f"{origin.words} {'of ' if origin is Origin.RETRACTION_WATCH else ''}{day}" for origin, day in said
        )
        return f"No retraction known: {days}"


NEVER_CHECKED = RetractionStatus(Standing.NEVER_CHECKED)


def status_of(notices: Iterable[RetractionNotice], checks: Sequence[Check]) -> RetractionStatus:
    """What ``notices`` on one paper come to, after ``checks`` were made.

    A retraction holds unless a reinstatement of the same day or a later one undoes it; one without a day holds. A
    concern stays until it is taken back by whoever told it: only then is its notice gone.
    """
    known = tuple(sorted(set(notices), key=lambda notice: (notice.date, notice.nature, notice.notice)))
    asked = tuple(sorted(checks, key=lambda check: tuple(Origin).index(check.origin)))
    last = max(checks, key=lambda check: check.as_of, default=None)
    as_of, origin = (last.as_of, last.origin) if last else (None, None)
    for nature, standing in ((Nature.RETRACTION, Standing.RETRACTED), (Nature.CONCERN, Standing.CONCERN)):
        if holding := [notice for notice in known if notice.nature is nature and not _is_undone(notice, known)]:
            told = max(holding, key=lambda notice: (notice.date != "", bool(notice.notice), notice.date))
            return RetractionStatus(
                standing, told.date, told.notice, told.url, as_of, origin or told.origin, known, asked
            )
    if last is None:
        return RetractionStatus(Standing.NEVER_CHECKED, notices=known)
    return RetractionStatus(Standing.NONE_KNOWN, as_of=as_of, origin=origin, notices=known, checks=asked)


def notices_in(work: Work, origin: Origin) -> tuple[RetractionNotice, ...]:
    """What PubMed's record of a paper, or a reference file made from it, says happened to the paper."""
    found = [
        RetractionNotice(
            _RELATIONS[notice.relation],
            day_in(notice.text),
            notice.source.shown if notice.source else notice.text,
            origin,
            notice.source.url if notice.source else "",
        )
        for notice in work.notices
        if notice.relation in _RELATIONS
    ]
    is_retracted = any(kind.casefold() == "retracted publication" for kind in work.publication_types)
    if is_retracted and not any(notice.nature is Nature.RETRACTION for notice in found):
        found.append(RetractionNotice(Nature.RETRACTION, "", "", origin))
    return tuple(found)


def day_in(text: str) -> str:
    """The day in a reference as PubMed writes it (``Lancet. 2010 Feb 6;375:445``), as far as it is there."""
    found = _DAY.search(text)
    if not found:
        return ""
    year, month, day = found["year"], MONTHS.get((found["month"] or "").lower()), found["day"]
    if not month:
        return year
    return f"{year}-{month:02}-{int(day):02}" if day and 1 <= int(day) <= 31 else f"{year}-{month:02}"


def _is_undone(notice: RetractionNotice, known: Iterable[RetractionNotice]) -> bool:
    if notice.nature is not Nature.RETRACTION or not notice.date:
        return False
    return any(each.nature is Nature.REINSTATEMENT and each.date >= notice.date for each in known)


_DAY = re.compile(
    r"\b(?P<year>(?:19|20)[0-9]{2})\b(?:[ -](?P<month>[A-Z][a-z]{2})[a-z]*(?:[ ](?P<day>[0-9]{1,2})\b)?)?"
)
MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
"""How PubMed names the months, in small letters."""

_RELATIONS = {
    "RetractionIn": Nature.RETRACTION,
    "RetractedandRepublishedIn": Nature.RETRACTION,
    "PartialRetractionIn": Nature.CONCERN,
    "ExpressionOfConcernIn": Nature.CONCERN,
    "ErratumIn": Nature.CORRECTION,
    "CorrectedandRepublishedIn": Nature.CORRECTION,
}
"""What PubMed says on the paper. What it says on the notice (``RetractionOf``) is about another paper, and not here."""
