"""A page of claims as a table: the whole claim, where it stands, who says what, its flags, its last change."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from annotator.storage.listing import ClaimRow, Listing, Order
from annotator.storage.times import to_text
from annotator.ui.components.sheet import Node, node
from annotator.ui.listing_address import Query, claim_query
from annotator.ui.words import flag_chips, vote_list

COLUMNS = (
    ("Claim", Order.CLAIM),
    ("Article and section", Order.PLACE),
    ("Verdicts", Order.VERDICTS),
    ("Flags", Order.FLAGS),
    ("Last change", Order.CHANGED),
)
DOWN_FIRST = frozenset({Order.VERDICTS, Order.FLAGS, Order.CHANGED})
"""What is looked at from the top: the worst, the newest."""


def claims_table(rows: Sequence[ClaimRow], listing: Listing, query: Query) -> Node:
    """The table of ``rows``. Links lead to the claim's own page, which keeps the listing as ``query``.

    What it sends: ``{"claim": id}`` for a row, ``{"sort": [order, descending]}`` for a heading.
    """
    headings = (_heading(name, order, listing) for name, order in COLUMNS)
    return node(
        "table.rows",
        node("caption.unseen", "Claims; enter opens one, arrows go up and down"),
        node("thead", node("tr", *headings)),
        node("tbody", *(_row(row, query) for row in rows)),
    )


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


def _row(row: ClaimRow, query: Query) -> Node:
    address = "claim?" + urlencode(claim_query(row.claim_id, query))
    place = [node("span", row.title or row.slug, dir="auto")]
    if row.section:
        place.append(node("small", row.section, dir="auto"))
    return node(
        "tr.opens",
        node("td.claim", node("a.open", row.text, href=address, go={"claim": row.claim_id}, dir="auto")),
        node("td.place", *place),
        node("td", vote_list(row.votes)),
        node("td.flagged", flag_chips(row.flags)),
        node("td.when.quiet", *([node("time", at=to_text(row.changed_at))] if row.changed_at else [])),
    )
