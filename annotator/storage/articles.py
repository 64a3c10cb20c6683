"""Articles, their revisions, and the claims cut from them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.errors import AlreadyThere, UnknownArticle
from annotator.model import ArticleRevision
from annotator.storage.claim_rows import claim_from, insert_claims
from annotator.storage.connection import writing
from annotator.storage.times import to_text
from corpus.model import Article, Claim

YEAR = "CAST(substr(iif(published = '', revisions.added_at, published), 1, 4) AS INTEGER)"
"""The year that a revision is of: of its publishing, else of its coming onto the desk."""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as it is kept, with its id."""

    id: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list: how many of its claims wait, and how many one reviewer has answered or left open."""

    slug: str
    title: str
    revision: int
    claims: int
    labelled: int
    open: int


def add_article(
    db: Database, article: Article, claims: Sequence[Claim], now: datetime, added_by: str = ""
) -> ArticleRevision:
    """Put an article with its claims on the desk, in one transaction. A slug that is taken gets a number.

    Raises AlreadyThere when the very same text is on the desk, under whatever name.
    """
    with writing(db):
        if known := slug_with_text(db, article.sha256):
            raise AlreadyThere(f"this text is on the desk already, as {known}")
        article = replace(article, slug=_free_slug(db, article.slug))
        db.execute(
            "INSERT INTO articles (slug, title, source_address, added_by, added_at) VALUES (?, ?, ?, ?, ?)",
            [article.slug, article.title, article.source_address, added_by, to_text(now)],
        )
        insert_revision(db, article, 1, now, added_by)
        insert_claims(db, article.slug, 1, claims)
    return ArticleRevision(article.slug, 1, article.title, article.sha256, article.source_address)


def slug_with_text(db: Database, sha256: str) -> str | None:
    """The article that has this very text in one of its revisions; None when it is new to the desk."""
    row = db.execute("SELECT article FROM revisions WHERE sha256 = ?", [sha256]).fetchone()
    return str(row[0]) if row else None


def has_article(db: Database, slug: str) -> bool:
    """Whether an article has that slug."""
    return db.execute("SELECT 1 FROM articles WHERE slug = ?", [slug]).fetchone() is not None


def insert_revision(db: Database, article: Article, number: int, now: datetime, added_by: str = "") -> None:
    """Keep the text of ``article`` as that revision of the article named ``article.slug``, for a caller that is
    writing already."""
    db.execute(
        "INSERT INTO revisions (article, number, text, sha256, how_read, title, source_address, author, published,"
        " warnings, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            article.slug,
            number,
            article.text,
            article.sha256,
            article.how_read,
            article.title,
            article.source_address,
            article.author,
            article.published,
            json.dumps(article.warnings, ensure_ascii=False),
            added_by,
            to_text(now),
        ],
    )


def article_revision(db: Database, slug: str) -> ArticleRevision:
    """The newest revision of an article; UnknownArticle lists some known ones when there is none."""
    for row in db.query(
        "SELECT number, title, sha256, source_address FROM newest_revisions WHERE article = ?",
        [slug],
    ):
        return ArticleRevision(slug, row["number"], row["title"], row["sha256"], row["source_address"])
    known = ", ".join(row["slug"] for row in db.query("SELECT slug FROM articles ORDER BY slug LIMIT 10")) or "none yet"
    raise UnknownArticle(f"there is no article {slug!r} on this desk (known: {known})")


def article_text(db: Database, slug: str, revision: int) -> str:
    """The text that the offsets of that revision count in."""
    row = db.execute("SELECT text FROM revisions WHERE article = ? AND number = ?", [slug, revision]).fetchone()
    if row is None:
        raise UnknownArticle(f"there is no revision {revision} of {slug!r} on this desk")
    return str(row[0])


def text_around(db: Database, claim_id: str) -> str:
    """The text that a claim stands in; empty where there is no such claim."""
    row = db.execute(
        "SELECT revisions.text FROM claims JOIN revisions ON revisions.article = claims.article"
        " AND revisions.number = claims.revision WHERE claims.id = ?",
        [claim_id],
    ).fetchone()
    return str(row[0]) if row else ""


def claims_of(db: Database, slug: str, revision: int) -> list[StoredClaim]:
    """Every unit of a revision that is not retired, in the order of the text."""
    rows = db.query(
        "SELECT * FROM claims WHERE article = ? AND revision = ? AND retired_at IS NULL ORDER BY start",
        [slug, revision],
    )
    return [StoredClaim(row["id"], claim_from(row)) for row in rows]


def article_summaries(db: Database, reviewer: int | None = None) -> list[ArticleSummary]:
    """Every article by slug, with the claims in its queue and what ``reviewer`` has answered and left open.

    Without a reviewer, what anybody has: a claim counts as labelled when one person gave it a verdict.
    """
    labelled = _labelled_by_anybody(db) if reviewer is None else _labelled_by(db, reviewer)
    rows = db.query(
        """
        SELECT newest.article AS slug, title, newest.number AS revision, coalesce(claims, 0) AS claims
        FROM newest_revisions AS newest
        LEFT JOIN (SELECT article, count(*) AS claims FROM queue GROUP BY article) AS waiting
            ON waiting.article = newest.article
        ORDER BY slug
        """
    )
    return [
        ArticleSummary(row["slug"], row["title"], row["revision"], row["claims"], *labelled.get(row["slug"], (0, 0)))
        for row in rows
    ]


def _labelled_by_anybody(db: Database) -> dict[str, tuple[int, int]]:
    rows = db.execute(
        "SELECT article, sum(verdicts > 0), sum(left_open > 0) FROM standings JOIN queue ON queue.id = claim_id"
        " WHERE verdicts > 0 GROUP BY article"
    )
    return {article: (labelled, left_open) for article, labelled, left_open in rows.fetchall()}


def _labelled_by(db: Database, reviewer: int) -> dict[str, tuple[int, int]]:
    """One pass over the reviewer's labels: with max(id), SQLite takes the other columns from that very row."""
    rows = db.execute(
        """
        SELECT article, count(*), sum(EXISTS (SELECT 1 FROM open_labels WHERE open_labels.id = mine.id))
        FROM (SELECT max(id) AS id, claim_id, verdict FROM labels WHERE reviewer = ? GROUP BY claim_id) AS mine
        JOIN claims ON claims.id = mine.claim_id
        WHERE verdict IS NOT NULL AND retired_at IS NULL GROUP BY article
        """,
        [reviewer],
    )
    return {article: (labelled, left_open) for article, labelled, left_open in rows.fetchall()}


def _free_slug(db: Database, slug: str) -> str:
    """``slug``, or where that is taken, with the next number. With thousands of the same it asks a few times only."""
    if not has_article(db, slug):
        return slug
    taken, free = 1, 2
    while has_article(db, f"{slug}-{free}"):
        taken, free = free, free * 2
    while free - taken > 1:
        middle = (taken + free) // 2
        taken, free = (middle, free) if has_article(db, f"{slug}-{middle}") else (taken, middle)
    return f"{slug}-{free}"
