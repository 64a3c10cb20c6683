"""What a claim is said of, where that is no substance, illness or group: a year, a stage, a form, a row of a table."""

from __future__ import annotations

import re

from corpus.amounts import find_amounts
from corpus.matching.stems import normal
from corpus.model import Claim, Kind

_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|during)\s(?:the\s|early\s|late\s|mid-?\s?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s){0,2}((?:19|20)\d\d)\b"
    r"(?!\s*(?:mg|g|ml|iu|kcal|people|patients|participants))"
)
_PAPER = re.compile(r"\b(?:stud(?:y|ies)|trials?|reviews?|surveys?|publish\w*|journal|researchers|meta-?analys[ie]s)\b")
_UNTIL = re.compile(r"\b(?:until|till|before)\s\Z")
_NUMBER = r"(?:\d{1,2}[a-d]?|i{1,3}|iv|v|[a-d])"
_STAGE = re.compile(
    rf"\b(stage|phase|type|grade|class|category|group|level|step|tier|wave)s?\s"
    rf"({_NUMBER}(?:(?:,\s|\s?[-/]\s?|\s(?:and|or|to)\s){_NUMBER})*)(?![\w-])"
)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|last|1st|2nd|3rd|4th)\s(trimester|stage|phase|week|month|year|dose|wave|generation)\b"
)
_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
# Words that tell one case from another: two claims with different ones of a line are about different cases.
_CASES = [
    {form: name for name, forms in line.items() for form in forms.split()}
    for line in (
        {"mild": "mild", "moderate": "moderate", "severe": "severe"},
        {"acute": "acute", "chronic": "chronic long-term"},
        {"start": "starting initial", "keep": "maintenance", "load": "loading"},
        {"raw": "raw uncooked fresh", "cooked": "cooked boiled fried roasted", "dried": "dried dry"},
        {"mouth": "oral orally", "vein": "intravenous intravenously injected", "skin": "topical topically"},
        {"systolic": "systolic", "diastolic": "diastolic"},
        {"quick": "immediate-release", "slow": "extended-release slow-release sustained-release"},
    )
]
_CASE = re.compile(rf"\b(?:{'|'.join(form for forms in _CASES for form in forms)})\b")
_OFTEN = re.compile(
    r"\b(?:is|are|was|were|be|occurs?|happens?)\s(?P<no>not\s)?"
    r"(?:(?:very|quite|fairly|so|too|also|extremely|relatively|rather|most|more)\s)?"
    r"(?:(?P<often>common|frequent|frequently|often|widespread)|(?P<seldom>rare|uncommon|infrequent|rarely|seldom))"
    r"(?=[.,;]|\s(?:in|among|with|for|at|when|if|after|during)\b|\s?$)"
)


def years_in(told: str) -> frozenset[str]:
    """The years in which, until which or since which a normal text says something; not those of papers and studies."""
    found = set[str]()
    if _PAPER.search(told):
        return frozenset(found)
    for match in _YEAR.finditer(told):
        found.add(f"-{match[1]}" if _UNTIL.search(told[: match.start(1)]) else match[1])
    return frozenset(found)


def cases_in(told: str) -> dict[str, frozenset[str]]:
    """Which stage, phase, type and so on a normal text speaks of, and which case of each kind."""
    found: dict[str, set[str]] = {}
    for match in _STAGE.finditer(told):
        found.setdefault(match[1], set()).update(re.findall(r"[a-z]+|\d+[a-d]?", re.sub("and|or|to", " ", match[2])))
    for match in _ORDINAL.finditer(told):
        found.setdefault(match[2], set()).add(_ORDINALS.get(match[1], match[1]))
    for match in _CASE.finditer(told):
        for number, forms in enumerate(_CASES):
            if name := forms.get(match[0]):
                found.setdefault(str(number), set()).add(name)
    return {kind: frozenset(names) for kind, names in found.items()}


def how_often(told: str) -> tuple[bool, str] | None:
    """Whether a normal text calls something common (else rare), and its word for it; None where it does neither."""
    match = _OFTEN.search(told)
    if match is None:
        return None
    return (match["often"] is not None) != (match["no"] is not None), match["often"] or match["seldom"]


def row_of(claim: Claim) -> tuple[str, str] | None:
    """The table of a row, by its header, and what the row is about: the words before its first amount, or its first
    cell. None for what is no row."""
    if claim.kind is not Kind.TABLE_ROW:
        return None
    cells = re.split(r"[|\t]", claim.text.strip("| \t"))
    about = cells[0]
    if len(cells) == 1 and (amounts := find_amounts(about)):
        about = about[: amounts[0].start]
    return claim.context.table_header or claim.context.section, normal(" ".join(about.split()))
