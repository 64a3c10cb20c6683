"""``look-up`` asks about what waits and what is due, and leaves what cannot be asked for the next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer
from sqlite_utils import Database

from annotator.__main__ import cli
from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.client import LookUps
from annotator.model import Source, Stance, Verdict
from annotator.storage.catching_up import catch_up, sources_to_ask
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.lookup_queue import queue, queued
from annotator.storage.lookups import look_up
from tests.annotator.lookups.services import (
    BNT,
    LANCET,
    PMID,
    RETRACTED_BY,
    client_of,
    crossref_path,
    play_crossref,
    play_pubmed,
)
from tests.desks import NOON, cite, cited, desk_in_memory, label, label_all

DAY = timedelta(days=1)


@pytest.fixture
def db() -> Database:
    """A desk that cites a paper by its PMID and a trial."""
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    label_all(db, [label("k2", "take", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 3))])
    return db


@pytest.fixture
def client(services: HTTPServer) -> Iterator[LookUps]:
    with client_of(services) as client:
        yield client


def ask(db: Database, client: LookUps, days: float = 0, *, again: bool = False) -> list[tuple[str, str]]:
    now = NOON + days * DAY
    told = catch_up(db, client, sources_to_ask(db, now, everything=again), lambda: now, again=again)
    return [(each.source.shown, each.outcome.value) for each in told]


def waiting(db: Database) -> list[Source]:
    return [each.source for each in queue(db)]


def test_what_is_cited_is_asked_about_once_a_week(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_pubmed(services)
    play_crossref(services, BNT, DOI=BNT.identifier)

    assert ask(db, client) == [("PMID 33301246", "found")]
    assert waiting(db) == [BNT]  # which PubMed named: Crossref may know more
    assert ask(db, client) == [(BNT.shown, "found")]
    assert (ask(db, client, 6.9), waiting(db)) == ([], [])
    assert ask(db, client, 7) == [("PMID 33301246", "found")]


def test_everything_cited_is_asked_about_again_where_one_says_so(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_pubmed(services)
    play_crossref(services, BNT, DOI=BNT.identifier)
    ask(db, client)

    assert ask(db, client, again=True) == [(BNT.shown, "found"), ("PMID 33301246", "found")]


def test_what_cannot_be_asked_about_waits_longer_each_time(db: Database, client: LookUps, services: HTTPServer) -> None:
    services.expect_request("/eutils/efetch.fcgi").respond_with_data("", status=500)

    assert ask(db, client) == [("PMID 33301246", "failed")]
    assert ask(db, client) == []
    assert ask(db, client, 1) == [("PMID 33301246", "failed")]

    found = queued(db, PMID)
    assert found is not None
    assert found.not_before is not None
    assert (found.tries, found.not_before - (NOON + DAY)) == (2, timedelta(minutes=4))
    assert found.trouble == "PubMed is in trouble (it answers 500)"


def test_a_service_in_trouble_is_left_alone_after_three_sources(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    services.expect_request("/eutils/efetch.fcgi").respond_with_data("no", status=403)
    cite(db, *(parse_identifier(f"PMID {number}") for number in range(1, 8)))

    outcomes = [outcome for _, outcome in ask(db, client)]

    assert outcomes == ["failed"] * 8
    assert len(services.log) == 3
    assert len(waiting(db)) == 8
    assert sum(each.tries > 0 for each in queue(db)) == 3


def test_what_one_service_told_before_is_known_although_the_other_knows_nothing(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services)
    services.expect_request("/eutils/esearch.fcgi").respond_with_json({"esearchresult": {"idlist": []}})
    look_up(db, LANCET, client, NOON)  # Crossref alone, as somebody typed

    told = catch_up(db, client, [LANCET], lambda: NOON)

    assert [each.outcome.value for each in told] == ["found"]


def test_the_other_names_of_a_paper_that_was_looked_up_before_it_was_cited_are_asked_about(
    client: LookUps, services: HTTPServer
) -> None:
    db = desk_in_memory()
    play_pubmed(services)
    play_crossref(services, BNT, DOI=BNT.identifier)
    look_up(db, PMID, client, NOON)
    assert (ask(db, client), waiting(db)) == ([], [])  # nobody cites it yet

    cite(db, PMID)

    assert ask(db, client) == [(BNT.shown, "found")]
    assert ask(db, client) == []


def test_what_was_only_typed_is_forgotten_when_the_others_are_asked_about(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    services.expect_request(crossref_path()).respond_with_data("", status=500)
    play_pubmed(services)
    look_up(db, LANCET, client, NOON)
    assert queued(db, LANCET)

    ask(db, client, 1)

    assert queued(db, LANCET) is None


@pytest.fixture
def on(services: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """The services, asked by commands."""
    monkeypatch.setenv("CLAIMDESK_CONTACT", "ada@example.org")
    monkeypatch.setenv("CLAIMDESK_LOOKUP_BASE", services.url_for("/"))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return services


@pytest.fixture
def path(tmp_path: Path, db: Database) -> Path:
    path = tmp_path / "desk.db"
    path.write_bytes(db.conn.serialize())
    prepare_database(path)
    return path


def call(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["look-up", *arguments, "--db", str(path)])


def test_the_command_tells_what_an_editor_should_know_and_counts(path: Path, on: HTTPServer) -> None:
    play_pubmed(on)
    play_crossref(on, BNT, DOI=BNT.identifier, **{"updated-by": RETRACTED_BY})  # PubMed gives its DOI
    on.expect_request(crossref_path()).respond_with_data("", status=404)
    with open_database(path) as db:
        cite(db, LANCET)

    result = call(path)

    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == [
        f"{LANCET.shown}: not known where we ask; compare it sign by sign",
        f"{BNT.shown}: Retracted 2010-02-06 (10.1016/S0140-6736(10)60175-4); checked {datetime.now(UTC):%Y-%m-%d}",
        "found 2, unknown 1, no look-up for 0, failed 0, waiting 0",
    ]


def test_the_command_asks_about_one_source(path: Path, on: HTTPServer) -> None:
    play_crossref(on, **{"updated-by": RETRACTED_BY})
    on.expect_request("/eutils/esearch.fcgi").respond_with_json({"esearchresult": {"idlist": []}})

    result = call(path, "--source", f"https://doi.org/{LANCET.shown}")

    first, last = result.stdout.splitlines()
    assert first.startswith(f"{LANCET.shown}: Retracted 2010-02-06 (10.1016/S0140-6736(10)60175-4); checked 20")
    assert last == "found 1, unknown 0, no look-up for 0, failed 0, waiting 1"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        pytest.param("NCT04368728", "there is no look-up for trial numbers", id="a trial"),
        pytest.param("33301246", "could be PMID 33301246 or PMC33301246", id="a bare number"),
        pytest.param("zinc", "names no source", id="no source"),
    ],
)
def test_the_command_says_what_it_cannot_ask_about(source: str, says: str, path: Path, on: HTTPServer) -> None:
    result = call(path, "--source", source)

    (line,) = result.stderr.splitlines()
    assert says in line
    assert on.log == []


def test_the_command_names_what_failed_and_ends_with_1(path: Path, on: HTTPServer) -> None:
    on.expect_request("/eutils/efetch.fcgi").respond_with_data("<p>Sign in", content_type="text/html")

    result = call(path)

    assert result.exit_code == 1
    assert result.stderr == "Error: PMID 33301246: PubMed answers with text/html, not text/xml\n"
    assert result.stdout == "found 0, unknown 0, no look-up for 0, failed 1, waiting 1\n"


def test_the_command_says_that_look_ups_are_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_CONTACT", raising=False)

    result = call(path)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: look-ups are off: set CLAIMDESK_CONTACT to an e-mail address")
