"""Look-ups beside the desk: asked once, waited for by nobody, told when they are there."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from annotator.citations.retraction import Standing
from annotator.storage.lookup_queue import queue
from annotator.storage.retractions import cited_statuses
from annotator.ui import looking_up
from annotator.ui.asking import answer_asks
from annotator.ui.browser import review_data
from annotator.ui.looking_up import LookingUp
from annotator.ui.review import answer_message
from tests.annotator.conftest import NOON, SmallDesk
from tests.annotator.lookups.services import LANCET, RETRACTED_BY, crossref_path, play_crossref, play_pubmed


@pytest.fixture(autouse=True)
def on(services: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_CONTACT", "ada@example.org")
    monkeypatch.setenv("CLAIMDESK_LOOKUP_BASE", services.url_for(""))
    monkeypatch.setattr(looking_up, "looking_up", LookingUp())


def about(desk: SmallDesk, text: str = LANCET.shown, *, typing: bool = False) -> dict[str, Any]:
    (answer,) = answer_asks(desk.db, desk.path, [{"n": 1, "text": text, "typing": typing}], NOON)
    told: dict[str, Any] = answer["about"]
    return told


def all_ended() -> None:
    for thread in threading.enumerate():
        if thread.name == "look-up":
            thread.join(timeout=20)


def test_a_source_is_looked_up_beside_the_desk_and_told_when_it_is_there(
    small_desk: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services, **{"updated-by": RETRACTED_BY})

    first = about(small_desk)
    all_ended()
    then = about(small_desk)

    assert (first["title"], first["pending"], first["lookups"]) == ("", True, "on")
    assert then["title"].startswith("Ileal-lymphoid-nodular hyperplasia")
    assert (then["pending"], then["retraction"]["tone"]) == (False, "bad")
    assert "2010-02-06" in then["retraction"]["words"]
    assert "checked" in then["retraction"]["words"]


def test_whoever_asks_about_the_same_source_meanwhile_makes_no_second_look_up(
    small_desk: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services)

    for text in (LANCET.shown, f"https://doi.org/{LANCET.shown}", LANCET.shown.lower()):
        about(small_desk, text)
    all_ended()

    assert sum(crossref_path() in request.path for request, _ in services.log) == 1


def test_what_may_be_half_typed_is_not_looked_up_before_the_hand_rests(
    small_desk: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services)

    assert about(small_desk, typing=True)["pending"]
    all_ended()
    assert services.log == []
    assert about(small_desk)["pending"]
    all_ended()
    assert about(small_desk, typing=True)["title"].startswith("Ileal-lymphoid-nodular hyperplasia")


def test_a_service_that_fails_is_not_waited_for_again_and_what_is_known_is_told(
    small_desk: SmallDesk, services: HTTPServer
) -> None:
    services.expect_request(crossref_path()).respond_with_data("no", status=404)

    about(small_desk)
    all_ended()
    then = about(small_desk)

    assert (then["pending"], then["title"]) == (False, "")
    assert "did not know it" in then["note"]


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        pytest.param(403, "", "Crossref", id="a-refusal"),
        pytest.param(200, "{}", "Crossref's answer", id="a-bad-answer"),
    ],
)
def test_why_a_source_could_not_be_looked_up_is_told_while_it_waits(
    small_desk: SmallDesk, services: HTTPServer, status: int, body: str, says: str
) -> None:
    services.expect_request(crossref_path()).respond_with_data(body, status=status, content_type="application/json")

    about(small_desk)
    all_ended()
    then = about(small_desk)

    assert (then["pending"], then["put_off"]) == (False, True)
    assert says in then["note"]
    assert then["note"].endswith("It will be asked about again.")


def test_a_web_address_is_not_looked_up_and_that_is_said(small_desk: SmallDesk, services: HTTPServer) -> None:
    told = about(small_desk, "https://www.who.int/a")

    assert (told["pending"], services.log) == (False, [])
    assert "web addresses" in told["note"]


def test_a_contact_address_that_is_none_is_as_if_look_ups_were_off(
    small_desk: SmallDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_CONTACT", "not an address")

    told = about(small_desk)

    assert (told["lookups"], told["pending"]) == ("off", False)


@pytest.fixture
def page(small_desk: SmallDesk, monkeypatch: pytest.MonkeyPatch) -> SmallDesk:
    """The desk that the pages show."""
    monkeypatch.setenv("CLAIMDESK_DB", str(small_desk.path))
    return small_desk


def cite(desk: SmallDesk, text: str = LANCET.shown, key: str = "k1") -> dict[str, Any]:
    return desk.item(key, "cite", identifier=text, stance="supports", quote="", place="", strength="")


def test_what_was_cited_too_fast_for_the_pane_to_ask_is_looked_up_all_the_same(
    page: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services, **{"updated-by": RETRACTED_BY})
    play_pubmed(services)

    answer_message(page.reviewer, {"n": 1, "items": [cite(page)]})
    all_ended()

    (status,) = cited_statuses(page.db).values()
    assert (status.nature, queue(page.db)) == (Standing.RETRACTED, [])


def test_a_source_that_is_being_looked_up_when_it_is_cited_is_asked_about_to_the_end(
    page: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services)
    play_pubmed(services)

    about(page)
    answer_message(page.reviewer, {"n": 1, "items": [cite(page)]})
    all_ended()

    asked = [request.path for request, _ in services.log]
    assert (asked.count(crossref_path()), "/eutils/esearch.fcgi" in asked, queue(page.db)) == (1, True, [])


def test_a_service_in_trouble_leaves_the_queue_for_the_next_time(page: SmallDesk, services: HTTPServer) -> None:
    services.expect_request(re.compile(".*")).respond_with_data("no", status=403)
    items = [cite(page, f"10.1000/{number}", f"k{number}") for number in range(5)]

    answer_message(page.reviewer, {"n": 1, "items": items})
    all_ended()

    assert [each.tries for each in queue(page.db)].count(0) == 2


def test_with_look_ups_off_what_is_cited_waits(
    page: SmallDesk, services: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMDESK_CONTACT")

    answer_message(page.reviewer, {"n": 1, "items": [cite(page), cite(page, "https://www.who.int/a", "k2")]})
    all_ended()

    assert ([each.source for each in queue(page.db)], services.log) == ([LANCET], [])


def test_what_became_known_against_a_source_is_told_late_and_marks_its_claim(
    page: SmallDesk, services: HTTPServer
) -> None:
    play_crossref(services, **{"updated-by": RETRACTED_BY})
    play_pubmed(services)
    asked = {"n": 2, "topic": "late", "cited": [{"text": f"DOI {LANCET.shown}"}, {"text": "no source"}]}
    page.send(cite(page))

    (before,) = answer_asks(page.db, page.path, [asked], NOON)
    answer_message(page.reviewer, {"n": 1, "items": [cite(page, key="k2")]})
    all_ended()
    (after,) = answer_asks(page.db, page.path, [asked], datetime.now(UTC))

    assert (before["late"][0]["tone"], before["late"][0]["is_pending"], before["late"][1]) == (None, True, None)
    told = after["late"][0]
    assert (told["tone"], told["is_pending"]) == ("bad", False)
    assert "2010-02-06" in told["words"]
    assert review_data(page.db, page.reviewer, "garlic", None)["against"] == {f"doi:{LANCET.identifier}": "bad"}
