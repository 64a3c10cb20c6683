"""Works as CSL-JSON, whole: what CSL has no variable for stands in ``custom`` and on lines of the note."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from annotator.citations.reference_files.carrying import carried_apart
from annotator.citations.reference_files.csl_json import TYPES
from annotator.citations.work import Work
from annotator.model import SourceType

_IN_FIELDS = (SourceType.PMID, SourceType.PMCID)


def to_csl_json(works: Iterable[Work]) -> str:
    """A list with an item for each work, one a line."""
    items = [json.dumps(csl_item(work, str(place)), ensure_ascii=False) for place, work in enumerate(works, 1)]
    return "[\n" + ",\n".join(items) + "\n]\n" if items else "[]\n"


def csl_item(work: Work, name: str) -> dict[str, Any]:
    """A work as the CSL-JSON item called ``name``."""
    first = {kind: next((one for one in work.identifiers if one.type is kind), None) for kind in SourceType}
    item: dict[str, Any] = {"id": name, "type": "document", **work.csl}
    in_fields = [one for kind, one in first.items() if one is not None and kind is not SourceType.NCT]
    for one in in_fields:
        if one.type is SourceType.DOI:
            item["DOI"] = one.shown
        elif one.type is SourceType.URL:
            item["URL"] = one.url
        elif one.type in _IN_FIELDS:
            item[one.type.name] = one.identifier
        else:
            item.setdefault("ISBN", one.identifier)
    apart = carried_apart(work, {SourceType.URL}, in_fields)
    if apart:
        item["note"] = "\n".join([*apart, *filter(None, [item.get("note")])])
    if work.publication_types:
        item["custom"] = {TYPES: list(work.publication_types)}
    return item
