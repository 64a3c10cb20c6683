"""The claims of one export: the filters, the splits and the votes, the same for the page and the command."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlite_utils import Database

from annotator.model import LabelledClaim
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters, known_filters
from annotator.storage.splits import articles_by_source, frozen_splits
from exports.errors import CannotExport
from exports.exporter import Selection, Votes
from exports.splits import Leak, find_leaks

EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Dataset:
    """What an analyst asked for. ``split`` keeps the articles of one frozen split; empty keeps them all."""

    filters: Filters = EVERYTHING
    votes: Votes = Votes.ALL
    split: str = ""


def select_claims(db: Database, dataset: Dataset) -> tuple[Generator[LabelledClaim, None, None], Selection]:
    """The claims of ``dataset``, streamed, and what of each is written.

    A dataset of final verdicts has the claims in the queue, and compares the filter on verdicts with them. One of
    every vote has also the units that a reviewer took out of the queue, so that no vote is lost. Raises CannotExport
    when a split is asked for and none is frozen, UnknownArticle, UnknownSection and UnknownPerson for filters that
    name nothing.
    """
    splits = frozen_splits(db)
    if dataset.split and not splits:
        raise CannotExport("no split is frozen yet: run python -m exports --freeze-splits 80/10/10 first")
    final = dataset.votes is Votes.FINAL
    filters = replace(known_filters(db, dataset.filters), verdict_is_final=final, every_label=not final)
    claims = labelled_claims(db, filters)
    return _in_split(claims, dataset.split, splits), Selection(dataset.votes, frozenset(filters.reviewers), splits)


def _in_split(
    claims: Iterable[LabelledClaim], split: str, splits: Mapping[str, str]
) -> Generator[LabelledClaim, None, None]:
    for claim in claims:
        if not split or splits.get(claim.article.slug) == split:
            yield claim


def leaks_in(db: Database) -> list[Leak]:
    """The sources that are cited in several frozen splits."""
    return find_leaks(articles_by_source(db), frozen_splits(db))
