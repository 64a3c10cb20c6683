"""The address of a page -> an article."""

from __future__ import annotations

from corpus.errors import UnreadableArticle
from corpus.model import Article


def article_from_address(address: str, *, slug: str = "") -> Article:
    """The article at ``address``. Raises ``UnreadableArticle`` with one line that says what to do."""
    del slug
    raise UnreadableArticle(f"{address}: Claimdesk does not fetch pages: save the page as a file and add that")
