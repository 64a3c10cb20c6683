"""What a sentence says something does: "magnesium reduces the effect of diuretics" is (magnesium, down, effect of
diuretics). Read from the words around a verb that points somewhere, without a parser: enough to ask whether two
sentences point the same thing in opposite directions, not to know what they mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.matching.stems import GENERIC_STEMS, is_substance, stem_of, words_in
from corpus.matching.vocabulary import DIRECTIONS, NEGATORS, OPPOSITES, POPULATIONS, STOP_WORDS
from corpus.patterns import listed

NONE = "NONE"
DEFICIENT = "deficien"

_CLAUSES = re.compile(r"[;:,.()|?!]+(?:\s|$)|\s-\s|\b(?:but|although|though|whereas|while|because|which|who|that|than|"
                      r"compared to|when|if|after)\b")  # fmt: skip
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?:\s+\w+){0,2}\s*$")
_BY = re.compile(r"^\s*(?:[\w%.]+\s){0,3}?(?:by|with|from|through)\s+(?!\d|about)")
_FALLING = listed("fall falls fell drop drops dropped rise rises rose decline declines improves improve work")
_JOINED = re.compile(r"\b(?:and|or|to|by|help|helps|thereby)\s*$")
_NO_EFFECT = re.compile(
    r"\bno effect (?:of (?P<agent>.+?) )?(?:on|against|for)\b|\bnot (?:change|affect|influence)\b"
    r"|\bnot (?:work|help) against\b"
    r"|\bnobenefit (?:against|for|in)\b"
)
_NOUNS = listed("fall falls drop drops rise loss losses benefit benefits treatment help damage harm increase cut")
_NOUN = re.compile(
    r"\b(?:of|the|a|an|in|for|from|against|prevents?|caused?|causes|liver|kidney|nerve|its|their|no)\s+$"
)
_POINTING = re.compile(r"\b(?:it|its|they|their|them|this|these|the medicines?|the medications?|the medication's)\b")
_PEOPLE = frozenset(word for listed in POPULATIONS.values() for word in listed.split()) | {"people", "patients"}


@dataclass(frozen=True, slots=True)
class Effect:
    """What is said to do what to what, in stems. ``sign`` is one of ``DIRECTIONS``, or ``NONE``: it does nothing to it.
    ``word`` is the word that says so."""

    agent: frozenset[str]
    sign: str
    target: frozenset[str]
    word: str


def effects_in(told: str, lead: str = "", topic: frozenset[str] = frozenset()) -> tuple[Effect, ...]:
    """The effects that a normal text speaks of. ``lead`` is what "it" and "these" mean: the item's label, as words.
    ``topic`` holds the stems that say nothing here, as the illness that all of the article is about."""
    found: list[Effect] = []
    at = 0
    for gap in _CLAUSES.finditer(told):
        found += _effects_of(told[at : gap.start()], lead, topic)
        at = gap.end()
    return (*found, *_effects_of(told[at:], lead, topic))


def oppose(left: Effect, right: Effect) -> bool:
    """Whether the two point the same thing, by the same means, in opposite directions, or one of them nowhere."""
    is_turned = left.sign != right.sign if NONE in (left.sign, right.sign) else OPPOSITES[left.sign] == right.sign
    return is_turned and _same_target(left.target, right.target) and _same_agent(left.agent, right.agent)


def agree(left: Effect, right: Effect) -> bool:
    """Whether the two say the same of the same."""
    is_same = left.sign == right.sign
    return is_same and _same_target(left.target, right.target) and _same_agent(left.agent, right.agent)


def _same_target(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two targets are one thing, perhaps said in more words by one of them."""
    ours, theirs = left - GENERIC_STEMS, right - GENERIC_STEMS
    if not ours or not theirs:
        return left == right and len(left) > 1
    common = ours & theirs
    if ours != theirs and (len(common) < 2 or len(common) < min(len(ours), len(theirs))):
        return False
    if 2 * len(common) < max(len(ours), len(theirs)) - 1:
        return False
    left_kind, right_kind = left & GENERIC_STEMS, right & GENERIC_STEMS
    return not (left_kind and right_kind and all(map(is_substance, common))) or bool(left_kind & right_kind)


def _same_agent(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two agents may be one: they share what says something, and neither names a substance of its own."""
    left_own, right_own = left - GENERIC_STEMS, right - GENERIC_STEMS
    if not left_own or not right_own or (DEFICIENT in left) != (DEFICIENT in right):
        return False
    left_names, right_names = set(filter(is_substance, left_own)), set(filter(is_substance, right_own))
    if left_names - right_names and right_names - left_names:
        return False
    if left_names and right_names:
        return bool(left_names & right_names)
    return bool(left_own & right_own)


def _effects_of(clause: str, lead: str, topic: frozenset[str]) -> list[Effect]:
    if nothing := _NO_EFFECT.search(clause):
        agent = nothing["agent"] or clause[: nothing.start()]
        return [Effect(_named(agent, lead), NONE, _named(clause[nothing.end() :], lead) - topic, nothing[0])]
    marks = [found for found in re.finditer(r"[^\W\d_]+", clause) if _points(clause, found)]
    return [_effect(clause, marks, number, lead, topic) for number in range(len(marks))]


def _points(clause: str, word: re.Match[str]) -> bool:
    """Whether a word says which way something goes, and is no noun as in "the risk of falls"."""
    if stem_of(word[0]) not in DIRECTIONS:
        return False
    return word[0] not in _NOUNS or _NOUN.search(clause[: word.start()]) is None


def _effect(clause: str, marks: list[re.Match[str]], number: int, lead: str, topic: frozenset[str]) -> Effect:
    mark = marks[number]
    first = number
    while first and _JOINED.search(clause[: marks[first].start()]):
        first -= 1
    before = clause[: marks[first].start()]
    after = clause[mark.end() : marks[number + 1].start() if number + 1 < len(marks) else len(clause)]
    is_turned = verb_is_turned = _PASSIVE.search(clause[: mark.start()]) is not None or mark[0] in _FALLING
    by = _BY.search(after) if is_turned else None
    agent, target = (after[by.end() :], before) if by and verb_is_turned else (before, after)
    if mark[0] in _FALLING and not by and not after.strip():
        agent, target = "", before
    sign = NONE if NEGATORS & set(words_in(clause[: mark.start()])) else stem_of(mark[0])
    return Effect(_named(agent, lead), sign, _named(target, lead) - topic, mark[0])


def _named(words: str, lead: str) -> frozenset[str]:
    """What ``words`` name, in stems; where they only point back, what ``lead`` names too."""
    if lead and _POINTING.search(words):
        words = f"{words} {lead}"
    return frozenset(stem_of(word) for word in words_in(words) if word not in STOP_WORDS and word not in _PEOPLE)
