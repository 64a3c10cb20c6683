"""The address of a page -> an article. Off unless ``CLAIMDESK_FETCH=on``: the desk sends nothing anywhere by itself."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading.catalog import SUFFIX_OF, article_from_bytes, known_suffixes
from corpus.reading.fetching import Fetcher, Page

SWITCH = "CLAIMDESK_FETCH"
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


def article_from_address(address: str, *, slug: str = "", fetcher: Fetcher | None = None) -> Article:
    """The article at ``address``, fetched now; its source address is the one that the page came from in the end.

    Without a ``fetcher`` the environment has to say ``CLAIMDESK_FETCH=on``. Raises ``UnreadableArticle``, with one line
    that says what to do, when fetching is off, the address is not one of the public web, the page cannot be had within
    10 seconds or is larger than 2 MB, or what is there is no article.
    """
    shown = " ".join(address.split())[:300]
    if fetcher is None and os.environ.get(SWITCH, "").strip().lower() != "on":
        raise UnreadableArticle(
            f"{shown}: Claimdesk fetches no pages unless {SWITCH}=on is set; set it, or save the page as a file"
        )
    try:
        page = (fetcher or Fetcher()).fetch(address)
        name = _file_name(page)
    except UnreadableArticle as error:
        raise UnreadableArticle(f"{shown}: {error}") from error
    try:
        return article_from_bytes(
            name, page.content, slug=slug, media_type=page.media_type, source_address=page.address
        )
    except UnreadableArticle as error:
        reason = str(error).removeprefix(f"{name}: ")
        raise UnreadableArticle(f"{shown}: {reason}") from error


def _file_name(page: Page) -> str:
    """The name that the page would have as a file: the last part of its address, the suffix of what it is."""
    parts = urlsplit(page.address)
    last = PurePosixPath(unquote(parts.path)).name
    media_type = page.media_type.partition(";")[0].strip().lower()
    suffix = SUFFIX_OF.get(media_type, "")
    if media_type in _UNTOLD:
        suffix = PurePosixPath(last).suffix.lower()
    if suffix not in known_suffixes():
        raise UnreadableArticle(f"there is {media_type or 'something unnamed'}, which is no article; save it as text")
    if suffix == ".txt" and PurePosixPath(last).suffix.lower() in (".md", ".markdown"):
        suffix = ".md"
    return f"{PurePosixPath(last).stem or parts.hostname or 'page'}{suffix}"
