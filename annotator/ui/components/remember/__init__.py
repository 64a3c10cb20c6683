"""Keeps the chosen name in a cookie of this browser, for a year. It never leaves the desk's own address."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

COOKIE = "claimdesk_name"

_remember = st.components.v2.component(
    "claimdesk_remember", js=Path(__file__).with_name("remember.js").read_text("utf-8")
)


def remember_name(name: str) -> None:
    """Put ``name`` in the cookie, unless it is there already."""
    _remember(key="claimdesk_remember", data={"cookie": COOKIE, "name": name})
