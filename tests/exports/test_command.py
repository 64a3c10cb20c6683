"""``python -m exports`` as analysts type it."""

import csv
import io
import json
import os
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.model import Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.matches import forget_matches
from annotator.storage.splits import freeze_splits, frozen_splits
from exports.__main__ import cli
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.reporting import LOSS
from exports.selecting import Dataset, select_claims
from tests.desks import (
    GARLIC,
    IDS,
    NOON,
    ZINC,
    cited,
    decide_all,
    garlic_claims,
    label,
    label_all,
    search_all,
    zinc_claims,
)
from tests.exports.golden_desk import FILES, GOLDEN, LOADABLE, golden_decisions, golden_desk, golden_labels
from tests.folders import contents
from tests.programs import run, start


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    prepare_database(path)
    with open_database(path) as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
        add_article(db, ZINC, zinc_claims(), NOON + timedelta(hours=1))
        label_all(db, golden_labels())
        decide_all(db, golden_decisions())
        search_all(db)
    return path


def exports(desk: Path, *options: str | Path) -> Result:
    """The command in this process: starting one for each slip takes seconds."""
    return CliRunner().invoke(cli, ["--db", str(desk), *map(str, options)])


def test_the_list_names_every_format_and_what_it_loses() -> None:
    listed = run("exports", "--list").stdout

    assert all(exporter.name in listed and exporter.loses in listed for exporter in EXPORTERS.values())


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_its_golden_file_is_and_the_last_line_counts(desk: Path, tmp_path: Path, file: str) -> None:
    name, votes = FILES[file]

    result = exports(desk, "--format", name, "--votes", votes, "--to", tmp_path / file)

    assert (tmp_path / file).read_bytes() == (GOLDEN / file).read_bytes()
    with select_claims(golden_desk(), Dataset(votes=votes)) as (claims, selection):
        tally = EXPORTERS[name].write_to(claims, io.BytesIO(), selection)
    loss = (GOLDEN / f"{file}{LOSS}").read_text("utf-8")
    assert result.stderr == f"{loss}\n{tally}\n"
    if name in LOADABLE:
        lost = "; lost: 6 citations; 1 rationale; 4 search notes; 6 votes"
        written = "5 claims, 7 votes" if votes is Votes.ALL else "4 claims, 0 votes"
        assert str(tally) == f"wrote {written}; left out: nothing{'' if votes is Votes.ALL else lost}"
    assert (tmp_path / f"{file}{LOSS}").read_text("utf-8") == loss


def test_what_was_undone_is_no_vote(desk: Path) -> None:
    with open_database(desk) as db:
        label_all(db, [label("k20", "thanks"), label("k21", "take", "=Dr B"), label("k22", "row", "Dr A")])

    csv_all = exports(desk, "--format", "csv", "--to", "-")
    lines = exports(desk, "--format", "jsonl", "--to", "-")

    rows = list(csv.DictReader(csv_all.stdout.removeprefix("\ufeff").splitlines(keepends=True)))
    assert {"k20", "k21", "k22"}.isdisjoint(row["key"] for row in rows)
    assert "wrote 4 claims, 5 votes; left out: 1 without a vote" in csv_all.stderr
    votes = {
        record["claim"]["id"]: len(record["votes"]) for record in map(json.loads, lines.stdout.strip("\n").split("\n"))
    }
    assert (IDS["thanks"] in votes, votes[IDS["take"]], votes[IDS["row"]]) == (False, 1, 0)


def test_what_is_left_out_is_counted_with_its_reason(desk: Path) -> None:
    result = exports(desk, "--format", "csv", "--as-of", "2026-11-23T12:03:00Z", "--to", "-")

    reason = "without a vote (a row is a vote; --votes final has every claim)"
    assert result.stderr.splitlines()[-1] == f"wrote 1 claim, 2 votes; left out: 2 {reason}"


def test_todays_date_means_now_and_that_is_told(desk: Path) -> None:
    today = datetime.now(UTC).date().isoformat()

    result = exports(desk, "--format", "csv", "--as-of", today, "--to", "-")

    assert result.exit_code == 0
    told, as_of = (
        re.search(r"is not over: the desk as of (\S+)", result.stderr),
        re.search(r"as of: (\S+)", result.stderr),
    )
    assert told
    assert as_of
    assert told[1] == as_of[1] < f"{today}T23:59:59"


