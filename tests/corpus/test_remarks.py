"""What is said about a text when it is added: odd ones get a line each, ordinary ones none."""

from __future__ import annotations

import textwrap

import pytest

from corpus.remarks import remarks_on
from corpus.units import split_text
from tests.corpus.scoring import NAMES, read_gold

_PROSE = "Magnesium is a mineral of the body. It helps the muscles and the nerves. "
_SECTION = "Why it matters\n\n" + _PROSE * 3 + "\n\n"
_TABLE = "Food Amount per serving\nSpinach 157 mg\nAlmonds 80 mg\nBrown rice 42 mg\n"
_PIPES = "| Food | Amount |\n|---|---|\n| Spinach | 157 mg |\n| Almonds | 80 mg |\n"


def remarks(text: str) -> tuple[str, ...]:
    return remarks_on(text, split_text(text))


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        pytest.param(_PROSE * 40, "the text is one line of 2,", id="one-line"),
        pytest.param("Magnesium\n\n" + _PROSE * 40, "the text is one line of 2,", id="one-line-under-its-title"),
        pytest.param(
            _SECTION * 20 + _PROSE * 40, "1 line has 2,919 characters: line breaks were lost", id="one-line-of-many"
        ),
        pytest.param(textwrap.fill(_PROSE * 4, 60), "1 paragraph or list item was broken over several", id="wrapped"),
        pytest.param(
            f"{textwrap.fill(_PROSE * 4, 60)}\n\n{textwrap.fill(_PROSE * 3, 60)}",
            "2 paragraphs and list items were broken over several lines",
            id="two-wrapped",
        ),
        pytest.param(
            textwrap.fill("magnesium helps the muscles and the nerves of the body to work " * 5, 60).replace(
                "\n", "\n\n"
            ),
            "5 lines seem to go on behind a blank line",
            id="wrapped-then-set-apart",
        ),
        pytest.param(
            "The gut takes up magne-\nsium, and the kidneys ex-\ncrete it in the\nurine when there is more.",
            "2 words are broken by a hyphen",
            id="broken-words",
        ),
        pytest.param(f"Foods\n\n{_TABLE}", "3 rows of tables have lost the borders", id="flat-table"),
        pytest.param("word " * 500 + "\n", "1 unit has 2,499 characters", id="one-without-a-full-stop"),
        pytest.param(("word " * 500 + "ends here.\n\n") * 2, "2 units have up to 2,510 characters", id="two-of-them"),
        pytest.param("镁是一种矿物质。它有助于肌肉。\n", "most of the text is not in Latin letters", id="chinese"),
    ],
)
def test_what_is_odd_is_said(text: str, remark: str) -> None:
    assert [line for line in remarks(text) if line.startswith(remark)], remarks(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("One sentence. Another one.\n", id="two-sentences"),
        pytest.param(_SECTION * 9, id="sections"),
        pytest.param(f"Foods\n\n{_PIPES}", id="a-table-with-borders"),
        pytest.param(_PROSE * 20, id="an-abstract-on-one-line"),
        pytest.param("Der Körper braucht Magnesium. Él también. Öle und Nüsse.", id="accents"),
    ],
)
def test_an_ordinary_text_is_passed_without_a_word(text: str) -> None:
    assert remarks(text) == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_article_that_lost_its_breaks_says_so(name: str) -> None:
    text = " ".join(read_gold(name)[0].split())

    assert remarks(text)[0].startswith("the text is one line of ")


def test_remarks_are_single_lines() -> None:
    text = textwrap.fill(_PROSE * 4, 60) + "\n\n" + _TABLE + "\n" + _PROSE * 40

    found = remarks(text)

    assert len(found) == 3
    assert not any("\n" in remark or remark.endswith(".") for remark in found)


def test_a_text_without_a_claim_says_so() -> None:
    assert remarks("Is coffee good for you?\n") == ("nothing in it looks like a claim: any unit can be made one",)
