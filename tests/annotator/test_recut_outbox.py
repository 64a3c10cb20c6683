"""Merges and splits that the browser sends: each lands once, and a label that comes too late is told so, never lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator.storage.articles import claims_of
from annotator.storage.connection import open_database
from annotator.storage.labels import history
from annotator.ui.browser import review_data
from annotator.ui.outbox import apply_outbox
from tests.annotator.conftest import NOON, SENTENCES, SmallDesk


def words(desk: SmallDesk) -> list[str]:
    return [unit.claim.text for unit in claims_of(desk.db, "garlic", 1)]


def merge(desk: SmallDesk, key: str = "m1", claim: int = 0) -> dict[str, Any]:
    return desk.item(key, "merge", claim, next=desk.claims[claim + 1])


def split(desk: SmallDesk, key: str = "s1", point: object = 9, claim: int = 1) -> dict[str, Any]:
    return desk.item(key, "split", claim, point=point)


def test_a_merge_a_split_and_their_undoing_are_acknowledged_with_what_they_made(small_desk: SmallDesk) -> None:
    first, second = small_desk.claims[:2]
    (merged,) = small_desk.send(merge(small_desk)).acks
    whole = f"garlic/1@0-{second.rpartition('-')[2]}"
    assert merged["recut"] == {"act": "merge", "retired": [first, second], "made": [whole]}
    assert words(small_desk)[0] == f"{SENTENCES[0]} {SENTENCES[1]}"
    (undone,) = small_desk.send(small_desk.item("u1", "unrecut", undoes="m1") | {"claim_id": whole}).acks
    assert undone["recut"] == {"act": "undo", "retired": [whole], "made": [first, second]}
    (parted,) = small_desk.send(split(small_desk)).acks
    assert parted["recut"]["retired"] == [second]
    assert words(small_desk)[1:3] == ["Vitamin D", "4,000 IU daily cut colds by 42%. 💊"]
    assert json.dumps([merged, undone, parted])


def test_sent_twice_or_to_a_desk_started_anew_it_is_one_recut(small_desk: SmallDesk) -> None:
    items = [small_desk.answer("a1", "supported"), merge(small_desk)]
    first = small_desk.send(*items)
    with open_database(small_desk.path) as db:
        again = apply_outbox(db, small_desk.reviewer, items, NOON)
    assert again.acks == first.acks
    assert small_desk.db.execute("SELECT count(*) FROM recuts").fetchone() == (1,)


def test_a_label_that_comes_too_late_is_refused_with_who_did_what(small_desk: SmallDesk) -> None:
    small_desk.send(merge(small_desk) | {"person": small_desk.other.id}, person=small_desk.other)
    acks = small_desk.send(
        small_desk.answer("a1", "contradicted"),
        small_desk.item("c1", "cite", identifier="10.1000/xyz123", stance="supports", quote="It does."),
        small_desk.answer("a2", "supported", claim=2),
    ).acks
    assert [(ack["ok"], ack.get("gone")) for ack in acks] == [(False, True), (False, True), (True, None)]
    assert acks[0]["reason"] == "this claim was merged with another by Dr B. Answer what stands there now"
    small_desk.send(small_desk.item("s9", "split", 2, point=9))
    (late,) = small_desk.send(small_desk.answer("a3", "supported", claim=2)).acks
    assert "was split by Dr A" in late["reason"]


def test_of_two_who_cut_the_same_unit_anew_the_second_is_told(small_desk: SmallDesk) -> None:
    small_desk.send(merge(small_desk))
    (ack,) = small_desk.send(split(small_desk) | {"person": small_desk.other.id}, person=small_desk.other).acks
    assert (ack["ok"], ack["gone"]) == (False, True)
    assert ack["reason"] == "this unit was cut anew since: look at what stands there now"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        pytest.param({"do": "split", "point": 0}, "choose a point between two words", id="at its start"),
        pytest.param({"do": "split", "point": "3"}, "unreadable", id="a point that is text"),
        pytest.param({"do": "split", "point": True}, "unreadable", id="a point that is a truth"),
        pytest.param({"do": "split", "point": 10**30}, "choose a point", id="a point beyond all bounds"),
        pytest.param({"do": "split"}, "unreadable", id="no point"),
        pytest.param({"do": "merge", "next": None}, "unreadable", id="no neighbour"),
        pytest.param({"do": "merge", "next": "\ud800"}, "unreadable", id="half a character"),
        pytest.param({"do": "unrecut", "undoes": "nothing"}, "no such merge or split", id="an undo of nothing"),
    ],
)
def test_a_recut_that_cannot_be_is_refused_and_the_rest_stands(
    small_desk: SmallDesk, more: dict[str, Any], says: str
) -> None:
    acks = small_desk.send(small_desk.item("bad", "merge") | more, small_desk.answer("a1", "supported", claim=2)).acks
    assert [ack["ok"] for ack in acks] == [False, True]
    assert says in acks[0]["reason"]
    assert words(small_desk) == list(SENTENCES)


def test_undo_goes_back_through_answers_and_recuts_in_their_order(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("a1", "supported", claim=2))
    small_desk.send(merge(small_desk))
    (whole,) = (unit.id for unit in claims_of(small_desk.db, "garlic", 1)[:1])
    small_desk.send(small_desk.answer("a2", "supported") | {"claim_id": whole})
    data = review_data(small_desk.db, small_desk.reviewer, "garlic", None)
    assert [(act["key"], act["act"], act["made"]) for act in data["undo"]] == [
        ("a1", "answer", []),
        ("m1", "merge", [whole]),
        ("a2", "answer", []),
    ]


def test_within_one_message_the_time_of_the_key_press_gives_the_order(small_desk: SmallDesk) -> None:
    items = [small_desk.answer("a1", "supported", claim=2), merge(small_desk), small_desk.answer("a2", "supported", 3)]
    small_desk.send(*(item | {"at": f"2026-11-23T12:00:0{at}Z"} for at, item in enumerate(items)))
    data = review_data(small_desk.db, small_desk.reviewer, "garlic", None)
    assert [act["key"] for act in data["undo"]] == ["a1", "m1", "a2"]


def test_the_pane_learns_what_stands_where_a_claim_stood_and_who_else_has_labelled(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("a1", "supported") | {"person": small_desk.other.id}, person=small_desk.other)
    small_desk.send(small_desk.answer("a2", "supported", claim=3))
    small_desk.send(small_desk.item("u", "undo", 3, undoes="a2"))
    data = review_data(small_desk.db, small_desk.reviewer, "garlic", None)
    assert (data["labelled"], data["replaced"]) == ([small_desk.claims[0]], {})
    small_desk.send(split(small_desk))
    data = review_data(small_desk.db, small_desk.reviewer, "garlic", None)
    assert data["replaced"] == {small_desk.claims[1]: [unit["id"] for unit in data["units"][1:3]]}
    assert len(history(small_desk.db, small_desk.claims[0])) == 1
