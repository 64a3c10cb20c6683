"""Which one verdict a dataset gives a claim: by which rule, and on what basis.

A rule is a function of a labelled claim. A rule that has to see all of the desk first, as an estimate of reviewers'
reliability does, is made by a function that gets the database: see ``exports.selecting``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotator.model import LabelledClaim, Verdict


class Votes(StrEnum):
    """What a dataset says of each claim: every reviewer's vote beside the final verdict, or only one verdict."""

    ALL = "all"
    FINAL = "final"
    MAJORITY = "majority"
    ESTIMATE = "estimate"

    @property
    def description(self) -> str:
        """The rule in a sentence, for the reports that go with a dataset."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Votes.ALL: "Every reviewer's vote; the final verdict is an editor's decision, else the one that all reviewers of a"
    " claim share.",
    Votes.FINAL: "The final verdict: an editor's decision, else the one that all reviewers of a claim share.",
    Votes.MAJORITY: "The verdict that more than half of a claim's reviewers hold; who says it is no claim counts too."
    " What editors decided does not count.",
    Votes.ESTIMATE: "The verdict that the votes together make likeliest, each reviewer weighed by how they answer"
    " elsewhere (Dawid and Skene 1979); that likelihood is its confidence, where the format has a place for one. It is"
    " arithmetic, nobody's judgement. What editors decided does not count.",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """The one verdict a dataset gives a claim, or none; on what basis; and how sure the rule is, 0 to 1, if it says."""

    verdict: Verdict | None
    basis: str
    confidence: float | None = None


BASES = "what the verdict rests on: adjudicated, unanimous, majority, estimate, disputed, none"
"""What a decision's basis is, for those who read a dataset."""

Decide = Callable[[LabelledClaim], Decision]
"""A rule."""

_decision = cache(Decision)  # few differ, and making one anew for each claim takes long


def final_decision(claim: LabelledClaim) -> Decision:
    """The desk's final verdict."""
    final = claim.final
    return _decision(final.verdict, final.basis)


def majority_decision(claim: LabelledClaim) -> Decision:
    """The verdict of more than half of those who said something; none on a tie. A skip says nothing."""
    voices = Counter(vote.verdict for vote in claim.votes if vote.verdict is not None or vote.answer.is_not_a_claim)
    if not set(voices) - {None}:
        return _decision(None, "none")
    verdict, number = voices.most_common(1)[0]
    if verdict is None or 2 * number <= voices.total():
        return _decision(None, "disputed")
    return _decision(verdict, "unanimous" if number == voices.total() else "majority")
