"""CSV and TSV for spreadsheets and data frames: a row a vote, or a row a claim with its final verdict.

RFC 4180 with CRLF and every cell in quotes, UTF-8 with a byte-order mark so that Excel reads it right. No cell runs as
a formula, nor a part of one where a spreadsheet takes another separator:
``annotator.label_files.cells`` says how cells are defused and how that is undone.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from functools import partial
from typing import BinaryIO

import orjson

from annotator.flags import claim_flags
from annotator.label_files.cells import defused
from annotator.label_files.comma_separated import DECISION
from annotator.model import ArticleRevision, Label, LabelledClaim, missing_evidence
from annotator.storage.times import to_text
from corpus.model import Context
from exports.deciding import Decision, Votes
from exports.evidenced import count_written
from exports.exporter import Exporter
from exports.json_lines import finite
from exports.remembering import Remembered
from exports.selection import Selection, Tally
from exports.tables import LOSES, cue_words

CLAIM_COLUMNS = (
    *("claim_id", "article", "revision", "title", "article_sha256", "source_address", "split", "start", "end"),
    *("kind", "kind_cut", "check_worthy", "headings", "list_intro", "table_header", "cues", "text"),
    *("final_verdict", "final_basis", "final_confidence", "flags", "retractions"),
    *DECISION,
)
VOTE_COLUMNS = (
    *("reviewer", "verdict", "vote_kind", "skipped", "sources", "rationale", "search_note", "confidence"),
    *("guideline_version", "seconds_spent", "pressed_at", "labelled_at", "open", "missing", "citations", "key"),
)
WITHOUT_VOTES = "without a vote (a row is a vote; --votes final has every claim)"


def write_separated(claims: Iterable[LabelledClaim], file: BinaryIO, selection: Selection, *, separator: str) -> Tally:
    """Write a header, then a row per vote, or per claim for a dataset of one verdict a claim."""
    tally, final = Tally(), selection.votes is not Votes.ALL
    between = f'"{separator}"'
    articles, contexts = Remembered(_article_cells), Remembered(_context_cells)
    file.write(codecs.BOM_UTF8 + _line(_quoted(CLAIM_COLUMNS if final else CLAIM_COLUMNS + VOTE_COLUMNS, between)))
    for claim in claims:
        votes = selection.votes_of(claim)
        if not (votes or final):
            tally.left_out[WITHOUT_VOTES] += 1
            continue
        cells = _quoted(
            [
                claim.claim_id,
                *articles.of(claim.article),
                selection.split_of(claim) or "",
                *_cut_cells(claim),
                *contexts.of(claim.claim.context),
                *_claim_cells(claim, selection.decide(claim)),
                defused(_retractions(claim, selection)),
                *_decision_cells(claim),
            ],
            between,
        )
        if final:
            file.write(_line(cells))
        file.writelines(_line(f"{cells}{separator}{_quoted(_vote_cells(vote), between)}") for vote in votes)
        count_written(claim, selection, tally)
        tally.votes += len(votes)
    return tally


def _quoted(cells: Sequence[str], between: str) -> str:
    """Cells with a separator in quotes ``between`` them. With all of them in quotes nothing is left to decide, which
    ``csv.writer`` does for each character: it took a quarter of an export."""
    row = between.join(cells)
    if row.count('"') > 2 * len(cells) - 2:  # more than those between: few rows have any, and counting is quick
        row = between.join([cell.replace('"', '""') for cell in cells])
    return f'"{row}"'


def _line(cells: str) -> bytes:
    return cells.encode() + b"\r\n"


_LOSES = f"{LOSES} A cell that a spreadsheet would run begins with an apostrophe."
_WITH_VOTES = "One row a vote leaves out claims without a vote. It can be loaded into another desk."
_WITH_ONE_VERDICT = "One row a claim leaves out the votes and their evidence: no other desk can load it."

COMMA_SEPARATED = Exporter(
    name="csv",
    suffix=".csv",
    media_type="text/csv",
    description="A table: one row a vote (--votes all), or one row a claim (--votes final, majority, estimate).",
    loses=_LOSES,
    write_to=partial(write_separated, separator=","),
    with_votes=_WITH_VOTES,
    with_one_verdict=_WITH_ONE_VERDICT,
)

TAB_SEPARATED = Exporter(
    name="tsv",
    suffix=".tsv",
    media_type="text/tab-separated-values",
    description="The same table with tabs between the cells. A cell may hold a line break: read it as CSV with tabs.",
    loses=f"As CSV. {_LOSES}",
    write_to=partial(write_separated, separator="\t"),
    with_votes=_WITH_VOTES,
    with_one_verdict=_WITH_ONE_VERDICT,
)


def _article_cells(article: ArticleRevision) -> list[str]:
    return [
        article.slug,
        str(article.revision),
        defused(article.title),
        article.sha256,
        defused(article.source_address),
    ]


def _cut_cells(labelled: LabelledClaim) -> list[str]:
    claim = labelled.claim
    return [str(claim.span.start), str(claim.span.end), labelled.kind, claim.kind, _truth(claim.check_worthy)]


def _context_cells(context: Context) -> list[str]:
    return [defused(" > ".join(context.headings)), defused(context.list_intro), defused(context.table_header)]


def _claim_cells(labelled: LabelledClaim, final: Decision) -> list[str]:
    claim = labelled.claim
    start = claim.span.start
    return [
        defused("; ".join([cue_words(cue, claim.text, start) for cue in claim.cues])),
        defused(claim.text),
        final.verdict or "",
        final.basis,
        "" if final.confidence is None else repr(final.confidence),
        " ".join(sorted(claim_flags(labelled))),
    ]


def _decision_cells(claim: LabelledClaim) -> list[str]:
    """An editor's decision, in the order of ``DECISION``."""
    if (made := claim.adjudication) is None or made.answer is None:
        return [""] * len(DECISION)
    return [made.answer, defused(made.editor), defused(made.rationale), to_text(made.decided_at), made.key]


def _retractions(claim: LabelledClaim, selection: Selection) -> str:
    return "; ".join([f"{source.shown}: {known.words}" for source, known in selection.retractions_of(claim)])


def _vote_cells(vote: Label) -> list[str]:
    answer, evidence = vote.answer, vote.evidence
    missing = missing_evidence(answer.verdict, evidence)
    seconds = finite(vote.seconds_spent)
    cited = evidence.citations
    return [
        defused(vote.reviewer),
        answer.verdict or "",
        answer.kind or "",
        _truth(answer.skipped),
        defused("; ".join([f"{citation.stance}: {citation.source.shown}" for citation in cited])),
        defused(evidence.rationale),
        defused(evidence.search_note),
        evidence.confidence or "",
        str(vote.guideline_version),
        "" if seconds is None else repr(seconds),
        to_text(vote.pressed_at) if vote.pressed_at else "",
        to_text(vote.labelled_at),
        _truth(missing is not None),
        missing or "",
        defused(orjson.dumps(cited).decode()) if cited else "[]",
        vote.key,
    ]


def _truth(holds: bool) -> str:
    return "true" if holds else "false"
