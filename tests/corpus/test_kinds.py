"""The kind that the cut suggests for a sentence, and whether a source could settle it."""

from __future__ import annotations

import pytest

from corpus.intros import above_list
from corpus.kinds import is_check_worthy, suggest_kind
from corpus.layout.blocks import Part
from corpus.model import Kind
from corpus.units import cut_units

PROSE = {
    "I'd switch to paracetamol and check your blood pressure again.": Kind.ADVICE,
    "Flush the line with saline.": Kind.ADVICE,
    "Elevate your legs when you sit.": Kind.ADVICE,
    "With simvastatin, avoid it altogether.": Kind.ADVICE,
    "We suggest not using both.": Kind.ADVICE,
    "Inside the body it becomes calcitriol.": Kind.CLAIM,
    "Data the team collected show a fall.": Kind.CLAIM,
    "Most of these drugs raise blood pressure.": Kind.CLAIM,
    "You may need to read it again.": Kind.CLAIM,
    "Many are wondering whether they should ask their doctor.": Kind.CLAIM,
    "They can arrange a phone call from a nurse.": Kind.CLAIM,
    "ive been on amlodipine for 2 years.": Kind.OTHER,
    "So I dug through the research.": Kind.OTHER,
    "last week i hurt my back lifting a box": Kind.OTHER,
    "Not sure what to do now.": Kind.OTHER,
    "To answer these questions, we’ve researched the topic.": Kind.OTHER,
    "If you’ve been tossing and turning, you have tried it all.": Kind.OTHER,
    "The management of flares will be reviewed here.": Kind.OTHER,
    '(See "Diagnosis of gout", section 4.)': Kind.OTHER,
    "Type I collagen is found in skin.": Kind.CLAIM,
    "We randomly assigned 139 patients to two diets.": Kind.CLAIM,
    "The study was funded by a maker of vitamins.": Kind.BOILERPLATE,
    "(Funded by the National Institutes of Health.)": Kind.BOILERPLATE,
    "Oralex is a registered trademark of Halden Sciences.": Kind.BOILERPLATE,
    "It is not intended as medical advice.": Kind.BOILERPLATE,
    "Magnesium may help reduce inflammation.": Kind.CLAIM,
    "More research is needed.": Kind.CLAIM,
    "There is no cure for MS.": Kind.CLAIM,
    "Future research should compare doses.": Kind.CLAIM,
    "Results should be interpreted with caution.": Kind.CLAIM,
    "Use of convalescent plasma reduces mortality.": Kind.CLAIM,
    "Contact can be direct.": Kind.CLAIM,
    "Exercise and sleep are linked.": Kind.CLAIM,
    "Magnesium is an essential mineral that is involved in many processes.": Kind.CLAIM,
    "It is essential to note that magnesium can be obtained from food.": Kind.CLAIM,
    "It is recommended that patients intake at least 400-800 mg of magnesium daily.": Kind.CLAIM,
    "Adults should get 400 mg a day.": Kind.CLAIM,
    "Some may be recommended by a doctor to people with a deficiency.": Kind.CLAIM,
    "See the [position paper](https://example.org) for the chemistry.": Kind.CLAIM,
    "You and your children can lower your risk if you eat well, do sports regularly, and don't smoke.": Kind.CLAIM,
    "Dr. Fuller told us that the patients had consulted a nurse.": Kind.CLAIM,
    "Talk to your doctor before starting a supplement.": Kind.ADVICE,
    "However, always seek professional medical advice first.": Kind.ADVICE,
    "If you take spironolactone, an ACE inhibitor, etc., ask your doctor first.": Kind.ADVICE,
    "Do not exceed 8 g per day.": Kind.ADVICE,
    "Do not pass it on to others.": Kind.ADVICE,
    "Take 3–5 g once a day.": Kind.ADVICE,
    "Timing does not matter, so pick a time you will remember.": Kind.ADVICE,
    "It is important to talk to your doctor, as high doses can cause harm.": Kind.ADVICE,
    "It is important to note that it should only be taken under guidance.": Kind.ADVICE,
    "Clinical specimens should be tested using specific assays.": Kind.ADVICE,
    "MS patients should consult with their healthcare provider.": Kind.ADVICE,
    "A doctor or pharmacist can provide information about interactions.": Kind.ADVICE,
    "Your doctor may recommend other treatments.": Kind.ADVICE,
    "Pro tip: use a straw.": Kind.ADVICE,
    "Patients are advised to avoid alcohol.": Kind.ADVICE,
    "Is magnesium good for MS?": Kind.QUESTION,
    '"Can it help?" [3]': Kind.QUESTION,
    "But is it safe?!": Kind.QUESTION,
    "Is it safe? is what they ask.": Kind.CLAIM,
    "Foods that are high in magnesium include:": Kind.LIST_INTRO,
    "Early signs can include:12": Kind.LIST_INTRO,
    "Early signs can include:[3]": Kind.LIST_INTRO,
    "The alarm went off at 6:30": Kind.CLAIM,
    "Read our full privacy notice here.": Kind.BOILERPLATE,
    "Some names have been changed to protect privacy.": Kind.BOILERPLATE,
    "Editor’s note: an earlier version misstated the dose.": Kind.BOILERPLATE,
    "This article was amended on 3 May 2021 to correct a dose.": Kind.BOILERPLATE,
    "We use cookies to improve your visit.": Kind.BOILERPLATE,
    "If you have any questions, please call the ward on 0123 456 789.": Kind.BOILERPLATE,
    "If you have any doubts, call your doctor.": Kind.ADVICE,
    "The trust does not accept responsibility for other sites.": Kind.BOILERPLATE,
    "I have read these instructions and understand them.": Kind.BOILERPLATE,
    "Please remember that nothing on here replaces your own team.": Kind.BOILERPLATE,
    "Consult CAUTIONS section for more.": Kind.BOILERPLATE,
    "Always ask your pharmacist to ensure the information provided here is right for you.": Kind.BOILERPLATE,
    "Learn more about bone health for men.": Kind.BOILERPLATE,
    "This booklet is not copyrighted.": Kind.BOILERPLATE,
    "Readers are encouraged to copy it.": Kind.BOILERPLATE,
    "Her novel, Salt Water, is out in paperback in June.": Kind.BOILERPLATE,
    "We hope this article has been helpful!": Kind.BOILERPLATE,
    "Don’t forget to check back for more!": Kind.BOILERPLATE,
    "If you buy something through a link on this page, we may earn a small commission.": Kind.BOILERPLATE,
    "This article is not intended to replace medical advice.": Kind.BOILERPLATE,
    "The authors declare no conflict of interest.": Kind.BOILERPLATE,
    "I love it.": Kind.OTHER,
    "In this article, we look at salt.": Kind.OTHER,
    "Let's dive in.": Kind.OTHER,
    "My doctor was shocked.": Kind.OTHER,
    "Dear reader,": Kind.OTHER,
    # chat, and people who tell of themselves
    "Great question.": Kind.OTHER,
    "Wow, so fast.": Kind.OTHER,
    "That surprised us.": Kind.OTHER,
    "it helped a lot tbh.": Kind.OTHER,
    "Same.": Kind.OTHER,
    "But don't worry, it is rarely serious.": Kind.OTHER,
    "Without further ado, here is what helps.": Kind.OTHER,
    "Keep scrolling for the details.": Kind.OTHER,
    "Same doses were given to both groups.": Kind.CLAIM,
    "For two weeks now I have been dizzy in the morning.": Kind.OTHER,
    "Mine came back after a month.": Kind.OTHER,
    "Had the jab in my left arm.": Kind.OTHER,
    "We are sorry about the wait.": Kind.OTHER,
    "My cousin, a vet, told me that aspirin can make the stomach bleed.": Kind.CLAIM,
    "“I was struck by how fast it fell,” said Dr. Ferreira.": Kind.CLAIM,
    "Troponin I levels rose in both groups.": Kind.CLAIM,
    # for the reader to do, also in the passive
    "Have a blood test for iron first.": Kind.ADVICE,
    "Screening is recommended for people over 50.": Kind.ADVICE,
    "The wound must be cleaned before it is closed.": Kind.ADVICE,
    "Not without asking a pharmacist first.": Kind.ADVICE,
    "The doctor may ask about your diet.": Kind.CLAIM,
    "You don't have to fast before the test.": Kind.CLAIM,
    "Put simply, one in ten gets better.": Kind.CLAIM,
    # who paid, who earns, whose words these are
    "Two of the links above are affiliate links.": Kind.BOILERPLATE,
    "The funder had no role in the analysis.": Kind.BOILERPLATE,
    "Dr. Oyelaran reports consulting fees from Halden.": Kind.BOILERPLATE,
    "The other authors declare none.": Kind.BOILERPLATE,
    "This answer is general and does not replace a visit.": Kind.BOILERPLATE,
    "Comments are the views of those who write them.": Kind.BOILERPLATE,
    "Mara Lindt is a freelance writer in Ghent.": Kind.BOILERPLATE,
    "Insulin resistance has no role in type 1 diabetes.": Kind.CLAIM,
    "Questions may be e-mailed to letters@dailyecho.example.": Kind.BOILERPLATE,
    "Dr. Hale cannot reply to individual letters.": Kind.BOILERPLATE,
    "Ask at the desk for a large print version of this booklet.": Kind.BOILERPLATE,
    # what follows from doing it, and what is usually done: no orders
    "Cut out salt and your blood pressure falls.": Kind.CLAIM,
    "Skip a dose and, within a day, you lose the effect.": Kind.CLAIM,
    "Children with croup rarely need to stay in hospital.": Kind.CLAIM,
    "Sleep: Most people need eight hours.": Kind.CLAIM,
    "An adult must be with you for the first night.": Kind.ADVICE,
    "**With food:** Take it with a meal.": Kind.ADVICE,
    # who speaks, and of what
    "+1 for magnesium.": Kind.OTHER,
    "Tried it for a month without luck.": Kind.OTHER,
    "Started in 2014, the trial ran for six years.": Kind.CLAIM,
    "This booklet explains what will happen on the day.": Kind.OTHER,
    "I gave up coffee bc I heard that it raises blood pressure.": Kind.OTHER,
    "My aunt says that the tablets make me slow.": Kind.OTHER,
    "It would be a shame to stop now.": Kind.OTHER,
}
ITEMS = {
    "1 (15-ounce) can chickpeas, drained": Kind.LIST_ITEM,
    "1½ cups chopped onion": Kind.LIST_ITEM,
    "Anyone who has had shingles, to prevent another outbreak": Kind.LIST_ITEM,
    "Bone marrow test (only needed if the diagnosis is unclear)": Kind.LIST_ITEM,
    "do not rush back into exercise": Kind.ADVICE,
    "put ice on your leg": Kind.LIST_ITEM,
    "your shin hurts when you touch it": Kind.CLAIM,
    "you still have pain a few weeks later": Kind.CLAIM,
    "Creatine increases strength (hundreds of RCTs)": Kind.CLAIM,
    "Nuts and seeds": Kind.LIST_ITEM,
    # a verb of its own, told by its form and its neighbours
    "Stress: Constant noise depletes zinc stores": Kind.CLAIM,
    "Activates the vagus nerve": Kind.CLAIM,
    "Uniquely enters the brain": Kind.LIST_ITEM,
    "Certain drugs (antacids, diuretics) deplete potassium": Kind.CLAIM,
    "Both increase iron loss": Kind.CLAIM,
    "Colds usually resolve within a week": Kind.CLAIM,
    "High salt intake increases water loss": Kind.CLAIM,
    "A 2015 trial found zinc lozenges shortened colds": Kind.CLAIM,
    "Tea reduced iron uptake": Kind.CLAIM,
    "Dose increases": Kind.LIST_ITEM,
    "Sudden increased thirst": Kind.LIST_ITEM,
    "Signs of decreased kidney function": Kind.LIST_ITEM,
    "Patients treated with steroids": Kind.LIST_ITEM,
    "Loose stools and stomach cramps": Kind.LIST_ITEM,
    "An illness in which the heart pumps blood badly": Kind.LIST_ITEM,
    "What happens at a hearing test": Kind.LIST_ITEM,
    # a label and an amount
    "Usual dose: 20-40 mg at night": Kind.CLAIM,
    "Walnuts (1 oz): 45mg": Kind.CLAIM,
    "Season: autumn to spring": Kind.LIST_ITEM,
    # an order without a full stop
    "Dim the screens an hour before bed": Kind.ADVICE,
    "Week 2: Increase to 300 mg if tolerated": Kind.ADVICE,
    "Sleep problems (too much or too little)": Kind.LIST_ITEM,
    "Gallstones (ask your doctor first)": Kind.LIST_ITEM,
    "Brazil nuts.": Kind.LIST_ITEM,
    "headache; and": Kind.LIST_ITEM,
    "No more than two drinks a day for men.": Kind.LIST_ITEM,
    "Getting enough sleep": Kind.LIST_ITEM,
    "Drink before meals": Kind.LIST_ITEM,
    "in warm water, which dissolves it better": Kind.LIST_ITEM,
    "if you are allergic to any of the ingredients": Kind.CLAIM,
    "if needed": Kind.LIST_ITEM,
    "9,000 paces: 30% fewer strokes": Kind.CLAIM,
    "Falls occur in one stay out of ten, mostly at night.3,4": Kind.CLAIM,
    "Each call cost about $20 of a nurse's time.": Kind.CLAIM,
    "Have your ears checked if it goes on.": Kind.ADVICE,
    "See section 3.": Kind.BOILERPLATE,
    "Anyone under 18 (too little data)": Kind.LIST_ITEM,
    "Small trials, e.g. fewer than 60 people": Kind.LIST_ITEM,
    "Increases in blood pressure": Kind.LIST_ITEM,
    "May ease joint pain": Kind.CLAIM,
    "lost 3 pounds": Kind.CLAIM,
    "Acetaminophen: Used to treat mild to moderate pain and fever.": Kind.CLAIM,
    "Acyclovir: An antiviral medication that treats MS outbreaks.": Kind.CLAIM,
    "Digoxin: This medication is used to improve heart function.": Kind.CLAIM,
    "It fills muscle stores faster.": Kind.CLAIM,
    "In individuals with MS, the immune system attacks the covering of nerves.": Kind.CLAIM,
    "Side effects include bad breath, heartburn, etc.": Kind.CLAIM,
    "Keep it under 30 minutes.": Kind.ADVICE,
    "**Lift something.**": Kind.ADVICE,
    "Do you sleep well?": Kind.QUESTION,
    "pain in the calf that does not go away": Kind.LIST_ITEM,
    "a rash that is itchy or spreads – even weeks after you have taken the last of the tablets; or": Kind.LIST_ITEM,
}


