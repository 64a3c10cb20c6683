"""A block of prose -> the spans of its sentences. Pure rules on ``str``.

One expression finds every mark that could end a sentence, with the quotes and footnote marks that belong to it; a few
rules on the word before and the word after decide. Nothing is dropped: only white space stands between two spans.
"""

from __future__ import annotations

import re

from corpus.abbreviations import (
    abbreviations,
    ends_after_abbreviation,
    ends_after_letter,
    last_part,
    opens_sentence,
)
from corpus.footnotes import MARK as MARK_OF_NOTE
from corpus.footnotes import is_mere_mark
from corpus.glued import may_end_glued
from corpus.saying import goes_on_with_speaker

_CLOSERS = "[\"'”’»」』)\\]}*_`]"
_EMOJI = (
    "(?:\\s?[:;]-?[)(DPp](?=\\s|$)|\\s?[\u2600-\u27bf\u2b50\U0001f300-\U0001faff][\u200d\ufe0f\U0001f3fb-\U0001f3ff]*)"
)
# One class of characters comes first, so that the search skips from mark to mark. Where no white space follows, the
# mark must be one that needs none, or stand between two words ("the brain.Magnesium is", "took 5mg.Then") or
# two quotations (`a tragedy?""Well,"`), of which the second keeps its quotation mark.
_MARK = "[.!?…。！？؟।]"
CANDIDATE = re.compile(
    rf"(?P<mark>{_MARK}(?<!{_MARK}{_MARK}){_MARK}*+)(?P<close>(?:{_CLOSERS}(?!(?<=\"\")[A-Z]))*+)"
    rf"(?:(?! [A-Za-z])(?P<cite>{MARK_OF_NOTE}){_CLOSERS}*+)?{_EMOJI}*+"
    r"(?P<gap>\s+|(?<=[。！？؟।」』”])|(?=(?:[A-Z][a-z]+|(?<=[a-z]{2}[.?!])(?:[AI]|[A-Z]{2,6}))[ ,’':-])"
    r"|(?<=[a-z]{2}[.?!])(?=“[A-Z])|(?<=[.?!…]\")(?=\"[A-Z]))(?=\S)"
)

_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.-?)+[A-Za-z]{1,2}\Z")
_WIDE = "。！？؟।"
_OPENERS = "\"'“‘«([{*_`¿¡<"
# The letter of a picture's part opens a sentence: "(c) Color-coded ...", "(a–c) Liver ...", "(ii) doses ..."
_PANEL = re.compile(r"(?:[a-z](?:\s?(?:[-–,]|and|&)\s?[a-z])*|[ivx]{2,4})\)\s")
_LABELLED = "The "  # a label opens as surely as this word does
_CLOSED = {")": "(", "]": "["}
_OWN_NUMBER = re.compile(r"\d{1,3}(?:[–-]\d{1,3})?\Z")
_SHORT_WORDS = frozenset({"it", "up", "us", "so", "me", "on", "to", "do", "go", "is", "be", "by", "he", "we", "off"})
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_LOOK_BACK = 60
_LOOK_AHEAD = 60
_NEAR = 300


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as ``(start, end)`` in ``text``, with no white space at their edges.

    ``text[start:end]`` itself must have none. Linear in ``end - start``.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in CANDIDATE.finditer(text, start, end):
        stop, after = match.span()
        if after == stop + 2 and _plainly_ends(text, begin, stop):
            last = stop + 1
        elif _ends_sentence(text, begin, match):
            last = match.start("gap")
        else:
            continue
        _add(text, spans, begin, last)
        begin = after
    if begin < end:
        _add(text, spans, begin, end)
    return spans


