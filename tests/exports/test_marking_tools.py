"""What tools that mark words in a text take: Label Studio, doccano, brat, INCEpTION. Their own readers read it, where
there is one; else the rules of their readers, stated strictly."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import Choices
from annotator.label_files.elsewhere.readers import format_named, read_drafts
from annotator.model import Stance
from annotator.storage.splits import freeze_splits
from annotator.storage.taking_in import take_in
from corpus.model import Span
from exports.brat import IN_SEVERAL, fragments
from exports.deciding import Votes
from exports.evidenced import DISPUTED, SKIPPED, UNLABELLED
from exports.marking import WORDS, utf_16_places
from exports.reporting import LOSS, MANIFEST
from exports.selecting import Dataset
from tests.desks import GARLIC, NOON, ZINC, cited, desk_in_memory, label, label_all, search_all
from tests.exports.consumers import LABEL_STUDIO, told_by
from tests.exports.golden_desk import export_to, golden_desk

TEXTS = {"garlic": GARLIC.text, "zinc": ZINC.text}
VOTES = {
    ("=Dr B", "Take 4,000 IU, or don't.", "unsupported"),
    ("Dr A", "Garlic cures flu.", "unsupported"),
    ("Dr A", "Take 4,000 IU, or don't.", "unsupported"),
    ("Dr A", "=SUM(1) of 💊\u2028and e\u0301", "skipped"),
    ("Dr A", "| 5 mg  | -5 % |", "not a claim"),
    ("Dr A", "Is zinc safe?", "supported"),
    ("Zoë 💊", "Garlic cures flu.", "contradicted"),
}
"""Who says what of which words, on the golden desk."""

SDK = """
import json, sys
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.converter import Converter
folder, out = sys.argv[1:]
config = open(folder + "/config.xml", encoding="utf-8").read()
interface = LabelInterface(config)
interface.validate()
tasks = json.load(open(folder + "/tasks.json", encoding="utf-8"))
faults = []
for task in tasks:
    if not interface.validate_task({"data": task["data"]}):
        faults.append(["data", task["id"]])
    for each in task["annotations"] + task["predictions"]:
        faults += interface._validate_object(each, return_errors=True)
control = interface.get_control("verdict")
Converter(config, None).convert(folder + "/tasks.json", out, "JSON_MIN", is_dir=False)
print(json.dumps({"faults": faults, "labels": control.labels, "converted": json.load(open(out + "/result.json"))}))
"""

SHORT = """
import sys
from label_studio_sdk.converter import Converter
folder, out, kind = sys.argv[1:]
config = open(folder + "/config.xml", encoding="utf-8").read()
Converter(config, None).convert(folder + "/tasks.json", out, kind, is_dir=False)
print("{}")
"""

CASSIS = """
import json, sys
from pathlib import Path
from cassis import load_cas_from_xmi, load_typesystem
folder = Path(sys.argv[1])
types = load_typesystem(folder / "TypeSystem.xml")
found = {}
for path in sorted(folder.rglob("*.xmi")):
    with path.open("rb") as file:
        cas = load_cas_from_xmi(file, typesystem=types, lenient=False)
    document = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")[0]
    found[path.relative_to(folder).as_posix()] = {
        "text": cas.sofa_string,
        "document": [document.documentId, document.documentTitle, document.collectionId, document.end],
        "claims": [[claim.get_covered_text(), claim.begin, claim.end, claim.verdict, claim.reviewer, claim.claimId]
                   for claim in cas.select("webanno.custom.Claim")],
    }
