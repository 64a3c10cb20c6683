"""The cut repaired on a real desk: a wrong split merged, a run-on split, and another reviewer's late answer told."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Person
from tests.browser.conftest import Server
from tests.browser.desk import Desk

OpenContext = Callable[..., BrowserContext]


def merged(desk: Desk, server: Server) -> str:
    """Merge the claim in hand with the next unit; the new claim's id."""
    first = desk.claim
    assert first
    (second,) = server.rows(
        "SELECT after.id FROM claims AS here JOIN claims AS after ON after.start > here.start"
        " WHERE after.retired_at IS NULL AND here.id = ? ORDER BY after.start LIMIT 1",
        first,
    )[0]  # before the key: once merged, it is retired
    desk.press("m")
    whole = f"{first.rpartition('-')[0]}-{second.rpartition('-')[2]}"
    desk.expect_claim(whole)
    desk.expect_keys()
    return whole


def test_merged_answered_undone_and_split_by_keys_alone(page: Page, server: Server, reviewer: Person) -> None:
    desk = Desk(page).open()
    before = server.rows("SELECT id FROM claims WHERE retired_at IS NULL ORDER BY start")
    first = desk.claim
    whole = merged(desk, server)
    expect(page.locator(".hint")).to_contain_text("Merged")

    desk.press("3")
    desk.press("u")
    desk.expect_claim(whole)
    desk.press("u")
    desk.expect_claim(str(first))
    expect(desk.unit(whole)).to_have_count(0)
    desk.expect_keys()
    desk.press("p", "ArrowRight", "Enter")
    expect(page.locator(".hint")).to_contain_text("Split")
    desk.expect_saved()
    assert server.labels(reviewer) == [(whole, "contradicted"), (whole, None)]
    page.reload()
    desk.ready().press("u")
    desk.expect_claim(str(first))
    desk.expect_saved()

    assert server.rows("SELECT id FROM claims WHERE retired_at IS NULL ORDER BY start") == before
    acts = server.rows(
        "SELECT act FROM recuts JOIN people ON people.id = person WHERE name = ? ORDER BY recuts.id", reviewer.name
    )
    assert acts == [("merge",), ("undo",), ("split",), ("undo",)]


def test_an_answer_to_a_claim_that_was_cut_anew_is_told_and_can_be_given_again(
    server: Server, new_person: Callable[[], Person], new_context: OpenContext
) -> None:
    ada, ben = new_person(), new_person()
    here, there = (Desk(new_context(person).new_page()).open() for person in (ada, ben))
    first = there.claim
    whole = merged(here, server)

    there.press("2")
    there.expect_claim(whole)

    notice = there.page.locator(".notice")
    expect(notice).to_contain_text("“Unsupported” was not saved: this claim was merged with another by Dr")
    notice.get_by_role("button", name="Put away").click()
    there.expect_keys()
    there.press("2")
    there.expect_saved()
    assert server.labels(ben) == [(whole, "unsupported")]

    here.press("u")  # would hide what Ben has said of the whole
    expect(here.page.locator(".notice")).to_contain_text("has labelled")
    assert server.rows("SELECT retired_at IS NULL FROM claims WHERE id = ?", whole) == [(1,)]
    there.page.goto(f"/?claim={first}")
    there.ready().expect_claim(whole)


def test_a_claim_that_is_gone_leads_to_what_stands_there(page: Page, server: Server) -> None:
    desk = Desk(page).open()
    desk.press("ArrowRight")
    old = desk.claim
    whole = merged(desk, server)

    page.goto(f"/claim?claim={old}")
    expect(page.get_by_text("This claim was merged with another.")).to_be_visible()
    page.locator(".related a").first.click()
    expect(page.get_by_text("Made by a merge")).to_be_visible()
    assert whole in page.url.replace("%2F", "/").replace("%40", "@")
