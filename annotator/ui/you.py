"""The page where a person says who they are, or that they are somebody else."""

from __future__ import annotations

import streamlit as st

from annotator.ui.navigation import link_to
from annotator.ui.page import open_page
from annotator.ui.session import ask_name, current_person


def render() -> None:
    """Draw the page."""
    person = current_person()
    open_page("You", "Your labels carry your name.")
    if person is None:
        st.write("Pick your name, or type it if you are new here.")
    else:
        st.write("You are at the desk as")
        st.text(person.name)  # as text: a name is data, not Markdown
        link_to("review", "Go on reviewing", icon=":material/rule:")
        st.write("Somebody else? Pick another name.")
    ask_name(person)
