"""The claims of one export: the filters, the splits and the votes, the same for the page and the command."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from sqlite_utils import Database

from annotator.model import LabelledClaim
from annotator.storage.articles import article_text
from annotator.storage.connection import reading
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters, known_filters
from annotator.storage.moments import newest_change, schema_version
from annotator.storage.retractions import cited_statuses
from annotator.storage.splits import articles_by_source, frozen_splits
from annotator.storage.times import to_text
from exports.deciding import Decide, Votes, final_decision, majority_decision
from exports.errors import CannotExport
from exports.selection import EVERYTHING, Origin, Selection
from exports.splits import Leak, find_leaks

Rule = Callable[[Database, Filters], Decide]

RULES: dict[Votes, Rule] = {
    Votes.ALL: lambda _db, _filters: final_decision,
    Votes.FINAL: lambda _db, _filters: final_decision,
    Votes.MAJORITY: lambda _db, _filters: majority_decision,
}
"""What makes the rule that gives claims their one verdict. It is called once for a dataset, inside the one view of the
desk that the claims are read from, with the filters: it may read what it needs there first, such as every vote until
``filters.as_of``."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What an analyst asked for. ``split`` keeps the articles of one frozen split; empty keeps them all."""

    filters: Filters = EVERYTHING
    votes: Votes = Votes.ALL
    split: str = ""


@contextmanager
def select_claims(db: Database, dataset: Dataset) -> Iterator[tuple[Generator[LabelledClaim, None, None], Selection]]:
    """The claims of ``dataset``, streamed, and what of each is written: all from one consistent view of the desk, which
    lasts as long as the block, whatever is written meanwhile.

    A dataset of one verdict a claim has the claims in the queue, and compares the filter on verdicts with that. One of
    every vote has also the units that a reviewer took out of the queue, so that no vote is lost. Raises CannotExport
    when a split is asked for and none is frozen, UnknownArticle, UnknownSection and UnknownPerson for filters that
    name nothing.
    """
    with reading(db):
        filters = known_filters(db, dataset.filters)
        splits = frozen_splits(db, filters.as_of)
        if dataset.split and not splits:
            raise CannotExport("no split is frozen yet: run python -m exports --freeze-splits 80/10/10 first")
        every, decide = dataset.votes is Votes.ALL, RULES[dataset.votes](db, filters)
        selection = Selection(
            dataset.votes,
            frozenset(filters.reviewers),
            splits,
            decide,
            lambda article: article_text(db, article.slug, article.revision),
            Origin(
                filters,
                dataset.split,
                to_text(filters.as_of) if filters.as_of else newest_change(db),
                schema_version(db),
            ),
            cited_statuses(db),
        )
        read = filters if every else replace(filters, verdicts=())
        claims = labelled_claims(db, replace(read, every_label=every))
        with closing(_chosen(claims, dataset, selection)) as chosen:
            yield chosen, selection


def _chosen(
    claims: Iterable[LabelledClaim], dataset: Dataset, selection: Selection
) -> Generator[LabelledClaim, None, None]:
    verdicts = () if dataset.votes is Votes.ALL else dataset.filters.verdicts
    for claim in claims:
        if dataset.split and selection.splits.get(claim.article.slug) != dataset.split:
            continue
        if not verdicts or selection.decide(claim).verdict in verdicts:
            yield claim


def leaks_in(db: Database) -> list[Leak]:
    """The sources that are cited in several frozen splits."""
    return find_leaks(articles_by_source(db), frozen_splits(db))
