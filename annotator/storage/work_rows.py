"""Works as rows of the table ``works``: kept in one, read from one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from annotator.citations.same_work import Origin, fingerprint
from annotator.citations.strength import suggest_strength
from annotator.citations.work import Notice, Work
from annotator.model import Source, SourceType
from annotator.storage.times import to_text

WORK_COLUMNS = "id, csl, publication_types, notices, design, origin, added_by, added_at, changed_at"
"""What ``work_from`` and its callers read, from ``works``."""

_ORDER = {kind: place for place, kind in enumerate(SourceType)}
_DESCRIBED = (
    "csl",
    "title",
    "authors",
    "year",
    "journal",
    "abstract",
    "keywords",
    "publication_types",
    "notices",
    "design",
    "fingerprint",
)


def insert_work(db: Database, work: Work, origin: Origin, by: str, now: datetime) -> int:
    """Keep a new work, for a caller that is writing already; its number."""
    marks = ", ".join("?" * (len(_DESCRIBED) + 4))
    row = db.execute(
        f"INSERT INTO works ({', '.join(_DESCRIBED)}, origin, added_by, added_at, changed_at)"
        f" VALUES ({marks}) RETURNING id",
        [*_described(work), origin, by, to_text(now), to_text(now)],
    ).fetchone()
    return int(row[0])


def update_work(db: Database, number: int, work: Work, origin: Origin, now: datetime) -> bool:
    """Keep what is known of a work by now; whether that is other than it was."""
    names = ", ".join(_DESCRIBED)
    marks = ", ".join("?" * len(_DESCRIBED))
    told = _described(work)
    done = db.execute(
        f"UPDATE works SET ({names}, changed_at) = ({marks}, ?) WHERE id = ? AND ({names}) IS NOT ({marks})",
        [*told, to_text(now), number, *told],
    )
    db.execute("UPDATE works SET origin = ? WHERE id = ? AND origin <> ?", [origin, number, origin])
    return done.rowcount > 0


def insert_identifiers(db: Database, number: int, sources: Iterable[Source]) -> None:
    """Say what else a work is known by."""
    db.conn.executemany(
        "INSERT INTO work_identifiers (type, identifier, shown, url, work) VALUES (?, ?, ?, ?, ?)",
        {
            (one.type, one.identifier): (one.type, one.identifier, one.shown, one.url, number) for one in sources
        }.values(),
    )


def work_from(row: Mapping[str, Any], identifiers: Iterable[tuple[str, str, str, str]]) -> Work:
    """The work in a row of ``WORK_COLUMNS``, known by ``identifiers`` (type, identifier, shown, address)."""
    known = [Source(SourceType(kind), identifier, shown, url) for kind, identifier, shown, url in identifiers]
    return Work(
        json.loads(row["csl"]),
        tuple(sorted(known, key=lambda one: (_ORDER[one.type], one.identifier))),
        tuple(json.loads(row["publication_types"])),
        notices_from(row["notices"]),
    )


def notices_from(told: str) -> tuple[Notice, ...]:
    """The notices that the column ``notices`` holds."""
    return tuple(_notice(each) for each in json.loads(told))


def _described(work: Work) -> list[str | int | None]:
    """The values of the columns ``_DESCRIBED``."""
    keywords = work.csl.get("keyword", "")
    return [
        _json(dict(sorted(work.csl.items()))),
        *map(_storable, (work.title, work.authors)),
        work.year,
        *map(_storable, (work.journal, work.abstract, keywords if isinstance(keywords, str) else "")),
        _json(work.publication_types),
        _json([_told(notice) for notice in work.notices]),
        suggest_strength(work.publication_types, work.title, work.abstract),
        fingerprint(work),
    ]


def _json(value: object) -> str:
    return _storable(json.dumps(value, ensure_ascii=False))


def _storable(text: str) -> str:
    """``text`` without lone surrogates, which no database keeps."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _told(notice: Notice) -> list[Any]:
    source = notice.source
    return [
        notice.relation,
        notice.text,
        [source.type, source.identifier, source.shown, source.url] if source else None,
    ]


def _notice(told: list[Any]) -> Notice:
    relation, text, source = told
    return Notice(relation, text, Source(SourceType(source[0]), *source[1:]) if source else None)
