"""The words around a number that say what it means: bounds, ranges, labels, how often, of whom."""

from __future__ import annotations

import re

from corpus.model import Measure
from corpus.patterns import listed, words

LOOK_BACK = 60
"""Characters before a number in which its bound or label may begin."""

BOUND = re.compile(
    r"(?:(?<!\w)(?:"
    r"(?P<most>(?:up to|at most|(?:no|not) (?:more|greater|higher) than|(?:not |never |n[’']t )(?:to )?exceed(?:ing)?|"
    r"(?:not |never |n[’']t )(?:\w+ ){1,2}more than|"
    r"(?:less|fewer|lower|smaller|shorter|younger) than|under|below|as (?:much|many|high) as|"
    r"(?:a |the )?max(?:imum|\.)? (?:dose |of ){0,2})\s)"
    r"|(?P<least>(?:at least|(?:more|greater|higher|longer|older) than|over|above|exceed(?:s|ed|ing)?|"
    r"(?:no|not) (?:less|fewer) than|as (?:little|few|low) as|(?:a |the )?min(?:imum|\.)? of|upwards? of)\s)"
    r"|(?P<near>(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|ca\.?|close to)\s)"
    r")|(?P<most_sign>(?:[<≤⩽]|<=)\s?)|(?P<least_sign>(?:[>≥⩾]|>=)\s?)|(?P<near_sign>[~≈∼±]\s?))\Z",
    re.IGNORECASE,
)
BOUND_ENDS = listed(
    "to most than exceed exceeding exceeds exceeded under below as of maximum max max. over above least about around "
    "approximately approx approx. roughly nearly almost some circa ca. dose"
)
"""The last word of every bound: without one, or a sign, there is none."""
BETWEEN = re.compile(r"(?<!\w)(?:between|from) \Z", re.IGNORECASE)
# "or more", "+": behind a number or its unit.
OR_MORE = re.compile(
    r"\+(?!\w)|\s(?:or|and) (?:(?P<least>more|over|above|up|upwards?|higher|greater|longer|older)|"
    r"(?P<most>less|fewer|below|under|lower|shorter|younger))\b",
    re.IGNORECASE,
)
TO = re.compile(r"\s?[-–—‑~]\s?|\s?to\s|\s(?P<loose>or|and|up to)\s")
INTERVAL_TO = re.compile(r"\s?(?:[-–—,;]|to)\s?")

INTERVAL = re.compile(
    r"(?<!\w)(?:CI|[Cc]onfidence [Ii]ntervals?)(?: \(CI\))?\)?\s?[:=,\[(]{0,2}\s?(?:(?:of|from|was) )?\Z"
)
INTERVAL_NEXT = re.compile(r"\s(?:CI|confidence|credible)\b", re.IGNORECASE)
# What a number is called by the words right before it.
LABELS = (
    (Measure.SAMPLE, "people", re.compile(r"(?<!\w)[nN]\s?[=:]\s?\Z")),
    (
        Measure.PROBABILITY,
        "p",
        re.compile(r"(?<!\w)[*_]?[pP][*_]?(?:[- ]?values?)?\s?(?:[=<>≤≥:]|of|was|less than)\s?\Z"),
    ),
    (Measure.RATIO, "CI", INTERVAL),
    (
        Measure.RATIO,
        "×",
        re.compile(
            r"(?<!\w)(?:a?OR|RRR?|a?HR|IRR|SMR|(?i:odds|risk|hazards?|rate|prevalence) (?i:ratios?)|"
            r"(?i:relative) (?i:risks?))(?: \(\w{2,3}\))?[,:]?\s?(?:[=:≈~]\s?|(?:of|was|is) )?\Z"
        ),
    ),
    (Measure.RATIO, "r", re.compile(r"(?<!\w)(?:r|R|R²|R2|d|κ|I²|β) ?= ?\Z")),
)
AGE_ENDS = listed("age aged ages over under above below than least from between of to")
PEOPLE_OF_AGE = re.compile(
    r"(?<!\w)(?:aged?|ages|"
    r"(?:adults|people|women|men|those|anyone|everyone|children|patients|individuals|kids|infants|persons|girls|boys|"
    r"seniors|teens|participants|babies)(?: who (?:are|were))?(?= (?:over|under|above|below|older|younger|between)\b))"
    r"(?: aged)?(?: (?:over|under|above|below|older than|younger than|at least|from|between|of|up to)){0,2}\s\Z",
    re.IGNORECASE,
)
AGE_UNIT = re.compile(r"(?:-|\s)(?:olds?\b|of age\b)", re.IGNORECASE)
OLDER = re.compile(r"\s(?:or|and) (?:older|younger|over)\b", re.IGNORECASE)

