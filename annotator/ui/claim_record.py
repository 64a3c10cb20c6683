"""The record of a claim, as nodes of a sheet: the claim, what the desk holds of it, who says so, on what evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from operator import itemgetter

from annotator.flags import Flag, claim_flags
from annotator.model import Adjudication, Change, Label, LabelledClaim, missing_evidence
from annotator.storage.records import Record
from annotator.storage.suggestions import Suggestion
from annotator.storage.times import to_text
from annotator.ui.changes import Step, answer_words, steps
from annotator.ui.claim_citations import citation_node
from annotator.ui.claim_cuts import cuts, made_of, replaced_by
from annotator.ui.claim_matches import matches_of
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import (
    cue_tone,
    cue_words,
    flag_chip,
    kind_words,
    ruling_mark,
    ruling_words,
    verdict_mark,
)
from corpus.model import Claim
from corpus.urgency import WEIGHTS

CHANGE_WORDS = {
    Change.UNDO: "undo",
    Change.LOADED: "from a file",
    Change.CARRIED: "carried over, the words are the same",
}


def head_tree(record: Record) -> Node:
    """The claim in its words, its final verdict and its flags."""
    return node("div.record", _claim(record), _final(record))


def record_tree(record: Record, suggestions: Sequence[Suggestion] = ()) -> Node:
    """All the rest about one claim, the newest of its history first, and what it may repeat or contradict."""
    claim = record.labelled
    held = [vote for vote in claim.votes if not (vote.answer.is_empty and vote.evidence == type(vote.evidence)())]
    return node(
        "div.record",
        node("section", node("h3", "Labels"), *(_held(vote, record) for vote in held))
        if held
        else node("section", node("h3", "Labels"), node("p.quiet", "Nobody has labelled this claim yet.")),
        *matches_of(claim.article.slug, claim.claim.text, suggestions),
        *made_of(record),
        *([_history(record)] if record.labels or record.decisions else []),
        *cuts(record),
    )


def _claim(record: Record) -> Node:
    claim = record.labelled.claim
    trail = [record.labelled.article.title, *claim.context.headings]
    cues = {cue_words(cue): cue.name for cue in sorted(claim.cues, key=lambda cue: -WEIGHTS[cue.name])}
    facts: list[Node] = [node("span.chip", kind_words(record.labelled.kind), title="Kind")]
    if cues:
        facts += [node("span", "cues"), *(node("span.chip", words, is_=cue_tone(name)) for words, name in cues.items())]
    header = "" if claim.context.cells else claim.context.table_header
    around = [text for text in (claim.context.list_intro, header) if text]
    return node(
        "section",
        node("ul.trail", *(node("li", step, dir="auto") for step in dict.fromkeys(trail))),
        *(node("p.around", text, dir="auto") for text in around),
        node("h1.words", *_marked(record.labelled), dir="auto"),
        *([_cells(claim)] if any(name for name, _ in claim.context.cells) else []),
        node("div.facts", *facts),
        *replaced_by(record),
    )


def _cells(claim: Claim) -> Node:
    """What each cell of a table's row is, by the name of its column."""
    pairs = (node("div", node("dt", name), node("dd", cell or "–"), dir="auto") for name, cell in claim.context.cells)
    return node("dl.cells", *pairs)


def _marked(labelled: LabelledClaim) -> Iterator[Node | str]:
    """The claim's words with its cues marked; where cues overlap, the first one is."""
    claim, at = labelled.claim, 0
    for cue in sorted(claim.cues, key=lambda cue: cue.span):
        start, end = cue.span.start - claim.span.start, cue.span.end - claim.span.start
        if start < at:
            continue
        yield claim.text[at:start]
        yield node("mark", claim.text[start:end], title=cue_words(cue), is_=cue_tone(cue.name))
        at = end
    yield claim.text[at:]


