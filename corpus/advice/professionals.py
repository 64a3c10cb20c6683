"""Which sentences send the reader to a professional: "your doctor can help", "ask a pharmacist"."""

from __future__ import annotations

from collections.abc import Collection

from corpus.patterns import any_of, small, spelled, words

_PROFESSIONAL = any_of(
    words("""
        doctors? docs? physicians? clinicians? pharmacists? dietitians? dieticians? nutritionists? midwife midwives
        nurses? therapists? dentists? specialists? gyna?ecologists? dermatologists? cardiologists? pa?ediatricians?
        g\\.?p\\.?s? providers? emergency 911 999 112 111 poison_(?:control|center)
    """),
    r"(?:health ?-?care|medical|health|primary care) (?:professionals?|providers?|practitioners?|team|expert)",
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
SIGNS_OF_PROFESSIONAL = spelled(
    """
        doctors? docs? physicians? clinicians? pharmacists? dietitians? dieticians? nutritionists? midwife midwives
        nurses? therapists? dentists? specialists? gyna?ecologists? dermatologists? cardiologists? pa?ediatricians?
        gps? g providers? emergency 911 999 112 111 poison professionals? practitioners? team expert medical
    """
)


def sends_to_professional(lowered: str, said: Collection[str]) -> bool:
    """Whether a sentence in small letters tells somebody to ask a professional, or what one can do for them.
    ``said``: its words."""
    if SIGNS_OF_PROFESSIONAL.isdisjoint(said):
        return False
    return bool(_SEND_TO.search(lowered)) and not _REPORTED.search(lowered)
