"""A table's caption heads the table and nothing behind it; the heading of a section heads all of it."""

from __future__ import annotations

import pytest

from corpus.reading import html
from corpus.units import split_text

TABLE = "| Age | Dose |\n|---|---|\n| Adults | 8 mg |\n"
BARE = "|  |  |\n|---|---|\n| Adults | 8 mg |\n| Children | 3 mg |\n"
PROSE = "Zinc shortens a cold by two days.\n"


def headings(text: str) -> dict[str, tuple[str, ...]]:
    """What stands over each unit, by its words."""
    return {claim.text: claim.context.headings for claim in split_text(text)}


@pytest.mark.parametrize(
    ("text", "of_rows", "behind"),
    [
        pytest.param(f"# Zinc\n\n## Use\n\nDose by age\n\n{TABLE}\n{PROSE}", ("Use", "Dose by age"), ("Use",),
                     id="unmarked among marked ones"),
        pytest.param(f"# Zinc\n\n## Use\n\nDose by age\n\n{BARE}\n{PROSE}", ("Use", "Dose by age"), ("Use",),
                     id="over a table without a header"),
        pytest.param(f"# Zinc\n\n## Use\n\nDose by age\n\n{TABLE}\n## Harm\n\n{PROSE}", ("Use", "Dose by age"),
                     ("Harm",), id="before a heading"),
        pytest.param(f"# Zinc\n\n## Use\n\nDose by age\n\n{TABLE}\n{TABLE.replace('Ad', 'Young ad')}\n{PROSE}",
                     ("Use", "Dose by age"), ("Use",), id="two tables"),
        pytest.param(f"Zinc\n\nWhat it does\n\nZinc is a metal.\n\nTable 1. Dose by age\n\n{TABLE}\n{PROSE}",
                     ("What it does", "Table 1. Dose by age"), ("What it does",), id="it says so itself"),
        pytest.param(f"# Zinc\n\n## Dose by age\n\n{TABLE}\n{PROSE}", ("Dose by age",), ("Dose by age",),
                     id="a section's heading"),
        pytest.param(f"Zinc\n\nDose by age\n\n{TABLE}\n{PROSE}", ("Dose by age",), ("Dose by age",),
                     id="no heading has a mark"),
        pytest.param(f"# Zinc\n\n## Use\n\n**Dose by age**\n\n{TABLE}\n{PROSE}", ("Use", "**Dose by age**"),
                     ("Use", "**Dose by age**"), id="bold letters are a mark"),
    ],
)  # fmt: skip
def test_what_stands_over_a_table_and_behind_it(text: str, of_rows: tuple[str, ...], behind: tuple[str, ...]) -> None:
    found = headings(text)

    assert found["Adults | 8 mg"] == of_rows
    assert found[PROSE.strip()] == behind
    assert found.get("Young adults | 8 mg", behind) == behind


def test_the_caption_of_a_page_heads_its_table_alone() -> None:
    table = "<table><caption>Dose by age</caption><tr><th>Age<th>Dose<tr><td>Adults<td>8 mg</table>"
    found = headings(html.read(f"<h1>Zinc</h1><h2>Use</h2>{table}<p>{PROSE}".encode()).text)

    assert (found["Adults | 8 mg"], found[PROSE.strip()]) == (("Use", "Dose by age"), ("Use",))
