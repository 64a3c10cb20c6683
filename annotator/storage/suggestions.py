"""The repeats and conflicts that a claim may have, as a person sees them, and what people decide about them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from annotator.errors import UnknownClaim
from annotator.model import Person, Verdict
from annotator.storage.answering import Press
from annotator.storage.connection import writing
from annotator.storage.matches import pair_of
from annotator.storage.times import to_moment, to_text
from corpus.matching.model import Aspect, Difference, MatchKind

MOST = 50
"""How many suggestions of one claim are shown: of what stands in every article, nobody reads them all."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody said of a suggestion: that it holds, or not."""

    holds: bool
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another claim that one may repeat or contradict. ``differences`` have this claim on their left.

    ``verdict`` is what the person who asks answered there; nobody else's is told. ``decision`` is the newest one of
    anybody, ``found_by`` and ``found_at`` say which rules suggested it, and when.
    """

    kind: MatchKind
    score: int
    claim_id: str
    slug: str
    title: str
    text: str
    differences: tuple[Difference, ...]
    verdict: Verdict | None
    decision: Decision | None
    found_by: str
    found_at: datetime


@dataclass(frozen=True, slots=True)
class OtherSide:
    """A claim that another may contradict, and in what. ``differences`` have that other claim on their left."""

    claim_id: str
    slug: str
    title: str
    text: str
    differences: tuple[Difference, ...]


def conflicts_of(db: Database, claim_ids: Sequence[str]) -> dict[str, tuple[OtherSide, ...]]:
    """What each of ``claim_ids`` may contradict, as far as nobody dismissed it, in the order of the articles' text."""
    marks = ", ".join("?" * len(claim_ids))
    found: defaultdict[str, list[tuple[int, OtherSide]]] = defaultdict(list)
    for ours, theirs in (("left_claim", "right_claim"), ("right_claim", "left_claim")):
        rows = db.execute(
            f"SELECT {ours}, other.number, other.id, other.article, newest.title, other.text, differences"
            f" FROM live_matches JOIN claims AS other ON other.id = {theirs}"
            " JOIN newest_revisions AS newest ON newest.article = other.article"
            f" WHERE live_matches.kind = 'conflict' AND holds IS NOT 0 AND {ours} IN ({marks})",
            list(claim_ids),
        )
        for asked, number, claim_id, slug, title, text, told in rows.fetchall():
            differences = _differences(told, is_left=ours == "left_claim")
            found[asked].append((number, OtherSide(claim_id, slug, title, text, differences)))
    return {asked: tuple(side for _, side in sorted(each, key=lambda one: one[0])) for asked, each in found.items()}


def suggestions_in(
    db: Database, slug: str, revision: int, person: Person, *, dismissed: bool = False
) -> dict[str, tuple[Suggestion, ...]]:
    """The suggestions for each of a revision's claims, conflicts first, the likest first. ``dismissed`` ones too?"""
    return _by_claim(db, "ours.article = ? AND ours.revision = ?", [slug, revision], person, dismissed=dismissed)


def suggestions_of(db: Database, claim_id: str, person: Person, *, dismissed: bool = False) -> tuple[Suggestion, ...]:
    """The suggestions for one claim, as ``suggestions_in`` gives them."""
    return _by_claim(db, "ours.id = ?", [claim_id], person, dismissed=dismissed).get(claim_id, ())


def decide_match(
    db: Database, person: Person, press: Press, other: str, kind: MatchKind, holds: bool | None, now: datetime
) -> None:
    """Keep what ``person`` says of a suggestion about ``press.claim_id`` and ``other``; None takes it back.

    The same key twice is one decision. Raises UnknownClaim where the two were never suggested to be that.
    """
    with writing(db):
        if db.execute("SELECT 1 FROM match_decisions WHERE key = ?", [press.key]).fetchone():
            return
        left_and_right = db.execute(
            "SELECT left_claim, right_claim FROM matches WHERE kind = ?1"
            " AND ((left_claim = ?2 AND right_claim = ?3) OR (left_claim = ?3 AND right_claim = ?2))",
            [kind, press.claim_id, other],
        ).fetchone()
        if left_and_right is None:
            raise UnknownClaim("the desk does not suggest this any more: reload the page")
        db.execute(
            "INSERT INTO match_decisions (key, left_claim, right_claim, pair, kind, holds, person, pressed_at,"
            " decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                press.key,
                *left_and_right,
                pair_of(db, *left_and_right),
                kind,
                None if holds is None else int(holds),
                person.id,
                to_text(press.pressed_at or now),
                to_text(now),
            ],
        )