print(json.dumps(found))
"""


def with_splits() -> Database:
    db = golden_desk()
    freeze_splits(db, {"garlic": "train", "zinc": "dev"}, NOON)
    search_all(db)
    return db


def tasks_in(folder: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_bytes())
    return read


def left_out(folder: Path) -> dict[str, int]:
    counts: dict[str, int] = json.loads(folder.with_name(f"{folder.name}{MANIFEST}").read_bytes())["counts"]["left_out"]
    return counts


def in_utf_16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("votes", Votes)
def test_label_studios_own_reader_finds_config_and_tasks_valid(votes: Votes, tmp_path: Path) -> None:
    export_to(golden_desk(), "labelstudio", tmp_path / "out", Dataset(votes=votes))

    told = told_by(SDK, tmp_path / "out", tmp_path / "converted", folder=tmp_path, python=LABEL_STUDIO)

    assert told["faults"] == []
    assert told["labels"] == list(WORDS)
    converted = Counter(span["labels"][0] for each in told["converted"] for span in each.get("verdict", []))
    assert (
        converted
        == {
            Votes.ALL: Counter(word for *_, word in VOTES),
            Votes.FINAL: Counter(unsupported=1, contradicted=1),
            Votes.MAJORITY: Counter(unsupported=1, supported=1),
            Votes.ESTIMATE: Counter(),  # they are predictions, no labels
        }[votes]
    )


def test_spans_of_label_studio_count_utf_16_and_hold_the_claims_words(tmp_path: Path) -> None:
    export_to(golden_desk(), "labelstudio", tmp_path / "out", Dataset())

    found = set()
    for task in tasks_in(tmp_path / "out"):
        for annotation in task["annotations"]:
            *spans, reviewer = annotation["result"]
            for span in (each for each in spans if each["type"] == "labels"):
                value = span["value"]
                assert in_utf_16(task["data"]["text"], value["start"], value["end"]) == value["text"]
                found.add((reviewer["value"]["text"][0], value["text"], value["labels"][0]))
    assert found == VOTES


def test_estimates_are_predictions_and_final_verdicts_the_truth(tmp_path: Path) -> None:
    export_to(golden_desk(), "labelstudio", tmp_path / "guessed", Dataset(votes=Votes.ESTIMATE))
    export_to(golden_desk(), "labelstudio", tmp_path / "final", Dataset(votes=Votes.FINAL))

    guessed, final = tasks_in(tmp_path / "guessed"), tasks_in(tmp_path / "final")

    assert [task["annotations"] for task in guessed] == [[], []]
    assert {0 < span["score"] <= 1 for task in guessed for each in task["predictions"] for span in each["result"]} == {
        True
    }
    assert [[each["ground_truth"] for each in task["annotations"]] for task in final] == [[True], [True]]
    assert left_out(tmp_path / "final") == {DISPUTED: 1, SKIPPED: 1}


def test_label_studio_comes_back_with_votes_places_and_evidence(tmp_path: Path) -> None:
    export_to(golden_desk(), "labelstudio", tmp_path / "out", Dataset())

    fresh = taken_in(tmp_path / "out" / "tasks.json", "labelstudio")

    assert said_in(fresh) == votes_that_answer()
    rows = list(fresh["labels"].rows_where("search_note != ''"))
    assert sorted(row["search_note"] for row in rows) == ["'quoted' PubMed", "-5", "-5", "Cochrane, 23 Nov"]
    stances = [row["stance"] for row in fresh["citations"].rows]
    assert stances == [*Stance, *Stance]
    assert {row["place"] for row in fresh["citations"].rows} == {"p. 12", "@table", "", "＋", "“Results”"}
    assert [row["rationale"] for row in rows if row["rationale"]] == [
        '=HYPERLINK("https://evil.example")\nIt\'s "clear"; see 1, 2;=1+1\n- a'
    ]


@pytest.mark.parametrize(("kind", "suffix"), [("JSON_MIN", ".json"), ("CSV", ".csv"), ("TSV", ".tsv")])
def test_label_studios_short_exports_of_the_same_tasks_come_back_with_the_votes(
    kind: str, suffix: str, tmp_path: Path
) -> None:
    export_to(golden_desk(), "labelstudio", tmp_path / "out", Dataset())
    told_by(SHORT, tmp_path / "out", tmp_path / "short", kind, folder=tmp_path, python=LABEL_STUDIO)
    (written,) = (tmp_path / "short").iterdir()

    path = written.rename(tmp_path / f"short{suffix}")

    assert said_in(taken_in(path, "labelstudio")) == votes_that_answer()


def test_doccano_comes_back_with_votes_and_places(tmp_path: Path) -> None:
    export_to(golden_desk(), "doccano", tmp_path / "out.jsonl", Dataset())

    assert said_in(taken_in(tmp_path / "out.jsonl", "doccano")) == votes_that_answer()


def votes_that_answer() -> set[tuple[str, str, str]]:
    return {(who, words, "" if word == "not a claim" else word) for who, words, word in VOTES if word != "skipped"}


def taken_in(path: Path, name: str) -> Database:
    fresh = desk_in_memory(articles=False)
    with path.open("rb") as file:
        report = take_in(fresh, read_drafts(Given(path.name, file), format_named(name), Choices()), path.name, NOON)
    assert report.refused == []
    for row in fresh["claims"].rows:
        text = next(fresh.query("SELECT text FROM revisions WHERE article = ?", [row["article"]]))["text"]
        assert text[row["start"] : row["end"]] == row["text"]
        assert text in TEXTS.values()
    return fresh


def said_in(db: Database) -> set[tuple[str, str, str]]:
    return {
        tuple(row.values())
        for row in db.query(
            "SELECT people.name, claims.text, coalesce(verdict, '') FROM current_labels AS labels"
            " JOIN claims ON claims.id = labels.claim_id JOIN people ON people.id = labels.reviewer"
        )
    }


@pytest.mark.parametrize("votes", Votes)
def test_a_line_of_doccano_keeps_to_its_rules(votes: Votes, tmp_path: Path) -> None:
    export_to(with_splits(), "doccano", tmp_path / "out.jsonl", Dataset(votes=votes))

    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").split("\n")[:-1]]

    found = set()
    for line in lines:
        text, spans = line["text"], line["label"]
        assert text.strip()
        assert "\r" not in text
        assert isinstance(spans, list)
        assert all(type(part) is kind for span in spans for part, kind in zip(span, (int, int, str), strict=True))
        assert all(0 <= start < end <= len(text) and 0 < len(word) <= 100 for start, end, word in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert line["split"] == {"garlic": "train", "zinc": "dev"}[line["article"]]
        found |= {(line.get("username"), text[start:end], word) for start, end, word in spans}
    if votes is Votes.ALL:
        assert found == VOTES


def test_what_nobody_labelled_is_counted_and_its_article_stays(tmp_path: Path) -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", evidence=cited(Stance.SUPPORTS))])

    export_to(db, "labelstudio", tmp_path / "out", Dataset())

    assert [task["annotations"] for task in tasks_in(tmp_path / "out")] == [[], []]
    assert left_out(tmp_path / "out") == {UNLABELLED: 4}
    assert "1 votes without an answer" in (tmp_path / f"out{LOSS}").read_text("utf-8")


LINE = re.compile(
    r"(?P<id>T\d+)\tClaim (?P<places>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>[^\t]+)"
    r"|A\d+\tVerdict (?P<judged>T\d+) (?P<verdict>\w+)"
    r"|#\d+\tAnnotatorNotes (?P<noted>T\d+)\t(?P<note>[^\t]+)"
)


def read_brat(folder: Path, name: str) -> list[tuple[str, str, str]]:
    """Who says what of which words, by brat's rules: one line an annotation, fragments within a line, words as they
    stand, each id once and there before it is pointed to, values that the config knows."""
    text = (folder / f"{name}.txt").read_bytes().decode()
    config = next(path for path in (folder, folder.parent) if (path / "annotation.conf").exists())
    values = re.search(r"Verdict\tArg:Claim, Value:(\S+)", (config / "annotation.conf").read_text("utf-8"))
    assert values
    claims: dict[str, tuple[str, list[str], list[str]]] = {}
    for line in (folder / f"{name}.ann").read_bytes().decode().splitlines():  # at every sign that may end a line
        found = LINE.fullmatch(line)
        assert found, line
        if found["id"]:
            pieces = [Span(*map(int, piece.split())) for piece in found["places"].split(";")]
            assert pieces == sorted(pieces)
            assert all(len(piece.cut(text).splitlines()) == 1 for piece in pieces)
            assert all(piece.cut(text) == piece.cut(text).strip() for piece in pieces)
            assert " ".join(piece.cut(text) for piece in pieces) == found["words"]
            assert found["id"] not in claims
            claims[found["id"]] = (text[pieces[0].start : pieces[-1].end], [], [])
        elif found["judged"]:
            assert found["verdict"] in values[1].split("|")
            claims[found["judged"]][1].append(found["verdict"])
        else:
            claims[found["noted"]][2].append(found["note"])
    assert all(len(verdicts) <= 1 for _, verdicts, _ in claims.values())
    return [
        (
            next((note.removeprefix("reviewer: ") for note in notes if note.startswith("reviewer: ")), ""),
            words,
            "".join(verdicts).replace("_", " "),
        )
        for words, verdicts, notes in claims.values()
    ]


@pytest.mark.parametrize("votes", Votes)
def test_brats_files_keep_to_its_rules(votes: Votes, tmp_path: Path) -> None:
    export_to(with_splits(), "brat", tmp_path / "out", Dataset(votes=votes))

    found = [*read_brat(tmp_path / "out" / "train", "garlic"), *read_brat(tmp_path / "out" / "dev", "zinc")]

    assert {name: (tmp_path / "out" / part / f"{name}.txt").read_bytes() for part, name in PARTS} == {
        name: text.encode() for name, text in TEXTS.items()
    }
    if votes is Votes.ALL:
        assert sorted(found) == sorted(VOTES)
    if votes is Votes.FINAL:
        assert ("", "Garlic cures flu.", "") in found


PARTS = (("train", "garlic"), ("dev", "zinc"))


def test_a_claim_over_a_line_end_is_discontinuous_in_brat_and_said_to_be(tmp_path: Path) -> None:
    export_to(golden_desk(), "brat", tmp_path / "out", Dataset())

    assert "Claim 51 63;64 70\t=SUM(1) of 💊 and e\u0301\n" in (tmp_path / "out" / "garlic.ann").read_text("utf-8")
    assert f"1 {IN_SEVERAL}"[:40] in (tmp_path / f"out{LOSS}").read_text("utf-8")


@given(st.text("ab \t\n\r\v\u2028\x85💊", min_size=1))
@settings(max_examples=200, deadline=None)
def test_fragments_hold_every_sign_that_is_no_blank(text: str) -> None:
    pieces = fragments(Span(0, len(text)), text)

    assert (
        "".join(piece.cut(text) for piece in pieces).split()
        == "".join(part.strip() for part in re.split(r"[\t\n\r\v\u2028\x85]", text)).split()
    )
    assert all(piece.cut(text).splitlines() == [piece.cut(text)] for piece in pieces)


@given(st.text("a💊é\U0001f9d1\u200d", max_size=30))
def test_utf_16_places_are_those_of_the_encoding(text: str) -> None:
    place = utf_16_places(text)

    assert [place(at) for at in range(len(text) + 1)] == [
        len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)
    ]


def test_cassis_reads_the_cas_and_its_claims_cover_their_words(tmp_path: Path) -> None:
    export_to(with_splits(), "cas", tmp_path / "out", Dataset())

    told = told_by(CASSIS, tmp_path / "out", folder=tmp_path)

    assert {name: each["text"] for name, each in told.items()} == {
        "dev/zinc.xmi": ZINC.text,
        "train/garlic.xmi": GARLIC.text,
    }
    claims = [claim for each in told.values() for claim in each["claims"]]
    assert {(who, words, verdict) for words, _, _, verdict, who, _ in claims} == VOTES
    for words, start, end, _, _, claim_id in claims:
        first, last = map(int, claim_id.partition("@")[2].split("-"))
        assert words == TEXTS[claim_id.partition("/")[0]][first:last]
        assert (start, end) == (first, last)  # cassis gives code points
    assert told["train/garlic.xmi"]["document"] == ["garlic/1", GARLIC.title, "train", len(GARLIC.text)]


def test_the_cas_counts_utf_16_in_the_file(tmp_path: Path) -> None:
    export_to(golden_desk(), "cas", tmp_path / "out", Dataset())

    written = (tmp_path / "out" / "garlic.xmi").read_text("utf-8")

    assert 'begin="51" end="71" claimId="garlic/1@51-70"' in written
    assert in_utf_16(GARLIC.text, 51, 71) == "=SUM(1) of 💊\u2028and e\u0301"
