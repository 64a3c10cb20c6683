"""A sentence that one soft line break has parted: "A trial of seven years / found no effect." in two lines.

Only words that cannot open a sentence or an item tell it, or a line that breaks off; a heading over a text in small
letters, a list without markers, an address and a poem stay in their lines.
"""

from __future__ import annotations

from corpus.lines import TERMINAL, TEXT, Line
from corpus.patterns import listed

_FEWEST_WORDS = 4
_MOST = 130  # characters of a line
_SENTENCE_ENDS = tuple(".!?")
_BREAKS_OFF = listed(
    "a an the of to by with for from in on at and or but that which who whose when if than as is are was were be been "
    "has have had can may might could will would should must not no its their his her this these those between into"
)
_GOES_ON = listed(
    "of and or but that which who whose than to by from found showed shows suggests suggested revealed reported "
    "concluded is are was were has have had can may might could will would should must cannot does did became began "
    "helps causes reduces increases lowers raises improves led rose fell"
)


def is_parted(first: Line, second: Line, below: Line | None) -> bool:
    """Whether ``second``, which opens in small letters right under ``first``, ends the sentence that ``first`` begins;
    ``below`` is the line after them."""
    words = first.body.split()
    if first.role is not TEXT or second.role is not TEXT or not _is_beginning(first, words):
        return False
    if not second.body.endswith(_SENTENCE_ENDS) or (below is not None and not below.gap and _is_like(below)):
        return False
    return words[-1] in _BREAKS_OFF or second.body.split(None, 1)[0] in _GOES_ON


def _is_beginning(line: Line, words: list[str]) -> bool:
    """Whether ``line`` may be the beginning of a sentence: several words, most of them in small letters."""
    small = sum(word[0].islower() for word in words)
    return (
        len(words) >= _FEWEST_WORDS
        and line.width <= _MOST
        and not line.ruled
        and not line.body[0].islower()
        and not line.body.endswith(TERMINAL)
        and "\t" not in line.body
        and 2 * small >= len(words)
    )


def _is_like(line: Line) -> bool:
    """Whether a line under the two may be another item of a list that they are of."""
    return line.body[0].islower() or line.role is not TEXT
