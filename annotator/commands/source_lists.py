"""The sources that labels rest on, for reference managers and for print: ``sources``."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

import click

from annotator.citations.source_lists import SOURCE_FORMATS
from annotator.commands.database import database, existing
from annotator.commands.filtering import filter_options
from annotator.storage.cited_works import cited_works, counted_words, written_as
from annotator.storage.connection import database_path, open_database
from annotator.storage.filters import Filters
from corpus.command_line import one_clear_line
from corpus.targets import check_target


@click.command("sources", epilog="Example: python -m annotator sources --format ama --article garlic --to garlic.txt")
@click.option("--format", "format_name", required=True, type=click.Choice(list(SOURCE_FORMATS)), help="The format.")
@click.option("--to", required=True, metavar="PATH", help="The file to write; - for stdout. NAME.html has italics.")
@filter_options
@database
@one_clear_line
def list_sources(format_name: str, to: str, db: str | None, filters: Filters) -> None:
    """Write the sources that labels cite: for reference managers, or as a bibliography.

    Filters choose the claims, as for a dataset. Retracted sources are marked, with the day. The last line on stderr
    says how many were written.
    """
    path = database_path(db)
    if to != "-":
        check_target(Path(to), own=path)
        _check_folder(Path(to).parent)
    with open_database(existing(db)) as desk:
        cited = cited_works(desk, filters)
    text = written_as(cited, format_name, as_html=to.lower().endswith((".html", ".htm")))
    if to == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        _place(Path(to), text)
    click.echo(f"wrote {counted_words(cited)}", err=True)


def _check_folder(folder: Path) -> None:
    """Raise FileNotFoundError, before anything is worked out, where nothing can be put."""
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder: make it first, or name another file", folder)


def _place(path: Path, text: str) -> None:
    """Write the file whole or not at all; one that is there is replaced."""
    target = path.resolve()  # a link keeps pointing to its file, which is replaced
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        _write(part, target, text)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error  # nobody has named the part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write(part: Path, target: Path, text: str) -> None:
    with part.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        part.chmod(target.stat().st_mode & 0o777)
    part.replace(target)
