"""Claims with one verdict and the evidence for it: what the fact-checking formats take.

A claim without a verdict, or whose verdict nobody has given its evidence, is left out and counted with the reason.
What every format counts of claims stands here too: those it writes all the same, and the votes and evidence it loses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model import Citation, Label, LabelledClaim, Stance, Verdict
from exports.deciding import Decision, Votes
from exports.selection import Selection, Tally

UNLABELLED = "unlabelled (no reviewer gave a verdict)"
SKIPPED = "skipped (by every reviewer who saw it)"
NOT_A_CLAIM = "not a claim (a reviewer took it for none, or an editor decided so)"
DISPUTED = "disputed (its reviewers differ)"
OPEN = "open (the verdict lacks its evidence)"

VOTES = "votes"
RATIONALES, NOTES, CITATIONS = "rationales", "search notes", "citations"
CONFIDENCES = "confidences of estimates"
OTHERS_CITATIONS = "citations that only votes for another verdict, or without its evidence, have"

_STANCES = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.CONTRADICTS}
_OPPOSITES = {Verdict.SUPPORTED: Stance.CONTRADICTS, Verdict.CONTRADICTED: Stance.SUPPORTS}


@dataclass(frozen=True, slots=True)
class EvidencedClaim:
    """A claim, its one verdict, and the labels that hold it with its evidence (``labels``, by reviewer's name).

    ``citations`` are those of ``labels``, each once, in their order. ``is_mixed`` is derived: among all current labels
    that hold a verdict, some citation supports the claim and some contradicts it. ``opposing`` are the citations of
    the other stance than the verdict's in all these labels, each once; none for unsupported.
    """

    labelled: LabelledClaim
    verdict: Verdict
    decision: Decision
    labels: tuple[Label, ...]
    citations: tuple[Citation, ...]
    is_mixed: bool
    opposing: tuple[Citation, ...] = ()

    @property
    def evidence(self) -> tuple[Citation, ...]:
        """The citations of the verdict's own stance; none for unsupported."""
        stance = _STANCES.get(self.verdict)
        return tuple(citation for citation in self.citations if citation.stance is stance)

    @property
    def context(self) -> tuple[Citation, ...]:
        """The citations that take no side."""
        return tuple(citation for citation in self.citations if citation.stance is Stance.CONTEXT)

    @property
    def rationales(self) -> tuple[str, ...]:
        """What the reviewers say for the verdict, without blanks around, each once; the search notes for
        unsupported where there is no rationale."""
        notes = [label.evidence.rationale.strip() for label in self.labels]
        if self.verdict is Verdict.UNSUPPORTED and not any(notes):
            notes = [label.evidence.search_note.strip() for label in self.labels]
        return tuple(dict.fromkeys(note for note in notes if note))


def evidenced_claims(claims: Iterable[LabelledClaim], selection: Selection, tally: Tally) -> Iterator[EvidencedClaim]:
    """The claims with a verdict, by the dataset's rule, and its evidence; what is left out is counted in ``tally``.

    What a format does with ``is_mixed`` is its own matter, and so is counting what it writes.
    """
    for claim in claims:
        decision = selection.decide(claim)
        if decision.verdict is None:
            tally.left_out[why_no_verdict(claim, decision)] += 1
            continue
        labels = tuple(vote for vote in claim.votes if vote.verdict is decision.verdict and not vote.is_open)
        if not labels:
            tally.left_out[OPEN] += 1
            continue
        held = tuple(vote for vote in claim.votes if vote.verdict is not None)
        opposite = _OPPOSITES.get(decision.verdict)
        yield EvidencedClaim(
            claim,
            decision.verdict,
            decision,
            labels,
            _cited(labels),
            is_mixed={Stance.SUPPORTS, Stance.CONTRADICTS} <= {citation.stance for citation in _cited(held)},
            opposing=tuple(citation for citation in _cited(held) if citation.stance is opposite),
        )


def why_no_verdict(claim: LabelledClaim, decision: Decision | None = None) -> str:
    """Why a claim has no verdict by the dataset's ``decision``, or in its votes, as left-outs are counted."""
    if decision is not None and decision.basis == "adjudicated":
        return NOT_A_CLAIM
    if claim.verdicts:
        return DISPUTED
    if any(vote.answer.is_not_a_claim for vote in claim.votes):
        return NOT_A_CLAIM
    return SKIPPED if any(vote.answer.skipped for vote in claim.votes) else UNLABELLED


def _cited(labels: Iterable[Label]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for label in labels for citation in label.evidence.citations))


def count_written(claim: LabelledClaim, selection: Selection, tally: Tally, *, has_votes: bool = True) -> None:
    """Count a claim that a format writes whether it is settled or not, and what it lacks to be.

    The votes behind it are counted as lost where the dataset has none, or the format (``has_votes``) never does.
    """
    tally.claims += 1
    if selection.votes is not Votes.ALL or not has_votes:
        for vote in selection.votes_behind(claim):
            tally.lose(VOTES)
            count_evidence_lost(vote, tally)
    decision = selection.decide(claim)
    if decision.verdict is None:
        tally.unsettled[why_no_verdict(claim, decision)] += 1
        return
    for vote in claim.votes:
        if vote.answer.verdict is decision.verdict and not vote.is_open:
            return
    tally.unsettled[OPEN] += 1


def count_evidence_lost(vote: Label, tally: Tally) -> None:
    """Count all that a vote rests on as lost."""
    evidence = vote.evidence
    tally.lose(RATIONALES, bool(evidence.rationale.strip()))
    tally.lose(NOTES, bool(evidence.search_note.strip()))
    tally.lose(CITATIONS, len(evidence.citations))


def count_votes_behind(claim: EvidencedClaim, told: Iterable[Citation], selection: Selection, tally: Tally) -> None:
    """Count the votes behind a claim's one verdict as lost, and those of their citations that are not ``told`` of,
    each once: what is told of a citation is the format's matter."""
    votes = selection.votes_behind(claim.labelled)
    tally.lose(VOTES, len(votes))
    tally.lose(OTHERS_CITATIONS, len({*_cited(votes)}.difference(told)))
