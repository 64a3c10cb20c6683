"""A claim that changed, in the pane: what it was, what one said then, and the key that says it again."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.harness.conftest import Data, Pane, article

OpenPane = Callable[..., Pane]

CITATION = {
    "type": "pmid",
    "identifier": "33301246",
    "shown": "PMID 33301246",
    "url": "https://pubmed.ncbi.nlm.nih.gov/33301246/",
    "stance": "supports",
    "quote": "it helps",
    "place": "p. 3",
}


def label(verdict: str | None, *citations: Data) -> Data:
    given = {"verdict": verdict, "kind": None, "skipped": False, "citations": list(citations), "rationale": "as shown"}
    return given | {"search_note": "", "confidence": None, "missing": None, "saved_at": "2026-11-03T12:00:00Z"}


def earlier(said: Data | None, **more: object) -> Data:
    pieces = [["both", "Claim number 0 says that"], ["old", " 4"], ["new", " 5"], ["both", " mg helps."]]
    told = {"id": "here/1@old", "revision": 1, "pieces": pieces, "about": ["numbers"], "place": None, "label": said}
    return told | more


def changed(*before: Data, strict: bool = False) -> Data:
    return article(before={"here/1@c0": list(before)}, strict=strict)


def test_what_changed_and_what_one_said_stand_with_the_claim(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported", CITATION))))

    before = pane.card.locator(".before")

    assert "Changed since revision 1: numbers" in before.inner_text()
    assert (before.locator("del").inner_text(), before.locator("ins").inner_text()) == ("4", "5")
    assert "You said ✓ Supported, 1 citation, 3 Nov 2026" in before.inner_text()
    assert pane.state("c0") == "none"
    pane.page.keyboard.press("ArrowRight")
    assert before.count() == 0 or before.is_hidden()


def test_nothing_is_said_again_without_the_key(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported", CITATION))))

    pane.press("2")
    pane.wait_saved()

    assert pane.answers() == [["c0", "unsupported"]]
    assert pane.server("return server.labels['here/1@c0'].citations.length") == 0


def test_y_says_it_again_with_its_evidence_and_u_takes_it_back(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported", CITATION))))

    pane.press("y")
    pane.wait_saved()

    assert (pane.state("c0"), pane.claim) == ("supported", "c1")
    assert pane.answers() == [["c0", "supported"]]
    saved = pane.server("return server.labels['here/1@c0']")
    assert (saved["rationale"], saved["citations"][0]["identifier"], saved["citations"][0]["quote"]) == (
        "as shown",
        "33301246",
        "it helps",
    )
    pane.press("u")
    pane.wait_saved()
    assert (pane.state("c0"), pane.claim) == ("none", "c0")


def test_the_button_does_the_same_and_says_when_it_is_done(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported", CITATION))))

    pane.page.get_by_role("button", name="Same again").click()
    pane.page.keyboard.press("ArrowLeft")

    assert pane.claim == "c0"
    assert "✓ said again" in pane.card.locator(".before").inner_text()
    pane.wait_saved()
    assert pane.answers() == [["c0", "supported"]]


def test_of_two_earlier_answers_one_is_chosen(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported")), earlier(label("contradicted"), id="here/1@older")))

    pane.press("y")

    assert "choose one with its button" in pane.page.locator(".hint").inner_text()
    assert pane.state("c0") == "none"
    pane.page.get_by_role("button", name="Same again").nth(1).click()
    assert pane.state("c0") == "contradicted"


def test_y_says_why_it_does_nothing(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(None)))

    pane.press("y")

    assert "You said nothing of this claim before" in pane.page.locator(".hint").inner_text()
    assert (pane.state("c0"), pane.claim) == ("none", "c0")


def test_on_a_strict_desk_the_evidence_comes_first(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported", CITATION)), strict=True))
    pane.server("server.refuse = (item) => item.do === 'answer' && !server.labels[item.claim_id]?.citations.length")

    pane.press("y")
    pane.wait_saved()

    assert pane.answers() == [["c0", "supported"]]


def test_on_a_strict_desk_an_answer_that_had_no_evidence_asks_for_it(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label("supported")), strict=True))

    pane.press("y")

    expect(pane.card.locator(".todo")).to_contain_text("First a citation that supports it")
    assert pane.state("c0") == "none"


def test_the_same_words_in_another_place_say_where_they_stood(open_pane: OpenPane) -> None:
    pane = open_pane(
        changed(earlier(None, pieces=[], about=[], place="Doses › Children", same="same words, other place"))
    )

    assert pane.card.locator(".before").inner_text().split("\n\n") == [
        "Since revision 1: same words, other place",
        "Stood under: Doses › Children",
    ]


def test_a_note_without_an_answer_is_shown_and_y_brings_it_along(open_pane: OpenPane) -> None:
    pane = open_pane(changed(earlier(label(None))))

    before = pane.card.locator(".before")
    assert "You gave no answer, 3 Nov 2026" in before.inner_text()
    assert "Rationale: as shown" in before.inner_text()
    pane.press("y")
    pane.wait_saved()
    assert pane.server("return server.labels['here/1@c0'].rationale") == "as shown"
    assert (pane.answers(), pane.claim) == ([], "c0")
    assert "✓ said again" in before.inner_text()
    assert pane.page.locator("[name=rationale]").input_value() == "as shown"


def test_a_kept_answer_says_so(open_pane: OpenPane) -> None:
    pane = open_pane(
        article(kept={"here/1@c0": 1}, labels={"here/1@c0": label("supported", CITATION)}, start="here/1@c0")
    )

    assert "Your answer is kept from revision 1" in pane.card.locator(".before").inner_text()


def test_words_that_look_like_markup_stay_words(open_pane: OpenPane) -> None:
    pieces = [["old", "<img src=x onerror=alert(1)>"], ["new", "<b>5</b>"]]
    pane = open_pane(changed(earlier(None, pieces=pieces)))

    assert pane.card.locator(".before ins").inner_text() == "<b>5</b>"
    assert pane.card.locator(".before img").count() == 0


def test_what_was_typed_goes_along_with_an_unchanged_claim(open_pane: OpenPane) -> None:
    pane = open_pane(article())
    pane.press("c")
    pane.page.keyboard.type("10.1000/typed")
    pane.page.evaluate(
        """async () => {
          const data = await (await fetch("/data.json")).json();
          data.article.revision = 2;
          for (const unit of data.units) unit.id = unit.id.replace("/1@", "/2@");
          data.unchanged = { "here/1@c0": "here/2@c0" };
          desk.mountPane(data);
        }"""
    )  # fmt: skip

    pane.page.locator('[data-claim="here/2@c0"]').wait_for()
    assert pane.page.locator("[name=identifier]").input_value() == "10.1000/typed"
    assert "This article has a new version now" in pane.page.locator(".hint").inner_text()
