"""What goes beside a dataset: a report of what it lost, for people, and a manifest, for programs.

Neither holds the time of the export: two exports of one moment have the same reports too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

import orjson

from annotator.storage.times import to_text
from corpus.version import VERSION
from exports.selection import Origin, Selection, Tally, counted, numbered

LOSS, LEAKAGE, MANIFEST = ".loss.txt", ".leakage.txt", ".manifest.json"
"""What the reports of a dataset are called: its own name, and then this."""

UNSUPPORTED = (
    '"unsupported" means searched, and nothing settles it. It never includes contradicted; elsewhere it often does.'
)
"""Said with every dataset: elsewhere the word often takes in contradicted claims."""

NOT_KEPT = (
    "what was known of them at that moment, such as a retraction or an abstract, is not kept. Nothing is said of it,"
    " and the flags that rest on it (retracted, weak, old) are left out."
)
"""Said with every dataset of an earlier moment."""

KNOWN_NOW = (
    "what is known of them, such as a retraction or an abstract, is what the desk knew when this was written. No past"
    " of it is kept: --as-of makes the rest of this dataset again, and leaves that out."
)
"""Said with every other dataset."""

_WIDTH = 100
_BLOCK = 1 << 16


def loss_report(format_name: str, loses: str, tally: Tally, selection: Selection) -> str:
    """What is not in a dataset, and why, in lines for a person."""
    origin = selection.origin
    lines = [
        f"Dataset: {format_name}, {counted(tally.claims, 'claim')}, {counted(tally.votes, 'vote')}",
        *_counts("Left out", tally.left_out),
        *(_counts("In it without a verdict that has its evidence", tally.unsettled) if tally.unsettled else ()),
        *(_counts("Lost of what is in it", tally.lost) if tally.lost else ()),
        f"Lost by the format: {loses}",
        f"Verdicts: {selection.votes.description}",
        f"Words: {UNSUPPORTED}",
        f"The desk as of: {origin.as_of or 'its beginning'}",
        f"Filters: {_filters_words(origin) or 'none'}",
        f"Sources: {_sources_words(selection)}",
    ]
    return "".join(f"{fill(line, _WIDTH, subsequent_indent='  ', break_on_hyphens=False)}\n" for line in lines)


def manifest(format_name: str, tally: Tally, selection: Selection, files: Mapping[str, Path]) -> bytes:
    """What a dataset is made of, as JSON: its files, by name, with their sha256; its counts, filters and origin."""
    origin = selection.origin
    record = {
        "schema": "manifest/1",
        "format": format_name,
        "program": {"name": "Claimdesk", "version": VERSION},
        "database_schema": origin.schema_version,
        "as_of": origin.as_of,
        "sources": _sources_words(selection),
        "licence": origin.licence,
        "verdicts": {"rule": selection.votes, "meaning": selection.votes.description, "unsupported": UNSUPPORTED},
        "filters": filters_record(origin),
        "counts": {
            "claims": tally.claims,
            "votes": tally.votes,
            "left_out": dict(sorted(tally.left_out.items())),
            "lost": dict(sorted(tally.lost.items())),
            "unsettled": dict(sorted(tally.unsettled.items())),
        },
        "files": [
            {"name": name, "bytes": path.stat().st_size, "sha256": file_sha256(path)}
            for name, path in sorted(files.items())
        ],
    }
    return orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def filters_record(origin: Origin) -> dict[str, Any]:
    """The filters that were given, by name; those that let everything through are left out."""
    filters = origin.filters
    record = {
        "article": filters.articles,
        "section": filters.sections,
        "kind": filters.kinds,
        "verdict": filters.verdicts,
        "flag": filters.flags,
        "cue": filters.cues,
        "reviewer": filters.reviewers,
        "search": filters.search,
        "as_of": to_text(filters.as_of) if filters.as_of else "",
        "split": origin.split,
    }
    return {name: value for name, value in record.items() if value}


def file_sha256(path: Path) -> str:
    """The sha256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _sources_words(selection: Selection) -> str:
    return NOT_KEPT if selection.retractions is None else KNOWN_NOW


def _counts(title: str, numbers: Mapping[str, int]) -> list[str]:
    if not numbers:
        return [f"{title}: nothing"]
    return [f"{title}:", *(f"- {numbered(*each)}" for each in sorted(numbers.items()))]


def _filters_words(origin: Origin) -> str:
    parts = filters_record(origin).items()
    return "; ".join(f"{name} {value if isinstance(value, str) else ', '.join(value)}" for name, value in parts)
