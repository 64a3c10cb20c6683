"""How wide a piece of text is on the page of a PDF: by the widths that its font states, else about as common fonts."""

from __future__ import annotations

from typing import Any

from pypdf.errors import PyPdfError
from pypdf.generic._font import Font  # the one place where pypdf gives a font's widths

_NARROW, _WIDE = frozenset("iljftrI.,:;'|!()[]-\u2019 "), frozenset("mwMWGOQ@%")
_UNIT = 1000  # of a font: a thousandth of its size
_ENOUGH = 10  # letters with a width; fonts with fewer are of signs, or not understood


def width_of(text: str, size: float) -> float:
    """About how wide ``text`` is, in points: what letters of common fonts are."""
    return size * sum(map(_usual, text))


class Widths:
    """The widths of the letters of fonts, each font looked up once."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[object, dict[str, float]]] = {}  # with the font, so that its id stays its own

    def width(self, text: str, font: Any, size: float) -> float:
        """How wide ``text`` is in ``font``, a font's dictionary or None, in points where ``size`` is."""
        if id(font) not in self._of:
            self._of[id(font)] = font, _letters(font)
        known = self._of[id(font)][1]
        return size * sum(known[c] if c in known else _usual(c) for c in text)


def _usual(c: str) -> float:
    return 0.3 if c in _NARROW else 0.85 if c in _WIDE else 0.67 if c.isupper() else 0.53


def _letters(font: Any) -> dict[str, float]:
    """The width of each letter, in parts of the size; empty where the font does not say."""
    if not font:
        return {}
    try:
        told = Font.from_font_resource(font)
        names = told.encoding if isinstance(told.encoding, dict) else {}
        found = {}
        for code, width in told.character_widths.items():
            letter = told.character_map.get(code) or (names.get(ord(code), "") if len(code) == 1 else "")
            if isinstance(letter, str) and len(letter) == 1 and 0 < width < 3 * _UNIT:
                found[letter] = width / _UNIT
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError):  # as odd as fonts can be
        return {}
    return found if len(found) >= _ENOUGH else {}