@pytest.mark.parametrize(("sentence", "kind"), PROSE.items(), ids=PROSE.keys())
def test_a_sentence_in_a_paragraph_is_of_a_kind(sentence: str, kind: Kind) -> None:
    assert suggest_kind(sentence, Part.PARAGRAPH) is kind


@pytest.mark.parametrize(("sentence", "kind"), ITEMS.items(), ids=ITEMS.keys())
def test_a_list_item_that_states_something_is_a_claim(sentence: str, kind: Kind) -> None:
    assert suggest_kind(sentence, Part.ITEM) is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Here are some of the medications to be aware of.",
        "Here’s a list of what can be taken.",
        "The table below outlines the interactions.",
        "Good sources are the following.",
        "The following table shows the doses.",
        "The usual amounts are listed below in milligrams (mg).",
    ],
)
def test_a_sentence_announces_a_list_only_where_one_follows(sentence: str) -> None:
    assert suggest_kind(sentence, Part.PARAGRAPH, announces=True) is Kind.LIST_INTRO
    assert suggest_kind(sentence, Part.PARAGRAPH) is Kind.CLAIM


@pytest.mark.parametrize(
    ("above", "asks"),
    [
        pytest.param("Do", True, id="do"),
        pytest.param("Don’t", True, id="do-not"),
        pytest.param("Things you can do", True, id="can-do"),
        pytest.param("Patients should:", True, id="should"),
        pytest.param("How to use it:", True, id="how-to"),
        pytest.param("Doctors", False, id="a-word-that-begins-so"),
        pytest.param("Symptoms include:", False, id="symptoms"),
    ],
)
def test_under_some_headings_an_item_is_for_the_reader_to_do(above: str, asks: bool) -> None:
    assert above_list(above, is_intro=False).asked is asks
    kind = Kind.ADVICE if asks else Kind.LIST_ITEM
    assert suggest_kind("put ice on your leg", Part.ITEM, above=above_list(above, is_intro=False)) is kind


