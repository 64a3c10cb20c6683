"""Where claims of a file from elsewhere stand: in a text the file gives, or in one made of them, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.label_files.elsewhere.model import BadEntry, Found, Losses
from corpus.model import Claim, Kind, Span
from corpus.units import Unit, claims_from_units, cut_units

_LINE_ENDS = "text whose line ends were not LF: they are now, and offsets were moved along"
_UTF_16 = "span counted in UTF-16 units, as browsers do: put right by its words"
_FIRST_OF_SEVERAL = "claim whose words stand several times in its text: the first place is taken"
_SAME_BUT_BLANKS = "claim found in its text with other blanks or line breaks between its words"


def plain_text(text: str) -> str:
    """``text`` as articles keep it: without a byte-order mark, with LF for every line end."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def place_of(entry: Found, text: str, losses: Losses) -> Span:
    """Where the entry's claim stands in ``text``, the plain text of its own, without blanks at its ends.

    Raises BadEntry where the span's words are not the claim's, also when it counts UTF-16 units, or where the text has
    no such words.
    """
    if entry.span is None:
        return _by_words(entry.claim, text, losses)
    words = plain_text(entry.claim)
    for is_utf_16 in (False, True):
        for given in dict.fromkeys((entry.text, text)):
            span = _in_code_points(entry.span, given) if is_utf_16 else entry.span
            if span is None or span.end > len(given) or plain_text(span.cut(given)) != words:
                continue
            if is_utf_16:
                losses.add(_UTF_16)
            if len(given) != len(text):
                losses.add(_LINE_ENDS)
            start = len(plain_text(given[: span.start])) + len(words) - len(words.lstrip())
            return Span(start, start + len(words.strip()))
    told = f"{entry.span.start}-{entry.span.end}"
    raise BadEntry(f"its span {told} does not hold {entry.claim[:60]!r}, counted in code points or UTF-16")


def same_place(text: str, span: Span, others: Iterable[Span]) -> Span | None:
    """The one of ``others`` that is ``span`` but for signs at its ends. Raises BadEntry where it only overlaps one."""
    for other in others:
        if other.start >= span.end or span.start >= other.end:
            continue
        between = text[min(span.start, other.start) : max(span.start, other.start)]
        after = text[min(span.end, other.end) : max(span.end, other.end)]
        if any(map(str.isalnum, between + after)):
            raise BadEntry(
                f"its span {span.start}-{span.end} overlaps the claim at {other.start}-{other.end}: claims stand apart"
            )
        return other
    return None


def cut_around(text: str, spans: Iterable[tuple[Span, bool]]) -> list[Claim]:
    """The units of ``text``, where ``spans``, which do not overlap, are units as they are; each says whether it is a
    claim to check. What is left of the units they cut into stays."""
    given = sorted(spans)
    units: list[Unit] = []
    whole: dict[tuple[int, int], Unit] = {}
    at = 0
    for unit in cut_units(text):
        whole[unit.start, unit.end] = unit
        while at < len(given) and given[at][0].end <= unit.start:
            at += 1
        units += _left_of(text, unit, [span for span, _ in _from(given, at, unit.end)])
    for span, is_claim in given:
        known = whole.get((span.start, span.end))
        if known is not None and (not is_claim or claims_from_units(text, [known])[0].check_worthy):
            units.append(known)
        else:
            units.append(Unit(span.start, span.end, Kind.CLAIM if is_claim else Kind.OTHER))
    return claims_from_units(text, sorted(units))


def cut_lines(text: str) -> list[Claim]:
    """The units of a text that has one claim a line: each is one, to be checked."""
    units, at = [], 0
    for words in text.split("\n"):
        units.append(Unit(at, at + len(words), Kind.CLAIM))
        at += len(words) + 1
    return claims_from_units(text, units)


def _from(given: Sequence[tuple[Span, bool]], at: int, end: int) -> list[tuple[Span, bool]]:
    last = at
    while last < len(given) and given[last][0].start < end:
        last += 1
    return list(given[at:last])


def _left_of(text: str, unit: Unit, spans: Sequence[Span]) -> list[Unit]:
    """What of a unit no span covers, without blanks at its ends; signs alone are nothing to check."""
    edges = [unit.start, *(edge for span in spans for edge in (span.start, span.end)), unit.end]
    left = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end] if start < end else ""
        if stripped := words.strip():
            start += len(words) - len(words.lstrip())
            kind = unit.kind if not spans or any(map(str.isalnum, stripped)) else Kind.OTHER
            left.append(Unit(start, start + len(stripped), kind, unit.depth))
    return left


def _in_code_points(span: Span, text: str) -> Span | None:
    """A span that counts UTF-16 units, in code points; None where it ends beyond the text, or within a character."""
    units = text.encode("utf-16-le", "surrogatepass")
    try:
        before = units[: 2 * span.start].decode("utf-16-le")
        words = units[2 * span.start : 2 * span.end].decode("utf-16-le")
    except UnicodeDecodeError:
        return None
    return Span(len(before), len(before) + len(words)) if words and 2 * span.end <= len(units) else None


def _by_words(claim: str, text: str, losses: Losses) -> Span:
    words = plain_text(claim).strip()
    start = text.find(words)
    if start >= 0:
        if text.find(words, start + 1) >= 0:
            losses.add(_FIRST_OF_SEVERAL)
        return Span(start, start + len(words))
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    if not found:
        raise BadEntry(f"its text does not have the words of the claim {words[:60]!r}")
    losses.add(_SAME_BUT_BLANKS)
    return Span(*found.span())
