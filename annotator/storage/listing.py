"""Lists of claims as an editor asks for them: which, in what order, page by page, and where one stands in its list.

A claim is listed when it is in the view ``queue``; what its labels come to is in the view ``queue_states``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from annotator.errors import InvalidFilter
from annotator.flags import Flag
from annotator.model import Adjudication, Verdict
from annotator.storage.adjudications import decisions_on
from annotator.storage.connection import reading
from annotator.storage.filters import Filters, place_conditions
from annotator.storage.times import to_moment
from corpus.model import CHECKABLE_KINDS, Kind

ROWS_A_PAGE = 50

CLAIM_STATES = "FROM queue_states AS claims"
FLAG_CONDITIONS = {
    Flag.CONTRADICTED: "claims.said_contradicted",
    Flag.UNSUPPORTED: "claims.said_unsupported",
    Flag.OPEN: "claims.left_open > 0",
    Flag.DISAGREEMENT: "claims.disputed",
    Flag.RETRACTED: "claims.number IN (SELECT claim FROM evidence_flags WHERE flag = 'retracted')",
    Flag.WEAK: "claims.number IN (SELECT claim FROM weighed_claims WHERE flag = 'weak')",
    Flag.OLD: "claims.number IN (SELECT claim FROM weighed_claims WHERE flag = 'old')",
}
_WORST_FIRST = " + ".join(
    f"{weight} * coalesce({FLAG_CONDITIONS[flag]}, 0)"
    for weight, flag in (
        *((64, Flag.CONTRADICTED), (32, Flag.RETRACTED), (16, Flag.DISAGREEMENT), (8, Flag.UNSUPPORTED)),
        *((4, Flag.WEAK), (2, Flag.OPEN), (1, Flag.OLD)),
    )
)


class Show(StrEnum):
    """Which of the claims that fit the filter are listed."""

    FLAGGED = "flagged"
    CONFLICTING = "conflicting"
    LABELLED = "labelled"
    ALL = "all"


class Order(StrEnum):
    """What the list is sorted by; equal rows stand in the order of their articles' text."""

    PLACE = "place"
    CLAIM = "claim"
    VERDICTS = "verdicts"
    FLAGS = "flags"
    URGENCY = "urgency"
    CHANGED = "changed"


CONFLICTING = (
    "claims.id IN (SELECT left_claim FROM live_matches WHERE kind = 'conflict' AND holds IS NOT 0"
    " UNION ALL SELECT right_claim FROM live_matches WHERE kind = 'conflict' AND holds IS NOT 0)"
)
"""Claims that may contradict another, as far as nobody dismissed it: a suggestion of the rules, and no flag."""

_EARLIEST_OTHER = (
    "coalesce((SELECT min(other.number) FROM live_matches JOIN claims AS other ON other.id = {theirs}"
    " WHERE {ours} = claims.id AND live_matches.kind = 'conflict' AND holds IS NOT 0), claims.number)"
)
_FIRST_OF_CONFLICT = (
    f"min(claims.number, {_EARLIEST_OTHER.format(ours='left_claim', theirs='right_claim')},"
    f" {_EARLIEST_OTHER.format(ours='right_claim', theirs='left_claim')})"
)
"""The first of a claim and those that it may contradict: sorted by it, two that disagree stand together."""

