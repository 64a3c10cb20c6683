"""The bytes of an article's file, or one clear line on why there are none."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableArticle
from corpus.ordinary_files import opened, reason

MAX_BYTES = 20_000_000


def read_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds: at least one byte, at most ``MAX_BYTES``. Never waits on a pipe or a device."""
    with opened(path) as (file, size):
        try:
            content = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise UnreadableArticle(f"{path}: reading failed ({reason(error)}); copy the file and try again") from None
    check_size(str(path), len(content) if len(content) <= MAX_BYTES else max(size, len(content)))
    return content


def check_size(name: str, size: int) -> None:
    """Refuse a file of no bytes, or of more than ``MAX_BYTES``."""
    if size > MAX_BYTES:
        raise UnreadableArticle(
            f"{name}: larger than {MAX_BYTES // 1_000_000} MB ({size / 1e6:.1f} MB); split it into its articles"
        )
    if not size:
        raise UnreadableArticle(f"{name}: the file is empty; save the article's text in it and try again")
