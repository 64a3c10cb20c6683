"""What is odd about a text that was just cut, in plain lines for whoever adds it. Pure rules on ``str``.

The cut never refuses a text. Where it had to guess, or where the layout is beyond repair, the person who adds the
article learns it here, while a better copy of the text may still be at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.lines import ITEM, TEXT, Line
from corpus.lost_breaks import ENOUGH, SHORTEST, SURELY, weight_of_signs
from corpus.model import Claim, Kind
from corpus.rows import read_rows

LONGEST_UNIT = 2_000
"""Characters in a unit beyond which the text has more likely lost its line breaks or full stops."""

_WHOLE = 0.8
"""The share of a text in one line from which on the text is that line: a title may stand above."""
_LONG_LINE = 2_000  # a long paragraph has half of it
_SENTENCE = re.compile(r"[^\W\d_][.!?][\"”’)]* (?=[A-Z])")
_MANY_SENTENCES = 12
_FULL_LINE, _MANY_TORN = 40, 3  # shorter ones are rather the entries of a list
_BORDERS = re.compile(r"\t|\||\S {2,}\S")
_LONGEST_CELL = 40
_AMOUNT_ALONE = re.compile(
    r"[~≈<>≥≤$€£]?\d[\d.,–/-]*\s?(?:(?:to|or)\s\d[\d.,]*\s?)?(?P<unit>(?![dhwmy]\b|ago\b)[%a-zµμ/²³-]{1,12})?",
    re.IGNORECASE,
)
# Names (N) and amounts with a unit (A) or without (B), in rows of one build: "NAANAA".
_ROWS_OF_CELLS = re.compile(r"(N(?=[NB]{0,4}A)[NAB]{1,5}?)\1+")
_FEWEST_CELLS, _FEWEST_AMOUNTS = 6, 3
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_TURNS = ("\u202d", "\u202e")
_BROKEN_WORD = re.compile(r"[a-z]{2}-\n[^\S\n]*[a-z]{2}|\u00ad\n")

_TAG = re.compile(
    r"</?(?:jats:)?(?:p|div|br|h[1-6]|[uo]l|li|span|strong|em|b|i|u|a|su[bp]|table|t[rdh]|blockquote|img|italic|bold|title|sec)"
    r"(?=[\s/>])[^<>]{0,300}>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 2  # that close one or break a line; fewer are spoken of


def remarks_on(text: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What whoever adds ``text``, which was cut into ``claims``, should know; empty where nothing is odd.

    Each remark is one line, written to go on after a colon.
    """
    rows = read_rows(text)
    return (
        *_lost_breaks([line.strip() for line in text.splitlines()]),
        *_wrapped(rows),
        *_torn(rows),
        *_broken_words(text),
        *_turned(text),
        *_tags(text),
        *_flat_tables(claims),
        *_cells_apart(rows),
        *_long_units(claims),
        *_other_script(claims),
        *_no_claims(text, claims),
    )


