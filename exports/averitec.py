"""AVeriTeC's JSON list: claims with a label, a justification, and the evidence as answers to questions.

Nobody at the desk asks questions. Each answer stands under one of two that are the same for all claims.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import orjson

from annotator.label_files.elsewhere.averitec import IS_THERE_EVIDENCE, NO_ANSWER, WHAT_IT_SAYS
from annotator.model import SourceType, Verdict
from exports.evidenced import EvidencedClaim
from exports.exporter import FolderExporter
from exports.fact_files import NO_SIDE, SIDES_OF_UNSUPPORTED, FactFormat, Facts, write_facts
from exports.mapping import Scheme, mixed_in, name_in
from exports.passages import Passage
from exports.web_addresses import host_of, web_address

MIXED = "verdicts of mixed claims, and what each of their citations does"

_MEDIUM = {SourceType.ISBN: "Other"}
_UNANSWERED = {
    "question": IS_THERE_EVIDENCE,
    "answers": [
        {
            "answer": NO_ANSWER,
            "answer_type": "Unanswerable",
            "source_url": "",
            "source_medium": "",
            "cached_source_url": "",
        }
    ],
}


def _rows(claim: EvidencedClaim, facts: Facts, place: str) -> list[bytes]:
    labelled = claim.labelled
    address = web_address(labelled.article.source_address)
    questions = [_question(passage) for passage in _told(claim, facts)]
    record = {
        "claim": labelled.claim.text,
        "required_reannotation": False,
        "label": mixed_in(Scheme.AVERITEC) if claim.is_mixed else name_in(Scheme.AVERITEC, claim.verdict),
        "justification": "\n".join(claim.rationales),
        "claim_date": None,
        "speaker": None,
        "original_claim_url": address or None,
        "cached_original_claim_url": None,
        "fact_checking_article": None,
        "reporting_source": host_of(address) or None,
        "location_ISO_code": None,
        "claim_types": [],
        "fact_checking_strategies": ["Written Evidence"] if questions else [],
        "questions": questions or [_UNANSWERED],
    }
    facts.numbering.tell("claim", place, labelled.claim_id, labelled.article.source_address)
    return [orjson.dumps(record, option=orjson.OPT_INDENT_2)]


def _told(claim: EvidencedClaim, facts: Facts) -> list[Passage]:
    """The passages whose words answer, each once."""
    if claim.verdict is Verdict.UNSUPPORTED:
        passages = facts.passages(claim.citations)
        facts.lose(SIDES_OF_UNSUPPORTED, len(claim.citations) - len(claim.context))
    else:
        passages = [*facts.evidence(claim), *facts.passages(claim.opposing)]
        facts.lose(NO_SIDE, len(claim.context))
    facts.lose(MIXED, int(claim.is_mixed))
    return list({(passage.words, passage.citation.source): passage for passage in passages}.values())


def _question(passage: Passage) -> dict[str, Any]:
    source = passage.citation.source
    answer = {
        "answer": passage.words,
        "answer_type": "Extractive",
        "source_url": source.url,
        "source_medium": _MEDIUM.get(source.type, "Web text"),
        "cached_source_url": "",
    }
    return {"question": WHAT_IT_SAYS, "answers": [answer]}


_FORMAT = FactFormat(lambda part: f"{part or 'claims'}.json", _rows, before=b"[\n", between=b",\n", after=b"\n]\n")

AVERITEC = FolderExporter(
    name="averitec",
    description="AVeriTeC's JSON by frozen split: a label, a justification, and the quotes as answers to questions.",
    loses="It has one verdict a claim; no votes, context or places, and citations only of who holds the verdict, or for"
    " the other side. Its questions are the same for all claims: nobody asked them. The justification is the"
    " rationales, or the search notes where unsupported has none. Date, speaker, place and type of a claim are empty."
    " ids.tsv names the claims. Those without a verdict, or without its evidence, are left out.",
    write_in=partial(write_facts, shape=_FORMAT),
)
