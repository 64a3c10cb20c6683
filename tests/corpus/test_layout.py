"""Layouts: what the lines of an article are. Each row is a text, and its units one a line."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.corpus.cutting import rows, sketch

LAYOUTS = {
    "hard-wrapped prose and bullets": (
        """
        Salt and strokes

        A large village trial reported this month that swapping ordinary
        salt for a mix of 75% sodium chloride and 25% potassium chloride
        cut strokes by 14% over five years. Nothing else was changed in
        the diets of these 1,204 old people, all of them above the age of
        65. Those who moved away were left out of all the later counts
        that were made.

          * salt substitutes and stroke, which is a topic that has its own
            chapter below
          * a recalled sleep aid
        """,
        """
        title: Salt and strokes
        claim: A large village trial reported this month that swapping ordinary/salt for a mix of 75% \
sodium chloride and 25% potassium chloride/cut strokes by 14% over five years.
        claim: Nothing else was changed in/the diets of these 1,204 old people, all of them above the age \
of/65.
        claim: Those who moved away were left out of all the later counts/that were made.
        list_item: salt substitutes and stroke, which is a topic that has its own/    chapter below
        list_item: a recalled sleep aid
        """,
    ),
    "no blank lines, with contents, an unmarked list and a table": (
        """
        Health > Heart Disease > Guide
        High Blood Pressure: What You Need to Know
        Medically Reviewed by James Beckerman, MD, FACC on April 17, 2023
        In this Article
        What Is High Blood Pressure?
        Symptoms
        What Is High Blood Pressure?
        About 47% of adults in the U.S. have it.
        Symptoms
        Most people have none. Things that can play a role include:
        Smoking
        Stress
        Level Systolic Value Diastolic Value
        Normal 118 80
        Elevated 124 80
        Treatment
        They work by relaxing blood vessels.
        Show Sources
        CDC: "Facts About Hypertension," 2021.
        """,
        """
        boilerplate: Health > Heart Disease > Guide
        title: High Blood Pressure: What You Need to Know
        boilerplate: Medically Reviewed by James Beckerman, MD, FACC on April 17, 2023
        boilerplate: In this Article
        boilerplate: What Is High Blood Pressure?
        boilerplate: Symptoms
        heading: What Is High Blood Pressure?
        claim: About 47% of adults in the U.S. have it.
        heading: Symptoms
        claim: Most people have none.
        list_intro: Things that can play a role include:
        list_item: Smoking
        list_item: Stress
        table_header: Level Systolic Value Diastolic Value
        table_row: Normal 118 80
        table_row: Elevated 124 80
        heading: Treatment
        claim: They work by relaxing blood vessels.
        heading: Show Sources
        reference: CDC: "Facts About Hypertension," 2021.
        """,
    ),
    "flat tables between blank lines": (
        """
        Foods

        The table below lists foods that are rich in it.

        Food Magnesium Content (mg)
        Spinach 157
        Black beans (cooked) 60

        Medication Severity Directions
        Digoxin Major Magnesium can reduce its effect. Avoid both at once.
        Diuretics Major Magnesium can reduce their effect. Avoid both at once.

        Study Results
        A trial of 52 people who took a supplement for a whole year People who took it had fewer relapses.
        A trial of 33 people who took a supplement for a whole winter People who took it had better grip.

        That is what was found.
        """,
        """
        title: Foods
        list_intro: The table below lists foods that are rich in it.
        table_header: Food Magnesium Content (mg)
        table_row: Spinach 157
        table_row: Black beans (cooked) 60
        table_header: Medication Severity Directions
        table_row: Digoxin Major Magnesium can reduce its effect. Avoid both at once.
        table_row: Diuretics Major Magnesium can reduce their effect. Avoid both at once.
        table_header: Study Results
        table_row: A trial of 52 people who took a supplement for a whole year People who took it had fewer relapses.
        table_row: A trial of 33 people who took a supplement for a whole winter People who took it had better grip.
        claim: That is what was found.
        """,
    ),
    "tables with borders": (
        """
        # Doses

        | Form | Dose |
        |:-----|-----:|
        | Citrate | 200 mg |
        | **Oxide** | 400 mg. Not more. |

        Table 1. Trials of both forms.
        Trial	N
        Carter 2009	40

        +------+-------+
        | Food | Carbs |
        +------+-------+
        | Rice | 45 g  |
        +------+-------+

        Food          Carbs (g)     GI
        White rice    45            73
        """,
        """
        title: Doses
        table_header: Form | Dose
        table_row: Citrate | 200 mg
        table_row: **Oxide** | 400 mg. Not more.
        heading: Table 1. Trials of both forms.
        table_header: Trial	N
        table_row: Carter 2009	40
        table_header: Food | Carbs
        table_row: Rice | 45 g
        table_header: Food          Carbs (g)     GI
        table_row: White rice    45            73
        """,
    ),
    "a drug leaflet": (
        """
        PATIENT INFORMATION LEAFLET

        Read all of this leaflet carefully before you start taking this medicine.
        - Keep this leaflet. You may need it again.

        What is in this leaflet
        1. What Zolvarin is
        2. Possible side effects

        1. What Zolvarin is
        Zolvarin contains zolvarin sodium.

        2. Possible side effects

        Common (may affect up to 1 in 10 people):
        - dizziness
        (a) in the morning

        WARNINGS:
        Stomach bleeding may occur.

        This leaflet was last revised in June 2023.
        """,
        """
        title: PATIENT INFORMATION LEAFLET
        advice: Read all of this leaflet carefully before you start taking this medicine.
        advice: Keep this leaflet.
        claim: You may need it again.
        boilerplate: What is in this leaflet
        boilerplate: What Zolvarin is
        boilerplate: Possible side effects
        heading: What Zolvarin is
        claim: Zolvarin contains zolvarin sodium.
        heading: Possible side effects
        list_intro: Common (may affect up to 1 in 10 people):
        list_item: dizziness
        list_item: in the morning
        heading: WARNINGS:
        claim: Stomach bleeding may occur.
        boilerplate: This leaflet was last revised in June 2023.
        """,
    ),
    "an FAQ": (
        """
        Vitamin D: Your Questions Answered

        By Jane Smith, RD
        March 4, 2022 · 5 min read

        What is vitamin D?

        Vitamin D is a fat-soluble vitamin.

        1. Is it good for MS?
        No one knows yet. (Trials are under way.)

        Q: Is it a steroid?
        A: No. It is a vitamin.

        Related articles
        10 Foods High in Vitamin D
        Why You Need Calcium

        © 2022 HealthCo. All rights reserved.
        """,
        """
        title: Vitamin D: Your Questions Answered
        boilerplate: By Jane Smith, RD
        boilerplate: March 4, 2022 · 5 min read
        question: What is vitamin D?
        claim: Vitamin D is a fat-soluble vitamin.
        question: Is it good for MS?
        claim: No one knows yet.
        claim: (Trials are under way.)
        question: Q: Is it a steroid?
        claim: A: No.
        claim: It is a vitamin.
        boilerplate: Related articles
        boilerplate: 10 Foods High in Vitamin D
        boilerplate: Why You Need Calcium
        boilerplate: © 2022 HealthCo. All rights reserved.
        """,
    ),
    "a paper": (
        """
        Effect of Omega-3 on Depression: A Meta-Analysis

        A. B. Carter1, J. Lee2,*, and M. van der Berg1,2
        1 Department of Psychiatry, University of Somewhere, UK

        Received: 3 May 2021; Accepted: 9 July 2021

        Abstract

        Methods: We searched PubMed. Results: It had a small effect.

        Keywords: omega-3; depression

        2. Methods

        2.1. Search Strategy

        No language limits were set.

        Conflicts of Interest: The authors declare no conflict of interest.

        References
        1.	Kessler, R.C.; Berglund, P. The epidemiology of depression. JAMA 2003, 289, 3095.
        [2] Smith, J. Fish oil. Lancet 1999. https://doi.org/10.1000/xyz
        """,
        """
        title: Effect of Omega-3 on Depression: A Meta-Analysis
        boilerplate: A. B. Carter1, J. Lee2,*, and M. van der Berg1,2
        boilerplate: 1 Department of Psychiatry, University of Somewhere, UK
        boilerplate: Received: 3 May 2021; Accepted: 9 July 2021
        heading: Abstract
        claim: Methods: We searched PubMed.
        claim: Results: It had a small effect.
        boilerplate: Keywords: omega-3; depression
        heading: Methods
        heading: 2.1. Search Strategy
        claim: No language limits were set.
        boilerplate: Conflicts of Interest: The authors declare no conflict of interest.
        heading: References
        reference: Kessler, R.C.; Berglund, P. The epidemiology of depression. JAMA 2003, 289, 3095.
        reference: [2] Smith, J. Fish oil. Lancet 1999. https://doi.org/10.1000/xyz
        """,
    ),
    "a blog": (
        """
        5 Benefits of Vinegar 🍎

        🔥 1. It melts belly fat
        People lost 4 lbs. in 12 weeks! 😍 Really.

        How to use it:
        ➤ Mix 1–2 tbsp. in water
        ✅ Vinegar lowers blood sugar.
        ‣ [x] Drink before meals
        """,
        """
        title: 5 Benefits of Vinegar 🍎
        heading: It melts belly fat
        claim: People lost 4 lbs. in 12 weeks! 😍
        claim: Really.
        list_intro: How to use it:
        list_item: Mix 1–2 tbsp. in water
        claim: Vinegar lowers blood sugar.
        list_item: Drink before meals
        """,
    ),
    "a newsletter": (
        """
        From: The Pulse <letters@pulse.example>
        Subject: Salt

        ------------------------------
        1. SWAP THE SALT?
        ------------------------------

        It helps.

        ------------------------------
        You get this letter because you signed up. (c) 2025 The Pulse.
        """,
        """
        boilerplate: From: The Pulse <letters@pulse.example>
        boilerplate: Subject: Salt
        title: SWAP THE SALT?
        claim: It helps.
        boilerplate: You get this letter because you signed up.
        boilerplate: (c) 2025 The Pulse.
        """,
    ),
    "all on one line": (
        "It has many benefits, including: • Reduced pain: It eases pain. • Better sleep • Low cost",
        """
        list_intro: It has many benefits, including:
        claim: Reduced pain: It eases pain.
        list_item: Better sleep
        list_item: Low cost
        """,
    ),
    "badges above the title": (
        """
        Evidence Based
        This post has 9 references

        What Turmeric Does

        It thins the blood.
        """,
        """
        boilerplate: Evidence Based
        boilerplate: This post has 9 references
        title: What Turmeric Does
        claim: It thins the blood.
        """,
    ),
    "a quotation with its speaker": (
        """
        # Memory

        > "People buy it for their memory. The data aren't there yet."
        >
        > — Dr. Mireille Tchoumi, geriatrician
        """,
        """
        title: Memory
        claim: "People buy it for their memory.
        claim: The data aren't there yet."
        boilerplate: Dr. Mireille Tchoumi, geriatrician
        """,
    ),
    "lists in lower case without markers": (
        """
        Anaemia

        It is caused by lack of iron, often because of blood loss or pregnancy, and it is treated with tablets of iron.

        Symptoms can include:

        tiredness and lack of energy that will not go
        noticeable heartbeats (heart palpitations)
        paler than usual skin

        Do
        eat dark-green leafy vegetables like watercress
        eat cereals and bread with extra iron in them

        Page last reviewed: 18 January 2024
        Next review due: 18 January 2027
        """,
        """
        title: Anaemia
        claim: It is caused by lack of iron, often because of blood loss or pregnancy, and it is treated with tablets \
