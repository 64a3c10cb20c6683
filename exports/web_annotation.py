"""W3C Web Annotations: a verdict on the words of an article, which are named by quote and by position.

The texts stand beside, and positions count their Unicode code points; an end is exclusive. With every vote there is an
annotation for each reviewer's verdict, else one for each claim's; an estimate is the program's, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import orjson

from annotator.model import Citation, Label, LabelledClaim, missing_evidence
from annotator.storage.times import to_text
from corpus.version import VERSION
from exports.deciding import Decision, Votes
from exports.evidenced import UNLABELLED, count_votes_behind, count_written, evidenced_claims, why_no_verdict
from exports.exporter import FolderExporter
from exports.selection import Selection, Tally
from exports.web_addresses import web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of the text before and after a claim that its quote is told with."""

OPEN = "open"
NO_VERDICT = "votes without a verdict (skipped, or not a claim)"

_OURS = UUID("7f0d5a0e-6f0c-5d3b-9b0e-3c1f7e5d2a41")


def write_annotations(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``annotations.jsonl`` and the texts that the annotations point into, ``texts/ARTICLE-REVISION.txt``."""
    tally, texts = Tally(), _Texts(folder, selection)
    every = selection.votes is Votes.ALL
    with (folder / "annotations.jsonl").open("wb", buffering=1 << 16) as file:
        for claim, record in _of_votes(claims, selection, tally) if every else _of_verdicts(claims, selection, tally):
            record["target"] = texts.target(claim)
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return tally


def _of_votes(
    claims: Iterable[LabelledClaim], selection: Selection, tally: Tally
) -> Iterator[tuple[LabelledClaim, dict[str, Any]]]:
    """An annotation for each vote with a verdict."""
    for claim in claims:
        votes = selection.votes_of(claim)
        speaking = [vote for vote in votes if vote.verdict is not None]
        if not speaking:
            tally.left_out[why_no_verdict(claim) if votes else UNLABELLED] += 1
            continue
        count_written(claim, selection, tally)
        tally.votes += len(speaking)
        tally.lose(NO_VERDICT, len(votes) - len(speaking))
        for vote in speaking:
            record = _annotation(f"vote {vote.key}", str(vote.verdict), [vote])
            record["creator"] = {"type": "Person", "name": vote.reviewer}
            yield claim, record


def _of_verdicts(
    claims: Iterable[LabelledClaim], selection: Selection, tally: Tally
) -> Iterator[tuple[LabelledClaim, dict[str, Any]]]:
    """An annotation for each claim's one verdict."""
    for claim in evidenced_claims(claims, selection, tally):
        tally.claims += 1
        count_votes_behind(claim, claim.citations, selection, tally)
        name = f"{selection.votes} {claim.labelled.claim_id}"
        record = _annotation(name, claim.verdict, claim.labels, is_mixed=claim.is_mixed)
        if selection.votes is Votes.ESTIMATE:
            record["creator"] = {"type": "Software", "name": f"Claimdesk {VERSION}"}
            record["body"].append(_words("describing", _estimate_words(claim.decision)))
        yield claim.labelled, record


def _estimate_words(decision: Decision) -> str:
    sure = "" if decision.confidence is None else f", confidence {decision.confidence:.6f}"
    return f"estimate from all votes{sure}: arithmetic, nobody's judgement"


def _annotation(name: str, verdict: str, labels: Sequence[Label], *, is_mixed: bool = False) -> dict[str, Any]:
    is_open = any(missing_evidence(label.verdict, label.evidence) for label in labels)
    tags = [tag for tag, holds in ((OPEN, is_open), ("mixed", is_mixed)) if holds]
    evidence = [label.evidence for label in labels]
    rationales = dict.fromkeys(each.rationale.strip() for each in evidence)
    searches = dict.fromkeys(each.search_note.strip() for each in evidence)
    cited = dict.fromkeys(citation for each in evidence for citation in each.citations)
    return {
        "@context": CONTEXT,
        "id": uuid5(_OURS, name).urn,
        "type": "Annotation",
        "motivation": "assessing",
        "created": to_text(max(label.labelled_at for label in labels)),
        "body": [
            _words("classifying", verdict),
            *(_words("tagging", tag) for tag in tags),
            *(_words("commenting", words) for words in rationales if words),
            *(_words("describing", words) for words in searches if words),
            *(body for citation in cited for body in _bodies(citation)),
        ],
    }


def _words(purpose: str, words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}


def _bodies(citation: Citation) -> Iterator[dict[str, Any]]:
    """A citation: the source with the words quoted from it, then in words what it does to the claim."""
    body: dict[str, Any] = {"type": "SpecificResource", "purpose": "linking", "source": citation.source.url}
    if citation.quote.strip():
        body["selector"] = {"type": "TextQuoteSelector", "exact": citation.quote}
    yield body
    place = f", {citation.place}" if citation.place.strip() else ""
    strength = f" ({citation.strength})" if citation.strength else ""
    yield _words("describing", f"{citation.stance}: {citation.source.shown}{place}{strength}")


class _Texts:
    """The texts that annotations point into: each is written when its first claim comes. Claims come article by
    article, so one text at a time is kept."""

    def __init__(self, folder: Path, selection: Selection) -> None:
        self._folder, self._selection = folder / "texts", selection
        self._folder.mkdir()
        self._name, self._text = "", ""

    def target(self, claim: LabelledClaim) -> dict[str, Any]:
        """Where a claim stands: its text, and both selectors."""
        article, span = claim.article, claim.claim.span
        name = f"{article.slug}-{article.revision}.txt"
        if name != self._name:
            self._name, self._text = name, self._selection.text_of(article)
            (self._folder / name).write_bytes(self._text.encode())
        target: dict[str, Any] = {
            "type": "SpecificResource",
            "source": f"texts/{name}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": self._text[span.start : span.end],
                    "prefix": self._text[max(0, span.start - AROUND) : span.start],
                    "suffix": self._text[span.end : span.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        }
        if address := web_address(article.source_address):
            target["scope"] = address
        return target


WEB_ANNOTATION = FolderExporter(
    name="webannotation",
    description="W3C Web Annotations on the articles' texts, which stand beside, with quote and position selectors.",
    loses="It does not have a claim's kind, cues and context, nor a reviewer's confidence and time. It is not parted by"
    " split.",
    with_votes="It has the verdict, rationale, search note and citations of each vote. Votes without a verdict are left"
    " out; one that lacks its evidence has the tag open.",
    with_one_verdict="It has each claim's one verdict, with the rationales, search notes and citations of the votes for"
    " it that have their evidence, and no votes or reviewers. A claim without a verdict, or without its evidence, is"
    " left out.",
    write_in=write_annotations,
)
