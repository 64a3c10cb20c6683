"""Why an editor should look at a claim. The view ``flagged_claims`` says the same in SQL; a test holds them equal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from annotator.model import Label, LabelledClaim, Source, SourceFacts, Verdict, evidence_of, final_verdict


class Flag(StrEnum):
    """One reason to look at a claim."""

    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    OPEN = "open"
    DISAGREEMENT = "disagreement"
    RETRACTED = "retracted"

    @property
    def description(self) -> str:
        """The reason in plain words."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Flag.CONTRADICTED: "A reviewer answered contradicted.",
    Flag.UNSUPPORTED: "A reviewer answered unsupported.",
    Flag.OPEN: "A verdict still lacks its evidence.",
    Flag.DISAGREEMENT: "Reviewers hold different verdicts, or one holds that it is no claim.",
    Flag.RETRACTED: "A verdict rests only on retracted work.",
}

_OF_VERDICT = {Verdict.CONTRADICTED: Flag.CONTRADICTED, Verdict.UNSUPPORTED: Flag.UNSUPPORTED}


def flags_of(votes: Sequence[Label], facts: SourceFacts) -> frozenset[Flag]:
    """The flags of a claim whose reviewers' current labels are ``votes``, by what is known of the sources they cite."""
    found = {_OF_VERDICT[vote.verdict] for vote in votes if vote.verdict in _OF_VERDICT}
    if any(vote.is_open for vote in votes):
        found.add(Flag.OPEN)
    if len(votes) > 1 and final_verdict(votes).basis == "disputed":
        found.add(Flag.DISAGREEMENT)
    if facts.retracted and any(_rests_only_on(facts.retracted, vote) for vote in votes):
        found.add(Flag.RETRACTED)
    return frozenset(found)


def claim_flags(claim: LabelledClaim) -> frozenset[Flag]:
    """The flags of a claim."""
    return flags_of(claim.votes, claim.facts)


def _rests_only_on(sources: frozenset[Source], vote: Label) -> bool:
    evidence = evidence_of(vote)
    return bool(evidence) and sources.issuperset(evidence)
