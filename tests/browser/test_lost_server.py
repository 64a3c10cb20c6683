"""The server is gone while somebody reviews: the pane says so itself, and goes on taking keys."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from annotator.model import Person
from tests.browser.conftest import Server
from tests.browser.desk import Desk

DIALOG = "[data-testid=stDialog]"
WATCH = f"""window.dialogs = 0;
new MutationObserver(() => {{ if (document.querySelector('{DIALOG}')) window.dialogs += 1; }})
  .observe(document.documentElement, {{ childList: true, subtree: true }});"""


def test_streamlit_s_own_dialog_does_not_come_between_the_reviewer_and_the_claim(
    page: Page, server: Server, reviewer: Person
) -> None:
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {WATCH} }})")
    desk = Desk(page).open()
    first, second, third = server.queue()[:3]
    server.kill()
    desk.press("1")
    expect(page.locator('[data-saved="offline"]')).to_have_text("not connected: 1 kept in this browser", timeout=5_000)

    page.wait_for_function("window.dialogs > 0", timeout=60_000)

    expect(page.locator(DIALOG)).to_have_count(0, timeout=1_000)
    desk.press("2")
    desk.unit(third).click()
    desk.expect_claim(third)
    server.start()
    desk.expect_saved(timeout=60_000)
    assert server.labels(reviewer) == [(first, "supported"), (second, "unsupported")]
