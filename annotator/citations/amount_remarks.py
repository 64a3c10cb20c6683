"""What is odd about the numbers of a claim beside those of the quote that is to settle it.

A remark is a hint for the eye: a slip by ten, milligrams for micrograms, a relative risk without the absolute one, a
unit that is missing, another number. Where a number of the claim fits one of the quote's, nothing is said of it; nor
where the quote speaks of other things.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.citations.relative_change import relative_alone
from annotator.citations.told_amounts import SCALES, ToldAmount, amounts_told
from corpus.model import Amount, Measure


class Slip(StrEnum):
    """What may be wrong with a number."""

    TIMES_TEN = "times_ten"
    UNIT = "unit"
    NO_UNIT = "no_unit"
    NUMBER = "number"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class AmountRemark:
    """One remark: what it is about, the claim's words and the quote's (one may be empty), and a line to show."""

    slip: Slip
    claim: str
    quote: str
    text: str


_HOURS_TO = re.compile(r"every \w+\s?(?:-|–|to)\s?\w+", re.IGNORECASE)
_ALONE = frozenset({Measure.DOSE, Measure.LEVEL, Measure.SHARE, Measure.RATIO, Measure.ENERGY})
"""What a claim and its quote may be expected to give the same number for, where each gives but one."""
_PEOPLE = frozenset({Measure.SAMPLE, Measure.COUNT})
_SCALES = (
    frozenset({"ng", "µg", "mg", "g", "kg", "IU"}),
    frozenset({"mL", "cL", "dL", "L"}),
    frozenset({"second", "minute", "hour", "day", "week", "month", "year"}),
    frozenset({"%", "pp"}),
    frozenset({"kcal", "kJ"}),
    frozenset({"teaspoon", "tablespoon", "cup", "mL", "unit"}),
    frozenset({"°C", "°F"}),
    frozenset({"cm", "mm", "m", "in", "ft"}),
    frozenset({"kg", "lb"}),
)
"""Units of one kind: the same number with another of them is a slip, not chance."""
_TOLERANCE = 0.05
_ROUGH = 0.15
_OPEN = 3
_LEAST_BARE = 10


def compare_amounts(claim: str, quote: str) -> list[AmountRemark]:
    """The remarks on the numbers of ``claim`` beside those of ``quote``, in the order of the claim."""
    ours, theirs = amounts_told(claim), amounts_told(quote)
    unfitted = [one for one in ours if not any(_fits(one, other) for other in theirs)]
    free = [other for other in theirs if not any(_fits(one, other) for one in ours)]
    remarks = [remark for one in unfitted if (remark := _remark(one, free, ours, theirs))]
    return [*dict.fromkeys(remarks), *_relative(claim, quote)]


def _kind(amount: Amount) -> Measure:
    return Measure.COUNT if amount.measures in _PEOPLE else amount.measures


def _is_same_kind(one: Amount, other: Amount) -> bool:
    """Whether two amounts in base units measure the same, per the same as far as both say so."""
    if _kind(one) is not _kind(other) or not _is_period_alike(one, other):
        return False
    return one.unit == other.unit or (_kind(one) is Measure.COUNT and "" in (one.unit, other.unit))


def _is_period_alike(one: Amount, other: Amount) -> bool:
    ours, theirs = one.per, other.per
    if ours == theirs:
        return True
    return (not ours or not theirs) and "kg" not in (ours + theirs)


def _fits(one: ToldAmount, other: ToldAmount) -> bool:
    ways = [(one.full, other.full)]
    if not _is_other_often(one, other):
        ways += [(one.each, other.each), (one.full, other.each), (one.each, other.full)]
    return any(_is_same_kind(ours, theirs) and _is_near(ours, theirs) for ours, theirs in ways)


def _is_other_often(one: ToldAmount, other: ToldAmount) -> bool:
    """Whether both say how much for one period and in how many times of it, and not in as many."""
    ours, theirs = one.amount, other.amount
    is_told = bool(ours.per) and ours.per == theirs.per and ours.times != theirs.times
    return is_told and not _HOURS_TO.search(one.words) and not _HOURS_TO.search(other.words)


def _is_near(one: Amount, other: Amount) -> bool:
    """Whether both may tell of one number: alike but for rounding, or one within the other."""
    tolerance = _ROUGH if one.about or other.about else _TOLERANCE
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return any(
            _is_close(ours, theirs, tolerance)
            for ours in (one.low, one.high)
            for theirs in (other.low, other.high)
            if ours is not None and theirs is not None
        ) or _overlap(one, other)
    return _overlap(one, other) or (
        _is_close(one.low, other.low, tolerance) and _is_close(one.high, other.high, tolerance)
    )


def _overlap(one: Amount, other: Amount) -> bool:
    """Whether a single value of one is in the range of the other."""
    for value, whole in ((one, other), (other, one)):
        if value.low is not None and value.low == value.high and whole.low != whole.high:
            low, high = _ends(whole)
            if low * (1 - _TOLERANCE) <= value.low <= high * (1 + _TOLERANCE):
                return True
    return False


def _ends(amount: Amount) -> tuple[float, float]:
    """From where to where an amount goes; an open one not without end: nobody says "up to 350 g" of 350 mg."""
    low, high = amount.low, amount.high
    if low is None:
        return (high or 0) / _OPEN, high or 0
    return low, low * _OPEN if high is None else high


def _is_close(ours: float, theirs: float, tolerance: float) -> bool:
    if abs(ours - theirs) <= tolerance * max(abs(ours), abs(theirs)):
        return True
    return _rounds_to(ours, theirs) or _rounds_to(theirs, ours)


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether ``exact`` written as short as ``rounded`` is that: 94.6 as 95, 1,204 as 1,200."""
    if not exact or not rounded:
        return exact == rounded
    digits = len(f"{abs(rounded):.10g}".replace(".", "").strip("0"))
    return digits > 1 and math.isclose(float(f"{exact:.{digits}g}"), rounded)


