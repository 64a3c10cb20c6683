"""Our commands as real processes: closed pipes, a full output, Ctrl-C, odd names, terminals."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.storage.articles import article_summaries
from annotator.storage.connection import open_database
from tests.folders import contents
from tests.programs import ROOT, SAMPLE, run, start


def slugs(path: Path) -> list[str]:
    """The articles of a desk that SQLite finds whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_database(path) as db:
        return [summary.slug for summary in article_summaries(db)]


def articles(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"zinc-{at:03}.txt" for at in range(number)]
    for path in paths:
        path.write_text(f"Zinc stops colds, as {path.stem} shows.\n\n" * 20)
    return paths


@pytest.mark.parametrize("line", ["corpus split FILE", "exports --format jsonl --to - --db DESK"])
def test_a_reader_that_has_seen_enough_ends_a_command_quietly(line: str, desk: Path) -> None:
    words = [{"FILE": str(SAMPLE), "DESK": str(desk)}.get(word, word) for word in line.split()]

    with start(*words) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline().startswith("{")
        program.stdout.close()
        assert program.stderr.read() == ""

    assert program.returncode == 0


def test_articles_are_added_whether_anybody_reads_about_it_or_not(desk: Path, tmp_path: Path) -> None:
    paths = articles(tmp_path, 5)

    with start("annotator", "add", "--db", desk, *paths) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == ""

    assert program.returncode == 0
    assert slugs(desk) == ["magnesium_ms", *(path.stem for path in paths)]


@pytest.mark.parametrize(
    "line", ["annotator progress --db DESK", "corpus split --help", "exports --format csv --to - --db DESK"]
)
def test_an_output_that_cannot_be_written_is_told_in_one_line(line: str, desk: Path) -> None:
    with Path("/dev/full").open("w") as full:
        words = [{"DESK": str(desk)}.get(word, word) for word in line.split()]
        _, stderr = (program := start(*words, stdout=full.fileno())).communicate(timeout=60)

    assert (program.returncode, stderr) == (
        1,
        "Error: cannot print: No space left on device; make room, or print elsewhere\n",
    )


def test_ctrl_c_is_told_in_one_line_and_leaves_whole_articles(desk: Path, tmp_path: Path) -> None:
    with start("annotator", "add", "--db", desk, *articles(tmp_path, 80)) as program:
        assert program.stdout
        added = [program.stdout.readline()]
        program.send_signal(signal.SIGINT)
        rest, stderr = program.communicate(timeout=60)

    assert (program.returncode, stderr) == (
        1,
        "Error: stopped; what was finished is kept, and nothing is half-written\n",
    )
    added += rest.splitlines()
    assert len(added) < 80
    assert len(slugs(desk)) in (len(added) + 1, len(added) + 2)  # the last may be there before its line
    assert list(contents(desk.parent)) == ["desk.db"]


def bulk_file(folder: Path, number: int) -> Path:
    path = folder / "bulk.jsonl"
    rows = ({"text": f"Zinc stops colds, as number {at} shows.\n\n" * 20, "id": f"z{at:04}"} for at in range(number))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def test_ctrl_c_in_a_file_of_many_articles_leaves_whole_ones_and_the_file_again_adds_the_rest(
    desk: Path, tmp_path: Path
) -> None:
    line = ("annotator", "add-bulk", bulk_file(tmp_path, 600), "--text", "text", "--id", "id", "--db", desk)
    with start(*line) as program:
        with closing(sqlite3.connect(desk)) as other:
            while other.execute("SELECT count(*) FROM articles").fetchone() == (1,):
                pass
        program.send_signal(signal.SIGINT)
        said, stderr = program.communicate(timeout=60)

    assert (program.returncode, stderr) == (
        1,
        "Error: stopped; what was finished is kept, and nothing is half-written\n",
    )
    added = len(slugs(desk)) - 1
    assert 0 < added < 600
    assert said.endswith("known 0, refused 0\n") or not said
    with open_database(desk) as db:
        whole = db.execute("SELECT count(*) FROM claims WHERE article LIKE 'z%' GROUP BY article").fetchall()
    assert whole == [(20,)] * added

    again = run(*line)

    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == f"read 600, new {600 - added}, known {added}, refused 0\n"


