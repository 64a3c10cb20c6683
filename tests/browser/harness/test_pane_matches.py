"""Repeats and conflicts in the pane: the line on the card, the list behind it, and what is decided there."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.harness.conftest import Data, Pane, article

OpenPane = Callable[..., Pane]


def with_matches(**more: object) -> Data:
    """Three claims: the first may disagree with the second, and repeat one of another article."""
    conflict = {
        "kind": "conflict",
        "sign": "↯",
        "words": "Conflict?",
        "claim_id": "here/1@c1",
        "slug": "here",
        "title": "Magnesium and sleep",
        "ours": [[False, "Take "], [True, "5"], [False, " mg."]],
        "theirs": [[False, "Take "], [True, "<b>9"], [False, " mg."]],
        "differences": ["other amount: 5 mg / 9 mg"],
        "verdict": "contradicted",
        "holds": None,
        "decided_by": "",
        "found_by": "likeness/2",
    }
    repeat = conflict | {
        "kind": "repeat",
        "sign": "≈",
        "words": "Says the same?",
        "claim_id": "there/1@0-9",
        "slug": "there",
        "title": "Zinc and colds",
        "differences": [],
        "verdict": None,
    }
    return article(
        3, matches={"here/1@c0": [conflict, repeat], "here/1@c1": [conflict | {"claim_id": "here/1@c0"}]}, **more
    )


def line(pane: Pane) -> str:
    button = pane.page.locator(".alike")
    return button.inner_text().split("\n")[0] if button.is_visible() else ""


def decisions(pane: Pane) -> object:
    pane.wait_saved()
    return pane.server("return server.decided")


def test_the_card_says_what_a_claim_is_like_and_is_quiet_where_there_is_nothing(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    seen = []
    for _ in range(3):
        seen.append(line(pane))
        pane.page.keyboard.press("ArrowRight")

    assert seen == ["Like 1 other claim · 1 conflict", "1 conflict", ""]


def test_r_opens_the_list_with_both_wordings_and_the_difference_in_words(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    pane.press("r")

    first = pane.page.locator(".matches-list > li").first
    assert first.locator(".side-ours .words").inner_text() == "Take 5 mg."
    assert first.locator(".side-theirs .words").inner_text() == "Take <b>9 mg."
    assert first.locator("mark").all_inner_texts() == ["5", "<b>9"]
    assert first.locator(".differences").inner_text() == "other amount: 5 mg / 9 mg"
    assert "You answered there: ✗ Contradicted" in first.inner_text()


def test_y_and_n_decide_and_once_more_takes_it_back(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    pane.press("r")
    pane.page.keyboard.press("n")
    pane.page.keyboard.press("ArrowDown")
    pane.page.keyboard.press("y")
    pane.page.keyboard.press("y")

    assert decisions(pane) == [
        ["here/1@c0", "here/1@c1", "conflict", False],
        ["here/1@c0", "there/1@0-9", "repeat", True],
        ["here/1@c0", "there/1@0-9", "repeat", None],
    ]
    assert pane.answers() == []


def test_what_is_dismissed_leaves_the_line_on_both_claims(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    pane.press("r")
    pane.page.keyboard.press("n")
    pane.page.keyboard.press("Escape")
    here = line(pane)
    pane.page.keyboard.press("ArrowRight")

    assert (here, line(pane)) == ("Like 1 other claim", "")


def test_enter_goes_to_the_other_claim(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    pane.press("r")
    pane.page.keyboard.press("Enter")

    assert pane.claim == "c1"
    assert not pane.page.locator(".matches-list").is_visible()


def test_verdict_keys_do_nothing_while_the_list_is_open(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())

    pane.press("r")
    pane.press("1")

    assert pane.state("c0") == "none"


def test_r_says_so_where_nothing_is_known(open_pane: OpenPane) -> None:
    pane = open_pane(article(3))

    pane.press("r")

    assert "No repeats or conflicts are known" in pane.page.locator(".hint").inner_text()


def test_u_takes_back_the_newest_act_be_it_a_pair_or_an_answer(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())
    pane.press("1")  # far away by the time of the pair
    pane.page.keyboard.press("ArrowLeft")
    pane.press("ry")
    pane.page.keyboard.press("Escape")

    pane.press("u")

    assert "Taken back" in pane.page.locator(".hint").inner_text()
    assert pane.state("c0") == "supported"
    assert [holds for *_, holds in decisions(pane)] == [True, None]  # type: ignore[attr-defined]
    pane.press("rnu")
    assert pane.page.locator(".matches-list > li").first.get_attribute("data-holds") is None
    pane.page.keyboard.press("Escape")
    pane.press("u")
    assert pane.state("c0") == "none"


def test_an_answer_after_a_pair_is_taken_back_first(open_pane: OpenPane) -> None:
    pane = open_pane(with_matches())
    pane.press("ry")
    pane.page.keyboard.press("Escape")
    pane.press("3")

    pane.press("u")
    assert pane.state("c0") == "none"
    pane.press("u")
    assert [holds for *_, holds in decisions(pane)] == [True, None]  # type: ignore[attr-defined]
