"""A dataset as flat tables with typed columns, for the formats that have types: what each is called, holds, means.

Claims, votes, citations and sources, joined by ``claim_id``, ``key`` and ``source_id``. The first two have the columns
of the CSV, and their names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from annotator.flags import claim_flags
from annotator.model import Citation, Label, LabelledClaim, Source, missing_evidence
from corpus.model import Amount, Cue
from corpus.quantities.spoken import in_words
from exports.deciding import BASES
from exports.json_lines import finite
from exports.selection import Selection

LOSES = "It has no earlier labels, no places of cues in a claim, and no single cells of a table's row."
"""What a format with these columns drops of claims."""


class Holds(StrEnum):
    """What the cells of a column are; None where there is nothing to say, but never in ``TEXT`` and ``TEXTS``."""

    TEXT = "text"
    TEXTS = "list of texts"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    MOMENT = "time (UTC)"


Cell = str | tuple[str, ...] | int | float | bool | datetime | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    holds: Holds
    meaning: str


CLAIMS = (
    Column("claim_id", Holds.TEXT, "article/revision@start-end"),
    Column("article", Holds.TEXT, "the article's short name"),
    Column("revision", Holds.WHOLE, "which version of the article's text"),
    Column("title", Holds.TEXT, "the article's title"),
    Column("article_sha256", Holds.TEXT, "of the text that the offsets count in, as UTF-8"),
    Column("source_address", Holds.TEXT, "where the article was found"),
    Column("split", Holds.TEXT, "train, dev or test; empty where none is frozen"),
    Column("start", Holds.WHOLE, "where the claim begins, in Unicode code points"),
    Column("end", Holds.WHOLE, "where it ends, exclusive"),
    Column("kind", Holds.TEXT, "what it is, by the newest kind a reviewer gave, else by the cut"),
    Column("kind_cut", Holds.TEXT, "what it is by the cut"),
    Column("check_worthy", Holds.TRUTH, "whether the cut found it worth checking"),
    Column("headings", Holds.TEXTS, "the headings above it, outermost first"),
    Column("list_intro", Holds.TEXT, "the line that introduces its list"),
    Column("table_header", Holds.TEXT, "the header of its table"),
    Column("cues", Holds.TEXTS, "what in its words asks for care"),
    Column("text", Holds.TEXT, "its words"),
    Column("final_verdict", Holds.TEXT, "its one verdict by the rule of the dataset; empty where there is none"),
    Column("final_basis", Holds.TEXT, BASES),
    Column("final_confidence", Holds.NUMBER, "how sure the rule is, 0 to 1, where it says"),
    Column("flags", Holds.TEXTS, "why an editor should look"),
    Column("retractions", Holds.TEXTS, "what is known of the retraction of each source cited"),
    Column("adjudication", Holds.TEXT, "an editor's decision: a verdict, or not_a_claim; empty where there is none"),
    Column("adjudication_editor", Holds.TEXT, "who decided"),
    Column("adjudication_rationale", Holds.TEXT, "the editor's reason"),
    Column("adjudication_at", Holds.MOMENT, "when"),
    Column("adjudication_key", Holds.TEXT, "the decision's own name"),
)
VOTES = (
    Column("claim_id", Holds.TEXT, "the claim"),
    Column("reviewer", Holds.TEXT, "who says so"),
    Column("verdict", Holds.TEXT, "supported, unsupported or contradicted; empty where there is none"),
    Column("vote_kind", Holds.TEXT, "the kind the reviewer gave; empty where none"),
    Column("skipped", Holds.TRUTH, "whether the reviewer skipped the claim"),
    Column("sources", Holds.TEXTS, "the sources cited, each with its stance"),
    Column("rationale", Holds.TEXT, "the reviewer's reason"),
    Column("search_note", Holds.TEXT, "where the reviewer searched, and when"),
    Column("confidence", Holds.TEXT, "low, medium, high; empty where not said"),
    Column("guideline_version", Holds.WHOLE, "the guideline that held"),
    Column("seconds_spent", Holds.NUMBER, "from the claim's showing to the key press"),
    Column("pressed_at", Holds.MOMENT, "the browser's time of the key press"),
    Column("labelled_at", Holds.MOMENT, "the desk's time of saving"),
    Column("open", Holds.TRUTH, "whether the verdict still lacks its evidence"),
    Column("missing", Holds.TEXT, "what it lacks"),
    Column("key", Holds.TEXT, "the label's own name"),
)
CITATIONS = (
    Column("claim_id", Holds.TEXT, "the claim"),
    Column("key", Holds.TEXT, "the label that cites"),
    Column("reviewer", Holds.TEXT, "who cites"),
    Column("position", Holds.WHOLE, "from 0, in the label's order"),
    Column("source_id", Holds.TEXT, "the source"),
    Column("stance", Holds.TEXT, "supports, contradicts or context"),
    Column("quote", Holds.TEXT, "the words quoted"),
    Column("place", Holds.TEXT, "where in the source they stand"),
    Column("strength", Holds.TEXT, "what kind of evidence the source is; empty where not said"),
)
SOURCES = (
    Column("source_id", Holds.TEXT, "type:identifier"),
    Column("type", Holds.TEXT, "doi, pmid, pmcid, nct, isbn or url"),
    Column("identifier", Holds.TEXT, "normalised, for comparing"),
    Column("shown", Holds.TEXT, "as a reader knows it"),
    Column("url", Holds.TEXT, "where it opens"),
)
TABLES = {"claims": CLAIMS, "votes": VOTES, "citations": CITATIONS, "sources": SOURCES}
"""The tables by name, in their order."""

VERDICT = CLAIMS.index(next(column for column in CLAIMS if column.name == "final_verdict"))
"""Where in a claim's row its verdict stands."""


