"""The schema keeps its promises whoever writes to it, and comes whole or not at all, however often it is asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.storage.backup import backup_database
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.schema import MIGRATION_NAMES, migrations, statements
from tests.annotator.conftest import SmallDesk
from tests.programs import run

LABEL = "INSERT INTO labels (key, claim_id, reviewer, change, guideline_version, labelled_at{more}) VALUES ({values})"


DECISION = "INSERT INTO adjudications (key, claim_id, editor, answer, decided_at) VALUES ({values})"


def schema(path: Path) -> list[tuple[str, str]]:
    """Every table, index, view and trigger, in the order they were made."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


@pytest.fixture
def labelled(small_desk: SmallDesk) -> SmallDesk:
    """A desk with a label that has a citation, and an article in a split."""
    small_desk.send(small_desk.answer("k1", "supported"))
    small_desk.send(small_desk.item("c1", "cite", identifier="10.1000/xyz123", stance="supports", quote="It does."))
    small_desk.db.execute("INSERT INTO splits VALUES ('garlic', 'train', '2026-11-23T12:00:00.000000Z')")
    first, second = small_desk.claims[:2]
    small_desk.db.execute(
        "INSERT INTO recuts (id, key, act, article, revision, made_at) VALUES (1, 'r1', 'merge', 'garlic', 1, 'now')"
    )
    small_desk.db.execute("INSERT INTO recut_claims VALUES (1, ?, 'retired')", [first])
    small_desk.db.execute("INSERT INTO predecessors VALUES (?, ?, 1, 0)", [second, first])
    small_desk.db.execute(DECISION.format(values="'d1', :claim, 1, 'contradicted', 'now'"), {"claim": first})
    return small_desk


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        pytest.param("UPDATE labels SET verdict = 'contradicted'", "append-only", id="a verdict changed"),
        pytest.param("UPDATE labels SET rationale = ''", "append-only", id="a rationale emptied"),
        pytest.param("DELETE FROM labels", "append-only", id="labels deleted"),
        pytest.param("UPDATE OR REPLACE labels SET key = 'k1'", "append-only", id="a key taken over"),
        pytest.param("INSERT OR REPLACE INTO labels SELECT * FROM labels", "append-only", id="labels replaced"),
        pytest.param(
            "INSERT OR REPLACE INTO labels (key, claim_id, reviewer, change, guideline_version, labelled_at)"
            " SELECT key, claim_id, reviewer, change, 1, 'now' FROM labels",
            "append-only",
            id="a label replaced by its key",
        ),
        pytest.param("UPDATE adjudications SET answer = 'supported'", "append-only", id="a decision changed"),
        pytest.param("DELETE FROM adjudications", "append-only", id="a decision forgotten"),
        pytest.param("UPDATE citations SET stance = 'contradicts'", "append-only", id="a stance turned round"),
        pytest.param("UPDATE citations SET quote = ''", "append-only", id="a quote emptied"),
        pytest.param("DELETE FROM citations", "append-only", id="citations deleted"),
        pytest.param("INSERT OR REPLACE INTO citations SELECT * FROM citations", "append-only", id="replaced"),
        pytest.param("UPDATE claims SET text = 'Garlic cures colds.'", "keeps its place", id="a claim's words changed"),
        pytest.param("UPDATE claims SET start = start + 1", "keeps its place", id="a claim moved"),
        pytest.param("UPDATE claims SET article = 'ginger'", "keeps its place", id="a claim given away"),
        pytest.param("DELETE FROM claims", "never deleted", id="claims deleted"),
        pytest.param("INSERT OR REPLACE INTO claims SELECT * FROM claims", "never deleted", id="claims replaced"),
        pytest.param("UPDATE splits SET split = 'test'", "stays as it was frozen", id="training data made test data"),
        pytest.param("DELETE FROM splits", "stays as it was frozen", id="a split forgotten"),
        pytest.param("UPDATE revisions SET text = 'Other words.'", "keeps its text", id="a text changed"),
        pytest.param("UPDATE revisions SET sha256 = ''", "keeps its text", id="a fingerprint changed"),
        pytest.param("UPDATE sources SET identifier = '2'", "keeps its identifier", id="a source made another"),
        pytest.param("UPDATE recuts SET act = 'split'", "append-only", id="a merge called a split"),
        pytest.param("DELETE FROM recuts", "append-only", id="a recut forgotten"),
        pytest.param("UPDATE recut_claims SET part = 'made'", "append-only", id="a retired claim called made"),
        pytest.param("DELETE FROM recut_claims", "append-only", id="the claims of a recut forgotten"),
        pytest.param("UPDATE predecessors SET same_words = 1", "append-only", id="other words called the same"),
        pytest.param("DELETE FROM predecessors", "append-only", id="where a claim came from forgotten"),
        pytest.param("DELETE FROM people", "FOREIGN KEY", id="a reviewer with labels deleted"),
        pytest.param("DELETE FROM sources", "FOREIGN KEY", id="a cited source deleted"),
        pytest.param("DELETE FROM revisions", "FOREIGN KEY", id="a text with claims deleted"),
        pytest.param("DELETE FROM articles", "FOREIGN KEY", id="an article deleted"),
        pytest.param("DELETE FROM guidelines", "FOREIGN KEY", id="the guideline of a label deleted"),
    ],
)
def test_what_was_kept_stays(statement: str, says: str, labelled: SmallDesk) -> None:
    before = list(labelled.db.conn.iterdump())

    with pytest.raises(sqlite3.IntegrityError, match=says):
        labelled.db.execute(statement)

    assert list(labelled.db.conn.iterdump()) == before


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        pytest.param("UPDATE people SET active = 'yes'", "cannot store TEXT", id="text where a number goes"),
        pytest.param("UPDATE people SET name = ' '", "CHECK", id="a blank name"),
        pytest.param("UPDATE people SET role = 'king'", "CHECK", id="an unknown role"),
        pytest.param("INSERT INTO people (name, role, added_at) VALUES ('dr a', 'editor', '')", "UNIQUE", id="case"),
        pytest.param("INSERT INTO articles (slug, title, added_at) VALUES ('A b', '', '')", "CHECK", id="slug"),
        pytest.param("INSERT INTO sources (type, identifier, shown, url) VALUES ('x', '1', '', '')", "CHECK", id="x:1"),
        pytest.param(
            "INSERT INTO works (csl, origin, design, added_at, changed_at) VALUES ('{}', 'file', 'rct', '', '')",
            "CHECK",
            id="an unknown design",
        ),
        pytest.param("INSERT INTO work_identifiers VALUES ('doi', '10.1/2', '', '', 7)", "FOREIGN", id="no such work"),
        pytest.param("INSERT INTO splits VALUES ('garlic', 'train', '')", "UNIQUE", id="a second split"),
        pytest.param(LABEL.format(more="", values="'n', 'nowhere', 1, 'answer', 1, ''"), "FOREIGN", id="no such claim"),
        pytest.param(LABEL.format(more="", values="'n', :claim, 99, 'answer', 1, ''"), "FOREIGN", id="nobody"),
        pytest.param(LABEL.format(more="", values="'n', :claim, 1, 'answer', 9, ''"), "FOREIGN", id="no guideline"),
        pytest.param(LABEL.format(more="", values="'k1', :claim, 1, 'answer', 1, ''"), "UNIQUE", id="a key twice"),
        pytest.param(LABEL.format(more="", values="'n', :claim, 1, 'undo', 1, ''"), "CHECK", id="undoes nothing"),
        pytest.param(LABEL.format(more="", values="'n', :claim, 1, 'guess', 1, ''"), "CHECK", id="unknown change"),
        pytest.param(
            LABEL.format(more=", carried_from", values="'n', :claim, 1, 'answer', 1, '', 1"),
            "CHECK",
            id="an answer that was carried",
        ),
        pytest.param(
            "INSERT INTO recuts (key, act, article, revision, made_at) VALUES ('n', 'undo', 'garlic', 1, '')",
            "CHECK",
            id="a recut that undoes nothing",
        ),
        pytest.param(DECISION.format(values="'d1', :claim, 1, 'supported', ''"), "UNIQUE", id="a decision twice"),
        pytest.param(DECISION.format(values="'d2', 'nowhere', 1, 'supported', ''"), "FOREIGN", id="on no claim"),
        pytest.param(DECISION.format(values="'d2', :claim, 99, 'supported', ''"), "FOREIGN", id="by nobody"),
        pytest.param(DECISION.format(values="'d2', :claim, 1, 'mixed', ''"), "CHECK", id="a mixed decision"),
        pytest.param("INSERT INTO predecessors VALUES (:claim, :claim, 1, 1)", "CHECK", id="its own predecessor"),
        pytest.param(
            LABEL.format(more=", verdict", values="'n', :claim, 1, 'answer', 1, '', 'mixed'"), "CHECK", id="mixed"
        ),
        pytest.param(
            LABEL.format(more=", verdict, skipped", values="'n', :claim, 1, 'answer', 1, '', 'supported', 1"),
            "CHECK",
            id="a verdict on a claim that was skipped",
        ),
    ],
)
def test_what_breaks_a_rule_does_not_come_in(statement: str, says: str, labelled: SmallDesk) -> None:
    before = list(labelled.db.conn.iterdump())

    with pytest.raises(sqlite3.IntegrityError, match=says):
        labelled.db.execute(statement, {"claim": labelled.claims[0]} if ":claim" in statement else [])

    assert list(labelled.db.conn.iterdump()) == before


