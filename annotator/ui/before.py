"""What claims were before and what their reviewer said then, as the review pane shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlite_utils import Database

from annotator.model import Person
from annotator.revision_words import FATE_WORDS, POINTS_BACK_WORDS
from annotator.storage.articles import article_revision, claims_of
from annotator.storage.earlier import Earlier, earlier_claims, kept_since
from annotator.storage.revisions import went_on_in
from annotator.ui.browser import label_for_browser
from corpus.framing import frame_of, points_back, words_of
from corpus.model import Claim
from corpus.revising import Fate
from corpus.word_diff import aspects_of, word_diff


def before_data(db: Database, person: Person, slug: str) -> dict[str, Any]:
    """For the pane's article: ``before``, the earlier wordings of each claim that changed, or was cut anew by a person
    (``is_recut``); ``kept``, the revision in
    which the person's label was given that a claim still has; both by claim id. ``went_on`` names for each claim of
    the revision before those that it went on as, and ``unchanged`` the one that it is, word for word."""
    revision = article_revision(db, slug).revision
    went_on: defaultdict[str, list[str]] = defaultdict(list)
    unchanged = {}
    for old, new, is_unchanged in went_on_in(db, slug, revision):
        went_on[old].append(new)
        if is_unchanged:
            unchanged[old] = new
    earlier = earlier_claims(db, slug, revision, person)
    claims = {stored.id: stored.claim for stored in claims_of(db, slug, revision)} if earlier else {}
    copies = Counter(words_of(claim) for claim in claims.values())
    return {
        "before": {
            claim_id: [
                earlier_for_browser(claims[claim_id], each, copies[words_of(claims[claim_id])])
                | {"is_recut": each.revision == revision}
                for each in all_
            ]
            for claim_id, all_ in earlier.items()
        },
        "went_on": dict(went_on),
        "unchanged": unchanged,
        "kept": dict(kept_since(db, slug, revision, person)),
    }


def earlier_for_browser(now: Claim, earlier: Earlier, copies: int = 1) -> dict[str, Any]:
    """An earlier wording: the difference in ``pieces``, what it is ``about``, the ``place`` where it stood if that was
    another, and the reviewer's ``label`` of then. Where the words are the ``same``, what became of the claim, and
    whether it ``points_back`` to what changed; ``copies`` is how many units now have these words."""
    then = earlier.claim
    is_same, is_moved = words_of(then) == words_of(now), frame_of(then) != frame_of(now)
    pieces = () if is_same else word_diff(then.text, now.text)
    is_pointing = is_same and not is_moved and points_back(now) and copies == 1
    fate = Fate.REFRAMED if is_moved or is_pointing else Fate.UNCLEAR
    return {
        "id": earlier.claim_id,
        "revision": earlier.revision,
        "pieces": [[piece.part, piece.text] for piece in pieces],
        "about": [*aspects_of(pieces)],
        "place": place_words(then) if is_moved else None,
        "same": FATE_WORDS[fate] if is_same else None,
        "points_back": POINTS_BACK_WORDS if is_pointing else None,
        "label": label_for_browser(earlier.label) if earlier.label else None,
    }


def place_words(claim: Claim) -> str:
    """What stands over a claim: its headings, the line that introduces its list, its table's header."""
    context = claim.context
    return " › ".join(filter(None, (*context.headings, context.list_intro, context.table_header)))
