"""Label Studio's short exports, JSON-MIN, CSV and TSV: a row for each annotation, which is made a task again.

A row has the task's data, a column for each field of the labelling, and who annotated when. Spans are a list of objects
there; a choice or a text alone is its bare word. So what was written on one of several spans stands apart from all of
them: the export as JSON keeps them together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from annotator.label_files.elsewhere.given import Fields, Job, entries
from annotator.label_files.elsewhere.model import BadEntry, Refused
from annotator.label_files.elsewhere.table import usual_names

OWN = frozenset({"annotator", "annotation_id", "lead_time"})
"""Columns that every short export has."""

_BESIDE = OWN | {"id", "created_at", "updated_at", "agreement", "history"}
_DATA = "_data_"  # before a column of the data that is called like a field
_REVIEWER = "reviewer"
_TEXTS = frozenset({"search_note", "citations", *usual_names("rationale")})
_LOOKED_AT = 200
_PARTED = "text or choice parted from its span by this export: left out; export as JSON to keep it"

Result = dict[str, Any]


def is_short(row: Fields) -> bool:
    """Whether a row is one of a short export."""
    return "annotator" in row and "annotations" not in row


def label_columns(job: Job) -> frozenset[str]:
    """The columns with a choice about the whole text: the one named, else those whose names or words say so."""
    if chosen := job.choices.columns.get("label"):
        return frozenset({chosen})
    usual, found = usual_names("label"), set()
    for entry in islice(entries(job.given, job.choices.encoding), _LOOKED_AT):
        if isinstance(entry, Refused):
            continue
        for name, value in _fields(entry[1], job).items():
            words = _words(value)
            if words and (name in usual or all(job.words.known(word) for word in words)):
                found.add(name)
    return frozenset(found)


def as_task(row: Fields, labels: frozenset[str], job: Job) -> Fields:
    """The row as the task that it was made of, with its one annotation. ``labels`` are its ``label_columns``.

    Raises BadEntry where no column holds a label.
    """
    fields = _fields(row, job)
    results = [result for name, value in fields.items() for result in _objects(name, value)]
    spans = {result["id"]: result["value"] for result in results if result["id"]}
    only = next(iter(spans.items())) if len(spans) == 1 else None
    for name, value in fields.items():
        words = _words(value)
        if name == _REVIEWER:
            results += [_result("textarea", name, "", {"text": words})] if words else []
        elif name in labels or name in _TEXTS:
            kind, key = ("choices", "choices") if name in labels else ("textarea", "text")
            if len(spans) > 1:
                job.losses.add(_PARTED, len(words))
            elif words:
                where, place = only or ("", {})
                at = {edge: place[edge] for edge in ("start", "end") if edge in place}
                results.append(_result(kind, name, where, {**at, key: words}))
    if not labels and not spans and (results or row.get("annotation_id")):
        listed = ", ".join(repr(name[:40]) for name in list(fields)[:20])
        raise BadEntry(f"no column of it holds a label that is known: it has {listed}; name the one with the label")
    says = any(result["type"] in ("labels", "choices") for result in results)
    return {"data": _data(fields, labels), "annotations": [_annotation(row, results)] if says else []}


def _annotation(row: Fields, results: list[Result]) -> Fields:
    moments = {name: row.get(name) or None for name in ("created_at", "updated_at")}
    return {"completed_by": row.get("annotator") or None, "result": results, **moments}


def _fields(row: Fields, job: Job) -> dict[str, Any]:
    """The columns of data and labelling. In CSV, what is no bare word is JSON in a cell."""
    return {name: _value(value) if job.given.is_cells else value for name, value in row.items() if name not in _BESIDE}


def _value(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(("[", "{")):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):  # a text that begins with a bracket
            return cell
    return cell


def _data(fields: Mapping[str, Any], labels: frozenset[str]) -> dict[str, Any]:
    data = {
        name: value for name, value in fields.items() if name not in labels and name not in _TEXTS and name != _REVIEWER
    }
    return data | {name.removeprefix(_DATA): value for name, value in fields.items() if name.startswith(_DATA)}


def _objects(name: str, value: object) -> Iterator[Result]:
    """The results that are objects still: spans with labels, several choices, several texts."""
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict):
            continue
        where = f"{each['start']}-{each['end']}" if {"start", "end"} <= each.keys() else ""
        if "labels" in each:
            yield _result("labels", name, where, each)
        elif "choices" in each:
            yield _result("choices", name, where, each)
        elif isinstance(each.get("text"), list):
            yield _result("textarea", name, where, each)
        elif any(str(key).endswith("labels") for key in each):
            yield _result("other", name, "", each)


def _result(kind: str, name: str, where: str, value: Fields) -> Result:
    return {"id": where, "from_name": name, "type": kind, "value": value}


def _words(value: object) -> list[str]:
    """The bare words of a column, one or a list of them, without those that are blanks alone."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str) and each.strip()]
