"""Many articles put on the desk: what becomes of each row, in short transactions, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from annotator.storage import bulk as adding
from annotator.storage.articles import add_article, claims_of
from annotator.storage.bulk import BulkReport, Outcome, add_rows
from corpus import bulk
from corpus.bulk import cut_batches, cut_row
from corpus.errors import CutStopped
from corpus.model import Article
from corpus.reading.bulk import Refused, Row
from corpus.reading.naming import title_of
from corpus.segmentation import split_claims
from tests.corpus.scoring import read_gold
from tests.desks import GARLIC, NOON, desk_in_memory, garlic_claims

NAMES = ("magnesium_ms", "nhlbi", "turmeric_list", "markdown_post")


def row(number: int, text: str, title: str = "", slug: str = "") -> Row:
    return Row(number, number / 100, Article(slug, title, text), has_id=bool(slug))


def add(db: Database, *rows: Row | Refused) -> BulkReport:
    report = BulkReport()
    for results, done in add_rows(db, rows, NOON, "Dr A"):
        report.take(results, done)
    return report


def slugs(db: Database) -> list[str]:
    return [each["slug"] for each in db.query("SELECT slug FROM articles ORDER BY rowid")]


def test_each_row_is_new_known_or_refused() -> None:
    db = desk_in_memory()

    report = add(
        db,
        row(1, "Zinc helps. It cuts colds.", "On zinc"),
        Refused(2, 0.02, "text is empty"),
        row(3, GARLIC.text),
        row(4, "Ginger cures nausea.", slug="garlic"),
        row(5, "Ginger cures nausea.", slug="ginger"),
        row(6, GARLIC.text, slug="garlic"),
    )

    assert report.summary() == "read 6, new 2, known 2, refused 2"
    assert [(each.number, each.outcome, each.told) for each in report.refused] == [
        (2, Outcome.REFUSED, "text is empty"),
        (
            4,
            Outcome.REFUSED,
            "its id is that of garlic, with another text: add it as the next revision of that article",
        ),
    ]
    assert slugs(db)[2:] == ["on-zinc", "ginger"]
    assert report.to_check == 3


def test_the_claims_and_titles_are_those_of_articles_added_one_by_one() -> None:
    texts = {name: read_gold(name)[0] for name in NAMES}
    db = desk_in_memory(articles=False)

    add(db, *(row(at, text, slug=name) for at, (name, text) in enumerate(texts.items(), 1)))

    one_by_one = desk_in_memory(articles=False)
    for name, text in texts.items():
        add_article(one_by_one, Article(name, "", text), split_claims(text), NOON)
        assert claims_of(db, name, 1) == claims_of(one_by_one, name, 1)
    titles = dict(db.execute("SELECT slug, title FROM articles").fetchall())
    assert titles == {name: title_of(text) for name, text in texts.items()}


def test_texts_of_the_same_title_get_numbers_of_their_own() -> None:
    db = desk_in_memory(articles=False)

    add(db, *(row(at, f"Text {at} helps.", "Zinc") for at in range(1, 41)))

    assert slugs(db) == ["zinc", *(f"zinc-{at}" for at in range(2, 41))]


def test_what_is_kept_is_told_after_each_transaction_and_stopping_keeps_it() -> None:
    db = desk_in_memory(articles=False)
    steps = add_rows(db, (row(at, f"Text {at} helps.") for at in range(1, 100)), NOON)

    results, done = next(steps)
    assert len(results) == len(slugs(db)) > 0
    assert done == results[-1].number / 100
    steps.close()

    assert len(slugs(db)) == len(results)


def test_a_transaction_that_takes_long_ends_after_the_article_it_is_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "LONGEST_WRITE", 0.0)
    db = desk_in_memory(articles=False)

    for results, done in add_rows(db, [row(at, f"Text {at} helps.") for at in range(1, 10)], NOON):
        assert [each.number for each in results] == [len(slugs(db))]
        assert done == results[0].number / 100

    assert len(slugs(db)) == 9


def test_rows_that_are_all_refused_or_known_are_told_on_the_way() -> None:
    db = desk_in_memory()
    rows = (Refused(at, at / 2000, "no") if at % 2 else row(at, GARLIC.text) for at in range(1, 2000))

    counted = [len(results) for results, _ in add_rows(db, rows, NOON)]

    assert sum(counted) == 1999
    assert max(counted) < 600


def test_an_article_that_comes_by_another_way_meanwhile_is_known() -> None:
    db = desk_in_memory(articles=False)

    def rows() -> Iterator[Row]:
        yield row(1, GARLIC.text)
        add_article(db, GARLIC, garlic_claims(), datetime(2026, 1, 1, tzinfo=UTC))
        yield row(2, "Zinc helps.")

    assert add(db, *[]).read == 0
    report = BulkReport()
    for results, done in add_rows(db, rows(), NOON):
        report.take(results, done)

    assert report.summary() == "read 2, new 1, known 1, refused 0"


def test_batches_come_back_in_order_and_as_they_would_be_cut_here() -> None:
    batches = [
        [row(at * 3 + n, f"Zinc {at} {n} cures colds in children by 5 mg.") for n in range(3)] for at in range(5)
    ]

    assert list(cut_batches(batches, 2)) == [[cut_row(each) for each in batch] for batch in batches]


def test_an_empty_batch_comes_back_empty() -> None:
    assert list(cut_batches([[], []])) == [[], []]


@pytest.mark.parametrize(
    "code", ["raise SystemExit(1)", "import sys; sys.stdin.buffer.read(40)"], ids=["at once", "amid"]
)
def test_a_program_that_ends_before_its_work_is_told(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_SERVE", code)

    with pytest.raises(CutStopped, match="what was added is kept; try again"):
        list(cut_batches([[row(1, "Zinc. " * 50_000)]]))
