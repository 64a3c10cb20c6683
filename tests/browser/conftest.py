"""A real desk and a real browser: Streamlit's server in a process of its own, Debian's Chromium through Playwright.

One server and one browser serve a module; each test has a reviewer of its own, and the database is the judge.
A missing browser is a failure, never a skip: these tests are what the promise "nothing is lost" rests on.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.ui.components.remember import COOKIE
from corpus.reading import read_article
from corpus.segmentation import split_claims

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "articles" / "magnesium_ms.txt"
PATIENCE = 20_000  # milliseconds until something is missing: a busy machine is no fault of the desk
expect.set_options(timeout=PATIENCE)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Server:
    """The desk, served from a database of its own. It can be killed and started again on the same port."""

    db: Path
    port: int = 0
    process: subprocess.Popen[str] | None = None
    log: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start the server, and wait until it says where it is."""
        self.port = self.port or _free_port()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "app.py",
                "--server.headless=true",
                f"--server.port={self.port}",
            ],
            cwd=ROOT,
            env=os.environ | {"CLAIMDESK_DB": str(self.db), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        output = self.process.stdout
        assert output is not None
        for line in output:
            self.log.append(line)
            if "URL:" in line:
                threading.Thread(target=self._follow, args=(self.process,), daemon=True).start()
                return
        raise AssertionError("the server did not start:\n" + "".join(self.log))

    def _follow(self, process: subprocess.Popen[str]) -> None:
        """Read what the server says, so that it never waits for a reader."""
        assert process.stdout is not None
        with process.stdout:
            self.log.extend(process.stdout)

    def kill(self) -> None:
        """SIGKILL: what is not on the disk is gone."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database says."""
        with open_database(self.db) as db:
            return list(db.execute(sql, values).fetchall())

    def labels(self, person: Person) -> list[tuple[str, str | None]]:
        """Every label of a person in the order of saving, as (claim id, verdict)."""
        return [
            (c, v)
            for c, v in self.rows("SELECT claim_id, verdict FROM labels WHERE reviewer = ? ORDER BY id", person.id)
        ]

    def queue(self, slug: str = "magnesium_ms") -> list[str]:
        """The ids of the claims to check in an article, in its order."""
        return [row[0] for row in self.rows("SELECT id FROM queue WHERE article = ? ORDER BY start", slug)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def sample_desk(path: Path) -> Path:
    """A database with the sample article."""
    prepare_database(path)
    article = read_article(SAMPLE)
    with open_database(path) as db:
        add_article(db, article, split_claims(article.text), datetime.now(UTC))
    return path


def chromium(playwright: Playwright) -> Browser:
    """The browser of this machine, without a window."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "the browser tests need Chromium: apt install chromium"
    return playwright.chromium.launch(executable_path=found, args=list(FLAGS))


def sign_in(context: BrowserContext, server: Server, person: Person) -> None:
    """As if the person had picked their name in this browser before."""
    context.add_cookies([{"name": COOKIE, "value": quote(person.name), "url": server.url}])


def at_rest(page: Page) -> None:
    """Wait until the page has run to its end and its letters are there: nothing moves any more by itself."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.evaluate("document.fonts.ready.then(() => true)")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(sample_desk(tmp_path_factory.mktemp("desk") / "desk.db"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_person(server: Server, request: pytest.FixtureRequest) -> Callable[[], Person]:
    """People of this test alone, whose labels nobody else's test touches."""
    made: list[Person] = []

    def new() -> Person:
        name = f"Dr {request.node.name[:60]} {len(made)}".replace("[", " ").replace("]", " ")
        with open_database(server.db) as db:
            made.append(add_person(db, name, datetime.now(UTC)))
        return made[-1]

    return new


@pytest.fixture
def new_context(browser: Browser, server: Server) -> Iterator[Callable[..., BrowserContext]]:
    """Browser windows of their own, closed at the end, in which a person has picked their name already."""
    made: list[BrowserContext] = []

    def new(person: Person | None = None, width: int = 1400, height: int = 900) -> BrowserContext:
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=server.url)
        context.set_default_timeout(PATIENCE)
        if person is not None:
            sign_in(context, server, person)
        made.append(context)
        return context

    yield new
    for context in made:
        context.close()


@pytest.fixture
def reviewer(new_person: Callable[[], Person]) -> Person:
    return new_person()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], reviewer: Person) -> Page:
    """A window of the reviewer's."""
    return new_context(reviewer).new_page()
