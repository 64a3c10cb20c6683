"""Whether anything leaks from one split into another, what has to be kept out so that nothing does, and the report.

Pure. An article is in one split by the database's own rule. What can leak is a claim that repeats one of another split,
or rests on a source that one of another split rests on: found again here from the links, whatever was grouped by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotator.model import Verdict
from annotator.storage.splits import KeptOut
from exports.links import REPEAT, SOURCE, Link, LinkedClaim
from exports.selection import counted
from exports.splits import Split, contents_of_splits

COMMONPLACE = 10
"""A repeat in more articles than this, such as "more research is needed", joins no articles: it would join them all.
Its claims are kept out of all splits but one instead."""

_SHOWN = 20
_STAYING = tuple(reversed(Split))
"""Whose claim stays, of claims that came at one time."""
_LAST = "9999"
"""After every time that is written down: when what has no split yet comes to one."""
_NEVER: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Leak:
    """A repeat or a source that has claims in several splits: the claims in each."""

    link: Link
    claims: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        """One line for a person."""
        places = ", ".join(f"{split} ({', '.join(ids[:3])})" for split, ids in self.claims.items())
        name = self.link.name
        what = f"the claim {name!r:.80} stands" if self.link.reason == REPEAT else f"{name} is cited"
        return f"{what} in several splits: {places}"


@dataclass(frozen=True, slots=True)
class Leakage:
    """What was checked before a dataset was split, and what came of it.

    ``contents`` counts, by split, articles, claims and verdicts. ``unsearched`` is how many claims in the splits were
    not searched for repeats; None for an earlier moment, of which that is not kept.
    """

    contents: Mapping[str, Mapping[str, int]]
    kept_out: tuple[KeptOut, ...]
    leaks: tuple[Leak, ...]
    unsearched: int | None = 0


def joining(links: Iterable[Link]) -> list[frozenset[str]]:
    """The sets of articles that have to stay together: those of every link that is no commonplace."""
    return [link.articles for link in links if link.reason != REPEAT or len(link.articles) <= COMMONPLACE]


def claims_to_keep_out(
    links: Iterable[Link],
    splits: Mapping[str, str],
    already: Container[str] = frozenset(),
    frozen_at: Mapping[str, str] = _NEVER,
) -> list[KeptOut]:
    """What has to stay out of the splits so that no link parts: where one spans splits, the claim that was first both
    in the link and in its split keeps its split, and the claims in others are out. So what brings a link goes.

    ``frozen_at`` is when each article was assigned; those it lacks are assigned only now. Of claims that were in both
    at one time, such as two whose words were on the desk before they were assigned, one in test stays before one in
    dev, and that before one in train; else the claim that came first.
    """

    def place(claim: LinkedClaim) -> tuple[str, int, int]:
        if claim.article not in frozen_at:
            return _LAST, 0, claim.number
        return max(claim.since, frozen_at[claim.article]), _STAYING.index(splits[claim.article]), claim.number

    out: dict[str, KeptOut] = {}
    for link in links:
        inside = [
            claim
            for claim in link.claims
            if claim.article in splits and claim.claim_id not in out and claim.claim_id not in already
        ]
        first = min(inside, key=place, default=None)
        for claim in inside:
            if first and splits[claim.article] != splits[first.article]:
                out[claim.claim_id] = KeptOut(claim.claim_id, link.reason, link.name[:200], first.claim_id)
    return list(out.values())


def find_leaks(links: Iterable[Link], splits: Mapping[str, str], out: Container[str]) -> list[Leak]:
    """The links that have claims in several splits, without those kept out."""
    leaks = []
    for link in links:
        places: defaultdict[str, list[str]] = defaultdict(list)
        for claim in link.claims:
            if claim.article in splits and claim.claim_id not in out:
                places[splits[claim.article]].append(claim.claim_id)
        if len(places) > 1:
            leaks.append(Leak(link, {split: tuple(places[split]) for split in sorted(places)}))
    return leaks


def measure_leakage(
    links: Iterable[Link],
    splits: Mapping[str, str],
    out: Mapping[str, KeptOut],
    contents: Mapping[str, Mapping[str, int]],
    unsearched: int | None = 0,
) -> Leakage:
    """The whole check. ``contents`` counts what each article has, as ``assign_splits`` takes it."""
    return Leakage(
        contents_of_splits(splits, contents),
        tuple(out.values()),
        tuple(find_leaks(links, splits, out)),
        unsearched,
    )


def leakage_report(leakage: Leakage) -> str:
    """The check in lines for a person, to stand beside a split dataset."""
    lines = ["Splits: " + "; ".join(_split_words(split, found) for split, found in leakage.contents.items())]
    lines.append("Articles in several splits: none")
    for reason, name in ((REPEAT, "Claims that repeat each other"), (SOURCE, "Sources cited")):
        found = [leak for leak in leakage.leaks if leak.link.reason == reason]
        lines.append(f"{name} in several splits: {len(found) or 'none'}")
        lines += [f"- {leak}" for leak in found[:_SHOWN]]
    lines.append(_searched_words(leakage.unsearched))
    lines.append(f"Kept out of every split: {len(leakage.kept_out) or 'nothing'}")
    lines += [f"- {kept_out_words(each)}" for each in leakage.kept_out]
    return "".join(f"{line}\n" for line in lines)


def unsearched_words(number: int) -> str:
    """That claims were not searched for repeats, and what to do; empty where all were."""
    if not number:
        return ""
    were = "was" if number == 1 else "were"
    return f"{counted(number, 'claim')} {were} not searched for repeats: run python -m annotator find-matches"


def _searched_words(unsearched: int | None) -> str:
    if unsearched is None:
        return "Searched for repeats: which claims had been by then is not kept"
    return (
        f"Searched for repeats: not all. {unsearched_words(unsearched)}" if unsearched else "Searched for repeats: all"
    )


def kept_out_words(each: KeptOut) -> str:
    """Why a claim is in no split, in one line."""
    if each.reason == REPEAT:
        return f"{each.claim_id} repeats {each.kept_with}, which is in another split: {each.name!r:.80}"
    return f"{each.claim_id} cites {each.name}, as {each.kept_with} does, which is in another split"


def _split_words(split: str, found: Mapping[str, int]) -> str:
    labels = ", ".join(f"{found[verdict]:,} {verdict}" for verdict in Verdict if found.get(verdict))
    named = f"{counted(found.get('articles', 0), 'article')}, {counted(found.get('claims', 0), 'claim')}"
    return f"{split} {named}{f' ({labels})' if labels else ''}"
