"""Cells that no spreadsheet runs, and labels read from files: what is wrong with a row, or with the whole file."""

import csv
import functools
import io
import json
import operator
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.errors import UnreadableLabels
from annotator.label_files.cells import defused, restored
from annotator.label_files.comma_separated import DECISION
from annotator.model import Verdict
from annotator.storage.labels import record_label
from annotator.storage.loading import LoadReport, load_labels
from annotator.storage.people import add_person
from annotator.storage.settings import set_evidence_rule
from tests.desks import IDS, NOON, decide_all, decision, desk_in_memory, label, label_all, words
from tests.exports.golden_desk import GOLDEN

Change = Callable[[dict[str, Any]], object]
NOW = NOON.replace(hour=23)
RUN = re.compile(r"[\s\x00-\x20\ufeff\u200b]*[=+\-@＝＋－＠]")
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
DEEP = json.loads("[" * 900 + "]" * 900)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("  @SUM(A1)", "'  @SUM(A1)", id="formula-after-blanks"),
        pytest.param("\t=1", "'\t'=1", id="formula-after-a-tab"),
        pytest.param("\nx", "'\nx", id="line-break-first"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("-5", "-5", id="plain-number"),
        pytest.param("+4.5e-3", "+4.5e-3", id="plain-number-with-exponent"),
        pytest.param("-5 mg", "'-5 mg", id="number-and-more"),
        pytest.param("'=1", "''=1", id="apostrophe-before-a-formula"),
        pytest.param("'tis true", "'tis true", id="apostrophe-before-a-word"),
        pytest.param("'-5", "'-5", id="apostrophe-before-a-number"),
        pytest.param("a=1", "a=1", id="sign-inside"),
        pytest.param("", "", id="empty"),
        pytest.param("a;=1", "a;'=1", id="semicolon"),
        pytest.param("a\t＝1", "a\t'＝1", id="tab-inside"),
        pytest.param("a\n=1", "a\n'=1", id="line-break-inside"),
        pytest.param("a; \u00a0@x;-5", "a;' \u00a0@x;'-5", id="semicolons-and-blanks"),
        pytest.param('a;"=1', "a;'\"=1", id="semicolon-and-quotation-mark"),
        pytest.param("a;\t=1", "a;\t'=1", id="two-separators"),
        pytest.param("a;'=1", "a;''=1", id="semicolon-and-apostrophe"),
        pytest.param("a;'b", "a;'b", id="semicolon-and-a-quoted-word"),
        pytest.param("=1;=1", "'=1;'=1", id="first-and-inside"),
        pytest.param("a; b", "a; b", id="semicolon-and-a-word"),
    ],
)
def test_a_cell_that_would_run_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text) == cell
    assert restored(cell) == text


@given(words())
@example("''''=")
@example("' =")
@example(";\t=")
@example("';';=\n'=")
def test_a_defused_cell_reads_back_exactly(text: str) -> None:
    assert restored(defused(text)) == text


@given(words(), st.sampled_from([",", ";", "\t"]))
@example('Taken daily;=HYPERLINK("http://evil")', ";")
@example('";"=1', ";")
def test_no_part_of_a_cell_is_run_whatever_separator_a_spreadsheet_takes(text: str, separator: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["a", defused(text), "b"]])
    file.seek(0)

    cells = [cell for row in csv.reader(file, delimiter=separator) for cell in row]

    assert not [cell for cell in cells if RUN.match(cell) and not PLAIN_NUMBER.fullmatch(cell)], cells


def load_changed(tmp_path: Path, change: Change = len, db: Database | None = None) -> LoadReport:
    """Load the golden file with its first record changed: two votes on one claim, the first of them with key k3."""
    lines = (GOLDEN / "jsonl-all.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    record = json.loads(lines[0])
    change(record)
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join([json.dumps(record), *lines[1:]]), encoding="utf-8")
    return load_labels(db or desk_in_memory(), path, NOW)


def vote(**fields: Any) -> Change:
    return lambda record: record["votes"][0].update(fields)


def without(name: str) -> Change:
    return lambda record: record["votes"][0].pop(name)


