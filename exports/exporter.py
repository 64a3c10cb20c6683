"""What an export format is: its name, what it writes, what it loses. A dataset is written whole or not at all.

Beside it stand two reports, ``NAME.loss.txt`` for people and ``NAME.manifest.json`` for programs. A format is one file
(``Exporter``) or a folder (``FolderExporter``); a folder can be had as one ZIP file too, with its reports inside.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from annotator.model import LabelledClaim
from exports.deciding import Votes
from exports.placing import built_beside, check_file_target, check_folder_target, files_in, place_file, place_folder
from exports.reporting import LEAKAGE, LOSS, MANIFEST, loss_report, manifest
from exports.selection import Selection, Tally
from exports.zipping import write_zip

_BUFFER = 1 << 16
"""Bytes written at a time. With the usual 8 KB, a twentieth of an export is calls of the system."""
_IN_ZIP = "claims"
"""What the folder is called inside a ZIP file, whatever the file is called."""

Claims = Iterable[LabelledClaim]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of one file: ``write_to`` streams claims into an open file, which need not be one that can seek, and
    says how many. ``loses`` is what the format drops whatever the rule, ``with_votes`` and ``with_one_verdict`` what it
    drops besides in a dataset of every vote and of one verdict a claim. ``is_text`` tells whether a person can read the
    file."""

    name: str
    suffix: str
    media_type: str
    description: str
    loses: str
    write_to: Callable[[Claims, BinaryIO, Selection], Tally]
    is_text: bool = True
    with_votes: str = ""
    with_one_verdict: str = ""

    def write(self, claims: Claims, path: Path, selection: Selection) -> Tally:
        """Write the dataset to ``path``, and its reports beside it. What is there is replaced once the new is whole
        and on the disk.

        Raises CannotExport where no file can be written.
        """
        target = path.resolve()  # a link keeps pointing to its file, which is replaced
        reports = [target.with_name(target.name + ending) for ending in _endings(selection)]
        for place in (target, *reports):
            check_file_target(place)
        with built_beside(target) as aside:
            part = aside / target.name
            with part.open("xb", buffering=_BUFFER) as file:
                tally = self.write_to(claims, file, selection)
            _write_reports(self, tally, selection, {target.name: part}, part)
            for place in (target, *reports):
                place_file(aside / place.name, place)
        return tally


@dataclass(frozen=True, slots=True)
class FolderExporter:
    """A format of several files: ``write_in`` writes them into an empty folder, and says how many claims they hold.
    What it loses is told as an ``Exporter`` tells it.
    ``has_pages`` tells whether some are pages to be published, whose address a dataset can name."""

    name: str
    description: str
    loses: str
    write_in: Callable[[Claims, Path, Selection], Tally]
    is_text: bool = True
    has_pages: bool = False
    with_votes: str = ""
    with_one_verdict: str = ""

    @property
    def suffix(self) -> str:
        """What the ZIP file's name ends with."""
        return f"-{self.name}.zip"

    @property
    def media_type(self) -> str:
        """That of the ZIP file."""
        return "application/zip"

    def write(self, claims: Claims, path: Path, selection: Selection) -> Tally:
        """Write the dataset as the folder ``path``, with its reports beside it; or as one ZIP file where the name ends
        so, with the reports inside. What an export wrote there before is replaced; nothing else ever is.

        Raises CannotExport where it cannot be written.
        """
        target = path.resolve()
        if target.suffix.lower() == ".zip":
            return self._write_zip(claims, target, selection)
        check_folder_target(target)
        reports = [target.with_name(target.name + ending) for ending in _endings(selection)]
        for report in reports:
            check_file_target(report)
        with built_beside(target) as aside:
            part = aside / target.name
            part.mkdir()
            tally = self.write_in(claims, part, selection)
            _write_reports(self, tally, selection, files_in(part), part)
            place_folder(part, target, aside / ".replaced")
            for report in reports:
                place_file(aside / report.name, report)
        return tally

    def write_to(self, claims: Claims, file: BinaryIO, selection: Selection) -> Tally:
        """Write the folder and its reports as one ZIP file into an open file."""
        with TemporaryDirectory(prefix="claimdesk-") as made:
            folder = Path(made) / _IN_ZIP
            folder.mkdir()
            tally = self.write_in(claims, folder, selection)
            _write_reports(self, tally, selection, files_in(folder), folder)
            whole = Path(made) / "whole.zip"
            write_zip(files_in(Path(made)), whole)
            with whole.open("rb") as zipped:
                shutil.copyfileobj(zipped, file, 1 << 20)
        return tally

    def _write_zip(self, claims: Claims, target: Path, selection: Selection) -> Tally:
        check_file_target(target)
        with built_beside(target) as aside:
            part = aside / target.name
            with part.open("xb", buffering=_BUFFER) as file:
                tally = self.write_to(claims, file, selection)
            place_file(part, target)
        return tally


AnyExporter = Exporter | FolderExporter
"""A format, whatever it writes."""


def loss_in(exporter: AnyExporter, tally: Tally, selection: Selection) -> str:
    """The loss report of a dataset in a format, which tells what that loses under the dataset's rule."""
    more = exporter.with_votes if selection.votes is Votes.ALL else exporter.with_one_verdict
    return loss_report(exporter.name, f"{exporter.loses} {more}".rstrip(), tally, selection)


def leave_report(leakage: str, path: Path) -> Path | None:
    """Write the leakage report of a dataset that is refused where it would stand beside ``path``, and say where.

    None, and nothing is written, where a dataset is there already: its reports stay those of what it holds.
    """
    target = path.resolve()
    report = target.with_name(target.name + LEAKAGE)
    if target.exists():
        return None
    check_file_target(report)
    with built_beside(report) as aside:
        part = aside / report.name
        part.write_text(leakage, "utf-8", newline="\n")
        place_file(part, report)
    return report


def _endings(selection: Selection) -> tuple[str, ...]:
    """What the names of a dataset's reports end with: a report on leaks goes with every dataset that has splits."""
    return (LOSS, LEAKAGE, MANIFEST) if selection.leakage else (LOSS, MANIFEST)


def _write_reports(
    exporter: AnyExporter, tally: Tally, selection: Selection, files: Mapping[str, Path], part: Path
) -> None:
    """Write the reports beside ``part``, the file or folder that is being built."""
    texts = {LOSS: loss_in(exporter, tally, selection), LEAKAGE: selection.leakage}
    listed = dict(files)
    for ending, text in texts.items():
        if ending in _endings(selection):
            report = part.with_name(part.name + ending)
            report.write_text(text, "utf-8", newline="\n")
            listed[report.name] = report
    part.with_name(part.name + MANIFEST).write_bytes(manifest(exporter.name, tally, selection, listed))
