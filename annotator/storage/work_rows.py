"""Works as rows of the table ``works``: kept in one, read from one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlite_utils import Database

from annotator.citations.same_work import Origin, exact_fingerprint, fingerprint, own_identifiers
from annotator.citations.strength import suggest_strength
from annotator.citations.work import Notice, Work
from annotator.model import Source, SourceType
from annotator.storage.many_rows import insert_rows
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
_AS_JSON = ("csl", "publication_types", "notices")
_IDENTIFIERS = "work_identifiers (type, identifier, shown, url, work)"


@dataclass(frozen=True, slots=True)
class NewWork:
    """A work on its way into the library: what it is known by of its own, what its row says, and the ``fingerprint``
    that it has."""

    work: Work
    sources: Sequence[Source]
    title: str
    authors: str
    year: int | None
    mark: str | None


def new_work(work: Work) -> NewWork:
    """``work`` with what is asked of it more than once."""
    title, authors, year, sources = work.title, work.authors, work.year, own_identifiers(work)
    mark = fingerprint(title, authors, year) or (None if sources else exact_fingerprint(work.csl))
    return NewWork(work, sources, title, authors, year, mark)


def known_names(db: Database, works: Iterable[NewWork]) -> set[tuple[str, str]]:
    """Those ``(type, identifier)`` of the works that the library has."""
    names = json.dumps([(source.type, source.identifier) for work in works for source in work.sources])
    rows = db.execute(
        "SELECT type, identifier FROM (SELECT value ->> 0 AS type, value ->> 1 AS identifier FROM json_each(?))"
        " CROSS JOIN work_identifiers USING (type, identifier)",
        [names],
    )
    return set(rows.fetchall())


def known_marks(db: Database, works: Iterable[NewWork]) -> set[str | None]:
    """Those fingerprints of the works that the library has."""
    marks = json.dumps([work.mark for work in works if work.mark])
    rows = db.execute("SELECT fingerprint FROM json_each(?) CROSS JOIN works ON fingerprint = value", [marks])
    return {row[0] for row in rows.fetchall()}


def insert_works(db: Database, works: Sequence[NewWork], origin: Origin, by: str, now: datetime) -> list[int]:
    """Keep new works with what they are known by, for a caller that is writing already; their numbers.

    One statement for all of them: before every statement that may have to be undone, the full-text index writes down
    what it holds, and that is as dear for one work as for two hundred.
    """
    if not works:
        return []
    newest = db.execute("SELECT coalesce(max(id), 0) FROM works").fetchone()[0]
    numbers = list(range(newest + 1, newest + 1 + len(works)))
    times = to_text(now)
    insert_rows(
        db,
        f"works (id, {', '.join(_DESCRIBED)}, origin, added_by, added_at, changed_at)",
        [(number, *_described(new), origin, by, times, times) for number, new in zip(numbers, works, strict=True)],
    )
    named = {
        (one.type, one.identifier): (one.type, one.identifier, one.shown, one.url, number)
        for number, new in zip(numbers, works, strict=True)
        for one in new.sources
    }
    insert_rows(db, _IDENTIFIERS, list(named.values()))
    return numbers


def update_work(db: Database, number: int, known: NewWork, origin: Origin, now: datetime) -> bool:
    """Keep what is known of a work by now; whether that is other than it was."""
    names = ", ".join(_DESCRIBED)
    marks = ", ".join("?" * len(_DESCRIBED))
    before = ", ".join(f"json({name})" if name in _AS_JSON else name for name in _DESCRIBED)  # once kept with blanks
    told = _described(known)
    done = db.execute(
        f"UPDATE works SET ({names}, changed_at) = ({marks}, ?) WHERE id = ? AND ({before}) IS NOT ({marks})",
        [*told, to_text(now), number, *told],
    )
    db.execute("UPDATE works SET origin = ? WHERE id = ? AND origin <> ?", [origin, number, origin])
    return done.rowcount > 0


def insert_identifiers(db: Database, number: int, sources: Iterable[Source]) -> None:
    """Say what else a work is known by."""
    named = {(one.type, one.identifier): (one.type, one.identifier, one.shown, one.url, number) for one in sources}
    insert_rows(db, _IDENTIFIERS, list(named.values()))


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


def _described(known: NewWork) -> list[str | int | None]:
    """The values of the columns ``_DESCRIBED``."""
    work, abstract = known.work, known.work.abstract
    keywords = work.csl.get("keyword", "")
    return [
        _json(dict(sorted(work.csl.items()))),
        *map(_storable, (known.title, known.authors)),
        known.year,
        *map(_storable, (work.journal, abstract, keywords if isinstance(keywords, str) else "")),
        _json(work.publication_types) if work.publication_types else "[]",
        _json([_told(notice) for notice in work.notices]) if work.notices else "[]",
        suggest_strength(work.publication_types, known.title, abstract),
        known.mark,
    ]


def _json(value: object) -> str:
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # a lone surrogate, or a number that is too long for orjson
        return _storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


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
