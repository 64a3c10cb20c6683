"""Which sentences tell a reader what to do, and which of them name a dose, a drug or a risky act."""

from __future__ import annotations

import re

_PROFESSIONAL = (
    r"(?:doctors?|docs?|physicians?|clinicians?|pharmacists?|dietitians?|dieticians?|nutritionists?|midwi(?:fe|ves)|nurses?|therapists?|dentists?|specialists?|"
    r"gynecologists?|dermatologists?|cardiologists?|pediatricians?|G\.?P\.?s?|(?:health ?-?care|medical|health|primary care) (?:professionals?|providers?|practitioners?|team|expert)|"
    r"providers?|emergency|911|999|112|poison (?:control|center))"
)
# Verbs that open an order to the reader. A noun of the same form is told apart by what follows it (see _NOT_AN_ORDER).
_ORDER = (
    r"(?:talk|speak|consult|ask|tell|seek|take|avoid|keep|try|eat|drink|use|stop|call|contact|get|make|limit|choose|follow|check|store|start|begin|wait|"
    r"stir|lift|lie|set|skip|aim|consider|remember|discuss|read|wash|apply|add|visit|go|see|do|don['’]t|never|inform|let|give|chew|swallow|mix|sleep|rest|"
    r"exercise|walk|stretch|reduce|increase|cut|quit|replace|swap|opt|look|buy|pick|practice|practise|ensure|include|incorporate|monitor|track|measure|"
    r"report|schedule|stay|be|bring|learn|find|stick|watch|pay|plan|prepare|cook|steam|rinse|soak|serve|sprinkle|combine|throw|discard|return|remove|place|"
    r"hold|breathe|relax|cover|protect|wear|switch|note|focus|enjoy|spread|repeat|put|leave|turn|move|fill|work|know|understand|maintain|manage|refrain|beware|"
    r"reach|continue|dissolve|refrigerate|shake|space|split|write|test|treat|address|prioritize|prioritise|divide|allow)"
)
_OPENING = (
    r"(?:[\w ’'-]{2,30}:\s+)?(?:(?:however|therefore|instead|also|then|next|finally|first|second|third|hence|so|and|but|please|always|simply|just|if possible|when in doubt|as always|"
    r"in addition|additionally|otherwise|for (?:now|best results|safety)|to be safe),?\s+)*"
)
_CONDITION = (
    r"(?:(?:if|when|before|after|while|once|unless|until|during|to|for(?! example| instance)|in case of|at)\b[^.;:?!,]{3,160}"
    r"(?:,\s+(?:an?|or|and|etc\.?|especially|such as|\w+ly)\b[^;:?!,]{0,80}){0,3},\s+(?:always |please |then )?)?"
)
_NOT_AN_ORDER = r"(?!\s+(?:of|is|are|was|were|can|could|may|might|will|would|has|have|had|in (?:blood|the body)|and|or|between|among|rates?|levels?|tests?|groups?)\b|-|,\s+(?:which|and))"
_IMPERATIVE = re.compile(rf"{_OPENING}{_CONDITION}{_OPENING}{_ORDER}\b{_NOT_AN_ORDER}", re.IGNORECASE)
_SO_DO = re.compile(rf"[,;] (?:so|so please|so always) {_ORDER} (?:a|an|the|your|it|them|any|some|for|with|up|sure)\b")
_NOT_IMPERATIVE = re.compile(
    r"(?:see (?:the |also|\[|our|below|above|table|fig)|note that|be(?:cause|fore|tween|yond|low|hind|side)\b|get(?:s|ting)|use(?:d|s|rs?)\b|do\s+(?:you|they|we)\b|does\b|"
    r"know(?:n|ing)|start(?:ed|ing)|remember,? that|understand(?:ing)|to\s+\w+\s+\w+\s+is\b|(?:set|cut|put|read|let|test|place|work|rest|sleep|exercise|look|plan|focus|report|check|measure|"
    r"increase|reduce|walk|drink|treat|return|add|spread|address|space|note|cover|cook|monitor)s?\s+(?:in|on|from|for|by)\s+(?:the\s+)?(?:risk|patients|people|levels?)\b)",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:should|ought to|need to|needs to|must|had better|have to)\b", re.IGNORECASE)
