"""The Flagged page, as an editor meets it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.flags import Flag
from annotator.model import Evidence, Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.listing import Listing
from annotator.storage.people import add_person
from annotator.storage.reports import Bar, Figures, Report
from annotator.ui.figures import figures_tree
from corpus.model import Article, Claim, Kind, Span
from tests.annotator.pages import nodes, page, sheet, texts, words
from tests.desks import GARLIC, NOON, ZINC, cited, garlic_claims, label, label_all, zinc_claims

HOSTILE = (
    "HLA-B*57:01 and HLA-B*58:01 matter.",
    "<script>alert(1)</script> cures <b>flu</b> & more.",
    "See [x](javascript:alert(1)) for :material/home: and $x$ doses.",
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty desk, which the pages of this test open."""
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
    return path


@pytest.fixture
def labelled(desk: Path) -> Path:
    """Garlic and zinc, with a claim that is disputed, one that lacks its evidence, and one in order."""
    with open_database(desk) as db:
        _with_articles(db)
        label_all(
            db,
            [
                label("k1", "cures", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS)),
                label("k2", "cures", "Dr B", Verdict.CONTRADICTED, evidence=cited(Stance.CONTRADICTS, 1)),
                label("k3", "take", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS)),
                label("k4", "row", "Dr A", Verdict.UNSUPPORTED, evidence=Evidence(rationale="no idea")),
            ],
        )
    return desk


def test_the_page_says_how_many_and_lists_each_flagged_claim_with_who_says_what(labelled: Path) -> None:
    test = page("flagged")

    assert not test.exception
    told = words(test, "flagged_figures")
    for figure in ("Claims 4", "Labelled 3 75%", "Supported 2", "Unsupported 1", "Contradicted 1", "Flagged 2"):
        assert figure in told
    first, second = nodes(sheet(test, "flagged_table"), "tr.opens")
    assert "Garlic cures flu." in str(first)
    assert [sign[-1] for sign in nodes(first, "span.sign")][:2] == ["✓", "✗"]
    assert "Evidence missing" in str(second)


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        pytest.param({"verdict": "Contradicted"}, 1, id="verdict"),
        pytest.param({"flag": ["Evidence missing", "Reviewers differ"]}, 2, id="two-flags"),
        pytest.param({"article": "Zinc"}, 1, id="article"),
        pytest.param({"reviewer": "Dr B"}, 1, id="reviewer"),
        pytest.param({"section": 'It\'s "strong"'}, 1, id="section"),
        pytest.param({"words": "GARLIC"}, 1, id="words"),
        pytest.param({"show": "Labelled"}, 3, id="all-that-is-labelled"),
        pytest.param({"show": "All claims"}, 4, id="everything"),
        pytest.param({"verdict": "Nonsense", "page": "77"}, 2, id="words-that-mean-nothing-here"),
    ],
)
def test_an_address_opens_the_table_as_it_was_sent(
    labelled: Path, query: dict[str, str | list[str]], claims: int
) -> None:
    test = page("flagged", **query)

    assert not test.exception
    assert len(nodes(sheet(test, "flagged_table"), "tr.opens")) == claims


def test_a_filter_narrows_the_figures_with_the_table_and_goes_into_the_links(labelled: Path) -> None:
    test = page("flagged")
    test.multiselect(key="verdict").set_value([Verdict.CONTRADICTED]).run()

    assert "Claims 1 fit the filter" in words(test, "flagged_figures")
    (link,) = nodes(sheet(test, "flagged_table"), "a.open")
    assert link[1]["href"] == "claim?claim=garlic%2F1%408-25&list=verdict%3DContradicted"


def test_bars_are_by_article_and_for_one_article_by_section() -> None:
    bar = partial(
        Bar, supported=1, unsupported=0, contradicted=0, disputed=0, not_a_claim=0, without=0, flagged=0, among=2
    )
    articles = (bar("garlic", "Garlic"), bar("zinc", "Zinc"))
    sections = (bar("", ""), bar("Doses", "Doses"))
    figures = Figures(2, 2, 0, dict.fromkeys(Verdict, 0), dict.fromkeys(Flag, 0))

    several = texts(figures_tree(Report(figures, articles, sections, (), 1, 1), Listing(), {}))
    one = texts(figures_tree(Report(figures, articles[:1], sections, (), 1, 1), Listing(), {}))

    assert "Final verdicts by article" in several
    assert "by section" not in several
    assert "Final verdicts by section" in one
    assert "by article" not in one


def test_a_filter_that_fits_nothing_says_so_and_can_be_taken_off(labelled: Path) -> None:
    test = page("flagged", words='NEAR("')

    assert "No claim fits these filters." in [each.value for each in test.markdown]
    next(each for each in test.button if each.label == "Clear the filters").click().run()
    assert len(nodes(sheet(test, "flagged_table"), "tr.opens")) == 2


def test_claims_articles_and_names_are_shown_as_typed(desk: Path) -> None:
    text = " ".join(HOSTILE)
    starts = [text.index(sentence) for sentence in HOSTILE]
    claims = [
        Claim(Span(start, start + len(sentence)), Kind.CLAIM, True, sentence)
        for start, sentence in zip(starts, HOSTILE, strict=True)
    ]
    with open_database(desk) as db:
        add_article(db, Article("hostile", "<img src=x> *a* $y$", text), claims, NOON)

    test = page("flagged", show="All claims", sort="Article order")

    assert not test.exception
    links = nodes(sheet(test, "flagged_table"), "a.open")
    assert [link[-1] for link in links] == list(HOSTILE)
    places = nodes(sheet(test, "flagged_table"), "td.place")
    assert places[0][1][-1] == "<img src=x> *a* $y$"
    drawn = " ".join(str(each.value) for each in (*test.markdown, *test.title, *test.caption))
    assert "HLA" not in drawn
    assert "script" not in drawn


def test_a_desk_without_articles_says_how_to_begin(desk: Path) -> None:
    assert "There is no article on this desk yet" in page("flagged").markdown[0].value


def test_a_desk_without_labels_says_what_will_come(desk: Path) -> None:
    with open_database(desk) as db:
        _with_articles(db)

    assert any("Nothing is labelled yet" in each.value for each in page("flagged").markdown)


def _with_articles(db: Database) -> None:
    add_article(db, GARLIC, garlic_claims(), NOON)
    add_article(db, ZINC, zinc_claims(), NOON)
