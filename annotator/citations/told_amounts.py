"""The amounts a claim or a quote tells, ready to be laid beside those of the other: with their words, in base units,
and what has a number and no unit (a body mass index, a pH) on its own scale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.amounts import FoundAmount, comparable, find_amounts
from corpus.model import Amount, Measure


@dataclass(frozen=True, slots=True)
class ToldAmount:
    """An amount with its words. ``full`` is in base units for all of its period, ``each`` for one time of it."""

    words: str
    amount: Amount
    full: Amount
    each: Amount


_TOLD = frozenset(
    {
        Measure.DOSE,
        Measure.LEVEL,
        Measure.SHARE,
        Measure.RATIO,
        Measure.PRESSURE,
        Measure.ENERGY,
        Measure.SIZE,
        Measure.SAMPLE,
        Measure.COUNT,
        Measure.DURATION,
        Measure.FREQUENCY,
        Measure.TEMPERATURE,
    }
)
_SCORES = {"bmi": "BMI", "body mass index": "BMI", "ph": "pH", "inr": "INR", "iq": "IQ"}
"""What has numbers without a unit, by its names."""
_SCORE = re.compile(r"\b(BMI|[Bb]ody[- ][Mm]ass [Ii]ndex|pH|INR|IQ)\b(?: \(BMI\))?[^.;,\d]{0,30}\Z")
_PER_AREA = re.compile(r"\s?(?:/|per )\s?(?:m2|m²|m\^2|square met)")
SCALES = frozenset(_SCORES.values())
"""The units of what has none."""
_LABEL = re.compile(r"^(?:[a-z ]*\bratio|relative risk)s?(?: \(\w+\))?[,:=]?(?: (?:of|was|is))?\s?", re.IGNORECASE)


def amounts_told(text: str) -> list[ToldAmount]:
    """The amounts of ``text`` that a quote can settle, in its order."""
    found: list[ToldAmount] = []
    for sentence in re.split(r"(?<=[.!?;])\s+", text):
        found += (
            _one(sentence, each)
            for each in find_amounts(sentence)
            if each.amount.measures in _TOLD and each.amount.unit not in ("CI", "r")
        )
    return found


def _one(text: str, found: FoundAmount) -> ToldAmount:
    amount = found.amount
    words = _LABEL.sub("", text[found.start : found.end].strip())
    if score := _score(text, found):
        amount = replace(amount, unit=_SCORES[score[1].lower().replace("-", " ")], measures=Measure.RATIO)
        words = text[score.start(1) : found.end].strip()
    return ToldAmount(words, amount, comparable(amount), comparable(replace(amount, times=1)))


def _score(text: str, found: FoundAmount) -> re.Match[str] | None:
    """The name of the scale that a number without a unit is on; a body mass index may have kg/m² behind it."""
    if found.amount.unit and not (found.amount.unit == "kg" and _PER_AREA.match(text, found.end)):
        return None
    return _SCORE.search(text, 0, found.start)
