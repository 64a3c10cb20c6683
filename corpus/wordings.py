"""Two claims beside each other, with the words marked that make the difference.

Where most words are the same, whatever differs is marked. Where the sentences are unlike, nearly all of it differs and
a mark on each word says nothing: then only words that can change what is true, and those told of, are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.word_diff import Part, Piece, telling_words, word_diff

ALIKE = 0.5
"""The part of the longer wording's characters that both must share for every difference to be marked."""


class Run(NamedTuple):
    """Some words of one wording, and whether they are marked."""

    is_marked: bool
    text: str


def two_wordings(this: str, other: str, told: Iterable[str] = ()) -> tuple[list[Run], list[Run]]:
    """Both in runs that join to them, white space apart; ``told`` are words known to make the difference."""
    pieces = word_diff(this, other)
    common = sum(len(piece.text) for piece in pieces if piece.part is Part.BOTH)
    if common >= ALIKE * max(len(this), len(other)):
        return list(_side(pieces, Part.OLD)), list(_side(pieces, Part.NEW))
    words = [word for word in told if word]
    ours, theirs = telling_words(this), telling_words(other)
    return (
        list(_marked(this, _spans(this, words) | {span for span, stem in ours if stem not in {s for _, s in theirs}})),
        list(
            _marked(other, _spans(other, words) | {span for span, stem in theirs if stem not in {s for _, s in ours}})
        ),
    )


def _side(pieces: Iterable[Piece], side: Part) -> Iterator[Run]:
    for piece in pieces:
        if piece.part in (Part.BOTH, side):
            yield Run(piece.part is side, piece.text)


def _spans(text: str, words: Iterable[str]) -> set[tuple[int, int]]:
    found = (re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)
    return {match.span() for matches in found for match in matches}


def _marked(text: str, spans: set[tuple[int, int]]) -> Iterator[Run]:
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        if start > at:
            yield Run(False, text[at:start])
        yield Run(True, text[start:end])
        at = end
    if at < len(text):
        yield Run(False, text[at:])
