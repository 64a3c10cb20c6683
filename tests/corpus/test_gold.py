"""The cut against the units that people marked: as the files are, and after what copying does to a text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from corpus.units import Unit, cut_units
from tests.corpus.scoring import NAMES, lost_characters, read_gold, score


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_of_the_gold_is_cut_where_people_cut_it(name: str) -> None:
    text, gold = read_gold(name)
    cut = cut_units(text)

    result = score(text, gold, cut)

    assert result.f1 == 1.0, (result.missed, result.too_much)
    assert lost_characters(text, cut) == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_kinds_agree_with_people_as_well_as_people_agree(name: str) -> None:
    text, gold = read_gold(name)

    result = score(text, gold, cut_units(text))

    assert result.kinds >= 0.97, result.wrong_kind


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _nbsp_after_full_stops(text: str) -> str:
    return re.sub(r"\. ", ".\u00a0", text)


def _two_blanks_after_full_stops(text: str) -> str:
    return re.sub(r"\. ", ".  ", text)


def _no_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def _no_bullets(text: str) -> str:
    return re.sub(r"(?m)^ *[•*-] ", "", text)


def _wrapped_at_80(text: str) -> str:
    """Each long line broken where a mail program would, under its marker."""
    wrapped = []
    for line in text.split("\n"):
        indent = re.match(r"\s*(?:[•*-] |\d+[.)] )?", line)
        hang = " " * (indent.end() if indent else 0)
        rest = line if len(line) > 80 and "|" not in line else ""
        while len(rest) > 80 and (break_at := rest.rfind(" ", len(hang) + 1, 81)) > 0:
            wrapped.append(rest[:break_at])
            rest = hang + rest[break_at + 1 :]
        wrapped.append(rest or line)
    return "\n".join(wrapped)


DAMAGES: list[tuple[Callable[[str], str], float]] = [
    (_crlf, 1.0),
    (_nbsp_after_full_stops, 1.0),
    (_two_blanks_after_full_stops, 1.0),
    (_no_blank_lines, 0.96),
    (_no_bullets, 0.96),
    (_wrapped_at_80, 0.98),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("damage", "least"), DAMAGES, ids=[d.__name__.strip("_") for d, _ in DAMAGES])
def test_a_text_that_copying_has_changed_is_cut_almost_as_well(
    name: str, damage: Callable[[str], str], least: float
) -> None:
    text, gold = read_gold(name)
    changed = damage(text)

    result = score(changed, _found_again(text, gold, changed), cut_units(changed))

    assert result.f1 >= least, (result.missed, result.too_much)


def _found_again(text: str, gold: list[Unit], changed: str) -> list[Unit]:
    """The gold units in the changed text, found by their characters that are not white space, one after the other."""
    places = [i for i, c in enumerate(changed) if not c.isspace()]
    letters = "".join(changed[i] for i in places)
    moved, at = [], 0
    for unit in gold:
        words = re.sub(r"\s", "", text[unit.start : unit.end])
        at = letters.index(words, at)
        moved.append(Unit(places[at], places[at + len(words) - 1] + 1, unit.kind))
        at += len(words)
    return moved
