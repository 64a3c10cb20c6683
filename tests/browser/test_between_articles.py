"""More than one article: the way from one to the next, and undo back across them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.browser.conftest import Server, sample_desk
from tests.browser.desk import Desk

GARLIC = """Garlic and the flu

Garlic cures the flu in two days. One clove a day prevents colds. 💊 It has no side effects.
"""
MINT = """Mint

Mint calms the stomach. HLA-B*57:01 and HLA-B*58:01 <script>document.title = 'taken'</script> are genes.
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(sample_desk(tmp_path_factory.mktemp("desk") / "desk.db"))
    with open_database(server.db) as db:
        for slug, text in (("garlic", GARLIC), ("mint", MINT)):
            add_article(db, Article(slug, text.split("\n", maxsplit=1)[0], text), split_claims(text), datetime.now(UTC))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page).open()


def test_the_next_article_comes_after_the_last_claim_and_undo_goes_back(
    desk: Desk, server: Server, reviewer: Person
) -> None:
    garlic = server.queue("garlic")
    desk.expect_claim(garlic[0])

    desk.press(*["1"] * len(garlic))
    expect(desk.page.locator("[data-end]")).to_be_visible()
    desk.page.get_by_role("button", name="Next article").click()
    sample = server.queue()
    desk.expect_claim(sample[0])
    desk.press("3", "3")
    desk.expect_claim(sample[2])
    desk.press("u", "u")
    desk.expect_claim(sample[0])
    desk.press("u")
    desk.expect_claim(garlic[-1])
    desk.press("u")
    desk.expect_claim(garlic[-2])
    desk.expect_saved()

    current = server.rows(
        "SELECT claim_id FROM current_labels WHERE reviewer = ? AND verdict IS NOT NULL ORDER BY claim_id", reviewer.id
    )
    assert [row[0] for row in current] == garlic[:-2]


def test_an_article_is_chosen_from_the_list_by_keyboard(desk: Desk, server: Server) -> None:
    desk.press("a")
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    desk.page.get_by_role("dialog").get_by_text("Mint").click()

    desk.expect_claim(server.queue("mint")[0])


def test_a_reload_and_another_tab_stay_in_the_article(desk: Desk, server: Server) -> None:
    sample = server.queue()
    desk.press("a")
    desk.page.get_by_role("dialog").get_by_text("Is Magnesium Good").click()
    desk.expect_claim(sample[0])
    desk.press("1", "1", "1")
    desk.expect_saved()

    desk.page.reload()
    desk.ready()
    desk.expect_claim(sample[3])

    other = Desk(desk.page.context.new_page()).open()
    other.expect_claim(sample[3])


def test_a_server_that_starts_again_leaves_the_reviewer_in_the_article(
    desk: Desk, server: Server, reviewer: Person
) -> None:
    sample = server.queue()
    desk.press("a")
    desk.page.get_by_role("dialog").get_by_text("Is Magnesium Good").click()
    desk.expect_claim(sample[0])
    desk.press("3", "3")
    desk.expect_saved()

    server.kill()
    server.start()
    desk.press(*["1"] * 10, delay=150)
    desk.expect_saved(timeout=60_000)
    desk.press(*["1"] * 10, delay=150)
    desk.expect_saved()

    assert server.labels(reviewer) == desk.pressed()
    assert {claim.split("/")[0] for claim, _ in server.labels(reviewer)} == {"magnesium_ms"}
    desk.expect_claim(sample[22])


def test_an_address_that_names_nothing_says_so(page: Page, server: Server) -> None:
    Desk(page).open("/?article=nothing")
    expect(page.get_by_text("not on this desk")).to_be_visible()

    Desk(page).open("/?claim=mint/1@1-3")
    expect(page.get_by_text("not in this article")).to_be_visible()


def test_a_link_opens_its_claim(page: Page, server: Server) -> None:
    wanted = server.queue("mint")[1]

    desk = Desk(page).open(f"/?claim={wanted}")

    desk.expect_claim(wanted)


def test_the_text_of_an_article_is_text(page: Page, server: Server) -> None:
    wanted = server.queue("mint")[1]

    desk = Desk(page).open(f"/?claim={wanted}")

    expect(desk.unit(wanted)).to_contain_text("HLA-B*57:01 and HLA-B*58:01 <script>document.title")
    expect(desk.card).to_contain_text("HLA-B*57:01 and HLA-B*58:01 <script>document.title")
    assert "taken" not in page.title()
