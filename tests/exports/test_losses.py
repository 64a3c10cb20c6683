"""A loss report tells by the dataset's rule what is lost: with one verdict a claim, every vote and its evidence."""

from collections import Counter
from pathlib import Path

import pytest

from annotator.model import Verdict
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.exporter import Exporter
from exports.selecting import Dataset, select_claims
from exports.selection import Tally
from tests.exports.facts_desk import BOOK, CONTEXT, citation, evidence_label, evidence_labels, facts_desk
from tests.exports.golden_desk import desk_for, golden_desk

OF_BOTH = [name for name, exporter in EXPORTERS.items() if exporter.with_one_verdict]
"""The formats that hold every vote, where one wants them."""
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
