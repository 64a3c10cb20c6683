"""One claim with everything the desk knows of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from annotator.errors import UnknownClaim
from annotator.model import ArticleRevision, Label, LabelledClaim
from annotator.storage.claim_rows import claim_from
from annotator.storage.connection import reading
from annotator.storage.labels import history


@dataclass(frozen=True, slots=True)
class Record:
    """A claim with its reviewers' current labels (by name), and every label it ever had, oldest first."""

    labelled: LabelledClaim
    labels: tuple[Label, ...]
    is_retired: bool


def record_of(db: Database, claim_id: str) -> Record:
    """The record of a claim, at one moment. Raises UnknownClaim when it is not on this desk."""
    with reading(db):
        for row in db.query(
            "SELECT claims.*, title, sha256, source_address FROM claims"
            " JOIN revisions ON revisions.article = claims.article AND revisions.number = revision WHERE claims.id = ?",
            [claim_id],
        ):
            revision = ArticleRevision(
                row["article"], row["revision"], row["title"], row["sha256"], row["source_address"]
            )
            labels = history(db, claim_id)
            current = {label.reviewer: label for label in labels}  # the newest of each comes last
            votes = tuple(current[name] for name in sorted(current, key=str.casefold))
            claim = LabelledClaim(revision, claim_id, claim_from(row), votes)
            return Record(claim, tuple(labels), row["retired_at"] is not None)
    raise UnknownClaim(f"there is no claim {claim_id} on this desk: it may be in another desk's database")
