"""The list of Retraction Watch: read in all its shapes, and loaded whole or not at all."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

from annotator.__main__ import cli
from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups.services import Found, Service
from annotator.citations.retraction import Origin, Standing
from annotator.citations.retraction_watch import BadRow, ListedNotice, read_retractions
from annotator.citations.same_work import Origin as WorkOrigin
from annotator.citations.work import Work
from annotator.errors import UnreadableRetractions
from annotator.flags import Flag
from annotator.model import Source, Stance, Verdict
from annotator.storage.listing import flags_in
from annotator.storage.lookup_answers import keep
from annotator.storage.retraction_lists import load_list
from annotator.storage.retractions import retraction_list, retraction_statuses
from annotator.storage.works import save_works
from tests.annotator.retraction_lists import list_of, row
from tests.desks import IDS, NOON, SOURCES, cited, desk_in_memory, label, label_all

LANCET = parse_identifier("10.1016/S0140-6736(97)11096-0")
PMID = parse_identifier("PMID 9500320")
BNT = SOURCES[1]


@pytest.fixture
def db() -> Database:
    return desk_in_memory()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def read(file: Path, *rows: dict[str, str]) -> list[ListedNotice | BadRow]:
    file.write_text(list_of(*rows), "utf-8", newline="")
    return list(read_retractions(file))


def load(db: Database, file: Path, *rows: dict[str, str], smaller: bool = False) -> str:
    file.write_text(list_of(*rows), "utf-8", newline="")
    return load_list(db, file, NOON, smaller=smaller).summary()


def status(db: Database, source: Source) -> Standing:
    return retraction_statuses(db, [source])[source].nature


def test_a_row_says_which_paper_by_which_notice_when_and_why(file: Path) -> None:
    (found,) = read(file, row())

    assert isinstance(found, ListedNotice)
    assert found.papers == (("doi", LANCET.identifier), ("pmid", "9500320"))
    notice = found.notice
    assert (notice.nature, notice.date, notice.record) == ("retraction", "2010-02-06", "3540")
    assert (notice.notice, notice.url) == (
        "10.1016/s0140-6736(10)60175-4",
        "https://doi.org/10.1016/s0140-6736(10)60175-4",
    )
    assert notice.reason == "Concerns/Issues about Data; Falsification/Fabrication of Data"


@pytest.mark.parametrize(
    ("doi", "pmid", "papers"),
    [
        pytest.param("unavailable", "0", [], id="no-number"),
        pytest.param("Unavailable", "", [], id="no-number-otherwise"),
        pytest.param("", "0;", [], id="no-number-in-a-list"),
        pytest.param("10.1000/a; 10.1000/B;", "0", ["10.1000/a", "10.1000/b"], id="a-list-of-dois"),
        pytest.param("unavailable;10.1000/a", "12;0;34;", ["10.1000/a", "12", "34"], id="lists-with-gaps"),
        pytest.param("https://doi.org/10.1000/a", "", ["10.1000/a"], id="an-address"),
        pytest.param("10.1000/a%2Fb", "", ["10.1000/a/b"], id="percent-signs"),
        pytest.param("10.1000/a.", "", ["10.1000/a"], id="a-full-stop"),
        pytest.param(
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2;10.1000/a.co;10.1000/b",
            "",
            [SOURCES[0].identifier, "10.1000/a.co", "10.1000/b"],
            id="a-semicolon-of-its-own",
        ),
        pytest.param("10.1000/a b", "123456789", [], id="no-numbers-at-all"),
        pytest.param("PMID 5", "x", [], id="something-else"),
    ],
)
def test_the_numbers_of_a_paper(doi: str, pmid: str, papers: list[str], file: Path) -> None:
    (found,) = read(file, row(OriginalPaperDOI=doi, OriginalPaperPubMedID=pmid))

    assert isinstance(found, ListedNotice)
    assert [identifier for _, identifier in found.papers] == papers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2/6/2010", "2010-02-06"),
        ("2/6/2010 0:00", "2010-02-06"),
        ("12/31/1999 12:00:00 AM", "1999-12-31"),
        ("2010-02-06", "2010-02-06"),
        ("2010-02-06T00:00:00", "2010-02-06"),
        ("31/12/1999", ""),
        ("2/30/2010", ""),
        ("", ""),
        ("1/1/0", ""),
    ],
)
def test_the_day_of_a_row(text: str, day: str, file: Path) -> None:
    (found,) = read(file, row(RetractionDate=text))

    assert isinstance(found, ListedNotice)
    assert found.notice.date == day
    assert bool(found.remark) is (day == "")


def test_cells_may_hold_line_breaks_quotes_and_signs_that_are_no_utf_8(file: Path) -> None:
    text = list_of(row(Notes='one\r\ntwo, "three"'), row(Record_ID="2"))
    file.write_bytes(b"\xef\xbb\xbf" + text.encode().replace(b"hyperplasia", b"hyper\xe9plasia\xff\x00"))

    found = list(read_retractions(file))

    assert [each.notice.record for each in found if isinstance(each, ListedNotice)] == ["3540", "2"]


def test_rows_that_say_nothing_are_named_with_their_line(file: Path) -> None:
    file.write_text(
        list_of(row(), row(RetractionNature="Retracted?"), row(Record_ID="4")) + "5,cut short\r\n,,\r\n\r\n",
        "utf-8",
        newline="",
    )

    bad = [each for each in read_retractions(file) if isinstance(each, BadRow)]

    assert [(each.line, each.reason) for each in bad] == [
        (3, "its nature is 'Retracted?': none that we know"),
        (5, "it has 2 cells, the header 20"),
    ]


def test_columns_may_come_in_another_order_and_others_be_missing(file: Path) -> None:
    file.write_text(
        "RetractionNature,OriginalPaperPubMedID,OriginalPaperDOI,RetractionPubMedID,RetractionDOI,RetractionDate,"
        'Reason,"Record ID"\nExpression of Concern,12,,34,,1/2/2020,,7\n'
    )

    (found,) = read_retractions(file)

    assert isinstance(found, ListedNotice)
    assert (found.papers, found.notice.notice, found.notice.nature) == ((("pmid", "12"),), "PMID 34", "concern")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "lacks the columns Record ID", id="empty"),
        pytest.param(b"DOI,Title\n10.1/x,A\n", "not the list of Retraction Watch", id="another-table"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(300), "not the list of Retraction Watch", id="a-picture"),
        pytest.param(b'"' + b"x" * 2_000_000, "is no CSV file", id="one-endless-cell"),
        pytest.param(list_of(row(OriginalPaperDOI="", OriginalPaperPubMedID="0")).encode(), "no paper", id="no-paper"),
        pytest.param(None, "No such file", id="missing"),
    ],
)
def test_a_file_that_is_not_the_list_changes_nothing(
    db: Database, file: Path, content: bytes | None, says: str
) -> None:
    load(db, file, row())
    before = list(db["retraction_notices"].rows)
    file.unlink()
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(UnreadableRetractions, match=says):
        load_list(db, file, NOON)

    assert list(db["retraction_notices"].rows) == before


def test_the_list_checks_every_doi_and_pmid_and_nothing_else(db: Database, file: Path) -> None:
    assert load(db, file, row()) == "read 1, kept 1, without a DOI or PMID 0, refused 0"

    found = retraction_statuses(db, [LANCET, PMID, *SOURCES])

    assert found[LANCET].words == "Retracted 2010-02-06 (10.1016/s0140-6736(10)60175-4); checked 2010-02-06"
    assert found[PMID].nature is Standing.RETRACTED
    assert found[BNT].words == "Not in the Retraction Watch list of 2010-02-06; not looked up yet"
    assert found[BNT].origin is Origin.RETRACTION_WATCH
    assert [source.type for source in SOURCES if found[source].nature is Standing.NEVER_CHECKED] == [
        *("pmcid", "nct", "isbn", "url")
    ]


def test_a_pmcid_is_checked_by_the_doi_of_its_work(db: Database, file: Path) -> None:
    pmcid = SOURCES[2]
    save_works(db, [Work({"title": "Ileal-lymphoid"}, (LANCET, pmcid))], WorkOrigin.FILE, "", NOON)

    load(db, file, row())

    assert status(db, pmcid) is Standing.RETRACTED


@pytest.mark.parametrize(
    ("rows", "standing"),
    [
        pytest.param([row(RetractionNature="Correction")], Standing.NONE_KNOWN, id="a-correction"),
        pytest.param([row(RetractionNature="Expression of concern")], Standing.CONCERN, id="a-concern"),
        pytest.param(
            [row(RetractionNature="Reinstatement", RetractionDate="3/1/2011"), row()], Standing.NONE_KNOWN, id="undone"
        ),
        pytest.param(
            [row(RetractionNature="Reinstatement", RetractionDate="3/1/2009"), row()], Standing.RETRACTED, id="before"
        ),
        pytest.param(
            [row(), row(RetractionNature="Reinstatement", RetractionDate="3/1/2011", OriginalPaperPubMedID="0")],
            Standing.RETRACTED,
            id="undone-for-another-paper",
        ),
    ],
)
def test_what_the_rows_on_a_paper_come_to(
    db: Database, file: Path, rows: list[dict[str, str]], standing: Standing
) -> None:
    load(db, file, *rows)

    assert status(db, PMID) is standing


def test_loading_again_replaces_the_list_and_the_flags_follow(db: Database, file: Path) -> None:
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    load(db, file, row(OriginalPaperPubMedID=BNT.identifier))
    assert flags_in(db, "garlic", 1) == {IDS["cures"]: (Flag.RETRACTED,)}

    load(db, file, row())

    assert flags_in(db, "garlic", 1) == {}
    assert status(db, BNT) is Standing.NONE_KNOWN
    assert db["retraction_notices"].count == 2


def test_a_load_that_fails_half_way_leaves_the_list_before(db: Database, file: Path) -> None:
    load(db, file, row())
    db.execute("CREATE TRIGGER full BEFORE INSERT ON retraction_lists BEGIN SELECT RAISE (ABORT, 'full'); END")

    with pytest.raises(sqlite3.IntegrityError, match="full"):
        load(db, file, row(OriginalPaperPubMedID="5"))

    assert status(db, PMID) is Standing.RETRACTED
    assert status(db, parse_identifier("PMID 5")) is Standing.NONE_KNOWN


def test_a_list_that_seems_cut_short_is_refused_unless_one_says_so(db: Database, file: Path) -> None:
    load(db, file, *(row(OriginalPaperPubMedID=str(number)) for number in range(1, 6)))

    with pytest.raises(UnreadableRetractions, match="has 2 rows, the list on the desk 5: it seems to be cut short"):
        load(db, file, row(), row())

    assert load(db, file, row(), row(), smaller=True).startswith("read 2, kept 2")


def test_the_list_is_of_the_day_of_its_newest_row_but_of_no_day_to_come(db: Database, file: Path) -> None:
    load(db, file, row(), row(RetractionDate="11/20/2026"), row(RetractionDate="1/1/1990"))
    first = retraction_list(db)
    file.write_text(list_of(row(RetractionDate="12/28/2023"), row(RetractionDate="1/4/2099")), "utf-8", newline="")
    loaded = load_list(db, file, NOON)

    assert first is not None
    assert (first.date, first.rows) == (date(2026, 11, 20), 3)
    assert (loaded.date, loaded.kept) == (date(2023, 12, 28), 2)
    assert loaded.remarks == [BadRow(3, "its day, 2099-01-04, is yet to come: kept with it")]


def test_a_list_without_a_day_that_was_is_refused_unless_one_says_its_day(db: Database, file: Path) -> None:
    file.write_text(list_of(row(RetractionDate="1/4/2099")), "utf-8", newline="")
    with pytest.raises(UnreadableRetractions, match="--date"):
        load_list(db, file, NOON)

    assert load_list(db, file, NOON, date(2026, 1, 2)).date == date(2026, 1, 2)


def test_a_number_that_nobody_knows_is_not_checked_by_a_list_that_does_not_name_it(db: Database, file: Path) -> None:
    load(db, file, row())
    ghost = parse_identifier("10.1000/ghost")
    assert status(db, ghost) is Standing.NONE_KNOWN

    keep(db, Found(Service.CROSSREF, ghost), NOON)

    assert status(db, ghost) is Standing.NEVER_CHECKED


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_the_command_lists_bad_rows_and_ends_with_the_count(desk: Path, file: Path) -> None:
    file.write_text(list_of(row(), row(RetractionNature="?"), row(RetractionDate="soon")), "utf-8", newline="")

    result = call("load-retractions", file, "--date", "2026-11-20", "--db", desk)

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "the list is of 2026-11-20; 0 of the sources cited here are known as retracted",
        "read 3, kept 2, without a DOI or PMID 0, refused 1",
    ]
    assert result.stderr.splitlines() == [
        "Error: line 3: its nature is '?': none that we know",
        "Error: line 4: its day 'soon' is none: kept without it",
    ]


@pytest.mark.parametrize(("day", "says"), [("soon", "is no day"), ("9999-01-01", "is yet to come")])
def test_a_day_that_is_none_is_wrong_usage(day: str, says: str, desk: Path, file: Path) -> None:
    result = call("load-retractions", file, "--date", day, "--db", desk)

    assert result.exit_code == 2
    assert says in result.stderr


def test_progress_tells_what_is_known_of_the_sources(desk: Path, file: Path, tmp_path: Path) -> None:
    assert "cited" not in call("progress", "--db", desk).stdout
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", verdict=Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    load(db, file, row(OriginalPaperPubMedID=BNT.identifier))
    (tmp_path / "other.db").write_bytes(db.conn.serialize())

    last = call("progress", "--db", tmp_path / "other.db").stdout.splitlines()[-1]

    assert last == (
        "1 source cited: 1 retracted, 0 with an expression of concern, 0 without a known retraction, 0 never checked;"
        " the list of retractions is of 2010-02-06"
    )
