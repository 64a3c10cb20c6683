"""What a reader gets and gives: the bytes of one file in, a ``Reading`` out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, and what its format says about the article. Empty: the format does not say.

    ``published`` is a date as ISO 8601, as far as it is known. ``warnings`` are lines for whoever adds the article.
    """

    text: str
    how_read: str
    title: str = ""
    author: str = ""
    published: str = ""
    source_address: str = ""
    warnings: tuple[str, ...] = ()


Reader = Callable[[bytes, str], Reading]
"""Gets the bytes of a file and the encoding that came with them (of a web server; empty where none did). Raises
``UnreadableArticle`` with a message that goes on from "NAME: "."""
