"""Which sentences are advice, and which may be: by an order, an obligation, or a professional they send to."""

from __future__ import annotations

from collections.abc import Set

from corpus.advice.obligations import (
    OUGHT_IN_WORDS,
    SIGNS_OF_WISE,
    WORDS_OF_OBLIGATIONS,
    tells_duty,
)
from corpus.advice.orders import SIGNS_OF_SO, is_order, may_open_with_order
from corpus.advice.professionals import SIGNS_OF_PROFESSIONAL
from corpus.patterns import has_any, words_in

_ADVICE_IN_WORDS = OUGHT_IN_WORDS + SIGNS_OF_SO
SIGNS_OF_ADVICE = WORDS_OF_OBLIGATIONS | SIGNS_OF_PROFESSIONAL | {"please"}
"""Without one of these words, a sentence is advice only by its opening."""


def is_advice(sentence: str, said: Set[str] | None = None) -> bool:
    """Whether the main clause tells the reader or a patient what to do, or sends them to a professional. ``said``:
    its words, where they are at hand.

    A recommended amount ("adults should get 400 mg a day") is a claim, not advice; so is "future research should".
    """
    if is_order(sentence.lstrip("*_\"“'‘([ ")):
        return True
    return tells_duty(sentence.lower(), words_in(sentence) if said is None else said)


def may_be_advice(sentence: str, said: Set[str]) -> bool:
    """Whether a sentence that opens with a letter and holds none of ``SIGNS_OF_ADVICE`` may be advice all the same: by
    the word it opens with, the one behind it, a label, or several words inside. ``said``: its words."""
    return (
        may_open_with_order(sentence)
        or has_any(sentence.lower(), _ADVICE_IN_WORDS)
        or ("it" in said and not said.isdisjoint(SIGNS_OF_WISE))
    )
