"""What the Decision part of a claim's page is given, and what becomes of what it sends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.model import Person, Ruling, Verdict
from annotator.storage.adjudications import adjudications_on
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.storage.records import record_of
from annotator.storage.settings import desk_id
from annotator.ui.deciding import Outcome, apply_decision, decision_data
from tests.annotator.pages import page, words
from tests.desks import GARLIC, IDS, NOON, decide_all, decision, desk_in_memory, garlic_claims, label, label_all

VOTES = [label("k1", "cures", "Dr A", Verdict.SUPPORTED), label("k2", "cures", "Dr B", Verdict.CONTRADICTED)]


@pytest.fixture
def db() -> Database:
    db = desk_in_memory()
    label_all(db, VOTES)
    return db


@pytest.fixture
def editor(db: Database) -> Person:
    return add_person(db, "Dr Ed", NOON)


def pressed(db: Database, editor: Person, **fields: Any) -> dict[str, Any]:
    """What the browser sends when the editor decides."""
    common = {"key": "d1", "desk": desk_id(db), "person": editor.id, "claim_id": IDS["cures"], "seen": ""}
    return common | {"answer": "contradicted", "rationale": "Because."} | fields


def test_what_was_pressed_is_kept_once_however_often_it_comes(db: Database, editor: Person) -> None:
    given = pressed(db, editor)

    assert [apply_decision(db, editor, given, NOON) for _ in range(3)] == [Outcome("d1")] * 3

    (made,) = adjudications_on(db, IDS["cures"])
    assert (made.answer, made.rationale, made.editor) == (Ruling.CONTRADICTED, "Because.", "Dr Ed")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"rationale": " "}, "Not kept. Dr A says otherwise: say why.", id="without-its-reason"),
        pytest.param({"desk": "0" * 32}, "Not kept. This was decided on another desk's page", id="another-desk"),
        pytest.param({"person": 99}, "Not kept. This was decided under another name", id="another-name"),
        pytest.param({"claim_id": "x/1@2-3"}, "Not kept. There is no claim x/1@2-3", id="no-such-claim"),
        pytest.param({"answer": "mixed"}, "something unreadable", id="no-such-answer"),
        pytest.param({"rationale": 7}, "something unreadable", id="a-number-for-a-reason"),
        pytest.param({"rationale": "\ud800"}, "half a character", id="half-a-character"),
        pytest.param({"key": "a key"}, "a decision's key has", id="a-bad-key"),
        pytest.param({"answer": None}, "no decision on this claim to take back", id="nothing-to-take-back"),
    ],
)
def test_what_cannot_be_kept_says_why_in_one_line(
    fields: dict[str, Any], says: str, db: Database, editor: Person
) -> None:
    outcome = apply_decision(db, editor, pressed(db, editor, **fields), NOON)

    assert says.lower() in outcome.trouble.lower()
    assert "\n" not in outcome.trouble
    assert db["adjudications"].count == 0


def test_the_part_knows_what_holds_and_who_would_say_otherwise(db: Database, editor: Person) -> None:
    decide_all(db, [decision("d7", "cures", Ruling.SUPPORTED, "a")])

    data = decision_data(db, editor, record_of(db, IDS["cures"]), Outcome("d7"))

    assert (data["seen"], data["answer"], data["done"]) == ("d7", "supported", {"key": "d7", "trouble": ""})
    assert data["against"] == {
        "supported": ["Dr B"],
        "unsupported": ["Dr A", "Dr B"],
        "contradicted": ["Dr A"],
        "not_a_claim": ["Dr A", "Dr B"],
    }


def test_pages_tell_what_was_decided_by_whom_and_why_and_keep_it_in_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_DB", str(tmp_path / "desk.db"))
    prepare_database(tmp_path / "desk.db")
    with open_database(tmp_path / "desk.db") as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
        label_all(db, VOTES)
        decide_all(db, [decision("d7", "cures", Ruling.CONTRADICTED, "<b>So</b> it is", "*Ed*")])

    claim, flagged = page("claim", claim=IDS["cures"]), page("flagged")

    assert not claim.exception
    assert "✗  Contradicted   decided by  *Ed*" in words(claim, "claim_head")
    assert "<b>So</b> it is" in words(claim, "claim_head")
    assert "Final verdict: ✗ Contradicted Reason: <b>So</b> it is" in words(claim, "claim_sheet")
    assert "decided by  *Ed*" in words(flagged, "flagged_table")

    with open_database(tmp_path / "desk.db") as db:
        decide_all(db, [decision("d8", "cures", None, "", "*Ed*")])
    again = page("claim", claim=IDS["cures"])

    assert "None: reviewers differ" in words(again, "claim_head")
    assert "took the decision back" in words(again, "claim_sheet")
