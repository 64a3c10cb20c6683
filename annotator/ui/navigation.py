"""The way between pages: ``app.py`` names them, and a page links to another by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

PAGES = "pages_by_name"
Query: TypeAlias = Mapping[str, str | list[str]]
"""Parameters of an address; a list stands for a name given several times."""


def register(pages: Mapping[str, Page]) -> None:
    """Tell the pages of this run where the others are."""
    st.session_state[PAGES] = dict(pages)


def link_to(name: str, label: str, *, icon: str | None = None, query: Query | None = None) -> None:
    """A link to the page called ``name``. ``label`` is ours, never anybody's text: Streamlit reads it as Markdown."""
    page = _page(name)
    if page is not None:
        st.page_link(page, label=label, icon=icon, query_params=dict(query or {}))


def go_to(name: str, query: Query | None = None) -> None:
    """Leave for the page called ``name``."""
    page = _page(name)
    if page is not None:
        st.switch_page(page, query_params=dict(query or {}))


def has_page(name: str) -> bool:
    """Whether there is a page called ``name``."""
    return _page(name) is not None


def _page(name: str) -> Page | None:
    """None when a page is shown alone, as in a test of that page."""
    pages: dict[str, Page] = st.session_state.get(PAGES, {})
    return pages.get(name)
