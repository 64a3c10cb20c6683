"""How long an editor waits: ``python -m benchmarks.dashboard``. p50 and p95 of what each page asks of the database.

The desk is made up: 100,000 claims in 500 articles, 200,000 labels by three reviewers, every claim labelled. That is
the worst case, as nothing can be left out. ``--desk PATH`` keeps the desk there, and uses it again.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.connection import open_database
from annotator.storage.filters import Filters
from annotator.storage.listing import Listing, Order, Show, place_in
from annotator.storage.reports import article_reports, choices, report
from benchmarks.made_desk import made_desk, timed
from benchmarks.made_desk import report as told
from corpus.model import CueName

CLAIMS, LABELS, TIMES = 100_000, 200_000, 15

LISTINGS = {
    "flagged, no filter, first page": (Listing(), 1),
    "flagged, no filter, page 500": (Listing(), 500),
    "flagged, newest change first": (Listing(order=Order.CHANGED, descending=True), 1),
    "flagged, worst first": (Listing(order=Order.FLAGS, descending=True), 1),
    "all claims, sorted by their words": (Listing(show=Show.ALL, order=Order.CLAIM), 1),
    "one article": (Listing(Filters(articles=("article-00250",))), 1),
    "one verdict and flag": (Listing(Filters(verdicts=(Verdict.CONTRADICTED,), flags=(Flag.OPEN,))), 1),
    "a verdict of one reviewer": (Listing(Filters(verdicts=(Verdict.CONTRADICTED,), reviewers=("Dr A",))), 1),
    "one cue": (Listing(Filters(cues=(CueName.ASSOCIATIVE,))), 1),
    "all claims, harm first": (Listing(show=Show.ALL, order=Order.URGENCY, descending=True), 1),
    "all claims with one cue, harm first": (
        Listing(Filters(cues=(CueName.HEDGED,)), Show.ALL, Order.URGENCY, descending=True),
        1,
    ),
    "words": (Listing(Filters(search="magnesium trial")), 1),
}


def main() -> None:
    """Make the desk if it is not there, then time each view."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--desk", type=Path, help="where to keep the desk; made anew each time without it")
    kept = parser.parse_args().desk
    with tempfile.TemporaryDirectory() as folder:
        path = kept or Path(folder) / "desk.db"
        if not path.exists():
            made_desk(path, CLAIMS, LABELS)
        with open_database(path) as db:
            measure(db)


def measure(db: Database) -> None:
    """Print one line for each view."""
    for name, (listing, page) in LISTINGS.items():
        told(f"page: {name}", timed(_page(db, listing, page), TIMES), "under 1 s")
    claim_id = report(db, Listing(), 500).rows[0].claim_id
    told("claim page: its place in all flagged", timed(lambda: place_in(db, Listing(), claim_id), TIMES), "under 1 s")
    told("articles page", timed(lambda: article_reports(db, 1), TIMES), "under 1 s")


def _page(db: Database, listing: Listing, page: int) -> Callable[[], object]:
    return lambda: (choices(db, listing.filters.articles), report(db, listing, page))


if __name__ == "__main__":
    main()