of iron.
        list_intro: Symptoms can include:
        list_item: tiredness and lack of energy that will not go
        list_item: noticeable heartbeats (heart palpitations)
        list_item: paler than usual skin
        heading: Do
        list_item: eat dark-green leafy vegetables like watercress
        list_item: eat cereals and bread with extra iron in them
        boilerplate: Page last reviewed: 18 January 2024
        boilerplate: Next review due: 18 January 2027
        """,
    ),
    "a press release": (
        """
        FOR IMMEDIATE RELEASE

        New Probiotic Cuts Colds in Half, Company Says
        Six-week study shows striking results in schoolchildren.

        By Jane Doe

        ST. LOUIS, Mo., March 3, 2024 -- BioLabs Inc. (NASDAQ: BLB) today announced results. It costs $29.99/mo. and \
is not tested by the F.D.A. Consult your physician.

        These statements have not been evaluated by the Food and Drug Administration.

        # # #
        """,
        """
        boilerplate: FOR IMMEDIATE RELEASE
        title: New Probiotic Cuts Colds in Half, Company Says
        heading: Six-week study shows striking results in schoolchildren.
        boilerplate: By Jane Doe
        claim: ST. LOUIS, Mo., March 3, 2024 -- BioLabs Inc. (NASDAQ: BLB) today announced results.
        claim: It costs $29.99/mo. and is not tested by the F.D.A.
        advice: Consult your physician.
        boilerplate: These statements have not been evaluated by the Food and Drug Administration.
        """,
    ),
    "one sentence": ("Magnesium cures MS", "claim: Magnesium cures MS"),
    "a marker with nothing behind it": ("•\n1)\n- ", "claim: 1)"),
    "nothing": (" \n\n\t\n", ""),
    "marks only": ("-----\n***\n•", ""),
}


@pytest.mark.parametrize(("text", "units"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_lines_of_a_layout_are_what_a_reader_takes_them_for(text: str, units: str) -> None:
    assert rows(dedent(text).strip()) == sketch(units)


@pytest.mark.parametrize(
    "marker", ["•", "*", "-", "–", "—", "▪", "+", ">", "✅", "✔️", "👩‍⚕️", "\uf0b7", "1.", "12)", "a)", "(b)", "- 1."]
)
def test_a_marker_belongs_to_no_unit(marker: str) -> None:
    assert rows(f"Benefits include:\n\n{marker} Less pain\n{marker} Low cost")[1:] == [
        "list_item: Less pain",
        "list_item: Low cost",
    ]


@pytest.mark.parametrize(
    "mark", ["[1]", "[^1]:", "7-9.", "2.1", "5", "100.", "(ii)", "(12)", "©", "~", "≥", "#1", "-5", "$9"]
)
def test_what_is_part_of_a_line_stays_in_its_unit(mark: str) -> None:
    text = f"{mark} things that happen to people in trials every day."

    assert rows(text)[0].endswith(text)
