"""Every format writes what its golden file holds, and the tools of analysts read it as it was."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own, for one call here
import pandas as pd
import pytest
from hypothesis import example, given, settings

from annotator.model import Adjudication, Label
from annotator.storage.filters import Filters
from exports.deciding import Votes
from exports.reporting import LOSS
from exports.selecting import Dataset
from tests.desks import GARLIC, ZINC, desk_in_memory, histories, keep_all, label
from tests.exports.golden_desk import FILES, FOLDERS, GOLDEN, desk_for, export_to, exported, golden_desk
from tests.folders import contents

TEXTS = {"garlic": GARLIC.text, "zinc": ZINC.text}
SCHEMA = json.loads((Path(__file__).parents[2] / "exports/schema/claims-1.schema.json").read_text())


def json_lines(tmp_path: Path, votes: Votes = Votes.ALL) -> list[dict[str, Any]]:
    lines = exported(golden_desk(), "jsonl", tmp_path / "x.jsonl", Dataset(votes=votes)).decode()
    return [json.loads(line) for line in lines.split("\n")[:-1]]


def csv_bytes(tmp_path: Path, votes: Votes = Votes.ALL) -> bytes:
    return exported(golden_desk(), "csv", tmp_path / "x.csv", Dataset(votes=votes))


@pytest.mark.parametrize("file", FILES)
def test_a_format_writes_its_golden_file(file: str, tmp_path: Path) -> None:
    name, votes = FILES[file]

    assert exported(golden_desk(), name, tmp_path / file, Dataset(votes=votes)) == (GOLDEN / file).read_bytes()
    assert (tmp_path / f"{file}{LOSS}").read_text("utf-8") == (GOLDEN / f"{file}{LOSS}").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_format_writes_its_golden_folder(folder: str, tmp_path: Path) -> None:
    name, votes = FOLDERS[folder]

    export_to(desk_for(name), name, tmp_path / folder, Dataset(votes=votes))

    assert contents(tmp_path / folder) == contents(GOLDEN / folder)
    assert (tmp_path / f"{folder}{LOSS}").read_text("utf-8") == (GOLDEN / f"{folder}{LOSS}").read_text("utf-8")


@given(made=histories())
@example(made=[replace(label("k1", "cures"), seconds_spent=1e-05)])
@example(made=[replace(label("k1", "cures"), seconds_spent=1e16)])
@settings(max_examples=60, deadline=None)
def test_a_line_of_jsonl_is_what_pythons_own_encoder_writes(made: list[Label | Adjudication]) -> None:
    db = desk_in_memory()
    keep_all(db, made)

    with TemporaryDirectory() as folder:
        lines = exported(db, "jsonl", Path(folder) / "x.jsonl", Dataset()).decode().split("\n")[:-1]

    assert lines == [json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) for line in lines]


@pytest.mark.parametrize("votes", Votes)
def test_every_line_of_jsonl_keeps_to_the_shipped_schema(votes: Votes, tmp_path: Path) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)

    records = json_lines(tmp_path, votes)

    assert [error.message for record in records for error in validator.iter_errors(record)] == []
    assert len(records) == (5 if votes is Votes.ALL else 4)


def test_every_line_of_jsonl_has_all_keys_in_one_order(tmp_path: Path) -> None:
    records = json_lines(tmp_path)

    assert {tuple(record) for record in records} == {tuple(SCHEMA["properties"])}
    votes = [vote for record in records for vote in record["votes"]]
    assert {tuple(vote) for vote in votes} == {tuple(SCHEMA["properties"]["votes"]["items"]["properties"])}


def test_offsets_of_claims_and_cues_cut_the_articles_text(tmp_path: Path) -> None:
    for record in json_lines(tmp_path):
        text = TEXTS[record["article"]["slug"]]
        places = [record["claim"], *record["claim"]["cues"]]
        assert [text[place["start"] : place["end"]] for place in places] == [place["text"] for place in places]


def test_a_dataset_of_final_verdicts_has_no_votes(tmp_path: Path) -> None:
    finals = [(record["votes"], record["final"]["verdict"]) for record in json_lines(tmp_path, Votes.FINAL)]

    assert finals == [([], None), ([], "unsupported"), ([], None), ([], "contradicted")]


def test_csv_reads_as_rfc_4180_with_a_byte_order_mark(tmp_path: Path) -> None:
    data = csv_bytes(tmp_path)

    assert data.startswith(b'\xef\xbb\xbf"claim_id",')
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert data.decode("utf-8-sig").replace("\r\n", "").count("claim_id") == 1


def test_no_cell_of_csv_runs_in_a_spreadsheet_and_numbers_stay_numbers(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_bytes(tmp_path).decode("utf-8-sig"), newline="")))

    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@", "＋"} and cell != "-5"] == []
    assert {row["reviewer"] for row in rows} == {"Dr A", "'=Dr B", "Zoë 💊"}
    assert "-5" in {row["search_note"] for row in rows}


def test_pandas_reads_both_formats_as_they_were_written(tmp_path: Path) -> None:
    csv_bytes(tmp_path)
    json_lines(tmp_path)

    table = pd.read_csv(tmp_path / "x.csv", keep_default_na=False)
    lines = pd.read_json(tmp_path / "x.jsonl", lines=True)

    assert list(table["verdict"]) == ["unsupported", "contradicted", "unsupported", "unsupported", "", "", "supported"]
    assert table["start"].dtype.kind == "i"
    assert table["open"].dtype.kind == "b"
    assert [claim["id"] for claim in lines["claim"]] == list(dict.fromkeys(table["claim_id"]))
    full = table[table["key"] == "k2"].iloc[0]
    assert full["rationale"] == "'=HYPERLINK(\"https://evil.example\")\nIt's \"clear\"; see 1, 2;'=1+1\n'- a"
    assert json.loads(full["citations"]) == lines["votes"][0][1]["citations"]


def test_a_reviewers_dataset_has_their_votes_and_the_desks_final_verdict(tmp_path: Path) -> None:
    dataset = Dataset(Filters(reviewers=("zoë 💊",)))
    record = json.loads(exported(golden_desk(), "jsonl", tmp_path / "x.jsonl", dataset))

    assert [vote["reviewer"] for vote in record["votes"]] == ["Zoë 💊"]
    assert record["final"] == {"verdict": None, "basis": "disputed", "confidence": None}