def test_stdout_has_the_data_alone(desk: Path) -> None:
    result = exports(desk, "--format", "jsonl", "--verdict", "supported", "--to", "-")

    assert [json.loads(line)["claim"]["id"] for line in result.stdout.split("\n")[:-1]] == ["zinc/1@37-50"]


def test_a_file_that_is_there_is_replaced_and_keeps_its_rights(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text("before")
    file.chmod(0o640)

    exports(desk, "--format", "jsonl", "--to", file)

    assert file.read_bytes() == (GOLDEN / "jsonl-all.jsonl").read_bytes()
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        pytest.param(["--format", "xls", "--to", "x"], 1, "no format 'xls': choose one of jsonl, csv", id="format"),
        pytest.param(["--format", "csv", "--to", "no/where.csv"], 1, "No such file", id="folder"),
        pytest.param(["--format", "csv", "--to", "."], 1, "is no file", id="a-folder-as-file"),
        pytest.param(["--format", "csv", "--to", "/dev/full"], 1, "is no file", id="a-device-as-file"),
        pytest.param(["--format", "csv", "--to", "x", "--article", "nope"], 1, "known: garlic, zinc", id="article"),
        pytest.param(["--format", "csv", "--to", "x", "--section", "nope"], 1, "no section 'nope' on", id="section"),
        pytest.param(["--format", "csv", "--to", "x", "--reviewer", "nope"], 1, "known: =Dr B, @Ed", id="reviewer"),
        pytest.param(["--format", "csv", "--to", "x", "--split", "test"], 1, "no split is frozen yet", id="split"),
        pytest.param(["--format", "csv", "--to", "x", "--verdict", "true"], 2, "'true' is not one of", id="verdict"),
        pytest.param(["--format", "csv", "--to", "x", "--as-of", "monday"], 2, "'monday' is no time", id="time"),
        pytest.param(["--format", "csv", "--to", "x", "--as-of", "9999-01-01"], 2, "9999-01-01 lies ahead", id="ahead"),
        pytest.param(
            ["--format", "csv", "--to", "x", "--as-of", (datetime.now(UTC) + timedelta(hours=1)).isoformat()],
            2,
            "lies ahead",
            id="an-hour-ahead",
        ),
        pytest.param(["--format", "csv"], 2, "give --format and --to", id="no-place"),
        pytest.param(["--freeze-splits", ""], 1, "give train, dev and test like 80/10/10", id="no-shares"),
        pytest.param(["--freeze-splits", "", "--dry-run"], 1, "give train, dev and test like", id="trial-of-no-shares"),
        pytest.param(["--freeze-splits", "80/20"], 1, "give train, dev and test like 80/10/10", id="two-shares"),
        pytest.param(["--freeze-splits", "80/10/20"], 1, "they must make 100", id="shares-beyond-100"),
        pytest.param(["--dry-run", *("--format", "csv", "--to", "-")], 2, "--freeze-splits", id="trial-of-nothing"),
        pytest.param(
            ["--dry-run", "--freeze-splits", "80/10/10", *("--format", "csv", "--to", "-")],
            2,
            "leave --format and --to out",
            id="trial-with-a-file",
        ),
    ],
)
def test_a_slip_is_one_clear_line_and_writes_nothing(
    desk: Path, tmp_path: Path, options: list[str], status: int, words: str
) -> None:
    before = {name for name in contents(tmp_path) if "desk.db" not in name}

    result = exports(desk, *[option.replace("no/where", f"{tmp_path}/no/where") for option in options])

    assert (result.exit_code, result.stdout) == (status, "")
    assert words in result.stderr
    assert status == 2 or result.stderr.count("\n") == 1
    assert {name for name in contents(tmp_path) if "desk.db" not in name} == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("desk.db", "is the desk's database", id="the desk"),
        pytest.param("linked.db", "is the desk's database", id="link to the desk"),
        pytest.param("hard.csv", "is the desk's database", id="another name of the desk"),
        pytest.param("desk.db-wal", "is the desk's database", id="its log"),
        pytest.param("desk.db-shm", "is the desk's database", id="the index of its log"),
        pytest.param("other.db", "belongs to a database", id="another desk"),
        pytest.param("other.db-wal", "belongs to a database", id="log of another desk"),
    ],
)
def test_no_database_is_ever_written_over(desk: Path, tmp_path: Path, name: str, reason: str) -> None:
    shutil.copy(desk, tmp_path / "other.db")
    (tmp_path / "linked.db").symlink_to("desk.db")
    (tmp_path / "hard.csv").hardlink_to(desk)
    before = contents(tmp_path)

    result = exports(desk, "--format", "csv", "--to", tmp_path / name)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert reason in result.stderr
    assert contents(tmp_path) == before


