"""How fast a file of many articles gets on the desk, and what it needs of memory.

    python -m benchmarks.bulk [--articles 2000]

Makes a JSONL, a CSV and a Parquet file of articles, the six of the gold in turn, each with a line of its own; adds the
first to an empty desk, then again, while another program saves labels. Prints articles a second, the processor's time
for each, how long a save had to wait, and the largest memory of this program so far when it only reads.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from annotator.model import Answer, Verdict
from annotator.storage.answering import Press, answer_claim
from annotator.storage.articles import add_article
from annotator.storage.bulk import BulkReport, add_rows
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from benchmarks.made_desk import report
from corpus.bulk import programs
from corpus.reading.bulk import Columns, open_bulk, read_rows
from corpus.reading.catalog import article_from_text
from corpus.segmentation import split_claims

GOLD = Path(__file__).parents[1] / "tests" / "corpus" / "gold"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, help="in the file (default: 2000)")
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        files = made_files(Path(folder), count)
        print(f"{count:,} articles, {programs()} programs that cut, load {os.getloadavg()[0]:.1f}")
        for file in files:
            _read(file)
        desk = Path(folder) / "desk.db"
        _add(desk, files[0], "added")
        _add(desk, files[0], "known")


def made_files(folder: Path, count: int) -> list[Path]:
    """The same articles in each format, written one by one: what reading needs of memory shows all the same."""
    texts = [path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt"))]
    paths = [folder / f"articles.{suffix}" for suffix in ("jsonl", "csv", "parquet")]
    schema = pa.schema({"text": pa.string(), "title": pa.string()})
    with (
        paths[0].open("w", encoding="utf-8") as json_lines,
        paths[1].open("w", encoding="utf-8", newline="") as separated,
        pq.ParquetWriter(paths[2], schema) as parquet,
    ):
        writer = csv.DictWriter(separated, schema.names)
        writer.writeheader()
        for first in range(0, count, 500):
            rows = [
                {"text": f"{texts[at % len(texts)]}\n\nNumber {at} of many.\n", "title": f"Article {at}"}
                for at in range(first, min(first + 500, count))
            ]
            json_lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            writer.writerows(rows)
            parquet.write_table(pa.Table.from_pylist(rows, schema))
    return paths


def _read(path: Path) -> None:
    start = time.process_time()
    with open_bulk(path) as file:
        count = sum(1 for _ in read_rows(file, path.name, Columns("text", title="title")))
    seconds, megabytes = time.process_time() - start, path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"read {path.suffix:8} {count / seconds:9,.0f} articles/s {megabytes / seconds:7.1f} MB/s, peak {peak:.0f} MB"
    )


def _add(desk: Path, path: Path, what: str) -> None:
    prepare_database(desk)
    waits: list[float] = []
    done = threading.Event()
    saver = threading.Thread(target=_save, args=(desk, what, done, waits))
    saver.start()
    total, used, start = BulkReport(), _processor(), time.perf_counter()
    with open_database(desk) as db, open_bulk(path) as file:
        rows = read_rows(file, path.name, Columns("text", title="title"))
        for results, share in add_rows(db, rows, NOW, programs=programs()):
            total.take(results, share)
        seconds = time.perf_counter() - start
        claims = db.table("claims").count
    done.set()
    saver.join()
    here, there = (after - before for after, before in zip(_processor(), used, strict=True))
    print(f"{what}: {total.read / seconds:,.0f} articles/s in {seconds:.1f} s ({total.summary()}; {claims:,} claims)")
    print(
        f"  processor time an article: {1e3 * here / total.read:.1f} ms here, {1e3 * there / total.read:.1f} ms to cut"
    )
    report("  a label saved meanwhile", [1000 * wait for wait in waits])


def _processor() -> tuple[float, float]:
    """Seconds of the processor that this program, and the ones it started, have used."""
    here, there = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here.ru_utime + here.ru_stime, there.ru_utime + there.ru_stime


def _save(desk: Path, what: str, done: threading.Event, waits: list[float]) -> None:
    """Save a label five times a second, as a reviewer on the same desk does."""
    with open_database(desk) as db:
        person = add_person(db, "Dr A", NOW)
        article = article_from_text(f"Zinc cures colds in {what} people.")
        claims = split_claims(article.text)
        added = add_article(db, article, claims, NOW)
        claim = f"{added.slug}/1@{claims[0].span.start}-{claims[0].span.end}"
        while not done.wait(0.2):
            start = time.perf_counter()
            answer_claim(db, person, Press(f"{what}{len(waits)}", claim), Answer(Verdict.SUPPORTED), NOW)
            waits.append(time.perf_counter() - start)


if __name__ == "__main__":
    main()
