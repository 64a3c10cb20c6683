"""How fast citations are read: ``python -m benchmarks.citations``.

Parses made-up identifiers in every usual form, all different, as a reviewer types them or a list holds them. Loads a
made-up RIS file of 10,000 records, with abstracts of 200 words, into a new desk with ``add-sources``.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from annotator.citations.finding import find_identifiers
from annotator.citations.identifiers import parse_identifier
from annotator.citations.reference_files.reading import read_references
from benchmarks.made_desk import WORDS, timed
from benchmarks.timing import seconds

IDENTIFIERS = 50_000
RECORDS = 10_000
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


def made_ris(number: int) -> str:
    """So many records as Zotero writes them, the same every time."""
    dice = random.Random(14)
    return "".join(map(partial(_record, dice), range(1, number + 1)))


def _record(dice: random.Random, number: int) -> str:
    fields = [
        ("TY", "JOUR"),
        *(("AU", f"{dice.choice(WORDS).title()}{dice.randrange(99)}, A. B.") for _ in range(6)),
        ("TI", " ".join(dice.choices(WORDS, k=14))),
        ("AB", " ".join(dice.choices(WORDS, k=200))),
        ("T2", "The Journal of Made-up Studies"),
        ("DA", f"{dice.randrange(1990, 2026)}/05/17/"),
        ("VL", "5"),
        ("SP", "12"),
        ("EP", "19"),
        ("DO", f"10.1000/made.{number}"),
        ("UR", f"https://doi.org/10.1000/made.{number}"),
        ("N1", f"PMID: {number}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields)


def load() -> None:
    """Time ``add-sources`` as it is started, and its parts."""
    with tempfile.TemporaryDirectory() as folder:
        file, desk = Path(folder, "made.ris"), Path(folder, "desk.db")
        file.write_text(made_ris(RECORDS), "utf-8")
        before = _children()
        (clock,) = timed(partial(_add_sources, file, desk), 1)
        spent = _children() - before
        print(
            f"add-sources of {RECORDS:,} RIS records: {clock / 1000:.1f} s on the clock,"
            f" {spent:.1f} s of them computing  (goal: 5 s)"
        )
        content = file.read_bytes()
        print(f"    of that reading: {seconds(lambda: read_references(content)):.1f} s computing", flush=True)


def _children() -> float:
    """Seconds that the processor spent on the programs started from here, in them and in the system for them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _add_sources(file: Path, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "add-sources", file, "--db", desk],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith(f"read {RECORDS}, new {RECORDS}, refused 0\n")


def main() -> None:
    """Measure and print."""
    given = made_identifiers(IDENTIFIERS)
    for what, read in (("parsed alone", parse_identifier), ("found in a line", find_identifiers)):
        spent = min(seconds(lambda read=read: [read(text) for text in given]) for _ in range(3))  # type: ignore[misc]
        print(f"identifiers {what:<20} {IDENTIFIERS / spent:>9,.0f} a second  (goal: {GOAL:,})", flush=True)
    load()


if __name__ == "__main__":
    main()
