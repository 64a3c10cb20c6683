"""Identifiers that a blank or the end of a line has parted: their first piece alone would be another paper.

What seems to belong to one is kept with it, so that the whole is refused and nobody cites what nobody meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.citations.cleaning import LONGEST_IDENTIFIER
from annotator.citations.dois import DOI_PREFIX
from annotator.citations.likely import LIKELY
from annotator.citations.one_number import MOST_DIGITS

_AFTER = ".,;:!?)]}>\"'”’»"
_YEAR = re.compile(r"\(?(?:19|20)\d\d\)?")
_SMALL_WORD = re.compile(
    "and|or|&|in|by|for|is|was|were|has|had|which|that|with|to|on|at|from|the|as|but", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r"\d+$")
_MORE_DIGITS = re.compile(r"(?: \d+(?![\w/%-]|[.,]\d))+")
_THOUSANDS = re.compile(r"(?:(?:,\d{3})+|(?:\.\d{3})+)(?![\w/%-]|[.,]\d)")
_SHORT_NUMBER = 6  # digits; nearly all PMIDs of today have more
_NEXT_WORD = re.compile(r" (\S+)")
_NEXT_LINES_WORD = re.compile(r"\s*(\S+)(\s+\S)?")
_ENDS_IN_A_DOI = re.compile(rf"{DOI_PREFIX}(\S*)$")
_LEADING_0 = re.compile(r"0\d[\d.-]*\d")
_NUMBERS_IN_A_ROW = re.compile(r"(?!(?:19|20)\d\d-|\d+[.-]\d+[.-](?:19|20)\d\d$)\d+(?:[.-]\d+)+")
_MOST_IN_A_ROW = 9  # digits; more are a book's number
_FILE_NAME = re.compile(
    r"(?: [\w()%&'-]+){0,7} [\w()%&'-]+\.(?:pdf|html?|docx?|xlsx?|pptx?|php|aspx?)\b", re.IGNORECASE
)
_FEW_WORDS = re.compile(r"(?: [\w%-]+){2,4}")
_WHOLE = re.compile(
    rf"/{DOI_PREFIX}\S|(?:ncbi\.nlm\.nih|pubmed|clinicaltrials)\.gov/.*\d|europepmc\.org/.*\d", re.IGNORECASE
)
"""An address that names a publication, and goes on with none of the words behind it."""
_OF_A_SENTENCE = re.compile(
    r" (?:and|or|&|is|are|was|were|has|had|which|that|says?|shows?|accessed|retrieved|viewed|visited|cited|last"
    r"|archived|published|updated|via|p|pp|pages?)\b",
    re.IGNORECASE,
)


def rest_of_doi(line: str, start: int, end: int) -> str:
    """What follows the DOI at ``line[start:end]`` and seems to belong to it: a blank, then the only other word of the
    line, a word with a digit, or any where the DOI has no digit yet. Behind a full stop or a bracket, which may be the
    sentence's, only what is no other part of it. Empty when the DOI ends there."""
    rest = _NEXT_WORD.match(line, end)
    if rest is None or LIKELY.match(line, rest.start(1)):
        return ""
    word, only_word = rest[1].rstrip(".,;:!?)]"), _is_only_word(line, start, rest.end())
    suffix = line[start:end].partition("/")[2]
    is_last = not line[rest.end() :].strip()
    if line[end - 1] == ".":
        goes_on = _goes_on_behind_stop(word, suffix, only_word=only_word) or (is_last and _is_in_a_row(word))
    elif line[end - 1] == ")" and suffix.count("(") == suffix.count(")"):
        goes_on = is_last and _is_in_a_row(word)
    elif line[end - 1] in _AFTER:
        goes_on = False
    else:
        goes_on = only_word or (_has_digit(word) and not _YEAR.fullmatch(word))
        goes_on = goes_on or not (_has_digit(suffix) or _SMALL_WORD.fullmatch(word))
    return rest[0] if goes_on else ""


