"""What every ordinary page has in common: its margins and its title."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("page.css")


def open_page(title: str, purpose: str = "") -> None:
    """Begin a page with its title and, in one line, what it is for. Both are ours and never anybody's text: Streamlit
    reads them as Markdown."""
    set_margins()
    with st.container(gap=None):
        st.title(title, anchor=False)
        if purpose:
            st.caption(purpose)


def set_margins() -> None:
    """The margins of a page that has no title."""
    st.html(STYLE)
