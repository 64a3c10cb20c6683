"""The agreement of a desk: read from its labels, told in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

import annotator.__main__
from annotator.agreement.coefficients import Figure
from annotator.agreement.ratings import CATEGORIES, ratings_of
from annotator.agreement.report import Pair, agreement_on
from annotator.agreement.telling import agreement_lines, figure_words, strangers_words
from annotator.model import Answer, Label, Verdict
from annotator.storage.articles import claims_of
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from annotator.storage.labels import record_label
from annotator.storage.people import person_named
from corpus.model import Kind
from tests.desks import NOON, add_lines, desk_in_memory, label, label_all

EVERY_LABEL = Filters(every_label=True)
SUPPORTED, CONTRADICTED, UNSUPPORTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
VOTES = [
    label("k1", "cures", "Ada", verdict=SUPPORTED),
    label("k2", "cures", "ben", verdict=SUPPORTED),
    label("k3", "take", "Ada", verdict=CONTRADICTED),
    label("k4", "take", "ben", kind=Kind.OTHER),
    label("k5", "sum", "Ada", verdict=UNSUPPORTED),
    label("k6", "sum", "Cy", skipped=True),
    label("k7", "row", "Cy", verdict=CONTRADICTED),
    label("k8", "row", "ben", verdict=CONTRADICTED),
]


@pytest.fixture
def desk() -> Iterator[Database]:
    db = desk_in_memory()
    label_all(db, VOTES)
    yield db
    db.close()


def test_votes_are_read_by_claim_and_reviewer_and_a_skip_is_none(desk: Database) -> None:
    ratings = ratings_of(labelled_claims(desk, EVERY_LABEL))

    assert ratings.reviewers == ("Ada", "ben", "Cy")
    answers = {
        claim.split("@")[0] + claim[-3:]: [CATEGORIES[code] if code >= 0 else "" for code in row]
        for claim, row in zip(ratings.claims, ratings.codes, strict=True)
    }
    assert list(answers.values()) == [
        ["supported", "supported", ""],
        ["contradicted", "not_a_claim", ""],
        ["unsupported", "", ""],
        ["", "contradicted", "contradicted"],
    ]


def test_the_report_has_every_figure_by_pair_kind_and_article(desk: Database) -> None:
    found = agreement_on(labelled_claims(desk, EVERY_LABEL))

    assert (found.claims, found.claims_with_two) == (4, 3)
    assert {(pair.first, pair.second): pair.kappa.claims for pair in found.pairs} == {
        ("Ada", "ben"): 2,
        ("Ada", "Cy"): 0,
        ("ben", "Cy"): 1,
    }
    assert found.confusion == ((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 1, 1), (0, 0, 1, 0))
    assert [name for name, _ in found.by_article] == ["garlic", "zinc"]
    assert dict(found.by_article)["zinc"].reason
    assert {name for name, _ in found.by_kind} == {"claim", "other", "list_item", "table_row"}


def test_alpha_by_kind_and_article_has_its_interval_or_says_why_not(desk: Database) -> None:
    add_lines(desk, "ginger", *(f"Ginger helps against {number} ills." for number in range(12)))
    answers = [SUPPORTED, CONTRADICTED, UNSUPPORTED]
    for number, unit in enumerate(claims_of(desk, "ginger", 1)):
        for name, verdict in (("Ada", answers[number % 3]), ("ben", answers[number * number % 3])):
            made = Label(f"{name}{number}", unit.id, name, NOON, Answer(verdict))
            record_label(desk, person_named(desk, name), made)

    found = agreement_on(labelled_claims(desk, EVERY_LABEL))
    articles, kinds = dict(found.by_article), dict(found.by_kind)

    assert articles["garlic"].no_interval == "no interval below 10 claims"
    for figure in (articles["ginger"], kinds["claim"]):
        assert (figure.low or 9) < (figure.value or 9) < (figure.high or -9)
    lines = agreement_lines(found)
    assert [line.split()[-1] for line in lines if line.startswith("Alpha by")] == ["claims", "claims"]
    assert all("value (95 % interval)" in line for line in lines if line.startswith("Alpha by"))
    assert any(line.startswith("garlic") and "(no interval below 10 claims)" in line for line in lines)


def test_a_figure_that_is_not_defined_is_told_with_its_reason(desk: Database) -> None:
    lines = agreement_lines(agreement_on(labelled_claims(desk, EVERY_LABEL)))

    assert lines[0] == "3 of 4 claims have votes of two reviewers or more; the figures rest on those."
    (none,) = [line for line in lines if line.startswith("zinc")]
    assert "none: " in none
    assert not any("nan" in line.lower() for line in lines)


def test_pairs_that_share_no_claim_are_told_in_one_line(desk: Database) -> None:
    found = agreement_on(labelled_claims(desk, EVERY_LABEL))
    lines = agreement_lines(found)

    assert [(pair.first, pair.second) for pair in found.compared] == [("Ada", "ben"), ("ben", "Cy")]
    assert not any("Ada and Cy" in line for line in lines)
    assert lines[lines.index("1 pair shares no claim") - 1].startswith("ben and Cy")


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        pytest.param((2, 3), "", id="all-share-some"),
        pytest.param((0, 3), "1 pair shares no claim", id="one"),
        pytest.param((0,) * 1_200, "1,200 pairs share no claim", id="many"),
    ],
)
def test_how_many_pairs_share_no_claim_is_told_in_words(shared: tuple[int, ...], words: str) -> None:
    pairs = tuple(Pair("Ada", f"Dr {number}", Figure(None, claims)) for number, claims in enumerate(shared))

    assert strangers_words(replace(agreement_on(()), pairs=pairs)) == words


def test_a_desk_without_votes_says_that_there_is_nothing_to_compare() -> None:
    lines = agreement_lines(agreement_on(()))

    assert lines[0] == "None of 0 claims has votes of two reviewers yet, so there is nothing to compare."


def test_a_figure_has_two_decimals_and_no_negative_nothing() -> None:
    assert figure_words(Figure(-0.001, 3)) == "0.00"
    assert figure_words(Figure(0.712, 30, "", 0.634, 0.779)) == "0.71 (0.63 to 0.78)"


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(annotator.__main__.cli, ["agreement", "--db", str(desk), *arguments])


@pytest.fixture
def file(desk: Database, tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    desk.execute("VACUUM INTO ?", [str(path)])
    return path


def test_the_command_prints_the_report(file: Path) -> None:
    result = run(file)

    assert result.exit_code == 0
    assert "Krippendorff's alpha" in result.stdout
    assert "How often two reviewers of one claim answered so:" in result.stdout


def test_the_command_gives_json_with_null_where_a_figure_is_none(file: Path) -> None:
    found = json.loads(run(file, "--json").stdout)

    assert found["alpha"]["value"] is not None
    (none,) = [pair for pair in found["pairs"] if pair["second"] == "Cy" and pair["first"] == "Ada"]
    assert none["kappa"]["value"] is None
    assert none["kappa"]["reason"] == "they have no claim in common"


@pytest.mark.parametrize(
    ("arguments", "claims"),
    [
        pytest.param(["--article", "zinc"], 1, id="an-article"),
        pytest.param(["--kind", "table_row"], 1, id="a-kind"),
        pytest.param(["--as-of", (NOON - timedelta(days=9)).date().isoformat()], 0, id="before-there-was-anything"),
    ],
)
def test_the_command_takes_filters(file: Path, arguments: list[str], claims: int) -> None:
    assert json.loads(run(file, "--json", *arguments).stdout)["claims"] == claims


def test_an_article_that_is_not_there_is_told_in_one_line(file: Path) -> None:
    result = run(file, "--article", "zink")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
