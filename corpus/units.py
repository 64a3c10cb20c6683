"""Text -> its units, in order: layout, sentences, kinds and cues joined. Pure rules on ``str``, no spaCy.

``cut_units`` gives spans and kinds only, which is what the spaCy component and bulk work need; ``split_text`` adds
what a reviewer needs around each: context, cues, check-worthiness.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from corpus.contexts import with_context
from corpus.cues import find_cues
from corpus.heading_looks import is_caption
from corpus.intros import NOTHING_ABOVE, Above, above_list
from corpus.items import is_mere_name
from corpus.kinds import is_check_worthy, suggest_kind
from corpus.layout.blocks import Block, Part
from corpus.layout.walk import find_blocks
from corpus.model import Claim, Context, Kind, Span
from corpus.neighbours import among_orders
from corpus.patterns import listed
from corpus.sentences import split_sentences
from corpus.talk import goes_on_with_story, stands_in_story


class Unit(NamedTuple):
    """``text[start:end]`` is one unit. ``depth``: of a heading, or of an FAQ's question (which stands over its answer
    like a heading); of a list item, its nesting; 0 elsewhere."""

    start: int
    end: int
    kind: Kind
    depth: int = 0


# The same by themselves: to look a member up in its class takes 0.1 microseconds, and each unit asks for several.
_CLAIM, _OTHER, _ADVICE, _QUESTION = Kind.CLAIM, Kind.OTHER, Kind.ADVICE, Kind.QUESTION
_LIST_INTRO, _BOILERPLATE = Kind.LIST_INTRO, Kind.BOILERPLATE
_ITEM, _PARAGRAPH, _HEADING = Part.ITEM, Part.PARAGRAPH, Part.HEADING
_WHOLE = {
    Part.TITLE: Kind.TITLE,
    Part.HEADING: Kind.HEADING,
    Part.TABLE_HEADER: Kind.TABLE_HEADER,
    Part.TABLE_ROW: Kind.TABLE_ROW,
    Part.REFERENCE: Kind.REFERENCE,
    Part.BOILERPLATE: Kind.BOILERPLATE,
    Part.QUESTION: Kind.QUESTION,
}
# References and mastheads make no claims; a name or number in them asks for no care.
_NO_CUES = frozenset({Kind.REFERENCE, Kind.BOILERPLATE})
_STANDS_ALONE = _NO_CUES | {Kind.TITLE, Kind.HEADING, Kind.TABLE_HEADER, Kind.TABLE_ROW}
_ITEMS = frozenset({Kind.CLAIM, Kind.LIST_ITEM, Kind.ADVICE, Kind.OTHER})
_LISTED = (Part.ITEM, Part.TABLE_HEADER, Part.TABLE_ROW)
_LABEL_WORDS = 6
_BLANKS = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2005"
_ABOVE = (Kind.TITLE, Kind.HEADING, Kind.QUESTION, Kind.LIST_INTRO)
_BREAKS_OFF = listed(
    "of to as if by with for from in on or and that who which when than at is are include includes like"
)


def split_text(text: str) -> list[Claim]:
    """Every unit of ``text`` as a claim, in order, with context, cues and check-worthiness."""
    return claims_from_units(text, cut_units(text))


def cut_units(text: str) -> list[Unit]:
    """Every unit of ``text`` in order. Spans never overlap; only white space and list markers stand between them."""
    text = _with_plain_blanks(text)
    blocks = find_blocks(text)
    units: list[Unit] = []
    above: Unit | None = None  # the last heading or intro, until its list begins
    said_above = NOTHING_ABOVE
    for i, block in enumerate(blocks):
        part = block.part
        whole = _WHOLE.get(part)
        if whole is not None:
            units.append(Unit(block.start, block.end, whole, block.depth))
        else:
            before = units[-1].kind if units else None
            if above and part is _ITEM:
                said_above = above_list(text[above.start : above.end], is_intro=above.kind is _LIST_INTRO)
                above = None
            announces = part is _PARAGRAPH and _is_followed_by_list(text, blocks, i)
            told = _prose_units(text, block, announces=announces, follows_intro=before is _LIST_INTRO, above=said_above)
            if part is _PARAGRAPH and (before is _BOILERPLATE or len(told) > 2):
                told = _with_story(text, told, opens_post=before is _BOILERPLATE)
            units.extend(told)
            if part is _ITEM and _opens_deeper_list(text, blocks, i):
                units[-1] = units[-1]._replace(kind=_LIST_INTRO)
        last = units[-1]
        if last.kind in _ABOVE and not (last.kind is _QUESTION and not last.depth):
            above, said_above = last, NOTHING_ABOVE
    return _with_orders(text, units)


def _with_orders(text: str, units: list[Unit]) -> list[Unit]:
    """``units``, with those that stand among orders and can be read as one taken for one."""
    kinds = [unit.kind for unit in units]
    if kinds.count(_ADVICE) > 1:
        for i in among_orders(kinds, [unit.depth > 0 for unit in units], lambda i: text[units[i].start : units[i].end]):
            units[i] = units[i]._replace(kind=_ADVICE)
    return units


def _with_plain_blanks(text: str) -> str:
    """``text`` with an ordinary blank for every no-break or thin one: the rules know only that. Offsets stay."""
    if not text.isascii():
        for blank in _BLANKS:  # str.translate takes ten times as long
            text = text.replace(blank, " ")
    return text


def _is_followed_by_list(text: str, blocks: list[Block], i: int) -> bool:
    """Whether a list or a table stands right after block ``i``, a table perhaps with its caption."""
    if i + 1 == len(blocks):
        return False
    after = blocks[i + 1]
    return after.part in _LISTED or (after.part is _HEADING and is_caption(text[after.start : after.end]))


def _opens_deeper_list(text: str, blocks: list[Block], i: int) -> bool:
    """Whether an item breaks off and deeper items go on with it: "People with a weak immune system because of"."""
    if i + 1 == len(blocks):
        return False
    block, after = blocks[i], blocks[i + 1]
    return (
        after.part is _ITEM
        and after.depth > block.depth
        and text[max(block.start, block.end - 12) : block.end].split()[-1] in _BREAKS_OFF
    )


def _prose_units(text: str, block: Block, *, announces: bool, follows_intro: bool, above: Above) -> list[Unit]:
    """The sentences of a block. A few words with a full stop right after an intro are the first entry of a list
    whose markers are lost: "... carry cholesterol: / Low-density lipoproteins (LDL). These ..."."""
    before: Kind | None = None
    found: list[Unit] = []
    for start, end in split_sentences(text, block.start, block.end):
        entry = (
            follows_intro and start == block.start and end < block.end and text.count(" ", start, end) < _LABEL_WORDS
        )
        part = _ITEM if entry else block.part
        words = text[start:end]
        kind = suggest_kind(words, part, announces=announces, above=above)
        if kind is _CLAIM and before is _OTHER and goes_on_with_story(words):
            kind = _OTHER
        before = kind
        found.append(Unit(start, end, kind, block.depth))
    return found


def _with_story(text: str, told: list[Unit], *, opens_post: bool) -> list[Unit]:
    """The sentences of a paragraph, with those that only its story can be read for taken for part of it: one between
    two that tell it, and the few words without a verb that a post opens with ("Ginger tea.")."""
    first = told[0]
    if opens_post and first.kind is _CLAIM and is_mere_name(text[first.start : first.end]):
        told[0] = first._replace(kind=_OTHER)
    for i in range(1, len(told) - 1):
        unit = told[i]
        if (
            unit.kind is _CLAIM
            and told[i - 1].kind is _OTHER is told[i + 1].kind
            and stands_in_story(text[unit.start : unit.end])
        ):
            told[i] = unit._replace(kind=_OTHER)
    return told


def claims_from_units(text: str, units: Iterable[Unit]) -> list[Claim]:
    """The claims that ``units``, in order, cut from ``text``."""
    placed = list(with_context(text, units))
    said = ["" if unit.kind in _NO_CUES else text[unit.start : unit.end] for unit, _ in placed]
    joined = [_is_same_paragraph(text, one, other) for (one, _), (other, _) in pairwise(placed)]
    claims = []
    for i, (unit, context) in enumerate(placed):
        words = text[unit.start : unit.end]
        before = said[i - 1] if i and joined[i - 1] else ""
        after = said[i + 1] if i < len(joined) and joined[i] else ""
        cues = (
            find_cues(
                words,
                unit.start,
                around=(before, after),
                header=context.table_header,
                intro=_intro(unit, context),
            )
            if said[i]
            else ()
        )
        claims.append(
            Claim(Span(unit.start, unit.end), unit.kind, is_check_worthy(unit.kind, words), words, context, cues)
        )
    return claims


def _intro(unit: Unit, context: Context) -> str:
    """The line that introduces the list a unit is of; where that was set as a heading, the heading."""
    return (context.list_intro or context.section) if unit.depth and unit.kind in _ITEMS else ""


def _is_same_paragraph(text: str, one: Unit, other: Unit) -> bool:
    """Whether nothing but a blank or the line break of a wrapped text stands between two sentences."""
    gap = text[one.end : other.start]
    return not gap.strip() and gap.count("\n") < 2 and not ({one.kind, other.kind} & _STANDS_ALONE)