@pytest.mark.parametrize(
    ("intro", "item", "kind"),
    [
        pytest.param("You are at risk if you:", "drink too much", Kind.CLAIM, id="verb-behind-you"),
        pytest.param("Iodine can:", "help the thyroid", Kind.CLAIM, id="verb-behind-can"),
        pytest.param("For a day you must not:", "operate a crane;", Kind.LIST_ITEM, id="forbidden-act"),
        pytest.param("Go to hospital if:", "sudden pain in the chest", Kind.LIST_ITEM, id="name-behind-if"),
        pytest.param(
            "Go to hospital if:", "the pain gets worse or is there at night", Kind.CLAIM, id="clause-behind-if"
        ),
        pytest.param("Symptoms include:", "drink problems", Kind.LIST_ITEM, id="complete-intro"),
        pytest.param("To see who is on call:", "ask the porter at the gate", Kind.ADVICE, id="order-in-small"),
        pytest.param("Small things that count:", "leave out salt at table", Kind.ADVICE, id="order-with-its-adverb"),
        pytest.param("Treatment may include:", "take a tablet", Kind.LIST_ITEM, id="intro-that-lacks-a-noun"),
        pytest.param("Rare (in 1 of 1,000 people):", "dry mouth", Kind.LIST_ITEM, id="people-in-brackets"),
    ],
)
def test_an_item_may_go_on_with_its_intro(intro: str, item: str, kind: Kind) -> None:
    assert suggest_kind(item, Part.ITEM, above=above_list(intro, is_intro=True)) is kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Bandages\n\nThe nurse will show you.\n\n• Keep it dry.\n• Do not scratch.\n• No swimming for a week.\n"
            "• Empty the drain at night.",
            ["advice"] * 4,
            id="among-orders",
        ),
        pytest.param(
            "Foods\n\nThese count.\n\n• Milk\n• No sugar added\n• Empty calories\n• Keep it dry.",
            ["list_item", "list_item", "list_item", "advice"],
            id="among-names",
        ),
    ],
)
def test_an_item_among_orders_is_one(text: str, kinds: list[str]) -> None:
    assert [str(unit.kind) for unit in cut_units(text) if unit.depth and unit.kind is not Kind.HEADING] == kinds


