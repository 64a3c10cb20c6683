"""Freezing splits: articles into train, dev and test for good, and what must stay out of them so that nothing leaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.model import Verdict
from annotator.storage.connection import reading
from annotator.storage.matches import waiting_in
from annotator.storage.splits import (
    KeptOut,
    claims_by_article,
    freeze_splits,
    frozen_groups,
    frozen_since,
    frozen_splits,
    kept_out,
)
from exports.errors import CannotFreeze
from exports.leakage import claims_to_keep_out, joining, unsearched_words
from exports.links import links_between_articles
from exports.selection import counted
from exports.splits import Split, article_groups, assign_splits


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a freeze did: how many articles it assigned and how many were before, the claims in each split now, those
    newly kept out, and how many articles the largest group has, with its share of all claims.

    ``contents`` counts by split, also what was frozen before: groups, articles, claims, verdicts. ``before_out`` is
    how many claims were kept out before. ``hindrances`` are why it cannot be done, in words. ``is_done`` is false for a
    trial.
    """

    new: int
    before: int
    contents: Mapping[str, Mapping[str, int]]
    new_out: tuple[KeptOut, ...]
    before_out: int
    largest: int
    largest_share: float
    hindrances: tuple[str, ...] = ()
    is_done: bool = True

    def __str__(self) -> str:
        """One line or two for a person."""
        parts = ", ".join(f"{split} {counted(held['claims'], 'claim')}" for split, held in self.contents.items())
        froze = "froze" if self.is_done else "would freeze"
        words = f"{froze} {counted(self.new, 'article')}, {self.before:,} were frozen: {parts}"
        if self.largest > 1 and self.largest_share > _LARGE:
            words += (
                f"\nWarning: {self.largest:,} articles with {self.largest_share:.0%} of the claims cannot be parted:"
                " they repeat each other or share sources. The shares are as close as that lets them be"
            )
        return words

    def parts(self) -> list[str]:
        """A line a split, with its share of all claims and the shares of its labels; and how much is kept out."""
        everything = sum(held["claims"] for held in self.contents.values())
        out = self.before_out + len(self.new_out)
        return [
            *(_part_words(split, held, everything) for split, held in self.contents.items()),
            f"Kept out of every split: {counted(out, 'claim')}, of which {len(self.new_out):,} would be new"
            if out
            else "Kept out of every split: nothing",
        ]


_LARGE = 0.5


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a freeze keeps: the splits of new articles, the groups by article, the claims kept out; and its report."""

    splits: Mapping[str, str]
    groups: Mapping[str, str]
    told: Frozen


def freeze(db: Database, shares: dict[str, float], now: datetime) -> Frozen:
    """Assign the articles that have no split yet, keep the groups, and keep out the claims that would leak.

    Raises CannotFreeze where claims were not searched for repeats: what repeats might be parted for good.
    """
    plan = _plan(db, shares)
    if plan.told.hindrances:
        raise CannotFreeze("; ".join(plan.told.hindrances))
    freeze_splits(db, plan.splits, now, groups=plan.groups, out=plan.told.new_out)
    return plan.told


def try_freeze(db: Database, shares: dict[str, float]) -> Frozen:
    """What ``freeze`` would do now. Nothing is written."""
    with reading(db):
        return replace(_plan(db, shares).told, is_done=False)


def _plan(db: Database, shares: dict[str, float]) -> _Plan:
    contents, frozen, groups_before = claims_by_article(db), frozen_splits(db), frozen_groups(db)
    links = links_between_articles(db)
    held_together = [[article, leader] for article, leader in groups_before.items()]
    groups = article_groups(contents, [*held_together, *joining(links)])
    new = assign_splits(contents, groups, frozen, shares)
    now_frozen = frozen | new
    out_before = kept_out(db)
    out = claims_to_keep_out(links, now_frozen, out_before, frozen_since(db))
    leaders = {article: _leader(group, groups_before) for group in groups for article in group}
    held = {split.value: Counter({"groups": 0, "articles": 0, "claims": 0}) for split in Split}
    for article, split in now_frozen.items():
        held[split].update({"articles": 1, **contents[article]})
    for split in held:
        held[split]["groups"] = sum(any(now_frozen.get(article) == split for article in group) for group in groups)
    sizes = [(sum(contents[article]["claims"] for article in group), len(group)) for group in groups]
    size, articles = max(sizes, default=(0, 0))
    everything = sum(each["claims"] for each in contents.values())
    share = size / everything if everything else 0.0
    told = Frozen(len(new), len(frozen), held, tuple(out), len(out_before), articles, share, _hindrances(db, contents))
    return _Plan(new, leaders, told)


def _hindrances(db: Database, articles: Container[str]) -> tuple[str, ...]:
    unsearched = unsearched_words(waiting_in(db, articles))
    return (f"{unsearched}, then freeze",) if unsearched else ()


def _part_words(split: str, held: Mapping[str, int], everything: int) -> str:
    share = held["claims"] / everything if everything else 0.0
    words = f"{split}: {counted(held['groups'], 'group')}, {counted(held['articles'], 'article')}"
    words += f", {counted(held['claims'], 'claim')} ({share:.0%})"
    settled = sum(held.get(verdict, 0) for verdict in Verdict)
    labels = [
        f"{verdict} {held[verdict]:,} ({held[verdict] / settled:.0%})" for verdict in Verdict if held.get(verdict)
    ]
    return f"{words}; {', '.join(labels)}" if labels else words


def _leader(group: list[str], before: dict[str, str]) -> str:
    """The name of a group: the one it had, else its first article."""
    return min((before[article] for article in group if article in before), default=group[0])
