"""A desk in a temporary file, with one small article and two reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlite_utils import Database

from annotator.model import Person
from annotator.storage.articles import add_article, claims_of
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.storage.settings import desk_id
from annotator.ui.outbox import Receipt, apply_outbox
from corpus.model import Article, Claim, Kind, Span

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SENTENCES = (
    "Garlic cures flu.",
    "Vitamin D 4,000 IU daily cut colds by 42%. 💊",
    "Water is wet.",
    "Thank you for reading.",
)


@dataclass
class SmallDesk:
    """A desk, whose clock moves a second with every message."""

    db: Database
    path: Path
    reviewer: Person
    other: Person
    claims: list[str]
    ticks: Iterator[int]

    def item(self, key: str, do: str, claim: int = 0, **more: Any) -> dict[str, Any]:
        """An item of the outbox, as the browser makes it."""
        common = {
            "key": key,
            "do": do,
            "desk": desk_id(self.db),
            "person": self.reviewer.id,
            "claim_id": self.claims[claim],
            "at": NOON.isoformat(),
        }
        return common | more

    def answer(self, key: str, verdict: str | None, claim: int = 0, **more: Any) -> dict[str, Any]:
        """A press of a verdict key."""
        answer = {"verdict": verdict, "kind": None, "skipped": False} | more
        return self.item(key, "answer", claim, answer=answer, seconds=2.5)

    def send(self, *items: dict[str, Any], person: Person | None = None) -> Receipt:
        """One message of the browser, applied."""
        now = NOON + timedelta(seconds=next(self.ticks))
        return apply_outbox(self.db, person or self.reviewer, items, now)


@pytest.fixture
def small_desk(tmp_path: Path) -> Iterator[SmallDesk]:
    path = tmp_path / "desk.db"
    prepare_database(path)
    text = " ".join(SENTENCES)
    claims, at = [], 0
    for sentence in SENTENCES:
        start = text.index(sentence, at)
        at = start + len(sentence)
        worthy = sentence != SENTENCES[-1]
        claims.append(Claim(Span(start, at), Kind.CLAIM if worthy else Kind.BOILERPLATE, worthy, sentence))
    with open_database(path) as db:
        revision = add_article(db, Article("garlic", "Garlic", text), claims, NOON)
        ids = [stored.id for stored in claims_of(db, revision.slug, revision.revision)]
        yield SmallDesk(db, path, add_person(db, "Dr A", NOON), add_person(db, "Dr B", NOON), ids, count(1))


@pytest.fixture(scope="session")
def _running_services() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1", threaded=True) as running:
        yield running


@pytest.fixture
def services(_running_services: HTTPServer) -> HTTPServer:
    """A server to play Crossref and NCBI, which knows nothing yet."""
    _running_services.clear()
    return _running_services
