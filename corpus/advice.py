"""Which sentences tell a reader what to do, and which of them name a dose, a drug or a risky act.

Three ways to give advice: an order ("Talk to ..."), an obligation ("patients should ...", "it is best to ..."), and
sending someone to a professional ("your doctor can help"). Each has its patterns, and the exceptions beside them; they
are in small letters and tried on a sentence without its capitals.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import filterfalse

from corpus.patterns import any_of, has_any, listed, rule, small, spelled, words, words_in

_PROFESSIONAL = any_of(
    words("""
        doctors? docs? physicians? clinicians? pharmacists? dietitians? dieticians? nutritionists? midwife midwives
        nurses? therapists? dentists? specialists? gyna?ecologists? dermatologists? cardiologists? pa?ediatricians?
        g\\.?p\\.?s? providers? emergency 911 999 112 111 poison_(?:control|center)
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
        elevate massage wipe dry heat shred drain simmer boil bake roast chop slice pour whisk peel grate preheat blend
        season garnish toss fold chill freeze sauté saute mash grind strain arrange scoop transfer trim dice stir-fry
        save drop join give_up get_up sit stand lean bend repeat weigh log schedule book request invest steer opt
        swallow discontinue advise instruct withhold administer obtain assess evaluate resume initiate titrate counsel
        wean rotate sip snack load fill swap ditch trade sub whip warm cool rub dab rest rely go_for reach_for press
        hang line install clean disinfect sanitize vacuum dust quarantine isolate vaccinate schedule refer
        ring phone halve wrap loosen raise bathe gargle moisturi[sz]e insert inject flush inspect compare confirm verify
        offer prescribe exclude suspect soothe warn email_your text_your dial inhale exhale unplug attach push pull
        come_in come_back come_along print_out print_off have_a_(?:quick_)?(?:word|chat|talk)
        feel_around feel_for
        continue dissolve refrigerate shake space split write test treat address prioriti[sz]e divide allow
    """
)
# What may stand before the verb: a label, a joining word, a condition with its commas.
_LABEL = re.compile(r"[\w ’'-]{2,30}:[*_]*\s+")
_JOINT = any_of(
    words("""
        however therefore instead also then next finally first second third hence so and but please always simply
        bro dude guys folks honestly personally ok okay well maybe pls plz definitely seriously
        just if_possible when_in_doubt as_always in_addition additionally otherwise for_now to_be_safe
    """),
    r"for (?:best results|safety)",
)
_CONDITION = (
    r"(?:(?:if|when|with|before|after|while|once|unless|until|during|to|for(?! example| instance)|in case of|at|"
    r"next time)\b"
    r"[^.;:?!,]{3,160}(?:,\s+(?:an?|or|and|etc\.?|especially|such as|\w+ly)\b[^;:?!,]{0,80}){0,3},\s+"
    r"(?:always |please |then )?)?"
)
# A verb that is not listed is told by the object behind it: "Flush the line", "Rinse your mouth".
# More of them, which a noun or an adjective often looks like: they count where orders stand around.
_BASE_VERBS = listed(
    """
        aim answer arrange arrive ban bandage bend blow boost bottle break brush build button carry catch change charge
        clear clench climb close coat collect comb compress connect count crush cuddle dab dance decline deliver dine
        dip double doze dress drip empty end engage enlist enter expose extend eliminate face fasten fast feed file fit
        fix flex float foster gather gaze glue grab greet grip hand hand-wash hug hum ice identify invite iron jog jot
        jump kneel knit label latch laugh lay lead lean leave light limber list lock loop lower mark marinate mind
        moisten mop name nap nibble nourish open order own pace pack paint park part pat pause peel pin plant play plug
        point poke polish pop position post practise press prime prop puree quench question quiz race ration recall
        record recycle reframe register rehearse reheat reserve reset restock restrict retest review reward ride rock
        roll row rub run scan scratch scrub seal sell send separate serve sew shade share shave shelve shine shop
        shower shut sign sing slide slow smell smile smooth snap sneeze sort sponge squat squeeze steady step stock
        store straighten strap strengthen strive study suck sweep swim swing tap tape taste teach tend test thank thaw
        think thread tie tilt time touch trace train travel trust tuck twist undress upgrade urge value vary void wait
        wake warm watch wean whisper widen wind work wring write yield
    """
)
_MAY_ORDER = re.compile(
    rf"(?:{_JOINT},?\s+)*{_CONDITION}(?:{_JOINT},?\s+)*(?P<verb>[a-z]+)\b"
    r"(?!\s+(?:of|is|are|was|were|can|may|has|have|and|or|in|on the)\b|[:,])"
)
_NEVER_NOUNS = listed(
    """
        talk speak consult ask tell seek take avoid keep eat contact get make choose follow begin lie remember discuss
        read apply add go see do never inform let give chew swallow reduce replace opt pick ensure include incorporate
        be bring
        learn pay prepare throw discard remove breathe wear enjoy put leave fill know understand maintain refrain beware
        continue prescribe exclude administer obtain assess evaluate resume initiate sit lean bend insert
    """
)
# "Sleep time was longer", "Exercise programmes can help": the verb comes later, so this is its subject.
_NOUN_FIRST = re.compile(
    r"[a-z]+(?: (?!(?:what|that|which|who|whom|if|when|where|how|it|you|your|the|"
    r"an?|any|as|until|unless|this|these|those|all|some|to|"
    r"because|since|while|before|after|so|but|though|although)\b)[a-z-]+){1,5} "
    r"(?:is|are|was|were|has|had|have|can|may|might|could|would|will|does|did)\b"
    # "Heat kills more people", "Rest helps"
    r"|[a-z]+ (?:helps|reduces|improves|causes|raises|lowers|prevents|kills|increases|affects|makes|takes|gives|leads|"
    r"seems|plays|works|means|does|keeps|comes|goes|needs|remains|becomes|provides|protects|boosts|eases|improved|"
    r"worsened|fell|rose|dropped|lasted|became|went|helped|got|stayed|seemed)\b"
)
# How or while doing what an order is carried out: "Slowly bend ...", "Keeping your back flat, lift ..."
_MANNER = re.compile(
    r"(?!only|early|daily|family|likely|reply|apply|rely|supply)[a-z]{3,}ly,?\s+|[a-z]{3,}ing(?:\s[^,.;:?!]{3,80})?,\s+",
    re.IGNORECASE,
)
_FORBIDS_OR_LIMITS = listed("no not nothing only none never always")
_OFTEN_NOUNS = listed(
    """
        sleep work exercise rest walk drink heat report visit measure test plan stretch note place cover cut set mix
        massage load wash press hold start contact call check watch change limit increase monitor track practice
        practise schedule focus look stay swap treat address trade space stick cool warm balance control support rub
        help move season garnish grind strain chill fold drain record log reward switch return book request trim store
    """
)
_BEHIND_ORDERS = listed(
    """
        the a an your yourself it them any some this these that to at with for on in up down out from off away only
        about around over under into every each one two three more less no as by through until
    """
)
_OBJECT = listed("the a an your yourself it them any")
_BARE_VERBS = frozenset(_VERB[3:-1].split("|"))
# "Have your creatinine checked", "Have a blood test"
_DECIMAL = re.compile(r"\d+(?:\.\d+)+\.?\s+")
_HAVE_DONE = re.compile(
    r"(?:have|get) (?:a|an|your|the|any|them|it|[a-z]+)\b[^.;:]{0,60}\b"
    r"(?:checked|tested|measured|removed|examined|looked at|reviewed|tests?|check-?up|scan|x-?ray|screening|biopsy)\b|"
    r"have (?:your|the) (?:child|baby|partner) [a-z]",
    re.IGNORECASE,
)
_NO_VERB = listed(
    """
        in on at of for from with without within by to as like unlike despite during since until till before after
        above below under over between among amid across through throughout against about around near inside outside
        beyond behind beneath along toward upon into onto off up down out if when while although because though
        whereas unless once both all half not only even just is are was were do does did has have had can could may
        might will would shall should must what which who whom how why where that this these those such many much
        more most few less least and or but nor so yet then than also per via plus minus except regarding concerning
        whether either neither often maybe perhaps quite rather twice never almost later sooner now today here there
        it he she we they you people women men children data thanks welcome what whatever whoever whenever indeed
        besides too still again however meanwhile instead therefore worldwide overall part one two three every each
        next last first second third another other some any no my your his her its our their dear hello hi hey
        versus given compared based due according made taken found shown said told gave got became came went began
        led left kept held lost won put cost let hurt hit sent meant felt thought saw knew set beside opposite past
        took had ate drank tried began felt woke slept gone done been
        ask believe think hope feel wish guess bet say including following depending
    """
)
_NO_VERB_ENDINGS = ("s", "ed", "ing", "ly", "er", "ion", "ity", "ment")
_NO_ORDER = (
    r"(?!\s+(?:of|is|are|was|were|can|could|may|might|will|would|has|have|had|in (?:blood|the body)|and|or|between|"
    r"among|rates?|levels?|tests?|groups?)\b|-|:|,\s+(?:which|and))"
)
_ORDER = small(rf"(?:{_JOINT},?\s+)*{_CONDITION}(?:{_JOINT},?\s+)*(?P<verb>{_VERB})\b{_NO_ORDER}")
_NOT_AN_ORDER = rule(
    r"see (?-i:(?!Dr|Your|GP|A |An )[A-Z\"“‘'])|see (?:full|section|page|www|http)",
    r"see you\b",
    r"see (?:the |also|\[|our|below|above|table|fig)",
    r"(?:but |so |and )?don['’]t (?:you )?(?:worry|fret|panic)\b|without further ado|(?:keep|continue) "
    r"(?:reading|scrolling)|"
    r"raise your hand|put\s+(?:another\s+way|simply|differently|bluntly)|take (?:\w+ ){1,3}for example|"
    r"(?:have|get)\b.{0,20}\b(?:been|had)\b",
    r"note that|remember,? that|let['’]s\b|let us\b",
    r"do\s+(?:you|they|we)\b",
    r"(?:set|cut|put|read|let|test|place|work|rest|sleep|exercise|look|plan|focus|report|check|measure|increase|reduce|"
    r"walk|drink|treat|return|add|spread|address|space|note|cover|cook|monitor)s?\s+(?:in|on|from|for|by)\s+(?:the\s+)?"
    r"(?:risk|patients|people|levels?)\b",
)
_SIGNS_OF_SO = (", so ", "; so ")
_SO_DO = small(rf"[,;] so (?:please |always )?{_VERB} (?:a|an|the|your|it|them|any|some|for|with|up|sure)\b")

# "Lose weight and your pressure falls", "Stop it and you'll feel worse": no order, but what follows from doing it.
_FOLLOWS = small(
    r"[^.;]{4,120}\band\b,?(?: [^,]{2,40},)? (?:then )?"
    r"(?:you(?:['’]ll| will| may| might| get| make| have| feel| lose| end| run)"
    r"|your [^.]{2,30} (?:will|falls?|rises?|drops?|gets?))\b"
)
_PLEASE = re.compile(
    r"(?:^|[,;–] |\b(?:and|or|then|so) )[Pp]lease (?!note\b|see\b|read on\b|help\b|find\b)"
    r"(?:do not |don['’]t |also |always )?[a-z]+\b"
)
_OUGHT = small(r"\b(?:should|ought to|need to|needs to|must|had better|have to)\b")
_SHOULD = small(r"\b(?:should|ought to)\b")
_NOT_THE_READERS_DUTY = small(
    r"\b(?:future|further|more|larger|new|stud(?:y|ies)|research|trials?|results?|findings?|data|evidence|authors?|"
    r"investigators?)\b[^.]{0,50}\bshould\b",
    r"\bshould(?: be)? (?:suspected|noted|interpreted|viewed|clarif|emphasi[sz]ed|replicated|investigated|explored|"
    r"studied|able|reflect|seen)",
    r"\b(?:how|why|what|whether|which|who|when|where|much|long|often|that|there|and you) should\b"
    r"(?! be (?:taken|used|avoided|stored))",
    r"\bwhy (?:\w+ )?\w+ should\b",
    # how a thing ought to be, not what anybody does: "it should be above 50", "the colour should come back"
    r"\bshould(?<!you should)(?<!patients should)(?<!people should)(?<!children should) (?:also |then |usually )?"
    r"(?:be (?:over|under|above|below|between|about|around|less|more|higher|lower|pink|warm|soft|pale|clear|dry|gone|"
    r"normal|better)|come (?:back|off|out|down)|fade|heal|disappear|go away|go down|get better|improve|settle|subside|"
    r"ease|wear off|clear)\b",
    r"^\W*should\b",
)
_MUST = small(
    r"\b(?:you|patients?|people|individuals?|anyone|everyone|women|men|adults|children|parents|users|"
    r"those(?: \w+){0,6}|one|"
    r"(?:an?|the|your) (?:\w+ )?(?:adult|child|person|patient|parent|carer|caregiver|friend|relative|partner)|"
    r"(?:should|must|need to) (?:not )?be)\b[^.;]{0,60}\b(?:must|need to|have to|need not)\b",
    r"\bmust (?:not |always |never |only )?be (?!noted|remembered|understood|emphasi|said|stressed|"
    r"interpreted|seen)\w+(?:ed|en|ven|wn)\b(?! (?:by|that))",
    r"\bmust (?:not )?(?:be )?(?:take|taken|use|used|avoid|avoided|consult|stop|never|not)\b",
)
# "Adults should get 400 mg a day" recommends an amount, which a source can settle: a claim.
# "wondering whether they should", "may need to": no word on what to do.
_OPEN = small(
    r"\b(?:wonder\w*|unsure|unclear|debated?|decid\w+|know|consider\w*)\b[^.;]{0,30}\b(?:whether|if)\b",
    r"\b(?:may|might|could|would|often|usually|sometimes|generally|typically|rarely) "
    r"(?:also |not |then |still )?(?:needs?|ha(?:ve|s)) to\b",
    r"\b(?:do ?n[o'’]?t|does ?n[o'’]?t|did ?n[o'’]?t|do not|does not|no longer) (?:\w+ )?(?:need|have) to\b",
)
_AMOUNT = small(
    r"\b(?:should|recommend\w*|need to|must|advised?)\b[^.]{0,80}\b\d[\d.,–-]*\s?"
    + words("""
        mg g mcg µg μg iu ml grams? milligrams? micrograms? calories kcal servings? cups? glasses steps % percent
        (?:minutes|hours)(?=(?:_[\\w-]+){0,4}_(?:a|per|each|every|of)_)
    """)
    + r"(?!\w)"
)
_IT_IS_WISE = small(
    r"\b(?:it['’]s|it is|it may be|it would be)\s+(?:\w+\s+)?"
    + words("""
        important essential crucial vital best better advisable recommended necessary wise advised critical
        imperative a_good_idea safest prudent
    """)
    + r"\s+(?:\w+\s+)?(?:for\b[^.]{3,60}?\s+to|to|that)\s+(?P<what>[^.]*)"
)
_TO_KNOW = small(
    words("""
        note remember understand know recogni[sz]e reali[sz]e mention point_out acknowledge highlight emphasi[sz]e
        consider_that keep_in_mind be_aware_that bear_in_mind
    """)
    + r"\b"
)
_ADVISE = small(
    r"\bnot recommended for\b",
    r"^\W*(?:my|our|the best|the only|one) (?:\w+ )?(?:advice|tip|suggestion|recommendation) "
    r"(?:is|would be|here is|for you is) to\b",
    r"\b(?:is|are) (?:(?:not|strongly|also|generally|usually|therefore|only) ){0,2}(?:recommended|advised|"
    r"advisable) (?:for|in|to|every|before|after|"
    r"until|when|if|with|as|during)\b",
    r"\b(?:are|is) (?:strongly )?(?:advised|urged|encouraged) to\b",
    r"\bit['’]?s? (?:is )?(?:a good idea|a must|time) to\b",
    r"\byou(?:['’]ll| will)? (?:also )?want to (?:make sure|avoid|talk|check)\b",
    r"\b(?:he or she|they|he|she) (?:also )?can help (?:you )?(?:determine|create|decide)\b",
)
_ADVISED_BY = small(
    r"(?:^|[,;] )(?:so |then |but |and )?i(?:['’]d| would) (?:\w+ly |also |just )?(?:switch|try|go|ask|talk|see|stop|"
    r"avoid|start|get|take|check|call|recommend|suggest|advise|not|use|wait|skip|consider|speak)\b",
    r"\bi (?:always |usually |often )?(?:tell|advise|ask|encourage|urge|remind) "
    r"(?:my |all my |all )?(?:patients|clients|people|everyone|women|men|parents) (?:not )?to\b",
    r"\b(?:we|i|experts?|doctors?) (?:strongly |always )?(?:recommend|advise|suggest|urge)s? "
    r"(?:that you|you|against|(?:not )?\w+ing)\b",
)
_SEND_TO = small(
    r"\b(?:talk(?:ing)?|speak(?:ing)?|consult(?:ing)?|ask(?:ing)?|tell|see|(?<!the )(?<!phone )(?<!each "
    r")(?<!a )call(?! from)|contact|check|discuss|work|"
    r"visit|inform|advice|guidance|"
    rf"approval|consultation|seek|supervision|reach out)\b[^.]{{0,60}}\b{_PROFESSIONAL}\b",
    rf"\b(?:a|an|your|the|their) (?:\w+ )?{_PROFESSIONAL}(?: or (?:\w+ )?{_PROFESSIONAL})?(?: also)? "
    r"(?:can|may|might|will|should|could)(?: also)? (?:\w+ )?"
    + words("""
        help recommend advise suggest provide tell prescribe create explain determine give guide decide refer adjust
    """)
    + r"\b",
    r"\b(?:consult|seek|get|under) (?:\w+ ){0,3}(?:medical|professional) "
    r"(?:advice|attention|help|care|guidance|supervision|treatment)\b",
)
_REPORTED = small(
    r"\b(?:were|was|had|told us|asked us|consulted|participants|respondents|surveyed|reported)\b",
    # what somebody tells of themselves, or of a patient that somebody quotes
    r"^\W*i(?:['’](?:m|ve)| am| have| was| had)\b",
    r"[,?!][\"”’'] (?:says?|adds|explains|notes)\b",
)

# A cheap first look: without one of these words in the sentence the pattern of that name cannot match.
_SIGNS_OF_OUGHT = listed("should ought must")
_OUGHT_IN_WORDS = ("need to", "needs to", "had better", "have to")
_SIGNS_OF_OPEN = spelled("whether if needs? have has")
_SIGNS_OF_WISE = spelled(
    """
        important essential crucial vital best better advisable recommended necessary wise advised critical imperative
        good safest prudent
    """
)
_SIGNS_OF_ADVISE = spelled(
    """
        advice tip suggestion recommendation
        recommended advised advisable urged encouraged idea must time want determine create decide
    """
)
_ADVISERS, _SIGNS_OF_ADVISERS = (
    spelled("we i experts? doctors?"),
    spelled("recommends? advises? suggests? urges? d would tell ask encourage remind"),
)
_SIGNS_OF_PROFESSIONAL = spelled(
    """
        doctors? docs? physicians? clinicians? pharmacists? dietitians? dieticians? nutritionists? midwife midwives
        nurses? therapists? dentists? specialists? gyna?ecologists? dermatologists? cardiologists? pa?ediatricians?
        gps? g providers? emergency 911 999 112 111 poison professionals? practitioners? team expert medical
    """
)
_ADVICE_IN_WORDS = _OUGHT_IN_WORDS + _SIGNS_OF_SO
_SIGNS_OF_DUTY = _SIGNS_OF_OUGHT | _SIGNS_OF_ADVISE | _SIGNS_OF_ADVISERS | _SIGNS_OF_PROFESSIONAL
# Without one of these words, a sentence is advice only by its opening.
SIGNS_OF_ADVICE = _SIGNS_OF_OUGHT | _SIGNS_OF_ADVISE | _ADVISERS | _SIGNS_OF_PROFESSIONAL | {"please"}
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_OPENING_WORDS = frozenset(_FIRST_WORD.findall((_VERB + _JOINT + _CONDITION.partition("[^")[0]).lower())) - listed(
    "a word chat quick back along around time"  # they stand behind the first word
)
# Verbs that a sentence can open with in no other way than as an order: no joint, no condition, no longer verb.
_PLAIN_VERBS = frozenset(filter(str.isalpha, _BARE_VERBS)) - {
    _FIRST_WORD.findall(other)[0]
    for other in (*filterfalse(str.isalpha, _BARE_VERBS), *_FIRST_WORD.findall(_JOINT + _CONDITION.partition("[^")[0]))
}
# Behind a condition a comma stands, but for the joints that open like one: "in addition take", "for now rest".
_CONDITIONS = listed("if when with before after while once unless until during to for in at next") - _BARE_VERBS
_BEHIND_CONDITIONS = ("addition", "possible", "in doubt", "be safe", "now", "best results", "safety")
_BEHIND_VERB = re.compile(rf"\b{_NO_ORDER}")
_OF_MANNER = ("ly", "ing")
_LABEL_WITHIN = 34

# What makes advice risky, in small letters: each table is tried on a sentence without its capitals.
_DOSED = small(
    r"\d\s?"
    + words("""
        mg g mcg µg μg iu ml grams? milligrams? micrograms? units? tablets? capsules? pills? drops? teaspoons?
        tablespoons? doses?
    """)
    + r"\b"
)
_RISKY = small(
    r"\b"
    + any_of(
        r"(?:dos(?:e|es|age|ages|ing)|overdose|daily (?:limit|intake|value))\b",
        words("""
            medications? medicines? drugs? blood_thinners? antibiotics? antidepressants? painkillers? statins? insulin
            steroids? warfarin aspirin ibuprofen naproxen acetaminophen paracetamol metformin digoxin diuretics? lithium
            opioids? contraceptives? birth_control chemotherapy immunosuppressants? antacids? laxatives? vaccines?
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
            fasting_for inject enema bleach detox loading_phase before_surgery after_surgery drive driving alcohol
            combine emergency undiluted raw_milk ingest
        """)
        + r"\b",
    )
)
_DRUG_ENDINGS = words("""
    pril sartan olol statin prazole mycin cillin floxacin azole mab tinib oxetine triptan gliptin gliflozin glutide
    parin dipine thiazide semide azepam codone
