"""What the desk has of a text already: the very same one, or an earlier wording of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from corpus.model import Article, Claim, Kind
from corpus.reading.naming import is_of_the_web

MOST_ASKED = 40
"""How many of a text's units are looked for on the desk beside its title: the longest, which say the most about it."""

LEAST_SHARE = 0.4
"""The share of them in one article from which on a text is taken for a wording of that article."""

_FEWEST = 3
_SHORTEST = 40  # characters: shorter headings and advice ("Talk to your doctor.") stand in many articles
_SHORTEST_CLAIM = 12


@dataclass(frozen=True, slots=True)
class KnownText:
    """The article that has a text in its ``revision``; ``newest`` is the newest one it has."""

    slug: str
    title: str
    revision: int
    newest: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """An article that a text may be a new wording of: of ``asked`` sentences of the text it has ``shared``."""

    slug: str
    title: str
    shared: int = 0
    asked: int = 0
    same_address: bool = False
    same_name: bool = False
    same_page: bool = False
    """The same address, and one of the web."""

    @property
    def is_alike(self) -> bool:
        """True when the shared sentences alone say so."""
        return self.shared >= max(_FEWEST, LEAST_SHARE * self.asked)

    @property
    def is_likely(self) -> bool:
        """True when whoever adds the text must say whether it is a new version: a twin would be labelled twice, and an
        article is not taken off the desk again. A file's name is not enough for that."""
        return self.is_alike or self.same_page

    @property
    def reason(self) -> str:
        """Why one may think so, in a few words."""
        if self.is_alike:
            return f"{self.shared} of {self.asked} sentences compared are the same"
        return "it has the same address" if self.same_address else "it has the same name"


def known_text(db: Database, sha256: str) -> KnownText | None:
    """Where the desk has this very text; None where it is new to it."""
    row = db.execute(
        "SELECT newest.article, newest.title, revisions.number, newest.number FROM revisions"
        " JOIN newest_revisions AS newest ON newest.article = revisions.article WHERE revisions.sha256 = ?",
        [sha256],
    ).fetchone()
    return KnownText(*row) if row else None


def earlier_versions(db: Database, article: Article, claims: Sequence[Claim], most: int = 3) -> list[Earlier]:
    """The articles that ``article``, cut into ``claims``, may be a new revision of, the likeliest first."""
    asked, shared = _shared_units(db, claims)
    is_web = is_of_the_web(article.source_address)
    named = {
        slug: (
            article.source_address == address != "",
            article.slug == slug,
            article.source_address == address and is_web,
        )
        for slug, address in db.execute(
            "SELECT article, source_address FROM newest_revisions"
            " WHERE article = ? OR (source_address = ? AND source_address <> '')",
            [article.slug, article.source_address],
        ).fetchall()
    }
    titles = dict(db.execute("SELECT article, title FROM newest_revisions").fetchall()) if shared or named else {}
    slugs = dict.fromkeys([*(slug for slug, _ in shared.most_common()), *named])
    found = [Earlier(slug, titles[slug], shared[slug], asked, *named.get(slug, ())) for slug in slugs]
    return [each for each in found if each.is_alike or each.slug in named][:most]


def likely_earlier(db: Database, article: Article, claims: Sequence[Claim]) -> Earlier | None:
    """The article that ``article`` is likely a new revision of, so that it is not put beside it unasked; None where
    there is none, or the desk has this very text."""
    if known_text(db, article.sha256):
        return None
    return next((each for each in earlier_versions(db, article, claims) if each.is_likely), None)


def _shared_units(db: Database, claims: Sequence[Claim]) -> tuple[int, Counter[str]]:
    """How many units were looked for, and how many of them each article has, word for word."""
    titles = {claim.text for claim in claims if claim.kind is Kind.TITLE}
    texts = {claim.text for claim in claims if _says_much(claim)} - titles
    asked = [*sorted(titles), *sorted(texts, key=lambda text: (-len(text), text))[:MOST_ASKED]]
    shared: Counter[str] = Counter()
    for text in asked:
        phrase = '"' + text[:300].replace('"', '""') + '"'  # the index finds the words, the text itself decides
        rows = db.execute(
            "SELECT DISTINCT article FROM claims_search JOIN claims ON claims.number = claims_search.rowid"
            " WHERE claims_search MATCH ? AND claims.text = ? LIMIT 20",
            [phrase, text],
        ).fetchall()
        shared.update(slug for (slug,) in rows)
    return len(asked), shared


def _says_much(claim: Claim) -> bool:
    return len(claim.text) >= (_SHORTEST_CLAIM if claim.check_worthy else _SHORTEST)
