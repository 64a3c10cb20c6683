"""Reference files put into the library from the command line: what is new, known and refused is counted and listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import annotator.__main__
from annotator.storage.connection import open_database
from annotator.storage.works import count_works, search_works

RIS = (
    "TY  - JOUR\nTI  - Zinc for the common cold\nAU  - Cox, A\nPY  - 2020\nDO  - 10.1000/1\nER  - \n"
    "TY  - JOUR\nPY  - 2020\nER  - \n"
    "TY  - JOUR\nTI  - Garlic for blood pressure\nAU  - Kim, B\nPY  - 2021\nDO  - 10.1056/NEJM oa2\nER  - \n"
)
NBIB = "PMID- 5\nTI  - Zinc for the common cold.\nAU  - Cox A\nDP  - 2020\nLID - 10.1000/1 [doi]\nPT  - Review\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.ris").write_text(RIS)
    (tmp_path / "pubmed.txt").write_text(NBIB)
    (tmp_path / "article.txt").write_text("Zinc helps.")
    return tmp_path


def add(folder: Path, *names: str, by: str = "Dr Ada") -> Result:
    files = [str(folder / name) for name in names]
    return CliRunner().invoke(
        annotator.__main__.cli, ["add-sources", *files, "--by", by, "--db", str(folder / "desk.db")]
    )


def test_the_last_line_says_what_became_of_the_records(folder: Path) -> None:
    result = add(folder, "a.ris")

    assert (result.exit_code, result.stdout) == (1, "read 3, new 2, refused 1\n")
    assert result.stderr.splitlines() == [
        f"Error: {folder}/a.ris: line 7, record 2: there is neither a title nor an identifier: give it a title (TI)"
        " or a DOI (DO)",
        f"Warning: {folder}/a.ris: line 14, record 3: DO is left out: a DOI has no blanks: 10.1056/NEJM oa2. Join its"
        " parts, and leave out what is not the DOI",
    ]


def test_a_file_added_twice_adds_nothing_and_another_joins_what_it_knows(folder: Path) -> None:
    add(folder, "a.ris")

    assert add(folder, "a.ris").stdout == "read 3, new 0, refused 1\n"
    assert add(folder, "pubmed.txt").stdout == "read 1, new 0, refused 0\n"
    with open_database(folder / "desk.db") as db:
        assert count_works(db) == 2
        (stored,) = search_works(db, "zinc")
    assert [source.shown for source in stored.work.identifiers] == ["10.1000/1", "PMID 5"]
    assert (stored.work.publication_types, stored.added_by) == (("Review",), "Dr Ada")


def test_of_several_files_each_is_told_and_one_that_is_none_stops_nothing(folder: Path) -> None:
    result = add(folder, "article.txt", "gone.ris", "pubmed.txt")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [f"{folder}/pubmed.txt: read 1, new 1, refused 0", "read 1, new 1, refused 0"]
    assert [line.split(": ", 1)[1] for line in result.stderr.splitlines()] == [
        f"{folder}/article.txt is no reference file: RIS, PubMed (NBIB), BibTeX and CSL-JSON are read",
        f"{folder}/gone.ris: there is no such file; check the path",
    ]


def test_a_file_that_is_none_makes_no_database(folder: Path) -> None:
    result = add(folder, "article.txt")

    assert (result.exit_code, result.stdout) == (1, "")
    assert not (folder / "desk.db").exists()
