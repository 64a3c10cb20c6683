"""The Review page under a reviewer's hands: every label once, on the claim that was on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotator.model import Person
from annotator.storage.connection import open_database
from tests.browser.conftest import Server
from tests.browser.desk import VERDICTS, Desk, some_keys


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page).open()


@pytest.fixture
def slow_saves(server: Server) -> Iterator[None]:
    """Each label takes the database about 150 ms more: a query that counts, in a trigger."""
    with open_database(server.db) as db:
        db.execute(
            "CREATE TRIGGER slow AFTER INSERT ON labels BEGIN SELECT count(*) FROM ("
            "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many LIMIT 700000) SELECT n FROM many);"
            " END"
        )
    yield
    with open_database(server.db) as db:
        db.execute("DROP TRIGGER slow")


def test_a_whole_article_is_reviewed_with_one_key_a_claim(desk: Desk, server: Server, reviewer: Person) -> None:
    queue = server.queue()
    keys = some_keys(len(queue))

    desk.press(*keys)
    desk.expect_saved()

    assert server.labels(reviewer) == [(claim, VERDICTS[key]) for claim, key in zip(queue, keys, strict=True)]
    assert desk.pressed() == server.labels(reviewer)
    expect(desk.page.locator("[data-end]")).to_be_visible()


def test_60_keys_at_20_a_second_are_60_labels(desk: Desk, server: Server, reviewer: Person) -> None:
    keys = some_keys(60)

    desk.press(*keys, delay=50)
    desk.expect_saved()

    assert server.labels(reviewer) == desk.pressed()
    assert [claim for claim, _ in desk.pressed()] == server.queue()[:60]


@pytest.mark.usefixtures("slow_saves")
def test_60_keys_at_20_a_second_are_60_labels_when_saving_is_slow(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press(*some_keys(60, seed=8), delay=50)
    desk.expect_saved(timeout=60_000)

    assert server.labels(reviewer) == desk.pressed()
    assert [claim for claim, _ in desk.pressed()] == server.queue()[:60]


def test_a_held_key_is_one_label(desk: Desk, server: Server, reviewer: Person) -> None:
    for _ in range(12):
        desk.page.keyboard.down("1")  # without an up between, each but the first is a repeat
    desk.page.keyboard.up("1")
    desk.expect_saved()

    assert server.labels(reviewer) == [(server.queue()[0], "supported")]


def test_undo_in_quick_succession_takes_back_one_label_each(desk: Desk, server: Server, reviewer: Person) -> None:
    queue = server.queue()

    desk.press(*["3"] * 20, *["u"] * 20, delay=20)
    desk.expect_claim(queue[0])
    desk.expect_saved()

    labels = server.labels(reviewer)
    assert labels[:20] == [(claim, "contradicted") for claim in queue[:20]]
    assert labels[20:] == [(claim, None) for claim in reversed(queue[:20])]
    assert server.rows(
        "SELECT count(*) FROM current_labels WHERE reviewer = ? AND verdict IS NOT NULL", reviewer.id
    ) == [(0,)]


def test_undo_reaches_back_50_steps_after_a_reload(desk: Desk, server: Server, reviewer: Person) -> None:
    queue = server.queue()
    desk.press(*["1"] * 55)
    desk.expect_saved()
    desk.page.reload()
    desk.ready()

    desk.press(*["u"] * 50)
    desk.expect_claim(queue[5])
    desk.expect_saved()

    current = server.rows(
        "SELECT claim_id FROM current_labels WHERE reviewer = ? AND verdict IS NOT NULL ORDER BY id", reviewer.id
    )
    assert [row[0] for row in current] == queue[:5]


@pytest.mark.usefixtures("slow_saves")
def test_a_reload_in_the_middle_of_saving_loses_nothing(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press(*some_keys(15))
    pressed = desk.pressed()
    desk.page.reload()
    desk.ready()
    desk.expect_saved(timeout=60_000)

    assert server.labels(reviewer) == pressed
    desk.expect_claim(server.queue()[15])


def test_a_server_killed_in_the_middle_of_saving_loses_nothing(desk: Desk, server: Server, reviewer: Person) -> None:
    keys = some_keys(40)

    desk.press(*keys[:15])
    server.kill()
    desk.press(*keys[15:30])
    kept = desk.page.locator('[data-saved="offline"]')
    expect(kept).to_be_visible(timeout=30_000)
    server.start()
    desk.expect_saved(timeout=60_000)
    desk.press(*keys[30:])
    desk.expect_saved()

    assert server.labels(reviewer) == desk.pressed()
    assert len(desk.pressed()) == 40
    assert [claim for claim, _ in desk.pressed()] == server.queue()[:40]


def test_a_lost_connection_loses_nothing(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.page.context.set_offline(True)
    desk.press(*some_keys(5))
    desk.page.context.set_offline(False)
    desk.expect_saved()

    assert server.labels(reviewer) == desk.pressed()
    assert len(desk.pressed()) == 5


def test_two_tabs_of_one_reviewer_label_what_each_shows(
    new_context: Callable[..., BrowserContext], server: Server, reviewer: Person
) -> None:
    context = new_context(reviewer)
    one, two = Desk(context.new_page()).open(), Desk(context.new_page()).open()

    for key_one, key_two in zip(some_keys(12, 1), some_keys(12, 2), strict=True):
        one.press(key_one)
        two.press(key_two)
    one.expect_saved()
    two.expect_saved()

    labels = server.labels(reviewer)
    assert sorted(labels, key=str) == sorted([*one.pressed(), *two.pressed()], key=str)
    for tab in (one, two):
        assert [label for label in labels if label in tab.pressed()]
    assert len(labels) == 24


def test_labels_go_under_the_name_that_was_picked(
    new_context: Callable[..., BrowserContext], new_person: Callable[[], Person], server: Server
) -> None:
    first, second = new_person(), new_person()
    for person, key in ((first, "1"), (second, "3")):
        desk = Desk(new_context(person).new_page()).open()
        desk.press(key)
        desk.expect_saved()

    assert server.labels(first) == [(server.queue()[0], "supported")]
    assert server.labels(second) == [(server.queue()[0], "contradicted")]


def test_the_first_thing_asked_is_a_name_and_a_reload_remembers_it(
    new_context: Callable[..., BrowserContext], new_person: Callable[[], Person], server: Server
) -> None:
    new_person()
    page = new_context().new_page()
    page.goto("/")
    name = page.get_by_label("Your name")
    name.fill("Dr Nova First")
    name.press("Enter")
    page.get_by_role("button", name="Start", exact=True).click()
    desk = Desk(page).ready()
    desk.press("2")
    desk.expect_saved()
    page.reload()
    desk.ready()

    rows = server.rows("SELECT name, verdict FROM labels JOIN people ON people.id = reviewer WHERE name LIKE '%Nova%'")
    assert rows == [("Dr Nova First", "unsupported")]
    desk.expect_claim(server.queue()[1])


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("Control+1", id="control"),
        pytest.param("Alt+1", id="alt"),
        pytest.param("Meta+1", id="meta"),
        pytest.param("Shift+1", id="shift"),
        pytest.param("4", id="another-digit"),
    ],
)
def test_a_key_with_a_modifier_is_not_ours(desk: Desk, server: Server, reviewer: Person, key: str) -> None:
    first = server.queue()[0]

    desk.press(key, "3")
    desk.expect_saved()

    assert server.labels(reviewer) == [(first, "contradicted")]


def test_the_number_pad_gives_verdicts(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("Numpad1", "Numpad2", "Numpad3")
    desk.expect_saved()

    assert [verdict for _, verdict in server.labels(reviewer)] == ["supported", "unsupported", "contradicted"]


def test_digits_typed_in_a_field_are_text(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("n")
    desk.page.keyboard.type("123 u s x")
    desk.press("Escape", "1")
    desk.expect_saved()

    verdicts = server.rows("SELECT verdict FROM labels WHERE reviewer = ? AND change = 'answer'", reviewer.id)
    assert verdicts == [("supported",)]
    assert server.rows("SELECT rationale FROM current_labels WHERE reviewer = ?", reviewer.id) == [("123 u s x",)]


def test_the_help_shows_the_keys_and_stops_them(desk: Desk, server: Server, reviewer: Person) -> None:
    desk.press("?")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Contradicted")
    desk.press("1", "3", "Escape")
    expect(dialog).to_be_hidden()
    desk.press("2")
    desk.expect_saved()

    assert server.labels(reviewer) == [(server.queue()[0], "unsupported")]


def test_a_click_in_the_article_takes_a_claim_in_hand(desk: Desk, server: Server, reviewer: Person) -> None:
    wanted = server.queue()[12]

    desk.unit(wanted).click()
    desk.expect_claim(wanted)
    desk.press("3")
    desk.expect_saved()

    assert server.labels(reviewer) == [(wanted, "contradicted")]
    expect(desk.unit(wanted)).to_have_attribute("data-state", "contradicted")


def test_not_a_claim_leaves_the_queue_and_any_unit_can_be_raised(desk: Desk, server: Server, reviewer: Person) -> None:
    first, second = server.queue()[:2]
    (question,) = server.rows("SELECT id FROM claims WHERE kind = 'question' ORDER BY start LIMIT 1")[0]

    desk.press("x")
    desk.expect_claim(second)
    desk.unit(question).click()
    desk.expect_claim(question)
    desk.press("x", "1")
    desk.expect_saved()

    kinds = server.rows(
        "SELECT claim_id, kind, verdict FROM current_labels WHERE reviewer = ? ORDER BY id", reviewer.id
    )
    assert kinds == [(first, "other", None), (question, "claim", "supported")]
    expect(desk.unit(first)).to_have_attribute("data-state", "not_a_claim")
    assert question in server.queue()  # for the whole desk: so it is put back, for the other tests
    desk.press("u", "u", "u")
    desk.expect_saved()
    assert question not in server.queue()


def test_skipped_claims_come_last(desk: Desk, server: Server, reviewer: Person) -> None:
    queue = server.queue()

    desk.press("s", "1", "ArrowLeft", "j")
    desk.expect_claim(queue[2])
    desk.press(*["1"] * (len(queue) - 2))
    desk.press("j")
    desk.expect_claim(queue[0])
    desk.expect_saved()

    assert server.rows("SELECT claim_id FROM current_labels WHERE reviewer = ? AND skipped", reviewer.id) == [
        (queue[0],)
    ]


def test_no_request_leaves_this_machine(new_context: Callable[..., BrowserContext], reviewer: Person) -> None:
    page = new_context(reviewer).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/flagged", "/articles", "/export", "/you"):
        page.goto(path)
        page.wait_for_load_state("networkidle")

    assert [url for url in asked if "://localhost" not in url and not url.startswith(("data:", "blob:"))] == []
