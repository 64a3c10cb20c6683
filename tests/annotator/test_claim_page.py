"""One claim's page: in its article, with who says what, on what evidence, and how it came to that."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annotator.citations.lookups.services import Found, Service
from annotator.citations.retraction import Nature, Origin, RetractionNotice
from annotator.citations.same_work import Origin as WorkOrigin
from annotator.citations.work import Work
from annotator.errors import UnknownClaim
from annotator.flags import Flag
from annotator.model import Answer, Citation, Confidence, Evidence, Label, Stance, Strength, Verdict
from annotator.storage.answering import Press, answer_claim, undo_answer
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.lookup_answers import keep
from annotator.storage.people import add_person, person_named
from annotator.storage.records import record_of
from annotator.storage.recutting import merge_claims, split_claim, undo_recut
from annotator.storage.works import save_works
from annotator.ui.changes import steps
from annotator.ui.claim import read_data
from corpus.model import Kind
from tests.annotator.pages import nodes, page, sheet, texts, words
from tests.desks import GARLIC, IDS, NOON, SOURCES, cited, desk_in_memory, garlic_claims, label, label_all

QUOTE = "no *effect* <b>at all</b>"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_person(db, "Dr A", NOON)
        add_article(db, GARLIC, garlic_claims(), NOON)
        label_all(
            db,
            [
                label("k1", "cures", "Dr A", Verdict.SUPPORTED),
                label(
                    "k2", "cures", "Dr B", Verdict.CONTRADICTED, evidence=cited(Stance.CONTRADICTS, 1, QUOTE, "p. 4")
                ),
                label("k3", "take", "Dr B", Verdict.CONTRADICTED),
            ],
        )
    return path


def told_of(test: AppTest) -> str:
    """The words of a claim's page: of the claim with its final verdict, then of the rest."""
    return f"{words(test, 'claim_head')} {words(test, 'claim_sheet')}"


def test_the_page_shows_the_claim_its_labels_their_evidence_and_what_is_missing(desk: Path) -> None:
    test = page("claim", claim=IDS["cures"])

    assert not test.exception
    told = told_of(test)
    for part in ("cures", "flu.", "None: reviewers differ", "PMID 33301246", f"“{QUOTE}”", "p. 4"):
        assert part in told
    assert "Evidence missing: a citation that supports it" in told
    (link,) = nodes(sheet(test, "claim_sheet"), "a")
    assert link[1]["href"] == "https://pubmed.ncbi.nlm.nih.gov/33301246/"


def test_beside_each_citation_stand_its_strength_its_work_and_how_its_quote_stands(desk: Path) -> None:
    citations = (
        Citation(SOURCES[1], Stance.SUPPORTS, "conferred 59% protection", "", Strength.RANDOMISED_TRIAL),
        Citation(SOURCES[2], Stance.CONTEXT, "Take 400 IU."),
    )
    trial = {"title": "A <b>trial</b>", "abstract": "A regimen conferred 95% protection.", "issued": {"raw": "2020"}}
    with open_database(desk) as db:
        save_works(db, [Work(trial, (SOURCES[1],))], WorkOrigin.FILE, "", NOON)
        label_all(db, [label("k9", "take", "Dr A", Verdict.SUPPORTED, evidence=Evidence(citations))])

    told = told_of(page("claim", claim=IDS["take"]))

    for part in ("Randomised trial", "A <b>trial</b>", "2020", "≈ Nearly in the abstract:", "95", "59"):
        assert part in told
    assert "! " in told  # 4,000 IU against 400 IU


def test_beside_each_source_stands_what_is_known_of_its_retraction_and_as_of_when(desk: Path) -> None:
    said = [
        RetractionNotice(Nature.CORRECTION, "2021-02-18", "PMID 1", Origin.PUBMED),
        RetractionNotice(Nature.RETRACTION, "2022-03-01", "<b>PMID 2</b>", Origin.PUBMED, "https://pubmed.test/2/"),
    ]
    with open_database(desk) as db:
        assert "Never checked for retraction" in told_of(page("claim", claim=IDS["cures"]))
        keep(db, Found(Service.PUBMED, SOURCES[1], Work({"title": "A paper"}, (SOURCES[1],)), tuple(said)), NOON)

    test = page("claim", claim=IDS["cures"])

    told = told_of(test)
    assert "Retracted 2022-03-01 (<b>PMID 2</b>); checked 2026-11-23" in told
    assert "Corrected 2021-02-18" in told
    assert Flag.RETRACTED.description in told
    assert [link[1]["href"] for link in nodes(sheet(test, "claim_sheet"), "a")][1] == "https://pubmed.test/2/"


def test_the_article_beside_it_is_whole_with_its_flags_and_the_claim_in_view(desk: Path) -> None:
    with open_database(desk) as db:
        data = read_data(db, person_named(db, "Dr A"), record_of(db, IDS["cures"]))

    assert "".join(unit["gap"] + unit["text"] for unit in data["units"]) + data["tail"] == GARLIC.text
    assert (data["mode"], data["start"]) == ("read", IDS["cures"])
    flags = {unit["id"]: unit["flags"] for unit in data["units"] if unit["flags"]}
    assert flags == {IDS["cures"]: ["contradicted", "open", "disagreement"], IDS["take"]: ["contradicted", "open"]}
    assert json.dumps(data)


