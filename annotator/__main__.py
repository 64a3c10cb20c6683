"""``python -m annotator``: put articles up for review, load labels, see the progress, back up."""

from __future__ import annotations

import secrets
import shlex
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.errors import AlreadyThere, DatabaseTrouble, LooksRevised, UnreadableLabels
from annotator.revision_words import plan_lines, report_line
from annotator.storage.articles import add_article, article_revision, article_summaries
from annotator.storage.backup import backup_database
from annotator.storage.bulk import BulkReport, Outcome, RowResult, add_rows
from annotator.storage.connection import database_path, open_database, prepare_database
from annotator.storage.loading import load_labels
from annotator.storage.matches import Waiting, find_matches, forget_matches, waiting_articles
from annotator.storage.progress import reviewer_progress
from annotator.storage.revising import add_revision, article_revised_by, plan_revision
from annotator.storage.settings import EVIDENCE_RULES, set_evidence_rule
from annotator.storage.suggestions import kind_counts
from annotator.storage.trouble import check_file
from corpus.bulk import programs
from corpus.command_line import SETTINGS, complain, countdown, one_clear_line, progress, run, say
from corpus.errors import ClaimdeskError, UnreadableArticle
from corpus.matching.model import MatchKind
from corpus.model import Article
from corpus.reading import article_from_address, read_article
from corpus.reading.bulk import ENCODINGS, Columns, open_bulk, place_word, read_rows
from corpus.remarks import remarks_on
from corpus.segmentation import split_claims

CLAIMS_A_STEP = 2_000

database = click.option(
    "--db", metavar="PATH", help="The desk's database. Default: $CLAIMDESK_DB, else claimdesk.db here."
)


@click.group(context_settings=SETTINGS, epilog="Example: python -m annotator add corpus/articles/magnesium_ms.txt")
def cli() -> None:
    """Put articles up for review, load labels, see how far everybody is, and back up."""


@cli.command("add", epilog='Example: python -m annotator add articles/*.txt --by "Dr Ada Example"')
@click.argument("files", nargs=-1, required=True)
@click.option("--by", default="", metavar="NAME", help="Who adds them.")
@click.option("--if-empty", is_flag=True, help="Do nothing when the desk has an article already.")
@database
@one_clear_line
def add(files: tuple[str, ...], by: str, if_empty: bool, db: str | None) -> None:
    """Cut articles into claims and put them up for review.

    A file that cannot be read is named with its reason, and the others are added.
    """
    path = _existing(db)
    if if_empty and path.exists() and _has_articles(path):
        return
    refused = 0
    with progress(files, "Adding") if len(files) > 1 else nullcontext(files) as watched:
        for name in watched:
            try:
                say(_add_one(path, name, by))
            except DatabaseTrouble:  # the next file would meet it too
                raise
            except ClaimdeskError as error:
                refused += 1
                complain(error, name)
    if refused:
        sys.exit(1)


@cli.command("add-bulk", epilog="Example: python -m annotator add-bulk articles.jsonl --text body --title headline")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--text", default="", metavar="COLUMN", help="The column with the text. Without it the columns are listed."
)
@click.option("--title", default="", metavar="COLUMN", help="The column with the title. Default: found in the text.")
@click.option("--author", default="", metavar="COLUMN", help="The column with the author.")
@click.option("--date", default="", metavar="COLUMN", help="The column with the date, like 2024-05-17.")
@click.option("--address", default="", metavar="COLUMN", help="The column with the address it comes from.")
@click.option(
    "--id", "id_", default="", metavar="COLUMN", help="The column with a name of its own. Default: the title."
)
@click.option("--encoding", type=click.Choice(ENCODINGS), default="utf-8", help="Of a CSV file. Default: utf-8.")
@click.option("--by", default="", metavar="NAME", help="Who adds them.")
@database
@one_clear_line
def add_bulk(
    file: Path,
    text: str,
    title: str,
    author: str,
    date: str,
    address: str,
    id_: str,
    encoding: str,
    by: str,
    db: str | None,
) -> None:
    """Put up for review the articles of one file: JSONL, CSV (commas, semicolons or tabs) or Parquet.

    Rows that hold no article are listed with the reason, and the others are added. Stopped half-way, the file can be
    added again: what is on the desk already is known.
    """
    path = _existing(db)
    report, columns = BulkReport(), Columns(text, title, author, date, address, id_)
    with open_bulk(file) as source:
        rows = read_rows(source, file.name, columns, encoding)
        prepare_database(path)
        try:
            with open_database(path) as desk, countdown("Adding") as tell:
                for results, done in add_rows(desk, rows, datetime.now(UTC), by, programs=programs()):
                    report.take(results, done)
                    _tell_rows(results, place_word(file.name))
                    tell(100 - int(100 * done), 100)
        finally:
            if report.read:
                say(report.summary())
    if report.refused:
        sys.exit(1)


def _tell_rows(results: Iterable[RowResult], word: str) -> None:
    for result in results:
        if result.outcome is Outcome.REFUSED:
            complain(UnreadableArticle(f"{word} {result.number}: {result.told}"))
        for remark in result.remarks:
            say(f"{word} {result.number}: {result.told}: {remark}")


