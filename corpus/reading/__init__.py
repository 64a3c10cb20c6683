"""A file or a pasted text -> an ``Article``: one module a format, one catalog.

``read_article(path)`` and ``article_from_text(text)`` are all that the rest of the program calls.
"""

from corpus.reading.catalog import article_from_text, known_suffixes, read_article

__all__ = ["article_from_text", "known_suffixes", "read_article"]
