"""Nothing is lost: fast keys, slow and broken lines, reloads, refusals, drafts."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.browser.harness.conftest import Data, Pane, article

OpenPane = Callable[..., Pane]
VERDICTS = {"1": "supported", "2": "unsupported", "3": "contradicted"}


@pytest.mark.parametrize("delay", [1, 150], ids=["fast server", "slow server"])
def test_twenty_keys_a_second_each_land_once_on_the_claim_that_was_shown(open_pane: OpenPane, delay: int) -> None:
    pane = open_pane(article(70))
    pane.server(f"server.delay = {delay}")
    dice, pressed = random.Random(7), []

    for _ in range(60):
        key = dice.choice("123")
        pressed.append([pane.claim, VERDICTS[key]])
        pane.page.keyboard.press(key, delay=50)  # held so long: twenty a second

    pane.wait_saved()
    assert pane.answers() == pressed


def test_a_lost_line_is_said_and_everything_is_saved_when_it_is_back(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("line(false)")

    pane.press("123")

    assert pane.saved.get_attribute("data-saved") == "offline"
    assert pane.saved.inner_text() == "not connected: 3 kept in this browser"
    pane.server("line(true)")
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"], ["c1", "unsupported"], ["c2", "contradicted"]]


def test_without_a_network_it_is_said_at_once_and_a_desk_on_this_machine_saves_all_the_same(
    open_pane: OpenPane,
) -> None:
    pane = open_pane()
    pane.server("server.isDown = true")
    pane.press("1")
    assert pane.saved.get_attribute("data-saved") == "saving"

    pane.page.evaluate("dispatchEvent(new Event('offline'))")

    assert pane.saved.inner_text() == "not connected: 1 kept in this browser"
    pane.server("server.isDown = false")
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"]]


def test_a_silent_server_is_told_within_four_seconds(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.isDown = true")

    pane.press("1")

    pane.page.wait_for_selector('[data-saved="offline"]', timeout=4500)


def test_another_tab_of_the_same_person_shows_what_was_answered_in_this_one(open_pane: OpenPane) -> None:
    here = open_pane()
    there = here.another_tab()

    here.press("1")
    here.wait_saved()
    there.page.wait_for_selector('[data-unit="here/1@c0"][data-state="supported"]')

    assert there.page.locator(".hint").inner_text() == "You changed this claim in another tab."
    there.press("u")
    assert there.state("c0") == "none"


def test_a_reload_without_a_line_keeps_answers_and_their_marks(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("line(false)")
    pane.press("12")

    pane.reload()  # the page comes back with a line

    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"], ["c1", "unsupported"]]
    assert [pane.state("c0"), pane.state("c1")] == ["supported", "unsupported"]


def test_trouble_is_shown_in_the_desk_s_words_and_the_answer_goes_out_again(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.trouble = 'the disk is full'")

    pane.press("1")

    pane.page.wait_for_selector('[data-saved="offline"]')
    assert pane.saved.inner_text() == "the disk is full (1 kept in this browser)"
    pane.server("server.trouble = ''")
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"]]


def test_a_refused_answer_is_told_until_put_away_and_the_claim_falls_back(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.refuse = (item) => item.do === 'answer'")

    pane.press("1")

    pane.page.wait_for_selector('[data-saved="refused"]')
    assert pane.state("c0") == "none"
    assert "Your answer “Supported” was not saved: the desk says no" in pane.page.locator(".notice").inner_text()
    pane.reload()
    pane.page.get_by_role("button", name="Put away").click()
    pane.wait_saved()
    assert pane.page.locator(".notice").count() == 0


def test_a_refused_citation_comes_back_into_its_form(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.server("server.refuse = (item) => item.do === 'cite'")

    pane.press("c")
    pane.page.keyboard.type("10.1000/gone")
    pane.page.keyboard.press("ArrowDown")
    pane.page.keyboard.press("Enter")

    pane.page.wait_for_selector('[data-saved="refused"]')
    assert pane.page.locator("[name=identifier]").input_value() == "10.1000/gone"
    assert pane.page.locator(".citations li").count() == 0


def test_a_citation_is_parsed_as_typed_asked_about_when_unclear_and_added_with_enter(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("1")
    pane.page.keyboard.press("ArrowLeft")

    pane.press("c")
    pane.page.keyboard.type("1234567")
    pane.page.get_by_role("button", name="PMID 1234567").click()
    pane.page.wait_for_selector('.parsed[data-ok="true"]')
    pane.page.keyboard.press("Enter")

    link = pane.page.locator(".citations a")
    assert (link.inner_text(), link.get_attribute("rel")) == ("PMID 1234567", "noopener noreferrer")
    assert pane.page.locator(".citations li").get_attribute("data-stance") == "supports"
    pane.wait_saved()
    assert pane.page.locator('[data-unit="here/1@c0"]').get_attribute("data-open") == "no"
    pane.page.get_by_role("button", name="Remove PMID 1234567").click()
    pane.wait_saved()
    assert pane.page.evaluate("desk.server.labels['here/1@c0'].citations") == []


def test_an_address_that_is_no_web_address_is_no_link(open_pane: OpenPane) -> None:
    citation = {"type": "url", "identifier": "x", "shown": "click me", "url": "javascript:alert(1)"}
    label: Data = {"verdict": "supported", "kind": None, "skipped": False, "rationale": "", "search_note": ""}
    label |= {"confidence": None, "missing": None, "saved_at": "2026-01-01T00:00:00+00:00"}
    label["citations"] = [citation | {"stance": "supports", "quote": "", "place": ""}]
    pane = open_pane(article(labels={"here/1@c0": label}))

    pane.page.locator('[data-unit="here/1@c0"]').click()

    assert pane.page.locator(".citations a").count() == 0
    assert "click me" in pane.page.locator(".citations").inner_text()


def test_notes_are_saved_after_a_pause_and_before_another_claim_comes(open_pane: OpenPane) -> None:
    pane = open_pane()

    pane.press("n")
    pane.page.keyboard.type("because")
    pane.page.wait_for_function("desk.server.labels['here/1@c0']?.rationale === 'because'")
    pane.page.keyboard.type(" of two trials")
    pane.page.locator('[data-unit="here/1@c4"]').click()
    pane.wait_saved()

    assert pane.page.evaluate("desk.server.labels['here/1@c0'].rationale") == "because of two trials"
    assert pane.page.locator("[name=rationale]").input_value() == ""


def test_what_was_typed_survives_a_verdict_a_rerun_and_a_reload(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("c")
    pane.page.keyboard.type("10.1000/half")
    pane.page.locator("[name=quote]").fill("quoted words")
    pane.page.keyboard.press("Escape")
    pane.press("1")
    assert pane.page.locator("[name=identifier]").input_value() == ""

    pane.reload()
    pane.page.locator('[data-unit="here/1@c0"]').click()

    assert pane.page.locator("[name=identifier]").input_value() == "10.1000/half"
    assert pane.page.locator("[name=quote]").input_value() == "quoted words"


def test_a_reload_comes_back_to_the_claim_in_hand(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.locator('[data-unit="here/1@c7"]').click()

    pane.reload()

    assert pane.claim == "c7"


def test_a_run_of_the_whole_page_leaves_the_claim_the_focus_and_the_text(open_pane: OpenPane) -> None:
    data = article()
    pane = open_pane(data)
    pane.press("11n")
    pane.page.keyboard.type("half a ")

    pane.page.evaluate("(data) => desk.mountPane(data)", data)
    pane.page.keyboard.type("word")

    assert pane.claim == "c2"
    assert pane.page.locator("[name=rationale]").input_value() == "half a word"
    assert pane.state("c0") == "supported"
    pane.page.keyboard.press("Escape")
    pane.press("2")
    pane.wait_saved()
    assert len(pane.answers()) == 3


def test_an_unreadable_entry_in_storage_is_told_and_kept_aside(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("localStorage.setItem('claimdesk.item.d1.3.000.k', '{')")

    pane.reload()

    assert "could not be read" in pane.page.locator(".notice").inner_text()
    assert pane.page.evaluate("localStorage.getItem('claimdesk.aside.claimdesk.item.d1.3.000.k')") == "{"


def test_every_character_of_the_article_stands_on_the_page(open_pane: OpenPane) -> None:
    data = article(0)
    data["units"] += [unit | {"id": f"here/1@{at}"} for at, unit in enumerate(_odd_units())]
    data["tail"] = " |\n***\n"
    text = "".join(unit["gap"] + unit["text"] for unit in data["units"]) + data["tail"]
    pane = open_pane(data)

    assert pane.page.locator("article").evaluate("(node) => node.textContent") == text


def test_a_row_of_a_table_shows_what_each_cell_is(open_pane: OpenPane) -> None:
    data = article(2)
    cells = [["Who", "Men"], ["Dose <b>a day</b>", "11 mg"], ["Note", ""]]
    data["units"][1] |= {"kind": "table_row", "header": "Who | Dose | Note", "cells": cells}
    data["units"][2] |= {"kind": "table_row", "header": "Who Dose", "cells": [["", "Men"], ["", "8 mg"]]}
    pane = open_pane(data)
    card = pane.page.locator(".card")

    assert card.locator("dt").all_text_contents() == ["Who", "Dose <b>a day</b>", "Note"]
    assert card.locator("dd").all_text_contents() == ["Men", "11 mg", "–"]
    assert not card.locator(".lead").is_visible()

    pane.page.keyboard.press("ArrowRight")

    assert not card.locator(".cells").is_visible()
    assert card.locator(".lead").text_content() == "Who Dose"


def _odd_units() -> list[Data]:
    rows = [
        ("\n\n## ", "A heading <b>&amp;</b>", "heading"),
        ("\n\n  • ", "HLA-B*57:01 and HLA-B*58:01 👩‍⚕️.", "claim"),
        ("\n  • ", "مرحبا بالعالم.", "list_item"),
        ("\n\n| ", "Dose | Effect", "table_header"),
        (" |\n|---|---|\n| ", "5 mg | none", "table_row"),
    ]
    common = {"check": True, "headings": [], "intro": "", "header": "", "cues": [], "flags": []}
    return [{"gap": gap, "text": text, "kind": kind} | common for gap, text, kind in rows]


def test_an_article_of_five_thousand_units_takes_every_key(open_pane: OpenPane) -> None:
    pane = open_pane(article(5000))
    pressed = []

    for key in "123" * 10:
        pressed.append([pane.claim, VERDICTS[key]])
        pane.page.keyboard.press(key, delay=20)

    pane.wait_saved()
    assert pane.answers() == pressed


def test_a_pane_whose_script_was_replaced_by_a_newer_one_goes_on_saving(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("globalThis[Symbol.for('claimdesk')].line.stop()")  # as the newer script does

    pane.press("1")
    pane.wait_saved()

    assert pane.answers() == [["c0", "supported"]]
