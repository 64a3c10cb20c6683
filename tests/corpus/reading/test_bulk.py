"""Files of many articles: what was written comes back, and every row that holds no article has its reason."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableArticle
from corpus.reading.bulk import (
    Columns,
    Refused,
    Row,
    catalog,
    json_lines,
    look_into,
    open_bulk,
    parquet,
    read_rows,
    separated,
)
from corpus.reading.bulk import rows as rows_of_bulk
from corpus.reading.naming import plainly

TEXT = Columns("text")
ALL = Columns("text", "title", "author", "date", "address", "id")
Rows = Sequence[dict[str, Any]]


def as_json_lines(rows: Rows) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def as_separated(rows: Rows, sign: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=sign)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_parquet(rows: Rows, **how: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), out, **how)
    return out.getvalue()


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "a.jsonl": as_json_lines,
    "b.csv": as_separated,
    "c.csv": lambda rows: as_separated(rows, ";"),
    "d.tsv": lambda rows: as_separated(rows, "\t"),
    "e.parquet": as_parquet,
    "f.parquet": lambda rows: as_parquet(rows, row_group_size=2),
}


def read(content: bytes, name: str, columns: Columns = TEXT, encoding: str = "utf-8") -> list[Row | Refused]:
    return list(read_rows(io.BytesIO(content), name, columns, encoding))


def told(rows: Sequence[Row | Refused]) -> list[tuple[int, str]]:
    """Each row's number with its text or its reason."""
    return [(row.number, row.article.text if isinstance(row, Row) else f"! {row.reason}") for row in rows]


def words() -> st.SearchStrategy[str]:
    """Texts as articles are: with quotes, signs that part cells, line ends, any letters; never blank, no NUL."""
    signs = st.text("ab ;,\t\"'\n\r\u2028💊é=|\\", min_size=1, max_size=12)
    anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
    return st.one_of(signs, anything).map(lambda text: f"x{text}")


def kept(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", WRITERS)
@given(rows=st.lists(st.fixed_dictionaries({"text": words(), "title": words()}), min_size=1, max_size=5))
def test_whatever_is_written_comes_back_word_for_word(name: str, rows: list[dict[str, str]]) -> None:
    found = read(WRITERS[name](rows), name, Columns("text", title="title"))

    first = {kept(row["text"]): row for row in reversed(rows)}
    assert [row.article.text for row in found if isinstance(row, Row)] == list(
        dict.fromkeys(kept(row["text"]) for row in rows)
    )
    for row in found:
        if isinstance(row, Refused):
            assert row.reason.startswith("the same text as ")
        else:
            assert row.article.title == plainly(first[row.article.text]["title"])
    assert [row.done for row in found] == sorted(row.done for row in found)
    assert 0 < found[-1].done <= 1


@pytest.mark.parametrize("name", WRITERS)
def test_every_part_of_an_article_is_read_from_its_column(name: str) -> None:
    row = {
        "id": "Vitamin D/7",
        "text": "Vitamin D cuts colds.\r\nBy half.",
        "title": "On  vitamin\nD",
        "author": "Dr Ä, Dr B",
        "date": "2024-05-17T08:00:00Z",
        "address": "https://example.org/d?a=1",
    }

    (found,) = read(WRITERS[name]([row]), name, ALL)

    assert isinstance(found, Row)
    article = found.article
    assert (article.slug, article.title, article.author, article.published, article.source_address) == (
        "vitamin-d-7",
        "On vitamin D",
        "Dr Ä, Dr B",
        "2024-05-17",
        "https://example.org/d?a=1",
    )
    assert article.text == "Vitamin D cuts colds.\nBy half."
    assert article.warnings == ()


@pytest.mark.parametrize("name", WRITERS)
def test_an_article_without_an_address_says_which_row_of_which_file_it_is(name: str) -> None:
    found = read(WRITERS[name]([{"text": "One."}, {"text": "Two."}]), name)

    first = 2 if name.endswith("sv") else 1  # a CSV has a header
    assert [row.article.source_address for row in found if isinstance(row, Row)] == [
        f"{name}#{first}",
        f"{name}#{first + 1}",
    ]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        pytest.param("2024", "2024", id="a year"),
        pytest.param(2024, "2024", id="a year as a number"),
        pytest.param("2024-05", "2024-05", id="a month"),
        pytest.param("2024-05-17 08:00", "2024-05-17", id="a moment"),
        pytest.param("", "", id="nothing"),
        pytest.param(None, "", id="null"),
        pytest.param("17/05/2024", None, id="a day or a month first"),
        pytest.param("17 May 2024", "2024-05-17", id="a month by its name"),
        pytest.param("2024-13-01", None, id="a thirteenth month"),
        pytest.param("last week", None, id="no date at all"),
    ],
)
def test_a_date_is_taken_as_far_as_it_is_plain_and_else_left_out_with_a_warning(
    value: object, published: str | None
) -> None:
    (row,) = read(as_json_lines([{"text": "x", "date": value}]), "a.jsonl", Columns("text", date="date"))

    assert isinstance(row, Row)
    assert row.article.published == (published or "")
    assert bool(row.article.warnings) == (published is None)


