"""Layouts: what the lines of an article are. Each row is a text, and its units one a line."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.corpus.cutting import rows, sketch

LAYOUTS = {
    "a thread: the subject in small letters, names over posts, signatures, what the board writes": (
        """
        BackTalk Community Forums
        Board index ‹ Medications

        tablets making me dizzy, anyone else

        Page 1 of 2 [ 9 posts ]
        Previous topic | Next topic

        greenheron
        Posted: Tue Mar 07, 2017 9:52 pm
        They started me on gabapentin. Is it normal?

        Top

        Al_from_Hull
        Posts: 87
        Joined: Sat Aug 11, 2007 4:10 pm
        Posted: Tue Mar 07, 2017 10:31 pm
        Dizziness is common in the first week.

        Al
        Sciatica since 2009 | gabapentin 300mg | 1 new disc

        Last edited by Al_from_Hull on Sat Mar 11, 2017 11:24 am, edited 1 time in total.
        Who is online: Users browsing this forum: 6 guests
        """,
        """
        boilerplate: BackTalk Community Forums
        boilerplate: Board index ‹ Medications
        title: tablets making me dizzy, anyone else
        boilerplate: Page 1 of 2 [ 9 posts ]
        boilerplate: Previous topic | Next topic
        boilerplate: greenheron
        boilerplate: Posted: Tue Mar 07, 2017 9:52 pm
        other: They started me on gabapentin.
        question: Is it normal?
        boilerplate: Top
        boilerplate: Al_from_Hull
        boilerplate: Posts: 87
        boilerplate: Joined: Sat Aug 11, 2007 4:10 pm
        boilerplate: Posted: Tue Mar 07, 2017 10:31 pm
        claim: Dizziness is common in the first week.
        boilerplate: Al
        boilerplate: Sciatica since 2009 | gabapentin 300mg | 1 new disc
        boilerplate: Last edited by Al_from_Hull on Sat Mar 11, 2017 11:24 am, edited 1 time in total.
        boilerplate: Who is online: Users browsing this forum: 6 guests
        """,
    ),
    "letters: who wrote them stands right under their last line": (
        """
        Letters about coffee and tea

        Coffee and me

        Coffee raises the pulse. Should I stop?
        Hannah, Leeds

        Coffee raises the pulse for an hour.

        Tea too?

        Tea holds caffeine as well. Is that so?
        Name and address supplied
        """,
        """
        title: Letters about coffee and tea
        heading: Coffee and me
        claim: Coffee raises the pulse.
        question: Should I stop?
        boilerplate: Hannah, Leeds
        claim: Coffee raises the pulse for an hour.
        heading: Tea too?
        claim: Tea holds caffeine as well.
        question: Is that so?
        boilerplate: Name and address supplied
        """,
    ),
    "a page on a medicine: labels with their values say something": (
        """
        RxPages
        Home / Drugs / Febuxostat / Dosage

        Febuxostat Dosage

        Generic name: febuxostat 40mg
        Drug class: Uric acid reducers

        Usual Adult Dose for Gout

        Initial dose: 40 mg orally once a day
        Maximum dose: 80 mg per day

        Warnings

        BOXED WARNINGS: None

        Deaths from heart disease were more frequent than with other drugs.

        More about febuxostat
        Compare alternatives
        Side effects
        """,
        """
        boilerplate: RxPages
        boilerplate: Home / Drugs / Febuxostat / Dosage
        title: Febuxostat Dosage
        claim: Generic name: febuxostat 40mg
        claim: Drug class: Uric acid reducers
        heading: Usual Adult Dose for Gout
        claim: Initial dose: 40 mg orally once a day
        claim: Maximum dose: 80 mg per day
        heading: Warnings
        claim: BOXED WARNINGS: None
        claim: Deaths from heart disease were more frequent than with other drugs.
        heading: More about febuxostat
        boilerplate: Compare alternatives
        boilerplate: Side effects
        """,
    ),
    "a paper: its name and its sections over a title that speaks of times": (
        """
        Skip to main content
        The Ballard Courier
        News | Sport | Opinion | Podcasts

        HEALTH
        Eating at different times each day may harm the heart, study suggests

        Niamh Doyle Health Correspondent

        People who eat at irregular hours had more heart attacks.

        IN THIS SECTION
        Nurses ask for more beds
        """,
        """
        boilerplate: Skip to main content
        boilerplate: The Ballard Courier
        boilerplate: News | Sport | Opinion | Podcasts
        boilerplate: HEALTH
        title: Eating at different times each day may harm the heart, study suggests
        boilerplate: Niamh Doyle Health Correspondent
        claim: People who eat at irregular hours had more heart attacks.
        heading: IN THIS SECTION
        boilerplate: Nurses ask for more beds
        """,
    ),
    "an intro with the mark of a footnote behind its colon": (
        """
        Migraine

        Migraine is a headache.

        Signs of migraine can include:12

        • Nausea
        • Dizziness
        """,
        """
        title: Migraine
        claim: Migraine is a headache.
        list_intro: Signs of migraine can include:12
        list_item: Nausea
        list_item: Dizziness
        """,
    ),
    "a paragraph in Chinese is no heading": (
        """
        镁

        镁有助于睡眠。每天服用400毫克！

        「痛。」他说。
        """,
        """
        title: 镁
        claim: 镁有助于睡眠。
        claim: 每天服用400毫克！
        claim: 「痛。」
        claim: 他说。
        """,
    ),
    "a label in title case over a list": (
        """
        Back pain

        Most of it goes away.

        When to See a Doctor for Back Pain:
        Fever
        Weight loss
        """,
        """
        title: Back pain
        claim: Most of it goes away.
        heading: When to See a Doctor for Back Pain:
        list_item: Fever
        list_item: Weight loss
        """,
    ),
    "a list in one line, its items behind dashes": (
        """
        What are the signs of croup ?

        Croup starts like a cold. The main signs are:   - A cough that barks   - A hoarse voice  - Fever  Other \
