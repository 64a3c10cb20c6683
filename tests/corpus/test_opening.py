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
