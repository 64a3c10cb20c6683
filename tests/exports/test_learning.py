"""What machine learning takes: a folder for Hugging Face's datasets, Croissant, and spaCy's training data."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import spacy
from click.testing import CliRunner
from spacy.tokens import DocBin
from sqlite_utils import Database

from annotator.agreement.telling import figure_words
from annotator.model import Verdict
from annotator.storage.filters import Filters
from annotator.storage.splits import freeze_splits
from corpus.model import Kind
from exports.__main__ import cli
from exports.card import card
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.evidenced import DISPUTED, SKIPPED
from exports.grouping import WITHOUT_SPLIT
from exports.hub_folder import CONFIGS, HUB_FOLDER
from exports.reporting import LOSS, MANIFEST
from exports.selecting import Dataset, select_claims
from exports.selection import Origin, Selection, Tally
from exports.tables import TABLES
from tests.desks import NOON, desk_in_memory, search_all
from tests.exports.consumers import told_by
from tests.exports.golden_desk import export_to, golden_desk

LOAD = """
import json, logging, sys
import datasets
logged = []
class Kept(logging.Handler):
    def emit(self, record): logged.append(record.getMessage())
logging.getLogger("datasets").addHandler(Kept())
datasets.disable_progress_bars()
found = {}
for config in datasets.get_dataset_config_names(sys.argv[1]):
    loaded = datasets.load_dataset(sys.argv[1], config)
    found[config] = {part: rows.to_list() for part, rows in loaded.items()}
claims = datasets.load_dataset(sys.argv[1])
features = next(iter(claims.values())).features
from huggingface_hub import DatasetCard
card = DatasetCard.load(sys.argv[1] + "/README.md").data
print(json.dumps({"rows": found, "classes": features["final_verdict"].names, "default": {k: len(v) for k, v in
    claims.items()}, "licence": card.license, "logged": logged}, default=str))
"""

CROISSANT = """
import json, sys
import mlcroissant
dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
issues = dataset.metadata.ctx.issues
def plain(value):
    if isinstance(value, bytes): return value.decode()
    if isinstance(value, (list, tuple)): return [plain(each) for each in value]
    return value if value is None or isinstance(value, (str, bool)) else str(value)
rows = {each.id: [{name.split("/")[1]: plain(cell) for name, cell in row.items()}
    for row in dataset.records(record_set=each.id)] for each in dataset.metadata.record_sets}
