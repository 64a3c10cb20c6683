"""What an editor decides: which decision holds, what it needs, and what becomes of it when a claim goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.errors import InvalidDecision, InvalidLabel, InvalidRecut, RetiredClaim, UnknownClaim
from annotator.flags import Flag
from annotator.model import Adjudication, Answer, Label, Person, Ruling, Verdict, disagrees, final_verdict
from annotator.storage.adjudications import (
    Decision,
    adjudications_on,
    current_adjudication,
    decide_claim,
    decided_in,
    decisions_on,
)
from annotator.storage.answering import Press, answer_claim
from annotator.storage.datasets import labelled_claims, last_change
from annotator.storage.filters import Filters
from annotator.storage.listing import flags_in
from annotator.storage.moments import newest_change
from annotator.storage.people import add_person
from annotator.storage.records import record_of
from annotator.storage.recutting import merge_claims, undo_recut
from annotator.storage.revising import add_revision
from annotator.storage.times import to_text
from corpus.model import Article, Kind
from tests.desks import GARLIC, IDS, NOON, decide_all, decision, desk_in_memory, garlic_claims, label, label_all

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
LATER = NOON + timedelta(days=1)


@pytest.fixture
def db() -> Database:
    """A desk on which two reviewers differ about one claim."""
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", SUPPORTED), label("k2", "cures", "Dr B", CONTRADICTED)])
    return db


@pytest.fixture
def editor(db: Database) -> Person:
    return add_person(db, "Dr Ed", NOON)


def decided(db: Database, claim: str = "cures") -> tuple[Verdict | None, str]:
    final = record_of(db, IDS[claim]).labelled.final
    return final.verdict, final.basis


@pytest.mark.parametrize("ruling", Ruling)
def test_a_decision_is_the_final_verdict_whatever_the_votes_are(ruling: Ruling, db: Database, editor: Person) -> None:
    before = [dict(row) for row in db["labels"].rows]

    made = decide_claim(db, editor, Decision("d1", IDS["cures"], ruling, " The trial is clear.\n"), LATER)

    assert decided(db) == (made.verdict, "adjudicated")
    assert (made.editor, made.decided_at, made.rationale) == ("Dr Ed", LATER, "The trial is clear.")
    assert [dict(row) for row in db["labels"].rows] == before


def test_the_newest_decision_holds_and_one_taken_back_gives_the_word_to_the_votes(db: Database, editor: Person) -> None:
    other = add_person(db, "Dr Chief", NOON)
    decide_claim(db, editor, Decision("d1", IDS["cures"], Ruling.SUPPORTED, "a"), LATER)
    decide_claim(db, other, Decision("d2", IDS["cures"], Ruling.CONTRADICTED, "b", "d1"), LATER)
    assert decided(db) == (CONTRADICTED, "adjudicated")

    decide_claim(db, editor, Decision("d3", IDS["cures"], None, "", "d2"), LATER)

    assert decided(db) == (None, "disputed")
    assert [each.answer for each in adjudications_on(db, IDS["cures"])] == ["supported", "contradicted", None]
    assert (decisions_on(db, [IDS["cures"]]), decided_in(db, "garlic", 1)) == ({}, {})


def test_the_same_key_twice_is_one_decision_and_another_by_it_is_refused(db: Database, editor: Person) -> None:
    made = Decision("d1", IDS["cures"], Ruling.SUPPORTED, "a")
    decide_claim(db, editor, made, LATER)
    decide_claim(db, editor, made, LATER)

    assert db["adjudications"].count == 1
    for other in (replace(made, answer=Ruling.CONTRADICTED), replace(made, claim_id=IDS["take"])):
        with pytest.raises(InvalidDecision, match="belongs to another decision"):
            decide_claim(db, editor, other, LATER)


@pytest.mark.parametrize(
    ("claim", "given", "reason"),
    [
        pytest.param("cures", Ruling.SUPPORTED, "Dr B says otherwise: say why", id="against-one"),
        pytest.param("cures", Ruling.UNSUPPORTED, "Dr A and Dr B say otherwise: say why", id="against-two"),
        pytest.param("cures", Ruling.NOT_A_CLAIM, "Dr A and Dr B say otherwise: say why", id="a-claim-to-both"),
        pytest.param("sum", Ruling.SUPPORTED, "Dr A says otherwise: say why", id="no-claim-to-a-reviewer"),
        pytest.param("cures", None, "no decision on this claim to take back", id="nothing-to-take-back"),
    ],
)
def test_a_decision_that_lacks_something_is_refused_in_one_line(
    claim: str, given: Ruling | None, reason: str, db: Database, editor: Person
) -> None:
    label_all(db, [label("k3", "sum", "Dr A", kind=Kind.OTHER)])

    with pytest.raises(InvalidDecision, match=reason):
        decide_claim(db, editor, Decision("d1", IDS[claim], given, " \n"), LATER)

    assert db["adjudications"].count == 0


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        pytest.param("take", Ruling.SUPPORTED, id="with-the-only-reviewer"),
        pytest.param("sum", Ruling.NOT_A_CLAIM, id="no-claim-to-both"),
        pytest.param("row", Ruling.CONTRADICTED, id="nobody-has-voted"),
        pytest.param("question", Ruling.CONTRADICTED, id="a-skip-says-nothing"),
    ],
)
def test_a_decision_that_no_reviewer_is_against_needs_no_reason(
    claim: str, given: Ruling, db: Database, editor: Person
) -> None:
    votes = [label("k3", "take", "Dr A", SUPPORTED), label("k4", "sum", "Dr A", kind=Kind.OTHER)]
    label_all(db, [*votes, label("k5", "question", "Dr A", skipped=True)])

    assert decide_claim(db, editor, Decision("d1", IDS[claim], given), LATER).answer is given


def test_a_decision_that_another_made_meanwhile_is_not_overruled_unseen(db: Database, editor: Person) -> None:
    decide_all(db, [decision("d1", "cures", Ruling.SUPPORTED, "a", "Dr Chief")])

    with pytest.raises(InvalidDecision, match="Dr Chief decided this meanwhile"):
        decide_claim(db, editor, Decision("d2", IDS["cures"], Ruling.CONTRADICTED, "b"), LATER)

    decide_all(db, [decision("d3", "cures", None, "", "Dr Chief")])
    with pytest.raises(InvalidDecision, match="Dr Chief took the decision back meanwhile"):
        decide_claim(db, editor, Decision("d4", IDS["cures"], Ruling.CONTRADICTED, "b", "d1"), LATER)


def test_a_decided_unit_that_nobody_labelled_comes_into_the_dataset(db: Database) -> None:
    decide_all(db, [decision("d1", "thanks", Ruling.UNSUPPORTED), decision("d2", "header", Ruling.NOT_A_CLAIM)])

    assert IDS["thanks"] in [claim.claim_id for claim in labelled_claims(db)]
    assert IDS["header"] not in [claim.claim_id for claim in labelled_claims(db)]
    assert IDS["header"] in [claim.claim_id for claim in labelled_claims(db, Filters(every_label=True))]
    assert flags_in(db, "garlic", 1)[IDS["thanks"]] == (Flag.UNSUPPORTED,)


def test_a_dataset_of_a_moment_knows_only_decisions_until_then(db: Database) -> None:
    decide_all(
        db,
        [
            decision("d5", "cures", Ruling.SUPPORTED, "a"),
            decision("d9", "cures", Ruling.CONTRADICTED, "b"),
            decision("d12", "cures", None),
        ],
    )

    def final(minutes: int) -> tuple[Verdict | None, str]:
        (claim,) = labelled_claims(db, Filters(search="cures", as_of=NOON + timedelta(minutes=minutes)))
        return claim.final.verdict, claim.final.basis

    assert [final(minute) for minute in (4, 5, 11, 12)] == [
        (None, "disputed"),
        (SUPPORTED, "adjudicated"),
        (CONTRADICTED, "adjudicated"),
        (None, "disputed"),
    ]


def test_the_desk_is_another_after_a_decision(db: Database) -> None:
    before = last_change(db)

    decide_all(db, [decision("d200", "cures", Ruling.SUPPORTED, "a")])

    assert last_change(db) != before
    assert newest_change(db) == to_text(NOON + timedelta(minutes=200))


def revise(db: Database, old: str, new: str) -> None:
    text = GARLIC.text.replace(old, new)
    article = Article("garlic", GARLIC.title, text)
    add_revision(
        db, "garlic", article, [replace(c, text=c.span.cut(text), cues=()) for c in garlic_claims()], LATER, "r"
    )


def test_a_decision_goes_on_with_the_very_same_words_and_stays_behind_where_they_changed(db: Database) -> None:
    decide_all(
        db,
        [
            decision("d1", "cures", Ruling.SUPPORTED, "a"),
            decision("d2", "take", Ruling.CONTRADICTED, "b"),
            decision("d3", "sum", Ruling.CONTRADICTED, "c"),
            decision("d4", "sum", None),
        ],
    )

    revise(db, "4,000", "2,000")

    carried = decided_in(db, "garlic", 2)
    assert list(carried) == ["garlic/2@8-25"]
    made = carried["garlic/2@8-25"]
    assert (made.editor, made.rationale, made.is_carried) == ("Dr Ed", "a", True)
    assert made.decided_at == NOON + timedelta(minutes=1)
    (row,) = db.query("SELECT carried_from FROM adjudications WHERE claim_id = 'garlic/2@8-25'")
    assert row["carried_from"] == 1
    assert {claim.claim_id: claim.final.basis for claim in labelled_claims(db, Filters(articles=("garlic",)))} == {
        "garlic/2@8-25": "adjudicated",
        "garlic/2@26-50": "none",
        "garlic/2@51-70": "none",
    }


def test_a_decision_that_comes_after_its_article_was_revised_is_made_where_the_words_stand(
    db: Database, editor: Person
) -> None:
    decide_all(db, [decision("d1", "cures", Ruling.SUPPORTED, "a")])
    revise(db, "4,000", "2,000")
    late = Decision("d2", IDS["cures"], Ruling.CONTRADICTED, "b", "d1")

    for _ in range(2):
        assert decide_claim(db, editor, late, LATER).claim_id == "garlic/2@8-25"
    assert decide_claim(db, editor, Decision("d3", IDS["take"], Ruling.SUPPORTED), LATER).claim_id == IDS["take"]


def test_a_claim_that_was_merged_takes_no_decision_and_has_its_own_again_when_that_is_undone(
    db: Database, editor: Person
) -> None:
    decide_all(db, [decision("d1", "cures", Ruling.SUPPORTED, "a")])
    recut = merge_claims(db, editor, Press("m1", IDS["cures"]), IDS["take"], LATER)

    with pytest.raises(RetiredClaim, match="cut anew since"):
        decide_claim(db, editor, Decision("d2", IDS["cures"], Ruling.SUPPORTED, "a", "d1"), LATER)
    with pytest.raises(UnknownClaim, match="no claim nowhere"):
        decide_claim(db, editor, Decision("d3", "nowhere/1@2-3", Ruling.SUPPORTED), LATER)

    undo_recut(db, editor, Press("u1", recut.made[0]), "m1", LATER)

    assert decided(db) == (SUPPORTED, "adjudicated")


def test_what_another_editor_decided_of_a_merged_claim_is_not_undone_under_them(db: Database, editor: Person) -> None:
    (merged,) = merge_claims(db, editor, Press("m1", IDS["cures"]), IDS["take"], NOON).made
    decide_claim(db, add_person(db, "Dr Chief", NOON), Decision("d1", merged, Ruling.SUPPORTED), LATER)

    with pytest.raises(InvalidRecut, match="Dr Chief has decided on"):
        undo_recut(db, editor, Press("u1", merged), "m1", LATER)


def test_an_answer_after_a_decision_changes_nothing_of_it(db: Database, editor: Person) -> None:
    decide_claim(db, editor, Decision("d1", IDS["cures"], Ruling.SUPPORTED, "a"), LATER)

    answer_claim(db, add_person(db, "Dr C", NOON), Press("k9", IDS["cures"]), Answer(CONTRADICTED), LATER)

    assert decided(db) == (SUPPORTED, "adjudicated")
    assert flags_in(db, "garlic", 1)[IDS["cures"]] == (Flag.OPEN,)
    assert current_adjudication(db, IDS["cures"]) == record_of(db, IDS["cures"]).decisions[-1]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"key": "a key"}, "a decision's key has", id="key"),
        pytest.param({"rationale": "\ud800"}, "half a character", id="reason"),
        pytest.param({"decided_at": NOON.replace(tzinfo=None)}, "needs a time zone", id="time"),
    ],
)
def test_a_decision_checks_itself(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(InvalidLabel, match=reason):
        replace(decision("d1", "cures", Ruling.SUPPORTED), **fields)


@pytest.mark.parametrize(
    ("vote", "ruling", "says"),
    [
        pytest.param(label("k1", "cures", verdict=SUPPORTED), Ruling.SUPPORTED, False, id="the-same"),
        pytest.param(label("k1", "cures", verdict=SUPPORTED), Ruling.CONTRADICTED, True, id="another-verdict"),
        pytest.param(label("k1", "cures", verdict=SUPPORTED), Ruling.NOT_A_CLAIM, True, id="a-claim-to-them"),
        pytest.param(label("k1", "cures", kind=Kind.OTHER), Ruling.SUPPORTED, True, id="no-claim-to-them"),
        pytest.param(label("k1", "cures", kind=Kind.OTHER), Ruling.NOT_A_CLAIM, False, id="no-claim-to-both"),
        pytest.param(label("k1", "cures", skipped=True), Ruling.SUPPORTED, False, id="a-skip"),
        pytest.param(label("k1", "cures", kind=Kind.ADVICE), Ruling.SUPPORTED, False, id="only-a-kind"),
    ],
)
def test_a_reviewer_says_otherwise_or_not(vote: Label, ruling: Ruling, says: bool) -> None:
    assert disagrees(vote, ruling) is says


def test_a_decision_taken_back_leaves_the_verdict_to_the_votes() -> None:
    taken_back: Adjudication = decision("d1", "cures", None)

    assert final_verdict([label("k1", "cures", verdict=SUPPORTED)], taken_back).basis == "unanimous"
