"""Amounts: which numbers of a text state a quantity, and which. ``‹ ›`` marks their words in each row; beside it, the
amounts in short: ``low..high unit measure /per *times ~``."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts import comparable, find_amounts
from corpus.model import Amount

ROWS: dict[str, list[tuple[str, ...]]] = {
    "ranges": [
        ("Take ‹400-420 mg› with food.", "400..420 mg dose"),
        ("Take ‹400 to 420 mg›.", "400..420 mg dose"),
        ("Take ‹400mg–420mg›.", "400..420 mg dose"),
        ("Take between ‹400 and 420 mg›.", "400..420 mg dose"),
        ("Raise it from ‹400 mg to 600 mg›.", "400..600 mg dose"),
        ("Raise it from ‹400 mg/day to 600 mg/day›.", "400..600 mg dose /day"),
        ("At least ‹400-800 mg› of magnesium daily.", "400..800 mg dose /day"),
        ("‹310–320mg› for women.", "310..320 mg dose"),
        ("Give ‹5 or 10 mg›.", "5..10 mg dose"),
        ("It holds ‹70-85%› cacao.", "70..85 % share"),
        ("Take ‹two to three tablets›.", "2..3 tablet dose"),
        ("Eat ‹1-2 servings a day›.", "1..2 serving dose /day"),
        ("Doses of ‹200› and ‹400 mg›.", "200 mg dose", "400 mg dose"),
        ("Doses of ‹100›, ‹200›, and ‹400 mg›.", "100 mg dose", "200 mg dose", "400 mg dose"),
        ("From ‹10 mg›, not ‹5 mg›.", "10 mg dose", "5 mg dose"),
    ],
    "numbers": [
        ("It was ‹1,200 mg›.", "1200 mg dose"),
        ("It was ‹1\u00a0200 mg›.", "1200 mg dose"),
        ("It was ‹0.5 mg›, then ‹.25 mg›.", "0.5 mg dose", "0.25 mg dose"),
        ("Add ‹1 1/2 cups› and ‹½ teaspoon› and ‹1½ cups›.", "1.5 cup dose", "0.5 teaspoon dose", "1.5 cup dose"),
        ("Take ‹1/2 tablet› or ‹half a tablet›.", "0.5 tablet dose", "0.5 tablet dose"),
        ("It hit ‹2.5 million people›.", "2500000 people count"),
        ("‹Millions› of people and ‹hundreds› of mice.", "1000000.. people count ~", "100.. animals count ~"),
        ("‹Twenty-five grams› of it.", "25 g dose"),
        ("‹Two and a half hours› later.", "2.5 hour duration"),
        ("It was ‹0,5 mg›, then ‹2,5 %›, then ‹0,125 mg›.", "0.5 mg dose", "2.5 % share", "0.125 mg dose"),
        ("Take ‹2,5-7,5 mg› or ‹1,200 mg›.", "2.5..7.5 mg dose", "1200 mg dose"),
        ("Take ‹2›, ‹5 mg›.", "2 mg dose", "5 mg dose"),
        ("A trial of ‹2000 patients›, a study in ‹1998 adults›.", "2000 people sample", "1998 people sample"),
        ("In 2019 patients came. By the end of 2015 adults had it.",),
        ("It lasts ‹3 times longer›.", "3 × ratio"),
        ("A change of ‹-2.5 mmHg› or ‹−3%›.", "-2.5 mmHg pressure", "-3 % share"),
    ],
    "household": [
        ("‹A teaspoon› of cinnamon a day.", "1 teaspoon dose /day"),
        ("‹A glass› of wine daily, or ‹a small handful› of nuts each day.", "1 glass dose /day", "1 handful dose /day"),
        ("‹A pill a day› keeps it away.", "1 pill dose /day"),
        ("‹A capsule twice a day›.", "1 capsule dose /day *2"),
        ("Have ‹a spoonful› of honey every night.", "1 spoonful dose /day"),
        ("‹An extra cup› of tea per day.", "1 cup dose /day"),
        ("‹A couple of drinks a week›.", "2 drink dose /week"),
        ("Take ‹a tablet› with food, then swallow ‹another capsule›.", "1 tablet dose", "1 capsule dose"),
        ("‹A daily glass› of wine; your daily pill.", "1 glass dose /day"),
        ("Have a cup of tea. A day later a pill fell.",),
        ("He bought a glass, a patch of land and a shot of him was seen the other day.",),
        ("It takes a drop of blood; take a cup from the shelf and a pill organizer.",),
    ],
    "units": [
        ("‹50 µg›, ‹50 μg›, ‹50 mcg›, ‹50 micrograms›.", *["50 µg dose"] * 4),
        ("‹400 milligrams›, ‹400-mg›, ‹400 MG›.", *["400 mg dose"] * 3),
        ("‹2 g› and ‹2 grams› in ‹500 ml› or ‹2 litres›.", "2 g dose", "2 g dose", "500 mL dose", "2 L dose"),
        ("‹600 IU› and ‹600 international units›.", "600 IU dose", "600 IU dose"),
        ("At ‹5.5 mmol/L›, ‹40 mg/dL›, ‹30 ng/mL›.", "5.5 mmol/L level", "40 mg/dL level", "30 ng/mL level"),
        ("A pressure of ‹120›/‹80 mmHg›.", "120 mmHg pressure", "80 mmHg pressure"),
        ("It has ‹200 kcal›, ‹150 calories›.", "200 kcal energy", "150 kcal energy"),
        ("A fever of ‹38.5 °C› or ‹101°F›.", "38.5 °C temperature", "101 °F temperature"),
        ("Lost ‹5 pounds› and ‹3 kg› for ‹$9›.", "5 lb size", "3 kg size", "9 $ money"),
        ("‹10 %›, ‹10 percent›, ‹10 per cent›.", *["10 % share"] * 3),
        ("Up by ‹3 percentage points›.", "3 pp share"),
        ("A ‹12-week› trial of ‹30 minutes›.", "12 week duration", "30 minute duration"),
    ],
    "periods": [
        ("‹400 mg per day›, ‹400 mg/day›, ‹400 mg daily›, ‹400 mg a day›.", *["400 mg dose /day"] * 4),
        ("‹10 mg/kg/day› and ‹5 mg per kg›.", "10 mg dose /kg/day", "5 mg dose /kg"),
        ("‹500 mg twice a day›, ‹500 mg b.i.d.› or ‹500 mg three times daily›.",
         "500 mg dose /day *2", "500 mg dose /day *2", "500 mg dose /day *3"),
        ("‹500 mg every 6 hours›.", "500 mg dose /day *4"),
        ("‹50,000 IU once a week›.", "50000 IU dose /week"),
        ("‹1 mg every other day›.", "1 mg dose /day *0.5"),
        ("Take it ‹three times a day› or ‹twice weekly›.", "3 times frequency /day", "2 times frequency /week"),
        ("The daily intake for adults is ‹400-420 mg› for men and ‹310-320 mg› for women.",
         "400..420 mg dose /day", "310..320 mg dose /day"),
        ("The RDA is ‹8 mg›.", "8 mg dose /day"),
        ("Walk ‹30 minutes a day› or ‹5 days a week›.",
         "30 minute duration /day", "5 day duration /week"),
    ],
    "bounds": [
        ("‹Up to 1000mg per day› was used.", "..1000 mg dose /day"),
        ("‹At least 400 mg› is needed.", "400.. mg dose"),
        ("‹More than 350 mg› or ‹less than 20 mg›.", "350.. mg dose", "..20 mg dose"),
        ("‹No more than two drinks a day›.", "..2 drink dose /day"),
        ("Do ‹not exceed 350 mg›.", "..350 mg dose"),
        ("Infants should ‹not get more than 1,000 IU a day›.", "..1000 IU dose /day"),
        ("‹<5%› and ‹≥ 65 years›.", "..5 % share", "65.. year duration"),
        ("About ‹300 mg› or ‹~200 mg›.", "300 mg dose ~", "200 mg dose ~"),
        ("‹400 mg or more› helps.", "400.. mg dose"),
        ("It lasted over ‹12 weeks›.", "12 week duration"),
    ],
    "people and risks": [
        ("A trial (‹n = 120›) of ‹1,200 participants›.", "120 people sample", "1200 people sample"),
        ("We studied ‹48 healthy older adults› and ‹20 mice›.", "48 people sample", "20 animals sample"),
        ("A review of ‹14 randomized trials›.", "14 studies sample"),
        ("‹Over 1,000 people› died.", "1000.. people count"),
        ("Adults ‹over 65› and children ‹under 5›.", "65.. year age", "..5 year age"),
        ("Adults aged ‹18 to 65 years›, a ‹45-year-old›.", "18..65 year age", "45 year age"),
        ("People ‹65 and older›.", "65.. year age"),
        ("‹One in ten› adults, ‹1 in 4›, ‹9 out of 10›.", "10 % share", "25 % share", "90 % share"),
        ("‹Two-thirds› and ‹a quarter› of them.", "66.7 % share", "25 % share"),
        ("(‹OR 1.23›; 95% ‹CI 1.10-1.50›; ‹p < 0.05›)", "1.23 × ratio", "1.1..1.5 CI ratio", "..0.05 p probability"),
        ("The ‹relative risk was 0.8› (95% ‹CI, 0.7 to 0.9›).", "0.8 × ratio", "0.7..0.9 CI ratio"),
        ("The ‹hazard ratio (HR) of 1.4›, ‹P=.03›.", "1.4 × ratio", "0.03 p probability"),
        ("A ‹3-fold› rise, ‹2.5 times higher›, ‹twice› as many.", "3 × ratio", "2.5 × ratio", "2 × ratio"),
    ],
    "no amounts": [
        ("Vitamin B12, omega-3, CD4, H2, 5-HTP, COVID-19, IL-6 and T3.",),
        ("Type 2 diabetes, phase 3, stage 4, grade 1, page 12, Table 2, Fig. 3, pp. 123-130.",),
        ("It ended in 2019, by the 1990s, from 2010 to 2015 or 2010–2015.",),
        ("In May 2020, on 12 May, on May 12, 2021 and at 8:30 or 8 p.m.",),
        ("In 2019 studies began; Zeng (2014) did, and a 2013 study.",),
        ("It helps [1], [2, 3] and [^4]. It does.2,3 Then (5).",),
        ("Call 911 or 1-800-662-4357, or (800) 222-1222.",),
        ("See https://a.org/12/3 and doi:10.1000/182, PMID: 123456, NCT01234567.",),
        ("1. Wash. 2nd and 3rd, 24/7, a 12-lead, 2D.",),
        ("One study, one of them, no one, one day.",),
        ("It causes a third trial, a second look, another one.",),
        ("Open 24/7 in room 12.",),
        ("J Nutr. 2014;12(3):123-130.",),
        ("A 5G network and the 3,4-isomer.",),
    ],
}  # fmt: skip
CASES = [pytest.param(row[0], row[1:], id=f"{group}: {row[0]}") for group, rows in ROWS.items() for row in rows]


@pytest.mark.parametrize(("marked", "wanted"), CASES)
def test_amounts_are_found_with_their_unit_and_what_they_measure(marked: str, wanted: tuple[str, ...]) -> None:
    text = re.sub("[‹›]", "", marked)

    found = find_amounts(text)

    assert [text[one.start : one.end] for one in found] == re.findall("‹([^›]*)›", marked)
    assert tuple(in_short(one.amount) for one in found) == wanted


def in_short(amount: Amount) -> str:
    """``low..high unit measure /per *times ~``."""
    low, high = (
        "" if end is None else f"{end:.10g}" if end >= 1000 else f"{end:.3g}" for end in (amount.low, amount.high)
    )
    parts = [low if low == high else f"{low}..{high}", amount.unit, amount.measures.value]
    parts += [f"/{amount.per}"] if amount.per else []
    parts += [f"*{amount.times:g}"] if amount.times != 1 else []
    return " ".join(part for part in [*parts, "~" if amount.about else ""] if part)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0.5 g twice a day", "1000 mg dose /day"),
        ("50 mcg", "0.05 mg dose"),
        ("two tablets every 6 hours", "8 tablet dose /day"),
        ("2 weeks", "14 day duration"),
        ("up to 2 g/day", "..2000 mg dose /day"),
    ],
)
def test_amounts_can_be_compared_in_the_base_unit_for_all_of_the_period(text: str, wanted: str) -> None:
    ((_, _, amount),) = find_amounts(text)

    assert in_short(comparable(amount)) == wanted


@given(st.text(st.sampled_from("019.,-–/%() mgandtoexIU½=<[]two\u00a0"), max_size=60))
def test_amounts_stay_inside_their_text_never_overlap_and_keep_their_order(text: str) -> None:
    found = find_amounts(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for _, _, amount in found:
        assert amount.low is not None or amount.high is not None
        assert amount.low is None or amount.high is None or amount.low <= amount.high
