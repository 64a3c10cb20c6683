"""What joins claims of different articles, so that no split may part them: repeats and shared sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.storage.matches import match_clusters
from annotator.storage.splits import ages_of, claims_by_source, words_of_claims

REPEAT, SOURCE = "repeat", "source"


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A claim in a link. One with a smaller ``number`` came earlier.

    ``since`` is when it joined the link: when its words came to the desk, or when it first cited the source.
    """

    claim_id: str
    article: str
    number: int
    since: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Claims of at least two articles, the earliest first, that say the same (``reason`` is a repeat, ``name`` the
    words of the first) or rest on one source (its name)."""

    reason: str
    name: str
    claims: tuple[LinkedClaim, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles it joins."""
        return frozenset(claim.article for claim in self.claims)


def links_between_articles(db: Database, as_of: datetime | None = None) -> list[Link]:
    """Every link between articles: clusters of repeats, claims of the same words, sources cited in several articles.

    The same words are looked for here once more, whatever the search for repeats has found: a check should not rest on
    what it checks.
    """
    ages, words = ages_of(db), words_of_claims(db)
    texts = dict(words)
    same: defaultdict[str, list[str]] = defaultdict(list)
    for claim_id, text in words:
        same[_words(text)].append(claim_id)
    repeats = [sorted(cluster) for cluster in match_clusters(db, as_of=as_of)]
    known = {claim_id: LinkedClaim(claim_id, *age) for claim_id, age in ages.items()}
    found = _links(REPEAT, (("", _known(claims, known)) for claims in [*repeats, *same.values()]))
    named = [Link(REPEAT, texts[link.claims[0].claim_id], link.claims) for link in found]
    cited = (
        (name, [replace(claim, since=citing[claim.claim_id]) for claim in _known(citing, known)])
        for name, citing in claims_by_source(db, as_of).items()
    )
    return [*dict.fromkeys(named), *_links(SOURCE, cited)]


def _known(claims: Iterable[str], known: Mapping[str, LinkedClaim]) -> list[LinkedClaim]:
    return [known[claim_id] for claim_id in claims if claim_id in known]


def _links(reason: str, named: Iterable[tuple[str, list[LinkedClaim]]]) -> Iterator[Link]:
    for name, claims in named:
        if len({claim.article for claim in claims}) > 1:
            yield Link(reason, name, tuple(sorted(claims, key=lambda claim: claim.number)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold())) or text