signs may include:   - Poor sleep   - Runny nose
        """,
        """
        title: What are the signs of croup ?
        claim: Croup starts like a cold.
        list_intro: The main signs are:
        claim: A cough that barks
        list_item: A hoarse voice
        list_item: Fever
        list_intro: Other signs may include:
        list_item: Poor sleep
        list_item: Runny nose
        """,
    ),
    "a byline between bullets stays one line": (
        """
        Sleep and Salt

        By Jo Park • 3 May 2021 • 5 min read

        Salt keeps some people awake.
        """,
        """
        title: Sleep and Salt
        boilerplate: By Jo Park • 3 May 2021 • 5 min read
        claim: Salt keeps some people awake.
        """,
    ),
    "a thread": (
        """
        Home › Boards › Ears
        Log in | Join now | Search

        Ringing in both ears at night - normal??
        Started by owl_44 · 2 Mar 2022 at 21:07 · 2 replies · 310 views

        owl_44
        Member since 2020 | 12 posts
        Hi all, new here. It rings so loud that I wake up.
        Helpful (3)   Reply   Share

        Dr. P. Nunes (verified)
        Audiologist · 3 Mar 2022 at 07:30
        Noise damage is the usual cause. Have your hearing tested.
        Reply from owl_44
        3 March 2022
        Good advice.

        This thread is now closed.
        Related threads
        Ears that pop - 4 replies
        Wax and swimming - 9 replies
        """,
        """
        boilerplate: Home › Boards › Ears
        boilerplate: Log in | Join now | Search
        title: Ringing in both ears at night - normal??
        boilerplate: Started by owl_44 · 2 Mar 2022 at 21:07 · 2 replies · 310 views
        boilerplate: owl_44
        boilerplate: Member since 2020 | 12 posts
        other: Hi all, new here.
        other: It rings so loud that I wake up.
        boilerplate: Helpful (3)   Reply   Share
        boilerplate: Dr. P. Nunes (verified)
        boilerplate: Audiologist · 3 Mar 2022 at 07:30
        claim: Noise damage is the usual cause.
        advice: Have your hearing tested.
        boilerplate: Reply from owl_44
        boilerplate: 3 March 2022
        other: Good advice.
        boilerplate: This thread is now closed.
        heading: Related threads
        boilerplate: Ears that pop - 4 replies
        boilerplate: Wax and swimming - 9 replies
        """,
    ),
    "a press release under embargo": (
        """
        NEWS RELEASE
        EMBARGOED UNTIL 10:00 GMT ON MONDAY 2 MAY

        Short naps linked to fewer falls in care homes

        Residents who napped fell less often. The sponsor had no role in the design.

        Media contact
        Ana Prill, press officer
        """,
        """
        boilerplate: NEWS RELEASE
        boilerplate: EMBARGOED UNTIL 10:00 GMT ON MONDAY 2 MAY
        title: Short naps linked to fewer falls in care homes
        claim: Residents who napped fell less often.
        boilerplate: The sponsor had no role in the design.
        heading: Media contact
        boilerplate: Ana Prill, press officer
        """,
    ),
    "a masthead over the title, a disclosure, a deck": (
        """
        ROOTS & RAIN
        Home / Wellness / Sleep
        We independently choose every product. If you buy through our links, we may earn a commission.

        5 Teas That May Help You Sleep (or Not)
        Because warm milk is dull.
        By Ida Moss  |  Updated on May 3, 2023
        Share   Tweet   Pin It

        Chamomile is the best studied of them.
        """,
        """
        boilerplate: ROOTS & RAIN
        boilerplate: Home / Wellness / Sleep
        boilerplate: We independently choose every product.
        boilerplate: If you buy through our links, we may earn a commission.
        title: 5 Teas That May Help You Sleep (or Not)
        heading: Because warm milk is dull.
        boilerplate: By Ida Moss  |  Updated on May 3, 2023
        boilerplate: Share   Tweet   Pin It
        claim: Chamomile is the best studied of them.
        """,
    ),
    "a leaflet whose tables and labels lost their look": (
        """
        Package leaflet: Information for the user
        Ostrafen 5 mg tablets
        ostrafenum sodium

        Ostrafen is used for gout.

        Do not take Ostrafen:
        -  if you have a stomach ulcer
        -  if you drink a lot of beer.

        Age Starting dose Highest dose
        Adults 5 mg or 10 mg twice a day 40 mg a day
        Children from 12 years 5 mg once a day 10 mg a day

        Common (may affect up to 1 in 10 people):
        -  dry mouth
        """,
        """
        title: Package leaflet: Information for the user
        heading: Ostrafen 5 mg tablets
        heading: ostrafenum sodium
        claim: Ostrafen is used for gout.
        heading: Do not take Ostrafen:
        claim: if you have a stomach ulcer
        claim: if you drink a lot of beer.
        table_header: Age Starting dose Highest dose
        table_row: Adults 5 mg or 10 mg twice a day 40 mg a day
        table_row: Children from 12 years 5 mg once a day 10 mg a day
        heading: Common (may affect up to 1 in 10 people):
        list_item: dry mouth
        """,
    ),
    "references that look like a table": (
        """
        Croup

        Croup is common in autumn.

        References
        Poll A, Ries B, Okoro C, et al. Croup in autumn. J Ear Med. 2012;34(2):211-9. PMID: 12501111.
        Hart D, Winn E. Barking cough. In: Winn E, ed. Clinics. 4th ed. Boston, MA: Halden; 2020:chap 9.
        """,
        """
        title: Croup
        claim: Croup is common in autumn.
        heading: References
        reference: Poll A, Ries B, Okoro C, et al. Croup in autumn. J Ear Med. 2012;34(2):211-9. PMID: 12501111.
        reference: Hart D, Winn E. Barking cough. In: Winn E, ed. Clinics. 4th ed. Boston, MA: Halden; 2020:chap 9.
        """,
    ),
    "a picture's words over its credit": (
        """
        Gout

        Gout hurts.

        A swollen toe on a person with dark skin.
        Credit: Dr P. Roe / Photo Library

        It comes back.
        """,
        """
        title: Gout
        claim: Gout hurts.
        boilerplate: A swollen toe on a person with dark skin.
        boilerplate: Credit: Dr P. Roe / Photo Library
        claim: It comes back.
        """,
    ),
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
        heading: In this Article
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
        heading: What is in this leaflet
        boilerplate: What Zolvarin is
        boilerplate: Possible side effects
        heading: What Zolvarin is
        claim: Zolvarin contains zolvarin sodium.
        heading: Possible side effects
        heading: Common (may affect up to 1 in 10 people):
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
        heading: Related articles
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
        advice: Mix 1–2 tbsp. in water
        claim: Vinegar lowers blood sugar.
        advice: Drink before meals
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
        advice: eat dark-green leafy vegetables like watercress
        advice: eat cereals and bread with extra iron in them
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
    "a forum": (
        """
        Ibuprofen with my pressure tablets??
        Posted by jan_62 on 14 March 2023, 22:41
        hi all, new here so sorry if this was asked before. my bp was 158/94 this morning!
        3 likes · Reply · Report

        DrugGuru, Pharmacist
        15 March 2023, 07:12
        Hi Jan!
        Ibuprofen can raise blood pressure. If it is still high in a week call your GP.
        Hope this helps :)
        2 days ago

        mike1957 · 2 yr. ago
        No pills needed.
        [deleted]
        EDIT: formatting
        Page 1 of 2
        """,
        """
        title: Ibuprofen with my pressure tablets??
        boilerplate: Posted by jan_62 on 14 March 2023, 22:41
        other: hi all, new here so sorry if this was asked before.
        other: my bp was 158/94 this morning!
        boilerplate: 3 likes · Reply · Report
        boilerplate: DrugGuru, Pharmacist
        boilerplate: 15 March 2023, 07:12
        other: Hi Jan!
        claim: Ibuprofen can raise blood pressure.
        advice: If it is still high in a week call your GP.
        other: Hope this helps :)
        boilerplate: 2 days ago
        boilerplate: mike1957 · 2 yr. ago
        claim: No pills needed.
        boilerplate: [deleted]
        boilerplate: EDIT: formatting
        boilerplate: Page 1 of 2
        """,
    ),
    "a leaflet in sections that go on counting, with frequencies": (
        """
        Package leaflet
        Oravel 25 mg and 50 mg film-coated tablets

        1. What Oravel is
        It is a tablet against migraine.

        2. Before you take it
        Do not take Oravel
        - if you are allergic to it.

        3. Side effects
        Everybody can get some.
        Common (may affect up to 1 in 10 people)
        sleepiness, dry mouth
        Rare (may affect up to 1 in 1,000 people)
        chest pain

        4. Contents of the pack
        - The active substance is oravel.
        """,
        """
        title: Package leaflet
        heading: Oravel 25 mg and 50 mg film-coated tablets
        heading: What Oravel is
        claim: It is a tablet against migraine.
        heading: Before you take it
        heading: Do not take Oravel
        claim: if you are allergic to it.
        heading: Side effects
        claim: Everybody can get some.
        heading: Common (may affect up to 1 in 10 people)
        list_item: sleepiness, dry mouth
        heading: Rare (may affect up to 1 in 1,000 people)
        list_item: chest pain
        heading: Contents of the pack
        claim: The active substance is oravel.
        """,
    ),
    "flat tables under captions, with sentences in cells, notes and text below": (
        """
        Oralex

        The dose is 150 mg twice daily.
        Table 1: Changes of the dose
        Reaction Severity Change of dose
        ALT elevation Above 3 x ULN Keep the dose. Watch it weekly.
        Diarrhea Severe Stop Oralex. Watch it weekly.

        Table 2. Reactions in 220 patients
        Reaction Placebo (n=110) % Oralex (n=110) %
        Nausea 4 11
        Dry mouth <1 4
        † Includes vomiting.
        The tablets have a score line. It is there to break them.
        """,
        """
        title: Oralex
        claim: The dose is 150 mg twice daily.
        heading: Table 1: Changes of the dose
        table_header: Reaction Severity Change of dose
        table_row: ALT elevation Above 3 x ULN Keep the dose. Watch it weekly.
        table_row: Diarrhea Severe Stop Oralex. Watch it weekly.
        heading: Table 2. Reactions in 220 patients
        table_header: Reaction Placebo (n=110) % Oralex (n=110) %
        table_row: Nausea 4 11
        table_row: Dry mouth <1 4
        claim: † Includes vomiting.
        claim: The tablets have a score line.
        claim: It is there to break them.
        """,
    ),
    "a heading right over the header of a flat table, and data before the text": (
        """
        Discharge Summary

        Patient: M.K., 67 y/o male
        Admitted: 02/11/2023   Discharged: 02/16/2023
        Attending: Dr. L. Fontaine

        Mr. K. came with dyspnea; O2 sat. 91% on room air.

        Laboratory results
        Test Admission Discharge Reference
        Sodium 131 136 135–145 mmol/L
        Potassium 5.4 4.6 3.5–5.1 mmol/L

        Follow-up: See Dr. Fontaine on Feb. 23.
        """,
        """
        title: Discharge Summary
        boilerplate: Patient: M.K., 67 y/o male
        boilerplate: Admitted: 02/11/2023   Discharged: 02/16/2023
        boilerplate: Attending: Dr. L. Fontaine
        claim: Mr. K. came with dyspnea; O2 sat. 91% on room air.
        heading: Laboratory results
        table_header: Test Admission Discharge Reference
        table_row: Sodium 131 136 135–145 mmol/L
        table_row: Potassium 5.4 4.6 3.5–5.1 mmol/L
        advice: Follow-up: See Dr. Fontaine on Feb. 23.
        """,
    ),
    "a recipe": (
        """
        Immunity Soup
        Hands-on: 30 min. Total: 1 hr.

        This soup is good for you.

        Ingredients
        2 tablespoons olive oil
        1 (15-ounce) can chickpeas, drained
        ½ teaspoon red pepper

        Directions
        Heat oil in a large pot. Shred meat with 2 forks; discard bones.

        Nutrition Facts
        CALORIES 253; FAT 6.5g (sat 1g); PROTEIN 28g; CALC 116mg

        Note: This article is not intended to diagnose anything.
        """,
        """
        title: Immunity Soup
        boilerplate: Hands-on: 30 min. Total: 1 hr.
        claim: This soup is good for you.
        heading: Ingredients
        list_item: 2 tablespoons olive oil
        list_item: 1 (15-ounce) can chickpeas, drained
        list_item: ½ teaspoon red pepper
        heading: Directions
        advice: Heat oil in a large pot.
        advice: Shred meat with 2 forks; discard bones.
        heading: Nutrition Facts
        claim: CALORIES 253; FAT 6.5g (sat 1g); PROTEIN 28g; CALC 116mg
        boilerplate: Note: This article is not intended to diagnose anything.
        """,
    ),
    "a press contact": (
        """
        Vitamin D and arteries

        AUGUSTA, Ga. (March 4, 2024) – Arteries got softer, researchers report.

        Media contact:
        Jane Smithers, Director of Communications
        Office: (706) 555-0134 | Mobile: (706) 555-0199
        jsmithers@example.edu
        """,
        """
        title: Vitamin D and arteries
        claim: AUGUSTA, Ga. (March 4, 2024) – Arteries got softer, researchers report.
        heading: Media contact:
        boilerplate: Jane Smithers, Director of Communications
        boilerplate: Office: (706) 555-0134 | Mobile: (706) 555-0199
        boilerplate: jsmithers@example.edu
        """,
    ),
    "wrapped by eye, not at a margin": (
        """
        Water

        There is no single number that fits everybody, says
        Dr. Osei of the renal unit in a city far from here.
        In a trial of 631 adults with kidney disease, coaching
        people to drink 1 to 1.5 l more per day did not
        slow the loss of function. The urine rose by
        0.6 l per day; their eGFR fell by 2.2 in one group and
        by 1.9 in the other one.

        People who form stones are another matter: for them a
        urine of 2.5 l per day halves the risk of a
        second stone.
        """,
        """
        title: Water
        claim: There is no single number that fits everybody, says/Dr. Osei of the renal unit in a city far from here.
        claim: In a trial of 631 adults with kidney disease, coaching/people to drink 1 to 1.5 l more per day did \
