"""What notices about a paper come to: from Crossref, PubMed and Retraction Watch, in the right direction."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from annotator.citations.lookups.crossref import read_message
from annotator.citations.lookups.pubmed import read_articles
from annotator.citations.retraction import (
    Check,
    Nature,
    Origin,
    RetractionNotice,
    Standing,
    day_in,
    notices_in,
    status_of,
)
from tests.annotator.lookups.services import (
    LANCET,
    RETRACTED_BY,
    RETRACTION_IN,
    RETRACTION_OF,
    crossref_json,
    pubmed_xml,
)

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ASKED = Check(Origin.CROSSREF, MONDAY)


def notice(nature: Nature, date: str = "", name: str = "n") -> RetractionNotice:
    return RetractionNotice(nature, date, name, Origin.RETRACTION_WATCH)


RETRACTION, CONCERN = Nature.RETRACTION, Nature.CONCERN
CORRECTION, REINSTATEMENT = Nature.CORRECTION, Nature.REINSTATEMENT


@pytest.mark.parametrize(
    ("notices", "standing", "date"),
    [
        pytest.param([], Standing.NONE_KNOWN, "", id="nothing"),
        pytest.param([notice(CORRECTION, "2004")], Standing.NONE_KNOWN, "", id="a-correction-is-no-retraction"),
        pytest.param(
            [notice(CORRECTION, "2004-03-06"), notice(RETRACTION, "2010-02-06")],
            Standing.RETRACTED,
            "2010-02-06",
            id="a-correction-and-later-a-retraction",
        ),
        pytest.param(
            [notice(RETRACTION, "2010-02-06"), notice(CORRECTION, "2012")],
            Standing.RETRACTED,
            "2010-02-06",
            id="a-later-correction-undoes-nothing",
        ),
        pytest.param(
            [notice(RETRACTION, "2010"), notice(REINSTATEMENT, "2012-05-01")], Standing.NONE_KNOWN, "", id="reinstated"
        ),
        pytest.param(
            [notice(RETRACTION, "2012-05-01"), notice(REINSTATEMENT, "2012-05-01")],
            Standing.NONE_KNOWN,
            "",
            id="reinstated-the-same-day",
        ),
        pytest.param(
            [notice(RETRACTION, "2014-01-02"), notice(REINSTATEMENT, "2012-05-01")],
            Standing.RETRACTED,
            "2014-01-02",
            id="retracted-again-after-it-was-reinstated",
        ),
        pytest.param(
            [notice(RETRACTION), notice(REINSTATEMENT, "2012-05-01")],
            Standing.RETRACTED,
            "",
            id="nobody-knows-that-the-reinstatement-is-later",
        ),
        pytest.param(
            [notice(RETRACTION, "2010"), notice(REINSTATEMENT)],
            Standing.RETRACTED,
            "2010",
            id="a-reinstatement-without-a-day",
        ),
        pytest.param([notice(CONCERN, "2019")], Standing.CONCERN, "2019", id="a-concern"),
        pytest.param(
            [notice(CONCERN, "2021"), notice(RETRACTION, "2020")],
            Standing.RETRACTED,
            "2020",
            id="a-concern-weighs-less",
        ),
        pytest.param(
            [notice(RETRACTION, "", ""), notice(RETRACTION, "2020", "PMID 1")],
            Standing.RETRACTED,
            "2020",
            id="the-notice-that-says-most",
        ),
    ],
)
def test_what_notices_come_to(notices: list[RetractionNotice], standing: Standing, date: str) -> None:
    for told in (notices, notices[::-1]):
        status = status_of(told, [ASKED])

        assert (status.nature, status.date, status.as_of) == (standing, date, MONDAY)
        assert set(status.notices) == set(notices)


def test_without_a_check_nothing_is_said_to_be_fine() -> None:
    status = status_of([notice(CORRECTION, "2004")], [])

    assert status.nature is Standing.NEVER_CHECKED
    assert status.words == "Never checked for retraction"


def test_a_retraction_that_a_file_tells_counts_though_nobody_was_asked() -> None:
    told = RetractionNotice(RETRACTION, "2010", "PMID 1", Origin.FILE)

    assert status_of([told], []).words == "Retracted 2010 (PMID 1)"


@pytest.mark.parametrize(
    ("notices", "words"),
    [
        pytest.param([], "No retraction known: Crossref 2026-11-23, PubMed 2026-11-22", id="none"),
        pytest.param(
            [notice(RETRACTION, "2010-02-06", "PMID 1")],
            "Retracted 2010-02-06 (PMID 1); checked 2026-11-23",
            id="known",
        ),
        pytest.param([notice(CONCERN, "", "")], "Expression of concern; checked 2026-11-23", id="without a day"),
    ],
)
def test_a_status_always_says_its_day(notices: list[RetractionNotice], words: str) -> None:
    checks = [Check(Origin.PUBMED, SUNDAY), ASKED]

    assert status_of(notices, checks).words == words
    assert status_of(notices, checks[::-1]).origin is Origin.CROSSREF


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        pytest.param(
            [Check(Origin.RETRACTION_WATCH, MONDAY)],
            "Not in the Retraction Watch list of 2026-11-23; not looked up yet",
            id="a-list-alone",
        ),
        pytest.param(
            [Check(Origin.RETRACTION_WATCH, MONDAY), Check(Origin.CROSSREF, SUNDAY)],
            "No retraction known: Crossref 2026-11-22, Retraction Watch list of 2026-11-23",
            id="each-with-its-own-day",
        ),
    ],
)
def test_who_knows_of_no_retraction_is_named_with_the_day(checks: list[Check], words: str) -> None:
    assert status_of([], checks).words == words


def crossref_notices(**more: Any) -> list[tuple[Nature, str, str, str]]:
    _, notices = read_message(crossref_json(**more).encode(), LANCET)
    return [(each.nature, each.date, each.notice, each.record) for each in notices]


@pytest.mark.parametrize(
    ("kind", "nature"),
    [
        pytest.param("retraction_notice", RETRACTION, id="named-by-its-notice"),
        pytest.param("retract_and_replace", RETRACTION, id="replaced"),
        pytest.param("concern", CONCERN, id="in-short"),
        pytest.param("pre-retraction-hold", CONCERN, id="of-a-kind-that-is-new"),
    ],
)
def test_every_way_to_say_retracted_counts(kind: str, nature: Nature) -> None:
    told = [{"DOI": "10.1000/notice", "type": kind, "updated": {"date-parts": [[2020, 5, 4]]}}]

    assert crossref_notices(**{"updated-by": told}) == [(nature, "2020-05-04", "10.1000/notice", "")]


def test_what_stands_on_the_paper_in_crossref_retracts_it() -> None:
    assert crossref_notices(**{"updated-by": RETRACTED_BY}) == [
        (CORRECTION, "2004-03-06", "10.1016/S0140-6736(04)15715-2", ""),
        (RETRACTION, "2010-02-06", "10.1016/S0140-6736(10)60175-4", "3540"),
    ]


def test_what_stands_on_the_notice_in_crossref_retracts_not_the_notice() -> None:
    update = {"DOI": LANCET.identifier, "type": "retraction", "label": "Retraction"}

    assert crossref_notices(title=["Retracted: Ileal-lymphoid-nodular hyperplasia"], **{"update-to": [update]}) == []


def test_a_title_that_says_so_is_the_last_resort() -> None:
    retracted = "RETRACTED: Ileal-lymphoid-nodular hyperplasia"

    assert crossref_notices(title=[retracted]) == [(RETRACTION, "", "marked so in its title", "")]
    assert len(crossref_notices(title=[retracted], **{"updated-by": RETRACTED_BY})) == 2


@pytest.mark.parametrize(
    ("kind", "nature"),
    [
        ("withdrawal", RETRACTION),
        ("removal", RETRACTION),
        ("Retraction", RETRACTION),
        ("expression_of_concern", CONCERN),
        ("expression-of-concern", CONCERN),
        ("partial_retraction", CONCERN),
        ("reinstatement", REINSTATEMENT),
        ("erratum", CORRECTION),
        ("corrigendum", CORRECTION),
    ],
)
def test_crossrefs_kinds_of_update(kind: str, nature: Nature) -> None:
    assert [each[0] for each in crossref_notices(**{"updated-by": [{"type": kind, "DOI": "10.1/x"}]})] == [nature]


@pytest.mark.parametrize("kind", ["new_version", "new_edition", "", None, 5])
def test_other_updates_in_crossref_say_nothing_of_a_retraction(kind: object) -> None:
    assert crossref_notices(**{"updated-by": [{"type": kind, "DOI": "10.1/x"}]}) == []


def pubmed_notices(**more: Any) -> list[tuple[Nature, str, str]]:
    (work,) = read_articles(pubmed_xml(**more).encode())
    return [(each.nature, each.date, each.notice) for each in notices_in(work, Origin.PUBMED)]


def test_what_stands_on_the_paper_in_pubmed_retracts_it() -> None:
    types = ("Journal Article", "Retracted Publication")

    assert pubmed_notices(corrections=RETRACTION_IN) == [(RETRACTION, "2010-02-06", "PMID 20137807")]
    assert pubmed_notices(types=types, corrections=RETRACTION_IN) == [(RETRACTION, "2010-02-06", "PMID 20137807")]
    assert pubmed_notices(types=types) == [(RETRACTION, "", "")]


def test_what_stands_on_the_notice_in_pubmed_retracts_not_the_notice() -> None:
    assert pubmed_notices(types=("Retraction of Publication",), corrections=RETRACTION_OF) == []


def test_a_notice_without_a_number_is_named_by_its_reference() -> None:
    concern = (
        '<CommentsCorrections RefType="ExpressionOfConcernIn"><RefSource>BMJ. 2011;342:c7452</RefSource>'
        "</CommentsCorrections>"
    )

    assert pubmed_notices(corrections=concern) == [(CONCERN, "2011", "BMJ. 2011;342:c7452")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lancet. 2010 Feb 6;375(9713):445", "2010-02-06"),
        ("N Engl J Med. 2020 Jun 25;382(26):2582. doi: 10.1056/NEJMc2021225", "2020-06-25"),
        ("BMJ. 2011;342:c7452", "2011"),
        ("J Clin. 1998 Nov-Dec;3(1):2010", "1998-11"),
        ("Nature. 2009 Spring;1:1", "2009"),
        ("J Biol. 375(9713):445", ""),
        ("", ""),
    ],
)
def test_the_day_in_a_reference(text: str, day: str) -> None:
    assert day_in(text) == day
