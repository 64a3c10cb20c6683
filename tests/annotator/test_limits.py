"""A field that is absurdly long is cut and told; the record is kept, and what any real record has is never touched."""

from __future__ import annotations

import json

import pytest

from annotator.citations.limits import LONGEST, LONGEST_NAME, MOST_IDENTIFIERS, MOST_NAMES
from tests.annotator.reference_files.asking import only, read

TITLE, ABSTRACT = LONGEST["title"], LONGEST["abstract"]


def ris(*lines: str) -> str:
    return "\n".join(["TY  - JOUR", *lines, "ER  - ", ""])


def test_what_is_as_long_as_it_may_be_is_kept_whole() -> None:
    names = [f"AU  - Cox{number}, Ann" for number in range(MOST_NAMES)]
    work = only(ris(f"TI  - {'t' * TITLE}", f"AB  - {'a' * ABSTRACT}", *names))

    assert (len(work.title), len(work.abstract), len(work.csl["author"])) == (TITLE, ABSTRACT, MOST_NAMES)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ris(f"TI  - {'t' * 3_000_000}"), id="RIS"),
        pytest.param(ris("TI  - t", *["t" * 100] * 30_000), id="RIS-over-many-lines"),
        pytest.param(f"PMID- 5\nTI  - {'t' * 3_000_000}\n", id="NBIB"),
        pytest.param(f"@article{{a, title={{{'t' * 3_000_000}}}}}", id="BibTeX"),
        pytest.param(json.dumps([{"title": "t" * 3_000_000}]), id="CSL-JSON"),
    ],
)
def test_an_absurd_title_is_cut_and_told(text: str) -> None:
    (record,) = read(text).records
    (remark,) = record.remarks

    assert 0 < TITLE - len(record.work.title) <= 1 or len(record.work.title) == TITLE
    assert remark.line == record.line
    assert remark.text.startswith("the title has 3,0")
    assert remark.text.endswith(" characters: only the first 2,000 are kept")


@pytest.mark.parametrize(
    ("lines", "name", "kept", "says"),
    [
        pytest.param(
            [f"AB  - {'a' * (ABSTRACT + 1)}"],
            "abstract",
            ABSTRACT,
            "the abstract has 100,001 characters: only the first 100,000 are kept",
            id="abstract",
        ),
        pytest.param(
            [f"AU  - Cox{number}, Ann" for number in range(MOST_NAMES + 1)],
            "author",
            MOST_NAMES,
            "there are 10,001 names as author: only the first 10,000 are kept",
            id="authors",
        ),
        pytest.param(
            [f"T2  - {'j' * 5_000}"],
            "container-title",
            TITLE,
            "the container-title has 5,000 characters: only the first 2,000 are kept",
            id="journal",
        ),
        pytest.param(
            [f"N1  - {'n' * 200_000}"],
            "note",
            100_000,
            "the note has 200,000 characters: only the first 100,000 are kept",
            id="note",
        ),
    ],
)
def test_any_field_has_its_limit(lines: list[str], name: str, kept: int, says: str) -> None:
    (record,) = read(ris("TI  - A", *lines)).records

    assert len(record.work.csl[name]) == kept
    assert [remark.text for remark in record.remarks] == [says]


def test_a_name_a_type_and_the_numbers_have_limits_too() -> None:
    (record,) = read(
        ris(
            "TI  - A",
            f"AU  - {'c' * 9_000}, Ann",
            f"M3  - {'m' * 9_000}",
            f"DO  - {'; '.join(f'10.1000/{number}' for number in range(MOST_IDENTIFIERS + 1))}",
        )
    ).records
    work = record.work

    assert work.csl["author"] == [{"family": "c" * LONGEST_NAME, "given": "Ann"}]
    assert [len(each) for each in work.publication_types] == [LONGEST_NAME]
    assert len(work.identifiers) == MOST_IDENTIFIERS
    assert len(record.remarks) == 3


@pytest.mark.parametrize(
    "field",
    [
        pytest.param("UR  - https://x.org/a" + " " * 300_000 + "b", id="blanks-in-an-address"),
        pytest.param("UR  - " + "; " * 200_000, id="signs-between-addresses"),
        pytest.param("N1  - ISBN " + "1 " * 200_000 + "x", id="a-number-in-a-note"),
        pytest.param("PY  - " + "2 " * 300_000, id="a-year"),
        pytest.param("AU  - " + "A. " * 300_000, id="a-name"),
        pytest.param("\n" * 300_000, id="empty-lines"),
        pytest.param("TI  - " + "<a " * 200_000, id="marks-that-never-close"),
    ],
)
def test_an_absurd_field_is_read_at_once(field: str) -> None:
    assert read(ris("TI  - A", field)).read == 1
