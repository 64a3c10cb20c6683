"""Signs that a line holds what were many: titles, bullets, steps, bylines in its middle. Pure rules on ``str``.

No sign is sure by itself: a paragraph of prose names people, drugs and peoples with capitals too. So each is weighed,
and what counts is how many a line has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from corpus.patterns import listed

SHORTEST = 250
"""Characters of a line below which its signs are too few to tell."""
ENOUGH = 1.5
"""The weight of signs from which on a text that is all one line has lost its breaks."""
SURELY = 3.0
"""The same for one line among others, which is rather a long paragraph."""

_SURE, _LIKELY, _MAYBE = 1.5, 1.0, 0.5
_ONCE = (
    (re.compile(r"#{1,6} "), _SURE),
    (
        re.compile(
            r".{0,300}?\b([A-Z][\w’'-]{0,40}(?: [\w’'-]{1,40}){1,7})(?: \([\w-]{1,40}\))? (?=\1\b)", re.IGNORECASE
        ),
        _SURE,
    ),
)
"""At the beginning of a line: a heading's mark, and a title whose words open the first sentence again."""
_EACH = (
    re.compile(r"\s(?:[•▪●◦‣✓✔✅➤►▶](?=\s*\w)|#{1,6}(?= \w)|\[\d\d?:\d\d(?::\d\d)?\](?= )|[QA]:(?= ))"),
    re.compile(r"\b[A-Z][A-Z’'-]{1,30}(?: (?:&|[A-Z][A-Z’'-]{0,30})){2,8}(?= [A-Z][a-z])"),
)
"""Bullets, headings' marks, times, Q and A; a heading in capitals before a sentence."""
_TWICE = re.compile(r"\s[*–—-](?= [A-Z][a-z])|(?:^|[.?!)\d] )[A-Z][A-Z. ]{2,30}:(?= )")
"""What is no sign where the same comes once: a dash before a capital, a speaker in capitals."""
_PIPE = re.compile(r"\s\|(?=\s)")
_STEP = re.compile(r"(?:^|[\s#])\(?(\d{1,2})[.)/:] (?=[A-Z])")
_BYLINE = re.compile(
    r"\b(?:By(?= [A-Z][a-z]+ [A-Z])|[Ww]ritten by|[Pp]osted (?:by|on|\d)|[Rr]eviewed by|[Ww]ords by|[Ll]ast [Uu]pdated"
    r"|[Mm]in(?:ute)? read|MIN READ|Share on|Contact:|FOR IMMEDIATE RELEASE|Correspondence:|Sources?:|Table \d+[.:]"
    r"|Keywords:|References:?(?= (?:\d|\[))|Abstract(?= [A-Z])|Subject:|Disclaimer:|Advertisement|Home(?= [/>›]))"
)
# A word in small letters, then one with a capital and one in small letters: a sentence seems to begin without an end.
_BEGUN = re.compile(r"(?<![\w.@/-])([a-z][a-z’'-]+)[)”\"]? ([A-Z][a-z’']*) (?=[a-z(\d])")
_NAMED = re.compile(
    r"(?:\b(?:a|an|the|in|of|by|from|with|and|or|for|to|at|on|as|that|when|if|than|like|called|using|taking)|[,;(])"
    r" ?([A-Z][a-z’']*)"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|is|are|in|a|for)\b")
_LEAST_ENGLISH = 0.06  # of the words; other languages write nouns with capitals
_OPENERS = listed("""
    The This That These Those There They It Its If In On At For From With When What Why How Who Is Are Can Do Does You
    Your We Our An Most Many Some Several All Not No But And However While Although After Before As To Because Here
    One Take Talk Ask Avoid Use Call Eat Drink Keep Tell See People Doctors Researchers Studies Research Women Men
    Children Adults Patients Common Possible Side Read More
""")
_GO_ON = listed("""
    a about after against among an and around as at be because before been between both but by called can could did do
    does during each early every for from had has have he her his how i if in including into is it its last late like
    may mid might more most much my named near next no non not of off on only or other our over past per plus said says
    she should since so some such than that the their them then these they this those through to type under until up
    upon versus via vitamin vs was we were what when where which while who whose will with within would you your
""")
"""Words behind which no sentence begins, so that a capital there is a name."""
_NEVER = listed("""
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday A I
""")


def weight_of_signs(line: str, *, alone: bool) -> float:
    """How much in ``line`` says that it was many lines; 0.0 for most prose. ``alone``: it is (almost) the whole text,
    so that it is no row of a table."""
    return (
        sum(weight for pattern, weight in _ONCE if pattern.match(line))
        + sum(len(pattern.findall(line)) for pattern in _EACH)
        + sum(
            times
            for times in Counter(each.strip(" .?!)0123456789") for each in _TWICE.findall(line)).values()
            if times > 1
        )
        + len(set(_BYLINE.findall(line)))
        + (len(_PIPE.findall(line)) if alone else 0)
        + sum(after == before + 1 for before, after in pairwise(map(int, _STEP.findall(line))))
        + sum(_begun_sentences(line))
    )


def _begun_sentences(line: str) -> Iterator[float]:
    """The weight of each place where a sentence begins and none ended."""
    if len(_ENGLISH.findall(line)) < _LEAST_ENGLISH * len(line.split()):
        return
    small = set(re.findall(r"[a-z]+", line))
    names = set(_NAMED.findall(line)) - _OPENERS
    for before, word in _BEGUN.findall(line):
        if word in _OPENERS:
            yield _LIKELY
        elif before not in _GO_ON and word not in _NEVER and word not in names:
            yield _LIKELY if word.lower() in small else _MAYBE
