"""The words that the comparison knows: what goes by two names, what turns a claim around, whom it is about.

Lists of plain words, small letters, separated by blanks; ``_`` stands for a blank inside a phrase.
"""

from __future__ import annotations

from corpus.patterns import listed

SAME_PHRASES = {
    "ms": "multiple_sclerosis",
    "ibs": "irritable_bowel_syndrome",
    "cns": "central_nervous_system",
    "copd": "chronic_obstructive_pulmonary_disease",
    "hypertension": "high_blood_pressure raised_blood_pressure elevated_blood_pressure",
    "infarction": "heart_attacks heart_attack myocardial_infarctions myocardial_infarction",
    "stjohnswort": "st_john's_wort st._john's_wort hypericum",
    "acetaminophen": "paracetamol tylenol",
    "contraceptive": "birth_control_pills birth_control_pill the_pill oral_contraceptives",
    "glucose": "blood_sugar blood_glucose",
    "daily": "each_day every_day a_day per_day /day",
    "nightly": "a_night per_night each_night",
    "unborn": "unborn_babies unborn_baby fetus foetus",
    "third": "one_in_three one_third",
    "half": "one_in_two one_half",
    "quarter": "one_in_four one_quarter",
    "sideeffect": "adverse_effects adverse_effect side_effects side_effect adverse_reactions adverse_reaction "
    "adverse_events unwanted_effects harmful_effects",
    "nobenefit": "no_proven_benefit no_benefit",
    "no effect": "no_significant_effects no_significant_effect no_effects no_measurable_effect no_impact no_influence "
    "any_significant_effects any_significant_effect any_effects any_effect",
    "increase": "speed_up speeds_up",
    "reduce": "cut_down cuts_down slows_down slow_down",
    "bodyweight": "body_weight",
    "reduce bodyweight": "weight_loss losing_weight lose_weight",
    "take part": "took_part",
    "alcohol": "drinking_alcohol alcohol_consumption alcoholic_drinks",
    "reduce likely": "less_likely",
    "increase likely": "more_likely",
    "deficient iron": "low_iron iron_deficiency",
    "not": "no_evidence_that no_proof_that no_good_evidence_that no_clear_evidence_that there_is_no_evidence_that "
    "no_scientific_evidence_that little_evidence_that",
    "type1diabetes": "type_1_diabetes",
    "type2diabetes": "type_2_diabetes",
    "upperlimit": "upper_limit safe_limit maximum_daily_dose maximum_dose tolerable_upper_intake_level daily_limit "
    "maximum_daily_intake maximum_intake",
    "pregnant": "during_pregnancy in_pregnancy",
}
"""A name, and the phrases that say the same; longer phrases come first where one begins another."""

SYNONYMS = {
    "UP": "increase raise boost elevate enhance promote stimulate strengthen rise rose raised grow grew heighten "
    "intensify amplify higher increment augment cause trigger lead induce provoke produce contribute prolong lengthen "
    "longer accelerate",
    "DOWN": "reduce lower decrease cut lessen diminish weaken inhibit block suppress counteract slow prevent fall fell "
    "drop decline reduct shorten shorter minimize minimise limit hinder impair fewer less interfere lose loss loses "
    "protect avert",
    "BETTER": "improve alleviate relieve ease treat soothe help benefit aid calm combat better cure heal",
    "WORSE": "worsen aggravate exacerbate worse harm damage irritate deteriorate injure harmful damaging",
    "important": "important vital crucial critical key essential significant major",
    "amount": "amount dose dosage quantity",
    "take": "take consume consumption ingest intake get obtain receive eat drink drinkers use using",
    "recommend": "recommend advise advisable should",
    "need": "need require requirement necessary",
    "function": "function work role",
    "contain": "contain hold content provide found source",
    "study": "study trial research experiment review",
    "show": "show suggest find found indicate demonstrate report reveal",
    "disease": "disease condition disorder illness",
    "sign": "symptom sign",
    "level": "level concentration",
    "many": "many several numerous various number multiple",
    "some": "some certain few",
    "about": "about around roughly approximately nearly almost circa",
    "quick": "quick fast rapid",
    "death": "death die dying mortality dead",
    "danger": "danger risk chance likelihood probability",
    "baby": "baby babies infants infant newborn",
    "elder": "elder elderly older seniors",
    "absorb": "absorb absorption uptake",
    "effect": "effect effective effectiveness efficacy",
    "fibre": "fiber fibre",
    "diarrhoea": "diarrhea diarrhoea",
    "medicine": "medicine medication drug",
    "spasm": "spasm spasticity cramp",
    "proof": "proof proven evidence prove",
    "large": "large high big much excessive excess",
    "hour": "hour hr",
    "harmful": "toxic poisonous",
    "link": "link associate association relate connect",
    "suitable": "suitable safe",
    "supplement": "supplement supplements supplementation supplementing supplemented",
    "include": "include including involve",
    "deficien": "deficiency deficient deficiencies insufficiency shortage",
    "people": "people individuals patients persons those residents participants",
    "start": "start begin",
}
"""A class, and the words that stand for it. The four in capitals say which way something goes."""

DIRECTIONS = ("UP", "DOWN", "BETTER", "WORSE")
OPPOSITES = {"UP": "DOWN", "DOWN": "UP", "BETTER": "WORSE", "WORSE": "BETTER"}

