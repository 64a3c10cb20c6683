"""Seconds of this process, of works measured in turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` keeps the processor busy."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fastest_in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least seconds of each, which take turns in every round, after one round that does not count."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    return {name: min(each) for name, each in times.items()}
