"""Croissant 1.0: what the files of a dataset are and hold, as JSON-LD for machine learning, beside them in Parquet.

The tables are those of ``exports.tables``, joined by their keys. https://docs.mlcommons.org/croissant/docs/croissant-spec.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa

from annotator.model import LabelledClaim, Source
from corpus.version import VERSION
from exports.evidenced import count_written
from exports.exporter import FolderExporter
from exports.parquet import TableWriter, fields, origin_metadata
from exports.reporting import UNSUPPORTED, file_sha256
from exports.selection import Selection, Tally
from exports.tables import LOSES, TABLES, Column, Holds, citation_rows, claim_row, source_row, sources_of, vote_row

METADATA = "croissant.json"

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context of the standard, whole: readers know the words by it."""

_TYPES = {
    Holds.TEXT: "sc:Text",
    Holds.TEXTS: "sc:Text",
    Holds.WHOLE: "sc:Integer",
    Holds.NUMBER: "sc:Float",
    Holds.TRUTH: "sc:Boolean",
    Holds.MOMENT: "sc:DateTime",
}
_KEYS = {"claims": "claim_id", "votes": "key", "sources": "source_id"}
"""The column that names a row of each table."""


def write_croissant(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write the tables, and the metadata that names them with their sha256."""
    tally, sources, metadata = Tally(), dict[str, Source](), origin_metadata(selection)
    with ExitStack() as open_files:
        tables = {
            name: open_files.enter_context(
                TableWriter(folder / f"{name}.parquet", pa.schema(fields(columns), metadata=metadata))
            )
            for name, columns in TABLES.items()
        }
        for claim in claims:
            tables["claims"].add(claim_row(claim, selection))
            count_written(claim, selection, tally)
            for vote in selection.votes_of(claim):
                tables["votes"].add(vote_row(vote))
                tally.votes += 1
                sources |= sources_of(vote.evidence.citations)
                for row in citation_rows(vote):
                    tables["citations"].add(row)
        for key in sorted(sources):
            tables["sources"].add(source_row(sources[key]))
    record = json.dumps(_metadata(folder, selection), ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(f"{record}\n", "utf-8", newline="\n")
    return tally


CROISSANT = FolderExporter(
    name="croissant",
    description="Claims, votes, citations and sources in Parquet, with Croissant metadata that names each file with its"
    " sha256 and each column with its type and meaning.",
    loses=f"{LOSES} Croissant has no word for a frozen split: it is a column.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence: the tables of votes,"
    " citations and sources are empty.",
    write_in=write_croissant,
    is_text=False,
)


def _metadata(folder: Path, selection: Selection) -> dict[str, Any]:
    origin = selection.origin
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "labelled-health-claims",
        "description": "Claims cut from health articles, sentence by sentence, with the verdicts of reviewers and their"
        f" evidence. {selection.votes.description} {UNSUPPORTED} Offsets count Unicode code points.",
        "license": origin.licence,
        "citeAs": f"Labelled health claims, as of {origin.as_of or 'the beginning'}",
        "version": VERSION,
        "url": "urn:claimdesk:dataset",
        **({"datePublished": origin.as_of} if origin.as_of else {}),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{name}.parquet",
                "name": f"{name}.parquet",
                "contentUrl": f"{name}.parquet",
                "contentSize": f"{(folder / f'{name}.parquet').stat().st_size} B",
                "encodingFormat": "application/x-parquet",
                "sha256": file_sha256(folder / f"{name}.parquet"),
            }
            for name in TABLES
        ],
        "recordSet": [_record_set(name, columns) for name, columns in TABLES.items()],
    }


def _record_set(name: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    key = {"key": {"@id": f"{name}/{_KEYS[name]}"}} if name in _KEYS else {}
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        **key,
        "field": [_field(name, column) for column in columns],
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    other = next((name for name, key in _KEYS.items() if key == column.name and name != table), None)
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.meaning,
        "dataType": _TYPES[column.holds],
        **({"repeated": True} if column.holds is Holds.TEXTS else {}),
        **({"references": {"field": {"@id": f"{other}/{column.name}"}}} if other else {}),
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": column.name}},
    }
