"""CSV: a header and rows of cells, parted by commas, semicolons or tabs; a cell in quotes may hold line breaks.

What parts the cells is read from the header alone: the sign that gives it the most cells. Guessing from the articles'
own commas and semicolons would be wrong too often.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from corpus.errors import UnreadableArticle
from corpus.reading.bulk.rows import Cells
from corpus.reading.files import MAX_BYTES

HOW_READ = "a row of CSV"
ENCODINGS = ("utf-8", "cp1252")
_SIGNS = (",", ";", "\t")
_LONGEST_LINE = 2 * MAX_BYTES + 1_000_000  # characters: a text with every quote doubled, and the other columns
_UNDECODED = re.compile("[\udc80-\udcff]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def columns_in(file: BinaryIO, suffix: str, encoding: str) -> tuple[str, ...]:
    """The cells of the header. Raises ``UnreadableArticle`` where there is none, or two are called the same."""
    with _Lines(file, encoding, 0) as lines:
        return tuple(_header(lines, suffix)[0])


def read_cells(file: BinaryIO, suffix: str, size: int, encoding: str) -> Iterator[Cells]:
    """Every row after the header, by the line on which it begins. ``size`` is the file's in bytes.

    Bytes that are not of the ``encoding`` stay in the cells as lone surrogates.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_LINE))
    with _Lines(file, encoding, size) as lines:
        header, sign = _header(lines, suffix)
        rows = csv.reader(lines, delimiter=sign, strict=True)
        while True:
            begins = lines.number + 1
            try:
                row = next(rows, None)
            except (csv.Error, _TooLong) as error:
                yield Cells(begins, lines.done, {}, _reason(error, begins, lines.number))
                continue
            if row is None:
                return
            if row:
                yield _cells(header, row, begins, lines.done)


def _cells(header: list[str], row: list[str], number: int, done: float) -> Cells:
    if len(row) != len(header):
        cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
        return Cells(number, done, {}, f"it has {cells}, the header {len(header)}")
    return Cells(number, done, dict(zip(header, row, strict=True)))


def _header(lines: _Lines, suffix: str) -> tuple[list[str], str]:
    """The header's cells, and what parts them."""
    try:
        first = next((line for line in lines if line.strip()), "")
    except _TooLong:
        raise UnreadableArticle("its first line is too long: it must hold the columns' names") from None
    if not first:
        raise UnreadableArticle("the file is empty: it needs a line with the columns' names, then a line for each row")
    found = []
    for sign in _SIGNS if suffix == ".csv" else "\t":
        try:
            found.append((next(csv.reader([first], delimiter=sign, strict=True)), sign))
        except csv.Error:
            continue
    if not found:
        raise UnreadableArticle("its first line is no CSV: it must hold the columns' names")
    cells, sign = max(found, key=lambda each: len(each[0]))  # the first of those that are as good: the comma
    _check_letters("".join(cells), lines.encoding)
    if twice := next((name for name in cells if name and cells.count(name) > 1), ""):
        raise UnreadableArticle(f"two columns are called {twice!r}: give one another name")
    return cells, sign


def _check_letters(names: str, encoding: str) -> None:
    """Raises ``UnreadableArticle`` where the columns' names are no text: nobody could choose among them."""
    if "\0" in names:
        raise UnreadableArticle("its first line holds NUL: it is UTF-16, or no text at all; save it as CSV in UTF-8")
    if _NO_TEXT.search(names):
        raise UnreadableArticle("its first line holds signs that no text has: check which file it is")
    if _UNDECODED.search(names):
        other = ", or say that it is cp1252" if encoding == "utf-8" else ""
        raise UnreadableArticle(
            f"its first line is not {encoding.replace('utf', 'UTF')}: save the file as UTF-8{other}"
        )


def _reason(error: Exception, begins: int, ends: int) -> str:
    lines = f" (lines {begins} to {ends})" if ends > begins else ""
    return f"the line is too long{lines}" if isinstance(error, _TooLong) else f"it is no CSV: {error}{lines}"


class _TooLong(Exception):
    """A line beyond what a row can be; it was read to its end."""


class _Lines:
    """The lines of a binary file as text with their ends, which a quoted cell keeps; never more than one in memory."""

    def __init__(self, file: BinaryIO, encoding: str, size: int) -> None:
        mark = file.read(2)
        file.seek(-len(mark), io.SEEK_CUR)
        if mark in _UTF_16:
            raise UnreadableArticle("the file is UTF-16: save it as CSV in UTF-8")
        self.number = 0
        self.encoding = encoding
        self._file, self._size = file, size
        name = "utf-8-sig" if encoding == "utf-8" else encoding
        self._text = io.TextIOWrapper(file, name, "surrogateescape", newline="")

    def __enter__(self) -> _Lines:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.detach()  # the file is its owner's to close

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
            while (part := self._text.readline(1_000_000)) and not part.endswith(("\n", "\r")):
                pass
            raise _TooLong
        return line

    @property
    def done(self) -> float:
        """How much of the file was read, from 0 to 1."""
        return self._file.tell() / self._size if self._size else 0.0
