"""A reference file on the disk."""

from __future__ import annotations

from pathlib import Path

from annotator.citations.reference_files.model import References
from annotator.citations.reference_files.reading import LARGEST_FILE, read_references
from annotator.errors import UnreadableReferences
from corpus.ordinary_files import opened


def read_reference_file(path: Path) -> References:
    """The works in the file at ``path``. Raises UnreadableReferences, UnreadableArticle where none is opened."""
    with opened(path) as (file, _):
        try:
            content = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise UnreadableReferences(
                f"{path}: reading failed ({error.strerror}); copy the file and try again"
            ) from None
    return read_references(content, str(path))
