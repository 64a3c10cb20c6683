"""What editors and analysts do with the mouse: filter the flagged claims, open one, add an article, take a dataset."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Answer, Person, Verdict
from annotator.storage.answering import Press, answer_claim
from annotator.storage.connection import open_database
from annotator.storage.people import add_person
from tests.browser.conftest import ROOT, Server, at_rest, sample_desk

CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A desk on which two reviewers have labelled the first thirty claims."""
    server = Server(sample_desk(tmp_path_factory.mktemp("desk") / "desk.db"))
    with open_database(server.db) as db:
        ada, ben = (add_person(db, name, NOON) for name in ("Dr Ada", "Dr Ben"))
        for number, claim in enumerate(server.queue()[:30]):
            verdict = list(Verdict)[number % 3]
            answer_claim(db, ada, Press(f"a{number}", claim), Answer(verdict), NOON)
            if number % 5 == 0:
                answer_claim(db, ben, Press(f"b{number}", claim), Answer(Verdict.SUPPORTED), NOON)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], server: Server) -> Page:
    with open_database(server.db) as db:
        editor: Person = add_person(db, "Dr Editor", NOON)
    return new_context(editor).new_page()


def rows(page: Page) -> list[str]:
    """The claims in the table, as they stand there."""
    return page.locator("tbody tr").all_inner_texts()


def choose(page: Page, name: str, option: str) -> None:
    """Add an option to a filter, by keyboard, once the page is at rest: its list closes when it is moved."""
    at_rest(page)
    page.get_by_role("combobox", name=name).fill(option)
    page.get_by_role("option", name=option).wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def expect_count(page: Page, count: int) -> None:
    expect(page.get_by_text(re.compile(rf"(^| of ){count:,} claims?$"))).to_be_visible()


def flagged(server: Server, where: str = "1") -> int:
    sql = f"SELECT count(DISTINCT claim_id) FROM flagged_claims JOIN claims ON claims.id = claim_id WHERE {where}"
    return int(server.rows(sql)[0][0])


def test_the_flagged_claims_are_filtered_and_the_link_keeps_the_filter(page: Page, server: Server) -> None:
    page.goto("/flagged")
    expect_count(page, flagged(server))
    expect(page).to_have_title("Flagged - Claimdesk")

    choose(page, "Verdict", "Contradicted")
    contradicted = flagged(server, "flag = 'contradicted'")
    expect_count(page, contradicted)
    assert len(rows(page)) == contradicted
    expect(page).to_have_url(re.compile("verdict="))

    page.reload()
    expect_count(page, contradicted)
    page.get_by_role("button", name="Clear", exact=True).click()
    expect_count(page, flagged(server))


def test_the_flagged_claims_are_searched(page: Page, server: Server) -> None:
    page.goto("/flagged")
    expect_count(page, flagged(server))
    page.get_by_label("Search").fill('inflammation "')
    page.get_by_label("Search").press("Enter")

    wanted = flagged(server, "text LIKE '%inflammation%'")
    expect_count(page, wanted)
    assert all("inflammation" in row.lower() for row in rows(page))


def test_a_flagged_claim_opens_in_its_article_with_its_history(page: Page, server: Server) -> None:
    page.goto("/flagged")
    choose(page, "Flag", "Reviewers differ")
    disputed = flagged(server, "flag = 'disagreement'")
    expect_count(page, disputed)

    page.locator("tbody tr").first.get_by_role("link").first.click()

    expect(page).to_have_url(re.compile("/claim"))
    expect(page.get_by_text("None: reviewers differ")).to_be_visible()
    claim = page.get_by_role("heading", level=1).inner_text()
    expect(page).to_have_title(re.compile(rf"^{re.escape(claim[:50])}.* - Claimdesk$"))
    expect(page.get_by_text("Dr Ada").first).to_be_visible()
    expect(page.get_by_text("Dr Ben").first).to_be_visible()
    expect(page.locator("[data-unit]").first).to_be_visible()
    page.get_by_role("link", name="Open in Review").click()
    expect(page.locator("[data-claim]")).to_be_visible()


def test_going_back_from_a_claim_finds_the_filters_as_they_were(page: Page, server: Server) -> None:
    page.goto("/flagged?verdict=Contradicted&sort=Article+order")
    contradicted = flagged(server, "flag = 'contradicted'")
    expect_count(page, contradicted)
    page.locator("tbody tr").first.get_by_role("link").first.click()
    expect(page.get_by_text(f"1 of {contradicted}")).to_be_visible()

    page.go_back()

    expect_count(page, contradicted)
    expect(page).to_have_url(re.compile(r"/flagged\?(verdict=Contradicted|sort=Article\+order|&)+$"))
    page.reload()
    expect_count(page, contradicted)


def test_the_download_is_the_file_that_the_command_writes(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto("/export")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download jsonl").click()
    taken = tmp_path / "taken.jsonl"
    download.value.save_as(taken)
    written = tmp_path / "written.jsonl"
    command = [sys.executable, "-m", "exports", "--format", "jsonl", "--to", str(written), "--db", str(server.db)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    assert taken.read_bytes() == written.read_bytes()
    records = [json.loads(line) for line in taken.read_text("utf-8").splitlines()]
    assert len(records) == len(server.queue())
    assert sum(len(record["votes"]) for record in records) == 36


def test_a_pasted_article_is_shown_cut_and_then_added(page: Page, server: Server) -> None:
    page.goto("/articles")
    page.get_by_text("Add articles").first.click()
    page.get_by_role("radio", name="Text").click()
    text = page.get_by_role("textbox", name="Text", exact=True)
    text.fill("Ginger and nausea\n\nGinger <b>cures</b> nausea in 9 of 10 patients.\n")
    text.press("Control+Enter")
    expect(page.get_by_text("Ginger <b>cures</b> nausea in 9 of 10 patients.").first).to_be_visible()
    page.get_by_role("button", name="Put it on the desk").click()

    expect(page.get_by_text("On the desk: Ginger and nausea")).to_be_visible()
    assert server.rows("SELECT title FROM articles WHERE slug LIKE 'ginger%'") == [("Ginger and nausea",)]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param("/flagged?verdict=Contradicted&show=Labelled", "Contradicted", id="flagged"),
        pytest.param("/claim?claim={claim}", "Open in Review", id="claim"),
        pytest.param("/?article=magnesium_ms", "saved", id="review"),
        pytest.param("/articles", "Add articles", id="articles"),
        pytest.param("/export", "The same file from the command line", id="export"),
        pytest.param("/you", "Your name", id="you"),
    ],
)
def test_every_word_can_be_read_in_both_themes(
    page: Page, server: Server, address: str, shown: str, theme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=theme)
    page.goto(address.format(claim=server.queue()[0]))
    expect(page.get_by_text(shown).first).to_be_visible()

    page.wait_for_function(f"() => {{ const found = ({CONTRAST})(); return found.texts > 10 && !found.low.length; }}")
