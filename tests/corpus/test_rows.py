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


_AROUND = "Blood thinners\n\nThey interact with food. Patients need tests.\n\n{}\n\nStroke risk falls. It stays low."


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("A 2017 meta-analysis of seven trials\nfound 75 mg a day to be enough. It was small.", id="verb"),
        pytest.param("Most people can take it with\nfood or milk.", id="breaks off"),
        pytest.param("Zinc can cause a loss\nof copper in adults.", id="preposition"),
        pytest.param("It was small.\nA trial of two years\nshowed no effect.", id="second sentence"),
    ],
)
def test_a_sentence_that_one_line_break_parts_is_one_unit(lines: str) -> None:
    text = _AROUND.format(lines)
    parted = lines.removeprefix("It was small.\n").split(" It was")[0].replace("\n", "/")

    assert f"claim: {parted}" in [row.replace("advice", "claim") for row in rows(text)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("How it works in the body\nit binds to the cells.", id="heading over a sloppy text"),
        pytest.param("What To Know About Zinc\nis it safe.", id="heading in capitals"),
        pytest.param("Zinc\nis a metal that we need.", id="one word"),
        pytest.param("Do not take it where the patient\nis pregnant.\nhas asthma.", id="list without markers"),
        pytest.param("Foods that hold a lot of it\nnuts and seeds.", id="one item"),
        pytest.param("Roses in the garden are red\nthe violets are blue.", id="poem"),
        pytest.param("Clinic for blood and bones\n12 High Street\nof London.", id="address"),
        pytest.param("Is it safe to take with\n- food and milk.", id="bullet"),
        pytest.param("Take it with food or milk.\nor with nothing.", id="end mark"),
    ],
)
def test_lines_that_one_break_parts_and_no_sentence_joins_stay_apart(lines: str) -> None:
    assert lines.splitlines()[0] in [row.partition(": ")[2] for row in rows(_AROUND.format(lines))]
