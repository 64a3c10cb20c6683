"""What the desk has of a text already: the very same, or an earlier wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.storage.articles import add_article
from annotator.storage.known_texts import Earlier, KnownText, earlier_versions, known_text
from annotator.storage.revising import add_revision
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.desks import GARLIC, NOON, desk_in_memory

SENTENCES = [f'Zinc lozenges cut "colds" by {n} days in trial {n} of the many that were made.' for n in range(10)]
ZINC = Article("zinc-and-colds", "Zinc & colds", " ".join(SENTENCES), "https://example.org/zinc")


def other(text: str, slug: str = "other", address: str = "") -> Article:
    return Article(slug, "Other", text, address)


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        pytest.param(
            other(" ".join(SENTENCES[:9])), "9 of 9 sentences compared are the same", id="a sentence taken out"
        ),
        pytest.param(
            other(" ".join([*SENTENCES[:5], *(f"{each[:-1]}, they say." for each in SENTENCES[5:])])),
            "5 of 10 sentences compared are the same",
            id="half of it changed",
        ),
        pytest.param(other(" ".join(SENTENCES[:2])), None, id="too few to tell"),
        pytest.param(
            other(
                " ".join([*SENTENCES[:3], *(f"Garlic is no cure of anything that {n} doctors know." for n in range(9))])
            ),
            None,
            id="a quarter of it",
        ),
        pytest.param(other(" ".join(SENTENCES).upper()), None, id="the same words in capitals"),
        pytest.param(other("New.", address="https://example.org/zinc"), "it has the same address", id="its address"),
        pytest.param(other("New.", "zinc-and-colds"), "it has the same name", id="its name"),
        pytest.param(other("New.", "zinc-and"), None, id="another name"),
        pytest.param(other('"OR" * NEAR( -x ' * 9), None, id="what an index takes for a question"),
    ],
)
def test_an_earlier_wording_is_found_with_the_reason(article: Article, reason: str | None) -> None:
    db = desk_in_memory()
    add_article(db, ZINC, split_claims(ZINC.text), NOON)

    found = earlier_versions(db, article, split_claims(article.text))

    assert [(each.slug, each.title, each.reason) for each in found] == (
        [("zinc-and-colds", "Zinc & colds", reason)] if reason else []
    )


@pytest.mark.parametrize(
    ("shared", "same_name", "same_address", "is_plain"),
    [
        pytest.param(5, True, False, True, id="its name and half of its sentences"),
        pytest.param(5, False, True, True, id="its address and half of its sentences"),
        pytest.param(10, False, False, False, id="its sentences alone, as in a copy elsewhere"),
        pytest.param(0, True, True, False, id="name and address alone, as of a daily column"),
        pytest.param(3, True, True, False, id="fewer sentences than make a wording"),
    ],
)
def test_only_a_text_that_both_name_and_sentences_give_away_is_plainly_a_new_version(
    shared: int, same_name: bool, same_address: bool, is_plain: bool
) -> None:
    earlier = Earlier("zinc", "Zinc", shared, 10, same_address=same_address, same_name=same_name)

    assert earlier.is_plain is is_plain


def test_nothing_without_an_address_is_alike_for_that() -> None:
    db = desk_in_memory(articles=False)
    add_article(db, replace(ZINC, source_address=""), split_claims(ZINC.text), NOON)

    assert earlier_versions(db, other("Something else."), split_claims("Something else.")) == []


def test_the_very_same_text_is_found_in_an_earlier_revision_too() -> None:
    db = desk_in_memory()
    text = "Garlic helps nobody."

    assert known_text(db, GARLIC.sha256) == KnownText("garlic", GARLIC.title, 1, 1)
    assert known_text(db, "0" * 64) is None
    add_revision(db, "garlic", Article("garlic", "No garlic", text), split_claims(text), NOON, "k1")
    assert known_text(db, GARLIC.sha256) == KnownText("garlic", "No garlic", 1, 2)
