"""Works of every kind, made up: what a file, a service or a person could have told of a publication."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from annotator.citations.identifiers import parse_identifier
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.work import Work
from annotator.errors import InvalidIdentifier
from annotator.model import Source, SourceType

WORDS = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=["C"]), st.sampled_from("abc {}\\$%&#_~^`'\"-<>,;:.@=*")),
    min_size=1,
    max_size=25,
).map(plain).filter(lambda text: any(map(str.isalnum, text)))  # fmt: skip
NAME_PARTS = st.text(st.sampled_from("abcDEé ü王'-."), min_size=1, max_size=8).map(plain).filter(
    lambda text: any(map(str.isalpha, text))
)  # fmt: skip
PERSONS = st.fixed_dictionaries(
    {"family": NAME_PARTS, "given": NAME_PARTS}, optional={"suffix": st.sampled_from(["Jr", "III"])}
)
NAMES = st.lists(
    st.one_of(PERSONS, WORDS.map(lambda words: {"literal": plain(words.replace(";", " ").strip(", "))})).filter(
        lambda name: name.get("literal") != ""
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda name: tuple(sorted(name.items())),
)
DATES = st.one_of(
    st.tuples(st.integers(1500, 2100)),
    st.tuples(st.integers(1500, 2100), st.integers(1, 12)),
    st.tuples(st.integers(1500, 2100), st.integers(1, 12), st.integers(1, 31)),
).map(lambda parts: {"date-parts": [list(parts)]})
TYPES = ("article-journal", "book", "chapter", "paper-conference", "report", "webpage", "manuscript", "document")
SUFFIXES = st.text(st.sampled_from("abZ09-_.~%$&#:;()[]<>/"), min_size=1, max_size=9)
IDENTIFIERS = st.one_of(
    st.sampled_from(["10.1056/NEJMoa2034577", "10.1002/(SICI)1097(1998)17:15<1661::AID-SIM968>3.0.CO;2-2"]),
    SUFFIXES.map("10.1000/x{}".format).filter(lambda doi: _is_doi(doi)),
    st.integers(1, 99_999_999).map("PMID {}".format),
    st.integers(1, 9_999_999).map("PMC{}".format),
    st.integers(0, 99_999_999).map("NCT{:08}".format),
)
VARIABLES = ("volume", "issue", "abstract", "publisher", "publisher-place", "edition", "title-short", "language")


def _is_doi(text: str) -> bool:
    try:
        return parse_identifier(text).type is SourceType.DOI
    except InvalidIdentifier:
        return False


@st.composite
def works(draw: st.DrawFn) -> Work:
    """A work as the readers make them."""
    csl: dict[str, Any] = {"type": draw(st.sampled_from(TYPES)), "title": draw(WORDS)}
    csl |= {name: draw(WORDS) for name in draw(st.sets(st.sampled_from(VARIABLES)))}
    for name, values in (("author", NAMES), ("editor", NAMES), ("issued", DATES), ("accessed", DATES)):
        if draw(st.booleans()):
            csl[name] = draw(values)
    if draw(st.booleans()):
        inside = "collection-title" if csl["type"] in ("book", "report") else "container-title"
        csl[inside] = draw(WORDS)
    if draw(st.booleans()):
        csl["page"] = draw(st.sampled_from(["1-9", "e12", "S1-S4", "1-3, 7-9", "2603-15", "12"]))
    if draw(st.booleans()):
        csl["keyword"] = ", ".join(draw(st.lists(WORDS.map(lambda word: plain(word.replace(",", " "))), min_size=1)))
    if draw(st.booleans()):
        csl["note"] = "Note: " + draw(WORDS)
    found = sources(draw(st.lists(IDENTIFIERS, max_size=4)))
    for source in reversed(found):
        if source.type in (SourceType.DOI, SourceType.PMID, SourceType.PMCID):
            csl[source.type.name] = source.shown.removeprefix("PMID ")
    types = draw(st.lists(st.sampled_from(["Review", "Randomized Controlled Trial"]), unique=True, max_size=2))
    return Work(csl, found, tuple(types))


def sources(texts: list[str]) -> tuple[Source, ...]:
    """The sources of identifiers, each once, in the order of their types."""
    found: dict[tuple[SourceType, str], Source] = {}
    for text in texts:
        source = parse_identifier(text)
        found.setdefault((source.type, source.identifier), source)
    order = list(SourceType)
    return tuple(sorted(found.values(), key=lambda source: order.index(source.type)))
