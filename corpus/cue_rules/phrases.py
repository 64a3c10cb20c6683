"""Phrases that give a cue, written one a line, and the search for many of them at once.

``detail: phrase`` says what the cue tells (``detail`` may be empty), then words with a blank between them: ``a/b`` for
either, ``*`` for one word of any kind, ``{name}`` for one of a list's. Small letters; capitals in a claim do not count.
Behind the phrase may stand what must not be around it, or must: ``-after a/the`` (the word before), ``-before of``
(the word behind; both may be ``START``, ``END``), ``+after to/can`` (``PLURAL``: any word that looks like one),
``+before your/the``, ``-negated`` (no "not", "no" or "never" shortly before).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from corpus.model import CueName
from corpus.patterns import listed


class Found(NamedTuple):
    """A cue in a claim's text, before it counts in the article's."""

    start: int
    end: int
    name: CueName
    detail: str


class _Around(NamedTuple):
    """What must not, or must, stand around a phrase."""

    after: frozenset[str]
    before: frozenset[str]
    only_after: frozenset[str]
    only_before: frozenset[str]
    negated: bool

    def fits(self, lowered: str, start: int, end: int) -> bool:
        """Whether a phrase at ``lowered[start:end]`` gives its cue there."""
        if self.after or self.only_after:
            word = _word_before(lowered, start)
            if word in self.after or (self.only_after and not self._may_follow(word)):
                return False
        if self.before or self.only_before:
            behind = _BEHIND.match(lowered, end)
            word = behind[1] if behind else "END"
            if word in self.before or (self.only_before and word not in self.only_before):
                return False
        return not (self.negated and is_negated(lowered, start))

    def _may_follow(self, word: str) -> bool:
        return word in self.only_after or ("PLURAL" in self.only_after and _PLURAL.fullmatch(word) is not None)


class _Phrase(NamedTuple):
    """One phrase, seen from the word it is looked for by: what must stand ``(words before or behind it, which)``, from
    which word to which it reaches, and ``around`` what else counts."""

    others: tuple[tuple[int, frozenset[str]], ...]
    first: int
    last: int
    name: CueName | None
    detail: str
    around: _Around | None


_WORD = re.compile(r"[a-z0-9]++(?:['-][a-z0-9]++)*+")
_BEFORE = re.compile(r"([a-z]+(?:['’-][a-z]+)*|[%.:;,(])\s*[\"“(]?\Z")
_BEHIND = re.compile(r"[\"”)]?\s*([a-z]+(?:['’-][a-z]+)*|[.:;,])")
_PLURAL = re.compile(
    r"(?!(?:its|has|was|does|whereas|bias|pancreas|overseas|always|perhaps|sometimes|besides|ours|yours|theirs|hers)\Z)"
    r"[a-z]+[a-hj-rtv-z]s"
)
_NEGATION = re.compile(
    r"(?:(?:\b(?:not|never|cannot|nor|neither|without|nobody|unlikely|whether|if)\b|n[’']t\b)[^.;:,]{0,40}"
    r"|\bno (?:[\w-]+ ){0,2}(?:(?:evidence|proof|sign) (?:(?:that |it ){0,2}|that (?:[\w-]+ ){1,3}))?)\Z"
)
# Words in nearly every claim: a phrase is looked for by its first word that is not one of these.
_COMMON = listed(
    "a an the it is it's was are be been has have had no not one all each every some more most many with in on to of "
    "at and or for by from that this as can may their its"
)


_PADDING = ("",) * 8
_LOOK_BACK = 30


def words_of(lowered: str) -> list[str]:
    """The words of a claim in small letters."""
    return _WORD.findall(lowered)


class Phrases:
    """Many phrases, each looked for only in claims that hold its rarest word."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = lists
        self._by_word: dict[str, list[_Phrase]] = {}

    def add(self, name: CueName | None, text: str) -> None:
        """Add the phrases of ``text``, all for the cue ``name``; without one, they say where no cue is."""
        for line in text.strip().splitlines():
            detail, _, rest = line.strip().partition(":")
            phrase, *conditions = re.split(r"\s(?=[-+](?:after|before|negated))", self._filled(rest.strip()))
            around = _conditions(conditions) if conditions else None
            for key, others, first, last in _seen_from_its_rarest_words(phrase):
                self._by_word.setdefault(key, []).append(_Phrase(others, first, last, name, detail, around))

    def _filled(self, phrase: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: self._lists[match[1]], phrase)

    def find(self, lowered: str, words: list[str]) -> list[Found]:
        """Every phrase in a claim in small letters, with straight apostrophes, whose words are ``words``.

        Those that overlap a place where no cue is are left out.
        """
        matched = self._matched(words)
        if not matched:
            return []
        places = _places(lowered, words[: max(last for _, _, last in matched) + 1])
        found: list[Found] = []
        traps: list[tuple[int, int]] = []
        for phrase, first, last in matched:
            if first < last and not _follow(lowered, places[first : last + 1]):
                continue
            start, end = places[first][0], places[last][1]
            if (phrase.around is not None and not phrase.around.fits(lowered, start, end)) or _is_glued(
                lowered, start, end
            ):
                continue
            if phrase.name is None:
                traps.append((start, end))
            else:
                found.append(Found(start, end, phrase.name, phrase.detail))
        if traps:
            return [one for one in found if not any(start < one.end and one.start < end for start, end in traps)]
        return found

    def _matched(self, words: list[str]) -> list[tuple[_Phrase, int, int]]:
        """The phrases whose words follow one another in ``words``, with the numbers of their first and last."""
        here = [(i, phrases) for i, phrases in enumerate(map(self._by_word.get, words)) if phrases]
        if not here:
            return []
        matched = []
        padded = [*words, *_PADDING]  # also what a negative index reaches: nothing
        for i, phrases in here:
            for phrase in phrases:
                for offset, ways in phrase[0]:
                    if padded[i + offset] not in ways:
                        break
                else:
                    first, last = i + phrase.first, i + phrase.last
                    if first >= 0 and last < len(words):
                        matched.append((phrase, first, last))
        return matched


