"""Sources offered while a citation is typed, and searches to make, in groups as the review pane shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from annotator.citations.searching import PLACES, search_address, search_note, search_terms
from annotator.model import Source
from annotator.storage.library_search import best_works_for
from annotator.storage.retractions import retraction_statuses
from annotator.storage.source_offers import Offer, UsedSource, offer_sources, used_on_like_claims
from annotator.storage.works import StoredWork
from annotator.ui.told_source import told_source, told_work

MOST_USED, MOST_BEST, MOST_FOUND = 4, 5, 8
FEWEST_LETTERS = 2
"""Letters and digits that must be typed before anything is offered for them."""

Offers = list[dict[str, Any]]
_Known = tuple[Source, StoredWork | None, str, str | None]


def offers_for_claim(db: Database, claim_id: str, claim: str, around: str, article: str = "") -> Offers:
    """What to offer for a claim before anything is typed: what served claims like it, then the best of the library.

    ``around`` are the words it stands under, ``article`` the text that may say what its abbreviations stand for.
    """
    used = used_on_like_claims(db, claim_id, MOST_USED)
    numbers = {each.work.id for each in used if each.work}
    best = [found.stored for found in best_works_for(db, claim, MOST_BEST, around=around, article=article)]
    return _groups(
        db,
        ("Used on claims like this", [(each.source, each.work, _served(each), _tone(each)) for each in used]),
        (
            "In the library, for this claim",
            [
                (stored.work.identifiers[0], stored, "", None)
                for stored in best
                if stored.work.identifiers and stored.id not in numbers
            ],
        ),
    )


def offers_for_words(db: Database, typed: str, named: Source | None = None) -> Offers:
    """What ``typed`` may mean, by identifier, title words or author. Nothing where it is the whole identifier of a
    ``named`` source that was cited or is known: a list would only lie over what is told of that."""
    if sum(sign.isalnum() for sign in typed) < FEWEST_LETTERS:
        return []
    found = offer_sources(db, typed, MOST_FOUND)
    if named and any((each.source.type, each.source.identifier) == (named.type, named.identifier) for each in found):
        return []
    return _groups(
        db,
        ("Used before", [(each.source, each.work, _used(each), None) for each in found if _was_used(each)]),
        ("In the library", [(each.source, each.work, "", None) for each in found if not _was_used(each)]),
    )


def _was_used(offer: Offer) -> bool:
    """Whether it was cited on this desk: what is in no library has no other way here."""
    return offer.uses > 0 or offer.work is None


def _used(offer: Offer) -> str:
    counted = "1 claim" if offer.uses == 1 else f"{offer.uses:,} claims"
    return f"cited on {counted}" if offer.uses else "cited before"


def searches_for(claim: str, around: str, day: date, article: str = "") -> list[dict[str, str]]:
    """Where to search for what a claim says, with the address and the line that says so in a search note."""
    terms = search_terms(claim, around, article)
    return [
        {
            "name": place,
            "terms": " ".join(terms),
            "url": search_address(place, terms),
            "note": search_note(place, terms, day),
        }
        for place in PLACES
        if terms
    ]


def _served(used: UsedSource) -> str:
    """``supports 2 claims like this, verdict supported``: the most frequent of its uses."""
    stance, verdict, count = used.uses[0]
    claims = min(count, len(used.claims))
    like = "1 claim" if claims == 1 else f"{claims} claims"
    what = {"supports": "supports", "contradicts": "contradicts"}.get(stance.value, "context for")
    same = ", perhaps the very same" if used.is_repeat else ""
    return f"{what} {like} like this{f', verdict {verdict.value}' if verdict else ''}{same}"


def _tone(used: UsedSource) -> str:
    return used.uses[0][0].value


def _groups(db: Database, *groups: tuple[str, Sequence[_Known]]) -> Offers:
    return [{"title": title, "offers": _told(db, known)} for title, known in groups if known]


def _told(db: Database, known: Iterable[_Known]) -> Offers:
    listed = list(known)
    statuses = retraction_statuses(db, [source for source, *_ in listed])
    return [
        {"source": told_source(source), **told_work(work, statuses[source]), "why": why, "tone": tone}
        for source, work, why, tone in listed
    ]
