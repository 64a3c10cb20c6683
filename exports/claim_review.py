"""schema.org's ClaimReview, one for each claim, as JSON-LD lines and in pages ready to be published.

The rating scale is spelled out in every review: 1 contradicted, 3 unsupported or mixed, 5 supported. Addresses are
relative to where the files stand, until ``--site`` says where that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from annotator.citations.work import Work
from annotator.model import Citation, LabelledClaim, SourceType, Verdict
from exports.evidenced import EvidencedClaim, evidenced_claims
from exports.exporter import FolderExporter
from exports.review_pages import Pages, Review
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
_KINDS = {SourceType.URL: "WebPage", SourceType.ISBN: "Book", SourceType.NCT: "CreativeWork"}


def write_reviews(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``claims.jsonl``, a review a line, and ``ARTICLE.html`` for each article, with the same reviews in it."""
    tally = Tally()
    with (folder / "claims.jsonl").open("wb", buffering=1 << 16) as file, Pages(folder, SCALE) as pages:
        for claim in evidenced_claims(claims, selection, tally):
            review = claim_review(claim, selection)
            file.write(orjson.dumps(review, option=orjson.OPT_APPEND_NEWLINE))
            pages.add(
                Review(
                    claim.labelled.article,
                    _fragment(claim.labelled),
                    claim.labelled.claim.text,
                    review["reviewRating"]["alternateName"],
                    review["reviewRating"]["ratingValue"],
                    claim.rationales,
                    _cited(claim),
                    review,
                )
            )
            tally.claims += 1
            tally.lost[OTHER_CITATIONS] += len(claim.citations) - sum(each in claim.citations for each in _cited(claim))
            tally.lost[NO_SITE] += not selection.origin.site
    tally.lost = +tally.lost
    return tally


def claim_review(claim: EvidencedClaim, selection: Selection) -> dict[str, Any]:
    """A claim as a ClaimReview. What nobody knows has no key."""
    article, cited = claim.labelled.article, _cited(claim)
    words = "Mixed" if claim.is_mixed else _WORDS[claim.verdict]
    works = selection.works([citation.source for citation in cited])
    site = selection.origin.site
    url = f"{site}/{article.slug}.html#{_fragment(claim.labelled)}" if site else _relative(claim.labelled)
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
        "citation": [_citation(citation, works.get(citation.source)) for citation in cited],
    }
    return _known(review)


def _relative(labelled: LabelledClaim) -> str:
    return f"{labelled.article.slug}.html#{_fragment(labelled)}"


def _fragment(labelled: LabelledClaim) -> str:
    """Where in its page a claim stands: revision and place, which never move."""
    span = labelled.claim.span
    return f"r{labelled.article.revision}-{span.start}-{span.end}"


def _cited(claim: EvidencedClaim) -> tuple[Citation, ...]:
    """What a review cites: the evidence for its verdict, of mixed claims that of both stances, and for unsupported
    what was looked at."""
    if claim.verdict is Verdict.UNSUPPORTED:
        return claim.citations if claim.is_mixed else claim.context
    return tuple(dict.fromkeys((*claim.evidence, *claim.opposing)))


def _citation(citation: Citation, work: Work | None) -> dict[str, Any]:
    """A source; where it is quoted, the quotation that is a part of it."""
    source = citation.source
    cited = _known(
        {
            "@type": _KINDS.get(source.type, "ScholarlyArticle"),
            "name": (work.title if work else "") or source.shown,
            "identifier": f"{source.type}:{source.identifier}",
            "url": source.url,
        }
    )
    quote = citation.quote.strip()
    return {"@type": "Quotation", "text": quote, "isPartOf": cited} if quote else cited


def _known(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in ("", None, [])}


CLAIM_REVIEW = FolderExporter(
    name="claimreview",
    description="schema.org's ClaimReview, one a claim, as JSON-LD lines and in a page for each article.",
    loses="It has one verdict a claim, on a scale from 1 to 5; no votes, no reviewers' names, no context of the claim,"
    " and where in a source a quote stands is not told. It is not parted by split. Claims without a verdict, or without"
    " its evidence, are left out.",
    write_in=write_reviews,
    has_pages=True,
)
