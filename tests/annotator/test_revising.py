"""A new revision of an article: what keeps its labels, what is offered again, and that no label is ever lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.errors import AlreadyThere, RetiredClaim, StaleRevision, UnknownArticle
from annotator.model import Answer, Change, Person, Stance, Verdict
from annotator.storage.answering import EvidenceEdit, Press, answer_claim, edit_evidence, undo_answer
from annotator.storage.articles import add_article, article_revision, claims_of
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from annotator.storage.labels import current_label, history
from annotator.storage.people import add_person
from annotator.storage.recut_history import Predecessor, predecessors_of, successors_of
from annotator.storage.recutting import merge_claims, split_claim
from annotator.storage.revising import RevisionReport, add_revision, plan_revision
from annotator.storage.revisions import last_units_of, revisions_of
from annotator.storage.splits import freeze_splits
from corpus.model import Article, Kind
from corpus.units import split_text
from tests.desks import NOON, cited, desk_in_memory

FIRST = """\
# Garlic

Garlic lowers blood pressure by 5 mmHg. Garlic helps against colds.

## Adults

Take 400 mg of garlic daily. Never take garlic with warfarin.

## Children

Take 400 mg of garlic daily.
"""
SECOND = (
    FIRST.replace("5 mmHg", "2 mmHg")
    .replace(" Garlic helps against colds.", "")
    .replace("Never", "Garlic thins the blood. Never")
)


@dataclass
class Bench:
    """A desk in memory with one article and two reviewers; its clock moves a minute with every act."""

    db: Database
    person: Person
    other: Person
    now: datetime = NOON
    keys: Iterator[int] = field(default_factory=lambda: count(1))

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def unit(self, start: str, revision: int = 0, nth: int = 0) -> str:
        """The id of the nth unit whose words begin so, in the newest revision if none is named."""
        number = revision or article_revision(self.db, "garlic").revision
        units = last_units_of(self.db, "garlic", number)
        return [unit.id for unit in units if unit.claim.text.startswith(start)][nth]

    def press(self, claim_id: str) -> Press:
        return Press(f"k{next(self.keys)}", claim_id, self.tick())

    def answer(self, claim_id: str, verdict: Verdict, person: Person | None = None) -> str:
        press = self.press(claim_id)
        answer_claim(self.db, person or self.person, press, Answer(verdict), self.now)
        return press.key

    def cite(self, claim_id: str, stance: Stance) -> None:
        edit = EvidenceEdit(add=cited(stance, quote="as we saw").citations[0])
        edit_evidence(self.db, self.person, self.press(claim_id), edit, self.tick())

    def revise(self, text: str, **more: int | None) -> RevisionReport:
        article = Article("ignored", "Garlic again", text)
        key = f"r{next(self.keys)}"
        return add_revision(
            self.db, "garlic", article, split_text(text), self.tick(), key, person=self.other, onto=more.get("onto")
        )

    def verdicts(self, as_of: datetime | None = None) -> dict[str, list[str]]:
        """What an export says: the claims' words with the verdicts on them."""
        claims = labelled_claims(self.db, Filters(as_of=as_of))
        return {f"{each.claim.context.section}: {each.claim.text}": [*map(str, each.verdicts)] for each in claims}


@pytest.fixture
def bench() -> Bench:
    return new_bench()


def new_bench(text: str = FIRST) -> Bench:
    db = desk_in_memory(articles=False)
    add_article(
        db, Article("garlic", "Garlic", text, "https://example.org/garlic", author="A. Allium"), split_text(text), NOON
    )
    return Bench(db, add_person(db, "Dr A", NOON), add_person(db, "Dr B", NOON))  # fmt: skip


def test_unchanged_claims_keep_their_labels_whole(bench: Bench) -> None:
    old = bench.unit("Never")
    bench.answer(old, Verdict.SUPPORTED)
    bench.cite(old, Stance.SUPPORTS)
    given = current_label(bench.db, old, bench.person)

    report = bench.revise(SECOND)

    kept = current_label(bench.db, bench.unit("Never"), bench.person)
    assert given
    assert kept
    assert (kept.answer, kept.evidence, kept.labelled_at, kept.pressed_at) == (
        given.answer,
        given.evidence,
        given.labelled_at,
        given.pressed_at,
    )
    assert (kept.change, kept.claim_id) == (Change.CARRIED, bench.unit("Never", 2))
    assert report == RevisionReport("garlic", 2, 3, 1, changed=1, new=1, vanished=1, left_behind=0)
    assert predecessors_of(bench.db, kept.claim_id) == [Predecessor(old, same_words=True)]


