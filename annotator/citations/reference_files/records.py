"""A record as it comes out of a reference file: what is kept of it, and what could not be."""

from __future__ import annotations

from collections.abc import Callable

from annotator.citations.limits import within_limits
from annotator.citations.reference_files.model import Record, Remark
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.work import Work


def record_of(
    number: int, line: int, work: Work, known: KnownBy, line_of: Callable[[str, str], int] | None = None
) -> Record:
    """The record that ``work`` was read from. ``line_of`` says in which line a field has some words: what was left out
    is told there; without it, where the record begins."""
    kept, cut = within_limits(work)
    remarks = [Remark(line, each) for each in cut]
    remarks += [Remark(line_of(each.field, each.given) if line_of else line, each.remark) for each in known.left_out]
    return Record(number, line, kept, tuple(remarks))
