"""The date that an article's first lines give."""

from __future__ import annotations

import pytest

from corpus.reading.dates import stated_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("# Iron\n\nBy Anna Weiss, RN. Published 3 May 2024.\n", "2024-05-03", id="published"),
        pytest.param("Iron\nPublished on: May 3, 2024 | updated 5 June 2025\n", "2024-05-03", id="before an update"),
        pytest.param("Iron\nBy Paul Nguyen | 9 February 2021\n", "2021-02-09", id="beside the author"),
        pytest.param("Iron\n2021-02-09\nIt helps.\n", "2021-02-09", id="on a line of its own"),
        pytest.param("Iron\nA study published in 2018 of 12 adults.\n", "", id="a year of a study"),
        pytest.param("Iron\nLast reviewed 5 June 2025\n", "", id="reviewed"),
        pytest.param("Iron\nPublished 31 February 2024\n", "", id="no day"),
        pytest.param("Iron\nIt has been in use since 3 May 2024 here.\n", "", id="a date in a sentence"),
        pytest.param("Iron\n" + "It helps.\n" * 20 + "Published 3 May 2024\n", "", id="further down"),
    ],
)
def test_the_first_lines_may_give_a_date(text: str, date: str) -> None:
    assert stated_date(text) == date
