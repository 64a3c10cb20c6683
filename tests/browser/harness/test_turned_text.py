"""Characters that turn the direction of writing around are shown and turn nothing: what is read is what is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from annotator.ui.components import COLOURS
from annotator.ui.components.sheet import HERE, node
from tests.browser.harness.conftest import Pane, article

OpenPane = Callable[..., Pane]
TURNED = "It is \u202eevil 5-10 mg\u202c text."
ROW = "Zinc | \u202d1 mg\u202c | \u202egm 2"
# The characters of a node's text that stand left of the one before them in the same line, and the text itself.
READ = """node => {
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const back = [];
  let last = null;
  while (walk.nextNode()) for (let at = 0; at < walk.currentNode.data.length; at += 1) {
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + 1);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    if (last && Math.abs(last.top - box.top) < 3 && box.left < last.left) back.push(walk.currentNode.data[at]);
    last = box;
  }
  return { back: back.join(""), text: node.textContent };
}"""


def turned_article() -> dict[str, Any]:
    data = article(2)
    data["units"][1]["text"] = TURNED
    data["units"][2] |= {"text": ROW, "kind": "table_row", "gap": "\n\n\u202e- "}
    data["units"] = data["units"][:3]
    return data


@pytest.mark.parametrize(
    ("place", "text"),
    [
        pytest.param(".unit[data-unit$='c0'] .words", TURNED, id="the article"),
        pytest.param(".unit.cells", ROW, id="a row"),
        pytest.param(".card .claim", TURNED, id="the card"),
    ],
)
def test_the_pane_shows_what_is_stored(open_pane: OpenPane, place: str, text: str) -> None:
    pane = open_pane(turned_article())

    assert pane.page.locator(place).first.evaluate(READ) == {"back": "", "text": text}


def test_the_character_itself_is_seen(open_pane: OpenPane) -> None:
    pane = open_pane(turned_article())

    sign = pane.page.locator(".unit[data-unit$='c0'] .turn").first

    assert sign.evaluate("node => getComputedStyle(node, '::before').content") == '"U+202E"'
    assert sign.bounding_box()["width"] > 10  # type: ignore[index]


def test_a_sheet_shows_what_is_stored(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(f"<style>{COLOURS}{HERE.joinpath('sheet.css').read_text('utf-8')}</style><div id=box></div>")

    read = page.evaluate(
        """async ([script, tree, read]) => {
          const sheet = (await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })))).default;
          const box = document.getElementById("box");
          sheet({ data: { tree, view: "" }, parentElement: box, setTriggerValue: () => {} });
          return new Function(`return ${read}`)()(box.querySelector("p"));
        }""",
        [HERE.joinpath("sheet.js").read_text("utf-8"), [node("p", TURNED)], READ],
    )

    page.close()
    assert read == {"back": "", "text": TURNED}
