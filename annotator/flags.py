"""Why an editor should look at a claim. The view ``flagged_claims`` says the same in SQL; a test holds them equal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from annotator.model import Label, Verdict, final_verdict


class Flag(StrEnum):
    """One reason to look at a claim."""

    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    OPEN = "open"
    DISAGREEMENT = "disagreement"

    @property
    def description(self) -> str:
        """The reason in plain words."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Flag.CONTRADICTED: "A reviewer answered contradicted.",
    Flag.UNSUPPORTED: "A reviewer answered unsupported.",
    Flag.OPEN: "A verdict still lacks its evidence.",
    Flag.DISAGREEMENT: "Reviewers hold different verdicts, or one holds that it is no claim.",
}

_OF_VERDICT = {Verdict.CONTRADICTED: Flag.CONTRADICTED, Verdict.UNSUPPORTED: Flag.UNSUPPORTED}


def flags_of(votes: Sequence[Label]) -> frozenset[Flag]:
    """The flags of a claim whose reviewers' current labels are ``votes``."""
    found = {_OF_VERDICT[vote.verdict] for vote in votes if vote.verdict in _OF_VERDICT}
    if any(vote.is_open for vote in votes):
        found.add(Flag.OPEN)
    if len(votes) > 1 and final_verdict(votes).basis == "disputed":
        found.add(Flag.DISAGREEMENT)
    return frozenset(found)
