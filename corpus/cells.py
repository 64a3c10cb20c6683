"""The cells of a table's row, where the text still tells them apart: by pipes, tabs, or two or more blanks."""

from __future__ import annotations

import re

_PIPE = re.compile(r"(?<!\\)\|")
_WIDE = re.compile(r"[^\S\n]{2,}")


def cells_in(line: str) -> tuple[str, ...]:
    """The cells of ``line``, the whole physical line of a row, from left to right; none where it has no borders.

    An empty cell counts. A flattened row, whose borders a copy has lost, has no cells.
    """
    plain = line.strip()
    if _PIPE.search(plain) and (plain.startswith("|") or " |" in plain):
        inner = plain.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        found = [cell.replace("\\|", "|") for cell in _PIPE.split(inner)]
    elif "\t" in plain:
        found = plain.split("\t")
    else:
        found = _WIDE.split(plain)
    return tuple(cell.strip() for cell in found) if len(found) > 1 else ()


def named_cells(header: str, row: str) -> tuple[tuple[str, str], ...]:
    """The cells of the line ``row``, each with its column's name from the line ``header``, as ``(name, cell)``.

    Where the header leaves out the name of the first column, that is empty; where the two do not fit, all names are.
    Empty where the row has no borders. A cell without words or with a name alone is kept: it says that it is empty.
    """
    cells = cells_in(row)
    names = cells_in(header)
    if len(names) == len(cells) - 1 and (not header.lstrip().startswith("|")):
        names = ("", *names)
    if len(names) != len(cells):
        names = ("",) * len(cells)
    return tuple(zip(names, cells, strict=True))
