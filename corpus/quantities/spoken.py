"""An amount in words for people: ``400–420 mg a day``, ``up to 1,000 mg``, ``about 120 people``."""

from __future__ import annotations

from corpus.model import Amount, Measure
from corpus.patterns import listed

_MANY = listed(
    """
        unit tablet capsule pill drop puff spray dose teaspoon tablespoon cup serving drink sachet scoop lozenge
        injection handful slice clove cigarette second minute hour day night week fortnight month year decade mile
    """
)
_OTHERS = {"glass": "glasses", "patch": "patches", "gummy": "gummies"}
_CROWDS = {1e2: "hundreds", 1e3: "thousands", 1e5: "hundreds of thousands", 1e6: "millions",
           1e8: "hundreds of millions", 1e9: "billions"}  # fmt: skip
_BEHIND = {"%": "%", "×": "×", "pp": " percentage points"}
_BEFORE = {"$": "$", "€": "€", "£": "£", "CI": "CI "}


def in_words(amount: Amount) -> str:
    """``amount`` as a person would say it in short."""
    if amount.measures is Measure.DATE:
        return f"{amount.low:.0f}"
    if amount.measures is Measure.PROBABILITY:
        return f"p < {_number(amount.high)}" if amount.low is None else f"p = {_number(amount.low)}"
    if amount.about and amount.high is None and amount.low is not None:
        return _or_more(amount, amount.low)
    said = _BEFORE.get(amount.unit, "") + _range(amount) + _unit(amount)
    return ("about " if amount.about else "") + said + _period(amount)


def _or_more(amount: Amount, low: float) -> str:
    """An open amount that is not exact: "millions of people" as it was written, else "400 mg or more"."""
    if amount.measures is Measure.COUNT and low in _CROWDS:
        unit = _unit(amount)
        return _CROWDS[low] + (f" of{unit}" if unit else "") + _period(amount)
    return f"{_BEFORE.get(amount.unit, '')}{_number(low)}{_unit(amount)} or more{_period(amount)}"


def _range(amount: Amount) -> str:
    low, high = amount.low, amount.high
    if low is None:
        return f"up to {_number(high)}"
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return f"{value:,.6g}" if value is not None and abs(value) < 1e6 else f"{value or 0:,.0f}"


def _unit(amount: Amount) -> str:
    unit = amount.unit
    if unit in _BEHIND:
        return _BEHIND[unit]
    if not unit or unit in _BEFORE or unit == "r":
        return ""
    is_one = amount.low == amount.high == 1
    if unit in _MANY or unit in _OTHERS:
        unit = unit if is_one else _OTHERS.get(unit, f"{unit}s")
    if amount.measures is Measure.FREQUENCY and is_one:
        unit = "time"
    return f" {unit} old" if amount.measures is Measure.AGE else f" {unit}"


def _period(amount: Amount) -> str:
    *things, last = amount.per.split("/")
    per = "".join(f" per {thing}" for thing in things)
    if last in ("day", "week", "month", "year"):
        per += f" a {last}"
    elif last:
        per += f" per {last}"
    if amount.times == 1 or amount.measures is Measure.FREQUENCY:
        return per
    return f", {_number(amount.times)} times{per}"
