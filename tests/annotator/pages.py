"""Pages run without a browser, and the words that their sheets show."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def flagged_page() -> None:
    from annotator.ui import dashboard

    dashboard.render()


def claim_page() -> None:
    from annotator.ui import claim

    claim.render()


def articles_page() -> None:
    from annotator.ui import articles

    articles.render()


def revise_page() -> None:
    from annotator.ui import revise_article

    revise_article.render()


def sources_page() -> None:
    from annotator.ui import sources

    sources.render()


PAGES = {
    "sources": sources_page,
    "revise": revise_page,
    "flagged": flagged_page,
    "claim": claim_page,
    "articles": articles_page,
}


def page(name: str, **query: str | list[str]) -> AppTest:
    """The page as Dr A sees it at that address, run once."""
    test = AppTest.from_function(PAGES[name], default_timeout=30)
    test.session_state["person_name"] = "Dr A"
    for parameter, value in query.items():
        test.query_params[parameter] = value
    return test.run()


def sheet(test: AppTest, key: str) -> list[Any]:
    """What the sheet with that key was given to draw."""
    for element in test.get("bidi_component"):
        if element.proto.id.endswith(f"-{key}"):
            tree: list[Any] = json.loads(element.proto.json)["tree"]
            return tree
    return []


def words(test: AppTest, key: str) -> str:
    """The words of a sheet, in their order."""
    return texts(sheet(test, key))


def texts(tree: Any) -> str:
    """The words of a tree, or of some."""
    if isinstance(tree, str):
        return tree
    parts = tree[1:] if tree and isinstance(tree[0], str) else tree
    return " ".join(texts(part) for part in parts if not isinstance(part, dict))


def nodes(tree: Any, name: str) -> list[Any]:
    """Every node of a tree whose tag and classes are ``name``."""
    if not isinstance(tree, list):
        return []
    found = [tree] if tree and tree[0] == name else []
    return found + [each for part in tree for each in nodes(part, name)]
