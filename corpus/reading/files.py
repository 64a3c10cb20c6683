"""The bytes of an article's file, or one clear line on why there are none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableArticle

MAX_BYTES = 20_000_000


def read_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds: at least one byte, at most ``MAX_BYTES``. Never waits on a pipe or a device."""
    with opened(path) as (file, size):
        try:
            content = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise UnreadableArticle(f"{path}: reading failed ({_reason(error)}); copy the file and try again") from None
    check_size(str(path), len(content) if len(content) <= MAX_BYTES else max(size, len(content)))
    return content


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file at ``path`` to be read, with its size in bytes. Never waits on a pipe or a device.

    Raises ``UnreadableArticle`` where it is no ordinary file, or may not be read.
    """
    try:
        # O_NONBLOCK: opening a named pipe would wait for its writer
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise UnreadableArticle(f"{path}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableArticle(f"{path}: this is a directory; name a file in it") from None
    except PermissionError:
        raise UnreadableArticle(f"{path}: you may not read this file; ask its owner or copy it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableArticle(f"{path}: the file cannot be opened ({_reason(error)}); check the path") from None
    try:
        status = os.fstat(handle)
        _check_ordinary(path, status)
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file, status.st_size
    finally:
        os.close(handle)


def check_size(name: str, size: int) -> None:
    """Refuse a file of no bytes, or of more than ``MAX_BYTES``."""
    if size > MAX_BYTES:
        raise UnreadableArticle(
            f"{name}: larger than {MAX_BYTES // 1_000_000} MB ({size / 1e6:.1f} MB); split it into its articles"
        )
    if not size:
        raise UnreadableArticle(f"{name}: the file is empty; save the article's text in it and try again")


def _check_ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableArticle(f"{path}: this is a directory; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableArticle(f"{path}: this is a pipe or a device, not a file; save its content to a file first")


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
