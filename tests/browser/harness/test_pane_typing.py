"""Typing while a colleague cuts the claim anew: letters stay letters, and no key lands on words that were not read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.harness.conftest import Pane

OpenPane = Callable[..., Pane]

SPLIT_BY_A_COLLEAGUE = """
const at = server.units.findIndex((unit) => unit.id === "here/1@c0");
const one = server.units[at];
const part = (name, gap) => ({ ...one, id: `here/1@${name}`, gap, text: `Part ${name}.` });
const parts = [part("one", one.gap), part("two", " ")];
server.units = server.units.toSpliced(at, 1, ...parts);
server.replaced = { [one.id]: parts.map(({ id }) => id) };
"""
PAGE_RUN = """async (more) => {
  const data = await (await fetch("/data.json")).json();
  desk.mountPane({ ...data, units: desk.server.units, replaced: desk.server.replaced, ...more });
}"""
NEW_VERSION = """async (more) => {
  const data = await (await fetch("/data.json")).json();
  data.article.revision = 2;
  for (const unit of data.units) unit.id = unit.id.replace("/1@", "/2@");
  desk.server.units = data.units;
  desk.mountPane({ ...data, ...more });
}"""
LETTERS = "musxjkpq 123 y"  # each of them a command
FIELDS = pytest.mark.parametrize(("key", "name"), [("n", "rationale"), ("c", "identifier")], ids=["note", "citation"])


def wait_claim(pane: Pane, claim_id: str) -> None:
    pane.page.wait_for_selector(f'[data-claim="{claim_id}"]:not([data-waiting])')


def told(pane: Pane) -> str:
    return pane.page.locator(".hint").inner_text()


def deeds(pane: Pane) -> list[str]:
    """What waits or was done, but for notes."""
    pane.page.wait_for_selector('[data-saved="all"], [data-saved="refused"]')
    done = "return server.saves.map(String)"
    return list(pane.server(done))


@FIELDS
def test_typing_goes_on_when_a_colleague_cuts_the_claim_anew(open_pane: OpenPane, key: str, name: str) -> None:
    pane = open_pane()
    pane.server("line(false)")
    pane.press("1")  # waits, and will be told that its claim is gone
    pane.page.keyboard.press("ArrowLeft")
    pane.press(key)
    pane.page.keyboard.type("first ")
    pane.server(SPLIT_BY_A_COLLEAGUE)
    pane.server("server.delay = 300; line(true)")
    pane.page.keyboard.type(LETTERS)
    pane.page.wait_for_selector('[data-unit="here/1@one"]')
    pane.page.keyboard.type(LETTERS)

    field = pane.page.locator(f"[name={name}]")
    expect(field).to_be_focused()
    assert field.input_value() == "first " + LETTERS * 2
    assert pane.card.get_attribute("data-claim") == "here/1@one"
    assert deeds(pane) == []


@FIELDS
def test_typing_goes_on_when_a_page_run_brings_other_units(open_pane: OpenPane, key: str, name: str) -> None:
    pane = open_pane()
    pane.press(key)
    pane.page.keyboard.type("first ")
    pane.server(SPLIT_BY_A_COLLEAGUE)
    pane.page.evaluate(PAGE_RUN)
    pane.page.keyboard.type(LETTERS)

    field = pane.page.locator(f"[name={name}]")
    expect(field).to_be_focused()
    assert field.input_value() == "first " + LETTERS
    assert deeds(pane) == []


@FIELDS
def test_typing_goes_on_while_another_tab_of_the_same_person_merges_the_claim(
    open_pane: OpenPane, key: str, name: str
) -> None:
    pane = open_pane()
    other = pane.another_tab()
    pane.press(key)
    pane.page.keyboard.type("first ")
    other.press("m")
    other.page.wait_for_selector('[data-claim="here/1@c0+c1"]:not([data-waiting])')
    pane.page.wait_for_function("desk.server.opened.some((one) => one.isRefresh)")
    pane.page.keyboard.type(LETTERS)
    pane.page.evaluate(
        """async () => {
          const [title, one, two, ...rest] = desk.server.units;
          const whole = { ...one, id: "here/1@c0+c1", text: one.text + " " + two.text };
          desk.server.units = [title, whole, ...rest];
          desk.server.replaced = { [one.id]: [whole.id], [two.id]: [whole.id] };
        }"""
    )
    pane.page.evaluate(PAGE_RUN)
    pane.page.keyboard.type(LETTERS)

    field = pane.page.locator(f"[name={name}]")
    expect(field).to_be_focused()
    assert field.input_value() == "first " + LETTERS * 2
    assert pane.card.get_attribute("data-claim") == "here/1@c0+c1"
    assert deeds(pane) == []


@FIELDS
def test_when_the_claim_goes_by_a_new_version_no_letter_is_a_command_until_escape(
    open_pane: OpenPane, key: str, name: str
) -> None:
    pane = open_pane()
    pane.press(key)
    pane.page.keyboard.type("first")
    pane.page.evaluate(NEW_VERSION)  # nothing stands where the claim was
    pane.page.keyboard.type(LETTERS)

    assert "Press Esc for the keys" in told(pane)
    assert pane.page.locator(f"[name={name}]").input_value() == ""
    assert deeds(pane) == []
    pane.page.keyboard.press("Escape")
    pane.page.wait_for_selector(".card:not([data-waiting])")
    pane.press("1")
    pane.wait_saved()
    assert pane.server("return server.saves.length") == 1
    assert "Press Esc" not in told(pane)


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param("(field) => field.remove()", id="taken from the page"),
        pytest.param("(field) => { field.closest('.evidence').inert = true; }", id="inert"),
        pytest.param("(field) => { field.disabled = true; }", id="disabled"),
        pytest.param("(field) => { field.closest('.evidence').hidden = true; }", id="hidden"),
        pytest.param("(field) => field.blur()", id="blurred by a script"),
    ],
)
@pytest.mark.parametrize("way_back", ["Escape", "click"])
def test_a_field_that_loses_the_focus_by_no_act_of_the_person_gives_its_letters_to_nothing(
    open_pane: OpenPane, lost: str, way_back: str
) -> None:
    pane = open_pane()
    pane.press("n")
    pane.page.keyboard.type("abc")
    pane.page.locator("[name=rationale]").evaluate(lost)
    pane.page.keyboard.type(LETTERS)

    assert "Press Esc for the keys" in told(pane)
    assert (pane.claim, deeds(pane)) == ("c0", [])
    if way_back == "click":
        pane.page.locator(".card .claim").click()
    else:
        pane.page.keyboard.press("Escape")
    assert not told(pane)
    pane.press("3")
    assert pane.state("c0") == "contradicted"


@pytest.mark.parametrize("way_out", ["Escape", "Tab", "Control+Enter", "click"])
def test_who_leaves_a_field_has_the_keys(open_pane: OpenPane, way_out: str) -> None:
    pane = open_pane()
    pane.press("n")
    pane.page.keyboard.type("abc")
    if way_out == "click":
        pane.page.locator(".card .claim").click()
    else:
        pane.page.keyboard.press(way_out)
        if way_out == "Tab":
            pane.page.keyboard.press("Tab")  # past the other note, to the confidence
    pane.press("3")
    pane.wait_saved()
    assert pane.answers() == [["c0", "contradicted"]]


def test_a_new_line_in_a_note_is_no_way_out_of_it(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("n")
    pane.page.keyboard.press("Enter")
    pane.page.locator("[name=rationale]").evaluate("(field) => field.blur()")
    pane.press("1")
    assert "Press Esc" in told(pane)
    assert pane.state("c0") == "none"


@pytest.mark.parametrize("delay", [5, 300], ids=["a fast desk", "a slow desk"])
def test_a_verdict_pressed_around_a_merge_lands_on_no_other_claim(open_pane: OpenPane, delay: int) -> None:
    pane = open_pane()
    pane.server(f"server.delay = {delay}")
    pane.press("m1")
    pane.page.wait_for_selector('[data-claim="here/1@c0+c1"]')
    pane.press("2")

    assert "2 were not taken: the claim was being cut anew" in told(pane) or "2 was not taken" in told(pane)
    assert pane.state("c0+c1") == "none"
    wait_claim(pane, "here/1@c0+c1")
    pane.press("3")
    pane.wait_saved()
    assert pane.answers() == [["c0+c1", "contradicted"]]


def test_a_citation_begun_while_a_merge_waits_is_typed_and_no_digit_is_a_verdict(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.delay = 300")
    pane.press("mc")
    pane.page.keyboard.type("PMID 123")
    pane.page.keyboard.press("Enter")  # too early: it waits for the words
    pane.page.wait_for_selector('[data-claim="here/1@c0+c1"]')
    pane.page.keyboard.type("21")

    assert pane.page.locator("[name=identifier]").input_value() == "PMID 12321"
    assert deeds(pane) == []


def carried(pane: Pane) -> None:
    """A note typed on a claim that a colleague splits, refused, and carried to its first part."""
    pane.server("line(false)")
    pane.press("n")
    pane.page.keyboard.type("as shown")
    pane.page.keyboard.press("Escape")
    pane.server(SPLIT_BY_A_COLLEAGUE)
    pane.server("line(true)")
    wait_claim(pane, "here/1@one")


def test_what_a_colleagues_cut_cost_is_one_box_that_goes_once_seen(open_pane: OpenPane) -> None:
    pane = open_pane()
    carried(pane)

    notices = pane.page.locator(".notice")
    assert notices.count() == 1
    assert "What you typed is a draft here now" in notices.inner_text()
    assert notices.bounding_box()["height"] < 80  # type: ignore[index]
    assert pane.page.locator('[data-unit="here/1@one"]').get_attribute("data-draft") == "yes"
    assert "Draft, not saved" in pane.page.locator(".notes .draft").inner_text()
    pane.page.keyboard.press("ArrowRight")
    assert notices.count() == 0
    pane.page.keyboard.press("ArrowLeft")
    pane.press("n")
    pane.page.keyboard.press("Control+Enter")
    pane.wait_saved()
    assert pane.server("return server.labels['here/1@one'].rationale") == "as shown"
    assert pane.page.locator('[data-unit="here/1@one"]').get_attribute("data-draft") is None
    assert pane.page.evaluate("Object.keys(localStorage).filter((name) => name.includes('.draft.'))") == []


def test_d_puts_a_notice_away_and_what_was_typed_on_a_claim_that_is_gone_does_not_pile_up(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("c")
    pane.page.keyboard.type("10.1000/x")
    pane.page.evaluate(NEW_VERSION)
    pane.page.keyboard.press("Escape")

    assert "Typed on a claim that is gone: “10.1000/x”" in pane.page.locator(".notice").inner_text()
    pane.press("d")
    assert pane.page.locator(".notice").count() == 0
    assert pane.page.evaluate("Object.keys(localStorage).filter((name) => name.includes('.draft.'))") == []