_OUGHT_OF_NO_ONE = re.compile(
    r"\b(?:future|further|more|larger|new|stud(?:y|ies)|research|trials?|results?|findings?|data|evidence|authors?|investigators?)\b[^.]{0,50}\bshould\b|"
    r"\bshould(?: be)? (?:suspected|noted|interpreted|viewed|clarif|emphasi[sz]ed|replicated|investigated|explored|studied|able|reflect|be seen)|"
    r"\b(?:how|why|what|whether|which|who|when|where|much|long|often|it|this|that|there|and you) should\b(?! be (?:taken|used|avoided|stored))|"
    r"\bwhy (?:\w+ )?\w+ should\b|^\W*should\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:you|patients?|people|individuals?|anyone|everyone|women|men|adults|children|parents|users|those(?: \w+){0,6}|one|(?:should|must|need to) (?:not )?be)\b[^.;]{0,60}\b(?:must|need to|have to|need not)\b|\bmust (?:not )?(?:be )?(?:take|taken|use|used|avoid|avoided|consult|stop|never|not)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:should|recommend\w*|need to|must|advised?)\b[^.]{0,80}\b\d[\d.,–-]*\s?(?:mg|g|mcg|µg|μg|IU|ml|mL|grams?|milligrams?|micrograms?|calories|kcal|servings?|cups?|glasses|minutes|hours|steps|%|percent)\b", re.IGNORECASE)
_IT_IS_WISE = re.compile(
    r"\b(?:it['’]s|it is|it may be|it would be)\s+(?:\w+\s+)?(?:important|essential|crucial|vital|best|better|advisable|recommended|necessary|wise|advised|critical|imperative|a good idea|safest|prudent|"
    r"always (?:best|wise|advisable|a good idea|important))\s+(?:\w+\s+)?(?:for\b[^.]{3,60}?\s+to|to|that)\s+(?P<what>[^.]*)",
    re.IGNORECASE,
)
_TO_KNOW = re.compile(r"(?:note|remember|understand|know|recogni[sz]e|reali[sz]e|mention|point out|acknowledge|highlight|emphasi[sz]e|consider that|keep in mind|be aware that|bear in mind)\b", re.IGNORECASE)
_SEND_TO = re.compile(
    rf"\b(?:talk|speak|consult|ask|tell|see|call|contact|check|discuss|work|visit|inform|advice|guidance|approval|consultation|seek|supervision|reach out)\b[^.]{{0,60}}\b{_PROFESSIONAL}\b"
    rf"|\b(?:a|an|your|the|their) (?:\w+ )?(?:{_PROFESSIONAL})(?: or (?:\w+ )?{_PROFESSIONAL})?(?: also)? (?:can|may|might|will|should|could)(?: also)? "
    r"(?:\w+ )?(?:help|recommend|advise|suggest|provide|tell|prescribe|perform|order|create|check|explain|determine|give|want|ask|guide|diagnose|test|decide|refer|review|adjust)\b"
    r"|\b(?:consult|seek|get|under) (?:\w+ ){0,3}(?:medical|professional) (?:advice|attention|help|care|guidance|supervision|treatment)\b",
    re.IGNORECASE,
)
_PAST_REPORT = re.compile(r"\b(?:were|was|had|told us|asked us|consulted|participants|respondents|surveyed|reported)\b", re.IGNORECASE)
_ADVISE = re.compile(r"\b(?:we|i|experts?|doctors?) (?:strongly |always )?(?:recommend|advise|suggest|urge)s? (?:that you|you|speaking|talking|consulting|avoiding|taking|against|\w+ing)\b|\bnot recommended for\b|\b(?:are|is) (?:strongly )?(?:advised|urged|encouraged) to\b|\bit['’]?s? (?:is )?(?:a good idea|a must|time) to\b|\byou(?:['’]ll| will)? (?:also )?want to (?:make sure|avoid|talk|check)\b|\b(?:he or she|they|he|she) (?:also )?can help (?:you )?(?:determine|create|decide)\b", re.IGNORECASE)
# One of these words is in every sentence that the patterns above match, but for the orders: a cheap first look.
_SIGNS = re.compile(r"should|ought|must|need|have to|important|essential|crucial|vital|best|better|advis|recommend|necessary|wise|critical|imperative|good idea|safest|prudent|urge|encourage|help|want to|better|"
                    r"talk|speak|consult|ask|tell|see |call|contact|check|discuss|work|visit|inform|guidance|approval|seek|supervis|reach out|doctor|physician|provider|pharmacist|dieti|nurse|midwi|specialist|G\.?P|medical|professional|must|time to")