def test_every_table_of_ours_is_strict(small_desk: SmallDesk) -> None:
    loose = small_desk.db.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()

    assert loose == []


def test_a_claim_is_found_by_its_words_from_the_moment_it_is_there(small_desk: SmallDesk) -> None:
    found = small_desk.db.execute("SELECT text FROM claims_search WHERE claims_search MATCH 'cure'").fetchall()

    assert found == [("Garlic cures flu.",)]


def test_every_migration_known_by_name_is_applied_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"

    prepare_database(path)
    prepare_database(path)

    with open_database(path) as db:
        applied = [migration.name for migration in migrations.applied(db)]
    assert applied == sorted(MIGRATION_NAMES)


@pytest.mark.parametrize("name", sorted(MIGRATION_NAMES)[1:])
def test_a_database_from_before_a_migration_is_brought_up_to_a_fresh_one(name: str, tmp_path: Path) -> None:
    old, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    prepare_database(fresh)
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrations.apply(Database(connection), stop_before=name)

    prepare_database(old)

    assert schema(old) == schema(fresh)


def test_a_script_falls_apart_at_its_statements_and_not_inside_a_trigger() -> None:
    script = "CREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n    SELECT 1;\nEND;\nSELECT 2;\n"

    assert statements(script) == [
        "CREATE TABLE a (x);",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n    SELECT 1;\nEND;",
        "SELECT 2;",
    ]