def test_a_program_that_is_killed_in_a_file_of_many_articles_leaves_whole_ones_and_no_program(
    desk: Path, tmp_path: Path
) -> None:
    line = ("annotator", "add-bulk", bulk_file(tmp_path, 600), "--text", "text", "--id", "id", "--db", desk)
    with start(*line) as program:
        with closing(sqlite3.connect(desk)) as other:
            while other.execute("SELECT count(*) FROM articles").fetchone() == (1,):
                pass
        program.kill()
        program.wait()
        assert program.stderr
        assert program.stderr.read() == ""  # whose end comes when the programs that cut have ended too

    added = len(slugs(desk)) - 1
    with open_database(desk) as db:
        whole = db.execute("SELECT count(*) FROM claims WHERE article LIKE 'z%' GROUP BY article").fetchall()
    assert whole == [(20,)] * added


def test_a_name_that_is_no_text_is_a_name_as_good_as_any(desk: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    shutil.copy(SAMPLE, odd)
    with Path(odd).open("a") as file:
        file.write("\n\nAnother text.\n")

    result = run("annotator", "add", "--as-new", "--db", desk, odd, env={"PYTHONIOENCODING": "ascii"})

    assert (result.returncode, result.stderr) == (0, "")
    assert slugs(desk) == ["caf", "magnesium_ms"]


def test_an_argument_that_is_no_text_is_told_in_one_line(desk: Path) -> None:
    (article,) = articles(desk.parent, 1)

    result = run("annotator", "add", "--db", desk, article, "--by", os.fsdecode(b"Dr \xe9"))

    assert result.returncode == 1
    assert result.stderr.startswith("Error: ")
    assert "is not text in UTF-8: type or name it otherwise\n" in result.stderr


def on_a_terminal(*words: str | Path) -> tuple[str, str]:
    """What a program prints on stdout, and on the terminal that its stderr is."""
    ours, theirs = pty.openpty()
    program = start(*words, stdin=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    assert program.stdout
    said = program.stdout.read()
    drawn = b""
    try:
        while part := os.read(ours, 4096):
            drawn += part
    except OSError:  # how a terminal says that nobody is at its other end any more
        pass
    os.close(ours)
    program.stdout.close()
    assert program.wait() == 0
    return said, drawn.decode()


def test_where_a_person_watches_long_work_has_a_bar(desk: Path, tmp_path: Path) -> None:
    added, adding = on_a_terminal("annotator", "add", "--db", desk, *articles(tmp_path, 3))
    _, adding_many = on_a_terminal("annotator", "add-bulk", bulk_file(tmp_path, 30), "--text", "text", "--db", desk)
    _, backing_up = on_a_terminal("annotator", "backup", "--db", desk, tmp_path / "copy.db")
    _, exporting = on_a_terminal("exports", "--format", "csv", "--to", tmp_path / "out.csv", "--db", desk)

    assert "Adding  [" in adding
    assert "3/3" in adding
    assert added.count("added as") == 3
    assert "Adding  [" in adding_many
    assert "100%" in adding_many
    assert "Backing up  [" in backing_up
    assert "Exporting  [" in exporting


def test_where_nobody_watches_there_is_no_bar(desk: Path, tmp_path: Path) -> None:
    result = run("annotator", "add", "--db", desk, *articles(tmp_path, 3))

    assert result.stderr == ""
    assert "[" not in result.stdout


def test_the_exit_status_of_wrong_usage_is_2() -> None:
    result = run("annotator", "evidence-rule", "loose")

    assert result.returncode == 2
    assert result.stderr.splitlines()[-1].startswith("Error: ")


def test_a_closed_output_is_no_reason_to_fail(desk: Path) -> None:
    command = 'exec "$0" -m annotator progress --db "$1" >&-'
    result = subprocess.run(
        ["sh", "-c", command, sys.executable, str(desk)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stderr) == (0, "")


def test_a_command_starts_without_the_libraries_that_it_does_not_need() -> None:
    code = (
        "import sys, annotator.commands.sources, annotator.commands.labels;"
        "print([name for name in ('numpy', 'pandas', 'bibtexparser', 'spacy', 'streamlit') if name in sys.modules]);"
        "import pandas, numpy"  # whoever needs them has them
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
