"""Where to search for a claim, and the note that says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.citations.searching import MOST_WORDS, PLACES, noted, search_address, search_note, search_terms
from tests.annotator.search_pairs import ELSEWHERE, MAGNESIUM_MS, TYPED

ARTICLE = Path("corpus/articles/magnesium_ms.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("claim", "pair"), TYPED.items(), ids=[claim[:40] for claim in TYPED])
def test_what_is_searched_for_is_what_a_doctor_would_type(claim: str, pair: tuple[str, str]) -> None:
    heading, typed = pair

    assert " ".join(search_terms(claim, f"{MAGNESIUM_MS} {heading}", ARTICLE)) == typed


@pytest.mark.parametrize(("claim", "typed"), ELSEWHERE.items(), ids=[claim[:40] for claim in ELSEWHERE])
def test_other_articles_are_searched_for_in_few_words_too(claim: str, typed: str) -> None:
    assert " ".join(search_terms(claim)) == typed


def test_each_claim_of_the_sample_article_is_in_it() -> None:
    assert [claim for claim in TYPED if claim not in ARTICLE] == []


@pytest.mark.parametrize(
    ("claim", "terms"),
    [
        pytest.param("Magnesium reduces the frequency of leg cramps.", "magnesium|leg|cramps", id="words"),
        pytest.param("Studies show that garlic can help prevent the common cold.", "garlic|common cold", id="no verbs"),
        pytest.param("Take 4,000 IU of vitamin D daily.", "vitamin d", id="no amount"),
        pytest.param("St. John's wort makes birth control fail.", "st. john's wort|birth control", id="names of words"),
        pytest.param(
            "There is currently no cure for gout, and options were explored.",
            "cure|gout",
            id="none that any claim may have",
        ),
        pytest.param("It is good for you.", "", id="nothing to search for"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_terms_are_what_a_claim_is_about(claim: str, terms: str) -> None:
    assert "|".join(search_terms(claim)) == terms


def test_an_abbreviation_is_searched_for_in_full_and_it_is_what_the_heading_says() -> None:
    assert search_terms("MS causes spasms.", article="Multiple sclerosis (MS) is a disease.")[0] == "multiple sclerosis"
    assert search_terms("It cures gout.", around="Cherry juice") == ("gout", "cherry", "juice")


@pytest.mark.parametrize("place", PLACES)
@given(terms=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_an_address_asks_for_the_terms_and_nothing_else(place: str, terms: list[str]) -> None:
    address = search_address(place, terms)

    asked = urlsplit(address)
    (values,) = parse_qs(asked.query, keep_blank_values=True).values()
    assert values == [" ".join(terms)]
    assert asked.scheme == "https"
    assert asked.netloc in ("pubmed.ncbi.nlm.nih.gov", "scholar.google.com")
    assert address.isascii()
    assert not set(address) & set(" \"'<>\n")


def test_a_note_says_where_what_and_when_and_is_added_once() -> None:
    line = search_note("PubMed", ["garlic", "common cold"], date(2026, 11, 26))

    assert line == "PubMed: garlic common cold, 2026-11-26"
    assert noted("", line) == line
    assert noted("Cochrane too", line) == f"Cochrane too\n{line}"
    assert noted(noted("Cochrane too", line), line) == f"Cochrane too\n{line}"


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_claim_has_terms_or_none(claim: str, around: str) -> None:
    terms = search_terms(claim, around)

    assert sum(len(term.split()) for term in terms) <= MOST_WORDS or len(terms) == 1
    assert all(term.strip() for term in terms)
