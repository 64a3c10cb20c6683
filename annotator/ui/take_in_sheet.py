"""What would come, or came, of labelled data: its first rows, its first claims, the counts, what it loses."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from annotator.label_files.cells import defused
from annotator.label_files.elsewhere.drafting import DraftClaim, DraftLabel, Drafts
from annotator.storage.taking_in import TakeInReport
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import verdict_mark

SHOWN_CLAIMS = 6
LONGEST_CELL = 120
SHOWN_REASONS, SHOWN_LINES = 100, 5
_LOSSES = 20


def counts_line(report: TakeInReport, done: str) -> str:
    """``2 articles, 5 claims and 7 labels by Dr A would be taken in; 3 labels are on the desk already; ...``."""
    said = (
        f"{_counted(len(report.articles), 'article')}, {_counted(report.claims, 'claim')} and"
        f" {_counted(report.labels, 'label')}{_by(report.people)} {done}"
    )
    if report.claims_known or report.labels_known:
        said += f"; on the desk already: {_counted(report.claims_known, 'claim')}"
        said += f", {_counted(report.labels_known, 'label')}"
    return f"{said}; {len(report.refused):,} refused, of {report.entries:,} read."


def first_rows(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Node:
    """The first rows of a table, as they stand in the file."""
    head = node("thead", node("tr", *(node("th", name, scope="col", dir="auto") for name in columns)))
    body = (node("tr", *(node("td", _cell(row.get(name)), dir="auto") for name in columns)) for row in rows)
    caption = "The first rows of the file"
    return node(
        "div.wide",
        node("table.head-rows", node("caption", caption), head, node("tbody", *body)),
        tabindex="0",
        role="region",
        label=caption,
    )


def first_claims(drafts: Drafts) -> Node:
    """The first claims with what was said of them, and on what evidence."""
    claims = islice((claim for draft in drafts.drafts for claim in draft.claims), SHOWN_CLAIMS)
    names = ("Claim", "Label", "By", "Evidence")
    return node(
        "table.rows.taken",
        node("caption.unseen", "The first claims as they would be taken in"),
        node("thead", node("tr", *(node("th", name, scope="col") for name in names))),
        node("tbody", *(row for claim in claims for row in _rows(claim))),
    )


def losses_list(report: TakeInReport) -> list[Node]:
    """What is kept otherwise than it was, a line each."""
    lines = [node("li", line[:1].upper() + line[1:], dir="auto") for line in report.losses[:_LOSSES]]
    return [node("ul.remarks", *lines)] if lines else []


def refused_table(refused: Sequence[tuple[int, str]]) -> list[Node]:
    """What was not taken in: each reason with its lines, the first of many."""
    lines: dict[str, list[int]] = {}
    for line, reason in refused:
        lines.setdefault(reason, []).append(line)
    head = node("tr", node("th", "Lines", scope="col"), node("th", "What is wrong", scope="col"))
    rows = (
        node("tr", node("td", _first(found)), node("td", reason, dir="auto"))
        for reason, found in islice(lines.items(), SHOWN_REASONS)
    )
    table = node(
        "table.rows.refused.by-reason",
        node("caption.unseen", "What is not taken in"),
        node("thead", head),
        node("tbody", *rows),
    )
    more = len(lines) - SHOWN_REASONS
    return [table, node("p.quiet", f"And {more:,} more reasons.")] if more > 0 else [table]


def refused_csv(refused: Sequence[tuple[int, str]]) -> bytes:
    """The same as a CSV file. No cell runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["line", "reason"])
    writer.writerows((line, defused(reason)) for line, reason in refused)
    return out.getvalue().encode("utf-8-sig")


def _rows(claim: DraftClaim) -> list[Node]:
    said: list[DraftLabel | None] = [*claim.labels] or [None]
    return [
        node(
            "tr",
            node("td.claim", _start(claim.words) if at == 0 else "", dir="auto"),
            node("td", *_label(label), data_label="label"),
            _told("td", "by", label.reviewer if label else ""),
            _told("td.quiet", "evidence", _evidence(label) if label else ""),
        )
        for at, label in enumerate(said)
    ]


def _told(name: str, what: str, words: str) -> Node:
    return node(name, words, dir="auto", data_label=what if words else None)


def _label(label: DraftLabel | None) -> list[Node | str]:
    if label is None:
        return [node("span.quiet", "none")]
    if label.answer.verdict is not None:
        return [verdict_mark(label.answer.verdict)]
    return ["not a claim" if label.answer.is_not_a_claim else "no verdict"]


def _evidence(label: DraftLabel) -> str:
    evidence = label.evidence
    cited = [f"{each.stance}: {each.source.shown}" for each in evidence.citations]
    return _start("; ".join([*cited, *filter(None, (evidence.rationale, evidence.search_note))]))


def _cell(value: object) -> str:
    return "" if value is None else _start(value if isinstance(value, str) else repr(value))


def _start(words: str) -> str:
    return words if len(words) <= LONGEST_CELL else f"{words[:LONGEST_CELL]}…"


def _by(people: Sequence[str]) -> str:
    if not people:
        return ""
    return f" by {', '.join(people)}" if len(people) <= 3 else f" by {len(people)} people"


def _first(lines: Sequence[int]) -> str:
    said = ", ".join(f"{line}" for line in lines[:SHOWN_LINES])
    return said if len(lines) <= SHOWN_LINES else f"{said} and {len(lines) - SHOWN_LINES:,} more"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" + ("" if number == 1 else "s")
