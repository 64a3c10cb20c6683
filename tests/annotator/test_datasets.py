"""The stream of labelled claims: what is in it, in which order, and how it is narrowed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.errors import UnknownArticle, UnknownPerson
from annotator.flags import Flag
from annotator.model import Evidence, Label, Stance, Verdict
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from corpus.model import Kind
from tests.desks import IDS, NOON, cited, desk_in_memory, garlic_claims, label, label_all, label_histories

SUPPORTED, CONTRADICTED, UNSUPPORTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
NAMES = {claim_id: name for name, claim_id in IDS.items()}


@pytest.fixture
def desk() -> Database:
    db = desk_in_memory()
    label_all(
        db,
        [
            label("k1", "cures", "Dr A", SUPPORTED),
            label("k2", "cures", "Dr B", CONTRADICTED, evidence=cited(Stance.CONTRADICTS, 1)),
            label("k3", "take", "Dr B", SUPPORTED, evidence=cited(Stance.SUPPORTS)),
            label("k4", "cures", "Dr A", UNSUPPORTED, evidence=Evidence(search_note="PubMed")),
            label("k5", "sum", "Dr B", kind=Kind.OTHER),
            label("k6", "question", "Dr A", kind=Kind.CLAIM),
        ],
    )
    return db


def found(db: Database, filters: Filters = Filters()) -> str:  # noqa: B008  # frozen, so it cannot change
    return " ".join(NAMES[claim.claim_id] for claim in labelled_claims(db, filters))


def test_claims_come_by_article_and_place_without_what_nobody_takes_for_a_claim(desk: Database) -> None:
    assert found(desk) == "cures take row question"


def test_a_claim_comes_with_its_article_its_words_and_each_reviewers_newest_label(desk: Database) -> None:
    claim = next(labelled_claims(desk))

    assert (claim.article.slug, claim.article.title, claim.claim) == ("garlic", 'Garlic & "flu" 💊', garlic_claims()[0])
    assert [(vote.reviewer, vote.verdict, vote.key) for vote in claim.votes] == [
        ("Dr A", UNSUPPORTED, "k4"),
        ("Dr B", CONTRADICTED, "k2"),
    ]
    assert [citation.source.shown for citation in claim.votes[1].evidence.citations] == ["PMID 33301246"]


@pytest.mark.parametrize(
    ("filters", "claims"),
    [
        pytest.param(Filters(articles=("zinc",)), "row question", id="article"),
        pytest.param(Filters(sections=('It\'s "strong"',)), "cures take", id="section"),
        pytest.param(Filters(kinds=(Kind.CLAIM,)), "cures question", id="kind-now-not-that-of-the-cut"),
        pytest.param(Filters(verdicts=(SUPPORTED,)), "take", id="verdict-of-a-current-label"),
        pytest.param(Filters(verdicts=(SUPPORTED, CONTRADICTED)), "cures take", id="one-of-two-verdicts"),
        pytest.param(
            Filters(verdicts=(CONTRADICTED,), verdict_is_final=True), "", id="no-final-verdict-while-disputed"
        ),
        pytest.param(Filters(verdicts=(SUPPORTED,), verdict_is_final=True), "take", id="final-verdict"),
        pytest.param(Filters(reviewers=("dr a",)), "cures question", id="reviewer-in-any-case"),
        pytest.param(Filters(reviewers=("Dr A",), verdicts=(CONTRADICTED,)), "", id="reviewer-and-verdict-in-one-vote"),
        pytest.param(Filters(flags=(Flag.DISAGREEMENT,)), "cures", id="flag"),
        pytest.param(Filters(search="curing FLU"), "cures", id="words-with-another-ending"),
        pytest.param(Filters(search='"flu OR (zinc'), "", id="search-signs-are-data"),
        pytest.param(Filters(search="%"), "row", id="a-sign-alone"),
        pytest.param(Filters(every_label=True), "cures take sum row question", id="also-what-was-taken-for-no-claim"),
        pytest.param(Filters(search="mg", kinds=(Kind.TABLE_ROW,)), "row", id="filters-together"),
    ],
)
def test_filters_keep_the_claims_that_fit(desk: Database, filters: Filters, claims: str) -> None:
    assert found(desk, filters) == claims


@pytest.mark.parametrize(
    ("minutes", "claims"),
    [
        pytest.param(-1, "", id="before-the-first-article"),
        pytest.param(0, "cures take sum", id="before-the-second-article-and-every-label"),
        pytest.param(5, "cures take", id="after-one-was-no-claim"),
        pytest.param(60, "cures take row question", id="now"),
    ],
)
def test_the_desk_as_it_was(desk: Database, minutes: int, claims: str) -> None:
    assert found(desk, Filters(as_of=NOON + timedelta(minutes=minutes))) == claims


def test_a_vote_of_that_time_is_the_reviewers_newest_then(desk: Database) -> None:
    then = next(labelled_claims(desk, Filters(as_of=NOON + timedelta(minutes=3))))

    assert [(vote.reviewer, vote.verdict) for vote in then.votes] == [("Dr A", SUPPORTED), ("Dr B", CONTRADICTED)]


def test_a_retired_claim_is_left_out_now_and_there_in_the_past(desk: Database) -> None:
    desk.execute("UPDATE claims SET retired_at = '2026-11-23T12:30:00.000000Z' WHERE id = ?", [IDS["take"]])
    desk.execute(
        "INSERT INTO recuts (id, key, act, article, revision, made_at)"
        " VALUES (1, 'r1', 'split', 'garlic', 1, '2026-11-23T12:30:00.000000Z')"
    )
    desk.execute("INSERT INTO recut_claims VALUES (1, ?, 'retired')", [IDS["take"]])

    assert "take" not in found(desk)
    assert "take" in found(desk, Filters(as_of=NOON + timedelta(minutes=29)))


@pytest.mark.parametrize(
    ("times", "kind"),
    [
        pytest.param((1, 2), Kind.QUESTION, id="added-in-the-order-of-their-times"),
        pytest.param((2, 1), Kind.ADVICE, id="an-older-label-loaded-onto-a-newer-one"),
        pytest.param((1, 1), Kind.QUESTION, id="at-the-same-time-the-greater-key"),
    ],
)
def test_the_newest_kind_is_the_same_for_the_queue_and_for_datasets(times: tuple[int, int], kind: Kind) -> None:
    db = desk_in_memory()
    first, second = (NOON + timedelta(minutes=minutes) for minutes in times)
    label_all(
        db,
        [
            replace(label("k1", "cures", "Dr B", SUPPORTED, kind=Kind.ADVICE), labelled_at=first),
            replace(label("k2", "cures", "Dr A", SUPPORTED, kind=Kind.QUESTION), labelled_at=second),
        ],
    )

    assert next(labelled_claims(db)).kind is kind
    assert kinds_in_queue(db)[IDS["cures"]] is kind


@given(st.data())
@settings(deadline=None)
def test_in_whatever_order_labels_were_added_a_claim_has_one_kind(data: st.DataObject) -> None:
    db = desk_in_memory()
    label_all(db, data.draw(st.permutations(data.draw(label_histories()))))

    assert {claim.claim_id: claim.kind for claim in labelled_claims(db)} == kinds_in_queue(db)


def kinds_in_queue(db: Database) -> dict[str, Kind]:
    return {row["id"]: Kind(row["kind_now"]) for row in db.query("SELECT id, kind_now FROM queue")}


def test_an_unknown_article_or_reviewer_is_a_slip_that_lists_the_known_ones(desk: Database) -> None:
    with pytest.raises(UnknownArticle, match="known: garlic, zinc"):
        labelled_claims(desk, Filters(articles=("galic",)))
    with pytest.raises(UnknownPerson, match="known: Dr A, Dr B"):
        labelled_claims(desk, Filters(reviewers=("Dr Z",)))


def test_the_number_of_queries_does_not_grow_with_the_claims(desk: Database) -> None:
    queries: list[str] = []
    label_all(desk, [replace(label(f"k{10 + n}", "row", f"Dr {n}"), seconds_spent=None) for n in range(20)])
    desk.conn.set_trace_callback(queries.append)

    votes: list[Label] = [vote for claim in labelled_claims(desk) for vote in claim.votes]

    assert len(votes) == 24
    assert len([query for query in queries if query.startswith("SELECT")]) <= 7
