"""SciFact, FEVER, HealthVer and AVeriTeC: what their readers take, with evidence that can be found again."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own, for one call here
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import BareIds, Choices
from annotator.label_files.elsewhere.readers import format_named, read_drafts, sorted_out
from annotator.model import Citation, Label, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.splits import freeze_splits
from annotator.storage.taking_in import take_in
from annotator.storage.works import save_works
from exports.averitec import MIXED as MIXED_IN_AVERITEC
from exports.deciding import Votes
from exports.evidenced import DISPUTED, OPEN, SKIPPED, UNLABELLED, VOTES
from exports.fact_files import NO_EVIDENCE_WORDS, NO_SIDE, NO_VERDICT, SIDES_OF_UNSUPPORTED
from exports.fever import LOOKED_AT, MIXED
from exports.healthver import COLUMNS, DEFUSED, NOTHING_LOOKED_AT, SIDES
from exports.numbering import LEAST, Numbering, number_of
from exports.passages import ELSEWHERE, NO_WORDS, WHOLE_ABSTRACT
from exports.reporting import LOSS, MANIFEST
from exports.scifact import MIXED_IN_ONE
from exports.selecting import Dataset
from tests.desks import NOON, desk_in_memory, search_all, words
from tests.exports.facts_desk import (
    BOOK,
    COLDS,
    COLDS_DOI,
    GARLIC_DOI,
    PAGE,
    PLACES,
    TRIAL,
    WORDS,
    citation,
    evidence_label,
    facts_desk,
)
from tests.exports.golden_desk import export_to
from tests.folders import contents

FORMATS = ("scifact", "fever", "healthver", "averitec")
SUPPORTED, UNSUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED
BY_NAME = {WORDS[name]: name for name in WORDS}
NO_ONE_VERDICT = {DISPUTED: 1, OPEN: 1, SKIPPED: 1, UNLABELLED: 1}


@dataclass(frozen=True)
class Written:
    """An export: its files, and the counts of its manifest."""

    folder: Path
    counts: dict[str, Any]

    def lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / name).read_text("utf-8").split("\n")[:-1]]


ALL_OF_IT = Dataset(votes=Votes.MAJORITY)


def written(name: str, folder: Path, labels: list[Label] | None = None, dataset: Dataset = ALL_OF_IT) -> Written:
    folder.mkdir(exist_ok=True)
    export_to(facts_desk(labels), name, folder / name, dataset)
    return Written(folder / name, json.loads((folder / f"{name}{MANIFEST}").read_bytes())["counts"])


@dataclass
class Claim:
    """A claim as SciFact's reader holds it: every key of a line but ``cited_doc_ids`` is an argument, and no other."""

    id: int
    claim: str
    evidence: dict[str, list[dict[str, Any]]]
    cited_docs: list[dict[str, Any]]

    def __post_init__(self) -> None:
        for document, rationales in self.evidence.items():
            assert len({rationale["label"] for rationale in rationales}) == 1, "one abstract has one label"
            for rationale in rationales:
                assert set(rationale) == {"sentences", "label"}
                assert rationale["label"] in {"SUPPORT", "CONTRADICT"}
            assert int(document) in {cited["doc_id"] for cited in self.cited_docs}


def read_scifact(folder: Path, claims: str) -> list[Claim]:
    """SciFact's reader, stated anew and stricter: ids are whole numbers, a claim's documents are in the corpus, and
    each rationale is sentences of its abstract."""
    corpus: dict[int, dict[str, Any]] = {}
    for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        assert set(document) == {"doc_id", "title", "abstract", "structured"}
        assert isinstance(document["doc_id"], int)
        assert isinstance(document["title"], str)
        assert isinstance(document["structured"], bool)
        assert all(isinstance(sentence, str) and sentence for sentence in document["abstract"])
        assert document["doc_id"] not in corpus
        corpus[document["doc_id"]] = document
    read = []
    for line in (folder / claims).read_text("utf-8").split("\n")[:-1]:
        entry = json.loads(line)
        cited = entry.pop("cited_doc_ids")
        assert all(isinstance(number, int) for number in [entry["id"], *cited])
        claim = Claim(**entry, cited_docs=[corpus[number] for number in cited])
        for number, rationales in claim.evidence.items():
            for rationale in rationales:
                assert rationale["sentences"]
                assert all(corpus[int(number)]["abstract"][sentence] for sentence in rationale["sentences"])
        read.append(claim)
    assert len({claim.id for claim in read}) == len(read)
    return read


