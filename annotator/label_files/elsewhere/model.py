"""What a file of labels from elsewhere says, whatever its format: claims, who said what of them, on what evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from annotator.errors import UnreadableLabels
from corpus.model import Span

NO_TEXT = re.compile("[\ud800-\udfff\0]")
"""Half a character, which JSON and bytes of other letters can give, or NUL: no page and no database can hold them."""


UNLABELLED = "claim without a label or evidence, as test sets have them: taken in without a label"
"""The loss that claims of published test sets are counted by."""


class Meaning(StrEnum):
    """What a label word of a file means here. ``NOTHING``: the claim is taken in without a label; ``LEFT_OUT``: it is
    not taken in at all."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    NOT_A_CLAIM = "not a claim"
    NOTHING = "nothing"
    LEFT_OUT = "left out"


class BareIds(StrEnum):
    """What the names of sources are where they do not say it themselves: ``31452104``, ``Vitamin_D``."""

    UNKNOWN = "unknown"
    PMID = "pmid"
    WIKIPEDIA = "wikipedia"


class BadEntry(UnreadableLabels):
    """A row, or task, that cannot be taken in; the message is the reason, for the list of them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence: its words, the names of its sources as the file writes them, and what it does."""

    words: str = ""
    sources: tuple[str, ...] = ()
    place: str = ""
    meaning: Meaning = Meaning.UNSUPPORTED


@dataclass(frozen=True, slots=True)
class Vote:
    """What one person, or one row, says of a claim. Without a ``meaning`` the passages alone speak.

    ``at`` is None where the file tells no time. ``line`` is the file's line, row or task, from 1.
    """

    line: int
    reviewer: str = ""
    meaning: Meaning | None = None
    passages: tuple[Passage, ...] = ()
    rationale: str = ""
    search_note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as a file has it. With a ``text`` it stands there, at ``span`` where the file says so, else where its
    words are; without one it goes into an article of its ``group``, whose text is the claims."""

    line: int
    claim: str
    votes: tuple[Vote, ...] = ()
    text: str = ""
    span: Span | None = None
    group: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that cannot be taken in: its line, from 1, and the reason."""

    line: int
    reason: str


COLUMN_PARTS = ("claim", "label", "text", "group", "reviewer", "evidence", "source", "rationale", "time", "title")
"""What a column can be named for. Only ``claim`` must be."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person wants a file read.

    ``columns`` gives a column for some of ``COLUMN_PARTS``; ``meanings`` what label words mean, each in lower case,
    before the usual ones; ``by`` whose the labels are that name nobody.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    by: str = ""
    bare_ids: BareIds = BareIds.UNKNOWN
    encoding: str = "utf-8"


@dataclass(slots=True)
class Losses:
    """What of a file is kept otherwise than it was, or not at all: how often, by what is said of it.
    ``remarks`` are of the file as a whole."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def add(self, said: str, count: int = 1) -> None:
        """Count one more of it, or so many; none is no loss."""
        if count:
            self.counts[said] += count

    def lines(self) -> list[str]:
        """What is said of the whole file, then a line for each loss, with its count."""
        return self.remarks + [f"{count:,} × {said}" for said, count in sorted(self.counts.items())]
