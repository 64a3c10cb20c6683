"""Cues: the wording of a claim that asks for care. A dose, "studies show", "cures"; never a judgement of its truth.

Most cues are phrases, listed in ``cue_phrases.py``. Amounts and the names of studies are patterns of their own, here.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.cue_phrases import PHRASES
from corpus.model import Cue, CueName, Span
from corpus.patterns import listed, words

_NUMBER = r"(?<![\d.])\d[\d,]{0,15}(?:\.\d{1,9})?"  # bounded: a megabyte of digits must not take a day
_UNIT = words(
    """
        mg mcg µg μg ug kg g IU ml mL cc grams? milligrams? micrograms? millilit(?:er|re)s? units? tablets?
        capsules? pills? drops? teaspoons? tablespoons? tsp tbsp puffs? doses?
    """
)
_HOW_OFTEN = (
    r"(?:\s?/\s?(?:kg|day|d|week|dose|serving)\b"
    r"|\s(?:per|a|each|every|once|twice|three times|times)\s"
    r"(?:day|week|dose|serving|daily|kg|kilogram|a day|per day|hours?|\d+ hours)\b"
    r"|\s(?:daily\b|b\.i\.d\.?|t\.i\.d\.?|q\.i\.d\.?)){0,3}"
)
# "mmol/L", "mg/dL" are levels in the blood, not doses.
_DOSE = re.compile(
    rf"{_NUMBER}(?:\s?(?:[-–—]|to|or)\s?{_NUMBER})?[\s-]?{_UNIT}\b(?!\s?/\s?(?:d?[lL]|m[lL]|min)\b){_HOW_OFTEN}"
)
_AMOUNT = re.compile(
    rf"[~≈<>≥≤$€£]?{_NUMBER}(?:\s?(?:[-–—]|to)\s?{_NUMBER})?"
    r"(?:\s?(?:%|percent\b|per cent\b|times\b|million\b|billion\b|thousand\b)|-fold\b)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_DIGIT = re.compile(r"\d")
# A named study: its authors, its journal, its year, its number. The signs are a cheap first look.
_STUDIES = (
    (
        ("et al", "colleagues", "workers", "& "),
        re.compile(
            r"\b[A-Z][\w'’-]{1,40} (?:et al\b\.?|and (?:colleagues|co-?workers)\b|& [A-Z]\w+)"
            r"(?:,? \(?(?:19|20)\d\d\)?)?"
        ),
    ),
    (
        ("ublished in", "eported in", "ppearing in"),
        re.compile(
            r"\b(?:[Pp]ublished|[Rr]eported|[Aa]ppearing) in (?:the )?(?:journal )?[A-Z][\w&]{0,40}"
            r"(?: (?:(?:of|and|in|the|for|&) ){0,2}[A-Z][\w&]{0,40}){0,12}"
        ),
    ),
    (
        ("19", "20"),
        re.compile(r"\b(?:19|20)\d\d (?:study|trial|review|meta-analysis|paper|report|survey)\b"),
    ),
    (("PMID", "doi", "NCT"), re.compile(r"\b(?:PMID|doi|NCT)\s?:?\s?[\w./-]{0,40}\d[\w./-]{0,60}(?<=\w)")),
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Words in nearly every claim: a phrase is looked for by its first word that is not one of these.
_COMMON = listed("a an the it is was are be has have no not one all each every some more most many with in on to of at")


def _compile() -> dict[str, list[tuple[CueName, re.Pattern[str]]]]:
    """The phrases by the word they are looked for by; only those of a claim's own words are tried."""
    table: dict[str, list[tuple[CueName, re.Pattern[str]]]] = {}
    for name, phrases in PHRASES.items():
        for phrase in phrases:
            slots = [slot.split("/") for slot in phrase.split()]
            key = next((i for i, words in enumerate(slots) if words != ["*"] and _COMMON.isdisjoint(words)), 0)
            for word in slots[key]:
                table.setdefault(word, []).append((name, _pattern([*slots[:key], [word], *slots[key + 1 :]])))
    return table


def _pattern(slots: list[list[str]]) -> re.Pattern[str]:
    """The expression for a phrase; one that starts with a plain word is searched for fastest by that word."""
    parts = [
        r"[\w’'-]+"
        if words == ["*"]
        else re.escape(words[0])
        if len(words) == 1
        else f"(?:{'|'.join(map(re.escape, words))})"
        for words in slots
    ]
    if len(slots[0]) == 1:
        parts[0] += rf"(?<![\w-]{parts[0]})"
    else:
        parts[0] = r"\b" + parts[0]
    return re.compile(r"\s+".join(parts) + r"\b")


_BY_WORD = _compile()


def find_cues(claim: str, offset: int = 0) -> tuple[Cue, ...]:
    """The cues of a claim in the order of their spans, which count from ``offset``: the claim's own start.

    Cues of one name never overlap: the longest phrase from the left wins.
    """
    found = _amounts(claim) if _DIGIT.search(claim) else []
    for signs, study in _STUDIES:
        for sign in signs:
            if sign in claim:
                found.extend([(m.start(), m.end(), CueName.NAMED_STUDY) for m in study.finditer(claim)])
                break
    lowered = claim.replace("İ", "I").lower()  # the one letter whose small form is longer
    for word in _BY_WORD.keys() & _WORD.findall(lowered):
        for name, pattern in _BY_WORD[word]:
            for match in pattern.finditer(lowered):
                found.append((match.start(), match.end(), name))
    return tuple(
        Cue(name, Span(offset + start, offset + end))
        for start, end, name in _longest(found)
        if not (start and claim[start:end] == "May")  # the month
    )


def _amounts(claim: str) -> list[tuple[int, int, CueName]]:
    doses = [(m.start(), m.end(), CueName.DOSE) for m in _DOSE.finditer(claim)]
    numbers = []
    for match in _AMOUNT.finditer(claim):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        before = bisect_right(doses, (end,)) - 1
        inside = before >= 0 and start < doses[before][1]
        if not inside and not _YEAR.match(claim[start:end]) and not _is_mark(claim, start, end):
            numbers.append((start, end, CueName.NUMBER))
    return doses + numbers


def _is_mark(claim: str, start: int, end: int) -> bool:
    """Whether a number is a footnote's, a part of a name ("B12", "omega-3") or of an address, and no amount."""
    before, after = claim[start - 1 : start], claim[end : end + 1]
    return (
        before.isalpha()
        or before in ("[", "^", "/", "_", ".")
        or (before == "-" and claim[start - 2 : start - 1].isalpha())
        or (after == "]")
    )


def _longest(found: list[tuple[int, int, CueName]]) -> list[tuple[int, int, CueName]]:
    """Without those that overlap an earlier or longer one of the same name, in order."""
    kept: list[tuple[int, int, CueName]] = []
    reach: dict[CueName, int] = {}
    for start, end, name in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= reach.get(name, -1):
            kept.append((start, end, name))
            reach[name] = end
    return kept
