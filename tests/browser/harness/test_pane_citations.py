"""Citations typed, added, changed and taken off in the pane, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.harness.conftest import Pane, article

OpenPane = Callable[..., Pane]


def cite(pane: Pane, identifier: str, *keys: str) -> None:
    pane.press("c")
    pane.page.keyboard.type(identifier)
    for key in (*keys, "Enter"):
        pane.page.keyboard.press(key)


def stances(pane: Pane, claim: str = "c0") -> list[list[str]]:
    """What the server has: each citation's identifier and stance."""
    pane.wait_saved()
    script = "(id) => (desk.server.labels[id]?.citations ?? []).map((one) => [one.identifier, one.stance])"
    found: list[list[str]] = pane.page.evaluate(script, f"here/1@{claim}")
    return found


def test_after_enter_the_keys_are_the_claim_s_again(open_pane: OpenPane) -> None:
    pane = open_pane()

    cite(pane, "10.1000/a", "ArrowDown")
    pane.press("1")

    assert (pane.state("c0"), pane.claim) == ("supported", "c1")
    assert pane.page.locator("[name=identifier]").input_value() == ""
    assert stances(pane) == [["10.1000/a", "supports"]]


def test_without_a_verdict_the_stance_is_asked_for(open_pane: OpenPane) -> None:
    pane = open_pane()

    cite(pane, "10.1000/a")

    assert "Say what it does to the claim" in pane.page.locator(".wants").inner_text()
    assert pane.page.locator(".citations li").count() == 0
    pane.page.keyboard.press("ArrowRight")
    assert pane.page.get_by_role("radio", name="contradicts it").is_checked()
    pane.page.keyboard.press("Enter")
    assert stances(pane) == [["10.1000/a", "contradicts"]]


@pytest.mark.parametrize(
    ("keys", "stance"),
    [
        pytest.param(("ArrowDown",), "supports", id="down is the first"),
        pytest.param(("ArrowDown", "ArrowDown"), "contradicts", id="down twice is the second"),
        pytest.param(("ArrowUp",), "context", id="up is the last"),
    ],
)
def test_the_stance_is_chosen_with_the_arrows_while_typing(
    open_pane: OpenPane, keys: tuple[str, ...], stance: str
) -> None:
    pane = open_pane()

    cite(pane, "10.1000/a", *keys)

    assert stances(pane) == [["10.1000/a", stance]]


@pytest.mark.parametrize(("key", "stance"), [("1", "supports"), ("3", "contradicts")])
def test_the_verdict_chooses_the_stance(open_pane: OpenPane, key: str, stance: str) -> None:
    pane = open_pane()
    pane.press(key)
    pane.page.keyboard.press("ArrowLeft")

    cite(pane, "10.1000/a")

    assert stances(pane) == [["10.1000/a", stance]]


def test_a_citation_typed_and_not_added_is_marked_as_a_draft(open_pane: OpenPane) -> None:
    pane = open_pane()
    unit = pane.page.locator('[data-unit="here/1@c0"]')
    pane.press("c")
    pane.page.keyboard.type("10.1000/half")
    pane.page.keyboard.press("Escape")

    assert "not added" in pane.page.locator("#draft").inner_text()
    pane.press("1")
    assert unit.get_attribute("data-draft") == "yes"
    pane.reload()
    assert unit.get_attribute("data-draft") == "yes"
    assert "state-draft" in (unit.get_attribute("aria-describedby") or "")
    unit.click()
    pane.press("c")
    pane.page.keyboard.press("Enter")
    assert unit.get_attribute("data-draft") is None


def test_a_citation_is_edited_in_the_form_and_nothing_is_lost_on_the_way(open_pane: OpenPane) -> None:
    pane = open_pane()
    cite(pane, "PMID 7", "ArrowDown")
    cite(pane, "10.1000/a", "ArrowDown")

    pane.page.get_by_role("button", name="Edit PMID 7").click()
    pane.page.keyboard.press("ArrowDown")
    pane.page.locator("[name=quote]").fill("It does not.")
    pane.reload()  # half way: it is a draft
    assert stances(pane) == [["7", "supports"], ["10.1000/a", "supports"]]
    assert pane.page.locator("[name=quote]").input_value() == "It does not."
    pane.page.get_by_role("button", name="Save").click()

    assert stances(pane) == [["10.1000/a", "supports"], ["7", "contradicts"]]
    assert pane.page.locator(".citations blockquote").inner_text() == "It does not."
    assert pane.page.locator("[name=identifier]").input_value() == ""


def test_an_edit_can_be_left_as_it_was(open_pane: OpenPane) -> None:
    pane = open_pane()
    cite(pane, "PMID 7", "ArrowDown")

    pane.page.get_by_role("button", name="Edit PMID 7").click()
    pane.page.keyboard.type("9")
    pane.page.get_by_role("button", name="Leave it as it was").click()

    assert stances(pane) == [["7", "supports"]]
    assert pane.page.locator('[data-unit="here/1@c0"]').get_attribute("data-draft") is None


def test_an_edit_does_not_throw_a_draft_away(open_pane: OpenPane) -> None:
    pane = open_pane()
    cite(pane, "PMID 7", "ArrowDown")
    pane.press("c")
    pane.page.keyboard.type("10.1000/half")

    pane.page.get_by_role("button", name="Edit PMID 7").click()

    assert pane.page.locator("[name=identifier]").input_value() == "10.1000/half"
    assert "add it, or clear its fields" in pane.page.locator("#draft").inner_text()


@pytest.mark.parametrize("way", ["button", "u"])
def test_a_removed_citation_is_put_back(open_pane: OpenPane, way: str) -> None:
    pane = open_pane(article(4))
    pane.press("1")
    pane.page.keyboard.press("ArrowLeft")
    cite(pane, "PMID 7")

    pane.page.get_by_role("button", name="Remove PMID 7").click()
    assert "Citation removed." in pane.page.locator(".citations").inner_text()
    assert stances(pane) == []
    if way == "u":
        pane.press("u")
    else:
        pane.page.get_by_role("button", name="Put back").click()

    assert stances(pane) == [["7", "supports"]]
    assert pane.page.locator(".citations .gone").count() == 0
    assert pane.state("c0") == "supported"
    pane.press("u")
    assert pane.state("c0") == "none"
