"""An editor decides by keyboard where reviewers differ, and goes on; a reviewer reads of it after their own answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Answer, Verdict
from annotator.storage.answering import Press, answer_claim
from annotator.storage.connection import open_database
from annotator.storage.people import add_person
from tests.browser.conftest import Server, sample_desk

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""Milliseconds that a page of a busy machine may take."""
DIFFERING = "/flagged?flag=Reviewers+differ&sort=Article+order"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A desk on which two reviewers differ about three claims, and agree about a fourth."""
    server = Server(sample_desk(tmp_path_factory.mktemp("desk") / "desk.db"))
    with open_database(server.db) as db:
        for letter, name in (("a", "Dr Ada"), ("b", "Dr Ben")):
            person = add_person(db, name, NOON)
            for number, claim in enumerate(server.queue()[:4]):
                verdict = Verdict.CONTRADICTED if letter == "b" and number < 3 else Verdict.SUPPORTED
                answer_claim(db, person, Press(f"{letter}{number}", claim), Answer(verdict), NOON)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], server: Server) -> Page:
    with open_database(server.db) as db:
        return new_context(add_person(db, "Dr Editor", NOON)).new_page()


def decisions(server: Server, claim: str) -> list[tuple[str | None, str, str]]:
    return [
        (answer, reason, name)
        for answer, reason, name in server.rows(
            "SELECT answer, rationale, name FROM adjudications JOIN people ON people.id = editor"
            " WHERE claim_id = ? ORDER BY adjudications.id",
            claim,
        )
    ]


def test_what_reviewers_differ_about_is_decided_by_keyboard_and_the_next_one_is_a_key_away(
    page: Page, server: Server, new_context: Callable[..., BrowserContext]
) -> None:
    first, second = server.queue()[:2]
    page.goto(DIFFERING)
    page.locator("tbody tr").first.get_by_role("link").first.click()
    expect(page.get_by_text("1 of 3")).to_be_visible()
    part = page.get_by_role("region", name="Decision")
    expect(part).to_be_visible()

    page.keyboard.press("3")
    expect(part.get_by_text("Dr Ada says otherwise: say why")).to_be_visible()
    expect(part.get_by_label("Reason")).to_be_focused()
    assert decisions(server, first) == []
    page.keyboard.type("The trial found <b>none</b> & no 1.")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("decided by Dr Editor").first).to_be_visible()
    assert decisions(server, first) == [("contradicted", "The trial found <b>none</b> & no 1.", "Dr Editor")]
    expect(page.get_by_text("No longer in this list")).to_be_visible()

    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(second.partition("@")[2])))
    assert decisions(server, second) == []

    page.goto("/flagged")
    expect(page.get_by_role("row").filter(has_text="decided by Dr Editor")).to_have_count(1)

    page.goto(f"/claim?claim={first}")
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("None: reviewers differ")).to_be_visible()
    assert [answer for answer, _, _ in decisions(server, first)] == ["contradicted", None]


def test_a_reviewer_reads_what_was_decided_only_after_their_own_answer(
    page: Page, server: Server, new_context: Callable[..., BrowserContext]
) -> None:
    claim = server.queue()[3]
    page.goto(f"/claim?claim={claim}")
    expect(page.get_by_role("region", name="Decision")).to_be_visible()
    page.keyboard.press("1")
    expect(page.get_by_text("decided by Dr Editor").first).to_be_visible()

    with open_database(server.db) as db:
        reviewer = add_person(db, "Dr Third", NOON)
    review = new_context(reviewer).new_page()
    review.goto(f"/?claim={claim}")
    card = review.locator(f"[data-claim='{claim}']")
    expect(card).to_be_visible()
    assert "Dr Editor" not in review.content()
    review.keyboard.press("3")
    expect(review.get_by_text("all saved", exact=False).first).to_be_visible()
    review.keyboard.press("ArrowLeft")
    expect(card.get_by_text("Dr Editor decided: ✓ supported.")).to_be_visible()

    review.reload()
    expect(card.get_by_text("Dr Editor decided: ✓ supported.")).to_be_visible()
