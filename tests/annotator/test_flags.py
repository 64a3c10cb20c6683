"""A claim's flags, and what the database says of the same votes."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.retraction import Nature, Origin, RetractionNotice, Standing
from annotator.citations.same_work import Origin as WorkOrigin
from annotator.citations.work import Work
from annotator.flags import Flag, claim_flags, flags_of
from annotator.model import (
    NO_FACTS,
    Adjudication,
    Citation,
    Evidence,
    Label,
    Ruling,
    Source,
    SourceFacts,
    Stance,
    Strength,
    Verdict,
)
from annotator.storage.connection import writing
from annotator.storage.datasets import labelled_claims
from annotator.storage.retraction_rows import insert_notices, source_facts, weigh_sources
from annotator.storage.retractions import cited_statuses
from annotator.storage.works import save_works
from corpus.model import Kind
from tests.desks import (
    NOON,
    SOURCES,
    cited,
    decision,
    desk_in_memory,
    histories,
    keep_all,
    label,
    label_all,
)

SUPPORTED, CONTRADICTED, UNSUPPORTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
SEARCHED = Evidence(search_note="PubMed, today")


@pytest.mark.parametrize(
    ("votes", "flags"),
    [
        pytest.param([], "", id="no-vote"),
        pytest.param([label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.SUPPORTS))], "", id="supported"),
        pytest.param([label("k1", "take", verdict=SUPPORTED)], "open", id="supported-without-its-citation"),
        pytest.param(
            [label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.CONTEXT))], "open", id="only-context"
        ),
        pytest.param([label("k1", "take", verdict=UNSUPPORTED, evidence=SEARCHED)], "unsupported", id="unsupported"),
        pytest.param([label("k1", "take", verdict=CONTRADICTED)], "contradicted open", id="contradicted-and-open"),
        pytest.param([label("k1", "take", kind=Kind.OTHER)], "", id="not-a-claim"),
        pytest.param([label("k1", "take", skipped=True)], "", id="skipped"),
        pytest.param(
            [label("k1", "take", verdict=UNSUPPORTED, evidence=SEARCHED), label("k2", "take", kind=Kind.OTHER)],
            "disagreement unsupported",
            id="a-verdict-against-not-a-claim",
        ),
    ],
)
def test_votes_raise_the_flags_an_editor_looks_for(votes: list[Label], flags: str) -> None:
    assert flags_of(votes, NO_FACTS) == set(map(Flag, flags.split()))


A_DISPUTE = [label("k1", "take", "Dr A", SUPPORTED), label("k2", "take", "Dr B", CONTRADICTED)]


@pytest.mark.parametrize(
    ("answer", "flags"),
    [
        pytest.param(None, "contradicted disagreement open", id="taken-back"),
        pytest.param(Ruling.SUPPORTED, "open", id="supported"),
        pytest.param(Ruling.CONTRADICTED, "contradicted open", id="contradicted"),
        pytest.param(Ruling.UNSUPPORTED, "unsupported open", id="what-nobody-voted-for"),
        pytest.param(Ruling.NOT_A_CLAIM, "open", id="not-a-claim"),
    ],
)
def test_what_an_editor_decided_raises_the_flags_instead_of_the_votes(answer: Ruling | None, flags: str) -> None:
    assert flags_of(A_DISPUTE, NO_FACTS, None, decision("d3", "take", answer)) == set(map(Flag, flags.split()))


def retract(db: Database, papers: set[Source]) -> None:
    """Papers become known as retracted."""
    with writing(db):
        for paper in papers:
            insert_notices(db, paper, [RetractionNotice(Nature.RETRACTION, "2010", "n", Origin.CROSSREF)])
        weigh_sources(db, papers)


def test_every_flag_says_in_plain_words_why_it_is_there() -> None:
    assert all(flag.description.endswith(".") for flag in Flag)


BOTH = Evidence(cited(Stance.SUPPORTS, 0).citations + cited(Stance.SUPPORTS, 1).citations)


@pytest.mark.parametrize(
    ("vote", "retracted"),
    [
        pytest.param(
            label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.SUPPORTS)), True, id="its-only-source"
        ),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=BOTH), False, id="one-of-two"),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=cited(Stance.CONTEXT)), False, id="context-alone"),
        pytest.param(
            label("k1", "take", verdict=CONTRADICTED, evidence=cited(Stance.SUPPORTS)), False, id="the-other-stance"
        ),
        pytest.param(
            label("k1", "take", verdict=CONTRADICTED, evidence=cited(Stance.CONTRADICTS)), True, id="contradicted"
        ),
        pytest.param(label("k1", "take", verdict=SUPPORTED), False, id="no-source-at-all"),
        pytest.param(label("k1", "take", evidence=cited(Stance.SUPPORTS)), False, id="no-verdict"),
        pytest.param(
            label("k1", "take", verdict=UNSUPPORTED, evidence=cited(Stance.SUPPORTS)), False, id="unsupported"
        ),
    ],
)
def test_a_verdict_that_rests_only_on_retracted_work_is_flagged(vote: Label, retracted: bool) -> None:
    facts = SourceFacts(retracted=frozenset({SOURCES[0]}))

    assert (Flag.RETRACTED in flags_of([vote], facts)) is retracted


def supports(*sources: int, strength: Strength | None = None) -> Evidence:
    return Evidence(tuple(Citation(SOURCES[each], Stance.SUPPORTS, strength=strength) for each in sources))


FACTS = SourceFacts(
    designs={SOURCES[0]: Strength.ANIMAL, SOURCES[1]: Strength.COHORT}, years={SOURCES[0]: 2015, SOURCES[1]: 2016}
)


@pytest.mark.parametrize(
    ("vote", "year", "flags"),
    [
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(0)), 2020, "weak", id="an-animal-study"),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(0, 1)), 2020, "", id="a-cohort-too"),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(0, 2)), 2030, "", id="one-unknown"),
        pytest.param(
            label("k1", "take", verdict=SUPPORTED, evidence=supports(0, strength=Strength.GUIDELINE)),
            2020,
            "",
            id="a-person-says-it-is-strong",
        ),
        pytest.param(
            label("k1", "take", verdict=SUPPORTED, evidence=supports(1, 2, strength=Strength.OPINION)),
            2020,
            "weak",
            id="a-person-says-it-is-weak",
        ),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(1)), 2026, "", id="ten-years"),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(1)), 2027, "old", id="eleven-years"),
        pytest.param(label("k1", "take", verdict=SUPPORTED, evidence=supports(0, 1)), 2026, "", id="the-newest-counts"),
        pytest.param(label("k1", "take", verdict=CONTRADICTED, evidence=supports(0)), 2030, "", id="the-other-stance"),
        pytest.param(label("k1", "take", verdict=UNSUPPORTED, evidence=supports(0)), 2030, "", id="unsupported"),
        pytest.param(label("k1", "take", verdict=SUPPORTED), 2030, "", id="no-source-at-all"),
        pytest.param(label("k1", "take", evidence=supports(0)), 2030, "", id="no-verdict"),
    ],
)
def test_a_verdict_that_rests_only_on_weak_or_old_evidence_is_flagged(vote: Label, year: int, flags: str) -> None:
    assert flags_of([vote], FACTS, year) & {Flag.WEAK, Flag.OLD} == set(map(Flag, flags.split()))


TITLES = {None: "Zinc", Strength.ANIMAL: "Zinc in mice", Strength.COHORT: "Zinc: a cohort study"}


def described(numbers: list[int], design: Strength | None, year: int | None) -> Work:
    """A work known by some of the sources."""
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return Work({"title": TITLES[design]} | issued, tuple(SOURCES[each] for each in numbers))


works = st.lists(
    st.builds(
        described,
        st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True),
        st.sampled_from(list(TITLES)),
        st.sampled_from([None, 2015, 2016, 2026]),
    ),
    max_size=4,
)


@given(histories(), st.sets(st.sampled_from(SOURCES[:3])), st.booleans(), works)
@example(
    [label("k1", "take", verdict=UNSUPPORTED, evidence=Evidence(search_note="\u2003\u00a0\x1c"))], set(), False, []
)
@example([label("k1", "take", verdict=SUPPORTED, evidence=BOTH)], {SOURCES[0], SOURCES[1]}, True, [])
@example(
    [label("k1", "take", verdict=SUPPORTED, evidence=BOTH)],
    set(),
    False,
    [described([0], Strength.ANIMAL, 2015), described([1], None, 2015), described([0, 1], Strength.ANIMAL, 2015)],
)
@settings(deadline=None)
def test_the_database_flags_the_same_claims_for_the_same_reasons(
    made: list[Label | Adjudication], retracted: set[Source], known_before: bool, works: list[Work]
) -> None:
    db = desk_in_memory()
    if known_before:
        retract(db, retracted)
        save_works(db, works, WorkOrigin.FILE, "", NOON)
    keep_all(db, made)
    if not known_before:
        retract(db, retracted)
        save_works(db, works, WorkOrigin.FILE, "", NOON)

    claims = list(labelled_claims(db))
    flagged = {(claim.claim_id, flag.value) for claim in claims for flag in claim_flags(claim)}

    in_queue = [row["id"] for row in db.query("SELECT id FROM queue ORDER BY article, revision, start")]
    assert [claim.claim_id for claim in claims] == in_queue
    assert flagged == {(row["claim_id"], row["flag"]) for row in db.query("SELECT * FROM flagged_claims")}
    kinds = {row["id"]: row["kind_now"] for row in db.query("SELECT id, kind_now FROM queue")}
    assert {claim.claim_id: claim.kind for claim in claims} == kinds
    finals = {row["claim_id"]: (row["verdict"], row["basis"]) for row in db.query("SELECT * FROM final_verdicts")}
    for claim in claims:
        assert (claim.final.verdict, claim.final.basis) == finals.get(claim.claim_id, (None, "none"))


names = st.sampled_from([*SOURCES[:3], parse_identifier("10.1000/a"), parse_identifier("PMID 7")])
steps = st.one_of(
    st.tuples(st.just("notice"), names, st.sampled_from(Nature), st.sampled_from(["", "2010", "2012-05-01"])),
    st.tuples(st.just("work"), names, names),
    st.tuples(st.just("cite"), names),
)


@given(st.lists(steps, max_size=10))
@settings(deadline=None)
def test_which_cited_sources_are_retracted_is_kept_whatever_is_learnt_in_which_order(taken: list[Any]) -> None:
    db = desk_in_memory()
    for number, (step, source, *more) in enumerate(taken):
        if step == "cite":
            evidence = Evidence((Citation(source, Stance.SUPPORTS),))
            label_all(db, [label(f"k{number}", "take", verdict=SUPPORTED, evidence=evidence)])
        elif step == "work":
            save_works(db, [Work({"title": "A paper"}, (source, *more))], WorkOrigin.FILE, "", NOON)
        else:
            with writing(db):
                insert_notices(db, source, [RetractionNotice(more[0], more[1], "n", Origin.CROSSREF)])
                weigh_sources(db, [source])

    known = cited_statuses(db)
    assert source_facts(db).retracted == {each for each in known if known[each].nature is Standing.RETRACTED}
