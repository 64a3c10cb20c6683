"""What the corpus is made of: articles, spans, kinds, context, cues, claims. Plain values, standard library only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import InvalidSpan


class Kind(StrEnum):
    """What a unit of an article is. A suggestion of the cut, which a reviewer can change."""

    TITLE = "title"
    HEADING = "heading"
    CLAIM = "claim"
    QUESTION = "question"
    ADVICE = "advice"
    LIST_INTRO = "list_intro"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"
    OTHER = "other"


CHECKABLE_KINDS = frozenset({Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM, Kind.ADVICE})
"""The kinds that a source could settle: a person who gives a unit one of these makes it check-worthy."""


class CueName(StrEnum):
    """Something in the wording of a claim that asks for care."""

    DOSE = "dose"
    NUMBER = "number"
    NAMED_STUDY = "named_study"
    UNNAMED_SOURCE = "unnamed_source"
    CAUSAL = "causal"
    ASSOCIATIVE = "associative"
    HEDGED = "hedged"
    ABSOLUTE = "absolute"
    POPULATION = "population"
    HARM = "harm"


class Measure(StrEnum):
    """What an amount measures."""

    DOSE = "dose"  # what is taken, eaten or drunk: mass, volume, tablets, servings
    LEVEL = "level"  # in blood or another fluid: mmol/L
    SHARE = "share"  # %, percentage points, one in ten, a third
    RATIO = "ratio"  # odds ratio, relative risk, 3-fold, twice as many, and their confidence intervals
    PROBABILITY = "probability"  # p = 0.03
    SAMPLE = "sample"  # people, animals or studies that were looked at
    DURATION = "duration"
    AGE = "age"
    FREQUENCY = "frequency"  # three times a day, 5 days a week
    MONEY = "money"
    PRESSURE = "pressure"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    SIZE = "size"  # length, distance, body weight
    COUNT = "count"  # a number of anything else
    DATE = "date"  # a year; told by the cues only, no amount


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a claim stands: ``text[start:end]``, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidSpan(f"a span needs 0 <= start < end, got {self.start}-{self.end}")

    def cut(self, text: str) -> str:
        """The words of ``text`` that the span holds."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Context:
    """What a claim needs around it to be understood: the headings above it, outermost first, the line that
    introduces its list, the header of its table. Empty where there is none.

    ``cells`` are those of a table's row, from left to right, each with the name of its column: ``(name, cell)``. There
    are none where the row has lost its borders; names are empty where header and row do not fit.
    """

    headings: tuple[str, ...] = ()
    list_intro: str = ""
    table_header: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def section(self) -> str:
        """The heading right above the claim, or the empty string."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as an article states it: from ``low`` to ``high``, both included, alike for a single value.

    ``low`` is None for "up to 400 mg", ``high`` for "at least 400 mg"; never both. ``unit`` is normalised, empty for a
    bare number. ``per`` says for what: ``day``, ``kg/day``, ``dose``, empty where nothing is said; ``times`` how often
    in it ("0.5 mg twice a day": 0.5, per ``day``, 2 times). ``about``: the article says that it is not exact.
    """

    low: float | None
    high: float | None
    unit: str
    measures: Measure
    per: str = ""
    times: float = 1
    about: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue and the words that gave it. The span counts in the article's text, like the claim's own.

    ``detail`` is what the cue tells beyond its name: the amount of a dose or number, else a word or two, such as
    "pregnancy" or "instead of treatment". Empty where there is nothing more to tell, as in cuts of earlier versions.
    """

    name: CueName
    span: Span
    detail: Amount | str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence-level unit of an article, with what the cut suggests about it.

    ``text`` is exactly ``article.text[span.start:span.end]``. Units that are not check-worthy are kept too:
    nothing of the article is lost, and a reviewer can raise any of them to a claim.
    """

    span: Span
    kind: Kind
    check_worthy: bool
    text: str
    context: Context = Context()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text for review, kept word for word (a byte-order mark dropped, CRLF and CR read as LF).

    ``slug`` names it in claim ids, file names and addresses: lower-case ASCII letters, digits, ``-`` and ``_``.
    ``how_read`` says which reader made the text, and from what encoding. ``author`` and ``published`` (a date as
    ISO 8601, as far as it is known: ``2024``, ``2024-05`` or ``2024-05-17``) are empty where the format tells none.
    ``warnings`` are lines for whoever adds the article: what was odd about reading it.
    """

    slug: str
    title: str
    text: str
    source_address: str = ""
    how_read: str = ""
    author: str = ""
    published: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The fingerprint of the text, as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def claim_id(slug: str, revision: int, span: Span) -> str:
    """The id of a claim, ``article/revision@start-end``. It says where the claim stands, so it never moves."""
    return f"{slug}/{revision}@{span.start}-{span.end}"
