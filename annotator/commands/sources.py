"""The library of sources filled from reference files: ``add-sources``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.citations.reference_files.files import read_reference_file
from annotator.citations.reference_files.model import References
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.commands.database import database, existing
from annotator.errors import UnreadableReferences
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.works import Saved, save_works
from corpus.command_line import complain, countdown, one_clear_line, say, warn
from corpus.errors import ClaimdeskError


@click.command("add-sources", epilog="Example: python -m annotator add-sources pubmed.nbib zotero.ris")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--by", default="", metavar="NAME", help="Who adds them.")
@database
@one_clear_line
def add_sources(files: tuple[Path, ...], by: str, db: str | None) -> None:
    """Put the sources of reference files into the desk's library: RIS, PubMed (NBIB), BibTeX or CSL-JSON.

    The format is found in the content. Records that name no source are listed with the reason, and the others are
    added; a source that is in the library already is joined with what the file tells of it.
    """
    path = existing(db)
    read = new = refused = unreadable = 0
    for file in files:
        try:
            found = read_reference_file(file)
        except ClaimdeskError as error:
            if len(files) == 1:
                raise
            unreadable += 1
            complain(error, str(file))
            continue
        _tell(found, file)
        saved = _save(path, found, by)
        if len(files) > 1:
            say(f"{file}: {_summary(found.read, saved.new, len(found.refused))}")
        read, new, refused = read + found.read, new + saved.new, refused + len(found.refused)
    say(_summary(read, new, refused))
    if refused or unreadable:
        sys.exit(1)


def _summary(read: int, new: int, refused: int) -> str:
    return f"read {read}, new {new}, refused {refused}"


def _tell(found: References, file: Path) -> None:
    """List what is refused and what is odd, by line."""
    for refused in found.refused:
        complain(UnreadableReferences(f"line {refused.line}, record {refused.number}: {refused.reason}"), str(file))
    for record in found.records:
        for remark in record.remarks:
            warn(f"line {remark.line}, record {record.number}: {remark.text}", str(file))
    for words in found.remarks:
        warn(words, str(file))


def _save(path: Path, found: References, by: str) -> Saved:
    prepare_database(path)
    with open_database(path) as desk, countdown("Adding") as tell:
        return save_works(desk, _told(found.works, tell), Origin.FILE, by, datetime.now(UTC))


def _told(works: Sequence[Work], tell: Callable[[int, int], None]) -> Iterator[Work]:
    """The works, while a bar tells how many are left."""
    for place, work in enumerate(works):
        tell(len(works) - place, len(works))
        yield work
