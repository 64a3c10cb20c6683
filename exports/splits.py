"""Train, dev and test, so that nothing leaks: articles that repeat each other or cite one source stay together.

Pure. The first freeze fills greedily: groups of articles by weight, those with rare verdicts weighing more, ties by a
hash of their name; each goes where it brings claims and verdicts nearest to the shares. What was frozen stays; later
articles join the split of their group, or fill what lacks most.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from exports.errors import InvalidShares


class Split(StrEnum):
    """The parts of a dataset."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


def parse_shares(text: str) -> dict[str, float]:
    """``80/10/10`` as shares of train, dev and test. Raises InvalidShares when they are not three that make 100."""
    parts = text.split("/")
    if len(parts) != len(Split) or not all(part.isascii() and part.isdigit() for part in parts):
        raise InvalidShares(f"{text!r:.40} are no shares: give train, dev and test like 80/10/10")
    shares = [int(part[:9]) for part in parts]
    if sum(shares) != 100:
        raise InvalidShares(f"the shares {text} make {sum(shares)}: they must make 100")
    return {split: share / 100 for split, share in zip(Split, shares, strict=True)}


def shares_words(shares: Mapping[str, float]) -> str:
    """Shares as ``parse_shares`` takes them: ``80/10/10``."""
    return "/".join(f"{shares[split]:.0%}".rstrip("%") for split in Split)


def assign_splits(
    contents: Mapping[str, Mapping[str, int]],
    groups: Iterable[Sequence[str]],
    frozen: Mapping[str, str],
    shares: Mapping[str, float],
) -> dict[str, str]:
    """The splits of the articles that have none in ``frozen``.

    ``contents`` counts what each article has, of all articles: its ``claims``, and those of each verdict. ``groups``
    hold every article once, with those that must stay with it.
    """
    filling = _Filling(contents, shares)
    for article, split in frozen.items():
        filling.put(split, contents.get(article, {}))
    new = {}
    for group in sorted(groups, key=lambda group: (-filling.weight(_sum(contents, group)), _hash(min(group)))):
        waiting = [article for article in group if article not in frozen]
        if not waiting:
            continue
        held = [frozen[article] for article in group if article in frozen]
        together = _sum(contents, waiting)
        split = min(held) if held else filling.lacks_most(together)
        filling.put(split, together)
        new.update(dict.fromkeys(waiting, split))
    return new


def contents_of_splits(splits: Mapping[str, str], contents: Mapping[str, Mapping[str, int]]) -> dict[str, Counter[str]]:
    """What each split has, also one without any: its ``articles``, and what these have, as ``assign_splits`` takes it;
    an article without ``contents`` has nothing."""
    found = {split.value: Counter[str]() for split in Split}
    for article, split in splits.items():
        found[split].update({"articles": 1, **contents.get(article, {})})
    return found


class _Filling:
    """How full each split is of each thing that is counted."""

    def __init__(self, contents: Mapping[str, Mapping[str, int]], shares: Mapping[str, float]) -> None:
        self._shares = shares
        self._total = _sum(contents, contents)
        self._filled = {split: Counter[str]() for split in shares}

    def put(self, split: str, things: Mapping[str, int]) -> None:
        self._filled[split].update(things)

    def weight(self, things: Mapping[str, int]) -> float:
        """How much of all there is these things are, in claims and in each verdict."""
        return sum(number / max(1, self._total[name]) for name, number in things.items())

    def lacks_most(self, things: Mapping[str, int]) -> str:
        """The split that brings claims and verdicts nearest to the shares, as a chi-square measures it."""
        return min(self._shares, key=lambda split: self._strain(split, things or {"claims": 1}))

    def _strain(self, split: str, things: Mapping[str, int]) -> float:
        """How much farther from its shares a split would be with these things; the more below zero, the nearer."""
        strain = 0.0
        for name, number in things.items():
            wanted = self._shares[split] * max(1, self._total[name])
            strain += number * (2 * (self._filled[split][name] - wanted) + number) / max(wanted, 1e-9)
        return strain


def article_groups(articles: Iterable[str], together: Iterable[Iterable[str]]) -> list[list[str]]:
    """The articles, those that must stay together, directly or over others, in one group; each group by name."""
    above = {article: article for article in articles}

    def top(article: str) -> str:
        while above[article] != article:
            above[article] = above[above[article]]
            article = above[article]
        return article

    for joined in together:
        known = [article for article in joined if article in above]
        for article in known[1:]:
            above[top(article)] = top(known[0])
    groups: dict[str, list[str]] = {}
    for article in sorted(above):
        groups.setdefault(top(article), []).append(article)
    return list(groups.values())


def _sum(contents: Mapping[str, Mapping[str, int]], articles: Iterable[str]) -> Counter[str]:
    total = Counter[str]()
    for article in articles:
        total.update(contents[article])
    return total


def _hash(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=16).digest()