def test_changed_claims_wait_for_an_answer_and_vanished_ones_keep_theirs(bench: Bench) -> None:
    changed, vanished = bench.unit("Garlic lowers"), bench.unit("Garlic helps")
    bench.answer(changed, Verdict.SUPPORTED)
    bench.answer(vanished, Verdict.CONTRADICTED)

    report = bench.revise(SECOND)

    now = bench.unit("Garlic lowers")
    assert current_label(bench.db, now, bench.person) is None
    assert predecessors_of(bench.db, now) == [Predecessor(changed, same_words=False)]
    assert [label.verdict for label in history(bench.db, changed)] == [Verdict.SUPPORTED]
    assert [label.verdict for label in history(bench.db, vanished)] == [Verdict.CONTRADICTED]
    assert successors_of(bench.db, vanished) == []
    assert report.left_behind == 1
    assert bench.verdicts() == {
        ": Garlic lowers blood pressure by 2 mmHg.": [],
        "Adults: Take 400 mg of garlic daily.": [],
        "Adults: Garlic thins the blood.": [],
        "Adults: Never take garlic with warfarin.": [],
        "Children: Take 400 mg of garlic daily.": [],
    }


def test_an_export_as_of_before_the_revision_is_what_it_was(bench: Bench) -> None:
    bench.answer(bench.unit("Garlic lowers"), Verdict.SUPPORTED)
    bench.answer(bench.unit("Never"), Verdict.SUPPORTED)
    then, before = bench.now, bench.verdicts()

    bench.revise(SECOND)

    assert bench.verdicts(as_of=then) == before
    assert bench.verdicts(as_of=bench.now) == bench.verdicts()
    assert bench.verdicts()["Adults: Never take garlic with warfarin."] == ["supported"]


def test_the_same_words_under_another_heading_are_offered(bench: Bench) -> None:
    adults, children = bench.unit("Take"), bench.unit("Take", nth=1)
    bench.answer(adults, Verdict.SUPPORTED)
    bench.answer(children, Verdict.CONTRADICTED)

    bench.revise(FIRST.replace("## Children", "## Infants"))

    assert current_label(bench.db, bench.unit("Take"), bench.person)
    assert current_label(bench.db, bench.unit("Take", nth=1), bench.person) is None
    assert predecessors_of(bench.db, bench.unit("Take", nth=1)) == [Predecessor(children, same_words=False)]


def test_what_the_new_text_does_not_say_of_itself_stays(bench: Bench) -> None:
    bench.revise(SECOND)

    revision = article_revision(bench.db, "garlic")
    assert (revision.revision, revision.title) == (2, "Garlic again")
    assert revision.source_address == "https://example.org/garlic"
    (author,) = bench.db.execute("SELECT author FROM revisions WHERE number = 2").fetchone()
    assert author == "A. Allium"


def test_a_label_goes_on_through_many_revisions(bench: Bench) -> None:
    bench.answer(bench.unit("Never"), Verdict.SUPPORTED)

    bench.revise(SECOND)
    bench.revise(SECOND + "\nThe end of garlic.\n")

    kept = current_label(bench.db, bench.unit("Never", 3), bench.person)
    assert kept
    assert kept.verdict is Verdict.SUPPORTED
    assert [(row.number, row.added_by, row.labels) for row in revisions_of(bench.db, "garlic")] == [
        (3, "Dr B", 0),
        (2, "Dr B", 0),
        (1, "", 1),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(SECOND, "this very text is the newest revision of garlic already", id="the newest"),
        pytest.param(FIRST, "this is the text of revision 1 of garlic: a desk keeps each text", id="an earlier one"),
        pytest.param("Zinc.\n", "this text is on the desk already, as zinc", id="another article's"),
    ],
)  # fmt: skip
def test_a_text_that_is_on_the_desk_is_refused(bench: Bench, text: str, words: str) -> None:
    add_article(bench.db, Article("zinc", "Zinc", "Zinc.\n"), split_text("Zinc.\n"), NOON)
    bench.revise(SECOND)

    with pytest.raises(AlreadyThere, match=words):
        bench.revise(text)
    with pytest.raises(AlreadyThere, match=words):
        plan_revision(bench.db, "garlic", Article("x", "x", text), split_text(text))


