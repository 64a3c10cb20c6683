"""An export before it is made: the command that makes it, how many claims it has, and the first of them."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.flags import flags_of
from annotator.model import LabelledClaim
from annotator.storage.connection import open_database
from annotator.storage.times import to_text
from exports.catalog import exporter_named
from exports.exporter import Votes
from exports.selecting import Dataset, select_claims

MOST_COUNTED = 10_000
"""Claims are counted up to here, so that no page waits long for a number; the export has them all."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How many claims and votes there are, whether that is all of them, and the first as rows to show."""

    claims: int
    votes: int
    is_all: bool
    rows: list[dict[str, str | int]]


def preview(path: Path, dataset: Dataset, rows: int = 5) -> Preview:
    """Count ``dataset`` on the desk at ``path``, and take its first rows."""
    claims, votes = 0, 0
    first: list[dict[str, str | int]] = []
    with open_database(path) as db:
        chosen, selection = select_claims(db, dataset)
        with closing(chosen):
            for claim in chosen:
                if claims == MOST_COUNTED:
                    return Preview(claims, votes, False, first)
                if claims < rows:
                    first.append(_row(claim))
                claims += 1
                votes += len(selection.votes_of(claim))
    return Preview(claims, votes, True, first)


def dataset_bytes(path: Path, dataset: Dataset, format_name: str) -> bytes:
    """The very bytes that the command writes."""
    file = io.BytesIO()
    with open_database(path) as db:
        claims, selection = select_claims(db, dataset)
        exporter_named(format_name).write_to(claims, file, selection)
    return file.getvalue()


def command_line(dataset: Dataset, format_name: str) -> str:
    """The command that makes the same file, ready to paste into a shell."""
    filters = dataset.filters
    words = ["python", "-m", "exports", "--format", format_name]
    words += ["--to", f"claims{exporter_named(format_name).suffix}"]
    many: dict[str, Iterable[str]] = {
        "--article": filters.articles,
        "--section": filters.sections,
        "--kind": filters.kinds,
        "--verdict": filters.verdicts,
        "--flag": filters.flags,
        "--cue": filters.cues,
        "--reviewer": filters.reviewers,
    }
    words += [f"{option}={value}" for option, values in many.items() for value in values]
    if filters.search:
        words.append(f"--search={filters.search}")
    if filters.as_of is not None:
        words.append(f"--as-of={to_text(filters.as_of)}")
    if dataset.votes is not Votes.ALL:
        words.append(f"--votes={dataset.votes}")
    if dataset.split:
        words.append(f"--split={dataset.split}")
    return shlex.join(words)


def _row(claim: LabelledClaim) -> dict[str, str | int]:
    return {
        "claim": claim.claim.text,
        "kind": claim.kind.replace("_", " "),
        "final verdict": claim.final.verdict or "",
        "votes": sum(not vote.is_withdrawn for vote in claim.votes),
        "flags": ", ".join(sorted(flags_of(claim.votes))),
        "id": claim.claim_id,
    }
