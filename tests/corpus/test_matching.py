"""Repeats and conflicts: what is offered, and above all what is not. The pairs in ``matching/`` were found by hand.

``sure`` pairs must be found; pairs that are not sure are a matter of taste, neither asked for nor counted as false.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.matching.finding import CANDIDATES, MOST_OF_A_KIND, Finder, candidates, find_pairs, read_article
from corpus.matching.judging import judge
from corpus.matching.meaning import Meaning, Source, read_claim
from corpus.matching.model import Aspect, Match, MatchKind
from corpus.model import Claim, Context, Kind, Span
from corpus.segmentation import split_claims
from tests.programs import ROOT

DATA = Path(__file__).parent / "matching"
ROWS = [line.split("\t") for line in DATA.joinpath("sentence_pairs.tsv").read_text("utf-8").splitlines()]
SAMPLE = "magnesium_ms"
FRESH = ("vitamin_d", "pain_relief", "green_tea")
Key = tuple[MatchKind, int, int]


def said(text: str, title: str = "", **context: str) -> Meaning:
    return read_claim(Claim(Span(0, len(text)), Kind.CLAIM, True, text, Context(**context)), Source(title))  # type: ignore[arg-type]


def between(left: str, right: str, title: str = "") -> Match | None:
    return judge(said(left, title), said(right, title))


@cache
def suggested(name: str) -> tuple[dict[Key, Match], dict[Key, Any]]:
    """What is found in an article, and what there is to find; each by kind and the places in the cut."""
    folder = ROOT / "corpus" / "articles" if name == SAMPLE else DATA
    text = folder.joinpath(f"{name}.txt").read_text("utf-8")
    units = split_claims(text)
    meanings = read_article(next(unit.text for unit in units if unit.kind is Kind.TITLE), text, units)
    asked = [number for number, unit in enumerate(units) if unit.check_worthy]
    found = {
        (pair.match.kind, asked[pair.left], asked[pair.right]): pair.match
        for pair in find_pairs([meanings[number] for number in asked])
    }
    truth = {}
    for line in DATA.joinpath(f"{name}.pairs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        at = [
            next(n for n, unit in enumerate(units) if unit.span.start <= row[side] < unit.span.end)
            for side in ("left_at", "right_at")
        ]
        truth[MatchKind(row["kind"]), at[0], at[1]] = row
    return found, truth


def shares(name: str, kind: MatchKind, about: str | None = None) -> tuple[float, float]:
    """Recall of the sure pairs, and the part of the suggestions that is no false alarm."""
    found, truth = suggested(name)
    sure = [key for key, row in truth.items() if key[0] is kind and row["sure"] and about in (None, row["about"])]
    offered = [
        key
        for key, match in found.items()
        if key[0] is kind and (about is None or match.differences[0].aspect.value == about)
    ]
    caught = sum(key in found for key in sure) / len(sure)
    return caught, sum(key in truth for key in offered) / len(offered)


def test_the_conflicts_about_amounts_in_the_sample_are_caught() -> None:
    recall, precision = shares(SAMPLE, MatchKind.CONFLICT, "amount")

    assert recall >= 0.9
    assert precision >= 2 / 3


def test_the_other_conflicts_in_the_sample_are_caught() -> None:
    recall, precision = shares(SAMPLE, MatchKind.CONFLICT)

    assert recall >= 0.9
    assert precision >= 0.9


def test_the_repeats_in_the_sample_are_worth_a_look() -> None:
    recall, precision = shares(SAMPLE, MatchKind.REPEAT)

    assert recall >= 0.8
    assert precision >= 0.8


@pytest.mark.parametrize("name", FRESH)
def test_planted_conflicts_are_caught_and_decoys_are_not(name: str) -> None:
    recall, precision = shares(name, MatchKind.CONFLICT)

    assert recall >= 0.9
    assert precision >= 0.9


@pytest.mark.parametrize("name", FRESH)
def test_planted_repeats_are_offered(name: str) -> None:
    recall, precision = shares(name, MatchKind.REPEAT)

    assert recall >= 0.8
    assert precision >= 0.9


@pytest.mark.parametrize(
    ("about", "left", "right"), [pytest.param(*row, id=row[1]) for row in ROWS if row[0] != "same"]
)
def test_what_says_another_thing_is_no_repeat(about: str, left: str, right: str) -> None:
    match = between(left, right)

    if about in ("negation", "direction", "dose"):
        assert match is not None
        assert match.kind is MatchKind.CONFLICT
    else:
        assert match is None


def test_what_says_the_same_is_offered_and_never_called_a_conflict() -> None:
    kinds = Counter(match.kind if match else None for match in (between(*row[1:]) for row in ROWS if row[0] == "same"))

    assert kinds[MatchKind.CONFLICT] == 0
    assert kinds[MatchKind.REPEAT] >= 0.9 * kinds.total()


@pytest.mark.parametrize(
    ("left", "right", "aspect", "words"),
    [
        pytest.param(
            "Adults need 400-420 mg of magnesium a day.",
            "Adults need 400-800 mg of magnesium daily.",
            Aspect.AMOUNT,
            ("400-420 mg", "400-800 mg"),
            id="ranges",
        ),
        pytest.param(
            "The upper limit of zinc for adults is 40 mg a day.",
            "Adults should not take more than 25 mg of zinc a day.",
            Aspect.AMOUNT,
            ("40 mg a day", "not take more than 25 mg"),
            id="a limit",
        ),
        pytest.param(
            "Magnesium reduces the effect of diuretics.",
            "Diuretics: Magnesium can increase the effectiveness of diuretics.",
            Aspect.DIRECTION,
            ("reduces", "increase"),
            id="down and up",
        ),
        pytest.param(
            "Zinc improved wound healing in a small trial.",
            "Zinc had no effect on wound healing.",
            Aspect.NEGATION,
            ("improved", "no effect on"),
            id="an effect and none",
        ),
        pytest.param(
            "Magnesium has no side effects.",
            "Magnesium can cause diarrhea.",
            Aspect.ABSOLUTE,
            ("no harm", "harm"),
            id="never and sometimes",
        ),
    ],
)
def test_a_conflict_says_in_what(left: str, right: str, aspect: Aspect, words: tuple[str, str]) -> None:
    match = between(left, right)

    assert match is not None
    assert match.kind is MatchKind.CONFLICT
    first = match.differences[0]
    assert (first.aspect, first.left, first.right) == (aspect, *words)


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        pytest.param("Adults need 8 mg of zinc a day.", "Children need 3 mg of zinc a day.", "", id="other people"),
        pytest.param("Women need 8 mg of zinc a day.", "Pregnant women need 11 mg of zinc a day.", "", id="pregnancy"),
        pytest.param("Adults need 8 mg of zinc a day.", "Adults need 18 mg of iron a day.", "", id="other substance"),
        pytest.param(
            "Adults need 8 mg of zinc a day.",
            "The upper limit of zinc for adults is 40 mg a day.",
            "",
            id="need and limit",
        ),
        pytest.param(
            "Adults can take 200 mg to 400 mg of ibuprofen every six hours.",
            "Adults can take up to 1,200 mg of ibuprofen a day.",
            "",
            id="a dose and a day",
        ),
        pytest.param("Adults need 8 mg of zinc a day.", "Adults need 8,000 µg of zinc a day.", "", id="other unit"),
        pytest.param(
            "Adults need 400 mg of magnesium a day.",
            "People with kidney failure need 100 mg of magnesium a day.",
            "",
            id="an illness",
        ),
        pytest.param(
            "A study of 33 patients gave zinc for 12 weeks.",
            "A study of 52 patients gave zinc for 12 months.",
            "",
            id="two studies",
        ),
        pytest.param(
            "Zinc deficiency worsens wound healing.", "Zinc improves wound healing.", "", id="too little and enough"
        ),
    ],
)
def test_amounts_for_other_things_are_no_conflict(left: str, right: str, title: str) -> None:
    match = between(left, right, title)

    assert match is None or match.kind is MatchKind.REPEAT


DOSED = "Doses of up to 1000 mg of magnesium a day have been used in studies with no adverse effects reported."


@pytest.mark.parametrize(
    ("other", "is_conflict"),
    [
        pytest.param("High doses of magnesium can cause adverse effects.", True, id="a side effect"),
        pytest.param("Magnesium can interact with drugs and cause adverse effects in high doses.", True, id="both"),
        pytest.param(
            "Magnesium may interact with certain medications, causing unwanted side effects.",
            False,
            id="an interaction",
        ),
        pytest.param(
            "Magnesium can interact with certain medications and may not be safe for individuals with certain medical"
            " conditions.",
            False,
            id="not for people with an illness",
        ),
        pytest.param("Magnesium can cause side effects when taken with digoxin.", False, id="together with a drug"),
        pytest.param("Magnesium may not be safe.", True, id="not safe for anybody"),
    ],
)
def test_no_side_effects_of_a_dose_disagrees_with_side_effects_alone(other: str, is_conflict: bool) -> None:
    assert (between(DOSED, other) is not None) is is_conflict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Improved muscle function: Muscle weakness and spasticity are common symptoms of MS.",
            "Magnesium supplementation may also help to reduce muscle cramps and spasticity in individuals with MS,"
            " which can be a common symptom of the disease.",
            id="what there is and what helps",
        ),
        pytest.param(
            "Magnesium deficiency can worsen the symptoms of MS, such as muscle spasms, cramps, and weakness.",
            "MS patients who are deficient in magnesium may experience various symptoms that include muscle cramps,"
            " fatigue, cognitive impairment, and weakness.",
            id="makes symptoms worse and has symptoms",
        ),
    ],
)
def test_shared_words_without_a_shared_point_are_no_repeat(left: str, right: str) -> None:
    assert between(left, right, "Is Magnesium Good for MS?") is None


@pytest.mark.parametrize(
    ("ours", "theirs", "is_repeat"),
    [
        pytest.param(("", "Symptoms of flu include:"), ("", "Side effects of zinc include:"), False, id="other list"),
        pytest.param(("", "Symptoms of flu include:"), ("", "Symptoms of malaria include:"), False, id="other illness"),
        pytest.param(("", "Symptoms of flu include:"), ("", "Signs of flu are:"), True, id="same illness"),
        pytest.param(("Flu", "Symptoms include:"), ("Malaria", "Symptoms include:"), False, id="told by the title"),
        pytest.param(("Flu", "Symptoms include:"), ("Flu", "Symptoms include:"), True, id="the same title"),
        pytest.param(("", "Foods with zinc:"), ("", "Good sources of zinc include:"), True, id="one thing, two ways"),
    ],
)
def test_items_without_a_verb_say_what_their_list_asks_for(
    ours: tuple[str, str], theirs: tuple[str, str], is_repeat: bool
) -> None:
    left, right = (
        read_claim(Claim(Span(0, len(text)), Kind.LIST_ITEM, True, text, Context(list_intro=intro)), Source(title))
        for text, (title, intro) in zip(("headache", "headache; and"), (ours, theirs), strict=True)
    )

    assert (judge(left, right) is not None) is is_repeat


def test_the_illness_an_article_is_about_sets_nobody_apart() -> None:
    left, right = "Adults need 400 mg of magnesium a day.", "People with MS need 600 mg of magnesium a day."

    assert between(left, right, "Magnesium and multiple sclerosis") is not None
    assert between(left, right, "Magnesium for everybody") is None


def test_what_it_means_is_looked_up_on_its_line() -> None:
    text = (
        "Zinc and pills\n\n  • Diuretics: These are pills. Zinc weakens their effect.\n\n"
        "Zinc increases the effect of diuretics."
    )
    units = split_claims(text)

    kinds = [pair.match.kind for pair in find_pairs(read_article("Zinc and pills", text, units))]

    assert kinds == [MatchKind.CONFLICT]


WORDS = ("zinc", "no", "not", "5 mg", "10 mg/day", "may", "reduce", "increases", "pain", "risk", "of", "in", "adults",
         "children", ".", ",", "(", ")", ":", "|")  # fmt: skip
sentences = st.one_of(
    st.text(min_size=1, max_size=60),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join),
)


@given(sentences, sentences)
def test_it_does_not_matter_which_comes_first(left: str, right: str) -> None:
    ours, theirs = said(left), said(right)
    one, other = judge(ours, theirs), judge(theirs, ours)

    assert (one and (one.kind, one.score)) == (other and (other.kind, other.score))


@given(sentences)
def test_a_claim_never_conflicts_with_itself(text: str) -> None:
    match = judge(said(text), said(text))

    assert match is None or match.kind is MatchKind.REPEAT


def test_a_row_with_two_amounts_for_one_group_never_conflicts_with_itself() -> None:
    text = "Painkillers\n\nDrug Adult dose Daily maximum\nParacetamol 500-1,000 mg 4 g\nNaproxen 250 mg 1 g\n"
    units = split_claims(text)
    rows = [meaning for meaning in read_article("Painkillers", text, units) if meaning.row]

    matches = [judge(row, row) for row in rows]

    assert [match and match.kind for match in matches] == [MatchKind.REPEAT, MatchKind.REPEAT]


def test_no_claim_is_compared_with_more_than_a_few() -> None:
    same = [said(f"Zinc eases colds in trial {number}.") for number in range(300)]

    compared = Counter(later for _, later in candidates(same))

    assert max(compared.values()) == CANDIDATES


def template(count: int) -> list[Meaning]:
    """Claims that all give another amount for the same."""
    return [said(f"Adults need {number} mg of zinc a day.") for number in range(5, 5 + 3 * count, 3)]


def test_no_claim_of_a_text_made_from_one_template_is_given_more_than_a_few() -> None:
    given: Counter[tuple[int, MatchKind]] = Counter()
    for pair in find_pairs(template(900)):
        given.update([(pair.left, pair.match.kind), (pair.right, pair.match.kind)])

    assert min(count for (_, kind), count in given.items() if kind is MatchKind.CONFLICT) >= MOST_OF_A_KIND - 1
    assert max(given.values()) <= 2 * MOST_OF_A_KIND


def test_in_a_text_made_from_one_template_the_nearest_are_given() -> None:
    steps = [pair.right - pair.left for pair in find_pairs(template(900))]

    assert max(steps) <= CANDIDATES


def test_the_same_words_are_a_repeat_however_many_others_there_are() -> None:
    claims = template(900)
    claims[7] = claims[880] = said("Adults need 1 mg of zinc a day, says the label.")

    kinds = {(pair.left, pair.right): pair.match.kind for pair in find_pairs(claims)}

    assert kinds[7, 880] is MatchKind.REPEAT


def test_a_row_on_another_substance_is_no_conflict() -> None:
    rows = ["Zinc | 5 mg", "Iron | 6 mg", "Vitamin C | 7 mg", "Ibuprofen | 8 mg", "Oats | 9 mg", "Lentils | 10 mg"]
    said_rows = [
        read_claim(Claim(Span(0, len(row)), Kind.TABLE_ROW, True, row, Context(table_header="Food | Daily amount")))
        for row in rows
    ]
    sentences = [said(f"{row.replace(' | ', ' tablets hold ')} each.") for row in rows]

    assert list(find_pairs(said_rows)) == []
    assert list(find_pairs(sentences[:4])) == []


TABLES = [
    pytest.param("Stage 1 hypertension 130-139", "Stage 2 hypertension 140 or higher", False, id="two stages"),
    pytest.param("Normal 90-119", "Raised 120-129", False, id="two names"),
    pytest.param("Gala 5 mg", "Fuji apples 6 mg", False, id="two names of different length"),
    pytest.param("Apple, raw | 5 mg", "Apple, dried | 6 mg", False, id="cells with borders"),
    pytest.param("Apple, raw | 5 mg", "Apple, raw | 6 mg", True, id="one thing twice"),
    pytest.param("Apple 5 mg", "Apple 6 mg", True, id="one thing twice without borders"),
]


@pytest.mark.parametrize(("left", "right", "is_conflict"), TABLES)
def test_rows_of_one_table_disagree_only_about_one_thing(left: str, right: str, is_conflict: bool) -> None:
    header = "Name | Recommended intake" if "|" in left else "Name Recommended intake"
    ours, theirs = (
        read_claim(Claim(Span(0, len(row)), Kind.TABLE_ROW, True, row, Context(table_header=header)))
        for row in (left, right)
    )

    match = judge(ours, theirs)

    assert (match is not None and match.kind is MatchKind.CONFLICT) is is_conflict


@pytest.mark.parametrize(
    ("left", "right", "is_conflict"),
    [
        pytest.param("In 2010 the limit was 3 g.", "In 2020 the limit was 4 g.", False, id="two years"),
        pytest.param("Until 2010 the limit was 3 g.", "Since May 2010 the limit is 4 g.", False, id="before and after"),
        pytest.param("In 2010 the limit was 3 g.", "In 2010 the limit was 4 g.", True, id="one year"),
        pytest.param(
            "A journal said in 2010: adults need 3 g of salt.",
            "Since 2020 adults need 4 g of salt.",
            True,
            id="a year of a paper",
        ),
        pytest.param(
            "In a study in 2010 it cut LDL.", "In a study in 2020 it raised LDL.", True, id="years of studies"
        ),
        pytest.param("Stage 1 kidney disease needs 3 g.", "Stage 2 kidney disease needs 4 g.", False, id="two stages"),
        pytest.param("In stages 1 and 2 adults need 3 g.", "In stage 2 adults need 4 g.", True, id="a stage of both"),
        pytest.param(
            "In the first trimester 3 g is needed.", "In the second trimester 4 g is needed.", False, id="order"
        ),
        pytest.param("Type A needs 3 g of salt.", "Type B needs 4 g of salt.", False, id="letters"),
        pytest.param("For mild pain take 3 g.", "For severe pain take 4 g.", False, id="how bad"),
        pytest.param("The starting dose is 3 g.", "The maintenance dose is 4 g.", False, id="which dose"),
        pytest.param("Atorvastatin needs 10 mg a day.", "Simvastatin needs 20 mg a day.", False, id="two statins"),
        pytest.param("Take 10 mg of omeprazole.", "Take 20 mg of lansoprazole.", False, id="two drugs"),
        pytest.param("Bronchitis lasts 3 weeks.", "Sinusitis lasts 6 weeks.", False, id="two illnesses"),
        pytest.param("It takes 6 weeks to work.", "It takes 6 months to work.", True, id="weeks and months"),
        pytest.param("It works within 2 days.", "It works within 2 weeks.", True, id="days and weeks"),
        pytest.param("The flu lasts 3 to 7 days.", "The flu lasts 10 to 14 days.", True, id="ranges of days"),
        pytest.param("A cold usually lasts 3 to 7 days.", "Colds last 2 to 3 weeks.", True, id="ranges of two units"),
        pytest.param("It takes 2 weeks to work.", "It takes 14 days to work.", False, id="one time in two units"),
        pytest.param("Side effects are common.", "Side effects are rare.", True, id="common and rare"),
        pytest.param("Side effects are not common.", "Side effects are rare.", False, id="not common and rare"),
        pytest.param("Side effects are very common.", "Side effects are frequent.", False, id="common and frequent"),
        pytest.param("Stones are common in women.", "Stones are rare in men.", False, id="common in others"),
        pytest.param("Gout is common.", "Lupus is rare.", False, id="common and rare illnesses"),
        pytest.param(
            "Common side effects are rash and gas.", "Rare side effects are rash and gas.", False, id="two lists"
        ),
    ],
)
def test_what_tells_times_stages_and_drugs_apart(left: str, right: str, is_conflict: bool) -> None:
    match = between(left, right)

    assert (match is not None and match.kind is MatchKind.CONFLICT) is is_conflict


def test_a_search_in_parts_finds_what_one_search_does() -> None:
    claims = template(120)
    finder = Finder(claims, range(120))

    parts = [pair for first in range(0, 120, 40) for pair in finder.pairs(range(first, first + 40))]

    assert parts == list(find_pairs(claims))
