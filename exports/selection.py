"""What of each claim an export writes, where the dataset comes from, and the tally of what was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import starmap

from annotator.agreement.report import Agreement, agreement_on
from annotator.citations.retraction import NEVER_CHECKED, RetractionStatus
from annotator.citations.work import Work
from annotator.model import ArticleRevision, Label, LabelledClaim, Source
from annotator.storage.filters import Filters
from exports.deciding import Decide, Votes, final_decision
from exports.errors import CannotExport, LeakingSplits

EVERYTHING = Filters()


NO_LICENCE = "unknown"
"""What stands for a licence while nobody has named one: nothing is permitted then."""


def licence_named(text: str) -> str:
    """The identifier of a licence in small letters, as data hubs write it. Raises CannotExport for what is none."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", text.lower(), re.ASCII):
        raise CannotExport(f"{text!r:.60} is no licence's identifier: write it as SPDX does, such as cc-by-4.0")
    return text.lower()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a dataset comes from: the filters it was chosen by, the moment of the desk, the schema of its database.

    ``as_of`` is the moment asked for, else that of the newest change of the desk or its library: no export holds the
    time it was made at, so that two of one moment are the same. ``site`` is where pages of the dataset will stand,
    ``https://example.org/facts`` without a slash at its end; empty while nobody said.
    """

    filters: Filters = EVERYTHING
    split: str = ""
    as_of: str | None = None
    schema_version: str = ""
    licence: str = NO_LICENCE
    site: str = ""


_NOWHERE = Origin()


def _no_agreement() -> Agreement:
    return agreement_on(())


def _no_text(article: ArticleRevision) -> str:
    raise LookupError(f"this selection has no text of {article.slug}")


def _no_works(sources: Iterable[Source]) -> Mapping[Source, Work]:
    del sources  # of none of them
    return {}


@dataclass(frozen=True, slots=True)
class Selection:
    """What of each claim is written. The claims themselves were chosen before, by ``Filters``.

    With ``reviewers``, only their votes; final verdict, kind and flags stay those of the desk, over all reviewers.
    ``splits`` gives the frozen split of each article, by slug; the claims ``kept_out`` are in none all the same.
    ``leaks`` are the faults of the splits, in words, ``unsearched`` says so where others may not be known yet, and
    ``leakage`` is the report on them, empty without splits.
    ``decide`` is the rule that gives a claim its one verdict; ``text_of`` reads the text that a
    revision's offsets count in, from the same view of the desk. ``retractions`` is what is known of each cited source,
    or None where the dataset is of a moment: what was known then is not kept;
    ``agreement`` computes how far all reviewers of these claims agree. ``works`` looks sources up in the library, which
    has nothing to say of a moment either.
    """

    votes: Votes = Votes.ALL
    reviewers: frozenset[str] = frozenset()
    splits: Mapping[str, str] = field(default_factory=dict)
    decide: Decide = final_decision
    text_of: Callable[[ArticleRevision], str] = _no_text
    origin: Origin = _NOWHERE
    retractions: Mapping[Source, RetractionStatus] | None = field(default_factory=dict)
    agreement: Callable[[], Agreement] = _no_agreement
    kept_out: Container[str] = frozenset()
    leaks: tuple[str, ...] = ()
    leakage: str = ""
    unsearched: str = ""
    works: Callable[[Iterable[Source]], Mapping[Source, Work]] = _no_works

    def retractions_of(self, claim: LabelledClaim) -> list[tuple[Source, RetractionStatus]]:
        """The sources that the desk's votes on a claim cite, each once, with what is known of its retraction."""
        if (known := self.retractions) is None:
            return []
        cited = [each.source for vote in claim.votes for each in vote.evidence.citations]
        if len(cited) > 1:
            cited = list(dict.fromkeys(cited))
        return [(source, known.get(source, NEVER_CHECKED)) for source in cited]

    def split_of(self, claim: LabelledClaim) -> str | None:
        """The split a claim is in, or None."""
        return None if claim.claim_id in self.kept_out else self.splits.get(claim.article.slug)

    def check_splits(self) -> None:
        """Raise LeakingSplits where they leak, or may for all that is known: nothing is written in parts then."""
        if self.leaks:
            more = f" (and {len(self.leaks) - 1:,} more)" if len(self.leaks) > 1 else ""
            raise LeakingSplits(
                f"the splits leak: {self.leaks[0]}{more}. Run python -m exports --freeze-splits again: it keeps out"
                " what came later",
                self.leakage,
            )
        if self.unsearched:
            raise LeakingSplits(f"the splits may leak: {self.unsearched}, then --freeze-splits again", self.leakage)

    def votes_of(self, claim: LabelledClaim) -> tuple[Label, ...]:
        """The votes on a claim that the dataset holds: none where one verdict stands for them."""
        return self.votes_behind(claim) if self.votes is Votes.ALL else ()

    def votes_behind(self, claim: LabelledClaim) -> tuple[Label, ...]:
        """The votes on a claim that a dataset of every vote holds: what was undone, and says nothing any more, is
        none."""
        votes = tuple([vote for vote in claim.votes if not vote.is_withdrawn])
        if not self.reviewers:
            return votes
        return tuple(vote for vote in votes if vote.reviewer in self.reviewers)


@dataclass(slots=True)
class Tally:
    """How much was written, and what was not. Exporters count as they write.

    ``left_out`` counts claims that are not in the dataset, by reason; ``lost`` counts what is missing of the claims
    that are in it, by what it is ("citations without a quote").
    ``unsettled`` counts claims that are in it without a verdict, or with one that lacks its evidence, by the reason.
    """

    claims: int = 0
    votes: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    unsettled: Counter[str] = field(default_factory=Counter)

    def lose(self, what: str, number: int = 1) -> None:
        """Count so many of it as lost; none is no loss."""
        if number:
            self.lost[what] += number

    def __str__(self) -> str:
        """One line for a person."""
        written = f"{counted(self.claims, 'claim')}, {counted(self.votes, 'vote')}"
        lost = f"; lost: {listed(self.lost)}" if self.lost else ""
        return f"wrote {written}; left out: {listed(self.left_out) or 'nothing'}{lost}"


def listed(numbers: Mapping[str, int]) -> str:
    """``1 disputed; 1,200 without a verdict``, by name."""
    return "; ".join(starmap(numbered, sorted(numbers.items())))


def numbered(reason: str, number: int) -> str:
    """``1,200 votes``, ``1 vote``; what is told in more words stays as it is."""
    return f"{number:,} {reason.removesuffix('s') if number == 1 and reason.count(' ') < 2 else reason}"


def counted(number: int, name: str) -> str:
    """``1 claim``, ``1,200 claims``."""
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
