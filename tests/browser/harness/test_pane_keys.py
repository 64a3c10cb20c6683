"""The keys of the pane: what they do, and when they are only text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.harness.conftest import Pane, article

OpenPane = Callable[..., Pane]
FOCUSED = "document.getElementById('pane').shadowRoot.activeElement?.name"
CONNECTION_DIALOG = """{
  const dialog = document.createElement("div");
  dialog.dataset.testid = "stDialog";
  dialog.innerHTML = '<div role="dialog"><h2>Connection error</h2><button aria-label="Close"></button></div>';
  dialog.querySelector("button").addEventListener("click", () => dialog.remove());
  document.body.append(dialog);
}"""
"""Streamlit's own, as far as the pane looks at it."""


def test_a_verdict_shows_at_once_and_the_next_claim_comes(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("123")

    assert [pane.state(f"c{at}") for at in range(4)] == ["supported", "unsupported", "contradicted", "none"]
    assert pane.claim == "c3"
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"], ["c1", "unsupported"], ["c2", "contradicted"]]


def test_a_key_held_down_counts_once_and_a_second_one_beside_it_counts_too(open_pane: OpenPane) -> None:
    pane = open_pane()

    for _ in range(10):
        pane.page.keyboard.down("1")  # from the second on, an automatic repeat
    pane.page.keyboard.down("2")
    pane.page.keyboard.up("2")
    pane.page.keyboard.up("1")

    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"], ["c1", "unsupported"]]


def test_enter_held_on_a_verdict_button_answers_one_claim(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.page.locator("button[data-verdict=supported]").focus()
    for _ in range(10):
        pane.page.keyboard.down("Enter")
    pane.page.keyboard.up("Enter")

    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"]]


def test_a_double_click_on_a_verdict_answers_one_claim(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.page.locator("button[data-verdict=supported]").dblclick()

    assert [pane.state("c0"), pane.state("c1")] == ["supported", "none"]


@pytest.mark.parametrize("field", ["identifier", "rationale", "search_note"])
def test_keys_are_text_in_a_field_and_esc_gives_them_back(open_pane: OpenPane, field: str) -> None:
    pane = open_pane()

    pane.page.locator(f"[name={field}]").click()
    pane.page.keyboard.type("1 u x j s ?")

    assert pane.page.locator(f"[name={field}]").input_value() == "1 u x j s ?"
    assert pane.state("c0") == "none"
    pane.page.keyboard.press("Escape")
    pane.press("1")
    assert pane.state("c0") == "supported"


@pytest.mark.parametrize("chord", ["Control+1", "Alt+1", "Meta+1", "Shift+U", "Control+c"])
def test_keys_with_a_modifier_are_not_ours(open_pane: OpenPane, chord: str) -> None:
    pane = open_pane()

    pane.page.keyboard.press(chord)

    assert (pane.claim, pane.state("c0")) == ("c0", "none")
    pane.press("2")
    pane.wait_saved()
    assert pane.answers() == [["c0", "unsupported"]]


def test_keys_do_nothing_under_a_dialog_of_the_page(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate(
        "document.body.append(Object.assign(document.createElement('div'), {role: 'dialog', id: 'over'}))"
    )

    pane.press("1")
    pane.page.evaluate("document.getElementById('over').remove()")
    pane.press("2")

    assert [pane.state("c0"), pane.state("c1")] == ["unsupported", "none"]


def test_help_opens_with_its_key_shows_the_guideline_and_takes_the_keys(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("?")

    assert pane.page.locator("dialog[open] .guideline").inner_text() == "Judge the sentence as it stands."
    pane.press("1")
    pane.page.keyboard.press("Escape")
    assert pane.page.locator("dialog[open]").count() == 0
    assert pane.state("c0") == "none"
    pane.press("1")
    assert pane.state("c0") == "supported"


def test_our_keys_never_reach_the_page_s_own(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))")

    pane.press("cr")
    pane.page.keyboard.press("Escape")
    pane.press("1r")

    assert pane.page.evaluate("heard.filter((key) => key === '1' || key === 'Escape')") == []
    assert "r" in pane.page.evaluate("heard")


def test_not_a_claim_goes_both_ways_on_any_unit(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("x")
    assert (pane.state("c0"), pane.claim) == ("not_a_claim", "c1")
    pane.page.locator('[data-unit="here/1@title"]').click()
    assert pane.claim == "title"
    pane.press("x")
    assert pane.page.locator('[data-unit="here/1@title"]').get_attribute("data-queue") == "yes"
    pane.press("1")
    assert (pane.state("title"), pane.claim) == ("supported", "c1")


def test_arrows_keep_to_the_queue_or_go_line_by_line(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("x")  # c0 is no claim

    pane.page.keyboard.press("ArrowLeft")
    assert pane.claim == "c1"
    pane.page.keyboard.press("ArrowUp")
    assert pane.claim == "c0"
    pane.page.keyboard.press("ArrowUp")
    assert pane.claim == "title"
    pane.page.keyboard.press("ArrowRight")
    assert pane.claim == "c1"


def test_skipped_claims_come_last_and_a_skip_leaves_an_answer_alone(open_pane: OpenPane) -> None:
    pane = open_pane(article(3))

    pane.press("s12")
    assert [pane.claim, pane.state("c0")] == [None, "skipped"]
    pane.press("j")
    assert pane.claim == "c0"
    pane.page.keyboard.press("ArrowRight")
    pane.press("s")
    assert pane.state("c1") == "supported"
    pane.press("j")
    pane.press("3")
    assert pane.page.locator("[data-end]:visible").count() == 1
    assert pane.state("c0") == "contradicted"


def test_the_end_card_says_what_is_open_and_leads_on(open_pane: OpenPane) -> None:
    pane = open_pane(article(2))

    pane.press("11")

    assert "Evidence missing: 2." in pane.page.locator("[data-end]").inner_text()
    pane.page.get_by_role("button", name="Next article: Zinc and colds").click()
    pane.page.wait_for_function("desk.server.opened.length === 1")
    assert pane.page.evaluate("desk.server.opened[0].slug") == "there"


def test_undo_with_nothing_left_shows_it_until_the_next_key(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("u")

    assert pane.page.locator(".hint").inner_text() == "Nothing left to undo."
    pane.press("1")
    assert not pane.page.locator(".hint").is_visible()


def test_keys_work_with_a_radio_in_focus_and_its_arrows_stay_its_own(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.page.get_by_role("radio", name="low").click()
    pane.page.keyboard.press("ArrowRight")
    assert pane.page.get_by_role("radio", name="medium").is_checked()
    assert pane.claim == "c0"
    pane.press("1")
    assert (pane.state("c0"), pane.claim) == ("supported", "c1")
    pane.page.keyboard.press("ArrowRight")

    assert pane.claim == "c2"
    pane.wait_saved()
    assert pane.page.evaluate("Object.entries(desk.server.labels).map(([id, label]) => [id, label.confidence])") == [
        ["here/1@c0", "medium"]
    ]


@pytest.mark.parametrize("key", ["2", "x"])
def test_keys_work_with_a_button_in_focus(open_pane: OpenPane, key: str) -> None:
    pane = open_pane()

    pane.page.locator("button[data-command=back]").focus()
    pane.press(key)

    assert pane.state("c0") != "none"


def test_n_goes_to_the_first_note_which_has_its_cap_and_tab_goes_down(open_pane: OpenPane) -> None:
    pane = open_pane()
    for _ in range(2):
        pane.press("n")
        assert pane.page.evaluate(FOCUSED) == "rationale"
        assert pane.page.locator(".note kbd:visible").count() == 1
        pane.page.keyboard.press("Escape")
    pane.press("2")
    pane.page.keyboard.press("ArrowLeft")

    pane.press("n")
    assert pane.page.evaluate(FOCUSED) == "search_note"
    pane.page.keyboard.press("Tab")

    assert pane.page.evaluate(FOCUSED) == "rationale"
    tops = [_top(pane, name) for name in ("search_note", "rationale")]
    assert tops == sorted(tops)


def _top(pane: Pane, name: str) -> float:
    return float(pane.page.locator(f"[name={name}]").evaluate("(node) => node.getBoundingClientRect().top"))


def test_the_pane_has_a_heading_that_says_what_it_is_for(open_pane: OpenPane) -> None:
    pane = open_pane()

    assert pane.page.get_by_role("heading", level=1).all_inner_texts() == ["Review: Magnesium and sleep"]


def test_long_words_and_addresses_break_instead_of_being_cut_off(open_pane: OpenPane) -> None:
    for mode in ("review", "read"):
        data = article(2, mode=mode)
        data["units"][1]["text"] = "See https://example.org/" + "a" * 400
        pane = open_pane(data)
        widths = pane.page.locator(".text").evaluate("(node) => [node.scrollWidth, node.clientWidth]")
        chunk = pane.page.locator(".chunk").first.evaluate("(node) => [node.scrollWidth, node.clientWidth]")
        assert widths[0] <= widths[1]
        assert chunk[0] <= chunk[1]


def test_a_table_wider_than_the_page_is_scrolled(open_pane: OpenPane) -> None:
    data = article(1)
    data["units"][1] |= {"text": " | ".join(f"column {at}" for at in range(30)), "kind": "table_row", "gap": "\n\n"}
    pane = open_pane(data)

    chunk = pane.page.locator(".chunk:has(.rows)")

    assert chunk.evaluate("(node) => node.scrollWidth > node.clientWidth")
    assert chunk.evaluate("(node) => getComputedStyle(node).overflowX") == "auto"


def test_streamlit_s_dialog_on_the_connection_is_closed_and_takes_no_keys(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate(CONNECTION_DIALOG)

    pane.press("1")

    assert pane.page.evaluate("document.querySelector('[data-testid=stDialog]')") is None
    assert pane.state("c0") == "supported"


def test_undo_takes_back_answers_saved_or_not_and_shows_their_claims(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("12")
    pane.wait_saved()
    pane.server("line(false)")
    pane.press("3u")

    assert (pane.claim, pane.state("c2")) == ("c2", "none")
    pane.press("uu")
    assert (pane.claim, pane.state("c0"), pane.state("c1")) == ("c0", "none", "none")
    pane.server("line(true)")
    pane.wait_saved()
    assert pane.page.evaluate("Object.values(desk.server.labels).map((label) => label.verdict)") == [None, None, None]


def test_undo_of_another_article_s_answer_opens_it(open_pane: OpenPane) -> None:
    pane = open_pane(article(undo=[{"key": "k1", "claim_id": "there/1@0-9"}]))

    pane.press("u")

    pane.page.wait_for_function("desk.server.opened.length >= 1")
    opened = pane.page.evaluate("desk.server.opened[0]")
    assert (opened["slug"], opened["claim_id"]) == ("there", "there/1@0-9")


def test_on_a_strict_desk_a_verdict_waits_for_its_evidence(open_pane: OpenPane) -> None:
    pane = open_pane(article(strict=True))

    pane.press("1")
    assert (pane.state("c0"), pane.claim) == ("none", "c0")
    pane.page.keyboard.type("10.1000/a")
    assert pane.page.get_by_role("radio", name="supports it").is_checked()
    pane.page.locator("[name=identifier]").press("Enter")
    pane.page.keyboard.press("Escape")
    pane.press("1")
    assert (pane.state("c0"), pane.claim) == ("supported", "c1")


def test_in_an_editor_s_article_a_click_asks_for_the_claim_and_keys_do_nothing(open_pane: OpenPane) -> None:
    data = article(mode="read", start="here/1@c5")
    data["units"][3]["flags"] = ["disagreement", "open"]
    pane = open_pane(data)

    assert pane.page.locator("[aria-current=true]").get_attribute("data-unit") == "here/1@c5"
    assert pane.page.locator("[data-unit][data-flag=disagreement]").get_attribute("data-unit") == "here/1@c2"
    pane.press("1")
    pane.page.locator("[data-unit][data-flag=disagreement]").click()
    pane.page.wait_for_function("desk.server.opened.length === 1")
    assert pane.page.evaluate("desk.server.opened[0].claim_id") == "here/1@c2"
    assert pane.answers() == []
