"""Claims that may repeat or contradict each other: ``find-matches``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import click

from annotator.commands.database import database, existing
from annotator.storage.connection import open_database
from annotator.storage.matches import Waiting, find_matches, forget_matches, waiting_articles
from annotator.storage.suggestions import kind_counts
from corpus.command_line import one_clear_line, progress, say
from corpus.matching.model import MatchKind

CLAIMS_A_STEP = 2_000


@click.command("find-matches", epilog="Example: python -m annotator find-matches --again")
@click.option("--again", is_flag=True, help="Search for every claim anew, also those that were searched for before.")
@database
@one_clear_line
def search_matches(again: bool, db: str | None) -> None:
    """Find the claims that may repeat or contradict each other, in an article and across the desk.

    They are suggestions: what people decided about one stays, and what was dismissed does not come back. Stopped
    half-way, the next run goes on from there.
    """
    with open_database(existing(db)) as desk:
        if again:
            forget_matches(desk)
        waiting = waiting_articles(desk)
        searched = 0
        with progress(_steps(waiting), "Searching") as steps:
            for each in steps:
                searched += find_matches(desk, each.slug, each.revision, datetime.now(UTC), most=CLAIMS_A_STEP)
        counts = kind_counts(desk)
    found = f"{counts[MatchKind.REPEAT]:,} repeats and {counts[MatchKind.CONFLICT]:,} conflicts suggested now"
    say(f"searched for {searched:,} claims: {found}")


def _steps(waiting: Sequence[Waiting]) -> list[Waiting]:
    """A step for every so many claims of an article, so that the bar moves in a long one, too."""
    return [each for each in waiting for _ in range(0, each.claims, CLAIMS_A_STEP)]
