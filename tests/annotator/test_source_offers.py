"""Sources used before are offered as one types, and those of claims like this one are suggested."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.errors import UnknownClaim
from annotator.model import Citation, Evidence, Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.source_offers import offer_sources, used_on_like_claims
from annotator.storage.works import save_works
from corpus.model import Article, Claim, Kind, Span
from tests.desks import IDS, NOON, desk_in_memory, label, label_all

GARLIC, TRIAL, OTHER = "10.1000/garlic.2020", "PMID 33301246", "10.1000/unused"


def cite(source: str, stance: Stance = Stance.SUPPORTS) -> Evidence:
    return Evidence((Citation(parse_identifier(source), stance),))


@pytest.fixture
def db() -> Database:
    db = desk_in_memory()
    works = [
        Work({"title": "Garlic and influenza", "author": [{"family": "Müller", "given": "A"}]},
             (parse_identifier(GARLIC), parse_identifier("PMID 111"))),
        Work({"title": "Zinc in 2012", "author": [{"family": "Smith", "given": "J"}],
              "issued": {"date-parts": [[2013]]}},
             (parse_identifier("10.1000/SECOND"), parse_identifier("PMC7654321"))),
        Work({"title": "Zinc again", "author": [{"family": "Smith", "given": "K"}],
              "issued": {"date-parts": [[2012]]}}, (parse_identifier("PMID 7654321"),)),
        Work({"title": "Efficacy of a vaccine"}, (parse_identifier(TRIAL),)),
        Work({"title": "Garlic, never cited"}, (parse_identifier(OTHER),)),
    ]  # fmt: skip
    save_works(db, works, Origin.FILE, "", NOON)
    label_all(
        db,
        [
            label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cite(GARLIC)),
            label("k2", "cures", "Dr B", verdict=Verdict.CONTRADICTED, evidence=cite(TRIAL, Stance.CONTRADICTS)),
            label("k3", "take", verdict=Verdict.SUPPORTED, evidence=cite(TRIAL)),
        ],
    )
    return db


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param("garlic", [GARLIC, OTHER], id="a title word: what was cited leads"),
        pytest.param("garl", [GARLIC, OTHER], id="the beginning of one"),
        pytest.param("muller", [GARLIC], id="an author, without the accent"),
        pytest.param("influenza müller", [GARLIC], id="title and author"),
        pytest.param("10.1000/gar", [GARLIC], id="the beginning of a DOI"),
        pytest.param("doi: 10.1000/gar", [GARLIC], id="with what it is before it"),
        pytest.param("https://doi.org/10.1000/gar", [GARLIC], id="the beginning of a DOI's address"),
        pytest.param("garlic.2", [GARLIC], id="the part behind the slash"),
        pytest.param("10.1000/secon", ["10.1000/SECOND"], id="the beginning of a DOI of the library"),
        pytest.param("10.1000/", [GARLIC], id="what too much of the library begins with"),
        pytest.param("PMID 76543", ["PMID 7654321"], id="the beginning of a PMID of the library"),
        pytest.param("pmc76543", ["PMC7654321"], id="the beginning of a PMCID of the library"),
        pytest.param("Smith 2012", ["PMID 7654321", "10.1000/SECOND"], id="author and year, then a year in the title"),
        pytest.param("Smith et al., 2013", ["10.1000/SECOND"], id="as a paper is named in a text"),
        pytest.param("2012", ["10.1000/SECOND"], id="a year alone is a word"),
        pytest.param("arlic", [], id="the middle of one"),
        pytest.param("33301", [TRIAL], id="the beginning of a PMID"),
        pytest.param("pmid 333012", [TRIAL], id="the beginning of a PMID that says so"),
        pytest.param("3301246", [], id="the end of a PMID"),
        pytest.param("https://doi.org/10.1000/GARLIC.2020", [GARLIC], id="a whole address"),
        pytest.param("pmid 33301246", [TRIAL], id="a whole PMID"),
        pytest.param("PMID: 111", ["PMID 111"], id="another number of a cited work"),
        pytest.param("", [TRIAL, GARLIC], id="nothing: the last used"),
        pytest.param("%", [], id="a sign"),
        pytest.param('" OR *', [], id="what means something to the index"),
        pytest.param("cherries", [], id="nothing like it"),
    ],
)
def test_sources_are_offered_by_identifier_title_and_author(typed: str, offered: list[str], db: Database) -> None:
    assert [offer.source for offer in offer_sources(db, typed)] == list(map(parse_identifier, offered))


def test_an_offer_tells_what_is_known_and_how_often_it_was_used(db: Database) -> None:
    trial, garlic = offer_sources(db, "")

    assert (trial.uses, trial.work and trial.work.work.title) == (2, "Efficacy of a vaccine")
    assert (garlic.uses, garlic.work and garlic.work.work.authors) == (1, "Müller A")
    assert offer_sources(db, "", 1) == (trial,)


def test_claims_are_counted_that_rest_on_a_source_now_and_not_each_label_that_named_it(db: Database) -> None:
    for key in ("k4", "k5", "k6"):  # the same answer with another note, three times
        label_all(db, [label(key, "take", verdict=Verdict.SUPPORTED, evidence=cite(TRIAL))])
    label_all(db, [label("k7", "cures", "Dr B")])

    (trial,) = offer_sources(db, TRIAL)
    assert trial.uses == 1


def test_a_source_that_was_taken_back_everywhere_is_still_offered_by_its_number(db: Database) -> None:
    label_all(db, [label("k8", "cures"), label("k9", "take")])

    assert [(offer.source.shown, offer.uses) for offer in offer_sources(db, GARLIC)] == [(GARLIC, 0)]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("example", id="a place"),
        pytest.param("www.exam", id="with www"),
        pytest.param("https://www.example.org/gu", id="the beginning of its address"),
        pytest.param("guide", id="a part of its path"),
    ],
)
def test_a_source_nothing_is_known_of_is_offered_too(typed: str) -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cite("https://www.example.org/guide"))])

    (offer,) = offer_sources(db, typed)

    assert (offer.source.shown, offer.work, offer.uses) == ("https://www.example.org/guide", None, 1)


def add(db: Database, slug: str, text: str) -> str:
    claim = Claim(Span(0, len(text)), Kind.CLAIM, True, text)
    add_article(db, Article(slug, slug, text), [claim], NOON)
    return f"{slug}/1@0-{len(text)}"


def test_sources_of_claims_like_this_one_come_with_what_they_served(db: Database) -> None:
    found = used_on_like_claims(db, add(db, "flu", "Garlic can cure the flu."))

    assert [(one.source, one.uses) for one in found] == [
        (parse_identifier(GARLIC), ((Stance.SUPPORTS, Verdict.SUPPORTED, 1),)),
        (parse_identifier(TRIAL), ((Stance.CONTRADICTS, Verdict.CONTRADICTED, 1),)),
    ]
    assert found[0].claims == ((IDS["cures"], "Garlic cures flu."),)
    assert found[0].work is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zinc cures flu.", id="another substance"),
        pytest.param("Sleep is good for you.", id="another subject"),
    ],
)
def test_claims_about_something_else_suggest_nothing(text: str, db: Database) -> None:
    assert used_on_like_claims(db, add(db, "other", text)) == ()


def test_what_was_taken_back_is_not_suggested(db: Database) -> None:
    label_all(db, [label("k8", "cures"), label("k9", "cures", "Dr B")])

    assert used_on_like_claims(db, add(db, "flu", "Garlic can cure the flu.")) == ()


def test_an_unknown_claim_is_said_to_be_one(db: Database) -> None:
    with pytest.raises(UnknownClaim):
        used_on_like_claims(db, "nowhere/1@0-1")
