"""Figures and bars over a list of claims. A figure or a bar that is clicked becomes the filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.listing import Listing
from annotator.storage.reports import Bar, Figures, Report
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import FLAG_SIGNS, FLAG_WORDS, SIGNS, section_words, verdict_words

BAR_WORDS = {
    "contradicted": "✗ contradicted",
    "disagreement": "≠ reviewers differ",
    "unsupported": "? unsupported",
    "supported": "✓ supported",
    "not_a_claim": "– not a claim",
    "without": "no verdict yet",
}
BAR_SIGNS = {"contradicted": "✗", "disagreement": "≠", "unsupported": "?", "supported": "✓", "not_a_claim": "–"}
SELDOM = "not_a_claim"
"""A part that is told only where it occurs: what an editor decided to be no claim."""
FEWEST_SHOWN = 0.055
"""The share of a bar from which a part has room for its figure."""


def figures_tree(found: Report, listing: Listing, titles: Mapping[str, str]) -> list[Node]:
    """How many claims, labelled, of each verdict, flagged; under them, where: by article, or by section of the one
    article there is. Equal headings of different articles are different sections, so they are never added up."""
    tree = [_figures(found.figures, listing)]
    articles = [(bar, titles.get(bar.name, bar.title)) for bar in found.articles]
    sections = [(bar, section_words(bar.name)) for bar in found.sections]
    by, bars = ("article", articles) if len(articles) > 1 else ("section", sections)
    if len(bars) > 1:
        tree.append(node("div.where", _panel(f"Final verdicts by {by}", by, bars)))
        told = [part for part in BAR_WORDS if part != SELDOM or any(bar.not_a_claim for bar, _ in bars)]
        tree.append(node("ul.keys", *(node("li", BAR_WORDS[part], is_=part) for part in told)))
    return tree


def _figures(figures: Figures, listing: Listing) -> Node:
    share = f"{figures.labelled / figures.claims:.0%} of them" if figures.claims else ""
    return node(
        "div.figures",
        _figure("Claims", figures.claims, "fit the filter" if _is_narrowed(listing) else "on this desk"),
        _figure("Labelled", figures.labelled, share),
        *(_verdict(verdict, figures, listing) for verdict in Verdict),
        _flagged(figures, listing),
        label="Figures",
        role="group",
    )


def _flagged(figures: Figures, listing: Listing) -> Node:
    shown = [Flag.DISAGREEMENT, Flag.OPEN]
    if figures.flags[Flag.RETRACTED] or Flag.RETRACTED in listing.filters.flags:  # seldom, and then first
        shown.insert(0, Flag.RETRACTED)
    shown += [flag for flag in (Flag.WEAK, Flag.OLD) if figures.flags[flag] or flag in listing.filters.flags]
    flags = (_flag(flag, figures, listing) for flag in shown)
    return node(
        "div.figure.wide",
        node("span.term", "Flagged"),
        node("span.value", f"{figures.flagged:,}"),
        node("span.note", *flags),
    )


def _flag(flag: Flag, figures: Figures, listing: Listing) -> Node:
    return node(
        "button.also",
        node("span.sign", FLAG_SIGNS[flag], aria_hidden="true"),
        f"{figures.flags[flag]:,} {FLAG_WORDS[flag].lower()}",
        go={"filter": "flag", "value": flag.value},
        is_=flag.value,
        type="button",
        title=flag.description,
        aria_pressed=str(flag in listing.filters.flags).lower(),
    )


def _figure(name: str, value: int, note: str) -> Node:
    return node(
        "div.figure", node("span.term", name), node("span.value", f"{value:,}"), node("span.note", note, title=note)
    )


def _verdict(verdict: Verdict, figures: Figures, listing: Listing) -> Node:
    chosen = verdict in listing.filters.verdicts
    return node(
        "button.figure",
        node("span.term", node("span.sign", SIGNS[verdict], aria_hidden="true"), verdict_words(verdict)),
        node("span.value", f"{figures.verdicts[verdict]:,}"),
        node("span.note", "by one reviewer or more"),
        go={"filter": "verdict", "value": verdict.value},
        is_=verdict.value,
        type="button",
        title="Take this filter off" if chosen else f"Show only what a reviewer calls {verdict.value}",
        aria_pressed=str(chosen).lower(),
    )


def _panel(title: str, by: str, bars: Sequence[tuple[Bar, str]]) -> Node:
    among = bars[0][0].among
    worst = [node("small", f"the worst {len(bars)} of {among:,}")] if among > len(bars) else []
    return node(
        "section",
        node("header", node("h3", title), *worst, node("small", "flagged")),
        *(_bar(by, bar, name) for bar, name in bars),
        label=title,
    )


def _bar(by: str, bar: Bar, name: str) -> Node:
    parts = _parts(bar)
    told = ", ".join(f"{count:,} {BAR_WORDS[part]}" for part, count in parts.items() if count)
    return node(
        "button.bar",
        node("span.name", name, dir="auto"),
        node(
            "span.track",
            *(_part(part, count, _total(bar)) for part, count in parts.items() if count),
            aria_hidden="true",
        ),
        node("span.flagged", f"{bar.flagged:,} of {_total(bar):,}"),
        go={"filter": by, "value": bar.name},
        type="button",
        title=f"{name}: {told}",
        label=f"{name}: {told}; {bar.flagged:,} flagged",
    )


def _part(part: str, count: int, total: int) -> Node:
    shown = f"{BAR_SIGNS.get(part, '')} {count:,}".strip() if count / total >= FEWEST_SHOWN else ""
    return node("span.part", *([shown] if shown else []), is_=part, share=count)


def _parts(bar: Bar) -> dict[str, int]:
    counts = (bar.contradicted, bar.disputed, bar.unsupported, bar.supported, bar.not_a_claim, bar.without)
    return dict(zip(BAR_WORDS, counts, strict=True))


def _total(bar: Bar) -> int:
    return sum(_parts(bar).values())


def _is_narrowed(listing: Listing) -> bool:
    return listing.filters != type(listing.filters)()
