"""schema.org's ClaimReview, one for each claim, as JSON-LD lines and in pages ready to be published.

The rating scale is spelled out in every review: 1 contradicted, 3 unsupported or mixed, 5 supported. Addresses are
relative to where the files stand, until ``--site`` says where that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from annotator.citations.retraction import RetractionStatus, Standing
from annotator.citations.work import Work
from annotator.model import Citation, LabelledClaim, SourceType, Stance, Verdict
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.evidenced import EvidencedClaim, count_votes_behind, evidenced_claims
from exports.exporter import FolderExporter
from exports.review_pages import Cited, Pages, Review
from exports.selection import Selection, Tally
from exports.web_addresses import host_of, web_address

CONTEXT = "https://schema.org"
WORST, BEST = 1, 5
RATINGS = {"Contradicted": 1, "Unsupported": 3, "Mixed": 3, "Supported": 5}
"""What a review says, and its place on the scale."""

SCALE = (
    "From 1 to 5: 1 contradicted by the evidence; 3 unsupported (searched, and nothing settles it; this never includes"
    " contradicted) or mixed (evidence for and against); 5 supported by the evidence."
)
NO_SITE = "whole addresses of the reviews (they are relative; --site says where they will stand)"
OTHER_CITATIONS = "citations of another stance than the verdict's"

_WORDS = {Verdict.SUPPORTED: "Supported", Verdict.CONTRADICTED: "Contradicted", Verdict.UNSUPPORTED: "Unsupported"}
_STANCES = {
    Stance.SUPPORTS: "Supports the claim.",
    Stance.CONTRADICTS: "Contradicts the claim.",
    Stance.CONTEXT: "Takes no side.",
}
_KINDS = {SourceType.URL: "WebPage", SourceType.ISBN: "Book", SourceType.NCT: "CreativeWork"}


def write_reviews(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``claims.jsonl``, a review a line, and ``ARTICLE.html`` for each article, with the same reviews in it.

    Raises CannotExport for estimates: published as reviews, they would pass for what somebody thought.
    """
    if selection.votes is Votes.ESTIMATE:
        raise CannotExport(
            "a ClaimReview is somebody's judgement, and an estimate is arithmetic: choose final or majority verdicts"
        )
    tally = Tally()
    with (folder / "claims.jsonl").open("wb", buffering=1 << 16) as file, Pages(folder, SCALE) as pages:
        for claim in evidenced_claims(claims, selection, tally):
            cited = _cited(claim, selection)
            review = claim_review(claim, cited, selection.origin.site)
            file.write(orjson.dumps(review, option=orjson.OPT_APPEND_NEWLINE))
            pages.add(
                Review(
                    claim.labelled.article,
                    _fragment(claim.labelled),
                    claim.labelled.claim.text,
                    review["reviewRating"]["alternateName"],
                    review["reviewRating"]["ratingValue"],
                    claim.rationales,
                    cited,
                    review,
                )
            )
            tally.claims += 1
            tally.lose(OTHER_CITATIONS, len(set(claim.citations) - {each.citation for each in cited}))
            tally.lose(NO_SITE, not selection.origin.site)
            count_votes_behind(claim, (*claim.citations, *claim.opposing), selection, tally)
    return tally


def claim_review(claim: EvidencedClaim, cited: Iterable[Cited], site: str) -> dict[str, Any]:
    """A claim as a ClaimReview, on a page under ``site``. What nobody knows has no key."""
    article = claim.labelled.article
    words = "Mixed" if claim.is_mixed else _WORDS[claim.verdict]
    url = f"{site}{'/' if site else ''}{article.slug}.html#{_fragment(claim.labelled)}"
    appearance = {"@type": "CreativeWork", "name": article.title, "url": web_address(article.source_address)}
    review = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "@id": url,
        "url": url,
        "claimReviewed": claim.labelled.claim.text,
        "datePublished": max(label.labelled_at for label in claim.labels).date().isoformat(),
        "author": {"@type": "Organization", "name": host_of(site), "url": site} if site else None,
        "itemReviewed": {"@type": "Claim", "@id": f"{url}-claim", "appearance": [_known(appearance)]},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[words],
            "worstRating": WORST,
            "bestRating": BEST,
            "alternateName": words,
            "ratingExplanation": SCALE,
        },
        "reviewBody": "\n\n".join(claim.rationales),
        "citation": [_citation(each) for each in cited],
    }
    return _known(review)


def _fragment(labelled: LabelledClaim) -> str:
    """Where in its page a claim stands: revision and place, which never move."""
    span = labelled.claim.span
    return f"r{labelled.article.revision}-{span.start}-{span.end}"


def _cited(claim: EvidencedClaim, selection: Selection) -> tuple[Cited, ...]:
    """What a review cites: the evidence for its verdict, of mixed claims that of both stances, and for unsupported
    what was looked at."""
    citations = dict.fromkeys((*claim.evidence, *claim.opposing))
    if claim.verdict is Verdict.UNSUPPORTED:
        citations = dict.fromkeys(claim.citations if claim.is_mixed else claim.context)
    works = selection.works([citation.source for citation in citations])
    known = dict(selection.retractions_of(claim.labelled))
    return tuple(_told(citation, works.get(citation.source), known.get(citation.source)) for citation in citations)


def _told(citation: Citation, work: Work | None, known: RetractionStatus | None) -> Cited:
    is_bad = known is not None and known.nature in (Standing.RETRACTED, Standing.CONCERN)
    told = f"{_STANCES[citation.stance]} {known.words}" if known and is_bad else _STANCES[citation.stance]
    return Cited(citation, (work.title if work else "") or citation.source.shown, told)


def _citation(cited: Cited) -> dict[str, Any]:
    """A source; where it is quoted, the quotation that is a part of it."""
    source, quote = cited.citation.source, cited.citation.quote.strip()
    record: dict[str, Any] = {
        "@type": _KINDS.get(source.type, "ScholarlyArticle"),
        "name": cited.title,
        "identifier": f"{source.type}:{source.identifier}",
        "url": source.url,
    }
    if quote:
        record = {"@type": "Quotation", "text": quote, "isPartOf": record}
    return {**record, "description": cited.told}


def _known(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in ("", None, [])}


CLAIM_REVIEW = FolderExporter(
    name="claimreview",
    description="schema.org's ClaimReview, one a claim, as JSON-LD lines and in a page for each article.",
    loses="It has one verdict a claim, on a scale from 1 to 5; no votes, no reviewers' names, no context of the claim,"
    " and where in a source a quote stands is not told. It is not parted by split. Estimates are refused:"
    " they are nobody's judgement. Claims without a verdict, or without its evidence, are left out.",
    write_in=write_reviews,
    has_pages=True,
)
