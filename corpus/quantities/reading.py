"""One number and what surrounds it -> the amount it states, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from corpus.model import Amount, Measure
from corpus.quantities import around
from corpus.quantities.measures import UNIT, unit_of
from corpus.quantities.no_amounts import is_name, is_year, stands_like_a_year
from corpus.quantities.numbers import NUMBER, is_part, value_of
from corpus.quantities.periods import frequency, says_times, with_period

Placed = tuple[int, int, Amount]


class _Extent(NamedTuple):
    """One number, or a range of two, with the unit behind it as it is written: ``text[start:end]``."""

    start: int
    end: int
    low: float
    high: float
    unit: str


_SIGNS = ("-", "−", "–")
_BEFORE_A_SIGN = ("", " ", "(", "=")
# What a label ends in, as far as it is looked at: "=", "of", "was", "CI", "OR", "ratio", "than" and so on.
_LABEL_ENDS = (*"=:<>≤≥≈~,[(", "of", "as", "is", "CI", "l", "s", "R", "o", "k", "p", "P", "n", "m", ")")
_NO_UNIT = ("", ".", ",", ";", ":", ")", "]", "[", "(")  # what no unit begins with
_CURRENCIES = ("$", "€", "£")
_PRESSURE = re.compile(r"/(\d{2,3})(?![\d/])")
_BEFORE_MORE = ("+", " ", "\n", "\r", "\t")
_STUDY_WORDS = re.compile(
    r"stud(?:y|ie[sd])|trial|participants|enrol|recruit|randomi|\bn ?="
    r"|analys|cohort|survey|review|involv|volunteer|subjects",
    re.IGNORECASE,
)


def read_amount(text: str, number: re.Match[str], at: int) -> list[Placed]:
    """The amount that ``number`` states, as start, end and amount, in a list: two for a blood pressure, none for a
    number that measures nothing. What stands before ``at`` belongs to the amount before it."""
    if says_times(text, number.start()) and (alone := around.TIMES_PER.match(text, number.start())):
        return [(*alone.span(), frequency(alone))]
    if text.startswith("/", number.end()) and (pressure := _PRESSURE.match(text, number.end())):
        return _blood_pressure(text, number, pressure)
    before = text[max(at, number.start() - around.LOOK_BACK) : number.start()]
    extent = _extent(text, number, before)
    placed = _with_unit(text, extent, before) if extent.unit else _bare(text, number, extent, before)
    if placed is None:
        return []
    start, end, amount = placed
    amount, start, end = _bounded(text, amount, start, end)
    amount, end = with_period(text, amount, start, end)
    return [(start, end, amount)]


def _extent(text: str, number: re.Match[str], before: str) -> _Extent:
    start, end, low = number.start(), number.end(), value_of(number)
    if before.endswith(_SIGNS) and before[-2:-1] in _BEFORE_A_SIGN and number["digits"]:
        start, low = start - 1, -low
    unit, unit_end = _unit_at(text, end)
    alone = _Extent(start, unit_end, low, low, unit)
    is_interval = ("CI" in before or "nterval" in before) and around.INTERVAL.search(before) is not None
    pause = around.PER.match(text, unit_end) if unit else None
    to = (around.INTERVAL_TO if is_interval else around.TO).match(text, pause.end() if pause else unit_end)
    other = NUMBER.match(text, to.end()) if to else None
    if to is None or other is None or (number["word"] is None) != (other["word"] is None):
        return alone
    high = value_of(other)
    other_unit, other_end = _unit_at(text, other.end())
    if high <= low or around.IN_MANY.match(text, other.end()) or (other["digits"] or "").startswith("."):
        return alone if not is_interval or high <= low else _Extent(start, other_end, low, high, other_unit)
    if not is_interval and not _joins(to, unit, other_unit, before):
        return alone
    return _Extent(start, other_end, low, high, other_unit or unit)


def _joins(to: re.Match[str], unit: str, other_unit: str, before: str) -> bool:
    """Whether what stands between two numbers makes them one range."""
    if to[1] == "and" and not around.BETWEEN.search(before):
        return False
    if unit and not other_unit:
        return to[0].strip() in "-–—‑"
    return not unit or unit_of(unit) == unit_of(other_unit)


def _unit_at(text: str, end: int) -> tuple[str, int]:
    """The unit behind a number as it is written, and its end; nothing and ``end`` where there is none."""
    if text[end : end + 1] in _NO_UNIT:
        return "", end
    match = UNIT.match(text, end)
    return (match["unit"], match.end()) if match else ("", end)


def _with_unit(text: str, extent: _Extent, before: str) -> Placed | None:
    start, end, low, high, written = extent
    if before[-1:] in ("-", "‑", "/") and before[-2:-1].isalpha():
        return None
    unit, measures = unit_of(written)
    if measures is Measure.DURATION and (old := around.AGE_UNIT.match(text, end)):
        return start, old.end(), Amount(low, high, unit, Measure.AGE)
    if unit == "%" and around.INTERVAL_NEXT.match(text, end):
        return None
    if measures is Measure.DURATION and _are_of_age(before):
        measures = Measure.AGE
    if before[-1:] in _CURRENCIES:
        return None
    return start, end, Amount(low, high, unit, measures)


def _bare(text: str, number: re.Match[str], extent: _Extent, before: str) -> Placed | None:
    """The amount of a number without a unit, by the words around it."""
    start, end, low, high, _ = extent
    if before[-1:] in _CURRENCIES:
        return start - 1, end, Amount(low, high, before[-1], Measure.MONEY)
    if fold := around.FOLD.match(text, end):
        return start, fold.end(), Amount(low, high, "×", Measure.RATIO)
    if many := around.IN_MANY.match(text, end):
        return _one_in_many(start, low, high, many)
    if (label := _label(before)) is not None:
        length, unit, measures, is_less = label
        return start - length, end, Amount(None if is_less else low, high, unit, measures)
    if number["digits"] and is_name(text, start, end):
        return None
    if times := around.TIMES.match(text, end):
        return start, times.end(), Amount(low, high, "×", Measure.RATIO)
    if number["digits"] and (_are_of_age(before) or around.OLDER.match(text, end)):
        return start, end, Amount(low, high, "year", Measure.AGE)
    return _counted(text, number, extent, before)


def _counted(text: str, number: re.Match[str], extent: _Extent, before: str) -> Placed | None:
    start, end, low, high, _ = extent
    written = text[start:end]
    if is_part(number):
        whole = text.startswith(" of ", end) or "-" in written or written.lower().startswith("half")
        return (start, end, Amount(low * 100, high * 100, "%", Measure.SHARE)) if whole else None
    if low == 1 and not number["digits"] and not number["scales"]:
        return None
    unit, unit_end = around.counted_at(text, end)
    if is_year(written) and (not unit or stands_like_a_year(before)):
        return None
    if unit:
        is_sample = unit != "cases" and _STUDY_WORDS.search(text) is not None
        return start, unit_end, Amount(low, high, unit, Measure.SAMPLE if is_sample else Measure.COUNT)
    if number["over"]:
        return start, end, Amount(low * 100, high * 100, "%", Measure.SHARE)
    if number["digits"] or number["scales"]:
        return start, end, Amount(low, high, "", Measure.COUNT)
    return None


def _one_in_many(start: int, low: float, high: float, many: re.Match[str]) -> Placed | None:
    whole = NUMBER.match(many["whole"])
    total = value_of(whole) if whole else 0.0
    if not total or high > total:
        return None
    return start, many.end(), Amount(low / total * 100, high / total * 100, "%", Measure.SHARE)


def _label(before: str) -> tuple[int, str, Measure, bool] | None:
    """What the words right before a number call it: their length, unit, measure, whether less than the number is
    meant."""
    if not before[-3:].rstrip().endswith(_LABEL_ENDS):
        return None
    for measures, unit, pattern in around.LABELS:
        if match := pattern.search(before):
            is_less = any(sign in match[0] for sign in ("<", "≤", "less"))
            return len(match[0]), unit, measures, is_less
    return None


def _may_end_bound(before: str) -> bool:
    last = before[-20:].split()
    return bool(last) and (last[-1].lower() in around.BOUND_ENDS or last[-1][-1] in "<>≤≥⩽⩾=~≈∼±")


def _are_of_age(before: str) -> bool:
    last = before[-20:].split()
    return bool(last) and last[-1].lower() in around.AGE_ENDS and around.PEOPLE_OF_AGE.search(before) is not None


def _blood_pressure(text: str, number: re.Match[str], other: re.Match[str]) -> list[Placed]:
    """The two amounts of "120/80 mmHg"; nothing for other pairs."""
    unit, end = _unit_at(text, other.end())
    is_pressure = unit.replace(" ", "").lower() == "mmhg" or (not unit and "blood pressure" in text.lower())
    high, low = value_of(number), float(other[1])
    if not is_pressure or not low < high < 300:
        return []
    return [
        (number.start(), number.end(), Amount(high, high, "mmHg", Measure.PRESSURE)),
        (other.start(1), end, Amount(low, low, "mmHg", Measure.PRESSURE)),
    ]


def _bounded(text: str, amount: Amount, start: int, end: int) -> tuple[Amount, int, int]:
    """``amount`` with the bound that stands before or behind it: "up to 400 mg", "65 or older"."""
    before = text[max(0, start - around.LOOK_BACK) : start]
    lead = around.BOUND.search(before) if _may_end_bound(before) else None
    one = amount.low == amount.high and amount.low is not None
    if lead:
        words = lead[0].strip().lower()
        during = amount.measures is Measure.DURATION and words in ("over", "under")
        if lead["near"] or lead["near_sign"]:
            amount = replace(amount, about=True)
            start -= len(lead[0]) if lead["near_sign"] else 0
        elif one and not during:
            most = lead["most"] or lead["most_sign"]
            amount = replace(amount, low=None) if most else replace(amount, high=None)
            start -= len(lead[0])
    behind = around.OR_MORE.match(text, end) if text[end : end + 1] in _BEFORE_MORE else None
    if behind and amount.low is not None and amount.high is not None:
        amount = replace(amount, low=None) if behind["most"] else replace(amount, high=None)
        end = behind.end()
    return amount, start, end
