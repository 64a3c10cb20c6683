"""Texts for property tests: articles as copying, pasting and editing leave them, and texts made of marks alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap
from unicodedata import normalize

from hypothesis import strategies as st

from tests.corpus.scoring import NAMES, read_gold

_ARTICLES = [read_gold(name)[0] for name in NAMES]
_PASSAGES = [
    "水は大切です。毎日飲んでください。効果はありますか？",
    "الماء مهم للصحة. هل هو آمن؟ نعم، إنه كذلك.",
    "מים חשובים לבריאות. האם זה בטוח?",
    "Café au lait with e\u0301clairs. नमस्ते। पानी पीजिए।",
    "👩🏽‍⚕️ says: drink more! 🍎🍏 It helps 👍🏿. ✅ Done",
    "5 µg/dL (≥ 3 µmol/L) – “so-called” ‘normal’…",
]
_MARKS = [
    *("• ", "▪ ", "- ", "– ", "* ", "+ ", "✅ ", "➤ ", "1. ", "23) ", "(a) ", "b) ", "iv) ", "# ", "### ", "> ", ">> "),
    *("| ", " | ", "|---|---|\n", "[ ] ", "[x] ", "**", "__", "`", "~~", "[1] ", "[^1]: ", ".[1]", ".2,3 ", "¹ "),
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", "\u00a0", "\u2028", "\x0b", "\x0c", "\x1c", "\x85", "\u200b", "\ufeff"),
    *("\x00", "\u202e", "\u2066", "\u0301", "\u200d", "\ufe0f", "\ud83d", "\udc00", "(", ")", "“", "”", '"', "'", "…"),
    *("Q: ", "A: ", "References\n", "Contents\n", "FAQ\n", "Table 1. ", "include:\n", "By Dr. A. B. Carter, MD\n"),
]
_WORDS = ["Magnesium", "helps", "Spinach 157 mg", "Is it safe?", "It is so.", "Dr.", "e.g.", "Ask your doctor.", "so"]


def _wrapped(text: str, width: int) -> str:
    return "\n".join(piece for line in text.split("\n") for piece in (wrap(line, width) or [""]))


def _without_some(text: str, pattern: str, step: int, put: str = "") -> str:
    """``text`` where every ``step``-th match of ``pattern`` is replaced by ``put``."""
    seen = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        return put if seen % step == 0 else match[0]

    return re.sub(pattern, replaced, text)


def _doubled(text: str, place: int) -> str:
    blocks = text.split("\n\n")
    return "\n\n".join([*blocks, blocks[place % len(blocks)]])


def _put_in(text: str, place: int, piece: str) -> str:
    place %= len(text) + 1
    return text[:place] + piece + text[place:]


_Damage = Callable[[str], str]
_places = st.integers(0, 10_000)
_steps = st.integers(1, 5)


@st.composite
def _damages(draw: st.DrawFn) -> _Damage:
    """One thing that happens to texts on their way."""
    step, place, other = draw(_steps), draw(_places), draw(_places)
    piece = draw(st.sampled_from([*_PASSAGES, *_MARKS]))
    width = draw(st.integers(20, 120))
    possible: list[_Damage] = [
        lambda text: _wrapped(text, width),
        lambda text: _without_some(text, r"\n", step),
        lambda text: _without_some(text, r"\n\s*\n", step, "\n"),
        lambda text: _without_some(text, " ", step * 7, "\n"),
        lambda text: _without_some(text, r"(?m)^\W+", step),
        lambda text: _without_some(text, r"[.?!]", step),
        lambda text: _without_some(text, " ", step, "\u00a0"),
        lambda text: _without_some(text, " ", step, "\t"),
        lambda text: _without_some(text, " ", step, "  "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        str.upper,
        str.lower,
        str.swapcase,
        str.title,
        lambda text: normalize("NFD", text),
        lambda text: _doubled(text, place),
        lambda text: text[min(place, other) % (len(text) + 1) :],
        lambda text: text[: place % (len(text) + 1)],
        lambda text: _put_in(text, place, piece),
        lambda text: _put_in(text, place, "\n" + piece),
        lambda text: "\n".join(piece + line for line in text.split("\n")),
        lambda text: text + "\n" + _ARTICLES[place % len(_ARTICLES)][: other % 2000],
        lambda text: text[::-1],
    ]
    return draw(st.sampled_from(possible))


@st.composite
def damaged_articles(draw: st.DrawFn) -> str:
    """A piece of a real article, up to 2,500 characters, after one to four damages."""
    article = draw(st.sampled_from(_ARTICLES))
    start = draw(st.integers(0, len(article) - 1))
    text = article[start : start + draw(st.integers(1, 2_500))]
    for damage in draw(st.lists(_damages(), min_size=1, max_size=4)):
        text = damage(text)
    return text


pieced_texts = st.lists(st.sampled_from([*_MARKS, *_WORDS, *_PASSAGES]), max_size=30).map("".join)
"""Marks, words and passages in any order."""

any_text = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any ``str`` at all, with lone surrogates, which no file holds."""

texts = st.one_of(damaged_articles(), pieced_texts, any_text)
