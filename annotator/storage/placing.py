"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def placed(to: Path) -> Iterator[Path]:
    """A path to write a file at, in a folder of its own beside ``to``: when the block ends well, the file is at ``to``.

    Raises FileExistsError where ``to`` is there by then: what is there is never written over. A block that fails
    leaves nothing; a program killed in it leaves a hidden folder ``.claimdesk-...``, which can be removed.
    """
    with TemporaryDirectory(prefix=".claimdesk-", dir=to.parent) as folder:
        part = Path(folder) / "part"
        yield part
        try:
            os.link(part, to)
        except FileExistsError:
            raise
        except OSError as error:  # a file system without hard links, such as a memory stick's
            if to.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to)) from error
            part.replace(to)
        _sync(to.parent)


def _sync(folder: Path) -> None:
    """Put the folder itself on the disk: a new name in it then survives a power cut, as the file does."""
    if os.name != "posix":  # other systems cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
