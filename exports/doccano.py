"""doccano's JSONL for sequence labelling: a line for each article and reviewer, with the claims as spans.

``label`` is a list of start, end and word; offsets count code points. What doccano does not know it keeps as metadata.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import orjson

from annotator.model import LabelledClaim
from exports.exporter import Exporter
from exports.marking import Mark, marked_articles
from exports.selection import Selection, Tally

RATIONALES, NOTES, CITATIONS = "rationales", "search notes", "citations"


def write_doccano(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection) -> Tally:
    """Write a line for each reviewer of an article; one without labels for an article that nobody labelled."""
    tally = Tally()
    for marked in marked_articles(claims, selection, tally, bare=False):
        article = marked.article
        for reviewer, marks in (marked.by_reviewer() or {"": []}).items():
            for _, mark in marks:
                _count_lost(mark, tally)
            record = {
                "text": marked.text,
                "label": [[claim.claim.span.start, claim.claim.span.end, mark.word] for claim, mark in marks],
                **({"username": reviewer} if reviewer else {}),
                "article": article.slug,
                "revision": article.revision,
                "title": article.title,
                "article_sha256": article.sha256,
                "source_address": article.source_address,
                "split": marked.split,
            }
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return tally


DOCCANO = Exporter(
    name="doccano",
    suffix="-doccano.jsonl",
    media_type="application/jsonl",
    description="doccano: a line for each article and reviewer, with the article's text and the claims as labelled"
    " spans.",
    loses="It has the word each reviewer gave a claim, without evidence, notes and times; no kinds, context, cues and"
    " flags. Claims that nobody labelled are not marked. Offsets count code points. It can be taken in again.",
    write_to=write_doccano,
)


def _count_lost(mark: Mark, tally: Tally) -> None:
    if mark.vote is None:
        return
    evidence = mark.vote.evidence
    for name, number in (
        (RATIONALES, bool(evidence.rationale.strip())),
        (NOTES, bool(evidence.search_note.strip())),
        (CITATIONS, len(evidence.citations)),
    ):
        if number:
            tally.lost[name] += number
