"""Cells of a CSV file that a spreadsheet must not run as formulas, and how to read them back exactly.

A spreadsheet runs a cell whose first character, after blanks, is one of ``= + - @``, full-width or not, or that begins
with a tab or a line break. Such a cell is written with an apostrophe before it, unless it is a plain number. So is a
cell that begins with apostrophes before such a text. Hence, to undo it: take one apostrophe away from a cell whose
text after its apostrophes is one a spreadsheet would run; leave every other cell as it is.

A spreadsheet that takes ``;`` or a tab for the separator, as Excel does in many countries, parts a cell in the middle,
and a line break then begins a row. So the same is done after each of these inside a cell, there also before a plain
number: an apostrophe follows it where apostrophes, then blanks or quotation marks, then one of the signs do. No part
of that is itself a separator, so taking away one apostrophe after each undoes it.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"[\s\x00-\x20\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
_BLANKS = r"[\x00-\x08\x0b\x0c\x0e-\x20\"\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]*"
"""Blanks and quotation marks, but no separator."""
_SIGN_NEXT = rf"(?='*{_BLANKS}[=+\-@＝＋－＠])"
_PARTED = re.compile(rf"([;\t\r\n]){_SIGN_NEXT}")
_DEFUSED_PART = re.compile(rf"([;\t\r\n])'{_SIGN_NEXT}")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def defused(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs."""
    if not text:
        return text
    if (";" in text or "\n" in text or "\r" in text or "\t" in text) and _has_sign(text):  # quicker than to look
        text = _PARTED.sub(r"\1'", text)
    return "'" + text if _is_run(text) else text


def restored(cell: str) -> str:
    """The text that ``defused`` made the cell from."""
    text = cell[1:] if cell.startswith("'") and _is_run(cell) else cell
    return _DEFUSED_PART.sub(r"\1", text)


def _has_sign(text: str) -> bool:
    return "-" in text or "=" in text or "+" in text or "@" in text or not text.isascii()


def _is_run(text: str) -> bool:
    if text[:1].isalnum():  # nearly every cell: no sign, no blank, no apostrophe
        return False
    words = text.lstrip("'")
    return bool(_RUN.match(words)) and not _PLAIN_NUMBER.fullmatch(words)