def test_parquets_own_dates_and_lists_are_read() -> None:
    rows = [{"text": "x", "day": date(2024, 5, 17), "at": datetime(2023, 1, 2, 3, 4), "by": ["A", "", "B"]}]  # noqa: DTZ001
    content = as_parquet(rows)

    (by_day,) = read(content, "a.parquet", Columns("text", date="day", author="by"))
    (by_moment,) = read(content, "a.parquet", Columns("text", date="at"))

    assert isinstance(by_day, Row)
    assert isinstance(by_moment, Row)
    assert (by_day.article.published, by_day.article.author) == ("2024-05-17", "A, B")
    assert by_moment.article.published == "2023-01-02"


BAD_JSON = {
    "missing": (b'{"title": "x"}', "it has no text"),
    "null": (b'{"text": null}', "it has no text"),
    "a number": (b'{"text": 7}', "text is not text but a number"),
    "true": (b'{"text": true}', "text is not text but true or false"),
    "a list": (b'{"text": ["a"]}', "text is not text but a list"),
    "an object": (b'{"text": {}}', "text is not text but an object"),
    "empty": (b'{"text": ""}', "text is empty"),
    "blank": (b'{"text": " \\n\\u00a0"}', "text is empty"),
    "markers": (b'{"text": "***\\n- \\n###"}', "text holds no letter and no digit"),
    "a NUL": (b'{"text": "a\\u0000b"}', "text holds NUL characters: it is no plain text"),
    "cut short": (b'{"text": "a', "it is no JSON, or was cut short"),
    "endless digits": (b'{"text": ' + b"9" * 5000 + b"}", "it is no JSON, or was cut short"),
    "deep": (b"[" * 100_000, "it is no JSON, or was cut short"),
    "a list for a row": (b'["text"]', "it is no JSON object with the columns as its names"),
    "not UTF-8": (b'{"text": "caf\xe9"}', "it is not UTF-8: save the file as UTF-8"),
    "known text": (b'{"text": "Good."}', "the same text as line 1"),
    "a title that is none": (b'{"text": "x", "title": {"a": 1}}', "title is not text but an object"),
    "half a character in a name": (b'{"text": "x", "a\\ud800": 1}', "a name in it holds half a character, or NUL"),
    "an endless title": (b'{"text": "x", "title": "' + b"x" * 1001 + b'"}', "title holds NUL characters, or is longer"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_JSON.values(), ids=BAD_JSON)
def test_a_bad_line_of_jsonl_has_its_reason_and_the_others_are_kept(line: bytes, reason: str) -> None:
    content = b'\xef\xbb\xbf{"text": "Good.", "title": ""}\r\n\n' + line + b'\n{"text": "After."}'

    before, bad, after = told(read(content, "a.jsonl", Columns("text", title="title")))

    assert (before, after) == ((1, "Good."), (4, "After."))
    assert bad[0] == 3
    assert bad[1].startswith(f"! {reason}")


BAD_CSV = {
    "a cell too few": (b"x", "it has 1 cell, the header 2"),
    "a cell too many": (b"x,y,z", "it has 3 cells, the header 2"),
    "empty": (b",y", "text is empty"),
    "not UTF-8": (b"caf\xe9,y", "text is not UTF-8: save the file as UTF-8, or say that it is cp1252"),
    "a title not UTF-8": (b"x,caf\xe9", "title is not UTF-8: save the file as UTF-8"),
    "a NUL": (b"a\0b,y", "text holds NUL characters"),
    "a quote amid": (b'"x"y",z', "it is no CSV: "),
    "known text": (b"Good.,y", "the same text as line 2"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_CSV.values(), ids=BAD_CSV)
def test_a_bad_row_of_csv_has_its_reason_and_the_others_are_kept(line: bytes, reason: str) -> None:
    content = b'\xef\xbb\xbftext,title\r\nGood.,a\r\n"two\nlines",b\r\n' + line + b'\r\n"After.",c\r\n'

    before, two, bad, after = told(read(content, "a.csv", Columns("text", title="title")))

    assert (before, two, after) == ((2, "Good."), (3, "two\nlines"), (6, "After."))
    assert bad[0] == 5
    assert bad[1].startswith(f"! {reason}")


def test_a_quote_that_is_never_closed_is_told_with_the_lines_it_takes() -> None:
    assert told(read(b'text\nGood.\n"open\nand\non', "a.csv"))[1] == (
        3,
        "! it is no CSV: unexpected end of data (lines 3 to 5)",
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_line_beyond_reason_is_skipped_to_its_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (json_lines, separated):
        monkeypatch.setattr(module, "_LONGEST_LINE", 100)
    content = WRITERS["b.csv" if name == "a.csv" else "a.jsonl"]([{"text": "x" * 2_000_000}, {"text": "After."}])

    (bad, after) = told(read(content, name))

    assert bad[1].startswith("! the line is too long")
    assert after[1] == "After."
    assert after[0] == bad[0] + 1


@pytest.mark.parametrize("name", WRITERS)
def test_a_text_larger_than_an_article_may_be_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_of_bulk, "MAX_BYTES", 2_000_000)

    found = told(read(WRITERS[name]([{"text": "é" * 1_000_001}, {"text": "After."}]), name))

    assert found[0][1] == "! text is larger than 2 MB: split it"
    assert found[1][1] == "After."


def test_rows_of_parquet_without_a_text_are_refused_by_their_row() -> None:
    content = as_parquet([{"text": text} for text in ("a", None, "", "a", "b")], row_group_size=2)

    assert told(read(content, "a.parquet")) == [
        (1, "a"),
        (2, "! it has no text"),
        (3, "! text is empty"),
        (4, "! the same text as row 1"),
        (5, "b"),
    ]


def test_a_damaged_part_of_a_parquet_file_is_refused_and_the_rest_is_kept() -> None:
    texts = [f"Number {at} of a few. " * 40 for at in range(6)]
    content = bytearray(as_parquet([{"text": text} for text in texts], row_group_size=2, compression="gzip"))
    chunk = pq.ParquetFile(io.BytesIO(bytes(content))).metadata.row_group(1).column(0)
    content[chunk.data_page_offset : chunk.data_page_offset + 60] = bytes(60)

    found = told(read(bytes(content), "a.parquet"))

    assert [row for row in found if not row[1].startswith("!")] == [
        (1, texts[0]),
        (2, texts[1]),
        (5, texts[4]),
        (6, texts[5]),
    ]
    assert [row for row in found if row[1].startswith("!")] == [
        (3, "! rows 3 to 4 are lost: this part of the file is damaged")
    ]


def test_a_parquet_part_that_unpacks_beyond_reason_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LARGEST_GROUP", 1000)
    content = as_parquet([{"text": f"{at} " * 600} for at in range(3)], row_group_size=2)

    (number, reason), *_ = told(read(content, "a.parquet"))

    assert number == 1
    assert reason.startswith("! rows 1 to 2 are lost: a row group of")


def test_a_text_that_a_parquet_file_repeats_a_million_times_is_read_as_often_without_being_written_out() -> None:
    text = "Zinc. " * 20_000
    table = pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 300_000, pa.int32()), [text])})
    out = io.BytesIO()
    pq.write_table(table, out)

    found = read_rows(out, "a.parquet", TEXT)

    assert isinstance(next(found), Row)
    assert sum(isinstance(row, Refused) for _, row in zip(range(500), found, strict=False)) == 500
    assert pa.total_allocated_bytes() < 100_000_000