_PERIOD = words("second minute hour day night morning evening week fortnight month year")
_OF = words(r"""
    kg kilograms? kilos? pounds? lbs? dose serving meal cup glass tablet capsule pill portion person lit(?:er|re)
    hundred thousand million (?:1|10)?0?0,000 day d hour hr? min(?:ute)? week wk month mo year yr night
    \d{1,3}_?(?:g|m[lL]|kg)
""")
_FEW = words(r"\d{1,2} two three four five six eight ten twelve")
# How often; several may follow one another: "10 mg/kg/day", "500 mg twice a day".
PER = re.compile(
    rf"(?:\s?/\s?|\s(?:per|each|every|an?|in an?|in any)\s)(?P<per>{_OF})\b(?:\s(?:of\s)?body\s?weight\b)?"
    r"|,?\s(?P<adverb>daily|nightly|weekly|monthly|hourly|yearly|annually|[bB]\.?[iI]\.?[dD]\b\.?|"
    r"[tTqQ]\.?[iI]\.?[dD]\b\.?|o\.d\.|q\.d\.|QD)(?![\w-])",
)
TIMES_PER = re.compile(
    rf"(?:(?P<once>once|twice|thrice)|(?P<n>{_FEW})(?:\s?(?:-|–|to|or)\s?{_FEW})?\stimes)\s"
    rf"(?:(?:an?|per|each|every|in an?)\s(?P<per>{_PERIOD})|(?P<adverb>daily|weekly|monthly|yearly))\b",
    re.IGNORECASE,
)
EVERY = re.compile(
    rf"\severy\s(?P<n>other|second|third|{_FEW})(?:\s?(?:-|–|to)\s?{_FEW})?\s(?P<per>{_PERIOD}|hr|h)s?\b", re.IGNORECASE
)
# "400 mg of magnesium daily": the period stands behind what is taken.
OFTEN_LATER = re.compile(
    r"\sof\s(?:[\w-]{1,20}\s){1,4}?(?:(?:per|a|each|every)\s(?P<per>day|week|month|kg|hour)|(?P<adverb>daily|weekly|[bt]\.?i\.?d))\b"
)
DAILY_BEFORE = re.compile(
    r"\b(?:daily\s(?:[\w-]+\s){0,3}?(?:intakes?|dos(?:e|es|ages?)|amounts?|allowances?|limits?|values?|"
    r"requirements?|needs?|supplements?|consumption|maximum)|RDAs?|recommended dietary allowances?|"
    r"(?:intake|dose|amount|limit)s? (?:per|a) day|upper (?:intake )?(?:level|limit)s?)\b[^.;!?]{0,160}\Z",
    re.IGNORECASE,
)

_NO_ADJECTIVE = (
    "of in and for to with the a an by from on or than that who were was is are have has had among per at as not no "
    "times day days mg kg can may will would could should did do does those these other their its but if when while "
    "into out over under within after before since during"
)
_PEOPLE = words("""
    participants? patients? people persons adults men women children infants babies newborns volunteers subjects
    individuals controls smokers athletes students nurses veterans survivors respondents mothers pregnancies twins
    teenagers adolescents boys girls residents users Americans households employees workers seniors toddlers kids
    Europeans Britons healthcare_workers doctors physicians consumers diabetics runners players males females
""")
_THINGS = {
    "people": _PEOPLE,
    "animals": words("mice rats animals dogs monkeys rabbits rodents guinea_pigs hamsters cats pigs zebrafish"),
    "studies": words("studies trials reviews RCTs meta-analyses papers articles reports surveys cohorts"),
    "cases": words("cases deaths hospitali[sz]ations fatalities infections"),
}
_COUNTED = re.compile(
    rf"[\s-](?:of\s)?(?:(?!(?:{'|'.join(_NO_ADJECTIVE.split())})\b)[A-Za-z][\w’'-]{{1,24}},?\s){{0,3}}?"
    rf"(?:{'|'.join(f'(?P<{name}>{nouns})' for name, nouns in _THINGS.items())})(?![\w-])"
)


def counted_at(text: str, end: int) -> tuple[str, int]:
    """What a number that ends at ``end`` counts (people, animals, studies, cases), and the end of that noun; nothing
    and ``end`` for anything else."""
    match = _COUNTED.match(text, end)
    return (match.lastgroup or "", match.end()) if match else ("", end)


IN_MANY = re.compile(
    r"(?:\s(?:in|out of)\s(?:every\s)?|:)(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,7}|two|three|four|five|six|seven|eight|nine|"
    r"ten|twenty|fifty|(?:a |one )?(?:hundred|thousand|million))(?![\w%/-])"
    r"(?!\s(?:to|or|mg|g|of these|years?|weeks?|months?|days?|hours?)\b)",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\stimes\s(?:as|more|less|higher|lower|greater|the|likelier|larger|faster|fewer|better|stronger|increase"
    r"|longer|shorter|slower|quicker|bigger|smaller|heavier|lighter|older|younger|weaker|worse|richer|safer|deadlier"
    r"|thicker|thinner|wider|taller|sweeter)\b"
    r"|\s?[×x](?=\s(?:more|higher|the|greater|lower|risk))",
    re.IGNORECASE,
)
FOLD = re.compile(r"[-‑\s]?fold\b", re.IGNORECASE)
