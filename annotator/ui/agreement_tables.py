"""How far reviewers agree, as a part of a page: the figures, then the pairs and the answers taken for each other."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from annotator.agreement.coefficients import Figure
from annotator.agreement.report import Agreement
from annotator.agreement.telling import CATEGORY_WORDS, claims_words, figure_words
from annotator.ui.words import kind_words
from corpus.model import Kind


def draw_agreement(agreement: Agreement) -> None:
    """Draw the whole report. Where nobody shares a claim with anybody, one sentence says so."""
    st.write(claims_words(agreement))
    if not agreement.claims_with_two:
        return
    _table(
        ("", "95 % interval in brackets", "claims"),
        [("Krippendorff's alpha", agreement.alpha), ("Fleiss' kappa", agreement.fleiss)],
    )
    _table(
        ("Reviewers", "Cohen's kappa", "claims"),
        [(f"{pair.first} and {pair.second}", pair.kappa) for pair in agreement.pairs],
    )
    st.caption("How often two reviewers of one claim answered so:")
    words = [CATEGORY_WORDS[category] for category in agreement.categories]
    st.dataframe(pd.DataFrame(agreement.confusion, index=words, columns=words))
    _table(("Kind", "alpha", "claims"), [(kind_words(Kind(name)), figure) for name, figure in agreement.by_kind])
    _table(("Article", "alpha", "claims"), agreement.by_article)


def _table(head: tuple[str, str, str], rows: Iterable[tuple[str, Figure]]) -> None:
    cells = [(name, figure_words(figure), figure.claims) for name, figure in rows]
    st.dataframe(pd.DataFrame(cells, columns=list(head)), hide_index=True)
