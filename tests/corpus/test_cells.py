"""The cells of a table's row, with the names of their columns: only where the text still tells them apart."""

from __future__ import annotations

import pytest

from corpus.cells import cells_in, named_cells
from corpus.units import split_text


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("| Men | 11 mg |", ("Men", "11 mg"), id="pipes"),
        pytest.param("  | Men | 11 mg |  ", ("Men", "11 mg"), id="indented"),
        pytest.param("|Men|11 mg|", ("Men", "11 mg"), id="pipes-without-blanks"),
        pytest.param("| | 5 | |", ("", "5", ""), id="empty-cells"),
        pytest.param(r"| p \| q | 5 |", ("p | q", "5"), id="escaped-pipe"),
        pytest.param("Men | 11 mg", ("Men", "11 mg"), id="inner-pipes"),
        pytest.param("Men\t11 mg\t", ("Men", "11 mg"), id="tabs"),
        pytest.param("Men\t\t11 mg", ("Men", "", "11 mg"), id="an-empty-cell-between-tabs"),
        pytest.param("Brown rice    45 g   68", ("Brown rice", "45 g", "68"), id="wide-gaps"),
        pytest.param("Spinach 157 mg", (), id="flat"),
        pytest.param("P(A|B) is high", (), id="a-pipe-in-a-word"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_borders_tell_cells_apart(line: str, cells: tuple[str, ...]) -> None:
    assert cells_in(line) == cells


@pytest.mark.parametrize(
    ("header", "row", "named"),
    [
        pytest.param("Who | Dose", "Men | 11 mg", (("Who", "Men"), ("Dose", "11 mg")), id="as-many"),
        pytest.param("Placebo\tDrug", "Nausea\t4\t7", (("", "Nausea"), ("Placebo", "4"), ("Drug", "7")), id="no-first"),
        pytest.param("| | Dose |", "| Men | 11 mg |", (("", "Men"), ("Dose", "11 mg")), id="empty-first"),
        pytest.param("Who  Dose  Note", "Men  11 mg", (("", "Men"), ("", "11 mg")), id="they-do-not-fit"),
        pytest.param("Who Dose", "Men | 11 mg", (("", "Men"), ("", "11 mg")), id="the-header-is-flat"),
        pytest.param("Who | Dose", "Men 11 mg", (), id="the-row-is-flat"),
        pytest.param("", "Men | 11 mg", (("", "Men"), ("", "11 mg")), id="no-header"),
    ],
)
def test_a_cell_comes_with_the_name_of_its_column(header: str, row: str, named: tuple[tuple[str, str], ...]) -> None:
    assert named_cells(header, row) == named


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_rows_of_an_article_have_their_cells(end: str) -> None:
    text = (
        "Zinc\n\nMen need more.\n\n| | Dose | Note |\n|---|---|---|\n| Men | 11 mg | |\n| | 8 mg | low |\n\n"
        "It is a metal.\n\nFood\tZinc\nBeef\t5 mg\nOats\t2 mg\n\nAfter it."
    ).replace("\n", end)

    contexts = {claim.text: claim.context for claim in split_text(text)}

    assert contexts["Men | 11 mg"].cells == (("", "Men"), ("Dose", "11 mg"), ("Note", ""))
    assert contexts["8 mg | low"].cells == (("", ""), ("Dose", "8 mg"), ("Note", "low"))
    assert contexts["Oats\t2 mg"].cells == (("Food", "Oats"), ("Zinc", "2 mg"))
    assert contexts["Oats\t2 mg"].table_header == "Food Zinc"
    assert contexts["After it."].cells == contexts["Food\tZinc"].cells == ()


def test_a_flat_row_has_its_header_and_no_cells() -> None:
    contexts = {claim.text: claim.context for claim in split_text("Zinc\n\nFood Zinc (mg)\nBeef 5\nOats 2\n")}

    assert contexts["Oats 2"].table_header == "Food Zinc (mg)"
    assert contexts["Oats 2"].cells == ()
