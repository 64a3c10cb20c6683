"""What is said of the claims of each article, for the tools that mark words in a text: one word a mark.

With every vote, each reviewer's is a mark; else a claim has one, by the rule of the dataset, which is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from annotator.model import Answer, ArticleRevision, Citation, Label, LabelledClaim, Verdict
from exports.deciding import Votes
from exports.evidenced import UNLABELLED, count_written, why_no_verdict
from exports.grouping import KEPT_OUT
from exports.selection import Selection, Tally

NOT_A_CLAIM, SKIPPED = "not a claim", "skipped"
WORDS = (*(verdict.value for verdict in Verdict), NOT_A_CLAIM, SKIPPED)
"""Every word that a mark can have."""

DECISIONS = "editors' decisions (they are in a dataset of one verdict a claim)"
WITHOUT_ANSWER = "votes without an answer (evidence or another kind alone)"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a claim: by the reviewer of ``vote``; else by the rule, with its ``confidence`` if it has one."""

    word: str
    vote: Label | None = None
    confidence: float | None = None

    @property
    def reviewer(self) -> str:
        """Who says so; empty for the rule."""
        return self.vote.reviewer if self.vote else ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the vote cites."""
        return self.vote.evidence.citations if self.vote else ()


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article's text with those of its claims that were chosen, in their order, and the marks on each."""

    article: ArticleRevision
    text: str
    split: str | None
    claims: tuple[tuple[LabelledClaim, tuple[Mark, ...]], ...]

    def by_reviewer(self) -> dict[str, list[tuple[LabelledClaim, Mark]]]:
        """The marks of each reviewer, by name, in the order of the text; those of the rule by no name."""
        found: dict[str, list[tuple[LabelledClaim, Mark]]] = {}
        for claim, marks in self.claims:
            for mark in marks:
                found.setdefault(mark.reviewer, []).append((claim, mark))
        return dict(sorted(found.items()))


def marked_articles(
    claims: Iterable[LabelledClaim], selection: Selection, tally: Tally, *, bare: bool
) -> Iterator[MarkedArticle]:
    """The articles of ``claims``, which come article by article, with marks; counted in ``tally`` as they are made.

    A claim without a mark is left out, or with ``bare`` stays as one that nobody marked. What is kept out of the
    splits is left out: its words stand in the text all the same, for a text is never cut.
    """
    for article, group in groupby(claims, lambda claim: claim.article):
        chosen = []
        for claim in group:
            if claim.claim_id in selection.kept_out and article.slug in selection.splits:
                tally.left_out[KEPT_OUT] += 1
                continue
            marks = marks_on(claim, selection, tally)
            if not marks and not bare:
                tally.left_out[_why_unmarked(claim, selection)] += 1
                continue
            count_written(claim, selection, tally)
            chosen.append((claim, marks))
        yield MarkedArticle(article, selection.text_of(article), selection.splits.get(article.slug), tuple(chosen))


def marks_on(claim: LabelledClaim, selection: Selection, tally: Tally) -> tuple[Mark, ...]:
    """The marks on a claim, by reviewer's name. Votes that answer nothing are no marks, and counted as lost."""
    if selection.votes is not Votes.ALL:
        decision = selection.decide(claim)
        return (Mark(decision.verdict.value, None, decision.confidence),) if decision.verdict else ()
    if claim.adjudication is not None and claim.adjudication.answer is not None:
        tally.lose(DECISIONS)
    marks = []
    for vote in selection.votes_of(claim):
        if word := word_of(vote.answer):
            marks.append(Mark(word, vote))
            tally.votes += 1
        else:
            tally.lose(WITHOUT_ANSWER)
    return tuple(marks)


def word_of(answer: Answer) -> str:
    """What an answer says in one word; nothing where it gives another kind of claim alone."""
    if answer.verdict is not None:
        return answer.verdict.value
    if answer.is_not_a_claim:
        return NOT_A_CLAIM
    return SKIPPED if answer.skipped else ""


def utf_16_places(text: str) -> Callable[[int], int]:
    """What turns a place in ``text`` in code points into one in UTF-16 units, as browsers and Java count: a sign
    outside the basic plane, such as an emoji, is two."""
    doubled = [place for place, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
    return lambda place: place + bisect_left(doubled, place)


def citation_words(citation: Citation) -> str:
    """A citation in lines for a person: what it does and the source, then place, strength and quote where given."""
    lines = [f"{citation.stance}: {citation.source.shown}"]
    if place := " ".join(citation.place.split()):
        lines.append(f"place: {place}")
    if citation.strength:
        lines.append(f"strength: {citation.strength.replace('_', ' ')}")
    if citation.quote.strip():
        lines.append(f"quote: {citation.quote.strip()}")
    return "\n".join(lines)


def _why_unmarked(claim: LabelledClaim, selection: Selection) -> str:
    return UNLABELLED if selection.votes is Votes.ALL else why_no_verdict(claim)
