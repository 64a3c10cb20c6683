"""doccano's JSONL: ``text`` with ``label``, which is words about the whole text or spans in it, or with ``entities``.

A text with words is a claim; one with spans is an article, whose spans are claims. Its offsets count code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.label_files.elsewhere.given import Fields, Job, each_entry, the
from annotator.label_files.elsewhere.model import BadEntry, Found, Refused, Vote
from corpus.model import Span

_RELATIONS = "relation between spans: left out"
_NOT_LABELLED = "text without a label: left out"


def read_doccano(job: Job) -> Iterator[Found | Refused]:
    """The claims of an export, in any of its shapes."""
    choices, losses = job.choices, job.losses

    def found(line: int, fields: Fields) -> Iterator[Found | Refused]:
        text = the(fields, choices.columns.get("text") or "text", str, "text")
        labels: Any = next((fields[name] for name in ("entities", "label", "labels") if fields.get(name)), [])
        labels = labels if isinstance(labels, list) else [labels]
        reviewer = next((fields[name] for name in ("username", "user", "annotator") if fields.get(name)), "")
        notes = fields.get("Comments") or fields.get("comments") or []
        rationale = "\n".join(note for note in notes if isinstance(note, str)) if isinstance(notes, list) else ""
        losses.add(_RELATIONS, len(fields.get("relations") or ()))
        if not labels:
            losses.add(_NOT_LABELLED)
        elif all(isinstance(label, str) for label in labels):
            vote = Vote(line, str(reviewer), job.words.meaning_of_one(labels, losses), rationale=rationale)
            yield Found(line, text, (vote,))
        else:
            yield from _spans(line, text, labels, str(reviewer), job)

    yield from each_entry(job.given, found)


def _spans(line: int, text: str, labels: list[Any], reviewer: str, job: Job) -> Iterator[Found | Refused]:
    for label in labels:
        try:
            span, word = _span(label)
            if span.end > len(text):
                raise BadEntry(f"its span {span.start}-{span.end} ends beyond its text of {len(text):,} characters")
            vote = Vote(line, reviewer, job.words.meaning(word))
            yield Found(line, span.cut(text), (vote,), text, span)
        except BadEntry as error:
            yield Refused(line, str(error))


def _span(label: object) -> tuple[Span, str]:
    if isinstance(label, dict):
        parts = [label.get("start_offset"), label.get("end_offset"), label.get("label")]
    else:
        parts = label if isinstance(label, list) and len(label) == 3 else [None] * 3
    start, end, word = parts
    if isinstance(start, int) and isinstance(end, int) and isinstance(word, str) and 0 <= start < end:
        return Span(start, end), word
    raise BadEntry("a label of it is neither a word nor a span of start, end and word")