def test_scifacts_reader_takes_the_claims_and_their_corpus(tmp_path: Path) -> None:
    out = written("scifact", tmp_path)

    claims = {BY_NAME[claim.claim]: claim for claim in read_scifact(out.folder, "claims.jsonl")}

    garlic, book, trial = (
        number_of(name) for name in ("doi:10.1000/garlic(1)", "isbn:9780306406157", "nct:NCT04368728")
    )
    assert {name: claim.evidence for name, claim in claims.items()} == {
        "quoted": {"11111": [{"sentences": [2], "label": "SUPPORT"}, {"sentences": [4, 5], "label": "SUPPORT"}]},
        "unquoted": {str(garlic): [{"sentences": [0, 1], "label": "CONTRADICT"}]},
        "searched": {},
        "mixed": {
            "11111": [{"sentences": [3], "label": "SUPPORT"}],
            str(trial): [{"sentences": [0], "label": "CONTRADICT"}],
        },
        "formula": {str(book): [{"sentences": [0], "label": "SUPPORT"}]},
    }
    assert [document["doc_id"] for document in claims["searched"].cited_docs] == [number_of(f"url:{PAGE.url}"), 11111]
    assert {claim.id for claim in claims.values()} == {number_of(PLACES[name]) for name in claims}
    assert min(claim.id for claim in claims.values()) >= LEAST


def test_a_document_is_the_abstract_cut_into_sentences_and_behind_them_what_it_has_not(tmp_path: Path) -> None:
    documents = {each["doc_id"]: each for each in written("scifact", tmp_path).lines("corpus.jsonl")}

    assert documents[11111] == {
        "doc_id": 11111,
        "title": "Vitamin D & colds",
        "abstract": [
            "Background: Colds are common.",
            "Methods: We asked 5,110 adults, e.g. nurses, who took vitamin D or none.",
            "Results: In 5,110 adults colds fell by 42%.",
            "No harm was seen.",
            "Nurses slept well.",
            "They did.",
        ],
        "structured": True,
    }
    page = documents[number_of(f"url:{PAGE.url}")]
    assert (page["title"], page["structured"]) == ("", False)
    assert page["abstract"] == ["A page on colds.", 'It </script> "heals".']


def test_scifact_counts_what_it_leaves_out_and_what_it_loses(tmp_path: Path) -> None:
    counts = written("scifact", tmp_path).counts

    assert (counts["claims"], counts["votes"]) == (5, 0)
    assert counts["left_out"] == {**NO_ONE_VERDICT, MIXED_IN_ONE: 1, NO_EVIDENCE_WORDS: 1}
    assert counts["lost"] == {
        VOTES: 8,
        NO_WORDS: 1,
        WHOLE_ABSTRACT: 1,
        ELSEWHERE: 1,
        SIDES_OF_UNSUPPORTED: 1,
        NO_VERDICT: 1,
    }


