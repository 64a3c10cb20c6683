"""With which words a pattern can open is read from it, so that it is tried at few texts and at all that it matches."""

from __future__ import annotations

import pytest

from corpus.boilerplate.beginnings import _BEGINNING_IN_SMALL
from corpus.labels import _CONTENTS, _LABELS, _LINKS, _REFERENCES
from corpus.notices import _NOTICE, _WHOLE_NOTICE
from corpus.openings import Opening, stems_of
from corpus.talk import _OTHER


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        pytest.param("subscribe", {"sub"}, id="one word, by its first three letters"),
        pytest.param("share|sign up", {"sha", "sig"}, id="alternatives"),
        pytest.param(r"(?:please )?(?:share|sign)", {"ple", "sha", "sig"}, id="a word that may lack"),
        pytest.param(r"\W*(?:\d\s?)?likes?", {"lik"}, id="marks and digits are told by no letter"),
        pytest.param("repl(?:y|ied)|re(?:ad|ply)", {"rep", "rea"}, id="a group in mid-word"),
        pytest.param("an? hour|by", {"a", "an", "by"}, id="short words"),
        pytest.param("e-?mail", {"e", "ema"}, id="a hyphen that may lack"),
        pytest.param("it['’]s|licen[cs]e", {"it", "lic"}, id="one of some characters"),
        pytest.param(r"(?!the )\bfor(?=m)", {"for"}, id="what takes no characters"),
        pytest.param("(?-i:D)e?f", {"def", "df"}, id="a letter that may lack"),
        pytest.param(r"[(]\w+|[|)]so", set(), id="brackets among the characters"),
    ],
)
def test_the_words_that_open_a_pattern_are_read_from_it(pattern: str, stems: set[str]) -> None:
    assert stems_of(pattern) == frozenset(stems)


@pytest.mark.parametrize("pattern", [r"\w+ wrote", "[a-z]+", ".{2,20}:", "[^.]{3}", "ha+b", "(?:ha){2}"])
def test_a_pattern_that_any_word_may_open_is_tried_at_every_text(pattern: str) -> None:
    assert stems_of(pattern) is None
    assert Opening("share", r"\w+ wrote").match("Ann wrote")


@pytest.mark.parametrize(
    "opening",
    [_NOTICE, _LINKS, _CONTENTS, _LABELS, _WHOLE_NOTICE, _OTHER, _BEGINNING_IN_SMALL, _REFERENCES],
)
def test_the_patterns_that_are_tried_at_all_sentences_are_told_by_their_first_words(opening: Opening) -> None:
    assert opening.is_told


def test_it_matches_where_the_pattern_does_and_nowhere_else() -> None:
    opening = Opening(r"\W*(?:by|an?)\b", "e-?mail", "share")

    for text in ("By Ann", "A day", "an hour", "— by Ann", "Email: x", "E-mail", "SHARE", "by"):
        assert opening.match(text), text
    for text in ("It is", "Anna", "bye", "sham", "e", "", "1"):
        assert not opening.match(text), text


def test_capitals_do_not_count_for_patterns_in_small_letters_either() -> None:
    assert Opening("share this", in_small=True).match("Share This page")
