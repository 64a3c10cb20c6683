"""What every test has: no database of its own accord in the working directory, and a desk where it asks for one."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from corpus.reading import read_article
from corpus.segmentation import split_claims
from tests.programs import SAMPLE

settings.register_profile("unhurried", settings(), deadline=None)  # a test never asserts on time
settings.load_profile("unhurried")

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_database_but_the_tests_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test names no database, it is a file of the test's: never one that somebody works with."""
    monkeypatch.setenv("CLAIMDESK_DB", str(tmp_path / "unnamed.db"))


@pytest.fixture(scope="session")
def _sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: the sample article, cut, with two reviewers. Closed, so that it may be copied as a file."""
    path = tmp_path_factory.mktemp("sample") / "desk.db"
    prepare_database(path)
    article = read_article(SAMPLE)
    with open_database(path) as db:
        add_article(db, article, split_claims(article.text), NOON)
        add_person(db, "Dr Ada Example", NOON)
        add_person(db, "Dr Ben Example", NOON)
    return path


@pytest.fixture
def desk(_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a desk with the sample article and two reviewers, alone in a folder."""
    return Path(shutil.copy(_sample_desk, tmp_path_factory.mktemp("desk") / "desk.db"))
