"""Which claims somebody wants to see: the same filters for the pages, the commands and the datasets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.errors import UnknownSection
from annotator.flags import Flag, claim_flags
from annotator.model import LabelledClaim, Verdict
from annotator.storage.articles import article_revision
from annotator.storage.people import person_named
from annotator.storage.times import to_text
from corpus.model import CueName, Kind
from corpus.urgency import urgency

_WAS_THERE = """
CASE (SELECT part FROM recut_claims JOIN recuts ON recuts.id = recut_claims.recut
      WHERE claim_id = claims.id AND made_at <= :as_of ORDER BY recuts.id DESC LIMIT 1)
WHEN 'made' THEN 1 WHEN 'retired' THEN 0 ELSE claims.origin = 'cut' END
"""
"""Whether a claim was one of its article's at that moment: what the last recut of it until then says, else the cut."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep: a claim passes when it fits each part that is given; an empty part lets everything through.

    A claim fits ``verdicts`` and ``reviewers`` when one vote fits both; with ``verdict_is_final`` its final verdict
    is compared instead of the votes'. ``sections`` are the headings right above a claim; ``cues`` keeps claims that
    have one of them. ``search`` holds words that must all be in the claim, whatever their ending; the last may be the
    beginning of one, and a number stands before its unit with or without a space. ``as_of`` shows the desk as it was
    then: the articles on it, each reviewer's newest label and the newest decisions up to that moment. ``every_label``
    adds what holds a label or a decision but is out of the queue: units that somebody took for no claim.
    """

    articles: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    flags: tuple[Flag, ...] = ()
    reviewers: tuple[str, ...] = ()
    search: str = ""
    as_of: datetime | None = None
    verdict_is_final: bool = False
    every_label: bool = False
    cues: tuple[CueName, ...] = ()

    def fit(self, claim: LabelledClaim) -> bool:
        """Whether a claim's votes, kind and flags fit; its article, section and words are the database's to find."""
        return self._kind_fits(claim) and self._votes_fit(claim) and self._flags_fit(claim)

    def _kind_fits(self, claim: LabelledClaim) -> bool:
        return not self.kinds or claim.kind in self.kinds

    def _flags_fit(self, claim: LabelledClaim) -> bool:
        return not self.flags or not claim_flags(claim).isdisjoint(self.flags)

    def _votes_fit(self, claim: LabelledClaim) -> bool:
        if self.verdict_is_final and self.verdicts and claim.final.verdict not in self.verdicts:
            return False
        verdicts = () if self.verdict_is_final else self.verdicts
        if not (self.reviewers or verdicts):
            return True
        return any(
            (not self.reviewers or vote.reviewer in self.reviewers) and (not verdicts or vote.verdict in verdicts)
            for vote in claim.votes
        )


def known_filters(db: Database, filters: Filters) -> Filters:
    """``filters`` with reviewers' names as the desk writes them.

    Raises UnknownArticle, UnknownSection and UnknownPerson, which list the known ones: a filter that fits nothing is
    a slip.
    """
    for slug in filters.articles:
        article_revision(db, slug)
    for section in filters.sections:
        _check_section(db, section)
    return replace(filters, reviewers=tuple(person_named(db, name).name for name in filters.reviewers))


def _check_section(db: Database, section: str) -> None:
    if db.execute("SELECT 1 FROM claims WHERE section = ? LIMIT 1", [section]).fetchone():
        return
    rows = db.execute("SELECT DISTINCT section FROM claims WHERE section <> '' ORDER BY section LIMIT 10").fetchall()
    known = ", ".join(row[0] for row in rows) or "none yet"
    raise UnknownSection(f"there is no section {section!r:.80} on this desk (known: {known})")


def claims_condition(filters: Filters) -> tuple[str, dict[str, str]]:
    """The part of ``filters`` that SQL decides: a condition on ``claims`` and ``revisions``, and its values.

    It lets through a little more than the queue: what the votes decide is decided where they are read.
    """
    conditions = [
        "(claims.check_worthy OR EXISTS (SELECT 1 FROM labels WHERE claim_id = claims.id)"
        " OR EXISTS (SELECT 1 FROM adjudications WHERE claim_id = claims.id))"
    ]
    values: dict[str, str] = {}
    if filters.as_of is None:
        conditions.append("claims.retired_at IS NULL")
    else:
        values["as_of"] = to_text(filters.as_of)
        conditions.append(f"revisions.added_at <= :as_of AND {_WAS_THERE}")
    conditions += place_conditions(filters, values)
    return " AND ".join(conditions), values


def place_conditions(filters: Filters, values: dict[str, str]) -> list[str]:
    """The conditions on a claim's article, section, cues and words; what they compare with is put in ``values``."""
    conditions = []
    for column, wanted in (("article", filters.articles), ("section", filters.sections)):
        if wanted:
            names = {f"{column}_{number}": value for number, value in enumerate(wanted)}
            conditions.append(f"claims.{column} IN ({', '.join(':' + name for name in names)})")
            values |= names
    if filters.cues:
        conditions.append(f"claims.urgency & {urgency(filters.cues)}")
    if filters.search.strip():
        conditions.append(_search_condition(filters.search, values))
    return conditions


def _search_condition(search: str, values: dict[str, str]) -> str:
    words = re.findall(r"\w+", search)
    if not words:  # only signs, such as "%": the word index does not hold them
        values["search"] = search.strip()
        return "instr(claims.text, :search) > 0"
    values["search"] = _search_words(words)
    return "claims.number IN (SELECT rowid FROM claims_search WHERE claims_search MATCH :search)"


def _search_words(words: Sequence[str]) -> str:
    """What FTS5 looks for. In quotes a word is only ever a word, whatever it means to FTS5 elsewhere."""
    wanted: list[str] = []
    for number, word in enumerate(words):
        ends = " *" if number == len(words) - 1 else ""
        ways = f'"{word}"{ends}'
        if together := re.fullmatch(r"(\d+)([^\W\d_]+)", word):  # 500mg
            ways += f' OR "{together[1]} {together[2]}"{ends}'
        if wanted and words[number - 1].isdecimal() and word.isalpha():  # 500 mg
            ways = f'({wanted.pop()} AND {ways}) OR "{words[number - 1]}{word}"{ends}'
        wanted.append(f"({ways})")
    return " AND ".join(wanted)
