"""The formats that labelled data from elsewhere comes in, and the reading of a file in one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from annotator.errors import UnreadableLabels
from annotator.label_files.elsewhere.averitec import read_averitec
from annotator.label_files.elsewhere.doccano import read_doccano
from annotator.label_files.elsewhere.drafting import Drafts, draft
from annotator.label_files.elsewhere.fever import read_fever
from annotator.label_files.elsewhere.given import (
    Fields,
    Given,
    Job,
    first_entry,
    first_trouble,
    is_passages,
    passages_in,
)
from annotator.label_files.elsewhere.label_studio import read_label_studio
from annotator.label_files.elsewhere.label_studio_short import OWN
from annotator.label_files.elsewhere.meanings import LabelWords
from annotator.label_files.elsewhere.model import Choices, Found, Losses, Refused
from annotator.label_files.elsewhere.scifact import read_scifact
from annotator.label_files.elsewhere.table import (
    HEALTHVER,
    columns_in,
    read_healthver,
    read_table,
    usual_columns,
)
from annotator.label_files.json_lines import SCHEMA
from corpus.reading.naming import plainly

Read = Callable[[Job], Iterator[Found | Refused]]
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what a page calls it, what it is, the suffixes of its files, and how it is read."""

    name: str
    title: str
    description: str
    suffixes: tuple[str, ...]
    read: Read


_ROWS = (".jsonl", ".ndjson")
FORMATS = {
    each.name: each
    for each in (
        Format(
            "healthver", "HealthVer", "CSV: id, evidence, claim, label, topic_ip, question", (".csv",), read_healthver
        ),
        Format("scifact", "SciFact", "JSONL of claims, with corpus.jsonl for the sentences", _ROWS, read_scifact),
        Format("fever", "FEVER", "JSONL of claims, with a JSONL of pages for the sentences", _ROWS, read_fever),
        Format("averitec", "AVeriTeC", "JSON list of claims with questions and answers", (".json",), read_averitec),
        Format(
            "labelstudio",
            "Label Studio",
            "JSON, JSON-MIN, CSV or TSV export: spans with labels, or choices",
            (".csv", ".tsv", ".json"),
            read_label_studio,
        ),
        Format("doccano", "doccano", "JSONL export: text with label, or with entities", _ROWS, read_doccano),
        Format(
            "table",
            "Table",
            "CSV, TSV, JSONL or a JSON list, by the columns that are named",
            (".csv", ".tsv", ".json", *_ROWS),
            read_table,
        ),
    )
}
"""Every format by its name."""

SUFFIXES = tuple(dict.fromkeys(suffix for each in FORMATS.values() for suffix in each.suffixes))


def guess_format(given: Given, encoding: str = "utf-8") -> Format:
    """The format that a file's first entry looks like. Raises UnreadableLabels where it is none of ours to take in."""
    if given.suffix not in SUFFIXES:
        raise UnreadableLabels(f"{given.name}: labelled data is one of {', '.join(SUFFIXES)}: save it as one of these")
    first = first_entry(given, encoding)
    if not first:
        why = first_trouble(given, encoding)
        raise UnreadableLabels(f"{given.name}: it has no entry that can be read" + (f": {why}" if why else ""))
    if first.get("schema") == SCHEMA or {"claim_id", "article_sha256"} <= first.keys():
        raise UnreadableLabels(f"{given.name}: this is an export of ours: load it with python -m annotator load-labels")
    for name, is_it in _SIGNS.items():
        if given.suffix in FORMATS[name].suffixes and is_it(first):
            return FORMATS[name]
    return FORMATS["table"]


def format_named(name: str) -> Format:
    """The format of that name; UnreadableLabels lists the known ones."""
    if name not in FORMATS:
        raise UnreadableLabels(f"there is no format {name!r}: one of {', '.join(FORMATS)}")
    return FORMATS[name]


def read_drafts(given: Given, format_: Format, choices: Choices, beside: Sequence[Given] = ()) -> Drafts:
    """What a file holds, ready for the desk. ``beside`` are the files with the sentences that its claims point to.

    Raises UnreadableLabels where the file as a whole is not of that format.
    """
    losses = Losses()
    if given.suffix not in format_.suffixes:
        raise UnreadableLabels(f"{given.name}: {format_.title} is one of {', '.join(format_.suffixes)}")
    passages = passages_in(beside)
    by = choices.by or owner(given, format_)
    words = LabelWords(choices.meanings)
    drafts = draft(
        format_.read(Job(given, choices, passages, losses, words)), by, choices.bare_ids, losses, given.place_word
    )
    drafts.words = words
    if not (drafts.entries or losses.counts):
        raise UnreadableLabels(f"{given.name}: there is nothing in it")
    if remark := words.remark():
        losses.remarks.append(remark)
    return drafts


def owner(given: Given, format_: Format) -> str:
    """Whose the labels are that name nobody: the set's, or the file's."""
    return format_.title if format_.name != "table" else plainly(PurePath(given.name).stem)[:LONGEST_NAME].strip()


def columns_of(given: Given, format_: Format, choices: Choices) -> dict[str, str]:
    """The columns that a table is read by, chosen or usual; other formats have none to choose."""
    if format_.name == "healthver":
        return dict(HEALTHVER)
    if format_.name != "table":
        return {}
    return dict(choices.columns) or usual_columns(columns_in(given, choices.encoding))


def with_usual_columns(given: Given, format_: Format, choices: Choices) -> Choices:
    """``choices`` with the usual columns for the parts of a table that nobody named; a column ``-`` is none."""
    columns = dict(choices.columns)
    if format_.name == "table":
        usual = usual_columns(columns_in(given, choices.encoding))
        columns = {part: name for part, name in usual.items() if name not in columns.values()} | columns
    return replace(choices, columns={part: name for part, name in columns.items() if name != "-"})


def sorted_out(files: Sequence[Given]) -> tuple[list[Given], list[Given]]:
    """Files with claims, and those with only the sentences that claims point to."""
    beside = [given for given in files if is_passages(given)]
    return [given for given in files if given not in beside], beside


_SIGNS: dict[str, Callable[[Fields], bool]] = {
    "healthver": lambda first: set(HEALTHVER.values()) <= first.keys(),
    "scifact": lambda first: "claim" in first and isinstance(first.get("evidence"), dict),
    "fever": lambda first: "claim" in first and isinstance(first.get("evidence"), list) and "label" in first,
    "averitec": lambda first: "claim" in first and "questions" in first,
    "labelstudio": lambda first: ("data" in first and "annotations" in first) or first.keys() >= OWN,
    "doccano": lambda first: (
        isinstance(first.get("text"), str)
        and ("entities" in first or isinstance(first.get("label", first.get("labels")), list))
    ),
}
