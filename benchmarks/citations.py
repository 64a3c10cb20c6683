"""How fast citations are read: ``python -m benchmarks.citations``.

Parses made-up identifiers in every usual form, all different, as a reviewer types them or a list holds them.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from annotator.citations.finding import find_identifiers
from annotator.citations.identifiers import parse_identifier
from benchmarks.timing import seconds

IDENTIFIERS = 50_000
GOAL = 50_000  # a second


def _isbn(dice: random.Random) -> str:
    digits = f"978{dice.randrange(10**9):09d}"
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
    return f"{digits[:3]}-{digits[3]}-{digits[4:8]}-{digits[8:]}-{check}"


FORMS: tuple[Callable[[random.Random], str], ...] = (
    lambda dice: f"10.1056/NEJMoa{dice.randrange(10**7)}",
    lambda dice: f"doi:10.1016/S0140-6736({dice.randrange(99)}){dice.randrange(10**5)}-0",
    lambda dice: f"https://doi.org/10.1001/jama.{dice.randrange(10**4)}.{dice.randrange(10**5)}",
    lambda dice: f"https://www.nejm.org/doi/full/10.1056/NEJMoa{dice.randrange(10**7)}",
    lambda dice: f"10.1002/(SICI)1097-0258(19980815/30)17:15/16<{dice.randrange(10**4)}::AID-SIM968>3.0.CO;2-2.",
    lambda dice: f"PMID: {dice.randrange(1, 10**8)}",
    lambda dice: f"https://pubmed.ncbi.nlm.nih.gov/{dice.randrange(1, 10**8)}/",
    lambda dice: f"PMC{dice.randrange(1, 10**7)}.{dice.randrange(1, 4)}",
    lambda dice: f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{dice.randrange(1, 10**7)}/",
    lambda dice: f"NCT{dice.randrange(10**8):08d}",
    lambda dice: f"ISBN {_isbn(dice)}",
    lambda dice: f"https://example.org/{dice.randrange(10**6)}?id={dice.randrange(10**4)}&utm_source=newsletter",
)
"""The usual forms, in equal parts."""


def made_identifiers(number: int) -> list[str]:
    """So many identifiers, the same every time."""
    dice = random.Random(13)
    return [FORMS[place % len(FORMS)](dice) for place in range(number)]


def main() -> None:
    """Measure and print."""
    given = made_identifiers(IDENTIFIERS)
    for what, read in (("parsed alone", parse_identifier), ("found in a line", find_identifiers)):
        spent = min(seconds(lambda read=read: [read(text) for text in given]) for _ in range(3))  # type: ignore[misc]
        print(f"identifiers {what:<20} {IDENTIFIERS / spent:>9,.0f} a second  (goal: {GOAL:,})", flush=True)


if __name__ == "__main__":
    main()
