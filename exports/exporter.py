"""What an export format is: its name, what it writes, what it loses. A file is written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from annotator.model import Label, LabelledClaim
from exports.errors import CannotExport

_BUFFER = 1 << 16
"""Bytes written at a time. With the usual 8 KB, a twentieth of an export is calls of the system."""


class Votes(StrEnum):
    """What a dataset says of each claim: every reviewer's vote, or only the final verdict."""

    ALL = "all"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Selection:
    """What of each claim is written. The claims themselves were chosen before, by ``Filters``.

    With ``reviewers``, only their votes; final verdict, kind and flags stay those of the desk, over all reviewers.
    ``splits`` gives the frozen split of each article, by slug.
    """

    votes: Votes = Votes.ALL
    reviewers: frozenset[str] = frozenset()
    splits: Mapping[str, str] = field(default_factory=dict)

    def votes_of(self, claim: LabelledClaim) -> tuple[Label, ...]:
        """The votes on a claim that the dataset holds: what was undone, and says nothing any more, is none."""
        if self.votes is Votes.FINAL:
            return ()
        votes = tuple([vote for vote in claim.votes if not vote.is_withdrawn])
        if not self.reviewers:
            return votes
        return tuple(vote for vote in votes if vote.reviewer in self.reviewers)


@dataclass(slots=True)
class Tally:
    """How much was written, and what was left out, by reason. Exporters count as they write."""

    claims: int = 0
    votes: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """One line for a person."""
        reasons = "; ".join(f"{number:,} {reason}" for reason, number in sorted(self.left_out.items()))
        written = f"{counted(self.claims, 'claim')}, {counted(self.votes, 'vote')}"
        return f"wrote {written}; left out: {reasons or 'nothing'}"


def counted(number: int, name: str) -> str:
    """``1 claim``, ``1,200 claims``."""
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: ``write_to`` streams claims into an open file and says how many; ``loses`` is what the format drops."""

    name: str
    suffix: str
    media_type: str
    description: str
    loses: str
    write_to: Callable[[Iterable[LabelledClaim], BinaryIO, Selection], Tally]

    def write(self, claims: Iterable[LabelledClaim], path: Path, selection: Selection) -> Tally:
        """Write the dataset to ``path``. A file that is there is replaced once the new one is whole and on the disk.

        Raises CannotExport where no file can be written.
        """
        target = path.resolve()  # a link keeps pointing to its file, which is replaced
        if target.exists() and not target.is_file():
            raise CannotExport(f"{path} is no file: name a file, or - for stdout")
        part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
        try:
            with part.open("xb", buffering=_BUFFER) as file:
                tally = self.write_to(claims, file, selection)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        except OSError as error:
            raise CannotExport(f"cannot write {path}: {error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)
        return tally
