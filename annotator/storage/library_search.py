"""The works of the library that bear on a claim, the best first.

The full-text index says which works have which of the claim's concepts, in any of their names; the rarest concepts
lead. The likeliest works are then read and scored as Okapi BM25 does (Robertson & Zaragoza 2009, 10.1561/1500000019),
with a concept for a word and the title counting more: so that three names of one thing are not three things.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from sqlite_utils import Database

from annotator.citations.concepts import Concept, concepts_in, words_of
from annotator.citations.porter import stem
from annotator.storage.works import StoredWork, stored_works

LOOKS = 5_000
"""Works with a concept that are all looked at: of commoner ones, those that the rare ones led to."""
TITLES = 2_000
"""Works with a concept up to which it is asked which have it in the title."""
MOST_COUNTED = 5_000
"""Works that one question to the index may find."""
MOST_ASKED = 4
"""Questions about rare concepts after which common ones are not asked about any more."""
READ = 60
"""Works that are read and scored."""

_SHARED, _LEAST_SHARED = 0.8, 5
_SATURATION, _LENGTH = 1.2, 0.5
_TITLE = 3.0
_TITLE_FIRST = 0.5


@dataclass(frozen=True, slots=True)
class FoundWork:
    """A work of the library that may bear on a claim. ``words`` are the claim's concepts that it has, the rarest
    first, each as the claim has it."""

    stored: StoredWork
    score: float
    words: tuple[str, ...]


def best_works_for(
    db: Database, claim: str, limit: int = 10, *, around: str = "", article: str = ""
) -> tuple[FoundWork, ...]:
    """The works that most bear on ``claim``, at most ``limit``. ``around`` are the words it stands under (heading,
    title), ``article`` the text that may say what its abbreviations stand for."""
    weighed = _weighed(db, concepts_in(claim, around, article))
    likely = _likeliest(db, weighed)
    if not likely:
        return ()
    rows = db.execute(
        f"SELECT id, title, abstract || ' ' || keywords FROM works WHERE id IN ({', '.join('?' * len(likely))})", likely
    ).fetchall()
    average = sum(len(text) for _, _, text in rows) / len(rows) + 1
    scored = sorted(((_score(weighed, title, text, average), -number) for number, title, text in rows), reverse=True)
    best = {-number: (score, words) for (score, words), number in scored[:limit] if score > 0}
    return tuple(FoundWork(stored, *best[stored.id]) for stored in stored_works(db, list(best)))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A concept with how much one work says that has it: its weight, the more the fewer have it."""

    concept: Concept
    worth: float
    often: int


def _weighed(db: Database, concepts: Iterable[Concept]) -> list[_Weighed]:
    """The concepts that the library has, the rarest first."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.works_words USING fts5vocab ('main', 'works_search', 'row')")
    total = db.execute("SELECT coalesce(max(id), 0) FROM works").fetchone()[0]  # to count them is to read them all
    widened = [_widened(db, each) for each in concepts]
    counts = _counts(db, {word for concept in widened for way in concept.stems for word in way})
    found = []
    for concept in widened:
        often = min(total, sum(min(counts.get(word, 0) for word in way) for way in concept.stems))
        if often:  # a phrase is in no more works than its rarest word
            rarity = math.log(1 + (total - often + 0.5) / (often + 0.5))
            found.append(_Weighed(concept, concept.weight * rarity, often))
    return sorted(found, key=lambda one: (one.often, one.concept.ways))


def _widened(db: Database, concept: Concept) -> Concept:
    """``concept`` with the words of the library that are made of the same one: "pregnancy" for "pregnant"."""
    more = [(other,) for (word,) in (way for way in concept.stems if len(way) == 1) for other in _kin(db, word)]
    return replace(concept, ways=(*concept.ways, *more)) if more else concept


def _kin(db: Database, word: str) -> list[str]:
    """The stems of the library that share most of their beginning with a long stem, and end otherwise."""
    least = math.ceil(len(word) * _SHARED)
    if least < _LEAST_SHARED or not word.isalpha():
        return []
    start = word[:least]
    rows = db.execute(
        "SELECT term FROM temp.works_words WHERE term >= ? AND term < ?", [start, start[:-1] + chr(ord(start[-1]) + 1)]
    ).fetchall()
    return [
        other
        for (other,) in rows
        if other != word and _shared(other, word) >= _SHARED * len(other) and stem(other) == other
    ]


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))


def _counts(db: Database, words: Collection[str]) -> dict[str, int]:
    """In how many works each word is, by its stem; each asked about once, for that reads all places of a word."""
    marks = ", ".join("?" * len(words))
    return dict(db.execute(f"SELECT term, doc FROM temp.works_words WHERE term IN ({marks})", list(words)).fetchall())


def _likeliest(db: Database, weighed: Sequence[_Weighed]) -> list[int]:
    """The works with the most of the concepts, by their worth. Of common concepts, only which of the works found by
    the rare ones have them."""
    scores: defaultdict[int, float] = defaultdict(float)
    asked: list[str] = []
    looks = LOOKS
    if len(weighed) > 1 and weighed[0].often > LOOKS:  # all are common: then the two rarest together, if any has both
        both = f"({_query(weighed[0])}) AND ({_query(weighed[1])})"
        _count(db, scores, both, weighed[0].worth + weighed[1].worth)
        asked += [both] if scores else []
    for one in weighed:
        query = _query(one)
        if looks < one.often and asked:
            if len(asked) >= MOST_ASKED:
                break
            query, rare = f"({' OR '.join(asked)}) AND ({query})", False
        else:
            looks -= one.often
            rare = True
        _count(db, scores, query, one.worth)
        if rare:
            asked.append(query)
            if one.often <= TITLES:
                _count(db, scores, f"{{title}} : ({query})", _TITLE_FIRST * one.worth)
    return nlargest(READ, scores, key=lambda number: (scores[number], -number))


def _query(one: _Weighed) -> str:
    return " OR ".join(f'"{" ".join(way)}"' for way in one.concept.ways)


def _count(db: Database, scores: defaultdict[int, float], query: str, worth: float) -> None:
    rows = db.execute("SELECT rowid FROM works_search WHERE works_search MATCH ? LIMIT ?", [query, MOST_COUNTED])
    for (number,) in rows:
        scores[number] += worth


def _score(weighed: Sequence[_Weighed], title: str, text: str, average: float) -> tuple[float, tuple[str, ...]]:
    heads, words = _stemmed(title), _stemmed(text)
    size = 1 - _LENGTH + _LENGTH * len(text) / average
    score, found = 0.0, []
    for one in weighed:
        often = sum(
            _TITLE * heads.count(phrase) + words.count(phrase)
            for phrase in (f" {' '.join(way)} " for way in one.concept.stems)
        )
        if often:
            score += one.worth * often * (_SATURATION + 1) / (often + _SATURATION * size)
            found.append(" ".join(one.concept.ways[0]))
    return score, tuple(found)


def _stemmed(text: str) -> str:
    return f" {' '.join(map(stem, words_of(text)))} "
