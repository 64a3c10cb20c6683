"""The Export page shows what would be written, and hands over the very bytes the command writes."""

import io
import shlex
import zipfile
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.filters import Filters
from annotator.storage.people import add_person
from annotator.storage.splits import freeze_splits
from corpus.model import Kind
from exports.deciding import Votes
from exports.preview import command_line, dataset_bytes, preview, reports_bytes
from exports.selecting import Dataset
from tests.desks import GARLIC, NOON, ZINC, garlic_claims, label_all, search_all, zinc_claims
from tests.exports.golden_desk import golden_labels
from tests.programs import run


def draw() -> None:
    from exports import page

    page.render()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
    return path


def fill(path: Path) -> None:
    with open_database(path) as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
        add_article(db, ZINC, zinc_claims(), NOON)
        label_all(db, golden_labels())


def shown() -> AppTest:
    app = AppTest.from_function(draw, default_timeout=30)
    app.session_state["person_name"] = "Dr A"
    return app.run()


def said(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.code, *app.text])


def test_an_empty_desk_says_what_to_do_next(desk: Path) -> None:
    assert "Add an article and label its claims" in said(shown())


def test_the_page_says_how_much_there_is_what_is_lost_and_the_command(desk: Path) -> None:
    fill(desk)

    words = said(app := shown())

    assert "**5 claims, 7 votes**" in words
    assert "It has no earlier labels" in " ".join(words.split())
    assert "Left out: nothing" in words
    assert "python -m exports --format jsonl --to claims.jsonl" in words
    assert list(app.dataframe[0].value["claim"])[2] == "=SUM(1) of 💊\u2028and e\u0301"


def test_filters_narrow_the_count_and_the_command(desk: Path) -> None:
    fill(desk)
    app = shown()

    app.multiselect(key="export_reviewer").select("=Dr B")
    app.selectbox(key="export_format").set_value("csv").run()

    assert "**1 claim, 1 vote**" in said(app)
    assert "python -m exports --format csv --to claims.csv '--reviewer==Dr B'" in said(app)


def test_a_format_of_several_files_is_one_zip_file_with_its_licence(desk: Path) -> None:
    fill(desk)
    app = shown()
    assert "export_licence" not in [box.key for box in app.text_input]

    app.selectbox(key="export_format").set_value("huggingface").run()
    app.text_input(key="export_licence").set_value("CC-BY-4.0").run()

    command = "python -m exports --format huggingface --to claims-huggingface.zip --licence=cc-by-4.0"
    assert command in said(app)
    app.text_input(key="export_licence").set_value("as you like").run()
    assert "is no licence's identifier" in app.warning[0].value
    assert not app.exception


def test_what_a_format_leaves_out_is_told_before_the_download(desk: Path) -> None:
    fill(desk)
    app = shown()

    app.selectbox(key="export_format").set_value("spacy").run()

    assert "**5 claims chosen, 2 in the file**" in said(app)
    assert "- 1 disputed (its reviewers differ)" in said(app)
    assert "- 1 skipped (by every reviewer who saw it)" in said(app)


def test_a_format_that_cannot_hold_the_dataset_says_why(desk: Path) -> None:
    fill(desk)
    app = shown()
    app.text_input(key="export_search").set_value("nowhere")

    app.selectbox(key="export_format").set_value("huggingface").run()

    assert "no claim is left to write" in app.warning[0].value


def test_filters_that_leave_nothing_say_so(desk: Path) -> None:
    fill(desk)
    app = shown()

    app.text_input(key="export_search").set_value("nowhere").run()

    assert "No claim fits: take a filter off." in said(app)


def test_a_day_in_the_past_shows_the_desk_of_then(desk: Path) -> None:
    fill(desk)
    app = shown()

    app.date_input(key="export_as_of").set_value(date(2026, 11, 22)).run()

    assert "No claim fits" in said(app)


def test_splits_can_be_chosen_once_they_are_frozen(desk: Path) -> None:
    fill(desk)
    assert "export_split" not in [box.key for box in shown().selectbox]
    with open_database(desk) as db:
        freeze_splits(db, {"garlic": "train", "zinc": "test"}, NOON)
        search_all(db)
    app = shown()

    app.selectbox(key="export_split").set_value("test").run()

    assert "**2 claims, 2 votes**" in said(app)
    assert "--split=test" in said(app)


def test_a_formats_reports_can_be_taken_too_and_are_the_commands(desk: Path, tmp_path: Path) -> None:
    fill(desk)
    with open_database(desk) as db:
        freeze_splits(db, {"garlic": "train", "zinc": "test"}, NOON)
        search_all(db)
    there = tmp_path / "there"
    there.mkdir()

    result = run("exports", "--format", "csv", "--to", there / "claims.csv")
    whole = zipfile.ZipFile(io.BytesIO(reports_bytes(desk, Dataset(), "csv")))

    assert result.returncode == 0
    (there / "claims.csv").unlink()
    assert {name: whole.read(name) for name in whole.namelist()} == {
        path.name: path.read_bytes() for path in there.iterdir()
    }
    assert sorted(whole.namelist()) == ["claims.csv.leakage.txt", "claims.csv.loss.txt", "claims.csv.manifest.json"]


def test_reports_are_offered_beside_a_file_and_are_inside_a_zip_file(desk: Path) -> None:
    fill(desk)
    app = shown()

    assert [button.proto.label for button in app.get("download_button")] == ["Download jsonl", "Reports (zip)"]
    app.selectbox(key="export_format").select("croissant")
    assert [button.proto.label for button in app.run().get("download_button")] == ["Download croissant"]


@pytest.mark.parametrize(
    "dataset",
    [
        pytest.param(Dataset(), id="everything"),
        pytest.param(Dataset(Filters(reviewers=("=Dr B", "Dr A"), search="garlic's -x")), id="reviewers-and-words"),
        pytest.param(Dataset(Filters(("garlic",), ('It\'s "strong"',), (Kind.ADVICE,)), Votes.FINAL), id="section"),
        pytest.param(Dataset(Filters(verdicts=(Verdict.CONTRADICTED,), flags=(Flag.OPEN,), as_of=NOON)), id="as-of"),
    ],
)
def test_the_commands_file_is_the_pages_file(desk: Path, tmp_path: Path, dataset: Dataset) -> None:
    fill(desk)
    _, _, *options = shlex.split(command_line(dataset, "jsonl"))
    file = tmp_path / "claims.jsonl"

    result = run("exports", *options[1:], "--to", file)

    assert (result.returncode, result.stdout) == (0, "")
    assert file.read_bytes() == dataset_bytes(desk, dataset, "jsonl")
    assert f"wrote {preview(desk, dataset, 'jsonl').claims} claim" in result.stderr
