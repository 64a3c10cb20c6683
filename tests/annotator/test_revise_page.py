"""The New version page: the comparison before anything is written, one button, and the revisions there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database
from streamlit.testing.v1 import AppTest

from annotator.model import Answer, Label, Verdict
from annotator.storage.articles import add_article, article_revision, claims_of
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.labels import current_labels_in
from annotator.storage.people import person_named
from annotator.storage.records import record_of
from annotator.storage.revising import add_revision
from annotator.ui.claim import read_data
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.annotator.pages import nodes, page, sheet, words
from tests.annotator.test_revising import FIRST, SECOND
from tests.desks import NOON, label_all

LOWERS, NEVER = "Garlic lowers blood pressure by 5 mmHg.", "Never take garlic with warfarin."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_article(db, Article("garlic", "Garlic & <b>co</b>", FIRST), split_claims(FIRST), NOON, "Dr B")
        ids = {stored.claim.text: stored.id for stored in claims_of(db, "garlic", 1)}
        label_all(
            db,
            [
                Label("k1", ids[LOWERS], "Dr A", NOON, Answer(Verdict.CONTRADICTED)),
                Label("k2", ids[NEVER], "Dr A", NOON, Answer(Verdict.SUPPORTED)),
            ],
        )
        yield db


def pasted(text: str) -> AppTest:
    """The page with that text in its form."""
    test = page("revise", article="garlic")
    test.button_group(key="revise_from").set_value("Text").run()
    return test.text_area(key="revise_text_0").set_value(text).run()


def test_what_would_change_is_shown_before_anything_is_written(desk: Database) -> None:
    before = list(desk.conn.iterdump())

    test = pasted(SECOND)

    assert not test.exception
    told = " ".join(words(test, "comparison").split())
    assert told.startswith("Stay 3 1 label kept Changed 1 1 label shown with what was there before New 1 Gone 1")
    assert "Changed numbers 1 label Garlic lowers blood pressure by 5 2 mmHg." in told
    assert "New Garlic thins the blood." in told
    assert "Gone Garlic helps against colds." in told
    tree = sheet(test, "comparison")
    assert [node[-1] for node in nodes(tree, "del")] == ["5"]
    assert [node[-1] for node in nodes(tree, "ins")] == ["2"]
    assert list(desk.conn.iterdump()) == before


def test_one_button_makes_it_the_next_revision_with_its_labels(desk: Database) -> None:
    test = pasted(SECOND)

    (button,) = [each for each in test.button if each.label == "Make it revision 2"]
    button.click().run()

    assert not test.exception
    assert any("Revision 2 is on the desk: kept 3 claims with 1 label, changed 1" in text.value for text in test.text)
    labels = current_labels_in(desk, "garlic", 2, person_named(desk, "Dr A"))
    assert [label.verdict for label in labels.values()] == [Verdict.SUPPORTED]
    assert "2 newest" in " ".join(words(test, "revisions").split())
    assert test.text_area(key="revise_text_1").value == ""


def test_the_revisions_say_who_added_them_when_and_how_many_labels_they_were_given(desk: Database) -> None:
    add_revision(desk, "garlic", Article("x", "Garlic, again", SECOND), split_claims(SECOND), NOON, "r1", added_by="Ed")

    test = page("revise", article="garlic")

    told = " ".join(words(test, "revisions").split())
    assert told.endswith("2 newest Garlic, again 0 by Ed 1 Garlic & <b>co</b> 2 by Dr B")
    read = [node[1]["go"]["read"] for node in nodes(sheet(test, "revisions"), "a.open")]
    assert [record_of(desk, claim_id).labelled.article.revision for claim_id in read] == [2, 1]


def test_an_old_revision_is_read_with_its_units_and_flags(desk: Database) -> None:
    before = read_data(desk, person_named(desk, "Dr A"), record_of(desk, claims_of(desk, "garlic", 1)[1].id))
    add_revision(desk, "garlic", Article("x", "Garlic", SECOND), split_claims(SECOND), NOON, "r1")
    record = record_of(desk, before["start"])

    data = read_data(desk, person_named(desk, "Dr A"), record)

    assert data["units"] == before["units"]
    assert any(unit["flags"] for unit in data["units"])
    assert data["start"] == record.labelled.claim_id


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(FIRST, "This very text is the newest revision of garlic already", id="the same text"),
        pytest.param("x\0y", "The text holds NUL characters", id="no text"),
    ],
)
def test_a_text_that_cannot_be_the_next_revision_says_why(desk: Database, text: str, says: str) -> None:
    test = pasted(text)

    assert not test.exception
    assert any(each.value.startswith(says) for each in test.text)
    assert not [each for each in test.button if each.label.startswith("Make it")]


@pytest.mark.parametrize(
    ("slug", "says"),
    [
        pytest.param("zinc", "There is no article 'zinc' on this desk (known: garlic)", id="unknown"),
        pytest.param("", "No article is named: choose one on the Articles page", id="none"),
    ],
)
def test_without_an_article_the_page_says_so(desk: Database, slug: str, says: str) -> None:
    test = page("revise", article=slug)

    assert not test.exception
    assert [each.value for each in test.text] == [says]


def test_a_comparison_with_what_is_not_the_newest_any_more_adds_nothing(desk: Database) -> None:
    test = pasted(SECOND)
    third = SECOND.replace("2 mmHg", "3 mmHg")
    add_revision(desk, "garlic", Article("x", "Garlic", third), split_claims(third), NOON, "r1")

    (button,) = [each for each in test.button if each.label == "Make it revision 2"]
    button.click().run()

    assert article_revision(desk, "garlic").revision == 2
    assert [each.label for each in test.button if each.label.startswith("Make it")] == ["Make it revision 3"]
    assert "by 3 2 mmHg." in " ".join(words(test, "comparison").split())


def test_a_text_that_was_about_to_be_added_is_compared_at_once(desk: Database) -> None:
    test = AppTest.from_function(_revise)
    test.session_state["person_name"] = "Dr A"
    test.session_state["add_article_as_revision"] = ("garlic", Article("x", "x", SECOND), split_claims(SECOND))
    test.query_params["article"] = "garlic"
    test.run()

    assert "Make it revision 2" in [each.label for each in test.button]
    next(each for each in test.button if each.label == "Choose another text").click().run()
    assert test.button_group(key="revise_from").value == "File"


def _revise() -> None:
    from annotator.ui import revise_article

    revise_article.render()


def test_an_article_that_was_revised_is_drawn_anew_once(desk: Database) -> None:
    add_revision(desk, "garlic", Article("x", "Garlic", SECOND), split_claims(SECOND), NOON, "r1")

    def ask() -> None:
        import streamlit as st

        from annotator.ui import review

        st.session_state[review.DRAWN] = ("garlic", 1)
        st.text(f"{review._is_revised()} {review._is_revised()}")

    assert [each.value for each in AppTest.from_function(ask).run().text] == ["True False"]


def test_a_claim_that_vanished_says_that_nothing_stands_there_now(desk: Database) -> None:
    (gone,) = [each.id for each in claims_of(desk, "garlic", 1) if each.claim.text == "Garlic helps against colds."]
    label_all(desk, [Label("k3", gone, "Dr A", NOON, Answer(Verdict.SUPPORTED))])

    foreseen = " ".join(words(pasted(SECOND), "comparison").split())
    add_revision(desk, "garlic", Article("garlic", "Garlic", SECOND), split_claims(SECOND), NOON, "r1")
    told = words(page("claim", claim=gone), "claim_head") + words(page("claim", claim=gone), "claim_sheet")

    assert "Gone 1 1 label in the history" in foreseen
    assert "This claim is from an older version of the article." in told
    assert "Nothing stands in its place now." in told
    assert "Now there:" not in told
