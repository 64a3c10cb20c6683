"""Labelled data taken in through a real browser, by keyboard, in a form that can be read at every width."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from annotator.model import Person
from tests.browser.conftest import Server, at_rest
from tests.browser.test_adding import CONTRAST, choose_files, open_form

SEEN = 3_000  # milliseconds in which a list that is open shows what a key did
LABEL = "Claims with what others said of them"


def table(folder: Path) -> Path:
    """A table with a label word of its own, markup and a row without a claim; its claims are this folder's."""
    path = folder / f"{folder.name}.csv"
    path.write_text(
        "claim;label;reviewer;source\n"
        f"Zinc <b>cures</b> colds, says {folder.name}.;mostly false;Dr Zo\u00eb;PMID 31452104\n"
        f"Garlic helps, says {folder.name}.;true;;\n"
        ";true;;\n",
        "utf-8",
    )
    return path


def choose(page: Page, box: str, option: str) -> None:
    """Choose in a box by keyboard, once the page is at rest. Its list closes when the page moves under it: who sees
    that opens it again."""
    combobox = page.get_by_role("combobox", name=box)
    for _ in range(5):
        at_rest(page)
        combobox.scroll_into_view_if_needed()
        combobox.focus()
        page.keyboard.press("ArrowDown")
        with suppress(AssertionError, PlaywrightError, ValueError):
            _step_to(page, option)
            page.keyboard.press("Enter")
            break
        page.keyboard.press("Escape")
    expect(combobox).to_have_value(option)


def _step_to(page: Page, option: str) -> None:
    """Go down the open list to ``option``, step by step."""
    focused = page.locator("[role=option][data-focused]")
    expect(focused).to_have_count(1, timeout=SEEN)
    options = page.get_by_role("option").all_inner_texts()
    for each in options[options.index(focused.inner_text(timeout=SEEN)) + 1 : options.index(option) + 1]:
        page.keyboard.press("ArrowDown")
        expect(focused).to_have_text(each, timeout=SEEN)
    expect(focused).to_have_text(option, timeout=SEEN)


def test_a_table_is_taken_in_once_its_words_are_known(page: Page, server: Server, tmp_path: Path) -> None:
    path = table(tmp_path)
    open_form(page, "Labelled data")
    choose_files(page, path, label=LABEL)
    expect(page.get_by_text("1 article, 1 claim and 1 label by")).to_be_visible()
    expect(page.get_by_role("cell", name="nobody said what the label 'mostly false' means")).to_be_visible()

    choose(page, "mostly false", "contradicted")
    expect(page.get_by_text("1 article, 2 claims and 2 labels by")).to_be_visible()
    expect(page.get_by_role("cell", name="Zinc <b>cures</b> colds").first).to_be_visible()
    take = page.get_by_role("button", name=f"Take in {path.name}")
    take.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text(f"taken in from {path.name}; 1 refused, of 3 read.")).to_be_visible()
    expect(page.get_by_role("cell", name="it has no claim")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download them as CSV").click()
    assert download.value.path().read_text("utf-8-sig") == "line,reason\n4,it has no claim\n"
    assert server.rows(
        "SELECT claims.text, people.name, verdict FROM labels JOIN claims ON claims.id = claim_id"
        " JOIN people ON people.id = reviewer WHERE claims.text GLOB ? ORDER BY verdict",
        f"*{tmp_path.name}.",
    ) == [
        (f"Zinc <b>cures</b> colds, says {tmp_path.name}.", "Dr Zo\u00eb", "contradicted"),
        (f"Garlic helps, says {tmp_path.name}.", path.stem, "supported"),
    ]


def test_a_meaning_stands_in_its_box_only_once_it_is_chosen(page: Page, tmp_path: Path) -> None:
    open_form(page, "Labelled data")
    choose_files(page, table(tmp_path), label=LABEL)
    expect(page.get_by_text("1 article, 1 claim and 1 label by")).to_be_visible()
    box = page.get_by_role("combobox", name="mostly false")
    box.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_count(6)
    page.keyboard.type("contradicted")
    page.mouse.move(700, 450)
    page.mouse.wheel(0, 50)
    expect(page.get_by_role("option")).to_have_count(0)  # a list closes when its box is moved
    page.keyboard.press("Enter")

    expect(box).to_have_value("")
    choose(page, "mostly false", "contradicted")
    expect(page.get_by_text("1 article, 2 claims and 2 labels by")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 800])
def test_every_word_of_the_form_can_be_read(
    new_context: Callable[..., BrowserContext],
    reviewer: Person,
    tmp_path: Path,
    theme: Literal["light", "dark"],
    width: int,
) -> None:
    page = new_context(reviewer, width=width).new_page()
    page.emulate_media(color_scheme=theme)
    open_form(page, "Labelled data")
    choose_files(page, table(tmp_path), label=LABEL)
    expect(page.locator("table.taken")).to_be_visible()

    page.wait_for_function(f"() => {{ const found = ({CONTRAST})(); return found.texts > 30 && !found.low.length; }}")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
