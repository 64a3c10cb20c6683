"""What is known of sources: ``look-up`` asks Crossref and PubMed, ``load-retractions`` takes in a list."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.contact import OFF
from annotator.commands.database import database, existing
from annotator.errors import InvalidContact, UnreadableRetractions
from annotator.model import Source
from annotator.storage.catching_up import Asked, Told, catch_up, sources_to_ask
from annotator.storage.connection import open_database
from annotator.storage.lookup_queue import queue
from annotator.storage.retraction_lists import load_list
from corpus.command_line import complain, countdown, one_clear_line, progress, say

MOST_REMARKS = 20
A_ROW = 650  # bytes of a row of the list, about, to tell how far the reading is


@click.command("look-up", epilog="Example: CLAIMDESK_CONTACT=ada@example.org python -m annotator look-up")
@click.option(
    "--source", "identifier", default="", metavar="ID", help="Only this DOI, PMID or PMCID, whether due or not."
)
@click.option("--all", "everything", is_flag=True, help="Ask about every cited source again, whether due or not.")
@database
@one_clear_line
def look_up_sources(identifier: str, everything: bool, db: str | None) -> None:
    """Ask Crossref and PubMed about sources: what waits, and every cited source nobody was asked about for a week.

    Politely, one question after another. What cannot be asked now is named and waits for the next time; what was
    known stays. Needs CLAIMDESK_CONTACT.
    """
    from annotator.citations.lookups.client import look_ups
    from annotator.citations.lookups.together import Together

    counts, again = dict.fromkeys(Asked, 0), everything or bool(identifier)
    with open_database(existing(db)) as desk:
        client = look_ups()
        if client is None:
            raise InvalidContact(OFF)
        one = [parse_identifier(identifier)] if identifier else []
        for waiting in [one] if one else _rounds(desk, everything=everything):
            with progress(waiting, "Asking") as sources:
                for told in catch_up(desk, Together(client, waiting), sources, lambda: datetime.now(UTC), again=again):
                    counts[told.outcome] += 1
                    _tell(told, is_alone=bool(one))
        left = len(queue(desk))
    counted = ", ".join(f"{word} {counts[outcome]:,}" for outcome, word in _COUNTED.items())
    say(f"{counted}, waiting {left:,}")
    if counts[Asked.FAILED]:
        sys.exit(1)


def _rounds(desk: Database, *, everything: bool) -> Iterator[list[Source]]:
    """What is to be asked about; then, as long as there are any, the other names that the answers gave."""
    asked = set[Source]()
    waiting = sources_to_ask(desk, datetime.now(UTC), everything=everything)
    while waiting:
        yield waiting
        asked.update(waiting)
        waiting = [each for each in sources_to_ask(desk, datetime.now(UTC)) if each not in asked]


def _tell(told: Told, *, is_alone: bool) -> None:
    if told.trouble:
        complain(told.trouble, told.source.shown)
    elif is_alone or told.is_worth_a_line:
        say(told.line())


@click.command("load-retractions", epilog="Example: python -m annotator load-retractions retraction_watch.csv")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", "day", default="", metavar="DAY", help="The day the list is of. Default: of its newest row.")
@click.option("--smaller", is_flag=True, help="Load it although it is much smaller than the list before.")
@database
@one_clear_line
def load_retractions(file: Path, day: str, smaller: bool, db: str | None) -> None:
    """Load the list of Retraction Watch (CSV) in the place of the one before: all of it, or nothing.

    Rows that cannot be read are listed with the reason.
    """
    of = _day(day) if day else None
    with open_database(existing(db)) as desk, countdown("Loading") as tell:
        rows = 1 + (file.stat().st_size // A_ROW if file.is_file() else 0)
        loaded = load_list(
            desk,
            file,
            datetime.now(UTC),
            of,
            smaller=smaller,
            progress=lambda read: tell(100 - min(99, 100 * read // rows), 100),
        )
    for bad in (*loaded.refused[:MOST_REMARKS], *loaded.remarks[:MOST_REMARKS]):
        complain(UnreadableRetractions(f"line {bad.line}: {bad.reason}"))
    for rest, word in ((loaded.refused, "refused"), (loaded.remarks, "kept, with no day or one to come")):
        if len(rest) > MOST_REMARKS:
            complain(UnreadableRetractions(f"and {len(rest) - MOST_REMARKS:,} more rows {word}"))
    say(f"the list is of {loaded.date}; {loaded.retracted:,} of the sources cited here are known as retracted")
    say(loaded.summary())
    if loaded.refused:
        sys.exit(1)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day: write 2026-11-23", param_hint="--date") from None
    if day > datetime.now(UTC).date():
        raise click.BadParameter(f"{text} is yet to come: give the day the list is of", param_hint="--date")
    return day


_COUNTED = {
    Asked.FOUND: "found",
    Asked.UNKNOWN: "unknown",
    Asked.NO_SERVICE: "no look-up for",
    Asked.FAILED: "failed",
}
