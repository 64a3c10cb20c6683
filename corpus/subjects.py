"""Whether a line at the head of an article names what the whole of it is about: ``Statins`` over ``What statins do``.

Such a line is told from the name of a site or a section by what the text and the heading below take up of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.lines import ITEM, Line
from corpus.patterns import asks, listed

_LATIN = "[a-zß-öø-ž]"
_WORD = re.compile(f"{_LATIN}{{4,}}")  # of Latin letters: any letter takes three times the time
_LETTER = re.compile(_LATIN)
_STEM = 6
_ENOUGH_TIMES = 2
_MOST_WORDS = 6
_LONGEST_SECTION = 9  # words; a longer line that asks nothing is a headline
# What names a part of a site or of a paper, and no subject by itself.
_SECTIONS = listed(
    """
    health healthy news wellness wellbeing lifestyle nutrition fitness medicine medical science life living daily weekly
    monthly today review reviews evidence based opinion feature features update updates focus report reports topics
    article articles home latest ask expert experts fact check explainer research letter letters story stories recipe
    recipes original sponsored content
    """
)
_MOST_SECTION_WORDS = 3
_BACK = re.compile(r"\b(?:it|its|they|them|their|one)\b(?! to\b)")
_PHRASE = re.compile(rf"(?:\w+ )+(?:(?:of|for|in|and|with|at|after|during) )*{_LATIN}{{3,}}(?: |\Z)")


def stems_in(line: str) -> set[str]:
    """The words of ``line`` by their first letters, in small letters; short words are left out."""
    return {word[:_STEM] for word in _WORD.findall(line.lower())}


def times_said(stem: str, text: str) -> int:
    """How many words of ``text`` have ``stem``, their first letters or all of them; at most two are looked for."""
    count, at = 0, text.find(stem)
    while at >= 0 and count < _ENOUGH_TIMES:
        end = at + len(stem)
        inside = _LETTER.match(text, at - 1) if at else None
        count += not inside and (len(stem) == _STEM or not _LETTER.match(text, end))
        at = text.find(stem, end)
    return count


def is_subject_over(rows: Sequence[Line], i: int, heading: int, below: str) -> bool:
    """Whether row ``i`` is what the article is about and row ``heading``, further down, heads a section of it only.

    ``below``: the text under both, as it is written. Neither row is boilerplate; the first names no publisher.
    """
    line, section = rows[i].body, rows[heading].body
    words = line.lower().split()
    stems = stems_in(line)
    if not stems or len(words) > _MOST_WORDS or _is_headline(rows, heading, line):
        return False
    shared = stems & stems_in(section)
    if len(words) <= _MOST_SECTION_WORDS and not _SECTIONS.isdisjoint(words):
        return len(words) > 1 and shared == stems
    if shared:
        return True
    if line.isupper() and not section.isupper():
        return False
    if below.lower().startswith(line.lower()) or _share_said(stems, below) > _share_said(stems_in(section), below):
        return True
    return i == 0 and _PHRASE.match(line) is not None and _BACK.search(section) is not None


def _share_said(stems: set[str], below: str) -> float:
    """How much of ``stems`` the text below says in small letters, as it does no site's name: up to 2 each."""
    return sum(times_said(stem, below) for stem in stems) / max(1, len(stems))


def _is_headline(rows: Sequence[Line], i: int, above: str) -> bool:
    """Whether row ``i`` is more than the heading of a section: a byline stands under it, it says a whole thing, or
    opens with the words over it."""
    line = rows[i].body
    if i + 1 < len(rows) and is_boilerplate_line(rows[i + 1].body):
        return True
    if len(line.split()) > _LONGEST_SECTION and not asks(line):
        return True
    return line.lower().startswith(f"{above.lower()}:") or rows[i].role is ITEM
