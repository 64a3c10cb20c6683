"""Patterns that are tried only at texts which open with a word that they name: most are told by one look into a table.

How a pattern can open is read from the pattern itself, so a rule that is added needs no list beside it. Of each word
its first three letters count. Of many patterns, only those are tried that can open with the text's first word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from corpus.patterns import any_of

_STEM = 3
_MOST_HEADS = 2_000
_ATOM = re.compile(
    r"(?P<look>\(\?(?:<?[!=]))|(?P<group>\((?:\?[a-z-]*:)?)|\[(?P<charset>\^?\]?(?:\\.|[^\]])*)\]|(?P<nothing>\\[bBAZ]|[\^$])"
    r"|\\(?P<escape>.)|(?P<plain>.)",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|(\()|(\))|(\|)", re.DOTALL)


class Opening:
    """Patterns of which one matches at the start of a text, behind no more than marks; capitals do not count.

    One that may open with any word is tried at every text. ``whole``: they match whole texts. ``in_small``: the
    patterns are in small letters, and tried on the text without its capitals, which is faster.
    """

    def __init__(self, *patterns: str, whole: bool = False, in_small: bool = False, flags: int = 0) -> None:
        self._flags = flags if in_small else flags | re.IGNORECASE
        self._ending = r"\Z" if whole else ""
        self._in_small = in_small
        alternatives = [alternative for pattern in patterns for alternative in _alternatives(pattern)]
        stems = [stems_of(alternative) for alternative in alternatives]
        at_any_word = [alternative for alternative, told in zip(alternatives, stems, strict=True) if told is None]
        self._at_any_word = self._one_of(at_any_word) if at_any_word else None
        self._by_stem: dict[str, list[str]] = {"": alternatives}  # "": what opens with no word
        for alternative, told in zip(alternatives, stems, strict=True):
            for stem in told or ():
                self._by_stem.setdefault(stem, [*at_any_word]).append(alternative)
        self._compiled: dict[str, re.Pattern[str]] = {}  # by stem, each when it is first met
        self._pattern_at = lru_cache(_MOST_HEADS)(self._pattern_behind)

    @property
    def is_told(self) -> bool:
        """Whether most texts are told by their first word."""
        return self._at_any_word is None

    def match(self, text: str) -> re.Match[str] | None:
        """Where one of the patterns matches at the start of ``text``."""
        pattern = self._pattern_at(text[:_STEM])
        return pattern and pattern.match(text.lower() if self._in_small else text)

    def _pattern_behind(self, head: str) -> re.Pattern[str] | None:
        """What to try at a text that opens with ``head``."""
        stem = "".join(takewhile(str.isalpha, head)).lower()
        if stem not in self._by_stem:
            return self._at_any_word
        if stem not in self._compiled:
            self._compiled[stem] = self._one_of(self._by_stem[stem])
        return self._compiled[stem]

    def _one_of(self, patterns: list[str]) -> re.Pattern[str]:
        return re.compile(any_of(*patterns) + self._ending, self._flags)


class _AnyWordError(Exception):
    """A pattern may open with any word."""


def stems_of(pattern: str) -> frozenset[str] | None:
    """How the words begin, in small letters, that a text can open with which ``pattern`` matches; what opens with a
    digit or a mark is not told. ``None`` where it can open with any word."""
    try:
        ended, open_ones = _heads(pattern, {""})
    except _AnyWordError:
        return None
    return frozenset(ended | open_ones) - {""}


def _heads(pattern: str, before: set[str]) -> tuple[set[str], set[str]]:
    """What texts open with, behind what ``before`` says: those told to the end or in three letters, and those to which
    more letters may come."""
    ended: set[str] = set()
    open_ones: set[str] = set()
    for alternative in _alternatives(pattern):
        heads = before
        for atom, inner, optional, repeated in _atoms(alternative):
            told, longer = _behind(heads, atom, inner)
            if repeated and atom != "nothing" and any(longer):
                raise _AnyWordError
            ended |= told
            heads = (heads | longer) if optional else longer
            ended |= {head for head in heads if len(head) == _STEM}
            heads = {head for head in heads if len(head) < _STEM}
            if not heads:
                break
        open_ones |= heads
    return ended, open_ones


def _behind(heads: set[str], atom: str, inner: str) -> tuple[set[str], set[str]]:
    """Those of ``heads`` that end at an atom of a pattern, and those that go on with its letters."""
    if atom == "group":
        return _heads(inner, heads)
    if atom == "nothing":
        return set(), heads
    if atom == "any":
        raise _AnyWordError
    letters = [letter for letter in inner.lower() if letter.isalpha()]
    ended = heads - {""} if len(letters) < len(inner) or not inner else set()
    return ended, {head + letter for head in heads for letter in letters}


def _atoms(alternative: str) -> Iterator[tuple[str, str, bool, bool]]:
    """What a pattern without alternatives consists of: a group with its pattern, or the characters that may stand
    there (none where all are marks); whether it may lack, and whether it may come again."""
    at = 0
    while found := _ATOM.match(alternative, at):
        at = found.end()
        kind, inner = "character", ""
        if found["look"] or found["group"]:
            close = _closing(alternative, at)
            kind, inner = ("nothing", "") if found["look"] else ("group", alternative[at:close])
            at = close + 1
        elif found["nothing"]:
            kind = "nothing"
        elif found["charset"] is not None:
            kind, inner = _characters(found["charset"])
        elif found["escape"]:
            kind, inner = ("any", found[0]) if found["escape"] in "wSD" else ("character", "")
        elif found["plain"] == ".":
            kind, inner = "any", "."
        else:
            inner = found["plain"]
        quantifier = _QUANTIFIER.match(alternative, at)
        if quantifier:
            at = quantifier.end()
            at += alternative.startswith(("?", "+"), at)
        times = quantifier[0] if quantifier else ""
        yield kind, inner, times in ("?", "*") or times.startswith("{0"), times not in ("", "?")


def _characters(charset: str) -> tuple[str, str]:
    """The characters of ``[...]``; any where it holds a range of letters or all but some."""
    if charset.startswith("^") or r"\w" in charset or re.search(r"[a-z]-[a-z]", charset, re.IGNORECASE):
        return "any", f"[{charset}]"
    return "character", re.sub(r"\\.", " ", charset)


def _closing(pattern: str, at: int) -> int:
    """Where the bracket closes that opens right before ``at``."""
    depth = 1
    for found in _BRACKETS.finditer(pattern, at):
        depth += bool(found[1]) - bool(found[2])
        if depth == 0:
            return found.start()
    raise ValueError(f"a bracket stays open: {pattern}")


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of ``pattern``, which ``|`` parts."""
    depth, begin = 0, 0
    for found in _BRACKETS.finditer(pattern):
        depth += bool(found[1]) - bool(found[2])
        if found[3] and depth == 0:
            yield pattern[begin : found.start()]
            begin = found.end()
    yield pattern[begin:]
