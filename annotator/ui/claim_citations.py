"""A citation as a claim's page shows it: the source with its work, strength and status, and how the quote stands."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.citations.amount_remarks import compare_amounts
from annotator.citations.quotes import QuoteCheck, QuoteMatch, check_quote
from annotator.citations.retraction import NEVER_CHECKED
from annotator.citations.work import Work
from annotator.model import Citation
from annotator.storage.records import Record
from annotator.ui.changes import source_words
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import QUOTE_TONES, QUOTE_WORDS, STANCE_TONES, STANCE_WORDS, STRENGTH_WORDS, retraction_lines

MOST_CHANGES = 6


def citation_node(citation: Citation, record: Record) -> Node:
    """One citation of a label on the record's claim, as an item of a list."""
    stored = record.works.get(citation.source)
    work = stored.work if stored else None
    strength = [node("span.chip", STRENGTH_WORDS[citation.strength])] if citation.strength else []
    place = [node("span.quiet", f"  {citation.place}", dir="auto")] if citation.place else []
    return node(
        "li",
        node("span.stance", STANCE_WORDS[citation.stance], is_=str(STANCE_TONES[citation.stance])),
        node("span", node("a", source_words(citation), href=citation.source.url), *strength, *place),
        *_work_lines(work),
        *retraction_lines(record.retractions.get(citation.source, NEVER_CHECKED)),
        *_quote(citation.quote, record.labelled.claim.text, work),
    )


def _work_lines(work: Work | None) -> Iterator[Node]:
    if work and work.title:
        yield node("span.work", work.title, dir="auto")
        by = " · ".join(filter(None, (work.authors_in_short, work.journal, str(work.year or ""))))
        yield node("span.byline", by, dir="auto")


def _quote(quote: str, claim: str, work: Work | None) -> Iterator[Node]:
    """The quote, how it stands in the abstract where there is one, and what is odd about its numbers."""
    if not quote.strip():
        return
    yield node("blockquote", f"“{quote}”", dir="auto")
    if work and work.abstract:
        yield from _checked(check_quote(quote, work.abstract))
    for remark in compare_amounts(claim, quote):
        yield node("span.checked", f"! {remark.text}", is_="doubt", dir="auto")


def _checked(check: QuoteCheck) -> Iterator[Node]:
    changes = check.changes if check.match is QuoteMatch.NEAR else ()
    pairs: list[Node | str] = []
    for source, quoted in changes[:MOST_CHANGES]:
        pairs += [" ", *([node("del", source)] if source else []), " ", *([node("ins", quoted)] if quoted else [])]
    if len(changes) > MOST_CHANGES:
        pairs.append(f" and {len(changes) - MOST_CHANGES} more")
    said = QUOTE_WORDS[check.match] + (":" if changes else "")
    yield node("span.checked", node("strong", said), *pairs, is_=QUOTE_TONES[check.match], dir="auto")
    if check.left_out:
        yield node("span.checked", f"! The source says “{check.left_out}” where it is quoted", is_="bad", dir="auto")
