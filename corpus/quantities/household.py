"""Amounts taken by the piece or the spoon, and told without a number: "a teaspoon a day", "a glass of wine daily"."""

from __future__ import annotations

import re

from corpus.model import Amount, Measure
from corpus.patterns import listed, words
from corpus.quantities.measures import unit_of
from corpus.quantities.periods import with_period

_COUNTED = (
    "teaspoon teaspoonful tablespoon tablespoonful spoonful cup glass pill tablet capsule softgel drop serving helping "
    "drink sachet scoop gummy lozenge patch shot injection handful slice clove cigarette puff spray ounce litre gram"
)
_MANY = (
    "teaspoons tablespoons spoonfuls cups glasses pills tablets capsules drops servings drinks scoops handfuls slices"
)
HOUSEHOLD = listed(f"{_COUNTED} {_MANY}")
"""Without one of these words, a text holds no such amount."""

NO_DOSE = r"(?!\s(?:splitter|cutter|crusher|box|organi[sz]er|bottle|computer)\b)"
"""Behind "pill" and the like: a word that makes a thing of it, and no dose."""
_ONE = re.compile(
    rf"\b(?:an?|another)\s(?P<daily>daily\s)?(?:(?:small|large|big|single|full|whole|tall|heaped|heaping|level|rounded|"
    rf"generous|good|extra|additional)\s)?(?P<unit>{words(_COUNTED)})(?![\w-])"
    rf"{NO_DOSE}"
    rf"|\ba\scouple\sof\s(?P<many>{words(_MANY)})(?![\w-])",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?:\b(?:take|taking|takes|swallow|swallowing|swallows))\s\Z", re.IGNORECASE)
_IT_TAKES = re.compile(r"\bit (?:only |just )?takes?\s\Z", re.IGNORECASE)
_BY_THE_PIECE = listed("teaspoon tablespoon spoonful pill tablet capsule drop sachet scoop gummy lozenge puff")
_LATER = re.compile(
    r"(?:\sof\s(?:[\w-]{1,20}\s){0,3}[\w-]{1,20})?"
    r"\s(?:each|every|per|a|at|in the)\s(?:morning|evening|night|bedtime)\b",
    re.IGNORECASE,
)
_TIMES = ("hour", "day", "week", "fortnight", "month")


def household_amounts(text: str) -> list[tuple[int, int, Amount]]:
    """Every amount of a household measure without a number that is taken, or that ``text`` says how often."""
    found = []
    for match in _ONE.finditer(text):
        count = 2.0 if match["many"] else 1.0
        unit, measures = unit_of(match["many"] or match["unit"])
        start, end = match.span()
        amount, end = with_period(text, Amount(count, count, unit, measures), start, end)
        if amount.per not in _TIMES:
            is_daily = match["daily"] or _LATER.match(text, match.end())
            amount, end = Amount(count, count, unit, measures, "day" if is_daily else ""), match.end()
        if amount.measures is Measure.DOSE and (amount.per or _is_taken(text[:start], unit)):
            found.append((start, end, amount))
    return found


def _is_taken(before: str, unit: str) -> bool:
    near = before[-24:]
    return unit in _BY_THE_PIECE and _TAKEN.search(near) is not None and _IT_TAKES.search(near) is None
