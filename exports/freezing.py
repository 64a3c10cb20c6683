"""Freezing splits: articles into train, dev and test for good, and what must stay out of them so that nothing leaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    frozen_shares,
    frozen_since,
    frozen_splits,
    kept_out,
)
from exports.errors import CannotFreeze
from exports.leakage import claims_to_keep_out, joining, unsearched_words
from exports.links import links_between_articles
from exports.selection import counted
from exports.splits import article_groups, assign_splits, contents_of_splits, parse_shares, shares_words


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a freeze did: how many articles it assigned and how many were before, the claims in each split now, those
    newly kept out, and how many articles the largest group has, with its share of all claims.

    ``contents`` counts by split, also what was frozen before and without what is kept out: groups, articles, claims,
    verdicts. ``before_out`` is how many claims were kept out before. ``shares`` are those asked for, such as 80/10/10;
    ``shares_before`` those of the freeze before, empty where none are known. ``hindrances`` are why it cannot be done,
    in words. ``is_done`` is false for a trial.
    """

    new: int
    before: int
    contents: Mapping[str, Counter[str]]
    new_out: tuple[KeptOut, ...]
    before_out: int
    largest: int
    largest_share: float
    shares: str
    shares_before: str
    hindrances: tuple[str, ...] = ()
    is_done: bool = True

    def __str__(self) -> str:
        """One line or two for a person."""
        parts = ", ".join(f"{split} {counted(held['claims'], 'claim')}" for split, held in self.contents.items())
        froze = "froze" if self.is_done else "would freeze"
        words = f"{froze} {counted(self.new, 'article')}, {self.before:,} were frozen: {parts}"
        return "\n".join([words, *(f"Warning: {warning}" for warning in self._warnings())])

    def empty(self, shares: Mapping[str, float]) -> list[str]:
        """The splits that have a share, and no claims."""
        return [split for split, held in self.contents.items() if shares[split] and not held["claims"]]

    def _warnings(self) -> Iterator[str]:
        if self.largest > 1 and self.largest_share > _LARGE:
            yield (
                f"{self.largest:,} articles with {self.largest_share:.0%} of the claims cannot be parted:"
                " they repeat each other or share sources. The shares are as close as that lets them be"
            )
        if self.before and self.shares_before not in ("", self.shares):
            yield (
                f"the splits were frozen by {self.shares_before} before. What was frozen stays; articles that came"
                f" since are added by {self.shares}"
            )
        if self.before:
            for split in self.empty(parse_shares(self.shares)):
                yield f"{split} has no claims"

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

    Raises CannotFreeze where claims were not searched for repeats, which might be parted for good, and where a split
    would be empty from the first.
    """
    with reading(db):
        plan = _plan(db, shares)
    if plan.told.hindrances:
        raise CannotFreeze("; ".join(plan.told.hindrances))
    freeze_splits(db, plan.splits, now, groups=plan.groups, out=plan.told.new_out, shares=plan.told.shares)
    return plan.told


def try_freeze(db: Database, shares: dict[str, float]) -> Frozen:
    """What ``freeze`` would do now. Nothing is written."""
    with reading(db):
        return replace(_plan(db, shares).told, is_done=False)


def _plan(db: Database, shares: dict[str, float]) -> _Plan:
    frozen, groups_before, out_before = frozen_splits(db), frozen_groups(db), kept_out(db)
    contents = claims_by_article(db, out_before)
    links = links_between_articles(db)
    held_together = [[article, leader] for article, leader in groups_before.items()]
    groups = article_groups(contents, [*held_together, *joining(links)])
    new = assign_splits(contents, groups, frozen, shares)
    now_frozen = frozen | new
    out = claims_to_keep_out(links, now_frozen, out_before, frozen_since(db))
    leaders = {article: _leader(group, groups_before) for group in groups for article in group}
    sizes = [(sum(contents[article]["claims"] for article in group), len(group)) for group in groups]
    size, articles = max(sizes, default=(0, 0))
    everything = sum(each["claims"] for each in contents.values())
    told = Frozen(
        new=len(new),
        before=len(frozen),
        contents=_contents(claims_by_article(db, [*out_before, *(each.claim_id for each in out)]), now_frozen, groups),
        new_out=tuple(out),
        before_out=len(out_before),
        largest=articles,
        largest_share=size / everything if everything else 0.0,
        shares=shares_words(shares),
        shares_before=frozen_shares(db),
    )
    return _Plan(new, leaders, replace(told, hindrances=_hindrances(db, told, shares, contents)))


def _contents(
    held: Mapping[str, Mapping[str, int]], splits: Mapping[str, str], groups: Iterable[Sequence[str]]
) -> dict[str, Counter[str]]:
    """What each split holds, of what each article does, and how many groups."""
    contents = contents_of_splits(splits, held)
    for group in groups:
        for split in {splits[article] for article in group}:
            contents[split]["groups"] += 1
    return contents


def _hindrances(
    db: Database, told: Frozen, shares: Mapping[str, float], articles: Mapping[str, Mapping[str, int]]
) -> tuple[str, ...]:
    """Why nothing should be frozen now. A split that is empty at first stays so for good, if no article comes."""
    unsearched = unsearched_words(waiting_in(db, articles))
    found = [f"{unsearched}, then freeze"] if unsearched else []
    empty = told.empty(shares)
    if empty and not told.before:
        groups = sum(held["groups"] for held in told.contents.values())
        found.append(
            f"{' and '.join(empty)} would have no claims, and a freeze is for good:"
            f" {counted(len(articles), 'article')} in {counted(groups, 'group')} that cannot be parted are too few for"
            f" {told.shares}. Add articles, or give other shares, such as 100/0/0"
        )
    return tuple(found)


def _part_words(split: str, held: Counter[str], everything: int) -> str:
    share = held["claims"] / everything if everything else 0.0
    words = f"{split}: {counted(held['groups'], 'group')}, {counted(held['articles'], 'article')}"
    words += f", {counted(held['claims'], 'claim')} ({share:.0%})"
    settled = sum(held[verdict] for verdict in Verdict)
    labels = [f"{verdict} {held[verdict]:,} ({held[verdict] / settled:.0%})" for verdict in Verdict if held[verdict]]
    return f"{words}; {', '.join(labels)}" if labels else words


def _leader(group: list[str], before: dict[str, str]) -> str:
    """The name of a group: the one it had, else its first article."""
    return min((before[article] for article in group if article in before), default=group[0])