def _no_claims(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    if not claims and text.strip():
        yield "there is nothing in it to cut: no line of it holds a letter or a digit"
    elif claims and not any(claim.check_worthy for claim in claims):
        yield "nothing in it looks like a claim: any unit can be made one"


def _lost_breaks(lines: list[str]) -> Iterator[str]:
    """A text on one line, or a line that holds what were many."""
    whole = sum(len(line) for line in lines)
    joined = [line for line in lines if len(line) >= SHORTEST and _is_joined(line, whole)]
    if not joined:
        return
    longest = max(joined, key=len)
    if _is_whole(longest, whole):
        yield (
            f"the text is one line of {len(longest):,} characters: its titles, lists and tables cannot be told from"
            " its sentences any more; add it with its line breaks if you can"
        )
    else:
        lines_are = "1 line has" if len(joined) == 1 else f"{len(joined):,} lines have up to"
        yield f"{lines_are} {len(longest):,} characters: line breaks were lost there, and what stood between them too"


def _is_joined(line: str, whole: int) -> bool:
    if len(line) > _LONG_LINE and len(_SENTENCE.findall(line)) >= _MANY_SENTENCES:
        return True
    alone = _is_whole(line, whole)
    return weight_of_signs(line, alone=alone) >= (ENOUGH if alone else SURELY)


def _is_whole(line: str, whole: int) -> bool:
    return len(line) > _WHOLE * whole


def _wrapped(rows: list[Line]) -> Iterator[str]:
    joined = sum("\n" in row.body or "\r" in row.body for row in rows)
    if joined:
        blocks = "1 paragraph or list item was" if joined == 1 else f"{joined:,} paragraphs and list items were"
        yield f"{blocks} broken over several lines, which were joined: look whether they belong together"


def _torn(rows: list[Line]) -> Iterator[str]:
    """A wrapped text that then got a blank line after every line."""
    torn = sum(
        after.gap
        and before.role >= ITEM
        and after.role is TEXT
        and after.body[0].islower()
        and len(before.body) >= _FULL_LINE
        and before.body[-1] not in ".!?:;"
        for before, after in pairwise(rows)
    )
    if torn >= _MANY_TORN:
        yield (
            f"{torn:,} lines seem to go on behind a blank line: the text was wrapped and its lines then set apart,"
            " and each was cut by itself; add it without these blank lines if you can"
        )


def _broken_words(text: str) -> Iterator[str]:
    broken = len(_BROKEN_WORD.findall(text.replace("\r\n", "\n")))
    if broken >= 2:  # one may be a word with its own hyphen
        yield f"{broken:,} words are broken by a hyphen at the end of a line, and stay so"


def _turned(text: str) -> Iterator[str]:
    """Characters behind which most programs show the words in another order than the text has them."""
    turns = sum(map(text.count, _TURNS))
    if turns:
        is_are = "1 hidden character turns" if turns == 1 else f"{turns:,} hidden characters turn"
        yield (
            f"{is_are} the direction of the writing around (U+202D, U+202E): elsewhere the words may have been seen in"
            " another order than they stand in the text, which is the one shown here"
        )


def _tags(text: str) -> Iterator[str]:
    """Tags of HTML in a text that is not HTML throughout, which would have been read as such."""
    if "</" not in text and "<br" not in text.lower():
        return
    tags = _TAG.findall(text)
    if sum(tag.startswith("</") or tag[1:3].lower() == "br" for tag in tags) >= _FEWEST_TAGS:
        yield f"{len(tags):,} tags of HTML such as {tags[0][:20]} stay in its units as words: add it without them"


def _flat_tables(claims: Sequence[Claim]) -> Iterator[str]:
    rows = [claim for claim in claims if claim.kind is Kind.TABLE_ROW and not _BORDERS.search(claim.text)]
    if rows:
        are = "1 row of a table has" if len(rows) == 1 else f"{len(rows):,} rows of tables have"
        yield f"{are} lost the borders between their cells: what belongs to which column is for the reader to tell"


def _cells_apart(rows: list[Line]) -> Iterator[str]:
    """A table whose every cell stands on a line of its own: names and amounts come again in one order."""
    found = [
        match[0]
        for match in _ROWS_OF_CELLS.finditer("".join(map(_cell_sign, rows)))
        if len(match[0]) >= _FEWEST_CELLS and match[0].count("A") >= _FEWEST_AMOUNTS
    ]
    if found:
        yield (
            f"{sum(map(len, found)):,} lines seem to be the cells of a table, one a line, and each was cut by itself:"
            " add it with one line a row if you can"
        )


def _cell_sign(row: Line) -> str:
    """``N`` for a row that may be a name in a cell, ``A`` for an amount with its unit, ``B`` for a bare number."""
    if row.role is not TEXT or len(row.body) > _LONGEST_CELL or row.body[-1] in ".!?:;,":
        return " "
    amount = _AMOUNT_ALONE.fullmatch(row.body)
    if amount is None:
        return " " if row.body[0].islower() else "N"
    return "A" if amount["unit"] else "B"


def _long_units(claims: Sequence[Claim]) -> Iterator[str]:
    lengths = [len(claim.text) for claim in claims if len(claim.text) > LONGEST_UNIT]
    if lengths:
        units = "1 unit has" if len(lengths) == 1 else f"{len(lengths):,} units have up to"
        yield f"{units} {max(lengths):,} characters: the text may have lost its line breaks or full stops"


def _other_script(claims: Sequence[Claim]) -> Iterator[str]:
    letters = latin = 0
    for claim in claims:
        letters += sum(map(str.isalpha, claim.text))
        latin += len(_LATIN.findall(claim.text))
    if letters and latin < 0.5 * letters:
        yield "most of the text is not in Latin letters: the cut knows English, and goes by punctuation alone elsewhere"
