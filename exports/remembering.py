"""What was made of the last thing, kept: claims come in the order of the texts, and many in a row share theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Remembered(Generic[Thing, Made]):
    """Makes something of each thing it is given, but of the same one (not an equal one) only once in a row."""

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        self._make = make
        self._last: tuple[Thing, Made] | None = None

    def of(self, thing: Thing) -> Made:
        """What ``make`` makes of ``thing``."""
        if self._last is None or self._last[0] is not thing:
            self._last = thing, self._make(thing)
        return self._last[1]