def test_who_tells_a_story_is_not_checked_on_its_next_sentence() -> None:
    told = "Gout\n\nI took cherry juice for a week. It was gone by Sunday. It contains anthocyanins."

    assert [str(unit.kind) for unit in cut_units(told)] == ["title", "other", "other", "claim"]


def test_all_of_a_notice_is_boilerplate() -> None:
    assert suggest_kind("Is this medical advice?", Part.NOTICE) is Kind.BOILERPLATE


@pytest.mark.parametrize(
    ("kind", "text", "worthy"),
    [
        (Kind.CLAIM, "It works.", True),
        (Kind.TABLE_ROW, "Spinach 157", True),
        (Kind.LIST_ITEM, "Nuts", True),
        (Kind.HEADING, "Take 3 g", False),
        (Kind.QUESTION, "Take 3 g?", False),
        (Kind.BOILERPLATE, "Take 3 g", False),
        (Kind.ADVICE, "Take 3–5 g once a day.", True),
        (Kind.ADVICE, "Ask before you combine it with warfarin.", True),
        (Kind.ADVICE, "Ask about lisinopril.", True),
        (Kind.ADVICE, "Stop taking your pills.", True),
        (Kind.ADVICE, "Do not exceed the daily limit.", True),
        (Kind.ADVICE, "Avoid it if you are pregnant.", True),
        (Kind.ADVICE, "Parents should not vaccinate their children.", True),
        (Kind.ADVICE, "You should refuse the booster jab.", True),
        (Kind.ADVICE, "Use coffee enemas every week.", True),
        (Kind.ADVICE, "Throw away your inhaler.", True),
        (Kind.ADVICE, "Take a teaspoon of cinnamon a day.", True),
        (Kind.ADVICE, "Have your meds ready.", True),
        (Kind.ADVICE, "Drink a glass of water first.", False),
        (Kind.ADVICE, "Give it your best shot.", False),
        (Kind.ADVICE, "Talk to your doctor before starting a supplement.", False),
        (Kind.ADVICE, "Set an alarm.", False),
    ],
)
def test_claims_and_risky_advice_are_check_worthy(kind: Kind, text: str, worthy: bool) -> None:
    assert is_check_worthy(kind, text) is worthy


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Slowly lift your arm.", Kind.ADVICE, id="behind-an-adverb"),
        pytest.param("Only lift your arm if it is painless.", Kind.CLAIM, id="only-is-none"),
        pytest.param("Keeping your back flat, lift one leg.", Kind.ADVICE, id="behind-a-participle"),
        pytest.param("2.1.3 Offer a home monitor to everyone.", Kind.ADVICE, id="behind-its-number"),
        pytest.param("Sleep time was longer with the juice.", Kind.CLAIM, id="a-noun-in-front-of-its-verb"),
        pytest.param("Results: Exercise capacity had improved.", Kind.CLAIM, id="a-noun-behind-a-label"),
        pytest.param("Take what the label says.", Kind.ADVICE, id="a-clause-as-its-object"),
        pytest.param("My tip is to go to bed early.", Kind.ADVICE, id="my-tip"),
        pytest.param("I tell my patients to keep a diary.", Kind.ADVICE, id="what-a-doctor-tells"),
        pytest.param("Patients on tetracycline should take iron 2 hours apart.", Kind.ADVICE, id="hours-apart"),
        pytest.param("Adults should walk 30 minutes a day.", Kind.CLAIM, id="an-amount-of-minutes"),
        pytest.param("Was this page helpful?", Kind.BOILERPLATE, id="feedback"),
        pytest.param("Did you find this page useful?", Kind.BOILERPLATE, id="more-feedback"),
        pytest.param("Is this tea helpful?", Kind.QUESTION, id="a-question-of-the-text"),
        pytest.param("Customers may call Halden at 775-555-0101.", Kind.BOILERPLATE, id="whom-to-call"),
        pytest.param("Customers should contact their doctor if they feel ill.", Kind.ADVICE, id="whom-to-ask"),
        pytest.param("Ann Hale, RD, has worked in clinics for 20 years.", Kind.BOILERPLATE, id="who-wrote-it"),
        pytest.param("In stock.", Kind.BOILERPLATE, id="a-shop"),
        pytest.param("– M.K., Leeds", Kind.BOILERPLATE, id="who-wrote-the-letter"),
        pytest.param("– It raises blood pressure.", Kind.CLAIM, id="behind-a-dash"),
    ],
)
def test_who_speaks_and_to_whom_decides(sentence: str, kind: Kind) -> None:
    assert suggest_kind(sentence, Part.PARAGRAPH) is kind


