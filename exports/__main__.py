"""``python -m exports``: a dataset of labelled claims, in a file or on stdout."""

from __future__ import annotations

import gc
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlite_utils import Database

from annotator.commands.filtering import choice, filter_options
from annotator.storage.connection import database_path, open_database, prepare_database
from annotator.storage.filters import Filters
from annotator.storage.retractions import cited_statuses
from annotator.storage.trouble import check_file
from corpus.command_line import SETTINGS, one_clear_line, progress, run
from corpus.targets import check_target
from exports.catalog import EXPORTERS, exporter_named
from exports.deciding import Votes
from exports.errors import CannotExport, LeakingSplits
from exports.exporter import leave_report, loss_in
from exports.freezing import freeze, try_freeze
from exports.leakage import kept_out_words
from exports.reporting import LEAKAGE, LOSS, MANIFEST
from exports.retracted import RetractedSources
from exports.selecting import Dataset, select_claims
from exports.selection import NO_LICENCE, licence_named
from exports.splits import Split, parse_shares
from exports.web_addresses import site_named

_MOST_LISTED = 20
EXAMPLE = "Example: python -m exports --format jsonl --to claims.jsonl --verdict contradicted"


class Licence(click.ParamType[str]):
    """The identifier of a licence on the command line; small letters are as good."""

    name = "licence"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The identifier in small letters, as data hubs write it."""
        try:
            return licence_named(value)
        except CannotExport as error:
            self.fail(str(error), param, ctx)


class Site(click.ParamType[str]):
    """Where pages will stand, on the command line; a slash at its end is as good."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address without a slash at its end."""
        try:
            return site_named(value)
        except CannotExport as error:
            self.fail(str(error), param, ctx)


@click.command(context_settings=SETTINGS, epilog=EXAMPLE)
@click.option("--format", "format_name", metavar="NAME", help="The format; --list names them.")
@click.option(
    "--to", metavar="PATH", help="The file or folder to write; - for stdout. An export that is there is replaced."
)
@filter_options
@click.option(
    "--votes", type=choice(Votes), default="all", show_default=True, help="Every vote, or one verdict a claim."
)
@click.option("--split", type=choice(Split), help="Only the articles frozen in this split.")
@click.option("--licence", type=Licence(), default=NO_LICENCE, metavar="ID", help="As SPDX writes it: cc-by-4.0.")
@click.option("--site", type=Site(), metavar="URL", help="Where the pages of claimreview will stand.")
@click.option("--freeze-splits", metavar="SHARES", help="Assign articles to train, dev and test for good: 80/10/10.")
@click.option("--dry-run", is_flag=True, help="With --freeze-splits: say what would be frozen, and write nothing.")
@click.option("--list", "list_formats", is_flag=True, help="Name the formats and what each loses.")
@click.option("--db", metavar="PATH", help="The desk's database. Default: $CLAIMDESK_DB, else claimdesk.db here.")
@one_clear_line
def cli(
    format_name: str | None,
    to: str | None,
    votes: str,
    split: str | None,
    licence: str,
    site: str | None,
    freeze_splits: str | None,
    dry_run: bool,
    list_formats: bool,
    db: str | None,
    filters: Filters,
) -> None:
    """Write a dataset of labelled claims.

    The claims are those in the queue: check-worthy, or with a verdict. With every vote, also what a reviewer took for
    no claim; with one verdict a claim, --verdict compares that. Filters narrow them, each option further. Beside the
    data stand PATH.loss.txt, what the dataset lacks and why, and PATH.manifest.json, its files, counts and origin. A
    format of several files writes a folder, or one ZIP file where PATH ends .zip. The last line on stderr says how
    much was written and what was left out.
    """
    if list_formats:
        _list_formats()
        return
    if freeze_splits is None and not (format_name and to):
        raise click.UsageError(f"give --format and --to, or --list. {EXAMPLE}")
    if dry_run:
        _check_trial(freeze_splits, format_name, to)
    path = database_path(db)
    if to and to != "-":
        for ending in ("", LOSS, LEAKAGE, MANIFEST):
            check_target(Path(to + ending), own=path)
    if not dry_run and check_file(path):
        prepare_database(path)
    with open_database(path) as desk:
        if freeze_splits is not None:
            (_try_freeze if dry_run else _freeze)(desk, freeze_splits)
        if format_name and to:
            dataset = Dataset(filters, Votes(votes), split or "", licence, site or "")
            try:
                _export(desk, dataset, format_name, to)
            except LeakingSplits as error:
                raise CannotExport(f"{error}{_report_left(error.report, to)}") from error