def _final(record: Record) -> Node:
    labelled = record.labelled
    final, flags = labelled.final, [flag for flag in Flag if flag in claim_flags(labelled)]
    reasons = (node("li", flag_chip(flag, "span"), flag.description) for flag in flags)
    tone = final.verdict.value if final.verdict else ("disagreement" if final.basis == "disputed" else None)
    said: list[Node | str]
    if (made := labelled.adjudication) is not None and made.answer is not None:
        when = node("small", node("time", at=to_text(made.decided_at)))
        said = [ruling_mark(made.answer), node("span.quiet", "  decided by "), node("bdi", made.editor), when]
        said += [node("p.because", made.rationale, dir="auto")] if made.rationale else []
    elif final.verdict:
        voters = sum(vote.verdict is not None for vote in labelled.votes)
        basis = "one reviewer" if voters == 1 else f"all {voters} reviewers agree"
        said = [verdict_mark(final.verdict), node("span.quiet", f"  {basis}")]
    elif final.basis == "disputed":
        said = [node("span.verdict", "None: reviewers differ")]
    else:
        said = [node("span.verdict", "None yet")]
    return node(
        "section",
        node("h3", "Final verdict, until it was replaced" if record.is_retired else "Final verdict"),
        node("div.final", *said, is_=tone),
        node("ul.reasons", *reasons),
    )


def _held(vote: Label, record: Record) -> Node:
    evidence = vote.evidence
    said = verdict_mark(vote.verdict) if vote.verdict else node("span.verdict", answer_words(vote.answer))
    sure = f"{evidence.confidence.value} confidence" if evidence.confidence else ""
    missing = missing_evidence(vote.verdict, evidence)
    return node(
        "article.held",
        node(
            "header",
            said,
            node("span.who", vote.reviewer, dir="auto"),
            node("span.quiet", sure),
            node("small", node("time", at=to_text(vote.labelled_at))),
            is_=vote.verdict.value if vote.verdict else None,
        ),
        *([node("p.missing", f"Evidence missing: {missing}")] if missing else []),
        *(
            [node("ul.cited", *(citation_node(each, record) for each in evidence.citations))]
            if evidence.citations
            else []
        ),
        *_said("Rationale", evidence.rationale),
        *_said("Searched", evidence.search_note),
    )


def _said(name: str, text: str) -> list[Node]:
    return [node("p.said", node("span", name), node("span", text, dir="auto"))] if text.strip() else []


def _history(record: Record) -> Node:
    """Labels and decisions, each in their own order, by their times."""
    told = [(step.label.labelled_at, _step(step)) for step in steps(record.labels)]
    decided = [(made.decided_at, _decision_step(made)) for made in record.decisions]
    found = [told_step for _, told_step in merge(told, decided, key=itemgetter(0))]
    return node("section", node("h3", "History"), node("ol.timeline", *reversed(found)))


def _decision_step(made: Adjudication) -> Node:
    how = "decided" if made.answer else "took the decision back"
    carried = [node("span.quiet", f"{CHANGE_WORDS[Change.CARRIED]}  ")] if made.is_carried else []
    changes = [f"Final verdict: {ruling_words(made.answer)}"] if made.answer else []
    if made.rationale:
        changes.append(f"Reason: {made.rationale}")
    return node(
        "li",
        node("span.who", made.editor, dir="auto"),
        node("span.quiet", f"  {how}  "),
        *carried,
        node("small", node("time", at=to_text(made.decided_at))),
        node("ul.changes", *(node("li", change, dir="auto") for change in changes)),
        is_=str(made.answer) if made.answer else "undo",
    )


def _step(step: Step) -> Node:
    label = step.label
    how = CHANGE_WORDS.get(label.change, "")
    return node(
        "li",
        node("span.who", label.reviewer, dir="auto"),
        node("span.quiet", f"  {how}  " if how else "  "),
        node("small", node("time", at=to_text(label.labelled_at))),
        node("ul.changes", *(node("li", change, dir="auto") for change in step.changes)),
        is_="undo" if label.change is Change.UNDO else (label.verdict.value if label.verdict else None),
    )
