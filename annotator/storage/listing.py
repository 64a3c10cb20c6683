"""Lists of claims as an editor asks for them: which, in what order, page by page, and where one stands in its list.

A claim is listed when it is in the view ``queue``; what its labels come to is in the view ``claim_states``.
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
from annotator.model import Verdict
from annotator.storage.filters import Filters, claims_condition
from annotator.storage.times import to_moment
from corpus.model import CHECKABLE_KINDS, Kind

ROWS_A_PAGE = 50

CLAIM_STATES = "FROM queue AS claims LEFT JOIN claim_states AS state ON state.claim = claims.number"
FLAG_CONDITIONS = {
    Flag.CONTRADICTED: "state.contradicted > 0",
    Flag.UNSUPPORTED: "state.unsupported > 0",
    Flag.OPEN: "state.left_open > 0",
    Flag.DISAGREEMENT: "state.disputed",
}
_WORST_FIRST = " + ".join(
    f"{weight} * coalesce({FLAG_CONDITIONS[flag]}, 0)"
    for weight, flag in ((8, Flag.CONTRADICTED), (4, Flag.DISAGREEMENT), (2, Flag.UNSUPPORTED), (1, Flag.OPEN))
)


class Show(StrEnum):
    """Which of the claims that fit the filter are listed."""

    FLAGGED = "flagged"
    LABELLED = "labelled"
    ALL = "all"


class Order(StrEnum):
    """What the list is sorted by; equal rows stand in the order of their articles' text."""

    PLACE = "place"
    CLAIM = "claim"
    VERDICTS = "verdicts"
    FLAGS = "flags"
    CHANGED = "changed"


_SHOWN = {Show.FLAGGED: "state.is_flagged", Show.LABELLED: "state.verdicts > 0", Show.ALL: "1"}
_ORDERED = {
    Order.PLACE: "claims.article",
    Order.CLAIM: "claims.text COLLATE NOCASE",
    Order.VERDICTS: "coalesce(state.contradicted * 10000 + state.unsupported * 100 + state.supported, 0)",
    Order.FLAGS: _WORST_FIRST,
    Order.CHANGED: "coalesce(state.changed_at, '')",
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
    """One claim of the list. ``changed_at`` is when its newest label was saved; None while it has none."""

    claim_id: str
    slug: str
    title: str
    section: str
    text: str
    votes: tuple[Vote, ...]
    flags: tuple[Flag, ...]
    changed_at: datetime | None


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
    row = db.execute(
        "SELECT position, total, before, after FROM ("
        " SELECT claims.id, row_number() OVER sorted AS position, count(*) OVER () AS total,"
        " lag(claims.id) OVER sorted AS before, lead(claims.id) OVER sorted AS after"
        f" {CLAIM_STATES} WHERE {where} AND {_SHOWN[listing.show]} WINDOW sorted AS (ORDER BY {_order(listing)})"
        ") WHERE id = :claim_id",
        values | {"claim_id": claim_id},
    ).fetchone()
    return Place(*row) if row else None


def flags_in(db: Database, slug: str, revision: int) -> dict[str, tuple[Flag, ...]]:
    """The flags of a revision's claims in the queue, by claim id. Claims without any are left out."""
    rows = db.query(
        f"SELECT claims.id, {_flag_columns()} {CLAIM_STATES} WHERE article = ? AND revision = ? AND state.is_flagged",
        [slug, revision],
    )
    return {row["id"]: _flags(row) for row in rows}


def rows_of(db: Database, listing: Listing, page: int) -> tuple[ClaimRow, ...]:
    """The rows of one page, counted from 1, with each reviewer's vote: 50 rows, or what is left."""
    where, values = claims_where(listing.filters)
    rows = list(
        db.query(
            f"SELECT claims.id, article, section, claims.text, {_flag_columns()}, state.changed_at,"
            f" (SELECT title FROM articles WHERE slug = article) AS title {CLAIM_STATES}"
            f" WHERE {where} AND {_SHOWN[listing.show]} ORDER BY {_order(listing)}"
            f" LIMIT {ROWS_A_PAGE} OFFSET {(page - 1) * ROWS_A_PAGE}",
            values,
        )
    )
    votes = _votes(db, [row["id"] for row in rows])
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
        )
        for row in rows
    )


def _order(listing: Listing) -> str:
    direction = "DESC" if listing.descending else "ASC"
    start = direction if listing.order is Order.PLACE else "ASC"
    return f"{_ORDERED[listing.order]} {direction}, claims.article, claims.revision, claims.start {start}"


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
    condition, values = claims_condition(filters)
    conditions = [condition]
    if filters.kinds:
        conditions.append(f"kind_now IN ({_bound('kind', filters.kinds, values)})")
    if filters.flags:
        conditions.append(f"({' OR '.join(FLAG_CONDITIONS[flag] for flag in filters.flags)})")
    if filters.verdict_is_final and filters.verdicts:
        conditions.append(f"state.final_verdict IN ({_bound('final', filters.verdicts, values)})")
    if filters.reviewers or (filters.verdicts and not filters.verdict_is_final):
        conditions.append(_vote_condition(filters, values))
    return " AND ".join(conditions), values


def _vote_condition(filters: Filters, values: dict[str, str]) -> str:
    """One current label fits both the reviewers and the verdicts. Without reviewers the standing knows."""
    if not filters.reviewers:
        return f"({' OR '.join(f'state.{verdict.value} > 0' for verdict in filters.verdicts)})"
    names = _bound("reviewer", filters.reviewers, values)
    held = f"reviewer IN (SELECT id FROM people WHERE name IN ({names}))"
    if filters.verdicts and not filters.verdict_is_final:
        held += f" AND verdict IN ({_bound('verdict', filters.verdicts, values)})"
    return f"EXISTS (SELECT 1 FROM current_labels WHERE claim_id = claims.id AND {held})"


def _bound(name: str, wanted: Sequence[str], values: dict[str, str]) -> str:
    names = {f"{name}_{number}": str(value) for number, value in enumerate(wanted)}
    values |= names
    return ", ".join(f":{each}" for each in names)
