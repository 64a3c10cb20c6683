"""What a folder holds, to be compared before and after something that must change nothing."""

from __future__ import annotations

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every path under ``folder`` with its bytes, or None for what is not a file.

    Reading a database so takes away the locks of this process: only where no other program has it open.
    """
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