_DOSE = re.compile(r"\d\s?(?:mg|g|mcg|µg|μg|IU|ml|mL|grams?|milligrams?|micrograms?|units?|tablets?|capsules?|pills?|drops?|teaspoons?|tablespoons?|doses?)\b|\b(?:dos(?:e|es|age|ages|ing)|overdose|daily (?:limit|intake|value))\b", re.IGNORECASE)
_DRUG = re.compile(
    r"\b(?:medications?|medicines?|drugs?|blood thinners?|antibiotics?|antidepressants?|painkillers?|statins?|insulin|steroids?|warfarin|aspirin|ibuprofen|naproxen|acetaminophen|paracetamol|"
    r"metformin|digoxin|diuretics?|lithium|opioids?|contraceptives?|birth control|chemotherapy|immunosuppressants?|antacids?|laxatives?|vaccines?|levothyroxine|spironolactone|NSAIDs?|SSRIs?|"
    r"ACE inhibitors?|beta.?blockers?|calcium channel blockers?|[a-z]{3,}(?:pril|sartan|olol|statin|prazole|mycin|cillin|floxacin|azole|mab|tinib|oxetine|triptan|gliptin|gliflozin|glutide|parin|dipine|thiazide|semide|azepam|codone))\b",
    re.IGNORECASE,
)
_RISK = re.compile(
    r"\b(?:stop(?:ping)? (?:taking|using|your|treatment|the)|do not exceed|not exceed|exceed|instead of (?:your |the )?(?:medic|treat|doctor|insulin|chemo|surg)|replac\w+ (?:your |the )?(?:medic|treat|insulin)|quit taking|"
    r"skip(?:ping)? (?:your |the |a )?(?:dose|medic|treat)|avoid (?:vaccin|doctors|surgery|chemo)|fast(?:ing)? for|inject|enema|bleach|detox|mega-?dose|high doses?|higher doses?|loading phase|"
    r"pregnan\w+|breast-?feed\w*|(?:before|after) surgery|driv(?:e|ing)|alcohol|combine|emergency|undiluted|raw milk|ingest)\b",
    re.IGNORECASE,
)


def is_advice(sentence: str) -> bool:
    """Whether the main clause tells the reader or a patient what to do, or sends them to a professional.

    A recommended amount ("adults should get 400 mg a day") is a claim, not advice; so is "future research should".
    """
    plain = sentence.lstrip("*_\"“'‘([ ")
    if _IMPERATIVE.match(plain) and not _NOT_IMPERATIVE.match(plain):
        return True
    if _SO_DO.search(plain):
        return True
    if not _SIGNS.search(sentence):
        return False
    wise = _IT_IS_WISE.search(sentence)
    if wise:
        if not _TO_KNOW.match(wise["what"]):
            return not _AMOUNT.search(sentence)
        sentence = wise["what"]
    return _is_obligation(sentence) or _sends_to_professional(sentence)


def _is_obligation(sentence: str) -> bool:
    if _AMOUNT.search(sentence):
        return False
    if _ADVISE.search(sentence):
        return True
    if not _OUGHT.search(sentence):
        return False
    if re.search(r"\b(?:should|ought to)\b", sentence, re.IGNORECASE) and not _OUGHT_OF_NO_ONE.search(sentence):
        return True
    return bool(_MUST.search(sentence))


def _sends_to_professional(sentence: str) -> bool:
    return bool(_SEND_TO.search(sentence)) and not _PAST_REPORT.search(sentence)


def is_risky(sentence: str) -> bool:
    """Whether advice names a dose, a drug or a risky act, so that a source should stand behind it."""
    return bool(_DOSE.search(sentence) or _DRUG.search(sentence) or _RISK.search(sentence))
