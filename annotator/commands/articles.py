"""Articles put up for review, and their new versions: ``add``, ``revise``."""

from __future__ import annotations

import secrets
import shlex
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlite_utils import Database

from annotator.commands.database import database, existing
from annotator.errors import AlreadyThere, DatabaseTrouble, LooksRevised
from annotator.revision_words import plan_lines, report_line
from annotator.storage.articles import add_article, article_revision, article_summaries
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.known_texts import likely_earlier
from annotator.storage.matches import find_matches, waiting_claims
from annotator.storage.revising import add_revision, plan_revision
from corpus.command_line import complain, legible, one_clear_line, progress, say
from corpus.errors import ClaimdeskError
from corpus.model import Article, Claim
from corpus.reading import article_from_address, read_article
from corpus.remarks import remarks_on
from corpus.segmentation import split_claims

SEARCHED_AT_ONCE = 1_000  # claims; the rest of a long article waits for find-matches, or for whoever opens it
LONG = 200_000  # characters, whose cut takes seconds


@click.command("add", epilog='Example: python -m annotator add articles/*.txt --by "Dr Ada Example"')
@click.argument("files", nargs=-1, required=True)
@click.option("--by", default="", metavar="NAME", help="Who adds them.")
@click.option("--as-new", is_flag=True, help="Add also what looks like a new version of an article, beside that one.")
@click.option("--if-empty", is_flag=True, help="Do nothing when the desk has an article already.")
@database
@one_clear_line
def add(files: tuple[str, ...], by: str, as_new: bool, if_empty: bool, db: str | None) -> None:
    """Cut articles into claims and put them up for review.

    A file that cannot be read, or looks like a new version of an article, is named with its reason, and the others
    are added.
    """
    path = existing(db)
    if if_empty and path.exists() and _has_articles(path):
        return
    refused = 0
    with progress(files, "Adding") if len(files) > 1 else nullcontext(files) as watched:
        for name in watched:
            try:
                say(_add_one(path, name, by, as_new))
            except DatabaseTrouble:  # the next file would meet it too
                raise
            except ClaimdeskError as error:
                refused += 1
                complain(error, name)
    if refused:
        sys.exit(1)


@click.command("revise", epilog="Example: python -m annotator revise garlic garlic.txt --dry-run")
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
    with open_database(existing(db)) as desk:
        article_revision(desk, slug)  # a mistyped name is told before a long text is read and cut
        article = _read(file)
        claims = split_claims(article.text)
        plan = plan_revision(desk, slug, article, claims)
        if dry_run:
            for line in plan_lines(plan):
                click.echo(line)
            return
        report = add_revision(desk, slug, article, claims, datetime.now(UTC), secrets.token_hex(16), added_by=by)
        searched = _search(desk, file, slug, report.revision)
    say(f"{file}: added as revision {report.revision} of {slug}")
    say(report_line(report))
    for remark in (*article.warnings, *remarks_on(article.text, claims)):
        say(f"{file}: {remark}")
    for line in searched:
        say(line)


def _add_one(path: Path, name: str, by: str, as_new: bool) -> str:
    article = _read(name)
    if len(article.text) > LONG:
        click.echo(f"{name}: {len(article.text):,} characters to cut: this takes a while", err=True)
    claims = split_claims(article.text)
    prepare_database(path)  # with the first article that can be read, so that a mistyped name makes no database
    try:
        with open_database(path) as desk:
            if not as_new:
                _check_new(desk, name, article, claims)
            added = add_article(desk, article, claims, datetime.now(UTC), by)
            searched = _search(desk, name, added.slug, added.revision)
    except AlreadyThere as error:
        return f"{name}: {error}"
    to_check = sum(claim.check_worthy for claim in claims)
    counts = f"{_counted(to_check, 'claim')} to check in {_counted(len(claims), 'unit')}"
    told = f"{name}: added as {added.slug} ({legible(added.title)}), {counts}"
    remarks = (*article.warnings, *remarks_on(article.text, claims))
    return "\n".join([told, *(f"{name}: {remark}" for remark in remarks), *searched])


def _counted(number: int, name: str) -> str:
    return f"1 {name}" if number == 1 else f"{number} {name}s"


def _search(desk: Database, name: str, slug: str, revision: int) -> list[str]:
    """Search for what an article's first claims repeat or contradict; of a long one, the line that tells the rest."""
    if (waiting := waiting_claims(desk, slug, revision)) > SEARCHED_AT_ONCE:  # seconds: not in silence
        click.echo(f"{name}: {waiting:,} claims are on the desk; looking for repeats and conflicts", err=True)
    searched = find_matches(desk, slug, revision, datetime.now(UTC), most=SEARCHED_AT_ONCE)
    if searched < SEARCHED_AT_ONCE or not waiting_claims(desk, slug, revision):
        return []
    how = "python -m annotator find-matches"
    return [f"{name}: repeats and conflicts were looked for in the first {searched:,} claims; for the others: `{how}`"]


def _check_new(desk: Database, name: str, article: Article, claims: Sequence[Claim]) -> None:
    """Raises LooksRevised where the text looks like the new version of an article on the desk."""
    if (earlier := likely_earlier(desk, article, claims)) is None:
        return
    how, file = "python -m annotator", shlex.quote(name)
    raise LooksRevised(
        f"{name} looks like a new version of {earlier.slug} ({earlier.reason}): `{how} revise {earlier.slug} {file}`"
        f" adds it as that and keeps the labels, `{how} add --as-new {file}` puts it beside as another article"
    )


def _read(name: str) -> Article:
    if "://" in name:
        return article_from_address(name)
    return read_article(name)


def _has_articles(path: Path) -> bool:
    with open_database(path) as desk:
        return bool(article_summaries(desk))
