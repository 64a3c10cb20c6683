"""Markdown -> text, kept as it is written; title, author, date and address come from its front matter.

Nothing is rendered: offsets count in the text that its author knows, and the cut reads the marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.front_matter import front_matter, front_matter_end
from corpus.reading import plain
from corpus.reading.dates import iso_date
from corpus.reading.reading import Reading
from corpus.reading.web import is_plain_address

_HEADING = re.compile(r"^ {0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.{0,200})\n=+[ \t]*$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1", re.MULTILINE | re.DOTALL)
_EMPHASIS = re.compile(r"(\*\*|__|[*_`])(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]{0,300})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")
_WITHIN = 20_000
_DATES = ("date", "published", "publishdate", "publish_date", "pubdate", "created", "date published")
_ADDRESSES = ("canonical_url", "canonical", "canonicalurl", "source", "source_url", "url", "link")


def read(content: bytes, charset: str = "") -> Reading:
    """The text in ``content``, word for word, as ``plain.read`` does it, and what its front matter says."""
    reading = plain.read_as("Markdown", content, charset)
    fields = front_matter(reading.text)

    def first(*keys: str) -> str:
        return next((fields[key][0] for key in keys if fields.get(key)), "")

    authors = fields.get("author") or fields.get("authors") or fields.get("by") or []
    addresses = (first(key) for key in _ADDRESSES)
    return replace(
        reading,
        title=first("title") or _heading(reading.text),
        author=", ".join(authors),
        published=next(filter(None, (iso_date(first(key)) for key in _DATES)), ""),
        source_address=next(filter(is_plain_address, addresses), ""),
    )


def _heading(text: str) -> str:
    """The first heading of the first level, without its marks; empty where there is none."""
    start = front_matter_end(text)
    words = _FENCED.sub("", text[start : start + _WITHIN])
    found = [match for match in (_HEADING.search(words), _UNDERLINED.search(words)) if match]
    if not found:
        return ""
    line = min(found, key=lambda match: match.start())[1]
    return " ".join(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line)).split())[:200]
