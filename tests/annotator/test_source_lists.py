"""The sources that labels rest on, chosen like a dataset, each once, with what the library and the notices know."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

import annotator.__main__
from annotator.citations.identifiers import parse_identifier
from annotator.citations.reference_files.nbib import read_nbib
from annotator.citations.reference_files.reading import read_references
from annotator.citations.same_work import Origin
from annotator.citations.source_lists import SOURCE_FORMATS
from annotator.model import Stance, Verdict
from annotator.storage.cited_works import cited_works, counted_words, written_as
from annotator.storage.filters import Filters
from annotator.storage.works import save_works
from tests.desks import SOURCES, cited, desk_in_memory, label, label_all

SICI, PMID, PMCID, NCT, ISBN, URL = range(6)
NOW = datetime(2026, 11, 26, tzinfo=UTC)
NBIB = (
    "PMID- 33301246\nTI  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine.\nAU  - Polack FP\nDP  - 2020\n"
    "TA  - N Engl J Med\nLID - 10.1056/NEJMoa2034577 [doi]\nPMC - PMC7745181\n"
    "RIN - Lancet. 2021 Jan 1;1(1):1. PMID: 33301999\n"
)


@pytest.fixture
def db() -> Database:
    """Garlic cites one paper by PMID, then by PMCID, and a book; zinc cites a page."""
    desk = desk_in_memory()
    label_all(
        desk,
        [
            label("k1", "cures", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, PMID)),
            label("k2", "cures", "Dr B", Verdict.CONTRADICTED, evidence=cited(Stance.CONTRADICTS, PMCID)),
            label("k3", "take", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, ISBN)),
            label("k4", "row", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, URL)),
        ],
    )
    save_works(desk, read_nbib(NBIB).works, Origin.FILE, "Dr A", NOW)
    return desk


def shown(db: Database, **filters: object) -> list[str]:
    return [each.work.title or each.work.identifiers[0].shown for each in cited_works(db, Filters(**filters))]  # type: ignore[arg-type]


PAPER = "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
BOOK, PAGE = SOURCES[ISBN].shown, SOURCES[URL].shown


def test_each_publication_is_there_once_in_the_order_of_the_texts(db: Database) -> None:
    assert shown(db) == [PAPER, BOOK, PAGE]


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        pytest.param({"articles": ("zinc",)}, [PAGE], id="article"),
        pytest.param({"verdicts": (Verdict.CONTRADICTED,)}, [PAPER], id="verdict"),
        pytest.param({"reviewers": ("Dr B",)}, [PAPER, BOOK], id="reviewer"),
        pytest.param({"as_of": datetime(2000, 1, 1, tzinfo=UTC)}, [], id="as-of"),
    ],
)
def test_filters_choose_the_claims_as_for_a_dataset(
    db: Database, filters: dict[str, object], sources: list[str]
) -> None:
    assert shown(db, **filters) == sources


def test_what_a_label_replaced_no_more_cites_is_left_out(db: Database) -> None:
    label_all(db, [label("k9", "row", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, NCT))])

    assert shown(db, articles=("zinc",)) == ["NCT04368728"]


@pytest.mark.parametrize("name", SOURCE_FORMATS)
def test_every_format_says_what_is_retracted(db: Database, name: str) -> None:
    text = written_as(cited_works(db, Filters()), name)

    assert text.count("Retracted 2021-01-01") == 1
    assert PAPER in text


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl-json"])
def test_what_is_written_is_read_back_with_every_number(db: Database, name: str) -> None:
    works = [each.work for each in cited_works(db, Filters())]

    read = read_references(written_as(cited_works(db, Filters()), name).encode())

    assert [work.identifiers for work in read.works] == [work.identifiers for work in works]


def test_the_count_says_what_is_bare_and_what_is_bad(db: Database) -> None:
    assert counted_words(cited_works(db, Filters())) == (
        "3 sources, 2 known by number alone, 1 retracted or under concern"
    )
    assert counted_words([]) == "0 sources"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(annotator.__main__.cli, ["sources", *map(str, arguments)])


def test_the_command_writes_a_file_and_says_how_many(desk: Path, tmp_path: Path) -> None:
    for name, chosen in SOURCE_FORMATS.items():
        result = run("--format", name, "--to", tmp_path / f"a{chosen.suffix}", "--db", desk)

        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "wrote 0 sources\n")
    assert json.loads((tmp_path / "a.json").read_text()) == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("a.")) == [
        "a.bib",
        "a.json",
        "a.ris",
        "a.txt",
    ]


def test_the_command_writes_to_stdout_and_html(db: Database, tmp_path: Path) -> None:
    with Database(tmp_path / "desk.db").conn as connection:
        db.conn.backup(connection)

    result = run("--format", "ama", "--to", "-", "--article", "zinc", "--db", tmp_path / "desk.db")
    run("--format", "ama", "--to", tmp_path / "a.html", "--db", tmp_path / "desk.db")

    assert result.stdout == f"1. {PAGE}. {PAGE}\n"
    assert "<i>N Engl J Med</i>" in (tmp_path / "a.html").read_text()


def test_a_place_where_nothing_can_be_put_is_told_by_its_own_name(desk: Path, tmp_path: Path) -> None:
    no_folder = run("--format", "ris", "--to", tmp_path / "gone" / "a.ris", "--db", desk)
    a_folder = run("--format", "ris", "--to", tmp_path, "--db", desk)

    assert (
        no_folder.stderr
        == f"Error: {tmp_path / 'gone'}: there is no such folder: make it first, or name another file\n"
    )
    assert (no_folder.exit_code, a_folder.exit_code) == (1, 1)
    assert a_folder.stderr.startswith(f"Error: {tmp_path}: ")
    assert ".part" not in a_folder.stderr


def test_ris_names_and_opens_a_paper_that_has_a_pmid_alone() -> None:
    written = SOURCE_FORMATS["ris"].write(read_nbib("PMID- 5\nTI  - Old paper\n").works, [""])

    for line in ("UR  - https://pubmed.ncbi.nlm.nih.gov/5/", "AN  - 5", "DB  - PubMed", "N1  - PMID: 5"):
        assert f"\r\n{line}\r\n" in written
    (again,) = read_references(written.encode()).works
    assert (again.identifiers, "URL" in again.csl) == ((parse_identifier("PMID 5"),), False)


def test_the_desk_s_database_is_never_written_over(desk: Path) -> None:
    result = run("--format", "ris", "--to", desk, "--db", desk)

    assert (result.exit_code, "the desk's database" in result.stderr) == (1, True)


def test_an_unknown_article_is_told(desk: Path, tmp_path: Path) -> None:
    result = run("--format", "ris", "--to", tmp_path / "a.ris", "--article", "gone", "--db", desk)

    assert (result.exit_code, "gone" in result.stderr) == (1, True)
    assert not (tmp_path / "a.ris").exists()
