"""Shortcuts decide nothing: most rows and sentences are told at first sight, and the rules would have said the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given

from corpus import intros, items, kinds, notices, sentences, statements, subjects, talk, verbs
from corpus.abbreviations import abbreviations
from corpus.advice import obligations, professionals
from corpus.boilerplate import inside, times
from corpus.cell_looks import cells_inside
from corpus.front_matter import front_matter_end
from corpus.heading_looks import looks_like_heading
from corpus.layout.blocks import Block, Part
from corpus.layout.walk import Walk, find_blocks
from corpus.patterns import words_in
from corpus.rows import read_rows
from corpus.sentences import split_sentences
from corpus.units import Unit, cut_units
from tests.corpus.damaging import texts

ARTICLES = sorted(chain.from_iterable((Path(__file__).parent / folder).glob("*.txt") for folder in ("gold", "fresh")))


class _Slow(Walk):
    """The walk where every rule looks at every row."""

    def _takes_at_sight(self, _: int) -> bool:
        return False


def _slow_blocks(text: str) -> list[Block]:
    return _Slow(read_rows(text)).blocks(front_matter_end(text))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_row_told_at_sight_is_what_the_rules_make_of_it(path: Path) -> None:
    text = path.read_text("utf-8")

    for changed in (text, text.replace("\n\n", "\n"), text.upper(), text.replace(". ", ".\n")):
        assert find_blocks(changed) == _slow_blocks(changed)


@given(texts)
def test_a_row_of_a_damaged_article_told_at_sight_is_what_the_rules_make_of_it(text: str) -> None:
    assert find_blocks(text) == _slow_blocks(text)


_TIMED = [
    "Ann wrote: so", "Ann, 3 May 2021: 14:05", "Nurse_Jo: an hour ago", "NURSE_JO: YESTERDAY!", "Jo: just now (*)",
    "Mar 6 at 9:40 p.m.: Ann", "Ann: Mar 6 at 9:40 p.m.", "Ann: 6 March 2021 at 21:40 GMT.", "So says Ann: at 9:40_",
    "5 stars by Linda M. on April 2, 2022", "Told by Ann yesterday", "[–] ann 88 points 2 days ago...",
    "ANN 3 DAYS AGO", "Review by Ann_3 6/3/21", "It was found by Ann in 2021.", "It was made by enzymes",
    "Ann 3 days ago it began.",
]  # fmt: skip


def test_what_stands_inside_a_line_is_looked_for_by_a_character_of_its_sign() -> None:
    assert all(rarest in sign for rarest, sign, _, _ in inside._INSIDE)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_line_of_letters_alone_looks_like_a_heading_with_a_mark_before_it_too(path: Path) -> None:
    bodies = [re.findall(r"[^\W\d_]+", row.body) for row in read_rows(path.read_text("utf-8"))]
    lines = [" ".join(words[:count]) for words in bodies for count in (1, 4, 25)]

    for line in lines:
        if line[:1].isupper() and not line.startswith("Thank"):  # a mark would hide the thanks
            assert looks_like_heading(line) == looks_like_heading(f"¿{line}"), line
    assert not looks_like_heading("Thanks in advance")


# What ``cells_inside`` finds, in one pattern, which takes five times the time.
_CELL_BREAK = re.compile(
    r"(?:^\S*[a-z0-9)%]|(?<!\S)(?!(?:of|in|for|the|with|and|to|by|from|on|at|a|an|or|as|than|that|between|versus|vs\.?)\s)"
    r"[a-z0-9(]\S*(?<=[a-z0-9)%])) ([A-Z][a-z]+)"
)


@given(texts)
def test_cells_begin_inside_a_line_where_one_pattern_would_find_them(text: str) -> None:
    for row in read_rows(text):
        assert list(cells_inside(row.body)) == _CELL_BREAK.findall(row.body)


@given(texts)
def test_a_word_of_the_title_comes_back_as_often_as_among_all_words_of_the_text(text: str) -> None:
    below = text[:3_000].lower()
    stems = Counter(word[:6] for word in re.findall("[a-zß-öø-ž]{4,}", below))

    for stem in (*stems, "with", "magn", "magnes"):
        assert subjects.times_said(stem, below) == min(stems[stem], 2)


@pytest.mark.parametrize("line", _TIMED)
def test_a_line_that_cannot_end_in_a_time_is_told_for_none_by_the_rules(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = inside.is_told_inside(line), times.is_over_words(line)

    monkeypatch.setattr(inside, "may_end_in_time", lambda _: True)
    monkeypatch.setattr(times, "may_end_in_time", lambda _: True)
    assert told == (inside.is_told_inside(line), times.is_over_words(line))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_sentence_that_plainly_ends_is_what_the_rules_make_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = [*_versions(path), *(path.read_text("utf-8").replace(old, new) for old, new in _PUNCTUATED)]
    told = [split_sentences(text, 0, len(text)) for text in versions]

    monkeypatch.setattr(sentences, "_plainly_ends", lambda *_: False)
    assert told == [split_sentences(text, 0, len(text)) for text in versions]


_PUNCTUATED = ((", ", ". "), (", ", "? "), (", ", "! "), (" the ", ". The "), (" a ", " (a "), (" of ", ") of "))
_BEHIND = ("In", "A", "II", "Dr.", "It was", "Smith", "X-rays")


@pytest.mark.parametrize("before", ["by", "by (see", "(a) by", "A", ""])
def test_a_full_stop_that_plainly_ends_stands_behind_no_abbreviation(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_words = [*abbreviations(), "Q", "X", "vitamin D", "it", "12", "5mg", "U.S", "so-called", "“No”"]
    text = " ".join(f"{before} {word}{mark} {name} so." for word in told_words for name in _BEHIND for mark in ".?!")
    told = split_sentences(text, 0, len(text))

    monkeypatch.setattr(sentences, "_plainly_ends", lambda *_: False)
    assert told == split_sentences(text, 0, len(text))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_quiet_sentence_is_what_the_rules_make_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [text[unit.start : unit.end] for text in _versions(path) for unit in cut_units(text)]
    quiet = [sentence for sentence in said if kinds.is_quiet(sentence, words_in(sentence))]
    assert len(quiet) > len(said) / 5

    for part in (Part.PARAGRAPH, Part.ITEM):
        told = [kinds.suggest_kind(sentence, part) for sentence in quiet]
        with monkeypatch.context() as patch:
            patch.setattr(kinds, "is_quiet", lambda *_: False)
            assert told == [kinds.suggest_kind(sentence, part) for sentence in quiet]


class _AnyWords:
    """Signs of which one stands everywhere."""

    def isdisjoint(self, _: Collection[str]) -> bool:
        return False


@pytest.mark.parametrize(
    ("module", "signs"),
    [
        *(
            (obligations, f"_SIGNS{name}")
            for name in ("", "_OF_OUGHT", "_OF_OPEN", "_OF_WISE", "_OF_ADVISE", "_OF_DUTY")
        ),
        *((obligations, name) for name in ("_FIRST_OF_THEM", "_ADVISERS", "_SIGNS_OF_ADVISERS")),
        (professionals, "SIGNS_OF_PROFESSIONAL"),
        (intros, "_SIGNS_OF_ANNOUNCING"),
        *((notices, f"_SIGNS_OF_{name}") for name in ("WRITERS", "ADDRESS", "MONEY", "TRADEMARK")),
        (notices, "_BESIDE_ADDRESS"),
        *((statements, f"_SIGNS_OF_{name}") for name in ("AUXILIARY", "VERB", "RELATIVE")),
        *((talk, f"_SIGNS_OF_{name}") for name in ("SELF", "THE_TEXT")),
        (verbs, "_FORMS"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_signs_leave_out_no_sentence_that_their_pattern_matches(
    module: ModuleType, signs: str, units_of: dict[str, list[Unit]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, signs, _AnyWords())

    assert {text: cut_units(text) for text in units_of} == units_of


@pytest.fixture(scope="module")
def units_of() -> dict[str, list[Unit]]:
    """The units of some articles and of changed versions of them, by their texts."""
    return {text: cut_units(text) for path in ARTICLES[::3] for text in _versions(path)}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_item_that_is_a_whole_sentence_at_sight_is_no_bare_item(path: Path) -> None:
    sentences = [text[unit.start : unit.end] for text in _versions(path) for unit in cut_units(text)]

    whole = [sentence for sentence in sentences if items._is_whole_sentence(sentence, words_in(sentence))]

    assert whole
    assert not [sentence for sentence in whole if items._is_bare_item(sentence, words_in(sentence))]


def _versions(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    yield text
    yield text.title()
    yield text.replace(" the ", " you should ").replace(", ", ", so ").replace(" is ", " need to ")
    yield "\n".join(line[len(line) // 3 :] for line in text.splitlines())
