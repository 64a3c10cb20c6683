"""Parquet: read a few rows of a row group at a time, and only the columns that were named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from corpus.errors import UnreadableArticle
from corpus.reading.bulk.rows import Cells, Columns

HOW_READ = "a row of Parquet"
_AT_ONCE = 64  # rows
_LARGEST_GROUP = 2_000_000_000  # bytes of its named columns, as they were before they were packed
_NO_PARQUET = "this is no Parquet file, or it was cut short: write it again"


def columns_in(file: BinaryIO) -> tuple[str, ...]:
    """The names of the file's columns. Raises ``UnreadableArticle`` where it is no Parquet."""
    return tuple(_opened(file).schema_arrow.names)


def first_rows(file: BinaryIO, number: int) -> list[dict[str, object]]:
    """The first rows with all their columns."""
    names = columns_in(file)
    columns = Columns(names[0]) if names else None
    cells = [] if columns is None else [each for each, _ in zip(read_cells(file, names), range(number), strict=False)]
    return [dict(each.values) for each in cells]


def read_cells(file: BinaryIO, names: tuple[str, ...]) -> Iterator[Cells]:
    """Every row, numbered from 1, with the columns ``names``. A row group that is damaged is one refused row."""
    import pyarrow as pa

    parquet = _opened(file, names)
    total, number = parquet.metadata.num_rows, 0
    for group in range(parquet.num_row_groups):
        begins, rows = number, parquet.metadata.row_group(group).num_rows
        try:
            _check_size(parquet, group, names)
            for batch in parquet.iter_batches(_AT_ONCE, row_groups=[group], columns=list(names), use_threads=False):
                for row in range(batch.num_rows):
                    number += 1
                    yield _cells(batch, row, number, number / total)
        except (pa.ArrowException, OSError, UnreadableArticle) as error:
            reason = str(error) if isinstance(error, UnreadableArticle) else "this part of the file is damaged"
            yield Cells(number + 1, number / total, {}, f"rows {number + 1} to {begins + rows} are lost: {reason}")
        number = begins + rows


def _cells(batch: Any, row: int, number: int, done: float) -> Cells:
    values: dict[str, object] = {}
    try:
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            values[name] = column[row].as_py()
    except UnicodeDecodeError:
        return Cells(number, done, {}, "it is not UTF-8: write the file again")
    except (ValueError, OverflowError):  # a moment beyond the years that Python has
        return Cells(number, done, {}, "it holds a value that cannot be read")
    return Cells(number, done, values)


def _opened(file: BinaryIO, names: tuple[str, ...] = ()) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(file)
        texts = [name for name in names if pa.types.is_string(schema.field(name).type)]
        file.seek(0)
        # A text that repeats is kept once in the file, and must not be written out once for each row
        return pq.ParquetFile(file, read_dictionary=texts, pre_buffer=False, buffer_size=1 << 20)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableArticle(_NO_PARQUET) from error


def _check_size(parquet: Any, group: int, names: tuple[str, ...]) -> None:
    told = parquet.metadata.row_group(group)
    chunks = [told.column(at) for at in range(told.num_columns)]
    size = sum(chunk.total_uncompressed_size for chunk in chunks if chunk.path_in_schema.split(".")[0] in names)
    if size > _LARGEST_GROUP:
        raise UnreadableArticle(f"a row group of {size / 1e9:.1f} GB: write the file with smaller ones")
