"""A page of claims as a table: the whole claim, where it stands, who says what, its flags, its last change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from annotator.storage.listing import ClaimRow, Listing, Order
from annotator.storage.suggestions import OtherSide
from annotator.storage.times import to_text
from annotator.ui.components.sheet import Node, node
from annotator.ui.listing_address import Query, claim_query
from annotator.ui.words import decided_line, difference_words, flag_chips, vote_list

COLUMNS = (
    ("Claim", Order.CLAIM),
    ("Article and section", Order.PLACE),
    ("Verdicts", Order.VERDICTS),
    ("Flags", Order.FLAGS),
    ("Last change", Order.CHANGED),
)
DOWN_FIRST = frozenset({Order.VERDICTS, Order.FLAGS, Order.CHANGED})
"""What is looked at from the top: the worst, the newest."""
MOST_OTHERS = 3
"""How many claims are shown beside one that they may contradict."""
LONGEST_OTHER = 260
"""Characters of such a claim."""


def claims_table(
    rows: Sequence[ClaimRow],
    listing: Listing,
    query: Query,
    conflicts: Mapping[str, Sequence[OtherSide]] | None = None,
) -> Node:
    """The table of ``rows``. Links lead to the claim's own page, which keeps the listing as ``query``.

    With ``conflicts``, by claim id, each claim has beside it what it may contradict, and in what; a column with nothing
    in it is left out then. What it sends: ``{"claim": id}`` for a row or for a claim beside it, ``{"sort": [order,
    descending]}`` for a heading.
    """
    columns = [each for each in COLUMNS if not conflicts or any(_is_told(row, each[1]) for row in rows)]
    headings = [_heading(name, order, listing) for name, order in columns]
    if conflicts:
        headings.insert(1, node("th", "Disagrees with", scope="col"))
    return node(
        "table.rows.disagreeing" if conflicts else "table.rows",
        node("caption.unseen", "Claims; enter opens one, arrows go up and down"),
        node("thead", node("tr", *headings)),
        node("tbody", *(_row(row, query, [order for _, order in columns], conflicts) for row in rows)),
    )


def _is_told(row: ClaimRow, order: Order) -> bool:
    """Whether a row has something in a column."""
    told = {
        Order.VERDICTS: bool(row.votes or row.decision),
        Order.FLAGS: bool(row.flags),
        Order.CHANGED: row.changed_at is not None,
    }
    return told.get(order, True)


def _heading(name: str, order: Order, listing: Listing) -> Node:
    is_sorted = listing.order is order
    down = not listing.descending if is_sorted else order in DOWN_FIRST
    arrow = ("↓" if listing.descending else "↑") if is_sorted else ""
    sort = node(
        "button",
        name,
        node("span.arrow", arrow, aria_hidden="true"),
        go={"sort": [order.value, down]},
        type="button",
        title="Sort the other way" if is_sorted else f"Sort by {name.lower()}",
    )
    direction = ("descending" if listing.descending else "ascending") if is_sorted else None
    return node("th", sort, scope="col", aria_sort=direction)


def _row(
    row: ClaimRow, query: Query, columns: Sequence[Order], conflicts: Mapping[str, Sequence[OtherSide]] | None
) -> Node:
    address = "claim?" + urlencode(claim_query(row.claim_id, query))
    place = [node("span", row.title or row.slug, dir="auto")]
    if row.section:
        place.append(node("small", row.section, dir="auto"))
    cells = {
        Order.CLAIM: node("td.claim", node("a.open", row.text, href=address, go={"claim": row.claim_id}, dir="auto")),
        Order.PLACE: node("td.place", *place),
        Order.VERDICTS: node("td", *([decided_line(row.decision)] if row.decision else []), vote_list(row.votes)),
        Order.FLAGS: node("td.flagged", flag_chips(row.flags)),
        Order.CHANGED: node("td.when.quiet", *([node("time", at=to_text(row.changed_at))] if row.changed_at else [])),
    }
    told = [cells[order] for order in columns]
    if conflicts:
        told.insert(1, node("td.against", *_others(row, query, conflicts.get(row.claim_id, ()))))
    return node("tr.opens", *told)


def _others(row: ClaimRow, query: Query, sides: Sequence[OtherSide]) -> Iterator[Node]:
    """What a claim may contradict: in what, and the other's words, shortened, as a link to it."""
    for side in sides[:MOST_OTHERS]:
        facts = [node("strong", difference_words(each)) for each in side.differences[:1]]
        if side.slug != row.slug:
            facts.append(node("span", side.title or side.slug, dir="auto"))
        address = "claim?" + urlencode(claim_query(side.claim_id, query))
        words = _shortened(side.text)
        yield node(
            "div.other",
            node("a", words, href=address, go={"claim": side.claim_id}, title=side.text, dir="auto"),
            node("small", *facts),
        )
    if (more := len(sides) - MOST_OTHERS) > 0:
        yield node("small.quiet", f"and {more:,} more on the claim's page")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_OTHER else f"{line[:LONGEST_OTHER].rsplit(' ', 1)[0]}…"
