"""What the words of a claim are worth in a search: names of substances and conditions most, words that any text may
have nothing. PubMed joins what is typed with AND, so that each word too many hides papers.
"""

from __future__ import annotations

import re
from enum import IntEnum

from annotator.citations.concepts import ANY_CLAIM, is_name
from corpus.matching.vocabulary import STOP_WORDS
from corpus.patterns import listed


class Worth(IntEnum):
    """How much a word or phrase tells in a search."""

    NOTHING = 0
    VAGUE = 1  # what is asked for only where there is little else: symptoms, intake, cure
    SETTING = 2  # whom, or which part of the body, it is about
    TELLING = 3  # a word that few texts have
    NAME = 4  # a substance, a condition, an outcome that goes by this name


WHOLE = re.compile(
    r"\b(?:quality of life|central nervous system|nervous system|immune system|spinal cord|cerebrospinal fluid"
    r"|heart rate|adverse effects?|side effects?|adverse events?|grip strength|nitric oxide|oxidative stress"
    r"|free radicals|blood sugar|blood pressure|heart rhythm|heart attacks?|ear infections?|vision loss|body mass index"
    r"|bone density|calcium channel blockers?|type [12] diabetes|vitamin [a-k]\d{0,2}|omega-?[369]|birth weight"
    r"|life expectancy|nmda receptors?|nerve conduction|nerve fib(?:er|re)s|blood-brain barrier)\b",
    re.IGNORECASE,
)
"""Words that are one thing together."""

_VAGUE = listed("""
    symptom symptoms disease diseases disorder disorders intake supplement supplements supplementation supplementing
    treatment treatments therapy therapies cure cures dosage dosages medication medications drug drugs medicine
    medicines progression condition conditions food foods nutrient nutrients mineral minerals interact interaction
    interactions complication complications recommended low high
""")
_PEOPLE = listed("""
    men women adults children infants babies teenagers adolescents elderly vegans vegetarians athletes smokers boys
    girls mothers pregnancy pregnant seniors toddlers newborns animal animals mice rats
""")
_BODY = listed("muscle muscles nerve nerves brain heart bone bones blood skin eye eyes immune cell cells")
_SUBSTANCES = listed("""
    magnesium calcium zinc iron potassium sodium selenium iodine copper chromium manganese fluoride lithium collagen
    creatine melatonin glutathione caffeine ginseng echinacea ashwagandha honey cinnamon turmeric ginger garlic
    deficiency insulin metformin aspirin ibuprofen paracetamol digoxin gluten lactose cholesterol
""")
_SUBSTANCE = re.compile(
    r".{3}(?:mab|pril|sartan|statins?|cillin|azole|oxacin|mycin|gliptin|gliflozin|glutide|olol|parin|caine|profen|dipine)$"
)
"""How the names of medicines end (stems of the WHO's list of nonproprietary names)."""
_NO_VERB = listed("""
    bleeding breathing swelling vomiting hearing ageing aging screening fasting breastfeeding smoking vaping
    training dieting running walking itching coughing sneezing sleeping poisoning clotting scarring bloating snoring
    breast-feeding relapsing-remitting whitening stretching meditating cupping fluoridated unsaturated saturated red
    seed weed
""")
_FILLER = listed("""
    abnormal absorbed activation activity acts added adding addition address affecting affordable against agent
    agents aggravate aims al alleviate alleviates allow allowing among answer any apart approach appropriate area
    article as aside aspect attack attacking attacks attempting author authors aware back bad best better blocker
    blockers bodies both but candidate careful case cause caused center centre certain characterised choosing
    chronic clarify clinical coating common compared comparing component compound concerned conclusion conclusions
    concurrent consequence consequences considerable consumption content contribute contributing contributor control
    controlled controls counter counteract covering critical current cut cuts cutting damage dangerous data date
    daunting deal debilitating decision decisions decreasing definitive degree depending desired determined develop
    developing development difficult difficulty digest direct directions discussed does doing dose doses
    double-blind down drawn drink drinking drinks drop dysfunctional easy effectiveness efficacy either episode
    episodes essential et even event evidence exact example exert exerts experience experienced experiences fewer
    finding findings fluid foreign frequency frequent full fully function functions gentle getting give good
    guideline helpful helping highlight how human ideal identified imbalance impact impacts impaired impairing
    implicated improvement improvements improving including information inhibit inhibits integrity intensity
    interested interfere invaders investigation involve iran issue issues its itself journal journals just lack
    lasting layer leading leads less life likely limited link linked list long-term looking loss lowering making
    management market material measure measured mechanism mechanisms medical medium members mentioned mild million
    millions model models moderate modulation more most movement much natural nature need neurosurgery next note
    number numbers obtained occur occurring occurs older option order other others outbreaks outcome outcomes
    outline outlines outlining over overload own paper papers physiological pick place placebo-controlled plan plus
    popular popularity positive potency potent potentially preclinical prescribed present previously process
    processes production professional profile properties property protocol published quality question quite react
    reaction reason receive received receiving recognizing reduction regimen regulate regulating regulation
    relationship release required response responsible rest resulting rich rise risk risks role roles safe safety
    school science sciences section seek sensitive series serves severity sheath short-term should significance
    simple simultaneous single-blind slow slowed small some someone sound sources specific stage stages start
    started starting still subgroup subgroups subject substances such sufficient suitable supply support sure
    surrounding system systems table take team tell than their them there these they those through thus too total
    towards turn types typical understanding university unwanted upon using value variety vary velocity vital
    warrant warrants way well well-balanced well-informed well-known wellness what when where which while who whole
    whom why wide wider with without wonder worldwide worse worsen worsened worsening worth would wrapping years yet
    younger your
""")
_JOURNAL = re.compile(
    r"\b(?:[Jj]ournal of|[Pp]ublished in(?: the)?(?: journal)?)(?: (?:[A-Z][\w-]+|of|in|and|the|for))+"
)
_INTAKE_BEHIND = re.compile(r"\s(?:\w+\s)?(?:intakes?|allowances?|amounts?|doses?|dosages?)\b", re.IGNORECASE)
_LEVEL_BEHIND = re.compile(r"\s(?:\w+\s)?(?:levels?|intake|status|concentrations?)\b", re.IGNORECASE)
_NEAR = 25
"""Characters within which "recommended" belongs to an intake."""
_OPTION_BEHIND = re.compile(r"\s(?:option|plan|regimen)", re.IGNORECASE)
_POINTED_AT = re.compile(r"\b(?:this|these|those|such|the same)\s\Z", re.IGNORECASE)


