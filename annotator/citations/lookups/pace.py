"""How often a service is asked: one turn after another, whichever thread asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import BoundedSemaphore, Lock

from annotator.errors import LookUpFailed


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only go forward, and a way to let them pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """The turns of one service: at least ``interval`` seconds between two, at most ``at_once`` under way.

    Shared by all threads. What the service says of its limits only ever makes it slower.
    """

    def __init__(self, name: str, interval: float, at_once: int, clock: Clock) -> None:
        self.name, self.interval, self.clock = name, interval, clock
        self._under_way = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._next = clock.now()

    @contextmanager
    def turn(self, ends: float) -> Iterator[None]:
        """Wait for a turn. Raises LookUpFailed at once where it would come after ``ends``, by the clock."""
        if not self._under_way.acquire(timeout=max(0.0, ends - self.clock.now())):
            raise LookUpFailed(f"{self.name} is being asked much else just now")
        try:
            if (wait := self._reserve(ends)) > 0:
                self.clock.sleep(wait)
            yield
        finally:
            self._under_way.release()

    def hold(self, seconds: float) -> None:
        """Let nobody ask for so long: the service wants it, or is in trouble."""
        with self._lock:
            self._next = max(self._next, self.clock.now() + seconds)

    def slow_to(self, interval: float) -> None:
        """Keep at least ``interval`` from now on."""
        with self._lock:
            self.interval = max(self.interval, interval)

    def waits(self) -> float:
        """Seconds until the next turn."""
        with self._lock:
            return max(0.0, self._next - self.clock.now())

    def _reserve(self, ends: float) -> float:
        with self._lock:
            now = self.clock.now()
            at = max(now, self._next)
            if at >= ends:
                raise LookUpFailed(f"{self.name} can be asked again in {_words(at - now)}")
            self._next = at + self.interval
            return at - now


def _words(seconds: float) -> str:
    """``a few seconds``, ``a minute``, ``50 minutes``: a time to wait, never told too short."""
    if seconds < 10:
        return "a few seconds"
    minutes = ceil(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "a minute"
