"""Cues: the wording of a claim that asks for care. A dose, "studies show", "cures"; never a judgement of its truth.

Amounts come from ``corpus.amounts``, named studies are patterns of their own, all others are phrases (``cue_rules``).
"""

from __future__ import annotations

import re

from corpus.amounts import NUMBER_WORDS, find_amounts
from corpus.cue_rules import groups, harm, sources, vaccines, wording
from corpus.cue_rules.frames import harm_of_list, journal_in_row, lists_studies
from corpus.cue_rules.phrases import Phrases, words_of
from corpus.cue_rules.studies import named_studies, points_at_source
from corpus.model import Amount, Cue, CueName, Measure, Span
from corpus.patterns import listed
from corpus.quantities.household import HOUSEHOLD

_LISTS = {**wording.LISTS, **groups.LISTS, **harm.LISTS, **vaccines.LISTS, **sources.LISTS}


def _phrases() -> Phrases:
    phrases = Phrases(_LISTS)
    for name, text in (*wording.RULES, *groups.RULES, *vaccines.RULES, *harm.RULES, *sources.RULES):
        phrases.add(name, text)
    phrases.add(None, harm.TRAPS)
    return phrases


_Found = tuple[int, int, CueName, str | Amount]
_PHRASES = _phrases()
_HYPHENED = listed(
    """
        second minute hour day night week month year fold third thirds quarter quarters half one two three four five six
        seven eight nine person dose tablet year-old month-old week-old
    """
)
_YEAR = re.compile(r"(?<![\w.,/:-])(?:1[89]|20)\d\d(?:s\b|(?![\w%]|[.,/:-]\d))")
_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅛]")
# Also those that open a word with a hyphen: "two-week".
_WORDS_OF_AMOUNTS = NUMBER_WORDS | {f"{word}-{unit}" for word in NUMBER_WORDS for unit in _HYPHENED} | HOUSEHOLD
_SAY_MORE = (CueName.ABSOLUTE, CueName.NAMED_STUDY)
# A food's content is no dose, but what a tablet holds is.
_CONTENT = re.compile(
    r"(?:\bper |/ ?)(?:serving|portion|cup|100 ?m?[gl]|ounce|oz)\b"
    r"|\bcontents?\b(?!.*\b(?:tablet|capsule|pill|dose|gummy|scoop|softgel)s?\b)",
    re.IGNORECASE,
)
_MARKS = " \t\r\n.;,*_|•"
_CHILD, _OLD = 18, 60


def find_cues(
    claim: str, offset: int = 0, *, around: tuple[str, ...] = (), header: str = "", intro: str = ""
) -> tuple[Cue, ...]:
    """The cues of a claim in the order of their spans, which count from ``offset``: the claim's own start.

    Cues of one name never overlap: the longest from the left wins. ``around`` are the units before and after it in its
    paragraph: where the claim or one of them points at a source, its "studies show" is no unnamed source. ``header``
    is that of its table, whose unit the row's bare numbers take; ``intro`` the line over its list, which may
    say of each item that it rules a medicine out.
    """
    lowered = claim.replace("İ", "I").lower().replace("’", "'")  # the one letter whose small form is longer
    words = words_of(lowered)
    has_digit = _DIGIT.search(claim) is not None
    found: list[_Found] = [*_PHRASES.find(lowered, words), *named_studies(claim, words, has_digit=has_digit)]
    if has_digit or not _WORDS_OF_AMOUNTS.isdisjoint(words):
        found.extend(_numbers(claim, header))
    if header and has_digit and lists_studies(header):
        found.extend(journal_in_row(claim))
    if intro and (harm_told := harm_of_list(intro)):
        found.append((*_without_marks(claim), CueName.HARM, harm_told))
    if not found:
        return ()
    names = {one[2] for one in found}
    if CueName.UNNAMED_SOURCE in names and (
        CueName.NAMED_STUDY in names or points_at_source(claim) or any(map(points_at_source, around))
    ):
        found = [one for one in found if one[2] is not CueName.UNNAMED_SOURCE]
    if len(names) > 1 and not names.isdisjoint(_SAY_MORE):
        found = _without_what_is_said(found)
    return tuple(
        [
            Cue(name, Span(offset + start, offset + end), detail)
            for start, end, name, detail in _longest(found)
            if not (start and claim[start:end] == "May")  # the month
        ]
    )


def _numbers(claim: str, header: str) -> list[_Found]:
    found: list[_Found] = []
    is_content = bool(header) and _CONTENT.search(header) is not None
    for start, end, amount in find_amounts(claim, header):
        is_dose = amount.measures is Measure.DOSE and not is_content and amount.per != "serving"
        found.append((start, end, CueName.DOSE if is_dose else CueName.NUMBER, amount))
        if amount.measures is Measure.AGE and (group := _group_of(amount)):
            found.append((start, end, CueName.POPULATION, group))
    if "19" in claim or "20" in claim or "18" in claim:
        taken = [(start, end) for start, end, _, _ in found]
        for match in _YEAR.finditer(claim):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                year = float(match[0][:4])
                found.append((*match.span(), CueName.NUMBER, Amount(year, year, "", Measure.DATE)))
    return found


def _without_marks(item: str) -> tuple[int, int]:
    """Where the words of an item stand, without the blanks and marks around them."""
    start, end = len(item) - len(item.lstrip(_MARKS)), len(item.rstrip(_MARKS))
    return (start, end) if start < end else (0, len(item))


def _group_of(age: Amount) -> str:
    years = age.unit == "year"
    if years and age.low is not None and age.low >= _OLD:
        return "older adults"
    return "children" if age.high is not None and (age.high <= _CHILD or not years) else ""


def _without_what_is_said(found: list[_Found]) -> list[_Found]:
    """Without a harm that is denied ("no adverse effects" is absolute) and without the year of a named study."""
    denied = [(start, end) for start, end, name, detail in found if name is CueName.ABSOLUTE and detail == "safety"]
    named = [(start, end) for start, end, name, _ in found if name is CueName.NAMED_STUDY]
    return [
        one
        for one in found
        if not (
            (one[2] is CueName.HARM and one[3] != "any amount" and _lies_in(one, denied))
            or (isinstance(one[3], Amount) and one[3].measures is Measure.DATE and _lies_in(one, named))
        )
    ]


def _lies_in(one: _Found, spans: list[tuple[int, int]]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in spans)


def _longest(found: list[_Found]) -> list[_Found]:
    """Without those that overlap an earlier or longer one of the same name, in order."""
    kept: list[_Found] = []
    reach: dict[CueName, int] = {}
    if len(found) > 1:
        found.sort(key=lambda each: (each[0], -each[1], each[2]))
    for one in found:
        if one[0] >= reach.get(one[2], -1):
            kept.append(one)
            reach[one[2]] = one[1]
    return kept
