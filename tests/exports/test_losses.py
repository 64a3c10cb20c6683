"""A loss report tells by the dataset's rule what is lost: with one verdict a claim, every vote and its evidence."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from annotator.model import Verdict
from corpus.version import VERSION
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.exporter import Exporter
from exports.publication_metadata import COLUMNS
from exports.selecting import Dataset, select_claims
from exports.selection import Tally
from exports.tables import CLAIMS
from tests.exports.facts_desk import BOOK, CONTEXT, citation, evidence_label, evidence_labels, facts_desk
from tests.exports.golden_desk import desk_for, golden_desk

OF_BOTH = [name for name, exporter in EXPORTERS.items() if exporter.with_one_verdict]
"""The formats that hold every vote, where one wants them."""
BASES = json.loads((Path(__file__).parents[2] / "exports/schema/claims-1.schema.json").read_text())["properties"][
    "final"
]["properties"]["basis"]["enum"]
OF_ONE_VERDICT = ["scifact", "fever", "healthver", "averitec", "claimreview", "spacy"]


def tally_of(name: str, votes: Votes, tmp_path: Path) -> Tally:
    exporter = EXPORTERS[name]
    target = tmp_path / f"{name}-{votes}{exporter.suffix if isinstance(exporter, Exporter) else ''}"
    with select_claims(desk_for(name), Dataset(votes=votes)) as (claims, selection):
        return exporter.write(claims, target, selection)


def loss_of(name: str, votes: Votes, tmp_path: Path) -> str:
    tally_of(name, votes, tmp_path)
    report = next(tmp_path.glob(f"{name}-{votes}*.loss.txt")).read_text("utf-8")
    return " ".join(report.split())


@pytest.mark.parametrize("name", ["scifact", "fever", "healthver", "averitec"])
def test_how_sure_an_estimate_is_is_told_as_lost_where_the_format_has_no_place_for_it(
    name: str, tmp_path: Path
) -> None:
    estimated, majority = tally_of(name, Votes.ESTIMATE, tmp_path), tally_of(name, Votes.MAJORITY, tmp_path)

    assert estimated.lost["confidences of estimates"] == estimated.claims > 1
    assert "confidences of estimates" not in majority.lost


def test_doccano_says_how_sure_each_estimate_is_and_of_what_people_say_nothing(tmp_path: Path) -> None:
    for votes in Votes:
        tally_of("doccano", votes, tmp_path)
        lines = [json.loads(each) for each in (tmp_path / f"doccano-{votes}-doccano.jsonl").read_bytes().splitlines()]

        sure = [(len(line["label"]), line["confidences"]) for line in lines if "confidences" in line]
        assert bool(sure) is (votes is Votes.ESTIMATE)
        assert all(len(each) == labels and all(0.3 < number <= 1 for number in each) for labels, each in sure)


def test_an_annotation_of_an_estimate_is_the_programs_and_says_how_sure_it_is(tmp_path: Path) -> None:
    tally_of("webannotation", Votes.ESTIMATE, tmp_path)
    file = tmp_path / "webannotation-estimate" / "annotations.jsonl"
    records = [json.loads(each) for each in file.read_bytes().splitlines()]

    assert len(records) > 1
    for record in records:
        assert record["creator"] == {"type": "Software", "name": f"Claimdesk {VERSION}"}
        words = record["body"][-1]["value"]
        assert re.fullmatch(r"estimate from all votes, confidence [01]\.\d{6}: arithmetic, nobody's judgement", words)


def test_an_estimate_is_never_published_as_a_review(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="an estimate is arithmetic: choose final or majority"):
        tally_of("claimreview", Votes.ESTIMATE, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_document_of_spacy_knows_how_sure_its_estimate_is(tmp_path: Path) -> None:
    tally_of("spacy", Votes.ESTIMATE, tmp_path)
    docs = DocBin().from_disk(tmp_path / "spacy-estimate" / "unsplit.spacy").get_docs(spacy.blank("en").vocab)
    found = list(docs)

    assert len(found) > 1
    assert all(0.3 < doc.user_data["confidence"] <= 1 for doc in found)


def test_the_codebook_names_every_basis_there_is() -> None:
    bases = next(column.meaning for column in CLAIMS if column.name == "final_basis")

    assert all(basis in bases and basis in COLUMNS["basis"] for basis in BASES)


@pytest.mark.parametrize("votes", [Votes.FINAL, Votes.MAJORITY, Votes.ESTIMATE])
@pytest.mark.parametrize("name", OF_BOTH)
def test_one_verdict_a_claim_counts_the_votes_and_evidence_it_leaves_out(
    name: str, votes: Votes, tmp_path: Path
) -> None:
    tally = tally_of(name, votes, tmp_path)

    assert tally.votes == 0
    assert tally.lost["votes"] > 1
    if name != "webannotation":  # it has the evidence for the verdict
        assert tally.lost["citations"] + tally.lost["rationales"] + tally.lost["search notes"] > 1


@pytest.mark.parametrize("name", ["jsonl", "csv", "xlsx", "parquet", "huggingface", "croissant", "datasette"])
def test_what_final_verdicts_leave_out_is_what_every_vote_holds(name: str, tmp_path: Path) -> None:
    with select_claims(golden_desk(), Dataset(votes=Votes.FINAL)) as (claims, selection):
        votes = [vote for claim in claims for vote in selection.votes_behind(claim)]
    lost = tally_of(name, Votes.FINAL, tmp_path).lost

    assert lost == Counter(
        {
            "votes": len(votes),
            "citations": sum(len(vote.evidence.citations) for vote in votes),
            "rationales": sum(bool(vote.evidence.rationale.strip()) for vote in votes),
            "search notes": sum(bool(vote.evidence.search_note.strip()) for vote in votes),
        }
    )


@pytest.mark.parametrize("votes", [Votes.ALL, Votes.FINAL])
@pytest.mark.parametrize("name", OF_ONE_VERDICT)
def test_a_format_without_votes_counts_them_whatever_the_rule(name: str, votes: Votes, tmp_path: Path) -> None:
    assert tally_of(name, votes, tmp_path).lost["votes"] > 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("scifact", 1, id="the-other-side-is-told"),
        pytest.param("claimreview", 1, id="a-review"),
        pytest.param("webannotation", 2, id="and-a-citation-for-the-other-side"),
    ],
)
def test_citations_of_who_says_otherwise_are_counted_where_they_are_not_told(
    name: str, expected: int, tmp_path: Path
) -> None:
    others = evidence_label(
        "k20", "quoted", Verdict.UNSUPPORTED, citation(BOOK, CONTEXT, "It is so."), by="Dr B", search_note="Shelves"
    )
    with select_claims(facts_desk([*evidence_labels(), others]), Dataset(votes=Votes.MAJORITY)) as (claims, selection):
        tally = EXPORTERS[name].write(claims, tmp_path / name, selection)

    assert tally.lost["citations that only votes for another verdict, or without its evidence, have"] == expected


@pytest.mark.parametrize("name", OF_BOTH)
def test_the_words_of_a_report_go_by_the_rule(name: str, tmp_path: Path) -> None:
    exporter = EXPORTERS[name]
    every, final = loss_of(name, Votes.ALL, tmp_path), loss_of(name, Votes.FINAL, tmp_path)

    assert exporter.with_votes in every
    assert exporter.with_one_verdict in final
    assert exporter.with_one_verdict not in every
    assert not exporter.with_votes or exporter.with_votes not in final
    assert "be loaded into another desk" not in final
    assert "taken in again" not in final
