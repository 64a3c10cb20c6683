"""Train, dev and test: nothing leaks between them, and what was frozen stays."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.model import Stance, Verdict
from annotator.storage.splits import articles_by_source, claims_by_article, freeze_splits, frozen_splits
from exports.errors import InvalidShares
from exports.selecting import leaks_in
from exports.splits import article_groups, assign_splits, find_leaks, parse_shares
from tests.desks import NOON, cited, desk_in_memory, label, label_all

SHARES = parse_shares("80/10/10")
NAMES = [f"article-{number}" for number in range(12)]

sizes = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 50), min_size=1)
links = st.dictionaries(st.sampled_from("PQRSTU"), st.sets(st.sampled_from(NAMES), max_size=4).map(sorted))


def test_articles_fill_the_shares() -> None:
    splits = assign_splits({f"a{number}": 20 for number in range(100)}, {}, {}, SHARES)

    assert Counter(splits.values()) == {"train": 80, "dev": 10, "test": 10}


def test_the_same_articles_give_the_same_splits_in_any_order() -> None:
    articles = {name: number for number, name in enumerate(NAMES)}

    assert assign_splits(articles, {}, {}, SHARES) == assign_splits(dict(reversed(articles.items())), {}, {}, SHARES)


@given(sizes, links)
def test_articles_that_share_a_source_never_straddle(sizes: dict[str, int], links: dict[str, list[str]]) -> None:
    splits = assign_splits(sizes, links, {}, SHARES)

    assert set(splits) == set(sizes)
    assert find_leaks(links, splits) == []


@given(sizes, links, links)
def test_what_is_frozen_stays_and_later_articles_add_no_leak(
    sizes: dict[str, int], links: dict[str, list[str]], later: dict[str, list[str]]
) -> None:
    frozen = assign_splits({name: size for name, size in sizes.items() if name < NAMES[5]}, links, {}, SHARES)
    new = assign_splits(sizes, later, frozen, SHARES)

    assert new.keys() == sizes.keys() - frozen.keys()
    for leak in find_leaks(later, frozen | new):
        (group,) = [group for group in article_groups(sizes, later) if leak.splits[0][0] in group]
        assert len({frozen[article] for article in group if article in frozen}) > 1


def test_a_new_article_joins_the_split_of_the_one_it_shares_a_source_with() -> None:
    assert assign_splits({"old": 5, "new": 500}, {"P": ["new", "old"]}, {"old": "test"}, SHARES) == {"new": "test"}


@pytest.mark.parametrize("text", ["", "80/20", "80/10/5", "80/10/x", "-80/90/90", "８０/10/10", "80/10/10/0"])
def test_shares_that_do_not_make_a_whole_are_refused(text: str) -> None:
    with pytest.raises(InvalidShares, match=r"80/10/10|they must make 100"):
        parse_shares(text)


@pytest.fixture
def desk() -> Database:
    return desk_in_memory()


def test_the_desk_keeps_its_splits_whatever_comes_later(desk: Database) -> None:
    freeze_splits(desk, {"garlic": "train"}, NOON)
    freeze_splits(desk, {"garlic": "test", "zinc": "dev"}, NOON)

    assert frozen_splits(desk) == {"garlic": "train", "zinc": "dev"}


def test_sources_link_the_articles_whose_current_labels_cite_them(desk: Database) -> None:
    label_all(
        desk,
        [
            label("k1", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1)),
            label("k2", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.CONTEXT, 1)),
            label("k3", "cures", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 2)),
            label("k4", "cures", "Dr A", Verdict.SUPPORTED),
        ],
    )

    assert articles_by_source(desk) == {"PMID 33301246": ["garlic", "zinc"]}
    assert claims_by_article(desk) == {"garlic": 3, "zinc": 1}


def test_a_source_cited_across_frozen_splits_later_is_a_leak_that_says_where(desk: Database) -> None:
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON)
    assert leaks_in(desk) == []

    label_all(
        desk,
        [
            label("k1", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1)),
            label("k2", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1)),
        ],
    )

    assert [str(leak) for leak in leaks_in(desk)] == [
        "PMID 33301246 is cited in several splits: garlic (train), zinc (test). Leave out the claims of all but one"
    ]
