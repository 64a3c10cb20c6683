"""Two texts, word by word: what they share and what only one of them has, for a page to show."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from corpus.matching.model import Piece

_TOKEN = re.compile(r"\s*[^\W_]+(?:[.,'’-][^\W_]+)*|\s*[^\w\s]|\s*_|\s+")
LONGEST = 2_000  # tokens compared one by one; what is longer is no sentence, and its rest is shown as it is


def word_differences(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Each text as pieces: ``same`` where the other has the words too, capitals aside, else ``left`` or ``right``."""
    left_words, right_words = _TOKEN.findall(left), _TOKEN.findall(right)
    if max(len(left_words), len(right_words)) > LONGEST:
        left_words, right_words = [left], [right]
    steps = Indel.opcodes([word.strip().casefold() for word in left_words], [w.strip().casefold() for w in right_words])
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for step in steps:
        is_same = step.tag == "equal"
        _add(ours, Piece("same" if is_same else "left", "".join(left_words[step.src_start : step.src_end])))
        _add(theirs, Piece("same" if is_same else "right", "".join(right_words[step.dest_start : step.dest_end])))
    return tuple(ours), tuple(theirs)


def _add(pieces: list[Piece], piece: Piece) -> None:
    if not piece.text:
        return
    if pieces and pieces[-1].side == piece.side:
        pieces[-1] = Piece(piece.side, pieces[-1].text + piece.text)
    else:
        pieces.append(piece)
