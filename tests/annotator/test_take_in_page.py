"""Labelled data on the Articles page: how it is read, what would come of it, and what came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.ui.take_in_sheet import refused_csv
from tests.annotator.elsewhere.files import CORPUS, GARLIC, HEALTHVER, SCIFACT, VITAMIN
from tests.annotator.elsewhere.test_readers import TABLE
from tests.annotator.pages import page, words
from tests.desks import NOON

BAD_WORD = HEALTHVER.replace("Neutral,2", "*Neutral*,2").encode()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
    return path


def given(*files: tuple[str, bytes]) -> AppTest:
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Labelled data").run()
    test.file_uploader(key="take_in_files").set_value([(name, content, "") for name, content in files]).run()
    assert not test.exception
    return test


def rows(values: list[Any]) -> bytes:
    return "".join(f"{json.dumps(value)}\n" for value in values).encode()


def lines(test: AppTest) -> list[str]:
    return [each.value for each in test.text]


def boxes(test: AppTest) -> dict[str, Any]:
    return {each.label: each for each in test.selectbox}


def press(test: AppTest, label: str) -> AppTest:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception
    return test


def counts(desk: Path) -> tuple[int, int]:
    with open_database(desk) as db:
        return db["claims"].count, db["labels"].count


def test_a_file_is_shown_as_it_would_be_taken_in_and_then_taken_in(desk: Path) -> None:
    test = given(("dev.csv", BAD_WORD))

    assert boxes(test)["Format"].value.name == "healthver"
    assert boxes(test)["\\*Neutral\\* (1)"].value == "unsupported"  # its stars are no Markdown
    assert "2 articles, 2 claims and 2 labels by HealthVer would be taken in; 0 refused, of 3 read." in lines(test)
    told = " ".join(words(test, "take_in_claims").split())
    assert f"{VITAMIN} ✗ Contradicted HealthVer Contradicts: “Incidence did not differ.”" in told
    assert counts(desk) == (0, 0)

    press(test, "Take in dev.csv")

    assert "2 articles, 2 claims and 2 labels by HealthVer taken in from dev.csv; 0 refused, of 3 read." in lines(test)
    assert counts(desk) == (2, 2)
    assert test.expander[0].proto.expanded

    press(test, "Read it again")

    assert lines(test)[1] == (
        "0 articles, 0 claims and 0 labels would be taken in; on the desk already: 2 claims, 2 labels; 0 refused, of 3"
        " read."
    )
    assert next(each for each in test.button if each.label == "Take in dev.csv").disabled


def test_a_label_word_that_nobody_knows_is_asked_about(desk: Path) -> None:
    test = given(("t.csv", TABLE.split("Vitamin")[0].encode()))

    assert boxes(test)["mostly false (1)"].value is None
    assert "What cannot be taken in: 1." in lines(test)
    assert "nobody said what the label 'mostly false' means" in words(test, "take_in_refused")

    boxes(test)["mostly false (1)"].set_value("contradicted").run()
    boxes(test)["Time"].set_value("day").run()

    assert "1 article, 1 claim and 2 labels by Dr A would be taken in; 0 refused, of 2 read." in lines(test)
    press(test, "Take in t.csv")
    with open_database(desk) as db:
        assert [row["verdict"] for row in db["labels"].rows] == ["contradicted", "supported"]


def test_each_reason_is_told_once_with_its_lines(desk: Path) -> None:
    same = "".join(f"{GARLIC} {at};*maybe*\n" for at in range(7))
    others = "".join(f"{VITAMIN} {at};word {at}\n" for at in range(101))
    test = given(("t.csv", f"claim;label\n{same}{others}".encode()))

    told = " ".join(words(test, "take_in_refused").split())
    assert "2, 3, 4, 5, 6 and 2 more nobody said what the label '*maybe*' means" in told
    assert told.endswith("And 2 more reasons.")
    assert "What cannot be taken in: 108." in lines(test)
    assert [each.value for each in test.caption if "more: is this the right column?" in each.value]


def test_the_columns_are_offered_by_their_names_and_the_claims_is_asked_for(desk: Path) -> None:
    test = given(("t.csv", f"x;y\n{GARLIC};true\n".encode()))

    assert "Choose the column that holds the claim." in lines(test)
    assert GARLIC in words(test, "take_in_rows")
    boxes(test)["Claim"].set_value("x").run()
    assert "1 article, 1 claim and 0 labels would be taken in; 0 refused, of 1 read." in lines(test)


def test_sentences_and_the_kind_of_bare_numbers_are_given_beside(desk: Path) -> None:
    test = given(("corpus.jsonl", rows(CORPUS)), ("claims.jsonl", rows(SCIFACT)))
    boxes(test)["Bare numbers are"].set_value("pmid").run()
    test.text_input[0].set_value("Dr B").run()
    press(test, "Take in claims.jsonl")

    with open_database(desk) as db:
        assert [row["shown"] for row in db["sources"].rows] == ["PMID 31452104", "PMID 7"]
        assert [row["name"] for row in db["people"].rows] == ["Dr A", "Dr B"]
        assert [row["quote"] for row in db["citations"].rows] == ["Incidence did not differ.", "Garlic, reviewed"]


def test_a_header_in_other_letters_is_told_and_the_letters_can_be_chosen(desk: Path) -> None:
    test = given(("t.csv", f"claim,label,Médecin\n{GARLIC},true,Dr É\n".encode("cp1252")))

    assert lines(test) == [
        "t.csv: its first line is not UTF-8: save the file as UTF-8, or say that it is cp1252",
    ]
    boxes(test)["Letters are in"].set_value("cp1252").run()
    assert not test.exception
    boxes(test)["Reviewer"].set_value("Médecin").run()
    assert "1 article, 1 claim and 1 label by Dr É would be taken in; 0 refused, of 1 read." in lines(test)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(rows([{"text": GARLIC, "label": ["\ud800"]}]), "its label holds half", id="label-word"),
        pytest.param(
            rows([{"claim": GARLIC, "label": "true", "x\ud800": 1}, {"claim": "a"}]), "a name in it", id="name"
        ),
        pytest.param(rows([{"claim": GARLIC, "label": "true", "x": "\ud800"}]), "", id="other-cell"),
        pytest.param(
            rows([{"claim": GARLIC, "label": "true", "reviewer": "\ud800"}]), "its reviewer holds", id="reviewer"
        ),
        pytest.param(rows([{"text": GARLIC, "label": ["true"], "user": "\ud800"}]), "half a character", id="user"),
        pytest.param(
            rows([{"text": GARLIC, "label": ["true"], "comments": ["\ud800"]}]), "half a character", id="comment"
        ),
    ],
)
def test_half_a_character_anywhere_is_a_bad_row_and_breaks_no_page(desk: Path, content: bytes, told: str) -> None:
    test = given(("a.jsonl", content))

    assert told in words(test, "take_in_refused")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param([("corpus.jsonl", rows(CORPUS))], "These files hold only the sentences", id="no-claims"),
        pytest.param([("a.json", b"[")], "a.json: it is no JSON, or was cut short", id="cut-short"),
        pytest.param([("a.jsonl", b'{"schema": "claims/1"}')], "a.jsonl: this is an export of ours", id="ours"),
    ],
)
def test_what_cannot_be_read_is_told(desk: Path, files: list[tuple[str, bytes]], told: str) -> None:
    assert lines(given(*files))[0].startswith(told)


def test_what_was_refused_is_a_csv_file_that_runs_no_formula() -> None:
    assert refused_csv([(3, "=1+1"), (4, 'a "b"')]).decode("utf-8-sig").splitlines() == [
        "line,reason",
        "3,'=1+1",
        '4,"a ""b"""',
    ]
