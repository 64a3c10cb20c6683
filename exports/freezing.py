"""Freezing splits: articles into train, dev and test for good, and what must stay out of them so that nothing leaks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.storage.splits import (
    KeptOut,
    claims_by_article,
    freeze_splits,
    frozen_groups,
    frozen_splits,
    kept_out,
)
from exports.leakage import claims_to_keep_out, joining
from exports.links import links_between_articles
from exports.selection import counted
from exports.splits import Split, article_groups, assign_splits


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a freeze did: how many articles it assigned and how many were before, the claims in each split now, those
    newly kept out, and how many articles the largest group has, with its share of all claims."""

    new: int
    before: int
    claims: dict[str, int]
    new_out: tuple[KeptOut, ...]
    largest: int
    largest_share: float

    def __str__(self) -> str:
        """One line or two for a person."""
        parts = ", ".join(f"{split} {counted(claims, 'claim')}" for split, claims in self.claims.items())
        words = f"froze {counted(self.new, 'article')}, {self.before:,} were frozen: {parts}"
        if self.largest > 1 and self.largest_share > _LARGE:
            words += (
                f"\nWarning: {self.largest:,} articles with {self.largest_share:.0%} of the claims cannot be parted:"
                " they repeat each other or share sources. The shares are as close as that lets them be"
            )
        return words


_LARGE = 0.5


def freeze(db: Database, shares: dict[str, float], now: datetime) -> Frozen:
    """Assign the articles that have no split yet, keep the groups, and keep out the claims that would leak."""
    contents, frozen, groups_before = claims_by_article(db), frozen_splits(db), frozen_groups(db)
    links = links_between_articles(db)
    held_together = [[article, leader] for article, leader in groups_before.items()]
    groups = article_groups(contents, [*held_together, *joining(links)])
    new = assign_splits(contents, groups, frozen, shares)
    now_frozen = frozen | new
    out_before = kept_out(db)
    out = claims_to_keep_out(links, now_frozen, out_before)
    leaders = {article: _leader(group, groups_before) for group in groups for article in group}
    freeze_splits(db, new, now, groups=leaders, out=out)
    claims = Counter({split.value: 0 for split in Split})
    for article, split in now_frozen.items():
        claims[split] += contents[article]["claims"]
    sizes = [(sum(contents[article]["claims"] for article in group), len(group)) for group in groups]
    size, articles = max(sizes, default=(0, 0))
    everything = sum(each["claims"] for each in contents.values())
    return Frozen(len(new), len(frozen), dict(claims), tuple(out), articles, size / everything if everything else 0.0)


def _leader(group: list[str], before: dict[str, str]) -> str:
    """The name of a group: the one it had, else its first article."""
    return min((before[article] for article in group if article in before), default=group[0])
