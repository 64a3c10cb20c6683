"""A file opened to be read, or one clear line on why it is not: for whoever is given a path."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableArticle


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
        raise UnreadableArticle(f"{path}: the file cannot be opened ({reason(error)}); check the path") from None
    try:
        status = os.fstat(handle)
        _check_ordinary(path, status)
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file, status.st_size
    finally:
        os.close(handle)


def _check_ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableArticle(f"{path}: this is a directory; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableArticle(f"{path}: this is a pipe or a device, not a file; save its content to a file first")


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in its own words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
