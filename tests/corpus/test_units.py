"""What holds for every text: no word is lost, spans cut the words, and work grows with the text and no faster."""

from __future__ import annotations

import random
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Context, Kind
from corpus.units import cut_units, split_text
from tests.corpus.scoring import NAMES, lost_characters, read_gold

_SAMPLES = [read_gold(name)[0] for name in NAMES]
_PIECES = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\u00a0",
        "\u2028",
        "\f",
        "\x1f",
        "\u200b",
        ". ",
        "? ",
        "• ",
        "- ",
        "1. ",
        "a) ",
        "> ",
    ),
    *(
        "# ",
        "|",
        " | ",
        "|---|",
        "-----\n",
        ":",
        "[1] ",
        "**",
        "(",
        ")",
        "“",
        "”",
        "…",
        "。",
        "؟",
        "🍎 ",
        "👩‍⚕️ ",
        "é",
        "İ",
    ),
    *(
        "ا",
        "\u0301",
        "5 mg. ",
        "References\n",
        "FAQ\n\n",
        "In this article\n",
        "Disclaimer\n",
        "include:\n",
        "•",
        "\ufeff",
    ),
]


@st.composite
def changed_articles(draw: st.DrawFn) -> str:
    """A stretch of a real article, with pieces cut out, put in and doubled."""
    sample = draw(st.sampled_from(_SAMPLES))
    start = draw(st.integers(0, len(sample) - 1))
    text = sample[start : start + draw(st.integers(0, 1500))]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from(_PIECES))
        text = text[:at] + piece * draw(st.integers(1, 3)) + text[at + draw(st.integers(0, 20)) :]
    return text


@settings(max_examples=150, deadline=None)
@given(changed_articles())
def test_whatever_happens_to_an_article_no_word_of_it_is_lost(text: str) -> None:
    claims = split_text(text)

    assert all(text[claim.span.start : claim.span.end] == claim.text == claim.text.strip() for claim in claims)
    assert all(a.span.end <= b.span.start for a, b in pairwise(claims))
    assert lost_characters(text, cut_units(text)) == ""
    assert all(
        claim.span.start <= cue.span.start < cue.span.end <= claim.span.end for claim in claims for cue in claim.cues
    )
    assert split_text(text) == claims


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_at_all_is_cut_without_loss(text: str) -> None:
    claims = split_text(text)

    assert all(text[claim.span.start : claim.span.end] == claim.text for claim in claims)
    assert all(a.span.end <= b.span.start for a, b in pairwise(claims))
    assert lost_characters(text, cut_units(text)) == ""


def test_what_stands_between_units_is_white_space_markers_and_rules() -> None:
    marks = re.compile(r"[\s•*–—|+>✅#:.)\-\d]*|[a-z]\)\s*")
    for text in _SAMPLES:
        ends = [0, *(unit.end for unit in cut_units(text))]
        starts = [*(unit.start for unit in cut_units(text)), len(text)]
        between = [text[a:b].strip() for a, b in zip(ends, starts, strict=True)]
        assert [gap for gap in between if not marks.fullmatch(gap)] == []


@pytest.mark.parametrize(
    "word",
    [
        "🍎🧑🏽‍⚕️🇩🇪",
        "naïve",
        unicodedata.normalize("NFD", "naïve"),
        "مغنيسيوم",
        "מגנזיום",
        "マグネシウム",
        "İstanbul",
        "ﬁber",
    ],
)
def test_offsets_count_code_points(word: str) -> None:
    text = f"{word} title\n\nThe {word} helps. It may cure {word}.\n"

    assert [claim.text for claim in split_text(text)] == [f"{word} title", f"The {word} helps.", f"It may cure {word}."]
    assert all(text[c.span.start : c.span.end] == c.text for c in split_text(text))


def test_a_claim_comes_with_its_headings_its_intro_and_its_table_header() -> None:
    text = (
        "# Zinc\n\nZinc is a metal.\n\n## Uses\n\nIt helps:\n\n- the skin\n  - of the face\n- the gut\n\n"
        "More.\n\n### Doses\n\nThe table below shows them:\n\n| Who | Dose |\n|---|---|\n| Men | 11 mg |\n\n"
        "## FAQ\n\n### Is it safe?\n\nYes. It is.\n\n## Risks\n\nFew."
    )

    contexts = {claim.text: claim.context for claim in split_text(text)}

    assert contexts["Zinc is a metal."] == Context()
    assert contexts["It helps:"] == Context(headings=("Uses",))
    assert contexts["of the face"] == contexts["the gut"] == Context(headings=("Uses",), list_intro="It helps:")
    assert contexts["More."] == Context(headings=("Uses",))
    assert contexts["Men | 11 mg"] == Context(
        ("Uses", "Doses"), "The table below shows them:", "Who | Dose", (("Who", "Men"), ("Dose", "11 mg"))
    )
    assert contexts["It is."] == Context(headings=("FAQ", "Is it safe?"))
    assert contexts["Few."] == Context(headings=("Risks",))


def test_headings_of_one_style_stand_at_one_depth() -> None:
    text = (
        "Zinc\n\nUSES\n\nIt helps.\n\nSkin\n\nIt heals.\n\n1) Acne\n\nLess of it.\n\n2) Burns\n\nNone.\n\n"
        "Gut\n\nIt helps.\n\nRISKS\n\nFew."
    )

    contexts = {claim.text: claim.context.headings for claim in split_text(text)}

    assert contexts["Less of it."] == ("USES", "Skin", "Acne")
    assert contexts["None."] == ("USES", "Skin", "Burns")
    assert contexts["Few."] == ("RISKS",)


