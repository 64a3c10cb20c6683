"""What the claims in hand were before, and what their reviewer said then: over revisions, merges and splits.

A person decides what an earlier answer is worth for words that changed. So it is looked up and shown, never copied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from annotator.model import Label, Person
from annotator.storage.claim_rows import claim_from
from annotator.storage.labels import current_label
from corpus.model import Claim

_BACK = """
WITH RECURSIVE back (claim, id, is_next, is_same) AS (
    SELECT id, id, NULL, 1 FROM claims WHERE article = :article AND revision = :revision AND retired_at IS NULL
    UNION
    SELECT back.claim, predecessor, back.is_next IS NULL AND act = 'revise', back.is_same AND same_words
    FROM back JOIN predecessors ON predecessors.claim_id = back.id JOIN recuts ON recuts.id = predecessors.recut
    WHERE back.is_next IS NULL OR NOT EXISTS (SELECT 1 FROM labels WHERE claim_id = back.id AND reviewer = :person)
)
SELECT back.claim AS newer, is_next, claims.* FROM back JOIN claims ON claims.id = back.id
JOIN claims AS newer ON newer.id = back.claim
WHERE NOT is_same AND back.id <> back.claim
  AND (claims.revision <> newer.revision OR (claims.start < newer."end" AND claims."end" > newer.start))
ORDER BY newer.start, claims.revision DESC, claims.start
"""
"""Back from every unit of a revision to the claims that its reviewer labelled, or else to those of the revision before.

Cut to and fro, a claim is not made of its former neighbour: in one revision only what shares its place counts.
"""

_KEPT = """
WITH RECURSIVE origin (claim, label) AS (
    SELECT claims.id, label.carried_from FROM claims JOIN current_labels AS label ON label.claim_id = claims.id
    WHERE article = :article AND revision = :revision AND retired_at IS NULL AND reviewer = :person
      AND carried_from IS NOT NULL
    UNION ALL
    SELECT claim, labels.carried_from FROM origin JOIN labels ON labels.id = origin.label
    WHERE labels.carried_from IS NOT NULL
)
SELECT origin.claim, min(claims.revision) FROM origin JOIN labels ON labels.id = origin.label
JOIN claims ON claims.id = labels.claim_id GROUP BY origin.claim
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A claim that another one was before, in other words or another place, and its reviewer's label on it, if any."""

    claim_id: str
    revision: int
    claim: Claim
    label: Label | None


def earlier_claims(db: Database, slug: str, revision: int, person: Person) -> Mapping[str, tuple[Earlier, ...]]:
    """For the units of a revision that changed: what they were. By the unit's id; the others are left out.

    Where the person labelled an earlier wording, it is that one, however many revisions ago; else the one of the
    revision before.
    """
    found: defaultdict[str, list[tuple[bool, Earlier]]] = defaultdict(list)
    where = {"article": slug, "revision": revision, "person": person.id}
    for row in db.query(_BACK, where):
        label = current_label(db, row["id"], person)
        said = None if label is None or label.is_withdrawn else label
        earlier = Earlier(row["id"], row["revision"], claim_from(row), said)
        found[row["newer"]].append((bool(row["is_next"]), earlier))
    told = {
        claim_id: tuple(each for is_next, each in all_ if each.label or (is_next and not any(e.label for _, e in all_)))
        for claim_id, all_ in found.items()
    }
    return {claim_id: each for claim_id, each in told.items() if each}


def kept_since(db: Database, slug: str, revision: int, person: Person) -> Mapping[str, int]:
    """The units of a revision on which the person's label was carried over, each with the revision it was given in."""
    where = {"article": slug, "revision": revision, "person": person.id}
    return dict(db.execute(_KEPT, where).fetchall())
