"""What the pane is told while one types: the source, its work and status, how a quote stands; never an error."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Notice, Work
from annotator.model import Citation, Evidence, Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.works import save_works
from annotator.ui.asking import answer_asks
from corpus.model import Article, Claim, Kind, Span
from tests.desks import desk_in_memory, label, label_all

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
NOWHERE = Path("/nowhere/desk.db")
TRIAL = Work(
    {
        "title": "BNT162b2 in adolescents",
        "author": [{"family": "Polack", "given": "F P"}, {"family": "Thomas"}, {"family": "Kitchin"}, {"family": "Ng"}],
        "container-title": "N Engl J Med",
        "issued": {"date-parts": [[2020, 12, 31]]},
        "abstract": "A two-dose regimen conferred 95% protection. Doses of 30 µg were given.",
    },
    (parse_identifier("10.1056/NEJMoa2034577"), parse_identifier("PMID 33301246")),
    ("Randomized Controlled Trial",),
)
RETRACTED = Work(
    {"title": "Ileal hyperplasia"},
    (parse_identifier("PMID 9500320"),),
    ("Retracted Publication",),
    (Notice("RetractionIn", "Lancet. 2010 Feb 6;375(9713):445", parse_identifier("PMID 20137807")),),
)


@pytest.fixture(autouse=True)
def no_look_ups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_CONTACT", raising=False)


@pytest.fixture
def db() -> Database:
    db = desk_in_memory()
    save_works(db, [TRIAL, RETRACTED], Origin.FILE, "Dr A", NOW)
    return db


def ask(db: Database, **fields: Any) -> dict[str, Any]:
    (answer,) = answer_asks(db, NOWHERE, [{"n": 7, "topic": "source"} | fields], NOW)
    assert answer["n"] == 7
    return answer


def test_a_source_of_the_library_is_told_with_its_strength_and_that_nobody_checked_it(db: Database) -> None:
    about = ask(db, text="https://doi.org/10.1056/NEJMoa2034577")["about"]

    assert (about["title"], about["authors"], about["year"]) == ("BNT162b2 in adolescents", "Polack FP et al.", 2020)
    assert (about["strength"], about["lookups"], about["pending"]) == ("randomised_trial", "off", False)
    assert (about["retraction"]["words"], about["retraction"]["tone"]) == ("Never checked for retraction", None)


def test_what_a_loaded_file_says_of_a_retraction_is_told(db: Database) -> None:
    retraction = ask(db, text="PMID 9500320")["about"]["retraction"]

    assert (retraction["standing"], retraction["tone"]) == ("retracted", "bad")
    assert "2010-02-06" in retraction["words"]


def test_a_source_that_is_not_known_is_told_by_its_name_alone(db: Database) -> None:
    answer = ask(db, text="10.1000/unknown")

    assert answer["source"]["url"] == "https://doi.org/10.1000/unknown"
    assert (answer["about"]["title"], answer["about"]["strength"], answer["about"]["has_text"]) == ("", None, False)


@pytest.mark.parametrize(
    ("text", "quote", "pasted", "match", "against"),
    [
        pytest.param("PMID 33301246", "conferred 95% protection", "", "verbatim", "abstract", id="word-for-word"),
        pytest.param("PMID 33301246", "regimen conferred 59% protection.", "", "near", "abstract", id="one-word-off"),
        pytest.param("PMID 33301246", "garlic cures colds", "", "absent", "abstract", id="not-there"),
        pytest.param("PMID 9500320", "anything", "", "no_text", "", id="no-abstract"),
        pytest.param("PMID 9500320", "It fell.", "On day 3 it fell.", "verbatim", "text", id="in-a-pasted-text"),
        pytest.param("not a source", "It fell.", "On day 3 it fell.", "verbatim", "text", id="without-a-source"),
    ],
)
def test_a_quote_is_looked_for_in_what_there_is(
    db: Database, text: str, quote: str, pasted: str, match: str, against: str
) -> None:
    check = ask(db, text=text, quote=quote, pasted=pasted)["quote"]

    assert (check["match"], check["against"]) == (match, against)
    assert bool(check["changes"]) == (match == "near")


def test_numbers_of_claim_and_quote_are_compared(db: Database) -> None:
    check = ask(db, text="PMID 33301246", claim="Doses of 30 mg were given.", quote="Doses of 30 µg were given.")[
        "quote"
    ]

    (remark,) = check["remarks"]
    assert "mg" in remark


def test_without_a_quote_there_is_no_check(db: Database) -> None:
    assert ask(db, text="PMID 33301246", quote=" \n")["quote"] is None


def test_words_that_name_no_source_offer_works_that_have_them(db: Database) -> None:
    answer = ask(db, text="adolescents bnt")

    assert not answer["ok"]
    assert [offer["title"] for group in answer["offers"] for offer in group["offers"]] == ["BNT162b2 in adolescents"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param("10.1000/tria", ["10.1000/trial", "10.1000/trial.2"], id="half-typed"),
        pytest.param("10.1000/trial", [], id="cited before, and the beginning of another"),
        pytest.param("PMID 33301246", [], id="in the library"),
    ],
)
def test_an_identifier_that_is_whole_and_known_has_no_list_over_its_answer(
    db: Database, typed: str, offered: list[str]
) -> None:
    cited = [Citation(parse_identifier(f"10.1000/{name}"), Stance.SUPPORTS) for name in ("trial", "trial.2")]
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=Evidence(tuple(cited)))])

    answer = ask(db, text=typed)

    assert sorted(each["source"]["shown"] for group in answer["offers"] for each in group["offers"]) == offered


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        pytest.param("PMID 5 and 10.1000/a", ["PMID 5", "DOI 10.1000/a"], id="in-a-sentence"),
        pytest.param("10.1000/a\n10.1000/b", ["DOI 10.1000/a", "DOI 10.1000/b"], id="one-a-line"),
        pytest.param("Kim A. Zinc. doi: 10.1000/a. PMID: 5", ["DOI 10.1000/a", "PMID 5"], id="a-reference"),
        pytest.param("See 10.1000/a for details.", ["DOI 10.1000/a"], id="one-among-words"),
        pytest.param("10.1000/a, PMID 0", ["DOI 10.1000/a"], id="one-that-is-refused-beside-it"),
        pytest.param("PMID: 123 456", [], id="a-number-with-a-blank"),
    ],
)
def test_several_pasted_at_once_are_there_to_choose_from(db: Database, typed: str, choices: list[str]) -> None:
    answer = ask(db, text=typed)

    assert (answer["ok"], answer["choices"]) == (False, choices)
    assert [ask(db, text=choice)["source"] for choice in choices] == answer.get("several", [])


@pytest.mark.parametrize(
    ("typed", "reason", "choices", "refused"),
    [
        pytest.param(
            "PMID: 33301246\n10.1000/good.5\nPMID 0",
            "2 of 3 can be read: choose one",
            ["PMID 33301246", "DOI 10.1000/good.5"],
            ["there is no PMID 0: copy the number from PubMed"],
            id="one-a-line",
        ),
        pytest.param(
            "10.1000/a, PMID 0",
            "1 of 2 can be read: is it this one?",
            ["DOI 10.1000/a"],
            ["there is no PMID 0: copy the number from PubMed"],
            id="on-one-line",
        ),
        pytest.param(
            "ISBN 9780306406158\n1234567\n10.1000/a",
            "1 of 3 can be read: is it this one?",
            ["DOI 10.1000/a"],
            [
                "the check digit of ISBN 9780306406158 is wrong: compare each digit with the book's",
                "1234567 could be PMID 1234567 or PMC1234567: say which",
            ],
            id="a-bare-number-is-one-that-cannot-be-read",
        ),
    ],
)
def test_beside_sources_that_can_be_read_the_others_are_named_with_their_reasons(
    db: Database, typed: str, reason: str, choices: list[str], refused: list[str]
) -> None:
    answer = ask(db, text=typed)

    assert (answer["reason"], answer["choices"]) == (reason, choices)
    assert answer["refused"] == refused


def test_a_long_list_names_its_first_bad_ones_and_counts_the_rest(db: Database) -> None:
    answer = ask(db, text="10.1000/a\n" + "\n".join(f"ISBN 97803064061{number:02}" for number in range(40, 50)))

    assert answer["reason"] == "2 of 11 can be read: choose one"
    assert len(answer["refused"]) == 4
    assert answer["refused"][-1] == "and 6 more that cannot be read"


def test_what_may_settle_a_claim_is_offered_with_its_status(db: Database) -> None:
    answer = ask(db, topic="claim", claim_id="garlic/1@8-25", claim="Ileal hyperplasia is common.", around=["Bowel", 7])

    ((offer,),) = [group["offers"] for group in answer["offers"]]
    assert (offer["source"]["identifier"], offer["retraction"]["tone"]) == ("9500320", "bad")
    assert answer["claim_id"] == "garlic/1@8-25"
    assert [search["name"] for search in answer["searches"]] == ["PubMed", "Google Scholar"]
    assert answer["searches"][0]["url"].startswith("https://pubmed.ncbi.nlm.nih.gov/?term=ileal+hyperplasia")
    assert answer["searches"][0]["note"].startswith("PubMed: ileal hyperplasia")


def test_a_search_says_in_full_what_the_article_says_an_abbreviation_stands_for(db: Database) -> None:
    text = "Multiple sclerosis (MS) is a disease. MS causes spasms."
    add_article(db, Article("ms", "On nerves", text), [Claim(Span(38, 55), Kind.CLAIM, True, text[38:])], NOW)

    answer = ask(db, topic="claim", claim_id="ms/1@38-55", claim="MS causes spasms.", around=[])

    assert [search["terms"] for search in answer["searches"]] == ["multiple sclerosis spasms"] * 2


def test_what_served_a_claim_like_it_is_offered_first_with_its_stance_and_verdict(db: Database) -> None:
    text = "Garlic can cure the flu."
    add_article(db, Article("flu", "flu", text), [Claim(Span(0, len(text)), Kind.CLAIM, True, text)], NOW)
    evidence = Evidence((Citation(parse_identifier("PMID 33301246"), Stance.CONTRADICTS),))
    label_all(db, [label("k1", "cures", "Dr A", Verdict.CONTRADICTED, evidence=evidence)])

    (group, *_) = ask(db, topic="claim", claim_id=f"flu/1@0-{len(text)}", claim=text)["offers"]

    assert group["title"] == "Used on claims like this"
    (offer,) = group["offers"]
    assert (offer["source"]["shown"], offer["tone"]) == ("PMID 33301246", "contradicts")
    assert offer["why"].startswith("contradicts 1 claim like this, verdict contradicted")


def test_what_was_cited_before_is_offered_by_the_beginning_of_its_identifier(db: Database) -> None:
    label_all(
        db,
        [
            label(
                "k1", "cures", "Dr A", evidence=Evidence((Citation(parse_identifier("10.1000/abcd"), Stance.CONTEXT),))
            )
        ],
    )

    (group,) = ask(db, text="10.1000/ab")["offers"]

    assert (group["title"], group["offers"][0]["why"]) == ("Used before", "cited on 1 claim")
    assert ask(db, text="10.1000/abcd")["offers"] == []


def test_a_claim_s_citations_are_told_in_their_order(db: Database) -> None:
    cited = [{"text": "PMID 33301246", "quote": "95% protection"}, {"text": "half\ud800"}, {"text": "10.1000/x"}, 5]

    told = ask(db, topic="cited", cited=cited)["cited"]

    assert [one and one["about"]["title"] for one in told] == ["BNT162b2 in adolescents", None, ""]
    assert [one and one["check"] and one["check"]["match"] for one in told] == ["verbatim", None, None]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"text": 5, "quote": [], "pasted": {}}, id="no-texts"),
        pytest.param({"text": "\ud800", "quote": "\ud800"}, id="half-a-character"),
        pytest.param({"text": "10.1000/x", "quote": "\ud800", "pasted": "a\x00b"}, id="a-quote-of-half-a-character"),
        pytest.param({"topic": "cited", "cited": "all"}, id="citations-that-are-no-list"),
        pytest.param({"topic": "cited", "cited": [{"text": {}}]}, id="a-citation-that-is-none"),
        pytest.param({"topic": "claim", "claim": 'a" OR NEAR(', "around": "all"}, id="what-the-index-might-read"),
        pytest.param({"topic": "claim"}, id="no-claim"),
        pytest.param({"topic": ["x"]}, id="a-topic-that-is-none"),
        pytest.param({"text": "x" * 100_000, "quote": "y" * 20_000}, id="endless"),
    ],
)
def test_whatever_is_asked_there_is_an_answer(db: Database, fields: dict[str, Any]) -> None:
    answer_asks(db, NOWHERE, [5, None, {"n": 7} | fields], NOW)


def test_a_question_that_breaks_is_told_as_failed_and_the_others_are_answered(db: Database) -> None:
    db.execute("DROP TABLE work_identifiers")

    broken, fine = answer_asks(db, NOWHERE, [{"n": 1, "text": "PMID 1"}, {"n": 2, "text": "-"}], NOW)

    assert broken == {"n": 1, "failed": True}
    assert not fine["ok"]
