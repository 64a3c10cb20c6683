"""``python -m annotator take-in``: what it tells, what it leaves, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import annotator.__main__
from annotator.storage.connection import open_database
from tests.annotator.elsewhere.files import CORPUS, HEALTHVER, SCIFACT, TEXT, annotation, span, task
from tests.annotator.elsewhere.test_readers import TABLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev.csv").write_text(HEALTHVER.replace("Neutral,2", "Nuetral,2"), "utf-8", newline="")
    (tmp_path / "claims.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in SCIFACT))
    (tmp_path / "corpus.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in CORPUS))
    (tmp_path / "t.csv").write_text(TABLE.split("Vitamin")[0])
    (tmp_path / "export.json").write_text(json.dumps([task(annotation(span(77, 93, "true", TEXT[76:])))]))
    return tmp_path


def take_in(folder: Path, *arguments: str) -> Result:
    words = [str(folder / word) if word.partition(".")[2] in ("csv", "json", "jsonl") else word for word in arguments]
    result = CliRunner().invoke(annotator.__main__.cli, ["take-in", *words, "--db", str(folder / "desk.db")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_it_tells_how_a_file_was_read_what_it_lost_and_every_bad_row(folder: Path) -> None:
    result = take_in(folder, "dev.csv", "--by", "Dr A")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "dev.csv: read as healthver",
        "columns: claim = claim, label = label, group = topic_ip, evidence = evidence, title = question",
        "Refutes (1) means contradicted",
        "Neutral (1) means unsupported",
        "Nuetral (1) means unknown: say it with --means 'Nuetral'=...",
        "note: 2 × evidence passage without a source that can be cited: kept in the rationale or search note",
        "labels by: HealthVer",
        "note: labels that name nobody are by HealthVer here: --labels-by NAME says whose they are",
        "read 3, articles 1, claims 1 (0 known), labels 1 (0 known), refused 1",
    ]
    assert result.stderr == (
        "Error: dev.csv: line 5: nobody said what the label 'Nuetral' means: one of supported, contradicted,"
        " unsupported, not a claim, nothing, left out\n"
    )


def test_what_was_unknown_is_said_and_taken_in_with_the_rest_known(folder: Path) -> None:
    take_in(folder, "dev.csv")
    result = take_in(folder, "dev.csv", "--means", "nuetral=unsupported")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "read 3, articles 1, claims 1 (1 known), labels 1 (1 known), refused 0"


def test_files_of_sentences_are_given_beside_the_claims(folder: Path) -> None:
    result = take_in(folder, "claims.jsonl", "corpus.jsonl", "--bare-ids", "pmid", "--labels-by", "Dr B")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "claims.jsonl: read as scifact",
        "CONTRADICT (1) means contradicted",
        "labels by: Dr B",
        "read 2, articles 1, claims 2 (0 known), labels 2 (0 known), refused 0",
    ]
    with open_database(folder / "desk.db") as db:
        assert [row["identifier"] for row in db["sources"].rows] == ["31452104", "7"]


def test_a_table_is_read_by_the_columns_named(folder: Path) -> None:
    columns = ["--source", "-", "--rationale", "-", "--time", "day"]
    result = take_in(folder, "t.csv", "--format", "table", *columns, "--means", "mostly false=contradicted")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:4] == [
        "columns: claim = sentence, label = rating, reviewer = who, evidence = quote, time = day",
        "mostly false (1) means contradicted",
        "true (1) means supported",
    ]
    assert result.stdout.splitlines()[-1] == "read 2, articles 1, claims 1 (0 known), labels 2 (0 known), refused 0"


def test_a_dry_run_tells_the_same_and_takes_in_nothing(folder: Path) -> None:
    take_in(folder, "claims.jsonl")

    result = take_in(folder, "export.json", "--dry-run")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == (
        "read 1, articles 1, claims 1 (0 known), labels 1 (0 known), refused 0 (dry run: nothing was taken in)"
    )
    with open_database(folder / "desk.db") as db:
        assert db["articles"].count == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["corpus.jsonl"], "these files hold only the sentences that claims point to", id="no-claims"),
        pytest.param(["t.csv", "--claim", "-"], "t.csv: name the column with the claim", id="no-column"),
        pytest.param(["t.csv", "--claim", "a"], "t.csv: there is no column 'a' for the claim", id="no-such-column"),
        pytest.param(["t.csv", "--format", "conll"], "there is no format 'conll': one of healthver,", id="no-format"),
        pytest.param(["t.csv", "--format", "fever"], "t.csv: FEVER is one of .jsonl", id="other-suffix"),
        pytest.param(["dev.csv", "--means", "x"], "--means 'x': write a label word", id="no-meaning"),
        pytest.param(["gone.csv"], "there is no such file", id="no-file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_makes_no_desk(
    folder: Path, arguments: list[str], told: str
) -> None:
    result = take_in(folder, *arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "desk.db").exists()
