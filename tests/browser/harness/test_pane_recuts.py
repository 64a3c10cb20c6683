"""The cut repaired in the pane: merged, split, another kind, by key and by mouse, on a slow line and without one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.harness.conftest import Pane, article

OpenPane = Callable[..., Pane]
FIRST, SECOND = ("Claim number 0 says that 5 mg helps.", "Claim number 1 says that 5 mg helps.")


def wait_claim(pane: Pane, name: str) -> None:
    pane.page.wait_for_selector(f'[data-claim="here/1@{name}"]:not([data-waiting])')


def told(pane: Pane) -> str:
    return pane.page.locator(".hint").inner_text()


def dialog(pane: Pane, name: str) -> None:
    expect(pane.page.get_by_role("dialog", name=name)).to_be_visible()


def test_two_claims_that_nobody_labelled_are_merged_at_once_and_undo_parts_them(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("m")
    wait_claim(pane, "c0+c1")

    assert pane.page.locator(".card .claim").inner_text() == f"{FIRST} {SECOND}"
    assert "Merged" in told(pane)
    pane.press("u")
    wait_claim(pane, "c0")
    assert pane.state("c1") == "none"
    pane.press("u")
    assert told(pane) == "Nothing left to undo."


def test_undo_goes_back_through_answers_and_recuts_in_their_order(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("1m")
    wait_claim(pane, "c1+c2")
    pane.press("3")
    pane.wait_saved()

    pane.press("u")
    wait_claim(pane, "c1+c2")
    assert pane.state("c1+c2") == "none"
    pane.press("u")
    wait_claim(pane, "c1")
    pane.press("u")
    assert (pane.claim, pane.state("c0")) == ("c0", "none")


def test_where_something_is_at_stake_a_merge_is_shown_first_and_asks(open_pane: OpenPane) -> None:
    pane = open_pane(article(labelled=["here/1@c1"]))
    pane.press("3")
    pane.page.keyboard.press("ArrowLeft")

    pane.press("m")
    dialog(pane, "Merge with the next unit?")
    assert pane.page.locator(".recut-text:visible").inner_text() == f"{FIRST} {SECOND}"
    reasons = pane.page.locator("dialog[open] .reasons").inner_text()
    assert "You answered the first: Contradicted." in reasons
    assert "Somebody else has labelled the second." in reasons
    pane.press("1")  # only a letter here
    pane.page.keyboard.press("Escape")
    assert (pane.claim, pane.state("c0")) == ("c0", "contradicted")
    pane.press("m")
    pane.page.keyboard.press("Enter")
    wait_claim(pane, "c0+c1")
    assert pane.state("c0+c1") == "none"


def test_keys_wait_for_the_desk_and_other_claims_do_not(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.delay = 800")

    pane.press("m")
    pane.press("1")
    assert "wait for the desk" in told(pane)
    pane.press("u")
    assert "wait for the desk" in told(pane)
    assert pane.page.locator("ul.citations").evaluate("(node) => node.inert") is True
    assert pane.page.locator(".evidence").evaluate("(node) => node.inert") is False  # typing goes with the words
    for _ in range(2):
        pane.page.keyboard.press("ArrowRight")
    pane.press("2")
    pane.page.wait_for_selector('[data-unit="here/1@c0+c1"]')
    pane.wait_saved()

    assert pane.answers() == [["c2", "unsupported"]]
    assert pane.claim == "c3"


def test_without_a_line_a_merge_waits_and_is_done_when_the_desk_is_back(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("line(false)")
    pane.press("m")
    assert pane.page.locator(".card[data-waiting]").count() == 1
    pane.reload()  # the line is up again

    wait_claim(pane, "c0+c1")
    pane.wait_saved()
    assert pane.page.evaluate("Object.keys(desk.server.recuts).length") == 1


def test_a_unit_is_split_where_the_arrows_say(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("p")
    dialog(pane, "Split this unit")
    pane.page.keyboard.press("ArrowLeft")
    pane.page.keyboard.press("Enter")
    wait_claim(pane, "c0.0")

    left = pane.page.locator(".card .claim").inner_text()
    right = pane.page.locator('[data-unit="here/1@c0.1"]').inner_text()
    assert f"{left} {right}" == FIRST
    assert "Split" in told(pane)
    pane.press("u")
    wait_claim(pane, "c0")


def test_a_unit_is_split_with_the_mouse_alone(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.page.get_by_role("button", name="Split", exact=True).click()
    pane.page.locator(".point").nth(3).click()
    pane.page.get_by_role("button", name="Split here", exact=True).last.click()
    wait_claim(pane, "c0.0")

    assert pane.page.locator(".card .claim").inner_text() == "Claim number 0 says"


def test_escape_leaves_the_unit_whole(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("p")
    pane.page.keyboard.press("Escape")
    pane.press("1")
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"]]


def test_any_kind_is_a_key_away_and_undone_like_an_answer(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("k")
    dialog(pane, "What is it?")
    pane.press("r")
    assert pane.page.locator(".card .kind").inner_text() == "table row"
    assert pane.claim == "c0"
    pane.press("kh")
    assert (pane.claim, pane.state("c0")) == ("c1", "not_a_claim")
    pane.press("u")
    assert (pane.claim, pane.page.locator(".card .kind").inner_text()) == ("c0", "table row")
    pane.press("u")
    assert pane.page.locator(".card .kind").inner_text() == "claim"
    pane.press("kc")
    assert "already" in told(pane)


def test_a_heading_is_raised_to_a_claim_by_its_kind(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.keyboard.press("ArrowUp")

    pane.press("kc")

    assert pane.claim == "title"
    assert pane.page.locator(".card .place").inner_text() == "Claim 1 of 13"


def test_an_answer_to_a_claim_that_somebody_cut_anew_is_told_and_leads_to_what_stands_there(
    open_pane: OpenPane,
) -> None:
    pane = open_pane()
    pane.server(
        "const [title, one, two, ...rest] = server.units;"
        "server.units = [title, { ...one, id: 'here/1@new', text: one.text + ' ' + two.text }, ...rest];"
        "server.replaced = { [one.id]: ['here/1@new'], [two.id]: ['here/1@new'] };"
    )

    pane.press("3")
    pane.page.wait_for_selector('[data-unit="here/1@new"]')

    assert "“Contradicted” was not saved: this claim was merged" in pane.page.locator(".notice").inner_text()
    assert "cut anew meanwhile" in told(pane)
    assert pane.claim == "new"
    pane.page.get_by_role("button", name="Put away").click()
    wait_claim(pane, "new")
    pane.press("3")
    pane.wait_saved()
    assert pane.answers() == [["new", "contradicted"]]


def test_what_was_typed_goes_with_the_words(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("c")
    pane.page.keyboard.type("10.1000/typed")
    pane.page.keyboard.press("Escape")

    pane.press("m")
    wait_claim(pane, "c0+c1")

    assert pane.page.locator("[name=identifier]").input_value() == "10.1000/typed"


def test_the_other_tab_shows_what_this_one_cut_anew(open_pane: OpenPane) -> None:
    pane = open_pane()
    other = pane.another_tab()
    other.server("return 1")
    pane.press("m")
    wait_claim(pane, "c0+c1")

    other.page.wait_for_function("desk.server.opened.some((one) => one.isRefresh)")


def test_nothing_follows_the_last_unit(open_pane: OpenPane) -> None:
    pane = open_pane(article(1))
    pane.press("m")
    assert "Nothing follows" in told(pane)
