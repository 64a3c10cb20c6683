"""Repeats and conflicts as they are kept: found once, shown while their claims stand, dismissed for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.errors import UnknownClaim
from annotator.model import Answer, Evidence, Label, Person, Verdict
from annotator.storage.answering import Press
from annotator.storage.articles import add_article
from annotator.storage.filters import Filters
from annotator.storage.labels import record_label
from annotator.storage.listing import Listing, Order, Show, place_in
from annotator.storage.matches import find_matches, forget_matches, match_clusters, waiting_articles
from annotator.storage.people import add_person
from annotator.storage.recutting import merge_claims, undo_recut
from annotator.storage.reports import article_reports, report
from annotator.storage.revising import add_revision
from annotator.storage.settings import desk_id
from annotator.storage.suggestions import (
    Suggestion,
    decide_match,
    kind_counts,
    match_counts,
    suggestions_in,
    suggestions_of,
)
from annotator.ui.articles import articles_table
from annotator.ui.browser import review_data
from annotator.ui.claim_matches import decide as decide_on_page
from annotator.ui.claim_matches import matches_of
from annotator.ui.claims_table import claims_table
from annotator.ui.outbox import apply_outbox
from corpus.matching.finding import MOST_OF_A_KIND
from corpus.matching.model import Aspect, Difference, MatchKind
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.annotator.conftest import NOON
from tests.calling import call_in_a_process
from tests.desks import desk_in_memory

ZINC = """Zinc for adults

Adults need 8 mg of zinc a day. Zinc shortens the common cold. Oysters contain a lot of zinc.
Zinc has no side effects.
"""
COLDS = """Colds and what helps

