"""Which line at the head of an article is its title, and what stands above it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.units import cut_units

BODY = """

    Sciatica is pain along the nerve that runs from the back to the foot. Most sciatica settles within six weeks.
    """


def kinds(head: str) -> list[str]:
    text = dedent(head + BODY).strip()
    return [f"{unit.kind}: {text[unit.start : unit.end]}" for unit in cut_units(text)][:-2]


@pytest.mark.parametrize(
    ("head", "cut"),
    [
        pytest.param(
            """
    Millbrook General Hospital NHS Trust
    Physiotherapy Department

    Living with sciatica""",
            [
                "boilerplate: Millbrook General Hospital NHS Trust",
                "boilerplate: Physiotherapy Department",
                "title: Living with sciatica",
            ],
            id="under-those-who-publish-it",
        ),
        pytest.param(
            """
    THE EASTMERE GAZETTE
    WELLBEING

    Sciatica: should you rest or walk?""",
            [
                "boilerplate: THE EASTMERE GAZETTE",
                "boilerplate: WELLBEING",
                "title: Sciatica: should you rest or walk?",
            ],
            id="under-a-paper-and-its-section",
        ),
        pytest.param(
            """
    Living with sciatica

    What helps""",
            ["title: Living with sciatica", "heading: What helps"],
            id="over-the-first-heading",
        ),
        pytest.param(
            """
    BackTalk Forum
    Home  Questions  Tags  Log in

    How long does sciatica last after a fall?

    Asked 3 years, 1 month ago
    Viewed 4k times""",
            [
                "boilerplate: BackTalk Forum",
                "boilerplate: Home  Questions  Tags  Log in",
                "title: How long does sciatica last after a fall?",
                "boilerplate: Asked 3 years, 1 month ago",
                "boilerplate: Viewed 4k times",
            ],
            id="a-question-on-a-board",
        ),
    ],
)
def test_the_title_is_told_from_the_names_above_it(head: str, cut: list[str]) -> None:
    assert kinds(head) == cut


_OVER_A_SECTION = [
    ("Sciatica", "What is sciatica?"),
    ("Sciatica", "Key facts about sciatica"),
    ("Sciatica", "Where it hurts"),
    ("Sciatica", "Signs and symptoms"),
    ("SCIATICA", "Causes of sciatica"),
    ("Slipped discs", "Who gets one?"),
    ("Back pain", "Exercises that help back pain at home"),
    ("Long Sciatica", "Signs and symptoms"),
    ("Pain along the nerve", "How common is it really?"),
    ("Sciatica and work", "Table 1. Sciatica by trade"),
    ("Mental health", "What is mental health?"),
    ("Drug Facts", "Active ingredient (in each tablet)"),
]


@pytest.mark.parametrize("apart", ["\n\n", "\n"], ids=["blank-line", "none"])
@pytest.mark.parametrize(("title", "section"), _OVER_A_SECTION)
def test_what_the_article_is_about_is_its_title_over_the_heading_of_a_section(
    title: str, section: str, apart: str
) -> None:
    assert kinds(f"{title}{apart}{section}") == [f"title: {title}", f"heading: {section}"]


_DOSES = """
Drug Adult dose Every Daily maximum
Paracetamol 500-1,000 mg 4-6 hours 4 g
Ibuprofen 200-400 mg 4-6 hours 1.2 g
Naproxen 250 mg 8-12 hours 1 g"""
_DOSES_CUT = [
    "table_header: Drug Adult dose Every Daily maximum",
    "table_row: Paracetamol 500-1,000 mg 4-6 hours 4 g",
    "table_row: Ibuprofen 200-400 mg 4-6 hours 1.2 g",
    "table_row: Naproxen 250 mg 8-12 hours 1 g",
]


@pytest.mark.parametrize(
    ("head", "cut"),
    [
        pytest.param("Common painkillers\n", ["title: Common painkillers"], id="apart"),
        pytest.param("Common painkillers", ["title: Common painkillers"], id="close"),
        pytest.param(
            "Common painkillers\nBy Ann Lee\n",
            ["title: Common painkillers", "boilerplate: By Ann Lee"],
            id="under-a-byline",
        ),
        pytest.param(
            "Millbrook General Hospital NHS Trust\n\nPainkillers for sciatica\n",
            ["boilerplate: Millbrook General Hospital NHS Trust", "title: Painkillers for sciatica"],
            id="under-who-publishes-it",
        ),
        pytest.param(
            "Common painkillers\n\nTable 1. Doses for adults",
            ["title: Common painkillers", "heading: Table 1. Doses for adults"],
            id="with-a-caption",
        ),
        pytest.param(
            "Common painkillers\n\nDoses for adults",
            ["title: Common painkillers", "heading: Doses for adults"],
            id="under-a-heading",
        ),
    ],
)
def test_a_flat_table_right_under_the_title_is_no_title(head: str, cut: list[str]) -> None:
    assert kinds(head + _DOSES) == cut + _DOSES_CUT


@pytest.mark.parametrize("apart", ["\n\n", "\n"], ids=["blank-line", "none"])
def test_a_table_of_names_and_amounts_under_a_title_of_one_word_is_no_title(apart: str) -> None:
    rows = ["Folate 400 mcg 400 mcg 600 mcg", "Vitamin C 90 mg 75 mg 85 mg", "Vitamin D 15 mcg 15 mcg 15 mcg"]

    assert kinds(f"Vitamins{apart}Nutrient Men Women Pregnancy\n" + "\n".join(rows)) == [
        "title: Vitamins",
        "table_header: Nutrient Men Women Pregnancy",
        *(f"table_row: {row}" for row in rows),
    ]


_OVER_THE_TITLE = [
    ("Health Weekly", "Is sciatica good for anything?"),
    ("Healthline", "Is sciatica good for anything?"),
    ("Mental health", "Can walking help with sciatica?"),
    ("Women's health", "What women should know about sciatica"),
    ("Health", "Walking is good for your health and your back"),
    ("Wellness", "How to sleep with sciatica"),
    ("Back pain", "Walking beats rest for back pain, a trial of 900 adults finds"),
    ("Sciatica", "Sciatica: should you rest or walk?"),
]


@pytest.mark.parametrize(("above", "title"), _OVER_THE_TITLE)
def test_the_name_of_a_site_or_a_section_of_it_is_no_title(above: str, title: str) -> None:
    assert kinds(f"{above}\n\n{title}") == [f"boilerplate: {above}", f"title: {title}"]


def test_a_line_over_a_byline_is_the_title_whatever_stands_above() -> None:
    assert kinds("Sciatica\n\nHelp for people with sciatica\nBy Jane Roe") == [
        "boilerplate: Sciatica",
        "title: Help for people with sciatica",
        "boilerplate: By Jane Roe",
    ]


def test_under_who_publishes_it_the_subject_is_the_title() -> None:
    assert kinds("Millbrook General Hospital NHS Trust\n\nSciatica\nFact Sheet for Patients\n\nWhat is sciatica?") == [
        "boilerplate: Millbrook General Hospital NHS Trust",
        "title: Sciatica",
        "heading: Fact Sheet for Patients",
        "heading: What is sciatica?",
    ]


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("answered Mar 7 at 8:31", True, id="answered-at"),
        pytest.param("Nurse_Ann Mar 6 at 21:40", True, id="name-and-time"),
        pytest.param("Modified 1 year, 2 months ago", True, id="modified"),
        pytest.param("Pain started 3 days ago", False, id="when-it-began"),
        pytest.param("EDIT: saw the doctor today, she said to wait.", False, id="an-edit-that-tells"),
        pytest.param("Edit: fixed a typo", True, id="an-edit-of-words"),
    ],
)
def test_when_somebody_wrote_is_told_from_what_they_wrote(line: str, is_it: bool) -> None:
    assert is_boilerplate_line(line) is is_it


def test_who_comments_stands_behind_the_comment() -> None:
    text = "Sciatica\n\nWalking helps most people.\n\nIt settles in weeks. – Ann_N Mar 6 at 21:40"

    assert [(str(u.kind), text[u.start : u.end]) for u in cut_units(text)][-2:] == [
        ("claim", "It settles in weeks."),
        ("boilerplate", "Ann_N Mar 6 at 21:40"),
    ]