def _seen_from_its_rarest_words(
    phrase: str,
) -> list[tuple[str, tuple[tuple[int, frozenset[str]], ...], int, int]]:
    """For each word that the phrase can be looked for by: that word, the others by their distance from it, and how far
    the phrase reaches before and behind it."""
    slots = [slot.split("/") for slot in phrase.split()]
    at = next((i for i, ways in enumerate(slots) if ways != ["*"] and _COMMON.isdisjoint(ways)), None)
    if at is None:
        at = next(i for i, ways in enumerate(slots) if ways != ["*"])
    others = tuple((i - at, frozenset(ways)) for i, ways in enumerate(slots) if i != at and ways != ["*"])
    return [(word, others, -at, len(slots) - 1 - at) for word in dict.fromkeys(slots[at])]


def _places(lowered: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the first ``words`` stand: between one and the next is nothing that a word could begin with."""
    places = []
    end = 0
    find = lowered.find
    for word in words:
        start = find(word, end)
        end = start + len(word)
        places.append((start, end))
    return places


def _follow(lowered: str, places: list[tuple[int, int]]) -> bool:
    """Whether only white space stands between the words."""
    return all(lowered[end:start].isspace() for (_, end), (start, _) in pairwise(places))


def _is_glued(lowered: str, start: int, end: int) -> bool:
    """Whether a sign makes the words part of a longer name: "_may_" is none, "pro-", "non-" and "-like" are."""
    return lowered[start - 1 : start] == "-" or (lowered[end : end + 1] == "-" and lowered[end + 1 : end + 2].isalnum())


def _word_before(lowered: str, start: int) -> str:
    """The word, or the sign, before ``start``; ``START`` where there is neither."""
    low = max(0, start - _LOOK_BACK)
    if lowered[start - 1 : start] == " ":
        gap = lowered.rfind(" ", low, start - 1)
        word = lowered[gap + 1 : start - 1]
        if gap != -1 and word.isalpha() and word.isascii():
            return word  # as nearly always: a plain word between two blanks
    match = _BEFORE.search(lowered, low, start)
    return match[1] if match else "START"


def _conditions(written: list[str]) -> _Around:
    given: dict[str, frozenset[str]] = {}
    for condition in written:
        kind, _, words = condition.partition(" ")
        given[kind] = frozenset(words.split("/"))
    nothing = frozenset[str]()
    return _Around(
        given.get("-after", nothing),
        given.get("-before", nothing),
        given.get("+after", nothing),
        given.get("+before", nothing),
        "-negated" in given,
    )


def is_negated(lowered: str, start: int) -> bool:
    """Whether a "not", "no" or "whether" stands shortly before ``start``, in the same clause."""
    return _NEGATION.search(lowered[max(0, start - 60) : start]) is not None
