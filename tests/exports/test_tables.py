"""CSV, TSV, XLSX and Parquet, read by the programs that analysts read them with."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from sqlite_utils import Database

from annotator.label_files.cells import restored
from annotator.model import Adjudication, Evidence, Label, Verdict
from annotator.storage.times import to_text
from exports import workbook
from exports.comma_separated import CLAIM_COLUMNS, VOTE_COLUMNS
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.selecting import Dataset, select_claims
from exports.tables import CITATIONS, CLAIMS, SOURCES, TABLES, VOTES, Cell, citation_rows, claim_row, vote_row
from tests.desks import IDS, desk_in_memory, histories, keep_all, label, label_all, label_histories
from tests.exports.golden_desk import exported, golden_desk

SEPARATORS = {"csv": ",", "tsv": "\t"}
Table = list[list[Any]]


def rows_of(db: Database, votes: Votes = Votes.ALL) -> dict[str, list[tuple[Cell, ...]]]:
    """What the tables of a dataset must hold."""
    with select_claims(db, Dataset(votes=votes)) as (chosen, selection):
        claims = list(chosen)
        given = [vote for claim in claims for vote in selection.votes_of(claim)]
        return {
            "claims": [claim_row(claim, selection) for claim in claims],
            "votes": [vote_row(vote) for vote in given],
            "citations": [row for vote in given for row in citation_rows(vote)],
        }


def test_the_tables_have_the_columns_of_the_csv() -> None:
    assert tuple(column.name for column in CLAIMS) == CLAIM_COLUMNS
    assert [column.name for column in VOTES[1:]] == [name for name in VOTE_COLUMNS if name != "citations"]


@pytest.mark.parametrize("votes", Votes)
@pytest.mark.parametrize("name", SEPARATORS)
def test_pandas_polars_and_duckdb_read_every_cell_as_it_was_written(name: str, votes: Votes, tmp_path: Path) -> None:
    path, separator = tmp_path / f"x.{name}", SEPARATORS[name]
    data = exported(golden_desk(), name, path, Dataset(votes=votes)).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(data, newline=""), delimiter=separator, strict=True)

    by_pandas = pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    by_polars = pl.read_csv(path, separator=separator, infer_schema=False)
    by_duckdb = duckdb.connect().execute(
        "SELECT * FROM read_csv(?, delim = ?, header = true, all_varchar = true, quote = '\"', escape = '\"',"
        " allow_quoted_nulls = false)",
        [str(path), separator],
    )

    assert len(rows) == {Votes.ALL: 7}.get(votes, 4)
    assert (list(by_pandas.columns), by_pandas.to_numpy().tolist()) == (header, rows)
    assert (by_polars.columns, [[cell or "" for cell in row] for row in by_polars.rows()]) == (header, rows)
    assert [[cell or "" for cell in row] for row in by_duckdb.fetchall()] == rows


@pytest.mark.parametrize("name", SEPARATORS)
def test_no_cell_runs_as_a_formula_and_each_reads_back(name: str, tmp_path: Path) -> None:
    """The strict rule in place of a spreadsheet: no cell begins, after blanks, with what any of them would run."""
    data = exported(golden_desk(), name, tmp_path / "x", Dataset()).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline=""), delimiter=SEPARATORS[name]))

    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@＝＋－＠"} and cell != "-5"] == []
    notes = {vote[6] for vote in rows_of(golden_desk())["votes"]}
    assert {restored(row["rationale"]) for row in rows} == notes


@pytest.mark.parametrize("votes", Votes)
def test_parquet_has_types_everywhere_and_no_index(votes: Votes, tmp_path: Path) -> None:
    exported(golden_desk(), "parquet", tmp_path / "x.parquet", Dataset(votes=votes))

    schema = pq.read_schema(tmp_path / "x.parquet")

    flat = [field.type for field in schema] + [
        field.type.value_type for field in schema if pa.types.is_list(field.type)
    ]
    assert not any(pa.types.is_null(each) for each in flat)
    names = [*CLAIM_COLUMNS, *VOTE_COLUMNS] if votes is Votes.ALL else list(CLAIM_COLUMNS)
    assert sorted(schema.names) == sorted(names)
    told = json.loads(schema.metadata[b"claimdesk"])
    assert (told["verdicts"], told["offset_unit"]) == (votes, "code points")
    assert b"pandas" not in schema.metadata


def test_pandas_polars_and_duckdb_read_parquet_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    exported(golden_desk(), "parquet", path, Dataset())
    expected = rows_of(golden_desk())
    claims = {row[0]: row for row in expected["claims"]}
    rows = [(*claims[vote[0]], *vote[1:]) for vote in expected["votes"]]

    by_polars = pl.read_parquet(path)
    by_duckdb = duckdb.connect().execute("SELECT * EXCLUDE citations FROM read_parquet(?)", [str(path)]).fetchall()
    by_pandas = pd.read_parquet(path)

    def lists(row: Iterable[Any]) -> list[Any]:
        return [list(cell) if isinstance(cell, tuple) else cell for cell in row]

    assert [lists(row[:-1]) for row in by_polars.rows()] == [lists(row) for row in rows]
    assert [lists(row) for row in by_duckdb] == [lists(row) for row in rows]
    assert str(by_pandas["labelled_at"].dtype) == "datetime64[us, UTC]"
    assert by_pandas["open"].dtype.kind == "b"
    (full,) = by_polars.filter(pl.col("key") == "k2")["citations"]
    assert [each["quote"] for each in full][:2] == ['"quoted", twice', "=1+1"]


@given(labels=label_histories())
@settings(max_examples=30, deadline=None)
def test_any_labels_come_out_of_parquet_as_they_are(labels: list[Label]) -> None:
    db = desk_in_memory()
    label_all(db, labels)

    with TemporaryDirectory() as folder:
        exported(db, "parquet", Path(folder) / "x.parquet", Dataset())
        table = pq.read_table(Path(folder) / "x.parquet").to_pylist()

    names = ("claim_id", "reviewer", "rationale", "search_note", "labelled_at", "key")
    places = [next(n for n, column in enumerate(VOTES) if column.name == name) for name in names]
    assert [tuple(row[name] for name in names) for row in table] == [
        tuple(row[place] for place in places) for row in rows_of(db)["votes"]
    ]


def sheets_of(path: Path) -> dict[str, Table]:
    """Every sheet's cells below the header; none may be a formula, an error or a link."""
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert [cell for cell in cells if cell.hyperlink] == []
    return {sheet.title: [[as_excel_reads(c.value) for c in row] for row in sheet.iter_rows(2)] for sheet in book}


