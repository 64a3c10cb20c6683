"""Articles, their revisions, and the claims cut from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from annotator.errors import AlreadyThere, UnknownArticle
from annotator.model import ArticleRevision
from annotator.storage.connection import writing
from annotator.storage.times import to_text
from corpus.model import Article, Claim, Context, Cue, CueName, Kind, Span, claim_id

CLAIM_COLUMNS = 'start, "end", claims.kind, check_worthy, claims.text, context, cues'
"""What ``claim_in`` reads, from ``claims``."""

_KINDS = {kind.value: kind for kind in Kind}


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
        for row in db.query("SELECT article FROM revisions WHERE sha256 = ?", [article.sha256]):
            raise AlreadyThere(f"this text is on the desk already, as {row['article']}")
        slug, moment = _free_slug(db, article.slug), to_text(now)
        db.execute(
            "INSERT INTO articles (slug, title, source_address, added_by, added_at) VALUES (?, ?, ?, ?, ?)",
            [slug, article.title, article.source_address, added_by, moment],
        )
        db.execute(
            "INSERT INTO revisions (article, number, text, sha256, how_read, added_at) VALUES (?, 1, ?, ?, ?, ?)",
            [slug, article.text, article.sha256, article.how_read, moment],
        )
        db.conn.executemany(
            'INSERT INTO claims (id, article, revision, start, "end", kind, check_worthy, section, context, cues, text)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _claim_rows(slug, 1, claims),
        )
    return ArticleRevision(slug, 1, article.title, article.sha256, article.source_address)


def article_revision(db: Database, slug: str) -> ArticleRevision:
    """The newest revision of an article; UnknownArticle lists some known ones when there is none."""
    for row in db.query(
        "SELECT number, title, sha256, source_address FROM revisions JOIN articles ON slug = article"
        " WHERE article = ? ORDER BY number DESC LIMIT 1",
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
        SELECT slug, title, newest.number AS revision, coalesce(claims, 0) AS claims
        FROM articles
        JOIN (SELECT article, max(number) AS number FROM revisions GROUP BY article) AS newest ON newest.article = slug
        LEFT JOIN (SELECT article, count(*) AS claims FROM queue GROUP BY article) AS waiting ON waiting.article = slug
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


def claim_from(row: dict[str, Any]) -> Claim:
    """The claim that a row of the table ``claims`` holds."""
    return claim_in(*(row[name] for name in ("start", "end", "kind", "check_worthy", "text", "context", "cues")))


def claim_in(start: int, end: int, kind: str, check_worthy: int, text: str, context: str, cues: str) -> Claim:
    """The claim in ``CLAIM_COLUMNS``."""
    return Claim(Span(start, end), _KINDS[kind], bool(check_worthy), text, _context(context), _cues(cues))


@lru_cache(maxsize=1024)  # all claims under one heading share theirs
def _context(told: str) -> Context:
    context = json.loads(told)
    return Context(tuple(context["headings"]), context["list_intro"], context["table_header"])


def _cues(told: str) -> tuple[Cue, ...]:
    if told == "[]":
        return ()
    return tuple(Cue(CueName(name), Span(start, end)) for name, start, end in json.loads(told))


def _claim_rows(slug: str, revision: int, claims: Iterable[Claim]) -> Iterator[tuple[str | int, ...]]:
    for claim in claims:
        context = claim.context
        told = {
            "headings": context.headings,
            "list_intro": context.list_intro,
            "table_header": context.table_header,
        }
        yield (
            claim_id(slug, revision, claim.span),
            slug,
            revision,
            claim.span.start,
            claim.span.end,
            claim.kind,
            int(claim.check_worthy),
            context.section,
            json.dumps(told, ensure_ascii=False),
            json.dumps([(cue.name, cue.span.start, cue.span.end) for cue in claim.cues]),
            claim.text,
        )


def _free_slug(db: Database, slug: str) -> str:
    taken = {
        row["slug"] for row in db.query("SELECT slug FROM articles WHERE slug = ? OR slug GLOB ?", [slug, f"{slug}-*"])
    }
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
