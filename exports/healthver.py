"""HealthVer's CSV: a row for each pair of a claim and a passage, labelled with what that passage does to the claim."""

from __future__ import annotations

import csv
import io
from functools import partial

from annotator.label_files.cells import defused
from annotator.model import Citation, Stance, Verdict
from exports.evidenced import EvidencedClaim
from exports.exporter import FolderExporter
from exports.fact_files import NO_VERDICT, CannotTell, FactFormat, Facts, write_facts
from exports.mapping import Scheme, name_in
from exports.numbering import number_of
from exports.passages import Passage

COLUMNS = ("id", "evidence", "claim", "label", "topic_ip", "question")
NOTHING_LOOKED_AT = "unsupported, with no words of a source that was looked at (a row needs a passage)"
SIDES = "citations that take a side on an unsupported claim"
DEFUSED = "cells that a spreadsheet would run (they begin with an apostrophe)"

_MEANT = {
    Stance.SUPPORTS: Verdict.SUPPORTED,
    Stance.CONTRADICTS: Verdict.CONTRADICTED,
    Stance.CONTEXT: Verdict.UNSUPPORTED,
}


def _rows(claim: EvidencedClaim, facts: Facts, _place: str) -> list[bytes]:
    if claim.verdict is Verdict.UNSUPPORTED:
        passages = facts.passages(claim.context)
        facts.lose(SIDES, len(claim.citations) - len(claim.context))
        if not passages:
            raise CannotTell(NOTHING_LOOKED_AT)
    else:
        evidence, opposing = facts.evidence(claim), facts.passages(claim.opposing)
        facts.lose(NO_VERDICT, int(bool(opposing)))
        passages = [*evidence, *opposing, *facts.passages(claim.context)]
    pairs: dict[tuple[str, Stance], Passage] = {}
    for passage in passages:
        pairs.setdefault((passage.words, passage.citation.stance), passage)
    return [_row(claim, passage, facts) for passage in pairs.values()]


def _row(claim: EvidencedClaim, passage: Passage, facts: Facts) -> bytes:
    article, citation = claim.labelled.article, passage.citation
    number = facts.numbering.number(f"{claim.labelled.claim_id} {citation.stance} {passage.words}")
    facts.numbering.tell("row", number, claim.labelled.claim_id, citation.source.shown)
    words = [passage.words, claim.labelled.claim.text, _label(citation), article.title]
    evidence, text, label, question = map(defused, words)
    facts.lose(
        DEFUSED, sum(cell != given for cell, given in zip((evidence, text, label, question), words, strict=True))
    )
    return _line((number, evidence, text, label, number_of(article.slug), question))


def _label(citation: Citation) -> str:
    name = name_in(Scheme.HEALTHVER, _MEANT[citation.stance])
    assert name is not None  # noqa: S101 - HealthVer has a word for each
    return name


def _line(cells: tuple[object, ...]) -> bytes:
    """A row as RFC 4180 has it."""
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(cells)
    return row.getvalue().encode()


_FORMAT = FactFormat(lambda part: f"healthver_{part}.csv" if part else "healthver.csv", _rows, before=_line(COLUMNS))

HEALTHVER = FolderExporter(
    name="healthver",
    description="HealthVer's CSV by frozen split: a row for each pair of a claim and a passage.",
    loses="A row says what its passage does to the claim, not the claim's verdict, and names no source (ids.tsv does)."
    " It has no votes, rationales, search notes or places. topic_ip is the article and question its title. Citations"
    " are only of who holds the verdict, or for the other side. Claims without a verdict, or without its evidence, are"
    " left out.",
    write_in=partial(write_facts, shape=_FORMAT),
)
