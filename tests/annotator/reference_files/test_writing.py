"""What we write, we read back as the same works; and other programs are not misled by a sign of theirs in a title."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator.citations.reference_files.reading import read_references
from annotator.citations.reference_files.to_bibtex import to_bibtex
from annotator.citations.reference_files.to_csl_json import to_csl_json
from annotator.citations.reference_files.to_ris import to_ris
from annotator.citations.work import Work
from tests.annotator.reference_files.made_works import sources, works
from tests.annotator.reference_files.test_nbib import POLACK
from tests.annotator.reference_files.test_ris import EMBASE, ENDNOTE, ZOTERO


def back(text: str) -> list[Work]:
    found = read_references(text.encode())
    assert (found.refused, found.remarks, [record.remarks for record in found.records if record.remarks]) == (
        [],
        [],
        [],
    )
    return found.works


@settings(max_examples=300, deadline=None)
@given(works())
def test_csl_json_is_read_back_whole(work: Work) -> None:
    assert back(to_csl_json([work])) == [work]


@settings(max_examples=300, deadline=None)
@given(works())
def test_ris_is_read_back_as_the_same_work(work: Work) -> None:
    assert back(to_ris([work])) == [work]


@settings(max_examples=300, deadline=None)
@given(works())
def test_bibtex_is_read_back_as_the_same_work(work: Work) -> None:
    assert back(to_bibtex([work])) == [replace(work, publication_types=())]  # it has no field for them


@pytest.mark.parametrize("write", [to_ris, to_csl_json, to_bibtex])
@pytest.mark.parametrize("text", [POLACK, ZOTERO, ENDNOTE, EMBASE])
def test_what_databases_say_goes_through_each_format(write: object, text: str) -> None:
    (work,) = back(text)

    (again,) = back(write([work]))  # type: ignore[operator]

    assert (again.identifiers, again.title, again.authors) == (work.identifiers, work.title, work.authors)
    assert (again.year, again.journal, again.abstract) == (work.year, work.journal, work.abstract)


@pytest.mark.parametrize("write", [to_ris, to_csl_json, to_bibtex])
def test_a_source_of_which_nothing_is_known_keeps_its_number(write: object) -> None:
    known_by = sources(["PMID 5"])

    (work,) = back(write([Work({"type": "document"}, known_by)]))  # type: ignore[operator]

    assert work.identifiers == known_by


def test_a_value_that_looks_like_a_field_begins_no_field() -> None:
    work = Work({"type": "article-journal", "title": "A TY  - JOUR\nER  - } @book{x, \\input{y}"})

    assert back(to_ris([work]))[0].title == back(to_bibtex([work]))[0].title == work.title


def test_keys_of_bibtex_are_unique() -> None:
    twice = [
        Work({"title": "A", "author": [{"family": "Çelik", "given": "A"}], "issued": {"date-parts": [[2020]]}})
    ] * 2

    assert [line for line in to_bibtex(twice).splitlines() if line.startswith("@")] == [
        "@misc{celik2020,",
        "@misc{celik2020-2,",
    ]


def test_no_works_are_a_file_that_says_so() -> None:
    assert (to_ris([]), to_bibtex([]), json.loads(to_csl_json([]))) == ("", "", [])
