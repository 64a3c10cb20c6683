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
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from corpus.model import Amount, Measure
from corpus.patterns import listed
from corpus.quantities import around
from corpus.quantities.household import HOUSEHOLD, household_amounts
from corpus.quantities.measures import BASE_UNITS
from corpus.quantities.no_amounts import no_amounts
from corpus.quantities.numbers import NUMBER
from corpus.quantities.periods import frequency, often
from corpus.quantities.reading import Placed, read_amount


class FoundAmount(NamedTuple):
    """An amount and where it stands: ``text[start:end]``, with its bound, unit and period where these are beside it."""

    start: int
    end: int
    amount: Amount


_DIGIT = re.compile(r"\d|[½⅓⅔¼¾⅛]")
_LETTERS = re.compile(r"[a-z]+")
NUMBER_WORDS = listed(
    """
        one two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty thirty forty fifty sixty
        seventy eighty ninety half hundred hundreds thousand thousands million millions billion billions dozen third
        quarter thirds quarters once twice thrice every double doubles doubled doubling triple triples tripled tripling
        halve halves halved halving
    """
)
"""Without a digit or one of these, or of ``HOUSEHOLD``, a text holds no amount."""
_MANY = re.compile(r"\b(hundreds|thousands|millions|billions)(?: of (thousands|millions))?(?= of\b)", re.IGNORECASE)
_MANY_VALUES = {"hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_TWICE = re.compile(
    r"\b(?:(?P<two>twice(?=\s(?:as|the|more)\b)|doubl(?:es|ed|ing)|double(?=\s(?:the|your|their)\b))|(?P<three>thrice(?=\s(?:as|the)\b)|tripl(?:es|ed|ing)|triple(?=\s(?:the|your|their)\b))|"
    r"(?P<half>halv(?:es?|ed|ing)))\b(?!-)",
    re.IGNORECASE,
)
_SURE = {Measure.DOSE, Measure.LEVEL, Measure.SHARE, Measure.ENERGY, Measure.PRESSURE, Measure.TEMPERATURE}
"""What is measured in units that no page, date or footnote has."""
_NO_UNIT = ("]", ")", ",")
_SIGNS_OF_TWICE = ("ice", "doubl", "tripl", "halv")
_UNIT_IN_HEADER = re.compile(r"\(((?:mg|g|mcg|µg|μg|IU|mL|ml|kcal|%)(?:\s?/\s?| per )?[\w ]{0,20})\)")
_LIST_GAP = re.compile(r",?\s(?:and|or)\s|,\s")
_NOT_SHARED = {Measure.COUNT, Measure.SAMPLE, Measure.FREQUENCY, Measure.RATIO, Measure.PROBABILITY, Measure.MONEY}


def find_amounts(text: str, header: str = "") -> list[FoundAmount]:
    """Every amount in ``text`` (best one sentence), in order; spans never overlap and count in ``text``.

    ``header`` is the header of the table whose row ``text`` is. Where it gives one unit in brackets ("Content (mg per
    serving)"), the last bare number of the row takes it.
    """
    lowered = text.lower()
    letters = _LETTERS.findall(lowered)
    has_words = not NUMBER_WORDS.isdisjoint(letters)
    has_household = not HOUSEHOLD.isdisjoint(letters)
    if not (has_words or has_household or _DIGIT.search(text)):
        return []
    barred = _Barred(text)
    found: list[FoundAmount] = []
    at = 0
    for number in _numbers_in(text, has_words=has_words):
        if number.start() >= at:
            for start, end, amount in _read(text, number, at, barred):
                found.append(FoundAmount(start, end, amount))
                at = end
    found = _with_unit_of_header(_share_units(text, found), header)
    more = [FoundAmount(*one) for one in household_amounts(text)] if has_household else []
    if has_words:
        more += _without_number(text, lowered)
    if not more:
        return found
    taken = [(one.start, one.end) for one in found]
    for one in more:
        i = bisect_left(taken, (one.start,))
        if (i == 0 or taken[i - 1][1] <= one.start) and (i == len(taken) or one.end <= taken[i][0]):
            found.append(one)
            taken.insert(i, (one.start, one.end))
    return sorted(found, key=lambda one: one.start)


