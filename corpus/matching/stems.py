"""A text as the stems of its words, with what goes by two names made one: the ground that claims are compared on."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.matching.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    GENERIC,
    IRREGULAR,
    SAME_PHRASES,
    STOP_WORDS,
    SUBSTANCES,
    SYNONYMS,
)

_PHRASES = sorted(
    ((phrase.replace("_", " "), name) for name, listed in SAME_PHRASES.items() for phrase in listed.split()),
    key=lambda pair: -len(pair[0]),
)
_PHRASE = re.compile(rf"(?<![\w'])(?:{'|'.join(re.escape(phrase) for phrase, _ in _PHRASES)})(?!\w)")
_NAME_OF = dict(_PHRASES)
_SHORT_NAME = re.compile(r"\(([A-Z]{2,6})s?\)")
_JOINED = re.compile(r"\b(pro|anti|non|pre|post|co|re|un|neuro|over)-(?=[a-z])")
_VITAMIN = re.compile(r"\bvitamins? ([a-e]|k)-?(\d{0,2})\b")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:_[a-z]\d*)?(?:-\d)?'?(?:(?<=')s\b)?")
_QUOTES = str.maketrans("’‘“”–—", "''\"\"--")
_DRUG = re.compile(
    r".{3,}(?:statin|pril|sartan|olol|azol|mycin|cillin|cyclin|oxacin|vir|mab|azepam|idin|dipin|gliptin|glutid|parin|"
    r"oxetin|triptan|profen)[es]?$"
)
_ILLNESS = re.compile(r"(?!diagn|progn).{3,}(?:itis|osis|emia|aemia|oma|pathy|pathi|algia|cancer)$")
_SUFFIXES = (
    *((suffix, 3) for suffix in ("ization", "isation", "iveness", "fulness", "ing", "ies", "ied", "ed", "es", "s")),
    *((suffix, 4) for suffix in ("ations", "ation", "ments", "ment", "ities", "ity", "ness", "ingly", "edly", "ings")),
    *((suffix, 4) for suffix in ("ly", "ive", "ions", "ion")),
    ("al", 5),
)
"""Endings that are cut off, and how much of the word must be left; the longest that fits goes."""


def normal(text: str) -> str:
    """The text in small letters, with plain quotes and dashes, and each name that has several in one form."""
    low = _SHORT_NAME.sub(" ", text).translate(_QUOTES).casefold()
    low = low.replace("n't", " not").replace("cannot", "can not").replace("can not only", "can").replace("not only", "")
    low = _VITAMIN.sub(r"vitamin_\1\2", _JOINED.sub(r"\1", low))
    return _PHRASE.sub(lambda found: _NAME_OF[found[0]], low)


def stems(told: str) -> tuple[str, ...]:
    """The stems of the words in ``told``, which is ``normal`` already; numbers and what says nothing are left out."""
    return tuple(stem_of(word) for word in words_in(told) if word not in STOP_WORDS)


@lru_cache(maxsize=4096)  # headings, titles and labels: many claims share theirs
def stems_around(words: str) -> tuple[str, ...]:
    """The stems of words around a claim, as they are written."""
    return stems(normal(words))


def words_in(told: str) -> list[str]:
    """The words of ``told``, as they stand."""
    return [word.removesuffix("'s").rstrip("'") for word in _WORD.findall(told)]


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """The class of a word, else its stem."""
    word = IRREGULAR.get(word, word)
    return _CLASS.get(word) or _CLASS_OF_STEM.get(_cut(word)) or _cut(word)


@lru_cache(maxsize=65536)
def is_substance(stem: str) -> bool:
    """Whether a stem names a food, nutrient or drug."""
    return stem in _SUBSTANCE_STEMS or _DRUG.match(stem) is not None


@lru_cache(maxsize=65536)
def is_condition(stem: str) -> bool:
    """Whether a stem names an illness, a sign of one, or a part of the body."""
    return stem in _CONDITION_STEMS or _ILLNESS.match(stem) is not None


def _cut(word: str) -> str:
    for suffix, least in _LONGEST_FIRST:
        if word.endswith(suffix) and len(word) - len(suffix) >= least and not word.endswith(("ss", "us", "is")):
            word = word[: -len(suffix)] + ("y" if suffix in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeilos":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


_LONGEST_FIRST = sorted(_SUFFIXES, key=lambda pair: -len(pair[0]))
_CLASS = {word: name for name, listed in SYNONYMS.items() for word in listed.split()}
_CLASS_OF_STEM = {_cut(IRREGULAR.get(word, word)): name for word, name in _CLASS.items()}
_SUBSTANCE_STEMS = frozenset(stem_of(word) for word in SUBSTANCES)
_CONDITION_STEMS = frozenset(stem_of(word) for word in CONDITIONS)
GENERIC_STEMS = frozenset(stem_of(word) for word in GENERIC) | frozenset(DIRECTIONS)
"""Stems that alone do not say what a claim is about."""
