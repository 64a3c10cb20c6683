"""``python -m corpus split FILE``: an article's claims, one JSON object a line."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from corpus.command_line import SETTINGS, one_clear_line, run
from corpus.errors import ClaimdeskError, WouldOverwrite
from corpus.model import Amount, Claim, Cue
from corpus.targets import check_target, is_one_of


@click.group(context_settings=SETTINGS)
def cli() -> None:
    """Cut health articles into claims.

    Example: python -m corpus split corpus/articles/magnesium_ms.txt
    """


@cli.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--text-to",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Also write the exact text that the offsets count in.",
)
@one_clear_line
def split(file: Path, text_to: Path | None) -> None:
    r"""Print every unit of the article in FILE, in order, one JSON object a line.

    Fields: start and end (code points, end exclusive), kind, check_worthy, context, cues, text.

    \b
    Example:
      python -m corpus split corpus/articles/magnesium_ms.txt --text-to text.txt | head -3
    """
    from corpus.reading import read_article
    from corpus.segmentation import split_claims

    article = read_article(file)
    claims = split_claims(article.text)
    if text_to is not None:
        if is_one_of(text_to, [file]):
            raise WouldOverwrite(f"{text_to} is the article itself: name another file to write the text to")
        _write_whole(text_to, article.text)
    for claim in claims:
        sys.stdout.write(json.dumps(_row(claim), ensure_ascii=False) + "\n")


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind.value,
        "check_worthy": claim.check_worthy,
        "context": asdict(claim.context),
        "cues": [_cue(cue) for cue in claim.cues],
        "text": claim.text,
    }


def _cue(cue: Cue) -> dict[str, Any]:
    told = {"detail": asdict(cue.detail) if isinstance(cue.detail, Amount) else cue.detail} if cue.detail else {}
    return {"name": cue.name.value, "start": cue.span.start, "end": cue.span.end, **told}


def _write_whole(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 to ``path``, all of it or nothing: beside it first, then in its place."""
    try:
        if path.exists() and not path.is_file():  # a folder, or a device, which the new file would replace
            raise ClaimdeskError(f"{path}: this is no file; name a file to write the text to")
        check_target(path)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            beside.chmod(0o666 & ~_umask())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise ClaimdeskError(f"{path}: cannot write the text ({error.strerror}); choose another place") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


if __name__ == "__main__":
    run(cli, "python -m corpus")
