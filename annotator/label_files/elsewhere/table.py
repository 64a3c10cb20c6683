"""Any table of claims, in cells or as rows of JSON, by columns that a person names; HealthVer's has known columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime

from annotator.errors import UnreadableLabels
from annotator.label_files.elsewhere.evidence import parted
from annotator.label_files.elsewhere.given import Fields, Given, Job, each_entry, entries
from annotator.label_files.elsewhere.model import (
    COLUMN_PARTS,
    NO_TEXT,
    BadEntry,
    Found,
    Losses,
    Meaning,
    Passage,
    Refused,
    Vote,
)

HEALTHVER = {"claim": "claim", "label": "label", "group": "topic_ip", "evidence": "evidence", "title": "question"}
"""The columns of HealthVer, a row for each pair of a claim and a passage."""

_USUAL = {
    "claim": "claim claim_text statement sentence claimreviewed hypothesis",
    "label": "label verdict rating gold_label class truth",
    "text": "article_text main_text maintext article document body",
    "group": "topic_ip topic article_id group document_id doc_id",
    "reviewer": "reviewer annotator who labelled_by labeled_by annotator_id user",
    "evidence": "evidence quote evidence_text passage premise",
    "source": "source pmid doi source_id source_url evidence_url url citation sources evidence_id",
    "rationale": "rationale explanation justification reason why comment note",
    "time": "labelled_at labeled_at time when timestamp annotated_at created_at",
    "title": "title question headline",
}
_LOOKED_AT = 100
_UNDECODED = re.compile("[\udc80-\udcff]")
_NO_ZONE = "time without a zone: taken as UTC"


def columns_in(given: Given, encoding: str = "utf-8") -> list[str]:
    """The columns of a table, in their order."""
    names: dict[str, None] = {}
    for number, entry in enumerate(entries(given, encoding)):
        if not isinstance(entry, Refused):
            names |= dict.fromkeys(entry[1])
        if number == _LOOKED_AT:
            break
    return list(names)


def usual_columns(columns: Collection[str]) -> dict[str, str]:
    """The columns whose names say what they are, by ``COLUMN_PARTS``: an offer to whoever names them."""
    by_name = {name.casefold(): name for name in reversed(list(columns))}
    found = {}
    for part in COLUMN_PARTS:
        found[part] = next((by_name.pop(name) for name in _USUAL[part].split() if name in by_name), "")
    return {part: name for part, name in found.items() if name}


def usual_names(part: str) -> tuple[str, ...]:
    """What columns for one of ``COLUMN_PARTS`` are usually called."""
    return tuple(_USUAL[part].split())


def read_table(job: Job) -> Iterator[Found | Refused]:
    """The claims of a table by the columns chosen, else by the usual ones. Raises UnreadableLabels without a claim."""
    given, choices = job.given, job.choices
    known = columns_in(given, choices.encoding)
    columns = dict(choices.columns) or usual_columns(known)
    _check(given.name, columns, known)
    yield from _rows(job, columns)


def read_healthver(job: Job) -> Iterator[Found | Refused]:
    """The claims of a file with HealthVer's columns: a claim's rows, each with a passage, are one label."""
    _check(job.given.name, HEALTHVER, columns_in(job.given, job.choices.encoding))
    yield from _rows(job, HEALTHVER)


def moment(written: str, losses: Losses) -> datetime | None:
    """The moment in ISO 8601, or a day; None for no words. Raises BadEntry for what is none."""
    if not written.strip():
        return None
    try:
        at = datetime.fromisoformat(written.strip())
        if at.utcoffset() is None:
            losses.add(_NO_ZONE)
            return at.replace(tzinfo=UTC)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadEntry(f"its time is {written[:40]!r}: write it like 2026-01-05T10:00:00Z") from None


def _rows(job: Job, columns: Mapping[str, str]) -> Iterator[Found | Refused]:
    def found(line: int, fields: Fields) -> Iterable[Found]:
        return [_found(line, fields, columns, job)]

    yield from each_entry(job.given, found, job.choices.encoding)


def _found(line: int, fields: Fields, columns: Mapping[str, str], job: Job) -> Found:
    is_cells = job.given.is_cells
    said = {part: _words(fields, columns.get(part, ""), is_cells) for part in COLUMN_PARTS}
    meaning = job.words.meaning(said["label"]) if columns.get("label") else None
    passage = Passage(said["evidence"], parted(said["source"]), meaning=meaning or Meaning.NOTHING)
    vote = Vote(
        line,
        said["reviewer"],
        meaning,
        (passage,) if passage.words or passage.sources else (),
        said["rationale"],
        at=moment(said["time"], job.losses),
    )
    votes = (vote,) if vote.passages or vote.rationale or said["label"] else ()
    return Found(line, said["claim"], votes, said["text"], None, said["group"], said["title"])


def _words(fields: Fields, column: str, is_cells: bool) -> str:
    """What a cell holds: a text, a number, true or false, or a list of these, one a line."""
    value = fields.get(column) if column else None
    parts = value if isinstance(value, list | tuple) else [value]
    said = []
    for part in parts:
        if not isinstance(part, str | int | float | None):
            raise BadEntry(f"its {column} is no text, no number and no list of them")
        said.append(str(part).lower() if isinstance(part, bool) else "" if part is None else str(part))
    words = "\n".join(filter(None, said))
    if NO_TEXT.search(words):
        raise BadEntry(f"its {column} {_no_text(words, is_cells)}")
    return words


def _no_text(words: str, is_cells: bool) -> str:
    """Why they are none. Bytes that are not of the encoding of cells stand in them as certain half characters."""
    if is_cells and _UNDECODED.search(words):
        return "is no text in this encoding: save the file as UTF-8, or say that it is cp1252"
    if "\0" in words:
        return "holds NUL: it is no plain text"
    return "holds half a character: write the file again"


def _check(name: str, columns: Mapping[str, str], known: Iterable[str]) -> None:
    listed = ", ".join(repr(column[:40]) for column in list(known)[:20]) or "none"
    if not columns.get("claim"):
        raise UnreadableLabels(f"{name}: name the column with the claim; the columns are {listed}")
    for part, column in columns.items():
        if column not in known:
            raise UnreadableLabels(f"{name}: there is no column {column!r} for the {part}; the columns are {listed}")
