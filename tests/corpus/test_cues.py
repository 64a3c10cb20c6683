"""Cues: which words of a claim ask for care. ``‹ ›`` marks the words that each row expects."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cues import find_cues
from corpus.model import Amount, CueName, Kind, Measure
from corpus.units import split_text

ROWS: dict[CueName, list[str]] = {
    CueName.DOSE: [
        "Take ‹400-420 mg› or ‹310–320mg› with food.",
        "He took ‹1,000 mg per day› and ‹2 g/day› of it.",
        "It has ‹600 IU› and ‹0.5 mg twice a day› is enough.",
        "He took ‹500 mg t.i.d.› for pain.",
        "‹Two pills›, or ‹2 tablets daily›, help.",
        "Potassium above 5.5 mmol/L and 40 mg/dL are levels.",
        "Vitamin B12 and omega-3 have no dose here.",
        "‹A teaspoon› of cinnamon a day or ‹a glass› of red wine each evening; ‹a pill a day›.",
        "Eat a slice of bread and have a cup of coffee.",
    ],
    CueName.NUMBER: [
        "It fell by ‹30%› in ‹1,000 people›, ‹2.5 percent› more.",
        "‹Twice› as many, ‹one in ten›, ‹hundreds› of people, a ‹3-fold› rise; it ‹doubled›.",
        "A double-blind trial had a double dose.",
        "Vitamin B12, omega-3, H2 and COVID-19 have none.",
        "It ended in ‹2021› and costs ‹$9›.",
        "It helps [1] and [2].",
        "It was shown [^1] and ‹7› before.",
        "A trial (‹n = 120›, ‹p < 0.05›) ran for ‹12 weeks›.",
    ],
    CueName.NAMED_STUDY: [
        "‹Zeng et al. (2014)› found it, as did ‹Smith and Jones (2019)› and ‹(Brown, 2020)›.",
        "A study ‹published in the Journal of Neurology› in 2009 did not.",
        "A ‹2013 study› by the ‹Mayo Clinic› and the ‹CDC› did.",
        "‹Smith and colleagues› agree; see ‹PMID: 123456›, ‹NCT01234567› or ‹doi:10.1000/182›.",
        "‹The SPRINT trial› and a ‹2019 study› in ‹The Lancet› say so.",
        "The ‹Framingham Heart Study›, the ‹Women’s Health Initiative› and a ‹Cochrane review› do.",
        "Researchers at ‹Harvard Medical School› and the ‹University of Oslo› found it.",
        "A study found it; the trial ended in May (2019), The study (2020) too.",
        "The HIV study, the MS trial, a Clinical Trial is no name.",
        "It was first reported in the U.S. and Italy in 2018.",
        "Who is at risk? It is nice.",
    ],
    CueName.UNNAMED_SOURCE: [
        "‹Studies have shown› it.",
        "‹Some studies suggest› it, and ‹experts say› so.",
        "‹It is believed› to help, and ‹doctors recommend› it.",
        "‹According to experts›, it works.",
        "‹One study› found it.",
        "It ‹has been shown to› help. It ‹has been linked› to it.",
        "‹Some wellness coaches claim› it; ‹according to some bloggers› it works.",
        "‹Many researchers and clinicians believe› it.",
        "More studies are needed, and some studies are planned.",
        "It has not been shown to help.",
        "Zeng found it.",
        "Studies have shown it [3].",
        "Studies have shown it (see [the trial](https://a.org)).",
        "Studies have shown it, says the CDC.",
        "A double-blind, placebo-controlled ‹study of 52 individuals› ended.",
        "This study of 52 individuals ended.",
    ],
    CueName.CAUSAL: [
        "It ‹reduces› pain, ‹leads to› sleep, and ‹helps to relieve› it.",
        "Less sleep is ‹due to› stress.",
        "It can ‹lower› pain, may ‹slow› it, ‹prevents› colds and ‹treats› flu.",
        "It does not ‹cause› cancer, but ‹kills› it.",
        "The cause of it, a common cause, and causes of pain: a cause for concern.",
        "Lead is a metal; lead levels and lead poisoning; leads by two.",
        "A lower dose, a slow heart, an increase in pain, an increased risk, with reduced pain.",
        "Sweet treats are no treat.",
        "Results in cells rarely hold; it ‹cuts the risk› of it.",
        "He was led by a friend.",
        "These cells are responsible for recognizing it; smoking is ‹responsible for› cancer.",
        "It has been shown to ‹increase› the activity and is taken to ‹decrease› it, tied to increase of it.",
        "How to increase your intake.",
        "Statins ‹lower› LDL, pills that ‹lower› the risk; herbs ‹treat› colds, seeds ‹boost› it, roots ‹fight› it.",
        "With statins lower doses do; levels lower than these; it shows lower blood pressure; doctors treat them.",
        "It was found that lower levels are safe, in foods lower in fat; cells fight infections; the cells boost it.",
    ],
    CueName.ASSOCIATIVE: [
        "It is ‹linked to› pain, ‹associated with› sleep, and ‹correlates with› age.",
        "The ‹link between› them: people were ‹more likely to› fall, at a ‹higher risk of› it.",
        "It is a ‹risk factor for› it.",
        "Many risk factors can be controlled; the link was broken; correlation is no cause.",
    ],
    CueName.HEDGED: [
        "It ‹may› help and ‹could› be ‹potentially› safe.",
        "‹May› I ask?",
        "It ended in May 2020.",
        "‹More research› is needed.",
        "It ‹seems to› work; it is ‹likely› so, but ‹not yet clear›.",
        "They were more likely to, as soon as possible, with all their might.",
        "It is safe, ‹as far as anyone can› tell.",
        "A can of beans can help. Visual evoked potential.",
    ],
    CueName.ABSOLUTE: [
        "It ‹always› ‹cures› it, ‹without any doubt›.",
        "‹No side effects› in ‹all patients›.",
        "It is ‹the best remedy›, ‹guaranteed›, and ‹completely safe›.",
        "It is a ‹miracle›, and can ‹cure› it.",
        "It will not cure it, there is no cure for it, and not all patients agree.",
        "It has never been shown; always ask your doctor; you should definitely ask.",
        "One of the best and of the most effective forms.",
        "It works at times.",
        "Herbs ‹cure› cancer; bleach enemas ‹cure› autism; pills that ‹cure› it; they ‹cure› most of it.",
        "Onions and garlic ‹cure› colds, herbs do not cure cancer, and no herbs cure it.",
        "There is no evidence that herbs or teas cure cancer; nor proof that garlic cures it.",
        "The cancer cure is new: a diabetes cure works; herbs are no cure; in patients cure rates fell.",
    ],
    CueName.POPULATION: [
        "‹Pregnant› ‹women›, people ‹with diabetes›, ‹mice› and ‹in vitro› too.",
        "‹Older adults› sleep less; so do ‹infants› and ‹children›.",
        "People ‹with chronic kidney disease›, and those ‹over 65› or ‹children› ‹under 18›.",
        "A patient person at the children’s hospital with a computer mouse, baby steps, animal fats.",
        "It is sold here, and has nothing to do with heart disease.",
    ],
    CueName.HARM: [
        "It has ‹side effects›, is ‹toxic› and can ‹interact with› drugs.",
        "‹Stop taking› your pills; the risk of ‹death› is high.",
        "Try it ‹instead of chemotherapy›, ‹rather than taking your medication›, and ‹stop your insulin›.",
        "An ‹overdose› is ‹fatal›; do not ‹exceed› it; it is ‹contraindicated›.",
        "It is ‹safe in any amount›; ‹avoid vaccines›; some were ‹suicidal›.",
        "Is it ‹as much as you like›?",
        "No adverse effects were seen; without any side effects.",
        "‹Stop taking› them; children ‹must not take› it, nor ‹combine it with antidepressants›.",
        "Do not ‹replace insulin› with ‹high-dose› herbs.",
        "Cell death, social interactions, non-toxic, and the noise died down.",
        "It was harmless.",
        "Do ‹not take more than› 4,000 IU a day unless told to; ‹use no more than› two.",
        "The ‹maximum daily dose› is 2,400 mg.",
        "‹Do not take› it; do ‹not use ibuprofen if› you bleed; ‹never give it to› a child.",
        "Under 6 | ‹Not recommended›",
        "Aspirin | 75 mg/day | ‹avoid in children›",
        "‹Tell your doctor if you take› warfarin, since ibuprofen may ‹increase its effect›.",
        "It has ‹adverse effects› ‹when taken with› these; it is best when taken with food.",
        "Some may benefit from higher doses, need higher doses, or need a higher dose; ‹higher doses› hurt.",
        "The receptors are implicated in nerve damage; too much can ‹result in nerve damage›.",
        "They did not take more than they had.",
        "You should ‹not take more than› six tablets, ‹no more than 2 tablets› at once.",
        "It is not recommended to screen everybody.",
        "You can ‹cut your insulin dose› in half, ‹halve your dose›, ‹lower the dose of your insulin›.",
        "‹Cut back on your medication›; they ‹reduced their medicines›; ‹cutting your pills› in half.",
        "Your doctor may reduce your dose; it reduces the dose of radiation; cut your sugar in half.",
        "Parents should ‹not vaccinate› them, who ‹don’t need the MMR vaccine›; there is ‹no need to vaccinate›.",
        "Children do ‹not need any vaccines› and ‹should not be vaccinated›; do ‹not get the flu shot›.",
        "‹Never give your baby a vaccine›, ‹say no to the jab›, ‹skip the flu shot› and ‹double your dose›.",
        "Those who were not vaccinated fell ill; if you have not had the vaccine, ask.",
    ],
}
CASES = [(name, row) for name, rows in ROWS.items() for row in rows]


@pytest.mark.parametrize(("name", "marked"), CASES, ids=[f"{n}: {row}" for n, row in CASES])
def test_a_cue_spans_the_words_that_gave_it(name: CueName, marked: str) -> None:
    claim, wanted = _unmarked(marked)

    found = [claim[cue.span.start : cue.span.end] for cue in find_cues(claim) if cue.name is name]

    assert found == wanted


def _unmarked(marked: str) -> tuple[str, list[str]]:
    """The claim without the marks, and the words between them."""
    return re.sub("[‹›]", "", marked), re.findall("‹([^›]*)›", marked)


DETAILS = [
    ("Take 400 to 420 mg a day.", CueName.DOSE, Amount(400, 420, "mg", Measure.DOSE, "day")),
    ("It fell by 30%.", CueName.NUMBER, Amount(30, 30, "%", Measure.SHARE)),
    ("It ended in 2021.", CueName.NUMBER, Amount(2021, 2021, "", Measure.DATE)),
    ("It harms pregnant people.", CueName.POPULATION, "pregnancy"),
    ("It helped mice.", CueName.POPULATION, "animals"),
    ("It helped adults over 65.", CueName.POPULATION, "adults"),
    ("Stop your insulin.", CueName.HARM, "stopping a drug"),
    ("Use it instead of insulin.", CueName.HARM, "instead of treatment"),
    ("It interacts with drugs.", CueName.HARM, "interaction"),
    ("It has no side effects.", CueName.ABSOLUTE, "safety"),
    ("It cures pain.", CueName.ABSOLUTE, "cure"),
    ("It lowers pain.", CueName.CAUSAL, "lowers"),
    ("Zeng et al. found it.", CueName.NAMED_STUDY, "authors"),
    ("Experts say so.", CueName.UNNAMED_SOURCE, "experts"),
    ("Herbs cure it.", CueName.ABSOLUTE, "cure"),
    ("Herbs cure it.", CueName.CAUSAL, "treats"),
    ("Cut your insulin dose in half.", CueName.HARM, "stopping a drug"),
    ("They do not need the MMR vaccine.", CueName.HARM, "refusing a vaccine"),
    ("They do not need vaccines.", CueName.HARM, "refusing a vaccine"),
    ("A teaspoon of cinnamon a day helps.", CueName.DOSE, Amount(1, 1, "teaspoon", Measure.DOSE, "day")),
]


@pytest.mark.parametrize(("claim", "name", "detail"), DETAILS, ids=[f"{name}: {claim}" for claim, name, _ in DETAILS])
def test_a_cue_says_more_than_its_name(claim: str, name: CueName, detail: Amount | str) -> None:
    assert next(cue.detail for cue in find_cues(claim) if cue.name is name) == detail


NEIGHBOURS = [
    pytest.param("Studies show it. Zeng et al. did one.", False, id="named in the next sentence"),
    pytest.param("Zeng et al. did one. Studies show it.", False, id="named in the sentence before"),
    pytest.param("Studies show it. It works.[3]", False, id="a footnote's mark is a name"),
    pytest.param("Studies show it. It works. Zeng et al. did one.", True, id="two sentences away is too far"),
    pytest.param("Studies show it.\n\nZeng et al. did one.", True, id="another paragraph"),
    pytest.param("They include:\n\n- Studies show it.\n- Zeng et al. did one.", True, id="another item"),
    pytest.param("Studies show it. It works.", True, id="nobody is named"),
]


@pytest.mark.parametrize(("text", "unnamed"), NEIGHBOURS)
def test_a_source_is_unnamed_only_where_none_is_named_beside_it(text: str, unnamed: bool) -> None:
    (claim,) = [claim for claim in split_text(text) if claim.text == "Studies show it."]

    assert (CueName.UNNAMED_SOURCE in {cue.name for cue in claim.cues}) is unnamed


def test_a_row_takes_the_unit_of_its_tables_header() -> None:
    (cue,) = find_cues("Spinach 157", header="Food Magnesium content (mg per serving)")

    assert cue.detail == Amount(157, 157, "mg", Measure.DOSE, "serving")


CONTENTS = [
    pytest.param("Spinach 157", "Food Magnesium content (mg per serving)", CueName.NUMBER, id="a food's content"),
    pytest.param("Avocado | 58 mg", "Food | per 100 g", CueName.NUMBER, id="with its own unit"),
    pytest.param("Oxide 600mg", "Form Content per tablet", CueName.DOSE, id="what a tablet holds is taken"),
    pytest.param("Men | 400 mg", "Group | Dose", CueName.DOSE, id="a dose"),
    pytest.param("Avocado has 58 mg per serving.", "", CueName.NUMBER, id="in a sentence"),
]


@pytest.mark.parametrize(("row", "header", "name"), CONTENTS)
def test_what_a_food_holds_is_a_number_and_no_dose(row: str, header: str, name: CueName) -> None:
    assert [cue.name for cue in find_cues(row, header=header) if cue.name in (CueName.DOSE, CueName.NUMBER)] == [name]


STUDY_ROWS = [
    pytest.param(
        "Clinical Neurology and Neurosurgery 2013 It improved",
        "Study Year Findings",
        "Clinical Neurology and Neurosurgery 2013",
        id="cells without borders",
    ),
    pytest.param(
        "| Neurological Research | 2005 | It improved |",
        "| Journal | Year | Findings |",
        "Neurological Research | 2005",
        id="cells with borders",
    ),
    pytest.param("Neurological Research 2005 It improved", "Food Content", None, id="not a table of studies"),
    pytest.param("Adults 2000 mg", "Group Study dose", None, id="an amount and no year"),
]


@pytest.mark.parametrize(("row", "header", "named"), STUDY_ROWS)
def test_a_journal_and_a_year_open_the_row_of_a_study(row: str, header: str, named: str | None) -> None:
    cues = find_cues(row, header=header)

    assert [cue.span.cut(row) for cue in cues if cue.name is CueName.NAMED_STUDY] == ([named] if named else [])


ITEMS = [
    pytest.param(
        "Do NOT take ibuprofen if you:\n\n- have a stomach ulcer;\n- are old", "not for everyone", id="an intro"
    ),
    pytest.param(
        "Use\n\nDo not use this medicine if\n\n- have a stomach ulcer\n- are old", "not for everyone", id="a heading"
    ),
    pytest.param(
        "Who should not take it:\n\n- have a stomach ulcer\n- are old", "not for everyone", id="who should not"
    ),
    pytest.param(
        "Tell your doctor if you are taking:\n\n- have a stomach ulcer\n- warfarin", "interaction", id="a drug"
    ),
    pytest.param(
        "Ask a doctor before use if you:\n\n- have a stomach ulcer\n- are old", "not for everyone", id="ask before"
    ),
    pytest.param("You can take it if you:\n\n- have a stomach ulcer\n- are old", "", id="who can"),
    pytest.param("Do not take it unless you:\n\n- have a stomach ulcer\n- are old", "", id="unless"),
    pytest.param("Symptoms if you take it:\n\n- have a stomach ulcer\n- are old", "", id="another list"),
]


@pytest.mark.parametrize(("text", "detail"), ITEMS)
def test_an_item_takes_its_harm_from_the_line_that_introduces_it(text: str, detail: str) -> None:
    (item,) = [claim for claim in split_text(text) if claim.text.startswith("have a")]

    assert [(cue.span.cut(text), cue.detail) for cue in item.cues] == (
        [("have a stomach ulcer", detail)] if detail else []
    )


def test_references_and_mastheads_have_no_cues() -> None:
    text = "Garlic cures colds in mice.\n\nReferences\n\n1. Zeng L, et al. Garlic cures mice. BMJ. 2014;12(3):1-9.\n"

    assert [bool(claim.cues) for claim in split_text(text) if claim.kind in (Kind.CLAIM, Kind.REFERENCE)][-1] is False


def test_spans_count_in_the_article() -> None:
    (cue,) = find_cues("It always ends.", offset=100)

    assert (cue.name, cue.span.start, cue.span.end) == (CueName.ABSOLUTE, 103, 109)


@given(st.text(st.sampled_from("aİŞ1٣ mg%.[](-studies have shown May"), max_size=60), st.integers(0, 9))
def test_cues_stay_inside_their_claim_and_those_of_one_name_never_overlap(claim: str, offset: int) -> None:
    cues = find_cues(claim, offset)

    assert all(offset <= cue.span.start < cue.span.end <= offset + len(claim) for cue in cues)
    assert list(cues) == sorted(cues, key=lambda cue: (cue.span.start, -cue.span.end))
    for name in CueName:
        spans = [cue.span for cue in cues if cue.name is name]
        assert all(a.end <= b.start for a, b in pairwise(spans))
