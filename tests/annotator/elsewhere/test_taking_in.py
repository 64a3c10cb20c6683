"""Labelled data on the desk: all of a file or nothing, once, and nothing that is there is changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.label_files.elsewhere.drafting import CLAIMS_AN_ARTICLE, Drafts
from annotator.label_files.elsewhere.model import BareIds, Choices
from annotator.model import Verdict
from annotator.storage.articles import add_article
from annotator.storage.settings import set_evidence_rule
from annotator.storage.taking_in import TakeInReport, take_in, try_out
from corpus.model import Article
from corpus.segmentation import split_claims
from tests.annotator.elsewhere.files import (
    AVERITEC,
    CORPUS,
    DOSE,
    FEVER,
    GARLIC,
    HEALTHVER,
    SCIFACT,
    TEXT,
    VITAMIN,
    annotation,
    drafts_of,
    given,
    span,
    task,
)
from tests.annotator.test_recuts import revised
from tests.desks import GARLIC as GARLIC_ARTICLE
from tests.desks import IDS, NOON, desk_in_memory, garlic_claims, label, label_all

LATER = NOON + timedelta(days=400)
FILES: dict[str, tuple[str, Any]] = {
    "healthver": ("dev.csv", HEALTHVER),
    "scifact": ("claims.jsonl", SCIFACT),
    "fever": ("train.jsonl", FEVER),
    "averitec": ("dev.json", AVERITEC),
    "labelstudio": ("export.json", [task(annotation(span(43, 73, "unsupported", GARLIC), span(77, 93, "true", DOSE)))]),
    "doccano": ("all.jsonl", [{"text": GARLIC, "label": ["NEI"]}, {"text": TEXT, "label": [[0, 42, "false"]]}]),
    "table": ("t.csv", f'claim,label,reviewer,time\n"{VITAMIN}",true,=Dr B 💊,2026-01-05\n{GARLIC},,,\n'),
}
"""A file of each format. A format that is added needs one here."""


def drafts(name: str, content: Any, choices: Choices | None = None, beside: Sequence[Any] = ()) -> Drafts:
    files = [given("corpus.jsonl", beside)] if beside else []
    return drafts_of(given(name, content), choices, files)


def take(db: Database, name: str, content: Any, choices: Choices | None = None) -> TakeInReport:
    return take_in(db, drafts(name, content, choices), name, LATER, "Dr A")


def dump(db: Database) -> dict[str, list[Any]]:
    return {table: list(db[table].rows) for table in db.table_names() if not table.startswith("claims_search")}


def counts(db: Database) -> tuple[int, int, int]:
    return db["articles"].count, db["claims"].count, db["labels"].count


def verdicts(db: Database) -> list[tuple[str, str, str]]:
    rows = db.execute(
        "SELECT claims.text, people.name, verdict FROM labels JOIN claims ON claims.id = claim_id"
        " JOIN people ON people.id = reviewer ORDER BY labels.id"
    )
    return [(text, name, verdict) for text, name, verdict in rows.fetchall()]


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing_and_a_trial_tells_the_same(name: str) -> None:
    db = desk_in_memory()
    before = dump(db)
    file, content = FILES[name]

    trial = try_out(db, drafts(file, content), file, LATER)
    assert dump(db) == before
    first = take(db, file, content)
    after = dump(db)
    again = take(db, file, content)

    assert (trial.summary(), trial.people, trial.losses) == (first.summary(), first.people, first.losses)
    assert first.labels > 0
    assert first.refused == []
    assert dump(db) == after
    assert (again.articles, again.claims, again.labels) == ((), 0, 0)
    assert (again.claims_known, again.labels_known) == (first.claims, first.labels)
    for table, rows in before.items():  # what was there is as it was
        assert [row for row in after[table] if row in rows] == rows


@pytest.mark.parametrize("name", FILES)
def test_every_claim_stands_where_its_offsets_say(name: str) -> None:
    db = desk_in_memory(articles=False)
    take(db, *FILES[name])

    rows = db.query(
        'SELECT claims.text AS words, start, "end", revisions.text, how_read, source_address, added_by FROM claims'
        " JOIN revisions ON revisions.article = claims.article"
    )
    for row in rows:
        assert row["text"][row["start"] : row["end"]] == row["words"]
        assert row["how_read"].startswith("labelled data: ")
        assert row["source_address"].startswith(FILES[name][0])
        assert row["added_by"] == "Dr A"


def test_labels_are_loaded_ones_by_people_who_are_made_where_they_are_new() -> None:
    db = desk_in_memory(articles=False)
    report = take(db, *FILES["table"])

    assert report.people == ("=Dr B 💊",)
    assert verdicts(db) == [(VITAMIN, "=Dr B 💊", "supported")]
    (row,) = db["labels"].rows
    assert (row["change"], row["labelled_at"]) == ("loaded", "2026-01-05T00:00:00.000000Z")
    assert counts(db) == (1, 2, 1)


def test_what_grew_adds_what_is_new_in_it_beside_what_was_there() -> None:
    db = desk_in_memory(articles=False)
    rows = [{"claim": f"Zinc helps {number} people.", "label": "true"} for number in range(3)]
    take(db, "t.jsonl", rows[:2])
    before = dump(db)

    report = take(db, "t.jsonl", [rows[2], *rows[:2]])

    assert (report.claims, report.claims_known, report.labels, report.labels_known) == (1, 2, 1, 2)
    assert [row["slug"] for row in db["articles"].rows] == ["t", "t-2"]
    assert dump(db)["claims"][:2] == before["claims"]
    assert take(db, "t.jsonl", [rows[2], *rows[:2]]).labels == 0


def test_a_label_that_changed_is_a_new_label_and_the_old_one_stays() -> None:
    db = desk_in_memory(articles=False)
    for word in ("true", "false"):
        take(db, "t.jsonl", [{"claim": GARLIC, "label": word}])

    assert verdicts(db) == [(GARLIC, "t", "supported"), (GARLIC, "t", "contradicted")]


def test_two_people_who_say_the_same_have_a_label_each() -> None:
    db = desk_in_memory(articles=False)
    rows = [{"claim": GARLIC, "label": "true", "reviewer": name} for name in ("Dr A", "Dr B", "dr  a")]

    take(db, "t.jsonl", rows)

    assert verdicts(db) == [(GARLIC, "Dr A", "supported"), (GARLIC, "Dr B", "supported")]


def test_many_claims_are_several_articles() -> None:
    db = desk_in_memory(articles=False)
    rows = [{"claim": f"Zinc helps {number} people."} for number in range(CLAIMS_AN_ARTICLE + 1)]

    report = take(db, "t.jsonl", rows)

    assert report.articles == ("t", "t-2")
    assert [row["title"] for row in db["articles"].rows] == ["t (part 1)", "t (part 2)"]
    assert take(db, "t.jsonl", rows).claims_known == CLAIMS_AN_ARTICLE + 1


def test_a_text_that_is_on_the_desk_takes_the_labels_of_claims_it_has() -> None:
    db = desk_in_memory(articles=False)
    add_article(db, Article("cold", "Colds", TEXT), split_claims(TEXT), NOON)
    before = dump(db)
    spans = [span(43, 72, "unsupported", GARLIC[:-1]), span(82, 87, "true", "2.5 m"), span(0, 42, "true", VITAMIN)]

    report = take(db, "x.json", [task(annotation(*spans))])

    assert dump(db)["claims"] == before["claims"]
    assert verdicts(db) == [
        (f"{GARLIC} 💊", "Label Studio user 2", "unsupported"),
        (VITAMIN, "Label Studio user 2", "supported"),
    ]
    assert report.refused == [(1, "its text is on the desk, and cut otherwise: it has no claim '2.5 m'")]


def test_a_label_on_a_text_that_was_revised_goes_to_its_claim_of_now_or_is_refused() -> None:
    db = desk_in_memory()
    claim_now, _ = revised(db)
    text = GARLIC_ARTICLE.text
    words = [claim.text for claim in garlic_claims() if claim.check_worthy]
    rows = [{"claim": each, "label": "true", "article_text": text} for each in words]

    report = take(db, "t.jsonl", rows)

    labelled = [row["claim_id"] for row in db["labels"].rows]
    assert claim_now in labelled
    assert IDS["cures"] not in labelled
    assert report.labels == len(labelled) == len(rows)
    assert take(db, "t.jsonl", rows).labels_known == len(rows)


def test_an_older_label_does_not_replace_a_newer_one() -> None:
    db = desk_in_memory()
    label_all(db, [label("k1", "cures", "Dr A", Verdict.SUPPORTED)])
    text, words = db.execute(
        "SELECT revisions.text, claims.text FROM labels JOIN claims ON claims.id = claim_id"
        " JOIN revisions ON revisions.article = claims.article"
    ).fetchone()
    row = {"claim": words, "label": "false", "article_text": text, "reviewer": "dr a", "time": "2020-01-01"}

    report = take(db, "t.jsonl", [row])

    assert report.labels == 0
    assert "Dr A has a newer label on" in report.refused[0][1]


def test_a_strict_desk_takes_only_verdicts_with_their_evidence() -> None:
    db = desk_in_memory(articles=False)
    set_evidence_rule(db, "strict")
    content = drafts("claims.jsonl", [*SCIFACT, {"id": 3, "claim": DOSE, "evidence": {}}], beside=CORPUS)
    with_ids = drafts_of(
        given("claims.jsonl", SCIFACT), Choices(bare_ids=BareIds.PMID), [given("corpus.jsonl", CORPUS)]
    )

    report = take_in(db, content, "claims.jsonl", LATER)

    assert report.labels == 1  # the unsupported one, whose document is named as looked at
    assert [line for line, _ in report.refused] == [1, 3]
    assert take_in(db, with_ids, "claims.jsonl", LATER).labels == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param({"reviewer": "x" * 81}, "a name has 1 to 80 characters", id="a-name-too-long"),
        pytest.param({"time": "2099-01-01"}, "it is from the future", id="from-the-future"),
    ],
)
def test_a_label_this_desk_does_not_take_is_refused_and_its_claim_is_there(row: dict[str, str], reason: str) -> None:
    db = desk_in_memory(articles=False)

    report = take(db, "t.jsonl", [{"claim": GARLIC, "label": "true", "reviewer": "", "time": "", **row}])

    assert report.refused[0][0] == 1
    assert report.refused[0][1].startswith(reason)
    assert counts(db) == (1, 1, 0)


def test_a_file_that_ends_half_way_leaves_whole_articles_and_again_adds_the_rest() -> None:
    rows = [
        {"claim": f"Zinc helps {number} people.", "label": "true", "group": f"{number % 3}"} for number in range(1500)
    ]
    whole, halved = desk_in_memory(articles=False), desk_in_memory(articles=False)
    take(whole, "t.jsonl", rows)

    def stop(left: int, of: int) -> None:
        assert of == 3
        if left == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(halved, drafts("t.jsonl", rows), "t.jsonl", LATER, "Dr A", stop)

    assert counts(halved) == (2, 1000, 1000)
    report = take(halved, "t.jsonl", rows)
    assert (report.claims, report.claims_known, report.labels, report.labels_known) == (500, 1000, 500, 1000)
    assert dump(halved)["labels"] == dump(whole)["labels"]


def test_a_desk_with_many_labels_of_one_text_in_two_shapes_has_it_once() -> None:
    db = desk_in_memory(articles=False)
    rows = [{"text": GARLIC, "label": ["NEI"]}, {"text": GARLIC, "label": [[0, 30, "NEI"]]}]

    report = take(db, "all.jsonl", rows)

    assert counts(db) == (1, 1, 1)
    assert (report.labels, report.labels_known) == (1, 1)


def test_the_evidence_of_a_file_is_cited() -> None:
    db = desk_in_memory(articles=False)
    take_in(db, drafts("train.jsonl", FEVER), "train.jsonl", LATER)

    rows = db.query("SELECT shown, stance, place FROM citations JOIN sources ON sources.id = source_id")
    assert list(rows) == [
        {"shown": "PMID 12", "stance": "contradicts", "place": "sentences 0, 1, counted from 0"},
    ]
    assert json.dumps(dump(db)["labels"]).count("Garlic, sentence 4") == 1


def scifact_said(*said: tuple[str, str]) -> Drafts:
    """SciFact's file of these claims with these labels."""
    return drafts(
        "claims.jsonl",
        [
            {"id": at, "claim": claim, "evidence": {"7": [{"sentences": [0], "label": word}]}}
            for at, (claim, word) in enumerate(said)
        ],
    )


