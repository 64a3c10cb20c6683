"""Tables of pages and Word files: what names the columns is the header, what stands over or under the table is none of
its rows, and no row with an amount is lost to a header that is none."""

from __future__ import annotations

import pytest

from corpus.model import Kind
from corpus.reading import docx, html
from corpus.units import split_text
from tests.corpus.reading.making import new_document, word_file


def read(table: str) -> list[str]:
    """The lines of a page with ``table`` alone."""
    text = html.read(f"<title>T</title><h1>T</h1><table>{table}</table>".encode()).text
    return [line for line in text.removeprefix("# T").splitlines() if line and not line.startswith("|--")]


HEADERS = "<tr><th>Drug<th>Dose<tr><td>A<td>5 mg"
EMPTY = "|  |  |"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        pytest.param(
            "<tr><th scope=row>A</th><td>5 mg<tr><th scope=row>B</th><td>9 mg", [EMPTY, "| A | 5 mg |", "| B | 9 mg |"],
            id="each row is named, and no column",
        ),
        pytest.param("<tr><th>A<td>yes<tr><th>B<td>no", [EMPTY, "| A | yes |", "| B | no |"], id="without a scope"),
        pytest.param(
            "<tr><td><b>A</b><td>yes<tr><td><b>B</b><td>no", [EMPTY, "| A | yes |", "| B | no |"], id="bold names"
        ),
        pytest.param(
            "<tr><td>A<td>5 mg twice<tr><td>B<td>150 mg<tr><td>C<td>none",
            [EMPTY, "| A | 5 mg twice |", "| B | 150 mg |", "| C | none |"], id="an amount over amounts of its unit",
        ),
        pytest.param("<tr><td>Drug<td>Dose<tr><td>A<td>5 mg", ["| Drug | Dose |", "| A | 5 mg |"], id="plain cells"),
        pytest.param(
            "<tr><td>Year<td>2019<td>2020<tr><td>Cases<td>12<td>14",
            ["| Year | 2019 | 2020 |", "| Cases | 12 | 14 |"], id="years",
        ),
        pytest.param(
            "<tr><td>Drug<td>10 mg<td>40 mg<tr><td>A<td>37%<td>49%<tr><td>B<td>20%<td>37%",
            ["| Drug | 10 mg | 40 mg |", "| A | 37% | 49% |", "| B | 20% | 37% |"], id="amounts of another unit",
        ),
        pytest.param(
            "<tr><td><td>Men<td>Women<tr><th>Zinc<td>11 mg<td>8 mg<tr><th>Iron<td>8 mg<td>18 mg",
            ["|  | Men | Women |", "| Zinc | 11 mg | 8 mg |", "| Iron | 8 mg | 18 mg |"], id="an empty corner",
        ),
        pytest.param(
            "<tr><th>Food<td>Men<td>Women<tr><th>Zinc<td>11 mg<td>8 mg<tr><th>Iron<td>8 mg<td>18 mg",
            ["| Food | Men | Women |", "| Zinc | 11 mg | 8 mg |", "| Iron | 8 mg | 18 mg |"], id="names over amounts",
        ),
        pytest.param(
            "<tr><th>A<td>low<td>weekly<tr><th>B<td>high<td>daily",
            ["|  |  |  |", "| A | low | weekly |", "| B | high | daily |"], id="three columns of words",
        ),
        pytest.param(
            f"<tr><th colspan=2>Table 1. Doses{HEADERS}", ["Table 1. Doses", "| Drug | Dose |", "| A | 5 mg |"],
            id="a first row across",
        ),
        pytest.param(
            "<tr><td colspan=2>Doses<tr><td>Drug<td>Dose<tr><td>A<td>5 mg",
            ["Doses", "| Drug | Dose |", "| A | 5 mg |"], id="a merged first row",
        ),
        pytest.param(
            "<tr><td>Doses<tr><td>Drug<td>Dose<tr><td>A<td>5 mg", ["Doses", "| Drug | Dose |", "| A | 5 mg |"],
            id="a first row of one cell",
        ),
        pytest.param(
            "<thead><tr><th colspan=2>Eliquis</thead><tr><th>Class<td>anticoagulant<tr><th>Dose<td>5 mg",
            ["Eliquis", EMPTY, "| Class | anticoagulant |", "| Dose | 5 mg |"], id="a name across a box of facts",
        ),
        pytest.param(
            f"{HEADERS}<tr><td>B<td>9 mg<tr><td colspan=2>Source: WHO.",
            ["| Drug | Dose |", "| A | 5 mg |", "| B | 9 mg |", "Source: WHO."], id="a note at the foot",
        ),
        pytest.param(
            f"{HEADERS}<tr><td colspan=2>Children<tr><td>B<td>9 mg",
            ["| Drug | Dose |", "| A | 5 mg |", "| Children |  |", "| B | 9 mg |"], id="a part inside",
        ),
        pytest.param(
            "<tr><th rowspan=2>Drug<th colspan=2>Bleeding<tr><th>Major<th>Minor<tr><td>A<td>2%<td>9%",
            ["| Drug | Bleeding: Major | Bleeding: Minor |", "| A | 2% | 9% |"], id="a header of two levels",
        ),
        pytest.param(
            "<tr><th><th colspan=2>Bleeding<tr><th>Drug<th>Major<th>Minor<tr><td>A<td>2%<td>9%",
            ["| Drug | Bleeding: Major | Bleeding: Minor |", "| A | 2% | 9% |"], id="two levels over an empty corner",
        ),
        pytest.param(
            "<tr><td rowspan=2>Drug<td colspan=2>Bleeding<tr><td>Major<td>Minor<tr><td>A<td>2%<td>9%",
            ["| Drug | Bleeding: Major | Bleeding: Minor |", "| A | 2% | 9% |"], id="two levels of plain cells",
        ),
        pytest.param(
            "<tr><th rowspan=2 colspan=2>Drug<th colspan=2>Risk<tr><th>Major<th>Minor<tr><td>A<td>b<td>2%<td>9%",
            ["| Drug | Drug | Risk: Major | Risk: Minor |", "| A | b | 2% | 9% |"], id="a cell over rows and columns",
        ),
        pytest.param(
            "<tr><th colspan=2>A<th>B<tr><td>1<td>x<td>3<tr><td>2<td>y<td>4",
            ["| A |  | B |", "| 1 | x | 3 |", "| 2 | y | 4 |"], id="a wide name over rows",
        ),
        pytest.param(
            "<thead><tr><th>Drug<th>Dose<tr><th><th>(mg)</thead><tr><td>A<td>5",
            ["| Drug | Dose (mg) |", "| A | 5 |"], id="units below the names",
        ),
        pytest.param(
            "<thead><tr><th>Drug<th>Dose<tr><td>A<td>5 mg</thead>", ["| Drug | Dose |", "| A | 5 mg |"],
            id="all rows in the head",
        ),
        pytest.param(
            "<tr><th>Drug<th>Dose<tr><th>A<th>5 mg<tr><th>B<th>6 mg",
            ["| Drug | Dose |", "| A | 5 mg |", "| B | 6 mg |"], id="all cells are names",
        ),
        pytest.param(
            "<tr><td><b>Food</b><td><p><strong>Effect</strong></p><tr><td>Kale<td>Lowers it."
            "<tr><td>Wine<td><ul><li>Raises it<li>Causes falls</ul>",
            ["| Food | Effect |", "| Kale | Lowers it. |", "| Wine | Raises it; Causes falls |"], id="a list in a cell",
        ),
        pytest.param(
            "<tr><td><b>Pros</b><td><b>Cons</b><tr><td><ul><li>cheap</ul><td><ul><li>weak</ul>",
            ["Pros", "Cons", "- cheap", "- weak"], id="lists side by side are layout",
        ),
        pytest.param(
            "<tr><td>Menu<ul><li>a</ul><td><p>Zinc helps.<tr><td>b<td>c", ["Menu", "- a", "Zinc helps.", "b", "c"],
            id="a page that is laid out",
        ),
    ],
)  # fmt: skip
def test_rows_and_what_names_their_columns(table: str, lines: list[str]) -> None:
    assert read(table) == lines


