"""A claim, read for comparison: what it names, whom it is about, how much, which way, and whether it denies it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from corpus.matching.effects import Effect, effects_in
from corpus.matching.listed import ListPlace, place_of
from corpus.matching.quantities import Quantity, groups_in, quantities_in
from corpus.matching.settings import cases_in, how_often, row_of, years_in
from corpus.matching.stems import GENERIC_STEMS, is_substance, normal, stem_of, stems, stems_around, words_in
from corpus.matching.vocabulary import DIRECTIONS, HEDGES, NEGATORS, STOP_WORDS
from corpus.model import Claim, Context, Kind
from corpus.patterns import listed

_CONDITION = re.compile(
    r"\b(?:people|patients|individuals|adults|those|women|men|anyone|diet) (?:with|who have|suffering from) "
    r"((?:[a-z_]+ ){0,2}[a-z_]+)|\b([a-z_]+) patients\b"
)
_HARMLESS = re.compile(
    r"\b(?:no|without|free of|never(?: causes?| has)?)(?: any| known| serious| reported)* sideeffect"
    r"|\b(?:completely|totally|perfectly|entirely|absolutely) (?:safe|harmless)\b|\bharmless\b"
)
_HARM = re.compile(
    r"\b(?:caus\w+|leads? to|results? in|may have|can have|reported)\b[^.;]*\b(?:sideeffect|nausea|vomiting|diarrhoea|"
    r"diarrhea|ulcers?|bleeding|stones?|damage)\b|\bsideeffects? (?:such as|include|are|may|can)\b|"
    r"\b(?:can|may|could) (?:damage|harm|poison)\b"
    r"|\bnot (?:be )?safe\b"
    r"(?! for (?:\w+ ){0,2}(?:individuals|people|patients|those|anyone|adults) (?:with|who|taking)\b)"
)
# What it does together with something else is no side effect of its own.
_TOGETHER = re.compile(
    r"\binteract\w* (?:badly )?with\b[^.;,]*, (?:caus\w+|leading to|resulting in|which)\b[^.;]*"
    r"|[^.;]*\b(?:when|if) (?:\w+ )?(?:taken|combined|used|mixed) (?:together |along )?with\b(?! (?:food|meals))[^.;]*"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s*(?:mg|g|ml|iu|kcal|people|patients|participants))")
_LOW = re.compile(r"\bdeficien|\b(?:low|lower)\b[\w\s]{0,20}\blevels?\b|\btoo little\b")
_NO_PEOPLE = listed("some many most few other all these more the our older young healthy")
# "6 weeks" and "6 months" differ as amounts do, and not as words.
_UNITS_OF_TIME = frozenset(map(stem_of, listed("second minute hour day night week month year decade")))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands, as far as it helps to read it: the article's title, and the label of its line or row
    ("Diuretics" in "Diuretics: These medications ...")."""

    title: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim says, as far as rules can read it. Everything but ``text`` is in stems or small letters.

    ``names`` are the substances it names, else the one that the words around it do; ``own_names`` its own alone.
    ``times`` are the years it holds for, ``cases`` the stage, type or form of each kind, ``often`` whether it calls
    something common, ``row`` the table of a row and what the row is about.
    ``place`` is the list of an item without a verb; None for all that says something itself. ``weights`` says what each
    stem counts for in a likeness; ``in_order`` are the stems by the alphabet.
    """

    text: str
    stems: tuple[str, ...]
    years: frozenset[str]
    names: frozenset[str]
    own_names: frozenset[str]
    populations: frozenset[str]
    conditions: frozenset[str]
    is_negated: bool
    is_hedged: bool
    directions: frozenset[str]
    effects: tuple[Effect, ...]
    quantities: tuple[Quantity, ...]
    is_harmless: bool
    is_harm: bool
    topic: frozenset[str]
    place: ListPlace | None
    times: frozenset[str]
    cases: Mapping[str, frozenset[str]]
    often: tuple[bool, str] | None
    row: tuple[str, str] | None
    weights: Counter[str]
    in_order: str


def read_claim(claim: Claim, source: Source = Source()) -> Meaning:
    """``claim`` read in its context."""
    told = normal(claim.text)
    words = words_in(told)
    found = stems(told)
    own = frozenset(filter(is_substance, found)) | _row_names(claim)
    topic = frozenset(stems_around(source.title))
    often = how_often(told)
    unweighed = _UNITS_OF_TIME if often is None else _UNITS_OF_TIME | {stem_of(often[1])}
    weighed = [stem for stem in found if stem not in unweighed]
    return Meaning(
        claim.text,
        found,
        frozenset(_YEAR.findall(told)),
        own or _names_around(claim.context, source),
        own,
        groups_in(told),
        _conditions(told) - topic,
        bool(NEGATORS & set(words)),
        bool(HEDGES & set(words)),
        frozenset(found) & frozenset(DIRECTIONS),
        effects_in(told, _lead(claim, source), frozenset(filterfalse(is_substance, topic))),
        quantities_in(claim.text, claim.context),
        _HARMLESS.search(told) is not None,
        _is_harm(told),
        topic,
        place_of(claim, source.title),
        years_in(told),
        cases_in(told),
        often,
        row_of(claim),
        Counter({stem: 1 if stem in GENERIC_STEMS else 2 for stem in weighed if stem not in DIRECTIONS}),
        " ".join(sorted(weighed)),
    )


def leads(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """For each of an article's claims, in order, the label of its line, or the first cell of its row; else nothing."""
    label, line_end = "", -1
    for claim in claims:
        if line_end < 0 or "\n" in text[line_end : claim.span.start]:
            label = _label(claim.text)
        line_end = claim.span.end
        yield label


def _label(text: str) -> str:
    found = re.match(r"([^:.–|]{2,40}?)(?::| [–-] | \|)\s", text)
    return found[1] if found and len(found[1].split()) <= 4 else ""


def _is_harm(told: str) -> bool:
    """Whether a claim says that the thing it is about harms somebody, by itself."""
    if _HARM.search(told) is None or _HARMLESS.search(told) or _LOW.search(told):
        return False
    return _HARM.search(_TOGETHER.sub(" ", told)) is not None


def _lead(claim: Claim, source: Source) -> str:
    """What "it" and "their" mean here: the label of the line, else the words before a row's last name."""
    if source.lead:
        return normal(source.lead)
    if claim.context.table_header and (
        found := re.match(r"(.{2,40}?) (?=[A-Z][\w-]+ (?:can|may|could|will)\b)", claim.text)
    ):
        return normal(found[1])
    return ""


def _names_around(context: Context, source: Source) -> frozenset[str]:
    """The one substance that the nearest words around a claim name; where they name several, none."""
    for words in (source.lead, context.table_header, context.list_intro, context.section, source.title):
        if found := frozenset(filter(is_substance, stems_around(words))):
            return found if len(found) == 1 else frozenset()
    return frozenset()


def _row_names(claim: Claim) -> frozenset[str]:
    """What a table's row is about: the words of its first cell, as far as the text tells cells apart."""
    cells = re.split(r"[|\t]", claim.text.strip("| "))
    if claim.kind is not Kind.TABLE_ROW or len(cells) < 2:
        return frozenset()
    told = normal(cells[0])
    return frozenset() if groups_in(told) else frozenset(stems(told)) - GENERIC_STEMS


def _conditions(told: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _CONDITION.finditer(told):
        found |= {stem_of(word) for word in (match[1] or match[2]).split()[:2] if word not in _NO_PEOPLE | STOP_WORDS}
    return frozenset(found) - GENERIC_STEMS
