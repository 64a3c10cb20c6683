"""Lines that belong together: what a row of the text is made of."""

from __future__ import annotations

import pytest

from corpus.patterns import asks
from tests.corpus.cutting import rows


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param(
            "Zinc\n\nIt was small. Risk fell by half.\n[1]\nDeaths fell too, by a third.\n[2]\n\nThe rest is vague.",
            [
                "title: Zinc",
                "claim: It was small.",
                "claim: Risk fell by half./[1]",
                "claim: Deaths fell too, by a third./[2]",
                "claim: The rest is vague.",
            ],
            id="on lines of their own",
        ),
        pytest.param(
            "Zinc\n\nIt was small. Risk fell by half.\n³\nDeaths fell too, by a third.\n\n†\n\nThe rest is vague.",
            [
                "title: Zinc",
                "claim: It was small.",
                "claim: Risk fell by half./³",
                "claim: Deaths fell too, by a third.",
                "claim: The rest is vague.",
            ],
            id="raised",
        ),
        pytest.param(
            "Zinc\n\nIt was small. Risk fell by half.\nDeaths fell.\n\n[a]\n\nThe rest is vague.",
            [
                "title: Zinc",
                "claim: It was small.",
                "claim: Risk fell by half.",
                "claim: Deaths fell.",
                "boilerplate: [a]",
                "claim: The rest is vague.",
            ],
            id="in a paragraph of its own",
        ),
        pytest.param(
            "Zinc\n\nIt was small. Risk fell by half.\n\nReferences\n\n[1]\nRoe J. Zinc. Lancet. 2014;3:1-9.\n[2]\n"
            "Poe A. Iron. Lancet. 2016;5:2-8.",
            [
                "title: Zinc",
                "claim: It was small.",
                "claim: Risk fell by half.",
                "heading: References",
                "boilerplate: [1]",
                "reference: Roe J. Zinc. Lancet. 2014;3:1-9.",
                "boilerplate: [2]",
                "reference: Poe A. Iron. Lancet. 2016;5:2-8.",
            ],
            id="before the entries of a list",
        ),
    ],
)
def test_a_footnotes_mark_is_no_line_to_read(text: str, units: list[str]) -> None:
    assert rows(text) == units


@pytest.mark.parametrize("note", ["", "†", "1", "2,3", "²", "¹²", "[a]", "[4]", "[note 1]", "^5", "”3", ")[2][3]"])
def test_a_question_is_one_with_a_footnotes_mark_behind_it(note: str) -> None:
    assert asks(f"Is it safe?{note}")


@pytest.mark.parametrize("rest", [" Yes", " 12 mg", " No [1]", "x"])
def test_what_goes_on_behind_its_question_is_no_question(rest: str) -> None:
    assert not asks(f"Is it safe?{rest}")
