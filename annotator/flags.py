"""Why an editor should look at a claim. The view ``flagged_claims`` says the same in SQL; a test holds them equal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from annotator.citations.strength import MUCH_OLDER, is_much_older, rests_only_on_weak
from annotator.model import (
    Adjudication,
    Citation,
    Label,
    LabelledClaim,
    SourceFacts,
    Verdict,
    final_verdict,
    rests_on,
)


class Flag(StrEnum):
    """One reason to look at a claim."""

    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    OPEN = "open"
    DISAGREEMENT = "disagreement"
    RETRACTED = "retracted"
    WEAK = "weak"
    OLD = "old"

    @property
    def description(self) -> str:
        """The reason in plain words."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Flag.CONTRADICTED: "An editor decided, or a reviewer answered, contradicted.",
    Flag.UNSUPPORTED: "An editor decided, or a reviewer answered, unsupported.",
    Flag.OPEN: "A verdict still lacks its evidence.",
    Flag.DISAGREEMENT: "Reviewers hold different verdicts, or one holds that it is no claim. It awaits a decision.",
    Flag.RETRACTED: "A verdict rests only on retracted work.",
    Flag.WEAK: "A verdict rests only on weak evidence: case reports, animals, cells or opinion.",
    Flag.OLD: f"A verdict rests only on evidence more than {MUCH_OLDER} years older than the article.",
}

_OF_VERDICT = {Verdict.CONTRADICTED: Flag.CONTRADICTED, Verdict.UNSUPPORTED: Flag.UNSUPPORTED}


def flags_of(
    votes: Sequence[Label], facts: SourceFacts, year: int | None = None, adjudication: Adjudication | None = None
) -> frozenset[Flag]:
    """The flags of a claim whose reviewers' current labels are ``votes``, by what is known of the sources they cite.

    ``year`` is the one its article is of: of its publishing, else of its coming onto the desk. After an editor's
    ``adjudication`` its verdict counts instead of theirs; what their evidence lacks stays as it is.
    """
    found = _verdict_flags(votes, adjudication)
    for vote in votes:
        if vote.is_open:
            found.add(Flag.OPEN)  # and rests on nothing
        elif evidence := rests_on(vote):
            found |= _evidence_flags(evidence, facts, year)
    return frozenset(found)


def claim_flags(claim: LabelledClaim) -> frozenset[Flag]:
    """The flags of a claim."""
    return flags_of(claim.votes, claim.facts, claim.year, claim.adjudication)


def _verdict_flags(votes: Sequence[Label], adjudication: Adjudication | None) -> set[Flag]:
    if adjudication is not None and adjudication.answer is not None:
        return {_OF_VERDICT[adjudication.verdict]} if adjudication.verdict in _OF_VERDICT else set()
    verdicts = [vote.answer.verdict for vote in votes]
    found = {_OF_VERDICT[verdict] for verdict in verdicts if verdict in _OF_VERDICT}
    if len(votes) > 1 and final_verdict(votes).basis == "disputed":
        found.add(Flag.DISAGREEMENT)
    return found


def _evidence_flags(evidence: Sequence[Citation], facts: SourceFacts, year: int | None) -> set[Flag]:
    """The flags for what one verdict rests on."""
    found = set()
    if facts.retracted and facts.retracted.issuperset([each.source for each in evidence]):
        found.add(Flag.RETRACTED)
    if _is_weak(facts, evidence):
        found.add(Flag.WEAK)
    if year is not None and facts.years and _is_old(facts, evidence, year):
        found.add(Flag.OLD)
    return found


def _is_weak(facts: SourceFacts, evidence: Sequence[Citation]) -> bool:
    """Whether each source is weak, as the reviewer said, or else as its design suggests."""
    designs = facts.designs
    return rests_only_on_weak([(each.strength, designs.get(each.source) if designs else None) for each in evidence])


def _is_old(facts: SourceFacts, evidence: Sequence[Citation], year: int) -> bool:
    return is_much_older((facts.years.get(each.source) for each in evidence), year)
