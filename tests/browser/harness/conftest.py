"""A page with both components on it and a scripted server behind them: no Streamlit, no network.

``server.js`` plays Streamlit and the desk. The pages are served from memory under an address of their own, so that
the browser's storage is a real one and a reload is a reload.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from annotator.ui.components.desk import joined_script, joined_style
from tests.browser.conftest import FLAGS

ADDRESS = "http://pane.test"
SERVER = Path(__file__).with_name("server.js").read_text("utf-8")
PAGE = """<!doctype html><meta charset="utf-8"><title>pane</title>
<div data-test-connection-state="CONNECTED"><div id="pane"></div><div id="wire"></div></div>
<script type="module">
import { start } from "/server.js";
import pane from "/pane.js";
import wire from "/wire.js";
const data = await (await fetch("/data.json")).json();
const css = await (await fetch("/style.css")).text();
const box = (id) => document.getElementById(id);
window.desk = await start({ pane, wire, css, data, paneBox: box("pane"), wireBox: box("wire") });
</script>"""

Data = dict[str, Any]


def article(count: int = 12, **more: object) -> Data:
    """Pane data of an article: a title, then ``count`` claims, four to a paragraph."""
    units = [_unit("title", "", "Magnesium and sleep", "title", check=False)]
    units += [
        _unit(f"c{at}", "\n\n" if at % 4 == 0 else " ", f"Claim number {at} says that 5 mg helps.", "claim", check=True)
        for at in range(count)
    ]
    listed = [
        {"slug": "here", "title": "Magnesium and sleep", "claims": count, "labelled": 0, "open": 0},
        {"slug": "there", "title": "Zinc and colds", "claims": 9, "labelled": 1, "open": 1},
    ]
    data: Data = {
        "desk": "d1",
        "person": {"id": 3, "name": "Dr Ada"},
        "mode": "review",
        "article": {"slug": "here", "title": "Magnesium and sleep", "revision": 1, "source_address": ""},
        "units": units,
        "tail": "\n",
        "labels": {},
        "start": None,
        "articles": listed,
        "undo": [],
        "guideline": {"version": 1, "text": "Judge the sentence as it stands."},
        "strict": False,
    }
    return data | more


def _unit(name: str, gap: str, text: str, kind: str, *, check: bool) -> Data:
    context = {"headings": ["Magnesium and sleep"], "intro": "", "header": "", "cues": [], "flags": []}
    return {"id": f"here/1@{name}", "gap": gap, "text": text, "kind": kind, "check": check} | context


class Pane:
    """The pane on a page, and the server behind it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.saved = page.locator("[data-saved]")
        self.card = page.locator(".card:visible")

    @property
    def claim(self) -> str | None:
        """The number of the claim in hand, such as ``c3``; None on the end card."""
        claim_id = self.card.get_attribute("data-claim")
        return claim_id.removeprefix("here/1@") if claim_id else None

    def press(self, keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def state(self, name: str) -> str | None:
        """How a unit is marked in the article."""
        return self.page.locator(f'[data-unit="here/1@{name}"]').get_attribute("data-state")

    def server(self, script: str) -> Any:
        """Run ``script`` where ``server`` is the server's state and ``line(up)`` cuts or mends the line."""
        return self.page.evaluate("(script) => new Function('server', 'line', script)(desk.server, desk.line)", script)

    def answers(self) -> list[list[str]]:
        """What the server has saved, in its order: claim and verdict."""
        saves = self.server("return server.saves")
        return [[claim.removeprefix("here/1@"), verdict] for claim, verdict in saves]

    def wait_saved(self) -> None:
        self.page.wait_for_selector('[data-saved="all"]', timeout=20_000)

    def another_tab(self) -> Pane:
        """The same pane in a second tab of this browser."""
        page = self.page.context.new_page()
        page.goto(ADDRESS + "/")
        page.wait_for_selector("[data-desk-ready]")
        return Pane(page)

    def reload(self) -> None:
        self.page.reload()
        self.page.wait_for_selector("[data-desk-ready]")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "these tests need chromium: on Debian, run 'apt install chromium'"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_pane(chromium: Browser) -> Iterator[Callable[..., Pane]]:
    contexts = []
    errors: list[str] = []

    def open_with(data: Data | None = None) -> Pane:
        files = {
            "/": ("text/html", PAGE),
            "/server.js": ("text/javascript", SERVER),
            "/pane.js": ("text/javascript", joined_script()),
            "/wire.js": ("text/javascript", joined_script(("wire",))),
            "/style.css": ("text/css", joined_style()),
            "/data.json": ("application/json", json.dumps(data or article())),
        }

        def answer(route: Route) -> None:
            kind, body = files.get(route.request.url.removeprefix(ADDRESS), ("text/plain", ""))
            route.fulfill(content_type=kind, body=body)

        context = chromium.new_context(viewport={"width": 1200, "height": 800})
        contexts.append(context)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(ADDRESS + "/")
        page.wait_for_selector("[data-desk-ready]")
        return Pane(page)

    yield open_with
    for context in contexts:
        context.close()
    assert errors == []
