"""One row of a file of many articles, checked field by field: the same checks whatever the file's format."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime

from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading.dates import iso_date
from corpus.reading.files import MAX_BYTES
from corpus.reading.naming import is_of_the_web, plainly, slug_for
from corpus.reading.plain import holds_words, with_plain_line_ends
from corpus.reading.tagged import untagged

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNDECODED = re.compile("[\udc80-\udcff]")
_LONGEST = 1_000
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, by the names they have in the file, that an article's parts stand in. Only ``text`` must be named.

    ``id`` gives the slug: a second row with the same one is refused, and so is one whose slug is on the desk.
    """

    text: str
    title: str = ""
    author: str = ""
    date: str = ""
    address: str = ""
    id: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Each column that is read, once."""
        return tuple(dict.fromkeys(name for name in astuple(self) if name))

    def check(self, known: Collection[str]) -> None:
        """Raises ``UnreadableArticle`` where a column is not among the ``known`` ones, and lists those."""
        if not self.text:
            raise UnreadableArticle(f"name the column that holds the text: {_listed(known)}")
        for name in self.named:
            if name not in known:
                raise UnreadableArticle(f"there is no column {name!r}: the columns are {_listed(known)}")


PARTS = tuple(field.name for field in fields(Columns))
"""What a column can be named for: ``text``, then the optional ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article from row ``number``: the line it begins on, from 1; in Parquet the row, from 1.

    Its ``title`` and ``slug`` are empty where no column gives them: they are made from the text when it is cut.
    ``done`` is how much of the file was read by then, from 0 to 1; ``has_id``: the slug comes from a column.
    """

    number: int
    done: float
    article: Article
    has_id: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that holds no article, and why."""

    number: int
    done: float
    reason: str


class BadRow(UnreadableArticle):
    """A row that holds no article; the message is the reason, for the list of refused rows."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What a format found in one row: its values by column, as the format has them, or why there are none."""

    number: int
    done: float
    values: Mapping[str, object]
    trouble: str = ""


def row_from(cells: Cells, columns: Columns, name: str, how_read: str) -> Row | Refused:
    """The article in a row of the file called ``name``, or the reason why there is none."""
    if cells.trouble:
        return Refused(cells.number, cells.done, cells.trouble)
    try:
        article = _article(cells, columns, name, how_read)
        return Row(cells.number, cells.done, article, has_id=bool(article.slug))
    except BadRow as error:
        return Refused(cells.number, cells.done, str(error))


def _article(cells: Cells, columns: Columns, name: str, how_read: str) -> Article:
    values, warnings = cells.values, []
    text = _text(values, columns.text)
    if _SURROGATE.search(text):  # half a character, which JSON can write, and no file and no database can hold
        text = _SURROGATE.sub("\ufffd", text)
        warnings.append("broken characters were replaced by \ufffd")
    if said := untagged(text):
        text, how_read = said, f"{how_read}; HTML"
    title, author, address, named = (
        _words(values, column) for column in (columns.title, columns.author, columns.address, columns.id)
    )
    address = _address(address, warnings)
    published = _date(values, columns.date, warnings)
    return Article(
        slug_for(named) if named else "",
        plainly(title),
        text,
        address or f"{plainly(name)}#{cells.number}",
        how_read,
        author,
        published,
        tuple(warnings),
    )


def _text(values: Mapping[str, object], column: str) -> str:
    value = values.get(column)
    if value is None:
        raise BadRow(f"it has no {column}")
    if not isinstance(value, str):
        raise BadRow(f"{column} is not text but {_called(value)}")
    if _UNDECODED.search(value):
        raise BadRow(f"{column} is not UTF-8: save the file as UTF-8, or say that it is cp1252")
    text = with_plain_line_ends(value.removeprefix("\ufeff"))
    if not text.strip():
        raise BadRow(f"{column} is empty")
    if not holds_words(text):
        raise BadRow(f"{column} holds no letter and no digit")
    if "\0" in text:
        raise BadRow(f"{column} holds NUL characters: it is no plain text")
    if len(text) > MAX_BYTES // 4 and len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise BadRow(f"{column} is larger than {MAX_BYTES // 1_000_000} MB: split it")
    return text


def _words(values: Mapping[str, object], column: str) -> str:
    """What an optional column holds, on one line: a text, a whole number, or a list of texts."""
    value = values.get(column) if column else None
    parts = value if isinstance(value, list | tuple) else [value]
    told = []
    for part in parts:
        if isinstance(part, bool) or not isinstance(part, str | int | None):
            raise BadRow(f"{column} is not text but {_called(value)}")
        told.append("" if part is None else " ".join(str(part).split()))
    words = ", ".join(filter(None, told))
    if _UNDECODED.search(words):
        raise BadRow(f"{column} is not UTF-8: save the file as UTF-8, or say that it is cp1252")
    if "\0" in words or len(words) > _LONGEST:
        raise BadRow(f"{column} holds NUL characters, or is longer than {_LONGEST:,} characters")
    return _SURROGATE.sub("\ufffd", words)


def _date(values: Mapping[str, object], column: str, warnings: list[str]) -> str:
    value = values.get(column) if column else None
    if isinstance(value, date):  # and a datetime, which is one
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    words = _words(values, column)
    if (found := iso_date(words)) or not words:
        return found
    warnings.append(f"its date {words[:40]!r} was left out: write it like 2024-05-17")
    return ""


def _address(address: str, warnings: list[str]) -> str:
    if not address or is_of_the_web(address):
        return address
    warnings.append(f"its address {address[:40]!r} was left out: write it like https://example.org/article")
    return ""


def _called(value: object) -> str:
    """What a value is, in a person's words."""
    for kind, words in (
        (bool, "true or false"),
        (int | float, "a number"),
        (list | tuple, "a list"),
        (dict, "an object"),
        (bytes, "bytes"),
    ):
        if isinstance(value, kind):
            return words
    return type(value).__name__


def _listed(known: Collection[str]) -> str:
    names = [repr(name[:60]) for name in list(known)[:_NAMED]]
    more = len(known) - len(names)
    return ", ".join(names) + (f" and {more} more" if more > 0 else "") if names else "none"
