"""What an editor is told: how many claims, how many labelled and flagged, where the trouble is, and the claims.

Everything the Flagged page shows comes from one filter, in one consistent view of the desk, so that it always agrees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.connection import reading
from annotator.storage.listing import (
    CLAIM_STATES,
    FLAG_CONDITIONS,
    ROWS_A_PAGE,
    ClaimRow,
    Listing,
    Show,
    claims_where,
    rows_of,
)
from annotator.storage.times import to_moment

MOST_BARS = 6
MOST_SECTIONS = 300


@dataclass(frozen=True, slots=True)
class Figures:
    """How many claims fit; of these, how many have a verdict, how many are flagged, and which.

    A claim counts under each verdict that one of its reviewers holds, and under each of its flags.
    """

    claims: int
    labelled: int
    flagged: int
    verdicts: Mapping[Verdict, int]
    flags: Mapping[Flag, int]

    def shown(self, show: Show) -> int:
        """How many rows the list has."""
        return {Show.FLAGGED: self.flagged, Show.LABELLED: self.labelled, Show.ALL: self.claims}[show]


@dataclass(frozen=True, slots=True)
class Bar:
    """The claims of one article or section, parted by their final verdict. ``name`` is the slug or the heading;
    ``among`` is how many articles or sections have claims that fit."""

    name: str
    title: str
    supported: int
    unsupported: int
    contradicted: int
    disputed: int
    without: int
    flagged: int
    among: int


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article: its claims, how many have a verdict of anybody's and of mine, how many are open and flagged."""

    slug: str
    title: str
    added_at: datetime
    added_by: str
    source_address: str
    claims: int
    labelled: int
    mine: int
    open: int
    flagged: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: articles by slug with their titles, sections, and the names of those who labelled."""

    articles: Mapping[str, str]
    sections: tuple[str, ...]
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One page of the list with the figures and charts over all of it."""

    figures: Figures
    articles: tuple[Bar, ...]
    sections: tuple[Bar, ...]
    rows: tuple[ClaimRow, ...]
    page: int
    pages: int


def report(db: Database, listing: Listing, page: int = 1) -> Report:
    """Figures, bars and the rows of one page, at one moment. A page beyond the last is the last."""
    where, values = claims_where(listing.filters)
    with reading(db):
        figures = _figures(db, where, values)
        pages = max(1, -(-figures.shown(listing.show) // ROWS_A_PAGE))
        page = min(max(page, 1), pages)
        return Report(
            figures,
            _bars(db, "article", where, values),
            _bars(db, "section", where, values),
            rows_of(db, listing, page),
            page,
            pages,
        )


def choices(db: Database, articles: Sequence[str] = ()) -> Choices:
    """What can be filtered by. Sections are those of ``articles`` (of all, when empty), the most frequent 300."""
    marks = ", ".join("?" * len(articles))
    where = f"WHERE section <> '' AND article IN ({marks})" if articles else "WHERE section <> ''"
    with reading(db):
        titles = db.execute("SELECT slug, title FROM articles ORDER BY title COLLATE NOCASE, slug").fetchall()
        sections = db.execute(
            f"SELECT section FROM claims {where} GROUP BY section ORDER BY count(*) DESC LIMIT {MOST_SECTIONS}",
            list(articles),
        ).fetchall()
        names = db.execute(
            "SELECT name FROM people WHERE EXISTS (SELECT 1 FROM labels WHERE reviewer = people.id) ORDER BY name"
        ).fetchall()
    return Choices(
        dict(titles), tuple(sorted((row[0] for row in sections), key=str.casefold)), tuple(row[0] for row in names)
    )


def article_reports(db: Database, reviewer: int) -> list[ArticleReport]:
    """Every article, the newest first; ``mine`` counts the claims that the person numbered ``reviewer`` labelled."""
    rows = db.query(
        f"""
        SELECT slug, title, added_at, added_by, source_address, coalesce(counted.claims, 0) AS claims,
               coalesce(labelled, 0) AS labelled, coalesce(mine, 0) AS mine, coalesce(left_open, 0) AS open,
               coalesce(flagged, 0) AS flagged
        FROM articles
        LEFT JOIN (
            SELECT claims.article, count(*) AS claims, sum(state.verdicts > 0) AS labelled,
                   sum(state.left_open > 0) AS left_open, sum(state.is_flagged) AS flagged
            {CLAIM_STATES} GROUP BY claims.article
        ) AS counted ON counted.article = slug
        LEFT JOIN (
            SELECT article, count(*) AS mine FROM current_labels AS label
            JOIN claims ON claims.id = label.claim_id AND retired_at IS NULL
            WHERE reviewer = ? AND verdict IS NOT NULL GROUP BY article
        ) AS own ON own.article = slug
        ORDER BY added_at DESC, slug
        """,
        [reviewer],
    )
    return [ArticleReport(**row | {"added_at": to_moment(row["added_at"])}) for row in rows]


def slug_with_text(db: Database, sha256: str) -> str | None:
    """The article that has this very text in one of its revisions; None when it is new to the desk."""
    row = db.execute("SELECT article FROM revisions WHERE sha256 = ?", [sha256]).fetchone()
    return str(row[0]) if row else None


def _figures(db: Database, where: str, values: Mapping[str, str]) -> Figures:
    verdicts = ", ".join(f"coalesce(sum(state.{verdict.value} > 0), 0) AS {verdict.value}" for verdict in Verdict)
    flags = ", ".join(f"coalesce(sum({FLAG_CONDITIONS[flag]}), 0) AS flag_{flag.value}" for flag in Flag)
    (row,) = db.query(
        "SELECT count(*) AS claims, coalesce(sum(state.verdicts > 0), 0) AS labelled,"
        f" coalesce(sum(state.is_flagged), 0) AS flagged, {verdicts}, {flags} {CLAIM_STATES} WHERE {where}",
        dict(values),
    )
    return Figures(
        row["claims"],
        row["labelled"],
        row["flagged"],
        {verdict: row[verdict.value] for verdict in Verdict},
        {flag: row[f"flag_{flag.value}"] for flag in Flag},
    )


def _bars(db: Database, column: str, where: str, values: Mapping[str, str]) -> tuple[Bar, ...]:
    """The articles or sections with the most flagged claims, the worst first."""
    finals = ", ".join(
        f"coalesce(sum(state.final_verdict = '{verdict.value}'), 0) AS {verdict.value}"
        for verdict in (Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    )
    rows = db.query(
        f"SELECT bar.*, coalesce(articles.title, name) AS title FROM ("
        f" SELECT claims.{column} AS name, {finals}, coalesce(sum(state.disputed), 0) AS disputed,"
        " count(*) - coalesce(sum(state.verdicts > 0), 0) AS without,"
        f" coalesce(sum(state.is_flagged), 0) AS flagged, count(*) OVER () AS among"
        f" {CLAIM_STATES} WHERE {where} GROUP BY claims.{column}"
        f" ORDER BY flagged DESC, count(*) - without DESC, name LIMIT {MOST_BARS}"
        f") AS bar LEFT JOIN articles ON slug = name AND '{column}' = 'article'"
        " ORDER BY flagged DESC, supported + unsupported + contradicted + disputed DESC, name",
        dict(values),
    )
    return tuple(Bar(**row) for row in rows)
