"""Sources that the words or the number typed so far may mean: cited before, or in the library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from annotator.citations.beginnings import beginning_of
from annotator.citations.identifiers import parse_identifier
from annotator.errors import InvalidIdentifier
from annotator.model import Source, SourceType
from annotator.storage.works import all_words

FoundSource = tuple[Source, int]
"""A source, and on how many claims answers rest on it now."""

_USES = """(SELECT count(DISTINCT label.claim_id) FROM citations CROSS JOIN labels AS label ON label.id = label_id
    WHERE source_id = sources.id
      AND label.id = (SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer))"""


def sources_typed(db: Database, typed: str, most: int) -> Iterator[FoundSource]:
    """Sources by the beginning of their identifier, then by words of the title or author; some of them twice."""
    yield from _by_beginning(db, typed, 3 * most)
    yield from _in_library(db, typed, most)
    yield from _by_words(db, typed, 3 * most)


def last_used(db: Database, most: int) -> list[FoundSource]:
    """The sources cited last, the newest first."""
    rows = db.execute(
        f"SELECT type, identifier, shown, url, {_USES} FROM sources"
        " WHERE id IN (SELECT source_id FROM citations ORDER BY id DESC LIMIT ?)"
        " ORDER BY (SELECT max(id) FROM citations WHERE source_id = sources.id) DESC LIMIT ?",
        [20 * most, most],
    )
    return [_found(row) for row in rows.fetchall()]


def sources_named(db: Database, typed: str) -> Iterator[FoundSource]:
    """The source that was typed whole, where it was cited or is the number of a work that is known."""
    try:
        wanted = parse_identifier(typed)
    except InvalidIdentifier:
        return
    key = [wanted.type, wanted.identifier]
    rows = db.execute(
        f"SELECT type, identifier, shown, url, {_USES} FROM sources WHERE (type, identifier) = (?, ?) UNION ALL"
        " SELECT type, identifier, shown, url, 0 FROM work_identifiers WHERE (type, identifier) = (?, ?) LIMIT 1",
        [*key, *key],
    )
    yield from map(_found, rows.fetchall())


def _by_beginning(db: Database, typed: str, most: int) -> Iterator[FoundSource]:
    """Sources cited before whose identifier, or a part of it behind a slash, begins with what was typed."""
    beginning = beginning_of(typed)
    if not beginning:
        return
    rows = db.execute(
        f"SELECT type, identifier, shown, url, {_USES} FROM sources"
        " WHERE instr('/' || lower(identifier), '/' || ?) OR instr(lower(identifier), '/www.' || ?)"
        " ORDER BY id DESC LIMIT ?",
        [beginning, beginning, most],
    )
    yield from map(_found, rows.fetchall())


def _in_library(db: Database, typed: str, most: int) -> Iterator[FoundSource]:
    """Works of the library by the beginning of a number of theirs, once enough of it is typed to tell some apart."""
    beginning = beginning_of(typed)
    for kind, enough in _ENOUGH.items():
        if not enough.match(beginning):
            continue
        begins = beginning if kind is SourceType.DOI else beginning.upper()
        rows = db.execute(
            "SELECT type, identifier, shown, url, 0 FROM work_identifiers"
            " WHERE type = ? AND identifier >= ? AND identifier < ? LIMIT ?",
            [kind, begins, begins + "\U0010ffff", most],
        )
        yield from map(_found, rows.fetchall())


_ENOUGH = {
    SourceType.DOI: re.compile(r"10\.\d{4,}/."),
    SourceType.PMID: re.compile(r"\d{4}"),
    SourceType.PMCID: re.compile(r"pmc\d{4}"),
    SourceType.NCT: re.compile(r"nct\d{4}"),
    SourceType.ISBN: re.compile(r"97[89]\d{4}"),
}


def _by_words(db: Database, typed: str, most: int) -> Iterator[FoundSource]:
    """Works whose title and authors have every word typed, those first that are of a year typed beside the others."""
    words = _ET_AL.sub(" ", typed)
    years = _YEAR.findall(words)
    if years and (others := all_words(_YEAR.sub(" ", words))):
        yield from _of_words(db, others, most, int(years[-1]))
    if query := all_words(words):
        yield from _of_words(db, query, most)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ET_AL = re.compile(r"\bet\s+al\b", re.IGNORECASE)


def _of_words(db: Database, query: str, most: int, year: int | None = None) -> Iterator[FoundSource]:
    """Works as they are cited, else by their first identifier."""
    rows = db.execute(
        "SELECT works_search.rowid FROM works_search"
        f"{' JOIN works ON works.id = works_search.rowid AND year = ?' if year else ''} WHERE works_search MATCH ?"
        " ORDER BY EXISTS (SELECT 1 FROM work_identifiers JOIN sources USING (type, identifier)"
        " WHERE work = works_search.rowid) DESC, works_search.rowid DESC LIMIT ?",
        [*([year] if year else []), f"{{title authors}} : ({query})", most],
    ).fetchall()
    for (number,) in rows:
        named = db.execute(
            "SELECT known.type, known.identifier, known.shown, known.url,"
            f" CASE WHEN sources.id IS NULL THEN 0 ELSE {_USES} END AS uses"
            " FROM work_identifiers AS known LEFT JOIN sources USING (type, identifier) WHERE work = ?"
            " ORDER BY uses DESC, instr('doi  pmid pmcid nct  isbn url', known.type) LIMIT 1",
            [number],
        ).fetchall()
        for row in named:
            yield _found(row)


def _found(row: Sequence[str | int]) -> FoundSource:
    kind, identifier, shown, url, uses = row
    return Source(SourceType(str(kind)), str(identifier), str(shown), str(url)), int(uses)
