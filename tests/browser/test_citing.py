"""Evidence typed at the desk: read as it is typed, kept whatever happens, on the claim it was typed for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from annotator.model import Person
from tests.browser.conftest import Server
from tests.browser.desk import Desk

IDENTIFIER = "DOI, PMID, PMCID, NCT, ISBN or address"
QUOTE = "Words quoted from the source"
PLACE = "Where in the source: page, table, section"
RATIONALE = "Why: the reason for your verdict"
SEARCH = "Where you searched, and when"


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page).open()


def field(desk: Desk, name: str) -> Locator:
    return desk.page.get_by_label(name, exact=True)


def citations(server: Server, person: Person) -> list[tuple[str, ...]]:
    return server.rows(
        "SELECT type, identifier, stance, quote, place FROM current_labels AS label"
        " JOIN citations ON label_id = label.id JOIN sources ON sources.id = source_id"
        " WHERE reviewer = ? ORDER BY label.claim_id, position",
        person.id,
    )


def test_a_citation_is_added_by_keyboard_alone(desk: Desk, server: Server, reviewer: Person) -> None:
    first = server.queue()[0]

    desk.press("1", "ArrowLeft", "c")
    desk.page.keyboard.type("https://doi.org/10.1056/NEJMoa2034577.")
    expect(desk.page.get_by_role("status").filter(has_text="10.1056/NEJMoa2034577")).to_be_visible()
    desk.press("Tab")
    field(desk, QUOTE).focus()
    desk.page.keyboard.type("It was 95% effective.")
    field(desk, PLACE).focus()
    desk.page.keyboard.type("Abstract")
    desk.press("Enter", "Escape")
    desk.expect_saved()

    assert citations(server, reviewer) == [
        ("doi", "10.1056/nejmoa2034577", "supports", "It was 95% effective.", "Abstract")
    ]
    expect(desk.unit(first)).to_have_attribute("data-open", "no")
    link = desk.page.get_by_role("link", name="10.1056/NEJMoa2034577")
    assert link.get_attribute("href") == "https://doi.org/10.1056/NEJMoa2034577"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_a_bare_number_is_asked_about(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("c")
    desk.page.keyboard.type("33301246")
    desk.page.get_by_role("button", name="PMID 33301246").click()
    expect(desk.page.get_by_role("link", name="33301246")).to_be_visible()
    desk.press("ArrowUp", "Enter")
    desk.expect_saved()

    assert citations(server, reviewer) == [("pmid", "33301246", "context", "", "")]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("a friend told me", id="no-identifier"),
        pytest.param("javascript:alert(1)", id="a-script"),
        pytest.param("ISBN 9780306406158", id="a-mistyped-check-digit"),
    ],
)
def test_what_names_no_source_is_refused_with_the_reason_and_stays_typed(
    desk: Desk, server: Server, reviewer: Person, typed: str
) -> None:
    desk.press("c")
    desk.page.keyboard.type(typed)
    refused = desk.page.locator('[data-ok="false"]')
    expect(refused).not_to_be_empty()
    desk.press("Enter")

    expect(field(desk, IDENTIFIER)).to_have_value(typed)
    assert citations(server, reviewer) == []


def test_what_was_typed_survives_a_verdict_another_page_and_a_reload(
    desk: Desk, server: Server, reviewer: Person
) -> None:
    first, second = server.queue()[:2]
    desk.press("c")
    desk.page.keyboard.type("10.1000/half-typed")
    field(desk, QUOTE).fill("half a quo")
    desk.press("Escape", "3")
    desk.expect_claim(second)
    expect(field(desk, IDENTIFIER)).to_have_value("")

    desk.expect_saved()
    desk.page.get_by_role("link", name="You").first.click()
    desk.page.get_by_role("heading", name="You").wait_for()
    desk.page.get_by_role("link", name="Review").first.click()
    desk.ready()
    desk.page.reload()
    desk.ready()
    desk.unit(first).click()

    expect(field(desk, IDENTIFIER)).to_have_value("10.1000/half-typed")
    expect(field(desk, QUOTE)).to_have_value("half a quo")
    assert citations(server, reviewer) == []


def test_notes_are_saved_when_the_next_claim_comes(desk: Desk, server: Server, reviewer: Person) -> None:
    first, second = server.queue()[:2]
    desk.press("n")
    field(desk, SEARCH).fill("PubMed, 23 November 2026: no trial")
    field(desk, RATIONALE).fill("Ungünstig: <b>nothing</b> found 💊")
    desk.page.get_by_role("radio", name="high").check()
    desk.press("Escape", "2")
    desk.expect_claim(second)
    desk.expect_saved()

    rows = server.rows(
        "SELECT claim_id, verdict, search_note, rationale, confidence FROM current_labels WHERE reviewer = ?",
        reviewer.id,
    )
    assert rows == [
        (first, "unsupported", "PubMed, 23 November 2026: no trial", "Ungünstig: <b>nothing</b> found 💊", "high")
    ]
    expect(desk.unit(first)).to_have_attribute("data-open", "no")


def test_a_verdict_without_evidence_is_a_to_do_until_it_has_it(desk: Desk, server: Server, reviewer: Person) -> None:
    first = server.queue()[0]
    desk.press("2")
    expect(desk.unit(first)).to_have_attribute("data-open", "yes")
    desk.press("o")
    desk.expect_claim(first)
    desk.press("n")
    field(desk, SEARCH).fill("Cochrane Library")
    desk.press("Escape")
    desk.expect_saved()

    expect(desk.unit(first)).to_have_attribute("data-open", "no")


def test_a_citation_can_be_taken_off_again(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("c")
    desk.page.keyboard.type("PMC123456")
    desk.press("ArrowDown", "Enter")
    desk.expect_saved()
    desk.page.get_by_role("button", name="Remove").click()
    desk.expect_saved()

    assert citations(server, reviewer) == []
    assert server.rows("SELECT count(*) FROM labels WHERE reviewer = ?", reviewer.id) == [(2,)]
    desk.press("u")
    desk.expect_saved()
    assert citations(server, reviewer) == [("pmcid", "PMC123456", "supports", "", "")]


@pytest.mark.parametrize(
    "typed",
    [
        "10.1056/NEJMoa2034577",
        "PMID 33301246",
        "PMC123456",
        "NCT04368728",
        "9780306406157",
        "https://www.who.int/a?b=1",
    ],
)
def test_an_edited_citation_keeps_its_source(desk: Desk, server: Server, reviewer: Person, typed: str) -> None:
    desk.press("c")
    desk.page.keyboard.type(typed)
    desk.press("ArrowDown", "Enter")
    desk.expect_saved()
    (before,) = citations(server, reviewer)

    desk.page.get_by_role("button", name="Edit").click()
    field(desk, QUOTE).fill("Word for word.")
    desk.page.get_by_role("button", name="Save").click()
    desk.expect_saved()

    assert citations(server, reviewer) == [(*before[:3], "Word for word.", "")]