not/slow the loss of function.
        claim: The urine rose by/0.6 l per day; their eGFR fell by 2.2 in one group and/by 1.9 in the other one.
        claim: People who form stones are another matter: for them a/urine of 2.5 l per day halves the risk of \
a/second stone.
        """,
    ),
    "an encyclopedia: a list of long and short lines, each by itself": (
        """
        Anemia

        Red cells are too few.

        Common causes include:

        Weakened stomach lining (atrophic gastritis)

        An autoimmune condition in which the body's immune system attacks the cells that make it

        Very rarely it is passed down through families. This is called congenital.

        References

        Antony AC. Megaloblastic anemias. In: Hoffman R, Benz EJ, eds. Hematology. 7th ed. Elsevier; 2018:chap 39.

        Review Date 2/6/2022

        Updated by: Todd Gersten, MD, Hematology, Wellington, FL. Review provided by VeriMed Healthcare Network.
        """,
        """
        title: Anemia
        claim: Red cells are too few.
        list_intro: Common causes include:
        list_item: Weakened stomach lining (atrophic gastritis)
        list_item: An autoimmune condition in which the body's immune system attacks the cells that make it
        claim: Very rarely it is passed down through families.
        claim: This is called congenital.
        heading: References
        reference: Antony AC. Megaloblastic anemias. In: Hoffman R, Benz EJ, eds. Hematology. 7th ed. Elsevier; \
