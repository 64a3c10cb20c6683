"""Which sentences are advice, and which may be: by an order, an obligation, or a professional they send to."""

from __future__ import annotations

from collections.abc import Collection

from corpus.advice.obligations import tells_duty
from corpus.advice.orders import is_order
from corpus.patterns import words_in


def is_advice(sentence: str, said: Collection[str] | None = None) -> bool:
    """Whether the main clause tells the reader or a patient what to do, or sends them to a professional. ``said``:
    its words, where they are at hand.

    A recommended amount ("adults should get 400 mg a day") is a claim, not advice; so is "future research should".
    """
    if is_order(sentence.lstrip("*_\"“'‘([ ")):
        return True
    return tells_duty(sentence.lower(), words_in(sentence) if said is None else said)
