"""Which claims may repeat or contradict each other: found by the rules, kept apart from what people decide.

A claim is searched for once: ``matched_claims`` says for which the rules, in their present version, were asked. So what
is new, whether an article was added, corrected or cut anew, is found by the next ``find_matches``, whoever calls it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlite_utils import Database

from annotator.storage.articles import article_text, claims_of
from annotator.storage.candidates import Candidates
from annotator.storage.connection import writing
from annotator.storage.times import to_text
from corpus.matching.finding import MOST_OF_A_KIND, Finder, read_article
from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning
from corpus.matching.model import RULE, Match, MatchKind
from corpus.model import Claim

LONGEST_LINE = 1_000  # revisions of an article, beyond which nobody looks back
AT_ONCE = 500
"""How many claims are searched for before what was found is kept: a stop loses no more."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article with claims that nobody has been asked about yet: how many."""

    slug: str
    revision: int
    claims: int


@dataclass(frozen=True, slots=True)
class FoundMatch:
    """What the rules suggest of two claims of this desk. The left one came first."""

    left: str
    right: str
    match: Match


def waiting_articles(db: Database) -> list[Waiting]:
    """The articles with claims in the queue that were not searched for by the rules of this version."""
    rows = db.execute(
        "SELECT article, revision, count(*) FROM queue LEFT JOIN matched_claims AS matched"
        " ON matched.claim = queue.number AND found_by = ? WHERE matched.claim IS NULL GROUP BY article, revision",
        [RULE],
    )
    return [Waiting(*row) for row in rows.fetchall()]


def waiting_in(db: Database, articles: Container[str]) -> int:
    """How many claims of these articles were not searched for yet."""
    return sum(each.claims for each in waiting_articles(db) if each.slug in articles)


def waiting_claims(db: Database, slug: str, revision: int) -> int:
    """How many of an article's claims were not searched for yet."""
    return len(_unsearched(db, slug, revision))


def find_matches(db: Database, slug: str, revision: int, now: datetime, *, most: int | None = None) -> int:
    """Search for what the article's claims that were not searched for yet repeat or contradict, on all of the desk.

    ``most`` stops after so many claims: the rest waits for the next call. Returns how many claims were searched for.
    Nobody waits for the search: only keeping what it found is a write.
    """
    unsearched = _unsearched(db, slug, revision)
    numbers = unsearched[:most]
    if not numbers:
        return 0
    article = _Article(db, slug, revision, unsearched)
    wider = Candidates(db, slug)
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        found = [*article.matches(part), *_elsewhere(wider, article, part)]
        _keep(db, part, found, now)
    return len(numbers)


def forget_matches(db: Database) -> None:
    """Search for every claim anew, next time. What people decided stays."""
    with writing(db):
        db.execute("DELETE FROM matched_claims")


def _unsearched(db: Database, slug: str, revision: int) -> list[int]:
    rows = db.execute(
        "SELECT number FROM queue WHERE article = ? AND revision = ?"
        " AND number NOT IN (SELECT claim FROM matched_claims WHERE found_by = ?) ORDER BY start",
        [slug, revision, RULE],
    )
    return [row[0] for row in rows.fetchall()]


@lru_cache(maxsize=2)
def _read(title: str, text: str, claims: tuple[Claim, ...]) -> list[Meaning]:
    """An article read. Kept for the next call: a long one takes seconds to read, and is searched in many."""
    return read_article(title, text, claims)


class _Article:
    """An article's claims, read. Those not searched for yet look for each other once: the later for the earlier."""

    def __init__(self, db: Database, slug: str, revision: int, unsearched: Sequence[int]) -> None:
        title = db.execute("SELECT title FROM revisions WHERE article = ? AND number = ?", [slug, revision]).fetchone()[
            0
        ]
        text, units = article_text(db, slug, revision), claims_of(db, slug, revision)
        meanings = _read(title, text, tuple(stored.claim for stored in units))
        read = dict(zip((stored.id for stored in units), meanings, strict=True))
        rows = db.execute(
            "SELECT number, id FROM queue WHERE article = ? AND revision = ? ORDER BY start", [slug, revision]
        ).fetchall()
        self.numbers = [row[0] for row in rows]
        self.ids: list[str] = [row[1] for row in rows]
        self.meanings: list[Meaning] = [read[claim_id] for claim_id in self.ids]
        self.places = {number: place for place, number in enumerate(self.numbers)}
        waiting = set(unsearched)
        searched = {
            one: at
            for at, (one, number) in enumerate(zip(self.ids, self.numbers, strict=True))
            if number not in waiting
        }
        self._finder = Finder(
            self.meanings, [self.places[number] for number in unsearched], _told(db, slug, revision, searched)
        )

    def matches(self, numbers: Iterable[int]) -> Iterator[FoundMatch]:
        """What these claims are to the article's others."""
        for pair in self._finder.pairs(self.places[number] for number in numbers):
            yield FoundMatch(self.ids[pair.left], self.ids[pair.right], pair.match)