@cli.command("revise", epilog="Example: python -m annotator revise garlic garlic.txt --dry-run")
@click.argument("slug")
@click.argument("file")
@click.option("--by", default="", metavar="NAME", help="Who adds it.")
@click.option("--dry-run", is_flag=True, help="Show what would change, claim by claim, and add nothing.")
@database
@one_clear_line
def revise(slug: str, file: str, by: str, dry_run: bool, db: str | None) -> None:
    """Add a file as the new version of the article SLUG.

    Claims that stand word for word in their place keep their labels. Changed ones are offered again, with what they
    were before; those that are gone keep their labels in the history.
    """
    with open_database(_existing(db)) as desk:
        article_revision(desk, slug)  # a mistyped name is told before a long text is read and cut
        article = _read(file)
        claims = split_claims(article.text)
        plan = plan_revision(desk, slug, article, claims)
        if dry_run:
            for line in plan_lines(plan):
                click.echo(line)
            return
        report = add_revision(desk, slug, article, claims, datetime.now(UTC), secrets.token_hex(16), added_by=by)
        find_matches(desk, slug, report.revision, datetime.now(UTC))
    say(f"{file}: added as revision {report.revision} of {slug}")
    say(report_line(report))
    for remark in (*article.warnings, *remarks_on(article.text, claims)):
        say(f"{file}: {remark}")


@cli.command("find-matches", epilog="Example: python -m annotator find-matches --again")
@click.option("--again", is_flag=True, help="Search for every claim anew, also those that were searched for before.")
@database
@one_clear_line
def search_matches(again: bool, db: str | None) -> None:
    """Find the claims that may repeat or contradict each other, in an article and across the desk.

    They are suggestions: what people decided about one stays, and what was dismissed does not come back. Stopped
    half-way, the next run goes on from there.
    """
    with open_database(_existing(db)) as desk:
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


@cli.command("load-labels", epilog="Example: python -m annotator load-labels dataset.jsonl --db other.db")
@click.argument("file", type=click.Path(path_type=Path))
@database
@one_clear_line
def load(file: Path, db: str | None) -> None:
    """Load labels, with their reviewers, from an export: JSONL (claims/1) or CSV with every vote.

    The articles they are about must be on the desk already. Rows that cannot be loaded are listed with the reason,
    and the others are loaded; loading a file twice changes nothing.
    """
    with open_database(_existing(db)) as desk, countdown("Loading") as tell:
        report = load_labels(desk, file, datetime.now(UTC), tell)
    for line, reason in report.refused:
        complain(UnreadableLabels(f"line {line}: {reason}"))
    say(f"read {report.read}, new {report.new}, known {report.known}, refused {len(report.refused)}")
    if report.refused:
        sys.exit(1)


@cli.command("progress", epilog="Example: python -m annotator progress")
@database
@one_clear_line
def show_progress(db: str | None) -> None:
    """Show how far each article and each reviewer is."""
    with open_database(_existing(db)) as desk:
        articles = [
            (row.slug, row.claims, row.labelled, row.open, f"{row.labelled / row.claims:.0%}" if row.claims else "-")
            for row in article_summaries(desk)
        ]
        reviewers = [
            (row.name, row.verdicts, row.open, row.skipped, row.last_labelled_at[:16].replace("T", " ") or "-")
            for row in reviewer_progress(desk)
        ]
    _table(("article", "claims", "labelled", "open", "done"), articles, "no article yet: add one first")
    click.echo()
    _table(("reviewer", "verdicts", "open", "skipped", "last label (UTC)"), reviewers, "no reviewer yet")


@cli.command("backup", epilog="Example: python -m annotator backup backups/2026-11-23.db")
@click.argument("out")
@database
@one_clear_line
def backup(out: str, db: str | None) -> None:
    """Copy the database, whole and consistent, while people work. To restore, put the copy in its place."""
    if not out.strip():
        raise DatabaseTrouble("the path of the backup is empty: name the file to write")
    to = Path(out)
    with countdown("Backing up") as tell:
        backup_database(_existing(db), to, tell)
    say(f"backed up to {to} ({to.stat().st_size:,} bytes)")


@cli.command("evidence-rule", epilog="Example: python -m annotator evidence-rule strict")
@click.argument("rule", type=click.Choice(EVIDENCE_RULES))
@database
@one_clear_line
def evidence_rule(rule: str, db: str | None) -> None:
    """Choose whether a verdict may wait for its evidence (lenient) or is refused without it (strict)."""
    with open_database(_existing(db)) as desk:
        set_evidence_rule(desk, rule)
    click.echo(f"the evidence rule is {rule} now")


def _add_one(path: Path, name: str, by: str) -> str:
    article = _read(name)
    claims = split_claims(article.text)
    prepare_database(path)  # with the first article that can be read, so that a mistyped name makes no database
    try:
        with open_database(path) as desk:
            if revised := article_revised_by(desk, article, claims):
                raise LooksRevised(
                    f"{name} looks like a new version of {revised}: add it with `python -m annotator revise {revised}"
                    f" {shlex.quote(name)}`, or under another name to have it beside that"
                )
            added = add_article(desk, article, claims, datetime.now(UTC), by)
            find_matches(desk, added.slug, added.revision, datetime.now(UTC))
    except AlreadyThere as error:
        return f"{name}: {error}"
    to_check = sum(claim.check_worthy for claim in claims)
    title = "".join(character if character.isprintable() else " " for character in added.title)
    told = f"{name}: added as {added.slug} ({title}), {to_check} claims to check in {len(claims)} units"
    remarks = (*article.warnings, *remarks_on(article.text, claims))
    return "\n".join([told, *(f"{name}: {remark}" for remark in remarks)])


def _read(name: str) -> Article:
    if "://" in name:
        return article_from_address(name)
    return read_article(name)


def _has_articles(path: Path) -> bool:
    with open_database(path) as desk:
        return bool(article_summaries(desk))


def _existing(db: str | None) -> Path:
    """The path of the database; where there is one, brought to this program's schema."""
    path = database_path(db)
    if check_file(path):
        prepare_database(path)
    return path


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


if __name__ == "__main__":
    run(cli, "python -m annotator")
