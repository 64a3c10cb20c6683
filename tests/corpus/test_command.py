"""``python -m corpus split``, as a person or another program starts it."""

from __future__ import annotations

import json
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.segmentation import split_claims
from tests.folders import contents
from tests.programs import SAMPLE, WITHOUT_ROOTS_RIGHTS, run, start


def test_every_claim_is_one_line_of_json() -> None:
    done = run("corpus", "split", SAMPLE)

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    text = SAMPLE.read_text(encoding="utf-8")
    claims = split_claims(text)
    assert (done.returncode, done.stderr) == (0, "")
    assert [(row["start"], row["end"], row["kind"], row["check_worthy"], row["text"]) for row in rows] == [
        (c.span.start, c.span.end, c.kind, c.check_worthy, c.text) for c in claims
    ]
    assert list(rows[0]) == ["start", "end", "kind", "check_worthy", "context", "cues", "text"]
    item = next(row for row in rows if row["text"].startswith("Reduced inflammation: MS is"))
    assert item["context"] == {
        "headings": ["Role of Magnesium in Multiple Sclerosis"],
        "list_intro": "Studies have shown that magnesium may provide a number of benefits for individuals with MS, "
        "including:",
        "table_header": "",
        "cells": [],
    }
    assert {"name": "hedged", "start": 1982, "end": 1985, "detail": "possibility"} in [
        cue for row in rows for cue in row["cues"]
    ]
    assert "’" in done.stdout


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("desk.db", "belongs to a database", id="database"),
        pytest.param("linked.db", "belongs to a database", id="link to a database"),
        pytest.param("desk.db-wal", "belongs to a database", id="log of a database"),
        pytest.param("desk.db-shm", "belongs to a database", id="index of the log"),
        pytest.param("article.txt", "is the article itself", id="the article"),
        pytest.param("hard.txt", "is the article itself", id="another name of the article"),
    ],
)
def test_the_text_is_never_written_over_a_database_or_the_article(tmp_path: Path, name: str, reason: str) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(b"\xef\xbb\xbfZinc helps.\r\nIt may harm.")
    (tmp_path / "hard.txt").hardlink_to(article)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as desk:
        desk.execute("PRAGMA journal_mode = WAL")
        desk.execute("CREATE TABLE labels (verdict)")
        (tmp_path / "linked.db").symlink_to("desk.db")
        before = contents(tmp_path)

        done = run("corpus", "split", article, "--text-to", tmp_path / name)

        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert reason in done.stderr
        assert contents(tmp_path) == before


def test_the_text_that_the_offsets_count_in_can_be_kept(tmp_path: Path) -> None:
    article, out = tmp_path / "crlf – 1 .txt", tmp_path / "out put.txt"
    article.write_bytes("\ufeffZinc\r\n\r\nIt helps – 🍎. It may harm.".encode())
    out.write_text("something longer that stood here before")

    done = run("corpus", "split", article, "--text-to", out)

    text = out.read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert text == "Zinc\n\nIt helps – 🍎. It may harm."
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert sorted(path.name for path in tmp_path.iterdir()) == [article.name, out.name]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(
            ["split", "none.txt"], 1, "Error: none.txt: there is no such file; check the path\n", id="missing"
        ),
        pytest.param(["split", "corpus"], 1, "Error: corpus: this is a directory; name a file in it\n", id="directory"),
        pytest.param(["split", "--text-to", "no/such/x", str(SAMPLE)], 1, "cannot write the text", id="out of reach"),
        pytest.param(["split"], 2, "Missing argument 'FILE'", id="no file"),
        pytest.param(["split", "--txt", "x"], 2, "No such option", id="unknown option"),
        pytest.param(["cut"], 2, "No such command 'cut'", id="unknown command"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(arguments: list[str], status: int, message: str) -> None:
    done = run("corpus", *arguments)

    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Zinc helps.")
    path.chmod(0)

    done = start("corpus", "split", path, before=WITHOUT_ROOTS_RIGHTS)
    _, complaint = done.communicate()

    assert complaint == f"Error: {path}: you may not read this file; ask its owner or copy it\n"
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["split", "-h"], ["split", "--help"]])
def test_help_has_an_example(arguments: list[str]) -> None:
    done = run("corpus", *arguments)

    assert done.returncode == 0
    assert "python -m corpus split corpus/articles/magnesium_ms.txt" in done.stdout


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("Magnesium helps people with MS to sleep.\n\n" * 3000)
    with start("corpus", "split", long) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        first = program.stdout.readline()
        program.stdout.close()
        complaint = program.stderr.read()

    assert json.loads(first)["start"] == 0
    assert (program.returncode, complaint) == (0, "")


def test_ctrl_c_stops_it_without_a_traceback(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("Magnesium helps people with MS to sleep.\n\n" * 20_000)
    with start("corpus", "split", long) as program:
        assert program.stdout is not None
        program.stdout.readline()  # it is at work now, and waits for us to read on
        program.send_signal(signal.SIGINT)
        _, complaint = program.communicate()

    assert program.returncode != 0
    assert "Traceback" not in complaint
