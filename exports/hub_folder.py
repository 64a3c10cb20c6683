"""A folder for the Hugging Face hub, or for ``datasets`` on one's own disk: a card, and Parquet by split.

Three configurations, joined by ``claim_id`` and ``key``: ``claims`` (with the class label ``final_verdict``), ``votes``
and ``citations``. A part without rows has no file.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa

from annotator.model import LabelledClaim
from exports.card import CLASS_LABEL, card
from exports.errors import CannotExport
from exports.evidenced import count_written
from exports.exporter import FolderExporter
from exports.grouping import in_parts, part_of
from exports.parquet import TableWriter, fields, origin_metadata
from exports.selection import Selection, Tally
from exports.tables import CITATIONS, CLAIMS, LOSES, TABLES, VERDICT, VOTES, citation_rows, claim_row, vote_row

CONFIGS = {"claims": CLAIMS, "votes": VOTES, "citations": CITATIONS}


def write_hub_folder(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write the folder. Raises CannotExport where there is no claim: a dataset without rows cannot be loaded."""
    tally = Tally()
    with ExitStack() as open_files:
        parts = _Parts(folder, selection, open_files)
        for claim in in_parts(claims, selection, tally):
            part = part_of(claim, selection)
            row = list(claim_row(claim, selection))
            row[VERDICT] = row[VERDICT] or None
            parts.add("claims", part, tuple(row))
            count_written(claim, selection, tally)
            for vote in selection.votes_of(claim):
                parts.add("votes", part, vote_row(vote))
                tally.votes += 1
                for citation in citation_rows(vote):
                    parts.add("citations", part, citation)
    if not tally.claims:
        raise CannotExport("no claim is left to write: take a filter off, or freeze the splits of new articles")
    (folder / "README.md").write_text(card(parts.sizes, CONFIGS, HUB_FOLDER, tally, selection), "utf-8", newline="\n")
    return tally


HUB_FOLDER = FolderExporter(
    name="huggingface",
    description="A folder for Hugging Face's datasets: a card, and Parquet for each frozen split, of claims, votes and"
    " citations.",
    loses=f"{LOSES} A claim without a verdict has no class.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence: it has no files of"
    " votes and citations.",
    write_in=write_hub_folder,
    is_text=False,
)


class _Parts:
    """A file for each table and split, opened with its first row, and the rows in each."""

    def __init__(self, folder: Path, selection: Selection, open_files: ExitStack) -> None:
        self._folder, self._open_files = folder, open_files
        self._metadata = origin_metadata(selection)
        self._writers: dict[tuple[str, str], TableWriter] = {}

    def add(self, config: str, part: str, row: tuple[Any, ...]) -> None:
        """Write a row."""
        if (config, part) not in self._writers:
            path = self._folder / config / f"{part}.parquet"
            path.parent.mkdir(exist_ok=True)
            self._writers[config, part] = self._open_files.enter_context(TableWriter(path, self._schema(config)))
        self._writers[config, part].add(row)

    @property
    def sizes(self) -> dict[tuple[str, str], tuple[int, int]]:
        """How many rows each file has, and their bytes in memory, by table and split."""
        return {place: (writer.rows, writer.bytes) for place, writer in self._writers.items()}

    def _schema(self, config: str) -> pa.Schema:
        listed = [field.with_nullable(True) if field.name == CLASS_LABEL else field for field in fields(TABLES[config])]
        return pa.schema(listed, metadata=self._metadata)
