"""Train, dev and test: the shares are close, what was frozen stays, and groups stay together."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.errors import InvalidShares
from exports.splits import article_groups, assign_splits, parse_shares

SHARES = parse_shares("80/10/10")
NAMES = [f"article-{number}" for number in range(12)]

contents = st.dictionaries(
    st.sampled_from(NAMES),
    st.builds(
        lambda claims, contradicted: {"claims": claims + contradicted, "contradicted": contradicted},
        st.integers(0, 50),
        st.integers(0, 9),
    ),
    min_size=1,
)
links = st.lists(st.sets(st.sampled_from(NAMES), max_size=4).map(sorted), max_size=6)


def alone(names: list[str]) -> list[list[str]]:
    return [[name] for name in names]


def test_articles_fill_the_shares() -> None:
    articles = {f"a{number}": {"claims": 20} for number in range(100)}

    splits = assign_splits(articles, alone(list(articles)), {}, SHARES)

    assert Counter(splits.values()) == {"train": 80, "dev": 10, "test": 10}


def test_the_verdicts_fill_the_shares_too_the_rare_one_as_well() -> None:
    articles = {
        f"a{number}": {"claims": 20, "supported": 15, "contradicted": 5 if number % 5 == 0 else 0}
        for number in range(100)
    }

    splits = assign_splits(articles, alone(list(articles)), {}, SHARES)

    held = Counter(dict.fromkeys(SHARES, 0))
    for article, split in splits.items():
        held[split] += articles[article]["contradicted"]
    assert held == {"train": 80, "dev": 10, "test": 10}
    assert Counter(splits.values()) == {"train": 80, "dev": 10, "test": 10}


def test_the_same_articles_give_the_same_splits_in_any_order() -> None:
    articles = {name: {"claims": number} for number, name in enumerate(NAMES)}
    turned = dict(reversed(articles.items()))

    forth = assign_splits(articles, alone(list(articles)), {}, SHARES)

    assert forth == assign_splits(turned, alone(list(turned)), {}, SHARES)


@given(contents, links)
def test_groups_hold_every_article_once_and_what_is_joined_together(
    contents: dict[str, dict[str, int]], links: list[list[str]]
) -> None:
    groups = article_groups(contents, links)

    assert sorted(article for group in groups for article in group) == sorted(contents)
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    for joined in links:
        assert len({group_of[article] for article in joined if article in group_of}) <= 1


@given(contents, links)
def test_a_group_never_straddles(contents: dict[str, dict[str, int]], links: list[list[str]]) -> None:
    groups = article_groups(contents, links)

    splits = assign_splits(contents, groups, {}, SHARES)

    assert set(splits) == set(contents)
    assert all(len({splits[article] for article in group}) == 1 for group in groups)


@given(contents, links, links)
def test_what_is_frozen_stays_and_later_articles_join_their_group(
    contents: dict[str, dict[str, int]], links: list[list[str]], later: list[list[str]]
) -> None:
    early = {name: counts for name, counts in contents.items() if name < NAMES[5]}
    frozen = assign_splits(early, article_groups(early, links), {}, SHARES)
    groups = article_groups(contents, later)

    new = assign_splits(contents, groups, frozen, SHARES)

    assert new.keys() == contents.keys() - frozen.keys()
    for group in groups:
        held = {frozen[article] for article in group if article in frozen}
        joined = {new[article] for article in group if article in new}
        assert len(joined) <= 1
        assert not held or joined <= held


def test_a_new_article_joins_the_split_of_the_one_it_belongs_to() -> None:
    sizes = {"old": {"claims": 5}, "new": {"claims": 500}}

    assert assign_splits(sizes, [["old", "new"]], {"old": "test"}, SHARES) == {"new": "test"}


@pytest.mark.parametrize("text", ["", "80/20", "80/10/5", "80/10/x", "-80/90/90", "８０/10/10", "80/10/10/0"])
def test_shares_that_do_not_make_a_whole_are_refused(text: str) -> None:
    with pytest.raises(InvalidShares, match=r"80/10/10|they must make 100"):
        parse_shares(text)
