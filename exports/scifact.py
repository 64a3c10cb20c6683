"""SciFact's files, as its reader takes them: ``claims_PART.jsonl`` and ``corpus.jsonl``, with not a key more.

A label stands in the evidence, by document: SUPPORT or CONTRADICT. Unsupported is a claim without evidence; mixed is
both words under different documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from annotator.model import Verdict
from exports.evidenced import EvidencedClaim
from exports.exporter import FolderExporter
from exports.fact_files import NO_VERDICT, SIDES_OF_UNSUPPORTED, CannotTell, FactFormat, Facts, line, write_facts
from exports.mapping import Scheme, name_in
from exports.numbering import LEAST
from exports.passages import Document, Passage

MIXED_IN_ONE = "mixed within one document (SciFact has one label for each)"

_OPPOSITES = {Verdict.SUPPORTED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.SUPPORTED}


def _rows(claim: EvidencedClaim, facts: Facts, _place: str) -> list[bytes]:
    evidence: dict[int, list[dict[str, Any]]] = {}
    cited: list[Document] = []
    if claim.verdict in _OPPOSITES:
        sides = [(claim.verdict, facts.evidence(claim)), (_OPPOSITES[claim.verdict], facts.passages(claim.opposing))]
        by_document = [_by_document(passages, verdict) for verdict, passages in sides]
        if by_document[0].keys() & by_document[1].keys():
            raise CannotTell(MIXED_IN_ONE)
        evidence = by_document[0] | by_document[1]
        facts.lose(NO_VERDICT, int(bool(by_document[1])))
        cited = [passage.document for _, passages in sides for passage in passages]
        cited += [passage.document for passage in facts.passages(claim.context)]
    else:
        cited = [passage.document for passage in facts.passages(claim.citations)]
        facts.lose(SIDES_OF_UNSUPPORTED, len(claim.citations) - len(claim.context))
    number = facts.numbering.number(claim.labelled.claim_id)
    facts.numbering.tell("claim", number, claim.labelled.claim_id, claim.labelled.article.source_address)
    record = {
        "id": number,
        "claim": claim.labelled.claim.text,
        "evidence": {str(document): rationales for document, rationales in evidence.items()},
        "cited_doc_ids": list(dict.fromkeys(document.number for document in cited)),
    }
    return [line(record)]


def _by_document(passages: Iterable[Passage], verdict: Verdict) -> dict[int, list[dict[str, Any]]]:
    """The rationales of one stance, each once, by the document's number."""
    found: defaultdict[int, dict[tuple[int, ...], None]] = defaultdict(dict)
    for passage in passages:
        found[passage.document.number][passage.sentences] = None
    label = name_in(Scheme.SCIFACT, verdict)
    return {
        document: [{"sentences": list(sentences), "label": label} for sentences in rationales]
        for document, rationales in found.items()
    }


def _write_corpus(facts: Facts, folder: Path) -> None:
    with (folder / "corpus.jsonl").open("wb") as file:
        for document in facts.documents:
            record = {
                "doc_id": document.number,
                "title": document.title,
                "abstract": document.sentences,
                "structured": document.is_structured,
            }
            file.write(line(record))
            facts.numbering.tell("document", document.number, document.source.shown, document.source.url)


_FORMAT = FactFormat(lambda part: f"claims_{part}.jsonl" if part else "claims.jsonl", _rows, _write_corpus)

SCIFACT = FolderExporter(
    name="scifact",
    description="SciFact's files: claims by frozen split, with evidence by document and sentence, and corpus.jsonl.",
    loses="It has one verdict a claim, told by its evidence; no votes, rationales, search notes, context or places, and"
    " citations only of who holds the verdict, or for the other side. A quote becomes the whole sentences it stands in."
    f" Documents are numbered by their PMID, others from {LEAST:,} on, as claims are: ids.tsv names them. A citation"
    " that takes no side is a cited document alone. Claims without a verdict, or without its evidence, are left out.",
    write_in=partial(write_facts, shape=_FORMAT),
)