""")
_DRUG_BY_ENDING = re.compile(rf"\b[a-z]{{3,}}{_DRUG_ENDINGS}\b")


def is_advice(sentence: str, said: Set[str] | None = None) -> bool:
    """Whether the main clause tells the reader or a patient what to do, or sends them to a professional. ``said``:
    its words, where they are at hand.

    A recommended amount ("adults should get 400 mg a day") is a claim, not advice; so is "future research should".
    """
    if _is_order(sentence.lstrip("*_\"“'‘([ ")):
        return True
    said = words_in(sentence) if said is None else said
    lowered = sentence.lower()
    if "it" in said and not said.isdisjoint(_SIGNS_OF_WISE) and (wise := _IT_IS_WISE.search(lowered)):
        if not _TO_KNOW.match(wise["what"]):
            return not _AMOUNT.search(lowered)
        lowered = wise["what"]
    if (said.isdisjoint(_SIGNS_OF_DUTY) and not has_any(lowered, _OUGHT_IN_WORDS)) or (
        not said.isdisjoint(_SIGNS_OF_OPEN) and _OPEN.search(lowered)
    ):
        return False
    return _is_obligation(lowered, said) or _sends_to_professional(lowered, said)


def may_be_advice(sentence: str, said: Set[str]) -> bool:
    """Whether a sentence that opens with a letter and holds none of ``SIGNS_OF_ADVICE`` may be advice all the same: by
    the word it opens with, the one behind it, a label, or several words inside. ``said``: its words."""
    first = _FIRST_WORD.match(sentence)
    word = first[0].lower() if first else ""
    by_word = word in _OPENING_WORDS or word.endswith(_OF_MANNER)
    opens = _may_join(sentence, word) if word in _CONDITIONS else by_word
    return (
        opens
        or _has_object(sentence)
        or (":" in sentence[:_LABEL_WITHIN] and _LABEL.match(sentence) is not None)
        or has_any(sentence.lower(), _ADVICE_IN_WORDS)
        or ("it" in said and not said.isdisjoint(_SIGNS_OF_WISE))
    )


def is_risky(sentence: str) -> bool:
    """Whether advice names a dose, a drug or a risky act, so that a source should stand behind it."""
    lowered = sentence.lower()
    return bool(_RISKY.search(lowered) or _DOSED.search(lowered) or _DRUG_BY_ENDING.search(lowered))


def _is_order(plain: str) -> bool:
    if " and" in plain and " you" in plain and _FOLLOWS.match(plain.lower()):
        return False
    if plain[:1].isdigit() and (number := _DECIMAL.match(plain)):
        plain = plain[number.end() :]
    if _opens_with_order(plain):
        return True
    if ":" in plain[:_LABEL_WITHIN] and (label := _LABEL.match(plain)) and _opens_with_order(plain[label.end() :]):
        return True
    if "lease " in plain and _PLEASE.search(plain):
        return True
    return " so " in plain and bool(_SO_DO.search(plain.lower()))


def _opens_with_order(plain: str) -> bool:
    first = _FIRST_WORD.match(plain)
    if first is not None and first[0] in ("Have", "have", "Get", "get") and _HAVE_DONE.match(plain):
        return True
    word = first[0].lower() if first else ""
    if word in _PLAIN_VERBS:
        lowered = plain.lower()
        if _BEHIND_VERB.match(lowered, len(word)) and not _NOT_AN_ORDER.match(plain):
            return word in _NEVER_NOUNS or not _NOUN_FIRST.match(lowered)
    elif word in _OPENING_WORDS and (word not in _CONDITIONS or _may_join(plain, word)):
        lowered = plain.lower()
        if (order := _ORDER.match(lowered)) and not _NOT_AN_ORDER.match(plain):
            return order["verb"] in _NEVER_NOUNS or not _NOUN_FIRST.match(lowered, order.start("verb"))
    elif word.endswith(_OF_MANNER) and (opened := _MANNER.match(plain)):
        return _opens_with_order(plain[opened.end() :])
    return _has_object(plain) and not _NOT_AN_ORDER.match(plain)


def _may_join(plain: str, word: str) -> bool:
    """Whether an order may stand behind the condition that ``word`` opens."""
    return "," in plain or plain[len(word) :].lower().lstrip().startswith(_BEHIND_CONDITIONS)


def could_be_order(sentence: str) -> bool:
    """Whether a sentence among orders is one too, though it could be read as a statement: "Lower slowly."."""
    plain = sentence.lstrip("*_\"“'‘([ ").lower()
    if manner := _MANNER.match(plain):
        plain = plain[manner.end() :]
    opened = _MAY_ORDER.match(plain)
    if opened is None:
        return False
    word = opened["verb"]
    return (word in _BARE_VERBS or word in _BASE_VERBS) and not _NOUN_FIRST.match(plain, opened.start("verb"))


def may_be_order(item: str) -> bool:
    """Whether a list item that the line above asks for opens with a verb that can be an order: "rest and raise it"."""
    if ":" in item[:_LABEL_WITHIN] and (label := _LABEL.match(item)):
        item = item[label.end() :]
    first = _FIRST_WORD.match(item.lstrip("*_"))
    word = first[0].lower() if first else ""
    return word in _BARE_VERBS or word in _BASE_VERBS


def is_plain_order(item: str) -> bool:
    """Whether a list item without a full stop is an order beyond doubt: "Dim the lights", but not "Sleep problems" and
    not "Kidney disease (ask your doctor)"."""
    if ":" in item[:_LABEL_WITHIN] and (label := _LABEL.match(item)):
        item = item[label.end() :]
    said = item.lstrip("*_").lower().split(None, 2)
    if len(said) < 2 or item[0].islower() or not _opens_with_order(item.lstrip("*_")):
        return False
    return said[0] not in _OFTEN_NOUNS or not said[1][0].isalpha() or said[1].strip(",") in _BEHIND_ORDERS


def is_order_in_small(item: str) -> bool:
    """Whether an item in small letters, under an intro that is whole, is an order beyond doubt: "ask at the desk", but
    not "dry mouth"."""
    said = item.split(None, 2)
    return (
        len(said) > 1
        and (said[1] in _BEHIND_ORDERS or said[0] in _NEVER_NOUNS)
        and is_plain_order(item[0].upper() + item[1:])
    )


def forbids_or_limits(item: str) -> bool:
    """Whether an item among orders is one without a verb: "No baths for 2 weeks", "Lifting: nothing heavy"."""
    if ":" in item[:_LABEL_WITHIN] and (label := _LABEL.match(item)):
        item = item[label.end() :]
    first = _FIRST_WORD.match(item.lstrip("*_"))
    return first is not None and first[0].lower() in _FORBIDS_OR_LIMITS


def _has_object(plain: str) -> bool:
    """Whether a sentence opens with what can only be a verb: a plain word with "the", "your", "it" behind it."""
    verb, _, rest = plain[:60].partition(" ")
    if rest.partition(" ")[0] not in _OBJECT or not (verb.isalpha() and verb[1:].islower()):
        return False
    verb = verb.lower()
    return verb not in _NO_VERB and (verb.endswith("ss") or not verb.endswith(_NO_VERB_ENDINGS))


def _is_obligation(lowered: str, said: Set[str]) -> bool:
    if _advises(lowered, said):
        return not _AMOUNT.search(lowered)
    if said.isdisjoint(_SIGNS_OF_OUGHT) and not has_any(lowered, _OUGHT_IN_WORDS):
        return False
    if not _OUGHT.search(lowered) or _AMOUNT.search(lowered):
        return False
    if _SHOULD.search(lowered) and not _NOT_THE_READERS_DUTY.search(lowered):
        return True
    return bool(_MUST.search(lowered))


def _advises(lowered: str, said: Set[str]) -> bool:
    if not said.isdisjoint(_SIGNS_OF_ADVISE) and _ADVISE.search(lowered):
        return True
    if said.isdisjoint(_SIGNS_OF_ADVISERS) or said.isdisjoint(_ADVISERS):
        return False
    return bool(_ADVISED_BY.search(lowered))


def _sends_to_professional(lowered: str, said: Set[str]) -> bool:
    if said.isdisjoint(_SIGNS_OF_PROFESSIONAL):
        return False
    return bool(_SEND_TO.search(lowered)) and not _REPORTED.search(lowered)
