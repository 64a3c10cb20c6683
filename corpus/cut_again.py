"""Units that people cut anew in one revision, cut the same way in the next, where their words stand unchanged."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.cues import find_cues
from corpus.model import Claim, Span

CUT = "cut"
"""The origin of a unit that nobody cut anew."""
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class CutUnit:
    """A unit, and what made it: the cut, or a person who merged or split others (``claims.origin``)."""

    claim: Claim
    origin: str = CUT


def cut_again(old_text: str, old: Sequence[CutUnit], new_text: str, new: Sequence[Claim]) -> list[CutUnit]:
    """The units ``new`` of ``new_text``, with those cut as in ``old`` that a person merged or split there.

    Only where the words are in each text once, and are whole units now: elsewhere it would be a guess, and the units
    stay as the cut made them.
    """
    units = [CutUnit(claim) for claim in new]
    if all(unit.origin == CUT for unit in old):
        return units
    before, after = _Flow(old_text), _Flow(new_text)
    starts = [claim.span.start for claim in new]
    replaced: list[tuple[int, int, list[CutUnit]]] = []
    for run in _repaired(old):
        while run:  # the longest beginning of the run that is found; then what follows it
            for length in range(len(run), 0, -1):
                if place := _place(before, after, run[:length], new, starts):
                    replaced.append((*place, _made(after, new[place[0]], before, run[:length], place[0], new)))
                    run = run[length:]
                    break
            else:
                run = run[1:]
    for first, last, made in sorted(replaced, key=lambda each: each[0], reverse=True):
        if [unit.claim.span for unit in made] != [claim.span for claim in new[first : last + 1]]:
            units[first : last + 1] = made
    return units


class _Flow:
    """A text with single blanks between its words, and the way from an offset in it to one in the text and back."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), match.group()) for match in _TOKEN.finditer(text)]
        self.text = text
        self.words = " ".join(word for _, word in found)
        self._starts = [start for start, _ in found]
        self._flowing = [0]
        for _, word in found:
            self._flowing.append(self._flowing[-1] + len(word) + 1)

    def flowing(self, offset: int) -> int:
        """Where a word's character at ``offset`` of the text stands in ``words``."""
        at = bisect_right(self._starts, offset) - 1
        return self._flowing[at] + offset - self._starts[at]

    def offset(self, flowing: int) -> int:
        """Where the character at ``flowing`` in ``words``, no blank, stands in the text."""
        at = bisect_right(self._flowing, flowing) - 1
        return self._starts[at] + flowing - self._flowing[at]

    def span(self, claim: Claim) -> tuple[int, int]:
        """Where a unit stands in ``words``."""
        return self.flowing(claim.span.start), self.flowing(claim.span.end - 1) + 1


def _repaired(old: Sequence[CutUnit]) -> Iterator[list[CutUnit]]:
    """Neighbours that people cut anew, together: the point where one was split is in none of the parts."""
    for is_repaired, run in groupby(old, key=lambda unit: unit.origin != CUT):
        if is_repaired:
            yield list(run)


def _place(
    before: _Flow, after: _Flow, run: Sequence[CutUnit], new: Sequence[Claim], starts: Sequence[int]
) -> tuple[int, int] | None:
    """The first and last of the new units that hold the words of ``run``, and nothing else; None where there are no
    such units, or the words are in either text again."""
    words = before.words[before.span(run[0].claim)[0] : before.span(run[-1].claim)[1]]
    at = after.words.find(words)
    if at < 0 or after.words.find(words, at + 1) >= 0 or before.words.find(words) != before.words.rfind(words):
        return None
    start, end = after.offset(at), after.offset(at + len(words) - 1) + 1
    first, last = bisect_left(starts, start), bisect_right(starts, end - 1) - 1
    whole = first <= last and new[first].span.start == start and new[last].span.end == end
    return (first, last) if whole else None


def _made(
    after: _Flow, first: Claim, before: _Flow, run: Sequence[CutUnit], at: int, new: Sequence[Claim]
) -> list[CutUnit]:
    """The units of ``run`` where their words stand now; what stands over them is what stands over the first there."""
    shift = after.span(first)[0] - before.span(run[0].claim)[0]
    made = []
    for unit in run:
        start, end = before.span(unit.claim)
        span = Span(after.offset(start + shift), after.offset(end + shift - 1) + 1)
        while at + 1 < len(new) and new[at + 1].span.start <= span.start:
            at += 1
        words = span.cut(after.text)
        old = unit.claim
        claim = Claim(span, old.kind, old.check_worthy, words, new[at].context, find_cues(words, span.start))
        made.append(CutUnit(claim, unit.origin))
    return made
