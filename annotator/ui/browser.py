"""What the review pane is given: plain values for JSON. The text goes in pieces: the browser never counts offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from annotator.model import Adjudication, Citation, Label, Person, missing_evidence
from annotator.storage.adjudications import decided_in
from annotator.storage.answering import Undoable
from annotator.storage.articles import (
    ArticleSummary,
    StoredClaim,
    article_revision,
    article_summaries,
    article_text,
    claims_of,
)
from annotator.storage.labels import current_labels_in, labelled_by_others
from annotator.storage.recut_history import Recut, replaced_in
from annotator.storage.recutting import undoable_acts
from annotator.storage.settings import desk_id, evidence_is_strict, guideline
from annotator.storage.suggestions import Suggestion, suggestions_in
from annotator.storage.times import to_text
from annotator.ui.told_source import against
from annotator.ui.words import MATCH_SIGNS, MATCH_WORDS, cue_words, difference_words
from corpus.urgency import WEIGHTS, urgency
from corpus.wordings import two_wordings


def label_for_browser(label: Label) -> dict[str, Any]:
    """A reviewer's label on a claim, with what its verdict still needs (``missing``, None when nothing)."""
    answer, evidence = label.answer, label.evidence
    return {
        "verdict": answer.verdict,
        "kind": answer.kind,
        "skipped": answer.skipped,
        "citations": [citation_for_browser(citation) for citation in evidence.citations],
        "rationale": evidence.rationale,
        "search_note": evidence.search_note,
        "confidence": evidence.confidence,
        "missing": missing_evidence(answer.verdict, evidence),
        "saved_at": to_text(label.labelled_at),
    }


def citation_for_browser(citation: Citation) -> dict[str, str | None]:
    """A citation with its source's key, as it is shown and where it opens."""
    source = citation.source
    return {
        "type": source.type,
        "identifier": source.identifier,
        "shown": source.shown,
        "url": source.url,
        "stance": citation.stance,
        "quote": citation.quote,
        "place": citation.place,
        "strength": citation.strength,
    }


def is_answered(label: Label) -> bool:
    """Whether a reviewer has said what they think of the claim: only then are they told what an editor decided."""
    return label.verdict is not None or label.answer.is_not_a_claim


def decision_for_browser(made: Adjudication) -> dict[str, Any]:
    """An editor's decision as a reviewer reads it beside their own answer."""
    return {"editor": made.editor, "answer": made.answer, "rationale": made.rationale}


def undoable_for_browser(undoable: Undoable) -> dict[str, Any]:
    """An act that undo can take back: an answer with the one of before, a merge or a split with what it made."""
    before = undoable.before
    return {
        "key": undoable.key,
        "claim_id": undoable.claim_id,
        "act": undoable.act,
        "before": {"verdict": before.verdict, "kind": before.kind, "skipped": before.skipped},
        "made": list(undoable.made),
    }


def recut_for_browser(recut: Recut) -> dict[str, Any]:
    """What a merge, a split or the undo of one replaced by what."""
    return {"act": recut.act, "retired": list(recut.retired), "made": list(recut.made)}


def suggestion_for_browser(text: str, suggestion: Suggestion) -> dict[str, Any]:
    """Another claim that the one with ``text`` may repeat or contradict: the two (``ours``, ``theirs``) in runs, each
    whether it is marked and its words; and what differs, told in words."""
    decision = suggestion.decision
    told = [word for each in suggestion.differences for word in (each.left, each.right)]
    ours, theirs = two_wordings(text, suggestion.text, told)
    return {
        "kind": suggestion.kind,
        "sign": MATCH_SIGNS[suggestion.kind],
        "words": MATCH_WORDS[suggestion.kind],
        "claim_id": suggestion.claim_id,
        "slug": suggestion.slug,
        "title": suggestion.title,
        "ours": [*map(list, ours)],
        "theirs": [*map(list, theirs)],
        "differences": [difference_words(difference) for difference in suggestion.differences],
        "verdict": suggestion.verdict,
        "holds": decision.holds if decision else None,
        "decided_by": decision.person if decision else "",
        "found_by": suggestion.found_by,
    }


def units_for_browser(
    text: str, claims: Sequence[StoredClaim], flags: Mapping[str, Iterable[str]] | None = None
) -> tuple[list[dict[str, Any]], str]:
    """The article in pieces: each unit with the text between it and the one before (``gap``), and the text after
    the last. Joined they are the article. ``flags`` are an editor's marks by claim id."""
    units, at = [], 0
    for stored in claims:
        claim = stored.claim
        units.append(
            {
                "id": stored.id,
                "gap": text[at : claim.span.start],
                "text": claim.text,
                "kind": claim.kind,
                "check": claim.check_worthy,
                "headings": list(claim.context.headings),
                "intro": claim.context.list_intro,
                "header": claim.context.table_header,
                "cells": [list(pair) for pair in claim.context.cells],
                "cues": [
                    {
                        "name": cue.name,
                        "words": cue_words(cue),
                        "weight": WEIGHTS[cue.name],
                        "start": cue.span.start - claim.span.start,
                        "end": cue.span.end - claim.span.start,
                    }
                    for cue in claim.cues
                ],
                "urgency": urgency(cue.name for cue in claim.cues),
                "flags": list((flags or {}).get(stored.id, ())),
            }
        )
        at = claim.span.end
    return units, text[at:]


def review_data(
    db: Database, person: Person, slug: str, start: str | None, *, summaries: Sequence[ArticleSummary] | None = None
) -> dict[str, Any]:
    """Everything the pane shows of one article to one reviewer."""
    revision = article_revision(db, slug)
    text = article_text(db, slug, revision.revision)
    units, tail = units_for_browser(text, claims_of(db, slug, revision.revision))
    words = {unit["id"]: unit["text"] for unit in units}
    labels = current_labels_in(db, slug, revision.revision, person)
    rules = guideline(db)
    return {
        "desk": desk_id(db),
        "person": {"id": person.id, "name": person.name},
        "mode": "review",
        "article": {
            "slug": slug,
            "title": revision.title,
            "revision": revision.revision,
            "source_address": revision.source_address,
        },
        "units": units,
        "tail": tail,
        "labels": {claim_id: label_for_browser(label) for claim_id, label in labels.items()},
        "against": against(db, {cited.source for label in labels.values() for cited in label.evidence.citations}),
        "start": start,
        "articles": list(_listed(article_summaries(db, person.id) if summaries is None else summaries)),
        "undo": [undoable_for_browser(undoable) for undoable in undoable_acts(db, person)],
        "labelled": sorted(labelled_by_others(db, slug, revision.revision, person)),
        "replaced": replaced_in(db, slug, revision.revision),
        "guideline": {"version": rules.version, "text": rules.text},
        "strict": evidence_is_strict(db),
        "decisions": {
            claim_id: decision_for_browser(made)
            for claim_id, made in decided_in(db, slug, revision.revision).items()
            if claim_id in labels and is_answered(labels[claim_id])
        },
        "matches": {
            claim_id: [suggestion_for_browser(words[claim_id], each) for each in found]
            for claim_id, found in suggestions_in(db, slug, revision.revision, person).items()
            if claim_id in words
        },
    }


def _listed(summaries: Iterable[ArticleSummary]) -> Iterator[dict[str, Any]]:
    for summary in summaries:
        yield {
            "slug": summary.slug,
            "title": summary.title,
            "claims": summary.claims,
            "labelled": summary.labelled,
            "open": summary.open,
        }
