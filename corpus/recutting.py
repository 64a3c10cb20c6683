"""Two units made one, or one made two, as a person wants them: what kind the new ones are, and what they carry.

The same rules suggest their kinds as at the cut. What waited for a verdict before still does afterwards: a repair never
takes a claim out of the queue by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from corpus.cues import find_cues
from corpus.kinds import is_check_worthy, suggest_kind
from corpus.layout.blocks import Part
from corpus.model import Claim, Kind, Span

_WORD_CHARACTER = re.compile(r"[^\W_]")
_JOINS = re.compile("[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")
"""What belongs to the sign before it: joiners, variation selectors, skin tones."""
_TABLE = frozenset({Kind.TABLE_HEADER, Kind.TABLE_ROW})
_WHOLE = frozenset({Kind.REFERENCE, Kind.BOILERPLATE, *_TABLE})
"""Kinds that the layout gives, whatever the words: a part of one is one."""
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})


def merge_units(text: str, left: Claim, right: Claim) -> Claim:
    """One unit that reaches from the start of ``left`` to the end of ``right``, with all that lies between."""
    span = Span(left.span.start, right.span.end)
    words = span.cut(text)
    kind = _merged_kind(left.kind, right.kind, words)
    worthy = left.check_worthy or right.check_worthy or is_check_worthy(kind, words)
    return Claim(
        span, kind, worthy, words, left.context, find_cues(words, span.start, header=left.context.table_header)
    )


def split_unit(text: str, unit: Claim, spans: tuple[Span, Span]) -> tuple[Claim, Claim]:
    """The two units that stand in ``spans``, which lie in ``unit``."""
    left, right = (_part_of(text, unit, span, is_first=span is spans[0]) for span in spans)
    if unit.check_worthy and not (left.check_worthy or right.check_worthy):
        return replace(left, check_worthy=True), replace(right, check_worthy=True)
    return left, right


def split_spans(text: str, unit: Span, at: int, cut: Iterable[Span]) -> tuple[Span, Span] | None:
    """Where the two parts of a unit stand that is split at offset ``at`` of ``text``; None where a part would have no
    word, or the point lies inside one, or inside what is one sign to a reader.

    White space at the point goes to neither part, nor does what no unit of the first cut (``cut``, any order) held:
    the list marker between two units that were merged, say.
    """
    if not unit.start < at < unit.end or _is_inside_a_word(text, at):
        return None
    spans = list(cut)
    end = max((min(span.end, at) for span in spans if span.start < at), default=at)
    start = min((max(span.start, at) for span in spans if span.end > at), default=at)
    end = max(unit.start, min(end, at))
    start = min(unit.end, max(start, at))
    end -= len(text[unit.start : end]) - len(text[unit.start : end].rstrip())
    start += len(text[start : unit.end]) - len(text[start : unit.end].lstrip())
    if not (_WORD_CHARACTER.search(text[unit.start : end]) and _WORD_CHARACTER.search(text[start : unit.end])):
        return None
    return Span(unit.start, end), Span(start, unit.end)


def _is_inside_a_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after) or _JOINS.match(after) or before == "\u200d":
        return True
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _merged_kind(left: Kind, right: Kind, words: str) -> Kind:
    if left is right:
        return left
    if {left, right} <= _TABLE:
        return Kind.TABLE_ROW
    return left if left in _WHOLE else _suggested(left, words)


def _part_of(text: str, unit: Claim, span: Span, *, is_first: bool) -> Claim:
    words = span.cut(text)
    keeps = unit.kind in _WHOLE or (unit.kind in _HEADS and is_first)
    kind = unit.kind if keeps else _suggested(unit.kind if is_first else Kind.CLAIM, words)
    return Claim(
        span,
        kind,
        is_check_worthy(kind, words),
        words,
        unit.context,
        find_cues(words, span.start, header=unit.context.table_header),
    )


def _suggested(before: Kind, words: str) -> Kind:
    return suggest_kind(words, Part.ITEM if before is Kind.LIST_ITEM else Part.PARAGRAPH)
