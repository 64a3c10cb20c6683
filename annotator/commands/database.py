"""Which database a command is about."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.storage.connection import database_path, prepare_database
from annotator.storage.trouble import check_file

database = click.option(
    "--db", metavar="PATH", help="The desk's database. Default: $CLAIMDESK_DB, else claimdesk.db here."
)


def existing(db: str | None) -> Path:
    """The path of the database; where there is one, brought to this program's schema."""
    path = database_path(db)
    if check_file(path):
        prepare_database(path)
    return path