def source(**fields: Any) -> Change:
    return lambda record: record["votes"][1]["citations"][0]["source"].update(fields)


def strength(value: Any) -> Change:
    return lambda record: record["votes"][1]["citations"][0].update(strength=value)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(lambda r: r["article"].update(sha256="0" * 64), "is not on this desk: add", id="unknown-article"),
        pytest.param(lambda r: r["article"].pop("sha256"), "sha256 is missing", id="no-fingerprint"),
        pytest.param(lambda r: r["claim"].update(end=24), "cuts the article otherwise", id="unknown-claim"),
        pytest.param(lambda r: r["claim"].update(text="Garlic cures flu!"), "words of", id="other-words"),
        pytest.param(lambda r: r["claim"].update(start="8"), "start is missing, or is not", id="place-as-text"),
        pytest.param(lambda r: r.pop("votes"), "has no votes", id="no-votes"),
        pytest.param(lambda r: r["votes"].insert(0, "k"), "a vote is no object", id="vote-of-another-kind"),
        pytest.param(vote(verdict="SUPPORTS"), "'SUPPORTS': it must be one of supported", id="unknown-verdict"),
        pytest.param(vote(verdict=["supported"]), "it must be one of supported", id="verdict-as-a-list"),
        pytest.param(without("verdict"), "verdict is None", id="no-verdict-field"),
        pytest.param(vote(kind="sentence"), "it must be one of title", id="unknown-kind"),
        pytest.param(vote(skipped=True), "a skipped claim has no verdict", id="skipped-with-a-verdict"),
        pytest.param(vote(skipped="no"), "neither true nor false", id="skipped-as-text"),
        pytest.param(vote(reviewer=" "), "the reviewer is missing", id="blank-reviewer"),
        pytest.param(without("reviewer"), "reviewer is missing", id="no-reviewer"),
        pytest.param(vote(reviewer="a\x00b"), "a name has 1 to 80 characters", id="reviewer-with-a-control-character"),
        pytest.param(vote(key="a key"), "a label's key has", id="bad-key"),
        pytest.param(vote(key="k2"), "with other content", id="key-of-another-label"),
        pytest.param(vote(labelled_at=None), "labelled_at is missing", id="no-time"),
        pytest.param(vote(labelled_at="2026-11-23T12:00:00"), "it must be a time like", id="time-without-zone"),
        pytest.param(vote(labelled_at="0001-01-01T00:00:00+23:59"), "it must be a time like", id="time-before-time"),
        pytest.param(vote(labelled_at="2036-11-23T12:00:00Z"), "from the future", id="time-to-come"),
        pytest.param(vote(seconds_spent=-1), "number of 0 or more", id="negative-seconds"),
        pytest.param(vote(seconds_spent=float("inf")), "number of 0 or more", id="endless-seconds"),
        pytest.param(vote(seconds_spent=10**400), "number of 0 or more", id="seconds-beyond-all-numbers"),
        pytest.param(vote(verdict=DEEP), "it must be one of supported", id="verdict-of-lists-in-lists"),
        pytest.param(vote(guideline_version=7), "no guideline 7", id="unknown-guideline"),
        pytest.param(vote(guideline_version=10**30), "no guideline", id="huge-guideline"),
        pytest.param(vote(citations={}), "citations are missing", id="citations-no-list"),
        pytest.param(vote(citations=[1]), "not an object with a source", id="citation-no-object"),
        pytest.param(strength("anecdote"), "it must be one of guideline", id="unknown-strength"),
        pytest.param(strength(["cohort"]), "it must be one of guideline", id="strength-as-a-list"),
        pytest.param(vote(rationale="\ud800"), "half a character", id="lone-surrogate"),
        pytest.param(vote(rationale="x" * 20_001), "keep it under", id="too-long"),
        pytest.param(source(shown="PMID 0"), "cannot be read: there is no PMID 0", id="bad-identifier"),
        pytest.param(source(identifier="10.1/x"), "its type or identifier differs", id="identifier-of-another-source"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_reason_and_the_others_are_loaded(
    change: Change, reason: str, tmp_path: Path
) -> None:
    report = load_changed(tmp_path, change)

    reasons = [why for line, why in report.refused if line == 1]
    assert any(reason in why for why in reasons), report.refused
    assert report.new == report.read - len(report.refused) > 0


@pytest.mark.parametrize("name", ["jsonl-all.jsonl", "csv-all.csv"])
@pytest.mark.parametrize("blank", ["\n", "\r\n" * 1_000], ids=["one", "many"])
def test_blank_lines_before_the_labels_are_passed_over(name: str, blank: str, tmp_path: Path) -> None:
    whole = (GOLDEN / name).read_bytes().decode("utf-8-sig")
    (tmp_path / "labels").write_text(blank + whole, encoding="utf-8", newline="")

    report = load_labels(desk_in_memory(), tmp_path / "labels", NOW)

    assert (report.new, report.refused) == (8, [])


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(st.characters(), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def places_in(value: Any, *above: str | int) -> list[tuple[str | int, ...]]:
    """The way to every value in a record."""
    if isinstance(value, dict):
        inner: list[Any] = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    return [above] * bool(above) + [place for name, part in inner for place in places_in(part, *above, name)]


GOLDEN_LINES = (GOLDEN / "jsonl-all.jsonl").read_text(encoding="utf-8").split("\n")[:-1]


@given(place=st.sampled_from(places_in(json.loads(GOLDEN_LINES[0]))), junk=JUNK)
@settings(max_examples=100, deadline=None)
def test_whatever_a_field_holds_the_other_rows_are_loaded_and_the_bad_ones_are_listed(
    place: tuple[str | int, ...], junk: Any
) -> None:
    record = json.loads(GOLDEN_LINES[0])
    functools.reduce(operator.getitem, place[:-1], record)[place[-1]] = junk
    db = desk_in_memory()

    with TemporaryDirectory() as folder:
        path = Path(folder) / "labels.jsonl"
        path.write_text("\n".join([*GOLDEN_LINES[1:], json.dumps(record)]), encoding="utf-8")
        report = load_labels(db, path, NOW)

    last = len(GOLDEN_LINES)
    kept = db.table("labels").count + db.table("adjudications").count
    assert kept == report.new == report.read - len(report.refused) - report.known >= 6
    assert all(line == last and reason and "\n" not in reason for line, reason in report.refused), report.refused


@given(column=st.integers(0, 42), cell=words() | st.sampled_from(["1" * 401, "1e999", "nan", "[[1]]", "{}", "\x00"]))
@settings(max_examples=60, deadline=None)
def test_whatever_a_cell_holds_the_other_rows_are_loaded(column: int, cell: str) -> None:
    rows = list(csv.reader(io.StringIO((GOLDEN / "csv-all.csv").read_bytes().decode("utf-8-sig"), newline="")))
    rows[1][column] = cell
    db = desk_in_memory()

    with TemporaryDirectory() as folder:
        path = Path(folder) / "labels.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        report = load_labels(db, path, NOW)

    kept = db.table("labels").count + db.table("adjudications").count
    assert kept == report.new == report.read - len(report.refused) >= 7
    assert len(report.refused) <= 1


def test_a_line_cut_short_is_named_and_the_others_are_loaded(tmp_path: Path) -> None:
    text = (GOLDEN / "jsonl-all.jsonl").read_text(encoding="utf-8")
    (tmp_path / "cut.jsonl").write_text(text[:-40], encoding="utf-8")

    report = load_labels(desk_in_memory(), tmp_path / "cut.jsonl", NOW)

    assert report.refused == [(5, "this line is no JSON, or was cut short")]
    assert report.new == 6


def test_a_label_older_than_the_one_on_the_desk_is_refused(tmp_path: Path) -> None:
    db = desk_in_memory()
    label_all(db, [label("k9", "cures", "Dr A", Verdict.SUPPORTED)])

    report = load_changed(tmp_path, db=db)

    assert report.refused == [(1, f"Dr A has a newer label on {IDS['cures']}: an older one would replace it")]


def test_a_strict_desk_refuses_a_verdict_without_its_evidence(tmp_path: Path) -> None:
    db = desk_in_memory()
    set_evidence_rule(db, "strict")

    report = load_changed(tmp_path, db=db)

    assert [(line, "only with its evidence" in reason) for line, reason in report.refused] == [(5, True)]


def test_reviewers_come_with_their_labels_and_known_ones_stay_who_they_are(tmp_path: Path) -> None:
    db = desk_in_memory()
    before = add_person(db, "DR  A", NOON)

    load_changed(tmp_path, db=db)

    names = [row["name"] for row in db.query("SELECT name FROM people ORDER BY id")]
    assert names == ["DR A", "Zoë 💊", "=Dr B", "@Ed 💊"]
    assert db.table("labels").count_where("reviewer = ?", [before.id]) == 5


def test_a_label_that_was_superseded_here_is_known_still(tmp_path: Path) -> None:
    db = desk_in_memory()
    load_changed(tmp_path, db=db)
    record_label(db, add_person(db, "Dr A", NOON), label("k40", "cures", "Dr A", Verdict.SUPPORTED))

    report = load_changed(tmp_path, db=db)

    assert (report.new, report.known, report.refused) == (0, 8, [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xff\xfe\x00", "not text in UTF-8", id="binary"),
        pytest.param(b"PK\x03\x04", "no file of labels", id="spreadsheet"),
        pytest.param(b'{"a": 1}\n', "no file of labels", id="other-json"),
        pytest.param(b'{"schema": "claims/2"}\n', "update it, or export again", id="newer-version"),
        pytest.param(b"{" * 100_000, "no file of labels", id="deep-nesting"),
        pytest.param(b"name,age\r\na,1\r\n", "no file of labels", id="other-csv"),
        pytest.param((GOLDEN / "csv-final.csv").read_bytes(), "--votes all", id="csv-of-final-verdicts"),
        *(
            pytest.param((GOLDEN / f"jsonl-{votes}.jsonl").read_bytes(), "--votes all", id=f"jsonl-of-{votes}")
            for votes in ("final", "majority", "estimate")
        ),
        pytest.param(b'"' + b"a" * 200_000, "no CSV file", id="unclosed-quote"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_as_a_whole(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "labels"
    path.write_bytes(content)

    with pytest.raises(UnreadableLabels, match=reason):
        load_labels(desk_in_memory(), path, NOW)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLabels, match=r"cannot read .*nowhere.csv: No such file"):
        load_labels(desk_in_memory(), tmp_path / "nowhere.csv", NOW)


def test_text_that_breaks_off_into_bytes_keeps_nothing(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes((GOLDEN / "jsonl-all.jsonl").read_bytes() + b"\xff")
    db = desk_in_memory()

    with pytest.raises(UnreadableLabels, match="not text in UTF-8"):
        load_labels(db, path, NOW)

    assert db.table("labels").count == 0


def decided(name: str, folder: Path, **fields: Any) -> Path:
    """The golden file ``name`` with fields of its one decision changed."""
    path = folder / f"decided{Path(name).suffix}"
    if name.endswith(".jsonl"):
        lines = [json.loads(line) for line in GOLDEN_LINES]
        lines[-1]["adjudication"] |= fields
        path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        return path
    rows = list(csv.reader(io.StringIO((GOLDEN / name).read_bytes().decode("utf-8-sig"), newline="")))
    for field, value in fields.items():
        column = next(each for each, meant in DECISION.items() if meant == field)
        rows[-1][rows[0].index(column)] = value
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("name", ["jsonl-all.jsonl", "csv-all.csv"])
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"answer": "mixed"}, "it must be one of supported", id="unknown-answer"),
        pytest.param({"editor": " "}, "the editor is missing", id="nobody"),
        pytest.param({"decided_at": "yesterday"}, "it must be a time like", id="no-time"),
        pytest.param({"decided_at": "2036-11-23T12:00:00Z"}, "from the future", id="time-to-come"),
        pytest.param({"key": "a key"}, "a decision's key has", id="bad-key"),
        pytest.param({"rationale": "x" * 20_001}, "keep it under", id="too-long"),
    ],
)
def test_a_bad_decision_is_named_and_the_labels_are_loaded(
    name: str, fields: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    db = desk_in_memory()

    report = load_labels(db, decided(name, tmp_path, **fields), NOW)

    assert (db.table("labels").count, db.table("adjudications").count, len(report.refused)) == (7, 0, 1)
    assert reason in report.refused[0][1]


def test_a_decision_of_the_desk_is_never_overruled_by_an_older_one_or_changed_by_its_key(tmp_path: Path) -> None:
    newer, same = desk_in_memory(), desk_in_memory()
    decide_all(newer, [decision("d40", "question", None)])
    load_labels(same, decided("jsonl-all.jsonl", tmp_path), NOW)

    overtaken = load_labels(newer, decided("jsonl-all.jsonl", tmp_path), NOW)
    changed = load_labels(same, decided("jsonl-all.jsonl", tmp_path, answer="supported"), NOW)

    assert [(line, "has decided on zinc/1@37-50 since" in why) for line, why in overtaken.refused] == [(5, True)]
    assert [(line, "with another decision" in why) for line, why in changed.refused] == [(5, True)]


@pytest.mark.parametrize("name", ["jsonl-all.jsonl", "csv-all.csv"])
def test_a_file_from_before_editors_decided_still_loads(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.endswith(".jsonl"):
        lines = [json.loads(line) for line in GOLDEN_LINES]
        for line in lines:
            del line["adjudication"]
        path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    else:
        rows = list(csv.reader(io.StringIO((GOLDEN / name).read_bytes().decode("utf-8-sig"), newline="")))
        kept = [at for at, column in enumerate(rows[0]) if column not in DECISION]
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([[row[at] for at in kept] for row in rows])

    report = load_labels(desk_in_memory(), path, NOW)

    assert (report.new, report.refused) == (7, [])


def test_a_file_from_before_strengths_were_given_still_loads(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in (GOLDEN / "jsonl-all.jsonl").read_bytes().splitlines()]
    for citation in (c for line in lines for v in line["votes"] for c in v["citations"]):
        del citation["strength"]
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    db = desk_in_memory()

    report = load_labels(db, path, NOW)

    assert report.new == report.read > 0
    assert db.execute("SELECT DISTINCT strength FROM citations").fetchall() == [(None,)]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        pytest.param("start", "8.0", "start is '8.0'", id="place-with-a-point"),
        pytest.param("start", "٨", "start is", id="place-in-arabic-digits"),
        pytest.param("citations", "[", "no JSON list", id="citations-cut-short"),
        pytest.param("seconds_spent", "fast", "no number", id="seconds-as-words"),
        pytest.param("seconds_spent", "nan", "number of 0 or more", id="seconds-nan"),
        pytest.param("skipped", "", "neither true nor false", id="skipped-empty"),
    ],
)
def test_a_bad_cell_is_named_with_its_line(column: str, cell: str, reason: str, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO((GOLDEN / "csv-all.csv").read_bytes().decode("utf-8-sig"), newline="")))
    rows[1][rows[0].index(column)] = cell
    rows[2].append("one too many")
    with (tmp_path / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)

    report = load_labels(desk_in_memory(), tmp_path / "labels.csv", NOW)

    assert [line for line, _ in report.refused][:1] == [2]
    assert reason in report.refused[0][1]
    assert "this row has 44 cells, the header 43" in report.refused[1][1]
    assert report.new == 6


def test_a_csv_file_cut_short_in_a_cell_names_that_row_and_loads_the_others(tmp_path: Path) -> None:
    whole = (GOLDEN / "csv-all.csv").read_bytes()
    last = whole.rindex(b'"[{')
    (tmp_path / "labels.csv").write_bytes(whole[: last + 40])

    report = load_labels(desk_in_memory(), tmp_path / "labels.csv", NOW)

    assert ["cut short" in reason for _, reason in report.refused] == [True]
    assert report.new == report.read - 1 == 1


def test_a_spreadsheets_way_to_write_truth_is_read(tmp_path: Path) -> None:
    text = (GOLDEN / "csv-all.csv").read_bytes().decode("utf-8-sig").replace('"false"', '"FALSE"')
    (tmp_path / "labels.csv").write_text(text, encoding="utf-8", newline="")

    assert load_labels(desk_in_memory(), tmp_path / "labels.csv", NOW).new == 8
