"""Identifiers that a format has no field for: carried on lines of a note, with their label, as readers find them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from annotator.citations.work import Work
from annotator.model import Source, SourceType

_LABELS = {
    SourceType.DOI: "DOI: ",
    SourceType.PMID: "PMID: ",
    SourceType.PMCID: "PMCID: ",
    SourceType.NCT: "",
    SourceType.ISBN: "ISBN: ",
}


def carried_apart(work: Work, kinds: Collection[SourceType], sources: Sequence[Source]) -> list[str]:
    """A line for each identifier of ``work`` whose kind is none of ``kinds``, and that is none of ``sources``."""
    apart = [one for one in work.identifiers if one.type not in kinds and one not in sources and one.type in _LABELS]
    return [f"{_LABELS[one.type]}{one.shown.removeprefix('PMID ').removeprefix('ISBN ')}" for one in apart]
