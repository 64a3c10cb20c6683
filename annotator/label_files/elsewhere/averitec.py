"""AVeriTeC's JSON list: claims with a label, a justification, and questions whose answers are the evidence.

Our own exports ask the same two questions of every claim, since nobody at a desk asks any: they are no words of a
source, and are left out when they come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotator.label_files.elsewhere.given import Fields, Job, each_entry, the
from annotator.label_files.elsewhere.model import UNLABELLED, BadEntry, Found, Losses, Meaning, Passage, Refused, Vote
from annotator.label_files.elsewhere.same_words import told_apart

WHAT_IT_SAYS = "What does this source say of the claim?"
IS_THERE_EVIDENCE = "Is there evidence that settles the claim?"
NO_ANSWER = "No answer could be found."
"""What exports of ours ask, and how they answer the second: see ``exports.averitec``."""

_ABOUT = "speaker, date, address, types or strategies of a claim: left out"
_FIELDS = ("speaker", "claim_date", "original_claim_url", "claim_types", "fact_checking_strategies")
_CACHED = "archived copy of a source: left out"


def read_averitec(job: Job) -> Iterator[Found | Refused]:
    """The claims of an AVeriTeC file; its justification is the rationale."""
    losses = job.losses

    def found(number: int, fields: Fields) -> Iterable[Found]:
        claim = the(fields, "claim", str, "text")
        if any(fields.get(name) for name in _FIELDS):
            losses.add(_ABOUT)
        if fields.get("label") is None:
            losses.add(UNLABELLED)
            return [Found(number, claim)]
        meaning = job.words.meaning(the(fields, "label", str, "text"))
        cited = tuple(_passages(fields.get("questions") or [], meaning, losses))
        why = fields.get("justification") or ""
        vote = Vote(number, meaning=meaning, passages=cited, rationale=why if isinstance(why, str) else "")
        if meaning is Meaning.UNSUPPORTED:  # it says what was sought and not found
            vote = replace(vote, rationale="", search_note=vote.rationale)
        return [Found(number, claim, (vote,))]

    yield from told_apart(each_entry(job.given, found), losses)


def _passages(questions: object, meaning: Meaning, losses: Losses) -> Iterator[Passage]:
    if not isinstance(questions, list):
        raise BadEntry("its questions are no list")
    for question in questions:
        if not isinstance(question, dict) or not isinstance(question.get("answers"), list):
            raise BadEntry("a question of it has no list of answers")
        for answer in question["answers"]:
            if not isinstance(answer, dict):
                raise BadEntry("an answer of it is no object")
            asked = str(question.get("question") or "").strip()
            if (asked, answer.get("answer")) != (IS_THERE_EVIDENCE, NO_ANSWER):
                yield _passage("" if asked == WHAT_IT_SAYS else asked, answer, meaning, losses)


def _passage(question: str, answer: Mapping[str, Any], meaning: Meaning, losses: Losses) -> Passage:
    if answer.get("cached_source_url"):
        losses.add(_CACHED)
    address = str(answer.get("source_url") or "").strip()
    words = f"{question} {str(answer.get('answer') or '').strip()}".strip()
    return Passage(words, (address,) if address else (), "", meaning)
