"""Numbers as texts write them: ``1,200``, ``0.5``, ``1 1/2``, ``½``, ``2 million``, ``twenty-five``, ``half a``."""

from __future__ import annotations

import re

_ONES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
_FRACTIONS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}

_SPELLED = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion"
# Bounded everywhere: a megabyte of digits must not take a day.
_COMMA_FOR_POINT = (
    r"(?=\d{1,3},\d)(?<![\d,.])(?:0,\d{1,4}|\d{1,3},\d{1,2})(?![\d,])(?=(?:\s?(?:[-–]|to)\s?\d[\d,.]{0,12})?[\s-]?"
    r"(?:(?:[mkcµμu]?g|mcg|ng|IU|[mcd]?[lL]|[mnµμ]?mol|mm|cm|mm ?Hg|kcal|kJ|"
    r"(?:milli|micro|kilo)?grams?|percent)\b|[%°]))"
)
"""``0,5 mg`` as much of Europe writes it: one or two digits behind the comma, or nothing before it, and a unit."""
_DIGITS = (
    rf"(?:{_COMMA_FOR_POINT}|"
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)|\d{1,15}(?!\d))(?:[.·]\d{1,9}(?!\d))?"
    r"(?:[ -]?[½⅓⅔¼¾⅛]|[ -][1-9]/[2-9](?!\d))?)"
)
_FRACTION = r"(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\d/.])"
NUMBER = re.compile(
    rf"(?<!\w)(?P<digits>{_FRACTION}|{_DIGITS}|(?<![.)\]])\.\d{{1,6}}(?!\d)|[½⅓⅔¼¾⅛])(?P<scale>[ -](?:{_SCALE})\b)?"
    rf"|(?<![\w-])(?P<word>(?:[Oo]ne|[Aa])[- ](?:third|quarter|fifth|tenth)|[Tt]wo[- ]thirds|[Tt]hree[- ]quarters|"
    rf"[Hh]alf an?|[Hh]alf(?= of\b)|[Aa](?:nother)? half|[Aa] (?=dozen|hundred|thousand|million)|"
    rf"(?i:{_SPELLED})(?:[ -](?i:{_SPELLED}))?)(?![\w’'])(?P<scales>(?:[ -]?(?:{_SCALE}|dozen)\b){{0,2}})"
    rf"(?P<half> and a half)?"
)
"""A number; ``word`` is set where it is spelled out. Capitals at the start count as small letters."""

_DECIMAL_COMMA = re.compile(r"0,\d{1,4}|\d{1,3},\d{1,2}")
_PARTS = {
    "third": 1 / 3,
    "thirds": 2 / 3,
    "quarter": 1 / 4,
    "quarters": 3 / 4,
    "fifth": 1 / 5,
    "tenth": 1 / 10,
    "half": 1 / 2,
}


def value_of(number: re.Match[str]) -> float:
    """The value of what ``NUMBER`` found."""
    if number["over"]:
        return int(number["over"]) / int(number["under"])
    if number["digits"]:
        return _value_of_digits(number["digits"]) * _SCALES.get((number["scale"] or "x")[1:], 1)
    total = _value_of_words(number["word"].lower())
    for scale in number["scales"].replace("-", " ").split():
        total *= _SCALES[scale]
    return total + 0.5 if number["half"] else total


def is_part(number: re.Match[str]) -> bool:
    """Whether a spelled number is a part of one whole: ``a third``, ``half of``, ``two-thirds``."""
    words = (number["word"] or "").lower().replace("-", " ").split()
    return bool(words) and words[-1] in _PARTS


def _value_of_digits(written: str) -> float:
    last = _FRACTIONS.get(written[-1], 0.0)
    if last:
        written = written[:-1].rstrip(" -")
    elif "/" in written:
        written, over, under = written[:-3].rstrip(" -"), written[-3], written[-1]
        last = int(over) / int(under)
    if _DECIMAL_COMMA.fullmatch(written):
        return float(written.replace(",", "."))
    plain = written.translate({0x2C: None, 0xA0: None, 0x202F: None, 0x2009: None, 0xB7: "."})
    return (float(plain) if plain else 0.0) + last


def _value_of_words(written: str) -> float:
    parts = written.replace("-", " ").split()
    if parts[-1] in _PARTS:
        return _PARTS[parts[-1]]
    if parts[0] == "half":
        return 0.5
    if parts == ["a"]:
        return 1.0
    if parts[0] in _ONES:
        return float(_ONES[parts[0]])
    return float(sum(_ONES.get(part, _TENS.get(part, 0)) for part in parts))
