"""What a new version of an article comes to, in lines for a terminal: ``[-went-]`` and ``{+came+}`` mark a change."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.storage.revising import LINKED, RevisionPlan, RevisionReport
from corpus.revising import Fate, Pairing
from corpus.word_diff import Part, Piece, aspects_of

FATE_WORDS = {
    Fate.UNCHANGED: "unchanged",
    Fate.REFRAMED: "same words, other place",
    Fate.UNCLEAR: "same words, one of several",
    Fate.CHANGED: "changed",
    Fate.SPLIT: "now several",
    Fate.MERGED: "now one",
    Fate.NEW: "new",
    Fate.VANISHED: "gone",
}
"""What became of claims, in the same words everywhere."""
POINTS_BACK_WORDS = "It points back to a sentence that changed."
"""Why a claim is ``REFRAMED`` that stands where it stood."""
_MARKS = {Part.BOTH: "{}", Part.OLD: "[-{}-]", Part.NEW: "{{+{}+}}"}


def report_line(report: RevisionReport) -> str:
    """``kept 3 claims with 5 labels, changed 1, new 2, gone 1 (2 labels in the history)``."""
    behind = f" ({_count(report.left_behind, 'label')} in the history)" if report.left_behind else ""
    return (
        f"kept {_count(report.kept, 'claim')} with {_count(report.labels, 'label')}, changed {report.changed:,},"
        f" new {report.new:,}, gone {report.vanished:,}{behind}"
    )


def plan_lines(plan: RevisionPlan) -> Iterator[str]:
    """What would become of the claims: the counts, then every claim that would not stay as it is."""
    yield (
        f"as revision {plan.onto.revision + 1} of {plan.onto.slug} it would keep"
        f" {_count(len(plan.of(Fate.UNCHANGED)), 'claim')} with {_count(plan.labels(Fate.UNCHANGED), 'label')};"
        f" changed {len(plan.of(*LINKED)):,}, new {len(plan.of(Fate.NEW)):,}, gone {len(plan.of(Fate.VANISHED)):,}"
    )
    for pairing in plan.of(*LINKED, Fate.NEW, Fate.VANISHED):
        yield f"{_named(plan, pairing)}: {_marked(plan, pairing)}"


def _named(plan: RevisionPlan, pairing: Pairing) -> str:
    labels = sum(plan.old[number].labels for number in pairing.old)
    about = [*aspects_of(plan.pieces(pairing))] if pairing.old and pairing.new else []
    told = [*map(str, about), *([_count(labels, "label")] if labels else [])]
    return FATE_WORDS[pairing.fate] + (f" ({', '.join(told)})" if told else "")


def _marked(plan: RevisionPlan, pairing: Pairing) -> str:
    pieces = plan.pieces(pairing)
    if not (pairing.old and pairing.new):
        return "".join(_printable(piece.text) for piece in pieces)
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    blank = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    return (" " if blank else "") + _MARKS[piece.part].format(_printable(piece.text))


def _printable(text: str) -> str:
    """On one line, and nothing in it that a terminal would obey."""
    words = " ".join(text.split())
    return "".join(char for char in words if char.isprintable()) + (" " if text[-1:].isspace() else "")


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
