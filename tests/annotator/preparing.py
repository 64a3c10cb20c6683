"""A program whose children prepare databases: many at once, or each killed at a step of its own.

``python -m tests.annotator.preparing race DATABASE...``: six children prepare each database at the same moment.
``python -m tests.annotator.preparing die DATABASE...``: the name of the database's folder is the number of the step
(a call of SQLite or of the system) before which its one child is killed with SIGKILL.
Prints a JSON list: for each database, how many of its children came to a good end.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from annotator.storage.connection import open_database, prepare_database
from annotator.storage.settings import desk_id


def race(path: Path) -> int:
    """Six at once; a child is as good as the desk it sees is the others'."""
    start_read, start_write = os.pipe()
    ids_read, ids_write = os.pipe()

    def prepare_when_told() -> None:
        os.close(start_write)
        os.read(start_read, 1)  # returns for all of them when the last writing end is closed
        prepare_database(path)
        with open_database(path) as db:
            os.write(ids_write, f"{desk_id(db)}\n".encode())

    children = [_child(prepare_when_told) for _ in range(6)]
    os.close(start_write)
    ended = [_ended_well(child) for child in children]
    os.close(ids_write)
    with os.fdopen(ids_read) as ids:
        same = len(set(ids)) == 1
    return sum(ended) if same else 0


def die(path: Path) -> int:
    """One child, killed at its step, unless it is done before."""
    last, steps = int(path.parent.name), count(1)

    def on_call(_frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call":
            return
        owner = getattr(called, "__self__", None)
        of_interest = isinstance(owner, sqlite3.Connection) or getattr(owner, "__name__", "") == "posix"
        if of_interest and next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def prepare_and_die() -> None:
        sys.setprofile(on_call)
        prepare_database(path)

    return int(_ended_well(_child(prepare_and_die)))


def _child(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        traceback.print_exc()  # the parent's test shows why a child did not end well
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _ended_well(child: int) -> bool:
    return os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    way = {"race": race, "die": die}[sys.argv[1]]
    print(json.dumps([way(Path(path)) for path in sys.argv[2:]]))  # noqa: T201 - its stdout is what the tests read
