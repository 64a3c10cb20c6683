"""Lines told by what stands inside them: a date between dots, a copyright, an agency's name."""

from __future__ import annotations

import re

from corpus.boilerplate.times import AGO, DATE, POSTER, STAMP, TIME, may_end_in_time
from corpus.patterns import any_of

_PAPER = r"(?:health|news|letter|newsletter|weekly|monthly|daily|journal|bulletin|digest|pulse|update)"
_NUMBER = r"\b(?:no\.|issue|vol\.|volume)\s*\d+\b"


_FREQUENT = "bywgpfmucdlhrsnioate "  # what stands further back stands in more texts; what is missing is rare

# The rarest character of a sign, the sign, what a line may be that has it, and whether such a line ends in a time.
# Where the character is missing so is the sign, and one character is found in a fifth of the time.
_Told = tuple[str, str, re.Pattern[str], bool]


def _inside(signs: str, *patterns: str, timed: bool = False) -> list[_Told]:
    """What a line may be that has one of ``signs``, which are separated by ``~``. ``timed``: it ends in a time."""
    pattern = re.compile(any_of(*patterns) + r"\Z", re.IGNORECASE | re.DOTALL)
    return [(_rarest(sign), sign, pattern, timed) for sign in signs.split("~")]


def _rarest(sign: str) -> str:
    return min(sign, key=_FREQUENT.find)


# Lines told by what stands inside them, tried only where one of the signs does.
_INSIDE = (
    *_inside(
        " · ~ • ~ | ",
        rf"[^.!?·•|]{{1,50}}(?:[^.!?·•|]\.)?\s[·•|]\s(?:[^.!?·•|]{{1,30}}\s[·•|]\s)?(?:{DATE}|{AGO})(?:,?\s+(?:at\s+)?{TIME})?"
        r"(?:\s[·•|]\s.{0,30}){0,4}",
        rf"\W*[\w .]{{2,40}} [·|•] {DATE}(?:,?\s+(?:at\s+|[-–|·]\s+)?{TIME})?(?:\s?\(edited\))?\W*",
    ),
    # "PE-2216 Rev. 08/21"
    *_inside(" Rev~(Rev", r"(?:[a-z]{1,8}[\s-])?[a-z\d]{1,6}-?\w{0,6}\W{1,2}rev\.?\s?\d.{0,20}"),
    *_inside(" ago", rf"\w*[\d_A-Z]\w*[\s,|·•-]+{AGO}\W*", timed=True),
    # "[–] user 88 points 2 days ago"
    *_inside(
        " ago~sterday~ust now",
        rf"\W{{0,5}}{POSTER}(?: \[\w+\])?[\s,|·•-]+\d[\d.,]*k? (?:points?|votes?|likes?|karma)[\s,|·•-]+{AGO}\W*",
        timed=True,
    ),
    # "5 stars by Linda M. on April 2, 2022"
    *_inside("by ", rf"[^.?!]{{0,60}}\bby {POSTER}\.? (?:on )?(?:{DATE}|{STAMP})\W*", timed=True),
    *_inside("© ", r".{0,150}©\s?\d{4}\b.{0,150}"),
    *_inside("(PDF", r"[^.?!]{3,120}\(PDF\b[^()]{0,30}\)\W*"),
    *_inside(
        "Getty~Shutter~iStock~Unsplash~/AFP", r".{0,120}\b(?:getty images|shutterstock|istock\w*|unsplash|afp)\W*"
    ),
    *_inside(" to share ", r"\W*[\w-]+(?: [\w-]+)? to share (?:this )?(?:on|via|by)\b.{0,60}"),
    *_inside(" min~ MIN", r".{0,80}\b\d+\s*-?\s*min(?:ute)?s?\.?\s+read\b.{0,80}"),
    *_inside(
        "No. ~no. ~ssue ~ol. ~olume ",
        rf".{{2,60}}\b{_PAPER}\b,?\W{{1,4}}{_NUMBER}.{{0,60}}",
        rf".{{0,60}}{_NUMBER}[^.]{{0,80}}\W{_PAPER}\b.{{0,80}}",
    ),
    *_inside("last ~next ", r".{0,100}\b(?:last|next) (?:updated|reviewed|modified|review(?: due)?)\b\s*:?.{0,40}"),
    *_inside("eserved", r".{0,150}(?:©|\(c\)|copyright)\s?\d{4}.{0,150}\ball rights reserved\W*"),
    *_inside(" > ~ › ~ » ~ → ", r"[^.!?:>›»→]{2,40}(?:[>›»→][^.!?:>›»→]{2,40})+"),  # Health > Heart > Guide
)
_INSIDE_ASCII = tuple(told for told in _INSIDE if told[1].isascii())


def is_told_inside(line: str) -> bool:
    """Whether a line is boilerplate by what stands inside it."""
    for rarest, sign, pattern, timed in _INSIDE_ASCII if line.isascii() else _INSIDE:
        if rarest in line and sign in line and (not timed or may_end_in_time(line)) and pattern.match(line):
            return True
    return False
