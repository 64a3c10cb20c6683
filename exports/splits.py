"""Train, dev and test, so that nothing leaks: an article never straddles, nor do articles that cite one source.

Pure. The first freeze fills greedily: groups of articles by size, ties by a hash of their name, each into the split
that lacks most. What was frozen stays; later articles join the split of their group, or fill what lacks most.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exports.errors import InvalidShares


class Split(StrEnum):
    """The parts of a dataset."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Leak:
    """A source that is cited by articles frozen in different splits."""

    source: str
    splits: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """One line for a person."""
        places = ", ".join(f"{article} ({split})" for article, split in self.splits)
        return f"{self.source} is cited in several splits: {places}. Leave out the claims of all but one"


def parse_shares(text: str) -> dict[str, float]:
    """``80/10/10`` as shares of train, dev and test. Raises InvalidShares when they are not three that make 100."""
    parts = text.split("/")
    if len(parts) != len(Split) or not all(part.isascii() and part.isdigit() for part in parts):
        raise InvalidShares(f"{text!r:.40} are no shares: give train, dev and test like 80/10/10")
    shares = [int(part[:9]) for part in parts]
    if sum(shares) != 100:
        raise InvalidShares(f"the shares {text} make {sum(shares)}: they must make 100")
    return {split: share / 100 for split, share in zip(Split, shares, strict=True)}


def assign_splits(
    sizes: Mapping[str, int],
    articles_by_source: Mapping[str, Iterable[str]],
    frozen: Mapping[str, str],
    shares: Mapping[str, float],
) -> dict[str, str]:
    """The splits of the articles that have none in ``frozen``. ``sizes`` are claims by article, of all articles."""
    filled = dict.fromkeys(shares, 0)
    for article, split in frozen.items():
        filled[split] += sizes.get(article, 0)
    total, new = sum(sizes.values()), {}
    groups = article_groups(sizes, articles_by_source)
    for group in sorted(groups, key=lambda group: (-sum(sizes[article] for article in group), _hash(group[0]))):
        waiting = [article for article in group if article not in frozen]
        if not waiting:
            continue
        held = [frozen[article] for article in group if article in frozen]
        split = min(held) if held else max(shares, key=lambda name: shares[name] * total - filled[name])
        for article in waiting:
            new[article] = split
            filled[split] += sizes[article]
    return new


def article_groups(articles: Iterable[str], articles_by_source: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Articles that cite one source, directly or over others, together; each group by name."""
    above = {article: article for article in articles}

    def top(article: str) -> str:
        while above[article] != article:
            above[article] = above[above[article]]
            article = above[article]
        return article

    for together in articles_by_source.values():
        known = [article for article in together if article in above]
        for article in known[1:]:
            above[top(article)] = top(known[0])
    groups: dict[str, list[str]] = {}
    for article in sorted(above):
        groups.setdefault(top(article), []).append(article)
    return list(groups.values())


def find_leaks(articles_by_source: Mapping[str, Iterable[str]], splits: Mapping[str, str]) -> list[Leak]:
    """The sources that join articles of different splits: links that came after the freeze."""
    leaks = []
    for source, articles in articles_by_source.items():
        held = tuple((article, splits[article]) for article in articles if article in splits)
        if len({split for _, split in held}) > 1:
            leaks.append(Leak(source, held))
    return leaks


def _hash(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=16).digest()
