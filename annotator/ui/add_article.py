"""Adding an article: a file or a pasted text, its cut shown first, one button to put it on the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from annotator.errors import AlreadyThere
from annotator.model import Person
from annotator.storage.articles import add_article, slug_with_text
from annotator.storage.connection import open_database
from annotator.storage.matches import find_matches
from annotator.ui.components.sheet import Node, mount_sheet, node
from annotator.ui.navigation import link_to
from annotator.ui.session import desk_path, show_error, show_line
from annotator.ui.words import kind_words
from corpus.errors import ClaimdeskError
from corpus.model import Article, Claim
from corpus.reading import article_from_bytes, article_from_text, known_suffixes
from corpus.remarks import remarks_on
from corpus.segmentation import split_claims

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

FIRST_UNITS = 12
SEARCHED_AT_ONCE = 1_000  # claims; the rest of a long article waits for whoever opens it, or for find-matches
ROUND, ADDED, CUT = "add_article_round", "add_article_added", "add_article_cut"
FILE, TEXT = "File", "Text"


def add_article_form(person: Person) -> None:
    """The form: a file or a text, the cut of it, the button."""
    round_ = st.session_state.setdefault(ROUND, 0)  # a new round has new widgets: empty ones
    how = st.segmented_control(
        "From", [FILE, TEXT], default=FILE, required=True, key="add_article_from", label_visibility="collapsed"
    )
    try:
        article = _from_file(round_) if how == FILE else _from_text(round_)
        if article is not None:
            _preview(article, person)
    except ClaimdeskError as error:
        show_error(error)


def tell_added() -> None:
    """Name the article that was just added, with the way to review it."""
    if added := st.session_state.pop(ADDED, None):
        slug, title, claims = added
        with st.container(border=True, key="article_added", horizontal=True, vertical_alignment="center"):
            st.text(f"On the desk: {title} ({claims:,} to check)")
            link_to("review", "Review it", icon=":material/rule:", query={"article": slug})


def article_from_upload(name: str, content: bytes) -> Article:
    """The article in an uploaded file. Its name gives the format and the slug, and is never used as a path.

    Raises UnreadableArticle with one line that says what to do.
    """
    return article_from_bytes(name, content)


def cut_tree(claims: Sequence[Claim]) -> list[Node]:
    """How a text was cut: how many units of each kind, then the first of them."""
    kinds = Counter(kind_words(claim.kind) for claim in claims)
    check = sum(claim.check_worthy for claim in claims)
    units = (
        node(
            "tr",
            node("td", kind_words(unit.kind)),
            node("td", unit.text, dir="auto"),
            is_="check" if unit.check_worthy else None,
        )
        for unit in claims[:FIRST_UNITS]
    )
    more = len(claims) - FIRST_UNITS
    return [
        node(
            "div.facts",
            node("strong", f"{check:,} to check"),
            *(node("span.chip", f"{count:,} {kind}") for kind, count in kinds.most_common()),
        ),
        node("table.rows.cut", node("caption.unseen", "The first units of the text"), node("tbody", *units)),
        *([node("p.quiet", f"and {more:,} more")] if more > 0 else []),
    ]


def _from_file(round_: int) -> Article | None:
    kinds = [suffix.removeprefix(".") for suffix in known_suffixes()]
    file: UploadedFile | None = st.file_uploader(
        "A text or Markdown file", type=kinds, key=f"add_article_file_{round_}"
    )
    return article_from_upload(file.name, file.getvalue()) if file is not None else None


def _from_text(round_: int) -> Article | None:
    title = st.text_input(
        "Title", key=f"add_article_title_{round_}", placeholder="Taken from the text if left empty", max_chars=300
    )
    text = st.text_area(
        "Text", key=f"add_article_text_{round_}", height=200, placeholder="Paste the article, then press Ctrl+Enter"
    )
    return article_from_text(text, title) if text.strip() else None


def _preview(article: Article, person: Person) -> None:
    with open_database(desk_path()) as db:
        known = slug_with_text(db, article.sha256)
    if known is not None:
        show_error(AlreadyThere(f"this text is on the desk already, as {known}"))
        link_to("review", "Open it in Review", icon=":material/rule:", query={"article": known})
        return
    claims = _cut(article)
    st.text(article.title)
    mount_sheet("add_article_cut_sheet", cut_tree(claims))
    for remark in remarks_on(article.text, claims):
        show_line(remark)
    if not any(claim.check_worthy for claim in claims):
        st.write(
            "Nothing in this text looks like a claim. It can be added all the same: any line can be raised to a claim."
        )
    if st.button("Put it on the desk", type="primary"):
        with open_database(desk_path()) as db:
            added = add_article(db, article, claims, datetime.now(UTC), person.name)
            with st.spinner("Looking for repeats and conflicts"):
                find_matches(db, added.slug, added.revision, datetime.now(UTC), most=SEARCHED_AT_ONCE)
        st.session_state[ADDED] = (added.slug, added.title, sum(claim.check_worthy for claim in claims))
        st.session_state[ROUND] += 1
        st.session_state.pop(CUT, None)
        st.rerun()


def _cut(article: Article) -> list[Claim]:
    """The article's claims, cut once however often the page runs."""
    kept: tuple[str, list[Claim]] | None = st.session_state.get(CUT)
    if kept is None or kept[0] != article.sha256:
        with st.spinner("Cutting the text into claims"):
            kept = (article.sha256, split_claims(article.text))
        st.session_state[CUT] = kept
    return kept[1]