def as_excel_reads(cell: Any) -> Any:
    """A cell as Excel takes it: signs that XML cannot hold are written as their numbers, which openpyxl leaves so."""
    if not isinstance(cell, str):
        return cell
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), cell)


def shown(cell: Cell) -> Any:
    """How a cell stands in a workbook."""
    if isinstance(cell, float):
        return pytest.approx(cell, rel=1e-14)
    if isinstance(cell, datetime):
        return to_text(cell)
    return ("; ".join(cell) if isinstance(cell, tuple) else cell) if cell not in ("", ()) else None


def test_a_workbook_has_every_table_and_a_codebook(tmp_path: Path) -> None:
    exported(golden_desk(), "xlsx", tmp_path / "x.xlsx", Dataset())

    sheets = sheets_of(tmp_path / "x.xlsx")

    assert list(sheets) == ["claims", "votes", "citations", "sources", "codebook"]
    for name, rows in rows_of(golden_desk()).items():
        assert sheets[name] == [list(map(shown, row)) for row in rows]
    assert len(sheets["sources"]) == 6
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    for name, columns in TABLES.items():
        assert [cell.value for cell in book[name][1]] == [column.name for column in columns]
    assert [row[1] for row in sheets["codebook"] if row[0] == "sources"] == [column.name for column in SOURCES]
    assert [row[1] for row in sheets["codebook"] if row[0] == "citations"] == [column.name for column in CITATIONS]


@given(made=histories())
@example(made=[replace(label("k1", "cures"), evidence=Evidence(rationale="<r><t>x</t></r>", search_note="<r></r>"))])
@example(made=[replace(label("k1", "cures"), evidence=Evidence(rationale="_x000D_ \x0b\r\n\ufffe", search_note="  "))])
@example(made=[replace(label("k1", "cures"), evidence=Evidence(rationale="{=1+1}", search_note="https://a.example"))])
@settings(max_examples=15, deadline=None)
def test_any_labels_and_decisions_come_out_of_a_workbook_as_they_are(made: list[Label | Adjudication]) -> None:
    db = desk_in_memory()
    keep_all(db, made)

    with TemporaryDirectory() as folder:
        exported(db, "xlsx", Path(folder) / "x.xlsx", Dataset())
        sheets = sheets_of(Path(folder) / "x.xlsx")

    for name in ("claims", "votes", "citations"):
        assert sheets[name] == [list(map(shown, row)) for row in rows_of(db)[name]]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        pytest.param("x" * 20_000, True, id="as long as a note may be"),
        pytest.param("💊" * 16_383, True, id="just room in units of UTF-16"),
        pytest.param("💊" * 16_384, False, id="one unit too many"),
        pytest.param("<r>" + "&" * 10_000 + "</r>", False, id="too long for a workbook once it is escaped"),
    ],
)
def test_a_text_that_no_cell_holds_is_refused_with_the_claims_id(text: str, fits: bool, tmp_path: Path) -> None:
    db = desk_in_memory()
    label_all(db, [replace(label("k1", "cures"), evidence=Evidence(rationale=text))])

    if fits:
        exported(db, "xlsx", tmp_path / "x.xlsx", Dataset())
        assert sheets_of(tmp_path / "x.xlsx")["votes"][0][6] == text
    else:
        with pytest.raises(CannotExport, match=f"{IDS['cures']} has a text of .* a cell of a workbook holds 32,767"):
            exported(db, "xlsx", tmp_path / "x.xlsx", Dataset())
        assert list(tmp_path.iterdir()) == []


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)

    with pytest.raises(CannotExport, match="a sheet has 5 rows, and this dataset has more: choose csv"):
        exported(golden_desk(), "xlsx", tmp_path / "x.xlsx", Dataset())


def test_a_workbook_does_not_tell_when_it_was_written(tmp_path: Path) -> None:
    exported(golden_desk(), "xlsx", tmp_path / "x.xlsx", Dataset())

    with zipfile.ZipFile(tmp_path / "x.xlsx") as inside:
        assert {entry.date_time[0] for entry in inside.infolist()} == {1980}
        assert str(datetime.now().astimezone().year) not in inside.read("docProps/core.xml").decode()


def test_a_workbook_of_final_verdicts_has_no_votes(tmp_path: Path) -> None:
    exported(golden_desk(), "xlsx", tmp_path / "x.xlsx", Dataset(votes=Votes.FINAL))

    sheets = sheets_of(tmp_path / "x.xlsx")

    verdict = CLAIM_COLUMNS.index("final_verdict")
    assert [row[verdict] for row in sheets["claims"]] == [None, Verdict.UNSUPPORTED, None, Verdict.CONTRADICTED]
    assert (sheets["votes"], sheets["citations"], sheets["sources"]) == ([], [], [])
