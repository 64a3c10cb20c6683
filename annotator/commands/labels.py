"""Labels loaded, counted, kept safe and held to a rule: load-labels, progress, backup, evidence-rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.citations.retraction import Standing
from annotator.commands.database import database, existing
from annotator.errors import DatabaseTrouble, UnreadableLabels
from annotator.storage.articles import article_summaries
from annotator.storage.backup import backup_database
from annotator.storage.connection import open_database
from annotator.storage.loading import load_labels
from annotator.storage.progress import reviewer_progress
from annotator.storage.retractions import RetractionList, SourceCounts, retraction_list, source_counts
from annotator.storage.settings import EVIDENCE_RULES, set_evidence_rule
from corpus.command_line import complain, countdown, one_clear_line, say

STANDING_WORDS = {
    Standing.RETRACTED: "retracted",
    Standing.CONCERN: "with an expression of concern",
    Standing.NONE_KNOWN: "without a known retraction",
    Standing.NEVER_CHECKED: "never checked",
}


@click.command("load-labels", epilog="Example: python -m annotator load-labels dataset.jsonl --db other.db")
@click.argument("file", type=click.Path(path_type=Path))
@database
@one_clear_line
def load(file: Path, db: str | None) -> None:
    """Load labels and editors' decisions, with their people, from an export: JSONL (claims/1) or CSV with every vote.

    The articles they are about must be on the desk already. Rows that cannot be loaded are listed with the reason,
    and the others are loaded; loading a file twice changes nothing.
    """
    with open_database(existing(db)) as desk, countdown("Loading") as tell:
        report = load_labels(desk, file, datetime.now(UTC), tell)
    for line, reason in report.refused:
        complain(UnreadableLabels(f"line {line}: {reason}"))
    say(f"read {report.read}, new {report.new}, known {report.known}, refused {len(report.refused)}")
    if report.refused:
        sys.exit(1)


@click.command("progress", epilog="Example: python -m annotator progress")
@database
@one_clear_line
def show_progress(db: str | None) -> None:
    """Show how far each article and each reviewer is."""
    with open_database(existing(db)) as desk:
        articles = [
            (row.slug, row.claims, row.labelled, row.open, f"{row.labelled / row.claims:.0%}" if row.claims else "-")
            for row in article_summaries(desk)
        ]
        reviewers = [
            (row.name, row.verdicts, row.open, row.skipped, row.last_labelled_at[:16].replace("T", " ") or "-")
            for row in reviewer_progress(desk)
        ]
        known = source_counts(desk)
        listed = retraction_list(desk)
    _table(("article", "claims", "labelled", "open", "done"), articles, "no article yet: add one first")
    click.echo()
    _table(("reviewer", "verdicts", "open", "skipped", "last label (UTC)"), reviewers, "no reviewer yet")
    if known.cited:
        click.echo()
        click.echo(_sources_line(known, listed))


def _sources_line(known: SourceCounts, listed: RetractionList | None) -> str:
    """``12 sources cited: 1 retracted, 0 with concerns, 9 without a known retraction, 2 never checked``."""
    told = ", ".join(f"{known.by_standing[standing]:,} {words}" for standing, words in STANDING_WORDS.items())
    of = f"; the list of retractions is of {listed.date}" if listed else ""
    return f"{known.cited:,} {'source' if known.cited == 1 else 'sources'} cited: {told}{of}"


@click.command("backup", epilog="Example: python -m annotator backup backups/2026-11-23.db")
@click.argument("out")
@database
@one_clear_line
def backup(out: str, db: str | None) -> None:
    """Copy the database, whole and consistent, while people work. To restore, put the copy in its place."""
    if not out.strip():
        raise DatabaseTrouble("the path of the backup is empty: name the file to write")
    to = Path(out)
    with countdown("Backing up") as tell:
        backup_database(existing(db), to, tell)
    say(f"backed up to {to} ({to.stat().st_size:,} bytes)")


@click.command("evidence-rule", epilog="Example: python -m annotator evidence-rule strict")
@click.argument("rule", type=click.Choice(EVIDENCE_RULES))
@database
@one_clear_line
def evidence_rule(rule: str, db: str | None) -> None:
    """Choose whether a verdict may wait for its evidence (lenient) or is refused without it (strict)."""
    with open_database(existing(db)) as desk:
        set_evidence_rule(desk, rule)
    click.echo(f"the evidence rule is {rule} now")


def _table(head: Sequence[str], rows: Sequence[Sequence[object]], empty: str) -> None:
    if not rows:
        click.echo(empty)
        return
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        first, *others = [
            cell.ljust(widths[0]) if column == 0 else cell.rjust(widths[column]) for column, cell in enumerate(row)
        ]
        click.echo("  ".join([first, *others]).rstrip())
