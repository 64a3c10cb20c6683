"""Amounts in a text: which numbers stand there, in what unit, and what they measure. Pure rules on ``str``.

``find_amounts`` is the one parser of quantities: the cues and the conflicts between claims both read it.

>>> [(start, end, amount)] = find_amounts("Men need 400-420 mg a day.")
>>> amount
Amount(low=400.0, high=420.0, unit='mg', measures=<Measure.DOSE: 'dose'>, per='day', times=1, about=False)

What it reads: digits and number words; thousands separators, decimals, fractions; ranges ("400-420 mg", "400 mg to
420 mg", "between 400 and 420 mg"); bounds ("up to", "at least", "<", "or more"); units in any of their spellings; how
often ("/day", "a day", "daily", "twice a day", "every 6 hours"). A recommendation's period is taken from the words
before it ("the daily intake for adults is 400 mg": per day). Of "200 and 400 mg", both are mg.

What it leaves out, for they measure nothing: years and dates, times of day, page and table numbers, footnote marks,
list numbers, telephone numbers, addresses on the web, and numbers that are part of a name (B12, omega-3, 5-HTP,
type 2 diabetes).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from corpus.model import Amount, Measure
from corpus.quantities import around
from corpus.quantities.measures import BASE_UNITS
from corpus.quantities.no_amounts import no_amounts
from corpus.quantities.numbers import NUMBER
from corpus.quantities.periods import frequency, often
from corpus.quantities.reading import read_amount


class FoundAmount(NamedTuple):
    """An amount and where it stands: ``text[start:end]``, with its bound, unit and period where these are beside it."""

    start: int
    end: int
    amount: Amount


# Without one of these in it, a text holds no amount. Only whole words count, but that is looked at later.
_HINT = re.compile(
    r"\d|[½⅓⅔¼¾⅛]|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|"
    r"[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety|[Oo]ne|[Hh]alf|[Hh]undreds?|"
    r"[Tt]housands?|[Mm]illions?|[Bb]illions?|dozen|third|quarter|[Oo]nce|[Tt]wice|[Tt]hrice|every)\b"
)
_MANY = re.compile(r"\b(hundreds|thousands|millions|billions)(?: of (thousands|millions))?(?= of\b)", re.IGNORECASE)
_MANY_VALUES = {"hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_TWICE = re.compile(r"\b(twice|thrice)\s(?=as\b|the\b|more\b)", re.IGNORECASE)
_LIST_GAP = re.compile(r",?\s(?:and|or)\s|,\s")
_NOT_SHARED = {Measure.COUNT, Measure.SAMPLE, Measure.FREQUENCY, Measure.RATIO, Measure.PROBABILITY, Measure.MONEY}


def find_amounts(text: str) -> list[FoundAmount]:
    """Every amount in ``text`` (best one sentence), in order; spans never overlap and count in ``text``."""
    if not _HINT.search(text):
        return []
    barred = no_amounts(text)
    found: list[FoundAmount] = []
    at = 0
    for number in NUMBER.finditer(text):
        if number.start() < at or any(start <= number.start() < end for start, end in barred):
            continue
        for start, end, amount in read_amount(text, number, at):
            found.append(FoundAmount(start, end, amount))
            at = end
    found = _share_units(text, found)
    taken = [*barred, *((one.start, one.end) for one in found)]
    for one in _without_number(text):
        if not any(start < one.end and one.start < end for start, end in taken):
            found.append(one)
            taken.append((one.start, one.end))
    return sorted(found, key=lambda one: one.start)


def _without_number(text: str) -> list[FoundAmount]:
    """Amounts without a numeral: "twice a day", "every 6 hours", "millions of people", "twice as high"."""
    found = [FoundAmount(*match.span(), frequency(match)) for match in around.TIMES_PER.finditer(text)]
    for match in around.EVERY.finditer(text):
        per, times = often(match)
        found.append(FoundAmount(match.start() + 1, match.end(), Amount(times, times, "times", Measure.FREQUENCY, per)))
    for match in _MANY.finditer(text):
        value = _MANY_VALUES[match[1].lower()] * _MANY_VALUES.get((match[2] or "").lower(), 1)
        unit, _ = around.counted_at(text, match.end())
        found.append(FoundAmount(*match.span(), Amount(value, None, unit, Measure.COUNT, about=True)))
    for match in _TWICE.finditer(text):
        value = 2.0 if match[1].lower() == "twice" else 3.0
        found.append(FoundAmount(*match.span(1), Amount(value, value, "×", Measure.RATIO)))
    return found


def _share_units(text: str, found: list[FoundAmount]) -> list[FoundAmount]:
    """Of "200 and 400 mg", both are mg: a bare number takes the unit of the next in its list."""
    for i in range(len(found) - 2, -1, -1):
        (_, end, amount), (start, _, after) = found[i], found[i + 1]
        bare = amount.measures is Measure.COUNT and not amount.unit
        if bare and after.unit and after.measures not in _NOT_SHARED and _LIST_GAP.fullmatch(text, end, start):
            shared = replace(amount, unit=after.unit, measures=after.measures, per=after.per, times=after.times)
            found[i] = found[i]._replace(amount=shared)
    return found


def comparable(amount: Amount) -> Amount:
    """``amount`` in the base unit of its kind (mg, mL, kcal, day), for all of its period: "0.5 g twice a day" is 1,000
    mg per day. Two amounts may be compared where ``unit``, ``per`` and ``measures`` are the same then."""
    unit, factor = BASE_UNITS.get(amount.unit, (amount.unit, 1))
    factor *= amount.times
    low = None if amount.low is None else amount.low * factor
    high = None if amount.high is None else amount.high * factor
    return replace(amount, low=low, high=high, unit=unit, times=1)
