"""What people cut anew stays so in the next revision, where the very words are there; elsewhere nothing is guessed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cut_again import CutUnit, cut_again
from corpus.model import Claim, Kind, Span
from corpus.units import split_text

ONE, TWO, THREE, FOUR = "Zinc helps.", "It is safe.", "Iron, it is said, harms.", "Rest well."
TEXT = f"{ONE} {TWO} {THREE} {FOUR}\n"


def repaired(text: str, *parts: str) -> list[CutUnit]:
    """The units of ``text``, with those words as units that a person made, instead of what the cut made of them."""
    made, at = [], 0
    for part in parts:
        at = text.index(part, at)
        made.append(CutUnit(Claim(Span(at, at + len(part)), Kind.ADVICE, True, part), "merged"))
        at += len(part)
    spans = [unit.claim.span for unit in made]
    rest = [
        CutUnit(claim)
        for claim in split_text(text)
        if not any(claim.span.start < span.end and span.start < claim.span.end for span in spans)
    ]
    return sorted([*made, *rest], key=lambda unit: unit.claim.span.start)


def words_in(old: list[CutUnit], new: str) -> list[str]:
    units = cut_again(TEXT, old, new, split_text(new))
    assert all(unit.claim.text == unit.claim.span.cut(new) for unit in units)
    return [("*" if unit.origin != "cut" else "") + " ".join(unit.claim.text.split()) for unit in units]


MERGED = f"{ONE} {TWO}"
PARTS = ("Iron, it is said,", "harms.")


@pytest.mark.parametrize(
    ("parts", "new", "expected"),
    [
        pytest.param((MERGED,), TEXT, [f"*{MERGED}", THREE, FOUR], id="merged"),
        pytest.param(PARTS, TEXT, [ONE, TWO, *map("*{}".format, PARTS), FOUR], id="split"),
        pytest.param((MERGED, *PARTS), TEXT, [*map("*{}".format, (MERGED, *PARTS)), FOUR], id="neighbours"),
        pytest.param((MERGED, *PARTS), TEXT.replace("harms", "heals"), [f"*{MERGED}", THREE.replace("harms", "heals"),
                     FOUR], id="one of two neighbours changed"),
        pytest.param((MERGED,), f"New. {TEXT}", ["New.", f"*{MERGED}", THREE, FOUR], id="further down"),
        pytest.param((MERGED,), TEXT.replace(" It", "\nIt"), [f"*{MERGED}", THREE, FOUR], id="wrapped"),
        pytest.param((MERGED,), TEXT.replace("safe", "unsafe"), [ONE, "It is unsafe.", THREE, FOUR], id="changed"),
        pytest.param((MERGED,), f"{ONE} So. {TWO} {FOUR}", [ONE, "So.", TWO, FOUR], id="torn apart"),
        pytest.param((MERGED,), f"{MERGED} {MERGED}", [ONE, TWO, ONE, TWO], id="there twice now"),
        pytest.param(("It is safe. Iron, it is said,", "harms."), TEXT,
                     [ONE, "*It is safe. Iron, it is said,", "*harms.", FOUR], id="cut across"),
        pytest.param(("Zinc helps.",), TEXT, [ONE, TWO, THREE, FOUR], id="cut so by itself"),
        pytest.param((), f"New. {TEXT}", ["New.", ONE, TWO, THREE, FOUR], id="nothing was cut anew"),
        pytest.param((MERGED,), "", [], id="nothing left"),
    ],
)  # fmt: skip
def test_what_people_cut_anew(parts: tuple[str, ...], new: str, expected: list[str]) -> None:
    assert words_in(repaired(TEXT, *parts), new) == expected


def test_a_kind_given_by_the_repair_stays_and_the_heading_is_the_new_one() -> None:
    units = cut_again(TEXT, repaired(TEXT, MERGED), f"# Zinc\n\n{TEXT}", split_text(f"# Zinc\n\n{TEXT}"))

    merged = units[1].claim
    assert (merged.text, merged.kind) == (MERGED, Kind.ADVICE)
    assert merged.context == units[2].claim.context


@given(st.lists(st.sampled_from([ONE, TWO, THREE, FOUR, "\n\n", "# Zinc\n\n", "- "]), max_size=10))
def test_no_word_of_the_new_text_is_lost(parts: list[str]) -> None:
    new = " ".join(parts)
    claims = split_text(new)

    units = cut_again(TEXT, repaired(TEXT, MERGED, *PARTS), new, claims)

    def characters(found: list[Claim]) -> set[int]:
        return {at for each in found for at in range(each.span.start, each.span.end) if not new[at].isspace()}

    assert characters([unit.claim for unit in units]) >= characters(claims)
    spans = [unit.claim.span for unit in units]
    assert all(one.end <= other.start for one, other in pairwise(spans))
