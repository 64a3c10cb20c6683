"""What a claim was before, and what its reviewer said then: found over revisions and repairs, and never another's."""

from __future__ import annotations

import pytest

from annotator.model import Stance, Verdict
from annotator.storage.answering import undo_answer
from annotator.storage.articles import article_revision
from annotator.storage.earlier import earlier_claims, kept_since
from annotator.storage.recutting import merge_claims, split_claim, undo_recut
from annotator.storage.revisions import stands_now
from annotator.ui.before import before_data
from tests.annotator.test_revising import FIRST, SECOND, Bench, new_bench

THIRD = SECOND.replace("2 mmHg", "3 mmHg")


@pytest.fixture
def bench() -> Bench:
    return new_bench()


def earlier(bench: Bench, start: str, nth: int = 0) -> list[tuple[int, str, str | None]]:
    """The revision and words of what a unit was, with Dr A's verdict on it."""
    revision = article_revision(bench.db, "garlic").revision
    found = earlier_claims(bench.db, "garlic", revision, bench.person).get(bench.unit(start, nth=nth), ())
    return [(each.revision, each.claim.text, each.label.verdict if each.label else None) for each in found]


def test_a_changed_claim_shows_what_it_was_and_what_i_said(bench: Bench) -> None:
    old = bench.unit("Garlic lowers")
    bench.answer(old, Verdict.SUPPORTED)
    bench.answer(old, Verdict.CONTRADICTED, bench.other)
    bench.cite(old, Stance.SUPPORTS)

    bench.revise(SECOND)

    assert earlier(bench, "Garlic lowers") == [(1, "Garlic lowers blood pressure by 5 mmHg.", "supported")]
    told = before_data(bench.db, bench.person, "garlic")
    (shown,) = told["before"][bench.unit("Garlic lowers")]
    assert shown["pieces"] == [
        ["both", "Garlic lowers blood pressure by"],
        ["old", " 5"],
        ["new", " 2"],
        ["both", " mmHg."],
    ]
    assert (shown["about"], shown["place"], len(shown["label"]["citations"])) == (["numbers"], None, 1)
    assert told["went_on"][old] == [bench.unit("Garlic lowers")]
    assert old not in told["unchanged"]
    assert told["unchanged"][bench.unit("Never", 1)] == bench.unit("Never", 2)


def test_a_changed_claim_that_i_never_answered_shows_what_it_was(bench: Bench) -> None:
    bench.answer(bench.unit("Garlic lowers"), Verdict.SUPPORTED, bench.other)

    bench.revise(SECOND)

    assert earlier(bench, "Garlic lowers") == [(1, "Garlic lowers blood pressure by 5 mmHg.", None)]


def test_what_i_said_is_found_over_revisions_in_which_i_said_nothing(bench: Bench) -> None:
    bench.answer(bench.unit("Garlic lowers"), Verdict.SUPPORTED)

    bench.revise(SECOND)
    bench.revise(THIRD)
    bench.revise(THIRD + "\nMore of garlic.\n")

    assert earlier(bench, "Garlic lowers") == [(1, "Garlic lowers blood pressure by 5 mmHg.", "supported")]


def test_the_last_thing_i_said_stands_before_what_i_said_earlier(bench: Bench) -> None:
    bench.answer(bench.unit("Garlic lowers"), Verdict.SUPPORTED)
    bench.revise(SECOND)
    bench.answer(bench.unit("Garlic lowers"), Verdict.CONTRADICTED)

    bench.revise(THIRD)

    assert earlier(bench, "Garlic lowers") == [(2, "Garlic lowers blood pressure by 2 mmHg.", "contradicted")]


def test_an_unchanged_claim_shows_that_my_answer_is_kept_and_since_when(bench: Bench) -> None:
    bench.answer(bench.unit("Never"), Verdict.SUPPORTED)

    bench.revise(SECOND)
    bench.revise(THIRD)

    assert earlier(bench, "Never") == []
    assert kept_since(bench.db, "garlic", 3, bench.person) == {bench.unit("Never"): 1}
    assert kept_since(bench.db, "garlic", 3, bench.other) == {}
    bench.answer(bench.unit("Never"), Verdict.CONTRADICTED)
    assert kept_since(bench.db, "garlic", 3, bench.person) == {}
    assert earlier(bench, "Never") == []


