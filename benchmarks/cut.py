"""How well and how fast the sample article is cut: exact-span F1, and speeds, against spaCy's own sentencizer.

    python -m benchmarks.cut [--rounds 15]

Prints, for the sample article and its gold: F1 of our cut and of the sentencizer; for the rules alone (with and without
context and cues), the bare tokenizer and the tokenizer with ``claim_units``: p50 and p95 of one article in
milliseconds, MB/s at p50, and the ratio of the last two, measured in turn in the same run; then the work at twice and
four times the size, which shows whether it grows with the text and no faster. Times are of the process, on one core.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

import spacy

from corpus.model import Kind
from corpus.segmentation import pipeline, split_claims
from corpus.units import Unit, cut_units, split_text
from tests.corpus.scoring import read_gold, score


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="times that each is measured (default: 15)")
    rounds = parser.parse_args().rounds
    text, gold = read_gold("magnesium_ms")
    megabytes = len(text.encode()) / 1e6
    load = os.getloadavg()[0]
    print(f"magnesium_ms: {len(gold)} units, {megabytes * 1000:.1f} kB; {os.cpu_count()} cores, load {load:.1f}")
    _print_scores(text, gold)
    _print_speeds(text, megabytes, rounds)
    _print_growth(text)


def _print_scores(text: str, gold: list[Unit]) -> None:
    sentencizer = spacy.blank("en")
    sentencizer.add_pipe("sentencizer")
    sentences = [Unit(s.start_char, s.end_char, Kind.CLAIM) for s in sentencizer(text).sents]
    ours = score(text, gold, cut_units(text))
    print(
        f"\nF1 of exact spans: ours {ours.f1:.4f} (kinds {ours.kinds:.3f}), sentencizer "
        f"{score(text, gold, sentences).f1:.4f}"
    )


def _print_speeds(text: str, megabytes: float, rounds: int) -> None:
    blank = spacy.blank("en")
    whole = pipeline()
    measured: dict[str, Callable[[], object]] = {
        "rules: spans and kinds": lambda: cut_units(text),
        "rules: with context and cues": lambda: split_text(text),
        "spaCy tokenizer alone": lambda: blank(text),
        "spaCy with claim_units": lambda: whole(text),
        "split_claims": lambda: split_claims(text),
    }
    times = _in_turn(measured, rounds)
    print(f"\n{'':30}{'p50 ms':>9}{'p95 ms':>9}{'MB/s':>8}")
    for name, seconds in times.items():
        p95 = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
        print(f"{name:30}{median(seconds) * 1e3:9.1f}{p95 * 1e3:9.1f}{megabytes / median(seconds):8.2f}")
    ratio = median(times["spaCy tokenizer alone"]) / median(times["spaCy with claim_units"])
    print(f"speed with claim_units / tokenizer alone: {ratio:.2f}")


def _print_growth(text: str) -> None:
    print("\nseconds for a text 10, 20 and 40 times as long:")
    pieces = {
        "the sample": text,
        "bullets": "• Nuts\n" * 600,
        "full stops": ". " * 4000,
        "one line": "It is so, " * 800,
    }
    for name, piece in pieces.items():
        seconds = [_seconds(partial(cut_units, piece * size)) for size in (10, 20, 40)]
        print(f"{name:30}" + "".join(f"{s:9.2f}" for s in seconds))


def _in_turn(measured: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each, one after the other in every round, so that a busy machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in measured}
    for work in measured.values():
        work()
    for _ in range(rounds):
        for name, work in measured.items():
            times[name].append(_seconds(work))
    return times


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
