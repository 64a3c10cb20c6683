"""The library: what comes again is one work with all that was ever told of it, and what differs stays apart."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Notice, Work
from annotator.model import Stance, Strength, Verdict
from annotator.storage.connection import writing
from annotator.storage.works import Saved, count_works, save_works, search_works, stored_works, works_of
from tests.desks import NOON, SOURCES, cited, desk_in_memory, label, label_all

DOI, PMID, PMCID = "10.1056/NEJMoa2034577", "PMID 33301246", "PMC7745181"
TITLE = "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
OTHER = "Another study of quite different people"


def work(title: str = TITLE, *identifiers: str, types: tuple[str, ...] = (), **csl: object) -> Work:
    known = {"title": title} if title else {}
    return Work(known | csl, tuple(map(parse_identifier, identifiers)), types)


def save(db: Database, *works: Work, origin: Origin = Origin.FILE, minutes: int = 0) -> Saved:
    return save_works(db, works, origin, "Dr A", NOON + timedelta(minutes=minutes))


@pytest.fixture
def db() -> Database:
    return desk_in_memory()


def test_a_work_is_kept_whole_and_found_by_each_of_its_identifiers(db: Database) -> None:
    notice = Notice("RetractionIn", "N Engl J Med. 2021;1:1.", parse_identifier("PMID 1"))
    given_work = Work(
        {
            "title": TITLE,
            "author": [{"family": "Polack", "given": "Fernando P."}],
            "issued": {"date-parts": [[2020, 12, 31]]},
            "container-title": "N Engl J Med",
            "abstract": "Two doses.\nIt works. 💊",
            "type": "article-journal",
        },
        tuple(map(parse_identifier, (DOI, PMID, PMCID))),
        ("Randomized Controlled Trial", "Journal Article"),
        (notice,),
    )

    saved = save(db, given_work)

    found = works_of(db, [*given_work.identifiers, parse_identifier("PMID 2")])
    (one,) = {stored.id: stored for stored in found.values()}.values()
    assert list(found) == list(given_work.identifiers)
    assert one.work == given_work
    assert (one.design, one.origin, one.added_by, one.added_at) == (
        Strength.RANDOMISED_TRIAL,
        Origin.FILE,
        "Dr A",
        NOON,
    )
    assert (saved.new, saved.known, saved.changed, saved.ids) == (1, 0, 0, (one.id,))


def test_a_work_that_comes_again_as_it_was_is_known_and_keeps_its_times(db: Database) -> None:
    save(db, work(TITLE, DOI, abstract="A", type="article-journal"))

    again = save(db, work(TITLE, DOI, type="article-journal", abstract="A"), minutes=5)

    (stored,) = works_of(db, [parse_identifier(DOI)]).values()
    assert (again.new, again.known, again.changed) == (0, 1, 0)
    assert stored.changed_at == NOON


def test_a_work_that_was_kept_with_blanks_in_its_json_is_known_when_it_comes_again(db: Database) -> None:
    given_work = work(TITLE, DOI, types=("Review", "Editorial"), author=[{"family": "Müller", "given": "Ä. 💊"}])
    save(db, given_work)
    for name in ("csl", "publication_types", "notices"):
        (kept,) = db.execute(f"SELECT {name} FROM works").fetchone()
        with writing(db):
            db.execute(f"UPDATE works SET {name} = ?", [json.dumps(json.loads(kept), ensure_ascii=False)])

    assert save(db, given_work, minutes=1).known == 1


def test_a_work_that_comes_with_more_identifiers_is_found_by_all_of_them(db: Database) -> None:
    (first,) = save(db, work(TITLE, DOI)).ids

    saved = save(db, work("", DOI, PMID, PMCID), minutes=5)

    found = works_of(db, map(parse_identifier, (DOI, PMID, PMCID)))
    assert [(each.id, each.work.title) for each in found.values()] == [(first, TITLE)] * 3
    assert (saved.changed, saved.joined, saved.ids) == (1, 0, (first,))
    assert stored_works(db, [first])[0].work.identifiers == tuple(map(parse_identifier, (DOI, PMID, PMCID)))


def test_two_works_that_turn_out_to_be_one_are_made_one_and_nothing_is_lost(db: Database) -> None:
    save(db, work(TITLE, DOI, abstract="Background: two doses."), work("", PMID, volume="383", types=("Letter",)))

    saved = save(db, work(TITLE, DOI, PMID, PMCID, page="2603-15", types=("Journal Article",)))

    found = works_of(db, map(parse_identifier, (DOI, PMID, PMCID)))
    (one,) = {stored.id: stored for stored in found.values()}.values()
    assert (saved.new, saved.known, saved.changed, saved.joined) == (0, 0, 1, 1)
    assert one.work.csl == {"title": TITLE, "abstract": "Background: two doses.", "volume": "383", "page": "2603-15"}
    assert set(one.work.publication_types) == {"Letter", "Journal Article"}
    assert count_works(db) == 1
    assert [each.id for each in search_works(db, "background doses")] == [one.id]


def test_what_was_cited_stays_as_it_was_when_works_become_one(db: Database) -> None:
    label_all(db, [label("k1", "take", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    before = [list(db[table].rows) for table in ("sources", "citations", "labels")]

    save(db, work("", DOI), Work({"title": TITLE}, (SOURCES[1],)), Work({"title": TITLE}, (*SOURCES[1:3],)))
    save(db, work(TITLE, DOI, SOURCES[1].shown))

    assert count_works(db) == 1
    assert [list(db[table].rows) for table in ("sources", "citations", "labels")] == before


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        pytest.param(work(TITLE, DOI), work(OTHER, DOI), 1, id="one DOI, whatever the title"),
        pytest.param(work(TITLE, DOI, PMID), work(OTHER, "10.1000/2", PMID), 2, id="a PMID mistyped"),
        pytest.param(work(TITLE, DOI, PMID), work(TITLE, "10.1000/2", PMID), 1, id="a second DOI of one paper"),
        pytest.param(work(TITLE, DOI), work(TITLE, "10.1000/2"), 2, id="a preprint and its paper share no number"),
        pytest.param(
            work(TITLE, DOI, "NCT04368728"), work(OTHER, "10.1000/2", "NCT04368728"), 2, id="one trial's papers"
        ),
        pytest.param(
            work(TITLE, "ISBN 9780306406157", type="chapter"),
            work(OTHER, "ISBN 9780306406157", type="chapter"),
            2,
            id="two chapters of a book",
        ),
        pytest.param(work(TITLE, "ISBN 9780306406157"), work(TITLE, "ISBN 9780306406157"), 1, id="one book"),
        pytest.param(work(TITLE, "https://a.org/x"), work(OTHER, "https://a.org/x"), 2, id="one address, other titles"),
        pytest.param(work(TITLE, "https://a.org/x"), work(TITLE.upper(), "https://a.org/x", DOI), 1, id="one page"),
        pytest.param(work(TITLE + ": a trial", "https://a.org/x"), work(TITLE, "https://a.org/x"), 1, id="subtitle"),
        pytest.param(work("Editorial"), work("Editorial"), 1, id="nothing that differs"),
        pytest.param(work("Editorial"), work("Editorial", volume="5"), 2, id="a title that says nothing"),
    ],
)
def test_works_are_one_where_what_they_are_known_by_says_so(
    first: Work, second: Work, count: int, db: Database
) -> None:
    save(db, first, second)

    assert count_works(db) == count


NAMED: dict[str, Any] = {"author": [{"family": "Polack", "given": "F P"}], "issued": {"date-parts": [["2020"]]}}


def test_a_work_without_an_identifier_is_known_by_title_year_and_author(db: Database) -> None:
    saved = save(db, work(TITLE, **NAMED), work(TITLE + ".", **NAMED), work(OTHER, **NAMED))
    better = save(db, work(TITLE, DOI, **NAMED))
    bare = save(db, work(TITLE, **NAMED))

    assert (saved.new, saved.known + saved.changed) == (2, 1)
    assert (better.new, better.changed, better.ids) == (0, 1, saved.ids[:1])
    assert bare.ids == saved.ids[:1]
    assert list(works_of(db, [parse_identifier(DOI)])) == [parse_identifier(DOI)]


def test_a_work_of_which_little_is_known_is_the_same_only_where_nothing_differs(db: Database) -> None:
    little = [work("Editorial"), work("Editorial", page="5"), work("In reply", issued={"date-parts": [[2020]]})]
    saved = save(db, *little, little[0])
    again = save(db, *little, work("Editorial", publisher=""))
    other = save(db, work("Editorial", DOI))

    assert (saved.new, saved.known, saved.ids[3]) == (3, 1, saved.ids[0])
    assert (again.new, again.known, again.ids) == (0, 4, (*saved.ids[:3], saved.ids[0]))
    assert other.new == 1


def test_an_identifier_that_stays_with_another_work_is_told(db: Database) -> None:
    save(db, work(TITLE, DOI, PMID))

    saved = save(db, work(OTHER, "10.1000/2", PMID))

    assert saved.apart == (parse_identifier(PMID),)
    assert works_of(db, [parse_identifier(PMID)])[parse_identifier(PMID)].work.title == TITLE
    assert works_of(db, [parse_identifier("10.1000/2")])[parse_identifier("10.1000/2")].work.title == OTHER


@pytest.mark.parametrize(
    ("first", "second", "title", "origin"),
    [
        pytest.param(Origin.FILE, Origin.FILE, "New", Origin.FILE, id="the newer of two files"),
        pytest.param(Origin.FILE, Origin.CROSSREF, "New", Origin.CROSSREF, id="Crossref knows better than a file"),
        pytest.param(Origin.PUBMED, Origin.FILE, "Old", Origin.PUBMED, id="a file knows no better than PubMed"),
        pytest.param(Origin.CROSSREF, Origin.PUBMED, "New", Origin.PUBMED, id="the newer of two services"),
    ],
)
def test_of_two_tellings_the_better_holds(
    first: Origin, second: Origin, title: str, origin: Origin, db: Database
) -> None:
    save(db, work("Old", DOI, abstract="the longer abstract", note="kept"), origin=first)
    save(db, work("New", DOI, abstract="short", page="1"), origin=second, minutes=1)

    (stored,) = works_of(db, [parse_identifier(DOI)]).values()
    assert stored.work.csl == {"title": title, "abstract": "the longer abstract", "note": "kept", "page": "1"}
    assert stored.origin is origin
    assert stored.changed_at == NOON + timedelta(minutes=1)
    assert [each.id for each in search_works(db, title)] == [stored.id]
    assert search_works(db, "New Old") == []


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        pytest.param("vaccin", [TITLE], id="the beginning of a word"),
        pytest.param("efficacy VACCINES", [TITLE], id="other endings and case"),
        pytest.param("pölack", [TITLE], id="an author, accents or not"),
        pytest.param("people study", [OTHER], id="in any order"),
        pytest.param("vaccine people", [], id="all words are needed"),
        pytest.param('"*" OR (NEAR AND', [], id="what means something to FTS5"),
        pytest.param("_-;", [], id="only signs"),
        pytest.param("", [], id="nothing"),
        pytest.param("x" * 5_000, [], id="a long word"),
    ],
)
def test_works_are_found_by_their_words(typed: str, finds: list[str], db: Database) -> None:
    save(db, work(TITLE, DOI, **NAMED), work(OTHER, "10.1000/2"))

    assert [stored.work.title for stored in search_works(db, typed)] == finds


def test_what_no_database_keeps_does_not_stop_a_file(db: Database) -> None:
    save(db, work("A lone \ud800 half", DOI, abstract="\x00 and \udfff"))

    (stored,) = works_of(db, [parse_identifier(DOI)]).values()
    assert stored.work.title == "A lone ? half"


def test_a_file_that_ends_half_way_leaves_whole_works(db: Database) -> None:
    def broken() -> object:
        for number in range(1, 301):
            yield work(f"Work number {number} of the file", f"PMID {number}")
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - ours
        save_works(db, broken(), Origin.FILE, "Dr A", NOON)  # type: ignore[arg-type]

    kept = count_works(db)
    assert kept == 200
    assert db.execute("SELECT count(*) FROM work_identifiers").fetchone()[0] == kept
    assert save(db, *(work(f"Work number {n} of the file", f"PMID {n}") for n in range(1, 301))).new == 100


IDENTIFIERS = st.lists(
    st.sampled_from(["10.1000/1", "10.1000/2", "PMID 1", "PMID 2", "PMC1", "https://a.org/", "NCT04368728"]),
    unique=True,
)
WORKS = st.lists(
    st.builds(
        lambda title, ids, pages: work(title, *ids, page=str(pages)),
        st.sampled_from([TITLE, OTHER, "Short"]),
        IDENTIFIERS,
        st.integers(0, 2),
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(WORKS)
def test_however_works_come_each_identifier_leads_to_one_and_the_index_holds_them_all(works: list[Work]) -> None:
    db = desk_in_memory(articles=False)

    saved = save(db, *works)

    assert saved.new + saved.known + saved.changed == len(works) == len(saved.ids)
    assert count_works(db) == saved.new - saved.joined
    db.execute("INSERT INTO works_search (works_search, rank) VALUES ('integrity-check', 1)")
    stored = {row["id"] for row in db["works"].rows}
    assert {row["work"] for row in db["work_identifiers"].rows} <= stored
    titles = {stored_work.work.title for stored_work in stored_works(db, sorted(stored))}
    assert titles <= {each.title for each in works}
