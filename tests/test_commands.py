"""Every command under bad conditions: one clear line, the right exit status, and nothing made or changed.

In one process, for speed; what needs a real one is in test_programs.py.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import annotator.__main__
import corpus.__main__
import exports.__main__
from annotator.storage.connection import open_database, writing
from corpus.command_line import LaterGroup, legible
from tests.annotator.bad_databases import BAD_DATABASES, BadDatabase
from tests.annotator.retraction_lists import list_of, row
from tests.corpus.reading.one_article import as_pdf, as_word
from tests.folders import contents
from tests.programs import SAMPLE

CORPUS, ANNOTATOR, EXPORTS = corpus.__main__.cli, annotator.__main__.cli, exports.__main__.cli

JSON_LINE = '{"schema": "claims/9"}\n'


def call(command: click.Command, *arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def one_error(result: Result) -> str:
    """The one line on stderr of a command that failed; a traceback would be an exception here."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line


@dataclass(frozen=True)
class Command:
    """A command that needs a database, and how it is called: ``FOLDER`` holds what it reads and writes."""

    command: click.Command
    line: str

    def arguments(self, folder: Path) -> list[str]:
        return [word.replace("FOLDER", str(folder)) for word in self.line.split()]


NEED_A_DATABASE = {
    "load-labels": Command(ANNOTATOR, "load-labels FOLDER/labels.jsonl"),
    "progress": Command(ANNOTATOR, "progress"),
    "agreement": Command(ANNOTATOR, "agreement"),
    "look-up": Command(ANNOTATOR, "look-up"),
    "load-retractions": Command(ANNOTATOR, "load-retractions FOLDER/retractions.csv"),
    "revise": Command(ANNOTATOR, f"revise magnesium_ms {SAMPLE}"),
    "backup": Command(ANNOTATOR, "backup FOLDER/copy.db"),
    "evidence-rule": Command(ANNOTATOR, "evidence-rule strict"),
    "take-in --dry-run": Command(ANNOTATOR, "take-in FOLDER/claims.csv --dry-run"),
    "exports": Command(EXPORTS, "--format jsonl --to FOLDER/out.jsonl"),
    "exports to stdout": Command(EXPORTS, "--format csv --to -"),
    "exports --freeze-splits": Command(EXPORTS, "--freeze-splits 100/0/0"),
}
WITH_A_DATABASE = {
    "add": Command(ANNOTATOR, f"add {SAMPLE}"),
    "add-bulk": Command(ANNOTATOR, "add-bulk FOLDER/bulk.jsonl --text text"),
    "take-in": Command(ANNOTATOR, "take-in FOLDER/claims.csv"),
    "add-sources": Command(ANNOTATOR, "add-sources FOLDER/zinc.ris"),
    **NEED_A_DATABASE,
}
WRITING = (
    *("add", "add-bulk", "add-sources", "take-in", "load-labels", "load-retractions", "evidence-rule"),
    "exports --freeze-splits",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of labels; its bad databases are called desk.db."""
    (tmp_path / "labels.jsonl").write_text(JSON_LINE)
    (tmp_path / "claims.csv").write_text("claim,label\nZinc stops colds.,true\n")
    (tmp_path / "zinc.ris").write_text("TY  - JOUR\nTI  - Zinc\nER  - \n")
    (tmp_path / "retractions.csv").write_text(list_of(row()))
    (tmp_path / "bulk.jsonl").write_text('{"text": "Zinc stops colds."}\n')
    return tmp_path


@pytest.mark.parametrize("bad", BAD_DATABASES.values(), ids=BAD_DATABASES)
@pytest.mark.parametrize("command", WITH_A_DATABASE.values(), ids=WITH_A_DATABASE)
def test_a_database_that_cannot_be_used_is_told_in_one_line_and_left_alone(
    command: Command, bad: BadDatabase, folder: Path
) -> None:
    bad.make(folder / "desk.db")
    before = contents(folder)

    line = one_error(call(command.command, *command.arguments(folder), "--db", folder / "desk.db"))

    assert bad.says in line
    assert contents(folder) == before


@pytest.mark.parametrize("command", NEED_A_DATABASE.values(), ids=NEED_A_DATABASE)
@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("desk.db", "there is no database at", id="no file"),
        pytest.param("nowhere/desk.db", "there is no database at", id="no folder"),
        pytest.param("labels.jsonl/desk.db", "there is no database at", id="a file for a folder"),
        pytest.param("x" * 300, "cannot look at", id="a name too long"),
        pytest.param("", "path is empty", id="an empty name"),
    ],
)
def test_a_database_that_is_not_there_is_not_made(command: Command, name: str, says: str, folder: Path) -> None:
    before = contents(folder)

    line = one_error(call(command.command, *command.arguments(folder), "--db", folder / name if name else ""))

    assert says in line
    assert contents(folder) == before


@pytest.mark.parametrize("command", WRITING)
def test_a_database_that_another_program_writes_to_is_waited_for_and_then_told(
    command: str, desk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_BUSY_SECONDS", "0.05")
    given = WITH_A_DATABASE[command]
    if command == "load-labels":
        assert call(EXPORTS, "--format", "jsonl", "--to", folder / "labels.jsonl", "--db", desk).exit_code == 0
    if command == "exports --freeze-splits":
        assert call(ANNOTATOR, "find-matches", "--db", desk).exit_code == 0
    article = folder / "new.txt"
    article.write_text("Zinc stops colds.")
    arguments = ["add", str(article)] if command == "add" else given.arguments(folder)

    with open_database(desk) as other, writing(other):
        line = one_error(call(given.command, *arguments, "--db", desk))

    assert "is locked by another program: close it there, then try again" in line


@pytest.mark.parametrize("command", ["progress", "backup", "exports"])
def test_what_only_reads_goes_on_while_another_program_writes(command: str, desk: Path, folder: Path) -> None:
    given = WITH_A_DATABASE[command]

    with open_database(desk) as other, writing(other):
        result = call(given.command, *given.arguments(folder), "--db", desk)

    assert result.exit_code == 0, result.output


def text(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def nothing(_: Path) -> None:
    """No file at all."""


BAD_ARTICLES = {
    "missing": (nothing, "there is no such file"),
    "a folder": (Path.mkdir, "directory"),
    "empty": (Path.touch, "empty"),
    "blank": (text(b" \n\t\n"), "empty"),
    "a picture": (text(b"\x89PNG\r\n\x1a\n" + bytes(300)), "not a text file"),
    "a program": (text(bytes(range(256)) * 4), "not a text file"),
    "a pipe": (os.mkfifo, "pipe"),
    "a link to nothing": (lambda path: path.symlink_to("gone"), "there is no such file"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be opened"),
}
READ_AN_ARTICLE = {"split": (CORPUS, ["split"]), "add": (ANNOTATOR, ["add", "--db", "desk.db"])}


@pytest.mark.parametrize(("make", "says"), BAD_ARTICLES.values(), ids=BAD_ARTICLES)
@pytest.mark.parametrize(("command", "arguments"), READ_AN_ARTICLE.values(), ids=READ_AN_ARTICLE)
def test_a_file_that_is_no_article_is_told_in_one_line_and_nothing_is_made(
    command: click.Command,
    arguments: list[str],
    make: Callable[[Path], object],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "bad.txt")
    before = contents(tmp_path)

    line = one_error(call(command, *arguments, "bad.txt"))

    assert "bad.txt" in line
    assert says in line
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(nothing, "No such file", id="missing"),
        pytest.param(Path.mkdir, "is no file", id="a folder"),
        pytest.param(Path.touch, "is empty", id="empty"),
        pytest.param(text(b"\x89PNG\r\n\x1a\n" + bytes(300)), "not text", id="a picture"),
        pytest.param(text(b"Garlic cures flu.\n"), "no file of labels", id="an article"),
        pytest.param(os.mkfifo, "is no file", id="a pipe"),
    ],
)
def test_a_file_that_holds_no_labels_is_told_in_one_line_and_nothing_is_loaded(
    make: Callable[[Path], object], says: str, desk: Path, tmp_path: Path
) -> None:
    make(tmp_path / "labels.csv")
    before = dump(desk)

    line = one_error(call(ANNOTATOR, "load-labels", tmp_path / "labels.csv", "--db", desk))

    assert says in line
    assert dump(desk) == before


def dump(path: Path) -> list[str]:
    with open_database(path) as db:
        return list(db.conn.iterdump())


def test_of_several_files_each_bad_one_has_its_line_and_the_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Garlic cures flu.")
    (tmp_path / "odd\nname.txt").touch()
    names = [tmp_path / name for name in ("missing.txt", "good.txt", "odd\nname.txt", "")]

    result = call(ANNOTATOR, "add", *names, "http://example.org/a", "--db", tmp_path / "desk.db")

    assert result.exit_code == 1
    assert [line[:7] for line in result.stderr.splitlines()] == ["Error: "] * 4
    assert (
        "Claimdesk fetches no pages unless CLAIMDESK_FETCH=on is set; set it, or save the page as a file"
        in result.stderr.splitlines()[-1]
    )
    assert result.stdout.startswith(
        f"{tmp_path / 'good.txt'}: added as good (Garlic cures flu.), 1 claim to check in 1 unit"
    )


def test_an_article_is_from_the_file_by_its_name_whatever_its_folders_are_called(tmp_path: Path) -> None:
    (tmp_path / "zinc.txt").write_text("Zinc helps.")

    call(ANNOTATOR, "add", tmp_path / "zinc.txt", "--db", tmp_path / "desk.db")

    with open_database(tmp_path / "desk.db") as db:
        assert [row["source_address"] for row in db["articles"].rows] == ["zinc.txt"]


def test_of_a_file_of_many_articles_each_bad_row_has_its_line_and_the_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "bulk.csv").write_text("body;head\nGarlic cures flu.;On garlic\n;empty\nZinc helps.;\nx\n")
    line = ("add-bulk", tmp_path / "bulk.csv", "--text", "body", "--title", "head", "--db", tmp_path / "desk.db")

    first, again = (call(ANNOTATOR, *line) for _ in range(2))

    assert first.stderr.splitlines() == [
        "Error: line 3: body is empty",
        "Error: line 5: it has 1 cell, the header 2",
    ]
    assert again.stderr == first.stderr
    assert (first.exit_code, first.stdout) == (1, "read 4, new 2, known 0, refused 2\n")
    assert (again.exit_code, again.stdout) == (1, "read 4, new 0, known 2, refused 2\n")
    with open_database(tmp_path / "desk.db") as db:
        assert [(row["slug"], row["title"]) for row in db["articles"].rows] == [
            ("on-garlic", "On garlic"),
            ("zinc-helps", "Zinc helps."),
        ]


def test_whoever_adds_many_articles_is_told_what_is_odd_about_each(tmp_path: Path) -> None:
    line = "Zinc helps many. " * 300
    (tmp_path / "bulk.jsonl").write_text(f'{{"text": "{line}", "id": "zinc", "when": "5/6/2024"}}\n')

    result = call(
        *(ANNOTATOR, "add-bulk", tmp_path / "bulk.jsonl", "--text", "text", "--id", "id", "--date", "when"),
        *("--db", tmp_path / "desk.db"),
    )

    assert result.exit_code == 0
    date, layout, last = result.stdout.splitlines()
    assert date == "line 1: zinc: its date '5/6/2024' was left out: write it like 2024-05-17"
    assert layout.startswith("line 1: zinc: the text is one line of ")
    assert last == "read 1, new 1, known 0, refused 0"


@pytest.mark.parametrize(
    ("name", "columns", "says"),
    [
        pytest.param("gone.csv", ["--text", "text"], "there is no such file", id="no file"),
        pytest.param("bulk.jsonl", ["--text", "body"], "no column 'body': the columns are 'text'", id="no column"),
        pytest.param("bulk.jsonl", [], "name the column that holds the text: 'text'", id="no column named"),
        pytest.param("bulk.jsonl", ["--text", "text", "--id", "n"], "no column 'n'", id="no such other column"),
        pytest.param("labels.txt", ["--text", "text"], "one of .csv, .jsonl", id="another format"),
        pytest.param("pipe.csv", ["--text", "text"], "this is a pipe", id="a pipe"),
    ],
)
def test_a_file_that_is_not_of_many_articles_is_told_in_one_line_and_makes_no_database(
    name: str, columns: list[str], says: str, folder: Path
) -> None:
    (folder / "labels.txt").write_text("x")
    os.mkfifo(folder / "pipe.csv")
    before = contents(folder)

    assert says in one_error(call(ANNOTATOR, "add-bulk", folder / name, *columns, "--db", folder / "new.db"))
    assert contents(folder) == before


@pytest.fixture
def revised(desk: Path, tmp_path: Path) -> Path:
    """A new version of the sample article, in a file of its name."""
    path = tmp_path / SAMPLE.name
    text = SAMPLE.read_text("utf-8").replace("adults is 400-420 mg", "adults is 350-420 mg")
    path.write_text(text + "\nZinc\x1b[31m cures colds in all men.\n", "utf-8")
    return path


def test_a_new_version_is_shown_first_and_then_added(revised: Path, desk: Path) -> None:
    before = dump(desk)
    shown = call(ANNOTATOR, "revise", "magnesium_ms", revised, "--dry-run", "--db", desk)
    unchanged = dump(desk) == before
    added = call(ANNOTATOR, "revise", "magnesium_ms", revised, "--by", "Ed", "--db", desk)

    first, changed, *_, new = shown.stdout.splitlines()
    assert (shown.exit_code, shown.stderr, unchanged) == (0, "", True)
    assert first.startswith("as revision 2 of magnesium_ms it would keep 205 claims with 0 labels; changed 1, new 1")
    assert changed == (
        "changed (numbers): The recommended daily intake of magnesium for adults is [-400-] {+350+}-420 mg for men and"
        " 310-320 mg for women."
    )
    assert new == "new: Zinc[31m cures colds in all men."
    assert (added.exit_code, added.stderr) == (0, "")
    told, counts, *_ = added.stdout.splitlines()
    assert told.endswith("magnesium_ms.txt: added as revision 2 of magnesium_ms")
    assert counts == "kept 205 claims with 0 labels, changed 1, new 1, gone 0"


@pytest.mark.parametrize("name", [SAMPLE.name, "other name.txt"])
def test_a_text_that_looks_like_a_new_version_is_not_added_beside_unless_asked_for(
    name: str, revised: Path, desk: Path, tmp_path: Path
) -> None:
    path, before = revised.rename(tmp_path / name), dump(desk)

    line = one_error(call(ANNOTATOR, "add", path, "--db", desk))
    unchanged = dump(desk) == before
    beside = call(ANNOTATOR, "add", "--as-new", path, "--db", desk)

    assert f"{path} looks like a new version of magnesium_ms (" in line
    assert line.endswith(
        f" sentences compared are the same): `python -m annotator revise magnesium_ms {shlex.quote(str(path))}` adds it"
        f" as that and keeps the labels, `python -m annotator add --as-new {shlex.quote(str(path))}` puts it beside as"
        " another article"
    )
    assert unchanged
    assert (beside.exit_code, beside.stderr) == (0, "")
    assert f"{path}: added as " in beside.stdout
    assert "revise" not in beside.stdout


def test_what_add_says_of_a_new_version_can_be_done(revised: Path, desk: Path) -> None:
    line = one_error(call(ANNOTATOR, "add", revised, "--db", desk))
    command = shlex.split(line.partition("`python -m annotator ")[2].partition("`")[0])

    assert call(ANNOTATOR, *command, "--db", desk).exit_code == 0


def test_of_two_versions_in_one_call_the_second_is_held_back_and_the_others_are_added(tmp_path: Path) -> None:
    said = "Ginger and nausea\n\nGinger eases nausea. It was tested in 12 trials. The dose was 1 g a day.\n"
    (tmp_path / "v1.txt").write_text(said)
    (tmp_path / "v2.txt").write_text(said.replace("12", "15"))
    (tmp_path / "zinc.txt").write_text("Zinc helps against colds.")

    result = call(
        ANNOTATOR, "add", *(tmp_path / name for name in ("v1.txt", "v2.txt", "zinc.txt")), "--db", tmp_path / "a.db"
    )

    assert "v2.txt looks like a new version of v1 (3 of 4 sentences compared are the same)" in result.stderr
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    with open_database(tmp_path / "a.db") as db:
        assert [row["slug"] for row in db["articles"].rows] == ["v1", "zinc"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("👩‍⚕️ Garlic", "👩‍⚕️ Garlic", id="emoji of several signs"),
        pytest.param("می‌خواهم", "می‌خواهم", id="letters parted without a blank"),
        pytest.param("Garlic\u200bcures\x1b[31m", "Garlic curesx", id="unseen signs"),
    ],
)
def test_a_title_is_shown_as_it_is_and_steers_no_terminal(title: str, shown: str) -> None:
    assert legible(title) == shown.replace("x", " [31m")


def test_whoever_adds_an_article_like_no_other_is_told_of_none(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "colds.txt"
    other.write_text("Zinc helps against colds.\n")

    assert "looks like" not in call(ANNOTATOR, "add", other, "--db", desk).stdout


def test_adding_searches_the_first_claims_of_a_long_article_and_says_how_to_go_on(desk: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Zinc cures colds number {number} in men." for number in range(1_100)))

    call(ANNOTATOR, "find-matches", "--db", desk)
    added = call(ANNOTATOR, "add", long, "--db", desk)
    searched = call(ANNOTATOR, "find-matches", "--db", desk)

    assert added.stderr == f"{long}: 1,100 claims are on the desk; looking for repeats and conflicts\n"
    assert added.stdout.splitlines()[-1] == (
        f"{long}: repeats and conflicts were looked for in the first 1,000 claims; for the others:"
        " `python -m annotator find-matches`"
    )
    assert "searched for 100 claims: " in searched.stdout


def test_another_article_of_the_same_name_is_added_beside(desk: Path, tmp_path: Path) -> None:
    (tmp_path / SAMPLE.name).write_text("Zinc helps against colds.\n")

    assert "added as magnesium_ms-2" in call(ANNOTATOR, "add", tmp_path / SAMPLE.name, "--db", desk).stdout


@pytest.mark.parametrize(
    ("slug", "says"),
    [
        pytest.param("magnesium", "there is no article 'magnesium' on this desk (known: magnesium_ms)", id="unknown"),
        pytest.param("magnesium_ms", "this very text is the newest revision of magnesium_ms already", id="known text"),
    ],
)
def test_a_new_version_that_cannot_be_one_is_told_in_one_line(slug: str, says: str, desk: Path) -> None:
    before = dump(desk)

    for more in ([], ["--dry-run"]):
        assert says in one_error(call(ANNOTATOR, "revise", slug, SAMPLE, *more, "--db", desk))
    assert dump(desk) == before


def test_the_same_article_again_is_told_and_no_error(desk: Path) -> None:
    result = call(ANNOTATOR, "add", SAMPLE, "--db", desk)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "is on the desk already" in result.stdout


def test_a_desk_with_articles_is_left_as_it_is_where_only_an_empty_one_should_be_filled(desk: Path) -> None:
    before = dump(desk)

    result = call(ANNOTATOR, "add", "--if-empty", "no-such-file.txt", "--db", desk)

    assert (result.exit_code, result.output) == (0, "")
    assert dump(desk) == before


def test_a_row_that_cannot_be_loaded_has_its_line(desk: Path, folder: Path) -> None:
    call(EXPORTS, "--format", "jsonl", "--to", folder / "labels.jsonl", "--db", desk)
    with (folder / "labels.jsonl").open("a") as file:
        file.write('{"schema": "claims/1", "votes": 7}\n')

    result = call(ANNOTATOR, "load-labels", folder / "labels.jsonl", "--db", desk)

    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: line ")
    assert "refused 1" in result.stdout


@pytest.mark.parametrize(
    ("out", "says"),
    [
        pytest.param("taken.db", "never overwrites", id="an existing file"),
        pytest.param("nowhere/copy.db", "there is no folder", id="a folder that is not there"),
        pytest.param("", "exists already", id="a folder"),
    ],
)
def test_a_backup_to_a_bad_place_is_told_in_one_line(out: str, says: str, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.db").write_text("mine")
    before = contents(tmp_path)

    assert says in one_error(call(ANNOTATOR, "backup", tmp_path / out, "--db", desk))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("out", ["", " "], ids=["nothing", "a blank"])
def test_a_backup_to_nowhere_is_told(out: str, desk: Path) -> None:
    assert "the path of the backup is empty" in one_error(call(ANNOTATOR, "backup", out, "--db", desk))


def test_the_desk_itself_is_no_place_for_its_backup(desk: Path) -> None:
    before = dump(desk)

    assert "never overwrites" in one_error(call(ANNOTATOR, "backup", desk, "--db", desk))
    assert dump(desk) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--format", "xml", "--to", "out"], "xml", id="an unknown format"),
        pytest.param(["--format", "csv", "--to", "nowhere/out"], "cannot write", id="a folder that is not there"),
        pytest.param(["--format", "csv", "--to", "."], "is no file", id="a folder"),
        pytest.param(["--format", "csv", "--to", "out", "--article", "ginger"], "ginger", id="an unknown article"),
        pytest.param(["--format", "csv", "--to", "out", "--reviewer", "Dr No"], "Dr No", id="an unknown reviewer"),
        pytest.param(["--format", "csv", "--to", "out", "--split", "dev"], "no split is frozen", id="no split yet"),
        pytest.param(["--freeze-splits", "80/80"], "80/80", id="shares that add up to nothing"),
    ],
)
def test_a_dataset_that_cannot_be_written_is_told_in_one_line_and_nothing_is_made(
    arguments: list[str], says: str, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before, rows = contents(tmp_path), dump(desk)

    assert says in one_error(call(EXPORTS, *arguments, "--db", desk))
    assert (contents(tmp_path), dump(desk)) == (before, rows)


@pytest.mark.parametrize("to", [".", "nowhere/text.txt", "x" * 300, "/dev/full"])
def test_a_text_that_cannot_be_written_is_told_in_one_line(
    to: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    one_error(call(CORPUS, "split", SAMPLE, "--text-to", to))

    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        pytest.param(CORPUS, ["split"], id="no file to split"),
        pytest.param(CORPUS, ["splice", "a"], id="an unknown command"),
        pytest.param(ANNOTATOR, ["add"], id="no file to add"),
        pytest.param(ANNOTATOR, ["add-bulk", "a.csv", "b.csv"], id="two files of many articles"),
        pytest.param(ANNOTATOR, ["load-labels", "a", "b"], id="two files of labels"),
        pytest.param(ANNOTATOR, ["evidence-rule", "loose"], id="an unknown rule"),
        pytest.param(ANNOTATOR, ["progress", "--fast"], id="an unknown option"),
        pytest.param(EXPORTS, [], id="nothing to export"),
        pytest.param(EXPORTS, ["--format", "csv"], id="nowhere to write"),
        pytest.param(EXPORTS, ["--verdict", "mixed"], id="an unknown verdict"),
        pytest.param(EXPORTS, ["--as-of", "yesterday"], id="no time"),
    ],
)
def test_wrong_usage_is_told_with_exit_status_2(command: click.Command, arguments: list[str]) -> None:
    result = call(command, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("Error: ")


def every_command() -> list[tuple[click.Command, list[str]]]:
    groups = [CORPUS, ANNOTATOR]
    inside = [
        (group, [name])
        for group in groups
        if isinstance(group, click.Group)
        for name in group.list_commands(click.Context(group))
    ]
    return [*((group, []) for group in [*groups, EXPORTS]), *inside]


@pytest.mark.parametrize(("command", "arguments"), every_command())
def test_help_ends_with_an_example(command: click.Command, arguments: list[str]) -> None:
    result = call(command, *arguments, "--help")

    assert result.exit_code == 0
    assert "Example:" in result.stdout
    assert "python -m " in result.stdout.split("Example:")[1]


@pytest.mark.parametrize("wrong", ["soon", "-1"])
def test_a_waiting_time_that_is_none_is_told_in_one_line(
    wrong: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_BUSY_SECONDS", wrong)

    assert "CLAIMDESK_BUSY_SECONDS" in one_error(call(ANNOTATOR, "progress", "--db", desk))


def test_pages_word_files_and_pdfs_are_added_with_what_is_odd_about_them(tmp_path: Path) -> None:
    (tmp_path / "zinc.html").write_bytes(b"<title>\x1b[1mZinc</title><p>Zinc shortens a cold by 2 days caf\xe9.</p>")
    (tmp_path / "iron.pdf").write_bytes(as_pdf("Iron\n\nIron treats anaemia in 8 of 10 women.\n\nIt is safe.\n"))
    (tmp_path / "kelp.docx").write_bytes(as_word("Kelp\n\nKelp raises thyroid hormones.\n\nIt is risky.\n"))
    (tmp_path / "salt.docx").write_text("Salt raises blood pressure.")
    names = [tmp_path / name for name in ("zinc.html", "salt.docx", "iron.pdf", "kelp.docx")]

    result = call(ANNOTATOR, "add", *names, "--db", tmp_path / "desk.db")

    assert result.exit_code == 1
    assert "salt.docx: this is not a Word file" in result.stderr
    assert re.findall(r"added as (\w+) \(([\w \[]+)\)", result.stdout) == [
        ("zinc", "[1mZinc"), ("iron", "Iron"), ("kelp", "Kelp"),
    ]  # fmt: skip
    assert "zinc.html: the file is not UTF-8" in result.stdout


def test_a_page_is_split_as_its_text_is_and_the_text_can_be_had(tmp_path: Path) -> None:
    (tmp_path / "zinc.html").write_text("<h1>Zinc</h1><p>It helps. It heals.</p>")

    rows = call(CORPUS, "split", tmp_path / "zinc.html", "--text-to", tmp_path / "zinc.txt").stdout.splitlines()

    text = (tmp_path / "zinc.txt").read_text("utf-8")
    cut = [text[row["start"] : row["end"]] for row in map(json.loads, rows)]
    assert cut == ["Zinc", "It helps.", "It heals."]


def test_every_command_of_the_annotator_is_where_it_is_said_to_be_under_its_name() -> None:
    group = annotator.__main__.cli
    assert isinstance(group, LaterGroup)

    assert {name: group.command_named(name).name for name in group.places} == {name: name for name in group.places}
    assert group.get_command(click.Context(group), "nonsense") is None
