"""Adding articles in a real browser: the cut shown first, by keyboard too; thousands in one file, stopped half-way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Person
from tests.browser.conftest import ROOT, SAMPLE, Server, at_rest

CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
MANY = "One file with a row for each article"
GOLD = ROOT / "tests" / "corpus" / "gold"


def open_form(page: Page, how: str = "Files") -> None:
    page.goto("/articles")
    expect(page.get_by_text("Add articles").first).to_be_visible()
    at_rest(page)  # a form opened while the page still runs may be closed again
    page.get_by_text("Add articles").first.click()
    page.get_by_role("radio", name=how).click()


def choose_files(page: Page, *paths: Path, label: str = "One file or several") -> None:
    uploader = page.get_by_test_id("stFileUploader").filter(has_text=label)
    uploader.locator("input[type=file]").set_input_files([str(path) for path in paths])


def many(folder: Path, number: int) -> Path:
    """A file of many articles with one bad row."""
    name = folder.name
    rows: list[dict[str, object]] = [
        {"text": f"Zinc cuts colds by {at} days, says {name}.\n\n" * 40, "id": f"{name}-{at}"} for at in range(number)
    ]
    path = folder / f"{name}.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in [*rows, {"text": 7}]), "utf-8")
    return path


def added(server: Server, name: str) -> list[tuple[str, int]]:
    """The articles of a file that are on the desk, with how many claims they have."""
    return [
        (str(slug), int(claims))
        for slug, claims in server.rows(
            "SELECT article, count(*) FROM claims WHERE article GLOB ? GROUP BY article", f"{name.replace('_', '?')}-*"
        )
    ]


def test_a_file_is_shown_cut_filtered_by_keyboard_and_added(page: Page, server: Server, tmp_path: Path) -> None:
    (tmp_path / "turmeric.txt").write_text((GOLD / "turmeric_list.txt").read_text("utf-8"), "utf-8")
    open_form(page)
    choose_files(page, tmp_path / "turmeric.txt")
    units = page.locator("ol.cut > li")
    expect(units.first).to_be_visible()
    whole = units.count()

    questions = page.get_by_role("button", name=re.compile(r"^\d+ question$"))
    questions.focus()
    page.keyboard.press("Enter")
    expect(questions).to_have_attribute("aria-pressed", "true")
    expect(questions).to_be_focused()
    expect(units).to_have_count(int(questions.inner_text().split()[0]))
    page.keyboard.press("Enter")
    expect(units).to_have_count(whole)

    page.get_by_role("textbox", name="Title").fill("Turmeric <i>reviewed</i>")
    page.get_by_role("textbox", name="Title").press("Enter")
    page.get_by_role("button", name="Put it on the desk").click()
    expect(page.get_by_text("On the desk: Turmeric <i>reviewed</i>")).to_be_visible()
    assert server.rows("SELECT title FROM articles WHERE slug = 'turmeric'") == [("Turmeric <i>reviewed</i>",)]


def test_a_long_article_is_shown_in_pages(page: Page, tmp_path: Path) -> None:
    text = "Zinc\n\n" + "\n\n".join(f"Zinc cuts colds by {at} days in children." for at in range(10_000))
    (tmp_path / "long.txt").write_text(text, "utf-8")
    open_form(page)
    choose_files(page, tmp_path / "long.txt")

    expect(page.get_by_text("Units 1 to 300 of 10,001").first).to_be_visible()
    page.get_by_role("button", name="Later").first.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Units 301 to 600 of 10,001").first).to_be_visible()
    expect(page.get_by_role("button", name="Later").first).to_be_focused()


def test_a_text_much_like_an_article_goes_to_it_as_its_next_revision(page: Page, tmp_path: Path) -> None:
    sample = SAMPLE.read_text("utf-8")
    (tmp_path / "corrected.txt").write_text(sample.replace("400-420 mg", "320-420 mg", 1), "utf-8")
    open_form(page)
    choose_files(page, tmp_path / "corrected.txt")
    expect(page.get_by_text("This may be a new version of Is Magnesium Good for MS?")).to_be_visible()
    page.get_by_role("button", name="Add as its next revision").click()

    expect(page).to_have_url(re.compile(r"/revise\?article=magnesium_ms"))
    expect(page.get_by_role("button", name="Make it revision 2")).to_be_visible()


def test_many_articles_go_on_the_desk_and_every_bad_row_is_told(page: Page, server: Server, tmp_path: Path) -> None:
    open_form(page, "Many in one file")
    choose_files(page, many(tmp_path, 20), label=MANY)
    expect(page.get_by_text("The first articles as they would be cut")).to_be_visible()
    page.get_by_role("button", name="Put them on the desk").click()

    expect(page.get_by_text("20 added (800 claims to check), 0 on the desk already, 1 refused")).to_be_visible()
    expect(page.get_by_role("cell", name="text is not text but a number")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download them as CSV").click()
    assert download.value.path().read_text("utf-8-sig") == (
        "line,outcome,article,reason\n21,refused,,text is not text but a number\n"
    )
    assert [claims for _, claims in added(server, tmp_path.name)] == [40] * 20


@pytest.mark.parametrize("how", ["reload", "stop"])
def test_adding_many_that_is_left_half_way_leaves_whole_articles_and_adds_the_rest_later(
    page: Page, server: Server, tmp_path: Path, how: str
) -> None:
    path = many(tmp_path, 400)
    open_form(page, "Many in one file")
    choose_files(page, path, label=MANY)
    page.get_by_role("button", name="Put them on the desk").click()
    expect(page.get_by_text(re.compile(r"rows read, [1-9]\d* articles added"))).to_be_visible()
    if how == "reload":
        open_form(page, "Many in one file")
        choose_files(page, path, label=MANY)
        page.get_by_role("button", name="Put them on the desk").click()
    else:
        page.get_by_role("button", name="Stop").last.click()
        expect(page.get_by_text("Stopped: what was added is kept; add the rest, or leave it so")).to_be_visible()
        half = added(server, tmp_path.name)
        assert 0 < len(half) < 400
        assert {claims for _, claims in half} == {40}
        page.get_by_role("button", name="Add the rest").click()

    expect(page.get_by_text(re.compile(r"added .* [1-9]\d* on the desk already, 1 refused"))).to_be_visible(
        timeout=120_000
    )
    assert [claims for _, claims in added(server, tmp_path.name)] == [40] * 400


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 800])
def test_every_word_of_a_cut_can_be_read(
    new_context: Callable[..., BrowserContext],
    reviewer: Person,
    tmp_path: Path,
    theme: Literal["light", "dark"],
    width: int,
) -> None:
    page = new_context(reviewer, width=width).new_page()
    page.emulate_media(color_scheme=theme)
    paths = [tmp_path / name for name in ("turmeric_list.txt", "newsletter_wrap.txt", "empty.txt")]
    for path in paths[:2]:  # other tests put the gold articles themselves on this desk, and a known text is not shown
        path.write_text(f"{(GOLD / path.name).read_text('utf-8')}\n\nIt is read in {tmp_path.name}.\n", "utf-8")
    paths[2].touch()
    open_form(page)
    choose_files(page, *paths)
    expect(page.locator("ol.cut > li").first).to_be_visible()
    expect(page.locator("ul.drafts > li")).to_have_count(3)

    page.wait_for_function(f"() => {{ const found = ({CONTRAST})(); return found.texts > 60 && !found.low.length; }}")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    page.get_by_role("radio", name="Many").click()
    choose_files(page, many(tmp_path, 3), label=MANY)
    expect(page.locator("section.previewed")).to_have_count(3)
    page.wait_for_function(f"() => {{ const found = ({CONTRAST})(); return found.texts > 40 && !found.low.length; }}")