def test_what_was_compared_must_be_the_newest_still(bench: Bench) -> None:
    bench.revise(SECOND, onto=1)

    with pytest.raises(StaleRevision, match="revision 2 of garlic was added since: compare with that one"):
        bench.revise(SECOND + "More.\n", onto=1)
    assert article_revision(bench.db, "garlic").revision == 2


def test_an_unknown_article_is_refused(bench: Bench) -> None:
    with pytest.raises(UnknownArticle, match=r"no article 'zinc' on this desk \(known: garlic\)"):
        plan_revision(bench.db, "zinc", Article("x", "x", SECOND), split_text(SECOND))


def test_a_plan_writes_nothing(bench: Bench) -> None:
    before = list(bench.db.conn.iterdump())

    plan_revision(bench.db, "garlic", Article("x", "x", SECOND), split_text(SECOND))

    assert list(bench.db.conn.iterdump()) == before


def test_what_fails_half_way_leaves_nothing(bench: Bench) -> None:
    bench.answer(bench.unit("Never"), Verdict.SUPPORTED)
    bench.db.execute("CREATE TRIGGER no BEFORE INSERT ON predecessors BEGIN SELECT RAISE (ABORT, 'no'); END")
    before = list(bench.db.conn.iterdump())

    with pytest.raises(Exception, match="no"):
        bench.revise(SECOND)

    assert list(bench.db.conn.iterdump()) == before


def test_a_merged_claim_goes_on_with_its_labels_where_its_words_do(bench: Bench) -> None:
    merged = merge_claims(
        bench.db, bench.person, bench.press(bench.unit("Take")), bench.unit("Never"), bench.tick()
    ).made[0]  # fmt: skip
    bench.answer(merged, Verdict.SUPPORTED)

    bench.revise(FIRST.replace("5 mmHg", "2 mmHg"))

    kept = current_label(bench.db, bench.unit("Take"), bench.person)
    assert kept
    assert kept.claim_id.endswith(merged.partition("@")[2])
    origins = {row["id"]: row["origin"] for row in bench.db["claims"].rows if row["revision"] == 2}
    assert origins[kept.claim_id] == "merged"
    assert set(origins.values()) == {"cut", "merged"}


def test_parts_of_a_claim_go_on_with_their_labels_where_their_words_do(bench: Bench) -> None:
    at = len("Garlic lowers blood pressure")
    first, second = split_claim(bench.db, bench.person, bench.press(bench.unit("Garlic lowers")), at, bench.tick()).made
    bench.answer(first, Verdict.SUPPORTED)
    bench.answer(second, Verdict.CONTRADICTED)

    bench.revise(FIRST.replace("## Children", "## Infants"))

    assert [label.verdict for label in history(bench.db, bench.unit("Garlic lowers"))] == [Verdict.SUPPORTED]
    assert [label.verdict for label in history(bench.db, bench.unit("by 5 mmHg"))] == [Verdict.CONTRADICTED]


def test_a_merged_claim_that_changed_is_offered(bench: Bench) -> None:
    merged = merge_claims(
        bench.db, bench.person, bench.press(bench.unit("Take")), bench.unit("Never"), bench.tick()
    ).made[0]  # fmt: skip
    bench.answer(merged, Verdict.SUPPORTED)

    report = bench.revise(FIRST.replace("with warfarin", "with aspirin"))

    parts = [bench.unit("Take"), bench.unit("Never")]
    assert [predecessors_of(bench.db, part) for part in parts] == [[Predecessor(merged, same_words=False)]] * 2
    assert [current_label(bench.db, part, bench.person) for part in parts] == [None, None]
    assert (report.labels, report.left_behind) == (0, 0)


