"""When something was written, and by whom: dates, hours, "3 days ago", the name before them."""

from __future__ import annotations

import re

from corpus.patterns import any_of, has_any

_DAY_AND_MONTH = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?),?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}"
)
DATE = any_of(_DAY_AND_MONTH, r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", r"\d{4}-\d{2}-\d{2}")
TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?"
AGO = (
    r"(?:(?:\d{1,3}|an?|one|two|three)\s?(?:s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\.?"
    r"(?:,?\s(?:and\s)?\d{1,3}\s?(?:day|week|month|hour|minute)s?)?\sago|yesterday|just now)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# When somebody wrote: a day with its hour, or how long ago.
STAMP = any_of(
    rf"(?:{DATE}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|today|yesterday),?\s"
    rf"(?:at\s|[-–|·]\s)?{TIME}",
    AGO,
)
POSTER = r"[\w.@’'-]{2,24}(?: [\w.@’'-]{1,20}){0,2}"
# "Ann wrote:", "Nurse_Jo Mar 6 at 21:40"
_SAID_BY = re.compile(
    rf"{POSTER} (?:wrote|replied|posted|commented|responded|answered)\b[^.?!]{{0,50}}:\Z", re.IGNORECASE
)
_SIGNS_OF_SAYING = tuple(
    sign for verb in ("rote", "eplied", "osted", "ommented", "esponded", "nswered") for sign in (verb, verb.upper())
)
_SAID_AT = re.compile(rf"{POSTER}[\s,|·•-]+{STAMP}\W*\Z", re.IGNORECASE)
_WHEN = re.compile(
    rf"(?:[\w .]{{2,40}} [·|•] )?\W*(?:posted:? |asked |answered |edited |commented |replied |on )*"
    rf"(?:{STAMP}|{DATE}(?:,?\s+(?:at\s+|[-–|"
    rf"·]\s+)?{TIME})?|{AGO})"
    r"(?:\s?\(edited\))?\W*\Z",
    re.IGNORECASE,
)
_ENDS_OF_TIMES = frozenset("0123456789moyw")  # a year, a minute, "p.m.", "ago", "yesterday", "just now"
_STAMPED = re.compile(rf"{POSTER}[\s,|·•-]+{STAMP}\Z", re.IGNORECASE)


def is_time(line: str) -> bool:
    """Whether a line says when somebody wrote, and no more: ``14 March 2023, 22:41``, ``3 days ago``."""
    return len(line) <= 60 and bool(_WHEN.match(line))


def is_stamp(line: str) -> bool:
    """Whether a line says who wrote and when, and no more: ``Nurse_Jo Mar 6 at 21:40``."""
    return len(line) <= 60 and line[-1].isdigit() and ":" in line[-6:] and bool(_STAMPED.match(line))


def is_over_words(line: str) -> bool:
    """Whether a line with a colon says who wrote the words below, or when: ``Ann wrote:``."""
    if line[-1] == ":" and has_any(line, _SIGNS_OF_SAYING) and _SAID_BY.match(line):
        return True
    return may_end_in_time(line) and _SAID_AT.match(line) is not None


def may_end_in_time(line: str) -> bool:
    """Whether a day, an hour or "ago" can be the last word of ``line``, by its last letter: most sentences are told."""
    last = next((character for character in reversed(line) if character.isalnum() or character == "_"), "")
    return last in _ENDS_OF_TIMES or last.isupper() or last.isdecimal()
