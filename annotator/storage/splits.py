"""The split each article was assigned to, kept for good, and what splits are made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from annotator.storage.connection import writing
from annotator.storage.times import to_text


def frozen_splits(db: Database, as_of: datetime | None = None) -> dict[str, str]:
    """``train``, ``dev`` or ``test`` by article, for the articles that were assigned, or were by ``as_of``."""
    until = "9999" if as_of is None else to_text(as_of)
    rows = db.execute("SELECT article, split FROM splits WHERE frozen_at <= ? ORDER BY article", [until])
    return dict(rows.fetchall())


def freeze_splits(db: Database, splits: Mapping[str, str], now: datetime) -> None:
    """Keep the splits of articles that have none yet, in one transaction. Others stay as they are."""
    with writing(db):
        db.conn.executemany(
            "INSERT INTO splits (article, split, frozen_at) VALUES (?, ?, ?) ON CONFLICT (article) DO NOTHING",
            [(article, split, to_text(now)) for article, split in splits.items()],
        )


def claims_by_article(db: Database) -> dict[str, int]:
    """How many claims of each article are in the queue; 0 for an article without any."""
    return dict(
        db.execute(
            "SELECT slug, count(queue.number) FROM articles LEFT JOIN queue ON queue.article = slug GROUP BY slug"
        ).fetchall()
    )


def articles_by_source(db: Database) -> dict[str, list[str]]:
    """The articles whose current labels cite each source, by the source as a reader knows it."""
    found: dict[str, list[str]] = {}
    for shown, article in db.execute(
        "SELECT DISTINCT shown, claims.article FROM current_labels AS label"
        " JOIN citations ON citations.label_id = label.id JOIN sources ON sources.id = source_id"
        " JOIN claims ON claims.id = label.claim_id ORDER BY sources.id, claims.article"
    ):
        found.setdefault(shown, []).append(article)
    return found
