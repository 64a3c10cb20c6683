"""Cues that only the words around a claim give: the line that introduces its list, the header of its table."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.cue_rules.phrases import Found
from corpus.model import CueName
from corpus.patterns import rule

_ASKED = r"\b(?:tell|ask|talk to|check with)\b.{0,60}?\b(?:doctor|pharmacist|provider|gp)\b"
# What the items of a list are, by the line above them: "Do NOT take ibuprofen if you:" says it of each.
_INTROS = (
    (
        "interaction",
        rule(
            rf"{_ASKED}.{{0,60}}?\bif\b.{{0,30}}?\b(?:tak|us)(?:e|ing)\b",
            r"\binteracts? with\b",
            r"\b(?:do not|don't|never|not be|avoid) (?:mix|combin)\w*\b.{0,40}?\bwith\b",
            r"\b(?:do not|don't|never|not be|avoid) tak\w*\b.{0,40}?\b(?:together|along) with\b",
        ),
    ),
    (
        "not for everyone",
        rule(
            r"\b(?:(?:do|should|must|may|can|shall)(?: not|n't)|cannot|never) (?:be )?(?:taken?|used?|given?|give)\b"
            r".{0,80}?\b(?:if|when|while|in|by|with)\b",
            r"\bavoid\b.{0,60}?\b(?:if|when|while)\b",
            r"\b(?:not (?:suitable|safe|recommended)|unsafe|contraindicated)\b.{0,60}?\b(?:if|in|for|by|with)\b",
            r"\bwho (?:should(?: not|n't)|must(?: not|n't)|cannot|can't)\b",
            r"\bcontra-?indications\b",
            rf"{_ASKED}.{{0,30}}?\bbefore (?:use|using|taking)\b.{{0,40}}?\bif\b",
        ),
    ),
)
_NOT_SO = re.compile(r"\b(?:unless|does not interact|no interactions?|not interact)\b", re.IGNORECASE)
_LONGEST_INTRO = 300
_ABOUT_STUDIES = rule(r"\b(?:study|studies|trials?|journal|source|reference|publication|published|authors?|paper)\b")
_JOURNAL_IN_ROW = re.compile(
    r"[|\s]*(?P<name>(?:The )?[A-Z][A-Za-z]+(?:(?: (?:of|and|in|the|for|on|&)){0,2} [A-Z][A-Za-z]+){0,9})"
    r",?[\s|]{1,9}\(?(?P<year>(?:19|20)\d\d)\b"
    r"(?![.,%–-]\d|\s?(?:mg|mcg|[µμ]g|k?g|IU|kcal|m[lL]|%|people|patients|participants|women|men|adults)\b)"
)


@lru_cache(maxsize=1024)  # all items of a list have the same
def harm_of_list(intro: str) -> str:
    """The harm that each item of a list tells because of its ``intro``, as a cue's detail; empty for none."""
    plain = intro.replace("’", "'")[-_LONGEST_INTRO:]
    if _NOT_SO.search(plain):
        return ""
    return next((detail for detail, pattern in _INTROS if pattern.search(plain)), "")


@lru_cache(maxsize=256)  # all rows of a table have the same
def lists_studies(header: str) -> bool:
    """Whether the rows under the table's ``header`` tell of studies."""
    return _ABOUT_STUDIES.search(header) is not None


def journal_in_row(row: str) -> list[Found]:
    """The journal, with its year, that a row in a table of studies begins with."""
    found = _JOURNAL_IN_ROW.match(row)
    return [Found(found.start("name"), found.end("year"), CueName.NAMED_STUDY, "journal")] if found else []
