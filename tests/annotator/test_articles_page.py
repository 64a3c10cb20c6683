"""The Articles page: how far each article is, and a text put on the desk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from annotator.model import Verdict
from annotator.storage.articles import add_article, article_text
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.ui.add_article import article_from_upload, cut_tree
from corpus.errors import UnreadableArticle
from corpus.segmentation import split_claims
from tests.annotator.pages import page, texts, words
from tests.desks import GARLIC, NOON, garlic_claims, label, label_all

PASTED = "Zinc and colds\n\nZinc lozenges shorten a cold by 2 days. Is it safe?\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
    return path


def test_each_article_says_how_far_it_is(desk: Path) -> None:
    with open_database(desk) as db:
        add_article(db, GARLIC, garlic_claims(), NOON, "Dr B")
        label_all(
            db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED), label("k2", "take", "Dr B", Verdict.CONTRADICTED)]
        )

    test = page("articles")

    assert not test.exception
    told = " ".join(words(test, "articles_table").split())
    assert 'Garlic & "flu" 💊 3 2 1 2 2 by Dr B' in told


def test_an_empty_desk_asks_for_its_first_article(desk: Path) -> None:
    test = page("articles")

    assert "There is no article on this desk yet" in test.markdown[0].value
    assert test.expander[0].proto.expanded


def test_a_pasted_text_is_shown_cut_and_then_added_as_it_is(desk: Path) -> None:
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Text").run()
    test.text_area(key="add_article_text_0").set_value(PASTED).run()

    assert "1 to check" in words(test, "add_article_cut_sheet")
    assert "Zinc lozenges shorten a cold by 2 days." in words(test, "add_article_cut_sheet")
    next(each for each in test.button if each.label == "Put it on the desk").click().run()
    assert test.text[0].value == "On the desk: Zinc and colds (1 to check)"
    with open_database(desk) as db:
        assert article_text(db, "zinc-and-colds", 1) == PASTED


def test_a_text_that_is_on_the_desk_already_is_recognised(desk: Path) -> None:
    with open_database(desk) as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Text").run()
    test.text_area(key="add_article_text_0").set_value(GARLIC.text).run()

    assert test.text[0].value == "This text is on the desk already, as garlic"
    assert "Put it on the desk" not in [each.label for each in test.button]


@pytest.mark.parametrize(
    ("name", "slug", "source"),
    [
        pytest.param("Vitamin D (final).TXT", "vitamin-d-final", "Vitamin D (final).TXT", id="plain"),
        pytest.param("../../etc/passwd.md", "passwd", "passwd.md", id="a-path"),
        pytest.param("C:\\Users\\x\\a.txt", "a", "a.txt", id="a-windows-path"),
        pytest.param("💊.txt", "article", "💊.txt", id="no-ascii-letter"),
    ],
)
def test_an_uploaded_files_name_is_never_a_path(name: str, slug: str, source: str) -> None:
    article = article_from_upload(name, PASTED.encode())

    assert (article.slug, article.source_address, article.text) == (slug, source, PASTED)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("a.txt", b"", "a.txt: the file is empty", id="empty"),
        pytest.param("a.txt", b" \n ", "a.txt: the file is empty", id="blank"),
        pytest.param("a.txt", b"%PDF-1.4\x00\x01\x02\xff", "a.txt", id="not-text"),
        pytest.param("a.exe", b"x", "a.exe: no reader for .exe; save it as one of ", id="another-format"),
        pytest.param("", b"x", "this file: no reader for a name without a suffix", id="no-name"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_line(name: str, content: bytes, told: str) -> None:
    with pytest.raises(UnreadableArticle) as refused:
        article_from_upload(name, content)

    assert str(refused.value).startswith(told)
    assert tempfile.gettempdir() not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_preview_counts_every_unit_and_shows_the_first() -> None:
    claims = split_claims("Title\n\n" + " ".join(f"Zinc cuts colds by {n} days." for n in range(20)))

    told = texts(cut_tree(claims))

    assert "20 to check" in told
    assert "and 9 more" in told