def test_in_a_run_of_orders_a_doubtful_sentence_is_one() -> None:
    text = "Leg raise\n\nTighten the muscle of your thigh. Hold for 3 seconds. Lower slowly. This makes it stronger."
    alone = "Leg raise\n\nThe muscle gets tired. Lower slowly. This makes it stronger."

    assert [str(unit.kind) for unit in cut_units(text)] == ["title", "advice", "advice", "advice", "claim"]
    assert [str(unit.kind) for unit in cut_units(alone)] == ["title", "claim", "claim", "claim"]


def test_a_letter_of_an_interview_opens_its_sentence() -> None:
    text = "Cranberry juice\n\nQ. How much?\nA. There is no rule. It depends."

    assert [text[u.start : u.end] for u in cut_units(text)][1:] == [
        "Q. How much?",
        "A. There is no rule.",
        "It depends.",
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Heat kills more people than floods.", Kind.CLAIM, id="a-noun-and-its-verb"),
        pytest.param("Cool drinks or wet towels can lower the temperature.", Kind.CLAIM, id="two-nouns-and-their-verb"),
        pytest.param("Avoid alcohol because alcohol can irritate it.", Kind.ADVICE, id="no-noun"),
        pytest.param("Drink water because thirst is a late sign.", Kind.ADVICE, id="a-reason-behind-it"),
        pytest.param("If you feel faint, please sit on the floor.", Kind.ADVICE, id="please"),
        pytest.param("Somebody should stay with you for 24 hours.", Kind.ADVICE, id="hours-are-no-dose"),
        pytest.param("Adults should get 150 minutes of exercise a week.", Kind.CLAIM, id="minutes-a-week-are"),
        pytest.param("It was a relief to hear that.", Kind.OTHER, id="relief"),
        pytest.param("So sorry that you went through this.", Kind.OTHER, id="sorry"),
        pytest.param("Support independent reporting.", Kind.BOILERPLATE, id="an-appeal"),
    ],
)
def test_a_noun_that_could_be_a_verb_is_told_by_what_follows(sentence: str, kind: Kind) -> None:
    assert suggest_kind(sentence, Part.PARAGRAPH) is kind


