"""What is asked before labelled data is taken in: how a file is to be read, its columns, what its label words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.meanings import usual_meaning
from annotator.label_files.elsewhere.model import COLUMN_PARTS, BareIds, Choices, Meaning
from annotator.label_files.elsewhere.readers import FORMATS, Format, guess_format, owner
from annotator.label_files.elsewhere.table import usual_columns
from corpus.reading.bulk import ENCODINGS

MOST_WORDS = 24
_PART_WORDS = {
    "claim": "Claim",
    "label": "Label",
    "text": "Article's text",
    "group": "Group",
    "reviewer": "Reviewer",
    "evidence": "Evidence",
    "source": "Source",
    "rationale": "Rationale",
    "time": "Time",
    "title": "Title of the group",
}
_BARE_WORDS = {BareIds.UNKNOWN: "no sources", BareIds.PMID: "PMIDs", BareIds.WIKIPEDIA: "pages of Wikipedia"}
_MEANING_WORDS = {
    Meaning.NOTHING: "no label, the claim alone",
    Meaning.LEFT_OUT: "leave the claim out",
}


def ask_how(given: Given, file_id: str) -> tuple[Format, Choices]:
    """The format, and what else is asked of every file. Raises UnreadableLabels where nothing can be asked of it."""
    encoding, widths = "utf-8", [1.2, 1.2, 1]
    if given.suffix in (".csv", ".tsv"):  # asked first: where the rest cannot be read, this may be why
        letters, *places = st.columns([0.9, *widths])
        encoding = letters.selectbox("Letters are in", ENCODINGS, key=f"take_in_encoding {file_id}", filter_mode=None)
        guess = guess_format(given, encoding)
    else:
        guess = guess_format(given, encoding)
        places = st.columns(widths)
    fitting = [each for each in FORMATS.values() if given.suffix in each.suffixes]
    format_ = places[0].selectbox(
        "Format",
        fitting,
        index=fitting.index(guess),
        format_func=lambda each: each.title,
        key=f"take_in_format {file_id}",
        filter_mode=None,
    )
    by = places[1].text_input(
        "Labels without a name are by", placeholder=owner(given, format_), key=f"take_in_by {file_id}"
    )
    bare = places[2].selectbox(
        "Bare numbers are",
        list(BareIds),
        format_func=_BARE_WORDS.__getitem__,
        key=f"take_in_bare {file_id}",
        filter_mode=None,
    )
    return format_, Choices(by=by.strip(), bare_ids=bare, encoding=encoding)


def ask_columns(columns: Sequence[str], file_id: str) -> dict[str, str]:
    """The columns by ``COLUMN_PARTS``, as a person names them. Those whose names say it stand there already."""
    usual = usual_columns(columns)
    named: dict[str, str] = {}
    half = len(COLUMN_PARTS) // 2
    for parts in (COLUMN_PARTS[:half], COLUMN_PARTS[half:]):
        for part, place in zip(parts, st.columns(half), strict=True):
            given = usual.get(part)
            column = place.selectbox(
                _PART_WORDS[part],
                columns,
                index=columns.index(given) if given else None,
                placeholder="choose" if part == "claim" else "none",
                key=f"take_in_column {file_id} {part}",
            )
            if column:
                named[part] = column
    return named


def ask_meanings(met: Counter[str], file_id: str) -> dict[str, Meaning]:
    """What the label words mean, as a person says; those whose meaning is usual stand there already.

    Nothing can be typed into these boxes: a list closes when the page moves under it, and then Enter chooses nothing,
    while the letters stand there as if they were the choice.
    """
    chosen: dict[str, Meaning] = {}
    words = met.most_common(MOST_WORDS)
    if not words:
        return chosen
    st.text("Its labels mean here:")
    for first in range(0, len(words), 4):
        for (word, count), place in zip(words[first : first + 4], st.columns(4), strict=False):
            usual = usual_meaning(word)
            meaning = place.selectbox(
                f"{_plain(word)} ({count:,})",
                list(Meaning),
                index=list(Meaning).index(usual) if usual else None,
                placeholder="choose",
                format_func=lambda each: _MEANING_WORDS.get(each, each.value),
                key=f"take_in_means {file_id} {word}",
                filter_mode=None,
            )
            if meaning is not None and meaning is not usual:
                chosen[word.casefold()] = meaning
    if (more := len(met) - MOST_WORDS) > 0:
        st.caption(
            f"And {more:,} more: is this the right column? `python -m annotator take-in --means` takes any number."
        )
    return chosen


def _plain(word: str) -> str:
    """A word of a file as a widget's label, which would take it for Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!:$~<>|&" else sign for sign in word[:40])
