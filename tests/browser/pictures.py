"""The README's pictures, taken anew: ``python -m tests.browser.pictures``. The desk in them is made up."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from annotator.citations.identifiers import parse_identifier
from annotator.model import Answer, Citation, Confidence, Person, Stance, Verdict
from annotator.storage.answering import EvidenceEdit, Press, answer_claim, edit_evidence
from annotator.storage.connection import open_database
from annotator.storage.people import add_person
from tests.browser.conftest import ROOT, Server, chromium, sample_desk, sign_in

TO = ROOT / "docs" / "pictures"
MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
SHARES = {"Dr Ada Example": 0.7, "Dr Ben Example": 0.3, "Dr Chi Example": 0.15}
SOURCES = ("10.1000/182", "PMID 12345678", "NCT01234567", "PMC1234567")
CLAIM = "magnesium_ms/1@2907-3007"


def main() -> None:
    """Fill a desk, open each page, take its picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(sample_desk(Path(folder) / "desk.db"))
        people = fill(server)
        server.start()
        browser = chromium(playwright)
        context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=server.url)
        sign_in(context, server, people[0])
        page = context.new_page()
        take(page, "review", f"/?claim={CLAIM}", "[data-desk-ready]")
        take(page, "flagged", "/flagged", "tbody tr")
        take(page, "claim", f"/claim?claim={CLAIM}", "[data-unit]")
        preview(page)
        take(page, "export", "/export", "[data-testid=stDownloadButton]")
        take(page, "you", "/you", "h1")
        browser.close()
        server.stop()


def take(page: Page, name: str, address: str, ready: str) -> None:
    """The picture of a page, once what makes it whole is there."""
    page.goto(address)
    page.locator(ready).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=TO / f"{name}.png", animations="disabled")


def preview(page: Page) -> None:
    """The picture of an article that is about to be added."""
    page.goto("/articles")
    page.get_by_text("Add articles").first.click()
    page.locator("input[type=file]").first.set_input_files(ROOT / "tests" / "corpus" / "gold" / "turmeric_list.txt")
    page.get_by_label("Author").fill("Dana Whitlock, BSc")
    page.get_by_label("Author").press("Enter")
    page.locator("ol.cut > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.get_by_test_id("stMain").evaluate("(main) => { main.scrollTop = 190; }")
    page.screenshot(path=TO / "articles.png", animations="disabled")


def fill(server: Server) -> list[Person]:
    """Three reviewers, who have come to different places in the article."""
    dice, moment, key = random.Random(5), MORNING, 0
    queue = server.queue()
    with open_database(server.db) as db:
        people = [add_person(db, name, MORNING) for name in SHARES]
        for person in people:
            for claim in queue:
                if dice.random() > SHARES[person.name]:
                    continue
                moment, key = moment + timedelta(seconds=dice.randint(5, 40)), key + 2
                verdict = dice.choices(list(Verdict), weights=[5, 3, 2])[0]
                answer_claim(db, person, Press(f"{key:032x}", claim), Answer(verdict), moment)
                if dice.random() < 0.75:
                    edit_evidence(db, person, Press(f"{key + 1:032x}", claim), evidence(dice, verdict), moment)
    return people


def evidence(dice: random.Random, verdict: Verdict) -> EvidenceEdit:
    """What a reviewer might add to a verdict."""
    if verdict is Verdict.UNSUPPORTED:
        return EvidenceEdit(search_note="PubMed: magnesium AND multiple sclerosis, 23 November 2026: no trial of this")
    stance = Stance.SUPPORTS if verdict is Verdict.SUPPORTED else Stance.CONTRADICTS
    quote = dice.choice(["", "Serum magnesium did not differ between the groups."])
    citation = Citation(parse_identifier(dice.choice(SOURCES)), stance, quote, dice.choice(["", "Table 2"]))
    return EvidenceEdit(add=citation, confidence=dice.choice(list(Confidence)))


if __name__ == "__main__":
    main()
