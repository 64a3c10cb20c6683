"""What a line is by its look alone: a heading, a caption, a label with its value, or running text."""

from __future__ import annotations

import re

from corpus.boilerplate.data import is_drugs_datum
from corpus.lines import TEXT, Line
from corpus.patterns import ENDS_OF_NOTES, without_note

_CAPTION = re.compile(
    r"\W*(?:table|figure|fig\.|box|chart|graph|panel)\s+(?:\d+|[A-Z]|[IVX]+)\s?[.:–—|-]", re.IGNORECASE
)
_CAPTION_STARTS = frozenset("TtFfBbCcGgPp")
_MAY_OPEN_CAPTION = _CAPTION_STARTS | set("*_ ")
BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_]{2,160}\1:?\Z")
_INNER_END = re.compile(r"[.!。！؟।](?:(?<=[a-z0-9)]{2}[.!])\s+[(\"“]?[A-Z]|(?<=[。！؟।]).)")  # the rare mark first
# Two sentences with their marks, the second in small letters ("for my mum ? any ideas ?"), one and a number to call, or
# several behind a rule are no title either. Two questions with a capital each may be: "Is it safe? Does it work?"
_SURE_END = re.compile(r"[?!]\s+(?:[a-z].*[?!]\W*|\+?\(?\d[\d\s().-]{5,})\Z")
_RULED_END = re.compile(r"_{3,}\s.*[a-z]{2}[.!?]+\s+[A-Z]")
# "Do you like it? Tell me! 💤", "Hi Janet!": sentences, and no title with a question in it.
_TWO_SENTENCES = re.compile(r".*[?!] .*[.!]\W*\Z")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|thanks?|welcome|congrat\w+)\b.*[,!:]\W*\Z", re.IGNORECASE)
_GREETING_STARTS = frozenset("HhDdTtWwCc")
_ASKED_BY = re.compile(r"[A-Z][A-Z .'’-]{1,24}: .*\?\W*\Z")
_THANKS = re.compile(
    r"(?:thanks|thank you|thx|tia) (?:so much |very much )?(?:in advance|all|everyone|again)\b", re.IGNORECASE
)
# A few words before a colon name a part of the text; with one of these among them, they announce a list.
_ANNOUNCES = re.compile(
    r"\b(?:that|which|who|is|are|was|were|be|include|includes|included|including|following|follows?|below|the|these|this|those|our|your|you|we|some|such|my|can|may|might|should|"
    r"I['’](?:ve|m|d)|if|when|here|has|have|had|do|does|cause|causes|contain|contains|help|helps|consists?|like|as|to|try|know|a|an|one|two|three|four|five|several|many|most)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()]*\)")
_ASKING = frozenset({"When", "How", "What", "Why", "Where", "Who", "Which"})
_FORBIDS = re.compile(r"(?:Do not|Don['’]t|Never) (?:take|use|give|drive)\b")
# "Maximum dose: 800 mg per day", "Dialysis: Data not available": a label with its value says something.
_VALUE = re.compile(
    r"[^:]{2,60}: (?:.{0,80}?\d\s?(?:mg|mcg|µg|μg|g|iu|mmol|meq|ml|mL|IU|%)(?![A-Za-z])"
    r"|(?:none|not|no|data not|unknown)\b(?: \w+){0,3}\Z)",
    re.IGNORECASE,
)
_STOPS = ".!?…。؟"
PROSE_END = re.compile(r"[.!?…。؟][\"'”’)\]*_]*(?:\s?\[[^\[\]]{1,30}\]|\d{1,3})?\Z")
MAX_WORDS = 18
MAX_LENGTH = 140


def looks_like_heading(line: str) -> bool:
    """Whether a line standing alone can be a heading: short, no full stop, no lower-case start, one phrase."""
    if line[-1] in ENDS_OF_NOTES:
        line = without_note(line)
    if len(line) > MAX_LENGTH or line.rstrip(')"”*_')[-1:] in ".;,…。،" or len(line.split()) > MAX_WORDS:
        return is_caption(line)
    if is_caption(line) or (line[0] in "*_" and BOLD.match(line)):
        return True
    if _is_talk(line) or (line[-1] == "]" and PROSE_END.search(line)):
        return False
    if line[0] in "Tt" and _THANKS.match(line):
        return False
    if line[0].isupper() and line.replace(" ", "").isalpha():
        return True  # no mark says otherwise
    first = line.lstrip("\"'“‘«([*_¿ ")[:1]
    if not first or first.islower() or "; " in line or ends_inside(line):
        return False
    if line[-1] == ":":
        return is_label(line)
    if ": " in line and tells_value(line):
        return False
    return line[-1] != "!" or len(line.split()) <= 8


def _is_talk(line: str) -> bool:
    """Whether a line is said to somebody, or is what somebody asks: ``Hi Janet!``, ``MARY: Is it safe?``."""
    return (
        (("? " in line or "! " in line) and _TWO_SENTENCES.match(line) is not None)
        or (line[0] in _GREETING_STARTS and _GREETING.match(line) is not None)
        or (": " in line and _ASKED_BY.match(line) is not None)
    )


def tells_value(line: str) -> bool:
    """Whether a line is a label with what it comes to, which a source could settle: ``Maximum dose: 800 mg a day``."""
    return ": " in line and line[-1] != "?" and (bool(_VALUE.match(line)) or is_drugs_datum(line))


def is_label(line: str) -> bool:
    """Whether a line that ends in a colon is a heading (``Alcohol guidelines:``) and not the intro of a list."""
    if "(" in line:  # "Common (may affect up to 1 in 10 people):"
        line = _ASIDE.sub("", line)
    words = line.split()
    if 5 < len(words) <= 9 and words[0] in _ASKING and all(word[0].isupper() for word in words if len(word) > 4):
        return True  # "When to See a Doctor for Back Pain:"
    return len(words) <= 5 and (not _ANNOUNCES.search(line) or bool(_FORBIDS.match(line)))


def is_caption(line: str) -> bool:
    """Whether a line names a table or a figure: ``Table 1. Doses used``."""
    if line[:1] not in _MAY_OPEN_CAPTION or len(line) > 300:
        return False
    return line.lstrip("*_ ")[:1] in _CAPTION_STARTS and bool(_CAPTION.match(line))


def is_prose(row: Line) -> bool:
    """Whether a row without a marker reads as running text: a sentence ends in it, or it is too long for a heading."""
    if row.role is not TEXT:
        return False
    line = row.body
    return (
        len(line) > MAX_LENGTH
        or line[-1] in _STOPS
        or (not line[-1].isalpha() and bool(PROSE_END.search(line, len(line) - 60)))
        or ends_inside(line)
    )


def ends_inside(line: str) -> bool:
    """Whether a sentence ends inside ``line`` and another begins."""
    if ("." in line or "!" in line or not line.isascii()) and _INNER_END.search(line):
        return True
    if ("?" in line or "!" in line) and _SURE_END.search(line):
        return True
    return line[0] == "_" and bool(_RULED_END.match(line))
