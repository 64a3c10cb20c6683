"""Cells of a CSV file that a spreadsheet must not run as formulas, and how to read them back exactly.

A spreadsheet runs a cell whose first character, after blanks, is one of ``= + - @``, full-width or not, or that begins
with a tab or a line break. Such a cell is written with an apostrophe before it, unless it is a plain number. So is a
cell that begins with apostrophes before such a text. Hence, to undo it: take one apostrophe away from a cell whose
text after its apostrophes is one a spreadsheet would run; leave every other cell as it is.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"[\s\x00-\x20\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def defused(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs."""
    return "'" + text if _is_run(text) else text


def restored(cell: str) -> str:
    """The text that ``defused`` made the cell from."""
    return cell[1:] if cell.startswith("'") and _is_run(cell) else cell


def _is_run(text: str) -> bool:
    if text[:1].isalnum():  # nearly every cell: no sign, no blank, no apostrophe
        return False
    words = text.lstrip("'")
    return bool(_RUN.match(words)) and not _PLAIN_NUMBER.fullmatch(words)
