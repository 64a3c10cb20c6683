"""What kind of evidence a publication is taken for, by what is known of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.citations import strength
from annotator.citations.strength import WEAK, Strength, suggest_strength

RCT, SR, COHORT = Strength.RANDOMISED_TRIAL, Strength.SYSTEMATIC_REVIEW, Strength.COHORT


@pytest.mark.parametrize(
    ("types", "title", "strength"),
    [
        pytest.param("Randomized Controlled Trial|Journal Article", "Zinc for colds", RCT, id="PubMed: a trial"),
        pytest.param("Meta-Analysis|Randomized Controlled Trial", "", SR, id="PubMed: the stronger of two"),
        pytest.param("Practice Guideline", "", Strength.GUIDELINE, id="PubMed: a guideline"),
        pytest.param("SYSTEMATIC REVIEW", "", SR, id="in capitals"),
        pytest.param("Observational Study|Multicenter Study", "", COHORT, id="PubMed: an observational study"),
        pytest.param("Case Reports", "Liver injury after turmeric", Strength.CASE_REPORT, id="PubMed: case reports"),
        pytest.param("Letter|Comment", "On zinc", Strength.OPINION, id="PubMed: a letter"),
        pytest.param("Editorial", "Mice and men", Strength.OPINION, id="PubMed: an editorial"),
        pytest.param("Randomized Controlled Trial, Veterinary", "", Strength.ANIMAL, id="PubMed: a trial on animals"),
        pytest.param("Journal Article|Review", "Magnesium in health", None, id="a review of any kind"),
        pytest.param("Clinical Trial Protocol", "A randomised trial of zinc", None, id="a protocol"),
        pytest.param("Published Erratum|Editorial", "", None, id="an erratum"),
        pytest.param("Retraction of Publication", "A randomised trial", None, id="a notice"),
        pytest.param("", "Zinc for the common cold: a systematic review and meta-analysis", SR, id="title: a review"),
        pytest.param("", "Vitamin D and fractures: meta-analysis of randomised trials", SR, id="title: of trials"),
        pytest.param("", "A randomized, double-blind, placebo-controlled trial of zinc", RCT, id="title: a trial"),
        pytest.param("", "Effect of zinc: a cluster-randomised trial", RCT, id="title: a cluster"),
        pytest.param("", "Zinc: a non-randomised study of nurses", COHORT, id="title: not randomised"),
        pytest.param("", "Vitamin D and MS: a Mendelian randomization study", COHORT, id="title: by genes"),
        pytest.param("", "Study protocol for a randomised controlled trial of zinc", None, id="title: a protocol"),
        pytest.param("", "Zinc in adults: protocol for a cohort study", None, id="title: a protocol of a cohort"),
        pytest.param("", "Coffee and mortality: a prospective cohort study", COHORT, id="title: a cohort"),
        pytest.param("", "Adherence to guidelines: a cross-sectional study", COHORT, id="title: about guidelines"),
        pytest.param("", "Kava hepatitis: a case report", Strength.CASE_REPORT, id="title: a case"),
        pytest.param("", "ESC Guidelines for the management of diabetes", Strength.GUIDELINE, id="title: guideline"),
        pytest.param("", "Guideline adherence in hospitals", None, id="title: only about one"),
        pytest.param("", "Curcumin reduces plaque in a mouse model", Strength.ANIMAL, id="title: mice"),
        pytest.param("Journal Article", "Magnesium in rats", Strength.ANIMAL, id="title: rats"),
        pytest.param("", "Effects in mice and in patients with MS", None, id="title: mice and people"),
        pytest.param("", "A systematic review of animal models of stroke", Strength.ANIMAL, id="a review of animals"),
        pytest.param("", "Garlic extract kills HeLa cells", Strength.IN_VITRO, id="title: cells"),
        pytest.param("", "In vitro activity of zinc against viruses", Strength.IN_VITRO, id="title: in vitro"),
        pytest.param("", "In vitro fertilisation and birth weight: a cohort study", COHORT, id="title: IVF"),
        pytest.param("", "Viewpoint: too much vitamin D", Strength.OPINION, id="title: a viewpoint"),
        pytest.param("", "Retracted: a randomised trial of zinc", None, id="title: retracted"),
        pytest.param("", "Magnesium and sleep", None, id="nothing that says so"),
        pytest.param("", "", None, id="nothing at all"),
    ],
)
def test_a_strength_is_suggested_where_type_or_title_say_so(types: str, title: str, strength: Strength | None) -> None:
    assert suggest_strength(types.split("|"), title) is strength


@pytest.mark.parametrize(
    ("abstract", "strength"),
    [
        pytest.param("Adults were randomly assigned to zinc or placebo.", RCT, id="assigned at random"),
        pytest.param("We searched PubMed and Embase for trials in adults.", SR, id="a search"),
        pytest.param("In this retrospective cohort study of patients, zinc was given.", COHORT, id="a cohort"),
        pytest.param("We report a case of a woman with jaundice.", Strength.CASE_REPORT, id="a case"),
        pytest.param("Mice were randomly assigned to zinc or water.", Strength.ANIMAL, id="mice at random"),
        pytest.param("Zinc is an essential mineral for people.", None, id="nothing that says so"),
    ],
)
def test_an_abstract_is_asked_where_the_title_is_silent(abstract: str, strength: Strength | None) -> None:
    assert suggest_strength((), "Zinc", abstract) is strength


def test_the_weak_ones_settle_no_claim_about_people() -> None:
    assert {"case_report", "animal", "in_vitro", "opinion"} == WEAK


@given(st.lists(st.text(max_size=30), max_size=3), st.text(max_size=60), st.text(max_size=90))
def test_any_words_give_a_strength_or_none(types: list[str], title: str, abstract: str) -> None:
    assert suggest_strength(types, title, abstract) in (None, *Strength)


@pytest.mark.parametrize(
    ("pattern", "hints"),
    [
        pytest.param(strength._PEOPLE, strength._PEOPLE_HINTS, id="people"),
        pytest.param(strength._ANIMALS, strength._ANIMAL_HINTS, id="animals"),
        pytest.param(strength._TREATED_ANIMALS, strength._ANIMAL_HINTS, id="treated animals"),
        pytest.param(strength._IN_VITRO, strength._BENCH_HINTS, id="cells"),
        pytest.param(strength._NO_RESULT, strength._NO_RESULT_HINTS, id="no result"),
        *(
            pytest.param(pattern, hints, id=f"title {one} {number}")
            for number, ((one, pattern), hints) in enumerate(
                zip(strength._IN_TITLE, strength._TITLE_HINTS, strict=True)
            )
        ),
        *(
            pytest.param(pattern, hints, id=f"abstract {one}")
            for (one, pattern), hints in zip(strength._IN_ABSTRACT, strength._ABSTRACT_HINTS, strict=True)
        ),
    ],
)
@settings(max_examples=20, deadline=None)
@given(st.data())
def test_what_a_pattern_finds_has_one_of_the_words_that_are_sought_first(
    pattern: re.Pattern[str], hints: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))

    assert any(hint in text.casefold() for hint in hints)