@pytest.mark.parametrize(
    ("intro", "item", "kind"),
    [
        pytest.param("You are at risk if you:", "Smoke.", Kind.CLAIM, id="if-you"),
        pytest.param("It is likelier if you:", "Take certain medicines, such as steroids.", Kind.CLAIM, id="no-order"),
        pytest.param("It may be asthma if you have symptoms that:4", "Keep you awake", Kind.CLAIM, id="with-a-note"),
        pytest.param("If you feel faint you should:", "Take a seat.", Kind.ADVICE, id="should"),
        pytest.param("Make sure that:", "Take your tablets with you.", Kind.ADVICE, id="make-sure"),
    ],
)
def test_what_an_intro_says_of_people_is_no_order(intro: str, item: str, kind: Kind) -> None:
    assert suggest_kind(item, Part.ITEM, above=above_list(intro, is_intro=True)) is kind


_ANSWERS = "\n\nCan I fly?\nMost people can after a week. Cabins are dry.\n\nWill it itch?\nIt may, for 2 or 3 days."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(f"Ear tubes: your questions answered{_ANSWERS}", "question", id="title"),
        pytest.param(f"Ear tubes: your questions answered\n\nAt home{_ANSWERS}", "question", id="title-and-section"),
        pytest.param(f"Ear tubes\n\nTubes drain fluid.\n\nQuestions we often hear{_ANSWERS}", "question", id="heading"),
        pytest.param(f"Ear tubes\n\nTubes drain fluid.\n\nAsk the nurse{_ANSWERS}", "question", id="ask-somebody"),
        pytest.param(f"Ear tubes\n\nTubes drain fluid.{_ANSWERS}", "heading", id="ordinary-article"),
        pytest.param(f"Ear tubes\n\nTubes drain fluid.\n\nQuestions to ask{_ANSWERS}", "heading", id="to-be-asked"),
    ],
)
def test_a_question_that_the_page_answers_is_no_heading(text: str, kind: str) -> None:
    assert [str(unit.kind) for unit in cut_units(text) if text[unit.start : unit.end].endswith("?")] == [kind] * 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Dose\n\nIt depends on weight.\n\nBody weight (kg) Starting dose Highest dose\n"
            "50 kg or more 10 mg at night 30 mg at night\n30 to 49 kg 5 mg at night 10 mg at night\n"
            "Below 30 kg Not advised Not advised",
            ["table_header", *["table_row"] * 3],
            id="ranges",
        ),
        pytest.param(
            "Scones\n\nThey keep.\n\nDry Ingredients\n2 cups (250 g) flour\n1 teaspoon (5 g) soda\n1 pinch salt",
            ["heading", *["list_item"] * 3],
            id="recipe",
        ),
    ],
)
def test_rows_that_open_with_a_range_are_a_table(text: str, kinds: list[str]) -> None:
    assert [str(unit.kind) for unit in cut_units(text)][2:] == kinds


