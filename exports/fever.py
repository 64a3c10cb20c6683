"""FEVER's files: ``PART.jsonl`` of claims with sets of evidence, and the pages that these point to.

Each citation is a set of evidence that suffices alone; its sentences are needed together. A page is a source, called
by its identifier (``PMID_33301246``).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from annotator.model import Source, SourceType, Verdict
from exports.evidenced import EvidencedClaim
from exports.exporter import FolderExporter
from exports.fact_files import NO_SIDE, CannotTell, FactFormat, Facts, line, write_facts
from exports.mapping import Scheme, name_in
from exports.numbering import number_of
from exports.passages import Document, Passage

MIXED = "mixed (evidence of both stances, for which FEVER has no label)"
LOOKED_AT = "citations of unsupported claims"
PAGES = "wiki-pages/wiki-001.jsonl"

_CALLED = {SourceType.PMID: "PMID", SourceType.DOI: "DOI", SourceType.ISBN: "ISBN"}


def page_name(source: Source) -> str:
    """What a source's page is called; it says what it is, and reads back."""
    called = _CALLED.get(source.type)
    return f"{called}_{source.identifier}" if called else source.shown


def _rows(claim: EvidencedClaim, facts: Facts, _place: str) -> list[bytes]:
    if claim.is_mixed:
        raise CannotTell(MIXED)
    is_settled = claim.verdict is not Verdict.UNSUPPORTED
    evidence = (
        _sets(claim, facts) if is_settled else [[[number_of(each.key), None, None, None]] for each in claim.labels]
    )
    if is_settled:
        facts.lose(NO_SIDE, len(claim.context))
    else:
        facts.lose(LOOKED_AT, len(claim.citations))
    number = facts.numbering.number(claim.labelled.claim_id)
    facts.numbering.tell("claim", number, claim.labelled.claim_id, claim.labelled.article.source_address)
    record = {
        "id": number,
        "verifiable": "VERIFIABLE" if is_settled else "NOT VERIFIABLE",
        "label": name_in(Scheme.FEVER, claim.verdict),
        "claim": claim.labelled.claim.text,
        "evidence": evidence,
    }
    return [line(record)]


def _sets(claim: EvidencedClaim, facts: Facts) -> list[list[list[Any]]]:
    """A set for each passage, by the first label that cites it."""
    return [_set(passage, claim) for passage in facts.evidence(claim)]


def _set(passage: Passage, claim: EvidencedClaim) -> list[list[Any]]:
    key = next(label.key for label in claim.labels if passage.citation in label.evidence.citations)
    page = page_name(passage.document.source)
    evidence = number_of(f"{claim.labelled.claim_id} {page} {passage.sentences}")
    return [[number_of(key), evidence, page, sentence] for sentence in passage.sentences]


def _write_pages(facts: Facts, folder: Path) -> None:
    path = folder / PAGES
    path.parent.mkdir()
    with path.open("wb") as file:
        for document in facts.documents:
            name = page_name(document.source)
            file.write(line({"id": name, "text": " ".join(document.sentences), "lines": _lines(document)}))
            facts.numbering.tell("page", name, document.source.shown, document.source.url)


def _lines(document: Document) -> str:
    """Number, tab, sentence, as FEVER's pages have it: our sentences hold neither tab nor line break."""
    return "\n".join(f"{number}\t{sentence}" for number, sentence in enumerate(document.sentences))


_FORMAT = FactFormat(lambda part: f"{part or 'claims'}.jsonl", _rows, _write_pages)

FEVER = FolderExporter(
    name="fever",
    description="FEVER's files: claims by frozen split with sets of evidence, and the pages with the sentences.",
    loses="It has one verdict a claim; no votes, rationales, search notes, context or places, and citations only of who"
    " holds the verdict, and of its stance. A quote becomes the whole sentences it stands in; a page is a source,"
    " without its title. Mixed claims, and those without a verdict or without its evidence, are left out. ids.tsv names"
    " the claims.",
    write_in=partial(write_facts, shape=_FORMAT),
)
