"""Which sentences tell a reader what to do, and which of them name a dose, a drug or a risky act.

Three ways to give advice: an order ("Talk to ..."), an obligation ("patients should ...", "it is best to ..."), and
sending someone to a professional ("your doctor can help"). Each has its patterns, and the exceptions beside them.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of, rule, words

_PROFESSIONAL = any_of(
    words("""
        doctors? docs? physicians? clinicians? pharmacists? dietitians? dieticians? nutritionists? midwife midwives
        nurses? therapists? dentists? specialists? gyna?ecologists? dermatologists? cardiologists? pa?ediatricians?
        G\\.?P\\.?s? providers? emergency 911 999 112 poison_(?:control|center)
    """),
    r"(?:health ?-?care|medical|health|primary care) (?:professionals?|providers?|practitioners?|team|expert)",
)
# Verbs that open an order. A noun of the same form is told apart by what follows it (_NO_ORDER).
_VERB = words(
    """
        talk speak consult ask tell seek take avoid keep try eat drink use stop call contact get make limit choose
        follow check store start begin wait stir lift lie set skip aim consider remember discuss read wash apply add
        visit go see do don['’]t never inform let give chew swallow mix sleep rest exercise walk stretch reduce
        increase cut quit replace swap opt look buy pick practice practise ensure include incorporate monitor track
        measure report schedule stay be bring learn find stick watch pay plan prepare cook steam rinse soak serve
        sprinkle combine throw discard return remove place hold breathe relax cover protect wear switch note focus
        enjoy spread repeat put leave turn move fill work know understand maintain manage refrain beware reach
        continue dissolve refrigerate shake space split write test treat address prioriti[sz]e divide allow
    """
)
# What may stand before the verb: a label, a joining word, a condition with its commas.
_LABEL = r"(?:[\w ’'-]{2,30}:\s+)?"
_JOINT = any_of(
    words("""
        however therefore instead also then next finally first second third hence so and but please always simply
        just if_possible when_in_doubt as_always in_addition additionally otherwise for_now to_be_safe
    """),
    r"for (?:best results|safety)",
)
_CONDITION = (
    r"(?:(?:if|when|before|after|while|once|unless|until|during|to|for(?! example| instance)|in case of|at)\b"
    r"[^.;:?!,]{3,160}(?:,\s+(?:an?|or|and|etc\.?|especially|such as|\w+ly)\b[^;:?!,]{0,80}){0,3},\s+"
    r"(?:always |please |then )?)?"
)
_NO_ORDER = (
    r"(?!\s+(?:of|is|are|was|were|can|could|may|might|will|would|has|have|had|in (?:blood|the body)|and|or|between|"
    r"among|rates?|levels?|tests?|groups?)\b|-|,\s+(?:which|and))"
)
_ORDER = rule(rf"{_LABEL}(?:{_JOINT},?\s+)*{_CONDITION}(?:{_JOINT},?\s+)*{_VERB}\b{_NO_ORDER}")
_NOT_AN_ORDER = rule(
    r"see (?:the |also|\[|our|below|above|table|fig)",
    r"note that|remember,? that|let['’]s\b|let us\b",
    r"do\s+(?:you|they|we)\b",
    r"(?:set|cut|put|read|let|test|place|work|rest|sleep|exercise|look|plan|focus|report|check|measure|increase|reduce|"
    r"walk|drink|treat|return|add|spread|address|space|note|cover|cook|monitor)s?\s+(?:in|on|from|for|by)\s+(?:the\s+)?"
    r"(?:risk|patients|people|levels?)\b",
)
_SO_DO = rule(rf"[,;] so (?:please |always )?{_VERB} (?:a|an|the|your|it|them|any|some|for|with|up|sure)\b")

_OUGHT = rule(r"\b(?:should|ought to|need to|needs to|must|had better|have to)\b")
_SHOULD = rule(r"\b(?:should|ought to)\b")
_NOT_THE_READERS_DUTY = rule(
    r"\b(?:future|further|more|larger|new|stud(?:y|ies)|research|trials?|results?|findings?|data|evidence|authors?|"
    r"investigators?)\b[^.]{0,50}\bshould\b",
    r"\bshould(?: be)? (?:suspected|noted|interpreted|viewed|clarif|emphasi[sz]ed|replicated|investigated|explored|"
    r"studied|able|reflect|seen)",
    r"\b(?:how|why|what|whether|which|who|when|where|much|long|often|that|there|and you) should\b"
    r"(?! be (?:taken|used|avoided|stored))",
    r"\bwhy (?:\w+ )?\w+ should\b",
    r"^\W*should\b",
)
_MUST = rule(
    r"\b(?:you|patients?|people|individuals?|anyone|everyone|women|men|adults|children|parents|users|"
    r"those(?: \w+){0,6}|one|(?:should|must|need to) (?:not )?be)\b[^.;]{0,60}\b(?:must|need to|have to|need not)\b",
    r"\bmust (?:not )?(?:be )?(?:take|taken|use|used|avoid|avoided|consult|stop|never|not)\b",
)
# "Adults should get 400 mg a day" recommends an amount, which a source can settle: a claim.
_AMOUNT = rule(
    r"\b(?:should|recommend\w*|need to|must|advised?)\b[^.]{0,80}\b\d[\d.,–-]*\s?"
    + words("""
        mg g mcg µg μg IU ml grams? milligrams? micrograms? calories kcal servings? cups? glasses minutes hours
        steps % percent
    """)
    + r"(?!\w)"
)
_IT_IS_WISE = rule(
    r"\b(?:it['’]s|it is|it may be|it would be)\s+(?:\w+\s+)?"
    + words("""
        important essential crucial vital best better advisable recommended necessary wise advised critical
        imperative a_good_idea safest prudent
    """)
    + r"\s+(?:\w+\s+)?(?:for\b[^.]{3,60}?\s+to|to|that)\s+(?P<what>[^.]*)"
)
_TO_KNOW = rule(
    words("""
        note remember understand know recogni[sz]e reali[sz]e mention point_out acknowledge highlight emphasi[sz]e
        consider_that keep_in_mind be_aware_that bear_in_mind
    """)
    + r"\b"
)
_ADVISE = rule(
    r"\b(?:we|i|experts?|doctors?) (?:strongly |always )?(?:recommend|advise|suggest|urge)s? "
    r"(?:that you|you|against|\w+ing)\b",
    r"\bnot recommended for\b",
    r"\b(?:are|is) (?:strongly )?(?:advised|urged|encouraged) to\b",
    r"\bit['’]?s? (?:is )?(?:a good idea|a must|time) to\b",
    r"\byou(?:['’]ll| will)? (?:also )?want to (?:make sure|avoid|talk|check)\b",
    r"\b(?:he or she|they|he|she) (?:also )?can help (?:you )?(?:determine|create|decide)\b",
)
_SEND_TO = rule(
    r"\b(?:talk|speak|consult|ask|tell|see|call|contact|check|discuss|work|visit|inform|advice|guidance|approval|"
    rf"consultation|seek|supervision|reach out)\b[^.]{{0,60}}\b{_PROFESSIONAL}\b",
    rf"\b(?:a|an|your|the|their) (?:\w+ )?{_PROFESSIONAL}(?: or (?:\w+ )?{_PROFESSIONAL})?(?: also)? "
    r"(?:can|may|might|will|should|could)(?: also)? (?:\w+ )?"
    + words("""
        help recommend advise suggest provide tell prescribe perform order create check explain determine give want
        ask guide diagnose test decide refer review adjust
    """)
    + r"\b",
    r"\b(?:consult|seek|get|under) (?:\w+ ){0,3}(?:medical|professional) "
    r"(?:advice|attention|help|care|guidance|supervision|treatment)\b",
)
_REPORTED = rule(r"\b(?:were|was|had|told us|asked us|consulted|participants|respondents|surveyed|reported)\b")

# A cheap first look: without one of these in the sentence the pattern of that name cannot match.
_SIGNS_OF_OUGHT = ("should", "ought", "must", "need", "have to", "had better", "Should", "Must")
_SIGNS_OF_WISE = ("t is ", "t’s ", "t's ", "t may be", "t would be")
_SIGNS_OF_ADVISE = (
    "recommend",
    "advis",
    "suggest",
    "urge",
    "encourage",
    "idea",
    "must",
    "time to",
    "want to",
    "an help",
)
_SIGNS_OF_PROFESSIONAL = (
    *("doc", "Doc", "physician", "clinician", "pharmacist", "dieti", "nutritionist", "midwi", "nurse", "therapist"),
    *(
        "dentist",
        "specialist",
        "ologist",
        "diatrician",
        "GP",
        "G.P",
        "professional",
        "provider",
        "practitioner",
        "team",
    ),
    *("expert", "medical", "911", "999", "112", "emergency", "poison"),
)
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_OPENING_WORDS = frozenset(_FIRST_WORD.findall((_VERB + _JOINT + _CONDITION).lower()))
_LABEL_WITHIN = 34

_RISKY = rule(
    r"\d\s?"
    + words("""
        mg g mcg µg μg IU ml grams? milligrams? micrograms? units? tablets? capsules? pills? drops? teaspoons?
        tablespoons? doses?
    """)
    + r"\b",
    r"\b(?:dos(?:e|es|age|ages|ing)|overdose|daily (?:limit|intake|value))\b",
    r"\b"
    + words("""
        medications? medicines? drugs? blood_thinners? antibiotics? antidepressants? painkillers? statins? insulin
        steroids? warfarin aspirin ibuprofen naproxen acetaminophen paracetamol metformin digoxin diuretics? lithium
        opioids? contraceptives? birth_control chemotherapy immunosuppressants? antacids? laxatives? vaccines?
        levothyroxine spironolactone NSAIDs? SSRIs? ACE_inhibitors? beta.?blockers? calcium_channel_blockers?
    """)
    + r"\b",
    r"\b[a-z]{3,}"
    + words("""
        pril sartan olol statin prazole mycin cillin floxacin azole mab tinib oxetine triptan gliptin gliflozin
        glutide parin dipine thiazide semide azepam codone
    """)
    + r"\b",
    r"\bstop(?:ping)? (?:taking|using|your|treatment|the)\b",
    r"\b(?:not )?exceed\b",
    r"\b(?:instead of|replac\w+|quit|skip(?:ping)?) (?:your |the |a |taking )?(?:medic|treat|doctor|insulin|surg|dose)",
    r"\bavoid (?:vaccin|doctors|surgery|chemo)",
    r"\b(?:pregnan\w+|breast-?feed\w*|mega-?doses?|higher? doses?)\b",
    r"\b"
    + words("""
        fasting_for inject enema bleach detox loading_phase before_surgery after_surgery drive driving alcohol
        combine emergency undiluted raw_milk ingest
    """)
    + r"\b",
)


def is_advice(sentence: str) -> bool:
    """Whether the main clause tells the reader or a patient what to do, or sends them to a professional.

    A recommended amount ("adults should get 400 mg a day") is a claim, not advice; so is "future research should".
    """
    if _is_order(sentence.lstrip("*_\"“'‘([ ")):
        return True
    if _has(sentence, _SIGNS_OF_WISE) and (wise := _IT_IS_WISE.search(sentence)):
        if not _TO_KNOW.match(wise["what"]):
            return not _AMOUNT.search(sentence)
        sentence = wise["what"]
    return _is_obligation(sentence) or _sends_to_professional(sentence)


def is_risky(sentence: str) -> bool:
    """Whether advice names a dose, a drug or a risky act, so that a source should stand behind it."""
    return bool(_RISKY.search(sentence))


def _is_order(plain: str) -> bool:
    first = _FIRST_WORD.match(plain)
    opens = first is not None and (first[0].lower() in _OPENING_WORDS or ": " in plain[:_LABEL_WITHIN])
    if opens and _ORDER.match(plain) and not _NOT_AN_ORDER.match(plain):
        return True
    return " so " in plain and bool(_SO_DO.search(plain))


def _is_obligation(sentence: str) -> bool:
    if _has(sentence, _SIGNS_OF_ADVISE) and _ADVISE.search(sentence):
        return not _AMOUNT.search(sentence)
    if not _has(sentence, _SIGNS_OF_OUGHT) or not _OUGHT.search(sentence) or _AMOUNT.search(sentence):
        return False
    if _SHOULD.search(sentence) and not _NOT_THE_READERS_DUTY.search(sentence):
        return True
    return bool(_MUST.search(sentence))


def _sends_to_professional(sentence: str) -> bool:
    if not _has(sentence, _SIGNS_OF_PROFESSIONAL):
        return False
    return bool(_SEND_TO.search(sentence)) and not _REPORTED.search(sentence)


def _has(sentence: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - any() with a generator takes twice the time, and this runs for every sentence
        if sign in sentence:
            return True
    return False
