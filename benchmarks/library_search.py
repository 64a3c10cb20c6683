"""How well and how fast the library finds the studies that bear on a claim: ``python -m benchmarks.library_search``.

Well: recall in the first ten, and the mean reciprocal rank, on the labelled set of ``library_set`` among 1,500 made
neighbours (another substance for the same outcome, another outcome of the same substance), beside SQLite's full-text
index with porter asked for any of the claim's words, in the same run, and beside the search without some of its parts.
Fast: 100,000 made abstracts of 170 words, as unevenly common as words are. ``--library PATH`` keeps that library there.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from sqlite_utils import Database

from annotator.citations import concepts
from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.storage import library_search
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.library_search import best_works_for
from annotator.storage.works import count_works, save_works
from benchmarks.library_set import (
    CLAIMS,
    LATER_CLAIMS,
    LATER_STUDIES,
    OUTCOMES,
    STUDIES,
    SUBSTANCES,
    TAKEN,
    LabelledClaim,
)

NOW = datetime(2026, 11, 26, tzinfo=UTC)
ABSTRACTS, WORDS, AT = 100_000, 170, 10
Search = Callable[[LabelledClaim], list[int]]
MADE = (
    "{O} and {S}: a randomised placebo-controlled trial|We allocated {n} participants to {s} or placebo for {w} weeks."
    " The primary outcome was {o}. The difference between groups was small.",
    "Effect of {s} on {o}: systematic review and meta-analysis|We searched MEDLINE and Embase for trials of {s}."
    " {n} trials reported {o}. Risk of bias was high in most.",
    "{S} intake and risk of {o} in a prospective cohort|During {w} years of follow-up, {n} cases of {o} occurred."
    " Intake of {s} was assessed by questionnaire.",
    "{S} in patients with {o}|In {n} consecutive patients, {o} was recorded before and after {s}. Adverse effects were"
    " mild.",
)


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, help="where to keep the large library; made anew without it")
    kept = parser.parse_args().library
    with tempfile.TemporaryDirectory() as folder:
        how_well(Path(folder) / "labelled.db")
        how_fast(kept or Path(folder) / "large.db")


def how_well(path: Path) -> None:
    """Print the recall of each search on both parts of the labelled set."""
    names = [*STUDIES, *LATER_STUDIES]
    texts = [*STUDIES.values(), *LATER_STUDIES.values(), *_neighbours(random.Random(1))]
    prepare_database(path)
    with open_database(path) as db:
        save_works(db, (_work(number, text) for number, text in enumerate(texts, 1)), Origin.FILE, "", NOW)
        ids = {name: number for number, name in enumerate(names, 1)}
        print(f"{len(texts):,} abstracts; recall at {AT} (mean reciprocal rank)")
        print(f"{'':42}{len(CLAIMS)} claims         {len(LATER_CLAIMS)} later ones")
        for name, search in _searches(db):
            told = [_quality(search, claims, ids) for claims in (CLAIMS, LATER_CLAIMS)]
            print(f"{name:42}" + "   ".join(f"{recall:.3f} ({rank:.3f})" for recall, rank in told))


def _searches(db: Database) -> Iterator[tuple[str, Search]]:
    yield "any of its words, FTS5 porter (the floor)", lambda claim: _any_word(db, claim.text)
    yield "this search", lambda claim: _ours(db, claim)
    with mock.patch.object(concepts, "_names", dict):
        yield "  without other names", lambda claim: _ours(db, claim)
    with mock.patch.object(library_search, "_kin", return_value=[]):
        yield "  without kindred words", lambda claim: _ours(db, claim)
    yield "  without the words around", lambda claim: _ours(db, LabelledClaim(claim.text, claim.studies))
    with mock.patch.object(library_search, "_TITLE", 1.0), mock.patch.object(library_search, "_TITLE_FIRST", 0.0):
        yield "  without weight of the title", lambda claim: _ours(db, claim)


def _any_word(db: Database, text: str) -> list[int]:
    query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    rows = db.execute("SELECT rowid FROM works_search WHERE works_search MATCH ? ORDER BY rank LIMIT ?", [query, AT])
    return [row[0] for row in rows.fetchall()]


def _ours(db: Database, claim: LabelledClaim) -> list[int]:
    found = best_works_for(db, claim.text, AT, around=claim.title, article=claim.article)
    return [one.stored.id for one in found]


def _quality(search: Search, claims: Sequence[LabelledClaim], ids: Mapping[str, int]) -> tuple[float, float]:
    recalls, ranks = [], []
    for claim in claims:
        wanted, found = {ids[name] for name in claim.studies.split()}, search(claim)
        recalls.append(len(wanted & set(found)) / len(wanted))
        ranks.append(max((1 / (found.index(one) + 1) for one in wanted if one in found), default=0.0))
    return statistics.fmean(recalls), statistics.fmean(ranks)


def how_fast(path: Path) -> None:
    """Print how long the labelled claims take in a library of 100,000 abstracts."""
    prepare_database(path)
    with open_database(path) as db:
        if not count_works(db):
            works = list(_made_library(random.Random(2)))
            start, busy = time.perf_counter(), time.process_time()
            save_works(db, works, Origin.FILE, "", NOW)
            waited, busy = time.perf_counter() - start, time.process_time() - busy
            print(
                f"{ABSTRACTS:,} abstracts of {WORDS} words saved in {waited:.0f} s by the clock, {busy:.0f} s computing"
            )
            del works
        for name, search in (
            ("floor", lambda claim: _any_word(db, claim.text)),
            ("this search", lambda c: _ours(db, c)),
        ):
            for clock, told in ((time.perf_counter, "by the clock"), (time.process_time, "of the processor")):
                times = sorted(_milliseconds(clock, search, claim) for claim in (*CLAIMS, *LATER_CLAIMS))
                p95 = times[int(0.95 * len(times))]
                print(f"{name}: median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms {told}")


def _milliseconds(clock: Callable[[], float], search: Search, claim: LabelledClaim) -> float:
    start = clock()
    search(claim)
    return 1_000 * (clock() - start)


def _neighbours(dice: random.Random) -> Iterator[str]:
    for substance, outcome in itertools.product(SUBSTANCES, OUTCOMES):
        if (substance, outcome) not in TAKEN:
            yield _filled(dice, substance, outcome)


def _filled(dice: random.Random, substance: str, outcome: str) -> str:
    large = (outcome[0].upper() + outcome[1:], substance[0].upper() + substance[1:])
    return dice.choice(MADE).format(
        o=outcome, s=substance, O=large[0], S=large[1], n=dice.randrange(20, 900), w=dice.randrange(2, 20)
    )


def _made_library(dice: random.Random) -> Iterable[Work]:
    told = re.findall(r"[a-z]{3,}", " ".join((*STUDIES.values(), *LATER_STUDIES.values())).lower())
    syllables = [first + vowel for first in "bcdfglmnprstv" for vowel in "aeiou"]
    made = {"".join(dice.choices(syllables, k=dice.randrange(2, 5))) for _ in range(20_000)}
    words = [*sorted(set(told), key=lambda word: (-told.count(word), word)), *sorted(made)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(1, ABSTRACTS + 1):
        start = _filled(dice, dice.choice(SUBSTANCES), dice.choice(OUTCOMES))
        yield _work(number, f"{start} {' '.join(dice.choices(words, cum_weights=weights, k=WORDS - 30))}")


def _work(number: int, text: str) -> Work:
    title, _, abstract = text.partition("|")
    return Work({"title": title, "abstract": abstract}, (parse_identifier(f"PMID {number}"),))


if __name__ == "__main__":
    main()
