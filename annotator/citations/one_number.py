"""Whether what should be one number is one: in plain digits, in one piece, and no second beside it."""

from __future__ import annotations

import re

from annotator.citations.cleaning import has_foreign_digits
from annotator.errors import InvalidIdentifier

MOST_DIGITS = 8
"""Of a PMID, a PMCID and an NCT number."""
_LABELS = re.compile(r"\b(?:doi|pmid|pmcid|isbn)\b\s*[:=#]?(?=\s*[0-9p])", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?:PMC[0-9]+|NCT[0-9]+|[0-9]{6,8})\b", re.IGNORECASE)
_IN_THOUSANDS = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+)")


def check_plain_digits(text: str) -> None:
    """Raise InvalidIdentifier for digits that no registry uses."""
    if has_foreign_digits(text):
        raise InvalidIdentifier("there are digits other than 0 to 9 in it: type them as 0 to 9")


def check_one_piece(text: str, kind: str) -> None:
    """Raise InvalidIdentifier for one number whose digits blanks or commas have parted: its first part alone is another
    paper."""
    if _digits(text) > MOST_DIGITS:
        return
    if re.fullmatch(r"(?:PMC|NCT)?[\s-]?[0-9]+(?:\s[0-9]+)+", text, re.IGNORECASE):
        raise InvalidIdentifier(f"{kind} has no blanks: {text[:60]}. Join its parts")
    if in_thousands(text.upper().removeprefix("PMC").removeprefix("NCT").strip()):
        raise InvalidIdentifier(f"{kind} has no commas or full stops: {text[:60]}. Leave them out")


def in_thousands(text: str) -> bool:
    """True for one number whose thousands are set apart by commas or by full stops."""
    return bool(_IN_THOUSANDS.fullmatch(text))


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def check_one_number(text: str) -> None:
    """Raise InvalidIdentifier for a text that names more than one source."""
    text = text.replace("%2C", ",")  # in an address
    if len(_NUMBERS.findall(text)) + len(_LABELS.findall(text)) > 1 or re.search(r"\b[0-9]+\s*[,;]\s*\w", text):
        raise InvalidIdentifier("there are several sources in it: add them one at a time")
