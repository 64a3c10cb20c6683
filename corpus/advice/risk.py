"""Which advice names a dose, a drug or a risky act. The tables are in small letters."""

from __future__ import annotations

import re

from corpus.patterns import any_of, has_any, small, words
from corpus.quantities.household import NO_DOSE

# What makes advice risky, in small letters: each table is tried on a sentence without its capitals.
_DOSED = small(
    r"\d\s?"
    + words("""
        mg g mcg µg μg iu ml grams? milligrams? micrograms? units? tablets? capsules? pills? drops? teaspoons?
        tablespoons? doses?
    """)
    + r"\b"
)
_SPOONED = small(
    r"\b(?:an?|one|two|three|half) (?:[a-z]+ )?"
    + words("teaspoon(?:ful)?s? tablespoon(?:ful)?s? spoon(?:ful)?s? capsules? tablets? pills? drops?")
    + rf"\b{NO_DOSE}"
)
_SIGNS_OF_SPOONED = ("spoon", "capsule", "tablet", "pill", "drop")
_RISKY = small(
    r"\b"
    + any_of(
        r"(?:dos(?:e|es|age|ages|ing)|overdose|daily (?:limit|intake|value))\b",
        words("""
            medications? medicines? drugs? blood_thinners? antibiotics? antidepressants? painkillers? statins? insulin
            steroids? warfarin aspirin ibuprofen naproxen acetaminophen paracetamol metformin digoxin diuretics? lithium
            opioids? contraceptives? birth_control chemotherapy chemo immunosuppressants? antacids? laxatives? meds
            inhalers? vaccin(?:e|es|ate|ated|ating|ation|ations) immuni[sz](?:e|ed|ing|ation|ations) jabs? boosters?
            flu_shots? antipsychotics? anticoagulants? dialysis
            levothyroxine spironolactone nsaids? ssris? ace_inhibitors? beta.?blockers? calcium_channel_blockers?
        """)
        + r"\b",
        r"stop(?:ping)? (?:taking|using|your|treatment|the)\b",
        r"(?:not )?exceed\b",
        r"(?:instead of|replac\w+|quit|skip(?:ping)?) (?:your |the |a |taking )?"
        r"(?:medic|treat|doctor|insulin|surg|dose)",
        r"avoid (?:vaccin|doctors|surgery|chemo)",
        r"(?:pregnan\w+|breast-?feed\w*|mega-?doses?|higher? doses?)\b",
        words("""
            fasting_for inject(?:ed|ing)? enemas? bleach detox loading_phase before_surgery after_surgery drive driving
            alcohol combine emergency undiluted raw_milk ingest
        """)
        + r"\b",
    )
)
_DRUG_ENDINGS = words("""
    pril sartan olol statin prazole mycin cillin floxacin azole mab tinib oxetine triptan gliptin gliflozin glutide
    parin dipine thiazide semide azepam codone
""")
_DRUG_BY_ENDING = re.compile(rf"\b[a-z]{{3,}}{_DRUG_ENDINGS}\b")


def is_risky(sentence: str) -> bool:
    """Whether advice names a dose, a drug or a risky act, so that a source should stand behind it."""
    lowered = sentence.lower()
    return bool(
        _RISKY.search(lowered)
        or _DOSED.search(lowered)
        or _DRUG_BY_ENDING.search(lowered)
        or (has_any(lowered, _SIGNS_OF_SPOONED) and _SPOONED.search(lowered))
    )
