"""A file, an address or a pasted text -> an ``Article``: one module a format, one catalog.

``read_article(path)``, ``article_from_bytes(name, content)``, ``article_from_address(address)`` and
``article_from_text(text)`` are all that the rest of the program calls.
"""

from corpus.reading.addresses import article_from_address
from corpus.reading.catalog import article_from_bytes, article_from_text, known_suffixes, read_article

__all__ = ["article_from_address", "article_from_bytes", "article_from_text", "known_suffixes", "read_article"]
