"""How a claim was cut: what stands in its place now, what it was made of, and what was said of those words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from annotator.model import Label
from annotator.storage.records import Record, Related
from annotator.storage.recut_history import Recut
from annotator.storage.recuts import Act
from annotator.storage.times import to_text
from annotator.ui.changes import answer_words
from annotator.ui.components.sheet import Node, node

GONE_WORDS = {
    Act.MERGE: "This claim was merged with another.",
    Act.SPLIT: "This claim was split.",
    Act.REVISE: "This claim is from an older version of the article.",
    Act.UNDO: "This claim is gone: what made it was undone.",
}
NOTHING_NOW = "Nothing stands in its place now."
RETIRED_WORDS = {Act.MERGE: "Merged", Act.SPLIT: "Split", Act.REVISE: "Replaced by a new version", Act.UNDO: "Undone"}
MADE_WORDS = {
    Act.MERGE: "Made by a merge",
    Act.SPLIT: "Made by a split",
    Act.REVISE: "From the version before",
    Act.UNDO: "Brought back",
}


def replaced_by(record: Record) -> list[Node]:
    """For a claim that is retired: that it is, and a link to each claim that stands in its place."""
    if not record.is_retired:
        return []
    last = next((recut for recut in reversed(record.recuts) if record.labelled.claim_id in recut.retired), None)
    gone = GONE_WORDS[last.act] if last else "This claim was replaced by another cut."
    if not record.after:
        return [node("p.missing", gone), node("p.quiet", NOTHING_NOW)]
    now = node("ul.related", *(node("li", _link(claim)) for claim in record.after))
    return [node("p.missing", gone), node("p.quiet", "Now there:"), now]


def made_of(record: Record) -> list[Node]:
    """For a claim that goes on from others: a link to each, with what reviewers say of those words.

    Cut to and fro, a claim goes on from what was made of it, too: that is told where it was labelled meanwhile.
    """
    own = {claim_id for recut in record.recuts for claim_id in recut.made if record.labelled.claim_id in recut.retired}
    told = [each for each in record.before if each.claim_id not in own or any(not v.is_withdrawn for v in each.votes)]
    if not told:
        return []
    return [node("section", node("h3", "Earlier words"), node("ul.related", *map(_earlier, told)))]


def cuts(record: Record) -> list[Node]:
    """Every recut the claim had a part in, the newest first."""
    if not record.recuts:
        return []
    steps = (_step(recut, record.labelled.claim_id) for recut in reversed(record.recuts))
    return [node("section", node("h3", "Cuts"), node("ol.timeline", *steps))]


def _earlier(claim: Related) -> Node:
    return node("li", _link(claim), *_said(claim.votes))


def _said(votes: Iterable[Label]) -> Iterator[Node]:
    for vote in votes:
        if not vote.is_withdrawn:
            said = f"{vote.reviewer}: {answer_words(vote.answer)}"
            yield node("p.quiet", said, dir="auto")


def _step(recut: Recut, claim_id: str) -> Node:
    is_retired = claim_id in recut.retired
    did = (RETIRED_WORDS if is_retired else MADE_WORDS)[recut.act]
    return node(
        "li",
        *([node("span.who", recut.person, dir="auto")] if recut.person else []),
        node("span.quiet", "  "),
        node("small", node("time", at=to_text(recut.made_at))),
        node("ul.changes", node("li", did)),
        is_="undo" if recut.act is Act.UNDO else None,
    )


def _link(claim: Related) -> Node:
    query = {"claim": claim.claim_id}
    return node("a", claim.text, href="claim?" + urlencode(query), go=query, dir="auto")
