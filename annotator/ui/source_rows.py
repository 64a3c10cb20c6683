"""Sources as rows: what they are, what they are known by, what is known of their retraction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.citations.retraction import RetractionStatus, Standing
from annotator.citations.work import Work
from annotator.model import Strength
from annotator.storage.cited_works import CitedWork
from annotator.storage.works import StoredWork
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import STRENGTH_WORDS, retraction_lines

COLUMNS = ("Source", "Known by", "Retraction")
MOST_AUTHORS = 6


def cited_table(cited: Sequence[CitedWork]) -> Node:
    """The sources that labels cite."""
    rows = (_row(each.work, each.design, each.status) for each in cited)
    return _table("Sources that labels cite", rows)


def library_table(stored: Sequence[StoredWork], statuses: Sequence[RetractionStatus]) -> Node:
    """Sources of the library, each with what is known of it."""
    rows = (_row(each.work, each.design, status) for each, status in zip(stored, statuses, strict=True))
    return _table("Sources of the library", rows)


def refused_table(refused: Sequence[tuple[int, str]]) -> Node:
    """Lines of a reference file to look at, with what is wrong."""
    return node(
        "table.rows.refused",
        node("caption.unseen", "Records to look at"),
        node("thead", node("tr", node("th", "Line", scope="col"), node("th", "What is wrong", scope="col"))),
        node("tbody", *(node("tr", node("td", f"{line:,}"), node("td", why, dir="auto")) for line, why in refused)),
    )


def authors_in_short(work: Work) -> str:
    """The first authors, and whether there are more."""
    names = work.authors.split(", ")
    return ", ".join(names[:MOST_AUTHORS]) + (" et al." if len(names) > MOST_AUTHORS else "")


def _table(caption: str, rows: Iterable[Node]) -> Node:
    head = node("tr", *(node("th", name, scope="col") for name in COLUMNS))
    return node(
        "table.rows.sources",
        node("caption.unseen", caption),
        node("thead", head),
        node("tbody", *rows),
    )


def _row(work: Work, design: Strength | None, status: RetractionStatus) -> Node:
    title = node("span.title", work.title, dir="auto") if work.title else node("span.quiet", "No title known")
    parts = (authors_in_short(work), work.journal, str(work.year or ""))
    where = ". ".join(part.rstrip(".") for part in parts if part)
    told = [node("small.byline", where, dir="auto")] if where else []
    kind = [node("span.strength", STRENGTH_WORDS[design])] if design else []
    links = (node("a.byline", source.shown, href=source.url) for source in work.identifiers)
    return node(
        "tr",
        node("td.title-cell", title, *told, *kind),
        node("td.known-by", *links),
        node("td.standing", *retraction_lines(status))
        if status.nature is not Standing.NEVER_CHECKED
        else node("td.standing.quiet", "Never checked"),
    )