def _told(db: Database, slug: str, revision: int, places: Mapping[str, int]) -> Counter[tuple[int, MatchKind]]:
    """How many matches of a kind each claim has in its article by these rules, by its place.

    ``places`` are those that were searched for: what is searched for anew is counted anew.
    """
    rows = db.execute(
        "SELECT left_claim, right_claim, matches.kind FROM matches JOIN claims ON claims.id = left_claim"
        " WHERE article = ? AND revision = ? AND found_by = ?",
        [slug, revision, RULE],
    ).fetchall()
    pairs = [(left, right, MatchKind(kind)) for left, right, kind in rows if left in places and right in places]
    return Counter((places[claim_id], kind) for left, right, kind in pairs for claim_id in (left, right))


def _elsewhere(wider: Candidates, article: _Article, numbers: Iterable[int]) -> Iterator[FoundMatch]:
    for number in numbers:
        given = Counter[MatchKind]()
        place = article.places[number]
        ours, claim_id = article.meanings[place], article.ids[place]
        for other in wider.of(ours):
            if other.number < number:
                left, right = (other.claim_id, other.meaning), (claim_id, ours)
            else:
                left, right = (claim_id, ours), (other.claim_id, other.meaning)
            if match := judge(left[1], right[1]):
                yield FoundMatch(left[0], right[0], match)
                given[match.kind] += 1
                if given[match.kind] == MOST_OF_A_KIND:
                    break


def _keep(db: Database, numbers: Sequence[int], found: Sequence[FoundMatch], now: datetime) -> None:
    """Replace what earlier rules said of these claims; what is the same stays as it was, with its time."""
    with writing(db):
        firsts = {
            claim_id: _first(db, claim_id) for claim_id in {each for one in found for each in (one.left, one.right)}
        }
        old = [(claim_id, RULE) for claim_id in _ids(db, numbers)]
        for side in ("left_claim", "right_claim"):  # one statement with OR would read the whole table for every claim
            db.conn.executemany(f"DELETE FROM matches WHERE {side} = ? AND found_by <> ?", old)
        db.conn.executemany(
            "INSERT INTO matches (left_claim, right_claim, pair, kind, score, differences, found_by, found_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (left_claim, right_claim) DO UPDATE"
            " SET kind = excluded.kind, score = excluded.score, differences = excluded.differences,"
            " found_by = excluded.found_by, found_at = excluded.found_at"
            " WHERE (kind, score, differences) <> (excluded.kind, excluded.score, excluded.differences)",
            [_row(one, firsts, now) for one in found],
        )
        db.conn.executemany(
            "INSERT INTO matched_claims (claim, found_by) VALUES (?, ?)"
            " ON CONFLICT (claim) DO UPDATE SET found_by = excluded.found_by",
            [(number, RULE) for number in numbers],
        )


def pair_of(db: Database, one: str, other: str) -> str:
    """The name of two claims together, the same for those that went on with the same words."""
    return _pair(_first(db, one), _first(db, other))


def _pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def _first(db: Database, claim_id: str) -> str:
    """The first claim that had the words of this one in its place: itself, unless its article was revised."""
    row = db.execute(
        """
        WITH RECURSIVE line (claim_id, step) AS (
            SELECT ?1, 0
            UNION ALL
            SELECT (SELECT min(predecessor) FROM predecessors AS link
                    WHERE link.claim_id = line.claim_id AND same_words), step + 1
            FROM line WHERE line.claim_id IS NOT NULL AND step < ?2
        )
        SELECT claim_id FROM line WHERE claim_id IS NOT NULL ORDER BY step DESC LIMIT 1
        """,
        [claim_id, LONGEST_LINE],
    ).fetchone()
    return str(row[0])


def _row(one: FoundMatch, firsts: Mapping[str, str], now: datetime) -> tuple[str | int, ...]:
    match = one.match
    pair = _pair(firsts[one.left], firsts[one.right])
    return (one.left, one.right, pair, match.kind, match.score, _json(match), match.rule, to_text(now))


def _ids(db: Database, numbers: Sequence[int]) -> list[str]:
    rows = db.execute(f"SELECT id FROM claims WHERE number IN ({', '.join('?' * len(numbers))})", list(numbers))
    return [row[0] for row in rows.fetchall()]


def _json(match: Match) -> str:
    return json.dumps([(one.aspect, one.left, one.right) for one in match.differences], ensure_ascii=False)


def match_clusters(db: Database, *, least: int = 85, as_of: datetime | None = None) -> list[frozenset[str]]:
    """Claims that say the same, by id, largest first: joined by repeats that a person confirmed, or that nobody
    dismissed and that are at least ``least`` alike; ``as_of`` knows only what was found and decided until then. A split
    that parts a cluster leaks."""
    until = "9999" if as_of is None else to_text(as_of)
    rows = db.execute(
        "SELECT left_claim, right_claim FROM live_matches WHERE kind = 'repeat' AND found_at <= :until AND"
        " CASE WHEN decided_at <= :until AND holds IS NOT NULL THEN holds ELSE score >= :least END",
        {"until": until, "least": least},
    )
    root: dict[str, str] = {}

    def top(claim_id: str) -> str:
        while root.setdefault(claim_id, claim_id) != claim_id:
            root[claim_id] = claim_id = root[root[claim_id]]
        return claim_id

    for left, right in rows.fetchall():
        root[top(left)] = top(right)
    clusters: defaultdict[str, set[str]] = defaultdict(set)
    for claim_id in list(root):
        clusters[top(claim_id)].add(claim_id)
    return sorted((frozenset(each) for each in clusters.values()), key=lambda each: (-len(each), min(each)))
