"""The claims of one export: the filters, the splits and the votes, the same for the page and the command."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlite_utils import Database

from annotator.agreement.report import agreement_on
from annotator.citations.work import Work
from annotator.model import LabelledClaim, Source
from annotator.storage.articles import article_text
from annotator.storage.connection import reading
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters, known_filters
from annotator.storage.matches import waiting_in
from annotator.storage.moments import newest_change, schema_version
from annotator.storage.retractions import cited_statuses
from annotator.storage.splits import claims_by_article, frozen_splits, kept_out
from annotator.storage.times import to_text
from annotator.storage.works import works_of
from exports.deciding import Decide, Votes, final_decision, majority_decision
from exports.errors import CannotExport
from exports.estimating import estimated_decision
from exports.leakage import Leakage, leakage_report, measure_leakage, unsearched_words
from exports.links import links_between_articles
from exports.selection import EVERYTHING, NO_LICENCE, Origin, Selection

Rule = Callable[[Database, Filters], Decide]

RULES: dict[Votes, Rule] = {
    Votes.ALL: lambda _db, _filters: final_decision,
    Votes.FINAL: lambda _db, _filters: final_decision,
    Votes.MAJORITY: lambda _db, _filters: majority_decision,
    Votes.ESTIMATE: estimated_decision,
}
"""What makes the rule that gives claims their one verdict. It is called once for a dataset, inside the one view of the
desk that the claims are read from, with the filters: it may read what it needs there first, such as every vote until
``filters.as_of``."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What an analyst asked for. ``split`` keeps the articles of one frozen split; empty keeps them all. ``licence``
    is the identifier of the one the dataset is given under, as SPDX writes it, in small letters. ``site`` is where its
    pages will stand, for formats that have some."""

    filters: Filters = EVERYTHING
    votes: Votes = Votes.ALL
    split: str = ""
    licence: str = NO_LICENCE
    site: str = ""


@contextmanager
def select_claims(db: Database, dataset: Dataset) -> Iterator[tuple[Generator[LabelledClaim, None, None], Selection]]:
    """The claims of ``dataset``, streamed, and what of each is written: all from one consistent view of the desk, which
    lasts as long as the block, whatever is written meanwhile.

    A dataset of one verdict a claim has the claims in the queue, and compares the filter on verdicts with that. One of
    every vote has also the units that a reviewer took out of the queue, so that no vote is lost. Raises CannotExport
    when a split is asked for and none is frozen, or what is frozen leaks or was not searched, UnknownArticle,
    UnknownSection and UnknownPerson for filters that name nothing.
    """
    with reading(db):
        filters = known_filters(db, dataset.filters)
        splits = frozen_splits(db, filters.as_of)
        if dataset.split and not splits:
            raise CannotExport("no split is frozen yet: run python -m exports --freeze-splits 80/10/10 first")
        every, decide = dataset.votes is Votes.ALL, RULES[dataset.votes](db, filters)
        leakage = leakage_in(db, splits, filters.as_of)
        agreed = replace(filters, verdicts=(), reviewers=(), every_label=True)
        selection = Selection(
            votes=dataset.votes,
            reviewers=frozenset(filters.reviewers),
            splits=splits,
            decide=decide,
            text_of=lambda article: article_text(db, article.slug, article.revision),
            origin=Origin(
                filters,
                dataset.split,
                to_text(filters.as_of) if filters.as_of else newest_change(db),
                schema_version(db),
                dataset.licence,
                dataset.site,
            ),
            retractions=None if filters.as_of else cited_statuses(db),
            agreement=lambda: agreement_on(
                _chosen(labelled_claims(db, agreed), Dataset(filters, split=dataset.split), selection)
            ),
            kept_out={each.claim_id for each in leakage.kept_out},
            leaks=tuple(map(str, leakage.leaks)),
            leakage=leakage_report(leakage) if splits else "",
            unsearched=unsearched_words(leakage.unsearched or 0),
            works=(lambda _sources: {}) if filters.as_of else partial(_works, db),
        )
        if dataset.split:
            selection.check_splits()
        read = filters if every else replace(filters, verdicts=())
        claims = labelled_claims(db, replace(read, every_label=every))
        with closing(_chosen(claims, dataset, selection)) as chosen:
            yield chosen, selection


def _chosen(
    claims: Iterable[LabelledClaim], dataset: Dataset, selection: Selection
) -> Generator[LabelledClaim, None, None]:
    verdicts = () if dataset.votes is Votes.ALL else dataset.filters.verdicts
    for claim in claims:
        if dataset.split and selection.split_of(claim) != dataset.split:
            continue
        if not verdicts or selection.decide(claim).verdict in verdicts:
            yield claim


def _works(db: Database, sources: Iterable[Source]) -> dict[Source, Work]:
    return {source: stored.work for source, stored in works_of(db, sources).items()}


def leakage_in(db: Database, splits: Mapping[str, str], as_of: datetime | None = None) -> Leakage:
    """What leaks between ``splits``, now or as of a moment; nothing is looked for while there are none."""
    if not splits:
        return measure_leakage((), {}, {}, {})
    out = kept_out(db, as_of)
    contents = claims_by_article(db, out) if as_of is None else {}  # what articles held then is not kept
    unsearched = waiting_in(db, splits) if as_of is None else None
    return measure_leakage(links_between_articles(db, as_of), splits, out, contents, unsearched)
