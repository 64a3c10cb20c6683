"""The review pane and its wire, mounted: two components that meet in the browser and share one object there.

The pane holds everything one sees and is sent once an article; the wire is a few lines, and the only one that speaks
to the server, so that an answer re-sends next to nothing. Their scripts are plain modules, joined here into one each,
because Streamlit takes a component's script as one text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from annotator.ui.components import COLOURS

HERE = Path(__file__).parent
MODULES = (
    "dom", "labels", "recuts", "shelf", "outbox", "ledger", "queue", "blocks", "keys", "hub", "room", "stay", "voice",
    "legend", "drafts", "article", "card", "before", "resolved", "quote_check", "offers", "citations", "question",
    "stances", "cite", "finding", "late", "notes", "notices", "order", "head", "end", "help", "strengths", "matches",
    "points", "repair", "kinds", "answering", "recutting", "evidence", "going", "review", "read", "desk",
)  # fmt: skip
"""The pane's scripts in the order of their joining: a module stands after those it builds its classes on."""
STYLES = ("theme", "frame", "text", "card", "citing", "dialog", "before", "repair", "matches")
PANE = "claimdesk_pane"


def joined_script(names: tuple[str, ...] = MODULES) -> str:
    """The modules as one: without their imports and exports, but for ``export default``, and without comment lines.

    Names are unique across the modules, and an import stands on one line; a test holds them to both.
    """
    parts = []
    for name in names:
        text = HERE.joinpath(f"{name}.js").read_text("utf-8")
        text = re.sub(r"^import .*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^export (?!default)", "", text, flags=re.MULTILINE)
        parts.append(re.sub(r"^\s*(//|/\*\*|\*).*\n", "", text, flags=re.MULTILINE).strip())
    return "\n".join(parts) + "\n"


def joined_style() -> str:
    """The pane's style sheets as one."""
    return COLOURS + "\n".join(HERE.joinpath(f"{name}.css").read_text("utf-8") for name in STYLES)


_pane = st.components.v2.component("claimdesk_pane", js=joined_script(), css=joined_style())
_wire = st.components.v2.component("claimdesk_wire", js=joined_script(("wire",)))


def mount_pane(data: Mapping[str, Any], key: str = PANE) -> None:
    """Show the article and the claim in hand; ``data`` as ``annotator.ui.browser.review_data`` makes it.

    Outside any fragment, once a page: it takes the height that the window leaves. When the wire gets no answer, as from
    a server started anew, the pane asks for a run of the whole page, by its state ``awake``.
    """
    _pane(key=key, data=dict(data), on_awake_change=_noted)


def mount_wire(key: str, data: Mapping[str, Any]) -> None:
    """Open the line to the pane, inside a fragment of its own, with the answer to its last message.

    What comes back is ``st.session_state[key]["outbox"]``: the message, with everything not acknowledged yet.
    """
    _wire(key=key, data=dict(data), on_outbox_change=_noted)


def _noted() -> None:
    """The state's name is known to Streamlit by its callback; the fragment reads the value itself."""
