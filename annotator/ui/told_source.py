"""What the review pane is told of a source: the work it is, its retraction status, how a quote stands in its text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from annotator.citations.amount_remarks import compare_amounts
from annotator.citations.quotes import QuoteCheck, QuoteMatch, check_quote
from annotator.citations.retraction import RetractionStatus, Standing
from annotator.citations.work import Work
from annotator.model import Source
from annotator.storage.lookups import Finding, State, is_to_be_asked, known_of
from annotator.storage.retractions import retraction_statuses
from annotator.storage.works import StoredWork
from annotator.ui.looking_up import begin, client

LONGEST_TEXT = 300_000
"""Characters of a pasted text that a quote is looked for in: a long paper with its references."""
_TO_ASK = (State.WAITING, State.STALE)


def told_source(source: Source) -> dict[str, str]:
    """A source by its key, as it is shown, and where it opens."""
    return {"type": source.type, "identifier": source.identifier, "shown": source.shown, "url": source.url}


def told_finding(
    db: Database, path: Path, source: Source, now: datetime, *, is_half_typed: bool = False
) -> dict[str, Any]:
    """What the desk knows of a source (``told_work``), and ``pending`` while it is being looked up beside the desk, or
    ``put_off`` where that failed and is tried again later.

    ``lookups`` is ``on`` or ``off``; ``note`` says in a sentence what came of the last look-up, where that matters.
    What may be half-typed is not looked up: it is ``pending`` as well, and asked about again when the hand has rested.
    """
    finding = known_of(db, source, now)
    asked = client()
    is_due = finding.state in _TO_ASK and not finding.is_put_off
    pending = is_due and asked is not None and (is_half_typed or begin(path, source, asked))
    return {
        **told_work(finding.work, finding.retraction),
        "pending": pending,
        "put_off": finding.is_put_off and asked is not None,
        "note": _note(finding, is_on=asked is not None),
        "lookups": "on" if asked is not None else "off",
    }


def told_late(db: Database, source: Source, now: datetime) -> dict[str, Any]:
    """What is known against a source that was cited: ``tone``, None where nothing is, with its words;
    ``is_pending`` while a service is to be asked still, which is done where it was saved."""
    (status,) = retraction_statuses(db, [source]).values()
    told = told_retraction(status)
    return {
        "tone": told["tone"],
        "words": told["words"],
        "is_pending": client() is not None and is_to_be_asked(db, source, now),
    }


def against(db: Database, sources: Iterable[Source]) -> dict[str, str]:
    """What is known against sources, by ``type:identifier``: the tone. Those that nothing is known against are left
    out."""
    tones = {source: told_retraction(status)["tone"] for source, status in retraction_statuses(db, sources).items()}
    return {f"{source.type}:{source.identifier}": tone for source, tone in tones.items() if tone}


def _note(finding: Finding, *, is_on: bool) -> str:
    is_telling = finding.is_put_off or finding.state in (State.UNKNOWN, State.STALE, State.NO_SERVICE)
    return finding.note if is_on and is_telling else ""


def told_work(stored: StoredWork | None, retraction: RetractionStatus) -> dict[str, Any]:
    """A work in the words of a reader, with the strength its type suggests and whether there is a text to check in."""
    work = stored.work if stored else None
    return {
        "title": work.title if work else "",
        "authors": work.authors_in_short if work else "",
        "journal": work.journal if work else "",
        "year": work.year if work else None,
        "strength": stored.design if stored else None,
        "has_text": bool(work and work.abstract),
        "retraction": told_retraction(retraction),
    }


def told_retraction(status: RetractionStatus) -> dict[str, Any]:
    """The status with its words; ``tone`` is ``bad``, ``doubt``, or None where nothing is known against the source."""
    tones = {Standing.RETRACTED: "bad", Standing.CONCERN: "doubt"}
    reasons = list(dict.fromkeys(each.reason for each in status.notices if each.reason))
    return {
        "standing": status.nature,
        "words": status.words,
        "url": status.url,
        "tone": tones.get(status.nature),
        "why": "; ".join(reasons),
    }


def told_quote(claim: str, quote: str, work: Work | None, pasted: str = "") -> dict[str, Any] | None:
    """How a quote stands in the source's abstract, or the text that was pasted, and what is odd about its numbers
    beside the claim's; None where there is no quote."""
    if not quote.strip():
        return None
    remarks = [remark.text for remark in compare_amounts(claim, quote)]
    for name, text in (("text", pasted[:LONGEST_TEXT]), ("abstract", work.abstract if work else "")):
        if text.strip():
            return _told_check(check_quote(quote, text), name) | {"remarks": remarks}
    return {"match": "no_text", "against": "", "changes": [], "left_out": "", "remarks": remarks}


def _told_check(check: QuoteCheck, name: str) -> dict[str, Any]:
    changes = [list(change) for change in check.changes] if check.match is QuoteMatch.NEAR else []
    return {"match": check.match, "against": name, "changes": changes, "left_out": check.left_out}
