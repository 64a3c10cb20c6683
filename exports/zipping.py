"""A folder as one ZIP file that is the same on any machine: sorted, of one date, with one set of rights, as it is.

Nothing is compressed: two versions of zlib write different bytes for the same words.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a ZIP file can tell."""
_RIGHTS = 0o100644 << 16
_UNIX = 3


def write_zip(files: Mapping[str, Path], to: Path) -> None:
    """Write ``files``, by their names inside, into the ZIP file ``to``."""
    with zipfile.ZipFile(to, "w") as archive:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr, entry.file_size = _UNIX, _RIGHTS, path.stat().st_size
            with path.open("rb") as file, archive.open(entry, "w") as inside:
                shutil.copyfileobj(file, inside, 1 << 20)
