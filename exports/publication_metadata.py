"""What Datasette shows of a publication beside its rows: what tables and columns mean, licence, queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.storage.publication import QUESTIONS
from exports.deciding import BASES
from exports.reporting import UNSUPPORTED
from exports.selection import Selection

_TABLES = {
    "articles": "The articles whose claims were checked. Their texts are not here.",
    "claims": "Sentence-level claims, each with its one verdict by the rule of this dataset.",
    "flags": "Why an editor should look at a claim.",
    "cues": "What in a claim's words asks for care.",
    "reviewers": "Who labelled, by pseudonym.",
    "votes": "What each reviewer says of a claim now.",
    "sources": "What was cited, with what is known of its retraction.",
    "citations": "What a vote rests on.",
}
COLUMNS = {
    "claim": "article/revision@start-end",
    "article": "the article's short name",
    "revision": "which version of the article's text",
    "title": "the article's title",
    "sha256": "of the text that the offsets count in, as UTF-8",
    "source_address": "where the article was found",
    "split": "train, dev or test; none where none is frozen, or the claim is kept out of it",
    "start": "where the claim begins in the article's text, in Unicode code points",
    "end": "where it ends, exclusive",
    "kind": "what it is: a claim, advice, a list's item, a table's row",
    "headings": "the headings above it, outermost first, as JSON",
    "list_intro": "the line that introduces its list",
    "table_header": "the header of its table",
    "text": "its words",
    "verdict": "its one verdict; none where there is none",
    "adjudication": "an editor's decision: a verdict, or not a claim; none where there is none",
    "adjudication_rationale": "the editor's reason",
    "basis": BASES,
    "flag": "a reason to look",
    "cue": "which kind of wording",
    "words": "the wording, and what it tells",
    "reviewer": "a pseudonym, the same throughout this dataset",
    "votes": "how many votes they gave",
    "vote": "a number of this dataset's own",
    "answer": "supported, unsupported, contradicted, not a claim or skipped; none where they gave evidence alone",
    "rationale": "the reviewer's reason",
    "search_note": "where the reviewer searched, and when",
    "guideline_version": "the guideline that held",
    "missing": "what the verdict still lacks to count as evidenced",
    "labelled_on": "the day (UTC)",
    "source": "type:identifier",
    "type": "doi, pmid, pmcid, nct, isbn or url",
    "identifier": "normalised, for comparing",
    "shown": "as a reader knows it",
    "url": "where it opens",
    "retraction": "what is known of its retraction, and from when",
    "stance": "supports, contradicts or context",
    "quote": "the words quoted",
    "place": "where in the source they stand",
    "strength": "what kind of evidence the source is, where the reviewer said",
    "id": "a number of this dataset's own",
}
_CONFIDENCE = {
    "claims": "how sure the rule is of the verdict, 0 to 1, where it says",
    "votes": "how sure the reviewer was: low, medium, high",
}
_LABELS = {"articles": "title", "claims": "text", "reviewers": "reviewer", "sources": "shown"}
"""The column that stands for a row where another table points to it."""
_FACETS = {"claims": ["kind", "verdict", "article"], "votes": ["answer", "reviewer"], "flags": ["flag"]}


def metadata(columns: Mapping[str, Sequence[str]], selection: Selection) -> dict[str, Any]:
    """The record, for a database named ``claims`` that has those columns by table."""
    origin = selection.origin
    return {
        "title": "Labelled health claims",
        "description": "Claims cut from health articles, sentence by sentence, with the verdicts of reviewers and their"
        f" evidence, as of {origin.as_of or 'the beginning'}. {selection.votes.description} {UNSUPPORTED}",
        "license": origin.licence,
        "databases": {
            "claims": {
                "tables": {name: _table(name, of) for name, of in columns.items()},
                "queries": {
                    each.name: {"title": each.title, "description": each.description, "sql": each.sql}
                    for each in QUESTIONS
                },
            }
        },
    }


def _table(name: str, columns: Sequence[str]) -> dict[str, Any]:
    meanings = {column: _CONFIDENCE[name] if column == "confidence" else COLUMNS[column] for column in columns}
    return {
        "description": _TABLES[name],
        "columns": meanings,
        **({"label_column": _LABELS[name]} if name in _LABELS else {}),
        **({"facets": _FACETS[name]} if name in _FACETS else {}),
    }
