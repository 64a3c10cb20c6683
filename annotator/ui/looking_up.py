"""Look-ups that run beside the desk: who asks the pane about a source never waits for Crossref or PubMed.

A source is looked up in a thread of its own, a few at a time, and what is found is kept in the database. The pane asks
again a moment later and reads it there.
"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from annotator.citations.lookups.client import LookUps
from annotator.model import Source, SourceType
from annotator.storage.connection import open_database
from annotator.storage.lookups import look_up
from annotator.ui.unforeseen import unforeseen_words
from corpus.errors import ClaimdeskError

AT_ONCE = 4
"""Sources that are looked up at one time; who comes then is told when they ask again."""
NOT_AGAIN = 60.0
"""Seconds in which a source is not looked up a second time, whatever came of the first."""


Key = tuple[SourceType, str]


class LookingUp:
    """The look-ups under way in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: set[Key] = set()
        self._ended: dict[Key, float] = {}

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

    def _look_up(self, path: Path, source: Source, client: LookUps) -> None:
        try:
            with open_database(path) as db:
                look_up(db, source, client, datetime.now(UTC))
        except ClaimdeskError:
            pass  # such as a database that is busy: the source is asked about again when somebody looks at it
        except Exception as error:  # whatever an answer broke, the desk goes on; who runs it finds it in the log
            unforeseen_words(error, datetime.now(UTC))
        finally:
            with self._lock:
                self._under_way.discard((source.type, source.identifier))
                self._ended[source.type, source.identifier] = time.monotonic()


looking_up = LookingUp()
"""The process's own: two people who paste the same identifier make one look-up."""
