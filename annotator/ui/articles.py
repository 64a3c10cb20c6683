"""The Articles page: every article with how far it is, and the way to add one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

import streamlit as st

from annotator.storage.connection import open_database
from annotator.storage.listing import ROWS_A_PAGE, Show
from annotator.storage.reports import ArticleReport, article_reports
from annotator.storage.suggestions import match_counts
from annotator.storage.times import to_text
from annotator.ui.add_article import add_article_form, is_holding, tell_added
from annotator.ui.components.sheet import Node, mount_sheet, node
from annotator.ui.listing_address import SHOW_WORDS, forget_filters, title_words
from annotator.ui.navigation import go_to
from annotator.ui.page import open_page
from annotator.ui.session import desk_path, require_person
from annotator.ui.take_in import is_telling_what_came
from corpus.matching.model import MatchKind

COLUMNS = ("Article", "Claims", "Labelled", "By me", "Evidence missing", "Flagged", "Added")


def render() -> None:
    """Draw the page for whoever is at the desk."""
    person = require_person()
    with open_database(desk_path()) as db:
        articles = article_reports(db, person.id)
        counts = match_counts(db)
    open_page("Articles", "What is on the desk, and the way to put more on it.")
    tell_added()
    if not articles:
        st.write("There is no article on this desk yet. Add one: its claims come up for review at once.")
    with st.expander(
        "Add articles", expanded=not articles or is_telling_what_came() or is_holding(), icon=":material/add:"
    ):
        add_article_form(person)
    if articles:
        _list(articles, {slug: found.get(MatchKind.CONFLICT, 0) for slug, found in counts.items()})


def articles_table(articles: Sequence[ArticleReport], conflicts: Mapping[str, int], twins: Container[str] = ()) -> Node:
    """The table of articles. ``conflicts`` says how many each has with itself or another; ``twins`` are slugs that must
    be told, since another article has the same title. What it sends:
    ``{"review": slug}``, ``{"flagged": slug}``, ``{"conflicts": slug}`` and ``{"revise": slug}``."""
    return node(
        "table.rows",
        node("caption.unseen", "Articles; enter opens one in Review, arrows go up and down"),
        node(
            "thead",
            node(
                "tr",
                *(node("th" if name in ("Article", "Added") else "th.number", name, scope="col") for name in COLUMNS),
            ),
        ),
        node("tbody", *(_row(article, conflicts.get(article.slug, 0), article.slug in twins) for article in articles)),
    )


def _list(articles: Sequence[ArticleReport], conflicts: Mapping[str, int]) -> None:
    words = title_words({article.slug: article.title for article in articles})
    titles = Counter(article.title.casefold() for article in articles)
    twins = {article.slug for article in articles if titles[article.title.casefold()] > 1}
    if len(articles) > ROWS_A_PAGE:
        search = st.text_input("Search", key="title", bind="query-params", placeholder="Words in the title", width=300)
        articles = [article for article in articles if search.strip().casefold() in article.title.casefold()]
    page, pages = 1, max(1, -(-len(articles) // ROWS_A_PAGE))
    if pages > 1:
        page = st.pagination(pages, key="articles_page", bind="query-params")
    shown = articles[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    went = mount_sheet("articles_table", [articles_table(shown, conflicts, twins)])
    if isinstance(went, dict) and "review" in went:
        go_to("review", {"article": str(went["review"])})
    if isinstance(went, dict) and "revise" in went:
        go_to("revise", {"article": str(went["revise"])})
    if isinstance(went, dict) and "flagged" in went:
        forget_filters()
        go_to("flagged", {"article": [words[str(went["flagged"])]]})
    if isinstance(went, dict) and "conflicts" in went:
        forget_filters()
        st.session_state.pop("show", None)
        go_to("flagged", {"article": [words[str(went["conflicts"])]], "show": SHOW_WORDS[Show.CONFLICTING]})


def _row(article: ArticleReport, conflicts: int, is_twin: bool) -> Node:
    slug = article.slug
    review = node(
        "a.open.title",
        article.title or slug,
        href=f"./?article={slug}",
        go={"review": slug},
        title="Open in Review",
        dir="auto",
    )
    byline = " · ".join(filter(None, (article.author, article.published, slug if is_twin else "")))
    under = [node("small.byline", byline, dir="auto")] if byline else []
    newer = node(
        "a.byline",
        "New version",
        href=f"revise?article={slug}",
        go={"revise": slug},
        label=f"New version of {article.title or slug}",
    )
    by = [node("small", f"by {article.added_by}", dir="auto")] if article.added_by else []
    return node(
        "tr.opens",
        node("td.title-cell", review, *under, newer, *_conflicts(article.slug, conflicts)),
        _number("claims", article.claims),
        _progress("labelled", article.labelled, article.claims),
        _progress("by me", article.mine, article.claims),
        _number("evidence missing", article.open),
        _flagged(article),
        node("td.when.quiet", node("time", day=to_text(article.added_at)), " ", *by),
    )


def _conflicts(slug: str, count: int) -> list[Node]:
    if not count:
        return []
    said = "1 conflict?" if count == 1 else f"{count:,} conflicts?"
    return [node("button.link.byline", said, go={"conflicts": slug}, type="button", label=f"{said} Show them")]


def _number(name: str, value: int) -> Node:
    return node("td.number", f"{value:,}", data_label=name)


def _progress(name: str, done: int, of: int) -> Node:
    bar = node("span.part-of", node("span", share=done / of if of else 0), aria_hidden="true")
    return node("td.number", f"{done:,}", bar, data_label=name, title=f"{done:,} of {of:,} claims")


def _flagged(article: ArticleReport) -> Node:
    if not article.flagged:
        return _number("flagged", 0)
    count = node(
        "button.link",
        f"{article.flagged:,}",
        go={"flagged": article.slug},
        type="button",
        label=f"{article.flagged:,} flagged: show them",
    )
    return node("td.number", count, data_label="flagged")
