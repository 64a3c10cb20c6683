"""What the desk has of a text already: the very same, or an earlier wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.storage.articles import add_article
from annotator.storage.known_texts import Earlier, KnownText, earlier_versions, known_text, likely_earlier
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
    ("shared", "same_name", "same_address", "same_page", "is_likely"),
    [
        pytest.param(5, True, False, False, True, id="its name and half of its sentences"),
        pytest.param(4, False, False, False, True, id="its sentences alone, as in a copy elsewhere"),
        pytest.param(0, False, True, True, True, id="its address of the web alone"),
        pytest.param(0, True, True, False, False, id="the name of its file alone"),
        pytest.param(3, True, True, False, False, id="fewer sentences than make a wording"),
    ],
)
def test_its_sentences_or_its_page_make_a_text_likely_a_new_version(
    shared: int, same_name: bool, same_address: bool, same_page: bool, is_likely: bool
) -> None:
    earlier = Earlier("zinc", "Zinc", shared, 10, same_address=same_address, same_name=same_name, same_page=same_page)

    assert earlier.is_likely is is_likely


GINGER = """Ginger and nausea

Ginger eases nausea in pregnancy. It was tested in 12 trials. The dose was 1 g a day. It was mild.

What to do

Talk to your midwife first. Take it with water.
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            GINGER.replace("It was mild", "Nobody left"), "4 of 5 sentences compared are the same", id="one changed"
        ),
        pytest.param(
            "Ginger and nausea\n\nThe dose was 1 g a day. Ginger cures nothing. It was tested in 12 trials.",
            "3 of 4 sentences compared are the same",
            id="its title and two of them",
        ),
        pytest.param(
            "Zinc and colds\n\nZinc shortens them. It was mild.\n\nWhat to do\n\nTalk to your midwife first. Take it"
            " with water.",
            None,
            id="headings and advice of many articles",
        ),
    ],
)
def test_short_sentences_and_the_title_count(text: str, reason: str | None) -> None:
    db = desk_in_memory(articles=False)
    add_article(db, Article("ginger", "Ginger and nausea", GINGER, "ginger.txt"), split_claims(GINGER), NOON)

    found = likely_earlier(db, other(text), split_claims(text))

    assert (found.reason if found else None) == reason


def test_a_page_fetched_again_is_likely_a_new_version_and_a_file_of_the_same_name_is_none() -> None:
    db = desk_in_memory(articles=False)
    add_article(db, ZINC, split_claims(ZINC.text), NOON)
    add_article(db, Article("ginger", "Ginger", GINGER, "index.txt"), split_claims(GINGER), NOON)
    new = "Something else."

    page = likely_earlier(db, other(new, address=ZINC.source_address), split_claims(new))

    assert page is not None
    assert page.slug == "zinc-and-colds"
    assert likely_earlier(db, other(new, "ginger", "index.txt"), split_claims(new)) is None
    assert likely_earlier(db, ZINC, split_claims(ZINC.text)) is None


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
