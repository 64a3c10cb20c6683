"""What holds for the cut of any text at all: exact spans, nothing lost, nothing twice, the same every time.

What a marker is stands here in the words of the guideline for the gold units, and owes nothing to the code:
"line-initial bullets, enumerators ``1.`` ``1)`` ``(a)`` ``a)``, Markdown's ``#`` and ``>``, any symbol or emoji that
opens a list line and is followed by a blank, outer pipes of a table, lines without any letter or digit". Check boxes
(``[ ]``, ``[x]``) open lines too, and a bullet sign between blanks opens an item in mid-line.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from spacy.language import Language

from corpus.model import Claim, Kind
from corpus.segmentation import FACTORY, claims_from_doc, register, split_claims
from corpus.units import cut_units, split_text
from tests.corpus.damaging import texts

_SYMBOL = r"[^\w\s]"  # no letter, no digit: bullets, dashes, stars, arrows, emoji and what joins them
_OPENS_LINE = re.compile(
    r"(?:\s|>|\|"
    rf"|{_SYMBOL}+(?=\s)"  # "•", "✅", "##", "[ ]"
    r"|\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s)"  # "1."  "1)"  "a)"  "(a)"
    r"|\[[xX]\](?=\s)"
    r")*"
)
_ENDS_LINE = re.compile(r"[\s|]*")
_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?<=\\s)[•▪●◦‣](?=\\s)|(?<=\\s\\s)-(?=\\s)")


def _is_between(gap: str, *, opens_text: bool, ends_text: bool) -> bool:
    """Whether ``gap``, which stands between two units, holds nothing but white space and markers."""
    pieces = _BREAK.split(gap)
    if len(pieces) == 1 and not opens_text and not ends_text:
        return not gap.strip()
    first, *whole = ["", *pieces] if opens_text else pieces
    last = "" if ends_text or not whole else whole.pop()
    return (
        bool(_ENDS_LINE.fullmatch(first))
        and not any(character.isalnum() for line in whole for character in line)
        and bool(_OPENS_LINE.fullmatch(last))
    )


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[str]:
    edges = [(0, 0), *spans, (len(text), len(text))]
    return [text[a[1] : b[0]] for a, b in pairwise(edges)]


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_character_is_in_exactly_one_unit_or_is_white_space_or_a_marker(text: str) -> None:
    spans = [(unit.start, unit.end) for unit in cut_units(text)]

    assert all(a < b for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    gaps = _gaps(text, spans)
    wrong = [gap for i, gap in enumerate(gaps) if not _is_between(gap, opens_text=i == 0, ends_text=i == len(gaps) - 1)]
    assert wrong == []


@settings(max_examples=100, deadline=None)
@given(texts)
@example("| Weak |\n1.   |\n| Strong |")
@example("|\u00a0Food\u00a0|\u00a0Amount\u00a0|\n|---|---|\n|\u00a0Nuts\u00a0|\u00a080\u00a0mg\u00a0|")
@example("a. _")
def test_a_claim_holds_exactly_the_words_of_its_span(text: str) -> None:
    for claim in split_text(text):
        assert text[claim.span.start : claim.span.end] == claim.text
        assert claim.text == claim.text.strip()
        assert all(claim.span.start <= cue.span.start < cue.span.end <= claim.span.end for cue in claim.cues)


def _one_line(claim: Claim) -> str:
    return " ".join(claim.text.split())


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_context_of_a_claim_stands_above_it(text: str) -> None:
    headings: list[str] = []
    intros: set[str] = {""}
    headers: set[str] = {""}
    for claim in split_text(text):
        context = claim.context
        above = iter(headings)
        assert all(heading in above for heading in context.headings), "in the order of the text"
        assert context.list_intro in intros
        assert context.table_header in headers
        if claim.kind in (Kind.HEADING, Kind.QUESTION):
            headings.append(_one_line(claim))
        elif claim.kind is Kind.LIST_INTRO:
            intros.add(_one_line(claim))
        elif claim.kind is Kind.TABLE_HEADER:
            headers.add(_one_line(claim))


@settings(max_examples=50, deadline=None)
@given(texts, texts)
def test_a_text_is_cut_the_same_whatever_was_cut_before(text: str, other: str) -> None:
    first = split_text(text)
    split_text(other)

    assert split_text(text) == first


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    return nlp


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_spacy_and_the_rules_cut_any_text_alike(nlp: Language, text: str) -> None:
    by_rules = split_text(text)

    assert split_claims(text) == by_rules
    if text.isascii() or not re.search("[\ud800-\udfff]", text):  # spaCy takes no lone surrogates
        doc = nlp(text)
        assert doc.text == text
        assert claims_from_doc(doc) == by_rules
        assert [token for sentence in doc.sents for token in sentence] == list(doc)