_SHOWN = {
    Show.FLAGGED: "claims.is_flagged",
    Show.CONFLICTING: CONFLICTING,
    Show.LABELLED: "claims.verdicts > 0",
    Show.ALL: "1",
}
_ORDERED = {
    Order.PLACE: "claims.article",
    Order.CLAIM: "claims.text COLLATE NOCASE",
    Order.VERDICTS: "coalesce(claims.contradicted * 10000 + claims.unsupported * 100 + claims.supported, 0)",
    Order.FLAGS: _WORST_FIRST,
    Order.URGENCY: "claims.urgency",
    Order.CHANGED: "coalesce(claims.changed_at, '')",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of claims: the filter, which of those that fit, and their order."""

    filters: Filters = field(default_factory=Filters)
    show: Show = Show.FLAGGED
    order: Order = Order.PLACE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """What one reviewer holds of a claim now, in short. All empty: they took their answer back."""

    reviewer: str
    verdict: Verdict | None
    is_not_a_claim: bool
    skipped: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the list. ``changed_at`` is when its newest label or decision was saved; None while it has none.
    ``decision`` is the editor's that holds."""

    claim_id: str
    slug: str
    title: str
    section: str
    text: str
    votes: tuple[Vote, ...]
    flags: tuple[Flag, ...]
    changed_at: datetime | None
    decision: Adjudication | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in a list, counted from 1, and the claims before and after it."""

    position: int
    total: int
    before: str | None
    after: str | None


def place_in(db: Database, listing: Listing, claim_id: str) -> Place | None:
    """Where a claim stands in a list; None when it is not in it (any more)."""
    where, values = claims_where(listing.filters)
    with reading(db):
        known = db.execute("SELECT number FROM claims WHERE id = ?", [claim_id]).fetchone()
        rows = db.execute(
            f"SELECT number {CLAIM_STATES} WHERE {where} AND {_SHOWN[listing.show]} ORDER BY {_order(listing)}", values
        )
        numbers = [row[0] for row in rows.fetchall()]
        if known is None or known[0] not in numbers:
            return None
        at = numbers.index(known[0])
        before, after = (numbers[at - 1] if at else None), (numbers[at + 1] if at + 1 < len(numbers) else None)
        ids = dict(db.execute("SELECT number, id FROM claims WHERE number IN (?, ?)", [before, after]).fetchall())
    return Place(at + 1, len(numbers), ids.get(before), ids.get(after))


def flags_in(db: Database, slug: str, revision: int) -> dict[str, tuple[Flag, ...]]:
    """The flags of a revision's claims in the queue, by claim id. Claims without any are left out."""
    rows = db.query(
        f"SELECT claims.id, {_flag_columns()} {CLAIM_STATES} WHERE article = ? AND revision = ? AND claims.is_flagged",
        [slug, revision],
    )
    return {row["id"]: _flags(row) for row in rows}


def rows_of(db: Database, listing: Listing, page: int) -> tuple[ClaimRow, ...]:
    """The rows of one page, counted from 1, with each reviewer's vote: 50 rows, or what is left."""
    where, values = claims_where(listing.filters)
    rows = list(
        db.query(
            f"SELECT claims.id, article, section, claims.text, {_flag_columns()}, claims.changed_at, decided,"
            f" (SELECT title FROM newest_revisions AS newest WHERE newest.article = claims.article) AS title"
            f" {CLAIM_STATES}"
            f" WHERE number IN (SELECT number {CLAIM_STATES} WHERE {where} AND {_SHOWN[listing.show]}"
            f" ORDER BY {_order(listing)} LIMIT {ROWS_A_PAGE} OFFSET {(page - 1) * ROWS_A_PAGE})"
            f" ORDER BY {_order(listing)}",
            values,
        )
    )
    votes = _votes(db, [row["id"] for row in rows])
    decisions = decisions_on(db, [row["id"] for row in rows if row["decided"]])
    return tuple(
        ClaimRow(
            row["id"],
            row["article"],
            row["title"],
            row["section"],
            row["text"],
            votes.get(row["id"], ()),
            _flags(row),
            to_moment(row["changed_at"]) if row["changed_at"] else None,
            decisions.get(row["id"]),
        )
        for row in rows
    )


def _order(listing: Listing) -> str:
    direction = "DESC" if listing.descending else "ASC"
    start = direction if listing.order is Order.PLACE else "ASC"
    place = f"claims.article, claims.revision, claims.start {start}"
    if listing.show is not Show.CONFLICTING:
        return f"{_ORDERED[listing.order]} {direction}, {place}"
    if listing.order is Order.PLACE:
        return f"{_FIRST_OF_CONFLICT} {direction}, {place}"
    return f"{_ORDERED[listing.order]} {direction}, {_FIRST_OF_CONFLICT}, {place}"


def _votes(db: Database, claim_ids: Sequence[str]) -> dict[str, tuple[Vote, ...]]:
    found: defaultdict[str, tuple[Vote, ...]] = defaultdict(tuple)
    rows = db.query(
        "SELECT claim_id, name, verdict, kind, skipped FROM current_labels JOIN people ON people.id = reviewer"
        f" WHERE claim_id IN ({', '.join('?' * len(claim_ids))}) ORDER BY name",
        list(claim_ids),
    )
    for row in rows:
        kind = Kind(row["kind"]) if row["kind"] else None
        found[row["claim_id"]] += (
            Vote(
                row["name"],
                Verdict(row["verdict"]) if row["verdict"] else None,
                kind is not None and kind not in CHECKABLE_KINDS,
                bool(row["skipped"]),
            ),
        )
    return found


def _flag_columns() -> str:
    return ", ".join(f"{condition} AS flag_{flag.value}" for flag, condition in FLAG_CONDITIONS.items())


def _flags(row: Mapping[str, Any]) -> tuple[Flag, ...]:
    return tuple(flag for flag in Flag if row[f"flag_{flag.value}"])


def claims_where(filters: Filters) -> tuple[str, dict[str, str]]:
    """``filters`` as a condition on ``CLAIM_STATES``, with its values. Its words are ours, the values theirs."""
    if filters.as_of is not None:
        raise InvalidFilter("the pages show the desk as it is now: leave the date out, or export the dataset of then")
    values: dict[str, str] = {}
    conditions = place_conditions(filters, values)
    if filters.kinds:
        conditions.append(f"kind_now IN ({_bound('kind', filters.kinds, values)})")
    if filters.flags:
        conditions.append(f"({' OR '.join(FLAG_CONDITIONS[flag] for flag in filters.flags)})")
    if filters.verdict_is_final and filters.verdicts:
        conditions.append(f"claims.final_verdict IN ({_bound('final', filters.verdicts, values)})")
    if filters.reviewers or (filters.verdicts and not filters.verdict_is_final):
        conditions.append(_vote_condition(filters, values))
    return " AND ".join(conditions) or "1", values


def _vote_condition(filters: Filters, values: dict[str, str]) -> str:
    """One current label fits both the reviewers and the verdicts. Without reviewers the standing knows."""
    if not filters.reviewers:
        return f"({' OR '.join(f'claims.{verdict.value} > 0' for verdict in filters.verdicts)})"
    names = _bound("reviewer", filters.reviewers, values)
    held = f"reviewer IN (SELECT id FROM people WHERE name IN ({names}))"
    if filters.verdicts and not filters.verdict_is_final:
        held += f" AND verdict IN ({_bound('verdict', filters.verdicts, values)})"
    return f"EXISTS (SELECT 1 FROM current_labels WHERE claim_id = claims.id AND {held})"


def _bound(name: str, wanted: Sequence[str], values: dict[str, str]) -> str:
    names = {f"{name}_{number}": str(value) for number, value in enumerate(wanted)}
    values |= names
    return ", ".join(f":{each}" for each in names)
