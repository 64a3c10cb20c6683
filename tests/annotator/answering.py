"""A program that saves answers as the server does, to be killed, starved and crowded by the tests.

``python -m tests.annotator.answering DATABASE PERSON``: reads one message of the browser a line on stdin (a JSON list
of outbox items), applies it, and prints the receipt as one JSON line. What it printed is acknowledged.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from annotator.storage.connection import open_database
from annotator.storage.people import person_named
from annotator.ui.outbox import Receipt, apply_outbox
from corpus.errors import ClaimdeskError


def main(path: Path, name: str) -> None:
    with open_database(path) as db:
        person = person_named(db, name)
    print("ready", flush=True)  # noqa: T201 - its stdout is what the tests read
    for line in sys.stdin:
        try:
            with open_database(path) as db:
                receipt = apply_outbox(db, person, json.loads(line), datetime.now(UTC))
        except ClaimdeskError as error:
            receipt = Receipt(trouble=str(error))
        print(json.dumps([receipt.acks, receipt.trouble]), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
