"""JSONL, one claim a line, in the schema ``claims/1`` (``schema/claims-1.schema.json``): all there is but the history.

Every key is always there, in one order; times are ISO 8601 in UTC; offsets count code points; the text is UTF-8.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, BinaryIO

import orjson

from annotator.citations.retraction import RetractionStatus
from annotator.flags import claim_flags
from annotator.label_files.json_lines import SCHEMA
from annotator.model import Adjudication, ArticleRevision, Label, LabelledClaim, Source, missing_evidence
from annotator.storage.times import to_text
from corpus.model import Context
from exports.evidenced import count_written
from exports.exporter import Exporter
from exports.remembering import Remembered
from exports.selection import Selection, Tally


def write_json_lines(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection) -> Tally:
    """Write each claim as a line of JSON. A dataset of one verdict a claim has empty lists of votes."""
    tally, articles, contexts = Tally(), Remembered(_written), Remembered(_written)
    for claim in claims:
        votes = selection.votes_of(claim)
        record = {
            "schema": SCHEMA,
            "article": articles.of(claim.article),
            "split": selection.split_of(claim),
            "claim": _claim(claim, contexts.of(claim.claim.context)),
            "votes": [_vote(vote) for vote in votes],
            "adjudication": _adjudication(claim.adjudication) if claim.adjudication else None,
            "final": selection.decide(claim),
            "flags": sorted(claim_flags(claim)),
            "retractions": None
            if selection.retractions is None
            else [_retraction(*each) for each in selection.retractions_of(claim)],
        }
        file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))  # as json's, in a fifth of the time
        count_written(claim, selection, tally)
        tally.votes += len(votes)
    return tally


JSON_LINES = Exporter(
    name="jsonl",
    suffix=".jsonl",
    media_type="application/jsonl",
    description="One claim a line, with its place, context, cues, votes with evidence, decision, final verdict, flags"
    " and what is known of its sources' retraction.",
    loses="It has no earlier labels.",
    with_votes="It can be loaded into another desk.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence: no other desk can load it.",
    write_to=write_json_lines,
)


def _written(part: ArticleRevision | Context) -> orjson.Fragment:
    """A part of a line as JSON. orjson writes dataclasses with their fields as keys: the schema names them alike, and
    the golden files hold the model to that."""
    return orjson.Fragment(orjson.dumps(part))


def _adjudication(made: Adjudication) -> dict[str, Any]:
    return {
        "key": made.key,
        "editor": made.editor,
        "answer": made.answer,
        "rationale": made.rationale,
        "decided_at": to_text(made.decided_at),
    }


def _retraction(source: Source, status: RetractionStatus) -> dict[str, Any]:
    return {
        "type": source.type,
        "identifier": source.identifier,
        "status": status.nature,
        "date": status.date or None,
        "notice": status.notice or None,
        "checked_at": to_text(status.as_of) if status.as_of else None,
        "origin": status.origin,
    }


def _claim(labelled: LabelledClaim, context: orjson.Fragment) -> dict[str, Any]:
    claim = labelled.claim
    start = claim.span.start
    return {
        "id": labelled.claim_id,
        "start": start,
        "end": claim.span.end,
        "offset_unit": "code points",
        "kind": labelled.kind,
        "kind_cut": claim.kind,
        "check_worthy": claim.check_worthy,
        "context": context,
        "cues": [
            {
                "name": cue.name,
                "start": cue.span.start,
                "end": cue.span.end,
                "text": claim.text[cue.span.start - start : cue.span.end - start],
                "detail": cue.detail,
            }
            for cue in claim.cues
        ],
        "text": claim.text,
    }


def _vote(vote: Label) -> dict[str, Any]:
    answer, evidence = vote.answer, vote.evidence
    missing = missing_evidence(answer.verdict, evidence)
    seconds = finite(vote.seconds_spent)
    return {
        "key": vote.key,
        "reviewer": vote.reviewer,
        "verdict": answer.verdict,
        "kind": answer.kind,
        "skipped": answer.skipped,
        "citations": evidence.citations,
        "rationale": evidence.rationale,
        "search_note": evidence.search_note,
        "confidence": evidence.confidence,
        "guideline_version": vote.guideline_version,
        # Python's digits: orjson's own are as true, but differ for the very small (0.00001 for 1e-05)
        "seconds_spent": None if seconds is None else orjson.Fragment(repr(seconds)),
        "pressed_at": to_text(vote.pressed_at) if vote.pressed_at else None,
        "labelled_at": to_text(vote.labelled_at),
        "open": missing is not None,
        "missing": missing,
    }


def finite(seconds: float | None) -> float | None:
    """``seconds``, or None for what JSON cannot hold."""
    return seconds if seconds is not None and math.isfinite(seconds) else None
