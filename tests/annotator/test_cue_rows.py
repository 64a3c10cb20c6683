"""Cues in the database: with their details, without them as older cuts have them, filtered and in order of urgency."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.storage.articles import add_article, claims_of
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.cue_rows import cues_from, cues_told
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from annotator.storage.listing import Listing, Order, Show
from annotator.storage.reports import report
from annotator.storage.schema import URGENCY, statements
from corpus.model import Amount, Article, Cue, CueName, Measure, Span
from corpus.units import split_text
from corpus.urgency import urgency
from tests.desks import NOON

TEXT = """Garlic

Garlic is a plant. It may help.

Stop taking your insulin. Take 400 mg a day. It cures colds.
"""
CUES = (
    Cue(CueName.DOSE, Span(3, 9), Amount(None, 400, "mg", Measure.DOSE, "day", 2, about=True)),
    Cue(CueName.NUMBER, Span(3, 9), Amount(0.5, None, "%", Measure.SHARE)),
    Cue(CueName.HARM, Span(3, 9), "interaction"),
    Cue(CueName.ASSOCIATIVE, Span(3, 9)),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterable[Database]:
    path = tmp_path / "desk.db"
    prepare_database(path)
    with open_database(path) as db:
        add_article(db, Article("garlic", "Garlic", TEXT), split_text(TEXT), NOON)
        yield db


def test_cues_come_back_with_their_details() -> None:
    assert cues_from(cues_told(CUES)) == CUES


def test_cues_of_older_cuts_have_no_detail() -> None:
    assert cues_from('[["dose", 3, 9]]') == (Cue(CueName.DOSE, Span(3, 9)),)


def test_a_claims_cues_are_kept_as_they_were_cut(desk: Database) -> None:
    stored = [one.claim.cues for one in claims_of(desk, "garlic", 1)]

    assert stored == [claim.cues for claim in split_text(TEXT)]


def test_claims_of_an_older_database_get_the_urgency_that_their_cues_give() -> None:
    old = sqlite3.connect(":memory:")
    old.execute("CREATE TABLE claims (cues TEXT NOT NULL)")
    chosen = [names for size in (0, 1, 2, len(CueName)) for names in combinations(CueName, size)]
    for names in chosen:
        old.execute("INSERT INTO claims VALUES (?)", [cues_told(Cue(name, Span(0, 1)) for name in names)])

    for statement in statements(URGENCY):
        old.execute(statement)

    assert [row[0] for row in old.execute("SELECT urgency FROM claims")] == [urgency(names) for names in chosen]


@pytest.mark.parametrize(
    ("cues", "found"),
    [
        pytest.param((CueName.HARM,), ["Stop taking your insulin."], id="one"),
        pytest.param((CueName.HEDGED, CueName.DOSE), ["It may help.", "Take 400 mg a day."], id="either of two"),
        pytest.param((CueName.POPULATION,), [], id="none"),
    ],
)
def test_claims_are_filtered_by_cue_for_pages_and_datasets(
    desk: Database, cues: tuple[CueName, ...], found: list[str]
) -> None:
    listing = Listing(Filters(cues=cues), Show.ALL)

    assert [row.text for row in report(desk, listing).rows] == found
    assert [one.claim.text for one in labelled_claims(desk, Filters(cues=cues))] == found


def test_harm_comes_first_and_equal_claims_as_they_stand(desk: Database) -> None:
    listing = Listing(show=Show.ALL, order=Order.URGENCY, descending=True)

    assert [row.text for row in report(desk, listing).rows] == [
        "Stop taking your insulin.",
        "It cures colds.",
        "Take 400 mg a day.",
        "It may help.",
        "Garlic is a plant.",
    ]
