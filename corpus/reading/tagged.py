"""A text that is HTML throughout, as the bodies of articles stand in many a database -> the text that it says.

A text that only mentions a tag, or holds a ``<5 mg``, is kept word for word; so is one whose lines are parted by line
breaks and that has a few tags in them, of which ``remarks`` tells.
"""

from __future__ import annotations

import re

_INSIDE = (
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead",
    "tbody", "tfoot", "tr", "td", "th", "blockquote", "section", "article", "main", "aside", "header", "footer", "nav",
    "figure", "figcaption", "pre", "html", "head", "body", "title", "script", "style", "details", "summary", "form",
)  # fmt: skip
_AMONG = (
    "br", "hr", "img", "meta", "link", "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "del",
    "label", "mark", "q", "s", "small", "span", "strong", "strike", "sub", "sup", "u", "time", "iframe", "noscript",
    "source", "picture", "wbr", "input", "button", "svg", "path", "video", "audio",
)  # fmt: skip
_LONGEST_TAG = 2_000
_TAG = re.compile(
    rf"<(/?)({'|'.join(sorted((*_INSIDE, *_AMONG), key=len, reverse=True))})(?=[\s/>])[^<>]{{0,{_LONGEST_TAG}}}>"
    r"|<!doctype[^<>]{0,300}>|<!--[^<]{0,2000}?-->",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*<[a-z!]", re.IGNORECASE)
_OF_INSIDE = frozenset(_INSIDE)
_MOST_OUTSIDE = 0.1  # of the letters
_FEWEST_BREAKS = 2
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MENTIONED = re.compile(r"[a-z,] <br\s*/?> [a-z]", re.IGNORECASE)
_LONGEST, _MOST_TAGS = 2_000_000, 50_000


def untagged(text: str) -> str:
    """What ``text`` says, with the marks that the cut knows, where it is HTML throughout; else empty."""
    if not 0 < text.count("<") <= _MOST_TAGS or len(text) > _LONGEST or not _is_tagged(text):
        return ""
    from corpus.reading.html import read_tagged  # lxml takes a while to load, and few texts need it

    return read_tagged(_with_known_tags(text))


def _is_tagged(text: str) -> bool:
    """Whether ``text`` is HTML throughout: its words stand inside of blocks, or ``<br>`` alone breaks its lines."""
    if "</" in text and _OPENS.match(text):
        inside, outside, closed = _letters(text)
        if closed and outside <= _MOST_OUTSIDE * (inside + outside):
            return True
    breaks = len(_BREAK.findall(text))
    if breaks < _FEWEST_BREAKS or _MENTIONED.search(text):
        return False
    return _breaks_alone(text)


def _breaks_alone(text: str) -> bool:
    """Whether no line of ``text`` ends without a ``<br>``, but its last."""
    lines = [line.rstrip() for line in text.strip().splitlines() if line.strip()]
    return all(line.endswith(">") and _BREAK.search(line, max(0, len(line) - 8)) is not None for line in lines[:-1])


def _letters(text: str) -> tuple[int, int, int]:
    """How many signs of ``text`` that are no blanks stand inside of blocks and outside, and how many blocks end."""
    counts = [0, 0]
    depth = position = closed = 0
    for tag in _TAG.finditer(text):
        counts[depth == 0] += len("".join(text[position : tag.start()].split()))
        position = tag.end()
        if (tag[2] or "").lower() in _OF_INSIDE:
            closed += bool(tag[1])
            depth = max(0, depth - 1) if tag[1] else depth + 1
    counts[depth == 0] += len("".join(text[position:].split()))
    return counts[0], counts[1], closed


def _with_known_tags(text: str) -> str:
    """``text`` where nothing is a tag but those known here: ``<5 mg`` and ``<LOD>`` are words."""
    parts = []
    position = 0
    for tag in _TAG.finditer(text):
        parts += [text[position : tag.start()].replace("<", "&lt;"), tag[0]]
        position = tag.end()
    return "".join([*parts, text[position:].replace("<", "&lt;")])
