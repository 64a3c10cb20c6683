"""Evidence typed at the desk: read as it is typed, kept whatever happens, on the claim it was typed for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.model import Person
from annotator.storage.connection import open_database
from annotator.storage.works import save_works
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


def test_a_pasted_reference_is_asked_about_and_the_rest_of_it_offered_next(
    desk: Desk, server: Server, reviewer: Person
) -> None:
    desk.press("c")
    desk.page.keyboard.insert_text("Kim A. Zinc for colds. 2020. doi: 10.1000/zinc.1. PMID: 33301246; see NCT04368728")
    desk.page.get_by_role("button", name="DOI 10.1000/zinc.1").wait_for()
    desk.press("Tab", "Enter")
    expect(desk.page.get_by_role("link", name="10.1000/zinc.1")).to_be_visible()
    desk.press("ArrowDown", "Enter")
    desk.expect_saved()
    desk.press("c")

    offers = desk.page.get_by_role("listbox", name="Sources to choose from")
    expect(offers).to_contain_text("Also in what you pasted")
    expect(offers).to_contain_text("PMID 33301246")
    expect(offers.get_by_role("option", name="DOI 10.1000/zinc.1")).to_have_count(0)
    offers.get_by_role("option", name="NCT04368728").click()
    desk.press("ArrowDown", "Enter")
    desk.expect_saved()
    assert [identifier for _, identifier, *_ in citations(server, reviewer)] == ["10.1000/zinc.1", "NCT04368728"]


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


TRIAL = Work(
    {
        "title": "Magnesium for spasticity: <i>one</i> trial",
        "author": [{"family": "Ng", "given": "W"}],
        "container-title": "Neurology",
        "issued": {"date-parts": [[2023]]},
        "abstract": "Magnesium reduced spasticity by 12% in adults with multiple sclerosis.",
    },
    (parse_identifier("10.1000/trial"),),
    ("Randomized Controlled Trial",),
)


def paste(desk: Desk, text: str) -> None:
    """Paste ``text`` as a person does: from the clipboard."""
    desk.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    desk.page.keyboard.press("Control+v")


def test_from_a_claim_to_the_next_with_its_source_quote_and_strength_in_six_keys_beside_pasting(
    desk: Desk, server: Server, reviewer: Person
) -> None:
    first, second = server.queue()[:2]
    with open_database(server.db) as db:
        save_works(db, [TRIAL], Origin.FILE, reviewer.name, datetime.now(UTC))
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    keys = iter(
        ["c", "ArrowDown", "Tab", "Enter", "r", "1"]
    )  # cite, supports it, on to the quote, the strength, answer

    desk.press(next(keys))
    paste(desk, "https://doi.org/10.1000/trial")
    expect(desk.page.get_by_text("Magnesium for spasticity: <i>one</i> trial")).to_be_visible()
    expect(desk.page.get_by_text("Ng W · Neurology · 2023")).to_be_visible()
    expect(desk.page.get_by_text("Never checked for retraction")).to_be_visible()
    desk.press(next(keys), next(keys))
    paste(desk, "Magnesium reduced spasticity by 12% in adults")
    expect(desk.page.get_by_text("Word for word in the abstract")).to_be_visible()
    desk.press(*keys)
    desk.expect_claim(second)
    desk.expect_saved()

    rows = server.rows(
        "SELECT label.claim_id, verdict, identifier, stance, quote, strength FROM current_labels AS label"
        " JOIN citations ON label_id = label.id JOIN sources ON sources.id = source_id WHERE reviewer = ?",
        reviewer.id,
    )
    quote = "Magnesium reduced spasticity by 12% in adults"
    assert rows == [(first, "supported", "10.1000/trial", "supports", quote, "randomised_trial")]
    pressed = desk.page.evaluate("window.pressed.map(([claim, key]) => key)")
    beside = [key for key in pressed if key not in ("Control", "v")]
    assert len(beside) == 6
    expect(desk.unit(first)).to_have_attribute("data-open", "no")


def test_nothing_of_the_flow_waits_for_the_desk(desk: Desk, server: Server, reviewer: Person) -> None:
    """With the line cut the same keys do the same; what the desk would have told comes when it is back."""
    first, second = server.queue()[:2]
    desk.page.context.set_offline(True)
    desk.press("c")
    desk.page.keyboard.insert_text("10.1000/trial")
    desk.press("ArrowDown", "Tab")
    desk.page.keyboard.insert_text("by 12%")
    desk.press("Enter", "r", "1")
    desk.expect_claim(second)
    desk.page.context.set_offline(False)
    desk.expect_saved()

    assert citations(server, reviewer) == [("doi", "10.1000/trial", "supports", "by 12%", "")]
    assert server.labels(reviewer)[-1] == (first, "supported")


def test_the_strength_is_given_later_in_two_keys(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("c")
    desk.page.keyboard.insert_text("PMID 33301246")
    desk.press("ArrowDown", "Enter")
    desk.expect_saved()
    desk.press("e", "r")
    desk.expect_saved()

    rows = server.rows(
        "SELECT strength FROM current_labels AS label JOIN citations ON label_id = label.id WHERE reviewer = ?",
        reviewer.id,
    )
    assert rows == [("randomised_trial",)]
