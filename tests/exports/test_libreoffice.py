"""LibreOffice opens our tables as they are meant: every cell its text, none a formula or a link.

A missing LibreOffice is a failure, never a skip: this is what the promise about spreadsheets rests on.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from exports.selecting import Dataset
from tests.exports.golden_desk import export_to, golden_desk

OFFICE = {prefix: f"urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0" for prefix in ("table", "text", "office")}
BOOLEANS = {"of:=TRUE()", "of:=FALSE()"}
"""How LibreOffice writes down a cell that is true or false."""
AS_CSV = "CSV:{separator},34,76,1"
"""Read as UTF-8 from the first line on, quoted by double quotes."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice's own, shared by the tests here."""
    assert shutil.which("soffice"), "the checks need LibreOffice: apt install libreoffice-calc-nogui"
    return tmp_path_factory.mktemp("office")


def opened(path: Path, office: Path, *options: str) -> etree._Element:
    """What LibreOffice makes of a file, as flat OpenDocument."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(office / 'profile').as_uri()}",
            "--headless",
            *options,
            "--convert-to",
            "fods",
            "--outdir",
            str(office / "out"),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return etree.parse(office / "out" / f"{path.stem}.fods").getroot()


def formulas(sheet: etree._Element) -> set[str]:
    return {str(each) for each in sheet.xpath("//@table:formula", namespaces=OFFICE)} - BOOLEANS


def rows(table: etree._Element) -> list[list[str]]:
    """The cells of a table as text, without the empty ones at the end of rows and the empty rows at its end."""
    found = []
    for row in table.xpath(".//table:table-row", namespaces=OFFICE):
        cells: list[str] = []
        for cell in row.xpath("table:table-cell", namespaces=OFFICE):
            again = int(cell.get(f"{{{OFFICE['table']}}}number-columns-repeated", "1"))
            cells += ["\n".join(_words(each) for each in cell.xpath("text:p", namespaces=OFFICE))] * min(again, 100)
        while cells and not cells[-1]:
            cells.pop()
        found += [cells] * min(int(row.get(f"{{{OFFICE['table']}}}number-rows-repeated", "1")), 100)
    while found and not found[-1]:
        found.pop()
    return found


def _words(paragraph: etree._Element) -> str:
    """The text of a paragraph, with the blanks and tabs that OpenDocument writes as elements."""
    blanks = {f"{{{OFFICE['text']}}}s": " ", f"{{{OFFICE['text']}}}tab": "\t"}
    words = paragraph.text or ""
    for each in paragraph:
        again = int(each.get(f"{{{OFFICE['text']}}}c", "1"))
        words += blanks.get(each.tag, "") * again + (each.text or "") + (each.tail or "")
    return words


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("tsv", "\t")])
def test_it_reads_every_cell_of_a_table_as_its_text(name: str, separator: str, office: Path, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.csv"
    export_to(golden_desk(), name, path, Dataset())

    sheet = opened(path, office, f"--infilter={AS_CSV.format(separator=ord(separator))}")

    with path.open(encoding="utf-8-sig", newline="") as file:
        ours = list(csv.reader(file, delimiter=separator))
    (table,) = sheet.xpath("//table:table", namespaces=OFFICE)
    theirs = rows(table)
    assert formulas(sheet) == set()
    assert not sheet.xpath("//text:a", namespaces=OFFICE)
    assert len(theirs) == len(ours)
    assert theirs[0] == ours[0]
    texts = ours[0].index("text")
    assert [row[texts].split() for row in theirs] == [row[texts].split() for row in ours]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    export_to(golden_desk(), "xlsx", path, Dataset())

    sheet = opened(path, office)

    names = [str(each) for each in sheet.xpath("//table:table/@table:name", namespaces=OFFICE)]
    assert names == load_workbook(path, read_only=True).sheetnames
    assert formulas(sheet) == set()
    assert not sheet.xpath("//text:a", namespaces=OFFICE)