def claim_row(labelled: LabelledClaim, selection: Selection) -> Row:
    """A claim as a row of ``CLAIMS``."""
    article, claim, decision = labelled.article, labelled.claim, selection.decide(labelled)
    context, start = claim.context, claim.span.start
    return (
        labelled.claim_id,
        article.slug,
        article.revision,
        article.title,
        article.sha256,
        article.source_address,
        selection.split_of(labelled) or "",
        start,
        claim.span.end,
        labelled.kind,
        claim.kind,
        claim.check_worthy,
        context.headings,
        context.list_intro,
        context.table_header,
        tuple([cue_words(cue, claim.text, start) for cue in claim.cues]),
        claim.text,
        decision.verdict or "",
        decision.basis,
        decision.confidence,
        tuple(sorted(claim_flags(labelled))),
        tuple([f"{source.shown}: {known.words}" for source, known in selection.retractions_of(labelled)]),
        *_decision_cells(labelled),
    )


def _decision_cells(labelled: LabelledClaim) -> tuple[Cell, ...]:
    if (made := labelled.adjudication) is None or made.answer is None:
        return ("", "", "", None, "")
    return (made.answer.value, made.editor, made.rationale, made.decided_at, made.key)


def vote_row(vote: Label) -> Row:
    """A vote as a row of ``VOTES``."""
    answer, evidence = vote.answer, vote.evidence
    missing = missing_evidence(answer.verdict, evidence)
    return (
        vote.claim_id,
        vote.reviewer,
        answer.verdict or "",
        answer.kind or "",
        answer.skipped,
        tuple([f"{citation.stance}: {citation.source.shown}" for citation in evidence.citations]),
        evidence.rationale,
        evidence.search_note,
        evidence.confidence or "",
        vote.guideline_version,
        finite(vote.seconds_spent),
        vote.pressed_at,
        vote.labelled_at,
        missing is not None,
        missing or "",
        vote.key,
    )


def citation_rows(vote: Label) -> list[Row]:
    """A vote's citations as rows of ``CITATIONS``."""
    return [
        (
            vote.claim_id,
            vote.key,
            vote.reviewer,
            position,
            source_id(citation.source),
            citation.stance.value,
            citation.quote,
            citation.place,
            citation.strength.value if citation.strength else "",
        )
        for position, citation in enumerate(vote.evidence.citations)
    ]


def source_row(source: Source) -> Row:
    """A source as a row of ``SOURCES``."""
    return (source_id(source), source.type.value, source.identifier, source.shown, source.url)


def source_id(source: Source) -> str:
    """What ``CITATIONS`` and ``SOURCES`` call a source."""
    return f"{source.type}:{source.identifier}"


def sources_of(citations: Iterable[Citation]) -> dict[str, Source]:
    """The sources cited, by their id."""
    return {source_id(citation.source): citation.source for citation in citations}


def cue_words(cue: Cue, text: str, start: int) -> str:
    """A cue in a claim that begins at ``start``: its name, its words, and what they tell."""
    said = in_words(cue.detail) if isinstance(cue.detail, Amount) else cue.detail
    told = f" ({said})" if said else ""
    return f"{cue.name}: {text[cue.span.start - start : cue.span.end - start]}{told}"
