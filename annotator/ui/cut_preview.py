"""The cut of a text as it would be on the desk: each unit with its kind, in the shape it has in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from annotator.ui.components.sheet import Node, node
from annotator.ui.words import kind_words
from corpus.model import Claim, Kind

UNITS_A_PAGE = 300
TO_CHECK = "check"

_TONES = {
    Kind.CLAIM: "claim",
    Kind.LIST_ITEM: "item",
    Kind.TABLE_ROW: "row",
    Kind.ADVICE: "advice",
    Kind.QUESTION: "question",
    Kind.TITLE: "head",
    Kind.HEADING: "head",
    Kind.LIST_INTRO: "lead",
    Kind.TABLE_HEADER: "lead",
}
"""Kinds in the same tone are told apart by their names, which stand beside every unit."""

_DEEPEST = 3


def cut_tree(text: str, claims: Sequence[Claim], only: str = "", page: int = 1) -> list[Node]:
    """The units of ``text``: how many of each kind, then one page of them.

    ``only`` is a kind, or ``TO_CHECK``: the others are left out. What is sent: ``{"only": kind}`` and
    ``{"page": number}``.
    """
    shown = [claim for claim in claims if _is_shown(claim, only)]
    pages = max(1, -(-len(shown) // UNITS_A_PAGE))
    page = min(max(page, 1), pages)
    part = shown[(page - 1) * UNITS_A_PAGE : page * UNITS_A_PAGE]
    return [
        _legend(claims, only),
        *([_pager(page, pages, len(shown))] if pages > 1 else []),
        node("ol.cut", *(_unit(text, claim) for claim in part)),
        *([_pager(page, pages, len(shown))] if pages > 1 else []),
    ]


def short_cut_tree(text: str, claims: Sequence[Claim], first: int) -> list[Node]:
    """The first units of a text, and how many there are of each kind."""
    kinds = Counter(claim.kind for claim in claims)
    more = len(claims) - first
    return [
        node("div.facts", *(node("span.chip", f"{count:,} {kind_words(kind)}") for kind, count in kinds.most_common())),
        node("ol.cut", *(_unit(text, claim) for claim in claims[:first])),
        *([node("p.quiet", f"and {more:,} more units")] if more > 0 else []),
    ]


def remark_list(remarks: Sequence[str]) -> Node:
    """What is odd about a text, a line each."""
    return node("ul.remarks", *(node("li", remark[:1].upper() + remark[1:]) for remark in remarks))


def _is_shown(claim: Claim, only: str) -> bool:
    return not only or (claim.check_worthy if only == TO_CHECK else claim.kind == only)


def _legend(claims: Sequence[Claim], only: str) -> Node:
    kinds = Counter(claim.kind for claim in claims)
    check = sum(claim.check_worthy for claim in claims)
    return node(
        "div.legend",
        _choice("", f"All {len(claims):,}", only),
        _choice(TO_CHECK, f"{check:,} to check", only, sign=True),
        *(_choice(kind, f"{kinds[kind]:,} {kind_words(kind)}", only, _tone(kind)) for kind in Kind if kinds[kind]),
        role="group",
        label="Show only",
    )


def _choice(value: str, words: str, only: str, tone: str | None = None, *, sign: bool = False) -> Node:
    pressed: dict[str, Any] = {"aria_pressed": "true" if value == only else "false"}
    mark: list[Node | str] = [node("span.sign", "●", aria_hidden="true"), " "] if sign else []
    go = {"only": "" if value == only else value}
    return node("button.kind-choice", *mark, words, type="button", is_=tone, go=go, **pressed)


def _unit(text: str, claim: Claim) -> Node:
    mark = [node("span.sign", "●", aria_hidden="true"), node("span.unseen", "to check")] if claim.check_worthy else []
    return node(
        f"li.unit.{claim.kind.value}.deep{_depth(text, claim)}",
        node("div.kind", kind_words(claim.kind), " ", *mark),
        node("div.words", *_cells(claim), dir="auto"),
        is_=_tone(claim.kind),
        data_label="check" if claim.check_worthy else None,
    )


def _cells(claim: Claim) -> list[Node | str]:
    """A table's row in its cells, where its text tells them apart; else the words."""
    if claim.kind in (Kind.TABLE_ROW, Kind.TABLE_HEADER):
        for sign in ("|", "\t"):
            cells = [cell.strip() for cell in claim.text.strip().strip(sign).split(sign)]
            if len(cells) > 1:
                return [node("span.cell", cell) for cell in cells]
    return [claim.text]


def _depth(text: str, claim: Claim) -> int:
    """How far a heading stands under others, or a list item is set in: 0 to 3."""
    if claim.kind is Kind.HEADING:
        return min(len(claim.context.headings), _DEEPEST)
    if claim.kind is not Kind.LIST_ITEM:
        return 0
    line = text[text.rfind("\n", 0, claim.span.start) + 1 : claim.span.start].replace("\t", "    ")
    return min((len(line) - len(line.lstrip())) // 2, _DEEPEST)


def _tone(kind: str) -> str:
    return _TONES.get(Kind(kind), "aside")


def _pager(page: int, pages: int, units: int) -> Node:
    first, last = (page - 1) * UNITS_A_PAGE + 1, min(page * UNITS_A_PAGE, units)
    return node(
        "nav.pager",
        _turn("‹ Earlier", page - 1, page > 1),
        node("span.quiet", f"Units {first:,} to {last:,} of {units:,}"),
        _turn("Later ›", page + 1, page < pages),
        label="Pages of the cut",
    )


def _turn(words: str, page: int, there: bool) -> Node:
    return node(
        "button.link",
        words,
        type="button",
        go={"page": page} if there else None,
        aria_disabled=None if there else "true",
    )
