"""The articles of one file put up for review: ``add-bulk``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.commands.database import database, existing
from annotator.storage.bulk import BulkReport, Outcome, RowResult, add_rows
from annotator.storage.connection import open_database, prepare_database
from corpus.bulk import programs
from corpus.command_line import complain, countdown, one_clear_line, say
from corpus.errors import UnreadableArticle
from corpus.reading.bulk import ENCODINGS, Columns, open_bulk, place_word, read_rows


@click.command("add-bulk", epilog="Example: python -m annotator add-bulk articles.jsonl --text body --title headline")
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
    path = existing(db)
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