def test_thanks_at_the_end_of_a_post_head_nothing() -> None:
    text = "Sore heel\n\nIt hurts in the morning.\n\nThanks in advance x\n\nIt may be the fascia."

    assert [str(unit.kind) for unit in cut_units(text)][2] == "other"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Come back in a week so we can look at it.", Kind.ADVICE, id="come-back"),
        pytest.param("Print out the diary and show it at your next visit.", Kind.ADVICE, id="print-out"),
        pytest.param("If you have epilepsy, have a chat with your nurse first.", Kind.ADVICE, id="have-a-chat"),
        pytest.param("Have your child bend each finger.", Kind.ADVICE, id="have-somebody-do-it"),
        pytest.param("Have the child's teeth grown in?", Kind.QUESTION, id="asked"),
        pytest.param("Next time you cook, leave the lid on.", Kind.ADVICE, id="next-time"),
        pytest.param("You can call 111 at any hour.", Kind.ADVICE, id="a-number-to-call"),
        pytest.param("Sleep improved, and so did mood.", Kind.CLAIM, id="sleep-improved"),
        pytest.param("Exercise helped most of them.", Kind.CLAIM, id="exercise-helped"),
        pytest.param("Took the tablets at noon, slept badly.", Kind.CLAIM, id="past-is-no-order"),
        pytest.param("The level should be above 50 if you are pregnant.", Kind.CLAIM, id="how-it-ought-to-be"),
        pytest.param("The swelling should go down within a week.", Kind.CLAIM, id="what-should-happen"),
        pytest.param("You should go down the stairs slowly.", Kind.ADVICE, id="what-you-should-do"),
        pytest.param("But all I read says it should be below 7.", Kind.CLAIM, id="what-was-read"),
        pytest.param("“We tell everyone it is cheap,” says the nurse in charge.", Kind.CLAIM, id="a-nurse-says-so"),
        pytest.param("“Ask your nurse,” says Dr. Roth.", Kind.ADVICE, id="an-order-that-is-quoted"),
        pytest.param("I've booked to see another doctor on Monday.", Kind.OTHER, id="what-somebody-booked"),
        pytest.param("See you on Sunday – bring a hat.", Kind.OTHER, id="see-you"),
        pytest.param("Forward this to a friend or join at greenkitchen.example.", Kind.BOILERPLATE, id="forward-it"),
        pytest.param("Comments are closed after a month.", Kind.BOILERPLATE, id="closed"),
        pytest.param("You may also report side effects to the agency.", Kind.BOILERPLATE, id="where-to-report"),
        pytest.param("The stitches are so neat!", Kind.OTHER, id="so-neat"),
        pytest.param("The dose is so high that it harms!", Kind.CLAIM, id="cried-out"),
        pytest.param("The dose is 40 mg!", Kind.CLAIM, id="told-aloud"),
        pytest.param("Took 3 weeks tho.", Kind.OTHER, id="took-weeks"),
        pytest.param("Didn't need the drops after all.", Kind.OTHER, id="did-not-need"),
        pytest.param("@rosa_b, it's a good point.", Kind.OTHER, id="spoken-to"),
        pytest.param("@rosa_b, zinc lowers copper.", Kind.CLAIM, id="told-what"),
        pytest.param("She is now taking an antacid for it.", Kind.OTHER, id="a-patient"),
        pytest.param("She is taking part in the trial.", Kind.CLAIM, id="no-patient"),
    ],
)
def test_how_people_write_tells_what_they_mean(sentence: str, kind: Kind) -> None:
    assert suggest_kind(sentence, Part.PARAGRAPH) is kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Croup\n\nMy son was ill on Monday. Coughing started at night. I was worried. Croup is viral.",
            ["other", "other", "other", "claim"],
            id="between-two-that-tell",
        ),
        pytest.param(
            "Croup\n\nMy son was ill on Monday. The trial showed nothing. I was worried.",
            ["other", "claim", "other"],
            id="a-trial",
        ),
        pytest.param("Croup\n\nI asked about my son. He is fine now.", ["other", "other"], id="he-is"),
        pytest.param(
            "Croup\n\nSteam may help.\n\nrosa_b\nPosted 2 years ago\n\nGinger tea. It soothes the throat.",
            ["claim", "boilerplate", "boilerplate", "other", "claim"],
            id="a-name-that-opens-a-post",
        ),
        pytest.param("Croup\n\nGinger tea. It soothes the throat.", ["claim", "claim"], id="no-post"),
        pytest.param(
            "Croup\n\nSteam may help.\n\nrosa_b\nPosted 2 years ago\n\nNo drops needed. It passes.",
            ["claim", "boilerplate", "boilerplate", "claim", "claim"],
            id="a-post-that-denies",
        ),
    ],
)
def test_a_story_goes_on_around_its_sentences(text: str, kinds: list[str]) -> None:
    assert [str(unit.kind) for unit in cut_units(text)][1:] == kinds