def test_fevers_evidence_is_sentences_of_its_pages(tmp_path: Path) -> None:
    out = written("fever", tmp_path)
    pages = {page["id"]: page for page in out.lines("wiki-pages/wiki-001.jsonl")}
    claims = {BY_NAME[claim["claim"]]: claim for claim in out.lines("claims.jsonl")}

    told = {}
    for name, claim in claims.items():
        assert list(claim) == ["id", "verifiable", "label", "claim", "evidence"]
        assert isinstance(claim["id"], int)
        assert claim["verifiable"] == ("NOT VERIFIABLE" if claim["label"] == "NOT ENOUGH INFO" else "VERIFIABLE")
        sets = [[sentence_of(pages, piece) for piece in pieces] for pieces in claim["evidence"]]
        told[name] = (claim["label"], sets)
    assert told == {
        "quoted": (
            "SUPPORTS",
            [["Results: In 5,110 adults colds fell by 42%."], ["Nurses slept well.", "They did."]],
        ),
        "unquoted": ("REFUTES", [["Garlic did nothing.", "Nobody got well sooner."]]),
        "searched": ("NOT ENOUGH INFO", [[None]]),
        "formula": ("SUPPORTS", [["=1+1 is so."]]),
    }
    assert out.counts["left_out"] == {**NO_ONE_VERDICT, MIXED: 2, NO_EVIDENCE_WORDS: 1}
    assert out.counts["lost"] == {VOTES: 5, LOOKED_AT: 2, NO_SIDE: 1, NO_WORDS: 1, WHOLE_ABSTRACT: 1, ELSEWHERE: 1}


def sentence_of(pages: dict[str, dict[str, Any]], piece: list[Any]) -> str | None:
    """The sentence that a piece of FEVER's evidence names; None where it names none, in the form that has none."""
    annotation, evidence, page, number = piece
    assert isinstance(annotation, int)
    if page is None:
        assert (evidence, number) == (None, None)
        return None
    assert isinstance(evidence, int)
    assert set(pages[page]) == {"id", "text", "lines"}
    by_number = dict(line.split("\t", 1) for line in pages[page]["lines"].split("\n"))
    assert by_number[str(number)] in pages[page]["text"]
    return str(by_number[str(number)])


def healthver_rows(folder: Path, name: str = "healthver.csv") -> list[dict[str, str]]:
    text = (folder / name).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert {row["label"] for row in rows} <= {"Supports", "Refutes", "Neutral"}
    assert len({int(row["id"]) for row in rows}) == len(rows)
    assert all(int(row["topic_ip"]) and row["evidence"] and row["claim"] for row in rows)
    return rows


def test_a_row_of_healthver_says_what_its_passage_does_to_the_claim(tmp_path: Path) -> None:
    out = written("healthver", tmp_path)

    rows = [(row["claim"], row["evidence"], row["label"]) for row in healthver_rows(out.folder)]

    assert rows == [
        (WORDS["quoted"], "in 5,110 adults colds fell by 42%", "Supports"),
        (WORDS["quoted"], "Nurses slept well. They did.", "Supports"),
        (WORDS["quoted"], "A page on colds.", "Neutral"),
        (WORDS["unquoted"], "Garlic did nothing. Nobody got well sooner.", "Refutes"),
        (WORDS["searched"], 'It </script> "heals".', "Neutral"),
        (WORDS["mixed"], "No harm was seen.", "Supports"),
        (WORDS["mixed"], "No harm was seen", "Supports"),
        (WORDS["mixed"], "It did harm.", "Refutes"),
        ("'" + WORDS["formula"], "'=1+1 is so.", "Supports"),
        (WORDS["mixed in one"], "Colds are common.", "Supports"),
        (WORDS["mixed in one"], "No harm was seen.", "Refutes"),
    ]
    assert out.counts["left_out"] == {**NO_ONE_VERDICT, NO_EVIDENCE_WORDS: 1}
    assert out.counts["lost"] == {
        VOTES: 9,
        DEFUSED: 2,
        SIDES: 1,
        NO_WORDS: 1,
        WHOLE_ABSTRACT: 1,
        ELSEWHERE: 1,
        NO_VERDICT: 2,
    }
    table = pd.read_csv(out.folder / "healthver.csv")
    assert list(table.columns) == list(COLUMNS)
    assert table["id"].dtype == table["topic_ip"].dtype == "int64"


def test_what_was_searched_for_in_vain_is_no_pair_for_healthver(tmp_path: Path) -> None:
    label = evidence_label("k1", "quoted", UNSUPPORTED, search_note="PubMed")

    out = written("healthver", tmp_path, [label])

    assert healthver_rows(out.folder) == []
    assert out.counts["left_out"][NOTHING_LOOKED_AT] == 1


def is_one_of(*values: str | None) -> dict[str, Any]:
    return {"enum": list(values)}


