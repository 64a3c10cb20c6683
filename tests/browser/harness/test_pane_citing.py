"""The flow of citing in the pane: source, stance, quote, strength, verdict; what the desk tells comes when it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.harness.conftest import Pane, article

OpenPane = Callable[..., Pane]
WORK = {
    "title": "Magnesium in <b>sclerosis</b>",
    "authors": "Ng W et al.",
    "journal": "Neurology",
    "year": 2023,
    "strength": "randomised_trial",
}
RETRACTED = {
    "standing": "retracted",
    "words": "Retracted 2010-02-06; checked 2026-11-26",
    "url": "https://pubmed.ncbi.nlm.nih.gov/1/",
    "tone": "bad",
    "why": "",
}


def knows(pane: Pane, text: str = "10.1000/a", **more: Any) -> None:
    """What the server knows of a source."""
    pane.page.evaluate("([text, work]) => { desk.server.works = { [text]: work }; }", [text, WORK | more])


def begin(pane: Pane, text: str = "10.1000/a") -> None:
    """Paste an identifier, and wait until it is read."""
    pane.press("c")
    pane.page.keyboard.insert_text(text)
    pane.page.wait_for_selector('.parsed[data-ok="true"]')


def kept(pane: Pane, claim: str = "c0") -> list[dict[str, Any]]:
    pane.wait_saved()
    found: list[dict[str, Any]] = pane.page.evaluate(
        "(id) => desk.server.labels[id]?.citations ?? []", f"here/1@{claim}"
    )
    return found


def verdict(pane: Pane, claim: str = "c0") -> str | None:
    found: str | None = pane.page.evaluate("(id) => desk.server.labels[id]?.verdict ?? null", f"here/1@{claim}")
    return found


@pytest.mark.parametrize(
    ("key", "verdict_kept", "stance"), [("1", "supported", "supports"), ("3", "contradicted", "contradicts")]
)
def test_a_letter_and_a_verdict_key_end_a_citation_and_bring_the_next_claim(
    open_pane: OpenPane, key: str, verdict_kept: str, stance: str
) -> None:
    pane = open_pane()
    begin(pane)
    for each in ("Tab", "x", "Enter", "c"):
        pane.page.keyboard.press(each)
    pane.page.keyboard.press(key)

    assert pane.claim == "c1"
    (citation,) = kept(pane)
    assert (citation["quote"], citation["strength"], citation["stance"]) == ("x", "cohort", stance)
    assert verdict(pane) == verdict_kept
    assert pane.page.locator("[name=identifier]").input_value() == ""


def test_what_is_suggested_is_kept_only_by_who_stood_there_and_saw_it(open_pane: OpenPane) -> None:
    pane = open_pane()
    knows(pane)
    begin(pane)
    suggested = pane.page.locator(".degree[data-suggested]")
    expect(suggested).to_have_text("Randomised trial")
    expect(suggested).to_have_attribute("aria-selected", "false")
    pane.page.keyboard.press("ArrowDown")
    pane.page.keyboard.press("Enter")

    begin(pane)
    for key in ("ArrowUp", "Tab", "Enter"):
        pane.page.keyboard.press(key)
    expect(suggested).to_have_attribute("aria-selected", "true")
    pane.page.keyboard.press("Enter")

    assert [(one["stance"], one["strength"]) for one in kept(pane)] == [
        ("supports", None),
        ("context", "randomised_trial"),
    ]


def test_letters_of_the_strengths_are_no_commands_and_n_takes_one_off(open_pane: OpenPane) -> None:
    pane = open_pane()
    begin(pane)
    for key in ("ArrowDown", "Tab", "Enter", "s", "o", "j", "u", "x", "n", "Enter"):
        pane.page.keyboard.press(key)

    assert (pane.claim, pane.state("c0")) == ("c0", "none")
    assert [one["strength"] for one in kept(pane)] == [None]


def test_a_verdict_waits_for_a_source_that_cannot_be_read(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.press("c")
    pane.page.keyboard.insert_text("a friend told me")
    pane.page.wait_for_selector('.parsed[data-ok="false"]')
    for key in ("Tab", "Enter", "1"):
        pane.page.keyboard.press(key)

    assert (pane.claim, pane.state("c0")) == ("c0", "none")
    expect(pane.page.locator("[name=identifier]")).to_be_focused()


def test_unsupported_asks_for_the_stance_once_and_then_leaves_a_draft(open_pane: OpenPane) -> None:
    pane = open_pane()
    begin(pane)
    for key in ("Tab", "Enter", "2"):
        pane.page.keyboard.press(key)
    assert (pane.claim, "Say what it does" in pane.page.locator(".wants").inner_text()) == ("c0", True)
    pane.page.keyboard.press("2")

    assert (pane.claim, pane.state("c0")) == ("c1", "unsupported")
    assert pane.page.locator('[data-unit="here/1@c0"]').get_attribute("data-draft") == "yes"
    assert kept(pane) == []


def test_on_a_strict_desk_the_citation_goes_before_its_verdict(open_pane: OpenPane) -> None:
    pane = open_pane(article(strict=True))
    begin(pane)
    for key in ("Tab", "Enter", "1"):
        pane.page.keyboard.press(key)

    assert (pane.claim, len(kept(pane)), verdict(pane)) == ("c1", 1, "supported")


def test_a_source_is_told_as_text_with_its_retraction_and_moves_no_field(open_pane: OpenPane) -> None:
    pane = open_pane()
    knows(pane, retraction=RETRACTED)
    quote = pane.page.locator("[name=quote]")
    pane.press("c")
    before = quote.bounding_box()
    pane.page.keyboard.insert_text("10.1000/a")

    retraction = pane.page.locator(".resolved .retraction")
    expect(retraction).to_have_text("⊘ Retracted 2010-02-06; checked 2026-11-26")
    assert retraction.locator("a").get_attribute("rel") == "noopener noreferrer"
    expect(pane.page.locator(".resolved .work-title")).to_have_text("Magnesium in <b>sclerosis</b>")
    assert quote.bounding_box() == before
    expect(pane.page.locator("[name=identifier]")).to_be_focused()


LONG = "Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in children"
NOTICED = "Retracted 2010-02-06 (Lancet. 2010 Feb 6;375(9713):445); checked 2026-11-26"
LATE = "As it was on 2026-11-10. Crossref does not answer now. It will be asked about again."
IN_WHOLE_LINES = """(name) => {
  const block = document.querySelector('#pane').shadowRoot.querySelector('.resolved');
  const node = block.querySelector(name), [outer, inner] = [block, node].map((one) => one.getBoundingClientRect());
  const lines = inner.height / parseFloat(getComputedStyle(node).lineHeight);
  return Math.round(lines) >= 1 && inner.bottom <= outer.bottom + 1 && Math.abs(lines - Math.round(lines)) < .1;
}"""


@pytest.mark.parametrize("width", [pytest.param(1400, id="beside-the-text"), pytest.param(800, id="below-it")])
@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"retraction": RETRACTED | {"words": NOTICED}}, id="retracted"),
        pytest.param({"note": LATE}, id="a look-up that failed"),
    ],
)
def test_what_is_known_of_a_source_is_never_cut_in_half(open_pane: OpenPane, width: int, known: dict[str, Any]) -> None:
    pane = open_pane()
    pane.page.set_viewport_size({"width": width, "height": 900})
    knows(pane, title=LONG, **known)
    begin(pane)
    expect(pane.page.locator(".resolved .work-title")).to_have_text(LONG)

    shown = [".source-line", ".retraction", ".work-title", ".byline", *([".came"] if "note" in known else [])]
    assert [name for name in shown if not pane.page.evaluate(IN_WHOLE_LINES, name)] == []
    assert pane.page.locator(".resolved").inner_text().count(LATE) == len(known.keys() & {"note"})


def test_a_look_up_that_takes_its_time_is_shown_when_it_is_there(open_pane: OpenPane) -> None:
    pane = open_pane()
    knows(pane, title="", authors="", journal="", year=None, strength=None, pending=True)
    begin(pane)
    title = pane.page.locator(".resolved .work-title")
    expect(title).to_have_text("Looking it up…")
    knows(pane)

    expect(title).to_have_text("Magnesium in <b>sclerosis</b>")
    expect(pane.page.locator("[name=identifier]")).to_be_focused()


def test_the_desk_is_told_what_may_be_half_typed_until_the_hand_rests(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("() => { desk.server.works = { '10.1000/a': { pending: true } }; }")
    begin(pane)
    pane.page.wait_for_function("desk.server.asked.filter(({ text }) => text === '10.1000/a').length > 1")

    asked = pane.page.evaluate("desk.server.asked.filter(({ text }) => text === '10.1000/a')")
    assert [one["typing"] for one in asked[:2]] == [True, False]


@pytest.mark.parametrize("lookups", ["on", "off"])
def test_that_look_ups_are_off_is_said_in_one_place(open_pane: OpenPane, lookups: str) -> None:
    pane = open_pane()
    knows(pane, title="", authors="", journal="", year=None, lookups=lookups)
    begin(pane)

    expect(pane.page.locator(".resolved .work-title")).to_have_text("Not known here")
    expect(pane.page.get_by_text("Look-ups are off")).to_have_count(1)
    assert pane.page.locator(".lookups-off").is_visible() == (lookups == "off")


def test_a_quote_is_checked_beside_its_field_and_against_a_pasted_text(open_pane: OpenPane) -> None:
    pane = open_pane()
    near = {"match": "near", "against": "abstract", "changes": [["12", "120"]], "left_out": "not"}
    pane.page.evaluate("(check) => { desk.server.check = check; }", near | {"remarks": ["Ten times the claim's."]})
    begin(pane)
    pane.page.keyboard.press("Tab")
    pane.page.keyboard.insert_text("by 120 %")

    said = pane.page.locator(".quote-check .said-of-quote")
    expect(said).to_contain_text("≈ Nearly in the abstract: 12")
    assert [said.locator(tag).inner_text() for tag in ("del", "ins")] == ["12", "120"]
    expect(said).to_contain_text("The source says “not” where you quote")
    expect(said).to_contain_text("! Ten times the claim's.")
    pane.page.get_by_role("button", name="Paste its text to check").click()
    pane.page.evaluate("() => { desk.server.check = {match: 'verbatim', against: 'text'}; }")
    pane.page.keyboard.insert_text("It fell by 120 %.")
    expect(said).to_have_text("✓ Word for word in the text you pasted")
    pane.page.keyboard.press("Control+Enter")
    assert "pasted" not in str(kept(pane))


def test_e_weighs_the_first_citation_without_a_strength(open_pane: OpenPane) -> None:
    pane = open_pane()
    for text in ("10.1000/a", "10.1000/b"):
        begin(pane, text)
        pane.page.keyboard.press("ArrowDown")
        pane.page.keyboard.press("Enter")
    pane.wait_saved()

    pane.press("er")
    pane.press("ea")

    assert [one["strength"] for one in kept(pane)] == ["randomised_trial", "animal"]
    assert pane.page.locator(".citations .weigh span").all_inner_texts() == ["Randomised trial", "Animal"]
    assert (pane.claim, pane.state("c0")) == ("c0", "none")


def offer(name: str, why: str = "", tone: str | None = None) -> dict[str, Any]:
    source = {"type": "doi", "identifier": f"10.1000/{name}", "shown": f"10.1000/{name}", "url": "https://doi.org/x"}
    return {
        "source": source,
        "title": f"About {name}",
        "authors": "",
        "journal": "",
        "year": 2020,
        "why": why,
        "tone": tone,
    }


def test_sources_used_on_claims_like_this_are_offered_before_anything_is_typed(open_pane: OpenPane) -> None:
    pane = open_pane()
    groups = [
        {"title": "Used on claims like this", "offers": [offer("used", "supports 2 claims like this", "supports")]}
    ]
    pane.page.evaluate("(groups) => { desk.server.offers = groups; }", groups)
    pane.press("c")
    offers = pane.page.locator(".offers")
    expect(offers).to_contain_text("supports 2 claims like this")
    expect(offers.get_by_role("option")).to_have_attribute("aria-selected", "false")
    pane.page.wait_for_selector(".offers[data-ripe]")  # a list that came under the hand takes no key at once
    for key in ("ArrowDown", "Enter"):
        pane.page.keyboard.press(key)
    pane.page.wait_for_selector('.parsed[data-ok="true"]')

    expect(offers).to_be_hidden()
    expect(pane.page.locator("[name=identifier]")).to_have_value("DOI 10.1000/used")
    for key in ("Tab", "Enter", "1"):
        pane.page.keyboard.press(key)
    assert [one["identifier"] for one in kept(pane)] == ["10.1000/used"]


def test_a_list_that_has_just_come_takes_no_key(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("(groups) => { desk.server.offers = groups; }", [{"title": "x", "offers": [offer("used")]}])
    pane.page.wait_for_function("desk.server.last?.answers.some((one) => one.offers)")
    pane.press("c")
    pane.page.keyboard.press("ArrowDown")

    expect(pane.page.get_by_role("radio", name="supports it")).to_be_checked()
    expect(pane.page.get_by_role("option", name="About used")).to_have_attribute("aria-selected", "false")


def test_words_of_a_title_offer_sources_and_a_pasted_identifier_is_left_alone(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pane.page.evaluate(
        "(found) => { desk.server.found = () => found; }", [{"title": "In the library", "offers": [offer("other")]}]
    )
    offers = pane.page.locator(".offers")
    pane.press("c")
    pane.page.keyboard.type("about oth")
    expect(offers).to_contain_text("About other")
    pane.page.keyboard.press("Control+a")
    pane.page.evaluate(
        "() => { const data = new DataTransfer(); data.setData('text', '10.1000/mine');"
        " const field = document.querySelector('#pane').shadowRoot.querySelector('[name=identifier]');"
        " field.setRangeText('10.1000/mine', 0, field.value.length, 'end');"
        " field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); }"
    )
    pane.page.wait_for_selector('.parsed[data-ok="true"]')
    expect(offers).to_be_hidden()
    for key in ("ArrowDown", "Enter"):
        pane.page.keyboard.press(key)

    assert [(one["identifier"], one["stance"]) for one in kept(pane)] == [("10.1000/mine", "supports")]


def test_no_key_takes_a_source_that_was_offered_for_less_than_is_typed_now(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("(found) => { desk.server.found = () => found; }", [{"title": "x", "offers": [offer("other")]}])
    other = pane.page.get_by_role("option", name="About other")
    pane.press("c")
    pane.page.keyboard.insert_text("10.1000/min")
    expect(other).to_be_visible()
    pane.page.wait_for_selector(".offers[data-ripe]")  # a list that came under the hand takes no key at once
    pane.page.keyboard.press("ArrowDown")
    expect(other).to_have_attribute("aria-selected", "true")
    pane.page.evaluate("() => { desk.server.isDown = true; }")
    for key in ("e", "ArrowDown", "Enter"):
        pane.page.keyboard.press(key)
    pane.page.evaluate("() => { desk.server.isDown = false; }")

    assert [(one["identifier"], one["stance"]) for one in kept(pane)] == [("10.1000/mine", "supports")]


def test_a_bare_number_asks_what_it_is_and_no_list_lies_over_the_question(open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.page.evaluate("(found) => { desk.server.found = () => found; }", [{"title": "x", "offers": [offer("other")]}])
    pane.press("c")
    pane.page.keyboard.type("1234567")
    choice = pane.page.get_by_role("button", name="PMID 1234567")
    expect(choice).to_be_visible()

    expect(pane.page.locator(".offers")).to_be_hidden()
    pane.page.keyboard.press("Tab")
    expect(choice).to_be_focused()


@pytest.mark.parametrize("width", [pytest.param(1400, id="beside-the-text"), pytest.param(800, id="below-it")])
def test_of_several_pasted_at_once_the_bad_one_is_named_below_the_good_ones(open_pane: OpenPane, width: int) -> None:
    pane = open_pane()
    pane.page.set_viewport_size({"width": width, "height": 900})
    bad = ["there is no <b>PMID 0</b>: copy the number from PubMed", "and 6 more that cannot be read"]
    choices = ["PMID 33301246", "DOI 10.1000/good.5"]
    said = {"ok": False, "reason": "2 of 3 can be read: choose one", "choices": choices, "refused": bad}
    pane.page.evaluate("(said) => { desk.server.said = said; }", said)
    pane.press("c")
    pane.page.keyboard.insert_text("several")

    block, refused = pane.page.locator(".resolved"), pane.page.locator(".parsed .refused")
    expect(refused).to_have_text(bad)
    outer, inner = block.bounding_box(), refused.last.bounding_box()
    assert outer
    assert inner
    assert inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    pane.page.evaluate("() => { desk.server.said = null; }")
    for key in ("Tab", "Tab", "Enter"):
        pane.page.keyboard.press(key)
    expect(pane.page.locator("[name=identifier]")).to_have_value("DOI 10.1000/good.5")
    expect(refused).to_have_count(0)


def test_a_search_opens_apart_and_its_words_land_in_the_note_of_an_unsupported_claim(open_pane: OpenPane) -> None:
    pane = open_pane()
    search = {
        "name": "PubMed",
        "terms": "magnesium sclerosis",
        "url": "http://pane.test/search",
        "note": "PubMed: magnesium sclerosis, 2026-11-26",
    }
    pane.page.evaluate("(searches) => { desk.server.searches = searches; }", [search])
    expect(pane.page.get_by_role("button", name="PubMed")).to_be_visible()
    with pane.page.context.expect_page() as opened:
        pane.press("f")
    assert opened.value.evaluate("window.opener") is None
    opened.value.close()
    expect(pane.page.locator(".offered")).to_contain_text("PubMed: magnesium sclerosis, 2026-11-26")
    assert pane.page.locator("[name=search_note]").input_value() == ""
    pane.press("2")
    pane.wait_saved()

    note = pane.page.evaluate("desk.server.labels['here/1@c0'].search_note")
    assert note == "PubMed: magnesium sclerosis, 2026-11-26"
    assert pane.page.locator('[data-unit="here/1@c0"]').get_attribute("data-open") == "no"


def test_a_search_note_of_one_s_own_stays_as_it_is(open_pane: OpenPane) -> None:
    pane = open_pane()
    search = {
        "name": "PubMed",
        "terms": "magnesium",
        "url": "http://pane.test/search",
        "note": "PubMed: magnesium, 2026",
    }
    pane.page.evaluate("(searches) => { desk.server.searches = searches; }", [search])
    pane.page.get_by_role("button", name="PubMed").click()
    pane.page.locator("[name=search_note]").fill("Embase")
    pane.page.keyboard.press("Escape")
    pane.press("2")
    pane.wait_saved()

    assert pane.page.evaluate("desk.server.labels['here/1@c0'].search_note") == "Embase"
