"""When a later link parts the splits, what brought it is kept out, and what was in test stays there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from annotator.model import Answer, Label, Stance, Verdict
from annotator.storage.articles import add_article, claims_of
from annotator.storage.labels import record_label
from annotator.storage.people import add_person
from annotator.storage.revising import add_revision
from annotator.storage.splits import freeze_splits, frozen_splits
from corpus.model import Article
from corpus.units import split_text
from exports.splits import parse_shares
from tests.desks import IDS, NOON, add_lines, cited, label, label_all
from tests.exports.searched import search_and_freeze

SHARES = parse_shares("50/25/25")
LATER = NOON + timedelta(days=1)
GINGER = Article(
    "ginger",
    "Ginger",
    "# Ginger\n\nGinger warms the stomach in winter. Ginger helps many people against colds.\n",
)


def revise(words: str, others: str, desk: Database, now: datetime) -> None:
    """Put a revision of ginger on the desk that has other words in one place."""
    revised = replace(GINGER, text=GINGER.text.replace(words, others))
    add_revision(desk, "ginger", revised, split_text(revised.text), now, "r1")


def test_a_claim_in_train_that_cites_what_test_rests_on_is_kept_out_though_it_is_the_older_claim(
    desk: Database,
) -> None:
    label_all(desk, [label("k1", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON + timedelta(minutes=2))
    label_all(desk, [label("k3", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])

    (out,) = search_and_freeze(desk, SHARES, LATER).new_out

    assert (out.claim_id, out.kept_with) == (IDS["take"], IDS["row"])


def test_a_claim_that_is_labelled_again_cites_its_source_since_the_first_time(desk: Database) -> None:
    label_all(desk, [label("k1", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON + timedelta(minutes=2))
    label_all(
        desk,
        [
            label("k3", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1)),
            label("k4", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1, "More words.")),
        ],
    )

    assert [each.claim_id for each in search_and_freeze(desk, SHARES, LATER).new_out] == [IDS["take"]]


def test_a_claim_of_a_new_article_is_kept_out_for_one_in_test_that_cited_its_source_later(desk: Database) -> None:
    freeze_splits(desk, {"garlic": "dev", "zinc": "test"}, NOON)
    add_lines(desk, "ginger", "Ginger warms.", "Garlic cures flu.")
    (warms, _) = claims_of(desk, "ginger", 1)
    label_all(desk, [label("k1", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    record_label(
        desk,
        add_person(desk, "Dr C", NOON),
        Label("k0", warms.id, "Dr C", NOON, Answer(Verdict.SUPPORTED), cited(Stance.SUPPORTS, 1)),
    )

    out = search_and_freeze(desk, SHARES, LATER).new_out

    assert frozen_splits(desk)["ginger"] == "dev"
    assert [(each.claim_id, each.kept_with) for each in out] == [(warms.id, IDS["row"])]


@pytest.mark.parametrize(
    ("splits", "kept"),
    [
        pytest.param({"garlic": "train", "ginger": "test"}, "ginger", id="test-is-the-newer"),
        pytest.param({"garlic": "test", "ginger": "train"}, "garlic", id="test-is-the-older"),
        pytest.param({"garlic": "train", "ginger": "dev"}, "ginger", id="dev-before-train"),
    ],
)
def test_a_repeat_found_after_the_freeze_is_kept_in_test(desk: Database, splits: dict[str, str], kept: str) -> None:
    add_lines(desk, "ginger", "Ginger warms.", "Garlic cures flu.")
    freeze_splits(desk, splits | {"zinc": "train"}, LATER)

    (out,) = search_and_freeze(desk, SHARES, LATER).new_out

    assert out.kept_with.startswith(kept)


def test_other_words_in_a_later_revision_of_an_article_in_test_are_what_is_kept_out(desk: Database) -> None:
    add_article(desk, GINGER, split_text(GINGER.text), NOON)
    freeze_splits(desk, {"garlic": "train", "zinc": "train", "ginger": "test"}, LATER)
    revise("Ginger helps many people against colds.", "Garlic cures flu.", desk, LATER + timedelta(hours=1))

    (out,) = search_and_freeze(desk, SHARES, LATER + timedelta(days=1)).new_out

    assert (out.claim_id.split("@")[0], out.kept_with) == ("ginger/2", IDS["cures"])


def test_the_same_words_in_a_later_revision_cite_since_the_first_time(desk: Database) -> None:
    add_article(desk, GINGER, split_text(GINGER.text), NOON)
    freeze_splits(desk, {"garlic": "train", "zinc": "train", "ginger": "test"}, NOON)
    warms = next(each.id for each in claims_of(desk, "ginger", 1) if "warms" in each.claim.text)
    ann = add_person(desk, "Dr C", NOON)
    for minute, quote in ((1, ""), (5, "More words.")):
        at, evidence = NOON + timedelta(minutes=minute), cited(Stance.SUPPORTS, 1, quote)
        record_label(desk, ann, Label(f"g{minute}", warms, "Dr C", at, Answer(Verdict.SUPPORTED), evidence))
    label_all(desk, [label("k3", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 1))])
    revise("many people", "some people", desk, LATER)

    assert [each.claim_id for each in search_and_freeze(desk, SHARES, LATER).new_out] == [IDS["take"]]
