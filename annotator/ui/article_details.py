"""What a person says of an article before it is on the desk: title, author, date and where it comes from."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from annotator.ui.article_drafts import Draft
from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading.dates import iso_date
from corpus.reading.naming import has_scheme, is_of_the_web, plainly, slug_for

TYPED = "add_article_typed"
LONGEST_TITLE = 300


def details_form(draft: Draft) -> Article:
    """The article with what a person says of it."""
    typed = _typed(draft)
    title = st.container()
    author, published, address = st.columns([3, 2, 5])
    for part, place, label, longest in (
        ("title", title, "Title", LONGEST_TITLE),
        ("author", author, "Author", LONGEST_TITLE),
        ("date", published, "Date", 40),
        ("address", address, "Source address", 2000),
    ):
        hint = "2024-05-17" if part == "date" else None
        key = f"{draft.key} {part}"
        typed[part] = place.text_input(label, typed[part], key=key, max_chars=longest, placeholder=hint)
    kept: dict[str, dict[str, str]] = st.session_state.setdefault(TYPED, {})
    kept[draft.key] = typed  # the field's own memory ends when another file is shown
    return described(draft)


def _typed(draft: Draft) -> dict[str, str]:
    """What the fields hold, also those of a file that is not shown; what nobody touched is as it was read."""
    article = draft.article
    assert article is not None  # noqa: S101 - for mypy
    read = {
        "title": article.title,
        "author": article.author,
        "date": article.published,
        "address": article.source_address,
    }
    kept: dict[str, dict[str, str]] = st.session_state.get(TYPED, {})
    read |= kept.get(draft.key, {})
    return {part: str(st.session_state.get(f"{draft.key} {part}", value)) for part, value in read.items()}


def described(draft: Draft) -> Article:
    """The article with what was typed for it. Raises UnreadableArticle where its date or its address is none."""
    article = draft.article
    assert article is not None  # noqa: S101 - for mypy
    typed = {part: plainly(words) for part, words in _typed(draft).items()}
    published = iso_date(typed["date"])
    if typed["date"] and not published:
        raise UnreadableArticle(f"{draft.name}: the date {typed['date']!r} is none: write it like 2024-05-17, or 2024")
    address = typed["address"]
    if address != article.source_address and has_scheme(address) and not is_of_the_web(address):
        raise UnreadableArticle(
            f"{draft.name}: {address[:60]!r} is no address: write it like https://example.org/article"
        )
    title = typed["title"] or article.title
    slug = slug_for(title) if article.how_read.startswith("pasted") else article.slug
    return replace(article, title=title, slug=slug, author=typed["author"], published=published, source_address=address)
