"""How well and how fast articles are cut, beside spaCy's sentencizer, pySBD, syntok and blingfire, in one run.

    python -m benchmarks.cut [--quick]

Prints, for the gold articles in tests/corpus/gold: F1 of exact spans (markers trimmed) of our cut and of the others,
raw and line by line, with their speed; the same for texts that were wrapped, flattened or lost their bullets; the speed
of the rules and of the spaCy component beside the bare tokenizer; and how the time grows with the text, up to 10 MB,
also on hostile texts. About three minutes; ``--quick`` measures less often and smaller texts, in less than one.

Times are of the process, on one core, the least of some rounds taken in turn, so that a busy machine hits all alike.
The ratio of the component to the bare tokenizer is of two pipelines, each with a vocabulary of its own, that read the
same texts in every round and so know their words as far as each keeps them: a desk or a program that has read for long.
What a text costs that comes for the first time, to pipelines that have read the other articles only, stands beside it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from functools import partial
from statistics import mean

from benchmarks.growth import print_growth
from benchmarks.segmenters import Segmenter, segmenters
from benchmarks.timing import fastest_in_turn, seconds
from corpus.model import Kind
from corpus.units import Unit, cut_units
from tests.corpus.scoring import NAMES, read_gold, score
from tests.corpus.variants import VARIANTS, Variant, replaced

_DAMAGES: dict[str, Variant] = {
    "as is": lambda text, units: (text, units),
    **{
        name: VARIANTS[name]
        for name in (
            *("wrapped at 80", "wrapped at 60", "blank lines removed", "bullets lost", "CRLF"),
            *("no-break spaces after full stops", "no-break spaces everywhere", "every line indented"),
        )
    },
    "all on one line": replaced(r"\s*\n\s*(?=\S)", " "),
}
_COMPARED = ("blingfire, by line", "syntok, by line")
Articles = dict[str, tuple[str, list[Unit]]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller texts")
    quick = parser.parse_args().quick
    articles = {name: read_gold(name) for name in NAMES}
    size = sum(len(text.encode()) for text, _ in articles.values())
    print(f"{len(articles)} articles, {size / 1e3:.1f} kB; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    others = segmenters()
    _print_scores(articles, others, size / 1e6, rounds=1 if quick else 2)
    _print_damages(articles, {name: others[name] for name in _COMPARED})
    _print_speeds(articles, rounds=10 if quick else 40)
    print_growth(quick=quick)


def _our_spans(text: str) -> list[tuple[int, int]]:
    return [(unit.start, unit.end) for unit in cut_units(text)]


def _units(spans: Iterable[tuple[int, int]]) -> list[Unit]:
    return [Unit(start, end, Kind.CLAIM) for start, end in spans]


def _print_scores(articles: Articles, others: dict[str, Segmenter], megabytes: float, rounds: int) -> None:
    print(f"\n{'F1 of exact spans':24}" + "".join(f"{name[:12]:>13}" for name in articles) + f"{'mean':>8}{'MB/s':>8}")
    texts = [text for text, _ in articles.values()]
    measured: dict[str, Segmenter] = {"claimdesk": _our_spans, **others}
    times = fastest_in_turn({name: _on_all(segment, texts) for name, segment in measured.items()}, rounds)
    for name, segment in measured.items():
        found = [score(text, gold, _units(segment(text))).f1 for text, gold in articles.values()]
        row = "".join(f"{f1:13.3f}" for f1 in found)
        print(f"{name:24}{row}{mean(found):8.3f}{megabytes / times[name]:8.2f}")
    kinds = [score(text, gold, cut_units(text)).kinds for text, gold in articles.values()]
    print(f"{'kinds of ours':24}" + "".join(f"{share:13.3f}" for share in kinds) + f"{mean(kinds):8.3f}")


def _on_all(segment: Callable[[str], object], texts: list[str]) -> Callable[[], object]:
    return lambda: [segment(text) for text in texts]


def _print_damages(articles: Articles, others: dict[str, Segmenter]) -> None:
    measured: dict[str, Segmenter] = {"claimdesk": _our_spans, **others}
    print(f"\n{'mean F1 when the text is':34}" + "".join(f"{name:>20}" for name in measured) + f"{'worst of ours':>15}")
    for name, damage in _DAMAGES.items():
        changed = [damage(text, gold) for text, gold in articles.values()]
        found = {
            tool: [score(text, gold, _units(segment(text))).f1 for text, gold in changed]
            for tool, segment in measured.items()
        }
        row = "".join(f"{mean(scores):20.3f}" for scores in found.values())
        print(f"{name:34}{row}{min(found['claimdesk']):15.3f}")


def _print_speeds(articles: Articles, rounds: int) -> None:
    import spacy

    from corpus.segmentation import FACTORY, pipeline, split_claims
    from corpus.units import split_text

    pipeline()  # registers the component
    blank, plain, warmed = (spacy.blank("en") for _ in range(3))
    plain.add_pipe(FACTORY, config={"warm_tokenizer": False})
    warmed.add_pipe(FACTORY)
    print(f"\n{'MB/s':44}{'sample':>9}{'others':>9}")
    sample, *rest = (text for text, _ in articles.values())
    times = []
    for texts in ([sample], rest):
        works: dict[str, Callable[[str], object]] = {
            "rules: spans and kinds": cut_units,
            "rules: with context and cues": split_text,
            "spaCy tokenizer alone": blank,
            "tokenizer + claim_units": warmed,
            "tokenizer + claim_units, warm_tokenizer off": plain,
            "split_claims (as the desk cuts)": split_claims,
        }
        times.append(fastest_in_turn({name: _on_all(work, texts) for name, work in works.items()}, rounds))
    sizes = [len(sample.encode()) / 1e6, sum(len(text.encode()) for text in rest) / 1e6]
    for name in times[0]:
        print(f"{name:44}" + "".join(f"{size / part[name]:9.2f}" for size, part in zip(sizes, times, strict=True)))
    for name in ("tokenizer + claim_units", "tokenizer + claim_units, warm_tokenizer off"):
        ratios = (part["spaCy tokenizer alone"] / part[name] for part in times)
        print(f"{'ratio to the tokenizer alone' + name[23:]:44}" + "".join(f"{ratio:9.2f}" for ratio in ratios))
    _print_first_sight([sample, *rest], rounds=1 + rounds // 20)


def _print_first_sight(texts: list[str], rounds: int) -> None:
    """Each text as the first that pipelines see which have read the others only; new pipelines every time."""
    import spacy

    from corpus.segmentation import FACTORY

    settings = {"": {}, ", warm_tokenizer off": {"warm_tokenizer": False}}
    times: dict[str, list[float]] = {name: [] for name in ("bare", *settings)}
    for _ in range(rounds):
        taken = dict.fromkeys(times, 0.0)
        for text in texts:
            pipelines = {name: spacy.blank("en") for name in times}
            for name, config in settings.items():
                pipelines[name].add_pipe(FACTORY, config=config)
            for other in texts * 2:
                if other is not text:
                    for nlp in pipelines.values():
                        nlp(other)
            for name, nlp in pipelines.items():
                taken[name] += seconds(partial(nlp, text))
        for name, each in taken.items():
            times[name].append(each)
    for name in settings:
        print(f"{'ratio at first sight' + name:44}{min(times['bare']) / min(times[name]):9.2f}  of all together")


if __name__ == "__main__":
    main()
