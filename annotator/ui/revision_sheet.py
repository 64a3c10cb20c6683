"""A new version of an article as nodes of a sheet: what would become of its claims, and the revisions there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.revision_words import FATE_WORDS, POINTS_BACK_WORDS, report_line
from annotator.storage.revising import LINKED, RevisionPlan, RevisionReport
from annotator.storage.revisions import RevisionRow
from annotator.storage.times import to_text
from annotator.ui.before import place_words
from annotator.ui.components.sheet import Node, node
from corpus.revising import Fate, Pairing
from corpus.word_diff import Part, Piece, aspects_of

MOST_SHOWN = 300
_TAGS = {Part.BOTH: "span", Part.OLD: "del", Part.NEW: "ins"}


def comparison_tree(plan: RevisionPlan) -> list[Node]:
    """The counts, then every claim that would not stay as it is, in the order of the text."""
    told = [*plan.of(*LINKED, Fate.NEW, Fate.VANISHED)]
    more = len(told) - MOST_SHOWN
    moved = sum(pairing.moved for pairing in plan.of(Fate.UNCHANGED))
    notes = [node("p.quiet", f"{moved:,} of those that stay stand elsewhere in the text now.")] if moved else []
    if not told:
        notes.append(node("p.quiet", "No claim changes."))
    return [
        node("dl.fates", *_counts(plan)),
        *notes,
        node("ol.changed", *(_row(plan, pairing) for pairing in told[:MOST_SHOWN])),
        *(
            [node("p.quiet", f"and {more:,} more; `python -m annotator revise --dry-run` lists all")]
            if more > 0
            else []
        ),
    ]


def revisions_table(revisions: Sequence[RevisionRow]) -> Node:
    """An article's revisions, the newest first. What it sends: ``{"read": claim id}``, the revision's first unit."""
    head = node("tr", *(node("th", name, scope="col") for name in ("Revision", "Title", "Labels given", "Added")))
    return node(
        "table.rows.revisions",
        node("caption.unseen", "The revisions of this article; enter opens one"),
        node("thead", head),
        node("tbody", *(_revision(row, is_newest=row is revisions[0]) for row in revisions)),
    )


def report_words(report: RevisionReport) -> str:
    """``Revision 2 is on the desk: kept 3 claims with 5 labels, changed 1, new 2, gone 1``."""
    return f"Revision {report.revision} is on the desk: {report_line(report)}"


def _counts(plan: RevisionPlan) -> Iterator[Node]:
    """How many claims have each fate; of the labels, what becomes of them, in words that fit one as well as many."""
    for term, count, labels, note in (
        ("Stay", len(plan.of(Fate.UNCHANGED)), plan.labels(Fate.UNCHANGED), "kept"),
        ("Changed", len(plan.of(*LINKED)), plan.labels(*LINKED), "shown with what was there before"),
        ("New", len(plan.of(Fate.NEW)), 0, ""),
        ("Gone", len(plan.of(Fate.VANISHED)), plan.labels(Fate.VANISHED), "in the history"),
    ):
        told = f"{labels:,} label{'' if labels == 1 else 's'} {note}" if labels else ""
        yield node("div", node("dt", term), node("dd", f"{count:,}"), *([node("dd.quiet", told)] if told else []))


def _row(plan: RevisionPlan, pairing: Pairing) -> Node:
    labels = sum(plan.old[number].labels for number in pairing.old)
    pieces = plan.pieces(pairing)
    is_both = bool(pairing.old and pairing.new)
    about = [*aspects_of(pieces)] if is_both else []
    facts = [
        node("span.fate", FATE_WORDS[pairing.fate].capitalize()),
        *(node("span.chip", str(each)) for each in about),
    ]
    if labels:
        facts.append(node("span.quiet", f"{labels:,} label{'' if labels == 1 else 's'}"))
    words = (part for piece in pieces for part in (_marked(piece) if is_both else [piece.text]))
    return node(
        "li",
        node("div.facts", *facts),
        *_frame(plan, pairing),
        node("p.diff", *words, dir="auto"),
        is_=str(pairing.fate),
    )


def _marked(piece: Piece) -> list[Node | str]:
    """The blank before some words, then the words: a line through a blank would read as a hyphen."""
    words = piece.text.lstrip()
    return [piece.text[: len(piece.text) - len(words)], node(_TAGS[piece.part], words)]


def _frame(plan: RevisionPlan, pairing: Pairing) -> list[Node]:
    """Where a claim stood and stands, when that is what changed."""
    if pairing.fate is not Fate.REFRAMED:
        return []
    old, new = plan.old[pairing.old[0]].stored.claim, plan.new[pairing.new[0]].claim
    went, came = place_words(old) or "no heading", place_words(new) or "no heading"
    if went == came:
        return [node("p.quiet", POINTS_BACK_WORDS)]
    return [node("p.quiet", node("del", went), " ", node("ins", came), dir="auto")]


def _revision(row: RevisionRow, *, is_newest: bool) -> Node:
    number = f"{row.number:,}"
    name = (
        node("a.open", number, href=f"claim?claim={row.first_claim}", go={"read": row.first_claim}, title="Read it")
        if row.first_claim
        else node("span", number)
    )
    by = [node("small", f"by {row.added_by}", dir="auto")] if row.added_by else []
    return node(
        "tr.opens",
        node("td.number", name, *([node("small", " newest")] if is_newest else [])),
        node("td.title-cell", row.title, dir="auto"),
        node("td.number", f"{row.labels:,}", data_label="labels given"),
        node("td.when.quiet", node("time", at=to_text(row.added_at)), " ", *by),
    )
