"""How the time of the cut grows with the text: ordinary texts up to 10 MB, and texts that nobody writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks.timing import seconds
from corpus.units import cut_units, split_text
from tests.corpus.hostile import HOSTILE
from tests.corpus.scoring import NAMES, read_gold

_TO_TEN_MEGABYTES = ("one word", "full stops and blanks", "digits", "brackets in brackets", "words with commas")
_TO_A_TENTH = ("sentences on one line", "bullets", "headings and bullets", "a pipe table", "newlines")
_TOO_SHORT = 0.01  # seconds in which there is more noise than work
_SLOW_GROWTH = 1.4
"""Times that a text of twice the size may take beyond twice the time, before it is listed."""


def print_growth(*, quick: bool) -> None:
    """Seconds at three sizes, each twice the one before."""
    ten_megabytes = 1_000_000 if quick else 10_000_000
    articles = "\n\n".join(read_gold(name)[0] for name in NAMES)
    makers: dict[str, Callable[[int], str]] = {
        "articles, one after the other": lambda length: (articles * (length // len(articles) + 1))[:length],
        **{name: HOSTILE[name] for name in _TO_TEN_MEGABYTES},
    }
    _print_table(makers, ten_megabytes)
    _print_table({name: HOSTILE[name] for name in _TO_A_TENTH}, ten_megabytes // 10)
    _print_worst(8_000 if quick else 25_000)


def _print_table(makers: dict[str, Callable[[int], str]], most: int) -> None:
    sizes = [most // 4, most // 2, most]
    head = "".join(f"{size / 1e6:9.2f} MB" for size in sizes)
    print(f"\n{'seconds to cut':36}{head}{'MB/s':>9}")
    for name, make in makers.items():
        times = [seconds(partial(cut_units, make(size))) for size in sizes]
        print(f"{name:36}" + "".join(f"{time:12.2f}" for time in times) + f"{most / 1e6 / times[-1]:9.2f}")


def _print_worst(size: int) -> None:
    """Of all hostile texts those that grow fastest, and those that are slowest for their size."""
    growth: dict[str, float] = {}
    speed: dict[str, float] = {}
    for name, make in HOSTILE.items():
        once, twice = (min(seconds(partial(split_text, make(n))) for _ in range(2)) for n in (size, 2 * size))
        growth[name] = twice / once / 2 if twice > _TOO_SHORT else 0
        speed[name] = 2 * size / 1e6 / twice
    print(
        f"\n{len(HOSTILE)} hostile texts of {size * 2 / 1e3:.0f} kB, with context and cues, beside half as long ones:"
    )
    worst = [name for name in sorted(growth, key=growth.__getitem__, reverse=True) if growth[name] > _SLOW_GROWTH]
    print(f"  more than {_SLOW_GROWTH:.1f} x twice the time: {', '.join(worst) or 'none'}")
    slowest = sorted(speed, key=speed.__getitem__)[:6]
    print("  slowest, MB/s: " + ", ".join(f"{name} {speed[name]:.2f}" for name in slowest))
