"""How long a list of 70,000 retractions takes to load, and what the status of the sources then costs.

``python -m benchmarks.retractions [--rows 70000] [--sources 5000]``: makes a list in the shape of Retraction Watch's
and a desk that cites so many sources, in a temporary folder; prints seconds of this process and of the clock.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from annotator.citations.retraction_watch import read_retractions
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.listing import Listing
from annotator.storage.reports import report
from annotator.storage.retraction_lists import load_list
from annotator.storage.retractions import cited_statuses

HEADER = (
    *("Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS"),
    *("ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate"),
    *("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes"),
)
NATURES = ("Retraction",) * 88 + ("Expression of concern",) * 7 + ("Correction",) * 4 + ("Reinstatement",)


def main() -> None:
    """Make the list and the desk, and print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=70_000)
    parser.add_argument("--sources", type=int, default=5_000)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        path, desk = Path(folder, "list.csv"), Path(folder, "desk.db")
        write_list(path, asked.rows)
        prepare_database(desk)
        with open_database(desk) as db:
            cite(db, asked.sources)
            now = datetime.now(UTC)
            _timed("read the list", lambda: sum(1 for _ in read_retractions(path)))
            _timed("load the list", lambda: load_list(db, path, now).summary())
            _timed("load it again", lambda: load_list(db, path, now).summary())
            _timed("status of all cited sources", lambda: len(cited_statuses(db)))
            _timed("report of an empty desk", lambda: report(db, Listing()).figures.flagged)


def write_list(path: Path, rows: int) -> None:
    """A made list: the usual shapes of numbers, days, lists and gaps, and a long title and note in every row."""
    dice = random.Random(4)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_row(number, dice) for number in range(1, rows + 1))


def _row(number: int, dice: random.Random) -> Iterator[str]:
    paper = f"10.{1000 + number % 900}/j.journal.{number}" if dice.random() < 0.9 else "unavailable"
    pmid = str(10_000_000 + number) if dice.random() < 0.6 else "0"
    cells = {
        "Record ID": str(number),
        "Title": "A study of something in rats and people " * 3,
        "Author": ";".join(f"Author {index}" for index in range(8)),
        "Institution": "Department of Medicine, A University, A City, A Country; " * 3,
        "RetractionDate": f"{dice.randint(1, 12)}/{dice.randint(1, 28)}/{dice.randint(1990, 2025)} 0:00",
        "RetractionDOI": f"{paper}.r" if paper != "unavailable" else paper,
        "RetractionPubMedID": "0",
        "OriginalPaperDOI": paper,
        "OriginalPaperPubMedID": pmid,
        "RetractionNature": dice.choice(NATURES),
        "Reason": "+Concerns/Issues About Data;+Investigation by Journal/Publisher;+Unreliable Results;",
        "Notes": 'See also: "a note",\nin two lines' if dice.random() < 0.1 else "",
    }
    return (cells.get(name, "") for name in HEADER)


def cite(db: Database, sources: int) -> None:
    """Cited sources: every other one by a DOI of the list, the rest by PMIDs that are not in it."""
    with writing(db):
        for number in range(1, sources + 1):
            name = ("doi", f"10.{1000 + number % 900}/j.journal.{number}") if number % 2 else ("pmid", str(number))
            db.execute("INSERT INTO sources (type, identifier, shown, url) VALUES (?, ?, ?, '')", [*name, name[1]])


def _timed(name: str, work: object) -> None:
    assert callable(work)
    start, busy = time.perf_counter(), time.process_time()
    result = work()
    busy, waited = time.process_time() - busy, time.perf_counter() - start
    print(f"{name:30} {busy:6.2f} s busy {waited:7.2f} s by the clock   {result}")


if __name__ == "__main__":
    main()
