"""Lines over lists: which sentences announce one, and what the line above says of the items."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from corpus.openings import Opening
from corpus.patterns import ENDS_OF_NOTES, listed, rule, small, without_note, words

_ANNOUNCES = Opening(
    r"(?:here|below|listed below|following)(?:['’]s| (?:is|are|you(?:['’]ll| will) find))\b",
    r"(?:table|figure|box) \d+ (?:below )?"
    + words("outlines? shows? lists? summari[sz]es? presents? provides? gives? compares? details? describes? contains?")
    + r"\b",
    r"the (?:\w+ )?(?:table|chart|list|figure|following \w+) (?:below |above |that follows )?(?:\w+ )?"
    + words("""
        outlines? shows? lists? summari[sz]es? presents? provides? gives? compares? details? describes? contains?
        are is include
    """)
    + r"\b",
    r"(?:some|these|those|examples?|common|other|good|the)\b.{0,120}"
    r"\b(?:includes?|are|is|as follows|the following)\W*\Z",
    in_small=True,
)
_ANNOUNCES_INSIDE = small(
    r".{0,200}\b(?:is|are) (?:set out|shown|given|listed|summari[sz]ed|presented|provided|outlined) in "
    r"(?:the )?(?:table|box|figure)\b.{0,20}\Z",
    r".{0,300}\b(?:the following|as follows|listed below|below)(?: \(?\w+\)?){0,4}\W*\Z",
)
_SIGNS_OF_ANNOUNCING = listed("following follows below table box figure")  # inside
_ASKS_FOR_ORDERS = rule(
    r"\W*(?:do|don['’]?ts?|dos|do['’]s|dos? and don['’]?ts|do not|tips?|self-?care|home care|directions|method|steps?|"
    r"instructions?|what (?:to do|you can do|should (?:i|you) do|not to do)|how (?:to|can (?:i|you)|do i)|ways to|"
    r"things (?:to|you can)|prevention|preventing|lifestyle changes)\b.{0,80}\Z",
    r".{0,160}\b(?:should|must|need to|try to|remember to|be sure to|make sure (?:you|to)|these (?:steps|tips|rules)|"
    r"(?:steps|tips|advice|rules|instructions)(?: \w+){0,4})\W*\Z",
)
# What an intro leaves open that its items go on with: "You might have an attack if you:", "Magnesium can:"
_LEFT_OPEN = re.compile(
    r"\b(?:you|they|it|he|she|who|which|that|people|patients|women|may|might|can|could|will|would|also|often|not|if)"
    r"(?<!must not)(?<!should not)(?<!cannot)(?<!do not)(?<!\bif)[:…. ]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OF_WHOM = re.compile(
    r"\b(?:(?:if|when|because) (?:you|they|he|she|it|your \w+|someone)|(?<!sure )(?<!mind )that|which|who)"
    r"\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LACKS = re.compile(
    r"\b(?:includ(?:es?|ing)|are|is|be|to|by|from|of|for|with|like|such as|not|never|when|while|after|before)\W*\Z"
)
_TAIL = 40  # characters at the end of an intro that tell what it leaves open


class Above(NamedTuple):
    """What the line over a list says of its items."""

    is_intro: bool = False  # it is a sentence
    asked: bool = False  # what follows is for the reader to do
    is_open: bool = False  # it breaks off before the verb
    is_whole: bool = False  # it is a sentence that lacks nothing
    of_whom: bool = False  # it does so behind "if you" or "symptoms that", and asks for nothing


NOTHING_ABOVE = Above()


def introduces(sentence: str) -> bool:
    """Whether a colon stands at the end, perhaps with a footnote's mark behind it."""
    return sentence.endswith((":", ":**", ":*")) or (
        sentence[-1] in ENDS_OF_NOTES and without_note(sentence)[-1] == ":"
    )


def tells_what_follows(sentence: str, said: Collection[str]) -> bool:
    """Whether a sentence says that a list or a table follows: "The table below shows ..."."""
    if _ANNOUNCES.match(sentence):
        return True
    return not _SIGNS_OF_ANNOUNCING.isdisjoint(said) and _ANNOUNCES_INSIDE.match(sentence.lower()) is not None


def asks_for_orders(line: str) -> bool:
    """Whether what stands under ``line``, a heading or an intro, is for the reader to do: "Tips", "You should:"."""
    return bool(_ASKS_FOR_ORDERS.match(line))


def leaves_open(line: str) -> bool:
    """Whether an intro breaks off where its items go on with the verb: "You are at risk if you:"."""
    return line.endswith((":", "…", "...")) and bool(_LEFT_OPEN.search(line, max(0, len(line) - _TAIL)))


def above_list(line: str, *, is_intro: bool) -> Above:
    """What ``line``, a heading or (``is_intro``) an intro, says of the items under it."""
    line = without_note(line)
    asked, is_open = asks_for_orders(line), is_intro and leaves_open(line)
    return Above(
        is_intro,
        asked,
        is_open,
        is_whole=is_intro and not is_open and not _LACKS.search(line, max(0, len(line) - _TAIL)),
        of_whom=is_open and not asked and bool(_OF_WHOM.search(line, max(0, len(line) - _TAIL))),
    )
