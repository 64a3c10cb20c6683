"""Labelled data from elsewhere put on the desk: ``take-in``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.commands.database import database, existing
from annotator.errors import UnreadableLabels
from annotator.label_files.elsewhere.drafting import Drafts
from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import BareIds, Choices, Meaning
from annotator.label_files.elsewhere.readers import (
    FORMATS,
    Format,
    columns_of,
    format_named,
    guess_format,
    owner,
    read_drafts,
    sorted_out,
    with_usual_columns,
)
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.taking_in import TakeInReport, take_in, try_out
from corpus.command_line import complain, countdown, one_clear_line, say
from corpus.reading.bulk import ENCODINGS, open_bulk

MOST_WORDS = 40
COLUMNS = {
    "claim": "the claim",
    "label": "the label",
    "text": "the article's text, where the claim stands in it",
    "group": "what claims are put together by, into one article",
    "title": "the title of that article",
    "reviewer": "who gave the label",
    "evidence": "the words of the evidence",
    "source": "the sources: DOI, PMID, PMCID, NCT number, ISBN or address",
    "rationale": "the reason given",
    "time": "when the label was given, in ISO 8601",
}


def _column_options(command: Callable[..., None]) -> Callable[..., None]:
    for name, what in reversed(COLUMNS.items()):
        command = click.option(f"--{name}", metavar="COLUMN", default="", help=f"The column with {what}.")(command)
    return command


@click.command("take-in", epilog="Example: python -m annotator take-in claims_train.jsonl corpus.jsonl --dry-run")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_name", metavar="NAME", help=f"{', '.join(FORMATS)}. Default: as the file looks.")
@_column_options
@click.option("--means", multiple=True, metavar="WORD=MEANING", help=f"A label word: {', '.join(Meaning)}. Repeatable.")
@click.option("--labels-by", default="", metavar="NAME", help="Who gave the labels that name nobody.")
@click.option(
    "--bare-ids",
    type=click.Choice([str(each) for each in BareIds]),
    default=str(BareIds.UNKNOWN),
    help="What sources are that are only a number or a name. Default: unknown, and they are not cited.",
)
@click.option("--encoding", type=click.Choice(ENCODINGS), default="utf-8", help="Of a CSV file. Default: utf-8.")
@click.option("--by", default="", metavar="NAME", help="Who takes them in.")
@click.option("--dry-run", is_flag=True, help="Show what would be taken in, and take in nothing.")
@database
@one_clear_line
def take_labels_in(
    files: tuple[Path, ...],
    format_name: str | None,
    means: tuple[str, ...],
    labels_by: str,
    bare_ids: str,
    encoding: str,
    by: str,
    dry_run: bool,
    db: str | None,
    **columns: str,
) -> None:
    """Take in labelled data from elsewhere: claims with their evidence, and who said what of them.

    Rows that cannot be taken in are listed with the reason. What the desk has is never changed. Whatever ends the
    work leaves whole articles only; the same file again adds what is missing, else nothing. SciFact's corpus.jsonl,
    FEVER's pages and the ids.tsv of our own exports are named beside the claims. A table's columns are known by their
    usual names, unless an option names another, or - for none.
    """
    path = existing(db)
    chosen = {part: column for part, column in columns.items() if column}
    choices = Choices(chosen, dict(_meanings(means)), labels_by, BareIds(bare_ids), encoding)
    refused = 0
    with ExitStack() as stack:
        given = [Given(file.name, stack.enter_context(open_bulk(file))) for file in files]
        labelled, beside = sorted_out(given)
        if not labelled:
            raise UnreadableLabels("these files hold only the sentences that claims point to: name the claims too")
        for each in labelled:
            format_ = format_named(format_name) if format_name else guess_format(each, encoding)
            wanted = with_usual_columns(each, format_, choices)
            drafts = read_drafts(each, format_, wanted, beside)
            report = _put(path, drafts, each.name, by, dry_run)
            _tell_reading(each, format_, wanted, drafts)
            _tell(report, each, "" if choices.by else owner(each, format_), dry_run)
            refused += len(report.refused)
    if refused:
        sys.exit(1)


def _put(path: Path, drafts: Drafts, name: str, by: str, dry_run: bool) -> TakeInReport:
    now = datetime.now(UTC)
    if dry_run:
        with open_database(path) as desk:
            return try_out(desk, drafts, name, now)
    prepare_database(path)
    with open_database(path) as desk, countdown("Taking in") as tell:
        return take_in(desk, drafts, name, now, by, tell)


def _meanings(means: Sequence[str]) -> Iterator[tuple[str, Meaning]]:
    for each in means:
        word, sign, meaning = each.rpartition("=")
        if not sign or meaning not in list(Meaning) or not word.strip():
            raise UnreadableLabels(f"--means {each!r}: write a label word, =, and one of {', '.join(Meaning)}")
        yield " ".join(word.split()).casefold(), Meaning(meaning)


def _tell_reading(given: Given, format_: Format, choices: Choices, drafts: Drafts) -> None:
    """How the file was read: as what, by which columns, its label words with their meanings."""
    say(f"{given.name}: read as {format_.name}")
    columns = columns_of(given, format_, choices)
    if columns:
        say("columns: " + ", ".join(f"{part} = {column}" for part, column in columns.items()))
    for word, count in drafts.words.met.most_common(MOST_WORDS):
        said: str = drafts.words.known(word) or f"unknown: say it with --means {word!r}=..."
        say(f"{word} ({count:,}) means {said}")
    if (more := len(drafts.words.met) - MOST_WORDS) > 0:
        say(f"and {more:,} more label words: is this the right column?")


def _tell(report: TakeInReport, given: Given, owner: str, dry_run: bool) -> None:
    """What became of the file. ``owner`` is who got the labels that name nobody, where nobody was asked."""
    for line, reason in report.refused:
        complain(UnreadableLabels(f"{given.name}: {given.place_word} {line}: {reason}"))
    for loss in report.losses:
        say(f"note: {loss}")
    if report.people:
        say(f"labels by: {', '.join(report.people)}")
    if owner in report.people:
        say(f"note: labels that name nobody are by {owner} here: --labels-by NAME says whose they are")
    say(report.summary() + (" (dry run: nothing was taken in)" if dry_run else ""))
