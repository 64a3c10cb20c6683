"""The database for publication: it names nobody, holds what the desk holds, is the same each time, and Datasette serves
every table and query of it."""

import json
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlite_utils import Database

from annotator.agreement.report import agreement_on
from annotator.model import Evidence, Verdict
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from annotator.storage.publication import QUESTIONS
from exports.deciding import Votes
from exports.errors import CannotExport
from exports.publishing import NAMED, public_address, texts_naming
from exports.reporting import LOSS
from exports.selecting import Dataset
from tests.desks import NOON, desk_in_memory, label, label_all
from tests.exports.consumers import PYTHON
from tests.exports.golden_desk import export_to, golden_decisions, golden_desk, golden_labels

NAMES = sorted({each.reviewer for each in golden_labels()} | {each.editor for each in golden_decisions()})
TABLES = ("articles", "claims", "flags", "cues", "reviewers", "votes", "sources", "citations")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publication") / "out"
    db = golden_desk()
    db.execute("UPDATE people SET email = 'somebody@example.org'")
    export_to(db, "datasette", path, Dataset(licence="cc0-1.0"))
    return path


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """The address of Datasette with the publication, on a free port."""
    if not PYTHON.exists():
        pytest.fail(f"nothing is there to serve our datasets with ({PYTHON}): make test sets it up")
    arguments: list[str | Path] = [
        "-i",
        folder / "claims.db",
        "-m",
        folder / "metadata.json",
        "-h",
        "127.0.0.1",
        "-p",
        "0",
    ]
    with subprocess.Popen(
        [PYTHON, "-m", "datasette", "serve", *arguments], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stderr
        for line in server.stderr:
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                yield found[1]
                break
        else:
            pytest.fail("Datasette did not start")
        server.terminate()
        server.stderr.read()


def rows(folder: Path, question: str, **values: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(folder / "claims.db")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(question, values)]


def sql(name: str) -> str:
    return next(each.sql for each in QUESTIONS if each.name == name)


def asked(address: str, path: str, **values: str) -> dict[str, Any]:
    answer = httpx.get(f"{address}/claims/{path}.json", params={**values, "_shape": "objects"}, trust_env=False)
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


def shown(address: str, path: str) -> str:
    return httpx.get(f"{address}/{path}", trust_env=False).raise_for_status().text


@pytest.mark.parametrize("table", TABLES)
def test_datasette_serves_the_table(served: str, folder: Path, table: str) -> None:
    assert asked(served, table)["rows"]
    assert table in shown(served, f"claims/{table}")


@pytest.mark.parametrize(
    ("query", "values", "number"),
    [
        pytest.param("flagged", {}, 3, id="flagged"),
        pytest.param("flagged", {"flag": "disagreement"}, 1, id="of-one-flag"),
        pytest.param("by_source", {}, 6, id="by-source"),
        pytest.param("by_source", {"source": "PMID 33301246"}, 1, id="of-a-source-by-name"),
        pytest.param("by_source", {"source": "pmid:33301246"}, 1, id="of-a-source-by-id"),
        pytest.param("by_reviewer", {}, 7, id="by-reviewer"),
        pytest.param("by_reviewer", {"reviewer": "Dr A"}, 0, id="nobody-by-name"),
        pytest.param("agreement", {}, 3, id="agreement"),
    ],
)
def test_datasette_answers_the_query(served: str, query: str, values: dict[str, str], number: int) -> None:
    found = asked(served, query, **values)

    assert found.get("ok", True) is not False
    assert len(found["rows"]) == number


def test_datasette_shows_licence_queries_and_what_columns_mean(served: str) -> None:
    metadata = json.loads(shown(served, "-/metadata.json"))

    assert metadata["license"] == "cc0-1.0"
    assert set(metadata["databases"]["claims"]["queries"]) == {"flagged", "by_source", "by_reviewer", "agreement"}
    assert "a pseudonym, the same throughout this dataset" in shown(served, "claims/votes")


def test_nobody_is_named_in_any_byte_of_it(folder: Path) -> None:
    written = b"".join(path.read_bytes() for path in sorted(folder.parent.rglob("*")) if path.is_file())

    assert [name for name in NAMES if name.encode() in written] == []
    assert b"somebody@example.org" not in written
    assert [each.key for each in golden_labels() if re.search(rb"\b%s\b" % each.key.encode(), written)] == []
    assert b"12:02:00" not in written


def test_it_has_no_table_of_the_desks_own_people_and_settings(folder: Path) -> None:
    tables = {row["name"] for row in rows(folder, "SELECT name FROM sqlite_schema WHERE type = 'table'")}

    assert tables == set(TABLES)


def test_it_holds_every_vote_by_pseudonym_and_is_sound(folder: Path) -> None:
    assert rows(folder, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert rows(folder, "PRAGMA foreign_key_check") == []
    said = rows(folder, "SELECT reviewer, count(*) AS number FROM votes GROUP BY reviewer")
    assert sorted(row["number"] for row in said) == [1, 1, 5]
    assert {row["reviewer"] for row in said} == {"reviewer-1", "reviewer-2", "reviewer-3"}
    assert rows(folder, "SELECT * FROM claims WHERE adjudication IS NOT NULL")[0]["adjudication"] == "contradicted"


def test_pseudonyms_do_not_follow_the_alphabet() -> None:
    orders = set()
    for turn in range(6):
        db = desk_in_memory()
        label_all(db, [label(f"k{turn}{at}", "cures", name, Verdict.SUPPORTED) for at, name in enumerate("ABC", 1)])
        orders.add(tuple(pseudonyms(db)))
    assert len(orders) > 1


def pseudonyms(db: Database) -> list[str]:
    from exports.publishing import _Filling
    from exports.selecting import select_claims
    from exports.selection import Tally

    class Nowhere:
        def add(self, *_: object) -> None: ...

    with select_claims(db, Dataset()) as (claims, selection):
        filling = _Filling(Nowhere(), selection, Tally())  # type: ignore[arg-type]  # it takes rows, and drops them
        for claim in claims:
            filling.add(claim)
    names = filling.pseudonyms()
    return [names[filling._numbers[name]] for name in sorted(filling._numbers)]


def test_two_of_one_moment_are_the_same_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    db = golden_desk()
    export_to(db, "datasette", tmp_path / "out", Dataset(licence="cc0-1.0"))

    for name in ("claims.db", "metadata.json"):
        assert (tmp_path / "out" / name).read_bytes() == (folder / name).read_bytes()
    header = (folder / "claims.db").read_bytes()[:100]
    assert (header[24:28], header[92:100]) == (b"\0\0\0\1", b"\0\0\0\1\0\0\0\0")
    assert sorted(path.name for path in folder.iterdir()) == ["claims.db", "metadata.json"]


def test_its_agreement_is_that_of_the_desk(folder: Path, tmp_path: Path) -> None:
    db = desk_in_memory()
    verdicts = {"cures": "suc", "take": "ssu", "sum": "cc", "row": "uus", "question": "s"}
    named = {"s": Verdict.SUPPORTED, "u": Verdict.UNSUPPORTED, "c": Verdict.CONTRADICTED}
    said = [
        label(f"k{number}{at}", claim, f"Dr {who}", named[word])
        for number, (claim, words) in enumerate(verdicts.items(), 1)
        for at, (who, word) in enumerate(zip("ABC", words, strict=False))
    ]
    label_all(db, said)
    export_to(db, "datasette", tmp_path / "out", Dataset())

    ours = agreement_on(labelled_claims(db, Filters(every_label=True)))
    found = {(row["scope"], row["name"]): row for row in rows(tmp_path / "out", sql("agreement"))}

    assert found["all", ""]["krippendorff_alpha"] == pytest.approx(ours.alpha.value, abs=1e-9)
    assert found["all", ""]["claims_with_two_votes"] == ours.alpha.claims == 4
    alike = found["kind", "list_item"]
    assert (alike["krippendorff_alpha"], alike["why_none"]) == (
        None,
        "every vote is the same answer, so chance alone would agree too",
    )


def test_a_text_that_names_a_reviewer_is_told(tmp_path: Path) -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Anna Berg", Verdict.UNSUPPORTED, evidence=Evidence(search_note="ANNA BERG"))])

    export_to(db, "datasette", tmp_path / "out", Dataset())

    assert f"1 {NAMED}"[:50] in (tmp_path / f"out{LOSS}").read_text("utf-8")
    assert texts_naming(["Anna", "Al"], ["Annabel and Al", "by Anna."]) == 1


@pytest.mark.parametrize("votes", [Votes.FINAL, Votes.MAJORITY, Votes.ESTIMATE])
def test_one_verdict_a_claim_has_no_votes_and_every_query_still_answers(votes: Votes, tmp_path: Path) -> None:
    export_to(golden_desk(), "datasette", tmp_path / "out", Dataset(votes=votes))

    assert rows(tmp_path / "out", "SELECT * FROM votes") == rows(tmp_path / "out", "SELECT * FROM reviewers") == []
    for each in QUESTIONS:
        rows(tmp_path / "out", each.sql, flag="", source="", reviewer="")


def test_a_filter_that_names_a_reviewer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="take off the one on reviewers"):
        export_to(golden_desk(), "datasette", tmp_path / "out", Dataset(Filters(reviewers=("Dr A",))))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://me:secret@example.org/a?b=c", "https://example.org/a?b=c"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("/home/anna/article.txt", None),
        ("", None),
    ],
)
def test_an_articles_address_is_published_without_a_password(address: str, public: str | None) -> None:
    assert public_address(address) == public


def test_a_dataset_of_an_earlier_moment_has_its_sources_and_says_nothing_of_their_retraction(tmp_path: Path) -> None:
    export_to(golden_desk(), "datasette", tmp_path / "out", Dataset(Filters(as_of=NOON + timedelta(hours=2))))

    assert [row["retraction"] for row in rows(tmp_path / "out", "SELECT * FROM sources")] == [None] * 6
