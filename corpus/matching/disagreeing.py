"""In what two claims disagree: an amount for the same thing, a direction, a denial, no side effects at all or one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from corpus.matching.effects import NONE, oppose
from corpus.matching.meaning import Meaning
from corpus.matching.model import Aspect, Difference
from corpus.matching.quantities import Quantity, Role, fits, is_for_same_people, spread
from corpus.matching.stems import GENERIC_STEMS, is_condition
from corpus.matching.vocabulary import OPPOSITES

_ALIKE = 80  # claims so alike that a denial in one turns it around
_ALIKE_BUT_AMOUNTS = 84
_LEAST = {Role.INTAKE: 0, Role.LIMIT: 0, Role.CONTENT: 55, Role.THRESHOLD: 60, Role.USED: 101}


def disagreements(left: Meaning, right: Meaning, score: int) -> Iterator[Difference]:
    """Every reason to think that not both can be right."""
    if is_swapped(left, right) or not is_for_same_people(left.populations, right.populations):
        return
    if left.conditions and right.conditions and not left.conditions & right.conditions:
        return
    if are_other_cases(left, right):
        return
    yield from _amounts(left, right, score)
    directions = list(_directions(left, right))
    yield from directions
    if not directions and score >= _ALIKE and not _says_more(left, right):
        yield from _denials(left, right)
    yield from _absolutes(left, right)


def are_other_cases(left: Meaning, right: Meaning) -> bool:
    """Whether the two speak of different years, stages or forms."""
    if left.times and right.times and not left.times & right.times:
        return True
    return any(not names & right.cases[kind] for kind, names in left.cases.items() if kind in right.cases)


def is_swapped(left: Meaning, right: Meaning) -> bool:
    """Whether each names a substance, an illness or a part of the body that the other does not."""
    return any(
        ours - theirs and theirs - ours
        for ours, theirs in ((left.own_names, right.own_names), (_conditions(left), _conditions(right)))
    )


def _conditions(meaning: Meaning) -> frozenset[str]:
    return frozenset(filter(is_condition, meaning.stems))


def _amounts(left: Meaning, right: Meaning, score: int) -> Iterator[Difference]:
    if left.row and right.row and left.row[0] == right.row[0] and left.row[1] != right.row[1]:
        return  # rows of one table about different things
    if left.conditions != right.conditions or not (left.names & right.names or left.names == right.names):
        return
    ours, theirs = _by_use(left), _by_use(right)
    for use in ours.keys() & theirs.keys():
        if _is_told(use[0], score) and _differ(ours[use], theirs[use]):
            yield Difference(Aspect.AMOUNT, spread(ours[use]).words, spread(theirs[use]).words)


def _by_use(meaning: Meaning) -> dict[tuple[Role, str, str, str], list[Quantity]]:
    found: defaultdict[tuple[Role, str, str, str], list[Quantity]] = defaultdict(list)
    for one in meaning.quantities:
        found[one.role, one.measures, one.unit, one.per].append(one)
    return found


def _is_told(role: Role, score: int) -> bool:
    return score >= _LEAST.get(role, _ALIKE_BUT_AMOUNTS)


def _differ(ours: list[Quantity], theirs: list[Quantity]) -> bool:
    """Whether the amounts disagree: group by group where both tell groups apart, else from the least to the most."""
    told = [(one, _of_same_group(one, others)) for mine, others in ((ours, theirs), (theirs, ours)) for one in mine]
    if any(others for _, others in told):
        return any(others and not any(fits(one, other) for other in others) for one, others in told)
    if not any(is_for_same_people(one.populations, other.populations) for one in ours for other in theirs):
        return False
    for one, others in ((ours, theirs), (theirs, ours)):
        if (
            len(one) == 1 and one[0].low == one[0].high
        ):  # one value: it is in one of the ranges, not between two of them
            return not any(fits(one[0], other) for other in others)
    return not fits(spread(ours), spread(theirs))


def _of_same_group(one: Quantity, others: list[Quantity]) -> list[Quantity]:
    return [other for other in others if one.populations and one.populations == other.populations]


def _directions(left: Meaning, right: Meaning) -> Iterator[Difference]:
    for one in left.effects:
        for other in right.effects:
            if oppose(one, other):
                aspect = Aspect.NEGATION if NONE in (one.sign, other.sign) else Aspect.DIRECTION
                yield Difference(aspect, one.word, other.word)
                return


def _denials(left: Meaning, right: Meaning) -> Iterator[Difference]:
    """What turns around a claim that is the same word for word otherwise."""
    if left.often and right.often:
        if left.often[0] != right.often[0] and left.directions == right.directions:
            yield Difference(Aspect.AMOUNT, left.often[1], right.often[1])
    elif left.is_negated != right.is_negated:
        yield Difference(Aspect.NEGATION, *("not" if one.is_negated else "" for one in (left, right)))
    elif points_apart(left, right):
        ours, theirs = (_pointers(one) for one in (left, right))
        yield Difference(Aspect.DIRECTION, ours, theirs)


def points_apart(left: Meaning, right: Meaning) -> bool:
    """Whether one points up, or to the better, where the other points down, or to the worse."""
    ours, theirs = left.directions - right.directions, right.directions - left.directions
    return any(OPPOSITES[sign] in theirs for sign in ours)


def _pointers(meaning: Meaning) -> str:
    return ", ".join(dict.fromkeys(effect.word for effect in meaning.effects))


def _says_more(left: Meaning, right: Meaning) -> bool:
    ours, theirs = set(left.stems) - GENERIC_STEMS, set(right.stems) - GENERIC_STEMS
    return bool(ours - theirs) and bool(theirs - ours)


def _absolutes(left: Meaning, right: Meaning) -> Iterator[Difference]:
    if not left.names & right.names:
        return
    for one, other, words in ((left, right, ("no harm", "harm")), (right, left, ("harm", "no harm"))):
        if one.is_harmless and other.is_harm and other.own_names:
            yield Difference(Aspect.ABSOLUTE, *words)