def nothing(path: Path) -> None:
    """No file yet."""


def a_backup(path: Path) -> None:
    before = path.with_name("before.db")
    prepare_database(before)
    backup_database(before, path)


def no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")


BEGINNINGS: list[Callable[[Path], None]] = [nothing, a_backup, no_tables]


def test_six_programs_may_prepare_a_database_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / begin.__name__ / "desk.db" for begin in BEGINNINGS]
    for begin, path in zip(BEGINNINGS, paths, strict=True):
        path.parent.mkdir()
        begin(path)

    raced = run("tests.annotator.preparing", "race", *paths)

    assert (raced.stdout, raced.stderr) == ("[6, 6, 6]\n", "")
    assert len({str(schema(path)) for path in paths}) == 1
    assert {journal_mode(path) for path in paths} == {"wal"}


def test_a_program_killed_while_it_prepares_leaves_nothing_broken(tmp_path: Path) -> None:
    prepare_database(tmp_path / "fresh.db")
    fresh = schema(tmp_path / "fresh.db")
    paths = [
        tmp_path / begin.__name__ / str(step) / "desk.db" for begin in BEGINNINGS for step in (*range(1, 90, 11), 999)
    ]
    for path in paths:
        path.parent.mkdir(parents=True)
        {begin.__name__: begin for begin in BEGINNINGS}[path.parts[-3]](path)

    died = run("tests.annotator.preparing", "die", *paths)

    ended_well = dict(zip(paths, json.loads(died.stdout), strict=True))
    assert [path.parts[-3] for path in paths if not ended_well[path]].count("nothing") >= 5
    assert all(ended_well[path] for path in paths if path.parts[-2] == "999")
    for path in paths:
        prepare_database(path)
        assert schema(path) == fresh


def journal_mode(path: Path) -> str:
    with open_database(path) as db:
        return str(db.execute("PRAGMA journal_mode").fetchone()[0])