def test_a_second_row_with_the_same_id_and_another_text_is_refused() -> None:
    content = as_json_lines([{"text": "a", "n": "Z 1"}, {"text": "b", "n": "z-1"}, {"text": "c", "n": ""}])

    assert told(read(content, "a.jsonl", Columns("text", id="n"))) == [
        (1, "a"),
        (2, "! the same id as line 1, z-1, with another text"),
        (3, "c"),
    ]


def test_a_file_in_cp1252_is_read_where_a_person_says_so() -> None:
    content = "text;note\n50 µg – täglich;x\n".encode("cp1252")

    assert told(read(content, "a.csv", encoding="cp1252")) == [(2, "50 µg – täglich")]


def test_a_header_that_is_in_no_known_letters_is_told() -> None:
    with pytest.raises(UnreadableArticle, match=r"^a.csv: its first line is not cp1252: save the file as UTF-8$"):
        read(b"text,a\x81\nx,y", "a.csv", encoding="cp1252")


def test_half_a_character_in_json_is_replaced_with_a_warning() -> None:
    (row,) = read(b'{"text": "a \\ud83d b"}', "a.jsonl")

    assert isinstance(row, Row)
    assert row.article.text == "a \ufffd b"
    assert row.article.warnings == ("broken characters were replaced by \ufffd",)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("a.txt", b"x", "a file of many articles is one of .csv, .jsonl", id="another suffix"),
        pytest.param("a.csv", b"", "a.csv: the file is empty", id="an empty CSV"),
        pytest.param("a.csv", b"\n\n", "the file is empty", id="a blank CSV"),
        pytest.param("a.csv", b'"a,b\n1,2', "its first line is no CSV", id="a header that is none"),
        pytest.param("a.csv", b"text,a,a\n1,2,3", "two columns are called 'a'", id="a name twice"),
        pytest.param("a.csv", "text,a\nx,y".encode("utf-16"), "the file is UTF-16", id="UTF-16"),
        pytest.param(
            "a.csv", "text,a\nx,y".encode("utf-16-le"), "its first line holds NUL", id="UTF-16 without a mark"
        ),
        pytest.param(
            "a.csv",
            b"text,M\xe9decin\nx,y",
            "not UTF-8: save the file as UTF-8, or say that it is cp1252",
            id="a header in cp1252",
        ),
        pytest.param(
            "a.csv", b"PK\x03\x04\x14\x00,\nx,y", "a.csv: this is a ZIP archive, as .xlsx", id="a spreadsheet"
        ),
        pytest.param(
            "a.tsv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office", id="an old one"
        ),
        pytest.param("a.jsonl", b"\x1f\x8b\x08\x00", "this is a compressed file", id="gzip"),
        pytest.param("a.jsonl", as_parquet([{"text": "x"}]), "this is Parquet", id="Parquet by another name"),
        pytest.param("a.csv", b"<!DOCTYPE html>\n<title>Sign in</title>", "this is a page in HTML", id="a page"),
        pytest.param("a.csv", b"a\x1f,b\n1,2", "its first line holds signs that no text has", id="other bytes"),
        pytest.param("a.csv", b"body,title\nx,y", "no column 'text': the columns are 'body', 'title'", id="CSV"),
        pytest.param("a.jsonl", b'{"a": 1}\n{"b": 2}', "no column 'text': the columns are 'a', 'b'", id="JSONL"),
        pytest.param("a.jsonl", b"nothing of it", "the columns are none", id="no JSON at all"),
        pytest.param("a.parquet", as_parquet([{"a": "x"}]), "the columns are 'a'", id="Parquet"),
        pytest.param("a.parquet", b"PAR1 and no more", "this is no Parquet file", id="no Parquet"),
        pytest.param("a.parquet", as_parquet([{"text": "x"}])[:-9], "this is no Parquet file", id="Parquet cut short"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_told_at_once_in_one_line(
    name: str, content: bytes, says: str
) -> None:
    with pytest.raises(UnreadableArticle, match=r"^[^\n]+$") as refused:
        read_rows(io.BytesIO(content), name, TEXT)

    assert says in str(refused.value)


def test_a_column_must_be_named() -> None:
    with pytest.raises(UnreadableArticle, match="name the column that holds the text: 'a'"):
        read_rows(io.BytesIO(b"a\nx"), "a.csv", Columns(""))


def test_many_columns_are_listed_as_far_as_a_line_goes() -> None:
    header = ",".join(f"column{at}" for at in range(30))

    with pytest.raises(UnreadableArticle, match="'column11' and 18 more"):
        read_rows(io.BytesIO(f"{header}\n".encode()), "a.csv", TEXT)


@pytest.mark.parametrize("name", WRITERS)
def test_the_head_of_a_file_shows_its_columns_and_first_rows(name: str) -> None:
    rows = [{"Body": f"Text {at}", "url": "https://example.org", "other": ""} for at in range(9)]

    head = look_into(io.BytesIO(WRITERS[name](rows)), name, rows=2)

    assert head.columns == ("Body", "url", "other")
    assert head.rows == tuple(rows[:2])
    assert head.usual() == {"text": "Body", "address": "url"}


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "LARGEST_FILE", 10)
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Zinc."}')

    with (
        pytest.raises(UnreadableArticle, match=r"a.jsonl: .* split it into several files"),
        open_bulk(tmp_path / "a.jsonl"),
    ):
        pass


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        pytest.param("https://example.org/d", "https://example.org/d", id="of the web"),
        pytest.param("HTTP://example.org", "HTTP://example.org", id="in capitals"),
        pytest.param("javascript:alert(1)", "", id="a script"),
        pytest.param("data:text/html,x", "", id="data"),
        pytest.param("ftp://example.org/d", "", id="ftp"),
        pytest.param("https://", "", id="no host"),
        pytest.param("http://[x", "", id="no address at all"),
    ],
)
def test_an_address_that_is_none_of_the_web_is_left_out_and_said(address: str, kept: str) -> None:
    (row,) = read(as_json_lines([{"text": "Zinc helps.", "url": address}]), "a.jsonl", Columns("text", address="url"))

    assert isinstance(row, Row)
    assert row.article.source_address == (kept or "a.jsonl#1")
    assert row.article.warnings == (
        () if kept else (f"its address {address!r} was left out: write it like https://example.org/article",)
    )