def test_the_way_through_the_list_keeps_to_its_filter(desk: Path) -> None:
    all_flagged = page("claim", claim=IDS["cures"])
    one_verdict = page("claim", claim=IDS["cures"], list="verdict=Supported")
    outside = page("claim", claim=IDS["take"], list="verdict=Supported")

    assert [each.value for each in all_flagged.caption] == ["1 of 2"]
    assert [(each.label, each.disabled) for each in all_flagged.button] == [("Previous", True), ("Next", False)]
    assert [each.value for each in one_verdict.caption] == ["1 of 1"]
    assert [each.value for each in outside.caption] == ["Not in this list"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param({"claim": "no/1@2-3"}, "There is no claim no/1@2-3 on this desk", id="unknown"),
        pytest.param({"claim": "'; DROP TABLE claims"}, "There is no claim '; DROP TABLE", id="no-id-at-all"),
        pytest.param({}, "No claim is chosen", id="none-given"),
    ],
)
def test_a_claim_that_is_not_there_is_said_in_one_line(desk: Path, query: dict[str, str], told: str) -> None:
    test = page("claim", **query)

    assert not test.exception
    assert test.text[0].value.startswith(told)


def test_the_history_says_who_changed_what_and_what_was_undone() -> None:
    db = desk_in_memory()
    person, claim_id = add_person(db, "Dr A", NOON), IDS["cures"]
    for minutes, verdict in enumerate((Verdict.SUPPORTED, Verdict.CONTRADICTED)):
        answer_claim(db, person, Press(f"k{minutes}", claim_id), Answer(verdict), NOON + timedelta(minutes=minutes))
    undo_answer(db, person, Press("k9", claim_id), "k1", NOON + timedelta(minutes=9))

    found = steps(record_of(db, claim_id).labels)

    assert [step.changes for step in found] == [
        ("✓ Supported",),
        ("✓ Supported → ✗ Contradicted",),
        ("Undone: ✗ Contradicted. Now: ✓ Supported",),
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param({}, {"kind": Kind.OTHER}, "Not a claim", id="not-a-claim"),
        pytest.param({}, {"kind": Kind.TABLE_ROW}, "Kind: table row", id="another-kind"),
        pytest.param({}, {"skipped": True}, "Skipped", id="skipped"),
        pytest.param({"verdict": Verdict.SUPPORTED}, {}, "✓ Supported → No verdict", id="verdict-taken-off"),
        pytest.param(
            {}, {"evidence": cited(Stance.SUPPORTS, 1)}, "Citation added: PMID 33301246 (✓ supports)", id="cited"
        ),
        pytest.param(
            {"evidence": cited(Stance.CONTEXT, 2)},
            {},
            "Citation taken off: PMCID PMC7745181 (· context)",
            id="citation-off",
        ),
        pytest.param({}, {"evidence": Evidence(rationale="*why*")}, "Rationale: *why*", id="rationale"),
        pytest.param({"evidence": Evidence(search_note="x")}, {}, "Search note taken off", id="search-note-off"),
        pytest.param({}, {"evidence": Evidence(confidence=Confidence.LOW)}, "Confidence: low", id="confidence"),
        pytest.param({"kind": Kind.OTHER}, {"kind": Kind.OTHER}, "Nothing changed", id="the-same-again"),
    ],
)
def test_each_change_has_its_words(before: dict[str, object], after: dict[str, object], told: str) -> None:
    found = steps([_label("k1", before), _label("k2", after)])

    assert found[1].changes == (told,)


def test_a_record_of_an_unknown_claim_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(UnknownClaim, match="another desk's database"):
        record_of(desk_in_memory(), "no/1@2-3")


def test_what_a_reviewer_typed_is_only_ever_text(desk: Path) -> None:
    tree = sheet(page("claim", claim=IDS["cures"]), "claim_sheet")

    (quote,) = nodes(tree, "blockquote")
    assert texts(quote) == f"“{QUOTE}”"


def _label(key: str, more: dict[str, object]) -> Label:
    more = dict(more)
    verdict = more.pop("verdict", None)
    assert verdict is None or isinstance(verdict, Verdict)
    return label(key, "cures", "Dr A", verdict, **more)


def test_a_claim_that_was_merged_says_so_and_leads_to_what_stands_there_and_back(desk: Path) -> None:
    with open_database(desk) as db:
        person = person_named(db, "Dr A")
        (made,) = merge_claims(db, person, Press("m1", IDS["cures"]), IDS["take"], NOON + timedelta(hours=1)).made
        assert read_data(db, person, record_of(db, IDS["cures"]))["start"] == made

    old, new = page("claim", claim=IDS["cures"]), page("claim", claim=made)

    assert not old.exception
    assert "This claim was merged with another." in told_of(old)
    assert made in [link[1].get("go", {}).get("claim") for link in nodes(sheet(old, "claim_head"), "a")]
    told = told_of(new)
    for part in ("Earlier words", "Dr B: ✗ Contradicted", "Made by a merge", "Nobody has labelled this claim yet."):
        assert part in told
    back = [link[1].get("go", {}).get("claim") for link in nodes(sheet(new, "claim_sheet"), "a")]
    assert back == [IDS["cures"], IDS["take"]]


def test_a_claim_that_came_back_tells_the_whole_way(desk: Path) -> None:
    with open_database(desk) as db:
        person = person_named(db, "Dr A")
        parts = split_claim(db, person, Press("s1", IDS["cures"]), 7, NOON + timedelta(hours=1)).made
        undo_recut(db, person, Press("u1", parts[0]), "s1", NOON + timedelta(hours=2))

    told, gone = told_of(page("claim", claim=IDS["cures"])), page("claim", claim=parts[0])

    assert told.index("Brought back") < told.index("Split")
    assert "This claim is gone: what made it was undone." in told_of(gone)
