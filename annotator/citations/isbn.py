"""Book numbers (ISO 2108): ISBN-10 and ISBN-13 with their check digits, kept as 13 digits."""

from __future__ import annotations

import re
import unicodedata

from annotator.errors import InvalidIdentifier

_BOOK_NUMBER = re.compile(r"[0-9]{9}[0-9X]|[0-9]{13}")


def bare_number(text: str) -> str:
    """``text`` without the hyphens, dashes and blanks that group an ISBN, ``x`` written ``X``."""
    return "".join(
        char for char in text.upper() if not (char.isspace() or unicodedata.category(char) == "Pd" or char == "−")
    )


def looks_like_isbn(text: str) -> bool:
    """True for 10 or 13 digits, grouped or not, whatever their check digit."""
    return bool(_BOOK_NUMBER.fullmatch(bare_number(text)))


def to_isbn13(text: str) -> str:
    """The 13 digits of an ISBN-10 or ISBN-13. Raises InvalidIdentifier with what is wrong with it."""
    number = bare_number(text)
    if not _BOOK_NUMBER.fullmatch(number):
        raise InvalidIdentifier(
            f"an ISBN has 10 or 13 digits, this one has {sum(map(str.isdigit, number))}: {text[:60]}"
        )
    if len(number) == 13 and not number.startswith(("978", "979")):
        raise InvalidIdentifier(f"an ISBN of 13 digits begins with 978 or 979: {number}. No PMID has 13 digits either")
    if not _has_right_check_digit(number):
        raise InvalidIdentifier(f"the check digit of ISBN {number} is wrong: compare each digit with the book's")
    if len(number) == 13:
        return number
    first = "978" + number[:9]
    return first + str(-_sum_13(first) % 10)


def _has_right_check_digit(number: str) -> bool:
    if len(number) == 13:
        return _sum_13(number) % 10 == 0
    values = [10 if char == "X" else int(char) for char in number]
    return sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11 == 0


def _sum_13(digits: str) -> int:
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
