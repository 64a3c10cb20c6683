"""The New version page: an article's revisions, a text to be the next one, and what would change before it is."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

import streamlit as st

from annotator.errors import StaleRevision, UnknownArticle
from annotator.model import ArticleRevision, Person
from annotator.storage.articles import article_revision
from annotator.storage.connection import open_database
from annotator.storage.revising import RevisionReport, add_revision, plan_revision
from annotator.storage.revisions import revisions_of
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.navigation import go_to, link_to
from annotator.ui.page import open_page
from annotator.ui.revision_sheet import comparison_tree, report_words, revisions_table
from annotator.ui.session import desk_path, require_person, show_error, show_line
from corpus.errors import ClaimdeskError
from corpus.model import Article, Claim
from corpus.reading import article_from_bytes, article_from_text, known_suffixes
from corpus.remarks import remarks_on
from corpus.segmentation import split_claims

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

Draft: TypeAlias = tuple[str, Article, list[Claim]]
"""The article that a text may be a version of, the text, and its claims."""

GIVEN = "add_article_as_revision"
"""Where the form that adds articles leaves a ``Draft`` when a text looks like a new version."""
CUT, ADDED, ROUND = "revise_article_cut", "revise_article_added", "revise_article_round"
FILE, TEXT = "File", "Text"
LARGEST_FILE = 20  # MB


def render() -> None:
    """Draw the page for whoever is at the desk; the address names the ``article``."""
    person = require_person()
    slug = st.query_params.get("article", "")
    with open_database(desk_path()) as db:
        try:
            newest = article_revision(db, slug)
        except UnknownArticle as error:
            open_page("New version")
            show_error(error if slug else UnknownArticle("no article is named: choose one on the Articles page"))
            link_to("articles", "All articles", icon=":material/arrow_back:")
            return
        revisions = revisions_of(db, slug)
    open_page("New version", "Claims that stand word for word keep their labels. What changed is offered again.")
    link_to("articles", "All articles", icon=":material/arrow_back:")
    _tell_added(slug)
    st.text(newest.title)
    revise_article_form(person, newest)
    went = mount_sheet("revisions", [revisions_table(revisions)])
    if isinstance(went, dict) and isinstance(read := went.get("read"), str):
        go_to("claim", {"claim": read})


def revise_article_form(person: Person, newest: ArticleRevision) -> None:
    """The form: the text as it is now, what would become of each claim, the button."""
    try:
        draft = _given(newest.slug) or _chosen()
        if draft is not None:
            _compare(newest.slug, *draft, person)
    except ClaimdeskError as error:
        show_error(error)


def _given(slug: str) -> tuple[Article, list[Claim]] | None:
    """The text that was about to be added as an article of its own, until another is chosen."""
    given: Draft | None = st.session_state.get(GIVEN)
    if given is None or given[0] != slug:
        return None
    if st.button("Choose another text", icon=":material/close:", type="tertiary"):
        st.session_state.pop(GIVEN)
        return None
    return given[1], given[2]


def _chosen() -> tuple[Article, list[Claim]] | None:
    round_ = st.session_state.setdefault(ROUND, 0)  # a new round has new widgets: empty ones
    how = st.segmented_control("The text as it is now", [FILE, TEXT], default=FILE, required=True, key="revise_from")
    article = _from_file(round_) if how == FILE else _from_text(round_)
    return (article, _cut(article)) if article is not None else None


def _from_file(round_: int) -> Article | None:
    kinds = [suffix.removeprefix(".") for suffix in known_suffixes()]
    file: UploadedFile | None = st.file_uploader(
        "File",
        type=kinds,
        key=f"revise_file_{round_}",
        label_visibility="collapsed",
        max_upload_size=LARGEST_FILE,
    )
    return article_from_bytes(file.name, file.getvalue()) if file is not None else None


def _from_text(round_: int) -> Article | None:
    text = st.text_area(
        "Text",
        key=f"revise_text_{round_}",
        height=220,
        placeholder="Paste the article, then press Ctrl+Enter",
        label_visibility="collapsed",
    )
    return article_from_text(text) if text.strip() else None


def _cut(article: Article) -> list[Claim]:
    """The article's claims, cut once however often the page runs."""
    kept: tuple[str, list[Claim]] | None = st.session_state.get(CUT)
    if kept is None or kept[0] != article.sha256:
        with st.spinner("Cutting the text into claims"):
            kept = (article.sha256, split_claims(article.text))
        st.session_state[CUT] = kept
    return kept[1]


def _compare(slug: str, article: Article, claims: list[Claim], person: Person) -> None:
    with open_database(desk_path()) as db:
        plan = plan_revision(db, slug, article, claims)
    number = plan.onto.revision + 1
    for remark in (*article.warnings, *remarks_on(article.text, claims)):
        show_line(remark)
    mount_sheet("comparison", comparison_tree(plan))
    # Its key names what it was compared with: a click on an older comparison adds nothing, and the new one is shown.
    if st.button(f"Make it revision {number}", type="primary", key=f"revise {slug} {number} {article.sha256}"):
        _add(slug, article, claims, person, plan.onto.revision)


def _add(slug: str, article: Article, claims: list[Claim], person: Person, onto: int) -> None:
    try:
        with open_database(desk_path()) as db:
            report = add_revision(
                db, slug, article, claims, datetime.now(UTC), secrets.token_hex(16), person=person, onto=onto
            )
    except StaleRevision as error:
        show_error(error)
        return
    st.session_state[ADDED] = report
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state.pop(CUT, None)
    st.session_state.pop(GIVEN, None)
    st.rerun()


def _tell_added(slug: str) -> None:
    """Say what the revision that was just added came to, with the way to what waits in it."""
    report: RevisionReport | None = st.session_state.pop(ADDED, None)
    if report is None or report.slug != slug:
        return
    with st.container(border=True, key="revision_added", horizontal=True, vertical_alignment="center"):
        st.text(report_words(report))
        link_to("review", "Review what changed", icon=":material/rule:", query={"article": slug})
