"""Claims as rows of the table ``claims``: read from one, kept in one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from annotator.storage.cue_rows import cues_from, cues_told
from corpus.model import Claim, Context, Cue, Kind, Span, claim_id
from corpus.urgency import urgency

CLAIM_COLUMNS = 'start, "end", claims.kind, check_worthy, claims.text, context, cues'
"""What ``claim_in`` reads, from ``claims``."""

_KINDS = {kind.value: kind for kind in Kind}


def insert_claims(db: Database, slug: str, revision: int, claims: Iterable[Claim], origin: str = "cut") -> None:
    """Keep ``claims`` of that revision, for a caller that is writing already. ``origin`` says what made them: the cut,
    or a person who ``merged`` or ``split`` others."""
    db.conn.executemany(
        'INSERT INTO claims (id, article, revision, start, "end", kind, check_worthy, section, context, cues, text,'
        " origin, urgency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _claim_rows(slug, revision, claims, origin),
    )


def claim_from(row: dict[str, Any]) -> Claim:
    """The claim that a row of the table ``claims`` holds."""
    return claim_in(*(row[name] for name in ("start", "end", "kind", "check_worthy", "text", "context", "cues")))


def claim_in(start: int, end: int, kind: str, check_worthy: int, text: str, context: str, cues: str) -> Claim:
    """The claim in ``CLAIM_COLUMNS``."""
    return Claim(Span(start, end), _KINDS[kind], bool(check_worthy), text, _context(context), _cues(cues))


@lru_cache(maxsize=1024)  # all claims under one heading share theirs
def _context(told: str) -> Context:
    context = json.loads(told)
    cells = tuple((name, cell) for name, cell in context.get("cells", ()))  # rows kept before there were any have none
    return Context(tuple(context["headings"]), context["list_intro"], context["table_header"], cells)


def _cues(told: str) -> tuple[Cue, ...]:
    if told == "[]":
        return ()
    return cues_from(told)


def _claim_rows(slug: str, revision: int, claims: Iterable[Claim], origin: str) -> Iterator[tuple[str | int, ...]]:
    for claim in claims:
        context = claim.context
        told: dict[str, Any] = {
            "headings": context.headings,
            "list_intro": context.list_intro,
            "table_header": context.table_header,
        }
        if context.cells:
            told["cells"] = context.cells
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
            cues_told(claim.cues),
            claim.text,
            origin,
            urgency(cue.name for cue in claim.cues),
        )
