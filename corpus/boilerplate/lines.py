"""Which whole lines are boilerplate."""

from __future__ import annotations

from functools import lru_cache

from corpus.boilerplate.beginnings import begins_as_boilerplate
from corpus.boilerplate.inside import is_told_inside
from corpus.boilerplate.people import names_people
from corpus.boilerplate.phrases import LONGEST_PHRASE, is_phrase
from corpus.boilerplate.times import is_over_words
from corpus.footnotes import OPENS_MARK, is_lone_mark

_LONGEST = 400


def is_boilerplate_line(line: str) -> bool:
    """Whether a whole line is a byline, a date, a share button, a contact, an image, a notice."""
    return len(line) <= _LONGEST and _is_known(line)


@lru_cache(maxsize=64)  # the rules ask several times about the same line
def _is_known(line: str) -> bool:
    return (
        (len(line) <= LONGEST_PHRASE and (is_phrase(line) or (line[0] in OPENS_MARK and is_lone_mark(line))))
        or begins_as_boilerplate(line)
        or is_told_inside(line)
        or (":" in line and is_over_words(line))
        or (("," in line or "." in line) and line[0].isupper() and names_people(line))
    )
