"""Which claims to check first, by their cues: what could hurt a reader comes before what could only mislead one.

The ranking, the most urgent first:

1. harm: a drug stopped or replaced, an interaction, an overdose; somebody acts on it today
2. absolute: "cures", "no adverse effects"; rarely true, and believed
3. unnamed source: nobody can look it up, so nobody has
4. dose: a slip of ten is an injury
5. causal wording, 6. a group (children, pregnancy, mice), 7. other numbers, 8. associative wording,
9. hedged wording, 10. a named study: it can at least be looked up

A claim with two cues comes before one with the first of them alone; claims with the same cues stay in the order of
the article.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import CueName

RANKING = (
    *(CueName.HARM, CueName.ABSOLUTE, CueName.UNNAMED_SOURCE, CueName.DOSE, CueName.CAUSAL),
    *(CueName.POPULATION, CueName.NUMBER, CueName.ASSOCIATIVE, CueName.HEDGED, CueName.NAMED_STUDY),
)
"""The cues, the most urgent first. The database keeps ``urgency``: another ranking needs a migration."""

WEIGHTS = {name: 1 << (len(RANKING) - 1 - place) for place, name in enumerate(RANKING)}
"""What each cue adds to the urgency: a bit of its own, so that the number also tells which cues there are."""


def urgency(cues: Iterable[CueName]) -> int:
    """How urgent a claim with ``cues`` is: 0 without any, the more the sooner."""
    return sum(WEIGHTS[name] for name in set(cues))
