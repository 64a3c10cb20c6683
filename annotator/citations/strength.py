"""How strong a source's evidence is by its design: suggested from what is known of it, chosen by a person.

The order is the usual hierarchy for questions of treatment and harm (Guyatt et al. 2008, 10.1136/bmj.39489.470347.AD):
it ranks designs, not studies. A suggestion is made only where the publication type or the wording says the design
outright; where it does not, there is none, for a source wrongly called weak would raise a false flag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.model import Strength

__all__ = [
    "MUCH_OLDER",
    "WEAK",
    "Strength",
    "is_much_older",
    "rests_only_on_weak",
    "strength_of",
    "suggest_strength",
]

MUCH_OLDER = 10
"""Years before its article's from which evidence counts as old: by then half of the systematic reviews and most
guidelines on a subject were written anew."""


WEAK = frozenset({Strength.CASE_REPORT, Strength.ANIMAL, Strength.IN_VITRO, Strength.OPINION})
"""What settles no claim about people by itself."""

_BY_TYPE = (
    (
        Strength.GUIDELINE,
        "practice guideline|guideline|consensus statement|consensus development conference"
        "|consensus development conference, nih",
    ),
    (Strength.SYSTEMATIC_REVIEW, "systematic review|meta-analysis|network meta-analysis"),
    (
        Strength.RANDOMISED_TRIAL,
        "randomi[sz]ed controlled trial|equivalence trial|adaptive clinical trial|pragmatic clinical trial",
    ),
    (
        Strength.ANIMAL,
        "randomi[sz]ed controlled trial, veterinary|clinical trial, veterinary|observational study, veterinary",
    ),
    (Strength.COHORT, "observational study|twin study|cohort stud(?:y|ies)|case-control stud(?:y|ies)"),
    (Strength.CASE_REPORT, "case reports?|case series"),
    (
        Strength.OPINION,
        "editorial|comment|commentary|letter|news|newspaper article|interview|personal narrative|lecture|address"
        "|autobiography|expert testimony|opinion|viewpoint",
    ),
)
_NO_EVIDENCE = re.compile(
    r"published erratum|erratum|retraction (?:of publication|notice)|expression of concern|clinical trial protocol"
)
_TYPES = tuple((strength, re.compile(rf"(?:{names})")) for strength, names in _BY_TYPE)

_PEOPLE = re.compile(
    r"\b(?:humans?|people|patients?|adults?|(?<!\bin )(?:women|men)|(?:wo)?men|child(?:ren)?|infants?|adolescents?"
    r"|participants|volunteers|residents|persons|clinical trial)\b",
    re.IGNORECASE,
)
_ANIMALS = re.compile(
    r"\b(?:mice|mouse|murine|rats?|rodents?|rabbits?|zebrafish|drosophila|guinea[- ]pigs?|hamsters?|gerbils?|piglets?"
    r"|pigs|dogs|cats|horses|macaques?|(?:non-?human )?primates|C57BL/6J?|Sprague[- ]Dawley|Wistar"
    r"|animal (?:models?|stud(?:y|ies)|experiments?))\b",
    re.IGNORECASE,
)
_TREATED_ANIMALS = re.compile(r"\b(?:mice|rats|rabbits|piglets) (?:were|received|fed)\b", re.IGNORECASE)
_IN_VITRO = re.compile(
    r"\bin[- ]vitro\b(?!\s+(?:fertili[sz]|diagnos|matur))|\b(?:HeLa|HepG2|Caco-2|HEK ?293T?|MCF-7|Vero|A549)\b"
    r"|\bcell lines?\b|\bcultured (?:\w+ ){0,3}cells\b|\bcell cultures?\b",
    re.IGNORECASE,
)
_NO_RESULT = re.compile(
    r"\bprotocol (?:for|of)\b|\b(?:study|trial|review) protocol\b|: (?:a )?protocol\b|\bprotocol\s*$"
    r"|\brationale and design\b|\bdesign and rationale\b|^(?:correction|erratum|corrigendum|retract(?:ed|ion)"
    r"|expression of concern)\b",
    re.IGNORECASE,
)
_TITLES = (
    (
        Strength.SYSTEMATIC_REVIEW,
        r"\bsystematic(?:ally)? (?:\w+ )?(?:review|overview)|\bmeta-?\s?analys[ei]s|\bumbrella review"
        r"|\bpooled analysis of (?:\w+ ){0,3}(?:trials|studies)|\bcochrane review",
    ),
    (Strength.COHORT, r"\bmendelian randomi[sz]ation|\bnon-?\s?randomi[sz]ed"),
    (
        Strength.RANDOMISED_TRIAL,
        r"\brandomi[sz]ed\b|\bplacebo-controlled\b|\bdouble-blind(?:ed)?\b.{0,60}\b(?:trial|study)"
        r"|\bcross-?over trial|\brandomi[sz]ed (?:controlled )?trial",
    ),
    (
        Strength.COHORT,
        r"\bcohort\b|\bcase-?\s?control\b|\bcross-?sectional\b|\bobservational (?:stud|analys)|\blongitudinal stud"
        r"|\bprospective (?:\w+ ){0,2}study\b|\bretrospective (?:\w+ ){0,2}(?:study|analysis|review)\b"
        r"|\bpopulation-based (?:\w+ ){0,2}study\b|\bregist(?:ry|er)-based\b|\bself-controlled case series\b",
    ),
    (
        Strength.CASE_REPORT,
        r"\bcase (?:report|series|study)\b|\ba case of\b|\breport of (?:a|two|three|four|five|\d+) cases?\b"
        r"|\b(?:two|three|four|five|\d+) case reports\b",
    ),
    (
        Strength.GUIDELINE,
        r"\bguidelines?\b(?! (?:adherence|implementation|development))|\brecommendations? statement\b"
        r"|\b(?:consensus|position|scientific) statement\b|\bposition paper\b|\brecommendations from the\b",
    ),
    (
        Strength.OPINION,
        r"^(?:editorial|commentary|viewpoint|perspective|opinion|letter)\b|\ban? (?:commentary|viewpoint|opinion)\b"
        r"|: (?:editorial|commentary|viewpoint|perspective)$|\bletter to the editor\b|\breply to\b"
        r"|\bauthors?['’] reply\b",
    ),
)
_ABSTRACTS = (
    (
        Strength.SYSTEMATIC_REVIEW,
        r"\b(?:we|were) (?:systematically )?searched\b.{0,80}\b(?:pubmed|medline|embase|cochrane)"
        r"|\b(?:pubmed|medline|embase)\b.{0,120}\bw(?:ere|as) (?:systematically )?searched",
    ),
    (
        Strength.RANDOMISED_TRIAL,
        r"\b(?:were|was|we) (?:then )?(?:randomly (?:assigned|allocated)|randomi[sz]ed (?:to|in|into|\d))"
        r"|\bwe (?:randomly assigned|randomi[sz]ed)\b|\bin th(?:is|e present) (?:[\w-]+,? ){0,5}randomi[sz]ed\b",
    ),
    (
        Strength.COHORT,
        r"\b(?:th(?:is|e present)|an?|our) (?:[\w-]+,? ){0,4}(?:cohort|case-control|cross-sectional)"
        r" (?:study|analysis)",
    ),
    (Strength.CASE_REPORT, r"\bwe (?:report|present|describe) (?:a|the|an unusual|a rare) case\b"),
)
_IN_TITLE, _IN_ABSTRACT = (
    tuple((strength, re.compile(pattern, re.IGNORECASE)) for strength, pattern in table)
    for table in (_TITLES, _ABSTRACTS)
)


_PEOPLE_HINTS = (
    *("patient", "participant", "adult", "men", "people", "child", "human", "person", "infant", "adolescent"),
    *("volunteer", "resident", "clinical trial"),
)
_ANIMAL_HINTS = (
    *("mice", "mouse", "murine", "rat", "rodent", "rabbit", "zebrafish", "drosophila", "guinea", "hamster", "gerbil"),
    *("pig", "dog", "cat", "horse", "macaque", "primate", "c57bl", "sprague", "wistar", "animal"),
)
_BENCH_HINTS = ("vitro", "hela", "hepg2", "caco", "hek", "mcf", "vero", "a549", "cell", "cultured")
_NO_RESULT_HINTS = ("protocol", "rationale", "correct", "errat", "corrig", "retract", "concern")
_TITLE_HINTS = (
    ("systematic", "meta", "umbrella", "pooled", "cochrane"),
    ("random",),
    ("random", "placebo", "blind", "cross"),
    (
        *("cohort", "control", "cross", "observational", "longitudinal", "spective", "population", "regist"),
        "case series",
    ),
    ("case",),
    ("guideline", "recommendation", "statement", "position paper"),
    ("editorial", "commentary", "viewpoint", "perspective", "opinion", "letter", "reply"),
)
_ABSTRACT_HINTS = (("searched",), ("random",), ("cohort", "case-control", "cross-sectional"), (" case",))
"""Words without which a pattern finds nothing. Looking for them first takes a tenth of the time."""


def suggest_strength(publication_types: Iterable[str], title: str = "", abstract: str = "") -> Strength | None:
    """What kind of evidence a publication is by its types, else its title, else its abstract; None where none says so.

    A study of animals or cells is one whatever its design: what it shows of people is weak.
    """
    types = [" ".join(name.casefold().split()) for name in publication_types]
    if any(_NO_EVIDENCE.fullmatch(name) for name in types) or (
        _has(title.casefold(), _NO_RESULT_HINTS) and _NO_RESULT.search(title)
    ):
        return None
    by_type = next((one for one, names in _TYPES if any(names.fullmatch(name) for name in types)), None)
    if by_type in (Strength.OPINION, Strength.GUIDELINE, Strength.CASE_REPORT):
        return by_type
    bench = _bench(title) or (by_type is None and not title and _bench(abstract)) or None
    if bench:
        return bench
    named = _first(_IN_TITLE, _TITLE_HINTS, title, title.casefold())
    return by_type or named or _by_abstract(title, abstract)


def strength_of(given: Strength | None, suggested: Strength | None) -> Strength | None:
    """How strong a source is: as a person said, else as its design suggests."""
    return given or suggested


def rests_only_on_weak(evidence: Iterable[tuple[Strength | None, Strength | None]]) -> bool:
    """Whether there is evidence, all of it (as a person said, as is suggested) weak; of unknown kind it may not be."""
    strengths = [strength_of(*each) for each in evidence]
    return bool(strengths) and all(strength in WEAK for strength in strengths)


def is_much_older(years: Iterable[int | None], year: int) -> bool:
    """Whether there is evidence, the newest more than ``MUCH_OLDER`` years older than ``year``; of an unknown year it
    may be new."""
    known = list(years)
    return bool(known) and all(each is not None and each + MUCH_OLDER < year for each in known)


def _bench(text: str) -> Strength | None:
    """Animals or cells, where a title names them and no people."""
    plain = text.casefold()
    has_animals, has_cells = _has(plain, _ANIMAL_HINTS), _has(plain, _BENCH_HINTS)
    if not (has_animals or has_cells) or _PEOPLE.search(text):
        return None
    if has_animals and _ANIMALS.search(text):
        return Strength.ANIMAL
    return Strength.IN_VITRO if has_cells and _IN_VITRO.search(text) else None


def _by_abstract(title: str, abstract: str) -> Strength | None:
    plain = abstract.casefold()
    if not (_has(plain, _PEOPLE_HINTS) and _PEOPLE.search(abstract)) and not _PEOPLE.search(title):
        has_animals = _has(plain, _ANIMAL_HINTS)
        if has_animals and _TREATED_ANIMALS.search(abstract):
            return Strength.ANIMAL
        if has_animals and _ANIMALS.search(abstract):
            return None
    return _first(_IN_ABSTRACT, _ABSTRACT_HINTS, abstract, plain)


def _has(text: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 - any() over a generator takes twice as long, for every work of a library
        if word in text:
            return True
    return False


def _first(
    table: Sequence[tuple[Strength, re.Pattern[str]]], hints: Sequence[Sequence[str]], text: str, plain: str
) -> Strength | None:
    """The first of ``table`` whose pattern is in ``text``; sought where ``plain``, the same in small letters, hints."""
    for (strength, pattern), words in zip(table, hints, strict=True):
        if _has(plain, words) and pattern.search(text):
            return strength
    return None