def test_a_missing_desk_is_named(tmp_path: Path) -> None:
    result = exports(tmp_path / "none.db", "--format", "csv", "--to", "-")

    assert (result.exit_code, "there is no database at" in result.stderr) == (1, True)


def test_a_reader_that_has_seen_enough_ends_the_export_quietly(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("exports", "--db", desk, "--format", "jsonl", "--to", "-", stdout=writing)
    os.close(writing)

    _, stderr = process.communicate(timeout=60)

    assert "Traceback" not in stderr
    assert "Exception" not in stderr


def test_splits_are_frozen_once_and_a_later_link_between_them_is_reported(desk: Path) -> None:
    first = exports(desk, "--freeze-splits", "50/50/0")
    again = exports(desk, "--freeze-splits", "50/50/0", "--format", "csv", "--votes", "final", "--to", "-")

    assert first.stderr == "froze 2 articles, 0 were frozen: train 3 claims, dev 1 claim, test 0 claims\n"
    assert again.stderr.startswith("froze 0 articles, 2 were frozen: train 3 claims, dev 1 claim")
    assert {(row["article"], row["split"]) for row in csv.DictReader(again.stdout.splitlines())} == {
        ("garlic", "train"),
        ("zinc", "dev"),
    }


@pytest.mark.parametrize(
    ("options", "name"),
    [
        pytest.param(["--format", "csv", "--split", "test"], "part.csv", id="a-split"),
        pytest.param(["--format", "huggingface"], "folder", id="a-folder"),
        pytest.param(["--format", "huggingface"], "folder.zip", id="a-zip-file"),
        pytest.param(["--format", "spacy", "--votes", "final"], "folder", id="another-folder"),
    ],
)
def test_an_export_that_is_refused_since_the_splits_leak_leaves_the_report_on_it(
    desk: Path, tmp_path: Path, options: list[str], name: str
) -> None:
    plant_leak(desk)

    result = exports(desk, *options, "--to", tmp_path / name)

    report = tmp_path / f"{name}.leakage.txt"
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert f"All of it stands in {report}" in result.stderr
    assert "Sources cited in several splits: 1\n- PMID 33301246 is cited in several splits: " in report.read_text()
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("desk.db")] == [report.name]


def test_the_report_on_a_refused_export_leaves_a_dataset_that_is_there_as_it_is(desk: Path, tmp_path: Path) -> None:
    with open_database(desk) as db:
        freeze_splits(db, {"garlic": "train", "zinc": "test"}, NOON)
    exports(desk, "--format", "csv", "--split", "train", "--to", tmp_path / "part.csv")
    before = {name: read for name, read in contents(tmp_path).items() if "desk.db" not in name}
    plant_leak(desk)

    result = exports(desk, "--format", "csv", "--split", "train", "--to", tmp_path / "part.csv")

    assert (result.exit_code, "All of it" in result.stderr) == (1, False)
    assert {name: read for name, read in contents(tmp_path).items() if "desk.db" not in name} == before


