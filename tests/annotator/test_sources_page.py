"""The Sources page: a reference file into the library, the library searched, what labels cite taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database
from streamlit.testing.v1 import AppTest

from annotator.citations.reference_files.nbib import read_nbib
from annotator.citations.same_work import Origin
from annotator.model import Stance, Verdict
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.filters import Filters
from annotator.storage.people import add_person
from annotator.storage.works import count_works, save_works
from annotator.ui.sources import command_line
from tests.annotator.pages import nodes, page, sheet, words
from tests.annotator.test_add_sources import RIS
from tests.annotator.test_source_lists import NBIB, PAPER
from tests.desks import NOON, SOURCES, cited, desk_in_memory, label, label_all


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
    return path


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two claims cite a paper and a page; the library knows the paper."""
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    desk = desk_in_memory()
    label_all(
        desk,
        [
            label("k1", "cures", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1)),
            label("k2", "row", "Dr A", Verdict.CONTRADICTED, evidence=cited(Stance.CONTRADICTS, 5)),
        ],
    )
    save_works(desk, read_nbib(NBIB).works, Origin.FILE, "Dr A", NOON)
    with Database(path).conn as connection:
        desk.conn.backup(connection)
    return path


def lines(test: AppTest) -> list[str]:
    return [each.value for each in (*test.text, *test.markdown, *test.caption)]


def given(name: str, content: bytes) -> AppTest:
    test = page("sources")
    test.file_uploader(key="references_file").set_value((name, content, "")).run()
    assert not test.exception
    return test


def press(test: AppTest, name: str) -> None:
    next(button for button in test.button if button.label == name).click().run()
    assert not test.exception


def test_a_file_is_read_shown_and_added_once(empty: Path) -> None:
    test = given("a.txt", RIS.encode())

    assert "RIS: 3 records read." in lines(test)
    assert "Records to look at: 2. 1 of them cannot be added." in lines(test)
    assert "neither a title nor an identifier" in words(test, "references_odd")
    with open_database(empty) as db:
        assert count_works(db) == 0

    press(test, "Add to the library")

    assert "2 new, 1 refused, of 3 records read" in lines(test)
    assert test.expander[0].proto.expanded
    assert [button.label for button in test.button] == []
    with open_database(empty) as db:
        assert count_works(db) == 2


def test_a_file_that_tells_more_of_what_is_known_says_so(filled: Path) -> None:
    test = given("a.nbib", NBIB.replace("AU  - Polack FP", "AU  - Polack FP\nAB  - An abstract.").encode())

    press(test, "Add to the library")

    assert "0 new, 1 in the library already (1 of them know more now), 0 refused, of 1 record read" in lines(test)


def test_what_is_no_reference_file_is_told(empty: Path) -> None:
    test = given("*a*.ris", b"Zinc helps.")

    assert "*a*.ris is no reference file: RIS, PubMed (NBIB), BibTeX and CSL-JSON are read" in lines(test)


def test_an_empty_desk_says_what_to_do(empty: Path) -> None:
    test = page("sources")

    assert "No label cites a source yet." in lines(test)
    test.button_group(key="show_sources").set_value("Library").run()
    assert "The library is empty. Load a reference file above; what is looked up comes here too." in lines(test)


def test_the_library_is_searched(filled: Path) -> None:
    test = page("sources")
    test.button_group(key="show_sources").set_value("Library").run()
    assert PAPER in words(test, "library")

    test.text_input(key="library_search").set_value("efficacy poll").run()
    assert "Nothing in the library has all these words." in lines(test)

    test.text_input(key="library_search").set_value("efficacy pola").run()
    assert "Retracted 2021-01-01 (PMID 33301999)" in words(test, "library")
    assert not test.exception


def test_what_labels_cite_is_listed_filtered_and_taken_along(filled: Path) -> None:
    test = page("sources")

    assert "2 sources, 1 known by number alone, 1 retracted or under concern." in lines(test)
    assert [each[1]["href"] for each in nodes(sheet(test, "cited"), "a.byline")] == [
        "https://doi.org/10.1056/NEJMoa2034577",
        "https://pubmed.ncbi.nlm.nih.gov/33301246/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7745181/",
        "https://xn--sterreich-z7a.at/%C3%A4?b=c",
    ]

    test.multiselect(key="sources_verdict").set_value([Verdict.CONTRADICTED]).run()
    test.button_group(key="sources_format").set_value("apa").run()

    assert PAPER not in words(test, "cited")
    assert test.code[0].value == ("python -m annotator sources --format apa --to sources.txt --verdict contradicted")
    test.multiselect(key="sources_article").set_value(["garlic"]).run()
    assert "No source fits: take a filter off." in lines(test)
    assert not test.exception


def test_a_source_without_a_title_has_its_number_once(filled: Path) -> None:
    test = page("sources")

    assert words(test, "cited").count(SOURCES[5].shown) == 1
    assert "No title known" in words(test, "cited")


def test_a_word_of_the_command_is_quoted() -> None:
    assert command_line("ris", Filters(articles=("a b",))).endswith("--article 'a b'")
