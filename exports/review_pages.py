"""A page for each article with its reviews, for readers and, as JSON-LD in it, for programs. No script ever runs.

What people wrote is escaped here alone: as HTML in the text, and in JSON so that no ``</script>`` can end it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import orjson

from annotator.model import ArticleRevision, Citation
from exports.web_addresses import web_address

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 1rem/1.55 system-ui, sans-serif; color: #1d2430; background: #fff; margin: 0 auto; max-width: 44rem;
  padding: 2rem 1.25rem 4rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }}
a {{ color: #0b5394; overflow-wrap: anywhere; }}
.scale {{ color: #4a5464; font-size: .9rem; }}
article {{ border-top: 1px solid #d5dae2; padding: 1.25rem 0 .5rem; }}
blockquote {{ font-size: 1.15rem; margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }}
.rating {{ margin: 0 0 .5rem; }}
.why {{ white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5rem; }}
ul {{ margin: 0; padding-left: 1.2rem; }}
li {{ margin-bottom: .25rem; }}
.told {{ color: #4a5464; font-size: .9rem; }}
q {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<h1>{title}</h1>
{address}<p class="scale">{scale}</p>
"""
_REVIEW = """<article id="{fragment}">
<blockquote>{claim}</blockquote>
<p class="rating"><strong>{words}</strong> ({rating} of 5)</p>
{why}{sources}<script type="application/ld+json">{data}</script>
</article>
"""
_END = "</body>\n</html>\n"
_IN_SCRIPT = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that a review cites: its title, or how a reader knows it, and in words what it does to the claim and
    whether it is retracted."""

    citation: Citation
    title: str
    told: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a page shows of a claim; ``data`` is the same for programs."""

    article: ArticleRevision
    fragment: str
    claim: str
    words: str
    rating: int
    rationales: tuple[str, ...]
    cited: tuple[Cited, ...]
    data: Mapping[str, Any]


class Pages(AbstractContextManager["Pages"]):
    """The pages in a folder, written one after the other: reviews come article by article."""

    def __init__(self, folder: Path, scale: str) -> None:
        self._folder, self._scale = folder, scale
        self._slug = ""
        self._file: TextIO | None = None

    def add(self, review: Review) -> None:
        """Put a review at the end of its article's page."""
        if self._file is None or review.article.slug != self._slug:
            self._end()
            self._slug = review.article.slug
            self._file = (self._folder / f"{self._slug}.html").open("x", encoding="utf-8", newline="\n")
            self._file.write(_head(review.article, self._scale))
        self._file.write(_shown(review))

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close the last page."""
        self._end()

    def _end(self) -> None:
        if self._file is not None:
            self._file.write(_END)
            self._file.close()
            self._file = None


def _head(article: ArticleRevision, scale: str) -> str:
    address = web_address(article.source_address)
    linked = f"<p>{_link(address, article.source_address)}</p>\n" if address else ""
    return _HEAD.format(title=escape(article.title or article.slug), address=linked, scale=escape(scale))


def _shown(review: Review) -> str:
    why = "".join(f'<p class="why">{escape(words)}</p>\n' for words in review.rationales)
    sources = "".join(f"<li>{_source(cited)}</li>\n" for cited in review.cited)
    return _REVIEW.format(
        fragment=escape(review.fragment),
        claim=escape(review.claim),
        words=escape(review.words),
        rating=review.rating,
        why=why,
        sources=f"<ul>\n{sources}</ul>\n" if sources else "",
        data=_in_script(review.data),
    )


def _source(cited: Cited) -> str:
    source, quote = cited.citation.source, cited.citation.quote.strip()
    quoted = f"<q>{escape(quote)}</q> " if quote else ""
    title = f"{escape(cited.title)}, " if cited.title != source.shown else ""
    return f'{quoted}{title}{_link(source.url, source.shown)} <span class="told">{escape(cited.told)}</span>'


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}" rel="nofollow noopener">{escape(words)}</a>'


def _in_script(data: Mapping[str, Any]) -> str:
    """``data`` as JSON that HTML takes for text to its end."""
    text = orjson.dumps(data)
    for sign, code in _IN_SCRIPT.items():
        text = text.replace(sign, code)
    return text.decode()
