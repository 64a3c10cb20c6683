"""What the comparison of two claims gives: plain values, for storage and pages alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

RULE = "likeness/3"
"""The name and version of the rules, kept with every suggestion they make."""


class MatchKind(StrEnum):
    """What two claims may be to each other. A suggestion: a person decides."""

    REPEAT = "repeat"
    CONFLICT = "conflict"


class Aspect(StrEnum):
    """In what two claims differ."""

    AMOUNT = "amount"
    DIRECTION = "direction"
    NEGATION = "negation"
    ABSOLUTE = "absolute"
    NAME = "name"
    POPULATION = "population"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two claims differ, as each of them says it; empty where one says nothing of it."""

    aspect: Aspect
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion about two claims. ``score`` is how alike their words are, 0 to 100: no measure of truth."""

    kind: MatchKind
    score: int
    differences: tuple[Difference, ...] = ()
    rule: str = RULE