def worth_of(words: str, before: str, behind: str) -> Worth:
    """What one word is worth between ``before`` and ``behind``."""
    word = words.lower().replace("’", "'").removesuffix("'s")
    if word == "recommended":
        return Worth.VAGUE if _INTAKE_BEHIND.match(behind) else Worth.NOTHING
    if word in ("low", "high"):
        return Worth.VAGUE if _LEVEL_BEHIND.match(behind) else Worth.NOTHING
    if word == "intake" and "ecommended" in before[-_NEAR:]:
        return Worth.TELLING
    if word in _VAGUE:
        return Worth.NOTHING if _POINTED_AT.search(before) or _OPTION_BEHIND.match(behind) else Worth.VAGUE
    if word in _PEOPLE or word in _BODY:
        return Worth.SETTING
    if word in _FILLER or word in ANY_CLAIM or word in STOP_WORDS or len(word) < 2 or not word[-1].isalnum():
        return Worth.NOTHING
    if word in _SUBSTANCES or _SUBSTANCE.search(word) or is_name(word):
        return Worth.NAME
    if word.endswith("ly") and len(word) > 5:
        return Worth.NOTHING
    if word.endswith(("ing", "ed")) and word not in _NO_VERB and "-" not in word:
        return Worth.NOTHING
    return Worth.TELLING if any(char.isalpha() for char in word) else Worth.NOTHING


def without_journals(claim: str) -> str:
    """``claim`` with blanks for the names of journals, so that places stay."""
    return _JOURNAL.sub(lambda match: " " * len(match[0]), claim)
