"""Identifiers read from the command line: ``identify``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from annotator.citations.finding import Found, find_identifiers
from corpus.command_line import one_clear_line


@click.command("identify", epilog='Example: python -m annotator identify "doi:10.1056/NEJMoa2034577" "PMID: 33301246"')
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@one_clear_line
def identify(texts: tuple[str, ...]) -> None:
    """Read identifiers: DOI, PMID, PMCID, NCT number, ISBN, web address; - reads a text from each line of stdin.

    One JSON object a line for each that a text holds: type, id (normalised), url; or error, with the reason. A bare
    number is asked about: its choices stand beside the error. Nothing is looked up. The exit status is 1 when none of
    them names a source, and 0 as soon as one does.
    """
    read = refused = 0
    for text in _lines() if texts == ("-",) else texts:
        for found in find_identifiers(text):
            sys.stdout.write(f"{json.dumps(_told(found), ensure_ascii=False)}\n")
            read += found.source is not None
            refused += found.source is None
    sys.stdout.flush()
    if refused and not read:
        click.get_current_context().exit(1)


def _lines() -> Iterator[str]:
    """The lines of stdin that are not blank; bytes that are no UTF-8 are read as a sign that no identifier holds."""
    for line in sys.stdin.buffer:
        text = line.decode("utf-8-sig", errors="replace").strip("\r\n")
        if text.strip():
            yield text


def _told(found: Found) -> dict[str, object]:
    if found.source is not None:
        source = found.source
        return {"type": source.type.value, "id": source.identifier, "url": source.url, "given": found.given}
    told: dict[str, object] = {"error": found.reason, "given": found.given}
    return told | {"choices": found.choices} if found.choices else told
