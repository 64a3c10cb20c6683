"""The amounts of a claim with what they are for: the intake that is advised, the most that is allowed, what something
contains. Only amounts for the same thing can disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.amounts import find_amounts
from corpus.matching.stems import normal
from corpus.matching.vocabulary import NESTED, POPULATIONS, WIDER
from corpus.model import Amount, Context, Measure
from corpus.patterns import rule
from corpus.quantities.measures import BASE_UNITS

_TOLERANCE = 0.02  # two ways to round one number


_GROUP_OF = {word.replace("_", " "): name for name, listed in POPULATIONS.items() for word in listed.split()}
_GROUP_PHRASE = re.compile(rf"\b(?:{'|'.join(phrase for phrase in _GROUP_OF if not phrase.isalpha())})\b")
_LETTERS = re.compile(r"[a-z]+")


class Role(StrEnum):
    """What an amount is for."""

    INTAKE = "intake"  # what is advised or needed
    LIMIT = "limit"  # the most, or the least, that is allowed
    CONTENT = "content"  # how much of it is in something
    THRESHOLD = "threshold"  # where something begins to count as something
    USED = "used"  # what was given in a study
    OTHER = "other"


_ROLES = (
    (
        Role.LIMIT,
        rule(
            r"\bupperlimit\b|\bmaximum\b|\bno more than\b|\bnot (?:\w+ )?(?:more|exceed|go over)\b|\bexceed",
            r"\bat most\b|\bsafely\b|\bsafe (?:limit|amount)",
        ),
    ),
    (Role.THRESHOLD, rule(r"\bcounts? as\b|\bdefined as\b|\bis called\b|\bconsidered\b|\bthreshold\b")),
    (Role.USED, rule(r"\bstud(?:y|ies)\b|\btrials?\b|\bparticipants?\b|\b(?:were|was) (?:given|used)\b|\breceived\b")),
    (Role.CONTENT, rule(r"\bcontain|\bcontent\b|\b(?:hold|provide)s?\b|\bper (?:serving|tablet|capsule|cup)\b")),
    (
        Role.INTAKE,
        rule(r"\brecommend|\bneeds?\b|\brequire|\bshould\b|\badvise|\bintake\b|\ballowance\b|\b(?:take|dose)\b"),
    ),
)
"""Roles, and the words that give one away: the first that is found counts."""

_DAILY = re.compile(r"\bdaily\b|\bmaximum per day\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount: its role, from ``low`` to ``high`` (None: open) in the base unit, and whom it is for."""

    role: Role
    measures: Measure
    unit: str
    per: str
    low: float | None
    high: float | None
    populations: frozenset[str]
    words: str


def quantities_in(text: str, context: Context) -> tuple[Quantity, ...]:
    """Every amount in ``text`` that could disagree with another."""
    return tuple(_quantities(text, context))


def groups_in(told: str) -> frozenset[str]:
    """The groups of people, or of what else was looked at, that a normal text names; the narrowest name of each."""
    found = {_GROUP_OF[word] for word in _LETTERS.findall(told) if word in _GROUP_OF}
    found |= {_GROUP_OF[phrase] for phrase in _GROUP_PHRASE.findall(told)}
    return frozenset(found - {wider for name in found for wider in WIDER.get(name, ())})


def is_for_same_people(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether what is said of one group bears on the other: they are one, one holds the other, or one is everybody."""
    if not left or not right or left & right:
        return True
    return any(one in NESTED.get(other, ()) or other in NESTED.get(one, ()) for one in left for other in right)


def fits(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts for the same thing can both be right: alike, one value within the other's range, or each
    open where the other is closed."""
    if _is_near(left.low, right.low) and _is_near(left.high, right.high):
        return True
    return _is_within(left, right) or _is_within(right, left)


def spread(quantities: list[Quantity]) -> Quantity:
    """From the least to the most of several amounts for the same thing."""
    if len(quantities) == 1:  # most often
        return quantities[0]
    lows, highs = [one.low for one in quantities], [one.high for one in quantities]
    first = quantities[0]
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    people = frozenset().union(*(one.populations for one in quantities))
    words = ", ".join(dict.fromkeys(one.words for one in quantities))
    return Quantity(first.role, first.measures, first.unit, first.per, low, high, people, words)


def _quantities(text: str, context: Context) -> Iterator[Quantity]:
    headers = [cell.strip() for cell in context.table_header.split("|")]
    cells = text.split("|") if len(headers) == text.count("|") + 1 else [text]
    for number, cell in enumerate(cells):
        head = headers[number] if len(cells) > 1 else context.table_header
        found = find_amounts(cell)
        if not found:
            continue
        told = normal(f"{head} {cell}")
        everybody = groups_in(told)
        for at, one in enumerate(found):
            until = found[at + 1].start if at + 1 < len(found) else len(cell)
            people = groups_in(normal(cell[one.end : until])) or everybody
            yield _quantity(one.amount, told, people, cell[one.start : one.end].strip())


def _quantity(amount: Amount, told: str, people: frozenset[str], words: str) -> Quantity:
    role = next((role for role, pattern in _ROLES if pattern.search(told)), Role.OTHER)
    unit, factor = BASE_UNITS.get(amount.unit, (amount.unit, 1.0))
    factor *= amount.times
    per = amount.per or ("day" if _DAILY.search(told) and amount.measures is Measure.DOSE else "")
    low, high = (None if one is None else one * factor for one in (amount.low, amount.high))
    if role is Role.LIMIT:  # "4,000 mg" as a limit says the same as "up to 4,000 mg"
        low = None if high is not None else low
        high = low if high is None else high
        low = None
    return Quantity(role, amount.measures, unit, per, low, high, people, words)


def _is_within(one: Quantity, other: Quantity) -> bool:
    if one.low is None or one.low != one.high or other.low is None or other.high is None:
        return False
    return other.low <= one.low <= other.high


def _is_near(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return True
    return abs(left - right) <= _TOLERANCE * max(abs(left), abs(right))