def _add(text: str, spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Adds the span to ``spans``; footnote marks, stars and the like ("³", "^^") go with the sentence before."""
    if text[start].isalpha() or not spans or not is_mere_mark(text, start, end):
        spans.append((start, end))
    else:
        spans[-1] = (spans[-1][0], end)


def _plainly_ends(text: str, begin: int, stop: int) -> bool:
    """Whether the mark at ``stop``, with one character behind it, ends a sentence as most do, "... asleep. The ...", so
    that no rule says otherwise: a capital follows, no bracket is open, and before a full stop stands a word of letters
    that is no abbreviation."""
    if not text[stop + 1].isspace() or not "A" <= text[stop + 2] <= "Z":
        return False
    if text[stop] == ".":
        word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop]
        if len(word) < 2 or not word.isalpha() or word in abbreviations():
            return False
    elif text[stop] not in "?!":
        return False
    return text.rfind("(", begin, stop) <= text.rfind(")", begin, stop)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the sentence that starts at ``begin`` ends at the mark that ``match`` found."""
    mark, closers = match["mark"], match["close"]
    if not match["gap"]:
        return mark[-1] in _WIDE or _ends_glued(text, begin, match)
    after = text[match.end() : match.end() + _LOOK_AHEAD].lstrip(_OPENERS)
    if ")" in after[:12] and _PANEL.match(after):
        after = _LABELLED + after
    first = after[:1]
    if (first and first in ".!?…") or _inside_brackets(text, begin, match):
        return False
    lower = first.islower()
    if mark != ".":
        if mark[-1] in _WIDE:
            return True
        if mark[-1] in "?!":
            return not (
                closers and ((lower and closers.strip("*_`")) or goes_on_with_speaker(text, closers, match.end()))
            )
        return not lower and not (closers and ")" in closers and lower)
    if lower and closers.strip("*_`") and not match["cite"]:
        return False
    return (lower and _closes_bracket(text, begin, match.start())) or _full_stop_ends(text, begin, match.start(), after)


def _closes_bracket(text: str, begin: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` stands behind a bracket that was opened in mid-sentence: "(Fig. 3). p53 was".
    It ends no abbreviation then."""
    opener = _CLOSED.get(text[stop - 1])
    return opener is not None and text.rfind(opener, max(begin, stop - _NEAR), stop) > begin


def _full_stop_ends(text: str, begin: int, stop: int, after: str) -> bool:
    """Whether the full stop at ``stop`` ends a sentence, judged by the words before it and the text ``after``."""
    before = text[max(begin, stop - _LOOK_BACK) : stop].split()
    if not before:
        return False
    word = before[-1].lstrip(_OPENERS + "~–—-≥≤<>")
    first = after[:1]
    if len(before) == 1 and word in ("Q", "A") and stop - 1 == begin:
        return False  # who speaks: "A. No, it does not."
    group = abbreviations().get(word) or abbreviations().get(last_part(word))
    if group:
        return ends_after_abbreviation(group, word, before, after)
    if len(word) == 1 and word.isalpha():
        return ends_after_letter(word, before, after)
    if len(before) == 1 and _OWN_NUMBER.match(word) and stop - len(word) <= begin + 2:
        return False  # the number of the line itself: "12. ...", "7-9. ..."
    if word.isdigit() and len(word) <= 2:
        return not first.islower()
    if _DOTTED.match(word):
        return not first.islower() and opens_sentence(before, after)
    if first.islower():
        if word in _SHORT_WORDS:
            return True
        return len(word) >= 3 and bool(_VOWEL.search(word) or word.isupper() or not word.isalpha())
    return True


def _inside_brackets(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the mark stands in brackets that were opened in mid-sentence and close soon."""
    stop = match.start()
    low = max(begin, stop - _NEAR)
    opened = text.rfind("(", low, stop)
    if opened <= begin or text.rfind(")", low, stop) > opened:
        return False
    if ")" in match["close"]:
        return False
    closes = text.find(")", stop, stop + _NEAR)
    return closes != -1 and "\n\n" not in text[opened:closes]


def _ends_glued(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the sentence ends at a mark with the next word right behind it: "It took 5mg.Then he slept."."""
    if not may_end_glued(text, begin, match) or _inside_brackets(text, begin, match):
        return False
    if match["mark"] != "." or match["close"] or match["cite"]:
        return True
    after = text[match.end() : match.end() + _LOOK_AHEAD]
    return _full_stop_ends(text, begin, match.start(), after)
