"""The works of a file whose lines begin with a tag: each record is read, or refused with what it lacks."""

from __future__ import annotations

from collections.abc import Callable

from annotator.citations.reference_files.model import References, Refused
from annotator.citations.reference_files.numbers import KnownBy
from annotator.citations.reference_files.records import record_of
from annotator.citations.reference_files.tagged import Dialect, TaggedRecord, stray_remark, tagged_records
from annotator.citations.work import Work
from annotator.errors import InvalidWork


def read_tagged(
    text: str, found: References, dialect: Dialect, work_of: Callable[[TaggedRecord, KnownBy], Work], needs: str
) -> References:
    """``found`` with the records of ``text``. ``work_of`` reads one, and raises InvalidWork where it names no work;
    ``needs`` says which fields would name it."""
    stray: list[int] = []
    for record in tagged_records(text, dialect, stray):
        known = KnownBy()
        try:
            work = work_of(record, known)
        except InvalidWork as error:
            found.refused.append(Refused(record.number, record.line, f"{error}: give it {needs}"))
        else:
            found.records.append(record_of(record.number, record.line, work, known, record.line_of))
    found.remarks += filter(None, [stray_remark(stray)])
    return found
