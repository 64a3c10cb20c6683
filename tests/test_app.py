"""The desk as a whole, without a browser: every page is drawn, whatever state the desk is in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from annotator.errors import UnsafeSettings
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person, person_named
from annotator.ui import startup
from annotator.ui.review import answer_message
from annotator.ui.session import NAME
from corpus.reading import read_article
from corpus.segmentation import split_claims

ROOT = Path(__file__).parents[1]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    return path


def add_sample(path: Path) -> None:
    prepare_database(path)
    article = read_article(ROOT / "corpus" / "articles" / "magnesium_ms.txt")
    with open_database(path) as db:
        add_article(db, article, split_claims(article.text), NOON)
        add_person(db, "Dr *A* <b>", NOON)


def opened(name: str | None = None) -> AppTest:
    """The desk at its first page, by the door that everybody takes."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
    if name:
        app.session_state[NAME] = name
    return app.run()


def draw_you() -> None:
    from annotator.ui import you

    you.render()


def words(app: AppTest) -> str:
    return " ".join(str(element.value) for kind in (app.title, app.markdown, app.text, app.header) for element in kind)


@pytest.mark.parametrize("state", ["empty", "with-the-sample"])
@pytest.mark.parametrize("name", [None, "Dr *A* <b>"])
def test_the_review_page_is_drawn(path: Path, state: str, name: str | None) -> None:
    prepare_database(path)
    if state == "with-the-sample":
        add_sample(path)
    elif name:
        with open_database(path) as db:
            add_person(db, name, NOON)

    app = opened(name)

    assert not app.exception
    if name is None:
        assert "Who is at the desk?" in words(app)
    elif state == "empty":
        assert "There is no article to review yet." in words(app)


def test_a_name_is_picked_and_kept(path: Path) -> None:
    add_sample(path)
    app = opened()

    app.selectbox[0].set_value("Dr *A* <b>").run()

    assert not app.exception
    assert app.session_state[NAME] == "Dr *A* <b>"


def test_the_first_person_types_a_name(path: Path) -> None:
    app = opened()

    app.text_input[0].set_value("  Dr   First ")
    app.button[0].click().run()

    assert not app.exception
    assert app.session_state[NAME] == "Dr First"


def test_no_name_is_asked_for_again_with_the_reason(path: Path) -> None:
    app = opened()

    app.button[0].click().run()

    assert not app.exception
    assert "type yours" in words(app)
    assert NAME not in app.session_state


def test_a_database_that_cannot_be_used_is_told_on_the_page(path: Path) -> None:
    path.write_text("this is no database, whatever its name says", "utf-8")

    app = opened()

    assert not app.exception
    assert "Claimdesk cannot start" in words(app)
    assert "is not a SQLite database" in words(app)


def test_a_database_taken_away_while_the_desk_runs_is_told_on_the_page(path: Path) -> None:
    add_sample(path)
    app = opened("Dr *A* <b>")
    for file in path.parent.glob("desk.db*"):
        file.unlink()

    app.run()

    assert not app.exception
    assert "there is no database" in words(app).lower()


def test_an_error_that_nobody_foresaw_is_a_line_on_the_page_and_whole_in_the_log(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add_sample(path)
    with open_database(path) as db:
        db.execute("UPDATE claims SET context = '7'")  # what no version of the desk has written

    app = opened("Dr *A* <b>")

    assert not app.exception
    told = re.search(r"Nothing that was saved is lost\..* tell who runs the desk: (.+ UTC) (\w+)$", words(app))
    assert told
    (logged,) = [record for record in caplog.records if record.name == "claimdesk"]
    assert told[1] in logged.getMessage()
    assert logged.exc_info
    assert logged.exc_info[0]
    assert logged.exc_info[0].__name__ == told[2]


def test_an_error_that_nobody_foresaw_while_saving_is_the_panes_trouble(path: Path) -> None:
    add_sample(path)
    with open_database(path) as db:
        person = person_named(db, "Dr *A* <b>")

    answer = answer_message(person, {"n": 3, "items": 7})

    assert (answer["n"], answer["acks"]) == (3, [])
    assert "Nothing that was saved is lost." in answer["trouble"]


def draw_line(line: str) -> None:
    from annotator.ui.session import show_line

    show_line(line)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("there is no claim x", "There is no claim x", id="a-sentence"),
        pytest.param("bin.txt: holds no text", "bin.txt: holds no text", id="a-file-keeps-its-name"),
        pytest.param("https://x.org/ does not answer", "https://x.org/ does not answer", id="an-address"),
    ],
)
def test_an_error_begins_with_a_capital_unless_it_begins_with_a_name(line: str, shown: str) -> None:
    page = AppTest.from_function(draw_line, args=(line,)).run()

    assert [text.value for text in page.text] == [shown]


@pytest.mark.parametrize("name", startup.NEEDED)
def test_a_setting_that_loses_labels_time_or_privacy_stops_the_desk(name: str) -> None:
    needed, why = startup.NEEDED[name]
    before = st.get_option(name)
    assert before == needed, "the desk's own .streamlit/config.toml is not in force"
    st.config.set_option(name, "developer" if isinstance(needed, str) else not needed)
    try:
        with pytest.raises(UnsafeSettings, match=name):
            startup.check_settings()
    finally:
        st.config.set_option(name, before)
    startup.check_settings()
    assert why


def test_the_page_you_shows_a_name_as_it_was_typed(path: Path) -> None:
    add_sample(path)
    page = AppTest.from_function(draw_you)
    page.session_state[NAME] = "Dr *A* <b>"

    page.run()

    assert not page.exception
    assert [text.value for text in page.text] == ["Dr *A* <b>"]
    assert page.selectbox[0].options == ["Dr *A* <b>"]


@pytest.mark.parametrize("hosts", [[], ["desk.example.org"]])
def test_the_desk_starts_only_where_its_hosts_are_named(hosts: list[str]) -> None:
    before = st.get_option("server.allowedHosts")
    st.config.set_option("server.allowedHosts", hosts)
    try:
        if hosts:
            startup.check_settings()
        else:
            with pytest.raises(UnsafeSettings, match="allowedHosts"):
                startup.check_settings()
    finally:
        st.config.set_option("server.allowedHosts", before)


def test_a_name_of_another_desk_is_asked_for_anew(path: Path) -> None:
    add_sample(path)

    app = opened("Dr Elsewhere")

    assert not app.exception
    assert "Who is at the desk?" in words(app)
