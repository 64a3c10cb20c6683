"""What a row of a table without borders is by its look alone: its header, a row of cells, one that holds sentences."""

from __future__ import annotations

import re

from corpus.cell_looks import ends_in_amount, is_celled
from corpus.heading_looks import is_caption
from corpus.lines import TEXT, Line

TERMINAL = tuple(".!?:;,…")
_SENTENCE_BREAK = re.compile(r"[.!?](?<=[a-z)]{2}.) [A-Z]")
_MAX_HEADER_WORDS = 20
_LONGEST_ROW = 300
_FOOTNOTE = re.compile(r"[*†‡§¶#]|(?:Note|Source|Abbreviations?|Data|Values?|CI)s?\b\s?[:=,]|[a-d]\s?[A-Z=]")
_TOLD = re.compile(r"; |[.!?](?<=[a-z)]{2}.) [A-Z]")  # in a cell of words, but not in a row that ends in an amount
_MAX_AMOUNT_ROW_WORDS = 10
# "Simvastatin 10-40 mg 28-41% Amlodipine. Max 20 mg.": behind a name and amounts, the last cell holds sentences.
_NAME = r"(?:[^\s.:\d][^\s:]* ){1,5}?"
_AMOUNT = r"[~≈<>≥≤$€£]?\d(?:[\d.,–/-]*\d)?%?(?: [^\s\d.:]+)?"
_NAMED_AMOUNT = re.compile(rf"{_NAME}{_AMOUNT}(?: |\Z)")
_NAMED_AMOUNTS = re.compile(rf"{_NAME}(?:{_AMOUNT} ){{1,9}}{_AMOUNT}(?: |\Z)")
_TOLD_ROW = re.compile(rf"{_NAME}(?:{_AMOUNT} ){{1,9}}(?=[A-Z][a-z])")
_TOLD_ROW_OF_AMOUNTS = re.compile(rf"{_NAME}(?:{_AMOUNT} ){{2,9}}(?=[A-Z][a-z])")


def is_text_below(line: str) -> bool:
    """Whether ``line``, under rows of a table, ends as a sentence and has no cells."""
    return line.endswith(TERMINAL) and not is_celled(line)


def is_captioned_row(row: Line) -> bool:
    """Under a caption and a header every line of the group is a row, also one with sentences in its cells; but not
    the notes at the table's foot."""
    return row.role is TEXT and len(row.body) <= _LONGEST_ROW and not _FOOTNOTE.match(row.body)


def is_header(row: Line) -> bool:
    """Whether ``row`` could stand over a table: short names that say nothing."""
    line = row.body
    return (
        row.role is TEXT
        and not line.endswith(TERMINAL)
        and (line[0].isupper() or line[0].isdigit())
        and len(line.split()) <= _MAX_HEADER_WORDS
        and not _SENTENCE_BREAK.search(line)
        and not is_caption(line)
    )


def is_plain_row(row: Line) -> bool:
    """Whether ``row`` is cells side by side without a sentence in them."""
    line = row.body
    return row.role is TEXT and is_celled(line) and not line.endswith(TERMINAL) and not _TOLD.search(line)


def is_lone_amount_row(row: Line) -> bool:
    """Whether ``row`` ends in an amount and stands by itself: every line of the text may be apart."""
    return row.gap and row.role is TEXT and ends_in_amount(row.body) and len(row.body.split()) <= _MAX_AMOUNT_ROW_WORDS


def is_title_case(line: str) -> bool:
    """Whether no longer word of ``line`` is in small letters."""
    return all(not word[0].islower() for word in line.split() if len(word) > 4)


def is_told_row(row: Line, below: Line | None) -> bool:
    """Whether ``row`` is a name, an amount and a last cell of sentences: two amounts, where ``below``, the next row if
    there is one in the group, is no such row of the table itself."""
    if row.role is not TEXT or len(row.body) > _LONGEST_ROW:
        return False
    among = below is not None and is_plain_row(below) and _NAMED_AMOUNT.match(below.body)
    return (_TOLD_ROW if among else _TOLD_ROW_OF_AMOUNTS).match(row.body) is not None


def names_amounts(line: str) -> bool:
    """Whether ``line`` is a name and two amounts or more side by side, with or without more cells behind."""
    return _NAMED_AMOUNTS.match(line) is not None
