"""Building blocks for the rules: alternatives written as lists of words or as one pattern a line."""

from __future__ import annotations

import re
import string

_LETTER = re.compile(r"(.)(\??)")
_LETTERS_ALONE = bytes(
    ord(chr(code).lower()) if chr(code) in string.ascii_letters + string.digits else ord(" ") for code in range(256)
)
_QUESTION_END = re.compile(
    r"[?？؟][\"'”’)\]*_!?]*(?:\s?\[\^?[\w, –-]{1,20}\])*(?:\^?\d{1,3}(?:[,–-]\d{1,3})*|[¹²³⁰⁴-⁹]+)?\W*\Z"
)
_NOTED_COLON = re.compile(r"(?<=[a-z)]):(?:\d{1,2}(?:[,–-]\d{1,2})*|(?:\s?\[\d[\d,–-]*\])+)\Z")
ENDS_OF_NOTES = frozenset("0123456789]")
"""How a line ends that may have a footnote's mark behind it."""


def without_note(line: str) -> str:
    """``line`` without the footnote's mark behind its last colon: "Signs can include:12" -> "Signs can include:"."""
    if line[-1:] in ENDS_OF_NOTES and ":" in line[-12:] and (noted := _NOTED_COLON.search(line, len(line) - 14)):
        return line[: noted.start() + 1]
    return line


def asks(text: str) -> bool:
    """Whether ``text`` ends as a question, whatever marks stand behind: closers, a footnote, "?!", an emoji."""
    return ("?" in text or "？" in text or "؟" in text) and _QUESTION_END.search(text) is not None


def listed(text: str) -> frozenset[str]:
    """The words of ``text``, separated by blanks, as a set."""
    return frozenset(text.split())


def spelled(text: str) -> frozenset[str]:
    """The words of ``text``, separated by blanks, as a set; a letter before ``?`` may be there or not:
    ``"doctors?"`` -> ``doctor``, ``doctors``."""
    found: set[str] = set()
    for word in text.split():
        forms = [""]
        for letter, may_lack in _LETTER.findall(word):
            forms = [form + letter for form in forms] + (forms if may_lack else [])
        found.update(forms)
    return frozenset(found)


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters, made of ASCII letters and digits: "I’d" is ``i`` and ``d``.

    Taken once for a sentence, they tell for every pattern whether a word stands there without which it cannot match.
    """
    return text.encode("ascii", "replace").translate(_LETTERS_ALONE).decode("ascii").split()


def words(text: str) -> str:
    """The alternatives of ``text``, separated by blanks: ``"mg kg"`` -> ``(?:mg|kg)``. Each may be a pattern without
    blanks; ``_`` stands for a blank inside one."""
    return f"(?:{'|'.join(text.split()).replace('_', ' ')})"


def any_of(*patterns: str) -> str:
    """A pattern that matches where one of ``patterns`` does."""
    return f"(?:{'|'.join(patterns)})"


def rule(*patterns: str) -> re.Pattern[str]:
    """``any_of`` them, compiled; capitals do not count, but inside ``(?-i:...)``."""
    return re.compile(any_of(*patterns), re.IGNORECASE)


def small(*patterns: str) -> re.Pattern[str]:
    """``any_of`` them, compiled, for texts in small letters: two to four times as fast as to look past capitals."""
    return re.compile(any_of(*patterns))


def has_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of ``signs`` stands in ``text``: a cheap look before an expensive pattern."""
    for sign in signs:  # noqa: SIM110 - any() with a generator takes twice the time, and this runs for every sentence
        if sign in text:
            return True
    return False
