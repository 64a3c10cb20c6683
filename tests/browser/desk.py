"""The Review page as a person meets it: what is on the screen, which keys are pressed, what is said to be saved."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

VERDICTS = {"1": "supported", "2": "unsupported", "3": "contradicted"}

WITNESS = """
window.pressed = [];
window.addEventListener('keydown', (event) => {
  const find = (root) => {
    const card = root.querySelector('[data-claim]');
    if (card) return card;
    for (const node of root.querySelectorAll('*')) {
      const found = node.shadowRoot && find(node.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  window.pressed.push([find(document)?.dataset.claim ?? null, event.key, event.repeat]);
}, true);
"""
"""Writes down, before the pane hears of a key, which claim was on the screen when it was pressed."""


@dataclass
class Desk:
    """One window on the Review page."""

    page: Page

    def open(self, path: str = "/") -> Desk:
        self.page.add_init_script(WITNESS)
        self.page.goto(path)
        return self.ready()

    def ready(self) -> Desk:
        self.page.locator("[data-desk-ready]").wait_for()
        return self

    @property
    def card(self) -> Locator:
        return self.page.locator("[data-claim]")

    @property
    def claim(self) -> str | None:
        """The claim in hand."""
        return self.card.get_attribute("data-claim")

    def expect_claim(self, claim_id: str) -> None:
        expect(self.page.locator(f'[data-claim="{claim_id}"]')).to_be_visible()

    def expect_keys(self) -> None:
        """The claim in hand takes keys: it is not being cut anew, and its words have stood there a moment."""
        expect(self.page.locator(".card:visible:not([data-waiting])")).to_be_visible()

    def unit(self, claim_id: str) -> Locator:
        return self.page.locator(f'[data-unit="{claim_id}"]')

    def press(self, *keys: str, delay: float = 0) -> None:
        """Press keys one after the other, each held for ``delay`` milliseconds."""
        for key in keys:
            self.page.keyboard.press(key, delay=delay)

    def expect_saved(self, timeout: float = 30_000) -> None:
        expect(self.page.locator('[data-saved="all"]')).to_be_visible(timeout=timeout)

    def pressed(self) -> list[tuple[str, str | None]]:
        """Each verdict key that was pressed since the page was opened, with the claim on the screen at that moment."""
        seen: Sequence[Sequence[Any]] = self.page.evaluate("window.pressed")
        return [(claim, VERDICTS[key]) for claim, key, is_repeat in seen if key in VERDICTS and not is_repeat]


def some_keys(count: int, seed: int = 7) -> list[str]:
    """Verdict keys, at random but the same every time."""
    dice = random.Random(seed)
    return [dice.choice("123") for _ in range(count)]
