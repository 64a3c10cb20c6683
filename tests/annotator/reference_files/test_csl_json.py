"""CSL-JSON is read whoever wrote it; of a broken file, all that is whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator.citations.reference_files.model import Format
from tests.annotator.reference_files.asking import numbers, only, read

POLACK = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "title": "Safety of <i>BNT162b2</i> at p < 0.05",
    "author": [{"family": "Polack", "given": "Fernando P."}, {"literal": "A Group"}],
    "container-title": "N Engl J Med",
    "issued": {"date-parts": [["2020", 12, 31]]},
    "volume": 383,
    "DOI": "https://doi.org/10.1056/NEJMoa2034577",
    "note": "PMID: 33301246\nread twice",
    "system_id": "x",
}


def item(**values: Any) -> str:
    return json.dumps([{"title": "A", **values}])


def test_an_item_is_read_whole() -> None:
    work = only(json.dumps([POLACK]))

    assert numbers(work) == ["doi:10.1056/nejmoa2034577", "pmid:33301246"]
    assert dict(work.csl) == {
        "type": "article-journal",
        "title": "Safety of BNT162b2 at p < 0.05",
        "author": [{"family": "Polack", "given": "Fernando P."}, {"literal": "A Group"}],
        "container-title": "N Engl J Med",
        "issued": {"date-parts": [[2020, 12, 31]]},
        "volume": "383",
        "DOI": "10.1056/NEJMoa2034577",
        "PMID": "33301246",
        "note": "read twice",
    }


TWO = [{"title": "One", "DOI": "10.1000/1"}, {"title": "Two", "PMID": "2"}]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(TWO), id="a-list"),
        pytest.param(json.dumps(TWO, indent=2), id="a-list-over-lines"),
        pytest.param("\ufeff" + json.dumps(TWO), id="byte-order-mark"),
        pytest.param(json.dumps({"items": TWO}), id="items"),
        pytest.param(json.dumps({"version": 1, "lib": "x", "references": TWO}), id="references"),
        pytest.param("\n".join(map(json.dumps, TWO)), id="one-a-line"),
    ],
)
def test_each_way_to_put_items_together_is_known(text: str) -> None:
    found = read(text)

    assert [(work.title, numbers(work)) for work in found.works] == [
        ("One", ["doi:10.1000/1"]),
        ("Two", ["pmid:2"]),
    ]
    assert (found.format, found.refused, found.remarks, found.counted) == (Format.CSL_JSON, [], [], 2)


def test_a_single_item_is_one() -> None:
    assert only(json.dumps(TWO[0])).title == "One"


@pytest.mark.parametrize(
    ("text", "titles", "refused"),
    [
        pytest.param(json.dumps(TWO, indent=1)[:-20], ["One"], [(2, 6)], id="cut-off"),
        pytest.param('[{"title": "a" "b"},\n{"title": "Two"}]', ["Two"], [(1, 1)], id="broken-first"),
        pytest.param('[{"title": "One"},\n5,\n{"x": 1},\n"y",\n[{"title": "z"}],\n{"title": "Two"}]',
            ["One", "Two"], [(2, 2), (3, 3), (4, 4), (5, 5)], id="no-items-between"),
        pytest.param('[{"title": "One"}, ' + "[" * 100_000, ["One"], [(2, 1)], id="nested-too-deep"),
    ],
)  # fmt: skip
def test_of_a_broken_file_all_that_is_whole_is_read(text: str, titles: list[str], refused: list[Any]) -> None:
    found = read(text)

    assert [work.title for work in found.works] == titles
    assert [(each.number, each.line) for each in found.refused] == refused
    assert found.counted == found.read


@pytest.mark.parametrize(
    ("issued", "kept"),
    [
        pytest.param({"date-parts": [[2020, 12]]}, {"date-parts": [[2020, 12]]}, id="parts"),
        pytest.param({"date-parts": [["2020"], ["2021"]]}, {"date-parts": [[2020], [2021]]}, id="range-of-strings"),
        pytest.param({"date-parts": [[2020, None, 5]]}, {"date-parts": [[2020]]}, id="null-month"),
        pytest.param({"date-parts": [[None]]}, None, id="null"),
        pytest.param({"date-parts": "x"}, None, id="no-parts"),
        pytest.param({"raw": "2020 Dec 31"}, {"date-parts": [[2020, 12, 31]]}, id="raw"),
        pytest.param({"literal": "in press"}, {"literal": "in press"}, id="literal"),
        pytest.param("2020-12-31", {"date-parts": [[2020, 12, 31]]}, id="a-string"),
        pytest.param(7, None, id="a-number"),
    ],
)
def test_a_date_is_whole_numbers_or_words(issued: object, kept: object) -> None:
    assert only(item(issued=issued)).csl.get("issued") == kept


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        pytest.param([{"family": "Kim", "given": "A", "ORCID": "x"}], "Kim A", id="more-than-csl-knows"),
        pytest.param(["A Group", 5, {}, {"family": 7}], "A Group, 7", id="strings-and-numbers"),
        pytest.param("Kim", "", id="no-list"),
        pytest.param(None, "", id="null"),
    ],
)
def test_names_are_those_of_csl(author: object, authors: str) -> None:
    assert only(item(author=author)).authors == authors


def test_values_that_are_no_words_are_left_out() -> None:
    work = only(item(title=["A", "B"], volume=None, issue=True, page={"x": 1}, abstract=["<jats:p>One</jats:p>"]))

    assert dict(work.csl) == {"title": "A", "abstract": "One"}


def test_types_that_we_wrote_are_read_back() -> None:
    assert only(item(custom={"publication types": ["Review", 5]})).publication_types == ("Review",)