def rest_of_address(line: str, start: int, end: int) -> str:
    """What follows the address at ``line[start:end]`` and seems to belong to it: the rest of a file's name, or the only
    other words of the line when they are few and make no sentence. Empty when the address ends there."""
    rest = _NEXT_WORD.match(line, end)
    if rest is None or LIKELY.match(line, rest.start(1)):
        return ""
    only_word = _is_only_word(line, start, rest.end())
    if line[end - 1] == ".":
        inside = _ENDS_IN_A_DOI.search(line[max(start, end - LONGEST_IDENTIFIER) : end])
        word = rest[1].rstrip(".,;:!?)]")
        return rest[0] if inside and _goes_on_behind_stop(word, inside[1], only_word=only_word) else ""
    if line[end - 1] in _AFTER:
        return ""
    name = _FILE_NAME.match(line, end)
    if only_word or name:
        return name[0] if name else rest[0]
    if _WHOLE.search(line[start:end]):
        return ""
    few = _FEW_WORDS.fullmatch(line.rstrip(), end)
    return few[0] if few and not line[:start].strip() and not _OF_A_SENTENCE.match(line, end) else ""


def rest_of_number(line: str, piece: str, end: int) -> str:
    """The rest of a number that a blank or a comma has parted: what is left of it alone would be another paper."""
    number = _NUMBER_AT_END.search(piece)
    if number is None or re.search(r"\d\D+\d", piece):
        return ""
    groups = _THOUSANDS.match(line, end) if len(number[0]) <= 3 else None
    rest = groups or (_MORE_DIGITS.match(line, end) if len(number[0]) <= _SHORT_NUMBER else None)
    if rest is None:
        return ""
    return rest[0] if len(number[0]) + sum(map(str.isdigit, rest[0])) <= MOST_DIGITS else ""


def with_parted_lines_joined(lines: Iterable[str]) -> list[str]:
    """The lines, one that ends within a DOI joined by a blank to the line that goes on with it."""
    joined: list[str] = []
    for line in lines:
        if joined and _goes_on_in(joined[-1], line):
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
    return joined


def _goes_on_in(line: str, following: str) -> bool:
    """Whether ``following`` begins with the rest of the DOI at the end of ``line``."""
    words = line[-LONGEST_IDENTIFIER:].split()
    inside, found = _ENDS_IN_A_DOI.search(words[-1]) if words else None, _NEXT_LINES_WORD.match(following)
    if inside is None or found is None or LIKELY.match(found[1]):
        return False
    word, suffix, only_word = found[1].rstrip(".,;:!?)]"), inside[1], found[2] is None
    if not _has_digit(word) or _YEAR.fullmatch(word):
        return False
    if word[0] == "." or _LEADING_0.fullmatch(word) or suffix[-1:] in ("-", "_", "/", "("):
        return True
    if only_word and _is_in_a_row(word):
        return True
    if _has_digit(suffix):
        return False
    return (word[0].islower() and only_word) or (word[0].isdigit() and suffix.endswith("."))


def _goes_on_behind_stop(word: str, suffix: str, *, only_word: bool) -> bool:
    if not word or not (word[0].isdigit() or word[0].islower()):
        return False
    if _LEADING_0.fullmatch(word) or (word[0].isdigit() and not _has_digit(suffix)):
        return True
    return only_word and not _YEAR.fullmatch(word)


def _is_in_a_row(word: str) -> bool:
    """Whether a word is numbers with stops or hyphens between, as the end of many DOIs is, and neither a day nor the
    number of a book."""
    return bool(_NUMBERS_IN_A_ROW.fullmatch(word)) and sum(map(str.isdigit, word)) <= _MOST_IN_A_ROW


def _is_only_word(line: str, start: int, end: int) -> bool:
    return not line[:start].strip() and not line[end:].strip()


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
