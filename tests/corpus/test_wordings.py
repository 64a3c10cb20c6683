"""Which words of two wordings are marked: all that differ in like ones, those that tell in unlike ones."""

from __future__ import annotations

import pytest

from corpus.wordings import two_wordings

UNLIKE = (
    "There are no known side effects of this herb in adults.",
    "Some people who took it in trials had harm: 12 of them stopped.",
)


def marked(this: str, other: str, told: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    ours, theirs = two_wordings(this, other, told)
    assert "".join("".join(run.text for run in side) for side in (ours,)).split() == this.split()
    assert "".join(run.text for run in theirs).split() == other.split()
    words = [[run.text.strip() for run in side if run.is_marked] for side in (ours, theirs)]
    return words[0], words[1]


@pytest.mark.parametrize(
    ("this", "other", "told", "expected"),
    [
        pytest.param("Take 400 mg a day.", "Take 420 mg a day.", (), (["400"], ["420"]), id="like sentences"),
        pytest.param(*UNLIKE, (), (["no"], ["harm", "12"]), id="unlike ones: what tells"),
        pytest.param(*UNLIKE, ("side effects", "harm"), (["no", "side effects"], ["harm", "12"]), id="and the told"),
        pytest.param(
            "Zinc at 5 mg lowers it.", "Nothing but rest and 5 mg ever made us well.", (), (["lowers"], ["Nothing"]),
            id="a number in both is no difference",
        ),
        pytest.param("", "Rest 5.", (), ([], ["5"]), id="nothing on one side"),
    ],
)  # fmt: skip
def test_the_words_that_make_the_difference_are_marked(
    this: str, other: str, told: tuple[str, ...], expected: tuple[list[str], list[str]]
) -> None:
    assert marked(this, other, told) == expected
