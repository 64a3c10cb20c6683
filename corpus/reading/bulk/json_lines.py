"""JSONL: one JSON object a line, in UTF-8. Its columns are the names that its first hundred objects have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from corpus.reading.bulk.rows import Cells
from corpus.reading.files import MAX_BYTES

HOW_READ = "a row of JSONL"
_LONGEST_LINE = 6 * MAX_BYTES + 1_000_000  # a text that is all escapes (\u0041), and the other columns
_NO_TEXT = re.compile("[\ud800-\udfff\0]")
_LOOKED_AT = 100


def columns_in(file: BinaryIO) -> tuple[str, ...]:
    """The names in the first objects of the file, in the order they come."""
    names: dict[str, None] = {}
    for cells in islice(read_cells(file, 0), _LOOKED_AT):
        names |= dict.fromkeys(cells.values)
    return tuple(names)


def read_cells(file: BinaryIO, size: int) -> Iterator[Cells]:
    """Every line that is not blank. ``size`` is that of the file, in bytes; 0 where nobody asks how far it is."""
    number = read = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        read += len(line)
        is_whole = len(line) < _LONGEST_LINE or line.endswith(b"\n")
        if not is_whole:
            read += _skip_line(file)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            done = read / size if size else 0.0
            yield _cells(line, number, done) if is_whole else Cells(number, done, {}, "the line is too long")


def _cells(line: bytes, number: int, done: float) -> Cells:
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError:
        return Cells(number, done, {}, "it is not UTF-8: save the file as UTF-8")
    except (ValueError, RecursionError):  # also a number of more digits than Python reads
        return Cells(number, done, {}, "it is no JSON, or was cut short")
    if not isinstance(value, dict):
        return Cells(number, done, {}, "it is no JSON object with the columns as its names")
    names = "".join(value)
    if (not names.isascii() or "\0" in names) and _NO_TEXT.search(names):  # nobody could choose among such columns
        return Cells(number, done, {}, "a name in it holds half a character, or NUL: it is no text")
    return Cells(number, done, value)


def _skip_line(file: BinaryIO) -> int:
    """Read on to the end of the line; how many bytes that was."""
    read = 0
    while part := file.readline(1_000_000):
        read += len(part)
        if part.endswith(b"\n"):
            break
    return read
