"""The studies that bear on a claim are found under whatever name they have, the nearest first."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.citations.concepts import abbreviations_in, concepts_in, words_of
from annotator.citations.health_words import NARROWER, SAME
from annotator.citations.identifiers import parse_identifier
from annotator.citations.porter import stem
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.storage.library_search import best_works_for
from annotator.storage.works import save_works
from benchmarks import library_search as benchmark
from benchmarks.library_set import CLAIMS, LATER_CLAIMS, LATER_STUDIES, STUDIES
from tests.desks import NOON, desk_in_memory
from tests.programs import ROOT

TEXTS = STUDIES | LATER_STUDIES
NUMBERS = {name: number for number, name in enumerate(TEXTS, 1)}
NAMES = {number: name for name, number in NUMBERS.items()}


def library(*texts: str) -> Database:
    db = desk_in_memory(articles=False)
    works = []
    for number, text in enumerate(texts, 1):
        title, _, abstract = text.partition("|")
        works.append(Work({"title": title, "abstract": abstract}, (parse_identifier(f"PMID {number}"),)))
    save_works(db, works, Origin.FILE, "", NOON)
    return db


@pytest.fixture(scope="module")
def labelled() -> Database:
    return library(*TEXTS.values(), *benchmark._neighbours(random.Random(1)))


def first(db: Database, claim: str, around: str = "", article: str = "") -> str:
    found = best_works_for(db, claim, 1, around=around, article=article)
    return NAMES.get(found[0].stored.id, "a neighbour") if found else ""


@pytest.mark.parametrize(
    ("claim", "study"),
    [
        pytest.param("Tylenol does nothing for back pain.", "para-back", id="a brand"),
        pytest.param("Painkillers like Advil raise the risk of a heart attack.", "ibu-mi", id="common names"),
        pytest.param("The birth control pill fails with St. John's wort.", "stjw-pill", id="a phrase"),
        pytest.param("Garlic lowers cholesterol.", "garlic-chol", id="its own words"),
        pytest.param("Iron supplements prevent maternal anemia.", "iron-anaem", id="an American spelling"),
        pytest.param("Older dads have more schizophrenic children.", "e1", id="a kindred word"),
    ],
)
def test_a_study_is_found_under_its_other_names(claim: str, study: str, labelled: Database) -> None:
    assert first(labelled, claim) == study


def test_an_abbreviation_means_what_its_article_says(labelled: Database) -> None:
    claim = "Vitamin D slows MS."

    assert first(labelled, claim, article="Multiple sclerosis (MS) is a disease.").startswith("vitd-ms")
    assert abbreviations_in("Multiple sclerosis (MS), high blood pressure (BP) and (see) this (A1c).") == {
        "ms": "Multiple sclerosis",
        "bp": "blood pressure",
    }


def test_the_heading_says_what_a_claim_is_about(labelled: Database) -> None:
    assert first(labelled, "It lowers blood pressure.", around="Garlic and your heart") == "garlic-bp"


def test_no_worse_than_the_index_asked_for_any_word(labelled: Database) -> None:
    """The benchmark's own measure, on the part of the set that the search was made with and on the other."""
    for claims in (CLAIMS, LATER_CLAIMS):
        floor, _ = benchmark._quality(lambda claim: benchmark._any_word(labelled, claim.text), claims, NUMBERS)
        recall, _ = benchmark._quality(lambda claim: benchmark._ours(labelled, claim), claims, NUMBERS)
        assert recall >= floor + 0.1


def test_what_was_found_says_which_of_the_claims_words_it_has(labelled: Database) -> None:
    (found,) = best_works_for(labelled, "Fish oil can cause an irregular heartbeat.", 1)

    assert (NAMES[found.stored.id], found.words) == ("omega-af", ("irregular heartbeat", "fish oil"))


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("", id="nothing"),
        pytest.param("This is what it was.", id="no word that says anything"),
        pytest.param('"*" OR NEAR( - : {title}', id="what means something to the index"),
        pytest.param("zzzyx qqqv", id="words that no study has"),
        pytest.param("💊 \x00 \u05d0", id="no letters that the library has"),
    ],
)
def test_where_nothing_bears_on_it_nothing_is_found(claim: str, labelled: Database) -> None:
    assert best_works_for(labelled, claim) == ()


def test_an_empty_library_has_nothing(tmp_path: Path) -> None:
    assert best_works_for(library(), "Garlic lowers cholesterol.") == ()


def test_where_all_words_are_common_the_works_with_most_of_them_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.library_search.LOOKS", 3)
    texts = [f"Garlic study {number}|Of plants." for number in range(20)]
    texts += [f"Cholesterol study {number}|Of lipids." for number in range(20)]
    db = library(*texts, "Garlic and cholesterol|In people.", *texts)

    assert best_works_for(db, "Garlic lowers cholesterol.", 1)[0].stored.id == 41


@given(st.text(max_size=200))
def test_any_claim_may_be_asked_about(claim: str) -> None:
    assert len(best_works_for(SMALL, claim, 3)) <= 3


SMALL = library(*STUDIES.values())


def test_the_stems_are_those_of_the_index() -> None:
    words = set(words_of(" ".join((*TEXTS.values(), SAME, NARROWER, (ROOT / "README.md").read_text("utf-8")))))
    words |= {"caresses", "ponies", "relational", "hopping", "sky", "fly", "agreed", "a", "is", "oed"}
    db = desk_in_memory(articles=False)
    db.execute("CREATE VIRTUAL TABLE temp.t USING fts5 (word, tokenize='porter unicode61 remove_diacritics 2')")
    db.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab ('temp', 't', 'instance')")
    numbered = dict(enumerate(sorted(words), 1))
    db.conn.executemany("INSERT INTO t (rowid, word) VALUES (?, ?)", numbered.items())

    stems = {numbered[number]: term for term, number in db.execute("SELECT term, doc FROM v").fetchall()}

    assert len(stems) > 2_000
    assert {word: stem(word) for word in stems} == stems


def test_the_words_that_carry_a_claim_count_most() -> None:
    weights = {
        concept.ways[0]: concept.weight for concept in concepts_in("The new pill prevents gout in 12% of people.")
    }

    assert weights[("gout",)] == 1.0
    assert weights[("prevents",)] < 0.5
    assert ("the",) not in weights
    assert ("12",) not in weights


def test_each_line_of_names_has_two_that_differ() -> None:
    for line in SAME.strip().splitlines():
        names = [tuple(words_of(name)) for name in line.split("|")]
        assert all(names), line
        assert len(set(names)) == len(names) >= 2, line