def ease_collecting() -> None:
    """Have Python's collector of garbage look less often, and never through the libraries' objects, which stay: claims
    come and go without it, and its looks are a fifth of a long export."""
    gc.freeze()
    gc.set_threshold(50_000)


def _export(desk: Database, dataset: Dataset, format_name: str, to: str) -> None:
    exporter = exporter_named(format_name)
    with (
        select_claims(desk, dataset) as (claims, selection),
        nullcontext(claims) if to == "-" else progress(claims, "Exporting", every=100) as counting,
    ):
        retracted = RetractedSources(cited_statuses(desk))
        watched = retracted.in_claims(counting)
        if to == "-":
            tally = exporter.write_to(watched, sys.stdout.buffer, selection)
            sys.stdout.buffer.flush()
        else:
            tally = exporter.write(watched, Path(to), selection)
    click.echo(loss_in(exporter, tally, selection), err=True)
    for line in retracted.lines():
        click.echo(f"Warning: {line}", err=True)
    for leak in selection.leaks:
        click.echo(f"Warning: {leak}. --freeze-splits keeps out what came later", err=True)
    if dataset.split and not tally.claims:
        click.echo(f"Warning: no claim of {dataset.split} is in the dataset", err=True)
    if selection.unsearched:
        click.echo(f"Warning: the splits may leak: {selection.unsearched}", err=True)
    click.echo(str(tally), err=True)


def _report_left(report: str, to: str) -> str:
    """Leave the leakage report where it would have stood beside the dataset, and say so: a refusal names one leak."""
    if to == "-" or not (left := leave_report(report, Path(to))):
        return ""
    return f". All of it stands in {left}"


def _freeze(desk: Database, shares: str) -> None:
    done = freeze(desk, parse_shares(shares), datetime.now(UTC))
    click.echo(str(done), err=True)
    for each in done.new_out[:_MOST_LISTED]:
        click.echo(f"Kept out: {kept_out_words(each)}", err=True)
    if (more := len(done.new_out) - _MOST_LISTED) > 0:
        click.echo(f"Kept out: {more:,} more, listed in the leakage report of a split dataset", err=True)


def _try_freeze(desk: Database, shares: str) -> None:
    told = try_freeze(desk, parse_shares(shares))
    for line in (str(told), *told.parts(), *(f"Would keep out: {kept_out_words(each)}" for each in told.new_out)):
        click.echo(line, err=True)
    for hindrance in told.hindrances:
        click.echo(f"Not to be frozen so: {hindrance}", err=True)
    click.echo(f"Nothing was written{'' if told.hindrances else ': leave --dry-run out to freeze this'}", err=True)


def _check_trial(freeze_splits: str | None, format_name: str | None, to: str | None) -> None:
    if freeze_splits is None:
        raise click.UsageError("--dry-run tries a freeze: give --freeze-splits 80/10/10 with it")
    if format_name or to:
        raise click.UsageError("--dry-run writes nothing: leave --format and --to out")


def _list_formats() -> None:
    for exporter in EXPORTERS.values():
        click.echo(f"{exporter.name:15}{exporter.description}\n{'':15}{exporter.loses}")
        for votes, more in (("every vote", exporter.with_votes), ("one verdict a claim", exporter.with_one_verdict)):
            if more:
                click.echo(f"{'':15}With {votes}: {more}")


if __name__ == "__main__":
    ease_collecting()
    run(cli, "python -m exports")
