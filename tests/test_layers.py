"""The shape of the house: read from the left, one library in one home, no page that draws when it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers import FLOORS, HOMES, PACKAGES, faults, sources
from tests.programs import ROOT


def test_the_house_keeps_its_shape() -> None:
    assert faults(ROOT) == []


def test_all_of_the_house_is_looked_at() -> None:
    names = {source.name for source in sources(ROOT)}

    assert {name.split(".")[0] for name in names} == set(PACKAGES)
    assert {"app", "corpus.model", "annotator.storage.schema", "annotator.ui.review", "exports.catalog"} <= names


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        pytest.param("corpus/cues.py", "import annotator.model", "to its right", id="the corpus knows of reviewers"),
        pytest.param("corpus/cues.py", "def f():\n    from exports import card", "to its right", id="in a function"),
        pytest.param("annotator/flags.py", "from app import main", "to its right", id="the front door"),
        pytest.param("annotator/model.py", "from annotator.flags import Flag", "above it", id="the model and flags"),
        pytest.param("annotator/flags.py", "from annotator.storage import labels", "above it", id="flags and storage"),
        pytest.param("annotator/storage/x.py", "from annotator.ui import x", "only a page", id="storage and a page"),
        pytest.param("annotator/__main__.py", "import annotator.ui.review", "only a page", id="a command and a page"),
        pytest.param("exports/card.py", "from annotator.ui import x", "only a page", id="a format and a page"),
        pytest.param("annotator/new.py", "from annotator import model", "has no floor", id="a module without a floor"),
        pytest.param("annotator/model.py", "from . import errors", "from the top", id="a relative import"),
        pytest.param("exports/x.py", "from corpus.__main__ import cli", "nobody imports", id="a command imported"),
        pytest.param("corpus/kinds.py", "import spacy", "home is corpus.segmentation", id="spaCy in a rule"),
        pytest.param("corpus/model.py", "import click", "whose home", id="click in the model"),
        pytest.param("annotator/flags.py", "import pandas as pd", "whose home", id="pandas in the flags"),
        pytest.param("annotator/ui/x.py", "import sqlite3", "whose home", id="SQLite in a page"),
        pytest.param("exports/x.py", "from sqlite_utils.db import Table", "whose home", id="a table in a format"),
        pytest.param("annotator/storage/x.py", "import streamlit as st", "whose home", id="Streamlit in storage"),
        pytest.param("exports/catalog.py", "import streamlit", "whose home", id="Streamlit in a format"),
        pytest.param("exports/x.py", "import urllib.request", "whose home", id="HTTP in a format"),
        pytest.param("annotator/storage/x.py", "from http import client", "whose home", id="HTTP in storage"),
        pytest.param("exports/x.py", "import yaml", "has no home", id="a library nobody decided on"),
        pytest.param("exports/x.py", 'f"SELECT {x} FROM labels"', "speaks SQL", id="SQL in a format"),
        pytest.param("annotator/ui/x.py", 'x = "INSERT OR IGNORE INTO x"', "speaks SQL", id="SQL in a page"),
        pytest.param("exports/x.py", "db.query(sql)", "calls .query()", id="a question to the database"),
        pytest.param("annotator/ui/x.py", "db.conn.commit()", "uses .conn", id="the connection itself"),
        pytest.param("exports/x.py", "db = Database(path)", "makes a Database", id="a database made by hand"),
        pytest.param("exports/page.py", "import streamlit as st\nst.title('x')", "calls st.title", id="drawn at once"),
        pytest.param("annotator/ui/x.py", "class A:\n    x = st.button('x')", "calls st.button", id="in a class"),
        pytest.param("annotator/ui/x.py", "if x:\n    y = [st.text(1)]", "calls st.text", id="deep in a statement"),
        pytest.param("app.py", "def f():\n    st.markdown(x, unsafe_allow_html=True)", "as HTML", id="HTML"),
    ],
)
def test_a_broken_rule_is_found(path: str, source: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(source, "utf-8")

    (found,) = faults(tmp_path)

    assert fault in found


@pytest.mark.parametrize(
    ("path", "source"),
    [
        pytest.param("annotator/storage/x.py", 'import sqlite3\nx = "SELECT 1"', id="SQL in storage"),
        pytest.param("exports/x.py", "from sqlite_utils import Database\n\ndef f(db: Database): ...", id="the type"),
        pytest.param("annotator/ui/x.py", "import streamlit as st\n\ndef render():\n    st.title('x')", id="a page"),
        pytest.param("annotator/ui/x.py", "@st.cache_data(ttl=60)\ndef f(): ...", id="a decorator that only wraps"),
        pytest.param("annotator/ui/x.py", "pane = st.components.v2.component('pane')", id="registering a component"),
        pytest.param("exports/x.py", '"""Select a dataset, update nothing."""', id="English that looks like SQL"),
        pytest.param("annotator/citations/x.py", "import httpx\nfrom annotator.model import Source", id="a look-up"),
        pytest.param("annotator/citations/x.py", "urlsplit(address).query", id="the query of an address"),
        pytest.param("corpus/x.py", "import json\nfrom corpus.model import Claim", id="Python's own library"),
        pytest.param("app.py", "from exports import page\nfrom annotator.ui import review", id="the front door"),
    ],
)
def test_what_is_allowed_is_not_found(path: str, source: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(source, "utf-8")

    assert faults(tmp_path) == []


def test_every_home_and_floor_is_in_the_house() -> None:
    known = {*PACKAGES, *(home for homes in HOMES.values() for home in homes), *(m for floor in FLOORS for m in floor)}

    assert {home.split(".")[0] for home in known} == set(PACKAGES)