IRREGULAR = {
    "mice": "mouse",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "lost": "loss",
    "losing": "loss",
    "took": "take",
    "taken": "take",
    "found": "find",
    "shown": "show",
    "given": "give",
    "gave": "give",
    "led": "lead",
    "fell": "fall",
    "bought": "buy",
    "taking": "take",
    "having": "have",
    "using": "use",
    "dying": "die",
    "caused": "cause",
    "causing": "cause",
    "causes": "cause",
    "eases": "ease",
    "eased": "ease",
    "easing": "ease",
    "raises": "raise",
    "raising": "raise",
    "raised": "raise",
    "diseases": "disease",
}

STOP_WORDS = listed("""
    a an the this that these those it its they them their there here of in on at to for from by with without and
    or as is are was were be been being am do does did done has had have having will would shall can could may
    might must which who whom whose what when where while if then than so such also too very just only even
    however moreover furthermore additionally addition hence thus therefore overall conclusion summary other
    another each every any all both more most not no never nor neither into about over under between among through
    per one ones we you your our he she his her i us up out off again still yet well often usually generally
    typically commonly widely however particularly especially including like s t re ve ll d etc tend tends
""")

NEGATORS = listed("""
    not no never none nor neither cannot fail failed fails unable hardly nobody nobenefit
""")
HEDGES = listed("""
    may might could possibly perhaps potentially potential suggest suggests suggested seems appear appears likely
    probably believed thought tend tends
""")

GENERIC = listed("""
    danger effect level sign rate amount number function health healthy body quality life people patient important
    many some study show help disease large proof severity frequency result outcome overall high low certain
    different specific production activity supplement use usual daily time medicine common need recommend report
    find group take role process link about potential
""")
"""Words that alone do not say what a claim is about."""

POPULATIONS = {
    "men": "men man male males",
    "women": "women woman female females",
    "children": "children child kids kid girls boys teenagers adolescents aged_one",
    "infants": "infants infant babies baby newborns toddlers",
    "older people": "elderly older seniors elder nursing_home",
    "pregnant women": "pregnant pregnancy expecting",
    "breastfeeding women": "breastfeeding lactating nursing_mothers",
    "animals": "mice mouse rats rat animal animals rodents rabbits monkeys dogs preclinical",
    "cells": "vitro cell_culture test-tube test_tube",
    "athletes": "athletes athlete",
    "vegans": "vegan vegans vegetarians vegetarian",
    "smokers": "smokers",
    "adults": "adults adult",
}
"""Groups of people, or of what else was looked at, and the words that name them."""

NESTED = {"men": {"adults"}, "women": {"adults"}, "older people": {"adults", "men", "women"}}
"""A group, and those that hold it where they are not told apart: what is said of all adults is said of men. Children
and pregnant women are told apart: what holds for them is theirs alone."""

WIDER = {"pregnant women": {"women", "adults"}, "breastfeeding women": {"women", "adults"}, "older people": {"adults"},
         "infants": {"children"}}  # fmt: skip
"""A group, and words that come with its name and mean no group of their own: "pregnant women", "older adults"."""

SUBSTANCES = listed("""
    magnesium calcium zinc iron potassium sodium selenium iodine copper chromium manganese phosphorus fluoride
    folate folic vitamin_a vitamin_b vitamin_b1 vitamin_b2 vitamin_b3 vitamin_b6 vitamin_b12 vitamin_c vitamin_d
    vitamin_d3 vitamin_e vitamin_k vitamin_k2 biotin niacin thiamine riboflavin omega-3 omega-6 citrate oxide
    glycinate sulfate sulphate chloride gluconate carbonate caffeine curcumin turmeric ginger garlic ginkgo
    ginseng echinacea peppermint chamomile cinnamon honey coffee tea alcohol aspirin ibuprofen acetaminophen
    naproxen diclofenac insulin metformin warfarin heparin digoxin prednisone cortisone steroid lithium
    levothyroxine melatonin creatine collagen protein fibre probiotic antibiotic antacid diuretic statin vaccine
    contraceptive stjohnswort epa dha egcg catechin ldl hdl glucosamine chondroitin coenzyme soy grapefruit orange
    spinach almond avocado nut chocolate bean seed rice salmon fish milk egg meat pumpkin black green white red
    nadolol orlistat acyclovir azathioprine blocker thiazide smoking nicotine cannabis cbd
""")
"""Foods, nutrients and drugs that one word names; ``_DRUG_ENDINGS`` in stems.py knows more."""

CONDITIONS = listed("""
    cancer tumour tumor depression anxiety rickets scurvy anaemia anemia stroke infarction diabetes type1diabetes
    type2diabetes asthma eczema psoriasis migraine headache flu influenza cold covid fever nausea vomiting
    diarrhoea constipation insomnia dementia alzheimer parkinson epilepsy obesity osteoporosis arthritis gout
    hypertension infection pneumonia allergy rash ulcer reflux heartburn cramp spasm fatigue pain relapse autism
    adhd schizophrenia lupus ibs copd hiv aids malaria measles tuberculosis melanoma glaucoma cataract bleeding
    fracture lung bladder breast liver kidney colon prostate skin stomach pancreas ovary thyroid brain heart bone
    bowel throat muscle nerve eye ear tooth gum hair blood cerebrospinal hip wrist knee back joint
""")
"""Illnesses, signs of illness and parts of the body: what is said of one is not said of another."""
