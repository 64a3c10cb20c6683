"""What a label from a file is checked against before it is kept: the desk's claims, guidelines, rule and clocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from annotator.errors import InvalidLabel, UnknownClaim
from annotator.model import Adjudication, Label
from annotator.storage.adjudications import current_adjudication
from annotator.storage.people import plain_name
from annotator.storage.recut_history import retired_by
from annotator.storage.recuts import Act
from annotator.storage.revisions import goes_on_as
from annotator.storage.settings import evidence_is_strict
from annotator.storage.times import to_text

CLOCKS_MAY_DIFFER = timedelta(days=1)

Places = dict[tuple[int, int], tuple[str, str, bool]]
"""By start and end: a claim's id, its words, and whether it is retired by now."""


@dataclass
class LabelChecks:
    """The checks of one load, inside its transaction. They read only."""

    db: Database
    now: datetime
    strict: bool = field(init=False)
    guidelines: frozenset[int] = field(init=False)
    claims: dict[str, Places] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.strict = evidence_is_strict(self.db)
        self.guidelines = frozenset(row[0] for row in self.db.execute("SELECT version FROM guidelines"))

    def places(self, sha256: str) -> Places:
        """The claims that the text with that fingerprint has, or had; empty where it is not on this desk."""
        if sha256 not in self.claims:
            rows = self.db.execute(
                'SELECT start, "end", id, claims.text, retired_at IS NOT NULL FROM claims'
                " JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
                " WHERE sha256 = ?",
                [sha256],
            )
            self.claims[sha256] = {(start, end): (each, text, bool(gone)) for start, end, each, text, gone in rows}
        return self.claims[sha256]

    def claim_now(self, claim_id: str) -> str:
        """The claim in which the words of a retired one stand on in a newer revision. Raises UnknownClaim where they
        changed, or somebody cut them anew."""
        now = goes_on_as(self.db, claim_id)
        if (
            now != claim_id
            and self.db.execute("SELECT 1 FROM claims WHERE id = ? AND retired_at IS NULL", [now]).fetchone()
        ):
            return now
        recut = retired_by(self.db, now)
        if recut is not None and recut.act is Act.REVISE:
            raise UnknownClaim(
                f"{claim_id} has other words in revision {recut.revision} of its article: label it there"
            )
        raise UnknownClaim(f"this desk cut {claim_id} anew since: it takes no more labels")

    def is_retired(self, claim_id: str) -> bool:
        """Whether others stand for the claim by now."""
        row = self.db.execute("SELECT retired_at IS NOT NULL FROM claims WHERE id = ?", [claim_id]).fetchone()
        return bool(row and row[0])

    def has_key(self, key: str) -> bool:
        """Whether the label with that key is on the desk."""
        return self.db.execute("SELECT 1 FROM labels WHERE key = ?", [key]).fetchone() is not None

    def check(self, label: Label) -> None:
        """Raise InvalidLabel for a label that this desk does not take."""
        if label.guideline_version not in self.guidelines:
            raise InvalidLabel(f"this desk has no guideline {label.guideline_version}: add it first")
        self._check_time(label.labelled_at)
        if self.strict:
            label.check_evidence()

    def check_decision(self, made: Adjudication) -> None:
        """Raise InvalidLabel for a decision that this desk does not take: from the future, or behind a newer one."""
        self._check_time(made.decided_at)
        newest = current_adjudication(self.db, made.claim_id)
        if newest is not None and newest.decided_at > made.decided_at:
            raise InvalidLabel(
                f"{newest.editor} has decided on {made.claim_id} since, or taken it back: an older decision would"
                " replace that"
            )

    def _check_time(self, moment: datetime) -> None:
        if moment > self.now + CLOCKS_MAY_DIFFER:
            raise InvalidLabel(f"it is from the future ({to_text(moment)}): check the clocks")

    def check_newest(self, label: Label) -> None:
        """Raise InvalidLabel where its reviewer has a newer label on the claim."""
        name = plain_name(label.reviewer)
        newest = self.db.execute(
            "SELECT labelled_at, people.name FROM labels JOIN people ON people.id = reviewer"
            " WHERE claim_id = ? AND reviewer = (SELECT id FROM people WHERE name = ?) ORDER BY labels.id DESC LIMIT 1",
            [label.claim_id, name],
        ).fetchone()
        if newest is not None and newest[0] > to_text(label.labelled_at):
            raise InvalidLabel(f"{newest[1]} has a newer label on {label.claim_id}: an older one would replace it")
