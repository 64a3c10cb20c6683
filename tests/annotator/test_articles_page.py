"""The Articles page: how far each article is, and a text put on the desk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from annotator.model import Verdict
from annotator.storage.articles import add_article, article_text
from annotator.storage.bulk import Outcome, RowResult
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.people import add_person
from annotator.storage.revising import add_revision
from annotator.ui.add_many import rows_to_look_at
from annotator.ui.cut_preview import cut_tree
from annotator.ui.words import kind_words
from corpus.errors import UnreadableArticle
from corpus.model import Article
from corpus.reading import article_from_bytes
from corpus.segmentation import split_claims
from tests.annotator.pages import nodes, page, texts, words
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
    assert 'Garlic & "flu" 💊 New version 3 2 1 2 2 by Dr B' in told


def test_an_empty_desk_asks_for_its_first_article(desk: Path) -> None:
    test = page("articles")

    assert "There is no article on this desk yet" in test.markdown[0].value
    assert test.expander[0].proto.expanded


def press(test: AppTest, label: str) -> AppTest:
    return next(each for each in test.button if each.label == label).click().run()


def labels(test: AppTest) -> list[str]:
    return [each.label for each in test.button]


def lines(test: AppTest) -> list[str]:
    return [each.value for each in test.text]


def paste(text: str) -> AppTest:
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Text").run()
    return test.text_area(key="add_article_text_0").set_value(text).run()


def upload(*files: tuple[str, bytes]) -> AppTest:
    test = page("articles")
    given = [(name, content, "text/plain") for name, content in files]
    return test.file_uploader(key="add_article_file_0").set_value(given).run()


def field(test: AppTest, label: str) -> Any:
    return next(each for each in test.text_input if each.label == label)


def test_a_pasted_text_is_shown_cut_and_then_added_as_it_is(desk: Path) -> None:
    test = paste(PASTED)

    assert "1 to check" in words(test, "add_article_cut_sheet")
    assert "Zinc lozenges shorten a cold by 2 days." in words(test, "add_article_cut_sheet")
    press(test, "Put it on the desk")
    assert lines(test)[0] == "On the desk: Zinc and colds (1 to check)"
    with open_database(desk) as db:
        assert article_text(db, "zinc-and-colds", 1) == PASTED


def test_what_a_person_says_of_a_text_is_kept_with_it(desk: Path) -> None:
    test = paste(PASTED)
    for name, value in (
        ("Title", " Zinc \n again "),
        ("Author", "Dr Ä"),
        ("Date", "17 May 2024"),
        ("Source address", "https://example.org/zinc"),
    ):
        field(test, name).set_value(value)
    test.run()

    press(test, "Put it on the desk")

    with open_database(desk) as db:
        (row,) = db.query("SELECT article, title, author, published, source_address, added_by FROM revisions")
    assert row == {
        "article": "zinc-again",
        "title": "Zinc again",
        "author": "Dr Ä",
        "published": "2024-05-17",
        "source_address": "https://example.org/zinc",
        "added_by": "Dr A",
    }
    told = " ".join(words(page("articles"), "articles_table").split())
    assert "Zinc again Dr Ä · 2024-05-17" in told


def test_a_date_that_is_none_is_told_and_nothing_is_added(desk: Path) -> None:
    test = paste(PASTED)
    field(test, "Date").set_value("last week").run()

    assert "The text: the date 'last week' is none: write it like 2024-05-17, or 2024" in lines(test)
    assert "Put it on the desk" not in labels(test)


@pytest.mark.parametrize(
    ("newest", "told"),
    [
        pytest.param(1, "This text is on the desk already, as garlic.", id="newest"),
        pytest.param(
            2, "This text is on the desk already, as garlic. It is revision 1; by now there is 2.", id="an-older-one"
        ),
    ],
)
def test_a_text_that_is_on_the_desk_already_is_recognised(desk: Path, newest: int, told: str) -> None:
    with open_database(desk) as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
        if newest == 2:
            text = "Garlic helps nobody."
            add_revision(db, "garlic", Article("garlic", "Garlic", text), split_claims(text), NOON, "k1")

    test = paste(GARLIC.text)

    assert lines(test)[0] == told
    assert not [label for label in labels(test) if label.startswith("Put")]


def test_a_text_much_like_an_article_is_offered_as_its_next_revision(desk: Path) -> None:
    text = "Zinc and colds\n\n" + " ".join(
        f"Zinc lozenges cut colds by {n} days in trial {n} of many." for n in range(9)
    )
    with open_database(desk) as db:
        add_article(db, Article("zinc", "Zinc & <b>colds</b>", text), split_claims(text), NOON)

    test = paste(text.replace("in trial 5 of many", "in trial 5 of three"))

    assert "This may be a new version of Zinc & <b>colds</b> (9 of 10 sentences compared are the same)." in lines(test)
    press(test, "Put it on the desk as another article")
    assert lines(test)[0].startswith("On the desk: Zinc and colds")


def test_files_are_listed_with_what_becomes_of_each_and_added_together(desk: Path) -> None:
    with open_database(desk) as db:
        add_article(db, GARLIC, garlic_claims(), NOON)
    test = upload(
        ("zinc.txt", PASTED.encode()),
        ("empty.txt", b" "),
        ("garlic.md", GARLIC.text.encode()),
        ("ginger.md", b"# Ginger\n\nGinger cures nausea in 9 of 10 patients.\n"),
    )

    told = " ".join(words(test, "article_drafts").split())
    assert told == (
        "zinc.txt ✓ 1 to check empty.txt ✗ refused: the file is empty; save the article's text in it and try again"
        " garlic.md = on the desk already ginger.md ✓ 1 to check"
    )
    assert field(test, "Title").value == "Zinc and colds"
    press(test, "Put all 2 on the desk")
    assert lines(test)[0] == "On the desk: 2 articles (2 to check)"
    with open_database(desk) as db:
        assert sorted(row["slug"] for row in db["articles"].rows) == ["garlic", "ginger", "zinc"]


def test_of_files_added_together_what_looks_like_a_new_version_is_left_to_be_said_which_it_is(desk: Path) -> None:
    said = "Ginger and nausea\n\nGinger eases nausea. It was tested in 12 trials. The dose was 1 g a day.\n"
    test = upload(
        ("v1.txt", said.encode()), ("v2.txt", said.replace("12", "15").encode()), ("zinc.txt", PASTED.encode())
    )

    press(test, "Put all 3 on the desk")

    assert lines(test)[:2] == [
        "On the desk: 2 articles (4 to check)",
        "v2.txt may be a new version of Ginger and nausea: choose it to say which it is.",
    ]
    assert test.expander[0].proto.expanded
    told = " ".join(words(test, "article_drafts").split())
    assert told == "v1.txt = on the desk already v2.txt ✓ 3 to check zinc.txt = on the desk already"
    show(test, 1)
    press(test, "Put it on the desk as another article")
    with open_database(desk) as db:
        assert sorted(row["slug"] for row in db["articles"].rows) == ["v1", "v2", "zinc"]
    told = " ".join(words(test, "articles_table").split())
    assert "Ginger and nausea v1 New version" in told
    assert "Ginger and nausea v2 New version" in told
    assert "Zinc and colds New version" in told


def test_files_held_back_wait_while_one_of_them_is_added(desk: Path) -> None:
    said = "Ginger and nausea\n\nGinger eases nausea. It was tested in 12 trials. The dose was 1 g a day.\n"
    files = [(f"v{number}.txt", said.replace("12", str(number)).encode()) for number in (1, 2, 3)]
    test = upload(*files)
    press(test, "Put all 3 on the desk")

    show(test, 1)
    press(test, "Put this one on the desk as another article")

    assert "v3.txt may be a new version of Ginger and nausea: choose it to say which it is." in lines(test)
    told = " ".join(words(test, "article_drafts").split())
    assert told == "v1.txt = on the desk already v2.txt = on the desk already v3.txt ✓ 3 to check"
    assert test.expander[0].proto.expanded


def show(test: AppTest, number: int) -> AppTest:
    """As if the file with that number was clicked in the list."""
    test.session_state["add_article_shown"] = [each.key for each in test.session_state["article_drafts"].values()][
        number
    ]
    return test.run()


def test_what_was_typed_for_one_file_stays_while_another_is_shown(desk: Path) -> None:
    test = upload(("zinc.txt", PASTED.encode()), ("ginger.txt", b"Ginger cures nausea in 9 of 10 patients.\n"))
    field(test, "Title").set_value("Zinc, reviewed").run()
    show(test, 1)
    field(test, "Date").set_value("some day").run()
    press(test, "Put all 2 on the desk")

    assert "ginger.txt: the date 'some day' is none: write it like 2024-05-17, or 2024" in lines(test)
    field(test, "Date").set_value("2024").run()
    show(test, 0)
    assert field(test, "Title").value == "Zinc, reviewed"
    press(test, "Put all 2 on the desk")
    with open_database(desk) as db:
        assert [(row["title"], row["published"]) for row in db.query("SELECT * FROM revisions ORDER BY article")] == [
            ("Ginger cures nausea in 9 of 10 patients.", "2024"),
            ("Zinc, reviewed", ""),
        ]


def test_a_file_that_is_refused_has_its_reason(desk: Path) -> None:
    assert (
        lines(upload(("empty.txt", b" ")))[0]
        == "empty.txt: the file is empty; save the article's text in it and try again"
    )


def test_an_address_is_not_fetched_while_that_is_off(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_FETCH", raising=False)
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Address").run()

    assert lines(test) == [
        "Fetching pages is off. Start the desk with CLAIMDESK_FETCH=on to turn it on, or save the page as a file."
    ]
    assert labels(test) == []


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
    article = article_from_bytes(name, PASTED.encode())

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
        article_from_bytes(name, content)

    assert str(refused.value).startswith(told)
    assert tempfile.gettempdir() not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_cut_is_shown_unit_by_unit_with_its_kinds_in_the_shape_of_the_article() -> None:
    text = "Zinc\n\nIt helps:\n\n- a cold of 2 days\n  - in children\n\n| Dose | Effect |\n|---|---|\n| 5 mg | none |\n"
    claims = split_claims(text)

    tree = cut_tree(text, claims)

    units = nodes(tree, "ol.cut")[0][1:]
    assert [" ".join(texts(unit[3]).split()) for unit in units][-1] == "5 mg none"
    assert len(units) == len(claims)
    for unit, claim in zip(units, claims, strict=True):
        assert unit[0].split(".")[2] == claim.kind
        assert kind_words(claim.kind) in texts(unit[2])
        assert ("to check" in texts(unit[2])) == claim.check_worthy
    items = [unit[0] for unit in units if ".list_item." in unit[0]]
    assert [name.rpartition(".")[2] for name in items] == ["deep0", "deep1"]


LONG = "Title\n\n" + " ".join(f"Zinc cuts colds by {n} days." for n in range(700)) + "\n\nIs it safe?\n"


@pytest.mark.parametrize(
    ("only", "page_", "shown", "told"),
    [
        pytest.param("", 1, 300, "Units 1 to 300 of 702", id="first-page"),
        pytest.param("", 3, 102, "Units 601 to 702 of 702", id="last-page"),
        pytest.param("", 99, 102, "Units 601 to 702 of 702", id="beyond-the-last"),
        pytest.param("check", 2, 300, "Units 301 to 600 of 700", id="to-check"),
        pytest.param("question", 1, 1, "", id="one-kind"),
        pytest.param("advice", 1, 0, "", id="a-kind-without-units"),
    ],
)
def test_a_long_cut_is_shown_in_pages_and_by_kind(only: str, page_: int, shown: int, told: str) -> None:
    tree = cut_tree(LONG, split_claims(LONG), only, page_)

    assert len(nodes(tree, "ol.cut")[0][1:]) == shown
    assert told in texts(tree)
    assert ("Units" in texts(tree)) == bool(told)
    legend = texts(nodes(tree, "div.legend")[0])
    assert tuple(part for part in ("All 702", "700 to check", "1 question") if part in legend) == (
        "All 702",
        "700 to check",
        "1 question",
    )


MANY = b'{"body": "Zinc cuts colds by 2 days.", "headline": "=1+1"}\n{"body": 7}\nno\n{"body": "Garlic helps."}\n'


def many(content: bytes = MANY, name: str = "many.jsonl") -> AppTest:
    test = page("articles")
    test.button_group(key="add_article_from").set_value("Many in one file").run()
    return test.file_uploader(key="add_many_file").set_value((name, content, "")).run()


def test_many_articles_are_shown_first_and_then_added_with_every_bad_row_told(desk: Path) -> None:
    test = many()

    assert [(each.label, each.value) for each in test.selectbox][:2] == [("Text", "body"), ("Title", "headline")]
    assert "Zinc cuts colds by 2 days." in words(test, "add_many_preview")
    assert "Of the first 4 rows 2 will be refused, among them:" in lines(test)
    assert "body is not text but a number" in words(test, "add_many_bad")
    with open_database(desk) as db:
        assert db.table("articles").count == 0

    press(test, "Put them on the desk")

    assert "2 added (2 claims to check), 0 on the desk already, 2 refused, of 4 rows read" in lines(test)
    assert " ".join(words(test, "add_many_refused").split()) == (
        "Rows to look at Line What is wrong 2 body is not text but a number 3 it is no JSON, or was cut short"
    )
    with open_database(desk) as db:
        assert [(row["slug"], row["title"], row["added_by"]) for row in db["articles"].rows] == [
            ("1-1", "=1+1", "Dr A"),
            ("garlic-helps", "Garlic helps.", "Dr A"),
        ]
    assert "Garlic helps." in words(test, "articles_table")


def test_the_column_with_the_text_is_asked_for_where_no_name_says_it(desk: Path) -> None:
    test = many(b"a;b\nZinc cuts colds.;x\n", "many.csv")

    assert lines(test) == ["Choose the column that holds the text."]
    test.selectbox[0].set_value("a").run()
    assert "Zinc cuts colds." in words(test, "add_many_preview")


def test_a_file_of_no_articles_is_told(desk: Path) -> None:
    assert lines(many(b"PAR1", "many.parquet")) == [
        "many.parquet: this is no Parquet file, or it was cut short: write it again"
    ]
    assert lines(many(b'{"text": 1}\n' * 2)) == [
        "None of the first 2 rows holds an article: is this the right column?",
        "Of the first 2 rows 2 will be refused, among them:",
    ]


def test_the_rows_to_look_at_are_a_csv_file_that_runs_no_formula() -> None:
    refused = [RowResult(9, Outcome.REFUSED, "=HYPERLINK(1)"), RowResult(3, Outcome.REFUSED, "a,b")]
    odd = [RowResult(5, Outcome.NEW, "zinc", ("one line", "@x"))]

    assert rows_to_look_at(refused, odd, "line").decode("utf-8-sig").splitlines() == [
        "line,outcome,article,reason",
        '3,refused,,"a,b"',
        "5,remark,zinc,'@x",
        "5,remark,zinc,one line",
        "9,refused,,'=HYPERLINK(1)",
    ]


def test_an_address_of_no_web_page_is_refused_where_it_is_typed(desk: Path) -> None:
    test = upload(("zinc.txt", PASTED.encode()))
    field(test, "Source address").set_value("javascript:alert(1)").run()

    told = lines(test)

    assert "zinc.txt: 'javascript:alert(1)' is no address: write it like https://example.org/article" in " ".join(told)