def test_the_first_sentence_of_a_list_without_markers_can_be_its_first_item() -> None:
    text = "Lipids\n\nTwo kinds carry cholesterol:\n\nLow-density lipoproteins (LDL). It raises your risk."

    assert [claim.kind for claim in split_text(text)][2:] == [Kind.LIST_ITEM, Kind.CLAIM]


HOSTILE = {
    "100,000 full stops": "." * 100_000,
    "100,000 full stops with words": "a." * 100_000,
    "100,000 full stops with blanks": ". " * 100_000,
    "closing brackets": "It ends." + ")" * 100_000 + " x",
    "opening brackets": "(" * 100_000 + "It ends. It goes on.",
    "brackets in turn": "(a. B) " * 30_000,
    "one line of 2 MB": "Magnesium helps with sleep, " * 75_000,
    "one word of 2 MB": "a" * 2_000_000,
    "digits": "1" * 300_000 + " mg",
    "doses": "5 mg, " * 50_000,
    "50,000 bullets": "• Nuts\n" * 50_000,
    "10,000 bullets in one line": "Foods: " + "• Nuts " * 10_000,
    "10,000 lines that look like headings": "Magnesium Oxide Tablets\n" * 10_000,
    "10,000 lines without capitals": "magnesium oxide\n" * 10_000,
    "50,000 wrapped lines": "the magnesium in spinach is taken up by the gut and the\n" * 50_000,
    "deep nesting": "\n".join(" " * i + "- item" for i in range(1500)),
    "deep quotation": "> " * 50_000 + "So it is.",
    "numbers of lists": "".join(f"{i % 99 + 1}. Eat\n" for i in range(10_000)),
    "arrows": "A > " * 99 + "b.",
    "names": ", ".join(["A. Smith1,2"] * 35) + " x!",
    "capitals": "A'" * 50_000,
    "open links": "](" * 50_000,
    "white space": " \n\t\n" * 100_000 + "End.",
    "blanks in a line": "It" + " " * 500_000 + "ends.",
    "pipes": "|" * 100_000 + "a",
    "quotation marks": "\"'" * 50_000 + "a.",
    "stars": "*" * 100_000 + "a" + "*" * 100_000,
    "emoji": "Good! " + "😀" * 100_000,
    "footnotes": "So.[" + "1" * 100_000,
    "references": "References\n" + "1. Smith J. Fish. Lancet 1999;3:4.\n" * 5_000,
    "questions": "Is it? " * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_cut_without_loss(text: str) -> None:
    units = cut_units(text)

    assert lost_characters(text, units) == ""
    assert all(a.end <= b.start for a, b in pairwise(units))


def test_articles_put_together_at_random_keep_every_word() -> None:
    dice = random.Random(7)
    for _ in range(5):
        lines = [line for text in _SAMPLES for line in text.splitlines(keepends=True)]
        dice.shuffle(lines)
        text = "".join(lines)
        assert lost_characters(text, cut_units(text)) == ""


@pytest.mark.parametrize(
    "end",
    ["?", "??", "?!", "? 🤧", "?”", "? [3]", "?**"],
    ids=["plain", "two", "shouted", "emoji", "quoted", "cited", "bold"],
)
def test_an_answer_stands_under_its_own_question_whatever_ends_that(end: str) -> None:
    text = f"All about zinc\n\nQ: Is zinc good?\nA: Yes.\n\nQ: Does it cure colds{end}\nA: No, it does not.\n"

    answer = split_text(text)[-1]

    assert (answer.text, answer.context.section) == ("A: No, it does not.", f"Q: Does it cure colds{end}")


LEAFLET = """\
NADOXIN 400 mg TABLETS
Read all of this leaflet carefully before you take this medicine.
1. What Nadoxin is
Nadoxin is a medicine for mild pain.
2. Before you take Nadoxin
Do not take Nadoxin if you:
- have a stomach ulcer
Tell your doctor if you take warfarin.
3. How to take Nadoxin
The usual dose is one tablet, three times a day.
"""


def test_the_numbered_sections_of_a_leaflet_are_headings_though_its_blank_lines_are_lost() -> None:
    sections = {claim.text: claim.context.section for claim in split_text(LEAFLET)}

    assert sections["Nadoxin is a medicine for mild pain."] == "What Nadoxin is"
    assert sections["have a stomach ulcer"] == "Before you take Nadoxin"
    assert sections["The usual dose is one tablet, three times a day."] == "How to take Nadoxin"


def test_numbered_items_without_prose_under_them_stay_a_list() -> None:
    text = "Three steps\n\nDo this:\n1. Wash your hands\n2. Dry them\n3. Put on gloves\nThen call the nurse.\n"

    assert [claim.context.list_intro for claim in split_text(text)][2:5] == ["Do this:"] * 3


@pytest.mark.parametrize(
    "question", ["它能帮助睡眠吗？", "هل يساعد على النوم؟", "Does it help?"], ids=["zh", "ar", "en"]
)
def test_a_question_is_one_in_any_script(question: str) -> None:
    text = f"Zinc\n\nZinc is a metal. {question} It may help.\n"

    assert {claim.text: claim.kind for claim in split_text(text)}[question] is Kind.QUESTION
