"""What is known of a publication reads the same, whichever file or service told it."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.citations.identifiers import parse_identifier
from annotator.citations.work import Work, initials
from annotator.errors import InvalidWork

POLACK = {
    "type": "article-journal",
    "title": "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine",
    "author": [{"family": "Polack", "given": "Fernando P."}, {"family": "Thomas", "given": "S. J."}],
    "container-title": "The New England journal of medicine",
    "issued": {"date-parts": [[2020, 12, 31]]},
    "abstract": "BACKGROUND:  Severe acute\nrespiratory syndrome.",
}


def test_a_work_says_what_a_reader_looks_for() -> None:
    work = Work(POLACK, (parse_identifier("10.1056/NEJMoa2034577"),), ("Randomized Controlled Trial",))

    assert work.title == "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
    assert work.authors == "Polack FP, Thomas SJ"
    assert work.year == 2020
    assert work.journal == "The New England journal of medicine"
    assert work.abstract == "BACKGROUND: Severe acute respiratory syndrome."


def test_what_is_not_known_is_empty() -> None:
    work = Work({}, (parse_identifier("PMID 1"),))

    assert (work.title, work.authors, work.year, work.journal, work.abstract) == ("", "", None, "", "")


@pytest.mark.parametrize(
    ("csl", "why"),
    [
        pytest.param({"title": " \n"}, "neither a title nor an identifier", id="nothing to know it by"),
        pytest.param({"title": "A", "id": "x"}, "leave the id", id="an id of a file"),
    ],
)
def test_what_is_no_work_is_refused(csl: dict[str, Any], why: str) -> None:
    with pytest.raises(InvalidWork, match=why):
        Work(csl)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param({"family": "Polack", "given": "Fernando P."}, "Polack FP", id="given-in-full"),
        pytest.param({"family": "Polack", "given": "FP"}, "Polack FP", id="initials"),
        pytest.param({"family": "Polack", "given": "F.P."}, "Polack FP", id="initials-with-stops"),
        pytest.param({"family": "Sartre", "given": "Jean-Paul"}, "Sartre JP", id="hyphen"),
        pytest.param({"family": "Åberg", "given": "Örjan é."}, "Åberg ÖÉ", id="accents"),
        pytest.param(
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, "van der Berg J", id="van"
        ),
        pytest.param({"family": "King", "given": "Martin L", "suffix": "Jr"}, "King ML Jr", id="suffix"),
        pytest.param({"family": "王", "given": "小明"}, "王 小明", id="no-initials-in-this-script"),
        pytest.param({"family": "Ibn Sina"}, "Ibn Sina", id="family-alone"),
        pytest.param({"literal": "World Health Organization"}, "World Health Organization", id="organisation"),
        pytest.param({"given": "Plato"}, "Plato", id="given-alone"),
        pytest.param({}, "", id="nobody"),
    ],
)
def test_a_name_is_written_as_pubmed_lists_it(name: dict[str, str], shown: str) -> None:
    assert Work({"title": "A", "author": [name]}).authors == shown


def test_editors_stand_in_for_authors() -> None:
    assert Work({"title": "A", "editor": [{"family": "Cox", "given": "Ann"}]}).authors == "Cox A"


def test_initials_of_a_shouted_name_are_one_letter() -> None:
    assert initials("FERNANDO P") == "FP"


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        pytest.param({"date-parts": [[2020]]}, 2020, id="number"),
        pytest.param({"date-parts": [["2020", "12"]]}, 2020, id="text"),
        pytest.param({"raw": "2020 Dec 31"}, 2020, id="raw"),
        pytest.param({"literal": "Winter 1998-99"}, 1998, id="literal"),
        pytest.param({"date-parts": [[]]}, None, id="no-parts"),
        pytest.param({"date-parts": [[None]]}, None, id="null"),
        pytest.param({"raw": "in press"}, None, id="no-year"),
        pytest.param("2020", None, id="no-date"),
    ],
)
def test_the_year_is_read_from_parts_or_words(issued: object, year: int | None) -> None:
    assert Work({"title": "A", "issued": issued}).year == year
