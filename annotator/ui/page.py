"""What every ordinary page has in common: its margins and its title."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("page.css")


def open_page(title: str) -> None:
    """Begin a page with its title, which is ours and never anybody's text: Streamlit reads it as Markdown."""
    set_margins()
    st.title(title, anchor=False)


def set_margins() -> None:
    """The margins of a page that has no title."""
    st.html(STYLE)
