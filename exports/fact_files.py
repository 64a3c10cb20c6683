"""What the fact-checking formats share: a file for each frozen split, claims with their evidence, and ``ids.tsv``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from annotator.model import Citation, LabelledClaim
from exports.evidenced import CONFIDENCES, EvidencedClaim, count_votes_behind, evidenced_claims
from exports.grouping import UNSPLIT, in_parts, part_of, parts_of
from exports.numbering import IDS, Numbering
from exports.passages import Documents, Passage
from exports.selection import Selection, Tally

NO_EVIDENCE_WORDS = "without words of evidence (no quote, and no abstract in the library)"
NO_SIDE = "citations that take no side"
SIDES_OF_UNSUPPORTED = "stances of citations that take a side on an unsupported claim"
NO_VERDICT = "verdicts of mixed claims (their evidence of both stances is told instead)"


class CannotTell(Exception):
    """A format has no way to tell a claim; the message is the reason, as left-outs are counted."""


@dataclass(slots=True)
class Facts:
    """What a dataset's claims are told with. ``lost`` counts what the claim in hand loses."""

    numbering: Numbering
    documents: Documents
    lost: Counter[str] = field(default_factory=Counter)

    def passages(self, citations: Iterable[Citation]) -> list[Passage]:
        """The passages of the citations that have words."""
        return self.documents.passages(citations, self.lost)

    def evidence(self, claim: EvidencedClaim) -> list[Passage]:
        """The passages of the verdict's own stance. Raises CannotTell where none has words."""
        passages = self.passages(claim.evidence)
        if not passages:
            raise CannotTell(NO_EVIDENCE_WORDS)
        return passages

    def lose(self, what: str, how_many: int) -> None:
        """Count what a claim loses, if it loses any."""
        if how_many:
            self.lost[what] += how_many


@dataclass(frozen=True, slots=True)
class FactFormat:
    """How a format writes: what the file of a part is called, by the part or empty where no split is frozen; the rows
    of a claim, which is told its place (``train.json 0``, the file and the number there from 0); the documents, at the
    end; and what stands before, between and after rows."""

    file_name: Callable[[str], str]
    rows: Callable[[EvidencedClaim, Facts, str], list[bytes]]
    finish: Callable[[Facts, Path], None] = lambda _facts, _folder: None
    before: bytes = b""
    between: bytes = b""
    after: bytes = b""


def write_facts(claims: Iterable[LabelledClaim], folder: Path, selection: Selection, shape: FactFormat) -> Tally:
    """Write a file for each part that the dataset may have, also where it holds no claim, and ``ids.tsv``."""
    tally = Tally()
    with ExitStack() as opened:
        ids = opened.enter_context((folder / IDS).open("w", encoding="utf-8", newline=""))
        numbering = Numbering(ids)
        facts = Facts(numbering, Documents(selection, numbering))
        parts = {part: _Part(folder / shape.file_name(_named(part)), shape, opened) for part in parts_of(selection)}
        for claim in evidenced_claims(in_parts(claims, selection, tally), selection, tally):
            part = parts[part_of(claim.labelled, selection)]
            facts.lost.clear()
            try:
                rows = shape.rows(claim, facts, f"{part.name} {part.rows}")
            except CannotTell as reason:
                tally.left_out[str(reason)] += 1
                continue
            part.write(rows)
            tally.claims += 1
            tally.lost.update(facts.lost)
            tally.lose(CONFIDENCES, claim.decision.confidence is not None)
            count_votes_behind(claim, (*claim.citations, *claim.opposing), selection, tally)
        for part in parts.values():
            part.end()
        shape.finish(facts, folder)
    return tally


def line(record: Any) -> bytes:
    """A record as a line of JSON."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _named(part: str) -> str:
    return "" if part == UNSPLIT else part


class _Part:
    """The file of a part."""

    def __init__(self, path: Path, shape: FactFormat, opened: ExitStack) -> None:
        self.name, self._shape = path.name, shape
        self._file: BinaryIO = opened.enter_context(path.open("wb", buffering=1 << 16))
        self._file.write(shape.before)
        self.rows = 0

    def write(self, rows: Iterable[bytes]) -> None:
        for row in rows:
            if self.rows:
                self._file.write(self._shape.between)
            self._file.write(row)
            self.rows += 1

    def end(self) -> None:
        self._file.write(self._shape.after)