2018:chap 39.
        boilerplate: Review Date 2/6/2022
        boilerplate: Updated by: Todd Gersten, MD, Hematology, Wellington, FL. Review provided by VeriMed Healthcare \
Network.
        """,
    ),
    "questions that are counted, and a contact": (
        """
        COMMON QUESTIONS ABOUT STATINS
        Prepared by the pharmacy team, St. Brigid's Hospital. Version 3, May 2022.

        1. Why was I given a statin?
        Statins lower the cholesterol that the liver makes.

        2. I feel fine. Can I stop?
        Please don't.

        Questions? Call 01632 960 117 (Mon-Fri, 9 a.m. to 5 p.m.).
        """,
        """
        title: COMMON QUESTIONS ABOUT STATINS
        boilerplate: Prepared by the pharmacy team, St. Brigid's Hospital. Version 3, May 2022.
        question: Why was I given a statin?
        claim: Statins lower the cholesterol that the liver makes.
        question: I feel fine. Can I stop?
        advice: Please don't.
        boilerplate: Questions? Call 01632 960 117 (Mon-Fri, 9 a.m. to 5 p.m.).
        """,
    ),
    "a blog's head, asides and foot": (
        """
        Home » Wellness » Sleep
        7 Natural Sleep Aids That Really Work
        By Marissa Cole | Updated January 8, 2024 | 6 min read

        Melatonin shortens the time it takes to fall asleep.

        RELATED: Melatonin vs. Magnesium: Which Is Better?

        What is your favorite way to wind down? Tell me in the comments below! 💤

        March 2, 2024 at 4:15 pm
        I take magnesium every night.
        www.example.com (c) 2021 The Sleep Desk, Inc. All Rights Reserved.
        """,
        """
        boilerplate: Home » Wellness » Sleep
        title: 7 Natural Sleep Aids That Really Work
        boilerplate: By Marissa Cole | Updated January 8, 2024 | 6 min read
        claim: Melatonin shortens the time it takes to fall asleep.
        boilerplate: RELATED: Melatonin vs. Magnesium: Which Is Better?
        question: What is your favorite way to wind down?
        boilerplate: Tell me in the comments below! 💤
        boilerplate: March 2, 2024 at 4:15 pm
        other: I take magnesium every night.
        boilerplate: www.example.com (c) 2021 The Sleep Desk, Inc. All Rights Reserved.
        """,
    ),
    "an item that its own list goes on with": (
        """
        Who should wait

        Some people should wait:

        • People with a weak immune system because of
            • cancer treatment
            • steroids
        • Women who are pregnant
        """,
        """
        title: Who should wait
        list_intro: Some people should wait:
        list_intro: People with a weak immune system because of
        list_item: cancer treatment
        list_item: steroids
        list_item: Women who are pregnant
        """,
    ),
    "an interview": (
        """
        Does fasting make you live longer?
        Air date: 06/02/2022 · 41 min listen

        [MUSIC]

        HOST: Welcome back to the show.

        HOST: So, does fasting help?

        EZE: In mice, yes. They live up to 40 percent longer.
        """,
        """
        title: Does fasting make you live longer?
        boilerplate: Air date: 06/02/2022 · 41 min listen
        boilerplate: [MUSIC]
        other: HOST: Welcome back to the show.
        question: HOST: So, does fasting help?
        claim: EZE: In mice, yes.
        claim: They live up to 40 percent longer.
        """,
    ),
    "a letter and its answer": (
        """
        Should I worry about a low heart rate?

        DEAR DOCTOR K:
        I am a 66-year-old man. Is that too low?

        Dear reader,
        For most people a rate of 60 to 100 is normal.
        """,
        """
        title: Should I worry about a low heart rate?
        other: DEAR DOCTOR K:
        other: I am a 66-year-old man.
        question: Is that too low?
        other: Dear reader,
        claim: For most people a rate of 60 to 100 is normal.
        """,
    ),
    "a shop": (
        """
        Home / Supplements / Joints
        FlexiJoint Turmeric 1500mg – 90 Capsules
        ★★★★☆ 4.6 (1,284 reviews)
        $24.95 $19.95
        Add to cart

        Supplement Facts
        Serving size: 2 capsules. Servings per container: 45
        Amount per serving	% Daily Value
        Turmeric root	1300 mg
        BioPerine	10 mg

        Other ingredients: cellulose and rice flour.
        """,
        """
        boilerplate: Home / Supplements / Joints
        title: FlexiJoint Turmeric 1500mg – 90 Capsules
        boilerplate: ★★★★☆ 4.6 (1,284 reviews)
        boilerplate: $24.95 $19.95
        boilerplate: Add to cart
        heading: Supplement Facts
        claim: Serving size: 2 capsules.
        claim: Servings per container: 45
        table_header: Amount per serving	% Daily Value
        table_row: Turmeric root	1300 mg
        table_row: BioPerine	10 mg
        claim: Other ingredients: cellulose and rice flour.
        """,
    ),
    "a newspaper": (
        """
        Ultra-processed food linked to harm

        Andrew Greyson Health editor
        Wed 28 Feb 2024 23.30 GMT

        It is linked to 32 harmful effects.

        Photograph: Justin Tallis/AFP/Getty Images

        The review looked at 45 analyses.

        Explore more on these topics
        Food
        Nutrition
        """,
        """
        title: Ultra-processed food linked to harm
        boilerplate: Andrew Greyson Health editor
        boilerplate: Wed 28 Feb 2024 23.30 GMT
        claim: It is linked to 32 harmful effects.
        boilerplate: Photograph: Justin Tallis/AFP/Getty Images
        claim: The review looked at 45 analyses.
        heading: Explore more on these topics
        boilerplate: Food
        boilerplate: Nutrition
        """,
    ),
    "a list without markers that ends as a sentence": (
        """
        Amoxicillin

        Common side effects may include:

        nausea, vomiting, diarrhea; or

        rash.

        This is not a complete list.
        """,
        """
        title: Amoxicillin
        list_intro: Common side effects may include:
        list_item: nausea, vomiting, diarrhea; or
        list_item: rash.
        claim: This is not a complete list.
        """,
    ),
    "notes in an outline": (
        """
        ANTICOAGULANTS

        I. WARFARIN
        A. Mechanism
        1. Inhibits vitamin K epoxide reductase.
        B. Interactions
        Drugs that raise INR:
        - metronidazole
        - amiodarone
        """,
        """
        title: ANTICOAGULANTS
        heading: I. WARFARIN
        heading: A. Mechanism
        claim: Inhibits vitamin K epoxide reductase.
        heading: B. Interactions
        list_intro: Drugs that raise INR:
        list_item: metronidazole
        list_item: amiodarone
        """,
    ),
    "a disclaimer right under the references": (
        """
        Vitamin B12

        Plants hold none [1].

        References
        1. Carmel R. How I treat cobalamin deficiency. Blood 2008;112:2214-21.
        Disclaimer
        This fact sheet should not take the place of advice. We encourage you to ask.
        Updated: March 26, 2024
        """,
        """
        title: Vitamin B12
        claim: Plants hold none [1].
        heading: References
        reference: Carmel R. How I treat cobalamin deficiency. Blood 2008;112:2214-21.
        heading: Disclaimer
        boilerplate: This fact sheet should not take the place of advice.
        boilerplate: We encourage you to ask.
        boilerplate: Updated: March 26, 2024
        """,
    ),
    "two sentences in the first line, the second in small letters: no title": (
        """
        Has anyone a good soup for a sore throat ? also one for kids ?

        Chicken soup helped us. It is warm.
        """,
        """
        question: Has anyone a good soup for a sore throat ?
        question: also one for kids ?
        claim: Chicken soup helped us.
        claim: It is warm.
        """,
    ),
    "two sentences in a first line in small letters: no title": (
        """
        my ankle is swollen! what now ?

        Rest it for a day. Ice helps.
        """,
        """
        other: my ankle is swollen!
        question: what now ?
        advice: Rest it for a day.
        claim: Ice helps.
        """,
    ),
    "a call and the number to call in the first line: no title": (
        """
        Walking sticks made to measure, Order our list TODAY! 555-010-4477

        They are made of ash. Each is oiled.
        """,
        """
        claim: Walking sticks made to measure, Order our list TODAY!
        claim: 555-010-4477
        claim: They are made of ash.
        claim: Each is oiled.
        """,
    ),
    "two questions in the first line, each with a capital: a title": (
        """
        Is ginger good for you? Does it thin the blood?

        Ginger is a root. It is dried.
        """,
        """
        title: Is ginger good for you? Does it thin the blood?
        claim: Ginger is a root.
        claim: It is dried.
        """,
    ),
    "sentences behind a rule whose line break is lost": (
        """
        Sleep and age

        Old people sleep less. They nap.

        ______________ Can You Not Sleep!? Tired of counting? Our pillows help everyone sleep

        Naps are short. Some are not.
        """,
        """
        title: Sleep and age
        claim: Old people sleep less.
        claim: They nap.
        question: ______________ Can You Not Sleep!?
        question: Tired of counting?
        claim: Our pillows help everyone sleep
        claim: Naps are short.
        claim: Some are not.
        """,
    ),
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