def _remark(
    one: ToldAmount, free: Sequence[ToldAmount], ours: Sequence[ToldAmount], theirs: Sequence[ToldAmount]
) -> AmountRemark | None:
    """The one remark on an amount of the claim that none of the quote's fits: the likeliest slip."""
    for other in free:
        if _is_other_unit(one.amount, other.amount):
            return _told(Slip.UNIT, "Other unit", one, other)
    for other in free:
        if _lacks_unit(one.amount, other.amount):
            return _told(Slip.NO_UNIT, "No unit", one, other)
    for other in free:
        if _is_other_often(one, other) and one.each == replace(other.each, about=one.each.about):
            often = "More often" if one.amount.times > other.amount.times else "Less often"
            return _told(Slip.NUMBER, often, one, other)
    for other in free:
        if times := _times(one, other):
            return _told(Slip.TIMES_TEN, f"{times:,} times", one, other)
    if one.amount.measures in _ALONE:
        return _other_number(one, free, ours, theirs)
    return None


def _number(amount: Amount) -> float | None:
    """The number that is written: the lower of two, or the bound."""
    return amount.high if amount.low is None else amount.low


def _told(slip: Slip, what: str, one: ToldAmount, other: ToldAmount) -> AmountRemark:
    return AmountRemark(
        slip, one.words, other.words, f"{what}: the claim says {one.words}, the quote says {other.words}."
    )


def _is_other_unit(one: Amount, other: Amount) -> bool:
    """Whether the same number is given in another unit of its kind, or for another weight or period."""
    if _number(one) != _number(other):
        return False
    if one.unit == other.unit and one.measures is other.measures:
        return bool(one.unit) and not _is_period_alike(one, other)
    if one.measures is other.measures is Measure.LEVEL:
        return True
    if "/" in one.unit + other.unit:  # 20 ng/mL and 20 ng: a level is no dose
        left, right = sorted((one.unit, other.unit), key=len)
        return right.startswith(f"{left}/")
    return any(one.unit in scale and other.unit in scale for scale in _SCALES)


def _is_bare(amount: Amount, whole: Amount) -> bool:
    """Whether a number counts nothing; "95 of patients" does not either, beside 95%."""
    return amount.measures in _PEOPLE and (not amount.unit or (amount.unit == "people" and whole.unit == "%"))


def _lacks_unit(one: Amount, other: Amount) -> bool:
    """Whether the same number stands without a unit in one of the two, where the other measures something with it."""
    bare, whole = (one, other) if one.measures in _PEOPLE else (other, one)
    if not _is_bare(bare, whole) or whole.unit in SCALES or whole.measures not in _ALONE or not whole.unit:
        return False
    number = _number(bare)
    is_telling = number is not None and (number >= _LEAST_BARE or number != int(number) or bool(bare.per))
    return is_telling and number == _number(whole)


def _times(one: ToldAmount, other: ToldAmount) -> int:
    """By which power of ten the two differ, 0 where they do not."""
    for ours, theirs in ((one.full, other.full), (one.each, other.each)):
        if not _is_same_kind(ours, theirs) or (_kind(ours) is Measure.COUNT and not (ours.unit and theirs.unit)):
            continue
        left, right = _number(ours), _number(theirs)
        if not left or not right or left * right < 0:
            continue
        ratio = max(left / right, right / left)
        for times in (10, 100, 1_000):
            if math.isclose(ratio, times, rel_tol=0.01):
                return times
    return 0


def _other_number(
    one: ToldAmount, free: Sequence[ToldAmount], ours: Sequence[ToldAmount], theirs: Sequence[ToldAmount]
) -> AmountRemark | None:
    """Where claim and quote give one number each for the same kind of thing, and not the same."""
    mine = [each for each in ours if _is_same_kind(each.full, one.full)]
    yours = [each for each in theirs if _is_same_kind(each.full, one.full)]
    if len(mine) != 1 or len(yours) != 1 or yours[0] not in free:
        return None
    return _told(Slip.NUMBER, "Other number", one, yours[0])


def _relative(claim: str, quote: str) -> Iterator[AmountRemark]:
    """A claim that tells how much a risk or a number of events changes, and not from what to what."""
    told = relative_alone(claim, quote)
    if told is None:
        return
    what = "Relative risk alone" if told.is_risk else "Relative number alone"
    if told.absolute:
        line = f"{what}: the quote also tells the absolute one ({told.absolute})."
    else:
        line = f"{what}: neither tells how many in how many."
    yield AmountRemark(Slip.RELATIVE, told.words, told.absolute, line)
