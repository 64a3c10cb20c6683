"""What a unit says and what it is said about: whether two units have the same words, in the same frame.

"Take 400 mg." is another claim under "Children" than under "Adults". So a unit's frame counts as much as its words:
its headings, the line that introduces its list, the header of its table, and the sentence that it points back to.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from corpus.model import Claim, Kind

Frame: TypeAlias = tuple[tuple[str, ...], str, str]
"""Headings, list intro and table header, as they are compared."""

_TABLE = frozenset({Kind.TABLE_HEADER, Kind.TABLE_ROW})
_NUMBERING = re.compile(r"(?:#{1,6}|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]|step \d+:)\s+(?=\S)")
_MARKS = re.compile(r"[*_`#|]+")
_POINTS_BACK = re.compile(
    r"\W*(?:(?:\w+\W+){0,2}(?:this|these|those|such)|that|it|its|they|their|them|he|she|his|her|both|otherwise|instead|"
    r"the\s+(?:former|latter|same|other|others))\b",
    re.IGNORECASE,
)


def words_of(claim: Claim) -> str:
    """The exact words of a unit. Only white space may differ, where a line was broken elsewhere; in a table, where it
    parts the cells, not even that."""
    return claim.text if claim.kind in _TABLE else " ".join(claim.text.split())


def frame_of(claim: Claim) -> Frame:
    """What stands over a unit. Capitals, a number before a heading and the mark at its end change nothing."""
    context = claim.context
    return tuple(map(_plain, context.headings)), _plain(context.list_intro), " ".join(context.table_header.split())


def points_back(claim: Claim) -> bool:
    """Whether a unit may speak of something that the one before it named ("This lowers it.")."""
    return _POINTS_BACK.match(claim.text) is not None


def _plain(words: str) -> str:
    plain = " ".join(_MARKS.sub(" ", words).casefold().split())
    return _NUMBERING.sub("", plain, count=1).rstrip(" .:")
