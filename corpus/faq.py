"""Questions that the lines below answer: headings that say so, and the questions under them."""

from __future__ import annotations

import re

from corpus.lines import Line
from corpus.patterns import asks, has_any

_QUESTION_MARKER = re.compile(r"\W*(?:Q(?:uestion)?\s?\d*\s?[:.)]|Q\d+\b)", re.IGNORECASE)
_INNER_ASK = re.compile(r"[a-z]{2}[.!?]\s+[A-Z].*[a-z)][.!?]\s+[A-Z]")  # two ends of sentences inside
_FAQ = re.compile(
    r"\W*.{0,50}\b(?:FAQs?|frequently asked|common questions|questions (?:and|&) answers|Q ?& ?A|Q and A|"
    r"people also ask|your questions|questions (?:\w+ )?answered|questions from (?:you|our|readers|patients|parents)|"
    r"questions (?:i|we|readers|patients|parents|people) (?:\w+ )?(?:got|gets?|hear|heard|ask|asked)|"
    r"questions you (?:(?:have |often |all )?(?:asked|sent)|(?:may|might) have))\b.{0,60}\Z|"
    r"\W*ask (?:the|an?|our|us)\b[^?]{0,40}\Z",
    re.IGNORECASE,
)
_SIGNS_OF_FAQ = ("Q", "q", "ask", "Ask", "ASK")


def opens_faq(heading: str) -> bool:
    """Whether the questions under ``heading`` are asked and answered there."""
    return has_any(heading, _SIGNS_OF_FAQ) and bool(_FAQ.match(heading))


def is_faq_question(row: Line, *, in_faq: bool) -> bool:
    """Whether a line is a question that the lines below answer: marked (``Q: Is it safe?``), or alone in an FAQ."""
    if not asks(row.body) or _INNER_ASK.search(row.body):  # or a letter of several sentences
        return False
    return is_marked_question(row.body) or (in_faq and row.gap)


def is_marked_question(line: str) -> bool:
    """Whether a line says by a mark that it is a question: ``Q: Is it safe?``."""
    return ("Q" in line or "q" in line) and _QUESTION_MARKER.match(line) is not None