Rest helps. Adults need 20 mg of zinc a day. The common cold is shortened by zinc.
"""
NEED, SHORTER = "zinc/1@17-48", "zinc/1@49-79"


@pytest.fixture
def db() -> Iterator[Database]:
    desk = desk_in_memory(articles=False)
    with closing(desk.conn):
        for name, text in (("zinc", ZINC), ("colds", COLDS)):
            add_article(desk, Article(name, text.splitlines()[0], text), split_claims(text), NOON)
        yield desk


@pytest.fixture
def ada(db: Database) -> Person:
    return add_person(db, "Dr Ada", NOON)


def search(db: Database, minutes: int = 0) -> int:
    moment = NOON + timedelta(minutes=minutes)
    return sum(find_matches(db, each.slug, each.revision, moment) for each in waiting_articles(db))


def only(found: tuple[Suggestion, ...]) -> Suggestion:
    (one,) = found
    return one


def test_a_conflict_between_two_articles_is_shown_on_both_claims(db: Database, ada: Person) -> None:
    search(db)

    ours = only(suggestions_of(db, NEED, ada))
    theirs = only(suggestions_of(db, ours.claim_id, ada))

    assert (ours.kind, ours.text, ours.title) == (
        MatchKind.CONFLICT,
        "Adults need 20 mg of zinc a day.",
        "Colds and what helps",
    )
    assert ours.differences == (Difference(Aspect.AMOUNT, "8 mg", "20 mg"),)
    assert (theirs.claim_id, theirs.differences) == (NEED, (Difference(Aspect.AMOUNT, "20 mg", "8 mg"),))


def test_a_repeat_is_found_whichever_article_came_first(db: Database, ada: Person) -> None:
    search(db)

    assert only(suggestions_of(db, SHORTER, ada)).kind is MatchKind.REPEAT


def test_searching_again_finds_nothing_new_and_changes_nothing(db: Database) -> None:
    searched = search(db)
    before = list(db["matches"].rows)

    assert searched == 7
    assert search(db, minutes=5) == 0
    forget_matches(db)
    assert search(db, minutes=10) == 7
    assert list(db["matches"].rows) == before


def test_a_search_can_stop_and_go_on(db: Database) -> None:
    steps = 0
    while waiting := waiting_articles(db):
        find_matches(db, waiting[0].slug, waiting[0].revision, NOON, most=1)
        steps += 1
    apart = sorted((row["left_claim"], row["right_claim"]) for row in db["matches"].rows)
    db.execute("DELETE FROM matches")
    forget_matches(db)
    search(db)

    assert steps == 7
    assert apart == sorted((row["left_claim"], row["right_claim"]) for row in db["matches"].rows)


def test_of_a_text_made_from_one_template_as_much_is_kept_however_it_is_searched(db: Database) -> None:
    text = "\n\n".join(f"Adults need {number} mg of iron a day." for number in range(10, 400, 10))
    iron = add_article(db, Article("iron", "", text), split_claims(text), NOON)
    search(db)
    at_once = sorted((row["left_claim"], row["right_claim"]) for row in db["matches"].rows)
    forget_matches(db)
    search(db)
    again = sorted((row["left_claim"], row["right_claim"]) for row in db["matches"].rows)
    db.execute("DELETE FROM matches")
    forget_matches(db)

    while waiting := waiting_articles(db):
        find_matches(db, waiting[0].slug, waiting[0].revision, NOON, most=7)

    apart = sorted((row["left_claim"], row["right_claim"]) for row in db["matches"].rows)
    given = Counter(claim for pair in apart for claim in pair if claim.startswith(f"{iron.slug}/"))
    assert apart == again == at_once
    assert max(given.values()) == 2 * MOST_OF_A_KIND


def test_what_older_rules_found_goes_when_the_claim_is_searched_for_by_newer_ones(db: Database, ada: Person) -> None:
    search(db)
    db.execute(
        "INSERT INTO matches VALUES (?, ?, 'x', 'repeat', 99, '[]', 'likeness/0', '2026-11-23T12:00:00Z')",
        [NEED, SHORTER],
    )
    assert len(suggestions_of(db, NEED, ada)) == 2

    db.execute("UPDATE matched_claims SET found_by = 'likeness/0'")
    search(db)

    assert only(suggestions_of(db, NEED, ada)).kind is MatchKind.CONFLICT


def decide(db: Database, person: Person, key: str, holds: bool | None, kind: MatchKind = MatchKind.CONFLICT) -> None:
    other = only(suggestions_of(db, NEED, person, dismissed=True)).claim_id
    decide_match(db, person, Press(key, NEED, NOON), other, kind, holds, NOON)


def test_what_is_dismissed_does_not_come_back(db: Database, ada: Person) -> None:
    search(db)

    decide(db, ada, "k1", False)
    forget_matches(db)
    search(db)

    assert suggestions_of(db, NEED, ada) == ()
    told = only(suggestions_of(db, NEED, ada, dismissed=True)).decision
    assert told is not None
    assert (told.holds, told.person) == (False, "Dr Ada")


def test_a_dismissal_outlives_a_new_revision(db: Database, ada: Person) -> None:
    search(db)
    decide(db, ada, "k1", False)
    text = ZINC.replace("a lot of", "much")

    add_revision(db, "zinc", Article("zinc", "Zinc for adults", text), split_claims(text), NOON, "r1")
    search(db)

    assert NEED.replace("/1@", "/2@") not in suggestions_in(db, "zinc", 2, ada)
    assert suggestions_in(db, "zinc", 2, ada)


def test_a_decision_can_be_taken_back_and_the_same_key_counts_once(db: Database, ada: Person) -> None:
    search(db)

    decide(db, ada, "k1", False)
    decide(db, ada, "k2", None)
    decide(db, ada, "k1", False)

    assert only(suggestions_of(db, NEED, ada)).decision is None
    assert db["match_decisions"].count == 2


def test_what_was_never_suggested_cannot_be_decided(db: Database, ada: Person) -> None:
    search(db)

    with pytest.raises(UnknownClaim, match="reload"):
        decide(db, ada, "k1", True, MatchKind.REPEAT)


def test_nobody_is_told_what_others_answered(db: Database, ada: Person) -> None:
    search(db)
    other = only(suggestions_of(db, NEED, ada)).claim_id
    bob = add_person(db, "Dr Bob", NOON)
    record_label(db, bob, Label("b1", other, "Dr Bob", NOON, Answer(Verdict.SUPPORTED), Evidence()))

    assert only(suggestions_of(db, NEED, ada)).verdict is None
    assert only(suggestions_of(db, NEED, bob)).verdict is Verdict.SUPPORTED


def test_a_merged_claim_takes_its_suggestions_with_it_and_brings_them_back(db: Database, ada: Person) -> None:
    search(db)
    assert set(suggestions_in(db, "zinc", 1, ada)) == {NEED, SHORTER}

    recut = merge_claims(db, ada, Press("m1", NEED, NOON), SHORTER, NOON)
    assert suggestions_in(db, "zinc", 1, ada) == {}
    search(db)
    assert set(suggestions_in(db, "zinc", 1, ada)) <= set(recut.made)

    undo_recut(db, ada, Press("u1", recut.made[0], NOON), "m1", NOON)
    search(db)
    assert set(suggestions_in(db, "zinc", 1, ada)) == {NEED, SHORTER}


def test_counts_leave_out_what_was_dismissed(db: Database, ada: Person) -> None:
    search(db)
    assert kind_counts(db) == {MatchKind.REPEAT: 1, MatchKind.CONFLICT: 1}
    assert match_counts(db)["zinc"] == match_counts(db)["colds"] == {MatchKind.REPEAT: 1, MatchKind.CONFLICT: 1}

    decide(db, ada, "k1", False)

    assert kind_counts(db) == {MatchKind.REPEAT: 1, MatchKind.CONFLICT: 0}
    assert match_counts(db)["zinc"] == {MatchKind.REPEAT: 1}


def test_clusters_hold_what_says_the_same(db: Database, ada: Person) -> None:
    search(db)
    other = only(suggestions_of(db, SHORTER, ada)).claim_id

    assert match_clusters(db, least=60) == [frozenset({SHORTER, other})]
    assert match_clusters(db, least=101) == []
    decide_match(db, ada, Press("k1", SHORTER, NOON), other, MatchKind.REPEAT, True, NOON)
    assert match_clusters(db, least=101) == [frozenset({SHORTER, other})]
    decide_match(db, ada, Press("k2", SHORTER, NOON), other, MatchKind.REPEAT, False, NOON)
    assert match_clusters(db, least=60) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE match_decisions SET holds = 1", "DELETE FROM match_decisions"], ids=["changed", "deleted"]
)
def test_decisions_are_append_only(db: Database, ada: Person, statement: str) -> None:
    search(db)
    decide(db, ada, "k1", False)

    with pytest.raises(Exception, match="append-only"):
        db.execute(statement)


def test_the_command_searches_what_is_left_and_says_what_there_is(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    files = [tmp_path / "zinc.txt", tmp_path / "colds.txt"]
    for file, text in zip(files, (ZINC, COLDS), strict=True):
        file.write_text(text, "utf-8")

    _, done, again = call_in_a_process(
        ["annotator", "add", *files, "--db", path],
        ["annotator", "find-matches", "--db", path],
        ["annotator", "find-matches", "--again", "--db", path],
    )

    assert done.stdout == "searched for 0 claims: 1 repeats and 1 conflicts suggested now\n"
    assert again.stdout == "searched for 7 claims: 1 repeats and 1 conflicts suggested now\n"


def message(db: Database, person: Person, key: str, **more: object) -> dict[str, object]:
    other = only(suggestions_of(db, NEED, person, dismissed=True)).claim_id
    item = {"key": key, "do": "match", "desk": desk_id(db), "person": person.id, "claim_id": NEED, "other": other}
    return item | {"kind": "conflict", "holds": False, "at": NOON.isoformat()} | more


def test_the_pane_decides_and_no_label_comes_of_it(db: Database, ada: Person) -> None:
    search(db)

    (ack,) = apply_outbox(db, ada, [message(db, ada, "k1")], NOON).acks

    assert ack == {"key": "k1", "claim_id": NEED, "ok": True}
    assert suggestions_of(db, NEED, ada) == ()
    assert db["labels"].count == 0


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"kind": "repeat"}, id="of another kind"),
        pytest.param({"other": "zinc/1@0-5"}, id="about another claim"),
        pytest.param({"kind": "friend"}, id="of no kind"),
        pytest.param({"other": None}, id="about nothing"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_alone(db: Database, ada: Person, more: dict[str, object]) -> None:
    search(db)

    bad, good = apply_outbox(db, ada, [message(db, ada, "k1", **more), message(db, ada, "k2")], NOON).acks

    assert not bad["ok"]
    assert good["ok"]


def test_the_pane_is_told_what_differs_in_words(db: Database, ada: Person) -> None:
    search(db)

    (told,) = review_data(db, ada, "zinc", None)["matches"][NEED]

    assert told["differences"] == ["other amount: 8 mg / 20 mg"]
    assert [text for side in ("ours", "theirs") for marked, text in told[side] if marked] == [" 8", " 20"]
    assert (told["verdict"], told["holds"]) == (None, None)


def test_the_list_of_conflicts_holds_both_claims_until_one_dismisses_it(db: Database, ada: Person) -> None:
    search(db)
    before = report(db, Listing(show=Show.CONFLICTING))
    narrowed = report(db, Listing(Filters(articles=("zinc",)), show=Show.CONFLICTING))

    decide(db, ada, "k1", False)
    after = report(db, Listing(show=Show.CONFLICTING))

    assert sorted(row.slug for row in before.rows) == ["colds", "zinc"]
    assert (before.figures.conflicting, narrowed.figures.conflicting, after.figures.conflicting) == (2, 1, 0)
    assert [row.claim_id for row in narrowed.rows] == [NEED]
    assert all(row.flags == () for row in before.rows)


def test_the_list_of_conflicts_shows_with_what_each_claim_disagrees(db: Database, ada: Person) -> None:
    search(db)
    found = report(db, Listing(show=Show.CONFLICTING))
    flagged = report(db, Listing(show=Show.ALL))

    listing = Listing(show=Show.CONFLICTING)
    told = words_of(claims_table(found.rows, listing, {}, found.conflicts))

    (side,) = found.conflicts[NEED]
    assert (side.slug, side.text) == ("colds", "Adults need 20 mg of zinc a day.")
    assert [(each.left, each.right) for each in side.differences] == [("8 mg", "20 mg")]
    assert "Disagrees with" in told
    assert "other amount: 8 mg / 20 mg" in told
    assert "other amount: 20 mg / 8 mg" in told
    assert "Verdicts" not in told  # nobody has answered: no column says so fifty times
    assert (flagged.conflicts, "Verdicts" in words_of(claims_table(flagged.rows, Listing(), {}))) == ({}, True)


@pytest.mark.parametrize("order", [Order.PLACE, Order.FLAGS])
def test_claims_that_disagree_stand_together(db: Database, ada: Person, order: Order) -> None:
    text = (
        "Iron and zinc\n\nAdults need 9 mg of iron a day. Zinc increases the effect of diuretics. It is a metal.\n\n"
        "Zinc reduces the effect of diuretics. Adults need 18 mg of iron a day.\n"
    )
    add_article(db, Article("iron", "Iron and zinc", text), split_claims(text), NOON)
    search(db)

    rows = report(db, Listing(Filters(articles=("iron",)), Show.CONFLICTING, order)).rows
    places = [place_in(db, Listing(Filters(), Show.CONFLICTING, order), row.claim_id) for row in rows]

    assert [row.text.split()[0] for row in rows] == ["Adults", "Adults", "Zinc", "Zinc"]
    assert [place.position for place in places if place] == sorted(place.position for place in places if place)


def words_of(tree: object) -> str:
    return " ".join(map(words_of, tree)) if isinstance(tree, list) else tree if isinstance(tree, str) else ""


def goes_of(tree: object) -> Iterator[dict[str, object]]:
    if isinstance(tree, dict) and "go" in tree:
        yield tree["go"]
    for child in tree if isinstance(tree, list) else ():
        yield from goes_of(child)


def test_the_claims_page_shows_both_wordings_and_takes_an_answer_back(db: Database, ada: Person) -> None:
    search(db)

    tree = matches_of("zinc", "Adults need 8 mg of zinc a day.", suggestions_of(db, NEED, ada))
    no = next(go for go in goes_of(tree) if go.get("holds") is False)
    decide_on_page(db, ada, NEED, no, "k1", NOON)
    again = matches_of("zinc", "", suggestions_of(db, NEED, ada, dismissed=True))

    assert "other amount: 8 mg / 20 mg" in words_of(tree)
    assert "Colds and what helps" in words_of(tree)
    assert "answered by Dr Ada" in words_of(again)
    assert [go["holds"] for go in goes_of(again) if "holds" in go] == [True, None]


def test_the_claims_page_says_nothing_where_there_is_nothing() -> None:
    assert matches_of("zinc", "Rest helps.", ()) == []


def test_the_articles_page_counts_conflicts_and_leads_to_them(db: Database, ada: Person) -> None:
    tree = articles_table(article_reports(db, ada.id), {"zinc": 2})

    assert "2 conflicts?" in words_of(tree)
    assert [go for go in goes_of(tree) if "conflicts" in go] == [{"conflicts": "zinc"}]
