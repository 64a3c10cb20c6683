"""What was made of the last thing is kept for the very same thing only."""

from __future__ import annotations

from exports.remembering import Remembered


def test_the_same_thing_in_a_row_is_made_once_and_an_equal_one_is_not_taken_for_it() -> None:
    asked: list[tuple[str, ...]] = []

    def join(thing: tuple[str, ...]) -> str:
        asked.append(thing)
        return " > ".join(thing)

    made = Remembered(join)
    first, other = ("Dose",), ("Harm", "Dose")

    told = [made.of(first), made.of(first), made.of(other), made.of(first)]

    assert told == ["Dose", "Dose", "Harm > Dose", "Dose"]
    assert asked == [first, other, first]
