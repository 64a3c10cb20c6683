"""What the browser sends becomes labels: each act once, on the claim it was meant for, under the right name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model import Adjudication, Ruling, Stance, Verdict
from annotator.storage.adjudications import insert_adjudication
from annotator.storage.answering import undoable_answers
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.labels import current_label, history
from annotator.storage.settings import set_evidence_rule
from annotator.ui.browser import review_data
from annotator.ui.outbox import apply_outbox
from tests.annotator.conftest import NOON, SmallDesk


def stored(desk: SmallDesk) -> list[tuple[str, str | None]]:
    return [(row["claim_id"], row["verdict"]) for row in desk.db["labels"].rows]


def test_the_same_answer_sent_twice_is_one_label(small_desk: SmallDesk) -> None:
    answer = small_desk.answer("k1", "supported")

    first = small_desk.send(answer)
    second = small_desk.send(answer)

    assert stored(small_desk) == [(small_desk.claims[0], "supported")]
    assert first.acks == second.acks


def test_a_growing_outbox_saves_each_item_once_and_in_order(small_desk: SmallDesk) -> None:
    items = [
        small_desk.answer(f"k{n}", verdict, n) for n, verdict in enumerate(["supported", "unsupported", "contradicted"])
    ]

    for upto in (1, 2, 3, 3):
        small_desk.send(*items[:upto])

    assert stored(small_desk) == list(
        zip(small_desk.claims, ["supported", "unsupported", "contradicted"], strict=False)
    )


def test_an_answer_lands_on_the_claim_it_names_whatever_is_on_the_screen_now(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("late", "contradicted", claim=2))

    assert stored(small_desk) == [(small_desk.claims[2], "contradicted")]


def test_an_acknowledgement_carries_the_label_with_what_it_still_needs(small_desk: SmallDesk) -> None:
    (ack,) = small_desk.send(small_desk.answer("k1", "supported")).acks

    assert ack["ok"]
    assert (ack["key"], ack["claim_id"]) == ("k1", small_desk.claims[0])
    assert (ack["label"]["verdict"], ack["label"]["missing"]) == ("supported", "a citation that supports it")


def test_what_an_editor_decided_is_told_with_the_answer_and_never_before(small_desk: SmallDesk) -> None:
    db, claim = small_desk.db, small_desk.claims[0]
    with writing(db):
        insert_adjudication(
            db, small_desk.other, Adjudication("d1", claim, small_desk.other.name, NOON, Ruling.CONTRADICTED, "Why.")
        )

    def told() -> list[str]:
        return list(review_data(db, small_desk.reviewer, "garlic", None)["decisions"])

    for item in (small_desk.item("n1", "note", rationale="hm"), small_desk.answer("s1", None, skipped=True)):
        (ack,) = small_desk.send(item).acks
        assert ack["ok"]
        assert "decision" not in ack
    assert told() == []

    (ack,) = small_desk.send(small_desk.answer("k1", "supported")).acks

    assert ack["decision"] == {"editor": small_desk.other.name, "answer": "contradicted", "rationale": "Why."}
    assert told() == [claim]


DEEP = json.loads("[" * 900 + "]" * 900)
HALF = "\ud800"


def refusals(desk: SmallDesk) -> dict[str, Any]:
    answer = desk.answer("bad", "supported")
    cited: dict[str, Any] = {"type": "doi", "identifier": "10.1000/182", "stance": "supports", "quote": "", "place": ""}
    return {
        "another-desk": answer | {"desk": "0" * 32},
        "another-name": answer | {"person": desk.other.id},
        "no-such-claim": answer | {"claim_id": "garlic/1@0-3"},
        "no-such-verdict": desk.answer("bad", "true"),
        "no-such-kind": desk.answer("bad", None, kind="poem"),
        "no-such-act": desk.item("bad", "delete"),
        "no-claim-at-all": {name: value for name, value in answer.items() if name != "claim_id"},
        "no-answer-at-all": desk.item("bad", "answer"),
        "an-answer-that-is-text": desk.item("bad", "answer", answer="supported"),
        "a-time-that-is-none": answer | {"at": "yesterday"},
        "a-time-without-a-zone": answer | {"at": "2026-11-23T12:00:00"},
        "a-key-with-punctuation": answer | {"key": "'; DROP TABLE labels; --"},
        "an-undo-of-nothing": desk.item("bad", "undo", undoes="nothing"),
        "a-source-that-is-none": desk.item("bad", "cite", identifier="a friend told me", stance="supports"),
        "a-stance-that-is-none": desk.item("bad", "cite", identifier="10.1000/182", stance="maybe"),
        "a-strength-that-is-none": desk.item("bad", "cite", **cited | {"identifier": "PMC123", "strength": "strong"}),
        "a-weight-that-is-none": desk.item("bad", "weigh", citation=cited, strength="heavy"),
        "a-weight-of-nothing": desk.item("bad", "weigh", citation=7, strength="cohort"),
        "a-note-without-end": desk.item("bad", "note", rationale="x" * 20_001),
        "a-bare-number": desk.item("bad", "cite", identifier="1234567", stance="supports"),
        "a-time-before-time": answer | {"at": "0001-01-01T00:00:00+14:00"},
        "a-time-that-is-a-number": answer | {"at": 5},
        "half-a-character-in-the-claim": answer | {"claim_id": HALF},
        "half-a-character-in-the-key": answer | {"key": HALF},
        "half-a-character-in-a-note": desk.item("bad", "note", rationale=f"a{HALF}"),
        "half-a-character-in-a-quote": desk.item("bad", "cite", **cited | {"quote": HALF}),
        "half-a-character-in-a-place": desk.item("bad", "uncite", citation=cited | {"place": HALF}),
        "half-a-character-in-a-source": desk.item("bad", "cite", **cited | {"identifier": f"https://a.org/{HALF}"}),
        "half-a-character-in-an-undo": desk.item("bad", "undo", undoes=HALF),
        "lists-in-lists": desk.item("bad", "note", confidence=DEEP),
        "a-note-that-is-no-text": desk.item("bad", "note", rationale={}),
        "no-item-at-all": None,
        "an-item-that-is-text": "answer",
    }


@pytest.mark.parametrize(
    "name",
    [
        "another-desk",
        "another-name",
        "no-such-claim",
        "no-such-verdict",
        "no-such-kind",
        "no-such-act",
        "no-claim-at-all",
        "no-answer-at-all",
        "an-answer-that-is-text",
        "a-time-that-is-none",
        "a-time-without-a-zone",
        "a-key-with-punctuation",
        "an-undo-of-nothing",
        "a-source-that-is-none",
        "a-stance-that-is-none",
        "a-note-without-end",
        "a-bare-number",
        "a-time-before-time",
        "a-time-that-is-a-number",
        "half-a-character-in-the-claim",
        "half-a-character-in-the-key",
        "half-a-character-in-a-note",
        "half-a-character-in-a-quote",
        "half-a-character-in-a-place",
        "half-a-character-in-a-source",
        "half-a-character-in-an-undo",
        "lists-in-lists",
        "a-note-that-is-no-text",
        "no-item-at-all",
        "an-item-that-is-text",
    ],
)
def test_a_bad_item_is_refused_with_its_reason_and_the_others_stand(small_desk: SmallDesk, name: str) -> None:
    bad = refusals(small_desk)[name]

    acks = small_desk.send(small_desk.answer("k1", "supported"), bad, small_desk.answer("k2", "contradicted", 1)).acks

    assert [ack["ok"] for ack in acks] == [True, False, True]
    assert acks[1]["reason"]
    assert "\n" not in acks[1]["reason"]
    assert stored(small_desk) == [(small_desk.claims[0], "supported"), (small_desk.claims[1], "contradicted")]


@pytest.mark.parametrize("name", ["rationale", "search_note", "quote", "place"])
def test_half_a_character_is_refused_in_plain_words(small_desk: SmallDesk, name: str) -> None:
    do = "cite" if name in ("quote", "place") else "note"

    (ack,) = small_desk.send(small_desk.item("k", do, identifier="PMC1", stance="context") | {name: HALF}).acks

    assert ack["reason"].endswith("holds half a character: type it again")


def test_a_citation_without_quote_and_place_has_empty_ones(small_desk: SmallDesk) -> None:
    cite = small_desk.item("k", "cite", identifier="PMC1", stance="context", quote=None, place=None)

    (ack,) = small_desk.send(cite).acks

    (citation,) = ack["label"]["citations"]
    assert (citation["quote"], citation["place"]) == ("", "")


def test_a_key_used_for_one_label_is_refused_for_another(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("k1", "supported"))

    (ack,) = small_desk.send(small_desk.answer("k1", "supported", claim=1)).acks

    assert not ack["ok"]
    assert len(stored(small_desk)) == 1


def test_a_locked_database_keeps_the_whole_message_waiting(small_desk: SmallDesk) -> None:
    with open_database(small_desk.path, busy_seconds=0.05) as impatient:
        small_desk.db.conn.execute("BEGIN IMMEDIATE")
        receipt = apply_outbox(impatient, small_desk.reviewer, [small_desk.answer("k1", "supported")], NOON)
        small_desk.db.conn.execute("ROLLBACK")
        assert receipt.acks == ()
        assert "locked" in receipt.trouble
        again = apply_outbox(impatient, small_desk.reviewer, [small_desk.answer("k1", "supported")], NOON)

    assert [ack["ok"] for ack in again.acks] == [True]


def test_undo_names_the_answer_it_takes_back(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("k1", "supported"), small_desk.answer("k2", "contradicted"))

    (first,) = small_desk.send(small_desk.item("u2", "undo", undoes="k2")).acks
    (second,) = small_desk.send(small_desk.item("u1", "undo", undoes="k1")).acks

    assert first["label"]["verdict"] == "supported"
    assert second["label"]["verdict"] is None
    assert len(history(small_desk.db, small_desk.claims[0])) == 4


def test_undo_keeps_the_evidence_that_was_typed_since(small_desk: SmallDesk) -> None:
    small_desk.send(
        small_desk.answer("k1", "supported"),
        small_desk.item("c1", "cite", identifier="doi:10.1000/182", stance="supports", quote="It does."),
        small_desk.item("n1", "note", rationale="Seen it."),
        small_desk.item("u1", "undo", undoes="k1"),
    )

    label = current_label(small_desk.db, small_desk.claims[0], small_desk.reviewer)
    assert label is not None
    assert label.verdict is None
    assert label.evidence.rationale == "Seen it."
    assert [citation.quote for citation in label.evidence.citations] == ["It does."]


def test_undo_of_an_answer_given_again_elsewhere_is_refused(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("tab1", "supported"), small_desk.answer("tab2", "contradicted"))

    (ack,) = small_desk.send(small_desk.item("u", "undo", undoes="tab1")).acks

    assert not ack["ok"]
    assert ack["label"]["verdict"] == "contradicted"


def test_nobody_undoes_the_answer_of_another(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("k1", "supported"))
    theirs = small_desk.item("u", "undo", undoes="k1") | {"person": small_desk.other.id}

    (ack,) = small_desk.send(theirs, person=small_desk.other).acks

    assert not ack["ok"]


def test_an_answer_undone_once_cannot_be_undone_again(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.answer("k1", "supported"), small_desk.item("u1", "undo", undoes="k1"))

    (ack,) = small_desk.send(small_desk.item("u2", "undo", undoes="k1")).acks

    assert not ack["ok"]


def test_what_can_be_undone_reaches_back_across_claims_newest_last(small_desk: SmallDesk) -> None:
    small_desk.send(*(small_desk.answer(f"k{n}", "supported", n) for n in range(3)))
    small_desk.send(small_desk.item("u", "undo", 2, undoes="k2"), small_desk.answer("k3", "contradicted", 0))

    undoable = undoable_answers(small_desk.db, small_desk.reviewer)

    first, second = small_desk.claims[:2]
    assert [(one.key, one.claim_id, one.before.verdict) for one in undoable] == [
        ("k0", first, None),
        ("k1", second, None),
        ("k3", first, "supported"),
    ]
    assert undoable_answers(small_desk.db, small_desk.reviewer, limit=1) == undoable[-1:]


def test_an_answer_keeps_the_evidence_and_evidence_keeps_the_answer(small_desk: SmallDesk) -> None:
    small_desk.send(
        small_desk.item("c1", "cite", identifier="PMID: 123", stance="contradicts", quote="No.", place="p. 3"),
        small_desk.answer("k1", "contradicted"),
        small_desk.item("n1", "note", search_note="PubMed", confidence="high"),
    )

    label = current_label(small_desk.db, small_desk.claims[0], small_desk.reviewer)
    assert label is not None
    assert label.verdict is Verdict.CONTRADICTED
    assert not label.is_open
    (citation,) = label.evidence.citations
    assert (citation.source.identifier, citation.stance, citation.place) == ("123", Stance.CONTRADICTS, "p. 3")
    assert (label.evidence.search_note, label.evidence.confidence) == ("PubMed", "high")


def test_the_same_source_typed_differently_is_one_source_and_one_citation(small_desk: SmallDesk) -> None:
    for key, typed in (("c1", "doi:10.1000/ABC"), ("c2", "https://doi.org/10.1000/abc")):
        small_desk.send(small_desk.item(key, "cite", identifier=typed, stance="supports"))

    assert small_desk.db["sources"].count == 1
    label = current_label(small_desk.db, small_desk.claims[0], small_desk.reviewer)
    assert label is not None
    assert len(label.evidence.citations) == 1


def test_a_citation_is_taken_off_by_what_it_says(small_desk: SmallDesk) -> None:
    for key, quote in (("c1", "one"), ("c2", "two")):
        small_desk.send(small_desk.item(key, "cite", identifier="PMC123", stance="context", quote=quote))
    (ack,) = small_desk.send(
        small_desk.item(
            "x",
            "uncite",
            citation={"type": "pmcid", "identifier": "PMC123", "stance": "context", "quote": "one", "place": ""},
        )
    ).acks

    assert [citation["quote"] for citation in ack["label"]["citations"]] == ["two"]


def test_a_citation_has_the_strength_it_was_given_and_another_strength_is_another_citation(
    small_desk: SmallDesk,
) -> None:
    cited = {"type": "pmcid", "identifier": "PMC123", "stance": "context", "quote": "", "place": ""}
    for key, strength in (("c1", "cohort"), ("c2", ""), ("c3", "opinion")):
        small_desk.send(small_desk.item(key, "cite", identifier="PMC123", stance="context", strength=strength))
    (ack,) = small_desk.send(small_desk.item("x", "uncite", citation=cited | {"strength": "cohort"})).acks

    assert [citation["strength"] for citation in ack["label"]["citations"]] == [None, "opinion"]


def test_a_citation_is_weighed_in_its_place(small_desk: SmallDesk) -> None:
    for key, typed in (("c1", "PMC123"), ("c2", "PMC456")):
        small_desk.send(small_desk.item(key, "cite", identifier=typed, stance="context", quote="q"))
    first = {"type": "pmcid", "identifier": "PMC123", "stance": "context", "quote": "q", "place": "", "strength": ""}

    (given,) = small_desk.send(small_desk.item("w1", "weigh", citation=first, strength="cohort")).acks
    (taken,) = small_desk.send(
        small_desk.item("w2", "weigh", citation=first | {"strength": "cohort"}, strength="")
    ).acks

    shown = [
        [(c["identifier"], c["strength"], c["shown"]) for c in ack["label"]["citations"]] for ack in (given, taken)
    ]
    assert shown == [
        [("PMC123", "cohort", "PMC123"), ("PMC456", None, "PMC456")],
        [("PMC123", None, "PMC123"), ("PMC456", None, "PMC456")],
    ]


def test_a_confidence_can_be_taken_back(small_desk: SmallDesk) -> None:
    small_desk.send(small_desk.item("n1", "note", confidence="low"))

    (ack,) = small_desk.send(small_desk.item("n2", "note", confidence=None)).acks

    assert ack["label"]["confidence"] is None


def test_a_strict_desk_refuses_a_verdict_without_its_evidence(small_desk: SmallDesk) -> None:
    set_evidence_rule(small_desk.db, "strict")

    bare, cited, answered, stripped = small_desk.send(
        small_desk.answer("k1", "supported"),
        small_desk.item("c1", "cite", identifier="NCT01234567", stance="supports"),
        small_desk.answer("k2", "supported"),
        small_desk.item(
            "x",
            "uncite",
            citation={"type": "nct", "identifier": "NCT01234567", "stance": "supports", "quote": "", "place": ""},
        ),
    ).acks

    assert [bare["ok"], cited["ok"], answered["ok"], stripped["ok"]] == [False, True, True, False]
    assert "a citation that supports it" in bare["reason"]


def test_undo_on_a_strict_desk_brings_no_verdict_back_whose_evidence_is_gone(small_desk: SmallDesk) -> None:
    set_evidence_rule(small_desk.db, "strict")

    *before, undo = small_desk.send(
        small_desk.item("n1", "note", search_note="PubMed"),
        small_desk.answer("k1", "unsupported"),
        small_desk.item("c1", "cite", identifier="PMID 123", stance="supports"),
        small_desk.answer("k2", "supported"),
        small_desk.item("n2", "note", search_note=""),
        small_desk.item("u2", "undo", undoes="k2"),
    ).acks

    assert [ack["ok"] for ack in before] == [True] * 5
    assert (undo["ok"], undo["label"]["verdict"]) == (False, "supported")
    assert "add a search note first" in undo["reason"]


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), "3", None, 1e9, 10**400])
def test_an_impossible_time_on_a_claim_is_left_out(small_desk: SmallDesk, seconds: object) -> None:
    small_desk.send(small_desk.answer("k1", "supported") | {"seconds": seconds})

    assert [row["seconds_spent"] for row in small_desk.db["labels"].rows] == [None]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["supported", "unsupported", "contradicted", None, "undo"]),
        st.integers(0, 2),
        st.integers(0, 30),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, cuts=st.lists(st.integers(0, 12), max_size=4))
def test_however_messages_overlap_the_labels_are_those_of_one_message(
    tmp_path_factory: pytest.TempPathFactory,
    small_desk: SmallDesk,
    acts: list[tuple[str | None, int, int]],
    cuts: list[int],
) -> None:
    def items() -> list[dict[str, Any]]:
        made = []
        for n, (act, claim, other) in enumerate(acts):
            if act == "undo":
                made.append(small_desk.item(f"k{n}", "undo", claim, undoes=f"k{other % max(n, 1)}"))
            else:
                made.append(small_desk.answer(f"k{n}", act, claim))
        return made

    def outcome(messages: list[list[dict[str, Any]]]) -> list[tuple[Any, ...]]:
        path = tmp_path_factory.mktemp("desk") / "desk.db"
        prepare_database(path)
        with open_database(path) as db:
            small_desk.db.conn.backup(db.conn)
            for message in messages:
                apply_outbox(db, small_desk.reviewer, message, NOON)
            return list(db.execute("SELECT key, claim_id, verdict, skipped, change FROM labels ORDER BY id").fetchall())

    every = items()
    at_once = outcome([every])
    overlapping = outcome([every[:upto] for upto in sorted(cuts)] + [every])

    assert overlapping == at_once
    assert len({row[0] for row in at_once}) == len(at_once)


ODD_TEXT = st.text(st.characters(), max_size=8) | st.sampled_from([HALF, "k1", "\x00", "0001-01-01T00:00:00+14:00"])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | ODD_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD_TEXT, inner, max_size=3),
    max_leaves=6,
)
PARTS = ("key", "do", "desk", "person", "claim_id", "at", "seconds", "answer", "undoes", "identifier", "stance")
MORE_PARTS = ("quote", "place", "citation", "rationale", "search_note", "confidence")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    do=st.sampled_from(["answer", "undo", "cite", "uncite", "note"]),
    changes=st.dictionaries(st.sampled_from(PARTS + MORE_PARTS), JUNK, max_size=3),
    junk=JUNK,
)
def test_whatever_the_page_sends_each_item_is_answered(
    small_desk: SmallDesk, do: str, changes: dict[str, Any], junk: Any
) -> None:
    item = small_desk.answer("k1", "supported") | {"do": do, "undoes": "k0", "identifier": "PMC1", "stance": "context"}

    receipt = small_desk.send(item | changes, junk)

    assert (len(receipt.acks), receipt.trouble) == (2, "")
    json.dumps(receipt.acks, ensure_ascii=False).encode()
