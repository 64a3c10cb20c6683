"""What a BibTeX value says: its pieces put together, and its LaTeX read as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

_LATEX = re.compile(r"[\\{}$~^]|--|``|''")
_ESCAPED = re.compile(r"\\([&%_#])")
_NOT_ESCAPED_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")
_SIGNS = {"textless": "<", "textgreater": ">", "textbar": "|", "textasciitilde": "~", "textasciicircum": "^"}
_SIGNS |= {"textasciigrave": "`", "textbraceleft": "{", "textbraceright": "}"}
"""Signs that Zotero and Mendeley write so, and the reader does not know."""
_SIGN = re.compile(rf"\\({'|'.join(_SIGNS)})(?![a-z])\s*(?:\{{\}})?")
_MORE_SIGNS = {"copyright": "©", "registered": "®", "pounds": "£", "euro": "€", "degree": "°", "micro": "µ", "S": "§"}
_MORE_SIGNS |= {"P": "¶", "ddag": "‡", "slash": "/"}
"""Signs that the reader would leave out."""
_AROUND_TEXT = re.compile(
    r"\\(?:(?:m|h|f)box|(?:make|frame)box(?:\s*\[[^][]*\])*|nolinkurl|href\s*\{(?:[^{}\\]|\\.|\{[^{}]*\})*\})\s*(?=\{)"
)
"""Commands that put a box or a link around a text, which the reader would leave out, or stumble over."""
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_NO_BRACES = {ord("{"): None, ord("}"): None}
_LONGEST = 100_000
_NO_LATEX = (ValueError, IndexError, TypeError, AttributeError, RecursionError)
"""What the reader raises on a value that is no LaTeX."""


def values_of(raw: str, names: Mapping[str, str]) -> str:
    """A value as LaTeX: ``{a}``, ``"a"``, a number, a name from ``names`` (lower case), or several with ``#``."""
    return "".join(_piece(piece.strip(), names) for piece in _pieces(raw.strip()))


def text_of_latex(latex: str) -> str:
    """LaTeX as text: accents, Greek letters, dashes, braces that keep capitals. A percent sign is one, for exporters
    do not escape it. What cannot be read as LaTeX stays as it is, without its braces."""
    if not _LATEX.search(latex):
        return latex
    simple = _ESCAPED.sub(r"\1", latex)
    if "\\" not in simple and "$" not in simple:  # as most are: reading LaTeX takes long
        return _without_macros(simple)
    if len(latex) > _LONGEST:
        return _without_macros(latex)
    latex = _NOT_ESCAPED_PERCENT.sub(r"\1\\%", _AROUND_TEXT.sub("", latex))
    try:
        return str(_reader().latex_to_text(latex, tolerant_parsing=True))
    except _NO_LATEX:
        return "".join(map(_word, re.split(r"(\s+)", latex)))


def _word(latex: str) -> str:
    """A word of a value that cannot be read whole: one bad word spoils no other."""
    try:
        return str(_reader().latex_to_text(latex, tolerant_parsing=True)) if latex.strip() else latex
    except _NO_LATEX:
        return _without_macros(latex)


def _without_macros(latex: str) -> str:
    """LaTeX without macros and formulas as text: only dashes, quotes, ties and braces stand for something else."""
    for written, sign in _LIGATURES.items():
        latex = latex.replace(written, sign)
    return latex.translate(_NO_BRACES)


def verbatim(latex: str) -> str:
    """A DOI or an address as text: exporters escape some signs in it, and none of it is a dash or a blank."""
    latex = re.sub(r"\\url\b\s*|\$\s*([<>_^~])\s*\$", r"\1", latex)
    latex = _SIGN.sub(lambda found: _SIGNS[found[1]], latex)
    return re.sub(r"\\([_%&#${}~^-])|[{}]", r"\1", latex)


@cache
def _reader() -> LatexNodes2Text:
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, simplify_repl=sign) for name, sign in (_SIGNS | _MORE_SIGNS).items()]
    known.add_context_category("ours", prepend=True, macros=[MacroTextSpec("url", simplify_repl="%s"), *signs])
    return LatexNodes2Text(latex_context=known, math_mode="text", strict_latex_spaces=True)


def _pieces(raw: str) -> list[str]:
    """The parts of a value between the signs ``#`` that stand outside braces and quotes."""
    pieces, start, depth, quoted = [], 0, 0, False
    for place, char in enumerate(raw) if "#" in raw else ():
        if char == "\\" or (place and raw[place - 1] == "\\"):
            continue
        depth += (char == "{") - (char == "}")
        quoted ^= char == '"' and depth == 0
        if char == "#" and depth == 0 and not quoted:
            pieces.append(raw[start:place])
            start = place + 1
    return [*pieces, raw[start:]]


def _piece(piece: str, names: Mapping[str, str]) -> str:
    if len(piece) > 1 and piece[0] + piece[-1] in ("{}", '""'):
        return piece[1:-1]
    return names.get(piece.lower(), piece)
