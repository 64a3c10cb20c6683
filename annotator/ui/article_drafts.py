"""Articles that are not on the desk yet: read and cut once, however often the page runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from corpus.bulk import cut_batches
from corpus.errors import ClaimdeskError
from corpus.model import Article, Claim
from corpus.reading.bulk import Row
from corpus.remarks import remarks_on
from corpus.segmentation import split_claims

DRAFTS = "article_drafts"
CUT_ASIDE = 200_000
"""Characters from which on a text is cut in a program of its own, so that it holds up nobody else's page."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article to be, or the reason why there is none. ``key`` is the same as long as what it is made from is."""

    key: str
    name: str
    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    remarks: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def to_check(self) -> int:
        """How many of its units come up for review."""
        return sum(claim.check_worthy for claim in self.claims)


def drafts_of(sources: Iterable[tuple[str, str, Callable[[], Article]]]) -> list[Draft]:
    """A draft for each of ``sources``: its key, its name, and how to read it. Others are forgotten."""
    before: dict[str, Draft] = st.session_state.get(DRAFTS, {})
    drafts = {}
    for key, name, read in sources:
        drafts[key] = before.get(key) or _draft(key, name, read)
    st.session_state[DRAFTS] = drafts
    return list(drafts.values())


def _draft(key: str, name: str, read: Callable[[], Article]) -> Draft:
    with st.spinner("Reading and cutting"):
        try:
            article = read()
            claims, remarks = _cut(article)
        except ClaimdeskError as error:
            return Draft(key, name, trouble=str(error))
    return Draft(key, name, article, tuple(claims), remarks)


def _cut(article: Article) -> tuple[list[Claim], tuple[str, ...]]:
    """The article's claims, and what is odd about it."""
    if len(article.text) < CUT_ASIDE:
        claims = split_claims(article.text)
        return claims, (*article.warnings, *remarks_on(article.text, claims))
    ((cut,),) = cut_batches([[Row(1, 1.0, article)]])
    return cut.claims, cut.remarks
