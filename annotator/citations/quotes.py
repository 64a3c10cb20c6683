"""Whether a quote stands in the source: word for word, nearly, or not at all.

What copying changes does not count: white space, soft hyphens, quote marks, dashes, ligatures, the case of the first
letter, the last full stop. An ellipsis (``...``, ``[...]``) joins parts that stand in the source in that order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from annotator.citations.spelling import Spelled, folded, spelled
from corpus.word_diff import Aspect, Part, Piece, aspects_of, word_diff

NEAR_ENOUGH = 0.6
"""The part of a quote's characters that must stand in the source, in its order, for it to be near."""

_ELLIPSIS = re.compile(r"\s*[\[(]?\s*(?:\.\s?\.\s?\.(?:\s?\.)?|…)\s*[\])]?\s*")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
_DENIAL = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|fail(?:ed|s)? to|lack(?:ed|s)?|unlikely|insufficient)\b|n[’']t\b",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:(?:no|little|insufficient|limited|lack of|without)(?: \w+){0,3} (?:evidence|proof|indication|support|data)"
    r"(?: \w+){0,2} (?:that|of|for)|not (?:\w+ ){0,2}(?:that|whether|if)"
    r"|(?:unclear|unknown|untrue|false|doubtful|uncertain)(?: \w+)? (?:that|whether|if)"
    r"|(?:not|never)(?: \w+ly)?|no)\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[\"'(]?[A-Z0-9])")
_MOST_TRIES = 1_000
_LONGEST_OMISSION = 60
"""Characters left out within which a denial turns what is joined around it."""


class QuoteMatch(StrEnum):
    """How a quote stands in a source."""

    VERBATIM = "verbatim"
    NEAR = "near"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What was found of a quote in a source.

    ``spans`` are where its parts stand in the source's text, in code points; none where it is absent. ``difference``,
    where it is near, has the source's words as ``Part.OLD`` and the quote's as ``Part.NEW``; ``alters`` says what of
    it may change what is true. ``left_out`` are words of the source that deny what the quote says, and that an ellipsis
    or its beginning left out; empty where there are none.
    """

    match: QuoteMatch
    spans: tuple[tuple[int, int], ...] = ()
    difference: tuple[Piece, ...] = ()
    alters: tuple[Aspect, ...] = ()
    left_out: str = ""

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """Each change as the source's words and the quote's; one of them may be empty."""
        found: list[tuple[str, str]] = []
        for at, piece in enumerate(self.difference):
            before = self.difference[at - 1].part if at else Part.BOTH
            words = piece.text.strip(" .,;:")
            if piece.part is Part.OLD:
                found.append((words, ""))
            elif piece.part is Part.NEW and before is Part.OLD:
                found[-1] = (found[-1][0], words)
            elif piece.part is Part.NEW:
                found.append(("", words))
        return tuple(change for change in found if change[0] != change[1])


def check_quote(quote: str, text: str) -> QuoteCheck:
    """How ``quote`` stands in ``text``, an abstract or the source's own words. An empty text holds no quote."""
    parts = [part for part in _ELLIPSIS.split(quote) if folded(part).text]
    spans = _verbatim(parts, text)
    if spans:
        return QuoteCheck(QuoteMatch.VERBATIM, spans, left_out=_left_out(text, spans))
    return _near(parts, text)