def test_two_claims_of_the_same_words_are_on_the_desk_with_a_label_each() -> None:
    db = desk_in_memory(articles=False)
    file = scifact_said((GARLIC, "SUPPORT"), (VITAMIN, "SUPPORT"), (GARLIC, "CONTRADICT"))

    first = take_in(db, file, "claims.jsonl", NOON)
    again = take_in(db, file, "claims.jsonl", NOON)

    verdicts = "SELECT text, verdict FROM current_labels JOIN claims ON claims.id = claim_id ORDER BY text, verdict"
    assert db.execute(verdicts).fetchall() == [
        (GARLIC, "contradicted"),
        (GARLIC, "supported"),
        (VITAMIN, "supported"),
    ]
    assert (first.labels, first.refused, again.labels, again.labels_known) == (3, [], 0, 3)


def test_the_same_words_twice_and_no_others_are_never_two_answers_to_one_claim() -> None:
    db = desk_in_memory(articles=False)
    for _ in range(2):
        report = take_in(db, scifact_said((GARLIC, "SUPPORT"), (GARLIC, "CONTRADICT")), "claims.jsonl", NOON)
        assert report.refused == [
            (2, f"another claim has the words {GARLIC[:60]!r}, and another label: which of them holds?")
        ]

    assert [row["verdict"] for row in db["labels"].rows] == ["supported"]
