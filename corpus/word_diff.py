"""Two wordings side by side, word by word: what stayed, what went, what came. Order of the words counts.

A number with its decimal point is one word, and so is each sign. The longest common run of words is rapidfuzz' to
find: difflib takes quadratic time on a word that is repeated often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from corpus.patterns import rule, words

_WORD = re.compile(r"\s*(?:\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s])|\s+")
_STEMS = (
    "increas decreas reduc lower rais ris fall fell rose improv worsen boost inhibit promot prevent caus cur harm"
    " protect heal benefi aggravat alleviat reliev slow stimulat suppress enhanc strengthen weaken"
)
_WAYS = (
    "more less fewer greater smaller higher larger better worse longer shorter up down above below under over least"
    " most minimum maximum safe unsafe good bad before after with without"
)
_ONE_UNIT = {"mcg": "μg", "ug": "μg", "µg": "μg", "microgram": "μg", "micrograms": "μg", "milligram": "mg"}
_ONE_UNIT |= {"milligrams": "mg", "gram": "g", "grams": "g", "percent": "%", "percentage point": "percentage points"}
MOST_WORDS = 4_000
"""Words beyond which two wordings are not compared inside: the bits of their comparison would fill megabytes."""


class Part(StrEnum):
    """Which of the two wordings a piece is in."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class Piece(NamedTuple):
    """Some words that stayed, went or came. What is in both is written as the new wording has it."""

    part: Part
    text: str


class Aspect(StrEnum):
    """What a change of wording is about, where that can change what is true."""

    NUMBERS = "numbers"
    UNITS = "units"
    NEGATION = "negation"
    DIRECTION = "direction"


_ASPECTS = {
    Aspect.NUMBERS: rule(r"(?P<stem>\d+(?:[.,]\d+)*)"),
    Aspect.UNITS: re.compile(
        r"(?<![^\W\d_])(?<!['’])(?P<stem>[mkµμu]?g|mcg|ng|iu|[mcd]?l|[mnµμ]?mol|kcal|kj|mm ?hg|milligrams?|micrograms?"
        r"|grams?|percentage points?|percent|%)(?!\w)"
    ),
    Aspect.NEGATION: rule(r"(?P<stem>)\b(?:no|not|never|none|nor|neither|cannot|without|nobody|nothing)\b|n[’']t\b"),
    Aspect.DIRECTION: rule(rf"\b(?P<stem>{words(_STEMS)})(?:e|es|ed|ing|s)?\b|\b{words(_WAYS)}\b"),
}


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """``old`` and ``new`` in pieces. Those in both and new joined are ``new``; those in both and old joined are
    ``old``, white space apart. A lone sign or small word between two changes is part of the change."""
    olds, news = _WORD.findall(old), _WORD.findall(new)
    merged: list[Piece] = []
    for piece in _settled(list(_pieces(olds, news))):
        if merged and merged[-1].part is piece.part:
            merged[-1] = Piece(piece.part, merged[-1].text + piece.text)
        else:
            merged.append(piece)
    return tuple(merged)


def aspects_of(pieces: Iterable[Piece]) -> tuple[Aspect, ...]:
    """What differs between the old and the new words of ``pieces``: other numbers or units, more or fewer denials, or
    other words that say which way something goes. A hint for the eye, no more."""
    texts = {Part.OLD: "", Part.NEW: "", Part.BOTH: ""}
    for piece in pieces:
        texts[piece.part] += f" {piece.text.casefold()} "
    sides = {
        aspect: (_found(pattern, texts[Part.OLD]), _found(pattern, texts[Part.NEW]))
        for aspect, pattern in _ASPECTS.items()
    }
    told = [aspect for aspect, (old, new) in sides.items() if old != new]
    if Aspect.NUMBERS in told and not all(sides[Aspect.UNITS]):  # an amount that came or went is a number
        told = [aspect for aspect in told if aspect is not Aspect.UNITS]
    return tuple(told)


def telling_words(text: str) -> list[tuple[tuple[int, int], str]]:
    """Numbers, units, denials and words that say which way something goes: where each stands, and what it comes to."""
    return [
        (match.span(), _stem(match))
        for pattern in _ASPECTS.values()
        for match in pattern.finditer(text.casefold() if len(text.casefold()) == len(text) else text)
    ]


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    """What is found, sorted, without an ending that only bends it."""
    return sorted(_stem(match) for match in pattern.finditer(text))


def _stem(match: re.Match[str]) -> str:
    stem = (match["stem"] or match.group()).casefold()
    return _ONE_UNIT.get(stem, stem)


def _pieces(olds: Sequence[str], news: Sequence[str]) -> Iterator[Piece]:
    if len(olds) + len(news) > MOST_WORDS and [word.strip() for word in olds] != [word.strip() for word in news]:
        yield Piece(Part.OLD, "".join(olds))
        yield Piece(Part.NEW, "".join(news))
        return
    # "" and a lone NUL are one word to rapidfuzz: so what is only white space is a blank
    steps = LCSseq.opcodes([word.strip() or " " for word in olds], [word.strip() or " " for word in news])
    for step in steps:
        went, came = "".join(olds[step.src_start : step.src_end]), "".join(news[step.dest_start : step.dest_end])
        if step.tag == "equal":
            yield Piece(Part.BOTH, came)
            continue
        if went:
            yield Piece(Part.OLD, went)
        if came:
            yield Piece(Part.NEW, came)


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with what went before what came in each change, and no crumb of both inside one."""
    went = came = ""
    for at, piece in enumerate(pieces):
        if piece.part is Part.OLD:
            went += piece.text
        elif piece.part is Part.NEW:
            came += piece.text
        elif (went or came) and at + 1 < len(pieces) and _is_crumb(piece.text):
            went, came = went + piece.text, came + piece.text
        else:
            yield from _change(went, came)
            went = came = ""
            yield piece
    yield from _change(went, came)


def _change(went: str, came: str) -> Iterator[Piece]:
    if went:
        yield Piece(Part.OLD, went)
    if came:
        yield Piece(Part.NEW, came)


def _is_crumb(text: str) -> bool:
    """Whether so little stayed that a reader would see two changes where there is one."""
    return len(text.strip()) <= 3 and len(text.split()) < 2 and not any(char.isdecimal() for char in text)
