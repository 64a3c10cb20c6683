"""Lines that name people: with their degrees, as authors, under a quotation."""

from __future__ import annotations

import re

from corpus.patterns import words

_DEGREE = words(
    r"M\.?D\.? Ph\.?\s?D\.? R\.?D\.?N?\.? R\.?N\.? D\.?O\.? M\.?P\.?H\.? B\.?Sc\.? M\.?Sc\.? PharmD LDN MS MBBS FACP "
    r"NP PA-C"
)
_TITLED = (
    r"\W*(?:Dr\.?\s+|Prof\.?\s+|Professor\s+)?(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|del|la))*"
)
_DEGREE_BEHIND = re.compile(r",\s*[MPRDBLNF]")
_PERSON = re.compile(rf"{_TITLED}(?:,\s*{_DEGREE})+\W*(?:{_DEGREE})?\W*\Z")
_ATTRIBUTION = re.compile(rf"(?:(?:[A-Z]\.){{1,3}}|{_TITLED})(?:,\s.{{2,80}})?\Z")
_AUTHOR = re.compile(
    r"(?:(?:[A-Z]\.[\s-]?){1,3}|[A-Z][\w'’-]+ (?:[A-Z]\.\s)?)(?:(?:van|von|de|der|den) ){0,2}[A-Z][\w'’-]+\Z"
    r"|(?!Vitamin|Hepatitis|Type|Group|Part|Table|Figure)[A-Z][\w'’-]+ (?:[A-Z]\.?[- ]?){1,3}\Z"
)
_FIRST_AUTHOR = re.compile(r"[A-Z](?:\.|[\w'’-]+ (?:van |von |de |der |den |[A-Z]))")
_AUTHOR_BREAK = re.compile(r"[\s\d,;*†‡§]*(?:[,;&\d*†‡§]|\band\b)[\s\d,;*†‡§]*")
_AUTHOR_MARK = re.compile(r"\b[A-Z]\.|[a-z]\d|\b[A-Z]{1,3} \d")


def names_people(line: str) -> bool:
    """Whether a line that opens with a capital, and has a comma or a full stop, names people and no more: one with a
    degree, or several authors."""
    return (_DEGREE_BEHIND.search(line) is not None and _PERSON.match(line) is not None) or _is_author_list(line)


def _is_author_list(line: str) -> bool:
    """``A. B. Carter1, J. Lee2,*, and M. van der Berg1,2``: names with initials or with footnote numbers."""
    if line[-1] in ".!?:" or not _FIRST_AUTHOR.match(line) or not _AUTHOR_MARK.search(line):
        return False
    names = [name for name in _AUTHOR_BREAK.split(line) if name]
    return len(names) >= 2 and all(_AUTHOR.match(name) for name in names)


def is_attribution(line: str) -> bool:
    """Whether a line under a quotation names who said it: ``— Dr. Mireille Tchoumi, geriatrician``."""
    return len(line) <= 120 and bool(_ATTRIBUTION.match(line))