def test_a_merged_first_row_in_word_is_the_tables_caption() -> None:
    document = new_document()
    document.add_heading("Trials", 0)
    table = document.add_table(4, 3)
    rows = (("Doses in trials",) * 3, ("Trial", "Drug", "Dose"), ("One", "A", "5 mg"), ("Two", "B", "9 mg"))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Doses in trials"

    assert docx.read(word_file(document)).text == (
        "# Trials\n\nDoses in trials\n\n"
        "| Trial | Drug | Dose |\n|---|---|---|\n| One | A | 5 mg |\n| Two | B | 9 mg |\n"
    )


def test_rows_without_a_header_are_all_claims() -> None:
    headed, bare = "<tr><th>Drug<th>Dose<tr><td>A<td>1 mg", "<tr><th>B<td>5 mg<tr><th>C<td>9 mg"
    page = f"<h1>T</h1><table>{headed}</table><table>{bare}</table>"
    claims = split_text(html.read(page.encode()).text)[1:]

    assert [(claim.kind, claim.text, claim.context.cells) for claim in claims] == [
        (Kind.TABLE_HEADER, "Drug | Dose", ()),
        (Kind.TABLE_ROW, "A | 1 mg", (("Drug", "A"), ("Dose", "1 mg"))),
        (Kind.TABLE_ROW, "B | 5 mg", (("", "B"), ("", "5 mg"))),
        (Kind.TABLE_ROW, "C | 9 mg", (("", "C"), ("", "9 mg"))),
    ]
    assert [claim.context.table_header for claim in claims] == ["", "Drug | Dose", "", ""]
