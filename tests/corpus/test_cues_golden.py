"""The cues of the sample article, claim by claim, as people who read it found right. ``python -m
tests.corpus.test_cues_golden`` writes the file anew, to be read in the diff before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.model import Amount, Claim
from corpus.quantities.spoken import in_words
from corpus.units import split_text

HERE = Path(__file__).parent
TEXT = (HERE / "gold" / "magnesium_ms.txt").read_text("utf-8")
GOLDEN = HERE / "golden" / "magnesium_ms.cues.txt"


def lines() -> Iterator[str]:
    """Each unit on a line, and under it its cues."""
    for claim in split_text(TEXT):
        yield " ".join(claim.text.split())
        yield from (f"    {told}" for told in _told(claim))


def _told(claim: Claim) -> Iterator[str]:
    for cue in claim.cues:
        detail = in_words(cue.detail) if isinstance(cue.detail, Amount) else cue.detail
        yield f"{cue.name}: {' '.join(cue.span.cut(TEXT).split())}" + (f" ({detail})" if detail else "")


def test_the_sample_articles_cues_are_those_that_people_found_right() -> None:
    assert list(lines()) == GOLDEN.read_text("utf-8").splitlines()


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(lines()) + "\n", "utf-8")
