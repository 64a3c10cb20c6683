"""What services say is kept with its day, asked again when it is due, and shown as old when nobody can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.client import LookUps
from annotator.citations.lookups.services import Service
from annotator.citations.retraction import Origin, Standing
from annotator.citations.same_work import Origin as WorkOrigin
from annotator.citations.work import Notice, Work
from annotator.flags import Flag
from annotator.model import Citation, Evidence, Source, Stance, Verdict
from annotator.storage.labels import insert_label
from annotator.storage.listing import flags_in
from annotator.storage.lookup_answers import ask_and_keep, looked_up
from annotator.storage.lookup_queue import forget_uncited, queue, queued
from annotator.storage.lookups import State, known_of, look_up
from annotator.storage.people import add_person
from annotator.storage.retractions import retraction_statuses
from annotator.storage.works import save_works, works_of
from tests.annotator.lookups.services import (
    BNT,
    LANCET,
    PMCID,
    PMID,
    RETRACTED_BY,
    RETRACTION_IN,
    client_of,
    crossref_path,
    play_crossref,
    play_pubmed,
    pubmed_xml,
)
from tests.desks import IDS, NOON, cite, cited, desk_in_memory, label, label_all

DAY = timedelta(days=1)


@pytest.fixture
def db() -> Database:
    return desk_in_memory()


@pytest.fixture
def client(services: HTTPServer) -> Iterator[LookUps]:
    with client_of(services) as client:
        yield client


def paths(server: HTTPServer) -> list[str]:
    return [request.path for request, _ in server.log]


def status(db: Database, source: Source) -> tuple[Standing, str]:
    (found,) = retraction_statuses(db, [source]).values()
    return found.nature, found.words


def test_what_was_looked_up_is_kept_and_told_with_its_day(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_crossref(services, BNT, DOI=BNT.identifier)
    cite(db, BNT)

    finding = look_up(db, BNT, client, NOON)

    assert (finding.state, finding.note, finding.fetched_at) == (State.FOUND, "Looked up on 2026-11-23.", NOON)
    assert finding.work is not None
    assert (finding.work.work.title[:5], finding.work.origin) == ("Ileal", WorkOrigin.CROSSREF)
    assert finding.retraction.words == "No retraction known: Crossref 2026-11-23"
    assert finding.retraction.origin is Origin.CROSSREF
    assert [each.source for each in queue(db)] == [BNT]  # for PubMed, when there is time


def test_every_service_is_asked_where_one_waits_for_it(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_crossref(
        services, BNT, DOI=BNT.identifier, title=["Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"]
    )
    play_pubmed(services)

    finding = look_up(db, BNT, client, NOON, every_service=True)

    assert paths(services) == [crossref_path(BNT), "/eutils/esearch.fcgi", "/eutils/efetch.fcgi"]
    assert finding.work is not None
    assert "Randomized Controlled Trial" in finding.work.work.publication_types
    assert queue(db) == []


@pytest.fixture
def without_a_pmid(services: HTTPServer) -> None:
    """A paper that PMC has, and PubMed has not."""
    services.expect_request("/idconv/").respond_with_json({"records": [{"pmcid": "PMC7745181", "doi": BNT.shown}]})


@pytest.mark.usefixtures("without_a_pmid")
def test_a_pmcid_that_pubmed_does_not_hold_is_known_by_its_doi(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services, BNT, DOI=BNT.identifier, **{"updated-by": RETRACTED_BY})

    finding = look_up(db, PMCID, client, NOON)

    assert (finding.state, finding.note) == (State.FOUND, "Looked up on 2026-11-23.")
    assert finding.work is not None
    assert finding.work.work.title.startswith("Ileal")
    assert finding.retraction.nature is Standing.RETRACTED


@pytest.mark.usefixtures("without_a_pmid")
def test_a_pmcid_whose_doi_nobody_knows_was_not_checked(db: Database, client: LookUps, services: HTTPServer) -> None:
    services.expect_request(crossref_path(BNT)).respond_with_data("", status=404)

    finding = look_up(db, PMCID, client, NOON)

    assert finding.state is State.UNKNOWN
    assert finding.retraction.nature is Standing.NEVER_CHECKED


def test_a_second_service_in_trouble_leaves_what_the_first_said(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services, BNT, DOI=BNT.identifier)
    services.expect_request("/eutils/esearch.fcgi").respond_with_data("", status=403)
    cite(db, BNT)

    finding = look_up(db, BNT, client, NOON, every_service=True)
    again = look_up(db, BNT, client, NOON, every_service=True)

    assert (finding.state, finding.note) == (State.FOUND, "Looked up on 2026-11-23.")
    assert again == finding
    assert len(services.log) == 2
    assert [each.source for each in queue(db)] == [BNT]


def test_no_service_is_asked_when_the_time_is_up(db: Database, client: LookUps, services: HTTPServer) -> None:
    finding = look_up(db, BNT, client, NOON, seconds=0)

    assert (finding.state, services.log) == (State.WAITING, [])
    assert finding.note == "There was no time left for Crossref. It will be asked about again."


def test_within_a_week_nobody_is_asked_again_and_after_it_for_news_alone(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services)
    look_up(db, LANCET, client, NOON)

    assert look_up(db, LANCET, client, NOON + 6.9 * DAY).state is State.FOUND
    assert len(services.log) == 1

    services.clear()
    services.expect_request(crossref_path(), headers={"If-None-Match": '"v1"'}).respond_with_data("", status=304)
    finding = look_up(db, LANCET, client, NOON + 7 * DAY)

    assert (finding.state, finding.retraction.words) == (State.FOUND, "No retraction known: Crossref 2026-11-30")
    assert looked_up(db, LANCET)[Service.CROSSREF].fetched_at == NOON


def test_after_90_days_all_of_it_is_asked_for(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_crossref(services)
    look_up(db, LANCET, client, NOON)

    look_up(db, LANCET, client, NOON + 90 * DAY)

    assert "If-None-Match" not in services.log[-1][0].headers
    assert looked_up(db, LANCET)[Service.CROSSREF].fetched_at == NOON + 90 * DAY


def test_what_is_not_known_is_asked_again_the_next_day(db: Database, client: LookUps, services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("", status=404)

    finding = look_up(db, LANCET, client, NOON)

    assert (finding.state, finding.work) == (State.UNKNOWN, None)
    assert finding.note == "Crossref did not know it on 2026-11-23: compare it sign by sign."
    assert finding.retraction.nature is Standing.NEVER_CHECKED
    look_up(db, LANCET, client, NOON + 0.9 * DAY)
    assert len(services.log) == 1
    services.clear()
    play_crossref(services)
    assert look_up(db, LANCET, client, NOON + DAY).state is State.FOUND


def test_an_old_answer_is_shown_as_such_while_the_network_is_off(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services)
    look_up(db, LANCET, client, NOON)
    services.clear()
    services.expect_request(crossref_path()).respond_with_data("", status=503)

    finding = look_up(db, LANCET, client, NOON + 8 * DAY)

    assert finding.state is State.STALE
    assert finding.note == "As it was on 2026-11-23. Crossref is in trouble (it answers 503)."
    assert finding.work is not None
    assert finding.retraction.words == "No retraction known: Crossref 2026-11-23"


def test_a_source_that_cannot_be_asked_about_waits_and_is_not_asked_at_every_run_of_the_page(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    services.expect_request(crossref_path()).respond_with_data("", status=500)

    finding = look_up(db, LANCET, client, NOON)
    asked = len(services.log)
    again = look_up(db, LANCET, client, NOON + timedelta(seconds=59))

    assert asked == len(services.log)
    assert finding == again
    assert (finding.state, finding.retraction.nature) == (State.WAITING, Standing.NEVER_CHECKED)
    assert finding.note == "Crossref is in trouble (it answers 500). It will be asked about again."
    waiting = queued(db, LANCET)
    assert waiting is not None
    assert (waiting.tries, waiting.not_before) == (1, NOON + timedelta(minutes=2))
    services.clear()
    play_crossref(services)
    assert look_up(db, LANCET, client, NOON + timedelta(minutes=2)).state is State.FOUND


def test_a_bad_answer_is_not_asked_for_again_that_day(db: Database, client: LookUps, services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("<p>", content_type="text/html")

    look_up(db, LANCET, client, NOON)
    look_up(db, LANCET, client, NOON + 0.9 * DAY)

    assert len(services.log) == 1


def test_without_a_contact_nobody_is_asked_and_the_source_waits(db: Database) -> None:
    cite(db, LANCET)
    finding = look_up(db, LANCET, None, NOON)

    assert finding.state is State.OFF
    assert finding.note.startswith("Look-ups are off: set CLAIMDESK_CONTACT")
    assert [each.source for each in queue(db)] == [LANCET]
    changes = db.conn.total_changes
    look_up(db, LANCET, None, NOON)
    assert db.conn.total_changes == changes  # a page that is drawn again writes nothing


def test_what_is_only_typed_does_not_wait_for_ever(db: Database, client: LookUps, services: HTTPServer) -> None:
    half = parse_identifier("10.1056/NEJM")
    services.expect_request(crossref_path(half)).respond_with_data("", status=404)
    services.expect_request(crossref_path(LANCET)).respond_with_data("", status=500)

    look_up(db, half, client, NOON)
    look_up(db, LANCET, client, NOON)
    look_up(db, BNT, None, NOON)

    assert [each for each in (half, LANCET, BNT) if queued(db, each)] == [LANCET]  # which says why it was not found
    assert queue(db) == []
    forget_uncited(db, NOON + timedelta(minutes=1))
    assert queued(db, LANCET)
    forget_uncited(db, NOON + timedelta(minutes=2))
    assert queued(db, LANCET) is None


def test_what_is_typed_and_then_cited_waits(db: Database, client: LookUps, services: HTTPServer) -> None:
    services.expect_request(crossref_path(LANCET)).respond_with_data("", status=500)
    look_up(db, LANCET, client, NOON)

    cite(db, LANCET)

    assert [each.source for each in queue(db)] == [LANCET]
    forget_uncited(db, NOON + DAY)
    assert [each.source for each in queue(db)] == [LANCET]


def test_a_type_without_a_service_says_so(db: Database, client: LookUps) -> None:
    finding = look_up(db, parse_identifier("NCT04368728"), client, NOON)

    assert finding.state is State.NO_SERVICE
    assert finding.note == "There is no look-up for trial numbers: check it where it is published."
    assert queue(db) == []


def test_one_answer_of_pubmed_is_kept_for_all_names_and_the_doi_is_left_for_crossref(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_pubmed(services)
    cite(db, PMID)

    look_up(db, PMID, client, NOON)

    assert look_up(db, PMCID, client, NOON).state is State.FOUND
    assert paths(services) == ["/eutils/efetch.fcgi"]
    assert [each.source for each in queue(db)] == [BNT]
    assert len({stored.id for stored in works_of(db, [BNT, PMID, PMCID]).values()}) == 1


def test_a_doi_that_comes_back_in_other_letters_keeps_its_own_answer(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services, DOI=LANCET.identifier)  # cited as S0140, told as s0140

    look_up(db, LANCET, client, NOON)

    assert looked_up(db, LANCET)[Service.CROSSREF].etag == '"v1"'
    assert db["lookups"].count == 1


def test_a_paper_is_retracted_by_whichever_of_its_names(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_pubmed(services, pubmed_xml(corrections=RETRACTION_IN))
    look_up(db, PMID, client, NOON)

    found = retraction_statuses(db, [BNT, PMID, PMCID, LANCET])

    assert [found[each].nature for each in (BNT, PMID, PMCID)] == [Standing.RETRACTED] * 3
    assert found[BNT].words == "Retracted 2010-02-06 (PMID 20137807); checked 2026-11-23"
    assert len(found[BNT].notices) == 1
    assert found[LANCET].nature is Standing.NEVER_CHECKED


def test_a_notice_that_is_gone_at_the_next_look_up_counts_no_more(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_pubmed(services, pubmed_xml(types=("Retracted Publication",)))
    look_up(db, PMID, client, NOON)
    assert status(db, BNT)[0] is Standing.RETRACTED

    services.clear()
    play_pubmed(services)
    look_up(db, PMID, client, NOON + 7 * DAY)

    assert status(db, BNT) == (Standing.NONE_KNOWN, "No retraction known: PubMed 2026-11-30")


def test_what_a_reference_file_tells_of_a_retraction_counts(db: Database) -> None:
    notice = Notice("RetractionIn", "Lancet. 2010 Feb 6;375:445", parse_identifier("PMID 20137807"))
    save_works(db, [Work({"title": "A paper"}, (LANCET,), (), (notice,))], WorkOrigin.FILE, "Dr A", NOON)

    assert status(db, LANCET) == (Standing.RETRACTED, "Retracted 2010-02-06 (PMID 20137807)")


def test_a_claim_is_flagged_while_its_evidence_is_retracted(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    (source,) = label("k1", "cures", evidence=cited(Stance.SUPPORTS, 1)).evidence.citations
    assert source.source == PMID
    play_pubmed(services, pubmed_xml(corrections=RETRACTION_IN))

    look_up(db, PMID, client, NOON)

    assert flags_in(db, "garlic", 1) == {IDS["cures"]: (Flag.RETRACTED,)}
    services.clear()
    play_pubmed(services)
    look_up(db, PMID, client, NOON + 7 * DAY)
    assert flags_in(db, "garlic", 1) == {}


def test_a_claim_that_cites_what_is_known_as_retracted_is_flagged_at_once(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_pubmed(services, pubmed_xml(corrections=RETRACTION_IN))
    look_up(db, PMID, client, NOON)

    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 2))])  # its PMCID

    assert flags_in(db, "garlic", 1) == {IDS["cures"]: (Flag.RETRACTED,)}


def test_a_cited_source_that_turns_out_to_be_a_retracted_paper_is_flagged(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    play_crossref(services, BNT, DOI=BNT.identifier, **{"updated-by": RETRACTED_BY})
    look_up(db, BNT, client, NOON)
    assert flags_in(db, "garlic", 1) == {}

    title = "Ileal-lymphoid-nodular hyperplasia & CO2"
    save_works(db, [Work({"title": title}, (BNT, PMID))], WorkOrigin.FILE, "Dr A", NOON)

    assert Flag.RETRACTED in flags_in(db, "garlic", 1)[IDS["cures"]]


def test_an_answer_without_news_leaves_the_notices(db: Database, client: LookUps, services: HTTPServer) -> None:
    play_crossref(services, **{"updated-by": RETRACTED_BY})
    look_up(db, LANCET, client, NOON)
    services.clear()
    services.expect_request(crossref_path()).respond_with_data("", status=304)

    ask_and_keep(db, client, Service.CROSSREF, LANCET, NOON + DAY, 10)

    assert status(db, LANCET)[1] == "Retracted 2010-02-06 (10.1016/S0140-6736(10)60175-4); checked 2026-11-24"


def test_what_is_known_is_told_without_asking(db: Database) -> None:
    assert known_of(db, LANCET, NOON).note == "Not looked up yet."


def test_a_loaded_label_s_sources_wait_as_of_the_day_they_were_loaded(
    db: Database, client: LookUps, services: HTTPServer
) -> None:
    play_crossref(services)
    play_pubmed(services)
    look_up(db, LANCET, client, NOON, every_service=True)
    old = label("k1", "cures", evidence=Evidence((Citation(LANCET, Stance.CONTEXT),)))

    insert_label(db, add_person(db, old.reviewer, NOON), old, received_at=NOON + 8 * DAY)

    assert [each.source for each in queue(db)] == [LANCET]
