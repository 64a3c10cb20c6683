"""Plain text from what registries keep as markup: JATS, MathML and HTML in titles and abstracts."""

from __future__ import annotations

import html
import re

_NAMES = (
    "a|abstract|article-title|b|bold|br|caption|div|em|fig|h[1-6]|i|inline-formula|italic|label|li|list|list-item|math"
    "|mi|mn|mo|monospace|mrow|msub|msup|ol|p|sc|scp|sec|small|span|strong|styled-content|sub|sup|title|tt|u|ul|underline"
)
_TAG = re.compile(rf"</?(?:(?:jats|mml):[\w-]+|{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:/(?:jats:)?(?:p|title|sec|list-item|div|li|h[1-6])|br\s*/?)\s*>", re.IGNORECASE)
_HEAD = re.compile(r"(?:Abstract|Summary)\b[:.]?\s*\n+", re.IGNORECASE)


def plain(markup: str) -> str:
    """A title or name as one line of text."""
    return " ".join(_without_tags(markup).split())


def plain_paragraphs(markup: str) -> str:
    """An abstract as text, a line a paragraph, without the word "Abstract" over it."""
    lines = (" ".join(line.split()) for line in _without_tags(_BREAK.sub("\n", markup)).split("\n"))
    text = "\n".join(filter(None, lines))
    return _HEAD.sub("", text, count=1) if _HEAD.match(text) else text


def _without_tags(markup: str) -> str:
    """Twice, for what was escaped once too often; a "<" that begins no tag we know stays: p < 0.05."""
    for _ in range(2):
        markup = html.unescape(_TAG.sub("", markup))
    return _TAG.sub("", markup)
