"""Numbers that measure nothing: years, dates, pages, footnotes, names with a number in them, telephones, addresses."""

from __future__ import annotations

import re

from corpus.patterns import any_of, has_any, words

_MONTH = words(
    "January February March April May June July August September October November December "
    "Jan\\.? Feb\\.? Mar\\.? Apr\\.? Jun\\.? Jul\\.? Aug\\.? Sept?\\.? Oct\\.? Nov\\.? Dec\\.?"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBERED = words(
    r"""
        pp?\. [Pp]ages? [Vv]ol\. [Vv]olume [Nn]os?\. [Ii]ssue [Tt]ables? [Ff]ig\. [Ff]igs\. [Ff]igures? [Ss]teps?
        [Cc]hapters? [Cc]h\. [Ss]ections? [Ss]ec\. [Aa]ppendix [Bb]ox [Pp]arts? [Pp]hases? [Tt]ypes? [Gg]rades?
        [Ss]tages? [Gg]roups? [Cc]lass [Cc]ategory [Vv]ersion [Ll]evels? [Ff]actor [Cc]ovid [Oo]mega interleukin
        [Vv]itamin_[A-K] PM [Rr]oom [Ss]uite [Nn]umber [Tt]ip [Rr]ule [Rr]easons? [Mm]yth [Ff]act [Qq]uestion [Dd]ay
        [Ww]eek [Ee]pisode ref\. [Rr]efs?\. [Rr]eference ICD [Ii]nfluenza chromosomes? [Ss]chedule [Tt]rimesters?
        [Zz]one [Ss]tudy [Tt]rial [Ee]xperiment
    """
)
# Whole stretches in which every number is to be left alone, by what they begin with: a word, a digit, a sign. The three
# are apart so that only a few are tried at each character.
_ADDRESS = any_of(
    r"https?://\S+",
    r"www\.\S+",
    r"[\w.+-]{1,64}@\S{1,200}",
    r"[\w-]{1,63}\.(?:com|org|gov|net|edu|info|co\.uk|nhs\.uk)\b\S*",
)
_SIGNS_OF_ADDRESS = ("://", "www.", "@", ".com", ".org", ".gov", ".net", ".edu", ".info", ".co.uk", ".nhs.uk")
_WORDY = any_of(
    r"(?:PMID|PMCID|PMC|ISBN|ISSN|doi|DOI|NCT)\W{0,3}[\dA-Z][\w./-]*",
    r"(?:[Cc]all|[Dd]ial|[Tt]ext|[Pp]hone|[Tt]el\.?|[Ff]ax):?\s(?:\w+\s){0,2}[\d(][\d\s()-]{1,20}(?!\w)",
    rf"{_MONTH}\s{_ORDINAL}(?:[–-]\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?\b(?!\d)(?!\s?(?:%|mg|people|patients))",
    rf"{_MONTH}\s\d{{4}}\b",
    rf"{_NUMBERED}[\s-]?#?\d[\d.]*(?:\s?(?:,|-|–|and|or)\s?\d[\d.]*"
    r"(?![\w,.]*\s?(?:mg|%|µg|mcg|g\b|participants|patients|people)))*",
    r"(?:one|two) (?:of|or the other|another|day|time|thing|way)\b",
)
_DIGITAL = any_of(
    r"10\.\d{4,9}/\S+",
    r"\d{3}[\s.-]\d{3}[\s.-]\d{4}\b",
    r"1-\d{3}-\w{3}-\w{4}\b",
    r"\d{4}-\d{2}-\d{2}\b",
    r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}\b(?![/.\w])",
    rf"{_ORDINAL}\s(?:of\s)?{_MONTH}\b(?:,?\s\d{{4}})?",
    r"\d{1,2}(?::\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|AM\b|PM\b|o['’]clock)",
    r"\d{1,2}:\d{2}\b",
    r"24/7\b",
    r"\A\d{1,3}[.)]\s",
    r"\A\d{1,2}(?:\.\d{1,2})+\s(?=[A-Z])",
    r"\d{1,6}\s?\(\d{1,6}\):\s?\w?\d+(?:[–-]\w?\d+)?",
    r"\d{1,6}:\w?\d+[–-]\w?\d+",
)
_SIGNED = any_of(
    r"\[\^?\d[\d,;\s–^-]*\]",  # [3]  [4, 5]  [^1]
    r"\(\d{3}\)[\s.-]\d{3}[\s.-]\d{4}\b",
    r"\(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\)",  # (2, 3)
    r"(?<=[a-z)”\"%])\.\d{1,3}(?:[,–-]\s?\d{1,3})*(?=\s|\Z)",  # disease.2,3
    r"(?<=[a-z]),\d{1,3}(?=\s|\Z)",
    r"\+\d[\d\s()-]{6,20}\d",
    r"#\d+",
    r"§\s?\d+",
)
_WITHOUT_ADDRESS = re.compile(rf"\b(?:(?=\d){_DIGITAL}|(?=[A-Za-z]){_WORDY})|(?=[\[(.,+#§]){_SIGNED}")
_WITH_ADDRESS = re.compile(rf"\b(?:(?=\d){_DIGITAL}|(?=[A-Za-z])(?:{_ADDRESS}|{_WORDY}))|(?=[\[(.,+#§]){_SIGNED}")
_FIRST_NUMBER = re.compile(r"\d|\b(?:[Oo]ne|[Tt]wo)\b")
_LOOK_BACK = 30
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:(?:\s?[–—-]\s?|\sto\s|\s(?:and|or)\s)(?:(?:1[5-9]|20)\d\d|\d\d))?\Z")
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|during|early|late|mid|after|before|between|through|to|the|year|summer|winter|"
    r"spring|fall|autumn|a|an|and|its|their|our|this)|[(,©]|–|-)\s?\Z",
    re.IGNORECASE,
)
_OF_A_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|samples?|cohorts?|groups?|surveys?|analys[ie]s|reviews?|total|population|registry) "
    r"(?:of|in|with|among|from)(?: the| its)? \Z",
    re.IGNORECASE,
)


def no_amounts(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` whose numbers measure nothing, in order."""
    first = _FIRST_NUMBER.search(text)
    if first is None:
        return []
    start = max(0, first.start() - _LOOK_BACK)
    start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1  # an address is seen from its beginning
    stretches = _WITH_ADDRESS if has_any(text, _SIGNS_OF_ADDRESS) else _WITHOUT_ADDRESS
    return [match.span() for match in stretches.finditer(text, start)]


def is_year(written: str) -> bool:
    """Whether a bare number, or range of them, reads as a year."""
    return _YEAR.match(written) is not None


def stands_like_a_year(before: str) -> bool:
    """Whether a number after the words ``before`` is a year, even where a noun follows it: "in 2019 patients".

    "A trial of 2000 patients" has none."""
    return _BEFORE_A_YEAR.search(before) is not None and not _OF_A_STUDY.search(before)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the number at ``text[start:end]``, which has no unit, is part of a name: omega-3, 5-HTP, 2D, v2.5."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in ("-", "‑", "^", "_", "/", ".", ":", "#", "@", "*") and before[-1:] != before.strip():
        return before[-1:] not in "*:" or not before[:1].isspace()
    return after[:1].isalpha() or (after[:1] in ("-", "‑", "/", "_", ",") and after[1:2].isalnum())
