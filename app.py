"""The front door: starts the desk, names the pages, nothing else. A page's modules load when it is first opened."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from annotator.ui import navigation, startup
from annotator.ui.session import desk_path, show_error, show_line
from annotator.ui.unforeseen import unforeseen_words
from corpus.errors import ClaimdeskError

ICON = Path(__file__).parent / "annotator" / "ui" / "icon.png"  # ours: Streamlit fetches its own icons from afar


def review() -> None:
    from annotator.ui import review

    review.render()


def flagged() -> None:
    from annotator.ui import dashboard

    dashboard.render()


def claim() -> None:
    from annotator.ui import claim

    claim.render()


def revise() -> None:
    from annotator.ui import revise_article

    revise_article.render()


def articles() -> None:
    from annotator.ui import articles

    articles.render()


def sources() -> None:
    from annotator.ui import sources

    sources.render()


def export() -> None:
    from exports import page

    page.render()


def you() -> None:
    from annotator.ui import you

    you.render()


def main() -> None:
    """One run of the desk: one page, drawn for whoever looks."""
    st.set_page_config(page_title="Claimdesk", page_icon=str(ICON), layout="wide")
    try:
        startup.start(desk_path())
    except ClaimdeskError as error:
        st.title("Claimdesk cannot start")
        show_error(error)
        return
    pages = {
        "review": st.Page(review, title="Review", icon=":material/rule:", default=True),
        "flagged": st.Page(flagged, title="Flagged", icon=":material/flag:"),
        "claim": st.Page(claim, title="Claim", url_path="claim", visibility="hidden"),
        "articles": st.Page(articles, title="Articles", icon=":material/article:"),
        "revise": st.Page(revise, title="New version", url_path="revise", visibility="hidden"),
        "sources": st.Page(sources, title="Sources", icon=":material/menu_book:"),
        "export": st.Page(export, title="Export", icon=":material/download:"),
        "you": st.Page(you, title="You", icon=":material/person:"),
    }
    navigation.register(pages)
    page = st.navigation(list(pages.values()), position="top")
    st.set_page_config(page_title=f"{page.title} - Claimdesk")
    try:
        page.run()
    except ClaimdeskError as error:
        show_error(error)
    except (
        Exception
    ) as error:  # the last edge: else Streamlit shows a box of its own. Its stop and rerun are no Exception
        show_line(unforeseen_words(error, datetime.now(UTC)))


main()
