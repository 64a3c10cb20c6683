"""What an editor is told is what the labels say: counted in SQL, held equal to a count in Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.errors import InvalidFilter
from annotator.flags import Flag, claim_flags
from annotator.model import Adjudication, Evidence, Label, Stance, Verdict
from annotator.storage.articles import add_article, slug_with_text
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from annotator.storage.listing import ROWS_A_PAGE, Listing, Order, Show, flags_in, place_in
from annotator.storage.reports import article_reports, choices, report
from annotator.storage.times import to_moment
from corpus.model import Article, Claim, Context, Kind, Span
from tests.desks import GARLIC, IDS, NOON, cited, desk_in_memory, histories, keep_all, label, label_all

SUPPORTED, CONTRADICTED, UNSUPPORTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
REVIEWERS = ("Dr A", "=Dr B", "Zoë 💊")
NAMES = {claim_id: name for name, claim_id in IDS.items()}
Value = TypeVar("Value")
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no error


@pytest.fixture
def desk() -> Database:
    db = desk_in_memory()
    label_all(
        db,
        [
            label("k1", "cures", "Dr A", SUPPORTED),
            label("k2", "cures", "Dr B", CONTRADICTED, evidence=cited(Stance.CONTRADICTS, 1)),
            label("k3", "take", "Dr B", SUPPORTED, evidence=cited(Stance.SUPPORTS)),
            label("k4", "cures", "Dr A", UNSUPPORTED, evidence=Evidence(search_note="PubMed")),
            label("k5", "sum", "Dr B", kind=Kind.OTHER),
            label("k6", "row", "Dr A", SUPPORTED),
            label("k7", "question", "Dr A", kind=Kind.CLAIM),
        ],
    )
    return db


def listed(db: Database, listing: Listing) -> list[str]:
    """The claims of every page, in their order."""
    pages = report(db, listing).pages
    return [row.claim_id for page in range(1, pages + 1) for row in report(db, listing, page).rows]


def few(values: Sequence[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


@UNHURRIED
@given(
    histories(),
    st.builds(
        Filters,
        few(["garlic", "zinc"]),
        few(["", 'It\'s "strong"']),
        few(list(Kind)),
        few(list(Verdict)),
        few(list(Flag)),
        st.just(()),
        st.sampled_from(["", "cures", "GARLIC cure", "%", '"', "💊", "no such words"]),
        verdict_is_final=st.booleans(),
    ),
    st.lists(st.sampled_from(REVIEWERS), max_size=2, unique=True),
)
def test_figures_bars_and_rows_are_what_the_labels_say(
    made: list[Label | Adjudication], filters: Filters, reviewers: list[str]
) -> None:
    db = desk_in_memory()
    keep_all(db, made)
    known = {given.reviewer for given in made if isinstance(given, Label)}
    filters = _with_reviewers(filters, tuple(name for name in reviewers if name in known))

    found = report(db, Listing(filters))
    claims = list(labelled_claims(db, filters))

    flags = {claim.claim_id: claim_flags(claim) for claim in claims}
    assert found.figures.claims == len(claims)
    assert found.figures.labelled == sum(bool(claim.verdicts) for claim in claims)
    assert found.figures.flagged == sum(bool(held) for held in flags.values())
    assert found.figures.verdicts == {each: sum(each in claim.verdicts for claim in claims) for each in Verdict}
    assert found.figures.flags == {flag: sum(flag in held for held in flags.values()) for flag in Flag}
    assert {row.claim_id: frozenset(row.flags) for row in found.rows} == {
        key: held for key, held in flags.items() if held
    }
    none = {"disputed": "disputed", "adjudicated": "not_a_claim", "none": "without"}
    finals = Counter((claim.article.slug, claim.final.verdict or none[claim.final.basis]) for claim in claims)
    parts = (*Verdict, *none.values())
    drawn = Counter({(bar.name, part): getattr(bar, part) for bar in found.articles for part in parts})
    assert +drawn == finals
    counts = (found.figures.flagged, 0, found.figures.labelled, len(claims))  # nothing conflicts: nothing was searched
    for show, count in zip(Show, counts, strict=True):
        assert len(listed(db, Listing(filters, show))) == found.figures.shown(show) == count


@UNHURRIED
@given(histories())
def test_the_standing_of_a_claim_is_a_fresh_count_of_its_current_labels_and_its_decision(
    made: list[Label | Adjudication],
) -> None:
    db = desk_in_memory()
    keep_all(db, made)

    claims = list(labelled_claims(db))
    kept = {row["claim_id"]: row for row in db.query("SELECT * FROM standings")}
    newest = {each.claim_id: each.labelled_at if isinstance(each, Label) else each.decided_at for each in made}
    assert set(kept) == set(newest)
    assert all(to_moment(row["changed_at"]) == newest[claim_id] for claim_id, row in kept.items())
    for claim in (claim for claim in claims if claim.claim_id in kept):
        row, votes = kept[claim.claim_id], claim.votes
        assert row["decided"] == (claim.adjudication.answer if claim.adjudication else None)
        assert [row[verdict.value] for verdict in Verdict] == [
            sum(vote.verdict is verdict for vote in votes) for verdict in Verdict
        ]
        assert (row["left_open"], row["skipped"], row["not_a_claim"]) == (
            sum(vote.is_open for vote in votes),
            sum(vote.answer.skipped for vote in votes),
            sum(vote.verdict is None and vote.answer.is_not_a_claim for vote in votes),
        )


@pytest.mark.parametrize(
    ("filters", "claims"),
    [
        pytest.param(Filters(), "cures row", id="everything-flagged"),
        pytest.param(Filters(articles=("zinc",)), "row", id="article"),
        pytest.param(Filters(sections=('It\'s "strong"',)), "cures", id="section"),
        pytest.param(Filters(verdicts=(SUPPORTED,)), "row", id="a-verdict-that-was-changed-no-longer-counts"),
        pytest.param(Filters(verdicts=(CONTRADICTED,), reviewers=("Dr A",)), "", id="one-vote-fits-both"),
        pytest.param(Filters(verdicts=(CONTRADICTED,), reviewers=("Dr B",)), "cures", id="verdict-of-a-reviewer"),
        pytest.param(Filters(flags=(Flag.OPEN,)), "row", id="flag"),
        pytest.param(Filters(flags=(Flag.OPEN, Flag.DISAGREEMENT)), "cures row", id="any-of-two-flags"),
        pytest.param(Filters(search="garlic FLU"), "cures", id="words"),
        pytest.param(Filters(search='"NEAR( OR *'), "", id="words-that-are-search-syntax"),
        pytest.param(Filters(search="-5 %"), "row", id="signs"),
    ],
)
def test_filters_narrow_the_flagged_claims(desk: Database, filters: Filters, claims: str) -> None:
    assert [NAMES[claim_id] for claim_id in listed(desk, Listing(filters))] == claims.split()


@pytest.mark.parametrize(
    ("order", "claims"),
    [
        pytest.param(Order.PLACE, "cures take row question", id="place"),
        pytest.param(Order.CLAIM, "cures question take row", id="claim"),
        pytest.param(Order.VERDICTS, "question take row cures", id="verdicts"),
        pytest.param(Order.FLAGS, "take question row cures", id="flags"),
        pytest.param(Order.CHANGED, "take cures row question", id="changed"),
    ],
)
def test_the_list_sorts_by_each_column_both_ways(desk: Database, order: Order, claims: str) -> None:
    names = [NAMES[claim_id] for claim_id in listed(desk, Listing(show=Show.ALL, order=order))]
    backwards = [NAMES[each] for each in listed(desk, Listing(show=Show.ALL, order=order, descending=True))]

    assert sorted(names) == sorted(backwards) == sorted(claims.split())
    assert names == claims.split()
    assert backwards[0] == names[-1]


def test_a_row_tells_who_says_what(desk: Database) -> None:
    cures = report(desk, Listing()).rows[0]

    assert [(vote.reviewer, vote.verdict) for vote in cures.votes] == [("Dr A", UNSUPPORTED), ("Dr B", CONTRADICTED)]
    assert cures.flags == (Flag.CONTRADICTED, Flag.UNSUPPORTED, Flag.DISAGREEMENT)
    assert (cures.title, cures.section, cures.text) == ('Garlic & "flu" 💊', 'It\'s "strong"', "Garlic cures flu.")
    assert cures.changed_at == NOON + timedelta(minutes=4)


def test_a_claim_knows_its_place_and_its_neighbours_in_the_list(desk: Database) -> None:
    everything = Listing(show=Show.ALL)

    middle, first = place_in(desk, everything, IDS["take"]), place_in(desk, everything, IDS["cures"])

    assert middle is not None
    assert first is not None
    assert (middle.position, middle.total, middle.before, middle.after) == (2, 4, IDS["cures"], IDS["row"])
    assert (first.before, first.after) == (None, IDS["take"])
    assert place_in(desk, Listing(), IDS["take"]) is None
    assert place_in(desk, everything, "no/1@2-3") is None


def test_every_claim_is_on_one_page_and_a_page_too_far_is_the_last() -> None:
    db, number = desk_in_memory(articles=False), ROWS_A_PAGE * 2 + 1
    text = " ".join(f"Claim {each:03}." for each in range(number))
    claims = [
        Claim(Span(at, at + 10), Kind.CLAIM, True, text[at : at + 10], Context(("Top",)))
        for at in range(0, len(text), 11)
    ]
    add_article(db, Article("long", "Long", text), claims, NOON)
    listing = Listing(show=Show.ALL)

    assert len(set(listed(db, listing))) == len(listed(db, listing)) == number
    assert (report(db, listing, 99).page, len(report(db, listing, 99).rows)) == (3, 1)


def test_the_filters_offer_what_there_is(desk: Database) -> None:
    offered = choices(desk)

    assert dict(offered.articles) == {"garlic": 'Garlic & "flu" 💊', "zinc": "Zinc"}
    assert offered.sections == (
        "",
        'It\'s "strong"',
    )
    assert offered.reviewers == ("Dr A", "Dr B")
    assert choices(desk, ["zinc"]).sections == ("",)


def test_the_flags_of_an_article_are_told_by_claim(desk: Database) -> None:
    assert flags_in(desk, "zinc", 1) == {IDS["row"]: (Flag.OPEN,)}


def test_articles_are_told_with_what_anybody_and_i_labelled(desk: Database) -> None:
    found = {each.slug: each for each in article_reports(desk, 1)}

    garlic, zinc = found["garlic"], found["zinc"]
    assert [each.slug for each in article_reports(desk, 1)] == ["zinc", "garlic"]
    assert (garlic.claims, garlic.labelled, garlic.mine, garlic.open, garlic.flagged) == (2, 2, 1, 0, 1)
    assert (zinc.claims, zinc.labelled, zinc.mine, zinc.open, zinc.flagged) == (2, 1, 1, 1, 1)


def test_a_text_on_the_desk_is_known_by_its_fingerprint(desk: Database) -> None:
    assert slug_with_text(desk, GARLIC.sha256) == "garlic"
    assert slug_with_text(desk, "0" * 64) is None


def test_an_empty_desk_has_empty_figures() -> None:
    found = report(desk_in_memory(articles=False), Listing())

    assert (found.figures.claims, found.figures.flagged, found.rows, found.articles) == (0, 0, (), ())


def test_a_page_of_another_day_is_refused(desk: Database) -> None:
    with pytest.raises(InvalidFilter, match="leave the date out"):
        report(desk, Listing(Filters(as_of=NOON)))


def _with_reviewers(filters: Filters, names: tuple[str, ...]) -> Filters:
    return Filters(
        filters.articles,
        filters.sections,
        filters.kinds,
        filters.verdicts,
        filters.flags,
        names,
        filters.search,
        verdict_is_final=filters.verdict_is_final,
    )


DOSES = (
    "Magnesium of 500 mg lowers relapses.",
    "Zinc in tablets of 250mg does nothing.",
    "Half of 500 patients had a relapse.",
)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        pytest.param("magnes", [0], id="the-beginning-of-a-word"),
        pytest.param("relaps", [0, 2], id="the-beginning-of-several"),
        pytest.param("magnes lowers", [], id="only-the-last-word-may-be-a-beginning"),
        pytest.param("500mg", [0], id="together-finds-apart"),
        pytest.param("500 mg", [0], id="apart-finds-apart"),
        pytest.param("250 mg", [1], id="apart-finds-together"),
        pytest.param("250mg tablet", [1], id="together-and-another-word"),
        pytest.param("500 relapse", [0, 2], id="a-number-and-a-word-that-is-no-unit"),
        pytest.param("zinc NOT tablets", [], id="no-word-is-an-operator"),
    ],
)
def test_a_search_finds_words_as_they_are_typed(search: str, found: list[int]) -> None:
    assert listed(doses(), Listing(Filters(search=search), Show.ALL, Order.PLACE)) == [doses_id(each) for each in found]


@UNHURRIED
@given(st.text(max_size=30) | st.text('ab1"*-:()^+_ ANDORNEAR', max_size=20))
def test_no_search_is_an_error_and_signs_change_nothing(typed: str) -> None:
    db = doses()

    listed(db, Listing(Filters(search=typed), Show.ALL))

    signs = "".join(sign for sign in typed if sign in '"*-:()^+')
    assert listed(db, Listing(Filters(search=f"{signs}magnesium{signs}"), Show.ALL)) == [doses_id(0)]


@cache  # only read
def doses() -> Database:
    db = desk_in_memory()
    text = "\n".join(DOSES)
    claims = [Claim(Span(text.index(each), text.index(each) + len(each)), Kind.CLAIM, True, each) for each in DOSES]
    add_article(db, Article("doses", "Doses", text), claims, NOON)
    return db


def doses_id(number: int) -> str:
    start = "\n".join(DOSES).index(DOSES[number])
    return f"doses/1@{start}-{start + len(DOSES[number])}"