def test_an_answer_that_comes_late_goes_to_the_claim_with_the_same_words(bench: Bench) -> None:
    old = bench.unit("Never")
    bench.answer(old, Verdict.SUPPORTED)
    bench.cite(old, Stance.SUPPORTS)
    bench.revise(SECOND)

    key = bench.answer(old, Verdict.CONTRADICTED)
    again = answer_claim(bench.db, bench.person, Press(key, old), Answer(Verdict.CONTRADICTED), bench.now)

    now = current_label(bench.db, bench.unit("Never"), bench.person)
    assert now == again
    assert now
    assert (now.key, now.verdict, len(now.evidence.citations)) == (key, Verdict.CONTRADICTED, 1)
    assert len(history(bench.db, old)) == 2
    undo_answer(bench.db, bench.person, bench.press(old), key, bench.tick())
    undone = current_label(bench.db, bench.unit("Never"), bench.person)
    assert undone
    assert undone.verdict is Verdict.SUPPORTED


def test_an_answer_that_comes_late_stays_with_the_words_it_was_about(bench: Bench) -> None:
    changed, vanished = bench.unit("Garlic lowers"), bench.unit("Garlic helps")
    bench.revise(SECOND)

    bench.answer(changed, Verdict.CONTRADICTED)
    bench.answer(vanished, Verdict.SUPPORTED)

    assert [label.verdict for label in history(bench.db, changed)] == [Verdict.CONTRADICTED]
    assert [label.verdict for label in history(bench.db, vanished)] == [Verdict.SUPPORTED]
    assert current_label(bench.db, bench.unit("Garlic lowers"), bench.person) is None
    assert [*bench.verdicts().values()] == [[]] * 5


def test_an_answer_that_was_saved_before_the_revision_and_comes_again_is_known(bench: Bench) -> None:
    old = bench.unit("Never")
    key = bench.answer(old, Verdict.SUPPORTED)
    bench.revise(SECOND)

    answer_claim(bench.db, bench.person, Press(key, old), Answer(Verdict.SUPPORTED), bench.tick())

    assert len(history(bench.db, bench.unit("Never"))) == 1


def test_a_claim_that_was_cut_anew_takes_no_late_answer(bench: Bench) -> None:
    old = bench.unit("Take")
    merge_claims(bench.db, bench.person, bench.press(old), bench.unit("Never"), bench.tick())

    with pytest.raises(RetiredClaim, match="merged with another by Dr A"):
        bench.answer(old, Verdict.SUPPORTED)


def test_a_split_stays_with_the_article(bench: Bench) -> None:
    freeze_splits(bench.db, {"garlic": "test"}, NOON)
    before = list(bench.db["splits"].rows)

    bench.revise(SECOND)

    assert list(bench.db["splits"].rows) == before


SENTENCES = (
    "Garlic helps.",
    "It is safe.",
    "Take 5 mg daily.",
    "Iron harms.",
    "\n\n## Adults\n\n",
    "\n\n## Children\n\n",
)
_texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9).map(lambda parts: "# Of\n\n" + " ".join(parts))


@settings(max_examples=60, deadline=None)
@given(
    _texts, st.lists(_texts, max_size=3), st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Verdict)), max_size=6)
)
def test_no_label_is_lost_and_none_goes_to_other_words(
    first: str, texts: list[str], answers: list[tuple[int, Verdict]]
) -> None:  # fmt: skip
    bench = new_bench(first)
    for number, verdict in answers:
        units = claims_of(bench.db, "garlic", 1)
        bench.answer(units[number % len(units)].id, verdict)
    labels = {row["id"]: row for row in bench.db["labels"].rows}

    for text in dict.fromkeys(texts):
        if text != first:
            bench.revise(text)

    rows = {row["id"]: row for row in bench.db["labels"].rows}
    claims = {row["id"]: row for row in bench.db["claims"].rows}
    assert labels.items() <= rows.items()
    for row in rows.values():
        if row["carried_from"]:
            old, new = claims[rows[row["carried_from"]]["claim_id"]], claims[row["claim_id"]]
            assert (old["text"], old["context"], old["revision"] + 1) == (new["text"], new["context"], new["revision"])
            assert rows[row["carried_from"]]["verdict"] == row["verdict"]
    newest = article_revision(bench.db, "garlic").revision
    assert {row["revision"] for row in claims.values() if row["retired_at"] is None} == {newest}
    assert {unit.claim.kind for unit in claims_of(bench.db, "garlic", newest)} <= set(Kind)
