"""What an editor is told: how many claims, how many labelled and flagged, where the trouble is, and the claims.

Everything the Flagged page shows comes from one filter, in one consistent view of the desk, so that it always agrees.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from sqlite_utils import Database

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.connection import reading
from annotator.storage.listing import (
    CLAIM_STATES,
    CONFLICTING,
    FLAG_CONDITIONS,
    ROWS_A_PAGE,
    ClaimRow,
    Listing,
    Show,
    claims_where,
    rows_of,
)
from annotator.storage.suggestions import OtherSide, conflicts_of
from annotator.storage.times import to_moment

MOST_BARS = 6
MOST_SECTIONS = 300
Tally: TypeAlias = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many claims fit; of these, how many have a verdict, how many are flagged, and which. ``conflicting`` is
    counted where the list asks for it.

    A claim counts under each verdict that one of its reviewers holds, and under each of its flags.
    """

    claims: int
    labelled: int
    flagged: int
    verdicts: Mapping[Verdict, int]
    flags: Mapping[Flag, int]
    conflicting: int = 0

    def shown(self, show: Show) -> int:
        """How many rows the list has."""
        counts = {Show.FLAGGED: self.flagged, Show.LABELLED: self.labelled, Show.ALL: self.claims}
        return (counts | {Show.CONFLICTING: self.conflicting})[show]


@dataclass(frozen=True, slots=True)
class Bar:
    """The claims of one article or section, parted by their final verdict. ``name`` is the slug or the heading;
    ``not_a_claim`` counts what an editor decided to be none; ``among`` is how many articles or sections have claims
    that fit."""

    name: str
    title: str
    supported: int
    unsupported: int
    contradicted: int
    disputed: int
    not_a_claim: int
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
    author: str
    published: str
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
    """One page of the list with the figures and charts over all of it. In the list of conflicts, ``conflicts`` has what
    each claim of the page may contradict, by claim id."""

    figures: Figures
    articles: tuple[Bar, ...]
    sections: tuple[Bar, ...]
    rows: tuple[ClaimRow, ...]
    page: int
    pages: int
    conflicts: Mapping[str, tuple[OtherSide, ...]] = field(default_factory=dict)


def report(db: Database, listing: Listing, page: int = 1) -> Report:
    """Figures, bars and the rows of one page, at one moment. A page beyond the last is the last."""
    with reading(db):
        tallies = _tallies(db, listing)
        figures = _figures(tallies)
        if listing.show is Show.CONFLICTING:
            where, values = claims_where(listing.filters)
            count = db.execute(f"SELECT count(*) {CLAIM_STATES} WHERE {where} AND {CONFLICTING}", values).fetchone()[0]
            figures = replace(figures, conflicting=count)
        pages = max(1, -(-figures.shown(listing.show) // ROWS_A_PAGE))
        page = min(max(page, 1), pages)
        rows = rows_of(db, listing, page)
        conflicts = conflicts_of(db, [row.claim_id for row in rows]) if listing.show is Show.CONFLICTING else {}
        titles = dict(db.execute("SELECT article, title FROM newest_revisions").fetchall())
    articles, sections = _bars(tallies, "article", titles), _bars(tallies, "section", {})
    return Report(figures, articles, sections, rows, page, pages, conflicts)


def choices(db: Database, articles: Sequence[str] = ()) -> Choices:
    """What can be filtered by. Sections are those of ``articles`` (of all, when empty), the most frequent 300."""
    marks = ", ".join("?" * len(articles))
    where = f"WHERE article IN ({marks})" if articles else ""
    with reading(db):
        titles = db.execute(
            "SELECT article, title FROM newest_revisions ORDER BY title COLLATE NOCASE, article"
        ).fetchall()
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
        SELECT slug, newest.title, articles.added_at, articles.added_by, newest.source_address,
               newest.author, newest.published,
               coalesce(counted.claims, 0) AS claims, coalesce(labelled, 0) AS labelled,
               coalesce(mine, 0) AS mine, coalesce(left_open, 0) AS open,
               coalesce(flagged, 0) AS flagged
        FROM articles JOIN newest_revisions AS newest ON newest.article = slug
        LEFT JOIN (
            SELECT claims.article, count(*) AS claims, sum(claims.verdicts > 0) AS labelled,
                   sum(claims.left_open > 0) AS left_open, sum(claims.is_flagged) AS flagged
            {CLAIM_STATES} GROUP BY claims.article
        ) AS counted ON counted.article = slug
        LEFT JOIN (
            SELECT article, count(*) AS mine FROM current_labels AS label
            JOIN claims ON claims.id = label.claim_id AND retired_at IS NULL
            WHERE reviewer = ? AND verdict IS NOT NULL GROUP BY article
        ) AS own ON own.article = slug
        ORDER BY articles.added_at DESC, slug
        """,
        [reviewer],
    )
    return [ArticleReport(**row | {"added_at": to_moment(row["added_at"])}) for row in rows]


def _tallies(db: Database, listing: Listing) -> list[Tally]:
    """What is counted, by article and section: figures and bars are sums of it, so they cannot differ."""
    where, values = claims_where(listing.filters)
    verdicts = ", ".join(_sum(f"claims.{each.value} > 0", each.value) for each in Verdict)
    finals = ", ".join(_sum(f"claims.final_verdict IS '{each.value}'", f"final_{each.value}") for each in Verdict)
    flags = ", ".join(_sum(FLAG_CONDITIONS[flag], f"flag_{flag.value}") for flag in Flag)
    sums = ", ".join(
        (
            _sum("claims.verdicts > 0", "labelled"),
            _sum("claims.is_flagged", "flagged"),
            _sum("claims.decided IS 'not_a_claim'", "not_a_claim"),
        )
    )
    return list(
        db.query(
            f"SELECT article, section, count(*) AS claims, {sums}, {verdicts}, {finals}, {flags}"
            f" {CLAIM_STATES} WHERE {where} GROUP BY article, section",
            values,
        )
    )


def _sum(condition: str, name: str) -> str:
    """How many claims fit the condition; a claim without labels has no standing, and counts as none."""
    return f"coalesce(sum({condition}), 0) AS {name}"


def _figures(tallies: Sequence[Tally]) -> Figures:
    def total(name: str) -> int:
        return sum(int(tally[name]) for tally in tallies)

    return Figures(
        total("claims"),
        total("labelled"),
        total("flagged"),
        {verdict: total(verdict.value) for verdict in Verdict},
        {flag: total(f"flag_{flag.value}") for flag in Flag},
    )


def _bars(tallies: Sequence[Tally], by: str, titles: Mapping[str, str]) -> tuple[Bar, ...]:
    """The articles or sections with the most flagged claims, the worst first."""
    parts = [f"final_{verdict.value}" for verdict in Verdict]
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tally in tallies:
        name = str(tally[by])
        for part in (*parts, "flag_disagreement", "not_a_claim", "claims", "labelled", "flagged"):
            sums[name][part] += int(tally[part])
    worst = sorted(sums.items(), key=lambda item: (-item[1]["flagged"], -item[1]["labelled"], item[0]))
    return tuple(
        Bar(
            name,
            titles.get(name, name),
            supported=count["final_supported"],
            unsupported=count["final_unsupported"],
            contradicted=count["final_contradicted"],
            disputed=count["flag_disagreement"],
            not_a_claim=count["not_a_claim"],
            without=count["claims"] - sum(count[part] for part in (*parts, "flag_disagreement", "not_a_claim")),
            flagged=count["flagged"],
            among=len(sums),
        )
        for name, count in worst[:MOST_BARS]
    )
