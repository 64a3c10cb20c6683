"""A file of many articles, read row by row: JSONL, CSV (commas, semicolons or tabs) or Parquet.

``look_into`` tells which columns a file has; ``read_rows`` reads it, with the columns that a person named. However long
the file is, no more than a few rows of it are in memory.
"""

from corpus.reading.bulk.catalog import (
    BULK_SUFFIXES,
    ENCODINGS,
    Head,
    look_into,
    open_bulk,
    place_word,
    read_rows,
    read_values,
)
from corpus.reading.bulk.rows import PARTS, Cells, Columns, Refused, Row

__all__ = [
    "BULK_SUFFIXES",
    "ENCODINGS",
    "PARTS",
    "Cells",
    "Columns",
    "Head",
    "Refused",
    "Row",
    "look_into",
    "open_bulk",
    "place_word",
    "read_rows",
    "read_values",
]
