"""Units of measure as health texts write them: which one it is, and what it measures.

A unit is normalised in name, never in scale: ``milligrams`` is ``mg``, and 1 g stays 1 ``g``. ``BASE_UNITS`` says what
each is worth in the base unit of its kind, for those who compare.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.model import Measure
from corpus.patterns import words

# The unit, then the ways to write it; each may be a pattern without blanks, ``_`` stands for a blank. Capitals count
# in the symbols only: 5 G is no mass.
_SYMBOLS: dict[Measure, str] = {
    Measure.DOSE: """
        mg: mg mgs MG Mg
        µg: mcg mcgs µg μg ug MCG
        ng: ng
        g: g gm gms
        IU: IU I\\.U\\. iu IUs
        mL: ml mL ML cc mls
        L: L
        cL: cl cL
        dL: dl dL
        oz: oz oz\\.
        mEq: mEq meq
        mmol: mmol
        teaspoon: tsp tsp\\.
        tablespoon: tbsp tbsp\\. Tbsp
    """,
    Measure.PRESSURE: """
        mmHg: mm_?Hg mm_?hg
    """,
    Measure.ENERGY: """
        kcal: kcal kcals Kcal Cal cal
        kJ: kJ
    """,
    Measure.TEMPERATURE: """
        °C: °_?C ℃ º_?C
        °F: °_?F ℉ º_?F
    """,
    Measure.SIZE: """
        kg: kg kgs KG
        lb: lb lbs lb\\. lbs\\.
        cm: cm
        mm: mm
        km: km
        nm: nm
        µm: µm μm
        in: in\\.
    """,
    Measure.DURATION: """
        second: sec secs
        minute: min mins
        hour: h hr hrs
        week: wk wks
        month: mo mos
        year: yr yrs
    """,
    Measure.SHARE: """
        %: % ％
    """,
}
_WORDS: dict[Measure, str] = {
    Measure.DOSE: """
        mg: milligram milligrams milligramme milligrammes
        µg: microgram micrograms
        g: gram grams gramme grammes
        IU: international_units?
        mL: millilit(?:er|re)s? cubic_centimet(?:er|re)s?
        L: lit(?:er|re)s?
        oz: (?:fluid_|fl\\.?_)?(?:ounces?|oz\\b)
        unit: units?
        tablet: tablets? tabs?
        capsule: capsules? caps? softgels?
        pill: pills?
        drop: drops?
        puff: puffs?
        spray: sprays?
        dose: doses?
        teaspoon: teaspoons? teaspoonfuls?
        tablespoon: tablespoons? tablespoonfuls?
        spoonful: spoonfuls?
        cup: cups?
        glass: glass(?:es)?
        serving: servings? helpings?
        drink: (?:alcoholic_)?drinks?
        sachet: sachets?
        scoop: scoops?
        gummy: gumm(?:y|ies)
        lozenge: lozenges?
        patch: patch(?:es)?
        injection: injections? shots?
        handful: handfuls?
        slice: slices?
        clove: cloves?
        cigarette: cigarettes?
    """,
    Measure.ENERGY: """
        kcal: (?:kilo)?calories?
        kJ: kilojoules?
    """,
    Measure.TEMPERATURE: """
        °C: degrees_(?:Celsius|C\\b|centigrade)
        °F: degrees_(?:Fahrenheit|F\\b)
    """,
    Measure.SIZE: """
        kg: kilograms? kilogrammes? kilos?
        lb: pounds?
        cm: centimet(?:er|re)s?
        mm: millimet(?:er|re)s?
        km: kilomet(?:er|re)s?
        m: met(?:er|re)s?
        ft: feet foot
        in: inch(?:es)?
        mile: miles?
    """,
    Measure.DURATION: """
        second: seconds?
        minute: minutes?
        hour: hours?
        day: days?
        night: nights?
        week: weeks?
        fortnight: fortnights?
        month: months?
        year: years?
        decade: decades?
    """,
    Measure.SHARE: """
        pp: percentage_points? per_cent_points? %_points?
        %: percent per_cent pct
    """,
    Measure.MONEY: """
        $: dollars?
        €: euros?
    """,
}
_PER_VOLUME = {"dl": "dL", "ml": "mL", "l": "L", "µl": "µL", "mm3": "mm³", "mm³": "mm³"}
_MICRO = re.compile("[μu](?=g|mol|l|L|IU|m)")
_LEVEL = (
    r"(?:[mMµμunp]?mol|[mµμun]?(?:IU|U)|mEq|[mµμunp]?g|mcg|milligrams|grams|nanograms|micrograms|millimoles|cells|copies)"
    r"(?:\s?/\s?|\s(?:per|a)\s)(?:dL|dl|mL|ml|L|l|[µμu][lL]|mm3|mm³|decilit(?:er|re)|millilit(?:er|re)|lit(?:er|re)|"
    r"microlit(?:er|re))|m[lL]\s?/\s?min(?:ute)?(?:\s?/\s?1\.73\s?m[2²])?|beats\s(?:per|a)\sminute|bpm"
)


def _rows(table: str) -> list[tuple[str, str]]:
    """The unit and one pattern for all the ways to write it, for each line of ``table``."""
    lines = (line.strip().partition(":") for line in table.strip().splitlines())
    return [(unit.strip(), words(ways.replace("_", r"\s"))) for unit, _, ways in lines]


_PATTERNS: list[tuple[re.Pattern[str], str, Measure]] = [
    *((re.compile(way), unit, measure) for measure, table in _SYMBOLS.items() for unit, way in _rows(table)),
    *(
        (re.compile(way, re.IGNORECASE), unit, measure)
        for measure, table in _WORDS.items()
        for unit, way in _rows(table)
    ),
]
_ANY_SYMBOL = "|".join(way.pattern for way, _, measure in _PATTERNS if not way.flags & re.IGNORECASE)
_ANY_WORD = "|".join(way.pattern for way, _, measure in _PATTERNS if way.flags & re.IGNORECASE)
UNIT = re.compile(
    rf"(?:\s|-|‑)?(?P<unit>(?:{_LEVEL})(?!\w)|(?i:{_ANY_WORD})(?![\w]|-(?!old|fold)\w)|(?:{_ANY_SYMBOL})(?![\w’']))"
)
"""A unit right behind a number: ``400 mg``, ``400mg``, ``400-mg``."""

BASE_UNITS: dict[str, tuple[str, float]] = {
    "ng": ("mg", 1e-6),
    "µg": ("mg", 1e-3),
    "mg": ("mg", 1),
    "g": ("mg", 1e3),
    "kg": ("mg", 1e6),
    "mL": ("mL", 1),
    "cL": ("mL", 10),
    "dL": ("mL", 100),
    "L": ("mL", 1e3),
    "kcal": ("kcal", 1),
    "kJ": ("kcal", 1 / 4.184),
    "second": ("day", 1 / 86_400),
    "minute": ("day", 1 / 1_440),
    "hour": ("day", 1 / 24),
    "day": ("day", 1),
    "night": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("day", 365 / 12),
    "year": ("day", 365),
    "decade": ("day", 3_650),
}
"""What one of a unit is in the base unit of its kind; a unit that is not here is its own."""


@lru_cache(maxsize=4096)
def unit_of(written: str) -> tuple[str, Measure]:
    """The unit that ``written`` (what ``UNIT`` found) names, and what it measures."""
    for way, unit, measure in _PATTERNS:
        if way.fullmatch(written):
            return unit, measure
    left, _, right = re.sub(r"\s?/\s?|\s(?:per|a)\s", "/", written).partition("/")
    return f"{_level_part(left)}/{_level_part(right)}" if right else "beats/minute", Measure.LEVEL


def _level_part(written: str) -> str:
    for way, unit, _ in _PATTERNS:
        if way.fullmatch(written):
            return unit
    part = _MICRO.sub("µ", written)
    names = {"nanograms": "ng", "millimoles": "mmol", "deciliter": "dL", "decilitre": "dL", "microliter": "µL"}
    return _PER_VOLUME.get(part.lower(), names.get(written, part))
