"""The formats that hold many articles, and what is done with such a file: look into it, read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO

from corpus.errors import UnreadableArticle
from corpus.ordinary_files import opened
from corpus.reading.bulk import json_lines, parquet, separated
from corpus.reading.bulk.rows import PARTS, Cells, Columns, Refused, Row, row_from
from corpus.reading.sniffing import instead_of_rows

BULK_SUFFIXES = (".csv", ".jsonl", ".ndjson", ".parquet", ".tsv")
"""The suffixes of files that hold many articles."""

ENCODINGS = separated.ENCODINGS
"""What a CSV file can be written in. JSONL is UTF-8 by its rules; Parquet says it itself."""

LARGEST_FILE = 1_000_000_000
"""Bytes. Reading needs no limit, but a desk does: a gigabyte of text is some 20 million claims."""

_HEAD = 1_024  # bytes, which tell what a file is

_USUAL_NAMES = {
    "text": ("text", "body", "content", "article", "article_text", "maintext", "main_text", "plaintext"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "date": ("published", "date", "date_published", "published_at", "publication_date", "pubdate"),
    "address": ("url", "address", "source_address", "source_url", "link", "canonical_url"),
    "id": ("slug", "id", "article_id"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """What a person needs to name the columns: what they are called, and the first rows, as words."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def usual(self) -> dict[str, str]:
        """The columns whose names say what they are, by ``PARTS``: an offer to whoever names them."""
        by_name = {name.casefold(): name for name in reversed(self.columns)}
        found = {part: next((by_name[n] for n in _USUAL_NAMES[part] if n in by_name), "") for part in PARTS}
        return {part: name for part, name in found.items() if name}


@contextmanager
def open_bulk(path: Path) -> Iterator[BinaryIO]:
    """The file at ``path``, to be read. Raises ``UnreadableArticle`` where it cannot be, or is larger than
    ``LARGEST_FILE``."""
    with opened(path) as (file, size):
        _check(path.name, size)
        yield file


def look_into(file: BinaryIO, name: str, encoding: str = "utf-8", rows: int = 5) -> Head:
    """The columns and first rows of the file called ``name``. Raises ``UnreadableArticle`` where it has none."""
    suffix = _checked(file, name)
    with _about(name):
        if suffix == ".parquet":
            columns, found = parquet.columns_in(file), parquet.first_rows(file, rows)
        else:
            columns = _columns(file, suffix, encoding)
            file.seek(0)
            cells = _text_cells(file, suffix, encoding)
            found = [dict(each.values) for each in islice((each for each in cells if not each.trouble), rows)]
        if not columns:
            raise UnreadableArticle(f"it has no columns: {_SHAPES[suffix]}")
    return Head(columns, tuple({name: _shown(row.get(name)) for name in columns} for row in found))


def read_rows(file: BinaryIO, name: str, columns: Columns, encoding: str = "utf-8") -> Iterator[Row | Refused]:
    """Every row of the file called ``name``: an article, or the reason why it is none, in their order.

    A row with the text or the id of an earlier one is refused; to know them costs some 200 bytes of memory a row.
    Raises ``UnreadableArticle`` at once where the file as a whole cannot be read, or has no such columns.
    """
    suffix = _checked(file, name)
    with _about(name):
        columns.check(_columns(file, suffix, encoding))
    file.seek(0)
    if suffix == ".parquet":
        cells, how_read = parquet.read_cells(file, columns.named), parquet.HOW_READ
    else:
        cells = _text_cells(file, suffix, encoding)
        how_read = json_lines.HOW_READ if suffix in _JSON_LINES else f"{separated.HOW_READ}, {encoding}"
    return _without_repeats(_rows(cells, columns, name, how_read), place_word(name))


def read_values(file: BinaryIO, name: str, encoding: str = "utf-8") -> Iterator[Cells]:
    """Every row of the JSONL or CSV file called ``name``, with its values as they are, whatever its columns mean.

    Raises ``UnreadableArticle`` where the file as a whole cannot be read.
    """
    suffix = _checked(file, name)
    with _about(name):
        if suffix == ".parquet":
            raise UnreadableArticle("Parquet is not read here: save it as JSONL or CSV")
        yield from _text_cells(file, suffix, encoding)


def place_word(name: str) -> str:
    """What the numbers of rows count in the file called ``name``: ``line`` or ``row``."""
    return "row" if PurePath(name).suffix.lower() == ".parquet" else "line"


def _rows(cells: Iterable[Cells], columns: Columns, name: str, how_read: str) -> Iterator[Row | Refused]:
    try:
        for each in cells:
            yield row_from(each, columns, name, how_read)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableArticle(f"{name}: reading failed ({reason}); copy the file and try again") from error


_JSON_LINES = (".jsonl", ".ndjson")
_SHAPES = {
    **dict.fromkeys(_JSON_LINES, "it needs one JSON object a line"),
    **dict.fromkeys((".csv", ".tsv"), "its first line must name them"),
    ".parquet": "write it again",
}


def _columns(file: BinaryIO, suffix: str, encoding: str) -> tuple[str, ...]:
    file.seek(0)
    if suffix == ".parquet":
        return parquet.columns_in(file)
    return json_lines.columns_in(file) if suffix in _JSON_LINES else separated.columns_in(file, suffix, encoding)


def _text_cells(file: BinaryIO, suffix: str, encoding: str) -> Iterator[Cells]:
    size = _size(file)
    if suffix in _JSON_LINES:
        return json_lines.read_cells(file, size)
    return separated.read_cells(file, suffix, size, encoding)


def _without_repeats(rows: Iterable[Row | Refused], word: str) -> Iterator[Row | Refused]:
    texts: dict[bytes, int] = {}
    slugs: dict[str, int] = {}
    for row in rows:
        if isinstance(row, Row):
            digest, slug = sha256(row.article.text.encode()).digest()[:16], row.article.slug
            if digest in texts:
                yield Refused(row.number, row.done, f"the same text as {word} {texts[digest]}")
                continue
            if slug in slugs:
                yield Refused(row.number, row.done, f"the same id as {word} {slugs[slug]}, {slug}, with another text")
                continue
            texts[digest] = row.number
            if slug:
                slugs[slug] = row.number
        yield row


@contextmanager
def _about(name: str) -> Iterator[None]:
    """Errors inside are about the file called ``name``, and say so."""
    try:
        yield
    except UnreadableArticle as error:
        raise UnreadableArticle(f"{name}: {error}") from error


def _checked(file: BinaryIO, name: str) -> str:
    """The suffix of the file called ``name``, which is set to its start."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in BULK_SUFFIXES:
        known = ", ".join(BULK_SUFFIXES)
        raise UnreadableArticle(f"{name}: a file of many articles is one of {known}: save it as one of these")
    _check(name, _size(file))
    if suffix != ".parquet":
        head = file.read(_HEAD)
        file.seek(0)
        if other := instead_of_rows(head):
            raise UnreadableArticle(f"{name}: {other}")
    return suffix


def _check(name: str, size: int) -> None:
    if not size:
        raise UnreadableArticle(f"{name}: the file is empty")
    if size > LARGEST_FILE:
        raise UnreadableArticle(
            f"{name}: {size / 1e9:.1f} GB, more than {LARGEST_FILE / 1e9:.0f} GB: split it into several files"
        )


def _size(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _shown(value: object) -> str:
    """A value as words, the start of a long one."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False, default=str)
    words = "" if value is None else " ".join(str(value)[:400].split())
    return words.encode("utf-8", "replace").decode()
