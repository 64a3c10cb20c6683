"""Title, author, date and address, as a page tells them to search engines and libraries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from corpus.reading.dates import iso_date
from corpus.reading.web import is_plain_address
from corpus.reading.writing import one_line

_ARTICLE = re.compile(r"Article|BlogPosting|WebPage|Report|Review", re.IGNORECASE)
_TITLES = ("citation_title", "og:title", "twitter:title", "dc.title", "dcterms.title")
_AUTHORS = ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_DATES = (
    "citation_publication_date", "citation_date", "article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "publish-date", "pubdate", "parsely-pub-date",
)  # fmt: skip
_BYLINE = re.compile(r"\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—·»-]\s+")
_LONGEST = 300
_MOST_AUTHORS = 50


class Facts(NamedTuple):
    """What a page says about its article; empty what it does not say."""

    title: str
    author: str
    published: str
    address: str


def facts_of(page: HtmlElement) -> Facts:
    """Reads the whole page: before anything is taken out of it."""
    metas = _metas(page)
    stated = _stated(page)
    return Facts(
        _title(page, metas, stated),
        _author(page, metas, stated),
        _published(page, metas, stated),
        _address(page, metas),
    )


def _metas(page: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        if name and (content := one_line(meta.get("content") or "")):
            found.setdefault(name, []).append(content)
    return found


def _stated(page: HtmlElement) -> dict[str, Any]:
    """The first article in the page's JSON-LD (https://schema.org/Article)."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            stated = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(stated):
            if _ARTICLE.search(str(node.get("@type"))) and (node.get("author") or node.get("datePublished")):
                return node
    return {}


def _nodes(stated: object) -> Iterator[dict[str, Any]]:
    for node in stated if isinstance(stated, list) else [stated]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _title(page: HtmlElement, metas: dict[str, list[str]], stated: dict[str, Any]) -> str:
    """The title that the page's heading does not say."""
    for name in _TITLES:
        if name in metas:
            return _short(metas[name][0])
    if isinstance(headline := stated.get("headline"), str) and headline.strip():
        return _short(headline)
    title = page.find(".//title")
    words = one_line(title.text or "") if title is not None else ""
    parts = _SITE.split(words)
    return _short(max(parts[0], words[: len(words) - len(parts[-1])].rstrip(" |–—·»-"), key=len)) if parts else ""


def _author(page: HtmlElement, metas: dict[str, list[str]], stated: dict[str, Any]) -> str:
    names = _names(stated.get("author"))
    for name in _AUTHORS:
        names = names or [value for value in metas.get(name, []) if "://" not in value]
    if not names:
        for path in (".//*[@itemprop='author']", ".//*[@rel='author']"):
            names = names or [one_line(element.text_content()) for element in page.iterfind(path)]
    names = [_BYLINE.sub("", name) for name in names if len(name) <= _LONGEST]
    return ", ".join(islice(dict.fromkeys(filter(None, names)), _MOST_AUTHORS))


def _names(stated: object) -> list[str]:
    names = []
    for person in stated if isinstance(stated, list) else [stated]:
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, str) and "://" not in name and name.strip():
            names.append(one_line(name))
    return names


def _published(page: HtmlElement, metas: dict[str, list[str]], stated: dict[str, Any]) -> str:
    times = (time.get("datetime") or time.text_content() for time in page.iter("time"))
    dated: Iterable[str] = (
        *[value for value in [stated.get("datePublished")] if isinstance(value, str)],
        *(value for name in _DATES for value in metas.get(name, [])[:1]),
        *islice(times, 1),
    )
    return next(filter(None, map(iso_date, dated)), "")


def _address(page: HtmlElement, metas: dict[str, list[str]]) -> str:
    links = [
        link.get("href") or "" for link in page.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    return next(filter(is_plain_address, [*map(str.strip, links), *metas.get("og:url", [])]), "")


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
