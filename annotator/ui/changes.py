"""What a label changed, in words: labels are complete, so each is compared with its reviewer's label before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model import Answer, Change, Citation, Evidence, Label
from annotator.ui.words import SIGNS, STANCE_WORDS, STRENGTH_WORDS, kind_words, verdict_words
from corpus.model import Kind

NOTHING = Evidence()


@dataclass(frozen=True, slots=True)
class Step:
    """One label in a claim's history, and what it changed of its reviewer's label before, a line each."""

    label: Label
    changes: tuple[str, ...]


def steps(labels: Sequence[Label]) -> list[Step]:
    """A claim's history, oldest first, from all its labels in their order."""
    found, before = [], dict[str, Label]()
    for label in labels:
        found.append(Step(label, tuple(changes(before.get(label.reviewer), label)) or ("Nothing changed",)))
        before[label.reviewer] = label
    return found


def changes(before: Label | None, after: Label) -> Iterator[str]:
    """What ``after`` changed, beginning with the answer."""
    answer = before.answer if before else Answer()
    if after.answer != answer:
        yield _answered(answer, after)
    elif after.change is Change.UNDO:
        yield "Undone"
    yield from _evidence(before.evidence if before else NOTHING, after.evidence)


def answer_words(answer: Answer) -> str:
    """``✗ Contradicted``, ``Not a claim``, ``Kind: table row``, ``Skipped``; ``No verdict`` for an empty answer."""
    kind = f"kind: {kind_words(answer.kind)}" if answer.kind and not answer.is_not_a_claim else ""
    if answer.verdict:
        return f"{SIGNS[answer.verdict]} {verdict_words(answer.verdict)}" + (f", {kind}" if kind else "")
    if answer.skipped:
        return "Skipped"
    if answer.is_not_a_claim:
        return "Not a claim" if answer.kind is Kind.OTHER else f"Not a claim: {kind_words(answer.kind or '')}"
    return kind.capitalize() or "No verdict"


def citation_words(citation: Citation) -> str:
    """``PMID 123 (✓ supports, cohort)``."""
    strength = f", {STRENGTH_WORDS[citation.strength].lower()}" if citation.strength else ""
    return f"{source_words(citation)} ({STANCE_WORDS[citation.stance]}{strength})"


def source_words(citation: Citation) -> str:
    """The source as a reader knows it, with the registry it is named in."""
    shown, kind = citation.source.shown, citation.source.type.value.upper()
    return shown if kind == "URL" or shown.upper().startswith(kind) else f"{kind} {shown}"


def _answered(before: Answer, after: Label) -> str:
    now = answer_words(after.answer)
    if after.change is Change.UNDO:
        return (
            f"Undone: {answer_words(before)}. Now: {now}"
            if not after.answer.is_empty
            else f"Undone: {answer_words(before)}"
        )
    return now if before.is_empty else f"{answer_words(before)} → {now}"


def _evidence(before: Evidence, after: Evidence) -> Iterator[str]:
    for citation in after.citations:
        if citation not in before.citations:
            yield f"Citation added: {citation_words(citation)}"
    for citation in before.citations:
        if citation not in after.citations:
            yield f"Citation taken off: {citation_words(citation)}"
    yield from _note("Rationale", before.rationale, after.rationale)
    yield from _note("Search note", before.search_note, after.search_note)
    if after.confidence != before.confidence:
        yield f"Confidence: {after.confidence.value if after.confidence else 'taken off'}"


def _note(name: str, before: str, after: str) -> Iterator[str]:
    if before != after:
        yield f"{name}: {after}" if after.strip() else f"{name} taken off"