def _verbatim(parts: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where all parts stand, one after the other; nothing where one does not."""
    source, spans, at = folded(text), [], 0
    for part in parts:
        found = _find(_without_end(folded(part).text), source, text, at)
        if found is None:
            return ()
        at = found + len(_without_end(folded(part).text))
        spans.append(source.span(found, at))
    return tuple(spans)


def _find(words: str, source: Spelled, text: str, at: int) -> int | None:
    """Where ``words`` stand in ``source`` from ``at`` on, whatever the case of their first letter; whole words only."""
    other = words[0].swapcase() + words[1:]
    for _ in range(_MOST_TRIES):
        found = min((place for way in {words, other} if (place := source.text.find(way, at)) >= 0), default=-1)
        if found < 0:
            return None
        start, end = source.span(found, found + len(words))
        if not _is_inside(text, start) and not _is_inside(text, end):
            return found
        at = found + 1
    return None


def _is_inside(text: str, place: int) -> bool:
    """Whether a place is inside a word or a number."""
    before, after = text[place - 1 : place] if place else "", text[place : place + 1]
    if before.isalnum() and after.isalnum():
        return not (before.isdigit() and after.isalpha())
    if re.fullmatch(r"[.,]", after) and before.isdigit():
        return text[place + 1 : place + 2].isdigit()
    return bool(re.fullmatch(r"[.,]", before)) and after.isdigit() and text[max(0, place - 2) : place - 1].isdigit()


def _without_end(words: str) -> str:
    return words.rstrip(".,;:") or words


def _left_out(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Words that were left out and deny what is quoted: between two parts, or right before the first."""
    for (_, end), (start, _) in pairwise(spans):
        between = text[end:start].strip()
        if len(between) <= _LONGEST_OMISSION and not _SENTENCE_END.search(between) and _DENIAL.search(between):
            return " ".join(between.split())
    before = _SENTENCE_END.split(text[max(0, spans[0][0] - 200) : spans[0][0]])[-1]
    denied = _DENIED_BEFORE.search(" ".join(before.split()) + " ")
    return denied[0].strip() if denied else ""


def _near(parts: Sequence[str], text: str) -> QuoteCheck:
    """The passages that are most like the parts, where they are like enough together."""
    found = [_nearest(_without_end(spelled(part).text), spelled(text)) for part in parts]
    passages = [passage for passage in found if passage is not None]
    same = sum(passage.same for passage in passages)
    if not passages or len(passages) < len(parts) or same < NEAR_ENOUGH * sum(each.longest for each in passages):
        return QuoteCheck(QuoteMatch.ABSENT)
    pieces = list(passages[0].pieces)
    for passage in passages[1:]:
        pieces += [Piece(Part.BOTH, " … "), *passage.pieces]
    changed = [piece for piece in pieces if piece.part is not Part.BOTH]
    return QuoteCheck(QuoteMatch.NEAR, tuple(each.span for each in passages), tuple(pieces), aspects_of(changed))


class _Passage(NamedTuple):
    """The words of a source that are most like a part of a quote: how many characters are the same, of how many."""

    span: tuple[int, int]
    pieces: Sequence[Piece]
    same: int
    longest: int


def _nearest(part: str, source: Spelled) -> _Passage | None:
    """The passage most like ``part``, whatever the case of its first letter; None where they share nothing."""
    window = _window(part, source.text)
    if window is None:
        return None
    ways = dict.fromkeys((part, part[:1].swapcase() + part[1:]))
    places = [(way, place) for way in ways for place in _places(way, source.text, window)]
    found = [_side_by_side(way, source, place) for way, place in places]
    return max((each for each in found if each is not None), key=lambda each: each.same, default=None)


def _places(part: str, text: str, window: tuple[int, int]) -> list[tuple[int, int]]:
    """The window, and what of it begins as ``part`` does: what stands before would be told as a change."""
    start, end = window
    first = re.match(r"\w+", part)
    middle = (start + end) // 2
    begins = [each.start() for each in re.finditer(rf"\b{first[0]}\b", text[start:middle])] if first else []
    return [window, *([(start + begins[-1], end)] if begins else [])]


def _side_by_side(part: str, source: Spelled, window: tuple[int, int]) -> _Passage | None:
    """What of the window is most like ``part``, and the two side by side; None where they share nothing."""
    start, end = window
    pieces = list(word_diff(source.text[start:end], part))
    if pieces[0].part is Part.OLD:
        kept = _last_words(pieces[0].text, _count_new(pieces[1:2]))
        start += len(pieces[0].text) - len(kept)
        pieces[:1] = [Piece(Part.OLD, kept)] if kept else []
    if pieces and (last := _last_old(pieces)) is not None:
        kept = _first_words(pieces[last].text, _count_new(pieces[last + 1 :]))
        end -= len(pieces[last].text) - len(kept)
        pieces[last : last + 1] = [Piece(Part.OLD, kept)] if kept else []
    same = sum(len(piece.text.strip()) for piece in pieces if piece.part is Part.BOTH)
    if not same:
        return None
    words = source.text[start:end]
    start += len(words) - len(words.lstrip())
    return _Passage(source.span(start, end), pieces, same, max(len(part), len(words.strip())))


def _last_old(pieces: Sequence[Piece]) -> int | None:
    """The last piece that is the source's alone, where nothing that is in both stands behind it."""
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 3), -1):
        if pieces[at].part is Part.BOTH:
            return None
        if pieces[at].part is Part.OLD:
            return at
    return None


def _count_new(pieces: Sequence[Piece]) -> int:
    """How many words of the quote stand in the place of the source's: as many of those belong to the change."""
    return sum(len(piece.text.split()) for piece in pieces if piece.part is Part.NEW)


def _last_words(text: str, count: int) -> str:
    words = [match.start() for match in re.finditer(r"\s*\S+", text)]
    return text[words[-min(count, len(words))] :] if count and words else ""


def _first_words(text: str, count: int) -> str:
    words = [match.end() for match in re.finditer(r"\S+", text)]
    return text[: words[min(count, len(words)) - 1]] if count and words else ""


def _window(part: str, text: str) -> tuple[int, int] | None:
    """The stretch of ``text`` as long as ``part`` that shares most of its words, and half as much around it."""
    places = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in places]
    wanted = Counter(_WORD.findall(part.casefold()))
    size = min(wanted.total(), len(words))
    held: Counter[str] = Counter()
    shared = best = at = 0
    for right, word in enumerate(words):
        held[word] += 1
        shared += len(word) * (held[word] <= wanted[word])
        if right >= size:
            gone = words[right - size]
            shared -= len(gone) * (held[gone] <= wanted[gone])
            held[gone] -= 1
        if shared > best:
            best, at = shared, right
    if not best:
        return None
    more = size // 2 + 1
    first, last = max(0, at - size + 1 - more), min(len(words) - 1, at + more)
    return places[first][0], places[last][1]
