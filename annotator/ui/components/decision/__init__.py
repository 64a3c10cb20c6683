"""The part of a claim's page where an editor decides: its keys, the reason, and the way back, mounted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from annotator.ui.components import COLOURS

HERE = Path(__file__).parent
DECISION = "claim_decision"

_decision = st.components.v2.component(
    "claimdesk_decision",
    js=HERE.joinpath("decision.js").read_text("utf-8"),
    css=COLOURS + HERE.joinpath("decision.css").read_text("utf-8"),
)


def mount_decision(data: Mapping[str, Any]) -> None:
    """Show the keys for the claim in ``data``, as ``annotator.ui.deciding.decision_data`` makes it."""
    _decision(key=DECISION, data=dict(data), on_act_change=_noted)


def pressed_decision() -> Mapping[str, Any] | None:
    """The decision that was pressed last in this browser, known before the page is drawn. It comes with every run, and
    each time with the same key."""
    state = st.session_state.get(DECISION)
    act = state.get("act") if isinstance(state, Mapping) else None
    return act if isinstance(act, Mapping) else None


def _noted() -> None:
    """The state's name is known to Streamlit by its callback; the page reads the value itself."""
