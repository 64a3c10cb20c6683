"""The order of the queue: by place, or harm first; kept for its reviewer in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.harness.conftest import Data, Pane, article

OpenPane = Callable[..., Pane]
HARM = {"name": "harm", "words": "harm: overdose", "weight": 512, "start": 0, "end": 5}
DOSE = {"name": "dose", "words": "dose 5 mg", "weight": 64, "start": 26, "end": 30}


def with_cues() -> Data:
    """Six claims: the fourth has a harm, the third a dose, the others nothing."""
    data = article(6)
    urgent: list[tuple[str, list[dict[str, Any]]]] = [("c3", [HARM]), ("c2", [DOSE])]
    for name, cues in urgent:
        (unit,) = [unit for unit in data["units"] if unit["id"].endswith(name)]
        unit |= {"cues": cues, "urgency": sum(cue["weight"] for cue in cues)}
    return data


def test_harm_first_begins_with_the_most_urgent_and_answers_go_down_from_there(open_pane: OpenPane) -> None:
    pane = open_pane(with_cues())

    pane.press("q")

    assert pane.claim == "c3"
    expect(pane.card.locator(".place")).to_have_text("Claim 1 of 6, harm first")
    expect(pane.card.locator(".cues li")).to_have_text(["harm: overdose"])
    pane.press("111")
    assert [pane.state(name) for name in ("c3", "c2", "c0", "c1")] == ["supported", "supported", "supported", "none"]
    assert pane.claim == "c1"


def test_by_place_again_goes_on_from_the_claim_in_hand(open_pane: OpenPane) -> None:
    pane = open_pane(with_cues())

    pane.press("qq")

    assert pane.claim == "c3"
    expect(pane.card.locator(".place")).to_have_text("Claim 4 of 6")
    pane.page.keyboard.press("ArrowRight")
    assert pane.claim == "c4"


def test_the_button_says_the_order_and_a_reload_keeps_it(open_pane: OpenPane) -> None:
    pane = open_pane(with_cues())

    pane.page.get_by_role("button", name="Order of the queue: by place").click()
    pane.page.reload()
    pane.page.wait_for_selector("[data-desk-ready]")

    expect(pane.page.get_by_role("button", name="Order of the queue: harm first")).to_be_visible()
