"""Whether two claims say the same, disagree, or neither. Likeness of words proposes; guards decide.

Likeness alone puts "smoking does not cause cancer" nearer to "smoking causes cancer" than any paraphrase. So two claims
are offered as a repeat only where nothing that turns a claim around differs, and as a conflict only where it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from corpus.matching.disagreeing import are_other_cases, disagreements, is_swapped, points_apart
from corpus.matching.effects import DEFICIENT, agree
from corpus.matching.listed import is_for_same_list
from corpus.matching.meaning import Meaning
from corpus.matching.model import Aspect, Difference, Match, MatchKind
from corpus.matching.quantities import Quantity, fits, is_for_same_people
from corpus.matching.stems import GENERIC_STEMS

LEAST = 62
"""From this likeness on two claims may be a repeat."""
_LEAST_AGREEING = 52  # where both say that the same does the same to the same
_LEAST_POINTING = 68  # where both point somewhere, and it is not known that they point the same thing there
_NEARLY_ALL = 80
_LEAST_COMMON = 2  # words that say something
_LONG = 4
_SHORT = 3  # words: an item of a list is the same item with an amount as without one


def judge(left: Meaning, right: Meaning) -> Match | None:
    """What the two may be to each other, with what differs; None where there is nothing to suggest."""
    if not left.stems or not right.stems:
        return None
    score = likeness(left, right)
    if turned := tuple(disagreements(left, right, score)):
        return Match(MatchKind.CONFLICT, score, turned)
    if _is_repeat(left, right, score):
        return Match(MatchKind.REPEAT, score, tuple(_differences(left, right)))
    return None


def likeness(left: Meaning, right: Meaning) -> int:
    """How alike the words of two claims are, 0 to 100; which way they point is left out."""
    common = sum(min(weight, right.weights[stem]) for stem, weight in left.weights.items() if stem in right.weights)
    total = sum(left.weights.values()) + sum(right.weights.values())
    dice = 200 * common / total if total else 0.0
    return round(0.75 * dice + 0.25 * fuzz.ratio(left.in_order, right.in_order))


def _is_repeat(left: Meaning, right: Meaning, score: int) -> bool:
    is_agreed = any(agree(ours, theirs) for ours in left.effects for theirs in right.effects)
    if score < (_LEAST_AGREEING if is_agreed else LEAST):
        return False
    return (
        left.is_negated == right.is_negated
        and not points_apart(left, right)
        and not are_other_cases(left, right)
        and (left.often is None or right.often is None or left.often[0] == right.often[0])
        and (is_agreed or score >= _NEARLY_ALL or _points_alike(left, right, score))
        and (DEFICIENT in left.stems) == (DEFICIENT in right.stems)
        and not is_swapped(left, right)
        and not _are_apart(left.conditions, right.conditions)
        and not _are_apart(left.years, right.years)
        and is_for_same_people(left.populations, right.populations)
        and _amounts_fit(left, right)
        and not _is_item_with_amount(left, right)
        and is_for_same_list(left.place, right.place)
        and (score >= _NEARLY_ALL or _says_enough(left, right, is_agreed=is_agreed))
    )


def _points_alike(left: Meaning, right: Meaning, score: int) -> bool:
    """Whether two that are not known to agree may say the same yet: neither points anywhere, or both much the same ways
    in much the same words. "Spasms are common symptoms" is not "it reduces spasms", nor are two ways to help one."""
    ours, theirs = left.directions, right.directions
    if not ours or not theirs:
        return not ours and not theirs
    return score >= _LEAST_POINTING and (ours <= theirs or theirs <= ours)


def _are_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _is_item_with_amount(left: Meaning, right: Meaning) -> bool:
    """Whether one is an item of a list, and the other a row with an amount for it."""
    shortest = min(len(left.stems), len(right.stems))
    return shortest <= _SHORT and bool(left.quantities) != bool(right.quantities)


def _says_enough(left: Meaning, right: Meaning, *, is_agreed: bool) -> bool:
    """Whether what they share says something, and neither says much of its own where the other does too."""
    ours, theirs = set(left.stems) - GENERIC_STEMS, set(right.stems) - GENERIC_STEMS
    mine, yours, common = ours - theirs, theirs - ours, ours & theirs
    if set(left.stems) == set(right.stems) or (
        max(len(left.stems), len(right.stems)) <= _SHORT + 1 and not (mine and yours)
    ):
        return bool(common)
    if not (mine and yours):
        return len(common - (left.topic & right.topic)) + is_agreed >= _LEAST_COMMON or _is_held(left, right)
    if len(common - (left.topic & right.topic)) + is_agreed < _LEAST_COMMON:
        return False
    few, many = sorted((len(mine), len(yours)))
    return many * 2 <= len(common) + 1 + 2 * is_agreed or (is_agreed and few == 1 and len(common) >= _LONG)


def _is_held(left: Meaning, right: Meaning) -> bool:
    """Whether one says all that the other, which is not short, says."""
    ours, theirs = set(left.stems), set(right.stems)
    return len(ours & theirs) >= _LONG + 2 and (ours <= theirs or theirs <= ours)


def _amounts_fit(left: Meaning, right: Meaning) -> bool:
    return all(_has_fit(one, right.quantities) for one in left.quantities) and all(
        _has_fit(one, left.quantities) for one in right.quantities
    )


def _has_fit(one: Quantity, others: tuple[Quantity, ...]) -> bool:
    alike = [other for other in others if other.measures is one.measures]
    return not alike or any(other.unit == one.unit and fits(one, other) for other in alike)


def _differences(left: Meaning, right: Meaning) -> Iterator[Difference]:
    ours, theirs = left.own_names - right.own_names, right.own_names - left.own_names
    if ours or theirs:
        yield Difference(Aspect.NAME, _listed(ours), _listed(theirs))
    if left.populations != right.populations:
        yield Difference(
            Aspect.POPULATION,
            _listed(left.populations - right.populations),
            _listed(right.populations - left.populations),
        )
    if left.is_hedged != right.is_hedged:
        yield Difference(Aspect.MODALITY, *("may" if one.is_hedged else "" for one in (left, right)))
    if bool(left.quantities) != bool(right.quantities):
        yield Difference(Aspect.AMOUNT, _amounts(left), _amounts(right))


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(name.replace("_", " ") for name in names))


def _amounts(meaning: Meaning) -> str:
    return ", ".join(dict.fromkeys(one.words for one in meaning.quantities))
