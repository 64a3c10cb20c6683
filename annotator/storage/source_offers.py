"""Evidence again: sources that were used before, offered as one types, and those that served claims like this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotator.errors import UnknownClaim
from annotator.model import Source, SourceType, Stance, Verdict
from annotator.storage.candidates import Candidates
from annotator.storage.claim_rows import CLAIM_COLUMNS, claim_in
from annotator.storage.typed_sources import FoundSource, last_used, sources_named, sources_typed
from annotator.storage.works import StoredWork, works_of
from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning, read_claim
from corpus.matching.meaning import Source as Place
from corpus.matching.quantities import is_for_same_people
from corpus.matching.stems import GENERIC_STEMS

_LEAST_SHARED = 2
_REPEAT = 1_000  # more than any number of shared words
_MOST_LIKE = 30


@dataclass(frozen=True, slots=True)
class Offer:
    """A source to choose: what is known of it, and on how many claims answers rest on it now."""

    source: Source
    work: StoredWork | None
    uses: int


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source on which reviewers' answers to claims like one rest now. ``uses`` says with which stance and verdict
    and how often, the most frequent first; ``claims`` are those claims, as (id, text), the most alike first;
    ``is_repeat`` whether one of them may say the very same."""

    source: Source
    work: StoredWork | None
    uses: tuple[tuple[Stance, Verdict | None, int], ...]
    claims: tuple[tuple[str, str], ...]
    is_repeat: bool


def offer_sources(db: Database, typed: str, limit: int = 8) -> tuple[Offer, ...]:
    """Sources that ``typed`` may mean, by identifier, words of the title or author: the one that it names whole leads,
    then those cited before, the most used first; then works of the library. A work is offered once. With nothing typed,
    the sources cited last."""
    typed = typed.strip()
    if not typed:
        return _offers(db, last_used(db, 3 * limit), limit)
    found = sorted(dict.fromkeys(sources_typed(db, typed, limit)), key=lambda each: -each[1])
    return _offers(db, [*sources_named(db, typed), *found], limit)


def used_on_like_claims(db: Database, claim_id: str, limit: int = 8) -> tuple[UsedSource, ...]:
    """The sources that reviewers cite on claims like this one, in its article or another, the most alike first."""
    like = list(_like(db, claim_id))
    order = {other: place for place, (other, _, _) in enumerate(like)}
    texts = {other: text for other, text, _ in like}
    repeats = {other for other, _, is_repeat in like if is_repeat}
    marks = ", ".join("?" * len(like))
    rows = db.execute(
        "SELECT type, identifier, shown, url, stance, verdict, label.claim_id"
        " FROM labels AS label CROSS JOIN citations ON citations.label_id = label.id"
        f" CROSS JOIN sources ON sources.id = source_id WHERE label.claim_id IN ({marks})"
        " AND label.id = (SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer)",
        list(order),
    ).fetchall()
    uses: defaultdict[Source, defaultdict[tuple[Stance, Verdict | None], int]] = defaultdict(lambda: defaultdict(int))
    claims: defaultdict[Source, set[str]] = defaultdict(set)
    for kind, identifier, shown, url, stance, verdict, other in rows:
        source = Source(SourceType(kind), identifier, shown, url)
        uses[source][Stance(stance), Verdict(verdict) if verdict else None] += 1
        claims[source].add(other)
    nearest = sorted(
        uses, key=lambda one: (min(order[each] for each in claims[one]), -len(claims[one]), one.identifier)
    )
    works = works_of(db, nearest[:limit])
    return tuple(
        UsedSource(
            source,
            works.get(source),
            tuple(
                (*use, count) for use, count in sorted(uses[source].items(), key=lambda item: (-item[1], item[0][0]))
            ),
            tuple((each, texts[each]) for each in sorted(claims[source], key=order.__getitem__)),
            not repeats.isdisjoint(claims[source]),
        )
        for source in nearest[:limit]
    )


def _offers(db: Database, found: Sequence[FoundSource], limit: int) -> tuple[Offer, ...]:
    works = works_of(db, [source for source, _ in found])
    offers: dict[object, Offer] = {}
    for source, uses in found:
        work = works.get(source)
        offers.setdefault(work.id if work else source, Offer(source, work, uses))
    return tuple(offers.values())[:limit]


def _like(db: Database, claim_id: str) -> Iterator[tuple[str, str, bool]]:
    """Claims like one that hold citations: id, text, whether it may say the same; those that may do so lead."""
    row = db.execute(
        f"SELECT title, {CLAIM_COLUMNS} FROM claims JOIN revisions ON revisions.article = claims.article"
        " AND revisions.number = claims.revision WHERE claims.id = ?",
        [claim_id],
    ).fetchone()
    if row is None:
        raise UnknownClaim(f"there is no claim {claim_id} on this desk: reload the page")
    ours = read_claim(claim_in(*row[1:]), Place(row[0]))
    like = [
        (-score, other.claim_id, other.meaning.text)
        for other in Candidates(db, "").of(ours)
        if other.claim_id != claim_id and (score := _likeness(ours, other.meaning))
    ]
    for score, other_id, text in sorted(like)[:_MOST_LIKE]:
        yield other_id, text, score <= -_REPEAT


def _likeness(ours: Meaning, theirs: Meaning) -> int:
    """How much two claims are about the same, 0 where one's evidence is no evidence for the other."""
    if match := judge(ours, theirs):
        return _REPEAT + match.score
    if not is_for_same_people(ours.populations, theirs.populations):
        return 0
    if (ours.names or theirs.names) and not ours.names & theirs.names:
        return 0
    shared = set(ours.stems) & set(theirs.stems) - GENERIC_STEMS
    return len(shared) if len(shared) >= _LEAST_SHARED else 0
