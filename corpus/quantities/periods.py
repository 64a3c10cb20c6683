"""How often: "/kg/day", "a day", "twice daily", "every 6 hours" -> a period and how many times in it."""

from __future__ import annotations

import re

from corpus.model import Amount, Measure
from corpus.quantities.around import DAILY_BEFORE, EVERY, OFTEN_LATER, PER, TIMES_PER

_PERIODS = {
    **dict.fromkeys(["d", "daily", "night", "nightly", "morning", "evening"], "day"),
    **dict.fromkeys(["wk", "weekly"], "week"),
    **dict.fromkeys(["mo", "monthly"], "month"),
    **dict.fromkeys(["yr", "yearly", "annually"], "year"),
    **dict.fromkeys(["h", "hr", "hourly"], "hour"),
    **dict.fromkeys(["kilogram", "kilograms", "kilo", "kilos"], "kg"),
    **dict.fromkeys(["pound", "pounds", "lbs"], "lb"),
    **dict.fromkeys(["liter", "litre"], "L"),
    "min": "minute",
}
_DOTTED = {"bid": 2.0, "tid": 3.0, "qid": 4.0, "od": 1.0, "qd": 1.0}
_TIMES = {
    word: times
    for times, ways in {1: "once", 2: "twice two other second", 3: "thrice three third", 4: "four", 5: "five"}.items()
    for word in ways.split()
} | {"six": 6, "eight": 8, "ten": 10, "twelve": 12}
_LONGEST_TIMES = 30  # "twelve to fifteen times"
_TAKEN = {Measure.DOSE, Measure.ENERGY}
_NEVER_PER = {Measure.PROBABILITY, Measure.RATIO, Measure.AGE, Measure.TEMPERATURE, Measure.PRESSURE, Measure.LEVEL}


def with_period(text: str, amount: Amount, start: int, end: int) -> tuple[Amount, int]:
    """``amount`` with the period that stands behind ``text[start:end]``, and the end of that; for what is taken, also
    from further behind ("400 mg of magnesium daily") or from before ("the daily intake is 400 mg")."""
    if amount.measures in _NEVER_PER:
        return amount, end
    periods: list[str] = []
    times = 1.0
    for _ in range(3):
        match = _period_at(text, end)
        if match is None:
            break
        per, often_in_it = often(match)
        periods.append(per)
        times *= often_in_it
        end = match.end()
    if not periods and amount.measures in _TAKEN:
        if later := OFTEN_LATER.match(text, end):
            word = (later["per"] or later["adverb"]).replace(".", "").lower()
            periods.append(_period(word) if word not in _DOTTED else "day")
            times = _DOTTED.get(word, 1.0)
        elif _is_daily(text[max(0, start - 240) : start]):
            periods.append("day")
    per = "/".join(dict.fromkeys(periods))  # dataclasses.replace takes four times as long
    return Amount(amount.low, amount.high, amount.unit, amount.measures, per, times, amount.about), end


def _period_at(text: str, end: int) -> re.Match[str] | None:
    """What says how often right behind ``end``: "/day", " a day", " every 6 hours", " twice a day"."""
    is_blank = text[end : end + 1].isspace()
    if not (is_blank or text.startswith(("/", ","), end)):
        return None
    match = PER.match(text, end)
    if match is None and is_blank and text[end + 1 : end + 2] in "eE":
        match = EVERY.match(text, end)
    if match is None and is_blank and says_times(text, end + 1):
        match = TIMES_PER.match(text, end + 1)
    return match


def says_times(text: str, start: int) -> bool:
    """Whether ``TIMES_PER`` may stand at ``start``: a cheap look before it is tried."""
    near = text[start : start + _LONGEST_TIMES].lower()
    return "times" in near or near.startswith(("once", "twice", "thrice"))


def _is_daily(before: str) -> bool:
    signs = "aily" in before or "RDA" in before or " day" in before or "llowance" in before or "pper " in before
    return signs and bool(DAILY_BEFORE.search(before))


def frequency(match: re.Match[str]) -> Amount:
    """An amount of times: "twice a day" by itself, as found by ``TIMES_PER``."""
    per, times = often(match)
    return Amount(times, times, "times", Measure.FREQUENCY, per)


def often(match: re.Match[str]) -> tuple[str, float]:
    """The period that ``PER``, ``TIMES_PER`` or ``EVERY`` found, and how often in it. "Every 4 to 6 hours" is taken as
    every 4: six times a day."""
    if match.re is TIMES_PER:
        return _period(match["per"] or match["adverb"]), _number((match["once"] or match["n"]).lower())
    if match.re is EVERY:
        period, n = _period(match["per"].lower()), _number(match["n"].lower())
        return ("day", 24 / n) if period == "hour" and n else (period, 1 / n if n else 1.0)
    word = match["per"] or match["adverb"]
    dotted = word.lower().replace(".", "")
    if dotted in _DOTTED:
        return "day", _DOTTED[dotted]
    return _period(word), 1.0


def _period(word: str) -> str:
    return _PERIODS.get(word.lower(), word)


def _number(word: str) -> float:
    return float(_TIMES.get(word, 0) or word)
