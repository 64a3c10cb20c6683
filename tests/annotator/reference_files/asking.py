"""Short ways to ask what was read of a reference file."""

from __future__ import annotations

from annotator.citations.reference_files.model import References
from annotator.citations.reference_files.reading import read_references
from annotator.citations.work import Work


def read(text: str) -> References:
    """What is read of a file in UTF-8."""
    return read_references(text.encode())


def only(text: str) -> Work:
    """The work of a file that holds one, without a remark or a refusal."""
    found = read(text)
    assert (found.refused, found.remarks, [record.remarks for record in found.records]) == ([], [], [()])
    return found.works[0]


def numbers(work: Work) -> list[str]:
    """All that a work is known by, as ``type:identifier``."""
    return [f"{source.type}:{source.identifier}" for source in work.identifiers]
