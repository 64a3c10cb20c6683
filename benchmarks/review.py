"""What a reviewer waits for: ``python -m benchmarks.review``.

Key press to next claim painted, measured in the browser, and the opening of the page: with the sample article alone,
and with 100,000 claims in the database. Cold start to first page, memory of the idle server, adding the sample.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from benchmarks.made_desk import made_desk, report, timed
from corpus.reading import read_article
from corpus.segmentation import split_claims
from tests.browser.conftest import SAMPLE, Server, chromium, sample_desk, sign_in
from tests.browser.desk import Desk, some_keys

PAINTED = """
window.paints = [];
window.addEventListener('keydown', (event) => {
  if (!'123'.includes(event.key)) return;
  const start = performance.now();
  // The frame's callback runs just before its paint, the timer set there just after.
  requestAnimationFrame(() => setTimeout(() => window.paints.push(performance.now() - start)));
}, true);
"""


def main() -> None:
    """Measure everything, a line each."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        _adding(Path(folder))
        _desk(browser, "sample article", sample_desk(Path(folder) / "sample.db"), "/")
        large = Path(folder) / "large.db"
        print("making a desk of 100,000 claims with 200,000 labels ...", file=sys.stderr)
        made_desk(large, claims=100_000, labels=200_000)
        _desk(browser, "100,000 claims", large, "/?article=article-00250")
        browser.close()


def _adding(folder: Path) -> None:
    def add() -> None:
        path = folder / f"{time.monotonic_ns()}.db"
        prepare_database(path)
        article = read_article(SAMPLE)
        with open_database(path) as db:
            add_article(db, article, split_claims(article.text), datetime.now(UTC))

    first = timed(add, 1)
    report("adding the sample article, spaCy still to be loaded", first, "under 1,000 ms")
    report("adding the sample article, again", timed(add, 10), "under 1,000 ms")


def _desk(browser: Browser, name: str, path: Path, address: str) -> None:
    with open_database(path) as db:
        person = add_person(db, "Dr Benchmark", datetime.now(UTC))
    server = Server(path)
    start = time.perf_counter()
    server.start()
    context = browser.new_context(viewport={"width": 1400, "height": 900}, base_url=server.url)
    sign_in(context, server, person)
    page = context.new_page()
    page.add_init_script(PAINTED)  # before the pane's own listener, which lets no key pass
    Desk(page).open(address)
    report(f"{name}: cold start to first page", [(time.perf_counter() - start) * 1000], "under 3,000 ms")
    report(f"{name}: opening the Review page", timed(lambda: _reload(page), 10), "under 1,500 ms")
    for rate, delay in (("5 keys a second", 200), ("20 keys a second", 50)):
        report(f"{name}: key to next claim painted, {rate}", _paints(page, delay), "p95 under 50 ms")
    print(f"{name}: memory of the server {_memory(server):.0f} MB", flush=True)
    context.close()
    server.stop()


def _reload(page: Page) -> None:
    page.reload()
    Desk(page).ready()


def _paints(page: Page, delay: float) -> list[float]:
    page.evaluate("window.paints = []")
    desk = Desk(page)
    desk.press(*some_keys(60), delay=delay)
    desk.expect_saved()
    found: list[float] = page.evaluate("window.paints")
    return found


def _memory(server: Server) -> float:
    assert server.process is not None
    status = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


if __name__ == "__main__":
    main()
