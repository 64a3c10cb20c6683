"""An export before it is made: the command that makes it, how many claims it has, and the first of them."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast

from annotator.agreement.report import Agreement
from annotator.flags import claim_flags
from annotator.model import LabelledClaim
from annotator.storage.connection import open_database
from annotator.storage.retractions import cited_statuses
from annotator.storage.times import to_text
from exports.catalog import exporter_named
from exports.deciding import Votes
from exports.exporter import loss_in
from exports.placing import files_in
from exports.retracted import RetractedSources
from exports.selecting import Dataset, select_claims
from exports.selection import NO_LICENCE, Selection
from exports.zipping import write_zip

MOST_COUNTED = 10_000
"""Claims are counted up to here, so that no page waits long for a number; the export has them all."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How many claims were chosen, how many of them are ``written``, and with how many votes; whether that is all of
    them, the first as rows to show, what a format loses of them, in lines, and which retracted work they cite, as known
    now, a line each."""

    claims: int
    written: int
    votes: int
    is_all: bool
    rows: list[dict[str, str | int]]
    loss: str
    retracted: list[str]


def preview(path: Path, dataset: Dataset, format_name: str, rows: int = 5) -> Preview:
    """Count ``dataset`` on the desk at ``path``, take its first rows, and try the format on it.

    Raises CannotExport where the format cannot hold the dataset.
    """
    exporter = exporter_named(format_name)
    with open_database(path) as db, select_claims(db, dataset) as (chosen, selection):
        counting = _Counting(rows, selection)
        retracted = RetractedSources(cited_statuses(db))
        tally = exporter.write_to(retracted.in_claims(counting.of(chosen)), cast(BinaryIO, _Nowhere()), selection)
        loss = loss_in(exporter, tally, selection)
    return Preview(counting.claims, tally.claims, tally.votes, counting.is_all, counting.first, loss, retracted.lines())


class _Counting:
    """Counts the claims that pass, up to a number, and keeps the first as rows."""

    def __init__(self, rows: int, selection: Selection) -> None:
        self.claims, self.is_all = 0, True
        self.first: list[dict[str, str | int]] = []
        self._rows, self._selection = rows, selection

    def of(self, claims: Iterable[LabelledClaim]) -> Iterator[LabelledClaim]:
        """The claims, counted."""
        for claim in claims:
            if self.claims == MOST_COUNTED:
                self.is_all = False
                return
            if self.claims < self._rows:
                self.first.append(_row(claim, self._selection))
            self.claims += 1
            yield claim


class _Nowhere(io.RawIOBase):
    """A file that keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        return len(data)


def dataset_agreement(path: Path, dataset: Dataset) -> Agreement:
    """How far all reviewers of the dataset's claims agree."""
    with open_database(path) as db, select_claims(db, dataset) as (_, selection):
        return selection.agreement()


def dataset_bytes(path: Path, dataset: Dataset, format_name: str) -> bytes:
    """The very bytes that the command writes; those of the ZIP file where the format writes a folder."""
    file = io.BytesIO()
    with open_database(path) as db, select_claims(db, dataset) as (claims, selection):
        exporter_named(format_name).write_to(claims, file, selection)
    return file.getvalue()


def reports_bytes(path: Path, dataset: Dataset, format_name: str) -> bytes:
    """The reports that the command writes beside the file of a format, as a ZIP file: the dataset is made once more."""
    exporter = exporter_named(format_name)
    with TemporaryDirectory(prefix="claimdesk-") as made:
        file = Path(made) / f"claims{exporter.suffix}"
        with open_database(path) as db, select_claims(db, dataset) as (claims, selection):
            exporter.write(claims, file, selection)
        file.unlink()
        whole = Path(made) / "reports.zip"
        write_zip(files_in(Path(made)), whole)
        return whole.read_bytes()


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
    if dataset.licence != NO_LICENCE:
        words.append(f"--licence={dataset.licence}")
    if dataset.site:
        words.append(f"--site={dataset.site}")
    return shlex.join(words)


def _row(claim: LabelledClaim, selection: Selection) -> dict[str, str | int]:
    return {
        "claim": claim.claim.text,
        "kind": claim.kind.replace("_", " "),
        "verdict": selection.decide(claim).verdict or "",
        "votes": sum(not vote.is_withdrawn for vote in claim.votes),
        "flags": ", ".join(sorted(claim_flags(claim))),
        "id": claim.claim_id,
    }
