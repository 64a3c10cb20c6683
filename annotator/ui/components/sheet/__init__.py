"""Sheets: figures, tables and records drawn as our own elements, with every word as text.

A tree of nodes is made here in Python and drawn in the browser node by node. There is no markup in between: what an
article or a person wrote cannot become any, whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import streamlit as st

from annotator.ui.components import COLOURS

HERE = Path(__file__).parent

Node: TypeAlias = list[Any]
"""``[tag.classes, attributes, *children]``: a child is a node or a text."""

_sheet = st.components.v2.component(
    "claimdesk_sheet",
    js=HERE.joinpath("sheet.js").read_text("utf-8"),
    css=COLOURS + HERE.joinpath("sheet.css").read_text("utf-8"),
)


def node(name: str, *children: Node | str, **attributes: Any) -> Node:
    """A node for a sheet. ``name`` is its tag with its classes (``"td.claim"``), ours and never anybody's text.

    Attributes: ``href``; ``go``, what ``mount_sheet`` returns after a click; ``at`` or ``day``, a moment in ISO 8601
    that the browser writes in the reader's own time; ``share``, a width from 0 to 1; ``is_``, what CSS styles by;
    ``label`` for those who hear the page; HTML's own, with ``_`` for ``-``. What is None is left out.
    """
    given = {_attribute(name): value for name, value in attributes.items() if value is not None}
    return [name, *([given] if given else []), *children]


def mount_sheet(key: str, tree: Sequence[Node], on_go: Callable[[Any], None] | None = None, *, view: str = "") -> Any:
    """Draw ``tree``. Returns the ``go`` of what was just clicked, else None.

    ``on_go`` is called with it before the page runs, when widgets can still be given other values. ``view`` names
    what is shown: when it changes, the sheet's top comes into view.
    """

    def clicked() -> None:
        if on_go is not None:
            on_go(st.session_state[key]["went"])

    return _sheet(key=key, data={"tree": list(tree), "view": view}, on_went_change=clicked).went


def _attribute(name: str) -> str:
    return {"is_": "data-is", "label": "aria-label"}.get(name, name.replace("_", "-"))