class _Barred:
    """The stretches of a text whose numbers measure nothing, found when they are first asked about."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] | None = None
        self.has_address = "://" in text or "www." in text

    def holds(self, place: int) -> bool:
        """Whether one of the stretches, which are in order and apart from each other, holds ``place``."""
        if self._spans is None:
            self._spans = no_amounts(self._text)
        before = bisect_right(self._spans, place, key=itemgetter(0))
        return before > 0 and place < self._spans[before - 1][1]


def _read(text: str, number: re.Match[str], at: int, barred: _Barred) -> list[Placed]:
    """What ``number`` states, by ``read_amount``; nothing where it stands in a stretch that is barred."""
    bare = text[number.end() : number.end() + 1] in _NO_UNIT  # "[3]", "(2, 3)": told before it is read
    if bare and barred.holds(number.start()):
        return []
    read = read_amount(text, number, at)
    if not read or bare or (read[0][2].measures in _SURE and not barred.has_address):
        return read
    return [] if barred.holds(number.start()) else read


def _numbers_in(text: str, *, has_words: bool) -> Iterator[re.Match[str]]:
    """Every number in ``text``; where none is spelled out, the search leaps from digit to digit."""
    if has_words:
        yield from NUMBER.finditer(text)
        return
    at = 0
    while digit := _DIGIT.search(text, at):
        start = digit.start()
        number = (NUMBER.match(text, start - 1) if start > at and text[start - 1] == "." else None) or NUMBER.match(
            text, start
        )
        if number:
            yield number
        at = number.end() if number else start + 1


def _without_number(text: str, lowered: str) -> list[FoundAmount]:
    """Amounts without a numeral: "twice a day", "every 6 hours", "millions of people", "twice as high"."""
    found = []
    if "times" in lowered or "ice " in lowered or "once " in lowered:
        found = [FoundAmount(*match.span(), frequency(match)) for match in around.TIMES_PER.finditer(text)]
    for match in around.EVERY.finditer(text) if "every" in lowered else ():
        per, times = often(match)
        found.append(FoundAmount(match.start() + 1, match.end(), Amount(times, times, "times", Measure.FREQUENCY, per)))
    for match in _MANY.finditer(text) if "s of" in lowered else ():
        value = _MANY_VALUES[match[1].lower()] * _MANY_VALUES.get((match[2] or "").lower(), 1)
        unit, _ = around.counted_at(text, match.end())
        found.append(FoundAmount(*match.span(), Amount(value, None, unit, Measure.COUNT, about=True)))
    for match in _TWICE.finditer(text) if any(sign in lowered for sign in _SIGNS_OF_TWICE) else ():
        value = 2.0 if match["two"] else 3.0 if match["three"] else 0.5
        found.append(FoundAmount(*match.span(), Amount(value, value, "×", Measure.RATIO)))
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


def _with_unit_of_header(found: list[FoundAmount], header: str) -> list[FoundAmount]:
    last = found[-1] if found and "(" in header else None
    if last is None or last.amount.measures is not Measure.COUNT or last.amount.unit:
        return found
    per = _one_of_header(header)
    if per is None:
        return found
    told = replace(last.amount, unit=per.unit, measures=per.measures, per=per.per, times=per.times)
    return [*found[:-1], last._replace(amount=told)]


@lru_cache(maxsize=64)
def _one_of_header(header: str) -> Amount | None:
    units = _UNIT_IN_HEADER.findall(header)
    held = find_amounts(f"1 {units[0]}") if len(units) == 1 else []
    return held[0].amount if len(held) == 1 and held[0].end == len(units[0]) + 2 else None


def comparable(amount: Amount) -> Amount:
    """``amount`` in the base unit of its kind (mg, mL, kcal, day), for all of its period: "0.5 g twice a day" is 1,000
    mg per day. Two amounts may be compared where ``unit``, ``per`` and ``measures`` are the same then."""
    unit, factor = BASE_UNITS.get(amount.unit, (amount.unit, 1))
    factor *= amount.times
    low = None if amount.low is None else amount.low * factor
    high = None if amount.high is None else amount.high * factor
    return replace(amount, low=low, high=high, unit=unit, times=1)
