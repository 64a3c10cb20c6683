"""What becomes known of a source after it was cited: who has gone on is told, and the claim is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.harness.conftest import Pane, article
from tests.browser.harness.test_pane_citing import RETRACTED, begin, knows

OpenPane = Callable[..., Pane]
CONCERN = {"standing": "concern", "words": "Expression of concern 2020", "tone": "doubt", "url": "", "why": ""}


def cite_and_go_on(pane: Pane, *, fast: bool = False) -> None:
    """Cite a source for the claim in hand, give the verdict; the next claim comes."""
    if fast:
        pane.press("c")
        pane.page.keyboard.insert_text("10.1000/a")
    else:
        begin(pane)
    for key in ("Tab", "Enter", "c", "1"):
        pane.page.keyboard.press(key)
    assert pane.claim == "c1"


def mark(pane: Pane, name: str = "c0") -> Locator:
    return pane.page.locator(f'[data-unit="here/1@{name}"]')


def notice(pane: Pane) -> Locator:
    return pane.page.get_by_role("region", name="Notices").locator(".notice")


@pytest.mark.parametrize(
    "fast", [pytest.param(False, id="asked-before"), pytest.param(True, id="faster-than-any-question")]
)
def test_who_has_gone_on_is_told_that_what_they_cited_is_retracted(open_pane: OpenPane, fast: bool) -> None:
    pane = open_pane()
    knows(pane, pending=True, title="")
    cite_and_go_on(pane, fast=fast)
    expect(notice(pane)).to_have_count(0)
    knows(pane, retraction=RETRACTED)

    expect(notice(pane)).to_contain_text("What you cited is retracted: DOI 10.1000/a")
    expect(notice(pane)).to_contain_text("Retracted 2010-02-06; checked 2026-11-26")
    expect(notice(pane).locator(".quote")).to_have_text("Claim number 0 says that 5 mg helps.")
    expect(mark(pane)).to_have_attribute("data-against", "bad")
    expect(mark(pane)).to_have_accessible_description("supported Cites retracted work", ignore_case=True)
    assert pane.claim == "c1"

    pane.page.get_by_role("button", name="Show the claim").click()
    assert pane.claim == "c0"
    expect(pane.page.locator(".citations .retraction")).to_have_text("⊘ Retracted 2010-02-06; checked 2026-11-26")
    pane.page.keyboard.press("ArrowRight")
    expect(notice(pane)).to_have_count(0)
    expect(mark(pane)).to_have_attribute("data-against", "bad")


def test_the_notice_is_put_away_by_its_key_and_the_mark_stays(open_pane: OpenPane) -> None:
    pane = open_pane()
    knows(pane, pending=True)
    cite_and_go_on(pane)
    knows(pane, retraction=CONCERN)
    expect(notice(pane)).to_contain_text("There is a concern about what you cited")

    pane.press("d")

    expect(notice(pane)).to_have_count(0)
    expect(mark(pane)).to_have_attribute("data-against", "doubt")


def test_who_was_shown_it_while_citing_is_not_told_again(open_pane: OpenPane) -> None:
    pane = open_pane()
    knows(pane, retraction=RETRACTED)
    cite_and_go_on(pane)

    expect(mark(pane)).to_have_attribute("data-against", "bad")
    expect(notice(pane)).to_have_count(0)


def test_a_mark_is_there_when_the_page_comes_and_goes_with_the_citation(open_pane: OpenPane) -> None:
    cited = {"type": "doi", "identifier": "10.1000/a", "shown": "10.1000/A", "url": "https://doi.org/10.1000/A"}
    label: dict[str, Any] = {"verdict": "supported", "kind": None, "skipped": False, "rationale": "", "search_note": ""}
    label |= {"confidence": None, "missing": None, "saved_at": "2026-11-23T12:00:00Z"}
    label["citations"] = [cited | {"stance": "supports", "quote": "", "place": "", "strength": None}]
    pane = open_pane(article(labels={"here/1@c1": label}, against={"doi:10.1000/a": "bad"}, start="here/1@c1"))
    expect(mark(pane, "c1")).to_have_attribute("data-against", "bad")

    pane.page.get_by_role("button", name="Remove DOI 10.1000/A").click()

    expect(mark(pane, "c1")).not_to_have_attribute("data-against", "bad")
    expect(notice(pane)).to_have_count(0)
