"""Claims of other articles that are worth a comparison, from the full-text index over claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotator.storage.claim_rows import CLAIM_COLUMNS, claim_in
from corpus.matching.meaning import Meaning, Source, read_claim
from corpus.matching.quantities import Role
from corpus.matching.stems import GENERIC_STEMS, stems_around
from corpus.matching.vocabulary import STOP_WORDS

WORDS = 4  # the rarest of a claim that are looked for
CANDIDATES = 20
SHARED = 2
COMMON = 500  # claims with a word beyond which it is not looked for, nor counted any further

_WORD = re.compile(r"[^\W\d_]{2,}")
_ROLE_WORDS = {
    Role.INTAKE: '"daily" OR "recommended" OR "intake" OR "need" OR "require" OR "per day" OR "a day"',
    Role.LIMIT: '"limit" OR "maximum" OR "exceed" OR "no more than" OR "more than" OR "at most"',
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim elsewhere on the desk, read."""

    number: int
    claim_id: str
    meaning: Meaning


class Candidates:
    """Looks for claims outside one article. What was counted and read once is remembered: use it for one search."""

    def __init__(self, db: Database, slug: str) -> None:
        self._db, self._slug = db, slug
        self._often: dict[str, int] = {}
        self._read: dict[int, Candidate] = {}
        self._found: dict[str, list[tuple[Any, ...]]] = {}

    def of(self, meaning: Meaning) -> Iterator[Candidate]:
        """The claims of other articles that share the rarest words of ``meaning``, or give an amount for the same."""
        seen: set[int] = set()
        for query, least in self._queries(meaning):
            for found in self._search(query, meaning, least):
                if found.number not in seen:
                    seen.add(found.number)
                    yield found

    def _queries(self, meaning: Meaning) -> Iterator[tuple[str, int]]:
        """What to ask the index, and how many stems that say something must be shared for a claim to be read."""
        words = {word.casefold() for word in _WORD.findall(meaning.text)} - STOP_WORDS
        counted = sorted((often, word) for word in words if (often := self._count(word)))
        rare = [f'"{word}"' for often, word in counted if often < COMMON][:WORDS]
        if len(rare) < SHARED and counted:  # all its words are common: then those that are least so, together
            together = " AND ".join(f'"{word}"' for _, word in counted[:WORDS])
            rare.append(f"({together})")
        if rare:
            yield " OR ".join(rare), min(SHARED, len(meaning.stems))
        names = " AND ".join(f'"{name.replace("_", " ")}"' for name in sorted(meaning.names))
        for role in sorted({one.role for one in meaning.quantities} & _ROLE_WORDS.keys()) if names else ():
            yield f"({names}) AND ({_ROLE_WORDS[role]})", 0

    def _count(self, word: str) -> int:
        """In how many claims the word is, counted up to ``COMMON``."""
        if word not in self._often:
            self._often[word] = self._db.execute(
                "SELECT count(*) FROM (SELECT 1 FROM claims_search WHERE claims_search MATCH ? LIMIT ?)",
                [f'"{word}"', COMMON],
            ).fetchone()[0]
        return self._often[word]

    def _search(self, query: str, meaning: Meaning, least: int) -> Iterator[Candidate]:
        for number, claim_id, title, *columns in self._rows(query, is_ranked=least > 0):
            found = self._read.get(number)
            if found is None:
                claim = claim_in(*columns)
                if len(set(stems_around(claim.text)) & meaning.weights.keys() - GENERIC_STEMS) < least:
                    continue
                found = self._read[number] = Candidate(number, claim_id, read_claim(claim, Source(title)))
            yield found

    def _rows(self, query: str, *, is_ranked: bool) -> list[tuple[Any, ...]]:
        order = "claims_search.rank" if is_ranked else "claims_search.rowid DESC"  # the newest come without a count
        if query not in self._found:
            self._found[query] = self._db.execute(
                f"SELECT claims.number, claims.id, title, {CLAIM_COLUMNS}"
                " FROM claims_search JOIN claims ON claims.number = claims_search.rowid"
                " JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
                " WHERE claims_search MATCH ? AND claims.article <> ? AND retired_at IS NULL"
                " AND EXISTS (SELECT 1 FROM queue WHERE queue.number = claims.number)"
                f" ORDER BY {order} LIMIT ?",
                [query, self._slug, CANDIDATES],
            ).fetchall()
        return self._found[query]
