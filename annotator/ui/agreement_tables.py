"""How far reviewers agree, as a part of a page: the figures, then the pairs and the answers taken for each other."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from annotator.agreement.coefficients import Figure
from annotator.agreement.report import Agreement
from annotator.agreement.telling import CATEGORY_WORDS, claims_words, figure_words, strangers_words
from annotator.ui.words import kind_words
from corpus.model import Kind

_WIDTH = 520
"""Pixels of a table: two stand beside each other in a window of 1,200."""


def draw_agreement(agreement: Agreement) -> None:
    """Draw the whole report. Where nobody shares a claim with anybody, one sentence says so."""
    st.write(claims_words(agreement))
    if not agreement.claims_with_two:
        return
    overall = [("Krippendorff's alpha", agreement.alpha), ("Fleiss' kappa", agreement.fleiss)]
    with _side_by_side():
        _table(("All reviewers", "value (95 % interval)"), overall)
        _table(
            ("Two reviewers", "Cohen's kappa"),
            [(f"{pair.first} and {pair.second}", pair.kappa) for pair in agreement.compared],
        )
    if strangers := strangers_words(agreement):
        st.caption(strangers)
    st.caption("How often two reviewers of one claim answered so:")
    words = [CATEGORY_WORDS[category] for category in agreement.categories]
    st.dataframe(pd.DataFrame(agreement.confusion, index=words, columns=words), width=_WIDTH)
    with _side_by_side():
        _table(
            ("Kind", "alpha (95 % interval)"), [(kind_words(Kind(name)), figure) for name, figure in agreement.by_kind]
        )
        _table(("Article", "alpha (95 % interval)"), agreement.by_article)


def _side_by_side() -> DeltaGenerator:
    """Two tables in a row, or one under the other where the window is narrow."""
    return st.container(horizontal=True, gap="small")


def _table(head: tuple[str, str], rows: Iterable[tuple[str, Figure]]) -> None:
    cells = [(name, figure_words(figure), figure.claims) for name, figure in rows]
    st.dataframe(pd.DataFrame(cells, columns=[*head, "claims"]), hide_index=True, width=_WIDTH)
