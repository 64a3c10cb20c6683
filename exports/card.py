"""The card of a dataset: YAML for the programs that load it, and words for people, as the Hugging Face hub shows them.

YAML takes JSON's strings, so every value of ours is written as one: nothing in a name can become a key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent

from annotator.agreement.telling import agreement_lines, claims_words
from annotator.model import Verdict
from exports.deciding import Votes
from exports.exporter import FolderExporter, loss_in
from exports.grouping import parts_of
from exports.reporting import UNSUPPORTED
from exports.selection import Selection, Tally
from exports.tables import Column, Holds

CLASS_LABEL = "final_verdict"
"""The column that is read as a class."""

_TYPES = {
    Holds.TEXT: "dtype: string",
    Holds.TEXTS: "list: string",
    Holds.WHOLE: "dtype: int64",
    Holds.NUMBER: "dtype: float64",
    Holds.TRUTH: "dtype: bool",
    Holds.MOMENT: "dtype: timestamp[us, tz=UTC]",
}
_SIZES = {1_000: "n<1K", 10_000: "1K<n<10K", 100_000: "10K<n<100K", 1_000_000: "100K<n<1M"}


def card(
    sizes: Mapping[tuple[str, str], tuple[int, int]],
    configs: Mapping[str, tuple[Column, ...]],
    exporter: FolderExporter,
    tally: Tally,
    selection: Selection,
) -> str:
    """The card of a folder with the files ``CONFIG/PART.parquet`` whose rows and bytes ``sizes`` has, by table
    and split."""
    there = {name: columns for name, columns in configs.items() if any(name == config for config, _ in sizes)}
    parts = {name: [part for part in parts_of(selection) if (name, part) in sizes] for name in there}
    yaml = [
        "pretty_name: Labelled health claims",
        "language:",
        "- en",
        f"license: {json.dumps(selection.origin.licence)}",
        "task_categories:",
        "- text-classification",
        "tags:",
        "- fact-checking",
        "- health",
        "size_categories:",
        f"- {next((size for most, size in _SIZES.items() if tally.claims < most), 'n>1M')}",
        "configs:",
        *(line for name in there for line in _config(name, parts[name])),
        "dataset_info:",
        *(line for name, columns in there.items() for line in _info(name, columns, parts[name], sizes)),
    ]
    return "\n".join(["---", *yaml, "---", "", *_words(there, exporter, tally, selection)]) + "\n"


def _config(name: str, parts: Iterable[str]) -> Iterator[str]:
    yield f"- config_name: {name}"
    if name == "claims":
        yield "  default: true"
    yield "  data_files:"
    for part in parts:
        yield f"  - split: {part}"
        yield f"    path: {name}/{part}.parquet"


def _info(
    name: str, columns: tuple[Column, ...], parts: Iterable[str], sizes: Mapping[tuple[str, str], tuple[int, int]]
) -> Iterator[str]:
    yield f"- config_name: {name}"
    yield "  features:"
    for column in columns:
        yield f"  - name: {column.name}"
        if column.name == CLASS_LABEL:
            yield "    dtype:"
            yield "      class_label:"
            yield "        names:"
            yield from (f"          '{number}': {verdict}" for number, verdict in enumerate(Verdict))
        else:
            yield f"    {_TYPES[column.holds]}"
    yield "  splits:"
    for part in parts:
        yield f"  - name: {part}"
        yield f"    num_bytes: {sizes[name, part][1]}"
        yield f"    num_examples: {sizes[name, part][0]}"


def _agreement_lines(selection: Selection) -> list[str]:
    """Over every vote on the claims, whatever the dataset tells of them; who voted is told where it has the votes."""
    agreement = selection.agreement()
    if not agreement.claims_with_two:
        return [claims_words(agreement)]
    return agreement_lines(agreement if selection.votes is Votes.ALL else agreement.without_names())


def _words(
    configs: Mapping[str, tuple[Column, ...]], exporter: FolderExporter, tally: Tally, selection: Selection
) -> Iterator[str]:
    yield "# Labelled health claims"
    yield ""
    yield "Claims cut from health articles, sentence by sentence, with the verdicts of reviewers and their evidence."
    yield ""
    yield f"**Verdicts.** {selection.votes.description} {UNSUPPORTED}"
    yield ""
    yield "**Offsets** are half-open and count Unicode code points of the article's text."
    yield ""
    yield "## What is not in it"
    yield ""
    yield indent(loss_in(exporter, tally, selection), "    ")
    yield "## How far the reviewers agree"
    yield ""
    yield indent("\n".join(_agreement_lines(selection)), "    ")
    yield ""
    for name, columns in configs.items():
        yield f"## {name.capitalize()}"
        yield ""
        yield "| column | holds | meaning |"
        yield "|---|---|---|"
        yield from (f"| `{column.name}` | {column.holds} | {column.meaning} |" for column in columns)
        yield ""