print(json.dumps({"errors": sorted(issues.errors), "warnings": sorted(issues.warnings), "rows": rows}))
"""


def desk_with_splits() -> Database:
    db = golden_desk()
    freeze_splits(db, {"garlic": "train", "zinc": "dev"}, NOON)
    search_all(db)
    return db


def test_datasets_loads_the_folder_offline(tmp_path: Path) -> None:
    export_to(desk_with_splits(), "huggingface", tmp_path / "out", Dataset(licence="cc-by-4.0"))

    told = told_by(LOAD, tmp_path / "out", folder=tmp_path)

    assert told["classes"] == [verdict.value for verdict in Verdict]
    assert told["default"] == {"train": 3, "dev": 2}
    assert {config: {part: len(rows) for part, rows in parts.items()} for config, parts in told["rows"].items()} == {
        "claims": {"train": 3, "dev": 2},
        "votes": {"train": 5, "dev": 2},
        "citations": {"train": 6},
    }
    claims = told["rows"]["claims"]["train"]
    assert [claim["final_verdict"] for claim in claims] == [None, 1, None]
    assert claims[0]["headings"] == ["Garlic", 'It\'s "strong"']
    assert told["rows"]["citations"]["train"][3]["quote"] == "line one\nline two\r\n"
    assert (told["licence"], told["logged"]) == ("cc-by-4.0", [])


def test_a_folder_without_splits_is_one_part_and_final_verdicts_have_no_votes(tmp_path: Path) -> None:
    export_to(golden_desk(), "huggingface", tmp_path / "out", Dataset(votes=Votes.FINAL))

    told = told_by(LOAD, tmp_path / "out", folder=tmp_path)

    assert {config: list(parts) for config, parts in told["rows"].items()} == {"claims": ["unsplit"]}
    assert (told["licence"], told["logged"]) == ("unknown", [])


@pytest.mark.parametrize(
    ("votes", "pair"),
    [
        pytest.param(Votes.ALL, "=Dr B and Dr A", id="its votes name the reviewers, and so does the card"),
        pytest.param(Votes.FINAL, "reviewer 1 and reviewer 2", id="without votes nobody is named"),
    ],
)
def test_a_card_tells_how_far_the_reviewers_agree(votes: Votes, pair: str, tmp_path: Path) -> None:
    db = golden_desk()
    with select_claims(db, Dataset()) as (_, selection):
        alpha = figure_words(selection.agreement().alpha)

    export_to(db, "huggingface", tmp_path / "out", Dataset(votes=votes))

    part = (tmp_path / "out" / "README.md").read_text("utf-8").split("## How far the reviewers agree\n")[1]
    told = part.split("\n## ")[0]
    assert re.search(rf"^    Krippendorff's alpha +{re.escape(alpha)} +\d+$", told, re.MULTILINE)
    assert pair in told
    assert ("Dr " in told) == (votes is Votes.ALL)


def test_a_card_says_in_one_sentence_that_nobody_shares_a_claim(tmp_path: Path) -> None:
    export_to(desk_in_memory(), "huggingface", tmp_path / "out", Dataset(votes=Votes.FINAL))

    told = (tmp_path / "out" / "README.md").read_text("utf-8").split("## How far the reviewers agree\n\n")[1]
    assert told.split("\n\n## ")[0].strip().startswith("None of 4 claims has votes of two reviewers yet")
    assert "kappa" not in told


def test_what_came_after_the_freeze_is_left_out_and_counted(tmp_path: Path) -> None:
    db = golden_desk()
    freeze_splits(db, {"garlic": "test"}, NOON)
    search_all(db)

    export_to(db, "huggingface", tmp_path / "out", Dataset())

    assert pq.read_table(tmp_path / "out" / "claims" / "test.parquet").num_rows == 3
    assert json.loads((tmp_path / f"out{MANIFEST}").read_bytes())["counts"]["left_out"] == {WITHOUT_SPLIT: 2}
    assert f"- 2 {WITHOUT_SPLIT}"[:40] in (tmp_path / "out" / "README.md").read_text("utf-8")


def test_a_card_is_not_made_of_what_somebody_searched_for() -> None:
    searched = Selection(origin=Origin(Filters(search="```\n---\n# Title"), licence='x"\n- y'))

    lines = card({("claims", "unsplit"): (1, 1)}, CONFIGS, HUB_FOLDER, Tally(), searched).splitlines()

    assert [line for line in lines if line.startswith(("# ", "- y", "```"))] == ["# Labelled health claims"]
    assert [number for number, line in enumerate(lines) if line == "---"] == [0, lines.index("---", 1)]
    assert r'license: "x\"\n- y"' in lines


def test_a_dataset_without_a_claim_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="no claim is left to write"):
        export_to(golden_desk(), "huggingface", tmp_path / "out", Dataset(Filters(kinds=(Kind.TITLE,))))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("votes", [Votes.ALL, Votes.FINAL])
def test_mlcroissant_finds_the_metadata_valid_and_reads_every_table(votes: Votes, tmp_path: Path) -> None:
    export_to(golden_desk(), "croissant", tmp_path / "out", Dataset(votes=votes, licence="cc0-1.0"))

    told = told_by(CROISSANT, tmp_path / "out" / "croissant.json", folder=tmp_path)

    assert (told["errors"], told["warnings"]) == ([], [])
    numbers = [5, 7, 6, 6] if votes is Votes.ALL else [4, 0, 0, 0]
    assert {name: len(rows) for name, rows in told["rows"].items()} == dict(zip(TABLES, numbers, strict=True))
    assert told["rows"]["claims"][0]["headings"] == ["Garlic", 'It\'s "strong"']
    assert told["rows"]["claims"][0]["title"] == 'Garlic & "flu" 💊'


def test_croissant_names_the_sha256_and_size_of_each_file(tmp_path: Path) -> None:
    export_to(golden_desk(), "croissant", tmp_path / "out", Dataset())

    record = json.loads((tmp_path / "out" / "croissant.json").read_bytes())

    assert len(record["distribution"]) == len(TABLES)
    for file in record["distribution"]:
        data = (tmp_path / "out" / file["contentUrl"]).read_bytes()
        assert (file["sha256"], file["contentSize"]) == (hashlib.sha256(data).hexdigest(), f"{len(data)} B")


def test_each_document_has_one_category_and_its_ids(tmp_path: Path) -> None:
    export_to(desk_with_splits(), "spacy", tmp_path / "out", Dataset())

    nlp = spacy.blank("en")
    docs = {
        path.stem: list(DocBin().from_disk(path).get_docs(nlp.vocab)) for path in (tmp_path / "out").glob("*.spacy")
    }

    assert {part: len(found) for part, found in docs.items()} == {"train": 1, "dev": 1, "test": 0}
    (train,), (dev,) = docs["train"], docs["dev"]
    assert train.text == "Take 4,000 IU, or don't."
    assert train.cats == {"supported": 0.0, "unsupported": 1.0, "contradicted": 0.0}
    assert train.user_data == {"claim_id": "garlic/1@26-50", "article": "garlic", "split": "train"}
    assert (dev.text, dev.cats["contradicted"]) == ("Is zinc safe?", 1.0)
    left_out = json.loads((tmp_path / f"out{MANIFEST}").read_bytes())["counts"]["left_out"]
    assert left_out[DISPUTED] == left_out[SKIPPED] == 1
    assert DISPUTED in (tmp_path / f"out{LOSS}").read_text("utf-8")


def test_spacy_trains_on_the_folder(tmp_path: Path) -> None:
    export_to(desk_with_splits(), "spacy", tmp_path / "out", Dataset())

    steps = ["--training.max_steps", "4", "--training.eval_frequency", "2"]
    trained = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "spacy", "train", "config.cfg", "--output", tmp_path / "model", *steps],
        cwd=tmp_path / "out",
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert trained.returncode == 0, trained.stdout + trained.stderr
    doc = spacy.load(tmp_path / "model" / "model-last")("Zinc cures colds.")
    assert set(doc.cats) == {verdict.value for verdict in Verdict}


def test_without_frozen_splits_nothing_is_called_a_dev_set(tmp_path: Path) -> None:
    export_to(golden_desk(), "spacy", tmp_path / "out", Dataset())

    config = (tmp_path / "out" / "config.cfg").read_text("utf-8")

    assert 'train = "unsplit.spacy"\ndev = null' in config
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["config.cfg", "unsplit.spacy"]


@pytest.mark.parametrize("licence", ["CC BY 4.0", "", "cc\nby", "-"])
def test_a_licence_that_is_no_identifier_is_a_slip(licence: str) -> None:
    result = CliRunner().invoke(cli, ["--format", "huggingface", "--to", "out", "--licence", licence])

    assert (result.exit_code, "is no licence's identifier" in result.stderr) == (2, True)