def test_what_i_took_back_was_not_said(bench: Bench) -> None:
    old = bench.unit("Garlic lowers")
    key = bench.answer(old, Verdict.SUPPORTED)
    undo_answer(bench.db, bench.person, bench.press(old), key, bench.tick())

    bench.revise(SECOND)

    assert earlier(bench, "Garlic lowers") == [(1, "Garlic lowers blood pressure by 5 mmHg.", None)]


def test_the_same_words_in_another_place_show_where_they_stood(bench: Bench) -> None:
    bench.answer(bench.unit("Take", nth=1), Verdict.SUPPORTED)

    bench.revise(FIRST.replace("## Children", "## Infants"))

    (shown,) = before_data(bench.db, bench.person, "garlic")["before"][bench.unit("Take", nth=1)]
    assert (shown["pieces"], shown["about"]) == ([], [])
    assert shown["place"].endswith("Children")
    assert (shown["same"], shown["points_back"]) == ("same words, other place", None)


def test_the_same_words_after_a_changed_sentence_say_so(bench: Bench) -> None:
    bench.revise("# Garlic\n\nGarlic lowers blood pressure by 5 mmHg. It costs little.\n")
    bench.revise("# Garlic\n\nGarlic lowers blood pressure by 2 mmHg. It costs little.\n")

    (shown,) = before_data(bench.db, bench.person, "garlic")["before"][bench.unit("It costs")]
    assert (shown["pieces"], shown["place"]) == ([], None)
    assert shown["same"] == "same words, other place"
    assert shown["points_back"] == "It points back to a sentence that changed."


def test_an_old_id_leads_to_what_stands_there_now_over_recuts_and_revisions(bench: Bench) -> None:
    one, other = bench.unit("Take"), bench.unit("Never")
    merged = merge_claims(bench.db, bench.person, bench.press(one), other, bench.tick()).made[0]
    assert stands_now(bench.db, other) == merged
    bench.revise(SECOND)
    now = stands_now(bench.db, other)
    bench.revise(THIRD)

    assert now.startswith("garlic/2@")
    assert stands_now(bench.db, other).startswith("garlic/3@")
    assert stands_now(bench.db, stands_now(bench.db, one)) == stands_now(bench.db, now)
    assert stands_now(bench.db, "garlic/1@900-901") == "garlic/1@900-901"


def test_a_merged_claim_shows_both_and_its_undoing_neither(bench: Bench) -> None:
    one, other = bench.unit("Take"), bench.unit("Never")
    bench.answer(one, Verdict.SUPPORTED)
    bench.answer(other, Verdict.CONTRADICTED)

    press = bench.press(one)
    merged = merge_claims(bench.db, bench.person, press, other, bench.tick()).made[0]

    assert [verdict for _, _, verdict in earlier(bench, "Take")] == ["supported", "contradicted"]
    undo_recut(bench.db, bench.person, bench.press(merged), press.key, bench.tick())
    assert earlier(bench, "Take") == earlier(bench, "Never") == []


def test_a_part_shows_the_whole_that_i_answered_and_nothing_where_i_did_not(bench: Bench) -> None:
    whole, silent = bench.unit("Garlic lowers"), bench.unit("Garlic helps")
    bench.answer(whole, Verdict.SUPPORTED)

    split_claim(bench.db, bench.person, bench.press(whole), len("Garlic lowers blood pressure"), bench.tick())
    split_claim(bench.db, bench.person, bench.press(silent), len("Garlic helps"), bench.tick())

    assert earlier(bench, "by 5") == [(1, "Garlic lowers blood pressure by 5 mmHg.", "supported")]
    assert earlier(bench, "Garlic helps") == []
