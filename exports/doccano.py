"""doccano's JSONL for sequence labelling: a line for each article and reviewer, with the claims as spans.

``label`` is a list of start, end and word; offsets count code points. What doccano does not know it keeps as metadata,
such as how sure an estimate of each label is (``confidences``, in their order).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import orjson

from annotator.model import LabelledClaim
from exports.evidenced import count_evidence_lost
from exports.exporter import Exporter
from exports.marking import marked_articles
from exports.selection import Selection, Tally


def write_doccano(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection) -> Tally:
    """Write a line for each reviewer of an article; one without labels for an article that nobody labelled."""
    tally = Tally()
    for marked in marked_articles(claims, selection, tally, bare=False):
        article = marked.article
        for reviewer, marks in (marked.by_reviewer() or {"": []}).items():
            for _, mark in marks:
                if mark.vote is not None:
                    count_evidence_lost(mark.vote, tally)
            sure = [mark.confidence for _, mark in marks]
            record = {
                "text": marked.text,
                "label": [[claim.claim.span.start, claim.claim.span.end, mark.word] for claim, mark in marks],
                **({"confidences": sure} if any(each is not None for each in sure) else {}),
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
    loses="It has no kinds, context, cues and flags. Offsets count code points.",
    with_votes="It has the word each reviewer gave a claim, without evidence, notes and times. Claims that nobody"
    " labelled are not marked. It can be taken in again.",
    with_one_verdict="It has the one verdict of each claim, which no reviewer is named for, without the votes and their"
    " evidence. Claims without a verdict are not marked.",
    write_to=write_doccano,
)
