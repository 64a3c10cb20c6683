"""Parquet with a schema that is written down: the rows of the CSV with their types, and citations as they are nested.

Written in groups of rows as the claims come, so that memory stays flat. No column is an index, and none is without a
type, even where all its cells are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from annotator.model import Label, LabelledClaim
from exports.comma_separated import WITHOUT_VOTES
from exports.deciding import Votes
from exports.evidenced import count_written
from exports.exporter import Exporter
from exports.reporting import UNSUPPORTED, filters_record
from exports.selection import Selection, Tally
from exports.tables import CLAIMS, LOSES, VOTES, Column, Holds, Row, claim_row, vote_row

ROWS_IN_A_GROUP = 20_000
"""Rows held in memory before they are written, most of them as Arrow holds them: some 10 MB."""
ROWS_AS_OBJECTS = 2_000
"""Rows held as Python's objects: many more of them keep its collector of garbage busy, a tenth of an export."""

TYPES = {
    Holds.TEXT: pa.string(),
    Holds.TEXTS: pa.list_(pa.string()),
    Holds.WHOLE: pa.int64(),
    Holds.NUMBER: pa.float64(),
    Holds.TRUTH: pa.bool_(),
    Holds.MOMENT: pa.timestamp("us", tz="UTC"),
}
_CITATION = pa.struct(
    [(name, pa.string()) for name in ("type", "identifier", "shown", "url", "stance", "quote", "place", "strength")]
)
_NEVER_EMPTY = {Holds.TEXT, Holds.TEXTS, Holds.WHOLE, Holds.TRUTH}


def fields(columns: Iterable[Column]) -> list[pa.Field]:
    """The columns as Parquet has them."""
    return [pa.field(column.name, TYPES[column.holds], nullable=column.holds not in _NEVER_EMPTY) for column in columns]


def origin_metadata(selection: Selection) -> dict[str, str]:
    """What a Parquet file says of itself: the rule for verdicts, the moment, the filters, what offsets count."""
    origin = selection.origin
    record = {
        "verdicts": selection.votes,
        "meaning": selection.votes.description,
        "unsupported": UNSUPPORTED,
        "as_of": origin.as_of,
        "filters": filters_record(origin),
        "offset_unit": "code points",
    }
    return {"claimdesk": orjson.dumps(record).decode()}


class TableWriter:
    """Writes rows into a Parquet file, a group at a time; counts them, and the bytes they take up in memory."""

    def __init__(self, file: Path | IO[bytes], schema: pa.Schema) -> None:
        self._schema, self._rows, self._batches = schema, list[tuple[Any, ...]](), list[pa.RecordBatch]()
        self._writer = pq.ParquetWriter(file, schema, compression="zstd", write_statistics=True)
        self.rows, self.bytes = 0, 0

    def add(self, row: tuple[Any, ...]) -> None:
        """Write a row, now or later."""
        self._rows.append(row)
        self.rows += 1
        if len(self._rows) == ROWS_AS_OBJECTS:
            self._pack()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self._rows:
            self._pack()
        if self._batches:
            self._flush()
        self._writer.close()

    def __enter__(self) -> TableWriter:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            self.close()
        else:
            self._writer.close()

    def _pack(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, self._schema, strict=True)]
        self._batches.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._rows.clear()
        if sum(batch.num_rows for batch in self._batches) >= ROWS_IN_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        table = pa.Table.from_batches(self._batches, self._schema)
        self.bytes += table.nbytes
        self._writer.write_table(table, row_group_size=table.num_rows)
        self._batches.clear()


def write_parquet(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection) -> Tally:
    """Write a row per vote, or per claim for a dataset of one verdict a claim."""
    tally = Tally()
    every = selection.votes is Votes.ALL
    listed = fields(CLAIMS)
    if every:
        listed += [*fields(VOTES[1:]), pa.field("citations", pa.list_(_CITATION), nullable=False)]
    with TableWriter(file, pa.schema(listed, metadata=origin_metadata(selection))) as table:
        for claim in claims:
            votes = selection.votes_of(claim)
            if every and not votes:
                tally.left_out[WITHOUT_VOTES] += 1
                continue
            for row in _rows(claim_row(claim, selection), votes, every=every):
                table.add(row)
            count_written(claim, selection, tally)
            tally.votes += len(votes)
    return tally


PARQUET = Exporter(
    name="parquet",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    description="The table of the CSV with types, for data frames: lists are lists, times are times, citations nested.",
    loses=LOSES,
    with_votes="One row a vote leaves out claims without a vote.",
    with_one_verdict="One row a claim leaves out the votes and their evidence.",
    write_to=write_parquet,
    is_text=False,
)


def _rows(claim: Row, votes: Iterable[Label], *, every: bool) -> Iterator[tuple[Any, ...]]:
    if not every:
        yield claim
    for vote in votes:
        yield (*claim, *vote_row(vote)[1:], _citations(vote))


def _citations(vote: Label) -> list[Mapping[str, str]]:
    return [
        {
            "type": citation.source.type,
            "identifier": citation.source.identifier,
            "shown": citation.source.shown,
            "url": citation.source.url,
            "stance": citation.stance,
            "quote": citation.quote,
            "place": citation.place,
            "strength": citation.strength or "",
        }
        for citation in vote.evidence.citations
    ]
