"""The split each article was assigned to, kept for good, and the claims kept out of every split."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.storage.connection import writing
from annotator.storage.settings import keep_setting, setting
from annotator.storage.times import to_text

_EVER = "9999"


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A claim that belongs to no split: by a ``repeat`` or a ``source``, which is named, it goes with ``kept_with``, a
    claim of another split."""

    claim_id: str
    reason: str
    name: str
    kept_with: str


def frozen_splits(db: Database, as_of: datetime | None = None) -> dict[str, str]:
    """``train``, ``dev`` or ``test`` by article, for the articles that were assigned, or were by ``as_of``."""
    rows = db.execute("SELECT article, split FROM splits WHERE frozen_at <= ? ORDER BY article", [_until(as_of)])
    return dict(rows.fetchall())


def frozen_since(db: Database) -> dict[str, str]:
    """When each article was assigned, as it is written, by article."""
    return dict(db.execute("SELECT article, frozen_at FROM splits ORDER BY article").fetchall())


def frozen_groups(db: Database) -> dict[str, str]:
    """The group each article was frozen in, by its article: the group's first one."""
    return dict(db.execute("SELECT article, leader FROM split_groups ORDER BY article").fetchall())


def kept_out(db: Database, as_of: datetime | None = None) -> dict[str, KeptOut]:
    """The claims that are in no split, by id, or those that were so by ``as_of``."""
    rows = db.execute(
        "SELECT claim_id, reason, name, kept_with FROM kept_out WHERE kept_out_at <= ? ORDER BY claim_id",
        [_until(as_of)],
    )
    return {row[0]: KeptOut(*row) for row in rows.fetchall()}


def freeze_splits(
    db: Database,
    splits: Mapping[str, str],
    now: datetime,
    *,
    groups: Mapping[str, str] | None = None,
    out: Iterable[KeptOut] = (),
    shares: str = "",
) -> None:
    """Keep the splits of articles that have none yet, the groups they were frozen in (by article, the group's first),
    and the claims kept out, in one transaction. What was kept before stays as it is; of the ``shares`` they were
    assigned by, such as 80/10/10, the newest are kept."""
    at = to_text(now)
    with writing(db):
        db.conn.executemany(
            "INSERT INTO splits (article, split, frozen_at) VALUES (?, ?, ?) ON CONFLICT (article) DO NOTHING",
            [(article, split, at) for article, split in splits.items()],
        )
        db.conn.executemany(
            "INSERT INTO split_groups (article, leader, frozen_at) VALUES (?, ?, ?) ON CONFLICT (article) DO NOTHING",
            [(article, (groups or {}).get(article, article), at) for article in splits],
        )
        db.conn.executemany(
            "INSERT INTO kept_out (claim_id, reason, name, kept_with, kept_out_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (claim_id) DO NOTHING",
            [(each.claim_id, each.reason, each.name, each.kept_with, at) for each in out],
        )
        if shares:
            keep_setting(db, "split_shares", shares)


def frozen_shares(db: Database) -> str:
    """The shares of train, dev and test that articles were assigned by last, such as 80/10/10; empty where none are
    known."""
    return setting(db, "split_shares")


def claims_by_article(db: Database, without: Iterable[str] = ()) -> dict[str, Counter[str]]:
    """What each article has in the queue, but for the claims ``without``: its ``claims``, and of these those of each
    final verdict. An article without any has an empty count."""
    counts: dict[str, Counter[str]] = {
        slug: Counter() for (slug,) in db.execute("SELECT slug FROM articles ORDER BY slug").fetchall()
    }
    rows = db.execute(
        "SELECT article, final_verdict, count(*) FROM queue_states WHERE id NOT IN (SELECT value FROM json_each(?))"
        " GROUP BY article, final_verdict",
        [json.dumps(sorted(without))],
    )
    for article, verdict, number in rows.fetchall():
        counts[article]["claims"] += number
        if verdict is not None:
            counts[article][verdict] += number
    return counts


def claims_by_source(db: Database, as_of: datetime | None = None) -> dict[str, dict[str, str]]:
    """The claims whose current labels, or those of ``as_of``, cite each source, by the source as a reader knows it; and
    since when each does: the time of its first label that cited it, or when that one reached the desk from a file, also
    while an earlier revision had its words.

    Identifiers of one work, such as a DOI and a PMID, are one source.
    """
    newest = "SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer"
    rows = db.execute(
        f"""
        SELECT coalesce('work ' || work, 'source ' || sources.id), sources.shown, label.claim_id,
               label.id = ({newest} AND coalesce(received_at, labelled_at) <= :until) AS is_current,
               coalesce(label.received_at, label.labelled_at)
        FROM citations JOIN labels AS label ON label.id = label_id JOIN sources ON sources.id = source_id
        LEFT JOIN work_identifiers AS known USING (type, identifier)
        WHERE coalesce(label.received_at, label.labelled_at) <= :until ORDER BY sources.id, label.claim_id, label.id
        """,
        {"until": _until(as_of)},
    ).fetchall()
    origins = _origins(db)
    since: dict[tuple[str, str], str] = {}
    for key, _, claim_id, _, labelled_at in rows:
        origin = _origin(claim_id, origins)
        since[key, origin] = min(labelled_at, since.get((key, origin), _EVER))
    names: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for key, shown, claim_id, is_current, _ in rows:
        if is_current:
            claims = found.setdefault(names.setdefault(key, shown), {})
            claims[claim_id] = since[key, _origin(claim_id, origins)]
    return found


def ages_of(db: Database) -> dict[str, tuple[str, int, str]]:
    """The article and the number of each claim in the queue, and since when its words are on the desk, by id.

    A claim with a smaller number came earlier; one of a later revision has its words since the revision that had them
    first, and one that was merged or split since it was made.
    """
    origins = _origins(db)
    since = dict(
        db.execute(
            "SELECT claims.id, coalesce(CASE WHEN origin <> 'cut' THEN (SELECT min(made_at) FROM recut_claims AS made"
            " JOIN recuts ON recuts.id = made.recut WHERE made.claim_id = claims.id AND part = 'made') END, added_at)"
            " FROM claims JOIN revisions ON revisions.article = claims.article AND revisions.number = revision"
        ).fetchall()
    )
    rows = db.execute("SELECT id, article, number FROM queue").fetchall()
    return {claim_id: (article, number, since[_origin(claim_id, origins)]) for claim_id, article, number in rows}


def _origins(db: Database) -> dict[str, str]:
    """The claim that had the very words in their place before, by that which has them now."""
    rows = db.execute("SELECT claim_id, min(predecessor) FROM predecessors WHERE same_words GROUP BY claim_id")
    return dict(rows.fetchall())


def _origin(claim_id: str, before: Mapping[str, str]) -> str:
    """The first claim that had the words of this one."""
    seen = {claim_id}
    while (earlier := before.get(claim_id, claim_id)) not in seen:
        seen.add(earlier)
        claim_id = earlier
    return claim_id


def words_of_claims(db: Database) -> list[tuple[str, str]]:
    """The id and the text of each claim in the queue."""
    return [(row[0], row[1]) for row in db.execute("SELECT id, text FROM queue ORDER BY number").fetchall()]


def _until(as_of: datetime | None) -> str:
    return _EVER if as_of is None else to_text(as_of)
