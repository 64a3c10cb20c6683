"""Sources that can be looked up: authors, a journal, a year, a trial's name or number, an institution.

An institution alone ("researchers at Harvard", "the CDC says") counts: it says whom to ask. So does "a 2013 study":
with its subject beside it, a year is enough to search by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.cue_rules.phrases import Found, words_of
from corpus.model import CueName
from corpus.patterns import listed

_YEAR = r"(?:19|20)\d\d"
_NAME = r"[A-Z][\w'’-]{1,40}"
_NO_NAME = (
    r"(?!(?:In|The|Since|By|From|Until|A|An|Of|And|May|June|July|March|April|August|Table|Figure|Study|Trial|Review|Updated|"
    r"Published|January|February|September|October|November|December|Copyright|Version|Spring|Summer|Autumn|Winter|Fall)\b)"
)
_OF_PAPER = r"(?:stud(?:y|ies)|trials?|reviews?|meta-analys[ei]s|papers?|reports?|surveys?|analys[ei]s|guidelines?)"
# Capitals that name an illness, a method or a body, and no trial.
_NO_TRIAL = (
    r"(?!(?:HIV|COPD|MRI|DNA|RNA|USA|CVD|LDL|HDL|ADHD|PTSD|COVID|AIDS|RCT|PET|EEG|ECG|FDA|CDC|NIH|NHS|WHO|GLP|IBS|IBD|"
    r"BMI)\b)"
)
_NEEDS_YEAR = frozenset({"YEAR"})
_NEEDS_YEAR_AND_PAPER = frozenset({"YEAR AND PAPER"})
_PAPERS = listed(
    "study studies trial trials review reviews meta-analysis meta-analyses paper papers report reports survey surveys "
    "analysis analyses guideline guidelines"
)
_NEEDS_NUMBER = frozenset({"NUMBER"})
_NOT_ALONE = (
    r"(?!(?:Clinical|Medical|New|Case|Control|Controlled|Randomi[sz]ed|This|The|A|An|Pilot|Our|One|Recent|Another|Cohort|Each|"
    r"First|Second|That|Future|Further|Large|Small|Animal|Human|No|Your|In)\s(?:Study|Trial|Survey)\b)"
)
# What each kind of name looks like. The words, one of which must be in the claim, are a cheap first look.
_STUDIES: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = (
    (
        "authors",
        listed("et al colleagues coworkers co-workers workers"),
        re.compile(
            rf"\b{_NAME},? (?:\*?et al\b\.?\*?|and (?:(?:his|her|their) )?(?:colleagues|co-?workers)\b"
            rf"|& {_NAME}(?=[,\s(]+{_YEAR}))"
            rf"(?:,? \(?{_YEAR}[a-z]?\)?)?"
        ),
    ),
    (
        "authors",
        _NEEDS_YEAR,
        re.compile(
            rf"\b{_NO_NAME}{_NAME}(?:(?:, {_NAME}){{0,2}},? (?:and|&) {_NAME})? \({_YEAR}[a-z]?\)"
            rf"|\({_NO_NAME}{_NAME}(?: (?:and|&) {_NAME})?, {_YEAR}[a-z]?\)"
        ),
    ),
    (
        "journal",
        listed("published appearing appeared journal"),
        re.compile(
            r"\b(?:(?:[Pp]ublished|[Aa]ppear(?:ing|ed)) in (?:the )?(?:journal )?|(?:the|in) journal )\*?"
            r"[A-Z][\w&]{0,40}"
            r"(?: (?:(?:of|and|in|the|for|&) ){0,2}[A-Z][\w&]{0,40}){0,12}\*?"
        ),
    ),
    (
        "journal",
        listed("lancet jama bmj nejm plos journal annals archives nature"),
        re.compile(
            r"\b(?:The )?Lancet\b(?: [A-Z]\w+){0,3}|\bJAMA\b(?: [A-Z]\w+){0,3}|\bBMJ\b(?: [A-Z]\w+)?"
            r"|\bNEJM\b|\bPL[Oo]S [A-Z]\w+"
            r"|\b(?:[A-Z][\w]+ ){0,4}(?:Journal|Annals|Archives) of (?:the )?[A-Z]\w+"
            r"(?: (?:(?:of|and|in|&) )?[A-Z]\w+){0,5}"
            r"|(?<=\bin )Nature\b(?: [A-Z]\w+)?"
        ),
    ),
    (
        "year",
        _NEEDS_YEAR_AND_PAPER,
        re.compile(rf"\b{_YEAR} (?:(?!and|to|in|the|of)[\w-]+ ){{0,3}}?{_OF_PAPER}\b"),
    ),
    (
        "number",
        _NEEDS_NUMBER,
        re.compile(r"\b(?:PMID|PMC|doi|DOI|NCT|ISRCTN)\s?:?\s?[\w./-]{0,40}\d[\w./-]{0,60}(?<=\w)"),
    ),
    (
        "trial",
        listed("trial study initiative biobank nhanes survey framingham"),
        re.compile(
            rf"\b[Tt]he {_NO_TRIAL}[A-Z][A-Z0-9]{{2,}}(?:-[A-Z0-9]+)*(?: (?:clinical|randomi[sz]ed))? (?:trial|study)\b"
            rf"|\b{_NOT_ALONE}[A-Z][a-z'’][\w'’-]{{2,}}(?: (?:and |of |on )?[A-Z][\w'’-]+){{0,4}}"
            r" (?:Study|Trial|Initiative|Survey)\b"
            r"|\bFramingham\b|\b(?:UK )?Biobank\b|\bNHANES\b"
        ),
    ),
    ("review", listed("cochrane"), re.compile(r"\bCochrane\b(?: [Rr]eviews?| [Ll]ibrary| [Cc]ollaboration)?")),
    (
        "institution",
        listed("cdc fda nih nhs efsa who nice usda ema mhra"),
        re.compile(r"\b(?:CDC|FDA|NIH|NHS|EFSA|WHO|NICE|USDA|EMA|MHRA)\b"),
    ),
    (
        "institution",
        listed(
            "university harvard stanford oxford clinic institute institutes hopkins organization organisation "
            "association"
        ),
        re.compile(
            r"\bUniversity of [A-Z]\w+(?: [A-Z]\w+){0,2}|\b(?:[A-Z]\w+ ){1,3}University\b|\bHarvard\b(?: [A-Z]\w+){0,3}"
            r"|\bStanford\b|\bJohns Hopkins\b(?: Medicine| University)?|\b(?:Mayo|Cleveland) Clinic\b"
            r"|\bNational Institutes? (?:of|for|on) [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,4}|\bInstitute of Medicine\b"
            r"|\bWorld Health Organi[sz]ation\b"
            r"|\b(?:American|British|European|National|International) (?:[A-Z]\w+ ){1,4}?"
            r"Association\b(?: of [A-Z]\w+)?"
        ),
    ),
    (
        "institution",
        listed("college academy society centers drug nutrition safety"),
        re.compile(
            r"\b(?:Royal|American) (?:College|Academy|Society) of [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3}"
            r"|\b(?:[A-Z]\w+ ){1,3}Society\b|\bCenters for Disease Control(?: and Prevention)?"
            r"|\bFood and (?:Drug Administration|Nutrition Board)\b|\bEuropean Food Safety Authority\b"
        ),
    ),
)
_WORDS = frozenset[str]().union(*(words for _, words, _ in _STUDIES))
# Other ways to point at a source: a footnote mark, a reference in brackets, a link.
_DIGIT = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹]")
_MARK = re.compile(
    r"\[\^?\d[\d,;\s–^-]*\]|\]\(|https?://|\bwww\.|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d{1,3}(?:[,–-]\s?\d{1,3})*\)"
    r"|(?<=[a-z)”\"%]\.)\d{1,3}(?:[,–-]\s?\d{1,3})*(?=\s|\Z)"
)


def named_studies(claim: str, words: Iterable[str], *, has_digit: bool) -> list[Found]:
    """The sources that ``claim`` names; ``words`` are its words in small letters."""
    here = _WORDS.intersection(words)
    if has_digit:
        if "19" in claim or "20" in claim:
            here |= _NEEDS_YEAR
            if not _PAPERS.isdisjoint(words):
                here |= _NEEDS_YEAR_AND_PAPER
        if "PM" in claim or "oi" in claim or "DOI" in claim or "NCT" in claim or "ISRCTN" in claim:
            here |= _NEEDS_NUMBER
    if not here:
        return []
    return [
        Found(match.start(), match.end(), CueName.NAMED_STUDY, detail)
        for detail, signs, study in _STUDIES
        if not signs.isdisjoint(here)
        for match in study.finditer(claim)
    ]


@lru_cache(maxsize=32)  # a sentence is asked about for itself, for the one before it and for the one after it
def points_at_source(claim: str) -> bool:
    """Whether ``claim`` names a source, links to one or bears the mark of a footnote."""
    has_digit = _DIGIT.search(claim) is not None
    if (has_digit or "](" in claim or "://" in claim or "www." in claim) and _MARK.search(claim):
        return True
    return bool(named_studies(claim, words_of(claim.lower()), has_digit=has_digit))