TEXT, TEXT_OR_NOTHING = {"type": "string"}, {"type": ["string", "null"]}


def strict(**properties: Any) -> dict[str, Any]:
    """An object with these keys, all of them and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


ANSWER = strict(
    answer={"type": "string", "minLength": 1},
    answer_type=is_one_of("Extractive", "Abstractive", "Unanswerable"),
    source_url=TEXT,
    source_medium=is_one_of("Web text", "Other", ""),
    cached_source_url=TEXT,
)
AVERITEC = {
    "type": "array",
    "items": strict(
        claim={"type": "string", "minLength": 1},
        required_reannotation={"type": "boolean"},
        label=is_one_of("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"),
        justification=TEXT,
        claim_date=TEXT_OR_NOTHING,
        speaker=TEXT_OR_NOTHING,
        original_claim_url=TEXT_OR_NOTHING,
        cached_original_claim_url=TEXT_OR_NOTHING,
        fact_checking_article=TEXT_OR_NOTHING,
        reporting_source=TEXT_OR_NOTHING,
        location_ISO_code=TEXT_OR_NOTHING,
        claim_types={"type": "array", "items": TEXT},
        fact_checking_strategies={"type": "array", "items": is_one_of("Written Evidence")},
        questions={
            "type": "array",
            "minItems": 1,
            "items": strict(
                question={"type": "string", "minLength": 1}, answers={"type": "array", "minItems": 1, "items": ANSWER}
            ),
        },
    ),
}


def test_averitecs_schema_holds_and_mixed_evidence_has_its_own_label(tmp_path: Path) -> None:
    out = written("averitec", tmp_path)

    claims = json.loads((out.folder / "claims.json").read_text("utf-8"))

    assert [error.message for error in jsonschema.Draft202012Validator(AVERITEC).iter_errors(claims)] == []
    assert {BY_NAME[claim["claim"]]: claim["label"] for claim in claims} == {
        "quoted": "Supported",
        "unquoted": "Refuted",
        "searched": "Not Enough Evidence",
        "mixed": "Conflicting Evidence/Cherrypicking",
        "formula": "Supported",
        "mixed in one": "Conflicting Evidence/Cherrypicking",
    }
    first = claims[0]
    assert (first["justification"], first["reporting_source"]) == ("A large trial.", "example.org")
    assert first["original_claim_url"] == "https://example.org/pills?a=1&b=%3C2%3E"
    answers = [answer for question in first["questions"] for answer in question["answers"]]
    assert [(answer["answer"], answer["source_url"]) for answer in answers] == [
        ("in 5,110 adults colds fell by 42%", COLDS_DOI.url),
        ("Nurses slept well. They did.", COLDS.url),
    ]
    assert out.counts["left_out"] == {**NO_ONE_VERDICT, NO_EVIDENCE_WORDS: 1}
    assert out.counts["lost"] == {
        VOTES: 9,
        MIXED_IN_AVERITEC: 2,
        NO_SIDE: 1,
        NO_WORDS: 1,
        WHOLE_ABSTRACT: 1,
        ELSEWHERE: 1,
        SIDES_OF_UNSUPPORTED: 1,
    }


def test_what_was_searched_for_in_vain_is_unanswerable_in_averitec(tmp_path: Path) -> None:
    label = evidence_label("k1", "quoted", UNSUPPORTED, search_note=" PubMed ")

    (claim,) = json.loads((written("averitec", tmp_path, [label]).folder / "claims.json").read_text("utf-8"))

    assert (claim["label"], claim["justification"]) == ("Not Enough Evidence", "PubMed")
    assert [answer["answer_type"] for each in claim["questions"] for answer in each["answers"]] == ["Unanswerable"]
    assert claim["fact_checking_strategies"] == []


PARTS = {
    "scifact": "claims_{}.jsonl",
    "fever": "{}.jsonl",
    "healthver": "healthver_{}.csv",
    "averitec": "{}.json",
}


@pytest.mark.parametrize("name", FORMATS)
def test_frozen_splits_are_a_file_each_and_hold_what_one_file_held(name: str, tmp_path: Path) -> None:
    whole = written(name, tmp_path / "whole")
    db = facts_desk()
    freeze_splits(db, {"pills": "dev"}, NOON)
    search_all(db)

    export_to(db, name, tmp_path / "parted", Dataset(votes=Votes.MAJORITY))

    files = {part: (tmp_path / "parted" / PARTS[name].format(part)).read_bytes() for part in ("train", "dev", "test")}
    one = next(path for path in whole.folder.iterdir() if path.stem in {"claims", "healthver"})
    assert files["dev"] == one.read_bytes()
    empty = {"healthver": b",".join(map(str.encode, COLUMNS)) + b"\r\n", "averitec": b"[\n\n]\n"}
    assert files["train"] == files["test"] == empty.get(name, b"")
    assert len(list((tmp_path / "parted").rglob("*.*"))) == len(list(whole.folder.rglob("*.*"))) + 2


@pytest.mark.parametrize("name", [*FORMATS, "claimreview", "webannotation"])
def test_two_exports_of_one_desk_are_the_same_also_zipped(name: str, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        export_to(facts_desk(), name, tmp_path / folder / "out", Dataset(votes=Votes.MAJORITY))
        export_to(facts_desk(), name, tmp_path / folder / "out.zip", Dataset(votes=Votes.MAJORITY))

    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert "contradicted" in (tmp_path / "a" / f"out{LOSS}").read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_number_stays_whatever_the_filter_and_ids_tsv_names_it(name: str, tmp_path: Path) -> None:
    written(name, tmp_path / "all")
    narrow = written(name, tmp_path / "one", dataset=Dataset(Filters(verdicts=(CONTRADICTED,)), Votes.MAJORITY))

    rows = (narrow.folder / "ids.tsv").read_text("utf-8").splitlines()
    wide = (tmp_path / "all" / name / "ids.tsv").read_text("utf-8").splitlines()

    assert narrow.counts["claims"] == 1
    assert PLACES["unquoted"] in rows[1]
    if name != "averitec":  # whose claims have no numbers: it is their order
        assert set(rows) <= set(wide)


def test_two_names_of_one_number_get_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.numbering.number_of", lambda _name: LEAST)
    file = io.StringIO()
    numbering = Numbering(file)

    numbers = [numbering.number(name) for name in "abc"]
    numbering.tell("claim", 1, "=1+1", "\tx")

    assert numbers == [LEAST, LEAST + 1, LEAST + 2]
    assert file.getvalue().split("\n")[1] == "claim\t1\t'=1+1\t\"'\tx\""


def taken_in_again(name: str, folder: Path) -> tuple[dict[str, tuple[str | None, set[Any], str, str]], Any]:
    """What another desk holds after taking an export in, by claim: verdict, citations, rationale and search note."""
    format_, desk = format_named(name), desk_in_memory(articles=False)
    files = [
        Given(path.name, path.open("rb"))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in format_.suffixes
    ]
    labelled, beside = sorted_out(files)
    (given,) = labelled
    report = take_in(
        desk,
        read_drafts(given, format_, Choices(bare_ids=BareIds.PMID), beside),
        given.name,
        NOON,
    )
    for each in files:
        each.file.close()
    found = {}
    rows = desk.execute(
        "SELECT claims.text, verdict, rationale, search_note, current_labels.id FROM current_labels"
        " JOIN claims ON claims.id = claim_id"
    ).fetchall()
    for text, verdict, rationale, search_note, label in rows:
        cited = desk.execute(
            "SELECT type, identifier, stance, quote FROM citations JOIN sources ON sources.id = source_id"
            " WHERE label_id = ?",
            [label],
        ).fetchall()
        found[BY_NAME[text]] = (verdict, set(cited), rationale, search_note)
    return found, report


def same(source: Any, stance: str, quote: str) -> tuple[str, str, str, str]:
    return (source.type.value, source.identifier, stance, quote)


def test_scifact_comes_back_with_whole_sentences_for_quotes(tmp_path: Path) -> None:
    found, report = taken_in_again("scifact", written("scifact", tmp_path).folder)

    assert (report.refused, report.claims) == ([], 5)
    verdict, cited, _, _ = found["quoted"]
    quote = "Results: In 5,110 adults colds fell by 42%.\nNurses slept well. They did."
    assert (verdict, cited) == ("supported", {same(COLDS, "supports", quote), same(COLDS, "context", "")} & cited)
    assert same(COLDS, "supports", quote) in cited
    assert {name: each[0] for name, each in found.items()} == {
        "quoted": "supported",
        "unquoted": "contradicted",
        "searched": "unsupported",
        "mixed": None,
        "formula": "supported",
    }


def test_fever_comes_back_with_its_sources_and_whole_sentences(tmp_path: Path) -> None:
    found, report = taken_in_again("fever", written("fever", tmp_path).folder)

    assert report.refused == []
    quote = "Results: In 5,110 adults colds fell by 42%. Nurses slept well. They did."
    assert {name: (verdict, cited) for name, (verdict, cited, _, _) in found.items()} == {
        "quoted": ("supported", {same(COLDS, "supports", quote)}),
        "unquoted": (
            "contradicted",
            {same(GARLIC_DOI, "contradicts", "Garlic did nothing. Nobody got well sooner.")},
        ),
        "searched": ("unsupported", set()),
        "formula": ("supported", {same(BOOK, "supports", "=1+1 is so.")}),
    }


def test_healthver_comes_back_with_its_words_and_no_source(tmp_path: Path) -> None:
    found, report = taken_in_again("healthver", written("healthver", tmp_path).folder)

    assert report.refused == []
    assert {name: (verdict, cited) for name, (verdict, cited, _, _) in found.items()} == {
        "quoted": ("supported", set()),
        "unquoted": ("contradicted", set()),
        "searched": ("unsupported", set()),
        "mixed": (None, set()),
        "formula": ("supported", set()),
        "mixed in one": (None, set()),
    }
    assert found["quoted"][2].split("\n") == [
        "Supports: “in 5,110 adults colds fell by 42%”",
        "Supports: “Nurses slept well. They did.”",
        "Looked at: “A page on colds.”",
    ]
    assert "=1+1 is so." in found["formula"][2]


def test_averitec_comes_back_with_sources_quotes_and_reasons_and_none_of_our_questions(tmp_path: Path) -> None:
    found, report = taken_in_again("averitec", written("averitec", tmp_path).folder)

    assert report.refused == []
    assert found["quoted"] == (
        "supported",
        {
            same(COLDS_DOI, "supports", "in 5,110 adults colds fell by 42%"),
            same(COLDS, "supports", "Nurses slept well. They did."),
        },
        "A large trial.",
        "",
    )
    assert found["searched"] == (
        "unsupported",
        {same(PAGE, "context", 'It </script> "heals".'), same(COLDS, "context", "No harm was seen.")},
        "",
        "PubMed, zinc AND <b>heal</b>",
    )
    assert found["mixed"][0] is None
    assert found["formula"][1] == {same(BOOK, "supports", "=1+1 is so.")}


def test_averitecs_unanswerable_question_of_ours_is_no_evidence_when_it_comes_back(tmp_path: Path) -> None:
    label = evidence_label("k1", "quoted", UNSUPPORTED, search_note="PubMed")

    found, _ = taken_in_again("averitec", written("averitec", tmp_path, [label]).folder)

    assert found == {"quoted": ("unsupported", set(), "", "PubMed")}


@given(
    quotes=st.lists(
        st.tuples(st.sampled_from([COLDS, COLDS_DOI, GARLIC_DOI, TRIAL, PAGE]), st.sampled_from(Stance), words()),
        max_size=4,
        unique_by=lambda each: (each[0], each[1]),
    ),
    verdict=st.sampled_from(Verdict),
)
@settings(max_examples=60, deadline=None)
def test_any_evidence_is_written_as_the_readers_take_it(
    tmp_path_factory: pytest.TempPathFactory, quotes: list[tuple[Any, Stance, str]], verdict: Verdict
) -> None:
    cited = [Citation(source, stance, quote) for source, stance, quote in quotes]
    label = evidence_label("k1", "quoted", verdict, *cited, search_note="Searched.")
    folder = tmp_path_factory.mktemp("facts")

    outs = {name: written(name, folder, [label]) for name in FORMATS}

    claims = read_scifact(outs["scifact"].folder, "claims.jsonl")
    pages = {page["id"]: page for page in outs["fever"].lines("wiki-pages/wiki-001.jsonl")}
    for claim in outs["fever"].lines("claims.jsonl"):
        assert all([sentence_of(pages, piece) for piece in pieces] for pieces in claim["evidence"])
    healthver_rows(outs["healthver"].folder)
    averitec = json.loads((outs["averitec"].folder / "claims.json").read_text("utf-8"))
    assert list(jsonschema.Draft202012Validator(AVERITEC).iter_errors(averitec)) == []
    for name, out in outs.items():
        assert out.counts["claims"] + sum(out.counts["left_out"].values()) == len(WORDS), name
    if verdict is UNSUPPORTED:
        assert [claim.evidence for claim in claims] == [{}]
    assert "SUPPORT" not in [
        rationale["label"]
        for claim in claims
        if verdict is UNSUPPORTED
        for each in claim.evidence.values()
        for rationale in each
    ]


def test_a_dataset_of_a_moment_does_without_the_library_and_stays_the_same(tmp_path: Path) -> None:
    db, dataset = facts_desk(), Dataset(Filters(as_of=NOON + timedelta(hours=1)), Votes.MAJORITY)
    export_to(db, "scifact", tmp_path / "before", dataset)
    more = {"title": "Garlic for flu", "abstract": "Garlic did nothing, as far as anybody could tell, in all of this."}
    save_works(db, [Work(more, (GARLIC_DOI,))], Origin.CROSSREF, "", NOON)

    export_to(db, "scifact", tmp_path / "after", dataset)

    assert contents(tmp_path / "before") == contents(tmp_path / "after")
    claims = {BY_NAME[claim.claim] for claim in read_scifact(tmp_path / "after", "claims.jsonl")}
    assert claims == {"quoted", "searched", "mixed", "formula", "mixed in one"}  # no two sources are known as one
    assert "or an abstract, is not kept" in " ".join((tmp_path / f"after{LOSS}").read_text("utf-8").split())


@pytest.mark.parametrize("abstract", ["", " \n ", "One.\nOne.\nTwo."])
def test_an_abstract_may_be_empty_or_repeat_itself(abstract: str, tmp_path: Path) -> None:
    db = facts_desk([evidence_label("k1", "quoted", SUPPORTED, citation(TRIAL, Stance.SUPPORTS, "One"))])
    save_works(db, [Work({"title": "T", "abstract": abstract}, (TRIAL,))], Origin.FILE, "", NOON)

    export_to(db, "scifact", tmp_path / "out", Dataset(votes=Votes.FINAL))

    (claim,) = read_scifact(tmp_path / "out", "claims.jsonl")
    (rationales,) = claim.evidence.values()
    assert rationales == [{"sentences": [0], "label": "SUPPORT"}]


def test_a_quote_is_its_own_sentence_alone_where_no_blank_parts_it_from_the_next(tmp_path: Path) -> None:
    db = facts_desk([evidence_label("k1", "quoted", SUPPORTED, citation(TRIAL, Stance.SUPPORTS, "睡眠有益。"))])
    save_works(db, [Work({"title": "T", "abstract": "睡眠有益。大蒜无效。"}, (TRIAL,))], Origin.FILE, "", NOON)

    export_to(db, "scifact", tmp_path / "out", Dataset(votes=Votes.FINAL))

    (claim,) = read_scifact(tmp_path / "out", "claims.jsonl")
    assert [each["sentences"] for rationales in claim.evidence.values() for each in rationales] == [[0]]


def test_every_card_says_that_unsupported_never_includes_contradicted(tmp_path: Path) -> None:
    for name in FORMATS:
        written(name, tmp_path)
        assert "never includes contradicted" in " ".join((tmp_path / f"{name}{LOSS}").read_text("utf-8").split())
