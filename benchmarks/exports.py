"""How long datasets take: ``python -m benchmarks.exports [CLAIMS]`` (10,000 claims when not said).

Puts made-up articles on a new desk, labels every claim with a citation, a rationale and a time, exports them to JSONL
and CSV, and loads them into another desk. The cut itself is left out: its claims are made up too.

``python -m benchmarks.exports --scale [CLAIMS]`` (100,000) exports claims with two votes each, in every format or those
named after the number, each in a process of its own, and tells the most memory that it took.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from annotator.citations.identifiers import parse_identifier
from annotator.model import Answer, Citation, Evidence, Label, Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.labels import record_label
from annotator.storage.loading import load_labels
from annotator.storage.people import add_person
from benchmarks.made_desk import CLAIMS_AN_ARTICLE, START, WORDS, made_article, made_desk, report, timed
from corpus.model import Article, Claim, claim_id
from exports.__main__ import ease_collecting
from exports.catalog import EXPORTERS
from exports.selecting import Dataset, select_claims

RUNS = 7
LOADABLE = ("jsonl", "csv", "tsv")
SOURCES = 2_000
STANCES = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.CONTRADICTS}

MadeArticles = list[tuple[Article, list[Claim]]]


def made_articles(claims: int) -> MadeArticles:
    """Articles of 200 claims each, the same every time."""
    dice = random.Random(11)
    return [made_article(dice, number) for number in range(claims // CLAIMS_AN_ARTICLE)]


def add_all(path: Path, articles: MadeArticles) -> None:
    """A new desk with the articles, all in one transaction."""
    path.unlink(missing_ok=True)
    prepare_database(path)
    with open_database(path) as db, writing(db):
        for article, cut in articles:
            add_article(db, article, cut, START)


def label_all(path: Path, articles: MadeArticles) -> None:
    """A label on every claim, each with a citation, a rationale and a search note."""
    dice, key = random.Random(12), 0
    with open_database(path) as db, writing(db):
        people = [add_person(db, f"Dr {letter}", START) for letter in "ABC"]
        for article, cut in articles:
            for claim in cut:
                key += 1
                verdict, person = dice.choice(list(Verdict)), dice.choice(people)
                source = parse_identifier(f"PMID {dice.randint(1, SOURCES)}")
                citation = Citation(source, STANCES.get(verdict, Stance.CONTEXT), "we found no difference", "p. 3")
                evidence = Evidence((citation,), " ".join(dice.choices(WORDS, k=20)), "PubMed, today")
                moment = START + timedelta(seconds=key)
                place = claim_id(article.slug, 1, claim.span)
                label = Label(f"{key:032x}", place, person.name, moment, Answer(verdict), evidence, 1, 4.5, moment)
                record_label(db, person, label)


def export(path: Path, name: str, to: Path) -> None:
    """One export of everything, from opening the desk to the file on the disk."""
    with open_database(path) as db, select_claims(db, Dataset()) as (claims, selection):
        EXPORTERS[name].write(claims, to, selection)


def scale(claims: int, formats: list[str]) -> None:
    """Print seconds and memory of each format, for that many claims with two votes each, a third of them cited."""
    with tempfile.TemporaryDirectory() as made:
        desk = Path(made) / "desk.db"
        made_desk(desk, claims, 2 * claims)
        for name in formats or EXPORTERS:
            call = [sys.executable, "-m", "benchmarks.exports", "--one", str(desk), name, f"{made}/{name}"]
            told = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
            print(
                f"export {claims:,} claims with {2 * claims:,} votes, {name:12} {told['seconds']:6.1f} s,"
                f" {told['processor']:6.1f} s of the processor, {told['megabytes']:6.0f} MB at most"
                f" ({told['before']:.0f} MB before), wrote {told['written']:.0f} MB  (goal for csv, jsonl, parquet:"
                " 15 s, 500 MB)",
                flush=True,
            )


def one(desk: Path, name: str, to: Path) -> None:
    """Export in this process, and print what it took as JSON."""
    ease_collecting()
    before, began, busy = most_memory(), time.perf_counter(), time.process_time()
    export(desk, name, to)
    seconds, processor = time.perf_counter() - began, time.process_time() - busy
    files = [path for path in (to, *to.rglob("*")) if path.is_file()]
    written = sum(path.stat().st_size for path in files) / 1e6
    told = {"seconds": seconds, "processor": processor, "megabytes": most_memory(), "before": before}
    print(json.dumps({**told, "written": written}))


def most_memory() -> float:
    """The most megabytes that this process has had in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def load(path: Path, file: Path) -> None:
    """Load ``file`` into a desk that has the articles."""
    with open_database(path) as db:
        load_labels(db, file, START + timedelta(days=365))


def measure(what: str, goal: str, times: int, run: Callable[[], None], before: Callable[[], object] = int) -> None:
    """Print the time on the clock and that of the processor: on a machine that others use, only the second holds."""
    clock, processor = [], []
    for _ in range(times):
        before()
        began = time.process_time()
        clock += timed(run, 1)
        processor.append((time.process_time() - began) * 1000)
    report(what, clock, goal)
    report("    of that on the processor", processor)


def main(claims: int) -> None:
    """Measure and print."""
    articles = made_articles(claims)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        desk, other = folder / "desk.db", folder / "other.db"
        measure(f"add {claims:,} claims in {len(articles)} articles", "1 s", 3, partial(add_all, desk, articles))
        plain = folder / "plain.db"  # what other tools' figures are about: verdicts, here a third of them cited
        made_desk(plain, claims, claims)
        for name, exporter in EXPORTERS.items():
            what = f"export {claims:,} claims with a verdict each, {name}"
            measure(what, "500 ms", RUNS, partial(export, plain, name, folder / f"plain{exporter.suffix}"))
        label_all(desk, articles)
        for format_name, exporter in EXPORTERS.items():
            file = folder / f"labels{exporter.suffix}"
            what = f"export {claims:,} claims with all evidence, {format_name}"
            measure(what, "", RUNS, partial(export, desk, format_name, file))
            if format_name in LOADABLE:
                what = f"load {claims:,} labels, {format_name}"
                measure(what, "1 s", 3, partial(load, other, file), partial(add_all, other, articles))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", desk_path, format_to_write, place]:
            one(Path(desk_path), format_to_write, Path(place))
        case ["--scale", *words]:
            scale(int(words[0]) if words else 100_000, words[1:])
        case words:
            main(int(words[0]) if words else 10_000)
