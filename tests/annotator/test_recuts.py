"""Units merged and split by hand: what is there afterwards, what is kept, and that all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.errors import InvalidLabel, InvalidRecut, RetiredClaim, UnknownClaim
from annotator.model import Answer, Change, Evidence, Label, Person, Stance, Verdict
from annotator.storage.answering import Press, answer_claim, undo_answer, undoable_answers
from annotator.storage.articles import StoredClaim, add_article, claims_of, insert_revision
from annotator.storage.claim_rows import insert_claims
from annotator.storage.connection import writing
from annotator.storage.datasets import labelled_claims, last_change
from annotator.storage.filters import Filters
from annotator.storage.labels import current_labels_on, history, record_label
from annotator.storage.people import add_person
from annotator.storage.recut_history import (
    Predecessor,
    Recut,
    predecessors_of,
    recuts_of_claim,
    successors_of,
    undoable_recuts,
)
from annotator.storage.recuts import Act, NewRecut, carried_key, carry_labels, link_claims, retire_claims, start_recut
from annotator.storage.recutting import merge_claims, split_claim, undo_recut
from corpus.model import Article, Claim, Kind, Span
from corpus.units import split_text
from tests.desks import IDS, NOON, cited, desk_in_memory, label, label_all, zinc_claims

TEXT = """\
Magnesium and sleep

Magnesium is a mineral 💊; it helps with sleep. Dr.

Smith gave 400 mg daily to 20 adults.

Good sources include:
- Nuts e\u0301 seeds
- Whole grains

| Dose | Effect |
|---|---|
| 5 mg | -5 % |
| 9 mg | -9 % |

