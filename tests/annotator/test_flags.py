"""A claim's flags, and what the database says of the same votes."""

import pytest
from hypothesis import example, given

from annotator.flags import Flag, flags_of
from annotator.model import Evidence, Label, Stance, Verdict
from annotator.storage.datasets import labelled_claims
from corpus.model import Kind
from tests.desks import cited, desk_in_memory, label, label_all, label_histories

SUPPORTED, CONTRADICTED, UNSUPPORTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
SEARCHED = Evidence(search_note="PubMed, today")


@pytest.mark.parametrize(
    ("votes", "flags"),
    [
        pytest.param([], "", id="no-vote"),
        pytest.param([label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.SUPPORTS))], "", id="supported"),
        pytest.param([label("k1", "take", verdict=SUPPORTED)], "open", id="supported-without-its-citation"),
        pytest.param(
            [label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.CONTEXT))], "open", id="only-context"
        ),
        pytest.param([label("k1", "take", verdict=UNSUPPORTED, evidence=SEARCHED)], "unsupported", id="unsupported"),
        pytest.param([label("k1", "take", verdict=CONTRADICTED)], "contradicted open", id="contradicted-and-open"),
        pytest.param([label("k1", "take", kind=Kind.OTHER)], "", id="not-a-claim"),
        pytest.param([label("k1", "take", skipped=True)], "", id="skipped"),
        pytest.param(
            [label("k1", "take", verdict=UNSUPPORTED, evidence=SEARCHED), label("k2", "take", kind=Kind.OTHER)],
            "disagreement unsupported",
            id="a-verdict-against-not-a-claim",
        ),
    ],
)
def test_votes_raise_the_flags_an_editor_looks_for(votes: list[Label], flags: str) -> None:
    assert flags_of(votes) == set(map(Flag, flags.split()))


def test_every_flag_says_in_plain_words_why_it_is_there() -> None:
    assert all(flag.description.endswith(".") for flag in Flag)


@given(label_histories())
@example([label("k1", "take", verdict=UNSUPPORTED, evidence=Evidence(search_note="\u2003\u00a0\x1c"))])
def test_the_database_flags_the_same_claims_for_the_same_reasons(labels: list[Label]) -> None:
    db = desk_in_memory()
    label_all(db, labels)

    claims = list(labelled_claims(db))
    flagged = {(claim.claim_id, flag.value) for claim in claims for flag in flags_of(claim.votes)}

    in_queue = [row["id"] for row in db.query("SELECT id FROM queue ORDER BY article, revision, start")]
    assert [claim.claim_id for claim in claims] == in_queue
    assert flagged == {(row["claim_id"], row["flag"]) for row in db.query("SELECT * FROM flagged_claims")}
    kinds = {row["id"]: row["kind_now"] for row in db.query("SELECT id, kind_now FROM queue")}
    assert {claim.claim_id: claim.kind for claim in claims} == kinds
    finals = {row["claim_id"]: (row["verdict"], row["basis"]) for row in db.query("SELECT * FROM final_verdicts")}
    for claim in claims:
        assert (claim.final.verdict, claim.final.basis) == finals.get(claim.claim_id, (None, "none"))
