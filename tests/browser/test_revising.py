"""An article gets a new version while a reviewer works on it: nothing is lost, nothing stands beside other words."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database
from annotator.storage.revising import add_revision
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.browser.conftest import Server, sample_desk
from tests.browser.desk import Desk

GARLIC = "Garlic\n\nGarlic cures flu in 2 days. Garlic lowers blood pressure by 5 mmHg. Garlic thins the blood.\n"
FIRST, SECOND, THIRD = ("Garlic cures flu", "Garlic lowers blood", "Garlic thins")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(sample_desk(tmp_path_factory.mktemp("desk") / "desk.db"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def slug(server: Server) -> str:
    """An article of this test alone."""
    slug = f"garlic{secrets.token_hex(3)}"
    text = f"{GARLIC}{slug}\n"
    with open_database(server.db) as db:
        add_article(db, Article(slug, "Garlic", text), split_claims(text), datetime.now(UTC))
    return slug


def revised(slug: str) -> str:
    return f"{GARLIC}{slug}\n".replace("5 mmHg", "2 mmHg")


def revise(server: Server, slug: str) -> None:
    text = revised(slug)
    with open_database(server.db) as db:
        add_revision(
            db, slug, Article(slug, "Garlic", text), split_claims(text), datetime.now(UTC), secrets.token_hex(8)
        )


def unit(server: Server, slug: str, revision: int, start: str) -> str:
    sql = "SELECT id FROM claims WHERE article = ? AND revision = ? AND text LIKE ? || '%'"
    ((claim_id,),) = server.rows(sql, slug, revision, start)
    return str(claim_id)


def test_a_page_that_shows_the_old_text_saves_its_answers_and_then_shows_the_new_one(
    page: Page, server: Server, reviewer: Person, slug: str
) -> None:
    desk = Desk(page).open(f"/?article={slug}")
    desk.expect_claim(unit(server, slug, 1, FIRST))
    desk.press("1")
    desk.expect_saved()
    revise(server, slug)

    desk.press("3")

    desk.expect_claim(unit(server, slug, 2, THIRD))  # where the reviewer was
    expect(page.locator(".hint")).to_contain_text("This article has a new version now")
    desk.expect_saved()
    assert server.labels(reviewer) == [
        (unit(server, slug, 1, FIRST), "supported"),
        (unit(server, slug, 2, FIRST), "supported"),
        (unit(server, slug, 1, SECOND), "contradicted"),
    ]
    desk.press("ArrowLeft")
    desk.expect_claim(unit(server, slug, 2, SECOND))
    expect(page.locator(".before")).to_contain_text("You said ✗ Contradicted")
    desk.press("y")
    desk.expect_claim(unit(server, slug, 2, THIRD))
    desk.expect_saved()
    assert server.labels(reviewer)[-1] == (unit(server, slug, 2, SECOND), "contradicted")


def test_an_editor_adds_a_new_version_from_the_list_of_articles(
    new_context: Callable[..., BrowserContext], server: Server, reviewer: Person, slug: str, tmp_path: Path
) -> None:
    file = tmp_path / "corrected.txt"
    file.write_text(revised(slug))
    page = new_context(reviewer).new_page()
    page.goto("/articles")
    page.locator(f'a[href$="revise?article={slug}"]').click()
    expect(page.get_by_role("heading", name="New version")).to_be_visible()

    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".changed del")).to_have_text("5", timeout=30_000)
    page.get_by_role("button", name="Make it revision 2").click()

    expect(page.get_by_text("Revision 2 is on the desk: kept 3 claims")).to_be_visible()
    page.locator(".revisions a.open").nth(1).click()
    expect(page.get_by_text("This claim is from an older version of the article.")).to_be_visible()