def match_counts(db: Database) -> dict[str, dict[MatchKind, int]]:
    """How many suggestions that nobody dismissed each article's claims have, by slug and kind."""
    rows = db.execute(
        """
        SELECT article, kind, count(*) FROM (
            SELECT ours.article, live_matches.kind FROM live_matches JOIN claims AS ours ON ours.id = left_claim
            WHERE holds IS NOT 0
            UNION ALL
            SELECT ours.article, live_matches.kind FROM live_matches JOIN claims AS ours ON ours.id = right_claim
            JOIN claims AS other ON other.id = left_claim
            WHERE holds IS NOT 0 AND other.article <> ours.article
        ) GROUP BY article, kind
        """
    )
    counts: defaultdict[str, dict[MatchKind, int]] = defaultdict(dict)
    for slug, kind, count in rows.fetchall():
        counts[slug][MatchKind(kind)] = count
    return dict(counts)


def kind_counts(db: Database) -> dict[MatchKind, int]:
    """How many suggestions there are on the desk that nobody dismissed, by kind."""
    rows = db.execute("SELECT kind, count(*) FROM live_matches WHERE holds IS NOT 0 GROUP BY kind").fetchall()
    return dict.fromkeys(MatchKind, 0) | {MatchKind(kind): count for kind, count in rows}


def _by_claim(
    db: Database, condition: str, values: Sequence[str | int], person: Person, *, dismissed: bool
) -> dict[str, tuple[Suggestion, ...]]:
    found: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for ours, theirs in (("left_claim", "right_claim"), ("right_claim", "left_claim")):
        rows = db.query(
            f"SELECT live_matches.*, {ours} AS asked, other.id AS other, other.article, other.text,"
            " (SELECT title FROM newest_revisions AS newest WHERE newest.article = other.article) AS title,"
            " (SELECT name FROM people WHERE people.id = live_matches.person) AS decided_by,"
            " (SELECT verdict FROM labels WHERE claim_id = other.id AND reviewer = :reviewer"
            " ORDER BY id DESC LIMIT 1) AS verdict"
            f" FROM claims AS ours JOIN live_matches ON {ours} = ours.id JOIN claims AS other ON other.id = {theirs}"
            f" WHERE {_named(condition)}" + ("" if dismissed else " AND holds IS NOT 0"),
            {"reviewer": person.id} | {f"value_{at}": value for at, value in enumerate(values)},
        )
        for row in rows:
            found[row["asked"]].append(_suggestion(row, is_left=ours == "left_claim"))
    return {
        claim_id: tuple(sorted(each, key=lambda one: (one.kind is MatchKind.REPEAT, -one.score, one.claim_id))[:MOST])
        for claim_id, each in found.items()
    }


def _named(condition: str) -> str:
    parts = condition.split("?")
    return "".join(f"{part}:value_{at}" for at, part in enumerate(parts[:-1])) + parts[-1]


def _suggestion(row: dict[str, Any], *, is_left: bool) -> Suggestion:
    decided = row["holds"] is not None
    return Suggestion(
        MatchKind(row["kind"]),
        row["score"],
        row["other"],
        row["article"],
        row["title"],
        row["text"],
        _differences(row["differences"], is_left=is_left),
        Verdict(row["verdict"]) if row["verdict"] else None,
        Decision(bool(row["holds"]), row["decided_by"], to_moment(row["decided_at"])) if decided else None,
        row["found_by"],
        to_moment(row["found_at"]),
    )


def _differences(told: str, *, is_left: bool) -> tuple[Difference, ...]:
    """What the desk keeps of the differences of two claims, with the left or the right one's words on the left."""
    return tuple(
        Difference(Aspect(aspect), *((left, right) if is_left else (right, left)))
        for aspect, left, right in json.loads(told)
    )
