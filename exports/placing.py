"""Files and folders that appear whole or not at all: built in a hidden folder beside, put on the disk, renamed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.errors import CannotExport
from exports.reporting import MANIFEST

_HIDDEN = ".claimdesk-"


@contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """An empty hidden folder beside ``target``, gone at the end with what is still in it.

    A program killed meanwhile leaves it; it can be removed. Raises CannotExport for what the system refuses.
    """
    try:
        with TemporaryDirectory(prefix=_HIDDEN, dir=target.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise CannotExport(f"cannot write {target}: {error.strerror or error}") from error


def check_file_target(target: Path) -> None:
    """Raise CannotExport where no file can be placed."""
    if target.exists() and not target.is_file():
        raise CannotExport(f"{target} is no file: name a file, or - for stdout")


def check_folder_target(target: Path) -> None:
    """Raise CannotExport where a folder may not be placed: over a file, or over a folder with anything in it that an
    export did not write, as its manifest tells."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CannotExport(f"{target} is a file, and this format writes a folder: name a folder, or a file ending .zip")
    foreign = sorted(files_in(target).keys() - _named_in_manifest(target))
    if foreign:
        raise CannotExport(
            f"{target} holds files that no export wrote ({foreign[0]}): name another folder, or empty it"
        )


def files_in(folder: Path) -> dict[str, Path]:
    """Everything under ``folder`` that is no folder, by its path from there with ``/`` between, sorted."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return dict(sorted(found.items()))


def place_file(part: Path, target: Path) -> None:
    """Put a file that is whole in its place; it takes over the rights of the one it replaces."""
    put_on_disk(part)
    if target.exists():
        part.chmod(target.stat().st_mode & 0o777)
    part.replace(target)


def place_folder(part: Path, target: Path, aside: Path) -> None:
    """Put a folder that is whole in its place. The one it replaces is moved ``aside`` first, and back if that fails."""
    for path in (*files_in(part).values(), *(inner for inner in part.rglob("*") if inner.is_dir()), part):
        put_on_disk(path)
    if not target.exists():
        part.rename(target)
        return
    target.rename(aside)
    try:
        part.rename(target)
    except OSError:
        aside.rename(target)
        raise


def put_on_disk(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    if path.is_dir() and os.name != "posix":  # other systems cannot open a folder
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _named_in_manifest(folder: Path) -> set[str]:
    try:
        record = json.loads(folder.with_name(folder.name + MANIFEST).read_text("utf-8"))
        return {file["name"] for file in record["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
