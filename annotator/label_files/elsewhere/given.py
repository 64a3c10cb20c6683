"""The files as they are given: their rows or tasks, as JSON or cells have them, and passages that others point to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, BinaryIO, TypeVar

from annotator.errors import UnreadableLabels
from annotator.label_files.cells import restored
from annotator.label_files.elsewhere.meanings import LabelWords
from annotator.label_files.elsewhere.model import BadEntry, Choices, Found, Losses, Refused
from corpus.errors import UnreadableArticle
from corpus.reading.bulk import read_values
from corpus.reading.sniffing import instead_of_rows

LARGEST_JSON = 200_000_000
"""Bytes of a JSON file, which is in memory as a whole; of rows, only one is."""

_NAMES = {"what", "id", "name", "where"}

Fields = Mapping[str, Any]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Given:
    """A file by its name, open for reading. It is read from its start, as often as asked."""

    name: str
    file: BinaryIO

    @property
    def suffix(self) -> str:
        """Of the name, in lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    @property
    def place_word(self) -> str:
        """What the numbers of its entries count."""
        return "entry" if self.suffix == ".json" else "line"

    @property
    def is_cells(self) -> bool:
        """Whether it is CSV or TSV: rows of cells, whose letters a person can name."""
        return self.suffix in (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Passages:
    """Titles and sentences of the documents that claims point to, by the documents' names; and ``sources``, what the
    documents are, where a file says it."""

    documents: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def source(self, name: str) -> str:
        """What the document is, else its name in the file."""
        return self.sources.get(name, name)

    def title(self, name: str) -> str:
        """The document's title, or nothing."""
        return self.documents.get(name, ("", []))[0]

    def sentences(self, name: str) -> int | None:
        """How many sentences the document has; None where no file has the document."""
        found = self.documents.get(name)
        return None if found is None else len(found[1])

    def words(self, name: str, numbers: Iterable[int]) -> str:
        """Those sentences of the document, as far as there are any. The first one is number 0."""
        sentences = self.documents.get(name, ("", []))[1]
        return " ".join(filter(None, (sentences[number].strip() for number in numbers if number < len(sentences))))


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read: how a person wants it, the passages it points to, and where losses and label words
    are counted."""

    given: Given
    choices: Choices
    passages: Passages
    losses: Losses
    words: LabelWords


def entries(given: Given, encoding: str = "utf-8") -> Iterator[tuple[int, Fields] | Refused]:
    """The rows of a file with their lines, from 1; of a JSON array its tasks, by number. Raises UnreadableLabels."""
    if given.suffix == ".json":
        yield from _array(given)
        return
    try:
        for row in read_values(given.file, given.name, encoding):
            if row.trouble:
                yield Refused(row.number, row.trouble)
            elif given.is_cells:
                yield row.number, {name: restored(str(cell)) for name, cell in row.values.items()}
            else:
                yield row.number, row.values
    except UnreadableArticle as error:
        raise UnreadableLabels(str(error)) from error


def each_entry(
    given: Given, read: Callable[[int, Fields], Iterable[Found | Refused]], encoding: str = "utf-8"
) -> Iterator[Found | Refused]:
    """What ``read`` makes of each entry; what it refuses with BadEntry stands in the list with its line."""
    for entry in entries(given, encoding):
        if isinstance(entry, Refused):
            yield entry
            continue
        try:
            yield from read(*entry)
        except BadEntry as error:
            yield Refused(entry[0], str(error))


def first_entry(given: Given, encoding: str = "utf-8") -> Fields:
    """The first entry that can be read; empty where there is none."""
    return next((each[1] for each in entries(given, encoding) if not isinstance(each, Refused)), {})


def first_trouble(given: Given, encoding: str = "utf-8") -> str:
    """Why the first entry that cannot be read is none; empty where there is no such entry."""
    return next((each.reason for each in entries(given, encoding) if isinstance(each, Refused)), "")


def is_passages(given: Given) -> bool:
    """Whether a file holds documents and no claims: rows with an abstract, or with the lines of a page; or the names
    of documents, as the ``ids.tsv`` of our exports has them."""
    if given.suffix == ".tsv":
        return first_entry(given).keys() == _NAMES
    if given.suffix not in (".jsonl", ".ndjson"):
        return False
    first = first_entry(given)
    return "claim" not in first and ("abstract" in first or {"id", "lines"} <= first.keys())


def passages_in(files: Iterable[Given]) -> Passages:
    """The documents in files like SciFact's ``corpus.jsonl`` or FEVER's pages, and their names in our ``ids.tsv``."""
    passages = Passages()
    for given in files:
        for entry in entries(given):
            if isinstance(entry, Refused):
                continue
            fields = entry[1]
            if given.is_cells:
                if fields["what"] == "document":
                    passages.sources[fields["id"]] = fields["name"]
                continue
            name = fields.get("doc_id", fields.get("id"))
            sentences = fields.get("abstract", fields.get("lines"))
            if isinstance(sentences, str):
                sentences = _numbered(sentences)
            if name is not None and isinstance(sentences, list):
                title = fields.get("title")
                passages.documents[str(name)] = (
                    title if isinstance(title, str) else "",
                    [sentence if isinstance(sentence, str) else "" for sentence in sentences],
                )
    return passages


def the(fields: Fields, name: str, kind: type[Value], called: str) -> Value:
    """What a field holds. Raises BadEntry where it is missing or something else than ``called``."""
    value = fields.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise BadEntry(f"its {name} is missing, or is not {called}")
    return value


def _array(given: Given) -> Iterator[tuple[int, Fields] | Refused]:
    given.file.seek(0)
    content = given.file.read(LARGEST_JSON + 1)
    if len(content) > LARGEST_JSON:
        raise UnreadableLabels(f"{given.name}: larger than {LARGEST_JSON // 1_000_000} MB: export it in parts")
    if other := instead_of_rows(content):
        raise UnreadableLabels(f"{given.name}: {other}")
    try:
        tasks = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableLabels(f"{given.name}: it is not UTF-8: save it as UTF-8") from None
    except (ValueError, RecursionError):
        raise UnreadableLabels(f"{given.name}: it is no JSON, or was cut short: export it again") from None
    if not isinstance(tasks, list):
        raise UnreadableLabels(f"{given.name}: it is no JSON list: rows of JSON, one a line, are a .jsonl file")
    for number, task in enumerate(tasks, 1):
        yield (number, task) if isinstance(task, dict) else Refused(number, "it is no JSON object")


def _numbered(lines: str) -> list[str]:
    """The sentences of a page of FEVER: ``number``, tab, sentence, and links behind further tabs."""
    sentences: list[str] = []
    for line in lines.split("\n"):
        number, _, rest = line.partition("\t")
        if number.isascii() and number.isdigit() and int(number) < 10_000:
            sentences += [""] * (int(number) + 1 - len(sentences))
            sentences[int(number)] = rest.partition("\t")[0]
    return sentences
