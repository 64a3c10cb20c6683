"""One claim with everything the desk knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from annotator.citations.retraction import RetractionStatus
from annotator.errors import UnknownClaim
from annotator.model import Adjudication, ArticleRevision, Label, LabelledClaim, Source
from annotator.storage.adjudications import adjudications_on
from annotator.storage.articles import YEAR
from annotator.storage.claim_rows import claim_from
from annotator.storage.connection import reading
from annotator.storage.labels import history
from annotator.storage.recut_history import Recut, predecessors_of, recuts_of_claim, successors_of
from annotator.storage.retraction_rows import source_facts
from annotator.storage.retractions import retraction_statuses
from annotator.storage.works import StoredWork, works_of


@dataclass(frozen=True, slots=True)
class Related:
    """A claim that another goes on from, or went on as: its words, and its reviewers' current labels (by name)."""

    claim_id: str
    text: str
    votes: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A claim with its reviewers' current labels (by name) and the decision that holds; every label it ever had, and
    every decision, also what was taken back, oldest first.

    ``before`` are the claims it goes on from, ``after`` what stands in its place when it is retired, ``recuts`` every
    recut it had a part in, oldest first. ``retractions`` is what is known now of every source it ever had cited,
    ``works`` what those sources are, as far as that is known.
    """

    labelled: LabelledClaim
    labels: tuple[Label, ...]
    is_retired: bool
    before: tuple[Related, ...] = ()
    after: tuple[Related, ...] = ()
    recuts: tuple[Recut, ...] = ()
    retractions: Mapping[Source, RetractionStatus] = field(default_factory=dict)
    works: Mapping[Source, StoredWork] = field(default_factory=dict)
    decisions: tuple[Adjudication, ...] = ()


def record_of(db: Database, claim_id: str) -> Record:
    """The record of a claim, at one moment. Raises UnknownClaim when it is not on this desk."""
    with reading(db):
        for row in db.query(
            f"SELECT claims.*, title, sha256, source_address, {YEAR} AS year FROM claims"
            " JOIN revisions ON revisions.article = claims.article AND revisions.number = revision WHERE claims.id = ?",
            [claim_id],
        ):
            revision = ArticleRevision(
                row["article"], row["revision"], row["title"], row["sha256"], row["source_address"]
            )
            labels, decisions = history(db, claim_id), adjudications_on(db, claim_id)
            claim = LabelledClaim(
                revision,
                claim_id,
                claim_from(row),
                _current(labels),
                source_facts(db, claim_id),
                row["year"],
                decisions[-1] if decisions and decisions[-1].answer else None,
            )
            cited = [each.source for label in labels for each in label.evidence.citations]
            is_retired = row["retired_at"] is not None
            return Record(
                claim,
                tuple(labels),
                is_retired,
                _related(db, [each.claim_id for each in predecessors_of(db, claim_id)]),
                _related(db, successors_of(db, claim_id)) if is_retired else (),
                tuple(recuts_of_claim(db, claim_id)),
                retraction_statuses(db, cited),
                works_of(db, cited),
                tuple(decisions),
            )
    raise UnknownClaim(f"there is no claim {claim_id} on this desk: it may be in another desk's database")


def _related(db: Database, claim_ids: Sequence[str]) -> tuple[Related, ...]:
    found = []
    for claim_id in claim_ids:
        text = db.execute("SELECT text FROM claims WHERE id = ?", [claim_id]).fetchone()[0]
        found.append(Related(claim_id, text, _current(history(db, claim_id))))
    return tuple(found)


def _current(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Each reviewer's newest label, by name, of a history."""
    current = {label.reviewer: label for label in labels}  # the newest of each comes last
    return tuple(current[name] for name in sorted(current, key=str.casefold))