Is it safe? Thank you for reading.
"""


@dataclass
class Bench:
    """A desk in memory whose clock moves a minute with every act, and one reviewer at it."""

    db: Database
    person: Person
    other: Person
    now: datetime = NOON
    keys: Iterator[int] = field(default_factory=lambda: iter(range(10_000)))

    def press(self, claim_id: str, key: str = "") -> Press:
        self.now += timedelta(minutes=1)
        return Press(key or f"key{next(self.keys)}", claim_id, self.now)

    def units(self) -> list[StoredClaim]:
        return claims_of(self.db, "sleep", 1)

    def unit(self, start: str) -> StoredClaim:
        """The unit whose words begin so."""
        return next(unit for unit in self.units() if unit.claim.text.startswith(start))

    def words(self) -> list[str]:
        return [unit.claim.text for unit in self.units()]

    def merge(self, start: str, key: str = "") -> Recut:
        units = self.units()
        at = units.index(self.unit(start))
        return merge_claims(self.db, self.person, self.press(units[at].id, key), units[at + 1].id, self.now)

    def split(self, start: str, before: str, key: str = "") -> Recut:
        """Split a unit right before the words ``before``."""
        unit = self.unit(start)
        at = unit.claim.text.index(before)
        return split_claim(self.db, self.person, self.press(unit.id, key), at, self.now)

    def undo(self, recut: Recut, person: Person | None = None) -> Recut:
        return undo_recut(self.db, person or self.person, self.press(recut.made[0]), recut.key, self.now)

    def answer(self, claim_id: str, verdict: Verdict | None, person: Person | None = None, key: str = "") -> Label:
        press = self.press(claim_id, key)
        return answer_claim(self.db, person or self.person, press, Answer(verdict), self.now)

    def dataset(self, as_of: datetime | None = None) -> list[tuple[str, Verdict | None]]:
        """Each claim of the queue with its final verdict, now or then."""
        found = labelled_claims(self.db, Filters(articles=("sleep",), as_of=as_of))
        return [(claim.claim.text, claim.final.verdict) for claim in found]


def new_bench(text: str = TEXT) -> Bench:
    db = desk_in_memory(articles=False)
    add_article(db, Article("sleep", "Sleep", text), split_text(text), NOON)
    return Bench(db, add_person(db, "Dr A", NOON), add_person(db, "Dr B", NOON))


@pytest.fixture
def bench() -> Bench:
    return new_bench()


def test_two_units_become_one_with_all_that_lies_between(bench: Bench) -> None:
    before = bench.words()
    recut = bench.merge("Dr.")
    assert bench.words() == [*before[:2], "Dr.\n\nSmith gave 400 mg daily to 20 adults.", *before[4:]]
    made = bench.unit("Dr.")
    assert (recut.act, recut.made) == (Act.MERGE, (made.id,))
    assert made.claim.kind is Kind.CLAIM
    assert any(cue.span.cut(TEXT).startswith("400 mg") for cue in made.claim.cues)
    assert bench.db.execute("SELECT origin FROM claims WHERE id = ?", [made.id]).fetchone() == ("merged",)


def test_one_unit_becomes_two_without_the_white_space_between(bench: Bench) -> None:
    recut = bench.split("Magnesium is", "it helps")
    left, right = (bench.unit(start) for start in ("Magnesium is", "it helps"))
    assert (left.claim.text, right.claim.text) == ("Magnesium is a mineral 💊;", "it helps with sleep.")
    assert recut.made == (left.id, right.id)
    assert left.id == f"sleep/1@{TEXT.index('Magnesium is')}-{TEXT.index(' it helps')}"
    assert left.claim.context == right.claim.context
    assert right.claim.check_worthy


@pytest.mark.parametrize(
    ("at", "why"),
    [
        pytest.param(0, "at the start", id="at the start"),
        pytest.param(-3, "before it", id="before the unit"),
        pytest.param(10_000, "behind it", id="behind the unit"),
        pytest.param(len("Magnesium is a mineral 💊; it helps with sleep."), "the end", id="at the end"),
        pytest.param(len("Magnesium is a mineral 💊; it helps with sleep"), "a full stop", id="before the full stop"),
        pytest.param(3, "in a word", id="inside a word"),
    ],
)
def test_a_part_without_a_word_is_refused(bench: Bench, at: int, why: str) -> None:
    unit = bench.unit("Magnesium is")
    before = bench.words()
    with pytest.raises(InvalidRecut, match="choose a point between two words"):
        split_claim(bench.db, bench.person, bench.press(unit.id), at, bench.now)
    assert bench.words() == before, why


def test_a_letter_and_its_accent_stay_together(bench: Bench) -> None:
    unit = bench.unit("Nuts")
    with pytest.raises(InvalidRecut, match="between two words"):
        split_claim(bench.db, bench.person, bench.press(unit.id), unit.claim.text.index("\u0301"), bench.now)


def test_a_list_marker_between_two_merged_units_is_outside_again_after_a_split(bench: Bench) -> None:
    before = bench.units()
    bench.merge("Nuts")
    assert "Nuts e\u0301 seeds\n- Whole grains" in bench.words()
    for at in range(len("Nuts e\u0301 seeds"), len("Nuts e\u0301 seeds\n- ") + 1):  # wherever in between
        unit = bench.unit("Nuts")
        split_claim(bench.db, bench.person, bench.press(unit.id), at, bench.now)
        assert bench.units() == before
        bench.merge("Nuts")


def test_a_rule_and_pipes_between_two_rows_are_outside_again_after_a_split(bench: Bench) -> None:
    before = bench.units()
    bench.merge("Dose | Effect")
    bench.split("Dose | Effect", "|---")
    assert bench.units() == before


def test_what_looks_like_a_marker_inside_a_unit_is_not_lost(bench: Bench) -> None:
    text = "Sleep\n\nThe effect in that trial was a fall of\n- 5 mmHg in adults who slept badly for years.\n"
    claim = Claim(Span(7, len(text) - 1), Kind.CLAIM, True, text[7:-1])
    bench.db.execute("UPDATE claims SET retired_at = 'now'")
    add_article(bench.db, Article("fall", "Fall", text), [claim], NOON)
    (unit,) = claims_of(bench.db, "fall", 1)
    split_claim(bench.db, bench.person, bench.press(unit.id), claim.text.index("- 5"), bench.now)
    assert [each.claim.text for each in claims_of(bench.db, "fall", 1)][1].startswith("- 5 mmHg")


def test_units_merged_again_after_a_split_are_the_one_of_before_with_its_labels(bench: Bench) -> None:
    before = bench.unit("Magnesium is")
    bench.answer(before.id, Verdict.SUPPORTED)
    bench.split("Magnesium is", "it helps")
    bench.merge("Magnesium is")
    assert bench.unit("Magnesium is") == before
    assert [label.verdict for label in current_labels_on(bench.db, before.id)] == [Verdict.SUPPORTED]
    assert ("Magnesium is a mineral 💊; it helps with sleep.", Verdict.SUPPORTED) in bench.dataset()


def test_nothing_is_answered_on_the_new_claim_and_its_predecessors_are_told(bench: Bench) -> None:
    left, right = bench.unit("Magnesium is").id, bench.unit("Dr.").id
    bench.answer(left, Verdict.SUPPORTED)
    (made,) = bench.merge("Magnesium is").made
    assert history(bench.db, made) == []
    assert len(history(bench.db, left)) == 1
    assert predecessors_of(bench.db, made) == [Predecessor(left, False), Predecessor(right, False)]
    assert successors_of(bench.db, left) == successors_of(bench.db, right) == [made]
    assert [recut.act for recut in recuts_of_claim(bench.db, left)] == [Act.MERGE]


def test_a_retired_claim_takes_no_label(bench: Bench) -> None:
    left = bench.unit("Magnesium is").id
    bench.merge("Magnesium is")
    with pytest.raises(RetiredClaim, match=r"this claim was merged with another by Dr A\. Answer what stands there"):
        bench.answer(left, Verdict.SUPPORTED)


def test_successors_are_not_the_former_neighbours(bench: Bench) -> None:
    title, first = bench.units()[0].id, bench.units()[1].id
    bench.undo(bench.merge("Magnesium and"))
    (whole,) = bench.merge("Magnesium is").made
    assert successors_of(bench.db, first) == [whole]
    assert successors_of(bench.db, title) == []


def test_an_undone_merge_brings_both_back_and_an_undone_split_the_whole(bench: Bench) -> None:
    before = bench.units()
    merge = bench.merge("Dr.")
    split = bench.split("Magnesium is", "it helps")
    assert [recut.key for recut in undoable_recuts(bench.db, bench.person)] == [merge.key, split.key]
    undo = bench.undo(split)
    assert (undo.act, undo.undoes, undo.made) == (Act.UNDO, split.key, (before[1].id,))
    bench.undo(merge)
    assert bench.units() == before
    assert undoable_recuts(bench.db, bench.person) == []


def test_a_recut_whose_units_were_cut_anew_is_undone_after_the_newer_one(bench: Bench) -> None:
    before = bench.units()
    first = bench.merge("Magnesium is")
    second = bench.merge("Magnesium is")
    with pytest.raises(RetiredClaim, match="was cut anew since"):
        bench.undo(first)
    assert [recut.key for recut in undoable_recuts(bench.db, bench.person)] == [second.key]
    bench.undo(second)
    bench.undo(first)
    assert bench.units() == before


def test_an_undo_is_refused_where_it_would_hide_what_somebody_else_said(bench: Bench) -> None:
    recut = bench.merge("Magnesium is")
    bench.answer(recut.made[0], Verdict.CONTRADICTED, bench.other)
    with pytest.raises(InvalidRecut, match=r"Dr B has labelled .* since: split it instead"):
        bench.undo(recut)
    undo_answer(bench.db, bench.other, bench.press(recut.made[0]), history(bench.db, recut.made[0])[0].key, bench.now)
    bench.undo(recut)


def test_nobody_undoes_the_recut_of_another_and_nobody_twice(bench: Bench) -> None:
    recut = bench.merge("Magnesium is")
    with pytest.raises(InvalidRecut, match="no such merge or split of yours"):
        bench.undo(recut, bench.other)
    undo = bench.undo(recut)
    with pytest.raises(InvalidRecut, match="undone already"):
        bench.undo(recut)
    with pytest.raises(InvalidRecut, match="no such merge or split of yours"):
        bench.undo(undo)


def test_the_same_key_twice_is_one_recut(bench: Bench) -> None:
    merge = bench.merge("Dr.", key="m1")
    left, right = merge.retired
    assert merge_claims(bench.db, bench.person, Press("m1", left), right, bench.now) == merge
    split = bench.split("Magnesium is", "it helps", key="s1")
    assert split_claim(bench.db, bench.person, Press("s1", split.retired[0]), 9, bench.now) == split
    undo = undo_recut(bench.db, bench.person, Press("u1", split.made[0]), "s1", bench.now)
    assert undo_recut(bench.db, bench.person, Press("u1", split.made[0]), "s1", bench.now) == undo
    assert bench.db.execute("SELECT count(*) FROM recuts").fetchone() == (3,)


@pytest.mark.parametrize("who", ["another person", "another claim"])
def test_a_key_of_another_recut_is_refused(bench: Bench, who: str) -> None:
    merge = bench.merge("Dr.", key="m1")
    left, right = merge.retired
    person = bench.other if who == "another person" else bench.person
    claim = left if who == "another person" else bench.unit("Whole").id
    with pytest.raises(InvalidRecut, match="belongs to another recut"):
        merge_claims(bench.db, person, Press("m1", claim), right, bench.now)


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        pytest.param("Magnesium is", "Smith", "do not follow each other", id="one between"),
        pytest.param("Smith", "Dr.", "do not follow each other", id="the wrong way round"),
        pytest.param("Dr.", "Dr.", "do not follow each other", id="itself"),
    ],
)
def test_only_neighbours_are_merged(bench: Bench, left: str, right: str, says: str) -> None:
    ids = bench.unit(left).id, bench.unit(right).id
    with pytest.raises(InvalidRecut, match=says):
        merge_claims(bench.db, bench.person, bench.press(ids[0]), ids[1], bench.now)


def test_units_of_two_articles_and_unknown_or_retired_units_are_refused(bench: Bench) -> None:
    add_article(
        bench.db, Article("zinc", "Zinc", "| Dose  | Effect  |\n| 5 mg  | -5 % |\nIs zinc safe?\n"), zinc_claims(), NOON
    )
    last = bench.units()[-1].id
    for left, right, says in ((last, IDS["row"], "do not follow"), (last, "sleep/1@1-2", "there is no claim")):
        with pytest.raises((InvalidRecut, UnknownClaim), match=says):
            merge_claims(bench.db, bench.person, bench.press(left), right, bench.now)
    retired = bench.unit("Magnesium is").id
    bench.merge("Magnesium is")
    with pytest.raises(RetiredClaim, match="was cut anew since"):
        split_claim(bench.db, bench.person, bench.press(retired), 12, bench.now)


def test_a_recut_that_fails_half_way_leaves_nothing(bench: Bench) -> None:
    before = bench.units()
    bench.db.execute(
        "CREATE TRIGGER stop BEFORE INSERT ON predecessors BEGIN SELECT RAISE (ABORT, 'the disk is full'); END"
    )
    with pytest.raises(Exception, match="the disk is full"):
        bench.merge("Dr.")
    assert bench.units() == before
    assert bench.db.execute("SELECT count(*) FROM recuts").fetchone() == (0,)


@pytest.mark.parametrize(
    ("start", "kinds", "worthy"),
    [
        pytest.param("Dr.", Kind.CLAIM, True, id="a sentence in two pieces"),
        pytest.param("Nuts", Kind.LIST_ITEM, True, id="two list items"),
        pytest.param("Dose", Kind.TABLE_ROW, True, id="a table's header and row"),
        pytest.param("5 mg", Kind.TABLE_ROW, True, id="two rows"),
        pytest.param("Magnesium and", Kind.CLAIM, True, id="a title that was a sentence's start"),
        pytest.param("9 mg", Kind.TABLE_ROW, True, id="a row and prose"),
    ],
)
def test_the_kind_of_a_merged_unit(bench: Bench, start: str, kinds: Kind, worthy: bool) -> None:
    bench.merge(start)
    made = bench.unit(start).claim
    assert (made.kind, made.check_worthy) == (kinds, worthy)


def test_nothing_to_check_falls_out_of_the_queue_by_a_recut(bench: Bench) -> None:
    text = "Sleep\n\nZinc cures colds. Is that so?\n"
    add_article(bench.db, Article("zinc", "Zinc", text), split_text(text), NOON)
    _, claim, question = claims_of(bench.db, "zinc", 1)
    merge_claims(bench.db, bench.person, bench.press(claim.id), question.id, bench.now)
    made = claims_of(bench.db, "zinc", 1)[1].claim
    assert (made.kind, made.check_worthy) == (Kind.QUESTION, True)
    split_claim(
        bench.db, bench.person, bench.press(claims_of(bench.db, "zinc", 1)[1].id), len("Zinc cures colds."), bench.now
    )
    assert claims_of(bench.db, "zinc", 1)[1:] == [claim, question]


def test_the_desk_of_any_moment_has_the_units_of_that_moment(bench: Bench) -> None:
    whole = "Magnesium is a mineral 💊; it helps with sleep."
    bench.answer(bench.unit("Magnesium is").id, Verdict.SUPPORTED)
    labelled = bench.dataset()
    moments = [(bench.now, labelled)]
    stamp = last_change(bench.db)
    split = bench.split("Magnesium is", "it helps")
    assert last_change(bench.db) != stamp
    assert [text for text, _ in bench.dataset()][:2] == ["Magnesium is a mineral 💊;", "it helps with sleep."]
    moments.append((bench.now, bench.dataset()))
    bench.merge("it helps")
    moments.append((bench.now, bench.dataset()))
    bench.split("it helps", "Dr.")
    bench.undo(split)
    assert (whole, Verdict.SUPPORTED) in bench.dataset()
    moments.append((bench.now, bench.dataset()))
    for moment, seen in moments:
        assert bench.dataset(moment) == seen
    assert bench.dataset(NOON) == [(text, None) for text, _ in labelled]


# Labels that go with a claim whose words did not change.


def revised(db: Database, claim: str = "cures") -> tuple[str, int]:
    """The article garlic with a second revision in which one claim stands word for word; its id there, the recut."""
    old = next(each.claim for each in claims_of(db, "garlic", 1) if each.id == IDS[claim])
    text = f"New. {old.text}"
    span = Span(5, len(text))
    with writing(db):
        insert_revision(db, Article("garlic", "Garlic", text), 2, NOON + timedelta(hours=2))
        insert_claims(db, "garlic", 2, [Claim(span, old.kind, old.check_worthy, old.text)])
        recut = start_recut(db, NewRecut("rev", Act.REVISE, "garlic", 2), NOON + timedelta(hours=2))
        retire_claims(db, recut, [IDS[claim]], NOON + timedelta(hours=2))
        link_claims(db, recut, [(f"garlic/2@5-{len(text)}", IDS[claim], True)])
    return f"garlic/2@5-{len(text)}", recut


def test_each_current_label_is_carried_whole_and_once() -> None:
    db = desk_in_memory()
    evidence = cited(Stance.SUPPORTS, 1, "q", "p. 3")
    label_all(
        db,
        [
            label("k1", "cures", "Dr A", Verdict.UNSUPPORTED),
            label("k2", "cures", "Dr A", Verdict.SUPPORTED, evidence=evidence),
            label("k3", "cures", "Dr B", skipped=True),
            label("k4", "cures", "Dr C", Verdict.SUPPORTED),
            label("k5", "cures", "Dr C"),
        ],
    )
    old = current_labels_on(db, IDS["cures"])
    new_id, _ = revised(db)
    assert carry_labels(db, IDS["cures"], new_id) == 2
    assert carry_labels(db, IDS["cures"], new_id) == 0
    new = current_labels_on(db, new_id)
    assert [(each.reviewer, each.change) for each in new] == [("Dr A", Change.CARRIED), ("Dr B", Change.CARRIED)]
    for before, after in zip(old, new, strict=False):
        assert (after.answer, after.evidence, after.labelled_at) == (before.answer, before.evidence, before.labelled_at)
        assert after.key == carried_key(before.key, new_id)
        assert len(after.key) == 32
    assert len(history(db, IDS["cures"])) == 5
    assert db.execute(
        "SELECT supported, skipped, left_open FROM standings WHERE claim_id = ?", [new_id]
    ).fetchone() == (1, 1, 0)
    assert successors_of(db, IDS["cures"]) == [new_id]


def test_no_label_goes_with_other_words_or_over_an_own_label() -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED)])
    with pytest.raises(InvalidRecut, match="has other words"):
        carry_labels(db, IDS["cures"], IDS["take"])
    with pytest.raises(UnknownClaim):
        carry_labels(db, IDS["cures"], "garlic/9@1-2")
    new_id, _ = revised(db)
    record_label(db, add_person(db, "Dr A", NOON), Label("own", new_id, "Dr A", NOON, Answer(Verdict.CONTRADICTED)))
    assert carry_labels(db, IDS["cures"], new_id) == 0


def test_an_answer_over_a_carried_label_is_undone_to_the_carried_one() -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED, evidence=Evidence(rationale="r"))])
    new_id, _ = revised(db)
    carry_labels(db, IDS["cures"], new_id)
    person = add_person(db, "Dr A", NOON)
    later = NOON + timedelta(hours=3)
    answer_claim(db, person, Press("a1", new_id), Answer(Verdict.CONTRADICTED), later)
    (undoable,) = [each for each in undoable_answers(db, person) if each.claim_id == new_id]
    assert undoable.before == Answer(Verdict.SUPPORTED)
    undone = undo_answer(db, person, Press("a2", new_id), "a1", later)
    assert (undone.answer, undone.evidence.rationale) == (Answer(Verdict.SUPPORTED), "r")
    with pytest.raises(InvalidLabel, match="no such answer"):
        undo_answer(db, person, Press("a3", new_id), carried_key("k1", new_id), later)


def test_what_was_answered_on_a_claim_that_is_gone_is_not_offered_to_undo(bench: Bench) -> None:
    bench.answer(bench.unit("Magnesium is").id, Verdict.SUPPORTED, key="a1")
    bench.answer(bench.unit("Smith").id, Verdict.SUPPORTED, key="a2")
    merge = bench.merge("Magnesium is")
    assert [each.key for each in undoable_answers(bench.db, bench.person)] == ["a2"]
    bench.undo(merge)
    assert [each.key for each in undoable_answers(bench.db, bench.person)] == ["a1", "a2"]


# Whatever is merged, split and undone, in whatever order.

PLAN = st.lists(
    st.tuples(st.sampled_from(["merge", "split", "undo", "answer"]), st.integers(0, 40), st.integers(0, 80)),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(PLAN)
def test_any_sequence_keeps_every_word_in_one_unit_and_undoing_all_restores_the_cut(
    plan: list[tuple[str, int, int]],
) -> None:
    bench = new_bench()
    first = bench.units()
    held = covered(first)
    done: list[Recut] = []
    labels = 0
    for do, which, where in plan:
        units = bench.units()
        unit = units[which % len(units)]
        if do == "answer":
            bench.answer(unit.id, Verdict.SUPPORTED)
            labels += 1
        elif do == "undo" and done:
            bench.undo(done.pop())
        elif do == "merge" and unit is not units[-1]:
            done.append(bench.merge(unit.claim.text))
        elif do == "split":
            at = where % len(unit.claim.text)
            with suppress(InvalidRecut):  # no word on one side
                done.append(split_claim(bench.db, bench.person, bench.press(unit.id), at, bench.now))
        check_units(bench.units(), held)
        assert bench.db.execute("SELECT count(*) FROM labels").fetchone() == (labels,)
    for recut in reversed(done):
        bench.undo(recut)
    assert bench.units() == first
    assert bench.dataset(NOON) == [(each.claim.text, None) for each in first if each.claim.check_worthy]


def check_units(units: list[StoredClaim], held: set[int]) -> None:
    for unit in units:
        assert unit.claim.text == unit.claim.span.cut(TEXT)
        assert unit.claim.text == unit.claim.text.strip()
    for before, after in pairwise(units):
        assert before.claim.span.end <= after.claim.span.start
    assert held <= covered(units)


def covered(units: list[StoredClaim]) -> set[int]:
    """The offsets of all that is not white space in the units."""
    return {at for unit in units for at in range(unit.claim.span.start, unit.claim.span.end) if not TEXT[at].isspace()}