def plant_leak(desk: Path) -> None:
    """Let a claim of test, which is in the queue only now, cite what one of train does."""
    with open_database(desk) as db:
        freeze_splits(db, {"garlic": "train", "zinc": "test"}, NOON)
        label_all(db, [label("k20", "row", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
        search_all(db)


def test_a_split_without_claims_is_told(desk: Path) -> None:
    exports(desk, "--freeze-splits", "50/50/0")

    result = exports(desk, "--format", "csv", "--to", "-", "--split", "test")

    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    assert "Warning: no claim of test is in the dataset\n" in result.stderr


def test_splits_that_would_be_empty_are_refused_in_one_line_and_nothing_is_frozen(desk: Path) -> None:
    trial = exports(desk, "--freeze-splits", "50/25/25", "--dry-run")
    real = exports(desk, "--freeze-splits", "50/25/25")

    why = (
        "test would have no claims, and a freeze is for good: 2 articles in 2 groups that cannot be parted are too few"
    )
    assert (trial.exit_code, why in trial.stderr) == (0, True)
    assert (real.exit_code, why in real.stderr, real.stderr.count("\n")) == (1, True, 1)
    with open_database(desk) as db:
        assert not frozen_splits(db)


def test_a_trial_freeze_tells_every_split_with_its_shares_and_writes_nothing(desk: Path) -> None:
    before = file_states(desk)
    trial = exports(desk, "--freeze-splits", "50/50/0", "--dry-run")
    after = file_states(desk)
    done = exports(desk, "--freeze-splits", "50/50/0")

    assert (trial.exit_code, trial.stdout) == (0, "")
    assert trial.stderr.splitlines() == [
        "would freeze 2 articles, 0 were frozen: train 3 claims, dev 1 claim, test 0 claims",
        "train: 1 group, 1 article, 3 claims (75%); unsupported 1 (100%)",
        "dev: 1 group, 1 article, 1 claim (25%); contradicted 1 (100%)",
        "test: 0 groups, 0 articles, 0 claims (0%)",
        "Kept out of every split: nothing",
        "Nothing was written: leave --dry-run out to freeze this",
    ]
    assert before == after
    assert done.stderr == trial.stderr.splitlines()[0].replace("would freeze", "froze") + "\n"


def test_a_trial_freeze_tells_what_it_would_keep_out_and_why(desk: Path) -> None:
    plant_leak(desk)

    trial = exports(desk, "--freeze-splits", "80/10/10", "--dry-run")
    again = exports(desk, "--freeze-splits", "80/10/10", "--dry-run")
    exports(desk, "--freeze-splits", "80/10/10")
    after = exports(desk, "--freeze-splits", "80/10/10", "--dry-run")

    assert "Kept out of every split: 1 claim, of which 1 would be new" in trial.stderr
    assert "Would keep out: zinc/1@20-36 cites PMID 33301246, as garlic/1@8-25 does" in trial.stderr
    assert again.stderr == trial.stderr
    assert "Kept out of every split: 1 claim, of which 0 would be new" in after.stderr


def test_without_the_search_for_repeats_nothing_is_frozen_and_a_trial_tells_why(desk: Path) -> None:
    with open_database(desk) as db:
        forget_matches(db)

    trial = exports(desk, "--freeze-splits", "50/50/0", "--dry-run")
    real = exports(desk, "--freeze-splits", "50/50/0")

    why = "4 claims were not searched for repeats: run python -m annotator find-matches, then freeze"
    assert trial.exit_code == 0
    assert trial.stderr.splitlines()[-2:] == [f"Not to be frozen so: {why}", "Nothing was written"]
    assert (real.exit_code, why in real.stderr, real.stderr.count("\n")) == (1, True, 1)


def file_states(desk: Path) -> dict[str, bytes | None]:
    """Every file beside the desk and its own, with what is in it; but for the index that SQLite keeps in memory."""
    return {name: read for name, read in contents(desk.parent).items() if not name.endswith("-shm")}


def test_a_source_cited_across_frozen_splits_is_told_until_a_freeze_keeps_the_later_claim_out(desk: Path) -> None:
    plant_leak(desk)
    told = "PMID 33301246 is cited in several splits: test (zinc/1@20-36), train (garlic/1@8-25)"

    whole = exports(desk, "--format", "csv", "--to", "-")
    part = exports(desk, "--format", "csv", "--to", "-", "--split", "test")
    freeze = exports(desk, "--freeze-splits", "80/10/10")
    after = exports(desk, "--format", "csv", "--to", "-", "--split", "test")

    assert f"Warning: {told}" in whole.stderr
    assert (part.exit_code, told in part.stderr) == (1, True)
    assert "Kept out: zinc/1@20-36 cites PMID 33301246, as garlic/1@8-25 does" in freeze.stderr
    assert (after.exit_code, "splits leak" in after.stderr) == (0, False)
