"""The sources that labels rest on, for reference managers and for print: ``sources``."""

from __future__ import annotations

import os
import secrets
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import click

from annotator.citations.source_lists import SOURCE_FORMATS
from annotator.commands.database import database, existing
from annotator.commands.moments import Moment
from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.cited_works import cited_works, counted_words, written_as
from annotator.storage.connection import database_path, open_database
from annotator.storage.filters import Filters
from corpus.command_line import one_clear_line
from corpus.model import CueName, Kind
from corpus.targets import check_target


def _choice(names: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([str(name) for name in names])


@click.command("sources", epilog="Example: python -m annotator sources --format ama --article garlic --to garlic.txt")
@click.option("--format", "format_name", required=True, type=click.Choice(list(SOURCE_FORMATS)), help="The format.")
@click.option("--to", required=True, metavar="PATH", help="The file to write; - for stdout. NAME.html has italics.")
@click.option("--article", "articles", multiple=True, metavar="SLUG", help="Only this article; may be repeated.")
@click.option("--section", "sections", multiple=True, help="Only claims right under this heading; may be repeated.")
@click.option("--kind", "kinds", multiple=True, type=_choice(Kind), help="Only this kind; may be repeated.")
@click.option("--verdict", "verdicts", multiple=True, type=_choice(Verdict), help="Only this verdict; may be repeated.")
@click.option("--flag", "flags", multiple=True, type=_choice(Flag), help="Only this flag; may be repeated.")
@click.option("--cue", "cues", multiple=True, type=_choice(CueName), help="Only claims with this cue; may be repeated.")
@click.option("--reviewer", "reviewers", multiple=True, metavar="NAME", help="Only what this reviewer cites.")
@click.option("--search", default="", metavar="WORDS", help="Only claims with all these words.")
@click.option("--as-of", type=Moment(), metavar="TIME", help="The labels as they were then (UTC).")
@database
@one_clear_line
def list_sources(
    format_name: str, to: str, db: str | None, search: str, as_of: datetime | None, **names: tuple[str, ...]
) -> None:
    """Write the sources that labels cite: for reference managers, or as a bibliography.

    Filters choose the claims, as for a dataset. Retracted sources are marked, with the day. The last line on stderr
    says how many were written.
    """
    filters = Filters(
        articles=names["articles"],
        sections=names["sections"],
        kinds=tuple(map(Kind, names["kinds"])),
        verdicts=tuple(map(Verdict, names["verdicts"])),
        flags=tuple(map(Flag, names["flags"])),
        reviewers=names["reviewers"],
        cues=tuple(map(CueName, names["cues"])),
        search=search,
        as_of=as_of,
    )
    path = database_path(db)
    if to != "-":
        check_target(Path(to), own=path)
    with open_database(existing(db)) as desk:
        cited = cited_works(desk, filters)
    text = written_as(cited, format_name, as_html=to.lower().endswith((".html", ".htm")))
    if to == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        _place(Path(to), text)
    click.echo(f"wrote {counted_words(cited)}", err=True)


def _place(path: Path, text: str) -> None:
    """Write the file whole or not at all; one that is there is replaced."""
    target = path.resolve()  # a link keeps pointing to its file, which is replaced
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
