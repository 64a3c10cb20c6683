"""What kind of unit a sentence is: a suggestion that a reviewer changes with one key. Rules on ``str``, no model."""

from __future__ import annotations

import string
from collections.abc import Collection

from corpus.advice.risk import is_risky
from corpus.advice.sentences import is_advice
from corpus.boilerplate.people import is_attribution
from corpus.intros import NOTHING_ABOVE, Above, introduces, tells_what_follows
from corpus.items import kind_of_item
from corpus.layout.blocks import Part
from corpus.model import Kind
from corpus.notices import SIGNS_OF_NOTICES, asks_for_feedback, is_notice, opens_as_notice
from corpus.patterns import asks, rule, words_in
from corpus.talk import LONGEST_CHAT, SIGNS_OF_TALK, SIGNS_OF_TALK_IN_SHORT, is_talk, opens_as_talk

_SALUTATION = rule(r"(?:dear|hi|hello|hey)\b[^.?]{0,50}[,:!]?\Z")
_SIGNS = SIGNS_OF_NOTICES | SIGNS_OF_TALK
_SIGNS_IN_SHORT = _SIGNS | SIGNS_OF_TALK_IN_SHORT


def suggest_kind(
    sentence: str,
    part: Part,
    *,
    announces: bool = False,
    above: Above = NOTHING_ABOVE,
) -> Kind:
    """The kind of ``sentence``, which stands in a paragraph, a list item or a notice.

    ``announces``: a list or a table follows the block that the sentence stands in. ``above``: what the line over a
    list says of its items.
    """
    said = words_in(sentence)
    if asks(sentence):
        feedback = part is Part.NOTICE or asks_for_feedback(sentence)
        return Kind.BOILERPLATE if feedback else Kind.QUESTION
    quiet = is_quiet(sentence, said)
    if part is Part.NOTICE or (opens_as_notice(sentence) if quiet else _is_boilerplate(sentence, said)):
        return Kind.BOILERPLATE
    if sentence[0] in "DdHh" and _SALUTATION.match(sentence):
        return Kind.OTHER
    if introduces(sentence) or (announces and tells_what_follows(sentence, said)):
        return Kind.LIST_INTRO
    advised = is_advice(sentence, said)
    if part is Part.ITEM and (item := kind_of_item(sentence, said, above, advised)):
        return item
    if advised:
        return Kind.ADVICE
    talks = opens_as_talk(sentence) if quiet else is_talk(sentence.lstrip('*_"“([ '), said)
    return Kind.OTHER if talks else Kind.CLAIM


def is_quiet(sentence: str, said: Collection[str]) -> bool:
    """Whether ``sentence`` holds no word by which a rule could take it for a notice or talk: it is one by its opening,
    or not at all. Most sentences are quiet. ``said``: its words."""
    return (
        (_SIGNS if len(sentence) > LONGEST_CHAT else _SIGNS_IN_SHORT).isdisjoint(said)
        and sentence[-1] != "!"
        and sentence[0] in string.ascii_letters
        and not (sentence[1:2].isupper() and ":" in sentence)  # who speaks: "DR ROTH: ..."
        and "@" not in sentence
        and "of you " not in sentence
    )


def _is_boilerplate(sentence: str, said: Collection[str]) -> bool:
    """Whether a sentence is end matter, or who said what stands before."""
    return is_notice(sentence, said) or (sentence[0] in "-–—" and is_attribution(sentence.lstrip("-–— ")))


def is_check_worthy(kind: Kind, text: str) -> bool:
    """Whether a source could settle a unit of this kind: claims, table rows, list items, and risky advice."""
    if kind in (Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM):
        return True
    return kind is Kind.ADVICE and is_risky(text)
