"""Look-ups that run beside the desk: who asks the pane about a source never waits for Crossref or PubMed.

A source is looked up in a thread of its own, a few at a time, and what is found is kept in the database. The pane asks
again a moment later and reads it there. What was cited waits in the queue and is asked about in one more thread, also
where the pane never asked, or has gone on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from annotator.citations.lookups.client import LookUps, look_ups
from annotator.errors import InvalidContact
from annotator.model import Source, SourceType
from annotator.storage.connection import open_database
from annotator.storage.lookup_queue import next_in_queue
from annotator.storage.lookups import look_up
from annotator.ui.unforeseen import unforeseen_words
from corpus.errors import ClaimdeskError

AT_ONCE = 4
"""Sources that are looked up at one time; who comes then is told when they ask again."""
NOT_AGAIN = 60.0
"""Seconds in which a source is not looked up a second time, whatever came of the first."""
GIVEN_UP_AFTER = 3
"""Sources in a row that could not be asked about, before the queue is left alone until the next time."""

Key = tuple[SourceType, str]


class LookingUp:
    """The look-ups under way in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: set[Key] = set()
        self._ended: dict[Key, float] = {}
        self._queues: dict[Path, bool] = {}  # those that are asked about now, and whether more was saved meanwhile

    def begin(self, path: Path, source: Source, client: LookUps) -> bool:
        """Look ``source`` up in the background, unless that was done a moment ago. True while an answer may come."""
        key = source.type, source.identifier
        with self._lock:
            if key in self._under_way:
                return True
            if time.monotonic() - self._ended.get(key, -NOT_AGAIN) < NOT_AGAIN:
                return False
            if len(self._under_way) >= AT_ONCE:
                return True
            self._under_way.add(key)
        threading.Thread(target=self._look_up, args=(path, source, client), name="look-up", daemon=True).start()
        return True

    def ask_queue(self, path: Path, client: LookUps) -> None:
        """Ask in the background about all that is cited and waits, the newest first; nobody is told when it is done."""
        threading.Thread(target=self._ask_queue, args=(path, client), name="look-up", daemon=True).start()

    def _look_up(self, path: Path, source: Source, client: LookUps) -> None:
        try:
            with _careful(), open_database(path) as db:
                look_up(db, source, client, datetime.now(UTC))
        finally:
            self._end((source.type, source.identifier))
        self._ask_queue(path, client)  # it may have been cited meanwhile, and another service knows of it, too

    def _ask_queue(self, path: Path, client: LookUps) -> None:
        with self._lock:
            if path in self._queues:
                self._queues[path] = True
                return
            self._queues[path] = True
        while self._has_more(path):
            with _careful(), open_database(path) as db:
                self._ask_all(db, client)

    def _has_more(self, path: Path) -> bool:
        """Whether to look into the queue (again); when not, whoever comes next begins anew."""
        with self._lock:
            has_more = self._queues.pop(path)
            if has_more:
                self._queues[path] = False
            return has_more

    def _ask_all(self, db: Database, client: LookUps) -> None:
        met: set[Key] = set()
        failed = 0
        while failed < GIVEN_UP_AFTER and (source := next_in_queue(db, datetime.now(UTC), met)):
            key = source.type, source.identifier
            met.add(key)
            if not self._start(key):
                continue  # whoever looks it up comes here after
            try:
                finding = look_up(db, source, client, datetime.now(UTC), every_service=True)
            finally:
                self._end(key)
            failed = failed + 1 if finding.is_put_off else 0

    def _start(self, key: Key) -> bool:
        with self._lock:
            is_free = key not in self._under_way
            self._under_way.add(key)
            return is_free

    def _end(self, key: Key) -> None:
        with self._lock:
            self._under_way.discard(key)
            self._ended[key] = time.monotonic()


@contextmanager
def _careful() -> Iterator[None]:
    """Whatever an answer breaks, the desk goes on: who runs it finds it in the log."""
    try:
        yield
    except ClaimdeskError:
        pass  # such as a database that is busy: the source is asked about again when somebody looks at it
    except Exception as error:
        unforeseen_words(error, datetime.now(UTC))


def client() -> LookUps | None:
    """Whom the page asks; None while look-ups are off, also for a contact address that is none: who runs the desk is
    told of that by the command."""
    try:
        return look_ups()
    except InvalidContact:
        return None


def begin(path: Path, source: Source, asked: LookUps) -> bool:
    """Look ``source`` up for the desk at ``path``; True while an answer may come."""
    return looking_up.begin(path, source, asked)


def ask_about_cited(path: Path) -> None:
    """Something was cited on the desk at ``path``: ask about what waits, where look-ups are on."""
    if asked := client():
        looking_up.ask_queue(path, asked)


looking_up = LookingUp()
"""The process's own: two people who paste the same identifier make one look-up."""
